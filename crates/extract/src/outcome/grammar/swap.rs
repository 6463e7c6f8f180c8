//! An exchange of people held, told by its noun: "announced an exchange of 52 prisoners", "in the latest swap".
//!
//! It knows words, tenses and syntax, not parties. Invariant: an exchange that is only asked for is a demand, and none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation};

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb, negated_noun, tense, verb_of};
use crate::text::word;

/// Who is held, each a head noun.
const HELD: &[&str] = &[
    "prisoner",
    "captive",
    "detainee",
    "hostage",
    "pow",
    "fisherman",
    "soldier",
    "serviceman",
    "servicemen",
    "airmen",
    "civilian",
    "airman",
    "sailor",
    "crew",
    "spy",
    "agent",
    "body",
    "inmate",
    "internee",
    "officer",
    "dead",
    "remains",
    "conscript",
];

/// The exchange of the noun at a token.
pub(super) fn swapped(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let token = parse.tokens.get(at)?;
    let noun = matches!(token.tag, FineTag::Nn | FineTag::Nns)
        && matches!(token.lemma.as_str(), "exchange" | "swap" | "trade");
    if !noun || negated_noun(words, at) {
        return None;
    }
    let held = |at: usize| HELD.contains(&lemma(parse, at).as_str());
    let own = parse.children(at).any(|child| {
        matches!(parse.tokens[child].relation, Relation::NominalModifier | Relation::Compound) && held(child)
    });
    let verb = verb_of(parse, at..at + 1);
    if !is_verb(parse, verb) {
        return None;
    }
    let deed = parse.tokens[verb].lemma.as_str();
    let particle = word(words, verb + 1);
    // "brought home 95 servicemen in the latest swap"
    let of_held =
        parse.head(at).is_some_and(|noun| token.relation == Relation::NominalModifier && held(noun));
    let within = (token.relation.is_oblique() || of_held)
        && parse.case(at).is_some_and(|case| word(words, case) == "in")
        && parse.children(verb).any(held);
    if !own && !within {
        return None;
    }
    let plain = match deed {
        "agree" | "announce" | "arrange" | "confirm" | "negotiate" | "settle" | "conclude" | "broker"
        | "mediate" | "accept" | "approve" => OutcomeStatus::Agreed,
        "propose" | "offer" | "suggest" => OutcomeStatus::Proposed,
        "reject" | "refuse" | "decline" | "spurn" | "rebuff" => OutcomeStatus::Rejected,
        "turn" | "rule" if matches!(particle, "down" | "out") => OutcomeStatus::Rejected,
        "fall" | "break" | "collapse" | "fail" | "founder" | "stall" => OutcomeStatus::Failed,
        "take" if matches!(particle, "place" | "effect") => OutcomeStatus::Implemented,
        "carry" | "complete" | "begin" | "start" | "hold" | "make" | "conduct" | "effect" | "happen"
        | "follow" => OutcomeStatus::Implemented,
        _ if within => OutcomeStatus::Implemented,
        _ => return None,
    };
    let status = tense(words, verb, plain)?;
    let start = (*parse.subtree(at).start()).min(at);
    let start = if within || verb < start { verb } else { start };
    Some(Find {
        kind: OutcomeKind::PrisonerExchange,
        status,
        words: clause(words, start, at.max(verb) + 1),
        head: "exchange".to_owned(),
        verb,
    })
}
