//! Whether a meeting of the draft took place, is to come, was called off or denied, or is none.
//!
//! Asks of each once, when its seats are known. Invariant: what is not held by the rules becomes held only where the forest
//! is sure of it: a meeting that did not happen is the worst thing one can print.

use rapporteur_schema::{Attendance, MeetingStatus};

use super::super::{FoundMeeting, merge};
use super::Sure;
use super::view::{MEETING, View, block, count, flag, meeting, since_published, width, with_meeting, word};
use crate::cast::ActorNumber;
use crate::decision::{Decision, Question, Subject, answers};

/// How likely it must be that it is no meeting, or told already, to be dropped.
const DROPS: f32 = 0.65;
/// As [`DROPS`], of one that no rule tells of.
const DROPS_LEARNED: f32 = 0.45;
/// How likely another status must be.
const TURNS: f32 = 0.5;
/// Words by which a sentence asserts nothing, or of what is to come, or speaks of another's words.
const CUES: [&[&str]; 5] = [
    &["not", "never", "no", "n't", "neither", "nor", "without", "denied", "deny"],
    &["will", "would", "shall", "to", "plans", "due", "scheduled", "expected", "tomorrow", "next"],
    &[
        "if", "whether", "could", "might", "may", "should", "ready", "willing", "offered", "proposed",
        "invited", "asked",
    ],
    &[
        "cancelled",
        "canceled",
        "postponed",
        "off",
        "declined",
        "refused",
        "scrapped",
        "collapsed",
        "failed",
        "abandoned",
    ],
    &["said", "told", "says", "reported", "according", "claimed"],
];

/// The features of a row, in order.
pub(crate) const FEATURES: [&str; MEETING.len() + 40] = with_meeting([
    "held",
    "planned",
    "proposed",
    "cancelled",
    "denied",
    "seen_tellings",
    "since_published",
    "width",
    "block",
    "word",
    "tag",
    "relation",
    "cue_not",
    "cue_will",
    "cue_if",
    "cue_off",
    "cue_said",
    "alike_before",
    "alike_after",
    "alike_class",
    "shared_before",
    "within_other",
    "fresh_persons",
    "quoted",
    "absent",
    "unnamed",
    "organizations",
    "ongoing",
    "telling_weak",
    "exact_status",
    "others_in_sentence",
    "length",
    "is_first",
    "place_likely",
    "day_likely",
    "seats_likely",
    "seat_first",
    "seat_second",
    "seat_third",
    "seat_last",
]);

/// The classes of the answer: none, and the classes of [`merge::class`].
const STATUSES: [MeetingStatus; 4] =
    [MeetingStatus::Held, MeetingStatus::Planned, MeetingStatus::Cancelled, MeetingStatus::Denied];

/// Drops what is no meeting, and turns the status of what is told otherwise; `sure` tells of each how likely its parts are.
pub(super) fn decide(view: &View<'_>, meetings: &mut Vec<FoundMeeting>, sure: &[Sure]) {
    let question =
        |at| Question { meeting: at, subject: Subject::Itself, features: row(view, meetings, at, &sure[at]) };
    let questions = (0..meetings.len()).map(question).collect();
    let mut dropped = vec![false; meetings.len()];
    for (at, _, likelihoods) in answers(view.text, Decision::Status, meetings, questions) {
        let meeting = &mut meetings[at];
        let least = if meeting.learned { DROPS_LEARNED } else { DROPS };
        if likelihoods[0] >= least {
            dropped[at] = true;
            view.text.trace.dropped(meeting.sentence, "meeting/revise/status", || {
                format!("no meeting, or one told already: {:.2}", likelihoods[0])
            });
            continue;
        }
        let now = usize::from(merge::class(meeting.status));
        let (most, likelihood) = likelihoods[1..]
            .iter()
            .copied()
            .enumerate()
            .fold((now, 0.0), |best, one| if one.1 > best.1 { one } else { best });
        if most != now && likelihood >= TURNS {
            turn(view, meeting, STATUSES[most], likelihood);
        }
    }
    let mut dropped = dropped.into_iter();
    meetings.retain(|_| dropped.next() != Some(true));
}

fn turn(view: &View<'_>, meeting: &mut FoundMeeting, status: MeetingStatus, likelihood: f32) {
    view.text.trace.kept(meeting.sentence, "meeting/revise/status", || {
        format!("{:?}, and not {:?}: {likelihood:.2}", status, meeting.status)
    });
    meeting.status = status;
    let there = if status.took_place() { Attendance::Attended } else { Attendance::Expected };
    for participant in meeting.participants.iter_mut().filter(|p| !p.attendance.is_away()) {
        participant.attendance = there;
    }
}

fn row(view: &View<'_>, meetings: &[FoundMeeting], at: usize, sure: &Sure) -> Vec<f32> {
    let own = &meetings[at];
    let seat = |nth: usize| sure.seats.get(nth).copied().unwrap_or(-1.0);
    let mut row = meeting(view, meetings, at).to_vec();
    let seen = view.seen(own);
    row.extend(seen.occurrences);
    let (sentence, token) = view.tellings(own)[0];
    let here = |meeting: &FoundMeeting| -> Vec<ActorNumber> { meeting.present().map(|p| p.actor).collect() };
    let mine = here(own);
    let alike = |other: &FoundMeeting| {
        let theirs = here(other);
        let shared = mine.iter().filter(|actor| theirs.contains(actor)).count();
        let either = mine.len() + theirs.len() - shared;
        if either == 0 { 0.0 } else { count(shared) / count(either) }
    };
    let within = |other: &FoundMeeting| {
        let theirs = here(other);
        let shared = mine.iter().filter(|actor| theirs.contains(actor)).count();
        if mine.is_empty() { 0.0 } else { count(shared) / count(mine.len()) }
    };
    const AROUND: usize = 32;
    let before = &meetings[at.saturating_sub(AROUND)..at];
    let after = &meetings[at + 1..(at + 1 + AROUND).min(meetings.len())];
    let most = |value: &dyn Fn(&FoundMeeting) -> f32, among: &mut dyn Iterator<Item = &FoundMeeting>| {
        among.map(value).fold(0.0, f32::max)
    };
    let same_class = |other: &&FoundMeeting| merge::class(other.status) == merge::class(own.status);
    let cue = |words: &[&str]| flag(view.holds(sentence, words));
    let fresh = mine
        .iter()
        .filter(|actor| before.iter().chain(after).all(|other| !here(other).contains(actor)))
        .count();
    let in_quotes = {
        let words = view.text.words(sentence);
        let mut open = false;
        words.iter().take(token).for_each(|word| match *word {
            "\"" => open = !open,
            "“" | "``" | "«" => open = true,
            "”" | "''" | "»" => open = false,
            _ => {}
        });
        open
    };
    let kind = |kind: rapporteur_schema::ActorKind| {
        count(mine.iter().filter(|&&actor| view.cast.members[actor].kind == kind).count())
    };
    row.extend([
        count(seen.count),
        since_published(view, own.when.as_ref()),
        own.when.as_ref().map_or(-1.0, width),
        block(view, sentence),
    ]);
    row.extend(word(view, sentence, token));
    row.extend(CUES.map(cue));
    row.extend([
        most(&alike, &mut before.iter()),
        most(&alike, &mut after.iter()),
        most(&alike, &mut before.iter().chain(after).filter(same_class)),
        most(&within, &mut before.iter()),
        most(&within, &mut before.iter().chain(after).filter(same_class)),
        count(fresh),
        flag(in_quotes),
        count(own.participants.iter().filter(|p| p.attendance.is_away()).count()),
        kind(rapporteur_schema::ActorKind::Unnamed),
        kind(rapporteur_schema::ActorKind::Organization),
        flag(own.status == MeetingStatus::Ongoing),
        flag(own.tellings.is_empty()),
        f32::from(own.status as u8),
        count(meetings.iter().filter(|other| other.sentence == own.sentence).count()),
        count(view.text.sentences[sentence].tokens.len()),
        flag(at == 0),
        sure.place,
        sure.day,
        sure.seats.iter().sum(),
        seat(0),
        seat(1),
        seat(2),
        sure.seats.last().copied().unwrap_or(-1.0),
    ]);
    row
}
