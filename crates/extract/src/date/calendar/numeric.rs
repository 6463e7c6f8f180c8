//! Dates in figures: `2025-05-16`, `16/5/2025`, `13.05.2021`, `20.xi.92`.
//!
//! It must not guess: three numbers with the same sign between them, or nothing. Invariant: the day comes
//! before the month unless it cannot.

use super::super::atom::Atoms;
use super::super::expression::Expression;
use super::super::find::Parsed;
use super::super::vocabulary::{self, Meaning};
use super::is_date;

/// `2025-05-16`, `16/5/2025`, `13.05.2021`, `20.xi.92`.
pub(in crate::date) fn numeric(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let Meaning::Number(first, digits) = atoms.meaning(at) else { return None };
    let sign = atoms.text(at + 1);
    if !matches!(sign, "-" | "/" | ".") || sign != atoms.text(at + 3) {
        return None;
    }
    if sign != "/" && !(1..=4).all(|next| atoms.glued(at + next)) {
        return None;
    }
    let second = match atoms.meaning(at + 2) {
        Meaning::Number(second, 1 | 2) => i8::try_from(second).ok()?,
        _ if sign == "." => vocabulary::roman_month(atoms.text(at + 2))?,
        _ => return None,
    };
    let Meaning::Number(third, third_digits) = atoms.meaning(at + 4) else { return None };
    if digits == 4 {
        let day = (third_digits <= 2).then(|| i8::try_from(third).ok()).flatten()?;
        return day_of(Some(atoms.year(at)?), second, day, at + 5);
    }
    let first = i8::try_from(first).ok()?;
    let year = match third_digits {
        4 => atoms.year(at + 4)?,
        // Two digits are of this century up to 49, as POSIX has it nearly.
        2 => i16::try_from(third).ok().map(|year| if year >= 50 { 1900 + year } else { 2000 + year })?,
        _ => return None,
    };
    // The day comes first unless it cannot.
    if second > 12 {
        day_of(Some(year), first, second, at + 5)
    } else {
        day_of(Some(year), second, first, at + 5)
    }
}

fn day_of(year: Option<i16>, month: i8, day: i8, end: usize) -> Option<Parsed> {
    is_date(month, day).then(|| Parsed::new(Expression::Day { year, month, day, weekday: None }, end))
}
