//! Decisions that were learned from texts with gold, each a forest over a row of features.
//!
//! Holds what is asked and who answers; what the numbers of a row mean stands beside each decision in
//! `meeting::revise`. Invariant: a decision without a forest of its width decides nothing.

use std::sync::OnceLock;

use rapporteur_schema::Edtf;

use crate::cast::ActorNumber;
use crate::forest::Forest;
use crate::meeting::FoundMeeting;
use crate::meeting::revise::{absence, day, place, same, seat, status};
use crate::text::Text;

/// What is decided, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// Whether two meetings are one.
    Same,
    /// Whether it was there.
    Place,
    /// Whether it was then.
    Day,
    /// Whether somebody was there.
    Seat,
    /// Whether somebody stayed away.
    Absence,
    /// Whether it took place, is to come, was called off or denied, or is none.
    Status,
}

impl Decision {
    /// All, in their order.
    pub const ALL: [Self; 6] = [Self::Same, Self::Place, Self::Day, Self::Seat, Self::Absence, Self::Status];

    /// Its name, as in the trainer's files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Place => "place",
            Self::Day => "day",
            Self::Seat => "seat",
            Self::Absence => "absence",
            Self::Status => "status",
        }
    }

    /// The features of its rows, by name.
    pub const fn features(self) -> &'static [&'static str] {
        match self {
            Self::Same => &same::FEATURES,
            Self::Place => &place::FEATURES,
            Self::Day => &day::FEATURES,
            Self::Seat => &seat::FEATURES,
            Self::Absence => &absence::FEATURES,
            Self::Status => &status::FEATURES,
        }
    }
}

/// The forests of all decisions.
#[derive(Debug, Default)]
pub struct Forests([Option<Forest>; Decision::ALL.len()]);

impl Forests {
    /// Those this crate carries, read at the first call.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static FORESTS: OnceLock<Forests> = OnceLock::new();
        FORESTS.get_or_init(|| {
            Self::read([
                include_bytes!("../model/same.forest"),
                include_bytes!("../model/place.forest"),
                include_bytes!("../model/day.forest"),
                include_bytes!("../model/seat.forest"),
                include_bytes!("../model/absence.forest"),
                include_bytes!("../model/status.forest"),
            ])
        })
    }

    /// Those of other models, in the order of [`Decision::ALL`]: what is none, or of another width than the decision's rows,
    /// decides nothing.
    #[must_use]
    pub fn read(models: [&[u8]; Decision::ALL.len()]) -> Self {
        let mut forests = models.map(Forest::read);
        for (decision, forest) in Decision::ALL.into_iter().zip(&mut forests) {
            *forest = forest.take().filter(|forest| forest.width() == decision.features().len());
        }
        Self(forests)
    }

    pub(crate) fn of(&self, decision: Decision) -> Option<&Forest> {
        self.0[decision as usize].as_ref()
    }
}

/// About what is asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    /// The meeting itself.
    Itself,
    /// Another meeting of the draft, by its number.
    Meeting(usize),
    /// An actor.
    Actor(ActorNumber),
    /// A place, by one of its mentions.
    Place(usize),
    /// A time.
    Day(Edtf),
}

/// A question that a forest answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Of which meeting of the draft.
    pub meeting: usize,
    /// About what.
    pub subject: Subject,
    /// The row of features.
    pub features: Vec<f32>,
}

/// The meetings as they were before a decision, and what was asked of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// What is decided.
    pub decision: Decision,
    /// The meetings.
    pub meetings: Vec<FoundMeeting>,
    /// The questions.
    pub questions: Vec<Question>,
}

/// Asks a decision's questions and gives the likelihoods for each, none where there is no forest.
pub(crate) fn answers(
    text: &Text<'_>,
    decision: Decision,
    meetings: &[FoundMeeting],
    questions: Vec<Question>,
) -> Vec<(usize, Subject, Vec<f32>)> {
    text.trace.asked(|| Draft { decision, meetings: meetings.to_vec(), questions: questions.clone() });
    let Some(forest) = text.models.forests.of(decision) else { return Vec::new() };
    let rows: Vec<&[f32]> = questions.iter().map(|question| question.features.as_slice()).collect();
    let likelihoods = forest.likelihoods(&rows);
    let answer = |(question, likelihoods): (Question, _)| (question.meeting, question.subject, likelihoods);
    questions.into_iter().zip(likelihoods).map(answer).collect()
}
