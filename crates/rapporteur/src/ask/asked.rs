//! What was understood: names as typed beside what they mean.
//!
//! It must not know how a question was worded. Invariant: the command it prints asks the same as its query.

use jiff::civil::Date;
use rapporteur_extract::date::Kind;
use rapporteur_graph::{AsOf, Filter};
use rapporteur_schema::{
    Act, ActorId, ActorKind, Attendance, Country, Edtf, Medium, MeetingId, MeetingStatus, OutcomeKind,
    OutcomeStatus, PlaceKind, Role, StatementMedium,
};
use serde::Serialize;

use super::Understood;
use crate::resolve::{self, Where};
use crate::{Query, Topic};

/// Something of the store, and the words that name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named<T> {
    pub(super) typed: String,
    pub(super) means: T,
}

/// A question, understood.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    pub(super) who: Vec<Named<ActorId>>,
    pub(super) about: Option<Named<ActorId>>,
    pub(super) via: Option<Named<ActorId>>,
    pub(super) place: Option<Named<Where>>,
    pub(super) country: Option<Named<Country>>,
    pub(super) meeting: Option<MeetingId>,
    pub(super) since: Option<Edtf>,
    pub(super) until: Option<Edtf>,
    pub(super) when: Option<Edtf>,
    pub(super) as_of: Option<Edtf>,
    pub(super) status: Vec<MeetingStatus>,
    pub(super) medium: Vec<Medium>,
    pub(super) role: Vec<Role>,
    pub(super) absent: bool,
    pub(super) act: Vec<Act>,
    pub(super) said_in: Vec<StatementMedium>,
    pub(super) kind: Vec<OutcomeKind>,
    pub(super) outcome_status: Vec<OutcomeStatus>,
    pub(super) actor_kind: Vec<ActorKind>,
    pub(super) place_kind: Vec<PlaceKind>,
    pub(super) words: Option<String>,
    pub(super) due: bool,
    pub(super) overdue_on: Option<Date>,
    pub(super) latest: bool,
    pub(super) limit: Option<usize>,
}

impl Asked {
    /// Narrows down to a time.
    pub(super) fn time(&mut self, kind: Kind, when: &Edtf) {
        match kind {
            Kind::Since => self.since = Some(when.clone()),
            Kind::Until | Kind::By => self.until = Some(when.clone()),
            Kind::Before => self.until = when.first_day().yesterday().ok().map(Edtf::day),
            Kind::After => self.since = when.last_day().tomorrow().ok().map(Edtf::day),
            _ => self.when = Some(when.clone()),
        }
    }

    /// The question as a query and as a command.
    pub(super) fn understood(self, topic: Topic, store: AsOf<'_>) -> Understood {
        let command = self.command(topic, store);
        let (from, until) = match &self.when {
            Some(when) => (Some(when), Some(when)),
            None => (self.since.as_ref(), self.until.as_ref()),
        };
        let mut who = self.who.into_iter().map(|named| named.means);
        let mut filter = Filter {
            actor: who.next(),
            with: who.next(),
            about: self.about.map(|named| named.means),
            via: self.via.map(|named| named.means),
            country: self.country.map(|named| named.means),
            meeting: self.meeting,
            from: from.map(Edtf::first_day),
            until: until.map(Edtf::last_day),
            as_of: self.as_of.as_ref().map(Edtf::last_day),
            status: self.status,
            medium: self.medium,
            role: self.role,
            act: self.act,
            statement_medium: self.said_in,
            outcome_kind: self.kind,
            outcome_status: self.outcome_status,
            actor_kind: self.actor_kind,
            place_kind: self.place_kind,
            words: self.words,
            due: self.due,
            overdue_on: self.overdue_on,
            latest: self.latest,
            limit: self.limit,
            ..Filter::default()
        };
        if self.absent {
            filter.attendance = vec![Attendance::Absent, Attendance::Declined];
        }
        match self.place.map(|named| named.means) {
            Some(Where::Place(place)) => filter.place = Some(place),
            Some(Where::Country(country)) => filter.country = Some(country),
            None => {}
        }
        Understood { query: Query { topic, filter }, command }
    }

    fn command(&self, topic: Topic, store: AsOf<'_>) -> Vec<String> {
        let mut command = Command(vec![name(topic).to_owned()]);
        let actor = |named: &Named<ActorId>| match resolve::actor(store, &named.typed) {
            Ok(found) if found == named.means => named.typed.clone(),
            _ => named.means.to_string(),
        };
        let who_flag = match topic {
            Topic::Statements => Some("--speaker"),
            Topic::Actors => Some("--with"),
            Topic::Places | Topic::Documents | Topic::Conflicts => Some("--who"),
            _ => None,
        };
        for named in &self.who {
            match who_flag {
                Some(flag) => command.flag(flag, actor(named)),
                None => command.0.push(actor(named)),
            }
        }
        if topic == Topic::Timeline {
            command.0.extend(self.meeting.iter().map(ToString::to_string));
        } else {
            command.any("--meeting", self.meeting.as_ref());
        }
        command.any("--about", self.about.as_ref().map(actor));
        command.any("--via", self.via.as_ref().map(actor));
        command.any("--where", self.place.as_ref().map(|named| self.place_word(named, store)));
        command.any("--country", self.country.as_ref().map(|named| named.typed.clone()));
        command.any("--when", self.when.as_ref());
        command.any("--since", self.since.as_ref());
        command.any("--until", self.until.as_ref());
        command.any("--as-of", self.as_of.as_ref());
        command.terms("--status", &self.status);
        command.terms("--medium", &self.medium);
        command.terms("--role", &self.role);
        command.switch("--absent", self.absent);
        command.terms("--act", &self.act);
        command.terms("--medium", &self.said_in);
        command.terms("--kind", &self.kind);
        command.terms("--status", &self.outcome_status);
        command.terms("--kind", &self.actor_kind);
        command.terms("--kind", &self.place_kind);
        command.any("--words", self.words.as_ref());
        command.switch("--due", self.due);
        command.switch("--overdue", self.overdue_on.is_some());
        command.any("--on", self.overdue_on);
        command.switch("--latest", self.latest);
        command.any("--limit", self.limit);
        command.0
    }

    fn place_word(&self, named: &Named<Where>, store: AsOf<'_>) -> String {
        match (resolve::place(store, &named.typed), &named.means) {
            (Ok(found), means) if found == *means => named.typed.clone(),
            (_, Where::Place(place)) => place.to_string(),
            (_, Where::Country(country)) => country.to_string(),
        }
    }
}

/// A command as its words.
struct Command(Vec<String>);

impl Command {
    fn flag(&mut self, flag: &str, value: String) {
        self.0.extend([flag.to_owned(), value]);
    }

    fn any(&mut self, flag: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.flag(flag, value.to_string());
        }
    }

    fn switch(&mut self, flag: &str, on: bool) {
        if on {
            self.0.push(flag.to_owned());
        }
    }

    /// Words of a vocabulary, as the record contract spells them.
    fn terms<T: Serialize>(&mut self, flag: &str, terms: &[T]) {
        let spelt = |term: &T| match serde_json::to_value(term) {
            Ok(serde_json::Value::String(word)) => Some(word),
            _ => None,
        };
        let words: Vec<String> = terms.iter().filter_map(spelt).collect();
        if !words.is_empty() {
            self.flag(flag, words.join(","));
        }
    }
}

const fn name(topic: Topic) -> &'static str {
    match topic {
        Topic::Met => "met",
        Topic::Statements => "statements",
        Topic::Outcomes => "outcomes",
        Topic::Actors => "actors",
        Topic::Places => "places",
        Topic::Documents => "documents",
        Topic::Conflicts => "conflicts",
        Topic::Chain => "chain",
        Topic::Timeline => "timeline",
    }
}
