//! Whether two meetings can have been at one time, as they are told.
//!
//! It must not know who met or where. Invariant: two that were held on different days are never at one time, whatever
//! is told of a move.

use jiff::civil::Date;

use super::actor;
use super::meeting::Meeting;

/// A meeting that is told without a date is not the one that documents so many days apart tell of.
pub(super) const NEWS: i64 = 21;
/// So many days a meeting may be put off and still be the one that was planned.
pub(super) const MOVED: i64 = 2;
/// A meeting that was planned without a day is looked for so many days after.
pub(super) const PLANNED: i64 = 60;

/// How two periods lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    /// One day, the same.
    Same,
    /// They overlap.
    Overlap,
    /// The one is announced for the day from which the other is told to have been moved.
    Rescheduled,
    /// The one was to be a day or two before the other was.
    Moved,
    /// Of one the day is not known.
    Unknown,
}

/// Whether two periods have a day in common.
fn overlap((from, to): (Date, Date), (other_from, other_to): (Date, Date)) -> bool {
    from <= other_to && other_from <= to
}

impl Meeting {
    /// How its days lie to another's; nothing where it cannot be the same time.
    pub(super) fn time(&self, other: &Self) -> Option<Time> {
        match (self.days, other.days) {
            (Some((from, to)), Some((other_from, other_to))) => {
                if from == to && (from, to) == (other_from, other_to) {
                    return Some(Time::Same);
                }
                if self.overlaps(other) {
                    return Some(Time::Overlap);
                }
                if self.is_moved_from(other) || other.is_moved_from(self) {
                    return Some(Time::Rescheduled);
                }
                let gap = actor::days(to, other_from).min(actor::days(other_to, from));
                let put_off = match (self.held, other.held) {
                    (false, true) => to < other_from,
                    (true, false) => other_to < from,
                    _ => false,
                };
                (put_off && gap <= MOVED).then_some(Time::Moved)
            }
            (Some(days), None) => other.near(days).then_some(Time::Unknown),
            (None, Some(days)) => self.near(days).then_some(Time::Unknown),
            (None, None) => {
                let (Some((from, to)), Some((other_from, other_to))) = (self.public, other.public) else {
                    return None;
                };
                let close = from <= actor::later(other_to, NEWS)? && other_from <= actor::later(to, NEWS)?;
                close.then_some(Time::Unknown)
            }
        }
    }

    /// Whether the days of both are known and have one in common.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.days.zip(other.days).is_some_and(|(one, other)| overlap(one, other))
    }

    /// Whether it is told to have been moved from the day for which the other is announced. What was held on that day
    /// was not moved away from it.
    pub(super) fn is_moved_from(&self, other: &Self) -> bool {
        let within =
            |(first, last): (Date, Date)| self.former.iter().any(|&(from, to)| from <= first && last <= to);
        other.planned && !other.held && other.days.is_some_and(within)
    }

    /// Whether one without a day was written of when another was in the news.
    fn near(&self, (first, last): (Date, Date)) -> bool {
        let Some((public_first, public_last)) = self.public else { return false };
        let before = if self.held { 0 } else { PLANNED };
        let begin = actor::later(first, -before);
        let end = actor::later(last, NEWS);
        begin.is_none_or(|begin| begin <= public_last) && end.is_none_or(|end| public_first <= end)
    }
}
