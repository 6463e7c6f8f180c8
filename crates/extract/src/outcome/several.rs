//! Several who act as one: "the ministers decided", "both governments agreed", "the Council resolved".
//!
//! It knows words and syntax, not parties. Invariant: one minister is never several, a body that decides always is.

use rapporteur_syntax::{FineTag, Parse};

use super::lexicon;
use crate::text::word;

/// Whether several agree, which makes an agreement of what would be one's commitment.
pub(super) fn is_joint(words: &[String], parse: &Parse, at: usize) -> bool {
    const TOGETHER: &[&str] = &[
        "minister",
        "delegate",
        "leader",
        "president",
        "side",
        "party",
        "delegation",
        "government",
        "head",
        "participant",
        "member",
        "negotiator",
        "premier",
        "state",
        "country",
        "deputy",
        "envoy",
    ];
    const JOINT: &[&str] = &[
        "they",
        "sides",
        "ministers",
        "parties",
        "delegations",
        "presidents",
        "leaders",
        "governments",
        "both",
        "two",
        "three",
        "it",
        "countries",
        "neighbours",
    ];
    matches!(lexicon::pledge(word(words, at)), Some("agree" | "decide" | "resolve" | "consent" | "concur"))
        && ((at.saturating_sub(6)..at).any(|before| JOINT.contains(&word(words, before)))
            // "The ministers, who last met in June, decided to": what stands between is no matter.
            || parse.tokens.get(at).and_then(|_| parse.understood_subject(at)).is_some_and(|subject| {
                TOGETHER.contains(&parse.tokens[subject].lemma.to_lowercase().as_str())
                    && matches!(parse.tokens[subject].tag, FineTag::Nns | FineTag::Nnps)
            }))
}

/// Whether several do it, by the words before: "the delegations had agreed", "the six agree".
pub(super) fn is_of_several(words: &[String], at: usize) -> bool {
    const BACK: usize = 6;
    let several = |word: &String| {
        matches!(
            word.as_str(),
            "they"
                | "sides"
                | "ministers"
                | "parties"
                | "delegations"
                | "presidents"
                | "leaders"
                | "governments"
                | "both"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "countries"
                | "neighbours"
                | "participants"
                | "negotiators"
        )
    };
    let noun = at.checked_sub(1).is_some_and(|before| matches!(word(words, before), "a" | "an" | "the"));
    noun || words[at.saturating_sub(BACK)..at].iter().any(several)
}

/// Whether the subject of a verb is several joined, or a body that decides for its members.
pub(super) fn is_of_body(parse: &Parse, verb: usize) -> bool {
    const DECIDE: &[&str] = &[
        "council",
        "conference",
        "summit",
        "commission",
        "committee",
        "assembly",
        "organisation",
        "organization",
        "union",
        "community",
        "group",
        "board",
        "participant",
        "head",
        "member",
        "minister",
        "congress",
        "league",
        "alliance",
        "bloc",
        "meeting",
        "leader",
        "party",
        "state",
        "side",
        "delegation",
        "government",
    ];
    let subject = parse.tokens.get(verb).and_then(|_| parse.understood_subject(verb));
    subject.is_some_and(|subject| {
        let token = &parse.tokens[subject];
        let plural = matches!(token.tag, FineTag::Nns | FineTag::Nnps);
        let body = DECIDE.contains(&token.lemma.to_lowercase().as_str());
        parse.conjuncts(subject).next().is_some()
            || body
                && (plural
                    || !matches!(
                        token.lemma.as_str(),
                        "minister" | "leader" | "head" | "member" | "state" | "government"
                    ))
    })
}
