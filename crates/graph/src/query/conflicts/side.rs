//! A side of a contradiction: its words, and who is told to have said them.

use std::collections::HashMap;

use rapporteur_schema::{DocumentId, Record, Span, Statement};

use super::ConflictSide;
use crate::GraphError;
use crate::query::ask::Ask;
use crate::query::evidence::Reader;

/// Looks up who said what, each document once.
pub(super) struct Witness<'a> {
    ask: &'a Ask<'a>,
    reader: Reader<'a>,
    statements: HashMap<DocumentId, Vec<Statement>>,
}

impl<'a> Witness<'a> {
    pub(super) fn new(ask: &'a Ask<'a>) -> Self {
        Self { ask, reader: Reader::new(&ask.snapshot), statements: HashMap::new() }
    }

    /// What is said in a document.
    fn statements(&mut self, document: &DocumentId) -> Result<&[Statement], GraphError> {
        if !self.statements.contains_key(document) {
            let mut said = Vec::new();
            if let Some((node, _)) = self.ask.snapshot.state.find_document(document)? {
                for number in self.ask.snapshot.told(node)? {
                    for telling in self.ask.snapshot.tellings(number)? {
                        if let Record::Statement(statement) = telling.record
                            && telling.document == *document
                        {
                            said.push(statement);
                        }
                    }
                }
            }
            self.statements.insert(document.clone(), said);
        }
        Ok(self.statements.get(document).map_or(&[], Vec::as_slice))
    }

    /// A side.
    pub(super) fn side(
        &mut self,
        value: String,
        documents: Vec<DocumentId>,
        spans: &[Span],
    ) -> Result<ConflictSide, GraphError> {
        let (mut speakers, mut chain) = (Vec::new(), Vec::new());
        for span in spans {
            let said: Vec<_> = self
                .statements(&span.document)?
                .iter()
                .filter(|said| {
                    said.evidence.iter().any(|words| words.start < span.end && span.start < words.end)
                })
                .map(|said| (said.speaker.clone(), said.reported_by.clone()))
                .collect();
            for (speaker, reported_by) in said {
                let add = |list: &mut Vec<_>, id| {
                    self.ask.actor(&id).map(|label| {
                        if !list.contains(&label) {
                            list.push(label);
                        }
                    })
                };
                add(&mut speakers, speaker)?;
                reported_by.into_iter().try_for_each(|id| add(&mut chain, id))?;
            }
        }
        let mut spans = spans.to_vec();
        spans.sort();
        spans.dedup();
        Ok(ConflictSide { value, documents, speakers, chain, evidence: self.reader.views(&spans)? })
    }
}
