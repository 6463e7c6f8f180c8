//! What somebody who speaks for a state says will be done, whoever does it: "let it be known that no tin would be
//! dumped", "said that the crew would be sent home".
//!
//! It knows words, tenses and syntax, not parties. Invariant: only deeds that are a government's to do bind it; what will
//! befall is no promise.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation};

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::lexicon;
use crate::outcome::tense::{clause, is_verb};
use crate::text::word;

/// What a government does with what is its own.
const DEEDS: &[&str] = &[
    "release",
    "return",
    "open",
    "reopen",
    "rebuild",
    "repair",
    "pay",
    "send",
    "lift",
    "free",
    "restore",
    "withdraw",
    "evacuate",
    "deliver",
    "ship",
    "honour",
    "honor",
    "publish",
    "allow",
    "admit",
    "spare",
    "repatriate",
    "deport",
    "expel",
    "halve",
    "double",
    "waive",
    "cancel",
    "suspend",
    "dump",
    "sell",
    "compensate",
    "disarm",
    "dismantle",
    "destroy",
    "remove",
    "clear",
    "respect",
    "uphold",
    "mend",
    "hand",
    "give",
    "ratify",
    "station",
    "deploy",
    "carry",
];
/// How far above the deed who tells it may be.
const STEPS: usize = 3;

/// The deed told at a token.
pub(super) fn reported(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    // "The gates would reopen on Monday, he said": what opens does so by him who says it.
    let of_itself = matches!(parse.tokens.get(at)?.lemma.as_str(), "reopen")
        && parse.objects(at).next().is_none()
        && parse.subjects(at).any(|subject| is_way(&lemma(parse, subject)));
    let deed = of_itself || parse.is_passive(at) && DEEDS.contains(&parse.tokens[at].lemma.as_str());
    if !is_verb(parse, at) || !deed {
        return None;
    }
    let modal = parse.auxiliaries(at).find(|&aux| matches!(word(words, aux), "will" | "would" | "shall"))?;
    let behind = parse.children_by(at, Relation::Parataxis).filter(|&says| says > at);
    let says = parse.ancestors(at).take(STEPS).chain(behind).find(|&says| {
        matches!(
            parse.tokens[says].lemma.as_str(),
            "say"
                | "announce"
                | "tell"
                | "state"
                | "know"
                | "understand"
                | "clear"
                | "plain"
                | "confirm"
                | "add"
                | "reply"
                | "answer"
                | "declare"
                | "disclose"
                | "inform"
                | "write"
                | "let"
                | "make"
        )
    })?;
    let subject = parse.subjects(at).find(|&subject| subject < at)?;
    let by_onlooker =
        parse.understood_subject(says).is_some_and(|speaker| lexicon::is_onlooker(&lemma(parse, speaker)));
    let supposed = words[modal..]
        .iter()
        .chain(&words[..subject])
        .any(|word| matches!(word.as_str(), "if" | "unless" | "whether" | "hoped"));
    if by_onlooker || supposed {
        return None;
    }
    let negated = parse.negated(at);
    let (kind, status) = if negated {
        (OutcomeKind::Other, OutcomeStatus::Rejected)
    } else {
        (OutcomeKind::Commitment, OutcomeStatus::Planned)
    };
    let start = (*parse.subtree(subject).start()).min(subject);
    Some(Find {
        kind,
        status,
        words: clause(words, start, at + 1),
        head: parse.tokens[at].lemma.clone(),
        verb: says,
    })
}

/// Whether a noun is for what a government opens and shuts.
fn is_way(noun: &str) -> bool {
    matches!(
        noun,
        "gate"
            | "border"
            | "frontier"
            | "crossing"
            | "road"
            | "port"
            | "bridge"
            | "post"
            | "embassy"
            | "railway"
            | "canal"
    )
}
