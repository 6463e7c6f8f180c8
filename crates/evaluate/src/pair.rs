//! Who met whom: pairs of the same kind that were in one meeting that took place, checked for place and
//! day against every meeting of that pair in the gold.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::{Meeting, texts};
use crate::gold::{Class, GoldMeeting, class};
use crate::period::overlap;
use crate::scene::{Keys, Scene, filled};
use crate::{Finding, Metric, Tally, Verdict};

type Pair<'a> = (&'a str, &'a str);

pub(crate) fn who_met(scene: &Scene<'_>, findings: &mut Vec<Finding>) -> Tally {
    let held = scene.gold.meetings.iter().filter(|meeting| class(&meeting.status) == Some(Class::Held));
    let mut wanted: BTreeMap<Pair<'_>, Vec<&GoldMeeting>> = BTreeMap::new();
    let mut implied = BTreeSet::new();
    for meeting in held {
        let parties = scene.parties(meeting);
        for pair in pairs(&parties).filter(|&pair| of_a_kind(scene, pair)) {
            wanted.entry(pair).or_default().push(meeting);
        }
        implied.extend(pairs(&scene.with_states(&parties)));
    }
    let mut tally = Tally::default();
    let mut seen = BTreeSet::new();
    for found in &scene.answer.meetings {
        if found.status.as_deref().and_then(class) != Some(Class::Held) {
            continue;
        }
        for pair in pairs(&scene.with_states(&scene.present(found))) {
            if seen.contains(&pair) || !of_a_kind(scene, pair) {
                continue;
            }
            if wanted.get(&pair).is_some_and(|told| told.iter().any(|gold| fits(scene, gold, found))) {
                seen.insert(pair);
                tally.right += 1;
            } else if !implied.contains(&pair) {
                seen.insert(pair);
                tally.wrong += 1;
                findings.push(finding(scene, pair, Verdict::Extra, texts(&found.evidence)));
            }
        }
    }
    for &pair in wanted.keys().filter(|pair| !seen.contains(*pair)) {
        tally.missed += 1;
        findings.push(finding(scene, pair, Verdict::Missed, Vec::new()));
    }
    tally
}

fn pairs<'a>(keys: &Keys<'a>) -> impl Iterator<Item = Pair<'a>> {
    let keys: Vec<&str> = keys.iter().copied().collect();
    (0..keys.len()).flat_map(move |one| {
        let keys = keys.clone();
        (one + 1..keys.len()).map(move |other| (keys[one], keys[other]))
    })
}

fn of_a_kind(scene: &Scene<'_>, (one, other): Pair<'_>) -> bool {
    scene.kind(one) == scene.kind(other)
}

fn fits(scene: &Scene<'_>, gold: &GoldMeeting, found: &Meeting) -> bool {
    scene.place_is_right(gold, found).unwrap_or(true)
        && filled(gold.when.as_ref()).is_none_or(|when| overlap(when, found.when.as_deref()))
}

fn finding(scene: &Scene<'_>, pair: Pair<'_>, verdict: Verdict, sentences: Vec<String>) -> Finding {
    let what = format!("{} and {}", scene.gold.name(pair.0), scene.gold.name(pair.1));
    Finding { metric: Metric::WhoMet, verdict, what, sentences }
}
