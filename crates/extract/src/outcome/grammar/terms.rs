//! The terms of what was agreed, where the sentence or the one before says that something was: "Under the communique
//! ECOMOG is to occupy a buffer zone", "They signed at noon. Heavy weapons are to be drawn back".
//!
//! It knows words and syntax, not parties. Invariant: terms are told of states and things, never of the persons who
//! agreed them; without an agreement before it, what will be done is no term.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::provided::is_paper;
use super::{is_gathering, lemma};
use crate::outcome::find::Find;
use crate::outcome::lexicon;
use crate::outcome::tense::{clause, is_verb};
use crate::text::word;

/// What settles nothing by being to come.
const IDLE: &[&str] = &[
    "be", "have", "need", "want", "remember", "depend", "take", "mean", "seem", "see", "know", "expect",
    "meet", "hold", "resume", "convene", "begin", "start", "sign", "announce", "say", "tell", "follow",
    "come", "go", "visit", "arrive", "travel", "fly", "speak", "brief", "welcome", "receive", "become",
    "prove", "show", "make", "find", "try", "discuss", "consider", "examine", "study", "publish", "vote",
    "submit", "present", "report", "work", "open", "offer",
];
/// Persons, of whom a plan is told and no term.
const PERSONS: &[&str] = &[
    "minister",
    "president",
    "premier",
    "envoy",
    "ambassador",
    "official",
    "spokesman",
    "spokeswoman",
    "leader",
    "chancellor",
    "king",
    "queen",
    "emir",
    "sultan",
    "secretary",
    "delegate",
    "delegation",
    "he",
    "she",
    "i",
    "we",
    "you",
    "it",
    "they",
    "that",
    "this",
    "which",
    "who",
    "what",
    "there",
    "reporter",
    "journalist",
    "analyst",
    "people",
    "world",
    "history",
];

/// The terms told at a token; `led` where the sentence before tells an agreement.
pub(in crate::outcome) fn terms(
    words: &[String],
    parse: &Parse,
    is_state: &dyn Fn(usize) -> bool,
    led: bool,
) -> Vec<Find> {
    (0..words.len()).filter_map(|at| term(words, parse, at, is_state, led)).collect()
}

fn term(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
    led: bool,
) -> Option<Find> {
    if !is_verb(parse, at) || is_told(words, parse, at) {
        return None;
    }
    let under = under(words, parse, at);
    if !led && !under {
        return None;
    }
    // "is to occupy", "are to be drawn back", and of what was agreed "will stand", "would be paid".
    let auxiliary = |list: &[&str]| parse.auxiliaries(at).any(|aux| list.contains(&word(words, aux)));
    let is_to = auxiliary(&["is", "are", "was", "were"])
        && parse.children_by(at, Relation::Marker).any(|mark| word(words, mark) == "to");
    if !is_to && !auxiliary(&["will", "would", "shall"]) {
        return None;
    }
    let subject = parse.subjects(at).find(|&subject| subject < at)?;
    let noun = lemma(parse, subject);
    let state = is_state(subject);
    let thing = parse.tokens[subject].upos == Upos::Noun && !PERSONS.contains(&noun.as_str());
    let deed = parse.tokens[at].lemma.as_str();
    let idle = IDLE.contains(&deed) || lexicon::is_weak(deed);
    if !(state || thing || noun == "government")
        || is_gathering(&noun)
        || is_paper(&noun)
        || idle
        || parse.negated(at)
    {
        return None;
    }
    // What things will do of themselves is a forecast: "prices will rise".
    let told_before =
        parse.objects(at).any(|object| object > at && parse.tokens[object].upos == Upos::Pronoun);
    let acts = (parse.is_passive(at) || is_to || under) && !told_before;
    let supposed = words[..at].iter().any(|word| {
        matches!(
            word.as_str(),
            "if" | "what"
                | "how"
                | "who"
                | "why"
                | "whether"
                | "unless"
                | "when"
                | "until"
                | "hoped"
                | "hopes"
                | "offer"
                | "offered"
                | "proposal"
                | "proposed"
        )
    });
    if !acts || supposed {
        return None;
    }
    let start = (*parse.subtree(subject).start()).min(subject);
    Some(Find {
        kind: OutcomeKind::Commitment,
        status: OutcomeStatus::Agreed,
        words: clause(words, start, at + 1),
        head: word(words, at).to_owned(),
        verb: at,
    })
}

/// "Under the protocol", "By the terms of the accord": a paper leads the clause of the verb, or of the one it is
/// joined to.
fn under(words: &[String], parse: &Parse, verb: usize) -> bool {
    let clauses = std::iter::once(verb)
        .chain(parse.head(verb).filter(|_| parse.tokens[verb].relation == Relation::Conjunct));
    let mut papers = clauses.flat_map(|verb| parse.obliques(verb));
    papers.any(|noun| {
        let of_paper =
            || parse.children_by(noun, Relation::NominalModifier).any(|of| is_paper(&lemma(parse, of)));
        let terms =
            matches!(lemma(parse, noun).as_str(), "term" | "head" | "provision" | "article") && of_paper();
        (is_paper(&lemma(parse, noun)) || terms)
            && parse.case(noun).is_some_and(|case| matches!(word(words, case), "under" | "by" | "per"))
    })
}

/// Whether somebody says it, or it hangs on what is not the main clause.
fn is_told(words: &[String], parse: &Parse, verb: usize) -> bool {
    let mut at = verb;
    loop {
        match parse.tokens[at].relation {
            Relation::Root => return false,
            Relation::Conjunct | Relation::Parataxis => {}
            _ => return true,
        }
        let Some(above) = parse.head(at) else { return false };
        // "…, the minister said": a parataxis may be either.
        if !is_verb(parse, above) || matches!(word(words, above), "said" | "says") {
            return true;
        }
        at = above;
    }
}
