//! The store as one question sees it: the tellings that count, with what is the same as one.
//!
//! It must not know questions or rows. Numbers that come out of it stand for actors, places and meetings as they were
//! found to be, not for ids; numbers that go in have come out of it before. Invariant: a telling by a document
//! that is not admitted is as if it were not there, for what is the same too; the index has an entry for what any
//! document tells, so what it finds is compared with what is left before it counts.

mod admitted;
mod series;
mod short;

use std::cell::OnceCell;
use std::collections::HashMap;

use jiff::civil::Date;
use rapporteur_schema::{RecordId, Reliability, Subject};

pub(crate) use self::admitted::{Admitted, Moment, day_of};
use self::series::Series;
use crate::fold::fold;
use crate::identity::resolve::{Seeds, resolve};
use crate::identity::{Cluster, Identity, Unit};
use crate::index::card::{Card, Facts};
use crate::index::derive::{Relation, derive, links_to};
use crate::index::keys::{Key, Node};
use crate::store::State;
use crate::{GraphError, Telling};

/// The store at a moment, or as it is.
pub(crate) struct Snapshot<'a> {
    pub(crate) state: &'a State,
    admitted: Admitted<'a>,
    /// What was the same then, once it was asked for.
    past: OnceCell<Identity>,
    /// How reliable outlets were judged to be then, once it was asked for.
    reliabilities: OnceCell<HashMap<String, Reliability>>,
    /// The rounds of talks, once they were asked for.
    series: OnceCell<Series>,
}

impl<'a> Snapshot<'a> {
    /// What the documents that count tell.
    pub(crate) fn new(state: &'a State, moment: Moment) -> Self {
        let admitted = Admitted::new(&state.index, moment);
        let (past, reliabilities, series) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        Self { state, admitted, past, reliabilities, series }
    }

    /// What all documents tell.
    pub(crate) fn now(state: &'a State) -> Self {
        Self::new(state, Moment::default())
    }

    /// Whether a document counts.
    pub(crate) fn admits(&self, document: Node) -> Result<bool, GraphError> {
        self.admitted.admits(document)
    }

    /// The tellings that count, by the numbers of ids.
    pub(crate) const fn admitted(&self) -> &Admitted<'a> {
        &self.admitted
    }

    /// How reliable an outlet is judged to be.
    pub(crate) fn reliability(&self, outlet: &str) -> Option<Reliability> {
        let recorded = self.admitted.moment.recorded;
        let known = self.reliabilities.get_or_init(|| self.state.index.reliabilities(recorded));
        if known.is_empty() { None } else { known.get(&fold(outlet)).copied() }
    }

    /// What is the same.
    pub(crate) fn identity(&self) -> Result<&Identity, GraphError> {
        if self.admitted.moment.is_now() {
            return Ok(self.state.index.identity());
        }
        if let Some(past) = self.past.get() {
            return Ok(past);
        }
        let mut past = Identity::default();
        let seeds = Seeds::of(&self.state.index, self.state.index.told_in_words()?)?;
        let standing = self.state.index.standing(self.admitted.moment.recorded)?;
        resolve(&self.admitted, &standing, &mut past, seeds)?;
        Ok(self.past.get_or_init(|| past))
    }

    /// The number of an id.
    pub(crate) fn number(&self, id: impl Into<RecordId>) -> Result<Option<Node>, GraphError> {
        let id = id.into();
        let node = self.state.index.number(&id)?;
        Ok(self.identity()?.number(&id, node))
    }

    /// The id of a number.
    pub(crate) fn id(&self, number: Node) -> Result<RecordId, GraphError> {
        match self.identity()?.cluster(number) {
            Some(cluster) => Ok(cluster.id.clone()),
            None => self.state.index.id(number),
        }
    }

    /// The cluster of a number, where it is more or less than a node.
    pub(crate) fn cluster(&self, number: Node) -> Result<Option<&Cluster>, GraphError> {
        Ok(self.identity()?.cluster(number))
    }

    /// The units of a number.
    pub(crate) fn units(&self, number: Node) -> Result<Vec<Unit>, GraphError> {
        let cluster = self.cluster(number)?.map(|cluster| cluster.units.clone());
        Ok(cluster.unwrap_or_else(|| vec![Unit { node: number, documents: None }]))
    }

    /// A unit as a judgement names it.
    pub(crate) fn subject(&self, unit: &Unit) -> Result<Subject, GraphError> {
        let document = match unit.documents.as_ref().and_then(|documents| documents.first()) {
            Some(first) => match self.state.index.id(*first)? {
                RecordId::Document(id) => Some(id),
                _ => None,
            },
            None => None,
        };
        Ok(Subject { id: self.state.index.id(unit.node)?, document })
    }

    /// What each document that counts tells of a number's units, as it came.
    fn raw_cards(&self, number: Node) -> Result<Vec<(Node, Card)>, GraphError> {
        let Some(cluster) = self.cluster(number)? else { return self.admitted.cards(number) };
        let mut cards = Vec::new();
        for unit in &cluster.units {
            let told = self.admitted.cards(unit.node)?;
            cards.extend(told.into_iter().filter(|(document, _)| unit.has(*document)));
        }
        Ok(cards)
    }

    /// What each document that counts tells of a number, by the documents' numbers; those in it as they are.
    pub(crate) fn cards(&self, number: Node) -> Result<Vec<(Node, Card)>, GraphError> {
        let identity = self.identity()?;
        let mut cards = self.raw_cards(number)?;
        if !identity.is_empty() {
            for (document, card) in &mut cards {
                renumber(&mut card.facts, |node| identity.of(node, *document));
            }
        }
        Ok(cards)
    }

    /// The records of cards, by document; those in them under the ids that stand for them.
    pub(crate) fn tellings_of(&self, cards: &[(Node, Card)]) -> Result<Vec<Telling>, GraphError> {
        let identity = self.identity()?;
        self.state.tellings_of(cards, |id, document| identity.stands_for(id, document).cloned())
    }

    /// What each document that counts tells of a number, by document.
    pub(crate) fn tellings(&self, number: Node) -> Result<Vec<Telling>, GraphError> {
        self.tellings_of(&self.raw_cards(number)?)
    }

    /// The same as it came, under the ids that the documents give.
    pub(crate) fn tellings_as_told(&self, number: Node) -> Result<Vec<Telling>, GraphError> {
        self.state.tellings_of(&self.raw_cards(number)?, |_, _| None)
    }

    /// What a document tells, in order; nothing where it does not count.
    pub(crate) fn told(&self, document: Node) -> Result<Vec<Node>, GraphError> {
        let identity = self.identity()?;
        let mut told = Vec::new();
        for node in self.admitted.told(document)? {
            let number = identity.of(node, document);
            if !told.contains(&number) {
                told.push(number);
            }
        }
        Ok(told)
    }

    /// The numbers under keys that begin so, each once, on some days of the calendar where they are given: see
    /// [`crate::index::Index::nodes_between`].
    pub(crate) fn posted(
        &self,
        key: &Key,
        days: (Option<Date>, Option<Date>),
    ) -> Result<Vec<Node>, GraphError> {
        self.standing(key, days, None)
    }

    /// The numbers that name one as something, on some days where they are given.
    pub(crate) fn links(
        &self,
        target: Node,
        relation: Relation,
        days: (Option<Date>, Option<Date>),
    ) -> Result<Vec<Node>, GraphError> {
        let Some(cluster) = self.cluster(target)? else {
            return self.standing(&links_to(target, relation), days, None);
        };
        let mut found = Vec::new();
        for unit in &cluster.units {
            found.extend(self.standing(&links_to(unit.node, relation), days, unit.documents.as_deref())?);
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    fn standing(
        &self,
        key: &Key,
        days: (Option<Date>, Option<Date>),
        told_by: Option<&[Node]>,
    ) -> Result<Vec<Node>, GraphError> {
        let nodes = self.admitted.posted(key, days)?;
        let identity = self.identity()?;
        if self.admitted.moment.is_now() && told_by.is_none() && identity.is_empty() {
            return Ok(nodes);
        }
        let begin = key.clone().done();
        let mut standing = Vec::with_capacity(nodes.len());
        for node in nodes {
            standing.extend(self.stand(node, &begin, told_by)?);
        }
        standing.sort_unstable();
        standing.dedup();
        Ok(standing)
    }

    /// The numbers of those parts of a node that a telling which counts puts under keys that begin so; the node
    /// stands there by one telling at least.
    pub(crate) fn stand(
        &self,
        node: Node,
        begin: &[u8],
        told_by: Option<&[Node]>,
    ) -> Result<Vec<Node>, GraphError> {
        let identity = self.identity()?;
        if self.admitted.moment.is_now()
            && told_by.is_none()
            && let Some(whole) = identity.whole(node)
        {
            return Ok(vec![whole]);
        }
        let cards = self.admitted.cards(node)?;
        if cards.is_empty() {
            // Only of a document there is no telling by a document.
            let counts = self.state.index.document(node)?.is_some() && self.admits(node)?;
            return Ok(if counts { vec![node] } else { Vec::new() });
        }
        let mut found = Vec::new();
        for (document, card) in cards {
            if told_by.is_some_and(|tellers| tellers.binary_search(&document).is_err()) {
                continue;
            }
            let mut stands = false;
            derive(node, &card, |key| stands |= key.starts_with(begin));
            let number = identity.of(node, document);
            if stands && !found.contains(&number) {
                found.push(number);
            }
        }
        Ok(found)
    }
}

/// Puts other numbers in the places of those of actors, places and meetings.
fn renumber(facts: &mut Facts, number: impl Fn(Node) -> Node) {
    let one = |node: &mut Node| *node = number(*node);
    match facts {
        Facts::Place { within, .. } => within.iter_mut().for_each(one),
        Facts::Actor { offices, .. } => offices.iter_mut().filter_map(|(_, of)| of.as_mut()).for_each(one),
        Facts::Meeting { place, participants, part_of, follows, .. } => {
            place.iter_mut().for_each(one);
            for part in participants {
                one(&mut part.actor);
                part.on_behalf_of.iter_mut().for_each(one);
            }
            part_of.iter_mut().chain(follows).for_each(one);
        }
        Facts::Statement { speaker, on_behalf_of, audience, reported_by, about, .. } => {
            one(speaker);
            on_behalf_of.iter_mut().chain(audience).chain(reported_by).chain(about).for_each(one);
        }
        Facts::Outcome { parties, confirmed_by, meeting, .. } => {
            parties.iter_mut().chain(confirmed_by).chain(meeting).for_each(one);
        }
    }
}
