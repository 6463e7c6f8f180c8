//! Finding the expressions of time in a run of words, with what the words before make of them.
//!
//! It must not know days: which one is meant is [`super::resolve`]'s. Invariant: what is found is in
//! order and does not overlap; every step looks a fixed number of words ahead, so time is linear.

use super::atom::Atoms;
use super::expression::{Expression, Found, Kind};
use super::{calendar, clock, duration, period, relative, span, weekday};

/// An expression and the index behind its last atom.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) expression: Expression,
    pub(super) end: usize,
}

impl Parsed {
    pub(super) const fn new(expression: Expression, end: usize) -> Self {
        Self { expression, end }
    }
}

/// Finds all expressions of time.
///
/// ```
/// use rapporteur_extract::date::{Expression, find};
/// let words = ["They", "met", "on", "16", "May", "2025", "."];
/// let found = find(&words);
/// assert_eq!(found[0].tokens, 3..6);
/// assert!(matches!(found[0].expression, Expression::Day { year: Some(2025), month: 5, day: 16, .. }));
/// ```
pub fn find(words: &[&str]) -> Vec<Found> {
    let atoms = Atoms::read(words);
    let mut found = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        let Some(first) = point(&atoms, at) else {
            at += 1;
            continue;
        };
        let parsed = span::extended(&atoms, at, first);
        let end = parsed.end.clamp(at + 1, atoms.len());
        found.push(Found {
            tokens: atoms.token(at)..atoms.token(end - 1) + 1,
            kind: kind(&atoms, at, &parsed.expression),
            expression: parsed.expression,
        });
        at = end;
    }
    found.dedup_by(|later, earlier| later.tokens.start < earlier.tokens.end);
    found
}

/// The expression that begins at an atom and is no range of two.
pub(super) fn point(atoms: &Atoms, at: usize) -> Option<Parsed> {
    clock::at(atoms, at)
        .or_else(|| calendar::numeric(atoms, at))
        .or_else(|| calendar::day_first(atoms, at))
        .or_else(|| period::holiday(atoms, at))
        .or_else(|| relative::at(atoms, at))
        .or_else(|| period::at(atoms, at))
        .or_else(|| weekday::at(atoms, at))
        .or_else(|| calendar::month_first(atoms, at))
        .or_else(|| calendar::decade(atoms, at))
        .or_else(|| calendar::year(atoms, at))
        .or_else(|| duration::at(atoms, at))
}

/// What the words before an expression make of it.
fn kind(atoms: &Atoms, at: usize, expression: &Expression) -> Kind {
    match expression {
        Expression::Clock { .. } => return Kind::Clock,
        Expression::Duration(_) => return Kind::Duration,
        Expression::Within { count: 0.., .. } => return Kind::By,
        _ => {}
    }
    let mut before = 1;
    while matches!(
        atoms.before(at, before),
        "the" | "about" | "around" | "at" | "late" | "early" | "mid" | "least"
    ) {
        before += 1;
    }
    let range = matches!(expression, Expression::Range { .. });
    match atoms.before(at, before) {
        "since" => Kind::Since,
        "from" if moved(atoms, at) => Kind::MovedFrom,
        "from" | "beginning" | "starting" | "effective" if !range => Kind::Since,
        "of" if atoms.before(at, before + 1) == "as" => Kind::Since,
        "until" | "till" => Kind::Until,
        "by" => Kind::By,
        "before" => Kind::Before,
        "after" => Kind::After,
        "than" if atoms.before(at, before + 1) == "later" => Kind::By,
        _ => Kind::Point,
    }
}

/// Whether what stands at `at`, behind `from`, is the time something was moved away from.
pub(super) fn moved(atoms: &Atoms, at: usize) -> bool {
    (2..=9).any(|back| {
        matches!(
            atoms.before(at, back),
            "put"
                | "pushed"
                | "postponed"
                | "deferred"
                | "moved"
                | "delayed"
                | "shifted"
                | "rescheduled"
                | "forward"
                | "changed"
        )
    })
}
