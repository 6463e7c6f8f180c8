//! The gathering that a passage is about, and a seat in it.
//!
//! Finds no meetings and reads no words. Invariant: only what took place is a scene, and who is said to
//! have stayed away is not made present.

use std::collections::BTreeSet;
use std::ops::Range;

use rapporteur_schema::{ActorKind, Attendance, Edtf, Medium, Role};

use super::{Clock, FoundMeeting, Participant};
use crate::cast::{ActorNumber, Cast};
use crate::text::{BlockKind, Text};

/// How many sentences back the meeting that a passage tells of is looked for.
const REACH: usize = 6;
/// In how many sentences a text names the gathering of which it is the record.
const HEAD: usize = 4;

/// The gathering of which the first sentences of a text tell, and the text most, of those that are of a kind.
pub(super) fn told_first(
    text: &Text<'_>,
    sentences: usize,
    meetings: &[FoundMeeting],
    is_of_kind: impl Fn(&FoundMeeting) -> bool,
) -> Option<usize> {
    let head = text.sentences.get(sentences.min(text.sentences.len().saturating_sub(1)))?.range.start;
    let told = |meeting: &FoundMeeting| {
        is_open(meeting) && meeting.evidence.iter().any(|range| range.start <= head) && is_of_kind(meeting)
    };
    (0..meetings.len())
        .filter(|&index| told(&meetings[index]))
        .max_by_key(|&index| (meetings[index].evidence.len(), usize::MAX - index))
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
    // Minutes are written up later: what they go on with is of the day that their head names.
    let headed = |meeting: &FoundMeeting| {
        let kind = text.block_of(meeting.sentence).kind;
        meeting.sentence < HEAD
            && meeting.when_said
            && matches!(meeting.noun.as_deref(), Some("meeting" | "session" | "sitting"))
            && matches!(kind, BlockKind::Title | BlockKind::Heading)
    };
    let gatherings = || (0..meetings.len()).filter(|&index| is_open(&meetings[index]));
    // Where the text has no gathering, a meeting of three or more may gain others.
    let many = |index: &usize| {
        let meeting = &meetings[*index];
        meeting.status.took_place() && meeting.medium == Medium::InPerson && meeting.participants.len() >= 3
    };
    let most = gatherings()
        .max_by_key(|&index| (meetings[index].evidence.len(), usize::MAX - index))
        .or_else(|| (0..meetings.len()).find(many))?;
    // "The minutes of the meeting held in March were confirmed": the record is of the one that its head names.
    let long_before = |index: usize| {
        let days = meetings[most].when.as_ref().zip(meetings[index].when.as_ref());
        days.is_some_and(|(most, own)| most.last_day() < own.first_day())
    };
    let most = gatherings().find(|&index| headed(&meetings[index]) && long_before(index)).unwrap_or(most);
    let open = || (0..meetings.len()).filter(|&index| is_open(&meetings[index]) || index == most);
    let block = text.sentences[sentence].block;
    // A meeting may be told a thousand times: which tellings are near is seen by their bytes.
    let beyond = sentence.checked_sub(REACH + 1).map(|at| text.sentences[at].range.start);
    let last = text.sentences[(sentence + REACH).min(text.sentences.len() - 1)].range.start;
    let is_near = |range: &&Range<usize>| beyond.is_none_or(|at| at < range.start) && range.start <= last;
    // How far from the sentence it is told; forward within the paragraph only.
    let distance = |meeting: &FoundMeeting| {
        let told = meeting
            .evidence
            .iter()
            .filter(is_near)
            .map(|range| text.sentences.partition_point(|other| other.range.start < range.start));
        let near =
            told.filter(|&at| at <= sentence || text.sentences.get(at).is_some_and(|s| s.block == block));
        near.map(|at| at.abs_diff(sentence)).min().filter(|&distance| distance <= REACH)
    };
    let written = |passage: &Edtf| passage.as_day().is_some() && passage.as_day() == clock.published;
    let passage = (clock.passage)(sentence).filter(|passage| !(headed(&meetings[most]) && written(passage)));
    let same_day = |meeting: &FoundMeeting| {
        meeting.when.as_ref().zip(passage.as_ref()).is_some_and(|(when, passage)| when.overlaps(passage))
    };
    let near = open().filter_map(|index| distance(&meetings[index]).map(|distance| (distance, index)));
    // Below a heading of its own: "Third meeting".
    let section = text.block_of(sentence).section;
    let section_of = |index: usize| text.block_of(meetings[index].sentence).section;
    let own = |index: usize| section > 0 && section_of(index) == section && section_of(most) != section;
    // "The Bank offered a loan after a meeting with the Premier": the conference goes on behind it.
    let within = |index: usize| {
        const FEW: usize = 3;
        index != most
            && meetings[index].participants.len() <= FEW
            && meetings[most].participants.len() >= 2 * FEW
            && section_of(index) == section_of(most)
    };
    let near = near
        .filter(|&(distance, index)| distance == 0 || !within(index))
        .filter(|&(distance, index)| {
            // "They gathered on Friday. Among those attending are X and Y."
            let just = distance <= 2
                && meetings[index].participants.is_empty()
                && meetings[index].when_said
                && clock.is_recent(meetings[index].when.as_ref())
                && clock.is_recent(passage.as_ref());
            distance == 0
                || just
                || headed(&meetings[index])
                || same_day(&meetings[index])
                || index == most
                || own(index)
        })
        .min_by_key(|&(distance, index)| (distance, usize::MAX - meetings[index].evidence.len()));
    let fits = same_day(&meetings[most])
        || meetings[most].when.is_none()
        || passage.is_none()
        || clock.is_recent(meetings[most].when.as_ref()) && clock.is_recent(passage.as_ref());
    near.map(|(_, index)| index).or_else(|| fits.then_some(most))
}

/// Which meetings each sentence tells.
pub(super) struct Told {
    by_sentence: Vec<Vec<usize>>,
    /// The parts of the text, and which meetings they tell.
    sections: BTreeSet<(usize, usize)>,
}

impl Told {
    /// Looks the sentences up once.
    pub(super) fn new(text: &Text<'_>, meetings: &[FoundMeeting]) -> Self {
        let mut by_sentence = vec![Vec::new(); text.sentences.len()];
        let mut sections = BTreeSet::new();
        for (index, meeting) in meetings.iter().enumerate() {
            for range in &meeting.evidence {
                let at = text.sentences.partition_point(|sentence| sentence.range.start < range.start);
                if let Some(told) = by_sentence.get_mut(at) {
                    told.push(index);
                    sections.insert((text.block_of(at).section, index));
                }
            }
        }
        Self { by_sentence, sections }
    }

    /// The meeting of three or more that the part of a sentence tells of just before it, where the gathering
    /// that the text is about is not told in that part: "Third meeting".
    pub(super) fn own(
        &self,
        text: &Text<'_>,
        meetings: &[FoundMeeting],
        sentence: usize,
        scene: usize,
    ) -> Option<usize> {
        const MANY: usize = 3;
        let here = self.sections.contains(&(text.block_of(sentence).section, scene));
        let held = |index: &usize| {
            let meeting = &meetings[*index];
            meeting.status.took_place()
                && meeting.medium == Medium::InPerson
                && (meeting.participants.len() >= MANY || is_open(meeting))
        };
        if here { None } else { self.just(text, sentence).rfind(held) }
    }

    /// The meetings that a sentence tells.
    pub(super) fn at(&self, sentence: usize) -> &[usize] {
        self.by_sentence.get(sentence).map(Vec::as_slice).unwrap_or_default()
    }

    /// The meetings that a sentence and those right before it tell, the one told last at the end.
    pub(super) fn just<'t>(
        &'t self,
        text: &'t Text<'_>,
        sentence: usize,
    ) -> impl DoubleEndedIterator<Item = usize> + 't {
        const BACK: usize = 3;
        let section = text.block_of(sentence).section;
        let near = (sentence.saturating_sub(BACK)..=sentence)
            .filter(move |&at| text.block_of(at).section == section);
        near.flat_map(|at| self.by_sentence[at].iter().copied())
    }
}
