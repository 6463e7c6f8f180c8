//! What a paper provides: "The accord provides for 60,000 soldiers and a joint commission", "the protocol obliges
//! Ethiopia to redeploy", "a communique of nine lines says that market women will be let across".
//!
//! It knows words and syntax, not parties. Invariant: it is a paper that provides, and no person; what it only notes,
//! hopes or praises binds nobody.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation};

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb};
use crate::text::word;

/// What stands in writing.
const PAPERS: &[&str] = &[
    "agreement",
    "accord",
    "treaty",
    "pact",
    "protocol",
    "deal",
    "text",
    "document",
    "plan",
    "memorandum",
    "convention",
    "declaration",
    "settlement",
    "understanding",
    "paper",
    "roadmap",
    "article",
    "communique",
    "communiqué",
    "clause",
    "charter",
    "armistice",
    "truce",
    "ceasefire",
    "formula",
    "timetable",
];

/// Whether a noun is for what stands in writing.
pub(in crate::outcome) fn is_paper(lemma: &str) -> bool {
    PAPERS.contains(&lemma)
}

/// "The accord provides for 60,000 soldiers, a joint commission and ...": one for each thing provided.
pub(super) fn provided(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Vec<Find> {
    let provides = matches!(
        word(words, at),
        "provides"
            | "provided"
            | "obliges"
            | "obliged"
            | "stipulates"
            | "stipulated"
            | "foresees"
            | "envisages"
            | "binds"
            | "commits"
            | "requires"
    );
    let says = matches!(
        word(words, at),
        "says" | "said" | "states" | "stated" | "lays" | "laid" | "specifies" | "prescribes" | "declares"
    );
    if !(provides || says) || !is_verb(parse, at) {
        return Vec::new();
    }
    // A telegram leaves its subject out.
    let subject = parse.subjects(at).next();
    if !subject.map_or(at == 0 && provides, |subject| is_paper(&lemma(parse, subject))) {
        return Vec::new();
    }
    let clauses = || {
        let below = parse.children(at).filter(|&child| {
            matches!(parse.tokens[child].relation, Relation::ClausalComplement | Relation::OpenComplement)
        });
        below.flat_map(|deed| std::iter::once(deed).chain(parse.conjuncts(deed)))
    };
    let ordered: Vec<Find> =
        clauses().filter_map(|deed| clause_of(words, parse, at, deed, is_state)).collect();
    if !ordered.is_empty() || says {
        return ordered;
    }
    let for_what =
        parse.obliques(at).find(|&noun| parse.case(noun).is_some_and(|case| word(words, case) == "for"));
    let Some(first) = for_what.or_else(|| parse.objects(at).next()) else { return Vec::new() };
    let things = std::iter::once(first).chain(parse.conjuncts(first));
    things
        .map(|noun| {
            let start = parse.children(noun).filter(|&child| child > at).min().unwrap_or(noun).min(noun);
            Find::new(
                words,
                OutcomeKind::Commitment,
                OutcomeStatus::Agreed,
                start..noun + 1,
                word(words, noun).to_owned(),
                at,
            )
        })
        .collect()
}

/// What a clause of a paper says is to be done, where it says so: "that costs be shared", "Ethiopia to redeploy".
fn clause_of(
    words: &[String],
    parse: &Parse,
    at: usize,
    deed: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    let to_come = parse
        .auxiliaries(deed)
        .any(|aux| matches!(word(words, aux), "will" | "would" | "shall" | "be" | "must" | "should" | "may"))
        || parse.children_by(deed, Relation::Marker).any(|mark| word(words, mark) == "to");
    let being = !is_verb(parse, deed) || matches!(parse.tokens[deed].lemma.as_str(), "be" | "have");
    if !to_come || being {
        return None;
    }
    let subject = parse.subjects(deed).next();
    let bound = subject.or_else(|| parse.objects(at).next());
    let alone = bound.is_some_and(|bound| {
        (is_state(bound) || lemma(parse, bound) == "government") && parse.conjuncts(bound).next().is_none()
    });
    let start = subject.map_or(deed, |subject| (*parse.subtree(subject).start()).min(subject)).min(deed);
    Some(Find {
        kind: if alone { OutcomeKind::Commitment } else { OutcomeKind::Agreement },
        status: OutcomeStatus::Agreed,
        words: clause(words, start, deed + 1),
        head: word(words, deed).to_owned(),
        verb: deed,
    })
}
