//! Who stayed away from a meeting, of those whom the text names around its tellings.
//!
//! Asks only after persons of whom something is told that may be an absence. Invariant: who stayed away by a rule is not
//! asked after, for the rule has the words for it.

use rapporteur_schema::{ActorKind, Attendance, Role};
use rapporteur_syntax::event::Part;

use super::super::{FoundMeeting, Participant};
pub(crate) use super::actor::FEATURES;
use super::actor::{Around, CUES, questions};
use super::view::View;
use crate::cast::ActorNumber;
use crate::decision::{Decision, Subject, answers};

/// How likely that somebody stayed away who has no seat.
const MISSES: f32 = 0.7;
/// As [`MISSES`], of one who has a seat.
const LEAVES: f32 = 0.8;

/// Gives absences.
pub(super) fn decide(view: &View<'_>, meetings: &mut [FoundMeeting]) {
    let questions = questions(view, meetings, |meeting, around| asked(view, meeting, around));
    for (at, subject, likelihoods) in answers(view.text, Decision::Absence, meetings, questions) {
        let (Subject::Actor(actor), away) = (subject, likelihoods[1]) else { continue };
        let meeting = &mut meetings[at];
        let seat = meeting.participants.iter().position(|p| p.actor == actor);
        if away < if seat.is_some() { LEAVES } else { MISSES } {
            continue;
        }
        view.text.trace.kept(meeting.sentence, "meeting/revise/absence", || {
            format!("{} stayed away: {away:.2}", view.cast.members[actor].name)
        });
        match seat {
            Some(seat) => meeting.participants[seat].attendance = Attendance::Absent,
            None => {
                let evidence = view.evidence(meeting, actor);
                let (attendance, role) = (Attendance::Absent, Role::Participant);
                meeting.participants.push(Participant { actor, attendance, role, evidence });
            }
        }
    }
}

/// The persons around a meeting of whom something is told that may be an absence.
fn asked(view: &View<'_>, meeting: &FoundMeeting, around: &Around) -> Vec<ActorNumber> {
    /// How likely an absence that the reader of events hears must be to be asked after.
    const HEARD: f32 = 0.05;
    let mut actors = Vec::new();
    for &sentence in &around.near {
        let cue = view.holds(sentence, CUES[2]);
        let acting = view.acting[sentence].iter().map(|&(_, actor)| actor).filter(|_| cue);
        let heard =
            view.heard[sentence].iter().filter(|heard| heard.part == Part::Absent && heard.score >= HEARD);
        let told = view.away[sentence].iter().flat_map(|away| away.actors.iter().copied());
        for actor in acting.chain(heard.map(|heard| heard.actor)).chain(told) {
            let is_away = |p: &Participant| p.actor == actor && p.attendance.is_away();
            let person =
                view.cast.members[actor].kind == ActorKind::Person && !view.cast.members[actor].is_outlet;
            if person && !actors.contains(&actor) && !meeting.participants.iter().any(is_away) {
                actors.push(actor);
            }
        }
    }
    actors
}
