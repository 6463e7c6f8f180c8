//! Outcomes: the right kind, one of the parties, one of the words, and the number where there is one.
//! A demand may also be kept as a statement that requests.

use crate::answer::{Outcome, Statement, texts};
use crate::fold::fold;
use crate::gold::GoldOutcome;
use crate::passage::Passages;
use crate::scene::{Keys, Scene};
use crate::statement::spoken;
use crate::{Finding, Metric, Tally, Verdict};

/// Something that may be an outcome of the gold.
struct Candidate<'a> {
    words: String,
    parties: Keys<'a>,
    kept_as: KeptAs<'a>,
    used: bool,
}

enum KeptAs<'a> {
    Outcome(&'a Outcome),
    Request,
}

pub(crate) fn outcomes(scene: &Scene<'_>, passages: &Passages, findings: &mut Vec<Finding>) -> Tally {
    let mut tally = Tally::default();
    let mut candidates = candidates(scene);
    for gold in &scene.gold.outcomes {
        let found = candidates.iter_mut().find(|candidate| !candidate.used && fits(scene, gold, candidate));
        if let Some(found) = found {
            found.used = true;
            tally.right += 1;
        } else {
            tally.missed += 1;
            findings.push(Finding {
                metric: Metric::Outcomes,
                verdict: Verdict::Missed,
                what: format!("{}: {}", gold.key, gold.kind),
                sentences: passages.naming(gold.must_mention.iter().map(String::as_str)),
            });
        }
    }
    for candidate in candidates.iter().filter(|candidate| !candidate.used) {
        if let KeptAs::Outcome(outcome) = candidate.kept_as {
            tally.wrong += 1;
            findings.push(Finding {
                metric: Metric::Outcomes,
                verdict: Verdict::Extra,
                what: format!(
                    "{}: {}",
                    outcome.kind.as_deref().unwrap_or_default(),
                    outcome.text.as_deref().unwrap_or_default()
                ),
                sentences: texts(&outcome.evidence),
            });
        }
    }
    tally
}

fn candidates<'a>(scene: &Scene<'a>) -> Vec<Candidate<'a>> {
    let keys =
        |ids: &[Option<&str>]| scene.with_states(&ids.iter().filter_map(|&id| scene.key(id)).collect());
    let outcomes = scene.answer.outcomes.iter().map(|outcome| Candidate {
        words: spoken(outcome.text.as_deref(), &outcome.evidence),
        parties: keys(&outcome.parties.iter().map(|id| Some(id.as_str())).collect::<Vec<_>>()),
        kept_as: KeptAs::Outcome(outcome),
        used: false,
    });
    let asks = |statement: &&Statement| matches!(statement.act.as_deref(), Some("request" | "demand"));
    let requests = scene.answer.statements.iter().filter(asks).map(|statement| Candidate {
        words: spoken(statement.text.as_deref(), &statement.evidence),
        parties: keys(&[statement.speaker.as_deref()]),
        kept_as: KeptAs::Request,
        used: false,
    });
    outcomes.chain(requests).collect()
}

fn fits(scene: &Scene<'_>, gold: &GoldOutcome, candidate: &Candidate<'_>) -> bool {
    let kept = match candidate.kept_as {
        KeptAs::Request => gold.kind == "demand",
        KeptAs::Outcome(outcome) => {
            let number = outcome.quantity.as_ref().and_then(|quantity| quantity.value);
            outcome.kind.as_deref() == Some(gold.kind.as_str())
                && (gold.quantity.is_none() || number == gold.quantity)
        }
    };
    let told = || {
        gold.must_mention.is_empty()
            || gold.must_mention.iter().any(|word| candidate.words.contains(&fold(word)))
    };
    let between = || {
        let wanted: Keys<'_> = gold.parties.iter().map(String::as_str).collect();
        wanted.is_empty() || !scene.with_states(&wanted).is_disjoint(&candidate.parties)
    };
    kept && told() && between()
}
