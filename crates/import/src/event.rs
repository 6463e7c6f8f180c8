//! What one row says, before it is a record: an event between sources and targets.
//!
//! It must not know files or records. It is used again from row to row, so that a row costs no allocation.

use std::ops::Range;

use rapporteur_schema::{Cameo, Confidence, Edtf, Medium, MeetingStatus, Plover};

use crate::cameo::Code;
use crate::cast;
use crate::day::Day;
use crate::gazetteer;
use crate::reading::{Encounter, Reading};

/// An actor with the bytes of the row that name it.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub actor: cast::Number,
    pub at: Option<Range<usize>>,
}

/// An event.
#[derive(Debug)]
pub(crate) struct Event {
    pub day: Day,
    /// When, where it is more or less than a day.
    pub when: Option<Edtf>,
    pub reading: Reading,
    /// The code as the files have it, for the id.
    pub code: &'static str,
    /// What the code says.
    pub text: &'static str,
    pub cameo: Option<Cameo>,
    pub plover: Option<Plover>,
    pub sources: Vec<Mention>,
    pub targets: Vec<Mention>,
    /// Those who stayed away.
    pub absent: Vec<Mention>,
    pub place: Option<(gazetteer::Number, Option<Range<usize>>)>,
    pub name: Option<String>,
    pub status: Option<MeetingStatus>,
    pub medium: Option<Medium>,
    pub topics: Vec<String>,
    pub confidence: Confidence,
}

impl Event {
    pub(crate) fn new(confidence: Confidence) -> Self {
        Self {
            day: Day::default(),
            when: None,
            reading: Reading::Nothing,
            code: "",
            text: "",
            cameo: None,
            plover: None,
            sources: Vec::new(),
            targets: Vec::new(),
            absent: Vec::new(),
            place: None,
            name: None,
            status: None,
            medium: None,
            topics: Vec::new(),
            confidence,
        }
    }

    /// Forgets the last row.
    pub(crate) fn clear(&mut self) {
        self.when = None;
        self.reading = Reading::Nothing;
        self.sources.clear();
        self.targets.clear();
        self.absent.clear();
        self.place = None;
        self.name = None;
        self.status = None;
        self.medium = None;
        self.topics.clear();
    }

    /// Takes what a code says.
    pub(crate) fn code(&mut self, code: &Code) {
        self.reading = code.reading;
        self.code = code.code;
        self.text = code.name;
        self.cameo = code.cameo;
        self.plover = code.plover;
        // Both sides of a visit are one meeting, which must not depend on the side told first.
        if code.reading == Reading::Meeting(Encounter::Hosting) {
            self.cameo = "042".parse().ok();
        }
    }

    /// When it took place. A wish to meet has the day on which it was told, and the meeting lies near it.
    pub(crate) fn when(&self) -> Edtf {
        let day = || Edtf::day(self.day.date);
        match &self.when {
            Some(when) => when.clone(),
            None if self.reading == Reading::Meeting(Encounter::Planned) => day().approximate(),
            None => day(),
        }
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    Meeting,
    Statement,
    Outcome,
    /// A name and its number.
    Name,
    NotDiplomacy,
    Alone,
}
