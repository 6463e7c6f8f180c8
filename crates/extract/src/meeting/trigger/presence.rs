//! Whether a verb's circumstances show that those it joins were in one room: "told him over tea", "the two argued
//! face to face for an hour".
//!
//! Reads the tree and the words around; finds nobody. Invariant: only what one does to another's face, or two with
//! one another, is shown to be done in company; what is done in writing never is.

use rapporteur_syntax::{Parse, Upos};

use super::words::{FACES, JOINT, TELLS};

/// What is eaten and drunk in company.
const MEALS: &[&str] = &[
    "tea",
    "coffee",
    "lunch",
    "luncheon",
    "dinner",
    "supper",
    "breakfast",
    "brunch",
    "drink",
    "iftar",
    "banquet",
    "meal",
    "dessert",
];
/// Phrases of company.
const PHRASES: &[&str] = &[
    "face to face",
    "face-to-face",
    "tête-à-tête",
    "tete-a-tete",
    "hand in hand",
    "arm in arm",
    "eye to eye",
    "one on one",
    "one-on-one",
    "in person",
    "in private",
    "behind closed doors",
    "across the table",
    "across a table",
    "across one table",
    "around one table",
    "round one table",
    "under one roof",
    "in the same room",
    "in one room",
    "to his face",
    "to her face",
    "in the corridor",
    "in a corridor",
    "in a side room",
    "in a back room",
    "at his bedside",
];
/// What is written, and needs no room.
const WRITINGS: &[&str] = &[
    "letter",
    "message",
    "telegram",
    "cable",
    "telex",
    "tweet",
    "post",
    "email",
    "e-mail",
    "article",
    "column",
    "broadcast",
    "interview",
    "speech",
    "petition",
];

/// Whether the words about a verb are of company.
pub(super) fn is_company(parse: &Parse, lower: &[String], verb: usize) -> bool {
    let lemma = parse.tokens[verb].lemma.as_str();
    if !(FACES.contains(&lemma) || TELLS.contains(&lemma) || JOINT.contains(&lemma)) {
        return false;
    }
    let meal = parse.obliques(verb).any(|at| {
        MEALS.contains(&parse.tokens[at].lemma.as_str())
            && parse.case(at).is_some_and(|case| matches!(lower[case].as_str(), "over" | "at" | "during"))
    });
    meal || parse.subtree(verb).any(|at| is_phrase(lower, at) && is_own(parse, verb, at))
}

/// Whether a verb's deed is done in writing or before others: "pleaded with him in an open letter".
pub(super) fn is_written(parse: &Parse, lower: &[String], verb: usize) -> bool {
    parse.obliques(verb).any(|at| {
        WRITINGS.contains(&parse.tokens[at].lemma.as_str())
            && parse
                .case(at)
                .is_some_and(|case| matches!(lower[case].as_str(), "in" | "by" | "via" | "through"))
    })
}

/// Whether those told of together are told apart: "signed separately", "in Accra and in Lagos respectively".
pub(super) fn is_apart(parse: &Parse, lower: &[String], verb: usize) -> bool {
    parse
        .subtree(verb)
        .any(|at| matches!(lower[at].as_str(), "separate" | "separately" | "respectively" | "apart"))
}

/// Whether a time that two took over it, or its being done together, is told: "for two hours", "together".
pub(super) fn is_long(parse: &Parse, lower: &[String], verb: usize) -> bool {
    let lasts = parse.obliques(verb).any(|at| {
        matches!(parse.tokens[at].lemma.as_str(), "hour" | "minute" | "evening" | "night" | "afternoon")
            && parse.case(at).is_some_and(|case| matches!(lower[case].as_str(), "for" | "through" | "over"))
    });
    lasts || parse.children(verb).any(|at| matches!(lower[at].as_str(), "together" | "alone"))
}

/// Whether a phrase of company begins at a token.
fn is_phrase(lower: &[String], at: usize) -> bool {
    PHRASES.iter().any(|phrase| {
        let mut words = phrase.split(' ').zip(&lower[at..]);
        words.all(|(word, said)| word == said) && lower.len() - at >= phrase.split(' ').count()
    })
}

/// Whether a token is told of a verb and of none between.
fn is_own(parse: &Parse, verb: usize, at: usize) -> bool {
    parse.ancestors(at).find(|&above| parse.tokens[above].upos == Upos::Verb) == Some(verb)
}
