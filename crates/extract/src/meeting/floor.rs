//! Who has the floor in a record of proceedings: "MARIA SEABRA (Brazil) said", "NORWAY supported the text",
//! "Nigeria and Malawi abstained". Each is seated, with the state, in the session that the text records.
//!
//! Reads one sentence at a time; finds no meeting but the session of a record that names none. Invariant: unless those
//! who have the floor are of three countries it is no record of proceedings, and nobody is seated.

use std::collections::BTreeSet;

use rapporteur_schema::{ActorKind, Attendance, Role};
use rapporteur_syntax::{FineTag, Upos};

use super::delegates::{self, SPEAKS};
use super::party::Room;
use super::{Clock, FoundMeeting, scene};
use crate::cast::ActorNumber;
use crate::mention::MentionKind;
use crate::mention::capitals::is_all_upper;

/// In how many sentences such a record says of what it is one.
const HEAD: usize = 12;
/// Of how many countries those must be who have the floor.
const COUNTRIES: usize = 3;
/// What nobody does but in a session, by lemma, and the words one of which must follow near.
const FLOOR: &[(&str, &[&str])] = &[
    ("abstain", &[]),
    ("pledge", &[]),
    ("vote", &["against", "for", "favour", "favor", "with"]),
    ("second", &["motion", "proposal", "amendment", "resolution"]),
    ("speak", &["favour", "favor", "against"]),
    ("take", &["floor"]),
    ("table", &["motion", "amendment", "amendments", "draft", "text", "resolution"]),
    ("move", &["amendment", "adjournment", "resolution"]),
    (
        "support",
        &["proposal", "motion", "amendment", "resolution", "text", "draft", "extension", "statement"],
    ),
    ("oppose", &["proposal", "motion", "amendment", "resolution", "text", "draft", "extension"]),
];
/// What a delegation does with words, besides what a delegate does.
const SAYS: &[&str] = &[
    "support",
    "prefer",
    "pledge",
    "express",
    "note",
    "recall",
    "stress",
    "suggest",
    "request",
    "threaten",
    "favour",
    "favor",
    "caution",
    "thank",
    "regret",
    "question",
    "agree",
    "disagree",
    "highlight",
    "emphasise",
    "emphasize",
    "underline",
    "underscore",
    "observe",
    "maintain",
    "introduce",
    "query",
    "reserve",
    "endorse",
    "echo",
    "affirm",
    "interject",
    "enquire",
    "inquire",
    "remark",
    "contend",
    "deplore",
    "recall",
    "consider",
];

/// One who has the floor, and whether only a record of proceedings puts it so.
struct Speaker {
    actor: ActorNumber,
    sentence: usize,
    /// Whether it is in the manner of such a record: a name with its state behind it, a shouted state.
    listed: bool,
}

/// Seats those who have the floor in the session that the text records.
pub(super) fn seats(rooms: &[Room<'_>], clock: &Clock<'_>, meetings: &mut Vec<FoundMeeting>) {
    let Some(Room { text, cast, .. }) = rooms.first().copied() else { return };
    let mut found: Vec<Speaker> = Vec::new();
    for room in rooms {
        found.extend(speakers(room));
    }
    let countries = |listed: bool| -> usize {
        let counted = found.iter().filter(|speaker| speaker.listed || !listed);
        counted.filter_map(|speaker| cast.members[speaker.actor].country).collect::<BTreeSet<_>>().len()
    };
    let (recorded, spoken) = (countries(true) >= COUNTRIES, countries(false) >= COUNTRIES);
    let told = scene::told_first(text, HEAD, meetings, |_| true);
    let Some(index) = told.or_else(|| {
        // A record that says of no session what it is one of is of one all the same.
        let first = found.iter().find(|speaker| speaker.listed).filter(|_| recorded)?;
        meetings.push(session(&rooms[first.sentence], clock));
        Some(meetings.len() - 1)
    }) else {
        return;
    };
    for speaker in found.iter().filter(|speaker| if speaker.listed { recorded } else { spoken || recorded }) {
        text.trace.kept(speaker.sentence, "meeting/floor", || {
            format!("{} has the floor in the session that the text records", cast.members[speaker.actor].name)
        });
        let evidence = text.sentences[speaker.sentence].range.clone();
        let meeting = &mut meetings[index];
        scene::seat(cast, meeting, speaker.actor, Attendance::Attended, Role::Participant, &evidence);
    }
}

/// The session of a record of proceedings, of which the sentence of its first speaker tells first: of the day and
/// the place in the head, and of the body that is named there.
fn session(room: &Room<'_>, clock: &Clock<'_>) -> FoundMeeting {
    let Room { text, cast, sentence, .. } = *room;
    let head = || cast.mentions.iter().enumerate().filter(|(_, m)| m.sentence <= sentence.min(2));
    let place = head().find(|(_, m)| m.kind == MentionKind::City && m.tokens.start == 0).map(|(at, _)| at);
    let when = (clock.passage)(sentence);
    FoundMeeting {
        when_said: when.is_some(),
        when,
        place_said: place.is_some(),
        places: place.into_iter().collect(),
        noun: Some("session".to_owned()),
        gathering: true,
        ..FoundMeeting::told(text, sentence)
    }
}

/// Those who have the floor in a sentence.
fn speakers(room: &Room<'_>) -> Vec<Speaker> {
    let Room { text, cast, sentence, words, agents, .. } = *room;
    let parse = &text.sentences[sentence].parse;
    let mut found: Vec<Speaker> = Vec::new();
    if words.last() == Some(&"?") || delegates::is_elsewhere(room) {
        return found;
    }
    let mut add = |actor: ActorNumber, listed: bool| found.push(Speaker { actor, sentence, listed });
    let finite = |at: usize| {
        let token = &parse.tokens[at];
        token.upos == Upos::Verb && matches!(token.tag, FineTag::Vbd | FineTag::Vbz) && !parse.negated(at)
    };
    let says = |at: usize| {
        let lemma = parse.tokens[at].lemma.as_str();
        finite(at) && (SPEAKS.contains(&lemma) || SAYS.contains(&lemma))
    };
    // "MARIA SEABRA (Brazil), speaking before the vote, said", "that was not so, Mr. Lund (Denmark) interjected"
    for pair in agents.windows(2) {
        let [speaker, state] = pair else { continue };
        let listed = cast.members[speaker.actor].kind == ActorKind::Person
            && state.kind == MentionKind::State
            && words.get(speaker.tokens.end) == Some(&"(")
            && state.tokens.start == speaker.tokens.end + 1
            && words.get(state.tokens.end) == Some(&")");
        let opens = || speaker.tokens.start <= 2 && (state.tokens.end..parse.len()).any(says);
        let acts = || {
            let mut verbs = (0..parse.len()).filter(|&at| says(at));
            verbs.any(|at| super::frame::acting(parse, at).into_iter().any(|by| speaker.tokens.contains(&by)))
        };
        if listed && (opens() || acts()) {
            add(speaker.actor, true);
            add(state.actor, true);
        }
    }
    // "JAPAN pledged eight million, and SWITZERLAND said that it would match them"; but no shouted headline.
    let small = words.iter().any(|word| word.len() > 2 && !word.chars().any(char::is_uppercase));
    for at in (0..parse.len()).filter(|&at| finite(at)) {
        let lemma = parse.tokens[at].lemma.as_str();
        let floor = FLOOR.iter().any(|(verb, near)| {
            const NEAR: usize = 6;
            *verb == lemma
                && (near.is_empty()
                    || words[at + 1..]
                        .iter()
                        .take(NEAR)
                        .any(|word| near.contains(&word.to_lowercase().as_str())))
        });
        if !floor && !says(at) {
            continue;
        }
        let subjects: Vec<ActorNumber> =
            super::frame::acting(parse, at).into_iter().flat_map(|subject| room.actors(subject)).collect();
        for actor in subjects {
            let shouted = agents.iter().any(|agent| {
                agent.actor == actor
                    && matches!(agent.kind, MentionKind::State | MentionKind::Organization)
                    && words[agent.tokens.clone()].iter().all(|word| is_all_upper(word))
            });
            let delegation = cast.members[actor].kind != ActorKind::Unnamed;
            if shouted && small {
                add(actor, true);
            } else if floor && delegation {
                add(actor, false);
            }
        }
    }
    found
}
