//! What the meetings tell of the outcomes: whose they are.
//!
//! Reads finished meetings; finds no words of its own. Invariant: who only received or mediated is no
//! party where two others are, and an outcome binds somebody.

use std::collections::BTreeSet;

use rapporteur_schema::{ActorKind, OutcomeKind, OutcomeStatus, Role};

use super::{FoundOutcome, telling};
use crate::cast::{ActorNumber, Cast};
use crate::meeting::FoundMeeting;

/// Gives outcomes told in the words of a meeting its sides for parties.
pub fn complete(cast: &Cast, meetings: &[FoundMeeting], outcomes: &mut Vec<FoundOutcome>) {
    for outcome in outcomes.iter_mut() {
        let joint = matches!(
            outcome.kind,
            OutcomeKind::Agreement
                | OutcomeKind::PrisonerExchange
                | OutcomeKind::Ceasefire
                | OutcomeKind::NoAgreement
                | OutcomeKind::FurtherTalks
                | OutcomeKind::JointStatement
                | OutcomeKind::Recognition
        );
        let held = || meetings.iter().filter(|meeting| meeting.status.took_place());
        let shared = |meeting: &&FoundMeeting| {
            outcome.evidence.iter().filter(|range| meeting.evidence.contains(range)).count()
        };
        let of = held().max_by_key(shared).filter(|meeting| shared(meeting) > 0);
        // What came of it is told anywhere in a text about one meeting; where it is told most, that one.
        let of = of.or_else(|| {
            held().max_by_key(|meeting| meeting.evidence.len()).filter(|meeting| {
                let own = outcome.parties.iter().filter(|&&actor| is_side(cast, actor)).count();
                joint && own < 2 && meeting.evidence.len() > 1
            })
        });
        let Some(sides) = of.map(|meeting| sides(cast, meeting)).filter(|sides| sides.len() >= 2) else {
            continue;
        };
        let known: BTreeSet<ActorNumber> = outcome.parties.iter().copied().collect();
        let shared = known.intersection(&sides).count();
        // Another party than the meeting's, named with it, is no slip: "India accepted the proposals".
        let others = outcome.parties.iter().filter(|&&actor| is_side(cast, actor)).count() == 1;
        let named = others
            && shared == 0
            && matches!(
                outcome.kind,
                OutcomeKind::Agreement | OutcomeKind::Ceasefire | OutcomeKind::Recognition
            );
        if named {
            continue;
        }
        if joint && shared < 2 || shared == 0 && outcome.parties.iter().all(|&actor| !is_side(cast, actor)) {
            // Who offers to host it is no side, and yet it is his offer.
            let puts = joint && matches!(outcome.status, OutcomeStatus::Proposed | OutcomeStatus::Rejected);
            let own = known.iter().copied().filter(|&actor| puts && is_side(cast, actor));
            outcome.parties = own.chain(sides.iter().copied()).collect::<BTreeSet<_>>().into_iter().collect();
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

fn is_side(cast: &Cast, actor: ActorNumber) -> bool {
    matches!(cast.members[actor].kind, ActorKind::State | ActorKind::Organization)
}

/// The states and organisations that sat in a meeting, those of its chair, host or mediator left out
/// where two others remain.
fn sides(cast: &Cast, meeting: &FoundMeeting) -> BTreeSet<ActorNumber> {
    let present = meeting.present();
    let (mut all, mut between) = (BTreeSet::new(), BTreeSet::new());
    for participant in present {
        let member = &cast.members[participant.actor];
        let side = match member.kind {
            ActorKind::State | ActorKind::Organization => Some(participant.actor),
            _ => member.country.and_then(|country| cast.state(country)),
        };
        let Some(side) = side else { continue };
        all.insert(side);
        if matches!(participant.role, Role::Chair | Role::Host | Role::Mediator | Role::Observer) {
            between.insert(side);
        }
    }
    let others: BTreeSet<ActorNumber> = all.difference(&between).copied().collect();
    if others.len() >= 2 { others } else { all }
}
