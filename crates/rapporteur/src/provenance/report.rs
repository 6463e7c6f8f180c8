//! Who is told to have said something, and by way of whom.
//!
//! Invariant: a meeting or an outcome is told within a statement only where what is said names it: another of those
//! who were in it, or the outcome's words. That both stand in one sentence is not enough.

use std::collections::HashMap;

use rapporteur_graph::{ActorLabel, AsOf, EvidenceView, Filter, Store};
use rapporteur_schema::{ActorId, DocumentId, Record, Statement};

use crate::Error;

/// Who said it, and who passed it on.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Who.
    pub speaker: ActorLabel,
    /// For whom.
    pub on_behalf_of: Option<ActorLabel>,
    /// The chain of report, nearest the reader first.
    pub reported_by: Vec<ActorLabel>,
}

/// Looks up who said what, each document and each actor once.
pub(super) struct Reports<'s> {
    store: &'s Store,
    known: AsOf<'s>,
    said: HashMap<DocumentId, Vec<Statement>>,
    actors: HashMap<ActorId, (ActorLabel, Vec<String>)>,
}

impl<'s> Reports<'s> {
    pub(super) fn new(store: &'s Store, known: AsOf<'s>) -> Self {
        Self { store, known, said: HashMap::new(), actors: HashMap::new() }
    }

    /// Who is told to have said what a piece of evidence proves.
    pub(super) fn of(&mut self, record: &Record, evidence: &EvidenceView) -> Result<Vec<Report>, Error> {
        let statements = match record {
            Record::Statement(statement) => vec![statement.clone()],
            Record::Meeting(_) | Record::Outcome(_) => self.saying(record, evidence)?,
            _ => Vec::new(),
        };
        let mut reports = Vec::new();
        for statement in statements {
            let on_behalf_of = statement.on_behalf_of.as_ref().map(|actor| self.label(actor)).transpose()?;
            let passed_on = statement.reported_by.iter().map(|actor| self.label(actor));
            let reported_by = passed_on.collect::<Result<_, _>>()?;
            let report = Report { speaker: self.label(&statement.speaker)?, on_behalf_of, reported_by };
            if !reports.contains(&report) {
                reports.push(report);
            }
        }
        Ok(reports)
    }

    /// The statements around some words whose own words name what the words prove.
    fn saying(&mut self, record: &Record, evidence: &EvidenceView) -> Result<Vec<Statement>, Error> {
        let around = |statement: &&Statement| {
            let span = &evidence.span;
            let mut spans = statement.evidence.iter().filter(|other| other.document == span.document);
            spans.any(|other| other.start <= span.start && span.end <= other.end)
        };
        let near: Vec<Statement> =
            self.statements(&evidence.document)?.iter().filter(around).cloned().collect();
        let mut saying = Vec::new();
        for statement in near {
            let names = match record {
                Record::Outcome(outcome) => statement.text.contains(outcome.text.trim()),
                Record::Meeting(meeting) => {
                    let mut others = meeting.participants.iter().map(|part| &part.actor);
                    let words = words(&statement.text);
                    others.try_fold(false, |named, other| {
                        let is_other = *other != statement.speaker;
                        Ok::<bool, Error>(named || (is_other && self.is_named(other, &words)?))
                    })?
                }
                _ => false,
            };
            if names {
                saying.push(statement);
            }
        }
        Ok(saying)
    }

    /// What a document tells was said.
    fn statements(&mut self, document: &DocumentId) -> Result<&[Statement], Error> {
        if !self.said.contains_key(document) {
            let known = self.known;
            let filter = Filter { document: Some(document.clone()), ..known.filter() };
            let mut said = Vec::new();
            for row in self.store.statements().matching(filter).run()? {
                for telling in known.tellings(&row.statement.id.clone().into())? {
                    if let Record::Statement(statement) = telling.record
                        && telling.document == *document
                    {
                        said.push(statement);
                    }
                }
            }
            self.said.insert(document.clone(), said);
        }
        Ok(self.said.get(document).map_or(&[], Vec::as_slice))
    }

    /// Whether one of an actor's names, or the last word of one, is among some words.
    fn is_named(&mut self, actor: &ActorId, words: &[String]) -> Result<bool, Error> {
        let (_, names) = self.actor(actor)?;
        Ok(names.iter().any(|name| {
            self::words(name).last().is_some_and(|last| last.chars().count() > 2 && words.contains(last))
        }))
    }

    fn label(&mut self, actor: &ActorId) -> Result<ActorLabel, Error> {
        Ok(self.actor(actor)?.0.clone())
    }

    /// An actor's label and names; the slug where no document tells of it any more.
    fn actor(&mut self, id: &ActorId) -> Result<&(ActorLabel, Vec<String>), Error> {
        if !self.actors.contains_key(id) {
            let view = self.known.record(&id.clone().into())?;
            let known = match view.map(|view| view.record) {
                Some(Record::Actor(actor)) => {
                    let (kind, country) = (Some(actor.kind), actor.country);
                    let label = ActorLabel { id: actor.id, name: actor.name.clone(), kind, country };
                    (label, std::iter::once(actor.name).chain(actor.aliases).collect())
                }
                _ => {
                    let name = id.slug().to_owned();
                    (ActorLabel { id: id.clone(), name, kind: None, country: None }, Vec::new())
                }
            };
            self.actors.insert(id.clone(), known);
        }
        // It was put in just above, where it was not there.
        Ok(&self.actors[id])
    }
}

/// The words of a text in lower case.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
