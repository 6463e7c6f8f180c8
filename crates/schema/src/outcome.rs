//! What came of it: agreements, exchanges, demands, commitments, and their failure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ActorId, Cameo, Confidence, Edtf, Evidence, MeetingId, OutcomeId, Plover};

/// The kinds of outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeKind {
    /// A treaty, accord, deal or protocol.
    Agreement,
    /// Prisoners, hostages or remains for one another.
    PrisonerExchange,
    /// A ceasefire, truce or armistice.
    Ceasefire,
    /// Sanctions, an embargo, their lifting.
    Sanctions,
    /// Money, goods or troops given.
    Aid,
    /// To meet again.
    FurtherTalks,
    /// Something promised.
    Commitment,
    /// Something demanded.
    Demand,
    /// Forces, staff or a claim withdrawn; diplomats expelled or recalled.
    Withdrawal,
    /// A state or government recognised, relations taken up.
    Recognition,
    /// A communique or declaration.
    JointStatement,
    /// Talks that ended without agreement.
    NoAgreement,
    /// Anything else.
    Other,
}

/// How far it got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeStatus {
    /// Agreed in words.
    Agreed,
    /// Signed.
    Signed,
    /// Put forward.
    Proposed,
    /// Demanded.
    Demanded,
    /// Turned down.
    Rejected,
    /// To come.
    Planned,
    /// Carried out.
    Implemented,
    /// Came to nothing.
    Failed,
}

/// A number with its unit: 1,000 prisoners, 30 days. For an exchange, the number each way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// The number.
    pub value: f64,
    /// What is counted, in the text's word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"\S"))]
    pub unit: Option<String>,
}

/// An outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// The outcome's id.
    pub id: OutcomeId,
    /// What kind of outcome it is.
    pub kind: OutcomeKind,
    /// How far it got.
    pub status: OutcomeStatus,
    /// Whom it binds or concerns.
    #[serde(default)]
    pub parties: Vec<ActorId>,
    /// The meeting it came of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<MeetingId>,
    /// What it says, in the text's words.
    #[schemars(regex(pattern = r"\S"))]
    pub text: String,
    /// How many or how much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<Quantity>,
    /// When it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
    /// By when it is to be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Edtf>,
    /// Who confirmed it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmed_by: Vec<ActorId>,
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
