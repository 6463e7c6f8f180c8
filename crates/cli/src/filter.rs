//! The flags that narrow a question down, and what they mean in a store.

use clap::Args;
use rapporteur::resolve::{self, Where};
use rapporteur::schema::{Attendance, DocumentId, Edtf, Medium, MeetingId, MeetingStatus, Role};
use rapporteur::{AsOf, Filter, Store};

use crate::failure::Failure;
use crate::term::{self, date, term};

/// What was known when.
#[derive(Debug, Args)]
pub(crate) struct AsOfArgs {
    /// As the documents published by this date would have it; documents without a date are left out.
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<Edtf>,
    /// With what was ingested or imported by this date (UTC); documents of which no time is recorded are left out.
    #[arg(long, value_name = "DATE", value_parser = date)]
    recorded_as_of: Option<Edtf>,
}

impl AsOfArgs {
    /// The store at that moment.
    pub(crate) fn of<'s>(&self, store: &'s Store) -> AsOf<'s> {
        let last_day = |date: &Option<Edtf>| date.as_ref().map(Edtf::last_day);
        AsOf::from(store).on(last_day(&self.as_of)).recorded_by(last_day(&self.recorded_as_of))
    }
}

/// Who, by name as people type it or by id.
#[derive(Debug, Args)]
pub(crate) struct WhoArgs {
    /// Who must be in it: a name, a surname, a state or an id; a second one must be in it as well.
    #[arg(value_name = "ACTOR", num_args = 0..=2)]
    actors: Vec<String>,
    /// The same as a flag; may stand twice.
    #[arg(long, value_name = "ACTOR")]
    who: Vec<String>,
    /// A state stands for itself alone, not for its nationals and those who act for it.
    #[arg(long)]
    only_itself: bool,
}

impl WhoArgs {
    pub(crate) fn narrow(&self, store: AsOf<'_>, filter: &mut Filter) -> Result<(), Failure> {
        let names: Vec<&String> = self.actors.iter().chain(&self.who).collect();
        let (actor, with) = match names.as_slice() {
            [] => (None, None),
            [one] => (Some(*one), None),
            [one, two] => (Some(*one), Some(*two)),
            _ => return Err(Failure::Usage("more than two actors: ask for two at a time".to_owned())),
        };
        filter.actor = actor.map(|name| resolve::actor(store, name)).transpose()?;
        filter.with = with.map(|name| resolve::actor(store, name)).transpose()?;
        filter.including_nationals = !self.only_itself;
        Ok(())
    }
}

/// When, by whole days.
#[derive(Debug, Args)]
pub(crate) struct WhenArgs {
    /// Not over before this date (2025, 2025-05, 2025-05-16).
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<Edtf>,
    /// Begun by this date.
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<Edtf>,
    /// On a day that can be in this date.
    #[arg(long, value_name = "DATE", value_parser = date, conflicts_with_all = ["since", "until"])]
    when: Option<Edtf>,
}

impl WhenArgs {
    pub(crate) fn narrow(&self, filter: &mut Filter) -> Result<(), Failure> {
        let (since, until) = match &self.when {
            Some(when) => (Some(when), Some(when)),
            None => (self.since.as_ref(), self.until.as_ref()),
        };
        filter.from = since.map(Edtf::first_day);
        filter.until = until.map(Edtf::last_day);
        if filter.from > filter.until && filter.until.is_some() {
            return Err(Failure::Usage("--since is later than --until".to_owned()));
        }
        Ok(())
    }
}

/// Where, by name as people type it or by id.
#[derive(Debug, Args)]
pub(crate) struct WhereArgs {
    /// In this place or one within it: a country, a city, a venue or an id.
    #[arg(long = "where", value_name = "PLACE")]
    place: Option<String>,
}

impl WhereArgs {
    pub(crate) fn narrow(&self, store: AsOf<'_>, filter: &mut Filter) -> Result<(), Failure> {
        match self.place.as_deref().map(|name| resolve::place(store, name)).transpose()? {
            Some(Where::Place(place)) => filter.place = Some(place),
            Some(Where::Country(country)) => filter.country = Some(country),
            None => {}
        }
        Ok(())
    }
}

/// Which meeting, by its id or by words of its name.
#[derive(Debug, Args)]
pub(crate) struct MeetingArg {
    /// This meeting, or what came of it or speaks of it: its id, or words of its name.
    #[arg(long, value_name = "MEETING")]
    meeting: Option<String>,
}

impl MeetingArg {
    pub(crate) fn narrow(&self, store: AsOf<'_>, filter: &mut Filter) -> Result<(), Failure> {
        filter.meeting = self.meeting.as_deref().map(|name| resolve::meeting(store, name)).transpose()?;
        Ok(())
    }
}

/// How much, and from which document.
#[derive(Debug, Args)]
pub(crate) struct ExtentArgs {
    /// Told by this document, by its id.
    #[arg(long, value_name = "ID")]
    document: Option<DocumentId>,
    /// The latest first; without it, the earliest first.
    #[arg(long)]
    latest: bool,
    /// At most so many rows.
    #[arg(long, value_name = "ROWS")]
    limit: Option<usize>,
}

impl ExtentArgs {
    pub(crate) fn narrow(&self, filter: &mut Filter) {
        filter.document.clone_from(&self.document);
        filter.latest = self.latest;
        filter.limit = self.limit;
    }
}

/// Everything that narrows down a question about meetings.
#[derive(Debug, Args)]
pub(crate) struct MeetingArgs {
    #[command(flatten)]
    who: WhoArgs,
    #[command(flatten)]
    place: WhereArgs,
    #[command(flatten)]
    when: WhenArgs,
    /// Of this status; may stand several times.
    #[arg(long, value_parser = term::<MeetingStatus>(term::MEETING_STATUS), value_delimiter = ',')]
    status: Vec<MeetingStatus>,
    /// By this medium; may stand several times.
    #[arg(long, value_parser = term::<Medium>(term::MEDIUM), value_delimiter = ',')]
    medium: Vec<Medium>,
    /// Where the actor, or anyone, was so; may stand several times. Shows the words that say so.
    #[arg(long, value_parser = term::<Attendance>(term::ATTENDANCE), value_delimiter = ',')]
    attendance: Vec<Attendance>,
    /// Where the actor, or anyone, had this role; may stand several times.
    #[arg(long, value_parser = term::<Role>(term::ROLE), value_delimiter = ',')]
    role: Vec<Role>,
    #[command(flatten)]
    meeting: MeetingArg,
    #[command(flatten)]
    extent: ExtentArgs,
    #[command(flatten)]
    pub(crate) as_of: AsOfArgs,
}

impl MeetingArgs {
    pub(crate) fn filter(&self, store: &Store) -> Result<Filter, Failure> {
        let store = self.as_of.of(store);
        let mut filter = store.filter();
        self.who.narrow(store, &mut filter)?;
        self.place.narrow(store, &mut filter)?;
        self.when.narrow(&mut filter)?;
        self.meeting.narrow(store, &mut filter)?;
        self.extent.narrow(&mut filter);
        filter.status.clone_from(&self.status);
        filter.medium.clone_from(&self.medium);
        filter.attendance.clone_from(&self.attendance);
        filter.role.clone_from(&self.role);
        Ok(filter)
    }
}

/// What narrows down a question about what documents tell of somebody, or of a meeting.
#[derive(Debug, Args)]
pub(crate) struct TopicArgs {
    /// About this actor.
    #[arg(long, value_name = "ACTOR")]
    who: Option<String>,
    /// About this meeting, by its id.
    #[arg(long, value_name = "ID")]
    meeting: Option<MeetingId>,
    #[command(flatten)]
    when: WhenArgs,
    /// At most so many rows.
    #[arg(long, value_name = "ROWS")]
    limit: Option<usize>,
    #[command(flatten)]
    as_of: AsOfArgs,
}

impl TopicArgs {
    pub(crate) fn filter(&self, store: &Store) -> Result<Filter, Failure> {
        let past = self.as_of.of(store);
        let actor = self.who.as_deref().map(|name| resolve::actor(past, name)).transpose()?;
        let mut filter = Filter { actor, limit: self.limit, ..past.filter() };
        filter.meeting.clone_from(&self.meeting);
        self.when.narrow(&mut filter)?;
        Ok(filter)
    }
}
