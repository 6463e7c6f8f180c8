//! Who stayed away: "neither X nor Y were there", "X declined an invitation", "sent his deputy",
//! "X was absent", "misses the talks". The absence goes to the meeting the words point to.

use rapporteur_schema::{ActorKind, Attendance, MeetingStatus, Role};
use rapporteur_syntax::Upos;

use super::party::Room;
use super::{Clock, FoundMeeting, Participant, frame, scene};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

const ABSENT: &[&str] = &[
    "was absent",
    "were absent",
    "did not attend",
    "did not come",
    "did not show",
    "did not turn up",
    "failed to turn up",
    "was not there",
    "were not there",
    "stayed away",
    "stayed at home",
    "was not present",
    "were not present",
    "misses the",
    "missed the",
    "skipped",
    "boycotted",
    "never arrived",
    "never came",
    "was not invited",
    "had not been invited",
    "was not represented",
    "were kept out",
    "key absence",
    "absence was that of",
    "n't there",
    "n’t there",
    "excused himself",
    "excused herself",
    "n't attend",
    "sent his",
    "sent her",
    "in his stead",
    "in her stead",
    "has stayed in",
];
const DECLINED: &[&str] = &[
    "declined an invitation",
    "declined to attend",
    "declined the invitation",
    "turned down an invitation",
    "refused to attend",
    "refused to come",
    "and declines",
];

/// Whether the words, lower case with single spaces, say that someone was not there.
pub(super) fn is_absence(words: &str) -> bool {
    ABSENT.iter().chain(DECLINED).any(|cue| words.contains(cue)) || words.contains("neither ")
}

/// Finds who stayed away and puts them beside those who came.
pub fn absences(rooms: &[Room<'_>], clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    for room in rooms {
        let Room { text, cast, sentence, .. } = *room;
        let words: Vec<String> = room.words.iter().map(|w| w.to_lowercase()).collect();
        let joined = words.join(" ");
        let neither = words.iter().any(|w| w == "neither")
            && ["were there", "was there", "attended", "came", "were present", "was present"]
                .iter()
                .any(|cue| joined.contains(cue));
        let cue = |cues: &[&str]| cues.iter().filter_map(|c| joined.find(c)).min();
        let (at, attendance) = match (cue(DECLINED), cue(ABSENT)) {
            (Some(at), _) => (at, Attendance::Declined),
            (None, Some(at)) => (at, Attendance::Absent),
            _ if neither => (joined.len(), Attendance::Absent),
            _ => continue,
        };
        let before = joined.get(..at).unwrap_or_default().matches(' ').count();
        let behind = joined.contains("absence");
        let mut absent = if neither || behind { Vec::new() } else { grammatical(room, before) };
        if absent.is_empty() {
            absent = subjects(cast, sentence, &words, before, neither, behind);
        }
        let Some(meeting) = nearest(meetings, text, clock, sentence) else { continue };
        let evidence = text.sentences[sentence].range.clone();
        for actor in absent {
            let absence =
                Participant { actor, attendance, role: Role::Participant, evidence: evidence.clone() };
            match meeting.participants.iter_mut().find(|p| p.actor == actor) {
                Some(known) => *known = absence,
                None => meeting.participants.push(absence),
            }
        }
    }
}

/// The persons that are the subject of the verb in the cue.
fn grammatical(room: &Room<'_>, cue: usize) -> Vec<ActorNumber> {
    const CUE: usize = 4;
    let parse = &room.text.sentences[room.sentence].parse;
    let verb = (cue..(cue + CUE).min(parse.len())).find(|&at| {
        parse.tokens[at].upos == Upos::Verb
            || matches!(parse.tokens[at].lemma.as_str(), "absent" | "there" | "present")
    });
    let subjects = verb.map(|verb| frame::acting(parse, verb)).unwrap_or_default();
    let actors = subjects.into_iter().flat_map(|subject| room.actors(subject));
    actors.filter(|&actor| room.cast.members[actor].kind == ActorKind::Person).collect()
}

/// The persons the words say it of: those before the cue, the last group of them; after "absence
/// was that of" those behind.
fn subjects(
    cast: &Cast,
    sentence: usize,
    words: &[String],
    cue: usize,
    neither: bool,
    behind: bool,
) -> Vec<usize> {
    let persons: Vec<_> = cast
        .in_sentence(sentence)
        .filter(|(index, m)| {
            matches!(m.kind, MentionKind::Person | MentionKind::Described) && cast.actor[*index].is_some()
        })
        .collect();
    let mut actors: Vec<usize> = Vec::new();
    if neither || behind {
        let first = words.iter().position(|w| w == "neither").unwrap_or(0);
        actors.extend(
            persons
                .iter()
                .filter(|(_, m)| m.tokens.start >= first && (!behind || m.tokens.start >= cue))
                .filter_map(|(index, _)| cast.actor[*index]),
        );
    } else {
        let before: Vec<_> = persons.iter().filter(|(_, m)| m.tokens.end <= cue + 1).collect();
        let mut end = None;
        for (index, mention) in before.iter().rev() {
            let joined = end.is_none_or(|start: usize| {
                words[mention.tokens.end..start].iter().all(|w| matches!(w.as_str(), "," | "and"))
            });
            if !joined {
                break;
            }
            end = Some(mention.tokens.start);
            actors.extend(cast.actor[*index]);
        }
    }
    actors.dedup();
    actors
}

/// The held meeting told last before the sentence, else the first one told behind it, a few sentences
/// away at most; where the sentence itself tells one, that.
pub(super) fn nearest<'m>(
    meetings: &'m mut [FoundMeeting],
    text: &Text<'_>,
    clock: &Clock<'_>,
    sentence: usize,
) -> Option<&'m mut FoundMeeting> {
    const REACH: usize = 8;
    if let Some(index) = scene::scene(meetings, text, clock, sentence) {
        return meetings.get_mut(index);
    }
    let range = &text.sentences[sentence].range;
    let held = |meeting: &FoundMeeting| meeting.status == MeetingStatus::Held;
    let distance = |meeting: &FoundMeeting| {
        let told = meeting.evidence.iter().map(|told| {
            let at = text.sentences.partition_point(|s| s.range.start < told.start);
            if told == range {
                0
            } else if at <= sentence {
                2 * (sentence - at)
            } else {
                2 * (at - sentence) + 1
            }
        });
        told.min().unwrap_or(usize::MAX)
    };
    let index = (0..meetings.len())
        .filter(|&i| held(&meetings[i]) && distance(&meetings[i]) <= 2 * REACH)
        .min_by_key(|&i| (distance(&meetings[i]), std::cmp::Reverse(meetings[i].evidence.len())))?;
    meetings.get_mut(index)
}
