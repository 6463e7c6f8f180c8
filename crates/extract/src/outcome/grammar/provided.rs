//! What a paper provides: "The accord provides for 60,000 soldiers and a joint commission".
//!
//! It knows words and syntax, not parties. Invariant: it is a paper that provides, and no person.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::Parse;

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::is_verb;
use crate::text::word;

/// What stands in writing.
const PAPERS: &[&str] = &[
    "agreement",
    "accord",
    "treaty",
    "pact",
    "protocol",
    "deal",
    "text",
    "document",
    "plan",
    "memorandum",
    "convention",
    "declaration",
    "settlement",
    "understanding",
    "paper",
    "roadmap",
    "article",
];

/// "The accord provides for 60,000 soldiers, a joint commission and ...": one for each thing provided.
pub(super) fn provided(words: &[String], parse: &Parse, at: usize) -> Vec<Find> {
    let provides = matches!(
        word(words, at),
        "provides"
            | "provided"
            | "obliges"
            | "obliged"
            | "stipulates"
            | "stipulated"
            | "foresees"
            | "envisages"
            | "binds"
            | "commits"
            | "requires"
    );
    if !provides || !is_verb(parse, at) {
        return Vec::new();
    }
    // A telegram leaves its subject out.
    let subject = parse.subjects(at).find(|&subject| subject < at);
    if !subject.map_or(at == 0, |subject| PAPERS.contains(&lemma(parse, subject).as_str())) {
        return Vec::new();
    }
    let for_what =
        parse.obliques(at).find(|&noun| parse.case(noun).is_some_and(|case| word(words, case) == "for"));
    let Some(first) = for_what.or_else(|| parse.objects(at).next()) else { return Vec::new() };
    let things = std::iter::once(first).chain(parse.conjuncts(first));
    things
        .map(|noun| {
            let start = parse.children(noun).filter(|&child| child > at).min().unwrap_or(noun).min(noun);
            Find::new(
                words,
                OutcomeKind::Commitment,
                OutcomeStatus::Agreed,
                start..noun + 1,
                word(words, noun).to_owned(),
                at,
            )
        })
        .collect()
}
