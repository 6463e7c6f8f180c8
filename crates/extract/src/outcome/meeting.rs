//! What the meetings tell of the outcomes: whose they are.
//!
//! Reads finished meetings; finds no words of its own. Invariant: who only received or mediated is no
//! party where two others are, and an outcome binds somebody.

use std::collections::BTreeSet;

use rapporteur_schema::{ActorKind, OutcomeKind, OutcomeStatus, Role};

use super::{FoundOutcome, telling};
use crate::affiliation::Affiliations;
use crate::cast::{ActorNumber, Cast};
use crate::meeting::FoundMeeting;

/// Gives outcomes told in the words of a meeting its sides for parties.
pub fn complete(
    cast: &Cast,
    affiliations: &Affiliations,
    meetings: &[FoundMeeting],
    outcomes: &mut Vec<FoundOutcome>,
) {
    for outcome in outcomes.iter_mut() {
        let of = told_at(cast, affiliations, meetings, outcome);
        if let Some(sides) =
            of.map(|meeting| sides(cast, affiliations, meeting)).filter(|sides| sides.len() >= 2)
        {
            give(cast, &sides, outcome);
        }
    }
    let told = std::mem::take(outcomes);
    for outcome in told {
        match outcomes.iter_mut().find(|other| telling::same(other, &outcome)) {
            Some(other) => telling::merge(other, outcome),
            None => outcomes.push(outcome),
        }
    }
    // Who cannot be told binds nobody: "the job demands patience".
    outcomes.retain(|outcome| !outcome.parties.is_empty());
    outcomes.sort_by_key(|outcome| (outcome.sentence, outcome.words.start));
}

/// Whether several make an outcome of the kind together.
const fn is_joint(kind: OutcomeKind) -> bool {
    matches!(
        kind,
        OutcomeKind::Agreement
            | OutcomeKind::PrisonerExchange
            | OutcomeKind::Ceasefire
            | OutcomeKind::NoAgreement
            | OutcomeKind::FurtherTalks
            | OutcomeKind::JointStatement
            | OutcomeKind::Recognition
    )
}

/// How many of the parties of an outcome are sides.
fn known_sides(cast: &Cast, outcome: &FoundOutcome) -> usize {
    outcome.parties.iter().filter(|&&actor| is_side(cast, actor)).count()
}

/// The meeting in whose words an outcome is told.
fn told_at<'m>(
    cast: &Cast,
    affiliations: &Affiliations,
    meetings: &'m [FoundMeeting],
    outcome: &FoundOutcome,
) -> Option<&'m FoundMeeting> {
    let shared = |meeting: &&FoundMeeting| {
        outcome.evidence.iter().filter(|range| meeting.evidence.contains(range)).count()
    };
    let is_told = |meeting: &&FoundMeeting| shared(meeting) > 0;
    let known = known_sides(cast, outcome);
    // "They will meet again in Tripoli": the talks that are to come are told of as a meeting too.
    let talks = outcome.kind == OutcomeKind::FurtherTalks
        && outcome.parties.iter().all(|&actor| is_union(cast, actor));
    let to_come = meetings.iter().filter(|meeting| {
        talks && !meeting.status.took_place() && sides(cast, affiliations, meeting).len() >= 2
    });
    let held = || meetings.iter().filter(|meeting| meeting.status.took_place());
    // What came of it is told anywhere in a text about one meeting; where it is told most, that one.
    let most = || {
        let most = held().max_by_key(|meeting| meeting.evidence.len());
        most.filter(|meeting| is_joint(outcome.kind) && known < 2 && meeting.evidence.len() > 1)
    };
    let of_held = held().max_by_key(shared).filter(is_told);
    of_held.or_else(|| to_come.max_by_key(shared).filter(is_told)).or_else(most)
}

/// Gives an outcome the sides of its meeting for parties, where it has too few of its own.
fn give(cast: &Cast, sides: &BTreeSet<ActorNumber>, outcome: &mut FoundOutcome) {
    let known: BTreeSet<ActorNumber> = outcome.parties.iter().copied().collect();
    let shared = known.intersection(sides).count();
    // Another party than the meeting's, named with it, is no slip: "India accepted the proposals".
    let named = known_sides(cast, outcome) == 1
        && shared == 0
        && matches!(outcome.kind, OutcomeKind::Agreement | OutcomeKind::Ceasefire | OutcomeKind::Recognition);
    let joint = is_joint(outcome.kind);
    let none = shared == 0 && known_sides(cast, outcome) == 0;
    if named || !(joint && shared < 2 || none) {
        return;
    }
    // Who offers to host it is no side, and yet it is his offer.
    let puts = joint && matches!(outcome.status, OutcomeStatus::Proposed | OutcomeStatus::Rejected);
    // Nor does a body give way to the members that sat: "OPEC broke up without agreement".
    let own = known.iter().filter(|&&actor| puts && is_side(cast, actor) || is_union(cast, actor));
    outcome.parties = own.chain(sides).copied().collect::<BTreeSet<_>>().into_iter().collect();
}

/// Whether an actor is an organisation of several states, or of none.
fn is_union(cast: &Cast, actor: ActorNumber) -> bool {
    cast.members[actor].kind == ActorKind::Organization && cast.members[actor].country.is_none()
}

fn is_side(cast: &Cast, actor: ActorNumber) -> bool {
    matches!(cast.members[actor].kind, ActorKind::State | ActorKind::Organization)
}

/// The states and organisations that sat in a meeting, those of its chair, host or mediator left out
/// where two others remain.
fn sides(cast: &Cast, affiliations: &Affiliations, meeting: &FoundMeeting) -> BTreeSet<ActorNumber> {
    let present = meeting.present();
    let (mut all, mut between) = (BTreeSet::new(), BTreeSet::new());
    for participant in present {
        let side = affiliations.side(cast, participant.actor).filter(|&side| is_side(cast, side));
        let Some(side) = side else { continue };
        all.insert(side);
        if matches!(participant.role, Role::Chair | Role::Host | Role::Mediator | Role::Observer) {
            between.insert(side);
        }
    }
    let others: BTreeSet<ActorNumber> = all.difference(&between).copied().collect();
    if others.len() >= 2 { others } else { all }
}
