//! What the questions share: who stands for an actor, what lies in a place, and labels.
//!
//! It must not know rows. Invariant: one question sees one state of the store.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use jiff::civil::Date;
use rapporteur_schema::{
    ActorId, ActorKind, Country, DocumentId, Edtf, PlaceId, PlaceKind, RecordId, RecordKind,
};

use super::label::{ActorLabel, Label, PlaceLabel};
use super::support::Known;
use crate::fold::fold;
use crate::index::card::{Card, Facts};
use crate::index::derive::{Relation, in_country, kind_byte};
use crate::index::keys::{CALENDAR, Key, Node};
use crate::snapshot::Snapshot;
use crate::store::State;
use crate::{Filter, GraphError};

/// All days, and what has none.
pub(super) const ANY_DAY: (Option<Date>, Option<Date>) = (None, None);

/// A question on its way.
pub(super) struct Ask<'a> {
    pub(super) snapshot: Snapshot<'a>,
    pub(super) filter: &'a Filter,
    actors: RefCell<HashMap<Node, ActorLabel>>,
    places: RefCell<HashMap<Node, PlaceLabel>>,
    pub(super) known: Known,
}

/// An actor, and who else counts as it.
#[derive(Debug)]
pub(super) struct StandIns {
    /// The actor and, of a state, its nationals.
    pub(super) actors: BTreeSet<Node>,
    /// The actor, where those who act on its behalf count too.
    pub(super) principal: Option<Node>,
}

impl StandIns {
    /// Whether one of them took part.
    pub(super) fn include(&self, actor: Node, on_behalf_of: Option<Node>) -> bool {
        self.actors.contains(&actor) || (self.principal.is_some() && on_behalf_of == self.principal)
    }
}

impl<'a> Ask<'a> {
    pub(super) fn new(state: &'a State, filter: &'a Filter) -> Self {
        let snapshot = Snapshot::new(state, filter.moment());
        let (actors, places, known) = (RefCell::default(), RefCell::default(), Known::default());
        Self { snapshot, filter, actors, places, known }
    }

    /// The days that the filter asks for.
    const fn days(&self) -> (Option<Date>, Option<Date>) {
        (self.filter.from, self.filter.until)
    }

    pub(super) fn number(&self, id: impl Into<RecordId>) -> Result<Option<Node>, GraphError> {
        self.snapshot.number(id)
    }

    /// Who counts as an actor; nobody, where the store does not know it.
    pub(super) fn stand_ins(&self, actor: &ActorId) -> Result<StandIns, GraphError> {
        let mut found = StandIns { actors: BTreeSet::new(), principal: None };
        let Some(node) = self.number(actor.clone())? else { return Ok(found) };
        found.actors.insert(node);
        if !self.filter.including_nationals {
            return Ok(found);
        }
        for (_, card) in self.snapshot.cards(node)? {
            let Facts::Actor { kind, country, .. } = card.facts else { continue };
            if matches!(kind, ActorKind::State | ActorKind::Organization) {
                found.principal = Some(node);
            }
            if let (ActorKind::State, Some(country)) = (kind, country) {
                found.actors.extend(self.snapshot.posted(&in_country(country, RecordKind::Actor), ANY_DAY)?);
            }
        }
        Ok(found)
    }

    /// The places that the filter asks for: nothing where it asks for none.
    pub(super) fn region(&self) -> Result<Option<BTreeSet<Node>>, GraphError> {
        let mut begin = Vec::new();
        match (&self.filter.place, self.filter.country) {
            (None, None) => return Ok(None),
            (Some(place), country) => {
                let mut within = match self.number(place.clone())? {
                    Some(node) => self.within(vec![node])?,
                    None => BTreeSet::new(),
                };
                if let Some(country) = country {
                    let country = self.in_country(country)?;
                    within.retain(|place| country.contains(place));
                }
                return Ok(Some(within));
            }
            (None, Some(country)) => begin.extend(self.in_country(country)?),
        }
        Ok(Some(begin.into_iter().collect()))
    }

    /// The places of a country, and those that lie in them.
    fn in_country(&self, country: Country) -> Result<BTreeSet<Node>, GraphError> {
        self.within(self.snapshot.posted(&in_country(country, RecordKind::Place), ANY_DAY)?)
    }

    /// Places and all that lie in them. A place of the kind country has all places of its code.
    pub(super) fn within(&self, mut open: Vec<Node>) -> Result<BTreeSet<Node>, GraphError> {
        let mut found = BTreeSet::new();
        while let Some(place) = open.pop() {
            if !found.insert(place) {
                continue;
            }
            open.extend(self.snapshot.links(place, Relation::Within, ANY_DAY)?);
            for (_, card) in self.snapshot.cards(place)? {
                if let Facts::Place { kind: PlaceKind::Country, country: Some(country), .. } = card.facts {
                    open.extend(self.snapshot.posted(&in_country(country, RecordKind::Place), ANY_DAY)?);
                }
            }
        }
        Ok(found)
    }

    /// The nodes that name one of others as one of some things, in the filter's days.
    pub(super) fn linked(
        &self,
        targets: impl IntoIterator<Item = Node>,
        relations: &[Relation],
    ) -> Result<BTreeSet<Node>, GraphError> {
        let mut found = BTreeSet::new();
        for target in targets {
            for relation in relations {
                found.extend(self.snapshot.links(target, *relation, self.days())?);
            }
        }
        Ok(found)
    }

    /// All nodes of a kind, in the filter's days.
    pub(super) fn all(&self, kind: RecordKind) -> Result<BTreeSet<Node>, GraphError> {
        let key = Key::new(CALENDAR).byte(kind_byte(kind));
        let found = self.snapshot.posted(&key, self.days())?;
        Ok(found.into_iter().collect())
    }

    /// The nodes of a kind that a document tells.
    pub(super) fn told_by(
        &self,
        document: &DocumentId,
        kind: RecordKind,
    ) -> Result<BTreeSet<Node>, GraphError> {
        let mut found = BTreeSet::new();
        if let Some(document) = self.number(document.clone())? {
            for node in self.snapshot.told(document)? {
                if self.snapshot.id(node)?.kind() == kind {
                    found.insert(node);
                }
            }
        }
        Ok(found)
    }

    /// Whether the document that the filter asks for is among the tellers.
    pub(super) fn admits_tellers(&self, cards: &[(Node, Card)]) -> Result<bool, GraphError> {
        let Some(document) = &self.filter.document else { return Ok(true) };
        let document = self.number(document.clone())?;
        Ok(cards.iter().any(|(teller, _)| Some(*teller) == document))
    }

    /// The ids under which documents that count tell of what a number stands for, of one kind.
    pub(super) fn members<I: Ord>(
        &self,
        number: Node,
        of_kind: impl Fn(RecordId) -> Option<I>,
    ) -> Result<Vec<I>, GraphError> {
        let mut members = Vec::new();
        for unit in self.snapshot.units(number)? {
            if !self.snapshot.admitted().cards(unit.node)?.is_empty() {
                members.extend(of_kind(self.snapshot.admitted().id(unit.node)?));
            }
        }
        members.sort();
        Ok(members)
    }

    /// An actor's label.
    pub(super) fn actor(&self, id: &ActorId) -> Result<ActorLabel, GraphError> {
        let unknown = || Label { id: id.clone(), name: id.slug().to_owned(), kind: None, country: None };
        let Some(node) = self.number(id.clone())? else { return Ok(unknown()) };
        if let Some(label) = self.actors.borrow().get(&node) {
            return Ok(label.clone());
        }
        let told = self.snapshot.actor_view(node, id)?;
        let label = told.map_or_else(unknown, |actor| Label {
            id: id.clone(),
            name: actor.record.name,
            kind: Some(actor.record.kind),
            country: actor.record.country,
        });
        self.actors.borrow_mut().insert(node, label.clone());
        Ok(label)
    }

    /// The labels of actors.
    pub(super) fn actors<'i>(
        &self,
        ids: impl IntoIterator<Item = &'i ActorId>,
    ) -> Result<Vec<ActorLabel>, GraphError> {
        ids.into_iter().map(|id| self.actor(id)).collect()
    }

    /// A place's label.
    pub(super) fn place(&self, id: &PlaceId) -> Result<PlaceLabel, GraphError> {
        let unknown = || Label { id: id.clone(), name: id.slug().to_owned(), kind: None, country: None };
        let Some(node) = self.number(id.clone())? else { return Ok(unknown()) };
        if let Some(label) = self.places.borrow().get(&node) {
            return Ok(label.clone());
        }
        let told = self.snapshot.place_view(node, id)?;
        let label = told.map_or_else(unknown, |place| Label {
            id: id.clone(),
            name: place.record.name,
            kind: Some(place.record.kind),
            country: place.record.country,
        });
        self.places.borrow_mut().insert(node, label.clone());
        Ok(label)
    }
}

/// Puts rows in the order asked for and cuts them to the number: by day and id, what has no date last.
pub(super) fn arrange<T, I: Ord>(filter: &Filter, rows: &mut Vec<T>, of: impl Fn(&T) -> (Option<Edtf>, I)) {
    rows.sort_by_cached_key(|row| {
        let (when, id) = of(row);
        (when.is_none(), when, id)
    });
    if filter.latest {
        let dated = rows.iter().filter(|row| of(row).0.is_some()).count();
        rows[..dated].reverse();
    }
    rows.truncate(filter.limit.unwrap_or(usize::MAX));
}

/// Whether texts hold each of some words, or a word that begins so: "prisoner" finds "prisoners".
pub(super) fn speaks_of<'t>(wanted: &str, texts: impl IntoIterator<Item = &'t str>) -> bool {
    let text = texts.into_iter().map(fold).collect::<Vec<_>>().join(" ");
    fold(wanted).split(' ').filter(|word| !word.is_empty()).all(|word| {
        // "prisoners" finds "prisoner" as well.
        let stem = word.strip_suffix('s').filter(|stem| stem.len() > 3).unwrap_or(word);
        text.split(' ').any(|other| other.starts_with(stem))
    })
}
