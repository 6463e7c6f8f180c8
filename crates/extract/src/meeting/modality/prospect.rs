//! What a predicate makes of the meeting that is its subject: "a meeting is under consideration", "talks are on the
//! cards", "a summit would be useful", "preparations are under way for a meeting".
//!
//! Reads the tree alone. Invariant: who only judges a meeting that was, with "was useful", puts it in no doubt.

use rapporteur_schema::MeetingStatus;
use rapporteur_syntax::{Parse, Relation, Upos};

use super::Reading;
use super::words::MATTERS;

/// Predicates that leave it open, of whatever meeting.
const OPEN: &[&str] = &[
    "consideration",
    "review",
    "prospect",
    "doubt",
    "card",
    "cards",
    "offing",
    "horizon",
    "air",
    "pipeline",
    "balance",
    "likely",
    "unlikely",
    "conceivable",
    "uncertain",
    "improbable",
    "probable",
    "feasible",
    "possible",
    "possibility",
    "probability",
    "option",
];
/// Predicates that leave it open of a meeting that is not known: "a summit is necessary".
const WISHED: &[&str] = &[
    "necessary",
    "essential",
    "vital",
    "desirable",
    "useful",
    "welcome",
    "overdue",
    "urgent",
    "needed",
    "premature",
    "inevitable",
    "idea",
    "way",
    "discussion",
    "necessity",
    "priority",
];
/// Predicates that say it is to come.
const AHEAD: &[&str] =
    &["imminent", "agenda", "calendar", "diary", "programme", "program", "schedule", "anvil"];
/// Verbs of what is not settled.
const HANGS: &[&str] = &["hang", "depend", "hinge", "remain", "await"];
/// Nouns of getting a meeting ready.
const READIES: &[&str] = &["preparation", "arrangement", "groundwork"];

/// The status that a predicate gives to the meeting of which it is said.
pub(super) fn prospect(parse: &Parse, words: &[&str], trigger: usize) -> Option<Reading> {
    let lemma = |at: usize| parse.tokens[at].lemma.as_str();
    let cased = |at: usize, wanted: &[&str]| parse.case(at).is_some_and(|case| wanted.contains(&words[case]));
    let head = parse.head(trigger)?;
    // "Would welcome a meeting"
    let welcomed = parse.objects(head).any(|object| object == trigger)
        && matches!(lemma(head), "welcome" | "favour" | "favor" | "support" | "entertain" | "appreciate")
        && parse.auxiliaries(head).any(|auxiliary| words[auxiliary] == "would");
    if welcomed {
        return Some(Reading::Status(MeetingStatus::Proposed));
    }
    let is_subject = parse.subjects(head).any(|subject| subject == trigger);
    // "There is talk of bringing them together"
    let of = parse.children_by(trigger, Relation::Marker).any(|mark| words[mark] == "of");
    if parse.tokens[trigger].upos == Upos::Verb && of && MATTERS.contains(&lemma(head)) {
        return Some(Reading::Status(MeetingStatus::Proposed));
    }
    if parse.tokens[trigger].upos != Upos::Noun {
        return None;
    }
    // "Preparations for a meeting", "preparations are under way for a meeting"
    let readied =
        READIES.contains(&lemma(head)) || parse.subjects(head).any(|one| READIES.contains(&lemma(one)));
    if readied && cased(trigger, &["for"]) && !is_subject {
        return Some(Reading::Status(MeetingStatus::Planned));
    }
    if !is_subject {
        return None;
    }
    let linked = parse.auxiliaries(head).any(|auxiliary| lemma(auxiliary) == "be");
    let hangs = HANGS.contains(&lemma(head));
    let predicate = parse
        .children(head)
        .filter(|&child| hangs && child > head)
        .chain(std::iter::once(head).filter(|_| linked));
    let said: Vec<&str> = predicate.map(lemma).collect();
    let is_any = |list: &[&str]| said.iter().any(|one| list.contains(one));
    let indefinite = parse.children_by(trigger, Relation::Determiner).any(|determiner| {
        matches!(words[determiner].to_lowercase().as_str(), "a" | "an" | "any" | "another")
    });
    let would = parse
        .auxiliaries(head)
        .any(|auxiliary| matches!(words[auxiliary], "would" | "could" | "might" | "may"));
    let past = parse.auxiliaries(head).any(|auxiliary| matches!(words[auxiliary], "was" | "were" | "been"));
    // "The visit is no longer on the programme"
    let gone = (trigger..head).any(|at| words[at] == "no" && words.get(at + 1) == Some(&"longer"));
    if gone && is_any(AHEAD) {
        return Some(Reading::Status(MeetingStatus::Cancelled));
    }
    // "No meeting is on the agenda", "talks are not on the cards"
    let none =
        parse.negated(head) || parse.children(trigger).any(|child| words[child].eq_ignore_ascii_case("no"));
    if none {
        return (is_any(AHEAD) || is_any(OPEN) || is_any(WISHED)).then_some(Reading::Nothing);
    }
    if is_any(AHEAD) {
        return Some(Reading::Status(MeetingStatus::Planned));
    }
    let open = is_any(OPEN) || matches!(lemma(head), "depend" | "hinge");
    // "A meeting would be useful"; "a meeting was useful" is judged, and was held.
    let wished = indefinite && linked && (would || is_any(WISHED) && !past);
    (open || wished).then_some(Reading::Status(MeetingStatus::Proposed))
}
