//! Whether what was to be done by a day was done, as a later outcome tells.
//!
//! It must not know the calendar of today. Invariant: only what a document tells as done fulfils anything, and only
//! what was told on or after the day of the promise.

use jiff::civil::Date;
use rapporteur_schema::{Edtf, Outcome, OutcomeId, OutcomeStatus, Record};

use super::ask::{ANY_DAY, Ask};
use super::words::stems;
use crate::index::derive::Relation;
use crate::{GraphError, View};

/// Words that the promise and the deed must have in common, their endings aside.
const COMMON: usize = 2;

/// The first outcome that tells that another, which is to be done by a day, was done.
pub(super) fn fulfilled_by(ask: &Ask<'_>, promise: &View<Outcome>) -> Result<Option<OutcomeId>, GraphError> {
    if promise.due.is_none() {
        return Ok(None);
    }
    let (promised, since) = (stems(&promise.text), promise.when.as_ref().map(Edtf::first_day));
    let mut found: Option<(Option<Date>, OutcomeId)> = None;
    for party in &promise.parties {
        let Some(party) = ask.number(party.clone())? else { continue };
        for number in ask.snapshot.links(party, Relation::Party, ANY_DAY)? {
            for telling in ask.snapshot.tellings(number)? {
                let Record::Outcome(deed) = telling.record else { continue };
                let day = deed.when.as_ref().map(Edtf::last_day);
                let later = since.is_none_or(|since| day.is_none_or(|day| since <= day));
                let done = deed.status == OutcomeStatus::Implemented && deed.id != promise.id;
                if done && later && promised.intersection(&stems(&deed.text)).count() >= COMMON {
                    let deed = (day, deed.id);
                    found = Some(found.map_or_else(|| deed.clone(), |first| first.min(deed.clone())));
                }
            }
        }
    }
    Ok(found.map(|(_, id)| id))
}
