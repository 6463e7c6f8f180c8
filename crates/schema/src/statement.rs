//! Something said: by whom, for whom, and through whose mouths it came to us.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ActorId, Cameo, Confidence, Edtf, Evidence, Plover, RecordId, StatementId};

/// What saying it did (a speech act).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Blames, condemns, criticises.
    Accuse,
    /// Turns down, calls unacceptable.
    Reject,
    /// Says that it is not so.
    Deny,
    /// Announces harm, conditional or not.
    Threaten,
    /// Appeals, demands, calls for.
    Request,
    /// Offers, suggests.
    Propose,
    /// Commits the speaker.
    Promise,
    /// Consents, confirms an agreement.
    Agree,
    /// Backs someone or something.
    Support,
    /// Lauds, thanks, welcomes.
    Praise,
    /// Anything else.
    Comment,
}

/// Where it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StatementMedium {
    /// To one outlet or interviewer.
    Interview,
    /// To the press in a body.
    PressConference,
    /// On a social network.
    SocialMedia,
    /// In a written statement.
    Statement,
    /// In a speech or debate.
    Speech,
    /// In a letter, note or cable.
    Letter,
    /// By telephone.
    Phone,
    /// In a document: a communique, a report.
    Document,
}

/// A statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// The statement's id.
    pub id: StatementId,
    /// Who said it.
    pub speaker: ActorId,
    /// For whom the speaker spoke.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<ActorId>,
    /// To whom it was said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<ActorId>,
    /// What saying it did.
    pub act: Act,
    /// What was said: the words themselves where `quoted`, else the text's rendering of them.
    #[schemars(regex(pattern = r"\S"))]
    pub text: String,
    /// Whether `text` is verbatim.
    #[serde(default)]
    pub quoted: bool,
    /// Where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub medium: Option<StatementMedium>,
    /// When it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
    /// The records it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<RecordId>,
    /// Who passed it on, nearest the reader first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reported_by: Vec<ActorId>,
    /// The PLOVER event type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plover: Option<Plover>,
    /// The CAMEO event code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cameo: Option<Cameo>,
    /// The words that show it.
    #[schemars(length(min = 1))]
    pub evidence: Evidence,
    /// How sure the extractor is.
    pub confidence: Confidence,
}
