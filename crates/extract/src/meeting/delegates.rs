//! Who speaks at the conference that a text is about: the ministers and envoys of three countries and more whom it
//! quotes from there, without a word on where they sat.
//!
//! Finds no meetings. Invariant: nobody is seated of whom a sentence says that they spoke elsewhere, and nobody
//! at all unless those who speak are of three countries.

use std::collections::BTreeSet;

use rapporteur_schema::{ActorKind, Attendance, Role};
use rapporteur_syntax::{FineTag, Upos};

use super::party::Room;
use super::{Clock, FoundMeeting, Voice, scene};
use crate::cast::{ActorNumber, Cast};
use crate::gazetteer::{self, OfficeClass};
use crate::mention::MentionKind;
use crate::text::Text;

/// In how many sentences a text says what it is about.
const HEAD: usize = 5;
/// Of how many countries those must be who speak.
const COUNTRIES: usize = 3;
/// What is held by many; talks and meetings may be of two, of whom others speak elsewhere.
const CONFERENCES: &[&str] = &[
    "conference",
    "forum",
    "congress",
    "assembly",
    "ministerial",
    "plenary",
    "retreat",
    "summit",
    "session",
    "council",
];
/// Verbs of what delegates do with words.
pub(super) const SPEAKS: &[&str] = &[
    "say", "tell", "warn", "add", "argue", "urge", "insist", "call", "demand", "reply", "declare", "propose",
    "complain", "object", "joke", "concede", "promise", "announce", "oppose", "reject", "accuse", "appeal",
    "press", "offer", "protest", "speak", "welcome", "answer", "ask", "describe", "state", "shout", "retort",
];
/// Words that say it was not said there.
const ELSEWHERE: &[&str] = &[
    "telephone",
    "phone",
    "statement",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "television",
    "radio",
    "parliament",
    "wrote",
    "tweeted",
    "posted",
    "video",
    "letter",
    "interview",
    "newspaper",
    "cable",
    "yesterday's",
    "absent",
    "absence",
    "home",
    "capital",
    "embassy",
];

/// Seats those who speak at the conference that the text is about.
pub(super) fn seats(rooms: &[Room<'_>], clock: &Clock<'_>, voices: &[Voice], meetings: &mut [FoundMeeting]) {
    let Some(index) = conference(rooms, meetings) else { return };
    let mut found: Vec<(ActorNumber, usize)> = Vec::new();
    for room in rooms {
        let passage = (clock.passage)(room.sentence);
        let same_time = match (&meetings[index].when, &passage) {
            (Some(when), Some(passage)) => {
                when.overlaps(passage) || clock.is_recent(Some(when)) && clock.is_recent(Some(passage))
            }
            _ => true,
        };
        if same_time {
            let quoted = quoted(room, voices);
            let spoken = speakers(room, quoted, &meetings[index]);
            found.extend(spoken.into_iter().map(|actor| (actor, room.sentence)));
        }
    }
    let Some(cast) = rooms.first().map(|room| room.cast) else { return };
    let known = meetings[index].participants.iter().filter(|p| !p.attendance.is_away()).map(|p| p.actor);
    let actors = known.chain(found.iter().map(|&(actor, _)| actor));
    let countries: BTreeSet<_> = actors.filter_map(|actor| cast.members[actor].country).collect();
    if countries.len() < COUNTRIES {
        return;
    }
    let uninvited: Vec<ActorNumber> = rooms.iter().flat_map(uninvited).collect();
    for (actor, sentence) in found.into_iter().filter(|(actor, _)| !uninvited.contains(actor)) {
        let text = rooms[sentence].text;
        text.trace.kept(sentence, "meeting/delegates", || {
            format!("{} speaks at the conference that the text is about", cast.members[actor].name)
        });
        let evidence = text.sentences[sentence].range.clone();
        scene::seat(cast, &mut meetings[index], actor, Attendance::Attended, Role::Participant, &evidence);
    }
}

/// Of whom a sentence says that they were not asked to come: "the envoy, who was not invited to the sessions".
fn uninvited(room: &Room<'_>) -> Vec<ActorNumber> {
    let cue = room
        .words
        .windows(2)
        .position(|two| matches!(two, ["not", "invited"]))
        .or_else(|| room.words.windows(3).position(|three| matches!(three, ["not", "been", "invited"])));
    let before = room.agents.iter().filter(|agent| cue.is_some_and(|cue| agent.tokens.end <= cue));
    before.map(|agent| agent.actor).collect()
}

/// The conference that the head of the text tells of.
fn conference(rooms: &[Room<'_>], meetings: &[FoundMeeting]) -> Option<usize> {
    let cast = rooms.first()?.cast;
    // What is held by ministers of many countries is a conference, whatever it is called.
    let many = |meeting: &FoundMeeting| {
        let persons = meeting
            .participants
            .iter()
            .filter(|p| !p.attendance.is_away() && cast.members[p.actor].kind == ActorKind::Person);
        persons.filter_map(|p| cast.members[p.actor].country).collect::<BTreeSet<_>>().len() > COUNTRIES
    };
    scene::told_first(rooms.first()?.text, HEAD, meetings, |meeting| {
        many(meeting) || meeting.noun.as_deref().is_some_and(|noun| CONFERENCES.contains(&noun))
    })
}

/// Whether a sentence says of what is told that it was somewhere else.
pub(super) fn is_elsewhere(room: &Room<'_>) -> bool {
    room.words.iter().any(|word| ELSEWHERE.contains(&word.to_lowercase().as_str()))
}

/// The ministers and envoys who are told to speak in a sentence, and not elsewhere.
fn speakers(room: &Room<'_>, quoted: Vec<ActorNumber>, meeting: &FoundMeeting) -> Vec<ActorNumber> {
    let parse = &room.text.sentences[room.sentence].parse;
    if is_elsewhere(room) {
        return Vec::new();
    }
    // "said in Moscow": a place that is none of the conference's.
    let here = |index: usize| {
        meeting.places.iter().any(|&place| {
            let (one, other) = (&room.cast.mentions[place], &room.cast.mentions[index]);
            one.name(room.text) == other.name(room.text)
        })
    };
    let away = room.cast.in_sentence(room.sentence).any(|(index, mention)| {
        let at = mention.tokens.start.checked_sub(1).map_or("", |at| room.words[at]);
        mention.kind.is_place() && matches!(at, "in" | "In" | "from" | "at" | "At") && !here(index)
    });
    if away {
        return Vec::new();
    }
    let speaks = |at: usize| {
        let token = &parse.tokens[at];
        token.upos == Upos::Verb
            && matches!(token.tag, FineTag::Vbd | FineTag::Vbz)
            && SPEAKS.contains(&token.lemma.as_str())
            && !parse.negated(at)
            // "said to be unwell", "called off"
            && !matches!(room.words.get(at + 1), Some(&("to" | "off" | "out")))
    };
    let subjects =
        (0..parse.len()).filter(|&at| speaks(at)).flat_map(|at| parse.subjects(at).collect::<Vec<_>>());
    let mut found: Vec<ActorNumber> =
        subjects.flat_map(|subject| room.actors(subject)).chain(quoted).collect();
    found.retain(|&actor| is_delegate(room.cast, actor) || stands_for_state(room.text, room.cast, actor));
    found
}

/// Whose words a sentence quotes, who may be hard to find for the tree.
fn quoted(room: &Room<'_>, voices: &[Voice]) -> Vec<ActorNumber> {
    let range = &room.text.sentences[room.sentence].range;
    let named = |actor: ActorNumber| room.agents.iter().any(|agent| agent.actor == actor);
    voices
        .iter()
        .filter(|(words, _)| range.contains(&words.start))
        .map(|&(_, actor)| actor)
        .filter(|&actor| named(actor))
        .collect()
}

/// Whether somebody holds an office in which one goes to conferences.
fn is_delegate(cast: &Cast, actor: ActorNumber) -> bool {
    let member = &cast.members[actor];
    let office = |held: &String| {
        let words: Vec<&str> = held.split(' ').collect();
        gazetteer::office(&words).is_some_and(|office| {
            !office.is_past
                && matches!(
                    office.class,
                    OfficeClass::HeadOfState
                        | OfficeClass::VicePresident
                        | OfficeClass::HeadOfGovernment
                        | OfficeClass::DeputyHeadOfGovernment
                        | OfficeClass::ForeignMinister
                        | OfficeClass::Minister
                        | OfficeClass::Envoy
                        | OfficeClass::Royal
                )
        })
    };
    member.kind == ActorKind::Person && member.country.is_some() && member.offices.iter().any(office)
}

/// Whether a person is named by nothing but a state: "Chad's Adoum Idriss", "Mr Roy Lund, of New Zealand".
fn stands_for_state(text: &Text<'_>, cast: &Cast, actor: ActorNumber) -> bool {
    let member = &cast.members[actor];
    let named = |&at: &usize| {
        let mention = &cast.mentions[at];
        let words = text.words(mention.sentence);
        let is_state = |start: usize, end: usize| {
            cast.in_sentence(mention.sentence)
                .any(|(_, m)| m.kind == MentionKind::State && m.tokens.start <= start && m.tokens.end == end)
        };
        let before = mention.tokens.start;
        let owned = before > 1
            && matches!(words[before - 1], "'s" | "’s" | "'" | "’")
            && is_state(before - 2, before - 1);
        let end = mention.tokens.end;
        let comma = usize::from(words.get(end) == Some(&","));
        let of = words.get(end + comma) == Some(&"of")
            && cast
                .in_sentence(mention.sentence)
                .any(|(_, m)| m.kind == MentionKind::State && m.tokens.start == end + comma + 1);
        mention.kind == MentionKind::Person && (owned || of)
    };
    member.kind == ActorKind::Person
        && member.country.is_some()
        && member.offices.is_empty()
        && member.mentions.iter().any(named)
}
