//! Dates by number and month: `16 May 2025`, `May 12-14`, `2025-05-16`, `in May`, `1978`, `the 1970s`.
//!
//! It must not know weekdays ([`super::weekday`]) nor what is counted from today ([`super::relative`]).
//! Invariant: a number alone is a date only where a preposition or an article makes it one.

mod day;
mod month;
mod numeric;
mod year;

use super::atom::Atoms;
use super::lexicon::{Class, is};
use super::vocabulary::Meaning;

pub(super) use day::day_first;
pub(super) use month::month_first;
pub(super) use numeric::numeric;
pub(super) use year::{decade, year, year_behind};

/// Whether a month can have such a day.
pub(super) const fn is_date(month: i8, day: i8) -> bool {
    let last = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    day >= 1 && day <= last
}

/// Whether what stands here cannot be the noun of an ordinal or number before it.
pub(super) fn is_end(atoms: &Atoms, at: usize) -> bool {
    let Some(atom) = atoms.get(at) else { return true };
    if atom.text == "-"
        && atom.glued
        && atoms.glued(at + 1)
        && !matches!(atoms.meaning(at + 1), Meaning::Ordinal { .. })
    {
        return false;
    }
    !atom.text.starts_with(char::is_alphanumeric) || is(&atom.text, Class::Function)
}

/// Whether a date here names a movement, a street or the like: `the March 23 Movement`.
fn is_name(atoms: &Atoms, at: usize) -> bool {
    atoms.capital(at) && is(atoms.text(at), Class::Named)
}
