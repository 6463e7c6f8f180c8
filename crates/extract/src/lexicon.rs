//! The lexicons as the extractor asks them: what a run of words is called, and what a word does.
//!
//! The data lies in `data/`; nothing here depends on a document. Asking costs no start-up time.

use rapporteur_schema::Country;

/// A name that a lexicon has.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// How many words it takes.
    pub length: usize,
    /// What it is called.
    pub kind: KnownKind,
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
    /// An adjective of nationality.
    Adjective,
    /// A people, in the plural.
    People,
    /// A city.
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
}

mod index;
mod offices;
mod words;

pub use index::{City, city, country_of_name, longest, state_name};
pub use offices::office;
pub use words::{is_function_word, is_honorific, kind_by_last_word};

use std::collections::HashMap;
use std::sync::LazyLock;

static COMMON: LazyLock<std::collections::HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../data/common_words.txt").lines().collect());

static GIVEN: LazyLock<HashMap<&'static str, Gender>> = LazyLock::new(|| {
    let lines = include_str!("../data/given_names.txt").lines();
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(name, sex)| {
            (
                name,
                match sex {
                    "f" => Gender::Female,
                    "m" => Gender::Male,
                    _ => Gender::Unknown,
                },
            )
        })
        .collect()
});

/// What a given name tells of its bearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// Borne by women.
    Female,
    /// Borne by men.
    Male,
    /// Borne by both, or unknown.
    Unknown,
}

/// Whether the word, in lower case, is one of the commonest of the language.
pub fn is_common(word: &str) -> bool {
    COMMON.contains(word.to_lowercase().as_str())
}

/// Whether the word is a given name in common use.
pub fn is_given_name(word: &str) -> bool {
    GIVEN.contains_key(crate::normal::normalize(word).as_str())
}

/// What a given name tells of its bearer.
pub fn gender(given_name: &str) -> Gender {
    GIVEN.get(crate::normal::normalize(given_name).as_str()).copied().unwrap_or(Gender::Unknown)
}

/// Whether a demonym is in the plural: `Angolans`, `Turks`, and not `Swiss`.
pub fn is_demonym_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss")
}
