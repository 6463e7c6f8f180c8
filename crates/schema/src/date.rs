//! Dates as exact as the text that gives them, durations and instants.
//!
//! [`Edtf`] is for what a text says ("mid-May 2025"), [`Duration`] for how long, [`Timestamp`] for what a clock says. Neither knows
//! today: reading "Friday" or "last month" is the extractor's work.

mod calendar;
mod duration;
mod edtf;
mod parse;
mod timestamp;

pub use self::calendar::{Precision, Qualification};
pub use self::duration::Duration;
pub use self::edtf::Edtf;
pub use self::timestamp::Timestamp;
