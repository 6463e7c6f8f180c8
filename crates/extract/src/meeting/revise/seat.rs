//! Who was in a meeting: seats that the rules have given, and actors named around its tellings.
//!
//! Weighs what is known of each actor. Invariant: nobody is seated who is not named or meant within reach of a telling; who
//! has no name gains no seat.

use std::collections::HashMap;

use rapporteur_schema::{ActorKind, Attendance, Role};
use rapporteur_syntax::Relation;

use super::super::{FoundMeeting, Participant};
pub(crate) use super::actor::FEATURES;
use super::actor::{Around, questions};
use super::view::View;
use crate::cast::ActorNumber;
use crate::decision::{Decision, Subject, answers};

/// How likely it must be that somebody was there who has no seat.
const TAKES: f32 = 0.75;
/// As [`TAKES`], where already [`MANY`] have a seat: whoever is seated wrongly then met all of them.
const TAKES_MANY: f32 = 0.85;
/// See [`TAKES_MANY`].
const MANY: usize = 6;
/// How likely it must be where fewer than two have a seat: nobody meets alone.
const COMPLETES: f32 = 0.35;
/// How likely a seat must be to be kept.
const KEEPS: f32 = 0.2;

/// Gives seats and takes them, and tells of each meeting how likely the seats are that it has then, the likeliest first.
pub(super) fn decide(view: &View<'_>, meetings: &mut [FoundMeeting]) -> Vec<Vec<f32>> {
    let questions = questions(view, meetings, |meeting, around| asked(view, meeting, around));
    let mut spare: Vec<Vec<(f32, ActorNumber)>> = vec![Vec::new(); meetings.len()];
    let mut likely: Vec<HashMap<ActorNumber, f32>> = vec![HashMap::new(); meetings.len()];
    let mut answers = answers(view.text, Decision::Seat, meetings, questions);
    // States last: one for whom somebody sits there by name needs no seat of its own.
    let is_state = |actor: ActorNumber| view.cast.members[actor].kind == ActorKind::State;
    answers.sort_by_key(|(_, subject, _)| matches!(subject, Subject::Actor(actor) if is_state(*actor)));
    for (at, subject, likelihoods) in answers {
        let Subject::Actor(actor) = subject else { continue };
        likely[at].insert(actor, likelihoods[1]);
        let spoken_for = is_state(actor) && is_spoken_for(view, &meetings[at], actor);
        if is_left_out(view, &meetings[at], actor) {
            meetings[at].participants.retain(|p| p.actor != actor || p.attendance.is_away());
            continue;
        }
        if spoken_for || view.is_of_others(&meetings[at], actor) {
            continue;
        }
        let there = likelihoods[1];
        weigh(view, &mut meetings[at], actor, there);
        if there >= COMPLETES && meetings[at].participants.iter().all(|p| p.actor != actor) {
            spare[at].push((there, actor));
        }
    }
    // Of one who meets nobody, the likeliest are the others; but where a rule has found one, it has read the clause.
    for (meeting, mut spare) in meetings.iter_mut().zip(spare) {
        spare.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let seats = meeting.present().count();
        if seats > 0 && !meeting.learned {
            continue;
        }
        for (likelihood, actor) in spare.into_iter().take(2_usize.saturating_sub(seats)) {
            seat(view, meeting, actor, likelihood);
        }
    }
    let sure = meetings.iter().zip(likely).map(|(meeting, likely)| {
        let mut seats: Vec<f32> = meeting.present().filter_map(|p| likely.get(&p.actor).copied()).collect();
        seats.sort_by(|one, other| other.total_cmp(one));
        seats
    });
    sure.collect()
}

/// Whether somebody whom the text names sits there for a state that has no seat of its own.
fn is_spoken_for(view: &View<'_>, meeting: &FoundMeeting, state: ActorNumber) -> bool {
    let country = view.country(state);
    let speaks = |p: &Participant| {
        let member = &view.cast.members[p.actor];
        member.kind == ActorKind::Person && member.country == country && !p.attendance.is_away()
    };
    country.is_some()
        && meeting.participants.iter().any(speaks)
        && meeting.participants.iter().all(|p| p.actor != state)
}

/// Whether the words of a meeting say that it was held without somebody: "in the absence of Kenya and Peru".
fn is_left_out(view: &View<'_>, meeting: &FoundMeeting, actor: ActorNumber) -> bool {
    let left_out = |sentence: usize, noun: usize| {
        let parse = &view.text.sentences[sentence].parse;
        let is_joined = |at: &usize| parse.tokens[*at].relation == Relation::Conjunct;
        let first = Some(noun).filter(is_joined).and_then(|noun| parse.head(noun)).unwrap_or(noun);
        let case = parse.case(first).map_or("", |case| parse.tokens[case].lemma.as_str());
        case == "without"
            || case == "of" && parse.head(first).is_some_and(|above| parse.tokens[above].lemma == "absence")
    };
    let named = |sentence: usize| {
        let mentions = view.cast.in_sentence(sentence);
        mentions.filter(|(index, _)| view.cast.actor[*index] == Some(actor)).map(|(_, mention)| mention)
    };
    meeting.tellings.iter().any(|&(sentence, _)| {
        named(sentence).any(|mention| {
            let parse = &view.text.sentences[sentence].parse;
            mention.tokens.clone().any(|at| at < parse.len() && left_out(sentence, at))
        })
    })
}

fn weigh(view: &View<'_>, meeting: &mut FoundMeeting, actor: ActorNumber, there: f32) {
    let seats = meeting.present().count();
    let takes = if seats >= MANY { TAKES_MANY } else { TAKES };
    match meeting.participants.iter().position(|p| p.actor == actor) {
        // Who stayed away by a rule has the words for it.
        Some(at) if !meeting.participants[at].attendance.is_away() && there < KEEPS => {
            view.text.trace.dropped(meeting.sentence, "meeting/revise/seat", || {
                format!("{} was not of it: {there:.2}", view.cast.members[actor].name)
            });
            meeting.participants.remove(at);
        }
        None if there >= takes => seat(view, meeting, actor, there),
        _ => {}
    }
}

/// Gives somebody a seat.
fn seat(view: &View<'_>, meeting: &mut FoundMeeting, actor: ActorNumber, there: f32) {
    let attendance = if meeting.status.took_place() { Attendance::Attended } else { Attendance::Expected };
    view.text.trace.kept(meeting.sentence, "meeting/revise/seat", || {
        format!("{} was {attendance:?}: {there:.2}", view.cast.members[actor].name)
    });
    let evidence = view.evidence(meeting, actor);
    meeting.participants.push(Participant { actor, attendance, role: Role::Participant, evidence });
}

/// Whom a meeting is asked about: those with a seat, and those around its tellings.
fn asked(view: &View<'_>, meeting: &FoundMeeting, around: &Around) -> Vec<ActorNumber> {
    let mut actors: Vec<ActorNumber> = meeting.participants.iter().map(|p| p.actor).collect();
    for &sentence in &around.near {
        let named = view.cast.of(sentence).filter_map(|(mention, _)| view.cast.actor[mention]);
        for actor in named.chain(view.acting[sentence].iter().map(|&(_, actor)| actor)) {
            let member = &view.cast.members[actor];
            let can = matches!(member.kind, ActorKind::Person | ActorKind::State | ActorKind::Organization)
                && !member.is_outlet;
            if can && !actors.contains(&actor) {
                actors.push(actor);
            }
        }
    }
    actors
}
