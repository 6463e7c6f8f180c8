//! From a name as people type it to the records it may mean.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_schema::{ActorKind, Country, PlaceKind, RecordId, RecordKind};

use super::ask::Ask;
use super::label::{ActorLabel, PlaceLabel};
use crate::fold::fold;
use crate::index::card::Facts;
use crate::index::derive::{Relation, in_country, links_to, named};
use crate::index::keys::{FOLDED, Node, WORD, last_node};
use crate::store::State;
use crate::{Filter, GraphError, Store};

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

impl Store {
    /// Actors that a name may mean, the best first; where none fits, those whose names are nearest.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_actors(&self, name: &str) -> Result<Vec<Found<ActorLabel>>, GraphError> {
        let (state, filter) = (self.read(), Filter::default());
        let ask = Ask::new(&state, &filter);
        let mut found = Vec::new();
        for (node, how, name) in matches(&state, RecordKind::Actor, name)? {
            if let Some(id) = state.actor_id(node)? {
                found.push(Found { label: ask.actor(&id)?, how, name });
            }
        }
        Ok(found)
    }

    /// Places that a name may mean, the best first; where none fits, those whose names are nearest.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn find_places(&self, name: &str) -> Result<Vec<Found<PlaceLabel>>, GraphError> {
        let (state, filter) = (self.read(), Filter::default());
        let ask = Ask::new(&state, &filter);
        let mut found = Vec::new();
        for (node, how, name) in matches(&state, RecordKind::Place, name)? {
            if let Some(id) = state.place_id(node)? {
                found.push(Found { label: ask.place(&id)?, how, name });
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
        let states = states.filter(|found| found.label.kind == Some(ActorKind::State));
        let places = self.find_places(name)?.into_iter().filter(|found| named(found.how));
        let places = places.filter(|found| found.label.kind == Some(PlaceKind::Country));
        let states = states.filter_map(|found| found.label.country);
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

type Match = (Node, MatchKind, String);

/// The nodes that a name may mean, the best first.
fn matches(state: &State, kind: RecordKind, name: &str) -> Result<Vec<Match>, GraphError> {
    let mut found: BTreeMap<Node, (MatchKind, String)> = BTreeMap::new();
    for id in [name.to_owned(), format!("{kind}/{name}")] {
        if let Ok(id) = id.parse::<RecordId>()
            && id.kind() == kind
            && let Some(node) = state.index.number(&id)?
            && let Some(name) = state.names(node)?.into_iter().next()
        {
            found.insert(node, (MatchKind::Id, name));
        }
    }
    let folded = fold(name);
    for node in by_name(state, kind, &folded, code(name))? {
        if let Some((how, name)) = fit(state, node, &folded, code(name))? {
            let known = found.entry(node).or_insert_with(|| (how, name.clone()));
            if how < known.0 {
                *known = (how, name);
            }
        }
    }
    // "President Putin": the words before the name are no part of it.
    let mut rest = folded.as_str();
    while found.is_empty()
        && let Some((_, behind)) = rest.split_once(' ')
    {
        rest = behind;
        for node in by_name(state, kind, rest, None)? {
            if let Some((how, name)) =
                fit(state, node, rest, None)?.filter(|(how, _)| *how <= MatchKind::Surname)
            {
                found.insert(node, (how, name));
            }
        }
    }
    if found.is_empty() {
        found = nearest(state, kind, &folded)?;
    }
    let mut ranked = Vec::with_capacity(found.len());
    for (node, (how, name)) in found {
        ranked.push(((how, usize::MAX - prominence(state, node)?, state.index.id(node)?), (node, how, name)));
    }
    ranked.sort();
    Ok(ranked.into_iter().map(|(_, found)| found).collect())
}

/// The nodes of whose names all words of a name are words, or the beginnings of words; and what bears a code.
fn by_name(
    state: &State,
    kind: RecordKind,
    folded: &str,
    code: Option<Country>,
) -> Result<BTreeSet<Node>, GraphError> {
    let mut all: Option<BTreeSet<Node>> = None;
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        let begun: BTreeSet<Node> = state.index.nodes(&named(WORD, kind, word))?.into_iter().collect();
        all = Some(match all {
            Some(all) => all.intersection(&begun).copied().collect(),
            None => begun,
        });
    }
    let mut all = all.unwrap_or_default();
    if let Some(code) = code {
        all.extend(state.index.nodes(&in_country(code, kind))?);
    }
    Ok(all)
}

/// How a name fits a node, at best.
fn fit(
    state: &State,
    node: Node,
    folded: &str,
    code: Option<Country>,
) -> Result<Option<(MatchKind, String)>, GraphError> {
    let mut best: Option<(MatchKind, String)> = None;
    for (at, name) in state.names(node)?.into_iter().enumerate() {
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
        && state.bears_code(node, code)?
    {
        best = state.names(node)?.into_iter().next().map(|name| (MatchKind::Alias, name));
    }
    Ok(best)
}

/// The nodes whose names, or one word of them, are nearest to a name, if any is near.
fn nearest(
    state: &State,
    kind: RecordKind,
    folded: &str,
) -> Result<BTreeMap<Node, (MatchKind, String)>, GraphError> {
    let far = (folded.chars().count() / 4).min(3);
    let mut near: BTreeMap<Node, usize> = BTreeMap::new();
    for tag in [FOLDED, WORD] {
        let key = named(tag, kind, "");
        let begin = key.clone().done().len();
        state.index.each(&key, |key| {
            // A zero and the number end the key.
            let Some(text) =
                key.get(begin..key.len().saturating_sub(5)).and_then(|text| str::from_utf8(text).ok())
            else {
                return;
            };
            let distance = strsim::osa_distance(folded, text);
            if distance <= far {
                let known = near.entry(last_node(key)).or_insert(distance);
                *known = distance.min(*known);
            }
        })?;
    }
    let mut near: Vec<(usize, Node)> = near.into_iter().map(|(node, distance)| (distance, node)).collect();
    near.sort_unstable();
    near.truncate(NEAREST);
    let mut found = BTreeMap::new();
    for (distance, node) in near {
        if let Some(name) = state.names(node)?.into_iter().next() {
            found.insert(node, (MatchKind::Similar(distance as u8), name));
        }
    }
    Ok(found)
}

/// In how many records a node is.
fn prominence(state: &State, node: Node) -> Result<usize, GraphError> {
    let mut links = 0;
    for relation in [Relation::Participant, Relation::Speaker, Relation::Party, Relation::Place] {
        links += state.index.nodes(&links_to(node, relation))?.len();
    }
    Ok(links)
}

impl State {
    /// The names of an actor or place, its own first.
    fn names(&self, node: Node) -> Result<Vec<String>, GraphError> {
        let (name, aliases) = match self.index.id(node)? {
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
        Ok(self.index.cards(node)?.iter().any(|(_, card)| bears(&card.facts)))
    }
}
