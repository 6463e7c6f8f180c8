//! The lexicons as the grammar of mentions asks them: what a run of words is called, by one sense,
//! and what a word does.
//!
//! [`gazetteer`] has all senses of a name; here the likeliest one is chosen, with
//! whether context should be asked for. Nothing here depends on a document.

use std::borrow::Cow;

use rapporteur_schema::Country;

use crate::gazetteer::{self, Entry, OfficeClass, Sense};

mod words;

pub use words::{is_calendar, is_dated, is_function_word, is_outlet, kind_by_last_word};

/// A name that a lexicon has.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// How many words it takes.
    pub length: usize,
    /// What it is called.
    pub kind: KnownKind,
    /// What it is a name of, by its usual English name.
    pub name: Cow<'static, str>,
    /// The country it points to.
    pub country: Option<Country>,
    /// Whether it is also a common word or a person's name.
    pub ambiguous: bool,
}

/// What known names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KnownKind {
    /// A state.
    State,
    /// An adjective of nationality, or one citizen.
    Adjective,
    /// A people, in the plural.
    People,
    /// A city, which may stand for the government that sits there.
    City,
    /// A seat of government.
    Seat,
    /// A region.
    Region,
    /// A venue.
    Venue,
    /// An organisation.
    Organization,
    /// A news outlet.
    Outlet,
    /// A treaty, a fund, a body of law.
    Other,
    /// A person, by a user's lexicon.
    Person,
}

/// The longest known name that begins the run of words, in its likeliest sense.
///
/// ```
/// use rapporteur_extract::lexicon::{KnownKind, longest};
/// let known = longest(&["South", "Korean", "officials"]).expect("known");
/// assert_eq!((known.length, known.kind), (2, KnownKind::Adjective));
/// ```
pub fn longest(words: &[&str]) -> Option<Known> {
    let (length, mut entries) = gazetteer::longest(words)?;
    let entry = entries.next()?;
    let kind = match entry.sense {
        Sense::Country | Sense::FormerCountry => KnownKind::State,
        Sense::Adjective | Sense::Citizen => KnownKind::Adjective,
        Sense::Citizens => KnownKind::People,
        Sense::Capital | Sense::City => KnownKind::City,
        Sense::Seat => KnownKind::Seat,
        Sense::Region => KnownKind::Region,
        Sense::Venue => KnownKind::Venue,
        Sense::Organization => KnownKind::Organization,
        Sense::Outlet => KnownKind::Outlet,
    };
    Some(Known { length, kind, name: entry.name.into(), country: entry.country, ambiguous: entry.ambiguous })
}

/// The usual English name of a state.
pub fn state_name(country: Country) -> Option<&'static str> {
    gazetteer::state(country).map(|entry| entry.name)
}

/// The city of that name, the best known first.
pub fn city(name: &str) -> Option<Entry> {
    gazetteer::lookup(name).find(|entry| entry.sense == Sense::City)
}

/// Whether a name is that of a state's capital.
pub fn is_capital(name: &str) -> bool {
    gazetteer::lookup(name).any(|entry| entry.sense == Sense::City && entry.is_capital) || is_seat_city(name)
}

/// Whether the name is of a city that stands for its government, though it be no capital or no longer one:
/// "Washington", "Peking", "Bonn".
pub fn is_seat_city(name: &str) -> bool {
    let has = |sense: Sense| gazetteer::lookup(name).any(|entry| entry.sense == sense);
    has(Sense::Seat) && has(Sense::City)
}

/// The number of words of the office that begins the run, its modifiers included.
///
/// ```
/// use rapporteur_extract::lexicon::office;
/// assert_eq!(office(&["First", "Deputy", "Foreign", "Minister", "Sergiy"]), Some(4));
/// assert_eq!(office(&["Ministry"]), None);
/// ```
pub fn office(words: &[&str]) -> Option<usize> {
    // A calling is no office: "a prisoner swap" tells of no prisoner.
    let known = |words: &[&str]| {
        gazetteer::office(words)
            .filter(|office| office.class != OfficeClass::Other)
            .map(|office| office.words)
    };
    known(words).or_else(|| {
        // "Vice-Minister" is printed as one word.
        let parts: Vec<&str> = words.first().filter(|word| word.contains('-'))?.split('-').collect();
        known(&parts).filter(|&length| length == parts.len()).map(|_| 1)
    })
}

/// Whether the word is an honorific, with its capital.
pub fn is_honorific(word: &str) -> bool {
    gazetteer::honorific(word).is_some()
}

/// Whether the word is one of the commonest of the language.
pub fn is_common(word: &str) -> bool {
    gazetteer::is_common_word(word)
}

/// Whether the word is a given name in common use.
pub fn is_given_name(word: &str) -> bool {
    gazetteer::given_name(word).is_some()
}

/// Whether a demonym is in the plural: `Angolans`, `Turks`, and not `Swiss`.
pub fn is_demonym_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}
