//! The event codes of outcomes: PLOVER's type and CAMEO's code, one table.

use rapporteur_schema::{Cameo, OutcomeKind, OutcomeStatus, Plover};

/// The PLOVER type of an outcome and the CAMEO code nearest to it.
pub fn codes(kind: OutcomeKind, status: OutcomeStatus) -> (Option<Plover>, Option<Cameo>) {
    // What is only put forward, demanded or turned down is that act, whatever it is about.
    let (plover, cameo) = match (status, kind) {
        (OutcomeStatus::Rejected, _) => (Plover::Reject, "120"),
        (OutcomeStatus::Demanded, _) | (_, OutcomeKind::Demand) => (Plover::Request, "100"),
        (_, OutcomeKind::NoAgreement) | (OutcomeStatus::Failed, _) => (Plover::Reject, "120"),
        (OutcomeStatus::Signed, OutcomeKind::Agreement) => (Plover::Support, "057"),
        (_, OutcomeKind::Sanctions) => (Plover::Sanction, "172"),
        (OutcomeStatus::Implemented, OutcomeKind::Aid) => (Plover::Aid, "070"),
        (_, OutcomeKind::Aid) => (Plover::Agree, "033"),
        (OutcomeStatus::Implemented, OutcomeKind::PrisonerExchange) => (Plover::Retreat, "084"),
        (OutcomeStatus::Implemented, OutcomeKind::Ceasefire | OutcomeKind::Withdrawal) => {
            (Plover::Retreat, "087")
        }
        (_, OutcomeKind::PrisonerExchange | OutcomeKind::Ceasefire | OutcomeKind::Withdrawal) => {
            (Plover::Concede, "035")
        }
        (_, OutcomeKind::FurtherTalks) => (Plover::Agree, "036"),
        (_, OutcomeKind::Recognition) => (Plover::Support, "054"),
        (_, OutcomeKind::JointStatement) => (Plover::Cooperate, "050"),
        (_, OutcomeKind::Agreement | OutcomeKind::Commitment | OutcomeKind::Other) => (Plover::Agree, "030"),
    };
    (Some(plover), cameo.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_comes_before_kind() {
        let reject = codes(OutcomeKind::Ceasefire, OutcomeStatus::Rejected);
        assert_eq!(reject.0, Some(Plover::Reject));
        assert_eq!(
            codes(OutcomeKind::Agreement, OutcomeStatus::Signed).1.map(|code| code.to_string()).as_deref(),
            Some("057")
        );
    }
}
