//! Which rules read a piece of evidence. Records do not keep that, so the text in the store is read again.
//!
//! Invariant: rules are named only where the extractor, run on the same text, finds a record of that kind with that
//! very span; else it is said that it finds none.

use std::collections::HashMap;
use std::ops::Range;

use rapporteur_extract::date::{self, Dates};
use rapporteur_extract::text::Text;
use rapporteur_extract::{Explanation, RuleExtractor, Source};
use rapporteur_graph::Store;
use rapporteur_schema::{Document, DocumentId, Edtf, Record, RecordKind};

use super::Provenance;
use crate::Error;

/// How rules read a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// They find a record of its kind in these words; these fired on its sentence, in this order.
    Found(Vec<RuleFired>),
    /// They find none: it was imported, or read with other rules or another lexicon.
    NotFound,
}

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleFired {
    /// The rule, by its module (`meeting/candidate`), of dates by its name (`date/weekday_before`).
    pub rule: String,
    /// What it read.
    pub what: String,
}

/// Reads documents again, each once.
pub(super) struct Readings<'s> {
    store: &'s Store,
    extractor: &'s RuleExtractor,
    read: HashMap<DocumentId, Option<Read>>,
}

/// A document read again, and by sentence the rules that dated it.
struct Read {
    explanation: Explanation,
    dated: Vec<Vec<RuleFired>>,
}

impl<'s> Readings<'s> {
    pub(super) fn new(store: &'s Store, extractor: &'s RuleExtractor) -> Self {
        Self { store, extractor, read: HashMap::new() }
    }

    pub(super) fn of(&mut self, piece: &Provenance) -> Result<Reading, Error> {
        let document = &piece.evidence.document;
        if !self.read.contains_key(document) {
            let read = self.read(document)?;
            self.read.insert(document.clone(), read);
        }
        let read = self.read.get(document).and_then(Option::as_ref);
        Ok(read.and_then(|read| read.rules(piece)).map_or(Reading::NotFound, Reading::Found))
    }

    /// Nothing where the text would be read as another: offsets would not be those of the store.
    fn read(&self, id: &DocumentId) -> Result<Option<Read>, Error> {
        let view = self.store.record(&id.clone().into())?;
        let (Some(text), Some(Record::Document(document))) =
            (self.store.text(id)?, view.map(|view| view.record))
        else {
            return Ok(None);
        };
        let explanation = self.extractor.explain(text.as_bytes(), &source(&document));
        if explanation.extraction.text != text {
            return Ok(None);
        }
        let parsed = Text::read(&text);
        let published = document.published.as_ref().and_then(Edtf::as_day);
        let dates = date::timeline(&parsed, published);
        let dated = (0..parsed.sentences.len()).map(|sentence| dated(&parsed, &dates, sentence)).collect();
        Ok(Some(Read { explanation, dated }))
    }
}

/// What is known of a document, as it was when it was read.
fn source(document: &Document) -> Source {
    let Document { id, title, publisher, url, published, retrieved, language, .. } = document.clone();
    Source { id: Some(id), published, publisher, title, url, name: None, retrieved, language }
}

/// The rules that give the sentence its dates: those of the dates that it names, else that of its passage.
fn dated(text: &Text<'_>, dates: &Dates, sentence: usize) -> Vec<RuleFired> {
    let fired = |rule: date::DateRule, words: &str, when: &Edtf| RuleFired {
        rule: format!("date/{}", rule.name()),
        what: format!("{words} {when}: {}", rule.meaning()),
    };
    let named = dates.expressions_in(sentence).iter();
    let mut rules: Vec<RuleFired> = named
        .map(|found| {
            let words = text.slice(sentence, found.tokens.clone());
            fired(found.rule, &format!("`{words}` is"), &found.when)
        })
        .collect();
    if let (true, Some(rule), Some(when)) =
        (rules.is_empty(), dates.reference_rule(sentence), dates.reference_of(sentence))
    {
        rules.push(fired(rule, "no day is named; the passage is of", when));
    }
    rules
}

impl Read {
    /// Nothing where no record of the kind is found there.
    fn rules(&self, piece: &Provenance) -> Option<Vec<RuleFired>> {
        let kind = piece.told_as.kind();
        let records = &self.explanation.extraction.records;
        let record = records.iter().find(|record| {
            record.id().kind() == kind && record.spans().any(|span| *span == piece.evidence.span)
        })?;
        let start = usize::try_from(piece.evidence.span.start).unwrap_or(usize::MAX);
        let end = usize::try_from(piece.evidence.span.end).unwrap_or(usize::MAX);
        let touches = |range: &Range<usize>| range.start < end && start < range.end;
        let mut rules = Vec::new();
        for (number, _) in self.explanation.sentences.iter().enumerate().filter(|(_, range)| touches(range)) {
            let notes = self.explanation.notes.iter().filter(|note| note.sentence == number && note.kept);
            let own = notes.filter(|note| is_of(record, note.rule, &note.what));
            rules.extend(own.map(|note| RuleFired { rule: note.rule.to_owned(), what: note.what.clone() }));
            if matches!(kind, RecordKind::Meeting | RecordKind::Statement | RecordKind::Outcome) {
                rules.extend(self.dated.get(number).into_iter().flatten().cloned());
            }
        }
        Some(rules)
    }
}

/// Whether a rule is one of those that read records of this kind, and of an actor, whether it read this one.
fn is_of(record: &Record, rule: &str, what: &str) -> bool {
    let family = rule.split('/').next().unwrap_or(rule);
    match record {
        Record::Actor(actor) => family == "mention" && what.ends_with(&format!(" means {}", actor.name)),
        other => family == other.id().kind().as_str(),
    }
}
