//! How a piece of evidence came to prove a record (PROV-O): who is told to have said it, by way of whom, under which
//! id the document tells it, what spoke for that being this record, and which rules read it.
//!
//! It must not know how it is shown. Invariant: nothing is said of a piece that the store, or the extractor run on the
//! text in the store, does not say.

mod report;
mod rule;

use std::collections::BTreeMap;

use rapporteur_extract::RuleExtractor;
use rapporteur_graph::{AsOf, EvidenceView, Reason, Store, Telling};
use rapporteur_schema::{Confidence, RecordId};
use rapporteur_schema::{Judgement, Subject, Verdict};

pub use self::report::Report;
use self::report::Reports;
use self::rule::Readings;
pub use self::rule::{Reading, RuleFired};
use crate::Error;

/// A piece of evidence, and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Provenance {
    /// The words, in their document.
    pub evidence: EvidenceView,
    /// The record under the id that the document gives it.
    pub told_as: RecordId,
    /// How sure whoever read the document was.
    pub confidence: Option<Confidence>,
    /// Who is told to have said it, where somebody is: of a statement its speaker, else whoever says in these words
    /// that it was so.
    pub said: Vec<Report>,
    /// What spoke for this being the record that was asked for.
    pub merged: Vec<Because>,
    /// What people said of it that stands: that it is the same as another, or is not.
    pub judgements: Vec<Judgement>,
    /// How rules read it; nothing where they were not asked.
    pub reading: Option<Reading>,
}

/// Why what a document tells is of one record with something else.
#[derive(Debug, Clone, PartialEq)]
pub struct Because {
    /// The other.
    pub with: Subject,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
}

impl Provenance {
    /// The pieces of evidence of a record, in the order of [`AsOf::evidence`].
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn of(store: &Store, known: AsOf<'_>, id: &RecordId) -> Result<Vec<Self>, Error> {
        let tellings = known.tellings(id)?;
        let (links, judgements) = (known.merged(id)?, standing(store.judgements()));
        let mut reports = Reports::new(store, known);
        let mut pieces = Vec::new();
        for evidence in known.evidence(id)? {
            let Some(telling) = telling(&tellings, &evidence) else { continue };
            let told_as = telling.record.id();
            let is = |subject: &Subject| {
                subject.id == told_as
                    && subject.document.as_ref().is_none_or(|document| *document == evidence.document)
            };
            let because = links.iter().filter_map(|link| {
                let [one, other] = &link.subjects;
                let with = if is(one) {
                    other
                } else if is(other) {
                    one
                } else {
                    return None;
                };
                Some(Because { with: with.clone(), reasons: link.reasons.clone() })
            });
            let of_this = |judgement: &&Judgement| judgement.subjects.iter().any(is);
            pieces.push(Self {
                said: reports.of(&telling.record, &evidence)?,
                confidence: telling.record.confidence(),
                merged: because.collect(),
                judgements: judgements.iter().filter(of_this).cloned().collect(),
                reading: None,
                told_as,
                evidence,
            });
        }
        Ok(pieces)
    }

    /// Reads the documents of the pieces again, each once, and notes which rules fired on them.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn read_again(store: &Store, extractor: &RuleExtractor, pieces: &mut [Self]) -> Result<(), Error> {
        let mut readings = Readings::new(store, extractor);
        for piece in pieces {
            piece.reading = Some(readings.of(piece)?);
        }
        Ok(())
    }
}

fn telling<'t>(tellings: &'t [Telling], evidence: &EvidenceView) -> Option<&'t Telling> {
    tellings.iter().find(|telling| {
        telling.document == evidence.document && telling.record.spans().any(|span| *span == evidence.span)
    })
}

/// The judgements that were not taken back, of two on the same the later.
fn standing(judgements: Vec<Judgement>) -> Vec<Judgement> {
    let undone: Vec<String> = judgements.iter().filter_map(|one| one.undoes.clone()).collect();
    let mut of: BTreeMap<[Subject; 2], usize> = BTreeMap::new();
    let mut standing: Vec<Option<Judgement>> = Vec::new();
    for judgement in judgements {
        if judgement.verdict == Verdict::Undo || undone.contains(&judgement.id) {
            continue;
        }
        let mut subjects = judgement.subjects.clone();
        subjects.sort();
        if let Ok(pair) = <[Subject; 2]>::try_from(subjects)
            && let Some(before) = of.insert(pair, standing.len())
        {
            standing[before] = None;
        }
        standing.push(Some(judgement));
    }
    standing.into_iter().flatten().collect()
}
