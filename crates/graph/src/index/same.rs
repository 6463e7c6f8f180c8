//! What the index keeps of identity: the clusters and the judgements; and bringing them up to date.
//!
//! It must not know the rules. Invariant: after a commit the clusters are those that the rules make of all
//! tellings; a process that dies in between leaves the note that they have to be made again.

use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use rapporteur_schema::{Judgement, RecordId, RecordKind, Reliability, Verdict};

use super::derive::kind_byte;
use super::keys::{CALENDAR, CLUSTER, JUDGEMENT, Key, Node};
use super::{Index, Touched};
use crate::GraphError;
use crate::fold::fold;
use crate::identity::judgement::{Standing, standing};
use crate::identity::resolve::{Seeds, resolve};
use crate::identity::{Cluster, Identity};
use crate::snapshot::{Admitted, Moment, day_of};

impl Touched {
    pub(super) fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.moved.is_empty() && !self.rows && self.judgements.is_empty()
    }
}

impl Index {
    /// What is the same.
    pub(crate) const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Every judgement, in the order of the journal.
    pub(crate) fn judgements(&self) -> &[Judgement] {
        &self.judgements
    }

    /// Reads a judgement in.
    pub(super) fn judge(&mut self, judgement: &Judgement) -> Result<(), GraphError> {
        for subject in &judgement.subjects {
            self.intern(&subject.id)?;
            if let Some(document) = &subject.document {
                self.intern(&document.clone().into())?;
            }
        }
        let number = (self.judgements.len() + self.touched.judgements.len()) as Node;
        self.map.put(Key::new(JUDGEMENT).node(number).done(), Some(judgement.to_line().into_bytes()));
        self.touched.judgements.push(judgement.clone());
        Ok(())
    }

    /// Reads what is kept.
    pub(super) fn load_identity(&mut self) -> Result<(), GraphError> {
        let (mut clusters, mut judgements) = (Vec::new(), Vec::new());
        let (begin, end) = (Key::new(CLUSTER).done(), Key::new(JUDGEMENT).behind());
        let range = self.map.range(&begin, &end, |key, value| {
            let into = if key.first() == Some(&CLUSTER) { &mut clusters } else { &mut judgements };
            into.push(value.to_vec());
            true
        });
        range.map_err(self.broken())?;
        for value in clusters {
            self.identity.insert(self.decode(&value)?);
        }
        for value in judgements {
            let line = str::from_utf8(&value).map_err(|error| self.damaged(error))?;
            self.judgements.push(Judgement::from_line(line).map_err(|error| self.damaged(error))?);
        }
        if self.state.unresolved {
            let rows = Touched { rows: true, ..Touched::default() };
            self.identity = Identity::default();
            let nodes = self.map_keys(&Key::new(CLUSTER))?;
            nodes.into_iter().for_each(|key| self.map.put(key, None));
            self.resolve(rows)?;
            self.state.unresolved = false;
            self.write_waiting()?;
        }
        Ok(())
    }

    fn map_keys(&self, begin: &Key) -> Result<Vec<Vec<u8>>, GraphError> {
        let mut keys = Vec::new();
        self.each(begin, |key| keys.push(key.to_vec()))?;
        Ok(keys)
    }

    /// Finds out what is the same, where something changed.
    pub(super) fn resolve(&mut self, touched: Touched) -> Result<(), GraphError> {
        let Touched { mut nodes, moved, rows, judgements } = touched;
        for judgement in &judgements {
            let undone = self
                .judgements
                .iter()
                .chain(&judgements)
                .filter(|known| judgement.undoes.as_ref() == Some(&known.id));
            for subject in undone.chain([judgement]).flat_map(|judgement| &judgement.subjects) {
                nodes.extend(self.number(&subject.id)?);
            }
        }
        self.judgements.extend(judgements);
        if rows {
            nodes.extend(self.told_in_words()?);
        }
        nodes.extend(self.parts_named_like(&nodes)?);
        let seeds = Seeds { moved, ..Seeds::of(self, nodes)? };
        let standing = self.standing(None)?;
        let mut identity = std::mem::take(&mut self.identity);
        let change = resolve(&Admitted::new(self, Moment::default()), &standing, &mut identity, seeds);
        self.identity = identity;
        let change = change?;
        for cluster in &change.removed {
            self.map.put(key(cluster), None);
        }
        for cluster in &change.added {
            let value = self.encode(cluster)?;
            self.map.put(key(cluster), Some(value));
        }
        Ok(())
    }

    /// The nodes in parts for one of which an id was, or will be, made that one of these has or had: it must give way,
    /// or may have it back.
    fn parts_named_like(&self, nodes: &BTreeSet<Node>) -> Result<BTreeSet<Node>, GraphError> {
        let mut found = BTreeSet::new();
        for node in nodes {
            let id = self.id(*node)?;
            let mut stem = id.as_str();
            while let Some((shorter, _)) = stem.rsplit_once('-') {
                stem = shorter;
                let Ok(id) = stem.parse::<RecordId>() else { continue };
                found.extend(self.number(&id)?.filter(|node| self.identity.is_in_parts(*node)));
            }
        }
        Ok(found)
    }

    /// The judgements that stand, of those made by a day where one is given, by numbers.
    pub(crate) fn standing(&self, by: Option<Date>) -> Result<Vec<Standing>, GraphError> {
        let mut found = Vec::new();
        for judgement in standing(self.made(by)) {
            let mut subjects = Vec::with_capacity(2);
            for subject in &judgement.subjects {
                let document = match &subject.document {
                    Some(document) => self.number(&document.clone().into())?,
                    None => None,
                };
                subjects.extend(self.number(&subject.id)?.map(|node| (node, document)));
            }
            if let [one, other] = subjects[..] {
                found.push(Standing { same: judgement.verdict == Verdict::Same, subjects: [one, other] });
            }
        }
        Ok(found)
    }

    /// How reliable outlets are, as judged by a day where one is given, by their folded names.
    pub(crate) fn reliabilities(&self, by: Option<Date>) -> HashMap<String, Reliability> {
        let standing = standing(self.made(by));
        let outlets =
            standing.iter().filter_map(|one| Some((fold(one.outlet.as_deref()?), one.reliability?)));
        outlets.collect()
    }

    /// The judgements made by a day, where one is given.
    fn made(&self, by: Option<Date>) -> impl Iterator<Item = &Judgement> + Clone {
        self.judgements.iter().filter(move |one| by.is_none_or(|by| day_of(one.time) <= by))
    }

    /// The documents that are no data sets.
    pub(crate) fn documents_in_words(&self) -> Result<Vec<Node>, GraphError> {
        let mut found = Vec::new();
        for document in self.nodes(&Key::new(CALENDAR).byte(kind_byte(RecordKind::Document)))? {
            if self.document(document)?.is_some_and(|card| !card.is_data_set) {
                found.push(document);
            }
        }
        Ok(found)
    }

    /// What those documents tell.
    pub(crate) fn told_in_words(&self) -> Result<BTreeSet<Node>, GraphError> {
        let mut found = BTreeSet::new();
        for document in self.documents_in_words()? {
            found.extend(self.told(document)?);
        }
        Ok(found)
    }
}

/// The key of a cluster: its first unit.
fn key(cluster: &Cluster) -> Vec<u8> {
    let first = cluster.units.first();
    let node = first.map_or(0, |unit| unit.node);
    // Numbers of documents begin at zero, and zero stands for all of them.
    let document = first.and_then(|unit| unit.documents.as_ref()?.first()).map_or(0, |document| document + 1);
    Key::new(CLUSTER).node(node).node(document).done()
}
