//! Deeds that are wanted and not done: "steps to normalise relations", "asked that scholarships be provided", "urged Peru
//! to free the crew".
//!
//! It knows words and syntax, not outcomes. Invariant: what binds, as a decision or a promise to do it does, is no wish.

use crate::text::word;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

/// Whether a verb tells what a noun is for, and that no paper or promise: "steps to", "an attempt to".
pub(super) fn is_purpose(words: &[String], parse: &Parse, at: usize) -> bool {
    const BINDS: &[&str] = &[
        "agreement",
        "decision",
        "promise",
        "pledge",
        "commitment",
        "deal",
        "undertaking",
        "accord",
        "plan",
        "proposal",
        "offer",
        "resolution",
        "vow",
    ];
    let of_noun = parse.tokens.get(at).is_some_and(|token| token.relation == Relation::AdnominalClause);
    // "possible to reach a ceasefire", but "due to sign"
    let of_adjective = parse.head(at).filter(|&above| above < at).is_some_and(|above| {
        parse.tokens[above].upos == Upos::Adjective
            && !matches!(
                parse.tokens[above].lemma.as_str(),
                "due" | "set" | "ready" | "about" | "bound" | "free"
            )
    });
    let noun = parse.head(at).map_or("", |noun| parse.tokens[noun].lemma.as_str());
    // "the steps taken to normalise relations"
    let steps = |word: &String| {
        matches!(word.as_str(), "steps" | "efforts" | "measures" | "moves" | "ways" | "attempts")
    };
    let aimed = words[at.saturating_sub(6)..at].iter().any(steps);
    at > 0 && word(words, at - 1) == "to" && (of_adjective || of_noun && !BINDS.contains(&noun) || aimed)
}

/// Whether it is asked for and not done: "asked that forty scholarships be provided".
pub(super) fn is_asked(words: &[String], at: usize) -> bool {
    const BACK: usize = 9;
    let from = at.saturating_sub(BACK);
    let bare = at > 0
        && word(words, at - 1) == "be"
        && !words[from..at].iter().any(|word| {
            matches!(
                word.as_str(),
                "will" | "would" | "shall" | "to" | "agreed" | "decided" | "may" | "should"
            )
        });
    bare && words[from..at].iter().any(|word| word == "that")
}

/// "urged Peru to free the crew", "insisted that Peru free the crew": what is wanted is not done.
pub(super) fn is_urged(parse: &Parse, at: usize) -> bool {
    let Some(token) = parse.tokens.get(at) else { return false };
    let base = matches!(token.tag, FineTag::Vb | FineTag::Vbp);
    let below = matches!(
        token.relation,
        Relation::ClausalComplement | Relation::OpenComplement | Relation::AdverbialClause
    );
    base && below
        && parse.auxiliaries(at).next().is_none()
        && parse.head(at).is_some_and(|above| {
            matches!(
                parse.tokens[above].lemma.as_str(),
                "urge"
                    | "insist"
                    | "call"
                    | "beg"
                    | "implore"
                    | "press"
                    | "appeal"
                    | "exhort"
                    | "ask"
                    | "want"
                    | "recommend"
                    | "order"
            )
        })
}
