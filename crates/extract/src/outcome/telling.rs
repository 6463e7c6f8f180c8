//! Tellings of one outcome: which are of one, and what one adds to another.
//!
//! It knows finished outcomes and no words of the text. Invariant: what was turned down is never one with what was not.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};

use super::FoundOutcome;
use super::find::KNOWN;

/// Whether two tellings are of one outcome.
pub(super) fn same(one: &FoundOutcome, other: &FoundOutcome) -> bool {
    let shared = one.parties.is_empty()
        || other.parties.is_empty()
        || one.parties.iter().any(|party| other.parties.contains(party));
    let quantities = match (&one.quantity, &other.quantity) {
        (Some(one), Some(other)) => one.value == other.value,
        _ => true,
    };
    // Of these a meeting has one; of the others the head tells them apart.
    let single = matches!(
        one.kind,
        OutcomeKind::NoAgreement
            | OutcomeKind::FurtherTalks
            | OutcomeKind::JointStatement
            | OutcomeKind::PrisonerExchange
            | OutcomeKind::Ceasefire
    );
    // "1,000 prisoners" are the same ones, whoever the text seems to speak of.
    let counted =
        one.kind == OutcomeKind::PrisonerExchange && one.quantity.is_some() && other.quantity.is_some();
    let opposed = (one.status == OutcomeStatus::Rejected) != (other.status == OutcomeStatus::Rejected);
    // "They signed a Declaration of Principles" is one paper, by the fuller of its names.
    let paper =
        |outcome: &FoundOutcome| matches!(outcome.kind, OutcomeKind::Agreement | OutcomeKind::JointStatement);
    let part = one.head.starts_with(other.head.as_str()) || other.head.starts_with(one.head.as_str());
    if one.sentence == other.sentence && paper(one) && paper(other) && shared && part {
        return true;
    }
    let marked = !one.marks.is_empty() && !other.marks.is_empty();
    let elsewhere = matches!(one.kind, OutcomeKind::FurtherTalks | OutcomeKind::NoAgreement)
        && one.sentence != other.sentence
        && marked
        && !one.marks.iter().any(|mark| other.marks.contains(mark));
    // An invitation taken up is other talks than the next round.
    let invited = |outcome: &FoundOutcome| outcome.head.contains("invit") || outcome.head.contains("visit");
    let apart = one.sentence != other.sentence
        && one.kind == OutcomeKind::FurtherTalks
        && invited(one) != invited(other);
    one.kind == other.kind
        && !apart
        && (shared || counted)
        && quantities
        && !opposed
        && !elsewhere
        && (single || one.head == other.head || other.head.starts_with(KNOWN))
}

/// Adds a telling: the further status, the first quantity, every piece of evidence.
pub(super) fn merge(into: &mut FoundOutcome, from: FoundOutcome) {
    if into.confidence < from.confidence {
        into.words = from.words;
        into.confidence = from.confidence;
        if into.parties.len() < from.parties.len() {
            into.parties.clone_from(&from.parties);
        }
    }
    if rank(from.status) > rank(into.status) {
        into.status = from.status;
        // Two that share nobody are one by what they count: the further told knows best of whom.
        if !into.parties.iter().any(|party| from.parties.contains(party)) && !from.parties.is_empty() {
            into.parties = from.parties;
        }
    }
    into.quantity = into.quantity.take().or(from.quantity);
    for range in from.evidence {
        if !into.evidence.contains(&range) {
            into.evidence.push(range);
        }
    }
}

/// How much a status tells. What one telling calls agreed and another done is called agreed: a deed
/// is easily a former one of its kind.
const fn rank(status: OutcomeStatus) -> u8 {
    match status {
        OutcomeStatus::Proposed => 0,
        OutcomeStatus::Demanded => 1,
        OutcomeStatus::Planned => 2,
        OutcomeStatus::Implemented => 3,
        OutcomeStatus::Agreed => 4,
        OutcomeStatus::Signed => 5,
        OutcomeStatus::Rejected | OutcomeStatus::Failed => 6,
    }
}
