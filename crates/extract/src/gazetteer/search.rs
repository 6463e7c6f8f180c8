//! Asking the gazetteer: by a whole name, by the longest name that begins a run of words, by code.
//!
//! A run is walked through the automaton once, so its cost is the length of the words that match.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fst::raw::{Fst, Output};
use rapporteur_schema::Country;

use super::entry::{Entry, Kind};
use super::key::{normalize, push_word};
use super::table;
use super::walk::Walk;

/// Opening reads a few numbers at the end of the file; nothing is decoded.
static KEYS: LazyLock<Option<Fst<&'static [u8]>>> =
    LazyLock::new(|| Fst::new(include_bytes!("../../data/gazetteer.fst").as_slice()).ok());

/// The most words of a slice that [`longest`] looks at.
const LONGEST: usize = 7;

/// All senses of a name, the likeliest first.
#[derive(Debug, Clone)]
pub struct Entries {
    next: Option<u64>,
    capitals: bool,
}

impl Iterator for Entries {
    type Item = Entry;

    fn next(&mut self) -> Option<Entry> {
        while let Some(index) = self.next {
            let posting = table::posting(index)?;
            self.next = (!posting.is_last()).then_some(index + 1);
            if self.capitals || !posting.is_acronym() {
                return posting.entry();
            }
        }
        None
    }
}

/// All senses of a name as printed. A name in lower case has none, and an acronym wants its capitals.
///
/// ```
/// use rapporteur_extract::gazetteer::{Sense, lookup};
/// let turks = lookup("Turks").next().expect("a people");
/// assert_eq!((turks.sense, turks.name), (Sense::Citizens, "Turkey"));
/// assert_eq!(lookup("US").next().map(|entry| entry.name), Some("United States"));
/// assert!(lookup("us").next().is_none());
/// ```
pub fn lookup(name: &str) -> Entries {
    let next = KEYS.as_ref().filter(|_| has_capital(name)).and_then(|keys| keys.get(normalize(name)));
    Entries { next: next.map(Output::value), capitals: is_all_capitals(name) }
}

/// The longest name that begins the words: how many of them it takes, and its senses.
///
/// Tokens of hyphens and apostrophes alone may stand within a name, whichever way the text was
/// taken apart; other punctuation ends it. Up to seven words are looked at.
///
/// ```
/// use rapporteur_extract::gazetteer::longest;
/// let (words, mut senses) = longest(&["South", "Korean", "officials"]).expect("known");
/// assert_eq!((words, senses.next().map(|entry| entry.name)), (2, Some("South Korea")));
/// ```
pub fn longest(words: &[&str]) -> Option<(usize, Entries)> {
    let mut walk = Walk::new(KEYS.as_ref()?);
    let (mut key, mut walked) = (String::new(), 0);
    let (mut capital, mut capitals) = (false, true);
    let mut found = None;
    for (index, word) in words.iter().take(LONGEST).enumerate() {
        if !push_word(&mut key, word) {
            if index == 0 || !word.chars().all(|c| "-‐‑–'’‘sS".contains(c)) {
                break;
            }
            continue;
        }
        if walk.on(&key[walked..]).is_none() {
            break;
        }
        walked = key.len();
        capital |= has_capital(word);
        capitals &= is_all_capitals(word);
        if let Some(number) = walk.number().filter(|_| capital) {
            let entries = Entries { next: Some(number), capitals };
            // An acronym printed in small letters leaves nothing: `us` is no state.
            if entries.clone().next().is_some() {
                found = Some((index + 1, entries));
            }
        }
    }
    found
}

/// The state or former state of a code, in the sense of what it is.
///
/// ```
/// use rapporteur_extract::gazetteer::state;
/// let code = "XKX".parse().expect("three letters");
/// assert_eq!(state(code).map(|entry| entry.name), Some("Kosovo"));
/// ```
pub fn state(code: Country) -> Option<Entry> {
    states().find(|entry| entry.country == Some(code))
}

/// All states, then all former states.
pub fn states() -> impl Iterator<Item = Entry> {
    // The script writes states before anything else.
    (0..)
        .map_while(table::entity)
        .take_while(|entry| matches!(entry.kind, Kind::Country | Kind::FormerCountry))
}

/// The name of a state's capital, the first that the gazetteer has.
///
/// ```
/// use rapporteur_extract::gazetteer::capital;
/// let code = "PER".parse().expect("three letters");
/// assert_eq!(capital(code), Some("Lima"));
/// ```
pub fn capital(code: Country) -> Option<&'static str> {
    static CAPITALS: LazyLock<BTreeMap<Country, &'static str>> = LazyLock::new(|| {
        let mut found = BTreeMap::new();
        for entry in table::capitals() {
            if let Some(country) = entry.country {
                found.entry(country).or_insert(entry.name);
            }
        }
        found
    });
    CAPITALS.get(&code).copied()
}

/// Whether a letter is a capital, or of a script that has none.
fn has_capital(text: &str) -> bool {
    text.chars().any(|c| c.is_alphabetic() && !c.is_lowercase() || c.is_numeric())
}

/// Whether no letter is small, but for a possessive `s`.
fn is_all_capitals(text: &str) -> bool {
    let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    !text.chars().any(char::is_lowercase)
}
