//! Records by their cards: what lists and filters need, without reading the journal.
//!
//! It must not know rows. Invariant: what is here is what the whole record would say too.

use rapporteur_schema::{
    Actor, ActorId, Confidence, DocumentId, Meeting, MeetingId, Participation, Place, PlaceId, Record,
    RecordId,
};

use super::Snapshot;
use crate::index::card::{Card, Facts, Part};
use crate::index::keys::Node;
use crate::view::status::{self, ToldStatus};
use crate::view::{Merge, settle_place};
use crate::{GraphError, View};

/// A meeting as each document tells it, and as all do together.
pub(crate) type WholeMeeting = (Vec<(DocumentId, Meeting)>, View<Meeting>);

impl Snapshot<'_> {
    /// An actor by its cards: without offices and evidence.
    pub(crate) fn actor_view(&self, node: Node, id: &ActorId) -> Result<Option<View<Actor>>, GraphError> {
        let mut told = Vec::new();
        for (document, card) in self.by_document(node)? {
            if let Facts::Actor { kind, name, aliases, country, .. } = card.facts {
                let actor = Actor {
                    id: id.clone(),
                    kind,
                    name,
                    aliases,
                    country,
                    offices: Vec::new(),
                    wikidata: None,
                    evidence: Vec::new(),
                    confidence: Confidence::CERTAIN,
                };
                told.push((document, actor));
            }
        }
        Ok(Merge::view(told))
    }

    /// A place by its cards: without coordinates and evidence.
    pub(crate) fn place_view(&self, node: Node, id: &PlaceId) -> Result<Option<View<Place>>, GraphError> {
        let mut told = Vec::new();
        for (document, card) in self.by_document(node)? {
            if let Facts::Place { kind, name, aliases, country, within, geonames } = card.facts {
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
                    geonames,
                    evidence: Vec::new(),
                    confidence: Confidence::CERTAIN,
                };
                told.push((document, place));
            }
        }
        Ok(Merge::view(told))
    }

    /// A meeting by its cards: without topics and evidence.
    pub(crate) fn meeting_view(
        &self,
        id: &MeetingId,
        cards: &[(Node, Card)],
    ) -> Result<Option<View<Meeting>>, GraphError> {
        let mut told = Vec::new();
        for (document, card) in cards {
            let Facts::Meeting {
                name,
                status,
                medium,
                when,
                previous_start_date,
                place,
                participants,
                part_of,
                follows,
            } = &card.facts
            else {
                continue;
            };
            let RecordId::Document(document) = self.state.index.id(*document)? else { continue };
            let (part_of, follows) = (self.meetings(part_of.iter())?, self.meetings(follows)?);
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
                previous_start_date: previous_start_date.clone(),
                duration: None,
                place,
                participants: participants?.into_iter().flatten().collect(),
                topics: Vec::new(),
                part_of: part_of.into_iter().next(),
                follows,
                plover: None,
                cameo: None,
                evidence: Vec::new(),
                confidence: Confidence::CERTAIN,
            };
            told.push((document, meeting));
        }
        let mut view = Merge::view(told);
        if let Some(view) = &mut view {
            settle_place(view, |place| self.around(place))?;
            status::settle(view, &self.told_statuses(cards)?);
        }
        Ok(view)
    }

    /// A meeting as each document that counts tells it, and as all do together, whole.
    pub(crate) fn whole_meeting(&self, number: Node) -> Result<Option<WholeMeeting>, GraphError> {
        let told: Vec<(DocumentId, Meeting)> = self
            .tellings(number)?
            .into_iter()
            .filter_map(|telling| match telling.record {
                Record::Meeting(meeting) => Some((telling.document, meeting)),
                _ => None,
            })
            .collect();
        let Some(mut view) = Merge::view(told.clone()) else { return Ok(None) };
        settle_place(&mut view, |place| self.around(place))?;
        status::settle(&mut view, &self.told_statuses(&self.cards(number)?)?);
        Ok(Some((told, view)))
    }

    /// The statuses that cards of a meeting tell, each with the day by which that was public.
    pub(crate) fn told_statuses(&self, cards: &[(Node, Card)]) -> Result<Vec<ToldStatus>, GraphError> {
        let mut told = Vec::with_capacity(cards.len());
        for (document, card) in cards {
            let Facts::Meeting { status, .. } = &card.facts else { continue };
            let public = self.admitted().public(*document)?;
            let RecordId::Document(document) = self.state.index.id(*document)? else { continue };
            told.push(ToldStatus { document, status: *status, public });
        }
        Ok(told)
    }

    /// The ids of meetings.
    fn meetings<'n>(&self, nodes: impl IntoIterator<Item = &'n Node>) -> Result<Vec<MeetingId>, GraphError> {
        let mut ids = Vec::new();
        for node in nodes {
            if let RecordId::Meeting(id) = self.id(*node)? {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    fn part(&self, part: &Part) -> Result<Option<Participation>, GraphError> {
        let RecordId::Actor(actor) = self.id(part.actor)? else { return Ok(None) };
        let on_behalf_of = match part.on_behalf_of {
            Some(principal) => match self.id(principal)? {
                RecordId::Actor(id) => Some(id),
                _ => None,
            },
            None => None,
        };
        let (attendance, role) = (part.attendance, part.role);
        Ok(Some(Participation { actor, attendance, role, on_behalf_of, evidence: Vec::new() }))
    }

    /// What each document tells of a node, in short, with the documents' ids.
    fn by_document(&self, node: Node) -> Result<Vec<(DocumentId, Card)>, GraphError> {
        let mut told = Vec::new();
        for (document, card) in self.cards(node)? {
            if let RecordId::Document(document) = self.state.index.id(document)? {
                told.push((document, card));
            }
        }
        Ok(told)
    }

    /// The id of a place; nothing where the number is of something else.
    fn place_id(&self, number: Node) -> Result<Option<PlaceId>, GraphError> {
        Ok(match self.id(number)? {
            RecordId::Place(id) => Some(id),
            _ => None,
        })
    }

    /// The places around a place, the narrowest first.
    pub(crate) fn around(&self, place: &PlaceId) -> Result<Vec<PlaceId>, GraphError> {
        let mut around: Vec<PlaceId> = Vec::new();
        let mut inner = place.clone();
        while let Some(node) = self.number(inner.clone())? {
            let within = self.place_view(node, &inner)?.and_then(|view| view.record.within);
            // Places that lie in one another in a circle end here.
            let Some(outer) = within.filter(|outer| outer != place && !around.contains(outer)) else { break };
            around.push(outer.clone());
            inner = outer;
        }
        Ok(around)
    }
}
