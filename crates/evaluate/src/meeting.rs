//! Meetings: which found one is which of the gold.
//!
//! Each is matched once at most, the best likeness first; a likeness is half the parties, a quarter the
//! day and a quarter the place, and none where the status is of another class.

use std::collections::BTreeMap;

use crate::answer::{Meeting, texts};
use crate::gold::{GoldMeeting, class};
use crate::passage::Passages;
use crate::period::overlap;
use crate::scene::{Keys, Scene, filled};
use crate::{Finding, Metric, Tally, Verdict};

/// Least share of parties in common.
const PARTIES: f64 = 0.3;
/// Least likeness.
const LIKENESS: f64 = 0.45;

/// Numbers of found meetings by number of the gold's.
pub(crate) type Matched = BTreeMap<usize, usize>;

pub(crate) fn matched(scene: &Scene<'_>) -> Matched {
    let mut pairs = Vec::new();
    for (wanted, gold) in scene.gold.meetings.iter().enumerate() {
        for (number, found) in scene.answer.meetings.iter().enumerate() {
            pairs.extend(likeness(scene, gold, found).map(|likeness| (likeness, wanted, number)));
        }
    }
    pairs.sort_by(|one, other| {
        other.0.total_cmp(&one.0).then_with(|| (other.1, other.2).cmp(&(one.1, one.2)))
    });
    let mut matched = Matched::new();
    let mut used = vec![false; scene.answer.meetings.len()];
    for (_, wanted, number) in pairs {
        if !used[number] && !matched.contains_key(&wanted) {
            matched.insert(wanted, number);
            used[number] = true;
        }
    }
    matched
}

fn likeness(scene: &Scene<'_>, gold: &GoldMeeting, found: &Meeting) -> Option<f64> {
    if found.status.as_deref().and_then(class) != class(&gold.status) {
        return None;
    }
    let wanted = scene.with_states(&scene.parties(gold));
    let named = scene.with_states(&scene.expected(found));
    let when = filled(gold.when.as_ref());
    let mut parties = shared(&wanted, &named);
    if wanted.is_empty() && (when.is_some() || !gold.place.is_empty()) {
        // The text names no party: day and place must do.
        parties = if named.is_empty() { 1.0 } else { PARTIES };
    }
    let date = when.is_none_or(|when| overlap(when, found.when.as_deref()));
    let place = scene.place_is_right(gold, found).unwrap_or(true);
    let likeness = 0.5 * parties + 0.25 * f64::from(date) + 0.25 * f64::from(place);
    let told_apart = date && place && when.is_some() && !gold.place.is_empty();
    let alike = parties >= PARTIES || parties > 0.0 && told_apart;
    (alike && likeness >= LIKENESS).then_some(likeness)
}

#[expect(clippy::cast_precision_loss, reason = "a meeting has few parties")]
fn shared(one: &Keys<'_>, other: &Keys<'_>) -> f64 {
    match one.union(other).count() {
        0 => 0.0,
        all => one.intersection(other).count() as f64 / all as f64,
    }
}

pub(crate) fn meetings(
    scene: &Scene<'_>,
    matched: &Matched,
    passages: &Passages,
    findings: &mut Vec<Finding>,
) -> Tally {
    for (_, gold) in scene.gold.meetings.iter().enumerate().filter(|(n, _)| !matched.contains_key(n)) {
        let parties = scene.parties(gold);
        let when = gold.when.as_deref().unwrap_or("no date");
        findings.push(Finding {
            metric: Metric::Meetings,
            verdict: Verdict::Missed,
            what: format!("{}: {}, {when}: {}", gold.key, gold.status, scene.names(&parties)),
            sentences: passages.with_most(parties.iter().filter_map(|key| scene.gold.actor(key))),
        });
    }
    let extra = |number: &usize| !matched.values().any(|used| used == number);
    for (_, found) in scene.answer.meetings.iter().enumerate().filter(|(n, _)| extra(n)) {
        let names: Vec<&str> =
            found.participants.iter().map(|p| scene.name_found(p.actor.as_deref())).collect();
        let status = found.status.as_deref().unwrap_or_default();
        let when = found.when.as_deref().unwrap_or("no date");
        findings.push(Finding {
            metric: Metric::Meetings,
            verdict: Verdict::Extra,
            what: format!("{status}, {when}: {}", names.join(", ")),
            sentences: texts(&found.evidence),
        });
    }
    Tally {
        right: matched.len(),
        wrong: scene.answer.meetings.len() - matched.len(),
        missed: scene.gold.meetings.len() - matched.len(),
    }
}
