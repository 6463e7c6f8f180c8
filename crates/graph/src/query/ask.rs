//! What the questions share: who stands for an actor, what lies in a place, and labels.
//!
//! It must not know rows. Invariant: one question sees one state of the store.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use rapporteur_schema::{
    ActorId, ActorKind, Country, DocumentId, Edtf, Meeting, MeetingId, Participation, Place, PlaceId,
    PlaceKind, RecordId, RecordKind,
};

use super::label::{ActorLabel, Label, PlaceLabel};
use crate::index::card::{Card, Facts, Part};
use crate::index::derive::{Relation, in_country, kind_byte, links_to};
use crate::index::keys::{CALENDAR, Key, Node};
use crate::store::State;
use crate::view::{Merge, settle_place};
use crate::{Filter, GraphError, View};

/// A question on its way.
pub(super) struct Ask<'a> {
    pub(super) state: &'a State,
    pub(super) filter: &'a Filter,
    actors: RefCell<HashMap<Node, ActorLabel>>,
    places: RefCell<HashMap<Node, PlaceLabel>>,
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
        Self { state, filter, actors: RefCell::default(), places: RefCell::default() }
    }

    pub(super) fn number(&self, id: impl Into<RecordId>) -> Result<Option<Node>, GraphError> {
        self.state.index.number(&id.into())
    }

    /// Who counts as an actor; nobody, where the store does not know it.
    pub(super) fn stand_ins(&self, actor: &ActorId) -> Result<StandIns, GraphError> {
        let mut found = StandIns { actors: BTreeSet::new(), principal: None };
        let Some(node) = self.number(actor.clone())? else { return Ok(found) };
        found.actors.insert(node);
        if !self.filter.including_nationals {
            return Ok(found);
        }
        for (_, card) in self.state.index.cards(node)? {
            let Facts::Actor { kind, country, .. } = card.facts else { continue };
            if matches!(kind, ActorKind::State | ActorKind::Organization) {
                found.principal = Some(node);
            }
            if let (ActorKind::State, Some(country)) = (kind, country) {
                found.actors.extend(self.state.index.nodes(&in_country(country, RecordKind::Actor))?);
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
        self.within(self.state.index.nodes(&in_country(country, RecordKind::Place))?)
    }

    /// Places and all that lie in them. A place of the kind country has all places of its code.
    pub(super) fn within(&self, mut open: Vec<Node>) -> Result<BTreeSet<Node>, GraphError> {
        let mut found = BTreeSet::new();
        while let Some(place) = open.pop() {
            if !found.insert(place) {
                continue;
            }
            open.extend(self.state.index.nodes(&links_to(place, Relation::Within))?);
            for (_, card) in self.state.index.cards(place)? {
                if let Facts::Place { kind: PlaceKind::Country, country: Some(country), .. } = card.facts {
                    open.extend(self.state.index.nodes(&in_country(country, RecordKind::Place))?);
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
                let key = links_to(target, *relation);
                found.extend(self.state.index.nodes_between(&key, self.filter.from, self.filter.until)?);
            }
        }
        Ok(found)
    }

    /// All nodes of a kind, in the filter's days.
    pub(super) fn all(&self, kind: RecordKind) -> Result<BTreeSet<Node>, GraphError> {
        let key = Key::new(CALENDAR).byte(kind_byte(kind));
        let found = self.state.index.nodes_between(&key, self.filter.from, self.filter.until)?;
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
            for node in self.state.index.told(document)? {
                if self.state.index.id(node)?.kind() == kind {
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

    /// An actor's label.
    pub(super) fn actor(&self, id: &ActorId) -> Result<ActorLabel, GraphError> {
        let unknown = || Label { id: id.clone(), name: id.slug().to_owned(), kind: None, country: None };
        let Some(node) = self.number(id.clone())? else { return Ok(unknown()) };
        if let Some(label) = self.actors.borrow().get(&node) {
            return Ok(label.clone());
        }
        let told = self.state.actor_view(node, id)?;
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
        let told = self.state.place_view(node, id)?;
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

/// The day and the id by which rows are ordered; what has no date comes last.
pub(super) fn order<I: Clone>(when: Option<&Edtf>, id: &I) -> (bool, Option<Edtf>, I) {
    (when.is_none(), when.cloned(), id.clone())
}

impl State {
    /// An actor by its cards: without offices and evidence.
    pub(crate) fn actor_view(
        &self,
        node: Node,
        id: &ActorId,
    ) -> Result<Option<View<rapporteur_schema::Actor>>, GraphError> {
        let mut told = Vec::new();
        for (document, card) in self.told(node)? {
            if let Facts::Actor { kind, name, aliases, country, .. } = card.facts {
                let actor = rapporteur_schema::Actor {
                    id: id.clone(),
                    kind,
                    name,
                    aliases,
                    country,
                    offices: Vec::new(),
                    wikidata: None,
                    evidence: Vec::new(),
                    confidence: rapporteur_schema::Confidence::CERTAIN,
                };
                told.push((document, actor));
            }
        }
        Ok(Merge::view(told))
    }

    /// A place by its cards: without coordinates and evidence.
    pub(super) fn place_view(&self, node: Node, id: &PlaceId) -> Result<Option<View<Place>>, GraphError> {
        let mut told = Vec::new();
        for (document, card) in self.told(node)? {
            if let Facts::Place { kind, name, aliases, country, within } = card.facts {
                let within = match within {
                    Some(within) => self.place_id(within)?,
                    None => None,
                };
                let place = Place {
                    id: id.clone(),
                    kind,
                    name,
                    aliases,
                    country,
                    latitude: None,
                    longitude: None,
                    within,
                    geonames: None,
                    evidence: Vec::new(),
                    confidence: rapporteur_schema::Confidence::CERTAIN,
                };
                told.push((document, place));
            }
        }
        Ok(Merge::view(told))
    }

    /// A meeting by its cards: without topics and evidence.
    pub(super) fn meeting_view(
        &self,
        id: &MeetingId,
        cards: &[(Node, Card)],
    ) -> Result<Option<View<Meeting>>, GraphError> {
        let mut told = Vec::new();
        for (document, card) in cards {
            let Facts::Meeting { name, status, medium, when, place, participants, .. } = &card.facts else {
                continue;
            };
            let RecordId::Document(document) = self.index.id(*document)? else { continue };
            let place = match place {
                Some(place) => self.place_id(*place)?,
                None => None,
            };
            let participants: Result<Vec<_>, _> = participants.iter().map(|part| self.part(part)).collect();
            let meeting = Meeting {
                id: id.clone(),
                name: name.clone(),
                status: *status,
                medium: *medium,
                when: when.clone(),
                duration: None,
                place,
                participants: participants?.into_iter().flatten().collect(),
                topics: Vec::new(),
                part_of: None,
                follows: Vec::new(),
                plover: None,
                cameo: None,
                evidence: Vec::new(),
                confidence: rapporteur_schema::Confidence::CERTAIN,
            };
            told.push((document, meeting));
        }
        let mut view = Merge::view(told);
        if let Some(view) = &mut view {
            settle_place(view, |place| self.around(place))?;
        }
        Ok(view)
    }

    fn part(&self, part: &Part) -> Result<Option<Participation>, GraphError> {
        let Some(actor) = self.actor_id(part.actor)? else { return Ok(None) };
        let on_behalf_of = match part.on_behalf_of {
            Some(principal) => self.actor_id(principal)?,
            None => None,
        };
        let (attendance, role) = (part.attendance, part.role);
        Ok(Some(Participation { actor, attendance, role, on_behalf_of, evidence: Vec::new() }))
    }

    /// What each document tells of a node, in short, with the documents' ids.
    fn told(&self, node: Node) -> Result<Vec<(DocumentId, Card)>, GraphError> {
        let mut told = Vec::new();
        for (document, card) in self.index.cards(node)? {
            if let RecordId::Document(document) = self.index.id(document)? {
                told.push((document, card));
            }
        }
        Ok(told)
    }

    pub(crate) fn actor_id(&self, node: Node) -> Result<Option<ActorId>, GraphError> {
        Ok(match self.index.id(node)? {
            RecordId::Actor(id) => Some(id),
            _ => None,
        })
    }

    pub(super) fn place_id(&self, node: Node) -> Result<Option<PlaceId>, GraphError> {
        Ok(match self.index.id(node)? {
            RecordId::Place(id) => Some(id),
            _ => None,
        })
    }

    /// The places around a place, the narrowest first.
    pub(crate) fn around(&self, place: &PlaceId) -> Result<Vec<PlaceId>, GraphError> {
        let mut around: Vec<PlaceId> = Vec::new();
        let mut inner = place.clone();
        while let Some(node) = self.index.number(&inner.clone().into())? {
            let within = self.place_view(node, &inner)?.and_then(|view| view.record.within);
            // Places that lie in one another in a circle end here.
            let Some(outer) = within.filter(|outer| outer != place && !around.contains(outer)) else { break };
            around.push(outer.clone());
            inner = outer;
        }
        Ok(around)
    }
}
