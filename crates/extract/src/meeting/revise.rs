//! The second look at the meetings that the rules have drawn up: which are one, where and when each was, who was there,
//! and whether it took place at all, as far as that can be learned from documents with gold.
//!
//! The rules and the reader of events say what there is to decide about, and the forests only weigh: a meeting, a seat, a
//! place or a day that neither has come upon is never made up here. Invariant: what is looked at around a meeting is
//! bounded, so that time stays linear in the text.

use super::attendance::Away;
use super::party::Room;
use super::{Clock, FoundMeeting, Voice};

pub(crate) mod absence;
mod actor;
pub(crate) mod day;
pub(crate) mod place;
pub(crate) mod same;
pub(crate) mod seat;
pub(crate) mod status;
mod view;

use view::View;

/// Looks at the meetings of a text once more.
pub(super) fn revise(
    rooms: &[Room<'_>],
    away: &[Vec<Away>],
    clock: &Clock<'_>,
    voices: &[Voice],
    meetings: &mut Vec<FoundMeeting>,
) {
    let Some(view) = View::new(rooms, away, clock, voices) else { return };
    same::decide(&view, meetings);
    let places = place::decide(&view, meetings);
    let days = day::decide(&view, meetings);
    let seats = seat::decide(&view, meetings);
    absence::decide(&view, meetings);
    let sure =
        places.into_iter().zip(days).zip(seats).map(|((place, day), seats)| Sure { place, day, seats });
    status::decide(&view, meetings, &sure.collect::<Vec<_>>());
}

/// How likely what is told of a meeting is: one of which nothing else is sure is hardly one.
struct Sure {
    /// Its place, as likely as the likeliest; nought where none was asked after.
    place: f32,
    /// Its day, likewise.
    day: f32,
    /// Its seats, the likeliest first.
    seats: Vec<f32>,
}
