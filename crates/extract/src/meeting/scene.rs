//! Who was there, told apart from the meeting: "X chaired", "facing her sat Y", "Z walked out",
//! "Burma sent W". Each goes to the gathering that the passage is about.
//!
//! Reads verbs of taking part and their subjects; finds no meetings itself. Invariant: only a
//! gathering that took place gains a participant here, and no one who is said to have stayed away.

use std::ops::Range;

use rapporteur_schema::{ActorKind, Attendance, Medium, MeetingStatus, Role};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::modality::{self, Reading};
use super::party::Room;
use super::{Clock, FoundMeeting, Participant};
use crate::agent::{self, Focus};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::{BlockKind, Text};

/// How many sentences back the meeting that a passage tells of is looked for.
const REACH: usize = 6;
/// How many tokens behind its verb a word that completes it may stand.
const NEAR: usize = 6;

/// Verbs of taking part, by lemma; the words one of which must follow near, none where the verb is
/// enough; and as what the subject takes part.
const VERBS: &[(&str, &[&str], Role)] = &[
    ("chair", &[], Role::Chair),
    ("co-chair", &[], Role::Chair),
    ("preside", &[], Role::Chair),
    ("take", &["chair"], Role::Chair),
    ("mediate", &[], Role::Mediator),
    ("facilitate", &["talks", "negotiations", "session", "round"], Role::Mediator),
    ("take", &["part", "seat", "floor", "place"], Role::Participant),
    ("participate", &[], Role::Participant),
    ("attend", &[], Role::Participant),
    ("walk", &["out"], Role::Participant),
    ("storm", &["out"], Role::Participant),
    (
        "sit",
        &["opposite", "beside", "facing", "through", "next", "alongside", "across", "table", "flanked"],
        Role::Participant,
    ),
    ("flank", &[], Role::Participant),
    ("face", &["table"], Role::Participant),
    ("tell", GATHERING, Role::Participant),
    ("address", GATHERING, Role::Participant),
    ("brief", GATHERING, Role::Participant),
    ("open", GATHERING, Role::Participant),
    ("close", GATHERING, Role::Participant),
    ("leave", &["talks", "room", "table", "hall", "session", "chamber", "meeting"], Role::Participant),
    ("join", &["talks", "table", "session", "negotiations", "round"], Role::Participant),
    ("look", &["on"], Role::Participant),
    ("shake", &["hands"], Role::Participant),
    ("put", &["names"], Role::Participant),
    ("welcome", &["sides", "delegations", "delegates", "participants", "parties"], Role::Host),
    ("stand", &["in"], Role::Participant),
    ("lead", &["delegation", "team", "side"], Role::HeadOfDelegation),
    ("head", &["delegation", "team", "side"], Role::HeadOfDelegation),
];
const GATHERING: &[&str] = &[
    "talks",
    "conference",
    "meeting",
    "session",
    "summit",
    "plenary",
    "council",
    "assembly",
    "delegates",
    "delegations",
    "negotiations",
    "forum",
    "round",
    "congress",
];
/// Where someone is who is there.
const THERE: &[(&str, &str)] =
    &[("in", "room"), ("at", "table"), ("in", "attendance"), ("in", "hall"), ("around", "table")];

/// Gives the gatherings those whom the text seats in them.
pub fn seats(text: &Text<'_>, cast: &Cast, clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    for sentence in 0..text.sentences.len() {
        if matches!(text.block_of(sentence).kind, BlockKind::Title | BlockKind::Heading) {
            continue;
        }
        let words = text.words(sentence);
        if words.last() == Some(&"?") {
            continue;
        }
        let agents = agent::agents(text, cast, sentence, &Focus::default());
        let room = Room { text, cast, sentence, words: &words, agents: &agents };
        let seated = seated(&room);
        if seated.is_empty() {
            continue;
        }
        let Some(scene) = scene(meetings, text, clock, sentence) else { continue };
        let evidence = text.sentences[sentence].range.clone();
        for (actor, attendance, role) in seated {
            seat(cast, &mut meetings[scene], actor, attendance, role, &evidence);
        }
    }
}

/// Puts an actor into a meeting, unless the text says more of them there already.
pub(super) fn seat(
    cast: &Cast,
    meeting: &mut FoundMeeting,
    actor: ActorNumber,
    attendance: Attendance,
    role: Role,
    evidence: &Range<usize>,
) {
    if cast.members.get(actor).is_none_or(|member| member.is_outlet || member.kind == ActorKind::Unnamed) {
        return;
    }
    match meeting.participants.iter_mut().find(|p| p.actor == actor) {
        Some(known) if known.attendance == Attendance::Attended && known.role == Role::Participant => {
            if attendance == Attendance::Attended {
                known.role = role;
            }
        }
        Some(_) => {}
        None => {
            meeting.participants.push(Participant { actor, attendance, role, evidence: evidence.clone() })
        }
    }
}

/// Whether the meeting is a gathering that took place, whose participants may be named anywhere.
pub(super) fn is_open(meeting: &FoundMeeting) -> bool {
    meeting.gathering && meeting.status.took_place()
}

/// The gathering that a sentence's passage is about: the one it tells, the one told last before it
/// in reach, else the one the text tells most; of another day than the passage's, none.
pub(super) fn scene(
    meetings: &[FoundMeeting],
    text: &Text<'_>,
    clock: &Clock<'_>,
    sentence: usize,
) -> Option<usize> {
    let gatherings = || (0..meetings.len()).filter(|&index| is_open(&meetings[index]));
    // Where the text has no gathering, a meeting of three or more may gain others.
    let many = |index: &usize| {
        let meeting = &meetings[*index];
        meeting.status.took_place() && meeting.medium == Medium::InPerson && meeting.participants.len() >= 3
    };
    let most = gatherings()
        .max_by_key(|&index| (meetings[index].evidence.len(), usize::MAX - index))
        .or_else(|| (0..meetings.len()).find(many))?;
    let open = || (0..meetings.len()).filter(|&index| is_open(&meetings[index]) || index == most);
    let block = text.sentences[sentence].block;
    // How far from the sentence it is told; forward within the paragraph only.
    let distance = |meeting: &FoundMeeting| {
        let told = meeting
            .evidence
            .iter()
            .map(|range| text.sentences.partition_point(|other| other.range.start < range.start));
        let near =
            told.filter(|&at| at <= sentence || text.sentences.get(at).is_some_and(|s| s.block == block));
        near.map(|at| at.abs_diff(sentence)).min().filter(|&distance| distance <= REACH)
    };
    let passage = (clock.passage)(sentence);
    let same_day = |meeting: &FoundMeeting| {
        meeting.when.as_ref().zip(passage.as_ref()).is_some_and(|(when, passage)| when.overlaps(passage))
    };
    let near = open().filter_map(|index| distance(&meetings[index]).map(|distance| (distance, index)));
    let near = near
        .filter(|&(distance, index)| distance == 0 || same_day(&meetings[index]) || index == most)
        .min_by_key(|&(distance, index)| (distance, usize::MAX - meetings[index].evidence.len()));
    let fits = same_day(&meetings[most])
        || meetings[most].when.is_none()
        || passage.is_none()
        || clock.is_recent(meetings[most].when.as_ref()) && clock.is_recent(passage.as_ref());
    near.map(|(_, index)| index).or_else(|| fits.then_some(most))
}

/// Those whom a sentence seats, with whether they came and as what.
fn seated(room: &Room<'_>) -> Vec<(ActorNumber, Attendance, Role)> {
    let parse = &room.text.sentences[room.sentence].parse;
    let lower: Vec<String> = room.words.iter().map(|w| w.to_lowercase()).collect();
    let mut found: Vec<(ActorNumber, Attendance, Role)> = Vec::new();
    for at in 0..parse.len() {
        if parse.tokens[at].upos == Upos::Verb {
            verb(room, parse, &lower, at, &mut found);
        }
        let there = THERE.iter().any(|(before, noun)| {
            lower[at] == *noun && lower[at.saturating_sub(2)..at].iter().any(|w| w == before)
        });
        if there || lower[at] == "present" && parse.tokens[at].upos == Upos::Adjective {
            being_there(room, parse, &lower, at, &mut found);
        }
        office(room, parse, &lower, at, &mut found);
    }
    inverted(room, parse, &lower, &mut found);
    with(room, &lower, &mut found);
    found
}

/// "with X in the chair", "with Y as host", "with Z among them".
fn with(room: &Room<'_>, lower: &[String], found: &mut Vec<(ActorNumber, Attendance, Role)>) {
    const FAR: usize = 22;
    for at in (0..lower.len()).filter(|&at| lower[at] == "with") {
        let end = (at + FAR).min(lower.len());
        let place = (at + 2..end).find_map(|stop| {
            let rest = &lower[stop..];
            let role = match (
                rest.first()?.as_str(),
                rest.get(1).map(String::as_str),
                rest.get(2).map(String::as_str),
            ) {
                ("in", Some("the"), Some("chair"))
                | ("presiding", ..)
                | ("as", Some("chair" | "chairman"), _) => Role::Chair,
                ("as", Some("host"), _) => Role::Host,
                ("as", Some("observer" | "observers"), _) => Role::Observer,
                ("as", Some("mediator"), _) => Role::Mediator,
                ("among", Some("them" | "those"), _)
                | ("at", Some("her" | "his"), Some("side"))
                | ("present", ..)
                | ("next" | "close", Some("to"), Some("him" | "her" | "them")) => Role::Participant,
                _ => return None,
            };
            Some((stop, role))
        });
        let Some((stop, role)) = place else { continue };
        for agent in room.agents.iter().filter(|agent| (at + 1..stop).contains(&agent.tokens.start)) {
            if room.cast.members[agent.actor].kind == ActorKind::Person {
                add(found, vec![agent.actor], role);
            }
        }
        // "... and Y, as host": a second one behind the first.
        if let Some(second) = (stop..lower.len().saturating_sub(1))
            .find(|&next| lower[next] == "as" && lower[next + 1] == "host")
        {
            let near =
                room.agents.iter().rfind(|agent| agent.tokens.end <= second && agent.tokens.start >= stop);
            add(found, near.map(|agent| agent.actor).into_iter().collect(), Role::Host);
        }
    }
}

/// "Facing her sits X; flanking Y are Z and W": all persons of a clause that begins with where they sit.
fn inverted(
    room: &Room<'_>,
    parse: &Parse,
    lower: &[String],
    found: &mut Vec<(ActorNumber, Attendance, Role)>,
) {
    let mut start = 0;
    while start < lower.len() {
        let end = (start..lower.len()).find(|&at| lower[at] == ";").unwrap_or(lower.len());
        let begins = lower[start..end].iter().take(2).position(|word| {
            matches!(
                word.as_str(),
                "facing"
                    | "flanking"
                    | "leading"
                    | "opposite"
                    | "beside"
                    | "representing"
                    | "joining"
                    | "sitting"
                    | "seated"
                    | "presiding"
                    | "chairing"
            )
        });
        if let Some(first) = begins.map(|offset| start + offset)
            && (first..end).any(|at| {
                matches!(lower[at].as_str(), "is" | "are" | "was" | "were" | "sits" | "sit" | "sat")
            })
            && !(first..end).any(|at| parse.negated(at))
        {
            let role = match lower[first].as_str() {
                "presiding" | "chairing" => Role::Chair,
                "leading" => Role::HeadOfDelegation,
                _ => Role::Participant,
            };
            for agent in room.agents.iter().filter(|agent| (start..end).contains(&agent.tokens.start)) {
                if room.cast.members[agent.actor].kind == ActorKind::Person {
                    add(found, vec![agent.actor], role);
                }
            }
        }
        start = end + 1;
    }
}

fn verb(
    room: &Room<'_>,
    parse: &Parse,
    lower: &[String],
    at: usize,
    found: &mut Vec<(ActorNumber, Attendance, Role)>,
) {
    let lemma = parse.tokens[at].lemma.as_str();
    let near = |words: &[&str]| {
        words.is_empty() || lower[at + 1..].iter().take(NEAR).any(|w| words.contains(&w.as_str()))
    };
    let did = || {
        matches!(
            modality::modality(parse, room.words, at),
            Reading::Silent | Reading::Status(MeetingStatus::Held)
        ) && !parse.negated(at)
    };
    if lemma == "send" && did() {
        sent(room, parse, lower, at, found);
        return;
    }
    if lemma == "represent" && did() {
        represented(room, parse, at, found);
        return;
    }
    // "His place was taken by X".
    let place_taken = || {
        parse.is_passive(at)
            && lower[..at].iter().rev().take(4).any(|w| matches!(w.as_str(), "place" | "seat" | "chair"))
    };
    let led = || {
        parse.is_passive(at)
            && lower[..at].iter().rev().take(4).any(|w| matches!(w.as_str(), "delegation" | "team" | "side"))
    };
    let role = VERBS
        .iter()
        .find(|(verb, words, _)| *verb == lemma && near(words))
        .map(|(.., role)| *role)
        .or_else(|| (lemma == "take" && place_taken()).then_some(Role::Participant))
        .or_else(|| (matches!(lemma, "lead" | "head") && led()).then_some(Role::HeadOfDelegation));
    let Some(role) = role else { return };
    if !did() {
        return;
    }
    if parse.is_passive(at) {
        // "attended by X", "chaired by X", "the delegation was headed by X".
        let by = parse.children(at).filter(|&child| {
            parse.tokens[child].relation == Relation::ObliqueAgent
                || parse.case(child).is_some_and(|case| lower[case] == "by")
        });
        let by: Vec<usize> = by.collect();
        for agent in by {
            add(found, room.actors(agent), role);
        }
        elided(room, lower, at, role, found);
        return;
    }
    let own: Vec<usize> = parse.subjects(at).collect();
    let subjects = if own.is_empty() { parse.understood_subject(at).into_iter().collect() } else { own };
    for subject in subjects {
        add(found, room.actors(subject), role);
    }
    // "with X presiding", "the delegates X, sitting opposite Y": the noun that the clause modifies.
    if matches!(parse.tokens[at].relation, Relation::AdnominalClause | Relation::RelativeClause)
        && parse
            .subjects(at)
            .next()
            .is_none_or(|subject| matches!(lower[subject].as_str(), "who" | "which" | "that"))
        && let Some(head) = parse.head(at)
    {
        add(found, room.actors(head), role);
    }
    if matches!(lemma, "sit" | "flank" | "face") {
        let beside = parse.objects(at).chain(parse.children(at).filter(|&child| {
            parse.case(child).is_some_and(|case| {
                matches!(lower[case].as_str(), "opposite" | "beside" | "facing" | "alongside" | "to")
            })
        }));
        let beside: Vec<usize> = beside.collect();
        for other in beside {
            add(found, room.actors(other), Role::Participant);
        }
    }
}

/// "Indonesia's delegation was headed by X, Ghana's by Y": those behind the possessives that follow.
fn elided(
    room: &Room<'_>,
    lower: &[String],
    verb: usize,
    role: Role,
    found: &mut Vec<(ActorNumber, Attendance, Role)>,
) {
    for at in verb + 1..lower.len().saturating_sub(1) {
        if matches!(lower[at].as_str(), "'s" | "’s") && lower[at + 1] == "by" {
            let next = room.agents.iter().find(|agent| {
                agent.tokens.end > at + 2 && room.cast.members[agent.actor].kind == ActorKind::Person
            });
            add(found, next.map(|agent| agent.actor).into_iter().collect(), role);
        }
    }
}

/// "Burma sent General Ne Win": he came for it; "Yeltsin sent his prime minister": and Yeltsin did not.
fn sent(
    room: &Room<'_>,
    parse: &Parse,
    lower: &[String],
    at: usize,
    found: &mut Vec<(ActorNumber, Attendance, Role)>,
) {
    let persons: Vec<ActorNumber> = parse
        .objects(at)
        .flat_map(|object| room.actors(object))
        .filter(|&actor| room.cast.members[actor].kind == ActorKind::Person)
        .collect();
    let object_is_nobody = parse.objects(at).any(|object| {
        matches!(lower[object].as_str(), "nobody" | "none" | "one") || lower[object].starts_with("no-")
    });
    let office = parse.objects(at).any(|object| {
        room.cast
            .mention_at(room.sentence, object)
            .is_some_and(|(_, m)| matches!(m.kind, MentionKind::Described | MentionKind::Person))
    });
    let subjects: Vec<ActorNumber> = parse.subjects(at).flat_map(|subject| room.actors(subject)).collect();
    for actor in subjects {
        let person = room.cast.members[actor].kind == ActorKind::Person;
        if object_is_nobody || person && office {
            found.push((actor, Attendance::Absent, Role::Participant));
        } else if !person && !persons.is_empty() {
            found.push((actor, Attendance::Attended, Role::Participant));
        }
    }
    add(found, persons, Role::Participant);
}

/// "Ceylon was represented by Mrs. Bandaranaike", "X represented Y".
fn represented(room: &Room<'_>, parse: &Parse, at: usize, found: &mut Vec<(ActorNumber, Attendance, Role)>) {
    let passive = parse.is_passive(at);
    let subjects: Vec<ActorNumber> = parse.subjects(at).flat_map(|subject| room.actors(subject)).collect();
    let by: Vec<ActorNumber> = parse
        .children(at)
        .filter(|&child| parse.case(child).is_some_and(|case| room.words[case].eq_ignore_ascii_case("by")))
        .flat_map(|agent| room.actors(agent))
        .collect();
    let is_person = |actor: &ActorNumber| room.cast.members[*actor].kind == ActorKind::Person;
    if passive {
        let (absent, sides): (Vec<_>, Vec<_>) = subjects.into_iter().partition(is_person);
        if !by.is_empty() {
            found.extend(absent.into_iter().map(|actor| (actor, Attendance::Absent, Role::Participant)));
        }
        add(found, sides, Role::Participant);
        add(found, by, Role::Delegate);
    } else {
        let objects: Vec<ActorNumber> = parse.objects(at).flat_map(|object| room.actors(object)).collect();
        if !objects.is_empty() && !objects.iter().any(is_person) {
            add(found, subjects, Role::Delegate);
            add(found, objects, Role::Participant);
        }
    }
}

/// "X and Y were in the room as observers", "Also at the table was Z"; "not at the table" is away.
fn being_there(
    room: &Room<'_>,
    parse: &Parse,
    lower: &[String],
    at: usize,
    found: &mut Vec<(ActorNumber, Attendance, Role)>,
) {
    let head =
        [Some(at), parse.head(at)].into_iter().flatten().find(|&head| parse.subjects(head).next().is_some());
    let be =
        lower.iter().any(|w| matches!(w.as_str(), "was" | "were" | "is" | "are" | "sat" | "sits" | "sit"));
    let Some(head) = head.filter(|_| be) else { return };
    // "He would have been at the table": he was not, and nobody says that he stayed away.
    if lower[..at].iter().any(|w| matches!(w.as_str(), "would" | "could" | "should" | "might")) {
        return;
    }
    let negated = parse.negated(head) || parse.negated(at) || lower.iter().any(|w| w == "neither");
    if matches!(modality::modality(parse, room.words, head), Reading::Status(status) if status != MeetingStatus::Held)
    {
        return;
    }
    let role = if lower.iter().any(|w| w.starts_with("observer")) {
        Role::Observer
    } else if lower.iter().any(|w| w == "mediator") {
        Role::Mediator
    } else {
        Role::Participant
    };
    let attendance = if negated { Attendance::Absent } else { Attendance::Attended };
    for actor in parse.subjects(head).flat_map(|subject| room.actors(subject)) {
        if !found.iter().any(|(known, ..)| *known == actor) {
            found.push((actor, attendance, role));
        }
    }
}

/// "chairman of the 13-nation conference", "Conference president X": the office is a seat.
fn office(
    room: &Room<'_>,
    parse: &Parse,
    lower: &[String],
    at: usize,
    found: &mut Vec<(ActorNumber, Attendance, Role)>,
) {
    let role = match lower[at].as_str() {
        "chairman" | "chairwoman" | "chair" | "co-chair" | "co-chairman" | "president" | "chairperson" => {
            Role::Chair
        }
        "mediator" | "facilitator" => Role::Mediator,
        "host" | "hostess" => Role::Host,
        _ => return,
    };
    let of_gathering = lower.get(at + 1).is_some_and(|w| w == "of")
        && lower[at + 1..].iter().take(5).any(|w| GATHERING.contains(&w.as_str()))
        || at > 0 && matches!(lower[at - 1].as_str(), "conference" | "summit" | "session" | "talks")
        || matches!(lower[at].as_str(), "host" | "hostess")
            && at > 0
            && lower[at - 1] == "the"
            && parse.children_by(at, Relation::Apposition).next().is_some();
    if !of_gathering {
        return;
    }
    let holder = room
        .agents
        .iter()
        .find(|agent| {
            agent.tokens.contains(&at)
                || agent.tokens.start == at + 1
                || agent.tokens.start == at + 2 && lower[at + 1] == ","
        })
        .map(|agent| agent.actor)
        .or_else(|| {
            (parse.tokens[at].relation == Relation::Apposition)
                .then(|| parse.head(at).map(|head| room.actors(head)))
                .flatten()
                .and_then(|actors| actors.first().copied())
        })
        .or_else(|| parse.children_by(at, Relation::Apposition).flat_map(|child| room.actors(child)).next());
    if let Some(actor) = holder {
        add(found, vec![actor], role);
    }
}

fn add(found: &mut Vec<(ActorNumber, Attendance, Role)>, actors: Vec<ActorNumber>, role: Role) {
    for actor in actors {
        if !found.iter().any(|(known, ..)| *known == actor) {
            found.push((actor, Attendance::Attended, role));
        }
    }
}
