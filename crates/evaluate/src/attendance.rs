//! Who was in a meeting, and who stayed away: over the meetings that were matched, those of the gold
//! that were not, and those found that are none.

use crate::answer::texts;
use crate::gold::{Class, class};
use crate::meeting::Matched;
use crate::scene::{Keys, Scene};
use crate::{Finding, Metric, Tally, Verdict};

pub(crate) fn edges_and_absences(
    scene: &Scene<'_>,
    matched: &Matched,
    findings: &mut Vec<Finding>,
) -> (Tally, Tally) {
    let (mut edges, mut absences) = (Tally::default(), Tally::default());
    for (number, gold) in scene.gold.meetings.iter().enumerate() {
        let held = class(&gold.status) == Some(Class::Held);
        let parties = scene.parties(gold);
        let away: Keys<'_> = gold.absent.iter().map(String::as_str).collect();
        let Some(found) = matched.get(&number).map(|&found| &scene.answer.meetings[found]) else {
            edges.missed += parties.len();
            // Nobody is absent from what did not take place.
            absences.missed += if held { away.len() } else { 0 };
            continue;
        };
        let named = if held { scene.present(found) } else { scene.expected(found) };
        let implied = scene.with_states(&parties);
        let shown = scene.with_states(&named);
        let mut note = |metric, verdict, keys: &Keys<'_>| {
            if !keys.is_empty() {
                let what = format!("{}: {}", gold.key, scene.names(keys));
                findings.push(Finding { metric, verdict, what, sentences: texts(&found.evidence) });
            }
        };
        // A participant's own state is no error.
        let wrong: Keys<'_> = named.difference(&implied).copied().collect();
        let missed: Keys<'_> = parties.difference(&shown).copied().collect();
        edges.right += parties.len() - missed.len();
        edges.wrong += wrong.len();
        edges.missed += missed.len();
        note(Metric::Edges, Verdict::Extra, &wrong);
        note(Metric::Edges, Verdict::Missed, &missed);
        if held {
            let told = scene.absent(found);
            let wrong: Keys<'_> =
                told.difference(&away).copied().filter(|key| scene.kind(key) == "person").collect();
            let missed: Keys<'_> = away.difference(&told).copied().collect();
            absences.right += away.len() - missed.len();
            absences.wrong += wrong.len();
            absences.missed += missed.len();
            note(Metric::Absences, Verdict::Extra, &wrong);
            note(Metric::Absences, Verdict::Missed, &missed);
        }
    }
    for (number, found) in scene.answer.meetings.iter().enumerate() {
        if matched.values().any(|&used| used == number) {
            continue;
        }
        edges.wrong += scene.present(found).len();
        if found.status.as_deref().and_then(class) == Some(Class::Held) {
            absences.wrong += scene.absent(found).len();
        }
    }
    (edges, absences)
}
