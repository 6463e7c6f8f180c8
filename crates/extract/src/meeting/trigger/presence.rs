//! Whether a verb's circumstances show that those it joins were in one room: "told him over tea", "the two argued
//! face to face for an hour".
//!
//! Reads the tree and the words around; finds nobody. Invariant: time alone shows it of nobody but two who act
//! together.

use rapporteur_syntax::Parse;

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
    "whisky",
    "whiskey",
    "vodka",
    "wine",
    "beer",
    "cognac",
    "brandy",
    "sherry",
    "champagne",
    "soup",
    "meal",
    "cigar",
    "noodle",
    "fish",
    "iftar",
    "banquet",
    "cake",
    "sandwich",
    "dessert",
    "cocktail",
    "table",
    "chessboard",
    "backgammon",
    "meat",
    "barbecue",
    "picnic",
    "sauna",
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
    "through the night",
    "until midnight",
    "into the night",
    "till midnight",
    "until dawn",
];

/// Whether the words about a verb are of company.
pub(super) fn is_company(parse: &Parse, lower: &[String], verb: usize) -> bool {
    let meal = parse.obliques(verb).any(|at| {
        MEALS.contains(&parse.tokens[at].lemma.as_str())
            && parse.case(at).is_some_and(|case| matches!(lower[case].as_str(), "over" | "at" | "during"))
    });
    let span = parse.subtree(verb);
    let words = lower.get(span).unwrap_or_default().join(" ");
    meal || PHRASES.iter().any(|phrase| holds(&words, phrase))
}

/// Whether a time that the verb took, or its being done together, is told: "for two hours", "together".
pub(super) fn is_long(parse: &Parse, lower: &[String], verb: usize) -> bool {
    let lasts = parse.obliques(verb).any(|at| {
        matches!(parse.tokens[at].lemma.as_str(), "hour" | "minute" | "evening" | "night" | "afternoon")
            && parse.case(at).is_some_and(|case| matches!(lower[case].as_str(), "for" | "through" | "over"))
    });
    lasts || parse.children(verb).any(|at| matches!(lower[at].as_str(), "together" | "alone"))
}

fn holds(words: &str, phrase: &str) -> bool {
    words.match_indices(phrase).any(|(at, _)| {
        words[..at].chars().next_back().is_none_or(|c| c == ' ')
            && words[at + phrase.len()..].chars().next().is_none_or(|c| c == ' ')
    })
}
