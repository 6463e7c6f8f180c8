//! The marks of one subject, in rows, so that none lies on another.
//!
//! It must not know time: a spot has its place along the axis already. Invariant: no two spots of a row overlap.

use super::{LEFT, PAD, ROW};
use crate::render::event::Mark;

/// Around a mark.
const REACH: f64 = 7.0;
/// A letter of a label.
const LETTER: f64 = 5.6;

/// A mark, where it is along the axis, and in which row.
#[derive(Debug)]
pub(super) struct Spot {
    /// Which event it is.
    pub(super) event: usize,
    pub(super) mark: Mark,
    pub(super) x: f64,
    /// From where to where it may be, where that is more than a mark's width.
    pub(super) extent: Option<(f64, f64)>,
    pub(super) label: String,
    /// The label stands before the mark.
    before: bool,
    row: usize,
    dated: bool,
}

impl Spot {
    pub(super) fn of(event: usize, mark: Mark, (first, last): (f64, f64)) -> Self {
        let extent = (last - first > 2.0 * REACH).then_some((first, last));
        let x = f64::midpoint(first, last);
        Self { event, mark, x, extent, label: String::new(), before: false, row: 0, dated: true }
    }

    /// One behind the end of the axis.
    pub(super) fn undated(event: usize, mark: Mark, end: f64) -> Self {
        let x = end + 26.0;
        Self { event, mark, x, extent: None, label: String::new(), before: false, row: 0, dated: false }
    }

    pub(super) fn label_x(&self) -> f64 {
        if self.before { self.left() - 3.0 } else { self.right() + 3.0 }
    }

    pub(super) const fn anchor(&self) -> &'static str {
        if self.before { "end" } else { "start" }
    }

    fn left(&self) -> f64 {
        self.extent.map_or(self.x, |(first, _)| first).min(self.x - REACH)
    }

    fn right(&self) -> f64 {
        self.extent.map_or(self.x, |(_, last)| last).max(self.x + REACH)
    }

    /// What it takes of its row.
    fn taken(&self) -> (f64, f64) {
        let long = self.label.chars().count() as f64 * LETTER;
        let long = if long > 0.0 { long + 8.0 } else { 0.0 };
        match self.before {
            true => (self.left() - long, self.right()),
            false => (self.left(), self.right() + long),
        }
    }
}

/// The spots of one subject.
#[derive(Debug)]
pub(super) struct Lane {
    spots: Vec<Spot>,
    /// What is taken of each row, in order.
    rows: Vec<Vec<(f64, f64)>>,
    /// The first row is the lowest.
    upwards: bool,
}

impl Lane {
    pub(super) const fn new(upwards: bool) -> Self {
        Self { spots: Vec::new(), rows: Vec::new(), upwards }
    }

    pub(super) fn spots(&self) -> &[Spot] {
        &self.spots
    }

    pub(super) fn height(&self) -> f64 {
        self.rows.len().max(1) as f64 * ROW + 2.0 * PAD
    }

    /// From the top of the lane to the middle of a spot.
    pub(super) fn y(&self, spot: &Spot) -> f64 {
        let row = if self.upwards { self.rows.len() - 1 - spot.row } else { spot.row };
        PAD + (row as f64 + 0.5) * ROW
    }

    /// Puts a spot into the first row that has room before an edge. What has no date may move along its row.
    pub(super) fn put(&mut self, mut spot: Spot, label: String, edge: f64) {
        if spot.dated {
            spot.label = label;
            spot.before = spot.taken().1 > edge;
            if spot.before && spot.taken().0 < LEFT {
                spot.label.clear();
                spot.before = false;
            }
        }
        let begin = spot.x;
        for row in 0.. {
            if row == self.rows.len() {
                self.rows.push(Vec::new());
            }
            let taken = &mut self.rows[row];
            if !spot.dated {
                let behind = taken.last().map_or(begin, |last| begin.max(last.1 + REACH));
                spot.x = if behind + REACH <= edge { behind } else { begin };
            }
            let (left, right) = spot.taken();
            let at = taken.partition_point(|other| other.0 < left);
            let clear_before = at == 0 || taken[at - 1].1 <= left;
            if clear_before && taken.get(at).is_none_or(|other| right <= other.0) {
                taken.insert(at, (left, right));
                spot.row = row;
                break;
            }
        }
        self.spots.push(spot);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_spots_of_a_row_overlap() {
        let mut lane = Lane::new(true);
        for event in 0..200 {
            let x = LEFT + f64::from(u32::try_from(event % 37).unwrap()) * 9.0;
            let spot = match event % 5 {
                0 => Spot::undated(event, Mark::Said, 950.0),
                1 => Spot::of(event, Mark::Held, (x, x + 60.0)),
                _ => Spot::of(event, Mark::Held, (x, x)),
            };
            lane.put(
                spot,
                if event % 7 == 0 { "2025-05-16 Lisbon".to_owned() } else { String::new() },
                1076.0,
            );
        }
        assert_eq!(lane.spots().len(), 200);
        for one in lane.spots() {
            assert!(one.taken().1 <= 1076.0, "{one:?}");
            for other in lane.spots().iter().filter(|other| other.event > one.event && other.row == one.row) {
                let (this, that) = (one.taken(), other.taken());
                assert!(this.1 <= that.0 || that.1 <= this.0, "{one:?} {other:?}");
            }
        }
    }
}
