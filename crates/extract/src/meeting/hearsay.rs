//! Meetings that are only rumoured or reported, and that the next words deny: "Reports that the two
//! met on Sunday are wrong", "we hear that he saw the delegation. - He did not."
//!
//! Invariant: what no hearsay word marks stays as it was read.

use rapporteur_schema::{Attendance, MeetingStatus};
use rapporteur_syntax::Relation;

use super::{FoundMeeting, phrase};
use crate::text::Text;

/// Words by which a text passes on what it does not vouch for.
const HEARSAY: &[&str] = &[
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "rumoured",
    "rumored",
    "report that",
    "reports that",
    "reports of",
    "a report",
    "reported that",
    "reportedly",
    "claim",
    "claims",
    "claimed",
    "claiming",
    "alleged",
    "allegedly",
    "hear that",
    "hearing",
    "heard that",
    "tales",
    "story",
    "stories",
    "versions",
    "talk of",
    "tabloid",
    "tabloids",
    "gossip",
    "wrote earlier",
    "reported earlier",
    "is it true",
    "according to whom",
    "according to which",
    "had it that",
    "has it that",
    "speculation",
    "suggestions that",
    "suggestion that",
    "told us that",
    "would have us believe",
    "it is said that",
    "legend has it",
    "many believed",
    "believed to have",
    "papers have",
    "newspapers have",
    "the papers say",
    "the press has",
    "reports say",
    "reported as saying",
    "media reports",
    "the reports",
    "reports circulated",
    "reports about",
    "a source said",
    "source says",
    "sources say",
    "sources said",
    "asked whether",
    "asked about",
    "asked if",
    "been written",
    "was written",
    "been said",
    "said to have",
    "supposed to have",
    "rumoured to",
    "the tale",
    "a tale",
    "myth",
    "legend",
    "the news that",
    "suggested that",
    "wrongly",
    "credited with",
    "insinuated",
];
/// Words for what is told and hardly believed.
const TALES: &[&str] = &[
    "tale",
    "tales",
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "speculation",
    "gossip",
    "reports that",
    "report that",
];
/// Words that take it back.
const DENIALS: &[&str] = &[
    "denied",
    "denies",
    "deny",
    "false",
    "not so",
    "untrue",
    "is wrong",
    "are wrong",
    "was wrong",
    "were wrong",
    "got it wrong",
    "wrong .",
    "no such",
    "never met",
    "never happened",
    "did not take place",
    "nothing of the kind",
    "invented",
    "invention",
    "fiction",
    "did not happen",
    "we have not",
    "we did not",
    "he did not",
    "she did not",
    "they did not",
    "i did not",
    "cold water",
    "no truth",
    "baseless",
    "groundless",
    "fabrication",
    "fabricated",
    "knows of no",
    "there was none",
    "there was no",
    "has not met",
    "have not met",
    "not true",
    "dismissed",
    "nonsense",
    "was never",
    "none of them",
    "no private meeting",
    "made short work",
    "did not meet",
    "without foundation",
    "unfounded",
    "from beginning to end",
    "word of truth",
    "bedtime story",
    "fake",
    "fairy tale",
    "fairytale",
    "fantasy",
    "scotched",
    "quashed",
    "knocked down",
    "gave the lie",
    "disowned",
    "disavowed",
    "disclaimer",
    "never set eyes",
    "never laid eyes",
    "never spoke",
    "never shaken",
    "there were none",
    "repudiated",
    "refuted",
    "debunked",
    "fable",
    "imaginary",
    "devoid of",
    "nobody was",
    "no one was",
    "nobody met",
    "no one met",
    "scoffed",
    "scoffs",
    "moonshine",
    "rubbish",
    "poppycock",
    "hogwash",
    "laughable",
    "a tale for",
    "tales for",
];
/// Words that take back whatever somebody was just said to have said.
const FLAT: &[&str] = &[
    "no such thing",
    "no such meeting",
    "no such encounter",
    "nothing of the kind",
    "nothing of the sort",
    "that is not true",
    "that is untrue",
    "that is false",
    "that was false",
    "that is wrong",
    "this is false",
    "this is untrue",
    "it did not happen",
    "that did not happen",
    "that never happened",
    "pure invention",
    "fabrication",
];
/// How many sentences on a denial may come.
const REACH: usize = 2;

/// Makes denied what hearsay tells and what the same or the next words deny.
pub fn denials(text: &Text<'_>, candidates: &mut [FoundMeeting]) {
    for candidate in candidates.iter_mut() {
        let to_come = candidate.status == MeetingStatus::Planned;
        if !to_come && !matches!(candidate.status, MeetingStatus::Held | MeetingStatus::Proposed) {
            continue;
        }
        let own = lower(text, candidate.sentence);
        // A meeting to come is denied where it was but a tale; one that is only put off is not.
        if to_come && !phrase::has(&own, TALES) {
            continue;
        }
        if is_corrected(&own) {
            deny(candidate);
            continue;
        }
        let hearsay = phrase::has(&own, HEARSAY);
        let flat = candidate.sentence + 1;
        // "The senator says that he saw the minister. - He did no such thing."
        let flatly = flat < text.sentences.len()
            && text.block_of(flat).section == text.block_of(candidate.sentence).section
            && is_told(text, candidate.sentence)
            && phrase::has(&lower(text, flat), FLAT);
        if !hearsay && !flatly {
            continue;
        }
        let section = text.block_of(candidate.sentence).section;
        let last = (candidate.sentence + REACH).min(text.sentences.len() - 1);
        let after = (candidate.sentence + 1..=last).filter(|&at| text.block_of(at).section == section);
        let denial = phrase::has(&own, DENIALS).then_some(candidate.sentence);
        let denial = denial.or_else(|| flatly.then_some(flat));
        let denial = denial.or_else(|| after.into_iter().find(|&at| phrase::has(&lower(text, at), DENIALS)));
        let Some(denial) = denial else { continue };
        deny(candidate);
        let range = text.sentences[denial].range.clone();
        if !candidate.evidence.contains(&range) {
            candidate.evidence.push(range);
        }
    }
    elsewhere(text, candidates);
}

/// "In our bulletin at seventeen hundred we said that": an outlet recalls its own words to take them back.
fn is_corrected(sentence: &str) -> bool {
    const OWN: &[&str] = &[
        "our bulletin",
        "our earlier",
        "an earlier edition",
        "an earlier version",
        "an earlier bulletin",
        "yesterday's edition",
        "our last bulletin",
        "earlier today we",
        "an earlier post",
        "a previous version",
    ];
    const SAID: &[&str] = &[
        "we said",
        "we reported",
        "we wrote",
        "we told",
        "said that",
        "reported that",
        "stated that",
        "said wrongly",
    ];
    phrase::has(sentence, OWN) && phrase::has(sentence, SAID)
}

/// Makes a meeting denied; nobody was there.
fn deny(meeting: &mut FoundMeeting) {
    meeting.status = MeetingStatus::Denied;
    for participant in &mut meeting.participants {
        if participant.attendance == Attendance::Attended {
            participant.attendance = Attendance::Expected;
        }
    }
}

/// Makes denied what hearsay tells of somebody whose meeting the text denies elsewhere: a report in one post, the
/// denial in the next.
fn elsewhere(text: &Text<'_>, candidates: &mut [FoundMeeting]) {
    let denied: Vec<FoundMeeting> =
        candidates.iter().filter(|told| told.status == MeetingStatus::Denied).cloned().collect();
    for candidate in candidates.iter_mut().filter(|told| told.status == MeetingStatus::Held) {
        let same = |other: &FoundMeeting| {
            let shares = |actor| other.participants.iter().any(|p| p.actor == actor);
            let near = match (&candidate.when, &other.when) {
                (Some(one), Some(two)) => {
                    two.first_day().since(one.last_day()).is_ok_and(|span| span.get_days().abs() <= 2)
                }
                _ => true,
            };
            other.sentence > candidate.sentence
                && near
                && candidate.participants.iter().any(|p| shares(p.actor))
        };
        if denied.iter().any(same) && phrase::has(&lower(text, candidate.sentence), HEARSAY) {
            deny(candidate);
        }
    }
}

/// Whether a sentence passes on what somebody says: "the senator told a radio station that he slipped off".
fn is_told(text: &Text<'_>, sentence: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    (0..parse.len()).any(|verb| {
        matches!(
            parse.tokens[verb].lemma.as_str(),
            "say" | "tell" | "write" | "report" | "claim" | "state" | "allege"
        ) && parse.children_by(verb, Relation::ClausalComplement).next().is_some()
    })
}

fn lower(text: &Text<'_>, sentence: usize) -> String {
    let label = text.label_words(sentence).join(" ").to_lowercase();
    format!("{label} {}", text.lower(sentence).join(" "))
}
