//! Lists of what was agreed: "They accordingly resolved:" with an item each, "What was agreed: ..." with a sentence each.
//!
//! It knows words and syntax, not parties. Invariant: what a list does not say was agreed is not.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::Parse;

use crate::outcome::find::Find;
use crate::outcome::lexicon;
use crate::outcome::tense::is_verb;
use crate::text::word;

/// What a sentence says of those behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::outcome) enum Lead {
    /// "They accordingly resolved:": each item that begins with "to".
    Items,
    /// "What was agreed:": each sentence of the paragraph.
    Sentences,
}

/// What a sentence, in lower case, leads.
pub(in crate::outcome) fn leads(words: &[String]) -> Option<Lead> {
    if heads_agreed(words) {
        return Some(Lead::Sentences);
    }
    leads_items(words).then_some(Lead::Items)
}

/// "What was agreed:", "What both sides have settled so far:".
fn heads_agreed(words: &[String]) -> bool {
    let agreed = |word: &String| matches!(word.as_str(), "agreed" | "settled" | "decided");
    word(words, 0) == "what"
        && words.last().is_some_and(|last| last == ":")
        && words.iter().any(agreed)
        && !words.iter().any(|word| matches!(word.as_str(), "not" | "never" | "n't" | "n’t" | "be" | "yet"))
}

/// What a sentence of a list of what was agreed tells: what it tells anywhere, but agreed; else all of it.
pub(in crate::outcome) fn agreed_sentence(words: &[String], parse: &Parse, finds: Vec<Find>) -> Vec<Find> {
    if finds.is_empty() {
        return whole(words, parse).into_iter().collect();
    }
    let agreed = |mut find: Find| {
        if find.status == OutcomeStatus::Planned {
            find.status = OutcomeStatus::Agreed;
        }
        find
    };
    finds.into_iter().map(agreed).collect()
}

/// "1,000 prisoners from each side go home."
fn whole(words: &[String], parse: &Parse) -> Option<Find> {
    let verb = parse.root().filter(|&root| is_verb(parse, root))?;
    let subject = parse.subjects(verb).next()?;
    let captives = words.iter().any(|word| lexicon::is_captive(word));
    let kind = if captives { OutcomeKind::PrisonerExchange } else { OutcomeKind::Commitment };
    let start = *parse.subtree(subject).start();
    Some(Find::new(
        words,
        kind,
        OutcomeStatus::Agreed,
        start.min(verb)..verb + 1,
        word(words, verb).to_owned(),
        verb,
    ))
}

/// "to establish a joint fund;": an item of what a sentence before it says was agreed.
pub(in crate::outcome) fn item(words: &[String], parse: &Parse) -> Option<Find> {
    let verb = (0..2).find(|&at| word(words, at) == "to")? + 1;
    if !is_verb(parse, verb) || lexicon::is_weak(word(words, verb)) {
        return None;
    }
    let head = word(words, verb).to_owned();
    let kind = match head.as_str() {
        "ask" | "request" | "demand" => OutcomeKind::Demand,
        "invite" | "meet" | "hold" | "convene" => OutcomeKind::FurtherTalks,
        head if lexicon::is_intent(head) => OutcomeKind::Commitment,
        _ => OutcomeKind::Agreement,
    };
    Some(Find::new(words, kind, OutcomeStatus::Agreed, verb..verb + 1, head, verb))
}

/// "They accordingly resolved:".
fn leads_items(words: &[String]) -> bool {
    const NEAR: usize = 8;
    let told = |word: &String| {
        lexicon::pledge(word).is_some()
            || matches!(
                word.as_str(),
                "understandings"
                    | "agreements"
                    | "decisions"
                    | "conclusions"
                    | "commitments"
                    | "undertakings"
            )
    };
    words.last().is_some_and(|last| last == ":") && words[words.len().saturating_sub(NEAR)..].iter().any(told)
}
