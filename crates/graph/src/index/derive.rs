//! The entries that follow from a card: who is linked with whom, where a record stands in the calendar,
//! and under which names it is found.
//!
//! Invariant: a node's entries are the union over its cards, so that they do not depend on the order in
//! which documents came.

use rapporteur_schema::{Country, Edtf, RecordKind};

use super::card::{Card, Facts};
use super::keys::{CALENDAR, COUNTRY, Day, FOLDED, Key, LINK, LONG, MARK, Node, UNDATED, WORD, day};
use crate::fold::fold;
use crate::identity::marks;

/// As what a record names another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum Relation {
    /// A meeting: someone in it, whatever the attendance.
    Participant = 1,
    /// A meeting: for whom someone stood there.
    Represented,
    /// A meeting: where it was.
    Place,
    /// A meeting: what it belongs to.
    PartOf,
    /// A meeting: what it follows.
    Follows,
    /// A statement: who made it.
    Speaker,
    /// A statement: for whom.
    SpokenFor,
    /// A statement: to whom.
    Audience,
    /// A statement: who passed it on.
    ReportedBy,
    /// A statement: what it is about.
    About,
    /// An outcome: whom it binds.
    Party,
    /// An outcome: who confirmed it.
    ConfirmedBy,
    /// An outcome: what it came of.
    CameOf,
    /// A place: in what it lies.
    Within,
    /// An actor: of what it held an office.
    OfficeOf,
    /// A meeting told in words: who is in it, or represented. Data sets tell of a thousand times as many.
    InWords,
}

/// The kind as a byte of a key.
pub(crate) const fn kind_byte(kind: RecordKind) -> u8 {
    match kind {
        RecordKind::Document => 1,
        RecordKind::Actor => 2,
        RecordKind::Place => 3,
        RecordKind::Meeting => 4,
        RecordKind::Statement => 5,
        RecordKind::Outcome => 6,
    }
}

/// The key's beginning for who names a node as something.
pub(crate) fn links_to(target: Node, relation: Relation) -> Key {
    Key::new(LINK).node(target).byte(relation as u8)
}

/// The key's beginning for what belongs to a country.
pub(crate) fn in_country(country: Country, kind: RecordKind) -> Key {
    Key::new(COUNTRY).bytes(country.as_str().as_bytes()).byte(kind_byte(kind))
}

/// The key's beginning for what bears a folded name, or begins with it.
pub(crate) fn named(tag: u8, kind: RecordKind, text: &str) -> Key {
    Key::new(tag).byte(kind_byte(kind)).bytes(text.as_bytes())
}

/// The key's beginning for what bears a mark; see [`crate::identity::marks`].
pub(crate) fn marked(mark: &str) -> Key {
    Key::new(MARK).bytes(mark.as_bytes()).byte(0)
}

/// The day under which a card stands.
pub(crate) fn day_of(facts: &Facts) -> Day {
    facts.when().map_or(UNDATED, begin)
}

/// The first day of a time that is short enough to be looked for by it.
pub(crate) fn begin(when: &Edtf) -> Day {
    let (first, last) = (day(when.first_day()), day(when.last_day()));
    if last - first > LONG as u32 { UNDATED } else { first }
}

/// Calls for the key of every entry that follows from a card of a node; some twice.
pub(crate) fn derive(node: Node, card: &Card, mut each: impl FnMut(Vec<u8>)) {
    let (facts, kind) = (&card.facts, card.facts.kind());
    let day = day_of(facts);
    let mut put = |key: Key| each(key.node(node).done());
    put(Key::new(CALENDAR).byte(kind_byte(kind)).day(day));
    for mark in marks(card) {
        put(marked(&mark));
    }
    let mut link = |relation, targets: &mut dyn Iterator<Item = Node>| {
        for target in targets {
            put(links_to(target, relation).day(day));
        }
    };
    let names = match facts {
        Facts::Actor { name, aliases, country, offices, .. } => {
            link(Relation::OfficeOf, &mut offices.iter().filter_map(|(_, of)| *of));
            Some((name, aliases, *country))
        }
        Facts::Place { name, aliases, country, within, .. } => {
            link(Relation::Within, &mut within.iter().copied());
            Some((name, aliases, *country))
        }
        Facts::Meeting { place, participants, part_of, follows, .. } => {
            link(Relation::Participant, &mut participants.iter().map(|part| part.actor));
            link(Relation::Represented, &mut participants.iter().filter_map(|part| part.on_behalf_of));
            if !card.row {
                let all = participants.iter().flat_map(|part| [Some(part.actor), part.on_behalf_of]);
                link(Relation::InWords, &mut all.flatten());
            }
            link(Relation::Place, &mut place.iter().copied());
            link(Relation::PartOf, &mut part_of.iter().copied());
            link(Relation::Follows, &mut follows.iter().copied());
            None
        }
        Facts::Statement { speaker, on_behalf_of, audience, reported_by, about, .. } => {
            link(Relation::Speaker, &mut [*speaker].into_iter());
            link(Relation::SpokenFor, &mut on_behalf_of.iter().copied());
            link(Relation::Audience, &mut audience.iter().copied());
            link(Relation::ReportedBy, &mut reported_by.iter().copied());
            link(Relation::About, &mut about.iter().copied());
            None
        }
        Facts::Outcome { parties, confirmed_by, meeting, .. } => {
            link(Relation::Party, &mut parties.iter().copied());
            link(Relation::ConfirmedBy, &mut confirmed_by.iter().copied());
            link(Relation::CameOf, &mut meeting.iter().copied());
            None
        }
    };
    let Some((name, aliases, country)) = names else { return };
    if let Some(country) = country {
        put(in_country(country, kind));
    }
    for name in std::iter::once(name).chain(aliases) {
        let folded = fold(name);
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            put(named(WORD, kind, word).byte(0));
        }
        put(named(FOLDED, kind, &folded).byte(0));
    }
}
