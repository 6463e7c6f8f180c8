//! When two meetings are one.
//!
//! It must not know how they are grouped. A rule compares two units by their days, their place, their sides,
//! the persons of each side, their medium and the round that their names tell. Invariant: two that one document
//! tells apart are two, and so are two that were held on different days.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use rapporteur_schema::{ActorKind, Attendance, Country, Medium, MeetingStatus};

use super::actor::{self, Sure, apart};
use super::judgement::{Standing, divide};
use super::mark::{NARROW, of_day_in_words};
use super::reason::Reason;
use super::time::{MOVED, NEWS, PLANNED, Time};
use super::{Identity, Unit};
use crate::GraphError;
use crate::fold::fold;
use crate::index::card::{Card, Facts, Part};
use crate::index::derive::day_of;
use crate::index::keys::{LONG, Node, UNDATED, day};
use crate::snapshot::Admitted;

/// Whom somebody stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Side {
    /// A state and all who belong to it.
    Country(Country),
    /// Anyone else, for himself.
    Actor(Node),
}

/// A meeting as one unit tells it.
#[derive(Debug, Clone)]
pub(crate) struct Meeting {
    pub(crate) unit: Unit,
    /// Who tells of it.
    pub(crate) documents: BTreeSet<Node>,
    /// The days on which it can have been, as most exactly told.
    pub(crate) days: Option<(Date, Date)>,
    /// The days for which it was set before it was moved, as anyone tells.
    pub(super) former: Vec<(Date, Date)>,
    /// Whether it took place, as anyone tells.
    pub(crate) held: bool,
    /// Whether anyone tells that it is to take place.
    pub(super) planned: bool,
    medium: BTreeSet<Medium>,
    places: BTreeSet<Node>,
    /// The places around, by their folded names, and those themselves.
    around: BTreeSet<String>,
    own_places: BTreeSet<String>,
    countries: BTreeSet<Country>,
    /// Whether it is told what lies around its place.
    located: bool,
    sides: BTreeSet<Side>,
    persons: BTreeMap<Side, BTreeSet<Node>>,
    round: BTreeSet<u8>,
    /// Its names, folded, and those of the meetings it was part of.
    names: BTreeSet<String>,
    wholes: BTreeSet<String>,
    /// When it was written of.
    pub(super) public: Option<(Date, Date)>,
    /// Whether only data sets tell of it.
    row: bool,
}

/// What a document, by its number, tells.
type Told = (Node, Card);

/// What is looked up again and again while meetings are compared.
pub(crate) struct Lookup<'a, 'w> {
    pub(crate) world: &'a Admitted<'w>,
    /// Who is who.
    pub(crate) identity: &'a Identity,
    sides: HashMap<Node, (ActorKind, Option<Country>)>,
    places: HashMap<Node, Vec<(Node, String, Option<Country>)>>,
}

impl<'a, 'w> Lookup<'a, 'w> {
    pub(crate) fn new(world: &'a Admitted<'w>, identity: &'a Identity) -> Self {
        Self { world, identity, sides: HashMap::new(), places: HashMap::new() }
    }

    /// An actor's kind and country, as most exactly told.
    fn actor(&mut self, number: Node) -> Result<(ActorKind, Option<Country>), GraphError> {
        if let Some(known) = self.sides.get(&number) {
            return Ok(*known);
        }
        let (mut kind, mut countries) = (ActorKind::Unnamed, BTreeSet::new());
        for unit in self.units_of(number) {
            for (document, card) in self.world.cards(unit.node)? {
                if unit.has(document)
                    && let Facts::Actor { kind: told, country, .. } = card.facts
                {
                    kind = kind.min(told);
                    countries.extend(country);
                }
            }
        }
        let found = (kind, countries.into_iter().next());
        self.sides.insert(number, found);
        Ok(found)
    }

    /// The units of a number.
    fn units_of(&self, number: Node) -> Vec<Unit> {
        match self.identity.cluster(number) {
            Some(cluster) => cluster.units.clone(),
            None => vec![Unit { node: number, documents: None }],
        }
    }

    /// The number of a place, whoever tells of it.
    fn whole(&self, place: Node) -> Node {
        self.identity.whole(place).unwrap_or(place)
    }

    fn side(&mut self, part: &Part, document: Node) -> Result<(Side, Option<Node>), GraphError> {
        let who = self.identity.of(part.actor, document);
        let (kind, country) = self.actor(who)?;
        let person = matches!(kind, ActorKind::Person | ActorKind::Unnamed).then_some(who);
        if let Some(principal) = part.on_behalf_of {
            let principal = self.identity.of(principal, document);
            let (kind, country) = self.actor(principal)?;
            let side =
                country.filter(|_| kind == ActorKind::State).map_or(Side::Actor(principal), Side::Country);
            return Ok((side, person));
        }
        let of_country = kind != ActorKind::Organization;
        Ok((country.filter(|_| of_country).map_or(Side::Actor(who), Side::Country), person))
    }

    /// What documents call a meeting, folded.
    fn names(&self, meeting: Node) -> Result<BTreeSet<String>, GraphError> {
        let cards = self.world.cards(meeting)?;
        let named = |card: &Card| match &card.facts {
            Facts::Meeting { name, .. } => name.as_deref().map(fold),
            _ => None,
        };
        Ok(cards.iter().filter_map(|(_, card)| named(card)).collect())
    }

    /// A place and those around it, each with every name and country that is told of it.
    fn place(&mut self, place: Node) -> Result<Vec<(Node, String, Option<Country>)>, GraphError> {
        if let Some(known) = self.places.get(&place) {
            return Ok(known.clone());
        }
        let mut found: Vec<(Node, String, Option<Country>)> = Vec::new();
        // A house that is told of in two cities lies in both: which is told first is no reason.
        let mut open = vec![self.whole(place)];
        let mut seen = BTreeSet::new();
        while let Some(number) = open.pop() {
            // Places that lie in one another in a circle end here.
            if !seen.insert(number) {
                continue;
            }
            for unit in self.units_of(number) {
                for (document, card) in self.world.cards(unit.node)? {
                    let Facts::Place { name, country, within, .. } = card.facts else { continue };
                    if unit.has(document) {
                        open.extend(within.map(|within| self.whole(within)));
                        let known = (number, fold(&name), country);
                        if !found.contains(&known) {
                            found.push(known);
                        }
                    }
                }
            }
        }
        self.places.insert(place, found.clone());
        Ok(found)
    }

    /// The units of a meeting's node: what is told without a date is as many meetings as there are times at
    /// which it is told, and a summit is not what some say happened on its margins.
    pub(crate) fn units(&mut self, judgements: &[Standing], node: Node) -> Result<Vec<Meeting>, GraphError> {
        let cards = self.world.cards(node)?;
        let undated = cards.iter().all(|(_, card)| card.facts.when().is_none());
        let parts = if undated && cards.len() > 1 {
            apart(cards, NEWS, |document| self.world.public(document))?
        } else {
            vec![cards]
        };
        let mut parts = self.off_the_margins(parts)?;
        divide(&mut parts, node, judgements);
        let whole = parts.len() == 1;
        let mut units = Vec::with_capacity(parts.len());
        for part in parts {
            let documents = (!whole).then(|| part.iter().map(|(document, _)| *document).collect());
            if !part.is_empty() {
                units.push(self.meeting(Unit { node, documents }, part)?);
            }
        }
        Ok(units)
    }

    /// Tellings of one id, without those of a meeting that others say it was part of, which follow.
    fn off_the_margins(&self, parts: Vec<Vec<Told>>) -> Result<Vec<Vec<Told>>, GraphError> {
        let mut divided = Vec::with_capacity(parts.len());
        for part in parts {
            let mut wholes = BTreeSet::new();
            for (_, card) in &part {
                if let Facts::Meeting { part_of: Some(whole), .. } = card.facts {
                    wholes.extend(self.names(whole)?);
                }
            }
            let is_whole = |(_, card): &Told| match &card.facts {
                Facts::Meeting { name: Some(name), part_of: None, .. } => wholes.contains(&fold(name)),
                _ => false,
            };
            let (whole, rest): (Vec<Told>, Vec<Told>) = part.into_iter().partition(is_whole);
            divided.extend([rest, whole].into_iter().filter(|part| !part.is_empty()));
        }
        Ok(divided)
    }

    fn meeting(&mut self, unit: Unit, cards: Vec<(Node, Card)>) -> Result<Meeting, GraphError> {
        let mut meeting = Meeting {
            unit,
            documents: BTreeSet::new(),
            days: None,
            former: Vec::new(),
            held: false,
            planned: false,
            medium: BTreeSet::new(),
            places: BTreeSet::new(),
            around: BTreeSet::new(),
            own_places: BTreeSet::new(),
            countries: BTreeSet::new(),
            located: false,
            sides: BTreeSet::new(),
            persons: BTreeMap::new(),
            round: BTreeSet::new(),
            names: BTreeSet::new(),
            wholes: BTreeSet::new(),
            public: None,
            row: true,
        };
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
                ..
            } = card.facts
            else {
                continue;
            };
            meeting.documents.insert(document);
            meeting.row &= card.row;
            meeting.held |= status.took_place();
            meeting.planned |= matches!(status, MeetingStatus::Planned | MeetingStatus::Proposed);
            meeting.former.extend(previous_start_date.iter().map(|day| (day.first_day(), day.last_day())));
            if medium != Medium::Unknown {
                meeting.medium.insert(medium);
            }
            if let Some(when) = when {
                let told = (when.first_day(), when.last_day());
                // The most exact; of equals the earlier, whoever tells it.
                let exact = |days: &(Date, Date)| (actor::days(days.0, days.1), *days);
                meeting.days = meeting.days.into_iter().chain([told]).min_by_key(exact);
            }
            if let Some(place) = place {
                let own = self.whole(place);
                for (number, name, country) in self.place(place)? {
                    meeting.countries.extend(country);
                    meeting.places.insert(number);
                    meeting.located |= number != own;
                    if number == own {
                        meeting.own_places.insert(name.clone());
                    }
                    meeting.around.insert(name);
                }
            }
            for part in &participants {
                let (side, person) = self.side(part, document)?;
                if matches!(part.attendance, Attendance::Absent | Attendance::Declined) {
                    continue;
                }
                meeting.sides.insert(side);
                if let Some(person) = person {
                    meeting.persons.entry(side).or_default().insert(person);
                }
            }
            meeting.round.extend(name.as_deref().map(rounds).unwrap_or_default());
            meeting.names.extend(name.as_deref().map(fold));
            if let Some(whole) = part_of {
                meeting.wholes.extend(self.names(whole)?);
            }
            if let Some(day) = self.world.public(document)? {
                let (first, last) = meeting.public.unwrap_or((day, day));
                meeting.public = Some((first.min(day), last.max(day)));
            }
        }
        Ok(meeting)
    }

    /// The nodes of meetings that may be one with a node's.
    pub(crate) fn candidates(&self, node: Node) -> Result<BTreeSet<Node>, GraphError> {
        use crate::index::derive::{Relation, links_to, marked};
        let mut found = BTreeSet::new();
        let cards = self.world.cards(node)?;
        // What is told without a date is looked for around the days on which it was written of, by anyone.
        let mut public: Option<(Date, Date)> = None;
        for (document, _) in &cards {
            public = actor::around(public, self.world.public(*document)?);
        }
        for (_, card) in &cards {
            let Facts::Meeting { participants, when, previous_start_date, .. } = &card.facts else {
                continue;
            };
            let told = match (when, public) {
                (Some(when), _) => (Some(when.first_day()), Some(when.last_day())),
                (None, Some((first, last))) => (actor::later(first, -NEWS), actor::later(last, PLANNED)),
                (None, None) => (None, None),
            };
            let former = previous_start_date.iter().map(|day| (Some(day.first_day()), Some(day.last_day())));
            let by_day = (day_of(&card.facts) != UNDATED).then_some(told);
            for days in by_day.into_iter().chain(former.clone()) {
                // What overlaps begins as many days earlier as it lasts.
                let Some((early, late)) = around(days) else { continue };
                for (wide, days) in [(false, i64::from(NARROW)), (true, i64::from(LONG))] {
                    let first = day(actor::later(early, -days).unwrap_or(early));
                    let (first, last) = (of_day_in_words(first, wide), of_day_in_words(day(late), wide));
                    found.extend(self.world.index.nodes_within(&marked(&first), &marked(&last))?);
                }
            }
            for (early, late) in std::iter::once(told).chain(former).filter_map(around) {
                for part in participants {
                    let key = links_to(part.actor, Relation::Participant);
                    found.extend(self.world.posted(&key, (Some(early), Some(late)))?);
                }
            }
        }
        found.remove(&node);
        Ok(found)
    }
}

/// The words for a meeting in a series.
const ROUND: [&str; 3] = ["round", "rounds", "session"];

/// Whether a name is that of a round.
pub(crate) fn is_round(name: &str) -> bool {
    fold(name).split(' ').any(|word| ROUND.contains(&word))
}

/// The numbers of the rounds that words tell of: "the second round", "round 2".
pub(crate) fn rounds(words: &str) -> BTreeSet<u8> {
    const ORDINALS: [&str; 8] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
    let number = |word: &str| {
        let ordinal = ORDINALS.iter().position(|ordinal| *ordinal == word).map(|at| at as u8 + 1);
        ordinal.or_else(|| word.trim_end_matches(char::is_alphabetic).parse().ok())
    };
    let folded = fold(words);
    let words: Vec<&str> = folded.split(' ').collect();
    let at = (0..words.len()).filter(|at| ROUND.contains(&words[*at]));
    // What stands before goes first: "the second round, 3 April".
    at.filter_map(|at| {
        let before = at.checked_sub(1).and_then(|before| number(words[before]));
        before.or_else(|| words.get(at + 1).and_then(|word| number(word)))
    })
    .collect()
}

/// Some days and those by which a meeting may have been moved.
fn around((from, until): (Option<Date>, Option<Date>)) -> Option<(Date, Date)> {
    Some((actor::later(from?, -MOVED)?, actor::later(until?, MOVED)?))
}

impl Meeting {
    /// How exactly its day is known.
    pub(crate) fn width(&self) -> i64 {
        self.days.map_or(i64::MAX, |(first, last)| actor::days(first, last))
    }

    /// Whether it tells of one side only.
    pub(crate) fn is_bare(&self) -> bool {
        self.sides.len() < 2
    }

    /// Whether the places agree; nothing where one is not told.
    fn place(&self, other: &Self) -> Option<bool> {
        if self.places.is_empty() || other.places.is_empty() {
            return None;
        }
        let names = |one: &Self, other: &Self| one.own_places.iter().any(|name| other.around.contains(name));
        if names(self, other) || names(other, self) {
            return Some(true);
        }
        let apart = !self.countries.is_empty()
            && !other.countries.is_empty()
            && self.countries.is_disjoint(&other.countries);
        // A hall of which nobody says where it stands may be anywhere.
        if !apart && (!self.located || !other.located) {
            let venue = |meeting: &Self| !meeting.located && meeting.countries.is_empty();
            if venue(self) || venue(other) {
                return None;
            }
        }
        Some(false)
    }

    /// Whether two cannot be one.
    pub(crate) fn conflicts(&self, other: &Self) -> bool {
        self.time(other).is_none() || self.is_apart_from(other)
    }

    /// Whether it tells that what the one announces was moved to the day of the other, and nothing else than their
    /// days speaks against their being one.
    pub(crate) fn reconciles(&self, one: &Self, other: &Self) -> bool {
        let moved = |from: &Self, to: &Self| self.is_moved_from(from) && self.overlaps(to);
        (moved(one, other) || moved(other, one)) && !one.is_apart_from(other)
    }

    /// Whether two cannot be one, whenever they were.
    fn is_apart_from(&self, other: &Self) -> bool {
        let remote = |meeting: &Self| {
            meeting.medium.iter().any(|medium| matches!(medium, Medium::Phone | Medium::Video))
        };
        let media = !self.medium.is_empty() && !other.medium.is_empty() && remote(self) != remote(other);
        let rounds =
            !self.round.is_empty() && !other.round.is_empty() && self.round.is_disjoint(&other.round);
        media
            || rounds
            || (self.row && other.row)
            || self.place(other) == Some(false)
            || !self.documents.is_disjoint(&other.documents)
            // Those who met on the margins of a summit met there besides.
            || !self.wholes.is_disjoint(&other.names)
            || !other.wholes.is_disjoint(&self.names)
            || self.others_met(other)
    }

    /// Whether each side that both tell of has other persons in the one than in the other.
    fn others_met(&self, other: &Self) -> bool {
        let mut compared = 0;
        for (side, persons) in &self.persons {
            let Some(others) = other.persons.get(side) else { continue };
            if !persons.is_disjoint(others) {
                return false;
            }
            compared += 1;
        }
        compared > 0
    }

    /// How sure it is that two are one, and why.
    pub(crate) fn compare(&self, other: &Self) -> Option<(Sure, u32, Vec<Reason>)> {
        if self.conflicts(other) {
            return None;
        }
        let common = self.sides.intersection(&other.sides).count();
        let (fewer, more) = (self.sides.len().min(other.sides.len()), self.sides.union(&other.sides).count());
        let persons = self.persons.iter().filter(|(side, persons)| {
            other.persons.get(side).is_some_and(|others| !persons.is_disjoint(others))
        });
        let persons = persons.count();
        let mut reasons = Vec::new();
        let mut points = 0;
        let mut says = |given: u32, reason| {
            points += given;
            reasons.push(reason);
        };
        match self.time(other)? {
            Time::Same => says(30, Reason::Day),
            Time::Overlap => says(15, Reason::Days),
            Time::Moved => says(5, Reason::Moved),
            Time::Rescheduled => says(30, Reason::Rescheduled),
            Time::Unknown => {}
        }
        let here = self.place(other) == Some(true);
        if here {
            says(20, Reason::Place);
        }
        if common == 0 {
            // "The observer attended the round in Geneva on Tuesday": the only round there that day.
            let round = here && reasons.contains(&Reason::Day) && self.is_bare() != other.is_bare();
            return round.then_some((Sure::IfAlone, points, reasons));
        }
        if common == more && common > 1 {
            says(35, Reason::Sides);
        } else if common >= 2 && common == fewer {
            says(25, Reason::SomeSides);
        } else if common >= 2 && common * 2 > more {
            says(15, Reason::SomeSides);
        } else if common < fewer {
            return None;
        }
        if persons > 0 {
            says(if persons > 1 { 25 } else { 15 }, Reason::Persons);
        }
        let sure = match points {
            60.. => Sure::Likely,
            45.. => Sure::Perhaps,
            _ => return None,
        };
        Some((sure, points, reasons))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_read_from_names() {
        for (name, numbers) in [
            ("second round of talks", &[2][..]),
            ("Round 3", &[3]),
            ("the 4th round", &[4]),
            ("the second round, 3 April", &[2]),
            ("on 11 March for the first round and again for the second round", &[1, 2]),
            ("Round table", &[]),
            ("Geneva talks", &[]),
        ] {
            assert_eq!(rounds(name), numbers.iter().copied().collect(), "{name}");
        }
    }
}
