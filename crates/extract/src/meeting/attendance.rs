//! Who stayed away: "neither X nor Y were there", "X declined an invitation", "sent his deputy",
//! "X was absent", "misses the talks". The absence goes to the meeting the words point to.
//!
//! [`away`] reads one sentence by its tree; [`absences`] finds the meetings. Invariant: who stays away from what is to
//! come is missed at no meeting that was held.

use jiff::civil::Date;
use rapporteur_schema::{ActorKind, Attendance, Edtf, Medium, MeetingStatus, Role};
use rapporteur_syntax::{FineTag, Parse, Upos};

use self::reader::Reader;
use super::party::Room;
use super::{Clock, FoundMeeting, Participant, scene, trigger};
use crate::cast::ActorNumber;
use crate::mention::{Mention, MentionKind};
use crate::text::Text;

mod deed;
mod kept;
mod noun;
mod reader;
mod shun;
mod state;
mod substitute;
mod without;
mod words;

/// Words that say of somebody that they stayed away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// Who, none where they have no name.
    pub actors: Vec<ActorNumber>,
    /// Whether they were absent, or declined to come.
    pub attendance: Attendance,
    /// The token that says it.
    pub at: usize,
}

/// Whether a deed is only asked of somebody: "I call on the Government to refuse the invitation".
fn is_urged(parse: &Parse, verb: usize) -> bool {
    const ASKS: &[&str] =
        &["call", "urge", "ask", "tell", "advise", "beg", "order", "press", "want", "appeal", "request"];
    let to = parse.children(verb).any(|child| parse.tokens[child].tag == FineTag::To);
    // "He asked to be excused": of himself.
    let of_another = |head: usize| parse.objects(head).chain(parse.obliques(head)).any(|whom| whom < verb);
    to && parse
        .head(verb)
        .is_some_and(|head| ASKS.contains(&parse.tokens[head].lemma.as_str()) && of_another(head))
}

/// Who stayed away, as a sentence tells it.
pub fn away(room: &Room<'_>) -> Vec<Away> {
    if room.words.last() == Some(&"?") {
        return Vec::new();
    }
    let mut reader = Reader::new(room);
    for at in 0..reader.parse.len() {
        if matches!(reader.parse.tokens[at].upos, Upos::Verb | Upos::Auxiliary | Upos::Adjective) {
            reader.declining(at);
            reader.coming(at);
            reader.once_expected(at);
            reader.stopping_short(at);
            reader.staying(at);
            reader.kept(at);
            reader.replaced(at);
            reader.sends(at);
            reader.stays_put(at);
            reader.leaving(at);
        }
        reader.being(at);
        reader.noun(at);
        reader.seat(at);
        reader.stead(at);
        reader.left_out(at);
        reader.but_not(at);
        reader.elided(at);
        reader.likewise(at);
    }
    let parse = reader.parse;
    let urged = |away: &Away| {
        is_urged(parse, away.at) || parse.head(away.at).is_some_and(|verb| is_urged(parse, verb))
    };
    reader.found.retain(|away| !urged(away));
    reader.found
}

/// Puts those who stayed away, by sentence, beside those who came.
pub fn absences(rooms: &[Room<'_>], told: &[Vec<Away>], clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    for (room, told) in rooms.iter().zip(told) {
        let Room { text, cast, sentence, .. } = *room;
        let each = told.iter().flat_map(|away| away.actors.iter().map(move |&actor| (actor, away)));
        for (actor, &Away { attendance, at, .. }) in each {
            let meeting = missed(room, at, clock, meetings);
            text.trace.kept(sentence, "meeting/attendance", || {
                let name = &cast.members[actor].name;
                let from = meeting.map_or_else(
                    || "no meeting that the text tells".to_owned(),
                    |meeting| format!("the meeting of sentence {}", meetings[meeting].sentence + 1),
                );
                format!("{name} was not there ({attendance:?}, {from})")
            });
            let Some(meeting) = meeting.and_then(|meeting| meetings.get_mut(meeting)) else { continue };
            let evidence = text.sentences[sentence].range.clone();
            let absence = Participant { actor, attendance, role: Role::Participant, evidence };
            match meeting.participants.iter_mut().find(|p| p.actor == actor) {
                Some(known) => *known = absence,
                None => meeting.participants.push(absence),
            }
        }
    }
}

/// Whether somebody did not go to another town than that of the meeting, or stayed in that of the meeting.
fn is_elsewhere(room: &Room<'_>, at: usize, stays: bool, meeting: &FoundMeeting) -> bool {
    const GOES: &[&str] = &["go", "come", "travel", "fly", "arrive", "reach"];
    let Room { text, cast, sentence, words, .. } = *room;
    let parse = &text.sentences[sentence].parse;
    if !stays && !GOES.contains(&parse.tokens[at].lemma.as_str()) {
        return false;
    }
    let town = |mention: &Mention| matches!(mention.kind, MentionKind::City | MentionKind::Seat);
    let named = |mention: &Mention| {
        text.words(mention.sentence).get(mention.name.clone()).map(|words| words.join(" "))
    };
    let of = |token: usize| cast.mention_at(sentence, token).map(|(_, mention)| mention);
    let own = parse.children(at).filter(|&child| parse.case(child).is_some()).find_map(of);
    // "As for Reykjavik, I am not going there"
    let there = || {
        let there = words.iter().skip(at + 1).take(2).any(|word| *word == "there");
        there.then(|| (0..at).rev().filter_map(of).find(|&before| town(before))).flatten()
    };
    let Some(own) = own.filter(|&own| town(own)).or_else(there).filter(|&own| town(own)) else {
        return false;
    };
    let mut theirs =
        meeting.places.iter().map(|&place| &cast.mentions[place]).filter(|&place| town(place)).peekable();
    theirs.peek().is_some() && theirs.any(|place| named(place) == named(own)) == stays
}

/// Whether two dates are not of one week: the day told beside an absence may be the one on which it was announced.
fn is_far(one: &Edtf, other: &Edtf) -> bool {
    const NEAR: i32 = 10;
    let gap = |from: Date, to: Date| to.since(from).is_ok_and(|span| span.get_days() > NEAR);
    gap(one.last_day(), other.first_day()) || gap(other.last_day(), one.first_day())
}

/// The meeting that the words at a token say somebody missed.
fn missed(room: &Room<'_>, at: usize, clock: &Clock<'_>, meetings: &[FoundMeeting]) -> Option<usize> {
    let Room { text, cast, sentence, .. } = *room;
    if clock.is_to_come((clock.when)(sentence, at).as_ref()) {
        return None;
    }
    let range = &text.sentences[sentence].range;
    let told_here = |meeting: &FoundMeeting| meeting.evidence.contains(range);
    // "The encounter was dropped, the minister having remained in Abuja": that he missed, and not the talks before it.
    let stays = matches!(text.sentences[sentence].parse.tokens[at].lemma.as_str(), "stay" | "remain");
    // "Pulled out of a meeting with him": of theirs, which was not held.
    let of_two = |meeting: &FoundMeeting| {
        let persons = meeting.participants.iter().map(|p| cast.members[p.actor].kind);
        persons.filter(|&kind| kind == ActorKind::Person).count() > 1
    };
    let mut here = meetings.iter().filter(|meeting| told_here(meeting) && (stays || of_two(meeting)));
    let unheld = here
        .clone()
        .all(|meeting| matches!(meeting.status, MeetingStatus::Cancelled | MeetingStatus::Denied));
    if here.next().is_some() && unheld {
        return None;
    }
    let nearest = nearest(meetings, text, clock, sentence, false)?;
    // "In July he was to have come": to another than the one in June.
    let other_day = (clock.when)(sentence, at)
        .zip(meetings[nearest].when.as_ref())
        .is_some_and(|(said, when)| is_far(&said, when));
    if other_day && !told_here(&meetings[nearest]) {
        return None;
    }
    // From a call nobody stays away whom the words do not name beside it.
    if meetings[nearest].medium == Medium::Phone && !told_here(&meetings[nearest]) {
        return None;
    }
    // "As for Reykjavik, I have no intention of going there": it was elsewhere that they met.
    if !told_here(&meetings[nearest]) && is_elsewhere(room, at, stays, &meetings[nearest]) {
        return None;
    }
    // "Declined an invitation to the banquet": who was in the talks before it nobody says.
    const BEHIND: usize = 9;
    let behind = || room.words.iter().skip(at).take(BEHIND);
    let social = behind().any(|word| words::SOCIAL.contains(word))
        && !behind().any(|word| trigger::is_gathering(&word.to_lowercase()));
    let is_social = |noun: &String| words::SOCIAL.contains(&noun.as_str());
    let fits =
        !social || told_here(&meetings[nearest]) || meetings[nearest].noun.as_ref().is_some_and(is_social);
    fits.then_some(nearest)
}

/// The held meeting told last before the sentence, else the first one told behind it, a few sentences
/// away at most; where the sentence itself tells one, that. The gathering that the text tells most is meant though it be
/// told only behind where one looks ahead.
pub(super) fn nearest(
    meetings: &[FoundMeeting],
    text: &Text<'_>,
    clock: &Clock<'_>,
    sentence: usize,
    looks_ahead: bool,
) -> Option<usize> {
    const REACH: usize = 8;
    let range = &text.sentences[sentence].range;
    let told_before =
        |meeting: &FoundMeeting| looks_ahead || meeting.evidence.iter().any(|told| told.start <= range.start);
    let scene = scene::scene(meetings, text, clock, sentence);
    let is_scene = |index: &usize| super::is_told(&meetings[*index]) && told_before(&meetings[*index]);
    if let Some(index) = scene.filter(is_scene) {
        return Some(index);
    }
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
    let near = (0..meetings.len())
        .filter(|&i| {
            held(&meetings[i]) && super::is_told(&meetings[i]) && distance(&meetings[i]) <= 2 * REACH
        })
        .min_by_key(|&i| {
            let meeting = &meetings[i];
            // Who is said to be missing is missing from what was told; else from what is about to be.
            (!told_before(meeting), distance(meeting), std::cmp::Reverse(meeting.evidence.len()))
        });
    near.or(scene)
}
