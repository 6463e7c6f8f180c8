//! Events into the records of a chunk.
//!
//! It must not know formats. Invariant: rows that tell of one event of one day are one record with a span
//! each, and whom a record names the chunk tells of, or an earlier one of the run did for good.

use std::fmt::Write;

use rapporteur_schema::{
    Act, ActorId, Attendance, Meeting, Outcome, OutcomeKind, OutcomeStatus, Participation, Record, Role,
    Statement,
};

use crate::cast;
use crate::chunk::Draft;
use crate::event::{Event, Mention, Told};
use crate::reading::{Encounter, Reading};
use crate::register::Register;
use crate::slug;

/// Makes records of events. What it holds is room used again from row to row.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    id: String,
    parties: Vec<cast::Number>,
}

impl Recorder {
    /// Tells of the event that the draft's last row has.
    pub(crate) fn tell(&mut self, event: &Event, register: &mut Register, draft: &mut Draft) -> Told {
        match event.reading {
            Reading::Nothing => Told::NotDiplomacy,
            Reading::Meeting(encounter) => self.meeting(encounter, event, register, draft),
            Reading::Statement(act) => self.statement(act, event, register, draft),
            Reading::Outcome(kind, status) => self.outcome(kind, status, event, register, draft),
        }
    }

    fn meeting(&mut self, how: Encounter, event: &Event, register: &mut Register, draft: &mut Draft) -> Told {
        self.parties(event, register);
        // A table may leave the other side to its name: "visits to the United States".
        let fewest = if how == Encounter::Told { 1 } else { 2 };
        if self.parties.len() < fewest {
            return Told::Alone;
        }
        name_all(event, register, draft);
        let participants = || participants(how, event, register);
        self.begin("meeting/", event, how.word());
        match &event.name {
            Some(name) if how == Encounter::Told => self.add_word(&slug::of_name(name)),
            _ => self.add_parties(register),
        }
        let same = |record: &Record| match record {
            Record::Meeting(meeting) => {
                let actors = meeting.participants.iter().map(|participation| &participation.actor);
                let mut ours: Vec<&ActorId> =
                    self.parties.iter().map(|&actor| register.cast.id(actor)).collect();
                ours.sort_unstable();
                // A named meeting is one by its name, whoever a row says came.
                event.name.is_some() || actors.eq(ours)
            }
            _ => false,
        };
        let apart = !draft.get(&self.id).is_none_or(|record| same(record));
        self.tell_apart(apart, register);
        let place = event.place.as_ref().map(|(place, _)| register.gazetteer.id(*place).clone());
        let span = draft.span(None);
        if let Some(Record::Meeting(meeting)) = draft.get(&self.id) {
            if event.name.is_some() {
                join(&mut meeting.participants, participants());
            }
            meeting.place = meeting.place.take().or(place);
            event.topics.iter().for_each(|topic| add_topic(&mut meeting.topics, topic));
            meeting.evidence.push(span);
            return Told::Meeting;
        }
        let Ok(id) = self.id.parse() else { return Told::Alone };
        let meeting = Meeting {
            id,
            name: event.name.clone(),
            status: event.status.unwrap_or(how.status()),
            medium: event.medium.unwrap_or(how.medium()),
            when: Some(event.when()),
            previous_start_date: Vec::new(),
            duration: None,
            place,
            participants: participants(),
            topics: event.topics.clone(),
            part_of: None,
            follows: Vec::new(),
            plover: event.plover,
            cameo: event.cameo,
            evidence: vec![span],
            confidence: event.confidence,
        };
        draft.add(&self.id, meeting);
        Told::Meeting
    }

    fn statement(&mut self, act: Act, event: &Event, register: &mut Register, draft: &mut Draft) -> Told {
        if event.sources.is_empty() {
            return Told::Alone;
        }
        name_all(event, register, draft);
        for source in &event.sources {
            self.parties.clear();
            for target in &event.targets {
                if target.actor != source.actor && !self.parties.contains(&target.actor) {
                    self.parties.push(target.actor);
                }
            }
            self.sort_parties(register);
            let audience: Vec<_> =
                self.parties.iter().map(|&actor| register.cast.id(actor).clone()).collect();
            let speaker = register.cast.id(source.actor).clone();
            self.begin("statement/", event, event.code);
            self.add_word(speaker.slug());
            self.add_parties(register);
            let apart = match draft.get(&self.id) {
                Some(Record::Statement(told)) => told.speaker != speaker || told.audience != audience,
                _ => false,
            };
            self.tell_apart(apart, register);
            let span = draft.span(None);
            if let Some(Record::Statement(told)) = draft.get(&self.id) {
                told.evidence.push(span);
                continue;
            }
            let Ok(id) = self.id.parse() else { return Told::Alone };
            let statement = Statement {
                id,
                speaker,
                on_behalf_of: None,
                audience,
                act,
                text: event.text.to_owned(),
                quoted: false,
                medium: None,
                when: Some(event.when()),
                about: Vec::new(),
                reported_by: Vec::new(),
                plover: event.plover,
                cameo: event.cameo,
                evidence: vec![span],
                confidence: event.confidence,
            };
            draft.add(&self.id, statement);
        }
        Told::Statement
    }

    fn outcome(
        &mut self,
        kind: OutcomeKind,
        status: OutcomeStatus,
        event: &Event,
        register: &mut Register,
        draft: &mut Draft,
    ) -> Told {
        self.parties(event, register);
        if self.parties.len() < 2 {
            return Told::Alone;
        }
        name_all(event, register, draft);
        // Who gave and who took matters; only what is signed has no direction.
        let mutual = matches!(kind, OutcomeKind::Agreement);
        if !mutual {
            self.parties.clear();
            for mention in event.sources.iter().chain(&event.targets) {
                if !self.parties.contains(&mention.actor) {
                    self.parties.push(mention.actor);
                }
            }
        }
        let parties: Vec<_> = self.parties.iter().map(|&actor| register.cast.id(actor).clone()).collect();
        self.begin("outcome/", event, event.code);
        self.add_parties(register);
        let apart = match draft.get(&self.id) {
            Some(Record::Outcome(told)) => told.parties != parties,
            _ => false,
        };
        self.tell_apart(apart, register);
        let span = draft.span(None);
        if let Some(Record::Outcome(told)) = draft.get(&self.id) {
            told.evidence.push(span);
            return Told::Outcome;
        }
        let Ok(id) = self.id.parse() else { return Told::Alone };
        let outcome = Outcome {
            id,
            kind,
            status,
            parties,
            meeting: None,
            text: event.text.to_owned(),
            quantity: None,
            when: Some(event.when()),
            due: None,
            confirmed_by: Vec::new(),
            plover: event.plover,
            cameo: event.cameo,
            evidence: vec![span],
            confidence: event.confidence,
        };
        draft.add(&self.id, outcome);
        Told::Outcome
    }

    /// All who take part, each once, by their ids.
    fn parties(&mut self, event: &Event, register: &Register) {
        self.parties.clear();
        for mention in event.sources.iter().chain(&event.targets).chain(&event.absent) {
            if !self.parties.contains(&mention.actor) {
                self.parties.push(mention.actor);
            }
        }
        self.sort_parties(register);
    }

    fn sort_parties(&mut self, register: &Register) {
        self.parties.sort_unstable_by(|one, other| register.cast.id(*one).cmp(register.cast.id(*other)));
    }

    fn begin(&mut self, kind: &str, event: &Event, word: &str) {
        self.id.clear();
        self.id.push_str(kind);
        self.id.push_str(&event.day.text);
        if !word.is_empty() {
            self.add_word(word);
        }
    }

    fn add_word(&mut self, word: &str) {
        self.id.push('-');
        self.id.push_str(word);
    }

    fn add_parties(&mut self, register: &Register) {
        for &actor in &self.parties {
            self.id.push('-');
            self.id.push_str(register.cast.id(actor).slug());
        }
    }

    /// Shortens an id too long. Joined slugs can be read in two ways ("government" and "iran-russia",
    /// "government-iran" and "russia"): the later of two such records has a hash behind its id.
    fn tell_apart(&mut self, apart: bool, register: &Register) {
        let prefix = self.id.find('/').map_or(0, |slash| slash + 1);
        if apart {
            let mut whole = String::new();
            for &actor in &self.parties {
                // Writing to a string does not fail.
                let _ = write!(whole, "{}/", register.cast.id(actor));
            }
            let hash = slug::hash(whole.as_bytes());
            self.add_word(&hash);
        }
        slug::shorten(&mut self.id, prefix);
    }
}

fn participants(how: Encounter, event: &Event, register: &Register) -> Vec<Participation> {
    let attendance = match event.status.unwrap_or(how.status()) {
        status if status.took_place() => Attendance::Attended,
        _ => Attendance::Expected,
    };
    let (source, target) = how.roles();
    let mut participants: Vec<Participation> =
        Vec::with_capacity(event.sources.len() + event.targets.len() + event.absent.len());
    let mut add = |mentions: &[Mention], role: Role, attendance: Attendance| {
        for mention in mentions {
            let actor = register.cast.id(mention.actor);
            if participants.iter().all(|participation| participation.actor != *actor) {
                participants.push(Participation {
                    actor: actor.clone(),
                    attendance,
                    role,
                    on_behalf_of: None,
                    // The row proves the meeting and this alike.
                    evidence: Vec::new(),
                });
            }
        }
    };
    add(&event.sources, source, attendance);
    add(&event.targets, target, attendance);
    add(&event.absent, Role::Participant, Attendance::Absent);
    participants.sort_unstable_by(|one, other| one.actor.cmp(&other.actor));
    participants
}

/// Adds those who are not there yet.
fn join(participants: &mut Vec<Participation>, more: Vec<Participation>) {
    for participation in more {
        if participants.iter().all(|known| known.actor != participation.actor) {
            participants.push(participation);
        }
    }
    participants.sort_unstable_by(|one, other| one.actor.cmp(&other.actor));
}

fn add_topic(topics: &mut Vec<String>, topic: &String) {
    if !topics.contains(topic) {
        topics.push(topic.clone());
    }
}

/// Tells of the actors and the place of a row, where the chunk has not.
fn name_all(event: &Event, register: &mut Register, draft: &mut Draft) {
    for mention in event.sources.iter().chain(&event.targets).chain(&event.absent) {
        name(mention, register, draft);
    }
    if let Some((place, at)) = &event.place
        && register.gazetteer.is_new_in(*place, draft.stamp)
    {
        let record = register.gazetteer.record(*place, vec![draft.span(at.as_ref())]);
        let id = record.id.clone();
        draft.add(id.as_str(), record);
    }
}

/// Tells of an actor, where neither the run nor the chunk has.
fn name(mention: &Mention, register: &mut Register, draft: &mut Draft) {
    if register.cast.is_new_in(mention.actor, draft.stamp) {
        let record = register.cast.record(mention.actor, vec![draft.span(mention.at.as_ref())]);
        let id = record.id.clone();
        draft.add(id.as_str(), record);
    }
}

/// Tells of an actor by its row in a file of names, once for the whole run. Two names may be of one actor.
pub(crate) fn entity(actor: cast::Number, register: &mut Register, draft: &mut Draft) {
    register.cast.tell_for_good(actor);
    let mut record = register.cast.record(actor, vec![draft.span(None)]);
    let id = record.id.clone();
    if let Some(Record::Actor(told)) = draft.get(id.as_str()) {
        told.evidence.append(&mut record.evidence);
        told.aliases = record.aliases;
    } else {
        draft.add(id.as_str(), record);
    }
}
