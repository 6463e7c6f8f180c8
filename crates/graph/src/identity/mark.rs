//! Marks: what two must have in common to be compared at all.
//!
//! It must not know what else is in the store. Invariant: two that a rule would hold to be one have a mark in
//! common, or a participant (see [`super::meeting`]).

use rapporteur_schema::{ActorKind, Country, Edtf};

use super::office;
use super::place::Sign;
use super::spelling::consonants;
use crate::fold::fold;
use crate::index::card::{Card, Facts};
use crate::index::derive::begin;
use crate::index::keys::{Day, UNDATED, day};

/// What lasts no more days than these is looked for by its first day.
pub(super) const NARROW: Day = 4;

/// The mark of a meeting's first day: one for what lasts a few days at most, another for what may have been on any
/// of many, so that few are looked at where the day is known.
fn of_day(day: Day, wide: bool) -> String {
    format!("{}{day:08}", if wide { "l" } else { "m" })
}

/// The same as it stands with what is told in words.
pub(super) fn of_day_in_words(day: Day, wide: bool) -> String {
    format!("{WORDS}{}", of_day(day, wide))
}

/// Whether so many days are many.
pub(super) fn is_wide(when: &Edtf) -> bool {
    day(when.last_day()) - day(when.first_day()) > NARROW
}

/// The mark of an office.
fn of_office(office: &str, country: Country) -> String {
    format!("h{country} {office}")
}

/// The words by which a person's name is looked for: the last, of longer names the last but one too.
fn sought(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let last = if words.len() > 2 { 2 } else { 1 };
    words.iter().rev().take(last).map(|word| format!("p{}", consonants(word))).collect()
}

/// The marks of a telling.
pub(crate) fn marks(card: &Card) -> Vec<String> {
    let mut marks = Vec::new();
    match &card.facts {
        Facts::Actor { kind: ActorKind::State, country: Some(country), .. } => {
            marks.push(format!("s{country}"))
        }
        Facts::Actor { kind: ActorKind::Person, name, country, offices, .. } => {
            marks.extend(sought(&fold(name)));
            let held = offices.iter().filter_map(|(title, _)| office::unique(title));
            marks.extend(
                country.iter().flat_map(|country| held.clone().map(|office| of_office(office, *country))),
            );
        }
        Facts::Actor { kind: ActorKind::Unnamed, name, country: Some(country), .. } => {
            marks.extend(office::unique(name).map(|office| of_office(office, *country)));
        }
        Facts::Actor { kind: ActorKind::Organization | ActorKind::Delegation, name, aliases, .. } => {
            marks.extend(std::iter::once(name).chain(aliases).map(|name| format!("o{}", fold(name))));
        }
        Facts::Place { .. } => marks.extend(Sign::of(&card.facts).iter().map(Sign::mark)),
        Facts::Meeting { previous_start_date, .. } if !card.row => {
            // What was set for the former day is looked for by that day too.
            let days = card.facts.when().into_iter().chain(previous_start_date);
            marks.extend(
                days.map(|when| (begin(when), is_wide(when)))
                    .filter(|(first, _)| *first != UNDATED)
                    .map(|(first, wide)| of_day(first, wide)),
            );
        }
        _ => {}
    }
    if let Facts::Actor { wikidata: Some(item), .. } = &card.facts {
        marks.push(format!("w{item}"));
    }
    marks.sort_unstable();
    marks.dedup();
    // Rows are told apart from words, for they are not compared with each other.
    for mark in &mut marks {
        mark.insert(0, if card.row { ROW } else { WORDS });
    }
    marks
}

/// Begins the mark of what a data set tells.
const ROW: char = 'r';
/// Begins the mark of what is told in words.
const WORDS: char = 'w';

/// The marks under which to look for what may be the same as what bears one.
pub(super) fn sought_by(mark: &str) -> Vec<String> {
    let Some(rest) = mark.strip_prefix(WORDS) else {
        return vec![format!("{WORDS}{}", mark.strip_prefix(ROW).unwrap_or_default())];
    };
    vec![mark.to_owned(), format!("{ROW}{rest}")]
}
