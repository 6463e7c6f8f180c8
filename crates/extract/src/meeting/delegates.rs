//! Who speaks at the conference that a text is about: the ministers and envoys of three countries and more whom it
//! quotes from there, without a word on where they sat.
//!
//! Finds no meetings. Invariant: nobody is seated of whom a sentence says that they spoke elsewhere, and nobody
//! at all unless those who speak are of three countries.

use std::collections::BTreeSet;

use rapporteur_schema::{ActorKind, Attendance, Medium, Role};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use self::words::{DOES, ELSEWHERE};
use super::attendance::Away;
use super::party::Room;
use super::{Clock, FoundMeeting, Voice, principal, scene};
use crate::cast::{ActorNumber, Cast};
use crate::gazetteer::{self, OfficeClass};
use crate::mention::MentionKind;
use crate::text::Text;

mod words;

pub(super) use words::{CONFERENCES, SPEAKS};

/// Of how many countries those must be who speak.
const COUNTRIES: usize = 3;

/// Seats those who speak at the conference that the text is about.
pub(super) fn seats(
    rooms: &[Room<'_>],
    clock: &Clock<'_>,
    voices: &[Voice],
    away: &[Vec<Away>],
    meetings: &mut Vec<FoundMeeting>,
) {
    let before = meetings.len();
    let Some(index) = conference(rooms, clock, meetings) else { return };
    if !take_seats(rooms, clock, voices, away, index, meetings) {
        // A noun alone, of which nobody is told.
        meetings.truncate(before);
    }
}

/// Seats those who speak there; false where they are of too few countries to be a conference.
fn take_seats(
    rooms: &[Room<'_>],
    clock: &Clock<'_>,
    voices: &[Voice],
    away: &[Vec<Away>],
    index: usize,
    meetings: &mut [FoundMeeting],
) -> bool {
    let Some(&Room { text, cast, .. }) = rooms.first() else { return false };
    let told = scene::Told::new(text, meetings);
    let mut found: Vec<(ActorNumber, usize)> = Vec::new();
    for room in rooms {
        let passage = (clock.passage)(room.sentence);
        let same_time = match (&meetings[index].when, &passage) {
            (Some(when), Some(passage)) => {
                when.overlaps(passage) || clock.is_recent(Some(when)) && clock.is_recent(Some(passage))
            }
            _ => true,
        };
        // "They will meet again in Tripoli, X says": what is told of another place may be said anywhere.
        let name = |at: &usize| room.cast.mentions[*at].name(room.text);
        let here = |place: &usize| meetings[index].places.iter().any(|own| name(own) == name(place));
        let of_another = told
            .at(room.sentence)
            .iter()
            .any(|&at| at != index && meetings[at].places.iter().any(|place| !here(place)));
        if same_time && !of_another {
            let quoted = quoted(room, voices);
            let spoken = speakers(room, quoted, &meetings[index]);
            found.extend(spoken.into_iter().map(|actor| (actor, room.sentence)));
        }
    }
    // Where only its states are told, those who speak for them.
    if is_of_states(cast, &meetings[index]) {
        let states = meetings[index].participants.iter().map(|p| cast.members[p.actor].country);
        let states: BTreeSet<_> = states.collect();
        found.retain(|&(actor, _)| states.contains(&cast.members[actor].country));
        let speak: BTreeSet<_> = found.iter().map(|&(actor, _)| cast.members[actor].country).collect();
        if speak.len() < COUNTRIES {
            return false;
        }
    }
    let known = meetings[index].present().map(|p| p.actor);
    let actors = known.chain(found.iter().map(|&(actor, _)| actor));
    let countries: BTreeSet<_> = actors.filter_map(|actor| cast.members[actor].country).collect();
    if countries.len() < COUNTRIES {
        return false;
    }
    // Who is said to have stayed away speaks from elsewhere.
    let missing = away.iter().flatten().flat_map(|away| away.actors.iter().copied());
    let missing: BTreeSet<ActorNumber> = rooms.iter().flat_map(uninvited).chain(missing).collect();
    for (actor, sentence) in found.into_iter().filter(|(actor, _)| !missing.contains(actor)) {
        let text = rooms[sentence].text;
        text.trace.kept(sentence, "meeting/delegates", || {
            format!("{} speaks at the conference that the text is about", cast.members[actor].name)
        });
        let evidence = text.sentences[sentence].range.clone();
        scene::seat(cast, &mut meetings[index], actor, Attendance::Attended, Role::Participant, &evidence);
    }
    true
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
fn conference(rooms: &[Room<'_>], clock: &Clock<'_>, meetings: &mut Vec<FoundMeeting>) -> Option<usize> {
    let cast = rooms.first()?.cast;
    // What is held by ministers of many countries is a conference, whatever it is called.
    let many = |meeting: &FoundMeeting| {
        let persons = meeting
            .participants
            .iter()
            .filter(|p| !p.attendance.is_away() && cast.members[p.actor].kind == ActorKind::Person);
        persons.filter_map(|p| cast.members[p.actor].country).collect::<BTreeSet<_>>().len() > COUNTRIES
    };
    principal::gathering(rooms, clock, meetings, |meeting| {
        many(meeting)
            || is_of_states(cast, meeting)
            || is_of_body(cast, meeting)
            || meeting.noun.as_deref().is_some_and(|noun| CONFERENCES.contains(&noun))
    })
}

/// "The ministers of Peru, Chile and Bolivia met in Riga": of whom the states are told, and few or none by name.
fn is_of_states(cast: &Cast, meeting: &FoundMeeting) -> bool {
    let there = || meeting.present().map(|p| &cast.members[p.actor]);
    let of_kind = |kind: ActorKind| there().filter(move |member| member.kind == kind);
    let states: BTreeSet<_> = of_kind(ActorKind::State).filter_map(|member| member.country).collect();
    meeting.medium == Medium::InPerson
        && meeting.place_said
        && states.len() >= COUNTRIES
        && of_kind(ActorKind::Person).count() < COUNTRIES
        && of_kind(ActorKind::Person).all(|member| member.country.is_some_and(|own| states.contains(&own)))
}

/// "The Baltic Council met in Riga"
fn is_of_body(cast: &Cast, meeting: &FoundMeeting) -> bool {
    let [body] = meeting.participants.as_slice() else { return false };
    let member = &cast.members[body.actor];
    meeting.medium == Medium::InPerson
        && meeting.place_said
        && member.kind == ActorKind::Organization
        && !member.is_outlet
}

/// Whether a sentence says of what is told that it was somewhere else.
pub(super) fn is_elsewhere(room: &Room<'_>) -> bool {
    let parse = &room.text.sentences[room.sentence].parse;
    // "a letter in which the President, who had stayed at home, placed a battalion": of another's doings.
    let of_another = |at: usize| {
        parse.tokens[at].relation == Relation::RelativeClause
            || parse.ancestors(at).any(|above| parse.tokens[above].relation == Relation::RelativeClause)
    };
    let read_out = |at: usize| parse.head(at).is_some_and(|verb| parse.tokens[verb].lemma == "read");
    let lower = room.text.lower(room.sentence);
    (0..parse.len()).any(|at| ELSEWHERE.contains(&lower[at].as_str()) && !of_another(at) && !read_out(at))
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
    // "read out a letter from his President"
    let reads_out = |at: usize| {
        let letter = |object: usize| {
            matches!(
                parse.tokens[object].lemma.as_str(),
                "letter" | "statement" | "message" | "speech" | "text"
            )
        };
        parse.tokens[at].lemma == "read" && parse.objects(at).any(letter)
    };
    let does = |at: usize| {
        const NEAR: usize = 6;
        let behind = || room.words[at + 1..].iter().take(NEAR);
        DOES.iter().any(|(verb, near)| {
            *verb == parse.tokens[at].lemma && (near.is_empty() || behind().any(|word| near.contains(word)))
        })
    };
    let speaks = |at: usize| {
        let token = &parse.tokens[at];
        // Of a verb that the tagger takes for a participle the subject shows that it is none.
        // "He has just walked out"
        let mut auxiliaries = parse.auxiliaries(at).map(|auxiliary| room.words[auxiliary]);
        let perfect = auxiliaries.all(|word| matches!(word, "has" | "have"));
        let finite = matches!(token.tag, FineTag::Vbd | FineTag::Vbz)
            || token.tag == FineTag::Vbn
                && perfect
                && parse.children_by(at, Relation::Subject).next().is_some();
        // "said to be unwell", "called off"
        let other = || matches!(room.words.get(at + 1), Some(&("to" | "off" | "out")));
        let says = SPEAKS.contains(&token.lemma.as_str()) && !other();
        token.upos == Upos::Verb && finite && (says || reads_out(at) || does(at)) && !parse.negated(at)
    };
    let away = room.cast.in_sentence(room.sentence).any(|(index, mention)| {
        let at = mention.tokens.start.checked_sub(1).map_or("", |at| room.words[at]);
        let marked = matches!(at, "in" | "In" | "from" | "From" | "at" | "At");
        let kind = matches!(mention.kind, MentionKind::City | MentionKind::Seat | MentionKind::State);
        // Where the soldiers died of whom somebody spoke is another place.
        let head = mention
            .tokens
            .clone()
            .find_map(|at| parse.head(at).filter(|head| !mention.tokens.contains(head)));
        let of_speech = head.is_none_or(|head| speaks(head) || parse.head(head).is_some_and(&speaks));
        // "From Kuala Lumpur the minister took back a sentence"
        let opens = mention.tokens.start == 1 && at == "From";
        kind && marked && (of_speech || opens) && !here(index)
    });
    if away {
        return Vec::new();
    }
    let subjects = (0..parse.len())
        .filter(|&at| speaks(at))
        .flat_map(|at| parse.subjects(at).collect::<Vec<_>>())
        .chain(has_the_floor(parse, room.words));
    // "Ada Obi (Chad): «...»"
    let labelled = room.cast.in_label(room.sentence).filter(|(_, m)| m.kind == MentionKind::Person);
    let labelled = labelled.filter_map(|(index, _)| room.cast.actor[index]);
    let mut found: Vec<ActorNumber> =
        subjects.flat_map(|subject| room.actors(subject)).chain(quoted).chain(labelled).collect();
    found.retain(|&actor| is_delegate(room.cast, actor) || stands_for_state(room.text, room.cast, actor));
    found
}

/// Who is told to have the floor without a verb of their own: "the last to speak was X", "gave the floor to X",
/// "a text offered by X".
fn has_the_floor(parse: &Parse, words: &[&str]) -> Vec<usize> {
    const OFFERED: &[&str] =
        &["offer", "propose", "table", "draft", "prepare", "introduce", "read", "present"];
    let floor = words.iter().position(|word| *word == "floor");
    let given = floor.into_iter().flat_map(|floor| {
        let verb = parse
            .head(floor)
            .filter(|&verb| matches!(parse.tokens[verb].lemma.as_str(), "give" | "pass" | "offer" | "yield"));
        let behind = verb.into_iter().flat_map(move |verb| parse.children(verb).chain(parse.children(floor)));
        behind.filter(|&to| parse.case(to).is_some_and(|case| words[case].eq_ignore_ascii_case("to")))
    });
    let offered = (0..parse.len())
        .filter(|&at| {
            OFFERED.contains(&parse.tokens[at].lemma.as_str()) && parse.tokens[at].tag == FineTag::Vbn
        })
        .flat_map(|at| parse.children_by(at, Relation::ObliqueAgent));
    let speaker = words
        .windows(2)
        .position(|two| two == ["to", "speak"])
        .or_else(|| words.iter().position(|word| matches!(*word, "speakers" | "speaker")));
    let was = speaker.and_then(|from| (from..words.len()).find(|&at| matches!(words[at], "was" | "were")));
    let behind = was.into_iter().flat_map(|was| was + 1..(was + 3).min(words.len()));
    given.chain(offered).chain(behind).collect()
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
    let holds = |held: &String| {
        let words: Vec<&str> = held.split(' ').collect();
        gazetteer::office(&words).filter(|office| !office.is_past).is_some_and(|office| match office.class {
            OfficeClass::HeadOfState
            | OfficeClass::VicePresident
            | OfficeClass::HeadOfGovernment
            | OfficeClass::DeputyHeadOfGovernment
            | OfficeClass::ForeignMinister
            | OfficeClass::Minister
            | OfficeClass::Envoy
            | OfficeClass::Royal => member.country.is_some(),
            // Who serves many states is of none.
            OfficeClass::InternationalOfficial => true,
            _ => false,
        })
    };
    member.kind == ActorKind::Person && member.offices.iter().any(holds)
}

/// Whether a person is named by nothing but a state: "Chad's Adoum Idriss", "Mr Roy Lund, of New Zealand".
fn stands_for_state(text: &Text<'_>, cast: &Cast, actor: ActorNumber) -> bool {
    let member = &cast.members[actor];
    let named = |&at: &usize| {
        let mention = &cast.mentions[at];
        let words = mention.words(text);
        let near = || cast.of(mention.sentence).filter(|(_, m)| m.in_label == mention.in_label);
        // "Chad's", and "Oslo's" where it speaks for Norway.
        let is_state = |start: usize, end: usize| {
            let speaks = |kind| matches!(kind, MentionKind::State | MentionKind::City | MentionKind::Seat);
            near().any(|(_, m)| speaks(m.kind) && m.tokens.start <= start && m.tokens.end == end)
        };
        let before = mention.tokens.start;
        let owned = before > 1
            && matches!(words[before - 1], "'s" | "’s" | "'" | "’")
            && is_state(before - 2, before - 1);
        let end = mention.tokens.end;
        let comma = usize::from(words.get(end) == Some(&","));
        let state_at =
            |start: usize| near().any(|(_, m)| m.kind == MentionKind::State && m.tokens.start == start);
        let of = words.get(end + comma) == Some(&"of") && state_at(end + comma + 1)
            // "Ada Obi (Chad)"
            || words.get(end) == Some(&"(") && state_at(end + 1);
        mention.kind == MentionKind::Person && (owned || of)
    };
    member.kind == ActorKind::Person
        && member.country.is_some()
        && member.offices.is_empty()
        && member.mentions.iter().any(named)
}
