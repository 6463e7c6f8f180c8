//! Journeys to come: who holds an office and is to go to another country is expected there by its state.
//!
//! Reads verbs of travel with a traveller and a destination, and finds no meeting told by a word of its own.
//! Invariant: a journey that was made tells of no meeting, nor does one home, one of a private person, or one to
//! where organisations have their seats, for whom it leads to nobody knows.

use rapporteur_schema::{ActorKind, Attendance, Country, MeetingStatus, Role};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::frame;
use super::modality::{self, Reading};
use super::party::Room;
use super::{Clock, FoundMeeting, Participant};
use crate::cast::ActorNumber;
use crate::gazetteer;
use crate::mention::MentionKind;

/// Verbs of travel with the prepositions before where it leads to; "" is for an object.
const TRAVEL: &[(&str, &[&str])] = &[
    ("go", &["to"]),
    ("travel", &["to"]),
    ("fly", &["to", "into"]),
    ("head", &["to", "for"]),
    ("journey", &["to"]),
    ("return", &["to"]),
    ("proceed", &["to"]),
    ("come", &["to"]),
    ("move", &["to"]),
    ("continue", &["to"]),
    ("leave", &["for"]),
    ("depart", &["for"]),
    ("set", &["for"]),
    ("arrive", &["in", "at"]),
    ("land", &["in", "at"]),
    ("stop", &["in"]),
    ("call", &["at", "in"]),
    ("visit", &[""]),
    ("tour", &[""]),
    ("due", &["in", "at"]),
    ("expect", &["in", "at"]),
    ("carry", &["to"]),
    ("take", &["to"]),
];

/// Cities where organisations sit to whom a traveller may go.
const SEATS: &[&str] = &[
    "New York",
    "Geneva",
    "Brussels",
    "Vienna",
    "The Hague",
    "Hague",
    "Strasbourg",
    "Luxembourg",
    "Nairobi",
    "Addis Ababa",
];

/// What one travels for that is no matter of the state.
const PRIVATE: &[&str] = &[
    "treatment",
    "medical",
    "hospital",
    "surgery",
    "operation",
    "court",
    "trial",
    "prison",
    "exile",
    "holiday",
    "holidays",
    "vacation",
    "honeymoon",
    "wedding",
    "final",
    "match",
    "race",
    "concert",
    "teach",
    "lecture",
    "study",
    "studies",
    "retire",
    "retirement",
    "convalesce",
    "rest",
    "pilgrimage",
    "museum",
    "qualifier",
];

/// Reads the journeys to come of a sentence that tells of no meeting with the traveller.
pub(super) fn journeys(room: &Room<'_>, told: &[&FoundMeeting], clock: &Clock<'_>) -> Vec<FoundMeeting> {
    let parse = &room.text.sentences[room.sentence].parse;
    let mut found: Vec<FoundMeeting> = Vec::new();
    for verb in 0..parse.len() {
        let Some(&(_, cases)) = TRAVEL.iter().find(|(lemma, _)| *lemma == parse.tokens[verb].lemma) else {
            continue;
        };
        // "is due in Lima": the tree may take the words for a preposition of Lima.
        let stands = parse.tokens[verb].relation == Relation::Case;
        let acts = parse.head(verb).filter(|_| stands).unwrap_or(verb);
        let private = room.words[verb..].iter().any(|word| PRIVATE.contains(&word.to_lowercase().as_str()));
        let Some(traveller) = traveller(room, parse, acts).filter(|_| !private) else { continue };
        let known =
            told.iter().copied().chain(&found).any(|meeting| {
                meeting.gathering || meeting.participants.iter().any(|p| p.actor == traveller)
            });
        if known {
            continue;
        }
        let when = (clock.when)(room.sentence, verb);
        let to_come = clock.is_to_come(when.as_ref());
        let Some(status) = status(room, parse, verb, acts, to_come) else { continue };
        if when.is_some() && !to_come {
            continue;
        }
        for (place, country) in destinations(room, parse, verb, cases, traveller) {
            found.push(meeting(room, traveller, status, when.clone(), place, country));
        }
    }
    for meeting in &found {
        room.text.trace.kept(room.sentence, "meeting/journey", || {
            let who: Vec<&str> =
                meeting.participants.iter().map(|p| room.cast.members[p.actor].name.as_str()).collect();
            format!("{:?}: [{}]", meeting.status, who.join(", "))
        });
    }
    found
}

/// Who travels: one who holds an office.
fn traveller(room: &Room<'_>, parse: &Parse, verb: usize) -> Option<ActorNumber> {
    let subjects = frame::acting(parse, verb);
    let [subject] = subjects[..] else { return None };
    let &[actor] = frame::referent(room, parse, subject).as_slice() else { return None };
    let member = &room.cast.members[actor];
    let holds = |held: &String| {
        let words: Vec<&str> = held.split(' ').collect();
        gazetteer::office(&words).is_none_or(|office| !office.is_past)
    };
    // An ambassador who leaves for home or a new post is expected by nobody.
    let leaves = matches!(parse.tokens[verb].lemma.as_str(), "leave" | "depart" | "return");
    let posted = leaves && member.offices.iter().any(|office| office.ends_with("ambassador"));
    (member.kind == ActorKind::Person && member.offices.iter().any(holds) && !posted).then_some(actor)
}

/// Whether the journey is to come; `dated` tells that its day is.
fn status(room: &Room<'_>, parse: &Parse, verb: usize, acts: usize, dated: bool) -> Option<MeetingStatus> {
    let token = &parse.tokens[verb];
    if parse.negated(verb) {
        return None;
    }
    let auxiliary = |words: &[&str]| parse.auxiliaries(verb).any(|at| words.contains(&room.words[at]));
    let present = auxiliary(&["is", "are", "'s", "’s"]);
    match token.lemma.as_str() {
        "due" => {
            let copula = parse.children(acts).any(|at| matches!(room.words[at], "is" | "are" | "'s" | "’s"));
            return copula.then_some(MeetingStatus::Planned);
        }
        "expect" => return (present && parse.is_passive(verb)).then_some(MeetingStatus::Planned),
        _ => {}
    }
    if token.upos != Upos::Verb || parse.is_passive(verb) {
        return None;
    }
    // "He said that he would travel to Lima": he has said so of what is to come.
    let told = parse.head(verb).is_some_and(|head| parse.tokens[head].tag == FineTag::Vbd);
    if auxiliary(&["will", "'ll", "’ll", "shall"]) || auxiliary(&["would"]) && told {
        return Some(MeetingStatus::Planned);
    }
    // "is reported to be flying to Moscow"
    let flying = token.tag == FineTag::Vbg && auxiliary(&["be"]);
    if flying && matches!(token.relation, Relation::OpenComplement) {
        return Some(MeetingStatus::Planned);
    }
    let now = matches!(token.tag, FineTag::Vbz | FineTag::Vbp) || token.tag == FineTag::Vbg && present;
    if now {
        return dated.then_some(MeetingStatus::Planned);
    }
    match modality::modality(parse, room.words, verb) {
        Reading::Status(status @ (MeetingStatus::Planned | MeetingStatus::Proposed)) => Some(status),
        _ => None,
    }
}

/// Where the journey leads: the places, with the country of each, that are not the traveller's own.
fn destinations(
    room: &Room<'_>,
    parse: &Parse,
    verb: usize,
    cases: &[&str],
    traveller: ActorNumber,
) -> Vec<(usize, Country)> {
    let heads: Vec<usize> = if parse.tokens[verb].relation == Relation::Case {
        parse.head(verb).into_iter().collect()
    } else if cases == [""] {
        parse.objects(verb).collect()
    } else {
        let led = |&at: &usize| {
            parse.case(at).is_some_and(|case| cases.contains(&room.words[case].to_lowercase().as_str()))
        };
        parse.obliques(verb).filter(led).collect()
    };
    let all = heads.iter().flat_map(|&head| std::iter::once(head).chain(parse.conjuncts(head)));
    let place = |at: usize| {
        let (number, mention) = room.cast.mention_at(room.sentence, at)?;
        let is_place = matches!(mention.kind, MentionKind::City | MentionKind::State);
        let seat = SEATS.contains(&mention.name(room.text));
        let country = mention.country.filter(|_| is_place && !seat)?;
        (room.cast.members[traveller].country != Some(country)).then_some((number, country))
    };
    all.filter_map(place).collect()
}

fn meeting(
    room: &Room<'_>,
    traveller: ActorNumber,
    status: MeetingStatus,
    when: Option<rapporteur_schema::Edtf>,
    place: usize,
    country: Country,
) -> FoundMeeting {
    let evidence = room.text.sentences[room.sentence].range.clone();
    let seat = |actor: ActorNumber| Participant {
        actor,
        attendance: Attendance::Expected,
        role: Role::Participant,
        evidence: evidence.clone(),
    };
    let participants = std::iter::once(traveller).chain(room.cast.state(country)).map(seat).collect();
    FoundMeeting {
        status,
        when_said: when.is_some(),
        when,
        places: vec![place],
        place_said: true,
        participants,
        noun: Some("visit".to_owned()),
        ..FoundMeeting::told(room.text, room.sentence)
    }
}
