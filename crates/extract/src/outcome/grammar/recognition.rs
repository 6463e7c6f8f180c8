//! States that know each other as such: "Kosovo was recognised by Turkey", "exchanged ambassadors", "the embassies
//! reopened", "refused to recognise".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is recognised is a state, its frontier, or who
//! governs it; a face, a fact or a qualification is recognised in vain.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation};

use super::lemma;
use crate::outcome::asked::is_purpose;
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_announced, is_verb, tense};
use crate::text::word;

/// Verbs of recognising, of a state or of what it is taken for.
const KNOWS: &[&str] = &["recognise", "recognize", "acknowledge"];
/// What of a state may be recognised, besides itself.
const OF_STATE: &[&str] = &[
    "government",
    "independence",
    "sovereignty",
    "frontier",
    "border",
    "boundary",
    "line",
    "council",
    "statehood",
    "republic",
    "movement",
    "authority",
];
/// Who is sent to a state that is recognised.
const ENVOYS: &[&str] = &["ambassador", "envoy", "representative", "mission", "embassy"];

/// The recognition told at a token.
pub(super) fn recognised(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    if !is_verb(parse, at) || is_purpose(words, parse, at) || is_urged_to(words, at) {
        return None;
    }
    let deed = parse.tokens[at].lemma.as_str();
    let what = if KNOWS.contains(&deed) {
        known(words, parse, at, is_state)
    } else {
        taken_for(words, parse, at, is_state).or_else(|| exchanged(words, parse, at, is_state))
    }?;
    // "refused to recognise Kosovo", "does not recognise"
    let refused = parse.negated(at)
        || parse.head(at).is_some_and(|above| {
            parse.tokens[at].relation == Relation::OpenComplement
                && matches!(parse.tokens[above].lemma.as_str(), "refuse" | "decline")
        });
    let status = if refused && KNOWS.contains(&deed) {
        OutcomeStatus::Rejected
    } else {
        let told = (is_announced(words, at)).then_some(OutcomeStatus::Planned);
        told.or_else(|| tense(words, at, OutcomeStatus::Implemented))?
    };
    let start = if what < at { (*parse.subtree(what).start()).min(what) } else { at };
    Some(Find {
        kind: OutcomeKind::Recognition,
        status,
        words: clause(words, start, at.max(what) + 1),
        head: word(words, what).to_owned(),
        verb: at,
    })
}

/// "recognised Indonesia", "recognised each other's borders", "Kosovo was recognised by Turkey".
fn known(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<usize> {
    let by_state =
        parse.understood_subject(at).is_some_and(|subject| {
            is_state(subject)
                || matches!(lemma(parse, subject).as_str(), "government" | "they" | "parliament" | "it")
        }) || parse.children_by(at, Relation::ObliqueAgent).any(|agent| is_state(agent) || agent > at);
    let part = |noun: usize| {
        OF_STATE.contains(&lemma(parse, noun).as_str())
            && (parse.children(noun).any(is_state) || word(words, noun.saturating_sub(1)) == "other's")
    };
    if parse.is_passive(at) {
        return parse
            .subjects(at)
            .find(|&subject| subject < at && by_state && (is_state(subject) || part(subject)));
    }
    let acknowledged = lemma(parse, at) == "acknowledge";
    // "recognises its neighbour as North Macedonia", of a state
    let known_as = |object: usize| {
        by_state
            && words[object + 1..].iter().take(6).any(|word| word == "as")
            && (object..words.len()).take(9).any(is_state)
    };
    parse.objects(at).find(|&object| {
        object > at && (is_state(object) && !acknowledged || known_as(object) || by_state && part(object))
    })
}

/// "accepted the council as the sole voice of Libya", "treats Palestine as a state".
fn taken_for(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<usize> {
    if !matches!(parse.tokens[at].lemma.as_str(), "accept" | "treat" | "regard" | "consider") {
        return None;
    }
    let state = parse.subjects(at).any(is_state);
    parse.objects(at).find(|&object| {
        let after = &words[object + 1..];
        let taken = after.iter().position(|word| word == "as").filter(|&place| place < 4);
        state
            && object > at
            && taken.is_some_and(|place| {
                after[place + 1..].iter().take(7).any(|word| {
                    matches!(
                        word.as_str(),
                        "state" | "government" | "representative" | "voice" | "authority" | "republic"
                    )
                })
            })
    })
}

/// "Jordan and Israel exchanged ambassadors", "the embassies of the two reopened".
fn exchanged(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<usize> {
    let deed = parse.tokens[at].lemma.as_str();
    let envoys = |noun: &usize| ENVOYS.contains(&lemma(parse, *noun).as_str());
    match deed {
        "exchange" => parse.objects(at).chain(parse.subjects(at)).find(envoys),
        // "set up ties with Beijing"
        "set" | "forge" | "resume" | "restore" | "establish"
            if deed != "set" || word(words, at + 1) == "up" =>
        {
            parse.objects(at).find(|&noun| {
                matches!(lemma(parse, noun).as_str(), "tie" | "relation" | "ties" | "relations")
            })
        }
        "reopen" | "open" => parse.subjects(at).find(|&noun| {
            let mut owners = parse.children(noun).filter(|&of| is_state(of));
            envoys(&noun) && owners.any(|of| parse.conjuncts(of).any(is_state))
        }),
        _ => None,
    }
}

/// "urges Chad and Sudan to exchange ambassadors"
fn is_urged_to(words: &[String], verb: usize) -> bool {
    const BACK: usize = 8;
    words[verb.saturating_sub(BACK)..verb].iter().any(|word| {
        matches!(
            word.as_str(),
            "urge" | "urges" | "urged" | "asked" | "asks" | "pressed" | "calls" | "called"
        )
    })
}
