//! How the status of a meeting came about: who told what of it, and when.

use jiff::civil::Date;
use rapporteur_schema::{Edtf, Meeting, MeetingId, MeetingStatus, Record, RecordId, Span};

use super::as_of::AsOf;
use super::evidence::Reader;
use crate::snapshot::Snapshot;
use crate::view::status::{ToldStatus, standing};
use crate::{EvidenceView, GraphError, Store};

/// What was told of a meeting on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusTold {
    /// The day by which it was public; nothing where no document has a date.
    pub day: Option<Date>,
    /// The status that is told.
    pub status: MeetingStatus,
    /// The days for which, or on which, it is told; several where the documents of that day differ.
    pub when: Vec<Edtf>,
    /// The status that stood when this was public.
    pub standing: MeetingStatus,
    /// Whether another stood before.
    pub is_change: bool,
    /// The words that tell it, by document.
    pub evidence: Vec<EvidenceView>,
}

impl Store {
    /// What was told of a meeting's status, by day; nothing where the store does not know it.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn timeline(&self, meeting: &MeetingId) -> Result<Vec<StatusTold>, GraphError> {
        AsOf::from(self).timeline(meeting)
    }
}

impl AsOf<'_> {
    /// What was told of a meeting's status, by day; nothing where the store does not know it.
    ///
    /// # Errors
    /// What reading runs into.
    pub fn timeline(&self, meeting: &MeetingId) -> Result<Vec<StatusTold>, GraphError> {
        let state = self.store.read();
        let snapshot = Snapshot::new(&state, self.moment);
        let Some(number) = snapshot.number(meeting.clone())? else { return Ok(Vec::new()) };
        let mut told = snapshot.told_statuses(&snapshot.cards(number)?)?;
        told.sort_by_key(|one| (one.public.is_none(), one.public, one.status, one.document.clone()));
        let tellings: Vec<(RecordId, Meeting)> = snapshot
            .tellings(number)?
            .into_iter()
            .filter_map(|telling| match telling.record {
                Record::Meeting(meeting) => Some((telling.document.into(), meeting)),
                _ => None,
            })
            .collect();
        let reader = Reader::new(&snapshot);
        let mut rows: Vec<StatusTold> = Vec::new();
        let mut before: Option<MeetingStatus> = None;
        let mut at = 0;
        while let Some(first) = told.get(at) {
            let same = |one: &&ToldStatus| (one.public, one.status) == (first.public, first.status);
            let group: Vec<&ToldStatus> = told[at..].iter().take_while(same).collect();
            // What was public by the end of that day.
            let known: Vec<ToldStatus> = told
                .iter()
                .filter(|one| {
                    first.public.is_none() || one.public.is_some_and(|public| Some(public) <= first.public)
                })
                .cloned()
                .collect();
            let stood = standing(&known).unwrap_or(first.status);
            let own = tellings.iter().filter(|(document, meeting)| {
                meeting.status == first.status
                    && group.iter().any(|one| RecordId::from(one.document.clone()) == *document)
            });
            let own: Vec<&Meeting> = own.map(|(_, meeting)| meeting).collect();
            let words: Vec<Span> = own.iter().flat_map(|meeting| meeting.evidence.iter().cloned()).collect();
            let mut when: Vec<Edtf> = own.iter().filter_map(|meeting| meeting.when.clone()).collect();
            when.sort();
            when.dedup();
            rows.push(StatusTold {
                day: first.public,
                status: first.status,
                when,
                standing: stood,
                is_change: before != Some(stood),
                evidence: reader.views(&words)?,
            });
            before = Some(stood);
            at += group.len();
        }
        Ok(rows)
    }
}
