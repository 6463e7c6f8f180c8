//! One record, as it is or as it was known at a moment: as all tell it, as each tells it, and the words that
//! prove it.

use jiff::civil::Date;
use rapporteur_schema::{Record, RecordId, Span};

use super::evidence::Reader;
use crate::snapshot::{Moment, Snapshot};
use crate::view::merge_record;
use crate::{EvidenceView, Filter, GraphError, Store, Telling, View};

/// A store as the documents published, or put in, by a day would have it; made by [`Store::as_of`], or from a store as
/// it is.
///
/// A document counts from the last day on which it can have been published (`2025-05` from the 31st). One
/// without a date of publication counts from the day on which it was fetched; one that has neither does not
/// count on any day.
#[derive(Debug, Clone, Copy)]
pub struct AsOf<'s> {
    pub(crate) store: &'s Store,
    pub(crate) moment: Moment,
}

impl<'s> From<&'s Store> for AsOf<'s> {
    fn from(store: &'s Store) -> Self {
        Self { store, moment: Moment::default() }
    }
}

impl<'s> AsOf<'s> {
    /// A store at the moment that a filter asks for.
    pub fn of(store: &'s Store, filter: &Filter) -> Self {
        Self::from(store).on(filter.as_of).recorded_by(filter.recorded_as_of)
    }
}

impl AsOf<'_> {
    /// The same store on this day; as it is, without one.
    #[must_use]
    pub const fn on(self, day: Option<Date>) -> Self {
        Self { moment: Moment { public: day, ..self.moment }, ..self }
    }

    /// The same store with what was put in by this day (UTC); with all, without one.
    ///
    /// A document counts from the day on which its present text was put in; one of which no time is recorded does
    /// not count on any day. Judgements count from the day on which they were made. What was replaced or removed
    /// since is gone, and so is not told of.
    #[must_use]
    pub const fn recorded_by(self, day: Option<Date>) -> Self {
        Self { moment: Moment { recorded: day, ..self.moment }, ..self }
    }

    /// The filter that asks for everything then.
    pub fn filter(&self) -> Filter {
        Filter { as_of: self.moment.public, recorded_as_of: self.moment.recorded, ..Filter::default() }
    }

    /// One record, as the documents tell it.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn record(&self, id: &RecordId) -> Result<Option<View<Record>>, GraphError> {
        // One look at the store for all of it, so that no ingest comes in between.
        let state = self.store.read();
        let snapshot = Snapshot::new(&state, self.moment);
        if matches!(id, RecordId::Meeting(_)) {
            let Some(number) = snapshot.number(id.clone())? else { return Ok(None) };
            let Some((_, mut view)) = snapshot.whole_meeting(number)? else { return Ok(None) };
            let meeting = &mut view.record;
            meeting.part_of = meeting.part_of.take().filter(|whole| *whole != meeting.id);
            meeting.follows = snapshot.follows(&meeting.id, &meeting.follows, &snapshot.cards(number)?)?;
            return Ok(Some(view.map(Record::Meeting)));
        }
        let told = tellings(&snapshot, id, false)?;
        Ok(merge_record(told.into_iter().map(|telling| (telling.document, telling.record)).collect()))
    }

    /// One record, as each document tells it, by document. A document tells of itself.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn tellings(&self, id: &RecordId) -> Result<Vec<Telling>, GraphError> {
        tellings(&Snapshot::new(&self.store.read(), self.moment), id, true)
    }

    /// The words that prove a record, by document and place in it, each once.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn evidence(&self, id: &RecordId) -> Result<Vec<EvidenceView>, GraphError> {
        let state = self.store.read();
        let snapshot = Snapshot::new(&state, self.moment);
        let told = tellings(&snapshot, id, true)?;
        let mut spans: Vec<Span> = told.iter().flat_map(|telling| telling.record.spans().cloned()).collect();
        spans.sort();
        spans.dedup();
        Reader::new(&snapshot).views(&spans)
    }
}

fn tellings(snapshot: &Snapshot<'_>, id: &RecordId, as_told: bool) -> Result<Vec<Telling>, GraphError> {
    if let RecordId::Document(id) = id {
        let found = snapshot.state.find_document(id)?;
        let Some((node, card)) = found else { return Ok(Vec::new()) };
        if !snapshot.admits(node)? {
            return Ok(Vec::new());
        }
        let record = Record::Document(snapshot.state.index.document_record(&card)?);
        return Ok(vec![Telling { document: id.clone(), record }]);
    }
    match snapshot.number(id.clone())? {
        Some(node) if as_told => snapshot.tellings_as_told(node),
        Some(node) => snapshot.tellings(node),
        None => Ok(Vec::new()),
    }
}
