//! Statements: the words found, and by the right speaker. A statement too many costs nothing: the gold
//! has the ones worth keeping, not all.

use crate::answer::{Statement, Words};
use crate::fold::fold;
use crate::passage::Passages;
use crate::scene::Scene;
use crate::{Finding, Metric, Tally, Verdict};

/// Share of a quotation's words that a span must have where it does not have them in a row.
const SHARE: f64 = 0.8;
/// A quotation must be longer than this for its words to count out of order.
const SHORT: usize = 3;

pub(crate) fn statements(scene: &Scene<'_>, passages: &Passages, findings: &mut Vec<Finding>) -> Tally {
    let mut tally = Tally::default();
    let spans: Vec<(String, &Statement)> = scene
        .answer
        .statements
        .iter()
        .map(|statement| (spoken(statement.text.as_deref(), &statement.evidence), statement))
        .collect();
    for gold in &scene.gold.statements {
        let wanted = fold(&gold.quote);
        let hits: Vec<&Statement> =
            spans.iter().filter(|(span, _)| covers(span, &wanted)).map(|(_, found)| *found).collect();
        if hits.iter().any(|hit| scene.key(hit.speaker.as_deref()) == Some(gold.speaker.as_str())) {
            tally.right += 1;
            continue;
        }
        tally.missed += 1;
        let speaker = scene.gold.name(&gold.speaker);
        let mut verdict = Verdict::Missed;
        let mut what = format!("{speaker}: {}", gold.quote);
        if !hits.is_empty() {
            tally.wrong += 1;
            verdict = Verdict::Wrong;
            let heard: Vec<&str> = hits.iter().map(|hit| scene.name_found(hit.speaker.as_deref())).collect();
            what = format!("{speaker}, not {}: {}", heard.join(", "), gold.quote);
        }
        let sentences = passages.naming([gold.quote.as_str()]);
        findings.push(Finding { metric: Metric::Statements, verdict, what, sentences });
    }
    tally
}

#[expect(clippy::cast_precision_loss, reason = "a quotation has few words")]
fn covers(span: &str, wanted: &str) -> bool {
    if span.contains(wanted) {
        return true;
    }
    let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    let there = words.iter().filter(|word| span.split(' ').any(|other| other == **word)).count();
    words.len() > SHORT && there as f64 >= (SHARE * words.len() as f64).max(1.0)
}

/// The words of a record and of its evidence.
pub(crate) fn spoken(text: Option<&str>, evidence: &[Words]) -> String {
    let evidence = evidence.iter().map(|words| words.text.as_deref().unwrap_or_default());
    let all: Vec<&str> = std::iter::once(text.unwrap_or_default()).chain(evidence).collect();
    fold(&all.join(" "))
}
