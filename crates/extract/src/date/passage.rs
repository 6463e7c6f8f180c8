//! The run of dates a passage has named, against which `the next day` and `two years later` are counted.
//!
//! It must not know headings ([`super::frame`]). Invariant: a day is counted only from what is exact to
//! the day, a month or year from anything.

use jiff::civil::Date;
use rapporteur_schema::{Edtf, Precision};

use super::expression::{Anchor, Expression, Found, Kind, Part, Shift, Unit};
use super::frame::Frame;
use super::reckon;
use super::resolve::{Context, Resolved, Tense, resolve};
use super::rule::DateRule;
use super::tense::tense;

/// What the passage has named so far.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// The last date exact to the day, or the last day of a run of days.
    day: Option<Date>,
    /// The same, of those that were not yet to come.
    past_day: Option<Date>,
    /// The first day of the last date named, however exact.
    any: Option<Date>,
    /// Whether the last date named is exact to the day.
    exact: bool,
    /// The week named in this sentence, and the token behind it.
    week: Option<(Edtf, usize)>,
    /// The last date named in the block.
    named: Option<Edtf>,
    block: Option<usize>,
}

impl Passage {
    /// Goes on to a sentence; a new entry or post forgets what was named before.
    pub(super) fn enter(&mut self, block: usize, changed: bool) {
        if changed {
            *self = Self::default();
        }
        self.week = None;
        if self.block != Some(block) {
            self.named = None;
            self.block = Some(block);
        }
    }

    /// The date named last in this block.
    pub(super) const fn named(&self) -> Option<&Edtf> {
        self.named.as_ref()
    }

    /// The month of the date named last, in which recollections go on.
    pub(super) fn recalled(&self) -> Option<(Edtf, DateRule)> {
        let day = self.any?;
        Some((Edtf::month(day.year(), day.month()), DateRule::FromPassage))
    }

    /// Dates an expression and takes note of it.
    pub(super) fn resolve(&mut self, words: &[&str], found: &Found, frame: &Frame) -> Option<Resolved> {
        let tense = self.tense(words, found, frame);
        let is_eve = words.get(found.tokens.clone()).is_some_and(|words| words.contains(&"eve"));
        let context = Context {
            published: if frame.is_history() && is_yearless(&found.expression) {
                None
            } else {
                frame.written()
            },
            reference: if is_eve {
                self.eve(frame)
            } else {
                self.reference(&found.expression, tense, frame)?
            },
            tense,
        };
        // `The next twelve years were spent in Rome`: counted from a day that nobody has named.
        if tense == Tense::Past
            && matches!(found.expression, Expression::Within { count: 0.., .. })
            && words.get(found.tokens.start).is_some_and(|word| word.eq_ignore_ascii_case("the"))
        {
            return None;
        }
        let resolved = self.in_week(found).or_else(|| resolve(&found.expression, &context))?;
        if matches!(found.expression, Expression::Period { unit: Unit::Week, part: Part::Whole, .. }) {
            self.week = Some((resolved.when.clone(), found.tokens.end));
        }
        // "By the middle of May 1976 nobody kept count": what a passage begins with sets its time.
        let opens = found.kind == Kind::By
            && found.tokens.start <= 1
            && !is_yearless(&found.expression)
            && frame.written().is_none_or(|written| resolved.when.last_day() < written);
        if !matches!(found.expression, Expression::Within { .. })
            && (opens || !matches!(found.kind, Kind::By | Kind::Before))
            // "since July": from where something runs, not what is told.
            && !word_before(words, found).eq_ignore_ascii_case("since")
            && !is_of_before(words, found, &resolved.when)
        {
            self.note(&resolved.when, frame.written());
        }
        Some(resolved)
    }

    /// `last week, on Tuesday and on Friday`: weekdays of the week just named.
    fn in_week(&mut self, found: &Found) -> Option<Resolved> {
        let Expression::Weekday { weekday, shift: Shift::Bare } = found.expression else { return None };
        let (week, end) = self.week.as_mut().filter(|(_, end)| found.tokens.start <= *end + 4)?;
        *end = found.tokens.end;
        let day = reckon::weekday_after(week.first_day(), weekday)?;
        Some(Resolved::new(Edtf::day(day), DateRule::Period))
    }

    fn tense(&self, words: &[&str], found: &Found, frame: &Frame) -> Tense {
        if found.kind == Kind::MovedFrom {
            return Tense::Future;
        }
        let tense = tense(words, found.tokens.clone());
        match word_before(words, found) {
            "since" | "Since" => return Tense::Past,
            "from" | "until" | "by" | "till" if matches!(tense, Tense::Unknown | Tense::Present) => {
                return Tense::Future;
            }
            _ => {}
        }
        match tense {
            Tense::Unknown => frame.tense(),
            // `Friday's talks are still in doubt`, `after Monday's collision`: they were.
            Tense::Present if found.kind == Kind::After || is_possessive(words, found) => Tense::Past,
            tense => tense,
        }
    }

    /// The day to count from; `None` where one is needed and what was named last is too vague.
    fn reference(&self, expression: &Expression, tense: Tense, frame: &Frame) -> Option<Option<Date>> {
        let counts_days = match expression {
            Expression::Offset { unit, from: Anchor::Reference, .. } => *unit < Unit::Month,
            Expression::Weekday { shift: Shift::Previous | Shift::Same | Shift::Following, .. } => true,
            Expression::Period { unit: Unit::Week | Unit::Weekend, shift, .. } => {
                matches!(shift, Shift::Previous | Shift::Same | Shift::Following)
            }
            _ => false,
        };
        let fallback = frame.day();
        if counts_days {
            return match (self.any, self.exact) {
                (None, _) => Some(fallback),
                (Some(_), true) if matches!(tense, Tense::Future | Tense::Present) => Some(self.day),
                (Some(_), true) => Some(self.past_day.or(fallback)),
                // `In June 1998 they met. The next day ...`: which day is not to be known.
                (Some(_), false) => (self.named.is_none()).then_some(self.day.or(fallback)),
            };
        }
        // "annexed in 2022. They met on Friday": with no day of writing, of which week nobody knows.
        if frame.is_undated() && !self.exact && is_of_a_week(expression) {
            return None;
        }
        // "It is to open on 1 April. That very evening I went to see him": what has been was not then.
        let over = |day: &Date| tense != Tense::Past || frame.written().is_none_or(|written| *day <= written);
        Some(self.any.filter(over).or(self.past_day).or(fallback))
    }

    /// The day of the event that an eve is of: one named shortly before in the block, else the frame's.
    fn eve(&self, frame: &Frame) -> Option<Date> {
        let day = frame.day();
        let near = |named: &Date| day.is_none_or(|day| reckon::distance(*named, day) <= 7);
        self.past_day.filter(|_| self.named.is_some()).filter(near).or(day)
    }

    fn note(&mut self, when: &Edtf, written: Option<Date>) {
        let exact = match when.precision() {
            Precision::Day => true,
            Precision::Interval => {
                let (first, last) = (when.first_day(), when.last_day());
                // An interval of whole months is no run of days.
                first != Date::MIN && last != Date::MAX && (first.day() != 1 || last != last.last_of_month())
            }
            _ => false,
        };
        self.exact = exact;
        if exact {
            self.day = Some(when.last_day());
            let begun = written.is_none_or(|written| when.first_day() <= written);
            if begun {
                self.past_day = Some(written.map_or(when.last_day(), |written| when.last_day().min(written)));
            }
        }
        self.any = Some(if exact { when.last_day() } else { when.first_day() });
        self.named = Some(when.clone());
    }
}

/// Whether a month or a year is of what had been before: "that they had broken relations in February".
fn is_of_before(words: &[&str], found: &Found, when: &Edtf) -> bool {
    const NEAR: usize = 8;
    let start = found.tokens.start;
    let mut near =
        words[start.saturating_sub(NEAR)..start].iter().rev().take_while(|word| !matches!(**word, "," | ";"));
    when.precision() != Precision::Day && near.any(|word| *word == "had")
}

/// Whether an expression counts days or weeks from a day: "Friday", "yesterday", "last week".
fn is_of_a_week(expression: &Expression) -> bool {
    match expression {
        Expression::Weekday { .. } => true,
        Expression::Offset { unit, .. } | Expression::Period { unit, .. } => *unit < Unit::Month,
        _ => false,
    }
}

/// The word before an expression, empty where it is the first.
fn word_before<'w>(words: &[&'w str], found: &Found) -> &'w str {
    found.tokens.start.checked_sub(1).and_then(|before| words.get(before)).copied().unwrap_or_default()
}

fn is_possessive(words: &[&str], found: &Found) -> bool {
    words.get(found.tokens.end).is_some_and(|word| matches!(*word, "'s" | "’s"))
}

/// Whether the year is the reader's to know.
fn is_yearless(expression: &Expression) -> bool {
    match expression {
        Expression::Day { year, .. }
        | Expression::Easter { year, .. }
        | Expression::NthWeekday { year, .. } => year.is_none(),
        Expression::Month { year, shift: Shift::Bare, .. }
        | Expression::Season { year, shift: Shift::Bare, .. } => year.is_none(),
        Expression::DayOfMonth { shift: Shift::Bare, .. } => true,
        Expression::Range { from, to } => [from, to].into_iter().all(|end| match end.as_ref() {
            Expression::Day { year, .. } | Expression::Month { year, .. } => year.is_none(),
            Expression::DayOfMonth { .. } => true,
            _ => false,
        }),
        _ => false,
    }
}
