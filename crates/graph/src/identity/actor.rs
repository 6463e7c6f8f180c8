//! When two actors are one.
//!
//! It must not know meetings. A rule compares two units by their kind, their names, their country, their
//! offices and the days of their documents. Invariant: an unnamed source is never one with another by name, and
//! persons of different countries are two.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rapporteur_schema::{ActorKind, Country};

use super::judgement::{Standing, divide};
use super::reason::Reason;
use super::spelling::{consonants, sound};
use super::{Unit, office};
use crate::GraphError;
use crate::fold::fold;
use crate::index::card::{Card, Facts};
use crate::index::derive::{Relation, day_of, links_to};
use crate::index::keys::{Node, UNDATED, date, day, day_of_link};
use crate::snapshot::Admitted;

/// Who was told of as holding an office is taken to hold it so many days before and after.
const TERM: i64 = 60;
/// One who appears so many days apart is not one.
const LIFE: i64 = 50 * 365;
/// Among how many different tellings before it one is looked for that says the same.
pub(super) const RECENT: usize = 8;
/// Only a surname speaks of somebody who is in the news so many days before or after.
const NEWS: i64 = 2 * 365;

/// How sure it is that two are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sure {
    /// Worth asking.
    Perhaps,
    /// Where no other fits as well.
    IfAlone,
    /// Unless something speaks against it.
    Likely,
    /// Even where a document tells of both.
    Surely,
}

/// An actor as one unit tells it.
#[derive(Debug, Clone)]
pub(crate) struct Actor {
    pub(crate) unit: Unit,
    pub(crate) kind: ActorKind,
    /// The names that documents give as its own, folded.
    names: BTreeSet<String>,
    /// All its names, folded.
    all_names: BTreeSet<String>,
    pub(crate) countries: BTreeSet<Country>,
    /// Offices of which there is one, and the first and last day on which it is told to hold them.
    offices: BTreeMap<&'static str, Option<(Date, Date)>>,
    /// Every title, folded.
    titles: BTreeSet<String>,
    wikidata: BTreeSet<String>,
    /// Who tells of it.
    pub(crate) documents: BTreeSet<Node>,
    /// The first and the last day of those.
    days: Option<(Date, Date)>,
    /// How many words its longest name has.
    pub(crate) words: usize,
    /// Whether only data sets tell of it.
    row: bool,
}

/// The units of an actor's node: persons of one name are as many as the countries that documents give them.
pub(crate) fn units(
    world: &Admitted<'_>,
    judgements: &[Standing],
    node: Node,
) -> Result<Vec<Actor>, GraphError> {
    let cards = world.cards(node)?;
    let is_person = cards.iter().any(|(_, card)| is_person(&card.facts));
    let shown = if is_person { Shown::of(world, node, &cards)? } else { Shown::default() };
    let mut parts: Vec<Vec<(Node, Card)>> = vec![cards];
    if is_person {
        let mut by_age = Vec::new();
        for part in by_country(parts.remove(0)) {
            by_age.extend(apart(part, LIFE, |document| shown.on(world, document))?);
        }
        parts = by_age;
    }
    divide(&mut parts, node, judgements);
    let whole = parts.len() == 1;
    let mut units = Vec::with_capacity(parts.len());
    for part in parts {
        let documents = (!whole).then(|| part.iter().map(|(document, _)| *document).collect());
        units.extend(actor(world, Unit { node, documents }, part)?);
    }
    Ok(units)
}

/// The day on which each document shows a person: that of the first meeting in which it has him, which is long past
/// where it looks back. One that only names him may look back too: it speaks of him who met nearest to its own day.
#[derive(Debug, Default)]
struct Shown(BTreeMap<Node, Date>);

impl Shown {
    fn of(world: &Admitted<'_>, node: Node, cards: &[(Node, Card)]) -> Result<Self, GraphError> {
        let mut shown = Self::default();
        let meetings = links_to(node, Relation::InWords);
        let mut days = BTreeSet::new();
        world.index.each(&meetings, |key| {
            days.extend(day_of_link(key));
        })?;
        for (document, _) in cards {
            days.extend(world.public(*document)?.map(day));
        }
        days.remove(&UNDATED);
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return Ok(shown) };
        // Of nearly everybody all is told within a life: he is one, and nothing need be looked up.
        if i64::from(last - first) <= LIFE {
            return Ok(shown);
        }
        for meeting in world.posted(&meetings, (None, None))? {
            for (document, card) in world.cards(meeting)? {
                let Facts::Meeting { participants, .. } = &card.facts else { continue };
                let is_in = participants.iter().any(|part| part.actor == node);
                if let Some(day) = date(day_of(&card.facts)).filter(|_| is_in) {
                    shown.0.entry(document).and_modify(|known| *known = day.min(*known)).or_insert(day);
                }
            }
        }
        Ok(shown)
    }

    fn on(&self, world: &Admitted<'_>, document: Node) -> Result<Option<Date>, GraphError> {
        if let Some(day) = self.0.get(&document) {
            return Ok(Some(*day));
        }
        let public = world.public(document)?;
        Ok(public.map(|public| {
            let nearest = self.0.values().copied().min_by_key(|day| (days(*day, public), *day));
            nearest.unwrap_or(public)
        }))
    }
}

const fn is_person(facts: &Facts) -> bool {
    matches!(facts, Facts::Actor { kind: ActorKind::Person, .. })
}

const fn country_of(card: &Card) -> Option<Country> {
    match &card.facts {
        Facts::Actor { country, .. } => *country,
        _ => None,
    }
}

/// Tellings of one id, by country; those without one go with the country that most tell.
fn by_country(cards: Vec<(Node, Card)>) -> Vec<Vec<(Node, Card)>> {
    let countries: BTreeSet<Country> = cards.iter().filter_map(|(_, card)| country_of(card)).collect();
    if countries.len() < 2 {
        return vec![cards];
    }
    let count =
        |country: &Country| cards.iter().filter(|(_, card)| country_of(card) == Some(*country)).count();
    let mut ranked: Vec<Country> = countries.into_iter().collect();
    ranked.sort_by_key(|country| (usize::MAX - count(country), *country));
    let mut parts: Vec<Vec<(Node, Card)>> = ranked.iter().map(|_| Vec::new()).collect();
    for (document, card) in cards {
        let at = ranked.iter().position(|country| Some(*country) == country_of(&card)).unwrap_or(0);
        parts[at].push((document, card));
    }
    parts
}

/// Tellings, divided where so many days lie between one document's and the next.
pub(super) fn apart(
    cards: Vec<(Node, Card)>,
    days: i64,
    day_of: impl Fn(Node) -> Result<Option<Date>, GraphError>,
) -> Result<Vec<Vec<(Node, Card)>>, GraphError> {
    let mut dated = Vec::with_capacity(cards.len());
    for (document, card) in cards {
        dated.push((day_of(document)?, document, card));
    }
    dated.sort_by_key(|(day, document, _)| (*day, *document));
    let mut parts: Vec<Vec<(Node, Card)>> = vec![Vec::new()];
    let mut last: Option<Date> = None;
    for (day, document, card) in dated {
        if between(last, day).is_some_and(|between| between > days) {
            parts.push(Vec::new());
        }
        last = day.or(last);
        if let Some(part) = parts.last_mut() {
            part.push((document, card));
        }
    }
    parts.iter_mut().for_each(|part| part.sort_by_key(|(document, _)| *document));
    Ok(parts)
}

/// Days from one to another, where both are known.
fn between(one: Option<Date>, other: Option<Date>) -> Option<i64> {
    Some(days(one?, other?))
}

/// Days between two, whichever comes first.
pub(super) fn days(one: Date, other: Date) -> i64 {
    one.until(other).map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
}

/// So many days later.
pub(super) fn later(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

fn actor(world: &Admitted<'_>, unit: Unit, cards: Vec<(Node, Card)>) -> Result<Option<Actor>, GraphError> {
    let Some(Facts::Actor { kind, .. }) = cards.first().map(|(_, card)| &card.facts) else { return Ok(None) };
    let mut actor = Actor {
        unit,
        kind: *kind,
        names: BTreeSet::new(),
        all_names: BTreeSet::new(),
        countries: BTreeSet::new(),
        offices: BTreeMap::new(),
        titles: BTreeSet::new(),
        wikidata: BTreeSet::new(),
        documents: BTreeSet::new(),
        days: None,
        words: 0,
        row: true,
    };
    // Hundreds of documents of a data set say the same of a state: words are folded once.
    let mut said: Vec<(Facts, Vec<&'static str>)> = Vec::new();
    for (document, card) in cards {
        actor.row &= card.row;
        actor.documents.insert(document);
        let public = world.public(document)?;
        actor.days = around(actor.days, public);
        let mut hold = |held: &[&'static str]| {
            for office in held {
                let known = actor.offices.entry(office).or_default();
                *known = around(*known, public);
            }
        };
        if let Some((_, held)) = said.iter().rev().take(RECENT).find(|(facts, _)| *facts == card.facts) {
            hold(held);
            continue;
        }
        let Facts::Actor { kind, name, aliases, country, offices, wikidata } = &card.facts else { continue };
        let held = offices.iter().filter_map(|(title, _)| office::unique(title));
        let held: Vec<&'static str> =
            held.chain(office::unique(name).filter(|_| *kind == ActorKind::Unnamed)).collect();
        hold(&held);
        actor.kind = actor.kind.min(*kind);
        let folded = fold(name);
        actor.words = actor.words.max(folded.split(' ').count());
        actor.names.insert(folded.clone());
        actor.all_names.insert(folded);
        actor.all_names.extend(aliases.iter().map(|alias| fold(alias)));
        actor.countries.extend(country);
        actor.titles.extend(offices.iter().map(|(title, _)| fold(title)));
        actor.wikidata.extend(wikidata.clone());
        said.push((card.facts, held));
    }
    Ok(Some(actor))
}

/// A period that holds a day too.
pub(super) fn around(period: Option<(Date, Date)>, day: Option<Date>) -> Option<(Date, Date)> {
    match (period, day) {
        (Some((first, last)), Some(day)) => Some((first.min(day), last.max(day))),
        (None, Some(day)) => Some((day, day)),
        (period, None) => period,
    }
}

/// Days between two periods; none where they touch, or one is not known.
fn gap(one: Option<(Date, Date)>, other: Option<(Date, Date)>) -> i64 {
    let (Some((from, to)), Some((other_from, other_to))) = (one, other) else { return 0 };
    if to < other_from {
        days(to, other_from)
    } else if other_to < from {
        days(other_to, from)
    } else {
        0
    }
}

impl Actor {
    /// Days that lie between the documents of two.
    fn gap(&self, other: &Self) -> i64 {
        gap(self.days, other.days)
    }

    /// Days between those on which the one was told to hold an office and those on which the other was; nothing
    /// where they hold none in common.
    fn office_gap(&self, other: &Self) -> Option<i64> {
        let common =
            self.offices.iter().filter_map(|(office, days)| Some((days, other.offices.get(office)?)));
        common.map(|(days, others)| gap(*days, *others)).min()
    }

    fn shares_country(&self, other: &Self) -> bool {
        !self.countries.is_disjoint(&other.countries)
    }

    /// Whether two cannot be one, whatever their names.
    pub(crate) fn conflicts(&self, other: &Self) -> bool {
        let differ = |one: &BTreeSet<Country>, other: &BTreeSet<Country>| {
            !one.is_empty() && !other.is_empty() && one.is_disjoint(other)
        };
        let items = !self.wikidata.is_empty() && !other.wikidata.is_empty();
        let human = |actor: &Self| matches!(actor.kind, ActorKind::Person | ActorKind::Unnamed);
        let kinds = self.kind != other.kind && !(human(self) && human(other));
        kinds
            || (self.row && other.row)
            || differ(&self.countries, &other.countries)
            || (items && self.wikidata.is_disjoint(&other.wikidata))
            || self.gap(other) > LIFE
    }

    /// How sure it is that two are one, and why.
    pub(crate) fn compare(&self, other: &Self) -> Option<(Sure, u32, Vec<Reason>)> {
        if !self.wikidata.is_disjoint(&other.wikidata) {
            return Some((Sure::Surely, 0, vec![Reason::Wikidata]));
        }
        if self.conflicts(other) {
            return None;
        }
        match (self.kind, other.kind) {
            (ActorKind::Person, ActorKind::Person) => {
                self.compare_persons(other).map(|(sure, reasons)| (sure, 0, reasons))
            }
            (ActorKind::Person, ActorKind::Unnamed) | (ActorKind::Unnamed, ActorKind::Person) => {
                let gap = self.office_gap(other).filter(|gap| *gap <= TERM && self.shares_country(other))?;
                // Of one who held it before and one who holds it after, the nearer.
                let near = u32::try_from(TERM - gap).unwrap_or(0);
                Some((Sure::IfAlone, near, vec![Reason::OfficeAtTheTime]))
            }
            (ActorKind::Unnamed, ActorKind::Unnamed) => None,
            (ActorKind::State, ActorKind::State) => {
                self.shares_country(other).then(|| (Sure::Likely, 0, vec![Reason::State]))
            }
            _ => {
                let named =
                    |one: &Self, other: &Self| one.names.iter().any(|name| other.all_names.contains(name));
                (named(self, other) || named(other, self)).then(|| (Sure::Likely, 0, vec![Reason::Name]))
            }
        }
    }

    fn compare_persons(&self, other: &Self) -> Option<(Sure, Vec<Reason>)> {
        let pairs = self.names.iter().flat_map(|one| other.names.iter().map(move |two| (one, two)));
        let alike = pairs.filter_map(|(one, two)| alike(one, two)).min()?;
        let mut reasons = vec![alike];
        let (country, office) = (self.shares_country(other), !self.titles.is_disjoint(&other.titles));
        reasons.extend(country.then_some(Reason::Country));
        reasons.extend(office.then_some(Reason::Office));
        let sure = match alike {
            Reason::Name | Reason::Spelling => Sure::Surely,
            Reason::Consonants if country && office => Sure::Likely,
            Reason::PartOfName => Sure::Likely,
            Reason::Surname if (country || office) && self.gap(other) <= NEWS => Sure::IfAlone,
            _ => Sure::Perhaps,
        };
        Some((sure, reasons))
    }
}

/// What sets a son apart from a father of his name. A name that ends so is another.
const GENERATIONS: [&str; 6] = ["jr", "junior", "sr", "senior", "ii", "iii"];

/// How two folded names fit each other, if they do: the best way.
fn alike(one: &str, other: &str) -> Option<Reason> {
    let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let generation = |name: &[String]| {
        GENERATIONS.into_iter().find(|word| name.len() > 1 && name.last().is_some_and(|last| last == word))
    };
    if generation(&one) != generation(&other) {
        return None;
    }
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let each = |by: fn(&str) -> String| short.iter().zip(long).all(|(one, two)| by(one) == by(two));
    let (first_short, first_long) = (short.first()?, long.first()?);
    let (last_short, last_long) = (short.last()?, long.last()?);
    if short.len() == long.len() {
        return if short == long {
            Some(Reason::Name)
        } else if each(sound) {
            (short.len() > 1 || first_short.len() > 4).then_some(Reason::Spelling)
        } else if short.len() > 1 && each(consonants) {
            Some(Reason::Consonants)
        } else {
            initials(short, long).then_some(Reason::PartOfName)
        };
    }
    if short.len() == 1 {
        // "Lavrov" is the last of "Sergei Lavrov"; "Sergei" is not he.
        return (sound(first_short) == sound(last_long)).then_some(Reason::Surname);
    }
    // "Sergei Lavrov", "Sergei Viktorovich Lavrov"; Spanish names may end with the mother's: "Alvaro Errazuriz". Two
    // liberties are one too many: "Li Hui" is not "Lee Teng-hui".
    let mut rest = long.iter();
    let within = short.iter().all(|word| rest.any(|other| other == word));
    let begins = first_short == first_long;
    let ends = last_short == last_long;
    let spanish = long.len() == short.len() + 1 && long.get(short.len() - 1) == Some(last_short);
    (within && begins && (ends || spanish)).then_some(Reason::PartOfName)
}

/// "K. Said" and "Karim Said".
fn initials(one: &[String], other: &[String]) -> bool {
    let fits = |one: &String, other: &String| {
        one == other
            || (one.chars().count() == 1 && other.starts_with(one.as_str()))
            || (other.chars().count() == 1 && one.starts_with(other.as_str()))
    };
    one.len() > 1 && one.last() == other.last() && one.iter().zip(other).all(|(one, other)| fits(one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_or_do_not() {
        for (one, other, how) in [
            ("volodymyr zelensky", "volodymyr zelenskyy", Some(Reason::Spelling)),
            ("sergei lavrov", "sergei viktorovich lavrov", Some(Reason::PartOfName)),
            ("alvaro errazuriz", "alvaro errazuriz tagle", Some(Reason::PartOfName)),
            ("k said", "karim said", Some(Reason::PartOfName)),
            ("lavrov", "sergei lavrov", Some(Reason::Surname)),
            ("sergei", "sergei lavrov", None),
            ("anna berg", "anna borg", Some(Reason::Consonants)),
            ("anna berg", "karin berg", None),
            ("li hui", "lee teng hui", None),
            ("juan carlos ruiz", "juan pedro ruiz", None),
            ("pavel novak", "pavel novak jr", None),
            ("pavel novak jr", "pavel j novak jr", Some(Reason::PartOfName)),
        ] {
            assert_eq!(alike(one, other), how, "{one} {other}");
            assert_eq!(alike(other, one), how, "{other} {one}");
        }
    }
}
