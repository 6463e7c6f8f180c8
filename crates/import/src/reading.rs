//! What a coded event becomes here, whatever the coding scheme.
//!
//! It must not know codes. Invariant: a wish to meet is never a meeting that was held.

use rapporteur_schema::{Act, Medium, MeetingStatus, OutcomeKind, OutcomeStatus, Role};

/// The kind of record an event becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    Meeting(Encounter),
    Statement(Act),
    Outcome(OutcomeKind, OutcomeStatus),
    /// Protest, coercion, fighting, trade: no diplomacy.
    Nothing,
}

/// How two met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encounter {
    Consult,
    Phone,
    /// The source travels to the target.
    Visit,
    /// The source receives the target: the same visit from the other side.
    Hosting,
    Third,
    Multilateral,
    /// The source stands between others, of whom the file names one.
    Mediation,
    Talks,
    Planned,
    /// A row of a table of meetings: the targets are the hosts.
    Told,
}

impl Encounter {
    /// The word in the meeting's id. The two sides of a visit share theirs.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Consult => "consult",
            Self::Phone => "phone",
            Self::Visit | Self::Hosting => "visit",
            Self::Third => "third-location",
            Self::Multilateral => "multilateral",
            Self::Mediation => "mediation",
            Self::Talks => "talks",
            Self::Planned => "planned",
            Self::Told => "meeting",
        }
    }

    pub(crate) const fn status(self) -> MeetingStatus {
        match self {
            Self::Planned => MeetingStatus::Planned,
            _ => MeetingStatus::Held,
        }
    }

    pub(crate) const fn medium(self) -> Medium {
        match self {
            Self::Phone => Medium::Phone,
            Self::Visit | Self::Hosting | Self::Third | Self::Multilateral => Medium::InPerson,
            Self::Consult | Self::Mediation | Self::Talks | Self::Planned | Self::Told => Medium::Unknown,
        }
    }

    /// What source and target did.
    pub(crate) const fn roles(self) -> (Role, Role) {
        match self {
            Self::Visit | Self::Told => (Role::Participant, Role::Host),
            Self::Hosting => (Role::Host, Role::Participant),
            Self::Mediation => (Role::Mediator, Role::Participant),
            _ => (Role::Participant, Role::Participant),
        }
    }
}
