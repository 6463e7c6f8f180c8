//! A meeting, held or not, and who took part or stayed away (SEM `Event`, PLOVER CONSULT).
//!
//! A meeting told twenty times is one record with twenty pieces of evidence. Wished, planned, offered,
//! called off and denied are never [`MeetingStatus::Held`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ActorId, Cameo, Confidence, Duration, Edtf, Evidence, MeetingId, PlaceId, Plover};

/// Whether it took place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MeetingStatus {
    /// It took place.
    Held,
    /// It is taking place as the text is written.
    Ongoing,
    /// It is agreed or announced.
    Planned,
    /// Someone wishes, offers or suggests it.
    Proposed,
    /// It was planned and called off.
    Cancelled,
    /// Someone who would know says that it did not take place.
    Denied,
}

impl MeetingStatus {
    /// Whether "who met whom" counts it unless asked otherwise.
    pub const fn took_place(self) -> bool {
        matches!(self, Self::Held | Self::Ongoing)
    }
}

/// How they met.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Medium {
    /// In one place.
    InPerson,
    /// By telephone.
    Phone,
    /// By video link.
    Video,
    /// The text does not tell.
    #[default]
    Unknown,
}

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// The meeting's id.
    pub id: MeetingId,
    /// A short name: the text's own where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(regex(pattern = r"\S"))]
    pub name: Option<String>,
    /// Whether it took place.
    pub status: MeetingStatus,
    /// How they met.
    #[serde(default)]
    pub medium: Medium,
    /// When, as exactly as the text can tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Edtf>,
    /// The days for which it was set before it was moved (schema.org `previousStartDate`), as the text says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previous_start_date: Vec<Edtf>,
    /// How long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceId>,
    /// Who took part, and who did not.
    #[serde(default)]
    pub participants: Vec<Participation>,
    /// What it was about, in the text's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(inner(regex(pattern = r"\S")))]
    pub topics: Vec<String>,
    /// The summit or conference it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<MeetingId>,
    /// The meetings it follows up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follows: Vec<MeetingId>,
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

impl Meeting {
    /// Whether it was set for a day from which it was moved.
    pub fn was_set_for(&self, day: &Edtf) -> bool {
        self.previous_start_date.iter().any(|former| former.contains(day))
            && !self.when.as_ref().is_some_and(|when| when.overlaps(day))
    }
}

/// Whether someone was there. Not attending is a fact with evidence, kept beside attending.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// Was there.
    #[default]
    Attended,
    /// Was not there.
    Absent,
    /// Was asked and would not come.
    Declined,
    /// Is to come.
    Expected,
    /// Was asked; the answer is not known.
    Invited,
}

impl Attendance {
    /// Whether it says that someone was not there.
    pub const fn is_away(self) -> bool {
        matches!(self, Self::Absent | Self::Declined)
    }
}

/// What someone did at a meeting.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Took part.
    #[default]
    Participant,
    /// Presided.
    Chair,
    /// Received the others.
    Host,
    /// Stood between the parties.
    Mediator,
    /// Led a delegation.
    HeadOfDelegation,
    /// Was a member of a delegation.
    Delegate,
    /// Watched.
    Observer,
    /// Interpreted.
    Interpreter,
}

/// One actor's part in a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Participation {
    /// Who.
    pub actor: ActorId,
    /// Whether they were there.
    #[serde(default)]
    pub attendance: Attendance,
    /// As what.
    #[serde(default)]
    pub role: Role,
    /// For whom they stood there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<ActorId>,
    /// The words that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Evidence,
}
