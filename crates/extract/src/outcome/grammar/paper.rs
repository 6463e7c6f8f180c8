//! An agreement told by its name and no verb of agreeing: "there is now a deal between", "parted with an accord on the
//! ferry", "signed this morning, the treaty", "the pact took effect".
//!
//! It knows words, tenses and syntax, not parties. Invariant: a paper that is only wanted, feared or spoken of is none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation};

use super::lemma;
use crate::outcome::find::{Find, KNOWN};
use crate::outcome::tense::{clause, is_verb, negated_noun, tense};
use crate::text::word;

/// What is agreed in writing or by word.
const PAPERS: &[&str] = &[
    "agreement",
    "accord",
    "deal",
    "treaty",
    "pact",
    "protocol",
    "memorandum",
    "compromise",
    "settlement",
    "understanding",
    "arrangement",
    "convention",
    "bargain",
    "formula",
];
/// Verbs of parting, after which one has what one came for.
const PARTS: &[&str] = &[
    "part", "return", "emerge", "leave", "end", "conclude", "close", "depart", "disperse", "finish", "go",
    "come",
];

/// The agreement told by the word at a token.
pub(super) fn papers(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    fronted(words, parse, at)
        .or_else(|| colon(words, parse, at))
        .or_else(|| under(words, at))
        .or_else(|| by_noun(words, parse, at))
}

/// "Signed this morning in Kathmandu, the trade treaty between India and Nepal runs for seven years."
fn fronted(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let status = match word(words, at) {
        "signed" | "initialled" | "initialed" => OutcomeStatus::Signed,
        "concluded" | "negotiated" | "ratified" | "reached" | "adopted" => OutcomeStatus::Agreed,
        _ => return None,
    };
    if at > 0 || parse.tokens.first()?.tag != FineTag::Vbn {
        return None;
    }
    let comma = words.iter().position(|word| word == ",")?;
    let noun = (comma + 1..(comma + 8).min(words.len())).find(|&noun| is_paper(parse, noun))?;
    let named = parse.tokens[noun].relation.is_subject();
    named.then(|| Find {
        kind: OutcomeKind::Agreement,
        status,
        words: clause(words, comma + 1, noun + 1),
        head: named_as(words, parse, noun),
        verb: at,
    })
}

/// "Agreed between Kenya and Somalia: the reopening of three border posts."
fn colon(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const FAR: usize = 12;
    let agreed = at == 0
        && matches!(word(words, 0), "agreed" | "settled")
        && parse.tokens.first()?.tag != FineTag::Vbd;
    let colon = words
        .iter()
        .take(FAR)
        .position(|word| word == ":")
        .filter(|&colon| agreed && colon + 1 < words.len())?;
    Some(Find {
        kind: OutcomeKind::Agreement,
        status: OutcomeStatus::Agreed,
        words: clause(words, colon + 1, colon + 2),
        head: word(words, colon + 1).to_owned(),
        verb: at,
    })
}

/// "under a bargain struck by Peru and Brazil", whatever the tree makes of it.
fn under(words: &[String], at: usize) -> Option<Find> {
    const BACK: usize = 4;
    let paper = PAPERS.contains(&word(words, at));
    let status = match word(words, at + 1) {
        "signed" | "initialled" | "initialed" => OutcomeStatus::Signed,
        "struck" | "reached" | "concluded" | "announced" | "made" | "brokered" | "negotiated" | "agreed" => {
            OutcomeStatus::Agreed
        }
        _ => return None,
    };
    let from =
        (at.saturating_sub(BACK)..at).rev().find(|&from| word(words, from) == "under").filter(|_| paper)?;
    Some(Find::new(
        words,
        OutcomeKind::Agreement,
        status,
        from + 1..at + 2,
        word(words, at).to_owned(),
        at + 1,
    ))
}

fn by_noun(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    if !is_paper(parse, at) || negated_noun(words, at) {
        return None;
    }
    let token = &parse.tokens[at];
    let verb = parse.head(at)?;
    let deed = parse.tokens[verb].lemma.as_str();
    // "a deal between the two", "an understanding with Chile": it has sides.
    let sided = parse.children_by(at, Relation::NominalModifier).any(|noun| {
        parse.case(noun).is_some_and(|case| matches!(word(words, case), "between" | "with" | "among"))
    });
    let exists = deed == "be"
        && token.relation.is_subject()
        && parse.children(verb).any(|child| parse.tokens[child].tag == FineTag::Ex)
        && sided;
    let parted = PARTS.contains(&deed)
        && is_verb(parse, verb)
        && token.relation.is_oblique()
        && parse.case(at).is_some_and(|case| word(words, case) == "with")
        && (deed != "come" && deed != "go"
            || matches!(word(words, verb + 1), "away" | "home" | "back" | "out"));
    let behind = (word(words, verb + 1), word(words, verb + 2));
    let in_force = token.relation.is_subject()
        && (deed == "take" && behind.0 == "effect"
            || matches!(deed, "enter" | "come" | "go")
                && behind.0 == "into"
                && matches!(behind.1, "force" | "effect" | "operation"));
    if !(exists || parted || in_force) {
        return None;
    }
    let told = tense(words, verb, OutcomeStatus::Agreed)?;
    let status = if in_force && told == OutcomeStatus::Agreed { OutcomeStatus::Implemented } else { told };
    let start = (*parse.subtree(at).start()).min(at);
    Some(Find {
        kind: OutcomeKind::Agreement,
        status,
        words: clause(words, start, at + 1),
        head: named_as(words, parse, at),
        verb: if parted { verb } else { at },
    })
}

/// The head of a find: with "the" or "this" it may be a paper that was told of before.
fn named_as(words: &[String], parse: &Parse, noun: usize) -> String {
    let known = parse
        .children_by(noun, Relation::Determiner)
        .any(|determiner| matches!(word(words, determiner), "the" | "this" | "that" | "these"));
    format!("{}{}", if known { KNOWN } else { "" }, lemma(parse, noun))
}

/// "The ceasefire, in force since noon, is holding along the whole line": a truce that has begun.
pub(super) fn truce_holds(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let noun =
        matches!(parse.tokens.get(at)?.lemma.as_str(), "ceasefire" | "cease-fire" | "truce" | "armistice");
    let verb = parse.head(at).filter(|_| noun && parse.tokens[at].relation.is_subject())?;
    let (next, last) = (word(words, verb + 1), word(words, verb + 2));
    let begins = match parse.tokens[verb].lemma.as_str() {
        "hold" | "begin" | "start" => !parse.is_passive(verb),
        "take" => matches!(next, "hold" | "effect"),
        "enter" | "come" | "go" => next == "into" && matches!(last, "force" | "effect"),
        _ => false,
    };
    if !begins || !is_verb(parse, verb) || negated_noun(words, at) {
        return None;
    }
    Some(Find {
        kind: OutcomeKind::Ceasefire,
        status: tense(words, verb, OutcomeStatus::Implemented)?,
        words: clause(words, (*parse.subtree(at).start()).min(at), verb + 1),
        head: lemma(parse, at),
        verb,
    })
}

fn is_paper(parse: &Parse, at: usize) -> bool {
    parse.tokens.get(at).is_some_and(|token| matches!(token.tag, FineTag::Nn | FineTag::Nns))
        && PAPERS.contains(&lemma(parse, at).as_str())
}
