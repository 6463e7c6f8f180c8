//! From a name as people type it to the records it may mean.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_schema::{ActorId, ActorKind, Country, MeetingId, PlaceKind, RecordId, RecordKind};

use super::as_of::AsOf;
use super::ask::{ANY_DAY, Ask, speaks_of};
use super::label::{ActorLabel, PlaceLabel};
use crate::GraphError;
use crate::fold::fold;
use crate::identity::spelling::sound;
use crate::index::card::Facts;
use crate::index::derive::{Relation, in_country, named};
use crate::index::keys::{FOLDED, Node, WORD, last_node};
use crate::snapshot::Snapshot;

/// A record that a name may mean, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<L> {
    /// The record.
    pub label: L,
    /// How the name fits.
    pub how: MatchKind,
    /// The name that fits, as the record has it.
    pub name: String,
}

/// How a name fits a record, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MatchKind {
    /// It is the id, or the id's slug.
    Id,
    /// It is the name.
    Name,
    /// It is another of its names, or its country's code.
    Alias,
    /// It is the last word of its name.
    Surname,
    /// It is a word or the beginning of a word of one of its names.
    Part,
    /// It sounds like its name, or a word of it: `Zelenskyy` for `Zelensky`.
    Sound,
    /// Nothing fits, and this is near: the number of letters to change.
    Similar(u8),
}

impl MatchKind {
    /// Whether the name fits, and is not only near.
    pub const fn is_exact(self) -> bool {
        !matches!(self, Self::Similar(_))
    }
}

/// At most so many records whose names are only near.
const NEAREST: usize = 5;

impl AsOf<'_> {
    /// Actors that a name may mean, the best first; where none fits, those whose names are nearest.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_actors(&self, name: &str) -> Result<Vec<Found<ActorLabel>>, GraphError> {
        self.found(RecordKind::Actor, name, matches, actor_label)
    }

    /// Places that a name may mean, the best first; where none fits, those whose names are nearest.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_places(&self, name: &str) -> Result<Vec<Found<PlaceLabel>>, GraphError> {
        self.found(RecordKind::Place, name, matches, place_label)
    }

    /// Actors that a name may mean, the best first, without the words before it ("President") and without what
    /// is only near.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn actors_named(&self, name: &str) -> Result<Vec<Found<ActorLabel>>, GraphError> {
        self.found(RecordKind::Actor, name, named_so, actor_label)
    }

    /// Places that a name may mean, the best first, without what is only near.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn places_named(&self, name: &str) -> Result<Vec<Found<PlaceLabel>>, GraphError> {
        self.found(RecordKind::Place, name, named_so, place_label)
    }

    /// Meetings in whose name all words of a name are, by day. A walk over all meetings, 4 µs each.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn meetings_named(&self, name: &str) -> Result<Vec<(MeetingId, String)>, GraphError> {
        let (state, filter) = (self.store.read(), self.filter());
        let ask = Ask::new(&state, &filter);
        let wanted = fold(name);
        let mut found = Vec::new();
        for node in ask.all(RecordKind::Meeting)? {
            let cards = ask.snapshot.cards(node)?;
            let called = cards.iter().any(|(_, card)| match &card.facts {
                Facts::Meeting { name: Some(name), .. } => speaks_of(&wanted, [name.as_str()]),
                _ => false,
            });
            let RecordId::Meeting(id) = ask.snapshot.id(node)? else { continue };
            let Some(meeting) = (if called { ask.snapshot.meeting_view(&id, &cards)? } else { None }) else {
                continue;
            };
            found.push((meeting.when.clone(), id, meeting.record.name.unwrap_or_default()));
        }
        found.sort();
        Ok(found.into_iter().map(|(_, id, name)| (id, name)).collect())
    }

    /// What a name may mean, by one way of looking for it.
    fn found<L>(
        &self,
        kind: RecordKind,
        name: &str,
        look: impl Fn(&Snapshot<'_>, RecordKind, &str) -> Result<Vec<Match>, GraphError>,
        label: impl Fn(&Ask<'_>, RecordId) -> Result<Option<L>, GraphError>,
    ) -> Result<Vec<Found<L>>, GraphError> {
        let (state, filter) = (self.store.read(), self.filter());
        let ask = Ask::new(&state, &filter);
        let mut found = Vec::new();
        for (node, how, name) in look(&ask.snapshot, kind, name)? {
            if let Some(label) = label(&ask, ask.snapshot.id(node)?)? {
                found.push(Found { label, how, name });
            }
        }
        Ok(found)
    }

    /// The country that a name or code means, where exactly one does.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_country(&self, name: &str) -> Result<Option<Country>, GraphError> {
        let named = |how: MatchKind| how <= MatchKind::Alias;
        let states = self.find_actors(name)?.into_iter().filter(|found| named(found.how));
        let places: Vec<_> = self.find_places(name)?.into_iter().filter(|found| named(found.how)).collect();
        // "Kyiv", by which texts also call a government, is a city where one is told of.
        let is_country = |kind: Option<PlaceKind>| kind == Some(PlaceKind::Country);
        let is_city = places.iter().any(|found| !is_country(found.label.kind));
        let states = states.filter(|found| found.label.kind == Some(ActorKind::State));
        let states = states.filter(|found| !is_city || found.how < MatchKind::Alias);
        let states = states.filter_map(|found| found.label.country);
        let places = places.into_iter().filter(|found| is_country(found.label.kind));
        let places = places.filter_map(|found| found.label.country);
        let countries: BTreeSet<Country> = states.chain(places).collect();
        let mut countries = countries.into_iter();
        match (countries.next(), countries.next()) {
            (Some(only), None) => Ok(Some(only)),
            (Some(_), Some(_)) => Ok(None),
            // A code needs no record that bears it: a city of the country will do.
            (None, _) => Ok(code(name).filter(|_| name.chars().all(char::is_uppercase))),
        }
    }
}

fn code(name: &str) -> Option<Country> {
    name.trim().to_uppercase().parse().ok()
}

fn actor_label(ask: &Ask<'_>, id: RecordId) -> Result<Option<ActorLabel>, GraphError> {
    match id {
        RecordId::Actor(id) => ask.actor(&id).map(Some),
        _ => Ok(None),
    }
}

fn place_label(ask: &Ask<'_>, id: RecordId) -> Result<Option<PlaceLabel>, GraphError> {
    match id {
        RecordId::Place(id) => ask.place(&id).map(Some),
        _ => Ok(None),
    }
}

type Match = (Node, MatchKind, String);

/// The nodes that bear a name, whole or in part, the best first.
fn named_so(snapshot: &Snapshot<'_>, kind: RecordKind, name: &str) -> Result<Vec<Match>, GraphError> {
    ranked(snapshot, fitting(snapshot, kind, name)?)
}

/// The nodes that bear a name, whole or in part, or whose id it is.
fn fitting(
    snapshot: &Snapshot<'_>,
    kind: RecordKind,
    name: &str,
) -> Result<BTreeMap<Node, (MatchKind, String)>, GraphError> {
    let mut found: BTreeMap<Node, (MatchKind, String)> = BTreeMap::new();
    for id in [name.to_owned(), format!("{kind}/{name}")] {
        if let Ok(id) = id.parse::<RecordId>()
            && id.kind() == kind
            && let Some(node) = snapshot.number(id)?
            && let Some(name) = snapshot.names(node)?.into_iter().next()
        {
            found.insert(node, (MatchKind::Id, name));
        }
    }
    let folded = fold(name);
    for node in by_name(snapshot, kind, &folded, code(name))? {
        if let Some((how, name)) = fit(snapshot, node, &folded, code(name))? {
            let known = found.entry(node).or_insert_with(|| (how, name.clone()));
            if how < known.0 {
                *known = (how, name);
            }
        }
    }
    Ok(found)
}

/// The best first; of equals, the more prominent.
fn ranked(
    snapshot: &Snapshot<'_>,
    found: BTreeMap<Node, (MatchKind, String)>,
) -> Result<Vec<Match>, GraphError> {
    let mut ranked = Vec::with_capacity(found.len());
    for (node, (how, name)) in found {
        ranked.push(((how, usize::MAX - prominence(snapshot, node)?, snapshot.id(node)?), (node, how, name)));
    }
    ranked.sort();
    Ok(ranked.into_iter().map(|(_, found)| found).collect())
}

/// The nodes that a name may mean, the best first; where none does, those whose names are near.
fn matches(snapshot: &Snapshot<'_>, kind: RecordKind, name: &str) -> Result<Vec<Match>, GraphError> {
    let mut found = fitting(snapshot, kind, name)?;
    let folded = fold(name);
    // "President Putin": the words before the name are no part of it.
    let mut rest = folded.as_str();
    while found.is_empty()
        && let Some((_, behind)) = rest.split_once(' ')
    {
        rest = behind;
        for node in by_name(snapshot, kind, rest, None)? {
            if let Some((how, name)) =
                fit(snapshot, node, rest, None)?.filter(|(how, _)| *how <= MatchKind::Surname)
            {
                found.insert(node, (how, name));
            }
        }
    }
    if found.is_empty() {
        found = nearest(snapshot, kind, &folded)?;
    }
    ranked(snapshot, found)
}

/// The nodes of whose names all words of a name are words, or the beginnings of words; and what bears a code.
fn by_name(
    snapshot: &Snapshot<'_>,
    kind: RecordKind,
    folded: &str,
    code: Option<Country>,
) -> Result<BTreeSet<Node>, GraphError> {
    let mut all: Option<BTreeSet<Node>> = None;
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        let begun: BTreeSet<Node> = snapshot.posted(&named(WORD, kind, word), ANY_DAY)?.into_iter().collect();
        all = Some(match all {
            Some(all) => all.intersection(&begun).copied().collect(),
            None => begun,
        });
    }
    let mut all = all.unwrap_or_default();
    if let Some(code) = code {
        all.extend(snapshot.posted(&in_country(code, kind), ANY_DAY)?);
    }
    Ok(all)
}

/// How a name fits a node, at best.
fn fit(
    snapshot: &Snapshot<'_>,
    node: Node,
    folded: &str,
    code: Option<Country>,
) -> Result<Option<(MatchKind, String)>, GraphError> {
    let mut best: Option<(MatchKind, String)> = None;
    for (at, name) in snapshot.names(node)?.into_iter().enumerate() {
        let own = fold(&name);
        let how = if own == folded {
            if at == 0 { MatchKind::Name } else { MatchKind::Alias }
        } else if own.rsplit(' ').next() == Some(folded) {
            MatchKind::Surname
        } else if folded.split(' ').all(|word| own.split(' ').any(|other| other.starts_with(word))) {
            MatchKind::Part
        } else {
            continue;
        };
        if best.as_ref().is_none_or(|(known, _)| how < *known) {
            best = Some((how, name));
        }
    }
    if best.as_ref().is_none_or(|(how, _)| *how > MatchKind::Alias)
        && let Some(code) = code
        && snapshot.bears_code(node, code)?
    {
        best = snapshot.names(node)?.into_iter().next().map(|name| (MatchKind::Alias, name));
    }
    Ok(best)
}

/// The nodes whose names, or one word of them, sound like a name or are nearest to it, if any is near.
fn nearest(
    snapshot: &Snapshot<'_>,
    kind: RecordKind,
    folded: &str,
) -> Result<BTreeMap<Node, (MatchKind, String)>, GraphError> {
    let far = (folded.chars().count() / 4).min(3);
    // Those that sound the same go first.
    let mut begun: Vec<(MatchKind, Node, Vec<u8>)> = Vec::new();
    let sounds = sound(folded);
    for tag in [FOLDED, WORD] {
        let key = named(tag, kind, "");
        let begin = key.clone().done().len();
        snapshot.state.index.each(&key, |key| {
            // A zero and the number end the key.
            let end = key.len().saturating_sub(5);
            let Some(text) = key.get(begin..end).and_then(|text| str::from_utf8(text).ok()) else { return };
            let distance = strsim::osa_distance(folded, text);
            if distance <= far {
                let how = match sound(text) == sounds {
                    true => MatchKind::Sound,
                    false => MatchKind::Similar(u8::try_from(distance).unwrap_or(u8::MAX)),
                };
                begun.push((how, last_node(key), key[..=end].to_vec()));
            }
        })?;
    }
    begun.sort_unstable();
    let mut near: Vec<(MatchKind, Node)> = Vec::new();
    for (how, node, begin) in begun {
        for number in snapshot.stand(node, &begin, None)? {
            if !near.iter().any(|(_, known)| *known == number) {
                near.push((how, number));
            }
        }
    }
    let mut found = BTreeMap::new();
    for (how, node) in near {
        if found.len() == NEAREST {
            break;
        }
        if let Some(name) = snapshot.names(node)?.into_iter().next() {
            found.insert(node, (how, name));
        }
    }
    Ok(found)
}

/// In how many records a node is.
fn prominence(snapshot: &Snapshot<'_>, node: Node) -> Result<usize, GraphError> {
    let mut links = 0;
    for relation in [Relation::Participant, Relation::Speaker, Relation::Party, Relation::Place] {
        links += snapshot.links(node, relation, ANY_DAY)?.len();
    }
    Ok(links)
}

impl Ask<'_> {
    /// The forms in which a text may name an actor, folded: its names, and the last word of a person's.
    pub(super) fn forms(&self, actor: &ActorId) -> Result<Vec<String>, GraphError> {
        let Some(node) = self.number(actor.clone())? else { return Ok(Vec::new()) };
        let mut forms: Vec<String> = self.snapshot.names(node)?.iter().map(|name| fold(name)).collect();
        if self.actor(actor)?.kind == Some(ActorKind::Person) {
            let surnames = forms.iter().filter_map(|name| name.rsplit(' ').next().map(str::to_owned));
            forms.extend(surnames.collect::<Vec<_>>());
        }
        forms.retain(|form| !form.is_empty());
        Ok(forms)
    }
}

impl Snapshot<'_> {
    /// The names of an actor or place, its own first.
    fn names(&self, node: Node) -> Result<Vec<String>, GraphError> {
        let (name, aliases) = match self.id(node)? {
            RecordId::Actor(id) => match self.actor_view(node, &id)? {
                Some(view) => (view.record.name, view.record.aliases),
                None => return Ok(Vec::new()),
            },
            RecordId::Place(id) => match self.place_view(node, &id)? {
                Some(view) => (view.record.name, view.record.aliases),
                None => return Ok(Vec::new()),
            },
            _ => return Ok(Vec::new()),
        };
        Ok(std::iter::once(name).chain(aliases).collect())
    }

    /// Whether a node is the state or the country of a code.
    fn bears_code(&self, node: Node, code: Country) -> Result<bool, GraphError> {
        let bears = |facts: &Facts| match facts {
            Facts::Actor { kind: ActorKind::State, country, .. } => *country == Some(code),
            Facts::Place { kind: PlaceKind::Country, country, .. } => *country == Some(code),
            _ => false,
        };
        Ok(self.cards(node)?.iter().any(|(_, card)| bears(&card.facts)))
    }
}
