//! The event types of PLOVER with their modes, and what each is read as.
//!
//! It must not know files. Of RETREAT, SANCTION and what lies beyond nothing is told: PLOVER counts them as
//! deeds.

use rapporteur_schema::{Act, OutcomeKind, OutcomeStatus, Plover};

use crate::reading::{Encounter, Reading};

/// What a type with its mode is read as.
pub(crate) fn reading(plover: Plover, mode: &str) -> Reading {
    match plover {
        Plover::Consult => Reading::Meeting(match mode {
            "visit" => Encounter::Visit,
            "third-party" => Encounter::Third,
            "multilateral" => Encounter::Multilateral,
            "phone" => Encounter::Phone,
            _ => Encounter::Consult,
        }),
        Plover::Agree => Reading::Outcome(OutcomeKind::Agreement, OutcomeStatus::Agreed),
        Plover::Support => Reading::Statement(Act::Support),
        Plover::Concede => Reading::Statement(Act::Agree),
        Plover::Request => Reading::Statement(Act::Request),
        Plover::Accuse => Reading::Statement(Act::Accuse),
        Plover::Reject => Reading::Statement(Act::Reject),
        Plover::Threaten => Reading::Statement(Act::Threaten),
        _ => Reading::Nothing,
    }
}

/// The type as a word of ids.
pub(crate) const fn word(plover: Plover) -> &'static str {
    match plover {
        Plover::Consult => "consult",
        Plover::Agree => "agree",
        Plover::Support => "support",
        Plover::Concede => "concede",
        Plover::Request => "request",
        Plover::Accuse => "accuse",
        Plover::Reject => "reject",
        Plover::Threaten => "threaten",
        _ => "",
    }
}
