//! What tense, mood and negation make of a verb or a noun: done, planned, only hoped for, not at all.
//!
//! It knows words and the tags of syntax, and no outcomes. Invariant: what is negated or only supposed has no status.

use std::ops::Range;

use rapporteur_schema::OutcomeStatus;
use rapporteur_syntax::{Parse, Upos};

use crate::text::word;

/// Whether the word is a verb here: "refused to deal with them".
pub(super) fn is_verb(parse: &Parse, at: usize) -> bool {
    parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Verb)
}

/// The verb of a phrase, else the one above its words.
pub(super) fn verb_of(parse: &Parse, phrase: Range<usize>) -> usize {
    let within = phrase.clone().find(|&at| is_verb(parse, at));
    within.or_else(|| parse.ancestors(phrase.start).find(|&at| is_verb(parse, at))).unwrap_or(phrase.start)
}

/// The status of a verb in its tense, nothing where it is negated or supposed.
pub(super) fn tense(words: &[String], verb: usize, plain: OutcomeStatus) -> Option<OutcomeStatus> {
    let from = (verb.saturating_sub(4)..verb)
        .rev()
        .find(|&at| matches!(word(words, at), "," | ";" | "and" | "but" | "that" | "which" | "who"))
        .map_or(verb.saturating_sub(4), |at| at + 1);
    let group = &words[from..verb];
    let has = |list: &[&str]| group.iter().any(|word| list.contains(&word.as_str()));
    if has(&[
        "not", "n't", "n’t", "never", "nearly", "almost", "nobody", "unable", "refused", "declined",
        "neither", "nothing", "without", "failed",
    ]) {
        return None;
    }
    if matches!(plain, OutcomeStatus::Rejected | OutcomeStatus::Failed) {
        return (!has(&["will", "would", "could", "if", "might"])).then_some(plain);
    }
    // "unless the limit were first recognised"
    const FAR: usize = 8;
    let supposed = words[verb.saturating_sub(FAR)..verb]
        .iter()
        .rev()
        .take_while(|word| !matches!(word.as_str(), "," | ";" | "that" | "which" | "who" | "and"))
        .any(|word| matches!(word.as_str(), "if" | "unless" | "until" | "whether"));
    if supposed {
        return None;
    }
    if has(&[
        "if", "would", "could", "might", "hoped", "hopes", "wants", "wanted", "unless", "should", "must",
        "can",
    ]) {
        return None;
    }
    // "may reopen", but "in May reopened"
    let may = (from..verb).any(|at| {
        word(words, at) == "may"
            && !at.checked_sub(1).is_some_and(|before| {
                matches!(
                    word(words, before),
                    "in" | "on" | "of" | "since" | "until" | "by" | "last" | "early" | "late"
                ) || words[before].starts_with(|c: char| c.is_ascii_digit())
            })
            && !word(words, at + 1).starts_with(|c: char| c.is_ascii_digit())
    });
    if may {
        return None;
    }
    if has(&["offered", "proposed", "suggested", "offers", "proposes", "suggests", "urged", "asked", "ready"])
    {
        return Some(OutcomeStatus::Proposed);
    }
    if has(&[
        "agreed",
        "agree",
        "agrees",
        "settled",
        "decided",
        "resolved",
        "consented",
        "accepted",
        "promised",
        "pledged",
        "undertook",
    ]) {
        return Some(if plain == OutcomeStatus::Signed {
            OutcomeStatus::Planned
        } else {
            OutcomeStatus::Agreed
        });
    }
    if has(&["will", "'ll", "’ll", "shall", "due", "expected", "plans", "planned", "going", "to"]) {
        return Some(OutcomeStatus::Planned);
    }
    Some(plain)
}

/// Whether somebody has said that it will be done: "announced that Norway would contribute", "Norway would contribute,
/// the minister told the House".
pub(super) fn is_announced(words: &[String], verb: usize) -> bool {
    const BACK: usize = 12;
    /// How far behind the last comma who tells it stands.
    const BEHIND: usize = 8;
    let would = (verb.saturating_sub(3)..verb).rev().find(|&at| word(words, at) == "would");
    let Some(would) = would else { return false };
    let comma = words.iter().rposition(|word| word == ",").filter(|&comma| comma > verb);
    let behind = comma.map_or(words.len(), |comma| comma + 1);
    let before = would.saturating_sub(BACK)..would;
    let told = [&words[before], &words[behind..(behind + BEHIND).min(words.len())]].concat();
    let has = |list: &[&str]| told.iter().any(|word| list.contains(&word.as_str()));
    has(&[
        "announced",
        "said",
        "promised",
        "pledged",
        "confirmed",
        "declared",
        "stated",
        "told",
        "undertook",
        "informed",
        "assured",
        "known",
        "disclosed",
        "revealed",
        "indicated",
        "added",
        "replied",
    ]) && !has(&["if", "unless", "hoped", "not", "whether"])
        && !words[would..verb].iter().any(|word| matches!(word.as_str(), "not" | "never"))
        && !words[verb..].iter().any(|word| matches!(word.as_str(), "if" | "unless"))
}

/// Whether it is only hoped that they talk: "hoped both sides would resume talks".
pub(super) fn is_wished(words: &[String], at: usize) -> bool {
    const BACK: usize = 6;
    let wished = |word: &String| {
        matches!(
            word.as_str(),
            "hoped"
                | "hopes"
                | "hope"
                | "if"
                | "whether"
                | "unless"
                | "could"
                | "might"
                | "should"
                | "not"
                | "never"
                | "refused"
                | "declined"
                | "can"
                | "cannot"
                | "urges"
                | "urged"
                | "urge"
                | "asked"
                | "n't"
                | "n’t"
        )
    };
    words[at.saturating_sub(BACK)..at].iter().any(wished)
}

/// Whether a failure is only feared or ruled out: "no breakthrough should be expected", "if no deal is".
pub(super) fn is_supposed(words: &[String], at: usize, length: usize) -> bool {
    let supposed = |word: &String| {
        matches!(
            word.as_str(),
            "if" | "unless"
                | "expected"
                | "expect"
                | "expects"
                | "should"
                | "would"
                | "could"
                | "fear"
                | "feared"
                | "might"
        )
    };
    let before = words[at.saturating_sub(3)..at].iter().any(supposed);
    // "Without an agreement the port will stay shut."
    let condition = at == 0
        && word(words, at) == "without"
        && words.iter().any(|word| matches!(word.as_str(), "will" | "would" | "cannot" | "can" | "could"));
    before
        || condition
        || words[at + length..(at + length + 4).min(words.len())]
            .iter()
            .any(|word| matches!(word.as_str(), "expected" | "should"))
}

/// "no agreement", "nor a treaty".
pub(super) fn negated_noun(words: &[String], place: usize) -> bool {
    (place.saturating_sub(3)..place).any(|at| matches!(word(words, at), "no" | "nor" | "without" | "neither"))
}

/// From the cue to the end of its clause.
pub(super) fn clause(words: &[String], start: usize, end: usize) -> Range<usize> {
    // "signed an agreement under which": what it says follows.
    let goes_on = |at: usize| {
        matches!(word(words, at), "which" | "who")
            && at
                .checked_sub(1)
                .is_some_and(|before| matches!(word(words, before), "under" | "by" | "whereby"))
    };
    let stop = (end..words.len()).filter(|&at| !goes_on(at)).find(|&at| {
        matches!(
            word(words, at),
            "," | ";" | ":" | "." | "”" | "\"" | "—" | "–" | "but" | "who" | "which" | "?" | "!"
        )
    });
    start..stop.unwrap_or(words.len())
}
