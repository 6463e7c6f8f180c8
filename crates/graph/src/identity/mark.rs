//! Marks: what two must have in common to be compared at all.
//!
//! It must not know what else is in the store. Invariant: two that a rule would hold to be one have a mark in
//! common, or a participant (see [`super::meeting`]).

use rapporteur_schema::{ActorKind, Country};

use super::office;
use super::spelling::consonants;
use crate::fold::fold;
use crate::index::card::{Card, Facts};
use crate::index::derive::day_of;
use crate::index::keys::{Day, UNDATED};

/// The mark of a meeting's day.
pub(super) fn of_day(day: Day) -> String {
    format!("m{day:08}")
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
        Facts::Meeting { .. } if !card.row => {
            let day = day_of(&card.facts);
            if day != UNDATED {
                marks.push(of_day(day));
            }
        }
        _ => {}
    }
    if let Facts::Actor { wikidata: Some(item), .. } = &card.facts {
        marks.push(format!("w{item}"));
    }
    marks.sort_unstable();
    marks.dedup();
    marks
}
