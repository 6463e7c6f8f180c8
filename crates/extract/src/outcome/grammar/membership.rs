//! Who is taken into a body, shut out of it, or leaves it: "suspended Russia from the Council", "admitted Bhutan as a
//! member", "was excluded from the union".
//!
//! It knows words, tenses and syntax, not parties. Invariant: it is a state that is in or out.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation};

use super::lemma;
use crate::outcome::asked::{is_asked, is_purpose};
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb, tense};
use crate::text::word;

/// The change of membership told at a token.
pub(super) fn membership(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    if !is_verb(parse, at) || is_asked(words, at) || is_purpose(words, parse, at) {
        return None;
    }
    let (out, deed) = match parse.tokens[at].lemma.as_str() {
        "suspend" | "exclude" | "expel" | "oust" | "bar" => (true, true),
        "admit" | "readmit" | "reinstate" => (false, true),
        _ => (false, false),
    };
    let passive = parse.is_passive(at);
    let who = parse
        .children(at)
        .find(|&who| {
            let relation = parse.tokens[who].relation;
            is_state(who)
                && if passive {
                    relation == Relation::PassiveSubject
                } else {
                    relation.is_object() && who > at
                }
        })
        .filter(|_| deed)?;
    let body = parse.obliques(at).chain(parse.children(who)).any(|noun| {
        let case = parse.case(noun).map_or("", |case| word(words, case));
        // "admitted him to the hospital": only a body has members, or a state that is one.
        noun > at
            && if out {
                case == "from"
            } else {
                matches!(case, "to" | "into") || case == "as" && lemma(parse, noun).contains("member")
            }
    });
    let status = tense(words, at, OutcomeStatus::Implemented).filter(|_| body)?;
    Some(Find {
        kind: OutcomeKind::Other,
        status,
        words: clause(words, who.min(at), at.max(who) + 1),
        head: parse.tokens[at].lemma.clone(),
        verb: at,
    })
}
