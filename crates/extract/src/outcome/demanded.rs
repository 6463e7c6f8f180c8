//! What is demanded without a verb of demanding: conditions that are laid down, what another must do, what a text asks.
//!
//! It knows words and syntax, not parties. Invariant: it is a state, or who speaks for one, that demands, or a text that
//! several adopt.

use rapporteur_syntax::{Parse, Relation, Upos};

use super::grammar::{TROOPS, is_paper};
use super::tense::{is_verb, negated_noun};
use crate::text::word;

/// Whether it is a state that tells another what to do, or one who speaks for it: "Iceland told London to".
pub(super) fn told_by_state(parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> bool {
    parse.subjects(at).any(|subject| {
        is_state(subject)
            || matches!(
                parse.tokens[subject].lemma.to_lowercase().as_str(),
                "minister" | "government" | "president" | "council"
            )
    })
}

/// "put three conditions", "made it a condition that", "required an end to the raids".
pub(super) fn conditions(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<usize> {
    if !is_verb(parse, at) || parse.is_passive(at) {
        return None;
    }
    let of_state = || {
        parse.understood_subject(at).is_some_and(|subject| {
            is_state(subject)
                || parse.tokens[subject].upos == Upos::ProperNoun
                || matches!(
                    parse.tokens[subject].lemma.to_lowercase().as_str(),
                    "he" | "she" | "they" | "government" | "minister" | "president" | "delegation" | "side"
                )
        })
    };
    let noun = |list: &[&str]| {
        parse
            .objects(at)
            .chain(parse.obliques(at))
            .chain(parse.children_by(at, Relation::OpenComplement))
            .find(|&noun| {
                noun > at && list.contains(&parse.tokens[noun].lemma.as_str()) && !negated_noun(words, noun)
            })
    };
    match parse.tokens[at].lemma.as_str() {
        "put" | "set" | "lay" | "name" | "attach" | "pose" | "impose" | "make" | "state" => {
            noun(&["condition", "precondition"]).filter(|_| of_state()).map(|noun| noun + 1)
        }
        "condition" => parse
            .obliques(at)
            .find(|&noun| {
                noun > at && parse.case(noun).is_some_and(|case| matches!(word(words, case), "on" | "upon"))
            })
            .filter(|_| of_state())
            .map(|noun| noun + 1),
        "require" => noun(&[
            "end",
            "halt",
            "return",
            "withdrawal",
            "apology",
            "payment",
            "guarantee",
            "release",
            "removal",
            "compensation",
            "closure",
            "recognition",
        ])
        .filter(|_| of_state())
        .map(|noun| noun + 1),
        _ => None,
    }
}

/// "Uganda must lower its flag, Kenya's minister said": what another is to do, as somebody who speaks for a state says.
/// Where its words end, and the verb of saying.
pub(super) fn must(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    const STEPS: usize = 2;
    const DUE: &[&str] = &[
        "release",
        "withdraw",
        "return",
        "lift",
        "stop",
        "end",
        "leave",
        "pay",
        "lower",
        "remove",
        "hand",
        "extradite",
        "free",
        "halt",
        "apologise",
        "apologize",
        "recognise",
        "recognize",
        "pull",
        "go",
        "cease",
        "dismantle",
        "vacate",
        "evacuate",
        "compensate",
        "respect",
        "honour",
        "drop",
        "give",
    ];
    if !matches!(word(words, at), "must" | "should") {
        return None;
    }
    let verb = parse.head(at).filter(|&verb| is_verb(parse, verb) && verb > at)?;
    let lemma = |at: usize| parse.tokens[at].lemma.to_lowercase();
    let due = DUE.contains(&parse.tokens[verb].lemma.as_str()) && !parse.negated(verb);
    let subject = parse.subjects(verb).find(|&subject| subject < at)?;
    let owed = is_state(subject) || TROOPS.contains(&lemma(subject).as_str());
    let above = parse.ancestors(verb).take(STEPS);
    let says = above.chain(parse.children_by(verb, Relation::Parataxis)).find(|&says| {
        is_verb(parse, says)
            && matches!(
                parse.tokens[says].lemma.as_str(),
                "say" | "tell" | "declare" | "state" | "repeat" | "add" | "warn"
            )
    })?;
    let by_state = parse.subjects(says).any(|speaker| {
        speaker != subject
            && (is_state(speaker)
                || parse.children(speaker).any(is_state)
                || matches!(
                    lemma(speaker).as_str(),
                    "minister" | "ministry" | "president" | "government" | "premier"
                ))
    });
    (due && owed && by_state).then_some((verb + 1, says))
}

/// "The declaration asks the Council for a mandate", "the resolution calls upon both armies to leave": what several
/// ask in a text that they adopt.
pub(super) fn asked_in_writing(words: &[String], parse: &Parse, at: usize) -> Option<usize> {
    if !is_verb(parse, at) || parse.is_passive(at) {
        return None;
    }
    let asks = match parse.tokens[at].lemma.as_str() {
        "ask" | "urge" | "request" | "demand" | "invite" | "appeal" => true,
        "call" => matches!(word(words, at + 1), "on" | "upon" | "for"),
        _ => false,
    };
    let text = |subject: usize| {
        let noun = parse.tokens[subject].lemma.to_lowercase();
        is_paper(&noun) || matches!(noun.as_str(), "resolution" | "statement")
    };
    let whom = parse.objects(at).chain(parse.obliques(at)).find(|&noun| {
        noun > at
            && parse.tokens[noun].upos != Upos::Pronoun
            && !matches!(
                parse.tokens[noun].lemma.as_str(),
                "everything" | "nothing" | "much" | "little" | "more"
            )
    })?;
    (asks && parse.understood_subject(at).is_some_and(|subject| subject < at && text(subject)))
        .then_some(whom + 1)
}
