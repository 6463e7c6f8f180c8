//! What is put forward and is no talks: "proposed a plebiscite", and what became of it where the sentence tells:
//! "which the minister brushed aside".
//!
//! It knows words, tenses and syntax, not parties. Invariant: a proposal of talks is read elsewhere.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Upos};

use super::{is_gathering, lemma};
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb, tense, word};

/// How far behind the proposal its refusal may be told.
const FAR: usize = 14;

/// The proposal of the verb at a token.
pub(super) fn proposed(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    if !is_verb(parse, at) || !matches!(parse.tokens[at].lemma.as_str(), "propose" | "moot" | "table") {
        return None;
    }
    tense(words, at, OutcomeStatus::Proposed)?;
    let noun = parse.objects(at).find(|&noun| noun > at && parse.tokens[noun].upos == Upos::Noun)?;
    let what = lemma(parse, noun);
    if is_gathering(&what)
        || matches!(what.as_str(), "visit" | "trip" | "encounter" | "call" | "vote" | "toast")
    {
        return None;
    }
    let refused = (noun + 1..(noun + FAR).min(words.len())).any(|at| is_refusal(words, at));
    Some(Find {
        kind: OutcomeKind::Other,
        status: if refused { OutcomeStatus::Rejected } else { OutcomeStatus::Proposed },
        words: clause(words, at, noun + 1),
        head: word(words, noun).to_owned(),
        verb: at,
    })
}

/// Whether a token says that something was not taken: "rejected", "turned down", "brushed aside".
fn is_refusal(words: &[String], at: usize) -> bool {
    matches!(
        (word(words, at), word(words, at + 1)),
        (
            "rejected"
                | "refused"
                | "declined"
                | "opposed"
                | "dismissed"
                | "defeated"
                | "rebuffed"
                | "spurned",
            _
        ) | ("turned", "down" | "it")
            | ("brushed" | "waved" | "pushed", "aside" | "away" | "it")
    )
}
