//! What a run of capitals is that no lexicon has: a person, unless its shape or its company says otherwise.
//!
//! It must not know titles, which are for [`scan`](super::scan). Invariant: only the words of the run and those beside it
//! are looked at.

use std::ops::Range;

use super::MentionKind;
use super::capitals::{is_all_upper, is_initial};
use crate::lexicon::{self, KnownKind};

/// Words that name a thing where they end a name: "Ministerial Meeting", "Peace Formula", "Ambassador Hotel".
pub(super) const THINGS: &[&str] = &[
    "meeting",
    "conference",
    "summit",
    "talks",
    "agreement",
    "treaty",
    "accord",
    "accords",
    "formula",
    "plan",
    "war",
    "statement",
    "day",
    "year",
    "eve",
    "horn",
    "street",
    "road",
    "bay",
    "square",
    "palace",
    "hotel",
    "protocol",
    "declaration",
    "retreat",
    "river",
    "island",
    "islands",
    "sea",
    "lake",
    "mountain",
    "valley",
    "strait",
    "gulf",
    "university",
    "institute",
    "award",
    "prize",
    "cup",
    "league",
    "act",
    "law",
    "charter",
    "convention",
    "pact",
    "process",
    "initiative",
    "programme",
    "program",
    "project",
    "fund",
    "facility",
    "union",
    "front",
    "party",
    "movement",
    "house",
    "building",
    "airport",
    "station",
    "bridge",
    "dam",
    "province",
    "district",
    "region",
    "city",
    "bhavan",
    "bhawan",
    "harbour",
    "harbor",
    "channel",
    "canal",
    "peninsula",
    "desert",
    "falls",
    "beach",
    "field",
    "time",
    "haze",
    "flu",
    "virus",
    "award",
    "awards",
];

/// Words with which the name of a place begins.
const LANDS: &[&str] = &[
    "Cape", "Cap", "Cabo", "Port", "Palacio", "Palais", "Mount", "Lake", "Fort", "Puerto", "Nueva", "Plaza",
    "River", "Rio", "Camp", "Ban",
];
/// Numbers.
const COUNTS: &[&str] = &["Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/// A run of capitals that no lexicon has: a person unless its shape or its company says otherwise.
pub(super) fn unknown(words: &[&str], tokens: &Range<usize>) -> MentionKind {
    let run = &words[tokens.clone()];
    let before = tokens.start.checked_sub(1).map(|i| words[i]);
    let after = words.get(tokens.end).copied();
    let given = lexicon::is_given_name(run[0]);
    let initial = run.iter().any(|w| is_initial(w));
    // "General (Retd.) Obi"
    if matches!(run, ["Retd" | "Retd." | "Ret" | "Ret." | "Rtd" | "Rtd."]) {
        return MentionKind::Other;
    }
    if run.len() == 1 {
        let word = run[0];
        return if is_all_upper(word) && word.len() == 3 && is_counted(words, tokens) {
            // A currency, and no body.
            MentionKind::Other
        } else if is_all_upper(word) && word.chars().count() <= 6 && !initial {
            MentionKind::Organization
        } else if before.is_some_and(|w| matches!(w, "the" | "The" | "a" | "an" | "this")) {
            MentionKind::Other
        } else {
            // One name alone is a person only if the document says so elsewhere; the cast decides.
            MentionKind::Person
        };
    }
    // "UPDATE No. 41": a number is coming.
    if run.last().is_some_and(|word| matches!(*word, "No." | "Nos." | "Vol." | "Art.")) {
        return MentionKind::Other;
    }
    // "East Bengal", "Northern Cyprus"
    const DIRECTIONS: &[&str] = &[
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
        "Upper",
        "Lower",
        "Inner",
        "Outer",
        "Greater",
        "Northeast",
        "Northwest",
        "Southeast",
        "Southwest",
    ];
    if DIRECTIONS.contains(&run[0]) && run.len() <= 3 {
        return MentionKind::Region;
    }
    // "Ministerial Meeting", "Cape Horn", "Peace Formula": what the last word or the first one names is no person.
    let last = run.last().map(|word| word.to_lowercase()).unwrap_or_default();
    let thing = THINGS.contains(&last.as_str())
        || matches!(run[0], "World" | "Cyclone" | "Typhoon" | "Hurricane" | "Operation");
    let placed = before.is_some_and(|w| matches!(w, "in" | "In" | "at" | "At" | "near" | "from"));
    if LANDS.contains(&run[0]) && !initial {
        return if placed { MentionKind::Venue } else { MentionKind::Other };
    }
    // "Between Two Trawlers": what is counted has no name.
    if COUNTS.contains(&run[0]) {
        return MentionKind::Other;
    }
    if thing && !initial {
        return if matches!(
            last.as_str(),
            "union" | "front" | "party" | "movement" | "institute" | "university" | "fund"
        ) {
            MentionKind::Organization
        } else {
            MentionKind::Other
        };
    }
    if before.is_some_and(|w| matches!(w.to_lowercase().as_str(), "the" | "a" | "an")) && !given {
        return MentionKind::Organization;
    }
    // "Forum Chair", "Commonwealth Secretary": an office, and no name.
    let last = run[run.len() - 1];
    let held = lexicon::office(&[last]) == Some(1)
        || matches!(
            last,
            "Chair" | "Chairman" | "Chairwoman" | "Chairperson" | "Secretary" | "Spokesperson" | "Writer"
        );
    let plain = !given || lexicon::is_common(run[0]);
    if plain && !initial && !is_all_upper(last) && held {
        return MentionKind::Other;
    }
    // "ORAL ANSWERS TO QUESTIONS": words, and no name.
    let shouted = run.iter().all(|w| is_all_upper(w));
    if shouted && is_speaker(words, tokens) {
        return MentionKind::Person;
    }
    if shouted && run.iter().any(|w| lexicon::is_common(&w.to_lowercase())) {
        return MentionKind::Other;
    }
    if given || initial {
        return MentionKind::Person;
    }
    if shouted {
        // A shouted headline: its words are no names unless a lexicon has them.
        return MentionKind::Other;
    }
    if run.iter().all(|w| lexicon::is_common(w)) {
        return MentionKind::Other;
    }
    let owns = matches!(after, Some("'s" | "’s"));
    // "at Edificio Carrera, the palace": who stands behind "from" may be a person, where one is none.
    let at = before.is_some_and(|w| !w.eq_ignore_ascii_case("from"));
    let short = !matches!(after, Some(",")) && run.len() <= 2;
    if placed && !owns && (short || at && run.len() <= 4) {
        return MentionKind::Venue;
    }
    if run.len() > 6 { MentionKind::Other } else { MentionKind::Person }
}

/// Whether a shouted name heads what its bearer says in a record of proceedings: "MARIA DO CARMO (Brazil) said".
fn is_speaker(words: &[&str], tokens: &Range<usize>) -> bool {
    const LONGEST: usize = 5;
    let open = words.get(tokens.end) == Some(&"(");
    let state = words.get(tokens.end + 1..).and_then(lexicon::longest);
    tokens.start == 0
        && tokens.len() <= LONGEST
        && open
        && state.is_some_and(|state| {
            state.kind == KnownKind::State && words.get(tokens.end + 1 + state.length) == Some(&")")
        })
}

/// Whether a number stands beside the word: "NOK 350 million", "90,000 ECU".
fn is_counted(words: &[&str], tokens: &Range<usize>) -> bool {
    let figure = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()) && word.len() != 4)
    };
    figure(Some(tokens.end)) || figure(tokens.start.checked_sub(1))
}
