//! What narrows a question down.

use jiff::civil::Date;
use rapporteur_schema::{
    Act, ActorId, ActorKind, Attendance, Country, DocumentId, Edtf, Medium, MeetingId, MeetingStatus,
    OutcomeKind, OutcomeStatus, PlaceId, PlaceKind, Role, StatementMedium,
};

use crate::snapshot::Moment;

/// Everything a question can be narrowed down by. A question leaves out of account what means nothing
/// to it (a place's kind means nothing to statements).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Who must be in it: any of these.
    pub actor: Option<ActorId>,
    /// Who must be in it as well.
    pub with: Option<ActorId>,
    /// Where: this place or one within it.
    pub place: Option<PlaceId>,
    /// Where: any place in this country.
    pub country: Option<Country>,
    /// The first day of the range.
    pub from: Option<Date>,
    /// The last day of the range.
    pub until: Option<Date>,
    /// As the documents published by this day would have it; see [`AsOf`](crate::AsOf).
    pub as_of: Option<Date>,
    /// With what was put in by this day; see [`AsOf::recorded_by`](crate::AsOf::recorded_by).
    pub recorded_as_of: Option<Date>,
    /// Told by this document.
    pub document: Option<DocumentId>,
    /// This meeting; of statements and outcomes, that speak or came of it; of actors, that were in it.
    pub meeting: Option<MeetingId>,
    /// Of whom or to whom a statement speaks.
    pub about: Option<ActorId>,
    /// Who passed a statement on.
    pub via: Option<ActorId>,
    /// What a statement or an outcome speaks of: each of these words, or one that begins so, is in its text.
    pub words: Option<String>,
    /// Statuses of meetings, any of them.
    pub status: Vec<MeetingStatus>,
    /// Media of meetings, any of them.
    pub medium: Vec<Medium>,
    /// Attendances of the actor (of anyone, where no actor is given), any of them.
    pub attendance: Vec<Attendance>,
    /// Roles of the actor (of anyone, where no actor is given), any of them.
    pub role: Vec<Role>,
    /// Speech acts, any of them.
    pub act: Vec<Act>,
    /// Media of statements, any of them.
    pub statement_medium: Vec<StatementMedium>,
    /// Kinds of outcome, any of them.
    pub outcome_kind: Vec<OutcomeKind>,
    /// Statuses of outcomes, any of them.
    pub outcome_status: Vec<OutcomeStatus>,
    /// Only outcomes that are to be done by a day.
    pub due: bool,
    /// Only outcomes that were to be done before this day, and are not.
    pub overdue_on: Option<Date>,
    /// Kinds of actor, any of them.
    pub actor_kind: Vec<ActorKind>,
    /// Kinds of place, any of them.
    pub place_kind: Vec<PlaceKind>,
    /// Whether a state stands for its nationals and those who act on its behalf as well. True at first.
    pub including_nationals: bool,
    /// Whether the latest come first; else the earliest do.
    pub latest: bool,
    /// At most so many rows.
    pub limit: Option<usize>,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            actor: None,
            with: None,
            place: None,
            country: None,
            from: None,
            until: None,
            as_of: None,
            recorded_as_of: None,
            document: None,
            meeting: None,
            about: None,
            via: None,
            words: None,
            status: Vec::new(),
            medium: Vec::new(),
            attendance: Vec::new(),
            role: Vec::new(),
            act: Vec::new(),
            statement_medium: Vec::new(),
            outcome_kind: Vec::new(),
            outcome_status: Vec::new(),
            due: false,
            overdue_on: None,
            actor_kind: Vec::new(),
            place_kind: Vec::new(),
            including_nationals: true,
            latest: false,
            limit: None,
        }
    }
}

impl Filter {
    /// What counts.
    pub(crate) const fn moment(&self) -> Moment {
        Moment { public: self.as_of, recorded: self.recorded_as_of }
    }

    /// Whether the days from `first` to `last` touch the range.
    pub(crate) fn admits_days(&self, days: Option<(Date, Date)>) -> bool {
        if self.from.is_none() && self.until.is_none() {
            return true;
        }
        days.is_some_and(|(first, last)| {
            self.from.is_none_or(|from| from <= last) && self.until.is_none_or(|until| first <= until)
        })
    }

    pub(crate) fn overlap(&mut self, when: &Edtf) {
        self.from = Some(when.first_day());
        self.until = Some(when.last_day());
    }
}

/// Writes the builder methods that a question has.
macro_rules! filters {
    ($question:ident: $($filter:ident),* $(,)?) => {
        impl<'s> $question<'s> {
            pub(crate) fn new(store: &'s crate::Store) -> Self {
                Self { store, filter: crate::Filter::default() }
            }

            /// Takes the whole filter instead of what was said so far.
            #[must_use]
            pub fn matching(mut self, filter: crate::Filter) -> Self {
                self.filter = filter;
                self
            }

            /// As the documents published by this day would have it; see [`AsOf`](crate::AsOf).
            #[must_use]
            pub fn as_of(mut self, day: jiff::civil::Date) -> Self {
                self.filter.as_of = Some(day);
                self
            }

            /// With what was put in by this day; see [`AsOf::recorded_by`](crate::AsOf::recorded_by).
            #[must_use]
            pub fn recorded_as_of(mut self, day: jiff::civil::Date) -> Self {
                self.filter.recorded_as_of = Some(day);
                self
            }

            $(crate::query::filter::filter_method!($filter);)*
        }
    };
}

macro_rules! filter_method {
    (actor) => {
        /// With this actor; see [`Filter::including_nationals`](crate::Filter::including_nationals).
        #[must_use]
        pub fn actor(mut self, actor: &rapporteur_schema::ActorId) -> Self {
            self.filter.actor = Some(actor.clone());
            self
        }
    };
    (with) => {
        /// With this actor as well.
        #[must_use]
        pub fn with(mut self, actor: &rapporteur_schema::ActorId) -> Self {
            self.filter.with = Some(actor.clone());
            self
        }
    };
    (place) => {
        /// In this place or one within it.
        #[must_use]
        pub fn place(mut self, place: &rapporteur_schema::PlaceId) -> Self {
            self.filter.place = Some(place.clone());
            self
        }
    };
    (country) => {
        /// In any place of this country (of actors: that belong to it).
        #[must_use]
        pub fn country(mut self, country: rapporteur_schema::Country) -> Self {
            self.filter.country = Some(country);
            self
        }
    };
    (dates) => {
        /// Not over before this day.
        #[must_use]
        pub fn from(mut self, day: jiff::civil::Date) -> Self {
            self.filter.from = Some(day);
            self
        }

        /// Begun by this day.
        #[must_use]
        pub fn until(mut self, day: jiff::civil::Date) -> Self {
            self.filter.until = Some(day);
            self
        }

        /// On a day that can be in this date.
        #[must_use]
        pub fn when(mut self, when: &rapporteur_schema::Edtf) -> Self {
            self.filter.overlap(when);
            self
        }
    };
    (document) => {
        /// Told by this document.
        #[must_use]
        pub fn document(mut self, document: &rapporteur_schema::DocumentId) -> Self {
            self.filter.document = Some(document.clone());
            self
        }
    };
    (meeting) => {
        /// This meeting, or what came of it, speaks of it, or was in it.
        #[must_use]
        pub fn meeting(mut self, meeting: &rapporteur_schema::MeetingId) -> Self {
            self.filter.meeting = Some(meeting.clone());
            self
        }
    };
    (due) => {
        /// To be done by a day.
        #[must_use]
        pub fn due(mut self) -> Self {
            self.filter.due = true;
            self
        }

        /// To be done before this day, and not done.
        #[must_use]
        pub fn overdue(mut self, day: jiff::civil::Date) -> Self {
            self.filter.overdue_on = Some(day);
            self
        }
    };
    (nationals) => {
        /// Whether a state stands for its nationals and those who act on its behalf as well.
        #[must_use]
        pub fn including_nationals(mut self, including: bool) -> Self {
            self.filter.including_nationals = including;
            self
        }
    };
    (about) => {
        /// That speaks of this actor or to it.
        #[must_use]
        pub fn about(mut self, actor: &rapporteur_schema::ActorId) -> Self {
            self.filter.about = Some(actor.clone());
            self
        }

        /// That this actor passed on.
        #[must_use]
        pub fn via(mut self, actor: &rapporteur_schema::ActorId) -> Self {
            self.filter.via = Some(actor.clone());
            self
        }
    };
    (words) => {
        /// In whose text each of these words is, or one that begins so.
        #[must_use]
        pub fn words(mut self, words: impl Into<String>) -> Self {
            self.filter.words = Some(words.into());
            self
        }
    };
    (limit) => {
        /// The latest first; without it, the earliest first.
        #[must_use]
        pub fn latest(mut self) -> Self {
            self.filter.latest = true;
            self
        }

        /// At most so many rows.
        #[must_use]
        pub fn limit(mut self, rows: usize) -> Self {
            self.filter.limit = Some(rows);
            self
        }
    };
    (status) => { crate::query::filter::any_of!(status: MeetingStatus, status, "Of this status, or of another named so."); };
    (medium) => { crate::query::filter::any_of!(medium: Medium, medium, "By this medium, or by another named so."); };
    (attendance) => {
        crate::query::filter::any_of!(attendance: Attendance, attendance, "Where the actor, or anyone, was so or as another time named.");
    };
    (role) => { crate::query::filter::any_of!(role: Role, role, "Where the actor, or anyone, had this role or another named so."); };
    (act) => { crate::query::filter::any_of!(act: Act, act, "Of this speech act, or of another named so."); };
    (statement_medium) => {
        crate::query::filter::any_of!(statement_medium: StatementMedium, medium, "Said in this medium, or in another named so.");
    };
    (outcome_kind) => { crate::query::filter::any_of!(outcome_kind: OutcomeKind, kind, "Of this kind, or of another named so."); };
    (outcome_status) => {
        crate::query::filter::any_of!(outcome_status: OutcomeStatus, status, "Of this status, or of another named so.");
    };
    (actor_kind) => { crate::query::filter::any_of!(actor_kind: ActorKind, kind, "Of this kind, or of another named so."); };
    (place_kind) => { crate::query::filter::any_of!(place_kind: PlaceKind, kind, "Of this kind, or of another named so."); };
}

macro_rules! any_of {
    ($field:ident: $type:ident, $method:ident, $doc:literal) => {
        #[doc = $doc]
        #[must_use]
        pub fn $method(mut self, value: rapporteur_schema::$type) -> Self {
            self.filter.$field.push(value);
            self
        }
    };
}

pub(crate) use {any_of, filter_method, filters};
