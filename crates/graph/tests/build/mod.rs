//! Builds small synthetic documents whose evidence fits.
#![allow(dead_code)]

pub(crate) mod disk;
pub(crate) mod world;

use rapporteur_graph::{Ingest, sha256};
use rapporteur_schema::{Document, Record};
use serde_json::{Value, json};

/// A document that grows with what is said in it.
pub(crate) struct Told {
    id: String,
    published: Option<String>,
    text: String,
    records: Vec<Value>,
}

impl Told {
    pub(crate) fn new(id: &str) -> Self {
        Self { id: format!("document/{id}"), published: None, text: format!("{id}\n"), records: Vec::new() }
    }

    pub(crate) fn published(mut self, date: &str) -> Self {
        self.published = Some(date.to_owned());
        self
    }

    /// Adds a sentence and gives the span of it.
    pub(crate) fn says(&mut self, sentence: &str) -> Value {
        let start = self.text.len();
        self.text.push_str(sentence);
        let end = self.text.len();
        self.text.push('\n');
        json!({"document": self.id, "start": start, "end": end, "text": sentence})
    }

    /// Adds a record that a sentence proves.
    pub(crate) fn record(mut self, sentence: &str, mut record: Value) -> Self {
        let span = self.says(sentence);
        record["evidence"] = json!([span]);
        record["confidence"] = json!(0.9);
        self.records.push(record);
        self
    }

    pub(crate) fn state(self, slug: &str, name: &str, code: &str) -> Self {
        let record = json!({"type": "actor", "id": format!("actor/{slug}"), "kind": "state", "name": name, "country": code});
        self.record(&format!("{name} is a state."), record)
    }

    pub(crate) fn person(self, slug: &str, name: &str, code: &str) -> Self {
        let record = json!({"type": "actor", "id": format!("actor/{slug}"), "kind": "person", "name": name, "country": code});
        self.record(&format!("{name} was there."), record)
    }

    pub(crate) fn place(self, slug: &str, kind: &str, name: &str, code: &str, within: Option<&str>) -> Self {
        let mut record = json!({"type": "place", "id": format!("place/{slug}"), "kind": kind, "name": name, "country": code});
        if let Some(within) = within {
            record["within"] = json!(format!("place/{within}"));
        }
        self.record(&format!("In {name}."), record)
    }

    /// A meeting: `participants` are `slug`, `slug:attendance` or `slug:attendance:role`.
    pub(crate) fn meeting(
        mut self,
        slug: &str,
        status: &str,
        when: Option<&str>,
        place: Option<&str>,
        participants: &[&str],
    ) -> Self {
        let parts: Vec<Value> = participants
            .iter()
            .map(|part| {
                let mut words = part.split(':');
                let actor = words.next().unwrap();
                let attendance = words.next().unwrap_or("attended");
                let role = words.next().unwrap_or("participant");
                let span = self.says(&format!("{actor} {attendance} {slug}."));
                json!({"actor": format!("actor/{actor}"), "attendance": attendance, "role": role, "evidence": [span]})
            })
            .collect();
        let mut record = json!({"type": "meeting", "id": format!("meeting/{slug}"), "status": status,
            "medium": "in_person", "participants": parts});
        if let Some(when) = when {
            record["when"] = json!(when);
        }
        if let Some(place) = place {
            record["place"] = json!(format!("place/{place}"));
        }
        self.record(&format!("The meeting {slug} was {status}."), record)
    }

    /// Gives the last record a name.
    pub(crate) fn named(mut self, name: &str) -> Self {
        if let Some(record) = self.records.last_mut() {
            record["name"] = name.into();
        }
        self
    }

    /// Says that the meeting told last was moved from a day.
    pub(crate) fn moved_from(mut self, day: &str) -> Self {
        if let Some(record) = self.records.last_mut() {
            record["previous_start_date"] = json!([day]);
        }
        self
    }

    /// Gives the place told last its entry in the gazetteer.
    pub(crate) fn geonames(mut self, entry: u32) -> Self {
        if let Some(record) = self.records.last_mut() {
            record["geonames"] = entry.into();
        }
        self
    }

    /// Makes the meeting told last part of another.
    pub(crate) fn part_of(mut self, meeting: &str) -> Self {
        if let Some(record) = self.records.last_mut() {
            record["part_of"] = format!("meeting/{meeting}").into();
        }
        self
    }

    pub(crate) fn statement(self, slug: &str, speaker: &str, act: &str, text: &str, when: &str) -> Self {
        let record = json!({"type": "statement", "id": format!("statement/{slug}"), "speaker": format!("actor/{speaker}"),
            "act": act, "text": text, "when": when});
        self.record(&format!("{speaker} said: {text}"), record)
    }

    pub(crate) fn outcome(self, slug: &str, kind: &str, parties: &[&str], meeting: Option<&str>) -> Self {
        let parties: Vec<String> = parties.iter().map(|party| format!("actor/{party}")).collect();
        let mut record = json!({"type": "outcome", "id": format!("outcome/{slug}"), "kind": kind, "status": "agreed",
            "parties": parties, "text": format!("They agreed on {slug}.")});
        if let Some(meeting) = meeting {
            record["meeting"] = json!(format!("meeting/{meeting}"));
        }
        self.record(&format!("They agreed on {slug}."), record)
    }

    pub(crate) fn done(self) -> Ingest {
        let mut document = json!({"id": self.id, "title": format!("About {}", self.id), "publisher": "The Wire",
            "sha256": sha256(&self.text), "bytes": self.text.len()});
        if let Some(published) = self.published {
            document["published"] = json!(published);
        }
        Ingest {
            document: serde_json::from_value::<Document>(document).unwrap(),
            text: self.text,
            records: self
                .records
                .into_iter()
                .map(|record| serde_json::from_value::<Record>(record).unwrap())
                .collect(),
        }
    }
}

/// Talks with everything in them that questions ask for.
pub(crate) fn talks() -> Ingest {
    Told::new("talks")
        .published("2031-05-16")
        .state("norland", "Norland", "NRL")
        .state("sudora", "Sudora", "SDR")
        .state("ostia", "Ostia", "OST")
        .person("anna-berg", "Anna Bergström", "NRL")
        .person("karim-said", "Karim Said", "SDR")
        .person("ola-nilsen", "Ola Nilsen", "NRL")
        .place("ostia", "country", "Ostia", "OST", None)
        .place("port-vela", "city", "Port Vela", "OST", None)
        .place("vela-palace", "venue", "Vela Palace", "OST", Some("port-vela"))
        .place("norhavn", "city", "Norhavn", "NRL", None)
        .meeting(
            "2031-05-16-port-vela",
            "held",
            Some("2031-05-16"),
            Some("vela-palace"),
            &["anna-berg", "karim-said:attended:chair", "ola-nilsen:absent"],
        )
        .meeting("2031-05-10-norhavn", "held", Some("2031-05-10"), Some("norhavn"), &["norland", "ostia"])
        .meeting("summit", "proposed", Some("2031-06"), None, &["ola-nilsen:invited", "sudora:invited"])
        .statement("no", "karim-said", "reject", "We do not accept it.", "2031-05-16")
        .statement("thanks", "anna-berg", "praise", "We thank Ostia.", "2031-05-17")
        .outcome("exchange", "prisoner_exchange", &["norland", "sudora"], Some("2031-05-16-port-vela"))
        .outcome("aid", "aid", &["ostia"], None)
        .done()
}

/// Another document on the same talks, which sees them a little otherwise.
pub(crate) fn report() -> Ingest {
    Told::new("report")
        .published("2031-05-15")
        .person("anna-berg", "Anna Berg", "NRL")
        .person("ola-nilsen", "Ola Nilsen", "NRL")
        .person("karim-said", "K. Said", "SDR")
        .place("port-vela", "city", "Port Vela", "OST", None)
        .meeting(
            "2031-05-16-port-vela",
            "planned",
            Some("2031-05"),
            Some("port-vela"),
            &["anna-berg:expected", "ola-nilsen:attended", "karim-said"],
        )
        .done()
}
