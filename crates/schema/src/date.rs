//! Dates as exact as the text that gives them, and instants.
//!
//! [`Edtf`] is for what a text says ("mid-May 2025"), [`Timestamp`] for what a clock says. Neither knows
//! today: reading "Friday" or "last month" is the extractor's work.

mod calendar;
mod edtf;
mod parse;
mod timestamp;

pub use self::calendar::{Precision, Qualification};
pub use self::edtf::Edtf;
pub use self::timestamp::Timestamp;
