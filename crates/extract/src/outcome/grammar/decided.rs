//! What was done with a matter that is named before its verb: "a neutral zone was agreed", "the request was
//! declined", "the amendment was voted down".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what a court, a parliament or an office decides, and what
//! is told of persons, days and talks, is none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::{is_gathering, lemma};
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb, negated_noun};
use crate::text::word;

/// Verbs of settling, with their matter as the subject of their passive.
const SETTLES: &[&str] =
    &["agree", "adopt", "approve", "grant", "settle", "endorse", "ratify", "initial", "accept", "find"];
/// Verbs of refusing.
const REFUSES: &[&str] =
    &["reject", "decline", "refuse", "rebuff", "defeat", "veto", "spurn", "dismiss", "delete", "ignore"];
/// What is put before others.
const MATTERS: &[&str] = &[
    "request",
    "proposal",
    "suggestion",
    "offer",
    "motion",
    "amendment",
    "demand",
    "idea",
    "draft",
    "plan",
    "resolution",
    "initiative",
    "bid",
    "approach",
    "overture",
    "application",
    "plea",
    "appeal",
    "claim",
    "clause",
    "paragraph",
    "attempt",
];
/// What is asked as one's due.
const DEMANDS: &[&str] = &["demand", "request", "plea", "appeal", "claim"];
/// What parties settle between them, besides what is put before them.
pub(super) const SETTLED: &[&str] = &[
    "text",
    "communique",
    "communiqué",
    "declaration",
    "protocol",
    "convention",
    "charter",
    "agreement",
    "treaty",
    "accord",
    "statute",
    "programme",
    "program",
    "timetable",
    "roadmap",
    "map",
    "formula",
    "framework",
    "compromise",
    "list",
    "mandate",
    "border",
    "boundary",
    "frontier",
    "line",
    "price",
    "quota",
    "tariff",
    "zone",
    "regime",
    "term",
    "ceasefire",
    "cease-fire",
    "truce",
    "armistice",
    "minute",
    "rule",
    "statement",
    "memorandum",
    "package",
    "measure",
    "arrangement",
    "schedule",
    "force",
    "mission",
    "corridor",
    "passage",
    "access",
    "exchange",
    "share",
    "division",
    "dispute",
    "difference",
    "issue",
    "route",
    "crossing",
    "withdrawal",
    "recommendation",
    "document",
    "pact",
    "deal",
    "loan",
    "credit",
    "status",
    "concession",
    "row",
    "question",
    "wording",
    "contract",
    "quarrel",
];
/// Who decides of what is no matter between states.
const BENCHES: &[&str] = &[
    "court",
    "judge",
    "jury",
    "tribunal",
    "regulator",
    "parliament",
    "senate",
    "voter",
    "lawmaker",
    "legislator",
    "deputy",
    "congress",
    "shareholder",
    "mayor",
    "party",
    "electorate",
];
/// Of whom or of what "was agreed" tells no outcome.
const IDLE: &[&str] = &[
    "it",
    "this",
    "that",
    "they",
    "he",
    "she",
    "date",
    "day",
    "agenda",
    "story",
    "version",
    "matter",
    "what",
    "which",
    "all",
    "nothing",
    "point",
    "fee",
    "house",
    "following",
];

/// The decision of the passive verb at a token.
pub(super) fn decided(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    if !is_verb(parse, at) || !parse.is_passive(at) {
        return None;
    }
    let deed = parse.tokens[at].lemma.as_str();
    // "was turned down", "was voted down"
    let down = matches!(deed, "turn" | "vote") && word(words, at + 1) == "down";
    let refuses = REFUSES.contains(&deed) || down;
    if !refuses && !SETTLES.contains(&deed) {
        return None;
    }
    let subject = parse.subjects(at).find(|&subject| subject < at)?;
    let noun = lemma(parse, subject);
    let named = matches!(parse.tokens[subject].upos, Upos::ProperNoun | Upos::Pronoun);
    if named || IDLE.contains(&noun.as_str()) || is_gathering(&noun) || negated_noun(words, subject) {
        return None;
    }
    let matter = MATTERS.contains(&noun.as_str());
    // Who is accepted or refused is a person, what is approved may be a medicine: a matter is put before somebody.
    let between = match deed {
        "agree" => true,
        "accept" => matter,
        "find" => matches!(noun.as_str(), "compromise" | "formula" | "wording" | "settlement"),
        _ => matter || !refuses && SETTLED.contains(&noun.as_str()),
    };
    let by_bench = parse.obliques(at).any(|agent| BENCHES.contains(&lemma(parse, agent).as_str()));
    if !between || by_bench {
        return None;
    }
    let (kind, plain) = if refuses && DEMANDS.contains(&noun.as_str()) {
        (OutcomeKind::Demand, OutcomeStatus::Rejected)
    } else if refuses {
        (OutcomeKind::Other, OutcomeStatus::Rejected)
    } else if deed == "initial" {
        (OutcomeKind::Agreement, OutcomeStatus::Signed)
    } else {
        (OutcomeKind::Agreement, OutcomeStatus::Agreed)
    };
    if !is_done(words, parse, at) {
        return None;
    }
    let start = (*parse.subtree(subject).start()).min(subject);
    let start = start + usize::from(matches!(word(words, start), "the" | "a" | "an"));
    Some(Find { kind, status: plain, words: clause(words, start.min(subject), at + 1), head: noun, verb: at })
}

/// Whether the passive tells of what was done, by its auxiliaries alone: much may stand between it and its subject.
fn is_done(words: &[String], parse: &Parse, verb: usize) -> bool {
    let to = parse
        .children_by(verb, Relation::Marker)
        .any(|mark| matches!(word(words, mark), "to" | "if" | "unless"));
    let modal = parse.auxiliaries(verb).any(|auxiliary| {
        matches!(
            word(words, auxiliary),
            "will" | "would" | "shall" | "should" | "may" | "might" | "could" | "can" | "must"
        )
    });
    !to && !modal && !parse.negated(verb)
}
