//! Which status of a meeting stands, where documents tell several.
//!
//! The rules, in this order. A report that it took place beats every announcement: what was planned and then
//! held is held, and that is no contradiction. A report is not erased by a denial or a cancellation: it stands,
//! and they contradict it (a cancellation said before the day is history, not a contradiction). Where nothing is
//! reported, the last word counts, of words of one day the gravest. A denial contradicts whatever plan it denies.
//!
//! Invariant: the status depends on what is told and when, not on the order in which documents came.

use jiff::civil::Date;
use rapporteur_schema::{DocumentId, Edtf, Meeting, MeetingStatus};

use super::pick::text;
use super::{Conflict, View};

/// A status that a document tells, and the day by which that was public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ToldStatus {
    pub(crate) document: DocumentId,
    pub(crate) status: MeetingStatus,
    pub(crate) public: Option<Date>,
}

/// The status that stands; nothing is told where there is none.
pub(crate) fn standing(told: &[ToldStatus]) -> Option<MeetingStatus> {
    let has = |status| told.iter().any(|one| one.status == status);
    if has(MeetingStatus::Held) {
        return Some(MeetingStatus::Held);
    }
    if has(MeetingStatus::Ongoing) {
        return Some(MeetingStatus::Ongoing);
    }
    told.iter().max_by_key(|one| (one.public, gravity(one.status))).map(|one| one.status)
}

const fn gravity(status: MeetingStatus) -> u8 {
    match status {
        MeetingStatus::Proposed => 0,
        MeetingStatus::Planned => 1,
        MeetingStatus::Denied => 2,
        MeetingStatus::Cancelled => 3,
        MeetingStatus::Ongoing => 4,
        MeetingStatus::Held => 5,
    }
}

/// The statuses that cannot both be true.
fn contradicting(told: &[ToldStatus], when: Option<&Edtf>) -> Vec<MeetingStatus> {
    let Some(stands) = standing(told) else { return Vec::new() };
    let against = |one: &&ToldStatus| match (stands, one.status) {
        (MeetingStatus::Held | MeetingStatus::Ongoing, MeetingStatus::Denied) => true,
        (MeetingStatus::Held | MeetingStatus::Ongoing, MeetingStatus::Cancelled) => {
            one.public.is_none_or(|public| when.is_none_or(|when| public >= when.first_day()))
        }
        (MeetingStatus::Denied, other) => other != MeetingStatus::Denied,
        (_, MeetingStatus::Denied) => true,
        _ => false,
    };
    let mut statuses: Vec<MeetingStatus> = told.iter().filter(against).map(|one| one.status).collect();
    statuses.sort_by_key(|status| gravity(*status));
    statuses.dedup();
    // What stands is against nothing of its own kind, so it is not among them yet.
    if !statuses.is_empty() {
        statuses.insert(0, stands);
    }
    statuses
}

/// Puts the status that stands into a view, and among its conflicts only those that contradict it.
pub(crate) fn settle(view: &mut View<Meeting>, told: &[ToldStatus]) {
    view.conflicts.retain(|conflict| conflict.field != "status");
    if let Some(status) = standing(told) {
        view.record.status = status;
    }
    let values: Vec<(String, Vec<DocumentId>)> = contradicting(told, view.record.when.as_ref())
        .into_iter()
        .map(|status| {
            let mut tellers: Vec<DocumentId> =
                told.iter().filter(|one| one.status == status).map(|one| one.document.clone()).collect();
            tellers.sort();
            tellers.dedup();
            (text(&status), tellers)
        })
        .collect();
    if values.len() > 1 {
        view.conflicts.push(Conflict { field: "status", values });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn told(statuses: &[(MeetingStatus, i8)]) -> Vec<ToldStatus> {
        let one = |(at, (status, day)): (usize, &(MeetingStatus, i8))| ToldStatus {
            document: DocumentId::from_text(&format!("d{at}")),
            status: *status,
            public: Some(date(2031, 5, *day)),
        };
        statuses.iter().enumerate().map(one).collect()
    }

    #[test]
    fn what_was_planned_and_held_is_held_and_no_contradiction() {
        let told =
            told(&[(MeetingStatus::Held, 16), (MeetingStatus::Planned, 14), (MeetingStatus::Cancelled, 15)]);
        assert_eq!(standing(&told), Some(MeetingStatus::Held));
        let when = Edtf::day(date(2031, 5, 16));
        assert_eq!(contradicting(&told, Some(&when)), []);
    }

    #[test]
    fn a_denial_erases_no_report_and_contradicts_it() {
        let told = told(&[(MeetingStatus::Held, 16), (MeetingStatus::Denied, 17)]);
        assert_eq!(standing(&told), Some(MeetingStatus::Held));
        assert_eq!(contradicting(&told, None), [MeetingStatus::Held, MeetingStatus::Denied]);
    }

    #[test]
    fn without_a_report_the_last_word_counts() {
        let off = told(&[(MeetingStatus::Planned, 14), (MeetingStatus::Cancelled, 15)]);
        assert_eq!(standing(&off), Some(MeetingStatus::Cancelled));
        assert_eq!(contradicting(&off, None), []);
        let again = told(&[(MeetingStatus::Cancelled, 15), (MeetingStatus::Planned, 16)]);
        assert_eq!(standing(&again), Some(MeetingStatus::Planned));
    }
}
