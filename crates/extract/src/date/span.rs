//! Joining two expressions to a range: `from Friday to Sunday`, `30 March-2 April`, `April and May 1954`.
//!
//! It must not read the expressions themselves. Invariant: a range holds no range.

use super::atom::Atoms;
use super::expression::{Expression, Shift, Unit};
use super::find::{self, Parsed};

/// The expression as it stands, or the range that it begins.
pub(super) fn extended(atoms: &Atoms, at: usize, first: Parsed) -> Parsed {
    let end = first.end;
    let Some(kind) = Kind::of(&first.expression) else { return first };
    let connector = atoms.text(end);
    if !matches!(connector, "to" | "until" | "till" | "through" | "-" | "and" | "/") {
        return first;
    }
    let mut next = end + 1;
    next = atoms.skip(next, &["on", "at", "in"]);
    if connector == "and" && next != end + 1 {
        return first;
    }
    let Some(second) = find::point(atoms, next) else { return first };
    let Some(other) = Kind::of(&second.expression) else { return first };
    let led = ["from", "between"].contains(&lead(atoms, at));
    let joined = match connector {
        "and" => {
            lead(atoms, at) == "between" && (kind == other || kind.is_day() && other.is_day())
                || kind == other && adjacent(&first.expression, &second.expression)
        }
        "-" | "/" => kind == other && kind != Kind::Deictic,
        _ if find::moved(atoms, at) => false,
        _ => kind == other || led && kind.is_day() && other.is_day(),
    };
    if !joined {
        return first;
    }
    Parsed::new(
        Expression::Range { from: Box::new(first.expression), to: Box::new(second.expression) },
        second.end,
    )
}

/// The word before an expression, past an article.
fn lead(atoms: &Atoms, at: usize) -> &str {
    match atoms.before(at, 1) {
        "the" => atoms.before(at, 2),
        before => before,
    }
}

/// What kinds of expression can be joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Day,
    DayOfMonth,
    Weekday,
    Month,
    Year,
    Deictic,
}

impl Kind {
    const fn of(expression: &Expression) -> Option<Self> {
        Some(match expression {
            Expression::Day { .. } => Self::Day,
            Expression::DayOfMonth { .. } => Self::DayOfMonth,
            Expression::Weekday { .. } => Self::Weekday,
            Expression::Month { .. } => Self::Month,
            Expression::Year { .. } => Self::Year,
            Expression::Offset { unit: Unit::Day, .. } => Self::Deictic,
            _ => return None,
        })
    }

    const fn is_day(self) -> bool {
        matches!(self, Self::Day | Self::DayOfMonth | Self::Weekday | Self::Deictic)
    }
}

/// Whether the second follows the first without a gap, so that `and` makes one time of them.
fn adjacent(first: &Expression, second: &Expression) -> bool {
    match (first, second) {
        (
            Expression::Weekday { weekday, shift: Shift::Bare | Shift::Last | Shift::Next | Shift::This },
            Expression::Weekday { weekday: next, shift: Shift::Bare },
        ) => weekday.next() == *next,
        (
            Expression::DayOfMonth { day, shift: Shift::Bare, .. },
            Expression::DayOfMonth { day: next, .. },
        ) => day + 1 == *next,
        (
            Expression::Day { month, day, year, .. },
            Expression::Day { month: next_month, day: next_day, .. },
        ) => {
            let turn = *next_day == 1 && *day >= 28 && month % 12 + 1 == *next_month;
            year.is_none() && (turn || month == next_month && day + 1 == *next_day)
        }
        (
            Expression::Month { month, year: None, shift: Shift::Bare, .. },
            Expression::Month { month: next, .. },
        ) => month % 12 + 1 == *next,
        (Expression::Year { year, .. }, Expression::Year { year: next, .. }) => year + 1 == *next,
        (
            Expression::Offset { count, unit: Unit::Day, .. },
            Expression::Offset { count: next, unit: Unit::Day, .. },
        ) => count + 1 == *next,
        _ => false,
    }
}
