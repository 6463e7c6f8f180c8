//! Many tellings, one meeting: joins candidates that agree in who, where and when.
//!
//! Invariant: two tellings whose own words name different days, cities or media are two meetings.

use std::ops::Range;

use rapporteur_schema::{ActorKind, Attendance, Edtf, Medium, MeetingStatus, Role};

use super::{FoundMeeting, Inherits, Participant, body, ordinal, scene, sides};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::{BlockKind, Text};

/// In how many sentences a record says of which meeting it is one.
const HEAD: usize = 4;

/// Joins the candidates of a text, in order; those that only point back ("the talks") add their
/// evidence to the meeting they point to, or are dropped.
pub fn merge(text: &Text<'_>, cast: &Cast, candidates: Vec<FoundMeeting>) -> Vec<FoundMeeting> {
    let mut meetings: Vec<FoundMeeting> = Vec::new();
    // "They spoke with X" may be the call or the meeting told elsewhere: it comes when both are known.
    // And a headline that names nobody waits for the story below it.
    let waits = |candidate: &FoundMeeting| {
        let headline =
            matches!(text.block_of(candidate.sentence).kind, BlockKind::Title | BlockKind::Heading);
        candidate.medium == Medium::Unknown
            || headline && candidate.participants.len() < 2 && !is_numbered(text, candidate)
    };
    let sides = sides::sides(text, cast, &candidates);
    if let Some([one, other]) = sides {
        text.trace.kept(0, "meeting/sides", || {
            format!("the text is about {} and {}", cast.members[one].name, cast.members[other].name)
        });
    }
    let (unknown, known): (Vec<_>, Vec<_>) = candidates.into_iter().partition(waits);
    for mut candidate in known.into_iter().chain(unknown) {
        let few = candidate.participants.len() < 2;
        // "Leaders wind up Entebbe summit": a headline leaves out the article.
        let headline =
            matches!(text.block_of(candidate.sentence).kind, BlockKind::Title | BlockKind::Heading);
        candidate.definite |= headline && candidate.noun.is_some() && scene::is_open(&candidate);
        if few && matches!(candidate.inherits, Inherits::Everybody(_)) {
            inherit(cast, &meetings, &mut candidate);
        }
        // "Third meeting", above the part that tells of it.
        if headline && candidate.participants.is_empty() && !candidate.when_said && !candidate.place_said {
            let section = text.block_of(candidate.sentence).section;
            let own = meetings.iter_mut().find(|meeting| {
                class(meeting.status) == class(candidate.status)
                    && meeting.sentence > candidate.sentence
                    && text.block_of(meeting.sentence).section == section
            });
            if let Some(own) = own.filter(|_| section > 0) {
                join(own, candidate);
                continue;
            }
        }
        let find = |candidate: &FoundMeeting| {
            let scored =
                meetings.iter().enumerate().map(|(index, m)| (agreement(text, cast, m, candidate), index));
            scored.filter(|(score, _)| *score > 0).max()
        };
        let mut found = find(&candidate);
        if found.is_none() && candidate.participants.len() < 2 {
            // "The next assembly is to be held in Accra": of the body that has just sat, not of two that its session was about.
            let body = body::of_many(cast, &meetings).filter(|_| is_next(&candidate));
            let sits = body.is_some();
            take_seats(&mut candidate, body);
            // "the talks" of which nothing was told before; later a bare pointer is no new meeting.
            let own =
                !candidate.definite || meetings.is_empty() || candidate.place_said || candidate.when_said;
            if own && !sits {
                company(&mut candidate);
            }
            if candidate.participants.len() < 2 && candidate.inherits != Inherits::Nothing && !sits {
                inherit(cast, &meetings, &mut candidate);
            }
            if candidate.participants.is_empty() && is_of_sides(&candidate) {
                take_seats(&mut candidate, sides.into_iter().flatten());
            }
            found = find(&candidate);
        }
        let enough = is_enough(&candidate, &meetings);
        match found {
            Some((_, index)) => {
                text.trace.kept(candidate.sentence, "meeting/merge", || {
                    format!("it is the meeting first told in sentence {}", meetings[index].sentence + 1)
                });
                // "Oman sees light after third round": whom a headline names alone may only have a view of it.
                if headline && candidate.noun.is_some() && candidate.participants.len() == 1 {
                    candidate.participants.clear();
                }
                join(&mut meetings[index], candidate);
            }
            None if enough => meetings.push(candidate),
            None => text.trace.dropped(candidate.sentence, "meeting/merge", || {
                "it names too little to be a meeting of its own, and fits none told before".to_owned()
            }),
        }
    }
    absorb(text, cast, meetings)
}

/// Whether a telling that is none of the meetings told before is one of its own.
fn is_enough(candidate: &FoundMeeting, meetings: &[FoundMeeting]) -> bool {
    let (count, placed) = (candidate.participants.len(), candidate.place_said);
    // "The meeting called by the premier for Monday in Baidoa did not take place": with whom it would have been.
    let undone = candidate.status == MeetingStatus::Cancelled && candidate.when_said;
    let one = count >= 1 && placed && (!candidate.definite || undone);
    // "The group will next meet in Yaoundé on 5 December": place or day make it a plan.
    let plan = matches!(candidate.status, MeetingStatus::Planned | MeetingStatus::Proposed)
        && (candidate.gathering || candidate.inherits != Inherits::Nothing)
        && (placed || candidate.when_said);
    // "He criticised him for the talks": which he has no seat in, where they are told elsewhere.
    let points = candidate.definite && count == 1 && !placed && meetings.iter().any(scene::is_open);
    let gathering =
        scene::is_open(candidate) && (candidate.when.is_some() || !candidate.places.is_empty()) && !points;
    count >= 2 || one || plan || gathering
}

/// Joins what names fewer than two to the meeting of two or more that the text tells most, where
/// their kind, day and place allow it: "after first talks in years" in the headline.
fn absorb(text: &Text<'_>, cast: &Cast, meetings: Vec<FoundMeeting>) -> Vec<FoundMeeting> {
    let (mut whole, bare): (Vec<_>, Vec<_>) =
        meetings.into_iter().partition(|meeting| meeting.participants.len() >= 2 || !scene::is_open(meeting));
    for telling in bare {
        let own = telling.place_said && telling.when_said;
        let fits = |meeting: &FoundMeeting| {
            let here = places(text, cast, meeting, &telling);
            scene::is_open(meeting)
                && agree(meeting.medium, telling.medium)
                && !ordinal::differ(text, meeting, &telling)
                && here != Some(false)
                && points_to(meeting, &telling, here == Some(true))
                && match (&meeting.when, &telling.when) {
                    (Some(a), Some(b)) => a.overlaps(b),
                    _ => true,
                }
        };
        let most = (0..whole.len())
            .filter(|&index| !own && fits(&whole[index]))
            .max_by_key(|&index| (whole[index].evidence.len(), usize::MAX - index));
        match most {
            Some(index) => join(&mut whole[index], telling),
            None => whole.push(telling),
        }
    }
    whole.sort_by_key(|meeting| meeting.sentence);
    whole
}

/// Gives a telling that names too few the parties of the meeting told last before it.
fn inherit(cast: &Cast, meetings: &[FoundMeeting], telling: &mut FoundMeeting) {
    let size = match telling.inherits {
        Inherits::Everybody(size) => size,
        _ => None,
    };
    let count = |meeting: &FoundMeeting| {
        let persons =
            meeting.participants.iter().filter(|p| cast.members[p.actor].kind == ActorKind::Person).count();
        (persons, meeting.participants.len() - persons)
    };
    let fits = |meeting: &&&FoundMeeting| match (size, count(meeting)) {
        (Some(size), (persons, others)) => persons == size || others == size,
        (None, (persons, others)) => persons + others >= 2,
    };
    // What took place is like what took place before, if anything did.
    let alike = |meeting: &&FoundMeeting| class(meeting.status) == class(telling.status);
    let held = meetings.iter().any(|meeting| alike(&meeting));
    let meetings: Vec<&FoundMeeting> = meetings.iter().filter(|meeting| !held || alike(meeting)).collect();
    let most_told = || {
        let sided = meetings.iter().enumerate().filter(|(_, m)| states_of(cast, m) >= 2);
        // The two sides are of a meeting of two, where the text tells of one.
        let two = telling.inherits == Inherits::Parties;
        sided
            .max_by_key(|(index, m)| (two && states_of(cast, m) == 2, m.evidence.len(), *index))
            .map(|(_, m)| *m)
    };
    let before = if matches!(telling.inherits, Inherits::Parties | Inherits::Sides) {
        most_told()
    } else {
        meetings.iter().rev().find(fits).copied()
    };
    // "A summit of the five" is none of two.
    let loose = telling.noun.is_none() || size.is_none_or(|size| size == 2);
    let last = || meetings.iter().rev().find(|m| loose && m.participants.len() >= 2).copied();
    let before = before.or_else(last);
    let Some(before) = before else { return };
    let attendance = if telling.status.took_place() { Attendance::Attended } else { Attendance::Expected };
    for participant in &before.participants {
        let absent = participant.attendance.is_away();
        let member = &cast.members[participant.actor];
        let actor = match (telling.inherits, member.kind) {
            (Inherits::Sides | Inherits::Parties, ActorKind::Person | ActorKind::Unnamed) => {
                member.country.and_then(|country| cast.state(country))
            }
            _ => Some(participant.actor),
        };
        let Some(actor) = actor.filter(|_| !absent) else { continue };
        if !telling.participants.iter().any(|p| p.actor == actor) {
            let evidence = telling.evidence[0].clone();
            telling.participants.push(Participant { actor, attendance, role: Role::Participant, evidence });
        }
    }
}

/// Whether a telling that names nobody is of a gathering to come, with a day or a place of its own.
fn is_next(telling: &FoundMeeting) -> bool {
    telling.participants.is_empty()
        && telling.gathering
        && !telling.status.took_place()
        && (telling.place_said || telling.when_said)
}

/// Whether a telling that names nobody can only mean the sides of the text: "the next round is in June".
fn is_of_sides(telling: &FoundMeeting) -> bool {
    let told = telling.place_said || telling.when_said;
    telling.inherits != Inherits::Nothing || telling.gathering && told
}

/// Takes in who else stands in the clause.
fn company(telling: &mut FoundMeeting) {
    let company = std::mem::take(&mut telling.company);
    take_seats(telling, company);
}

/// Gives a telling these parties where it has not got them.
fn take_seats(telling: &mut FoundMeeting, actors: impl IntoIterator<Item = ActorNumber>) {
    let attendance = if telling.status.took_place() { Attendance::Attended } else { Attendance::Expected };
    for actor in actors {
        if !telling.participants.iter().any(|p| p.actor == actor) {
            let evidence = telling.evidence[0].clone();
            telling.participants.push(Participant { actor, attendance, role: Role::Participant, evidence });
        }
    }
}

/// How many states those who were there belong to.
fn states_of(cast: &Cast, meeting: &FoundMeeting) -> usize {
    let present = meeting.present();
    let mut countries: Vec<_> = present.filter_map(|p| cast.members[p.actor].country).collect();
    countries.sort_unstable();
    countries.dedup();
    countries.len()
}

/// How strongly two tellings agree; 0 where they cannot be one meeting.
pub(super) fn agreement(text: &Text<'_>, cast: &Cast, one: &FoundMeeting, other: &FoundMeeting) -> u32 {
    if class(one.status) != class(other.status) || !agree(one.medium, other.medium) {
        return 0;
    }
    if ordinal::differ(text, one, other) {
        return 0;
    }
    // The dinner after the talks is a meeting of its own.
    let told = one.medium != Medium::Unknown && other.medium != Medium::Unknown;
    if told
        && is_meal(one) != is_meal(other)
        && !other.definite
        && !one.evidence.iter().any(|e| other.evidence.contains(e))
    {
        return 0;
    }
    // What was held on a visit is no visit.
    let visit = |meeting: &FoundMeeting| meeting.noun.as_deref() == Some("visit") && meeting.when_said;
    let own = other.when_said && other.participants.len() >= 2;
    if visit(one) && !visit(other) && own && one.when != other.when && other.noun.as_deref() != Some("trip") {
        return 0;
    }
    let dates = match (&one.when, &other.when) {
        (Some(a), Some(b)) if a.overlaps(b) => 2,
        // "They are to meet on Monday. The talks were later moved from Monday to Friday."
        _ if one.is_moved_from(other) || other.is_moved_from(one) => 2,
        // "Monday's opening session", of talks that are told of on Tuesday.
        (Some(a), Some(b)) if is_session(other) && one.gathering && is_near(a, b) => 1,
        (Some(_), Some(_)) if one.when_said && other.when_said || one.earlier != other.earlier => return 0,
        _ => 1,
    };
    let places = match places(text, cast, one, other) {
        Some(true) => 2,
        Some(false) => return 0,
        None => 1,
    };
    let own = |meeting: &FoundMeeting| -> Vec<ActorNumber> {
        meeting.participants.iter().map(|p| p.actor).collect()
    };
    let (a, b) = (own(one), own(other));
    if b.is_empty() || a.is_empty() {
        // "Ministers ended two days of talks here. The Standing Committee met under X."
        let sat = one.gathering && is_body(cast, other) && other.sentence.abs_diff(one.sentence) <= 2;
        if a.is_empty() && sat && !other.when_said && !other.place_said {
            return 100;
        }
        if !points_to(one, other, places == 2) {
            return 0;
        }
        // It only points back: to what is told most, the nearer the better.
        let told = u32::try_from(one.evidence.len().min(40)).unwrap_or(40);
        // "The session" is rather one of a gathering than of two who met.
        let alike = if other.gathering && one.gathering { 20 } else { 0 };
        let alike = if one.noun.is_some() && one.noun == other.noun { alike + 4 } else { alike };
        // "He convened the faction leaders in Accra. The talks ended without agreement."
        let before = other.sentence.checked_sub(1).filter(|&at| {
            // A telling begins with its sentence, or with the label before it.
            let last = text.sentences[at].range.start;
            let beyond = at.checked_sub(1).map(|at| text.sentences[at].range.start);
            let here = |range: &Range<usize>| {
                range.start <= last && beyond.is_none_or(|beyond| beyond < range.start)
            };
            text.block_of(at).section == text.block_of(other.sentence).section
                && one.evidence.iter().any(here)
        });
        let just = if one.noun.is_none() && before.is_some() { 50 } else { 0 };
        // "MINUTES OF THE FOURTH MEETING": what a record means by "the meeting".
        let title = matches!(text.block_of(one.sentence).kind, BlockKind::Title | BlockKind::Heading);
        let record = if title && one.sentence < HEAD && one.when_said { 10 } else { 0 };
        return if other.definite { dates * places + told + alike + just + record } else { 0 };
    }
    let shared = b.iter().filter(|actor| a.contains(actor)).count();
    // "He flew back to the talks": one more of those in the gathering that the text is about.
    if shared == 0
        && is_one_side(cast, &b)
        && other.definite
        && scene::is_open(one)
        && !other.apart
        && !one.apart
    {
        let fits = points_to(one, other, places == 2) && dates + places >= 2;
        return if fits {
            dates * places + u32::try_from(one.evidence.len().min(40)).unwrap_or(40)
        } else {
            0
        };
    }
    if other.apart != one.apart && shared < a.len().max(b.len()) {
        return 0;
    }
    let smaller = a.len().min(b.len());
    let points = 100 + 10 * dates * places + 5 * u32::try_from(shared.min(20)).unwrap_or(20);
    if shared * 2 >= smaller
        && (shared >= 2 || shared == 1 && (other.definite || smaller == 1) && dates + places >= 3)
    {
        return points;
    }
    // The ministers here, their states there.
    let states = |actors: &[ActorNumber]| -> Vec<_> {
        let mut countries: Vec<_> = actors.iter().filter_map(|&n| cast.members[n].country).collect();
        countries.sort_unstable();
        countries.dedup();
        countries
    };
    let (ca, cb) = (states(&a), states(&b));
    let same = cb.iter().filter(|country| ca.contains(country)).count();
    let persons = |actors: &[ActorNumber]| actors.iter().any(|&n| cast.members[n].kind == ActorKind::Person);
    let apart = persons(&a) && persons(&b) && shared == 0;
    if same >= 2 && !apart && dates + places >= 3 { points } else { 0 }
}

/// Whether it stands at the head of a record of proceedings by its number: "3441st Meeting (PM)".
fn is_numbered(text: &Text<'_>, telling: &FoundMeeting) -> bool {
    const HEAD: usize = 4;
    let words = text.words(telling.sentence);
    let mut pairs = words.windows(2);
    telling.sentence < HEAD
        && telling.gathering
        && pairs.any(|pair| {
            pair[0].starts_with(|c: char| c.is_ascii_digit())
                && pair[0].ends_with(|c: char| c.is_alphabetic())
                && pair[1].eq_ignore_ascii_case("meeting")
        })
}

/// Whether they are one, or one with the state for which he came.
fn is_one_side(cast: &Cast, actors: &[ActorNumber]) -> bool {
    let country = |actor: ActorNumber| cast.members[actor].country;
    match *actors {
        [_] => true,
        [one, other] => country(one).is_some() && country(one) == country(other),
        _ => false,
    }
}

/// Whether it tells with a verb of a body that met, and of one person at most.
fn is_body(cast: &Cast, telling: &FoundMeeting) -> bool {
    let count =
        |kind: ActorKind| telling.participants.iter().filter(|p| cast.members[p.actor].kind == kind).count();
    telling.noun.is_none() && count(ActorKind::Organization) >= 1 && count(ActorKind::Person) <= 1
}

/// Whether it is a part of a gathering that names nobody of its own: "the opening session".
fn is_session(telling: &FoundMeeting) -> bool {
    telling.definite
        && telling.participants.is_empty()
        && matches!(telling.noun.as_deref(), Some("session" | "plenary" | "sitting"))
}

/// Whether two days are of one gathering.
fn is_near(one: &Edtf, other: &Edtf) -> bool {
    const DAYS: i32 = 3;
    let (first, second) = if one.last_day() < other.first_day() { (one, other) } else { (other, one) };
    second.first_day().since(first.last_day()).is_ok_and(|span| span.get_days() <= DAYS)
}

/// Whether it is told as a meal.
fn is_meal(meeting: &FoundMeeting) -> bool {
    matches!(
        meeting.noun.as_deref(),
        Some("dinner" | "lunch" | "luncheon" | "breakfast" | "banquet" | "reception")
    )
}

/// Whether "the summit", "the talks" can mean the meeting: a word of its own kind must be the same, and
/// a place of its own must agree.
fn points_to(meeting: &FoundMeeting, pointer: &FoundMeeting, same_place: bool) -> bool {
    const GENERAL: &[&str] = &[
        "meeting",
        "meetings",
        "talks",
        "session",
        "discussions",
        "negotiations",
        "round",
        "encounter",
        "consultations",
    ];
    let general = |noun: Option<&str>| noun.is_none_or(|noun| GENERAL.contains(&noun));
    let (one, other) = (meeting.noun.as_deref(), pointer.noun.as_deref());
    // "The closing session" may be one of the conference.
    let part = meeting.gathering
        && matches!(
            other,
            Some("session" | "sessions" | "plenary" | "round" | "sitting" | "meeting" | "talks")
        )
        && matches!(one, Some("conference" | "summit" | "congress" | "assembly" | "forum" | "ministerial"));
    // "The opening session" is of more than two who met somewhere else in the text.
    let far = pointer.sentence.abs_diff(meeting.sentence) > 3;
    let couple = far && !meeting.gathering && meeting.participants.len() == 2 && one.is_none();
    if couple && matches!(other, Some("session" | "sessions" | "plenary" | "round" | "rounds")) {
        return false;
    }
    // "The leaders in session here went home. The conference adopted a declaration": told before by its part.
    let whole = meeting.participants.is_empty()
        && !far
        && matches!(one, Some("session" | "sessions" | "plenary" | "sitting" | "talks" | "meeting"))
        && matches!(other, Some("conference" | "summit" | "congress" | "assembly" | "forum" | "ministerial"));
    let any = meeting.gathering && other == Some("gathering");
    let nouns = one == other || general(one) && general(other) || part || whole || any;
    nouns && (!pointer.place_said || same_place || one == other && !meeting.place_said)
}

/// Whether two media can be one: what is not told agrees with all.
pub(super) fn agree(one: Medium, other: Medium) -> bool {
    one == other || one == Medium::Unknown || other == Medium::Unknown
}

/// Held and ongoing are one class, planned and proposed another.
pub(super) fn class(status: MeetingStatus) -> u8 {
    match status {
        MeetingStatus::Held | MeetingStatus::Ongoing => 0,
        MeetingStatus::Planned | MeetingStatus::Proposed => 1,
        MeetingStatus::Cancelled => 2,
        MeetingStatus::Denied => 3,
    }
}

/// Whether the places that the two tellings name themselves can be one; none where one names none.
pub(super) fn places(text: &Text<'_>, cast: &Cast, one: &FoundMeeting, other: &FoundMeeting) -> Option<bool> {
    if one.places.is_empty() || other.places.is_empty() {
        return None;
    }
    let name = |index: usize| {
        let mention = &cast.mentions[index];
        mention.known.as_deref().map_or_else(|| mention.name(text).to_lowercase(), str::to_lowercase)
    };
    if one.places.iter().any(|&a| other.places.iter().any(|&b| name(a) == name(b))) {
        return Some(true);
    }
    if !(one.place_said && other.place_said) {
        return None;
    }
    let country =
        |meeting: &FoundMeeting| meeting.places.iter().find_map(|&index| cast.mentions[index].country);
    let city = |meeting: &FoundMeeting| {
        meeting
            .places
            .iter()
            .any(|&index| matches!(cast.mentions[index].kind, MentionKind::City | MentionKind::Region))
    };
    let house = |meeting: &FoundMeeting| {
        meeting
            .places
            .iter()
            .any(|&index| matches!(cast.mentions[index].kind, MentionKind::Venue | MentionKind::Seat))
    };
    match (country(one), country(other)) {
        (Some(a), Some(b)) if a != b => Some(false),
        // Two different cities are two places, and two different houses; a venue and a city may be one.
        _ if city(one) && city(other) || house(one) && house(other) => Some(false),
        _ => None,
    }
}

pub(super) fn join(meeting: &mut FoundMeeting, telling: FoundMeeting) {
    let moved = telling.is_moved_from(meeting);
    for participant in telling.participants {
        match meeting.participants.iter_mut().find(|p| p.actor == participant.actor) {
            Some(known) if known.role == Role::Participant => known.role = participant.role,
            Some(_) => {}
            None => meeting.participants.push(participant),
        }
    }
    if telling.place_said && !meeting.place_said {
        meeting.places.clear();
        meeting.place_said = true;
    }
    if telling.place_said || !meeting.place_said {
        for place in telling.places {
            if !meeting.places.contains(&place) {
                meeting.places.push(place);
            }
        }
    }
    // What is said beats what is carried over; of two dates that overlap, the more exact; and the day to which it was
    // moved, the former.
    let (known, told) = (meeting.when.take(), telling.when);
    meeting.when = match (known, told) {
        (Some(_), Some(b)) if moved => Some(b),
        (Some(a), Some(b)) if telling.when_said && (!meeting.when_said || a.contains(&b)) => Some(b),
        (a, b) => a.or(b),
    };
    meeting.when_said |= telling.when_said;
    for former in telling.previous_start_date {
        if !meeting.previous_start_date.contains(&former) {
            meeting.previous_start_date.push(former);
        }
    }
    // "They met in Auckland, at a conference chaired by X": what "the conference" means from now on.
    if meeting.noun.is_none() && telling.gathering {
        meeting.noun = telling.noun;
    }
    meeting.gathering |= telling.gathering;
    meeting.aside |= telling.aside;
    if meeting.medium == Medium::Unknown {
        meeting.medium = telling.medium;
    }
    if telling.status == MeetingStatus::Planned && meeting.status == MeetingStatus::Proposed {
        meeting.status = MeetingStatus::Planned;
    }
    // What a rule tells goes before what a network alone sees.
    if meeting.learned && !telling.learned {
        (meeting.learned, meeting.refused) = (false, false);
        meeting.status = telling.status;
        if !telling.status.took_place() {
            let present = |p: &&mut Participant| p.attendance == Attendance::Attended;
            meeting.participants.iter_mut().filter(present).for_each(|p| p.attendance = Attendance::Expected);
        }
    }
    meeting.refused &= telling.refused;
    prove(meeting, telling.evidence, telling.tellings);
}

/// Adds what tells a meeting: the words, and the sentences in order and each once.
pub(super) fn prove(meeting: &mut FoundMeeting, evidence: Vec<Range<usize>>, tellings: Vec<(usize, usize)>) {
    for told in tellings {
        if !meeting.tellings.contains(&told) {
            meeting.tellings.push(told);
        }
    }
    meeting.evidence.extend(evidence);
    meeting.evidence.sort_by_key(|range| range.start);
    meeting.evidence.dedup();
}
