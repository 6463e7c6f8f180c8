//! The score of one document, and of all of them.

use std::collections::BTreeMap;

use crate::passage::Passages;
use crate::scene::Scene;
use crate::{Answer, Case, Finding, Metric, Tally, actor, attendance, meeting, outcome, pair, statement};

/// How well a document was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Score {
    tallies: BTreeMap<Metric, Tally>,
    /// What was missed and what is too much.
    pub findings: Vec<Finding>,
}

impl Score {
    /// The counts of a metric.
    pub fn tally(&self, metric: Metric) -> Tally {
        self.tallies.get(&metric).copied().unwrap_or_default()
    }
}

/// Scores the records of one document.
pub fn score(case: &Case, answer: &Answer) -> Score {
    let scene = Scene::new(&case.gold, answer);
    let passages = Passages::new(&case.text());
    let mut findings = Vec::new();
    let matched = meeting::matched(&scene);
    let actors = actor::actors(&scene, &passages, &mut findings);
    let meetings = meeting::meetings(&scene, &matched, &passages, &mut findings);
    let (edges, absences) = attendance::edges_and_absences(&scene, &matched, &mut findings);
    let who_met = pair::who_met(&scene, &mut findings);
    let statements = statement::statements(&scene, &passages, &mut findings);
    let outcomes = outcome::outcomes(&scene, &passages, &mut findings);
    findings.sort_by_key(|finding| (finding.metric, finding.verdict));
    let tallies = [actors, meetings, edges, absences, who_met, statements, outcomes];
    Score { tallies: Metric::ALL.into_iter().zip(tallies).collect(), findings }
}

/// The sum over documents, as if they were one.
pub fn total<'a>(scores: impl IntoIterator<Item = &'a Score>) -> Score {
    let mut total = Score::default();
    for score in scores {
        for (&metric, &tally) in &score.tallies {
            *total.tallies.entry(metric).or_default() += tally;
        }
    }
    total
}
