//! Actors: each of the gold found once, and no person too many.

use std::collections::BTreeSet;

use crate::answer::texts;
use crate::passage::Passages;
use crate::scene::Scene;
use crate::{Finding, Metric, Tally, Verdict};

pub(crate) fn actors(scene: &Scene<'_>, passages: &Passages, findings: &mut Vec<Finding>) -> Tally {
    let mut tally = Tally::default();
    let mut seen = BTreeSet::new();
    for actor in &scene.answer.actors {
        let key = scene.key(Some(&actor.id));
        if key.is_some_and(|key| seen.insert(key)) {
            tally.right += 1;
        } else if actor.kind.as_deref() == Some("person") {
            // An unknown person, or one person split in two.
            tally.wrong += 1;
            let name = actor.name.as_deref().unwrap_or_default();
            let split = key.map(|key| format!(" (once more, {})", scene.gold.name(key))).unwrap_or_default();
            findings.push(Finding {
                metric: Metric::Actors,
                verdict: Verdict::Extra,
                what: format!("{name}{split}"),
                sentences: passages.naming(texts(&actor.evidence).iter().take(1).map(String::as_str)),
            });
        }
    }
    for (key, actor) in scene.gold.actors.iter().filter(|(key, _)| !seen.contains(key.as_str())) {
        tally.missed += 1;
        findings.push(Finding {
            metric: Metric::Actors,
            verdict: Verdict::Missed,
            what: format!("{} ({})", scene.gold.name(key), actor.kind),
            sentences: passages.naming(actor.names.iter().map(String::as_str)),
        });
    }
    tally
}
