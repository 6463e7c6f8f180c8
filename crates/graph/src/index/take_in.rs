//! Taking in what the journal says: a document with what it tells, in place of what it told, or its removal.
//!
//! It must not know what is the same. Invariant: the entries of a node are the union over what all documents tell of it,
//! so that taking a document out takes out just what it alone said.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_schema::{DocumentId, RecordId, RecordKind};

use super::card::{Card, Facts};
use super::derive::{derive, kind_byte};
use super::keys::{self, CALENDAR, DOCUMENT, Key, NODE, Node, TELLING, TOLD, UNDATED, day};
use super::{DocumentCard, Index};
use crate::identity::is_data_set;
use crate::journal::{Entry, Group, Position};
use crate::likeness::sketch;
use crate::{Counts, GraphError};

impl Index {
    /// The number of an id, given now where it has none.
    pub(super) fn intern(&mut self, id: &RecordId) -> Result<Node, GraphError> {
        if let Some(node) = self.number(id)? {
            if !self.fresh.contains_key(id) {
                self.known.insert(id.clone(), node);
            }
            return Ok(node);
        }
        let node = self.state.next;
        let Some(next) = node.checked_add(1) else {
            return Err(GraphError::Full { path: self.path.clone(), what: "ids" });
        };
        self.state.next = next;
        let number = self.encode(&node)?;
        self.map.put_unseen(Key::of_id(id).done(), Some(number));
        self.map.put_unseen(Key::new(NODE).node(node).done(), Some(id.as_str().as_bytes().to_vec()));
        self.fresh.insert(id.clone(), node);
        self.fresh_ids.push(id.clone());
        self.untold.insert(node);
        Ok(node)
    }

    /// Reads a frame in. Nothing is written until [`Index::commit`].
    pub(crate) fn read(&mut self, position: Position, entries: &[Entry]) -> Result<(), GraphError> {
        for entry in entries {
            match entry {
                Entry::Group(group) => self.replace(position, group)?,
                Entry::Removal(document) => self.remove(document)?,
                Entry::Judgement(judgement) => self.judge(judgement)?,
            }
        }
        self.state.read = position.end();
        self.state.last = Some(position);
        self.state.frames += 1;
        Ok(())
    }

    /// Notes that the journal was read up to an offset where no frame was.
    pub(crate) fn skip_to(&mut self, offset: u64) {
        self.state.read = offset;
    }

    fn replace(&mut self, position: Position, group: &Group) -> Result<(), GraphError> {
        let document = self.intern(&group.document.id.clone().into())?;
        let json = serde_json::to_string(&group.document).map_err(|error| self.damaged(error))?;
        let extent = group.extent();
        let mut counts = Counts::count(group.records.iter().map(|(record, _)| record));
        counts.documents = 1;
        let row = is_data_set(&counts, &group.text);
        let sketch = if row { Vec::new() } else { sketch(&group.text) };
        let (line, digest, is_data_set) = (group.line, group.digest, row);
        // A text that is only read anew has been here since it first came in.
        let recorded = match self.document(document)? {
            Some(known) if self.document_record(&known)?.sha256 == group.document.sha256 => {
                known.recorded.or(group.recorded)
            }
            _ => group.recorded,
        };
        let card =
            DocumentCard { position, line, extent, digest, recorded, counts, json, sketch, is_data_set };
        let mut told = BTreeMap::new();
        let mut order = Vec::with_capacity(group.records.len());
        for (record, line) in &group.records {
            let node = self.intern(&record.id())?;
            let Some(facts) = Facts::of(record, |id| self.intern(&id))? else { continue };
            order.push(node);
            told.insert(node, (record.kind(), Card { line: *line, facts, row }));
        }
        self.tell(document, Some((card, group.document.published.as_ref())), &order, told)
    }

    fn remove(&mut self, document: &DocumentId) -> Result<(), GraphError> {
        match self.number(&document.clone().into())? {
            Some(document) => self.tell(document, None, &[], BTreeMap::new()),
            None => Ok(()),
        }
    }

    /// Puts what a document tells in place of what it told.
    fn tell(
        &mut self,
        document: Node,
        card: Option<(DocumentCard, Option<&rapporteur_schema::Edtf>)>,
        order: &[Node],
        mut told: BTreeMap<Node, (RecordKind, Card)>,
    ) -> Result<(), GraphError> {
        let before = self.document(document)?;
        let rows = |card: &DocumentCard| card.is_data_set;
        if let Some(before) = &before
            && !rows(before)
        {
            self.touched.nodes.extend(self.told(document)?);
        }
        match &card {
            Some((card, _)) if rows(card) => self.touched.rows = true,
            Some(_) => self.touched.nodes.extend(order),
            None => {}
        }
        self.touched.rows |= before.as_ref().is_some_and(rows);
        let calendar = |published: Option<&rapporteur_schema::Edtf>| {
            let day = published.map_or(UNDATED, |when| day(when.first_day()));
            Key::new(CALENDAR).byte(kind_byte(RecordKind::Document)).day(day).node(document).done()
        };
        if let Some(before) = &before {
            let published = self.document_record(before)?.published;
            self.map.put(calendar(published.as_ref()), None);
            self.state.counts.documents -= 1;
            self.state.tellings -= 1;
            for node in self.told(document)? {
                if !told.contains_key(&node) {
                    self.retell(node, self.id(node)?.kind(), document, None)?;
                }
            }
        }
        let value = match &card {
            Some((card, published)) => {
                self.map.put(calendar(*published), Some(Vec::new()));
                self.state.counts.documents += 1;
                self.state.tellings += 1;
                Some(self.encode(card)?)
            }
            None => None,
        };
        let told_nodes = value.is_some().then(|| self.encode(&order)).transpose()?;
        self.map.put(Key::new(TOLD).node(document).done(), told_nodes);
        self.map.put(Key::new(DOCUMENT).node(document).done(), value);
        for node in order {
            if let Some((kind, card)) = told.remove(node) {
                self.retell(*node, kind, document, Some(card))?;
            }
        }
        Ok(())
    }

    /// Puts what one document tells of a node in place of what it told.
    fn retell(
        &mut self,
        node: Node,
        kind: RecordKind,
        document: Node,
        card: Option<Card>,
    ) -> Result<(), GraphError> {
        if self.untold.remove(&node)
            && let Some(card) = &card
        {
            // Nobody told of it before, so nothing of it need be looked for or compared.
            *self.state.counts.of_mut(kind) += 1;
            self.state.tellings += 1;
            let value = self.encode(card)?;
            self.map.put(Key::new(TELLING).node(node).node(document).done(), Some(value));
            derive(node, card, |key| self.map.put_unseen(key, Some(Vec::new())));
            return Ok(());
        }
        let cards = self.cards(node)?;
        let alike = |card: &Card| {
            cards
                .iter()
                .any(|(teller, told)| *teller != document && told.facts == card.facts && told.row == card.row)
        };
        if let Some(card) = &card
            && cards.iter().all(|(teller, _)| *teller != document)
            && alike(card)
        {
            // Another tells the same, so that every entry that follows is there.
            self.state.tellings += 1;
            let value = self.encode(card)?;
            self.map.put(Key::new(TELLING).node(node).node(document).done(), Some(value));
            return Ok(());
        }
        let (mut before, mut after) = (BTreeSet::new(), BTreeSet::new());
        for (teller, told) in &cards {
            derive(node, told, |key| {
                before.insert(key);
            });
            if *teller != document {
                derive(node, told, |key| {
                    after.insert(key);
                });
            }
        }
        let told_before = cards.iter().any(|(teller, _)| *teller == document);
        let others = cards.len() - usize::from(told_before);
        let count = self.state.counts.of_mut(kind);
        *count = *count + u64::from(card.is_some() && cards.is_empty())
            - u64::from(card.is_none() && told_before && others == 0);
        self.state.tellings = self.state.tellings + u64::from(card.is_some()) - u64::from(told_before);
        let value = match &card {
            Some(card) => {
                derive(node, card, |key| {
                    after.insert(key);
                });
                Some(self.encode(card)?)
            }
            None => None,
        };
        self.map.put(Key::new(TELLING).node(node).node(document).done(), value);
        let country = |key: &&Vec<u8>| key.first() == Some(&keys::COUNTRY);
        let elsewhere = match kind {
            RecordKind::Actor => !before.iter().filter(country).eq(after.iter().filter(country)),
            RecordKind::Place => before != after,
            _ => false,
        };
        if elsewhere {
            self.touched.moved.insert(node);
        }
        for key in before.difference(&after) {
            self.map.put_unseen(key.clone(), None);
        }
        for key in after.difference(&before) {
            self.map.put_unseen(key.clone(), Some(Vec::new()));
        }
        Ok(())
    }
}
