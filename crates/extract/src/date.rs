//! Dates as news puts them: found in words, resolved to days.
//!
//! [`find`] recognises what is said ("Friday", "two days later"), [`resolve`] tells which day is meant from
//! the day of writing, the day the passage speaks of and the tense, [`timeline`] does both for a whole
//! [`Text`](crate::text::Text). None of them knows events or records.
//! Invariant: every date carries the [`DateRule`] that gave it.

mod atom;
mod calendar;
mod clock;
mod duration;
mod expression;
mod find;
mod frame;
mod heading;
mod lexicon;
mod moved;
mod passage;
mod period;
mod reckon;
mod relative;
mod resolve;
mod rule;
mod span;
mod tense;
mod timeline;
mod vocabulary;

pub(crate) use vocabulary::ordinal;
mod weekday;

pub use self::duration::duration;
pub use self::expression::{Anchor, Duration, Expression, Found, Kind, Part, Season, Shift, Unit};
pub use self::find::find;
pub use self::moved::Change;
pub use self::resolve::{Context, Resolved, Tense, resolve};
pub use self::rule::DateRule;
pub use self::tense::tense;
pub use self::timeline::{Dates, Lasting, TimeExpression, timeline};
