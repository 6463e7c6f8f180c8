//! What was moved from one day to another: "set for the 19th, was put back and will be held on the 20th".
//!
//! It reads the words around two dates of one sentence and must not know what was moved. Invariant: no day is former
//! unless the sentence names the day that holds instead.

use std::ops::Range;

use jiff::civil::Date;
use rapporteur_schema::Edtf;

use super::expression::Kind;
use super::reckon::{weekday_after, weekday_before};
use super::rule::DateRule;
use super::timeline::TimeExpression;

/// A day that no longer holds, beside the one that does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The tokens of the day that no longer holds.
    pub from: Range<usize>,
    /// That day.
    pub former: Edtf,
    /// The tokens of the day that holds.
    pub to: Range<usize>,
}

/// Words for being set for a day.
const SET: &[&str] = &[
    "set",
    "scheduled",
    "planned",
    "slated",
    "fixed",
    "due",
    "expected",
    "arranged",
    "called",
    "announced",
    "billed",
    "meant",
    "intended",
];
/// Words by which what was set is so no more.
const AT_FIRST: &[&str] = &["originally", "initially", "previously", "earlier", "first"];
/// Words by which what is set still holds.
const STILL: &[&str] = &["now", "is", "are", "be"];
/// Participles that move what they are said of.
const MOVED: &[&str] =
    &["postponed", "rescheduled", "deferred", "delayed", "moved", "shifted", "changed", "advanced"];
/// Verbs that move with a particle behind them.
const MOVED_BY: &[&str] = &["put", "pushed", "brought", "set", "held"];
/// Words that lead on to what holds.
const INSTEAD: &[&str] = &["will", "now", "would", "shall", "instead"];
/// Words that begin what is told of something else.
const OTHERWISE: &[&str] =
    &["after", "before", "because", "as", "while", "when", "since", "though", "although", ";"];
/// Words of what happens to a plan, and of telling of it, on a day of their own.
const TOLD: &[&str] = &[
    "cancelled",
    "canceled",
    "off",
    "dropped",
    "scrapped",
    "abandoned",
    "postponed",
    "delayed",
    "deferred",
    "announced",
    "said",
    "told",
    "agreed",
    "decided",
    "after",
    "before",
    "since",
];
/// So many words may stand between being set and the day, or between the day and its being moved.
const NEAR: usize = 8;

/// The changes that a sentence tells, from its words in lower case and its dates in order.
pub(super) fn changes(words: &[String], dates: &[TimeExpression]) -> Vec<Change> {
    let sentence = Sentence { words, dates };
    (0..dates.len())
        .filter_map(|at| {
            let to = sentence.holds_instead(at)?;
            let (former, now) = (&dates[at], &dates[to]);
            Some(Change {
                from: former.tokens.clone(),
                former: sentence.day(former, now),
                to: now.tokens.clone(),
            })
        })
        .collect()
}

struct Sentence<'s> {
    words: &'s [String],
    dates: &'s [TimeExpression],
}

impl Sentence<'_> {
    /// The date that holds in the place of one that is told as former.
    fn holds_instead(&self, at: usize) -> Option<usize> {
        let date = &self.dates[at];
        let (start, end) = (date.tokens.start, date.tokens.end);
        if date.kind == Kind::MovedFrom {
            let before = || self.last_before(at).filter(|_| self.moves(0..start).is_some());
            return self.led_to(at, end).or_else(|| self.led_on(at, end)).or_else(before);
        }
        if date.kind != Kind::Point {
            return None;
        }
        if self.is_put_aside(start, end) {
            return self.last_before(at);
        }
        let cue =
            (1..=NEAR.min(start)).map(|back| start - back).take_while(|&at| !self.is_break(at)).find(|&at| {
                SET.contains(&self.word(at)) || AT_FIRST.contains(&self.word(at)) && self.word(at + 1) == "on"
            });
        let was_to = || self.was_to_have(start);
        let cue = cue.or_else(was_to)?;
        let before = cue.saturating_sub(3)..cue + 1;
        if self.any(before.clone(), AT_FIRST) || was_to().is_some() {
            return self.led_to(at, end).or_else(|| self.led_on(at, end)).or_else(|| self.told_next(at));
        }
        if cue.checked_sub(1).is_some_and(|at| STILL.contains(&self.word(at))) {
            return None;
        }
        // "It was put back to the 20th; it had been set for the 19th"
        if self.any(before, &["had"]) {
            return self.dates[..at]
                .iter()
                .rposition(|other| self.is_other(date, other) && self.is_led_to(other));
        }
        let moved = self.moves(end..self.words.len().min(end + NEAR))?;
        (!self.any(end..moved, OTHERWISE))
            .then(|| self.led_to(at, moved).or_else(|| self.led_on(at, moved)))?
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", String::as_str)
    }

    fn any(&self, range: Range<usize>, among: &[&str]) -> bool {
        self.words.get(range).into_iter().flatten().any(|word| among.contains(&word.as_str()))
    }

    fn is_break(&self, at: usize) -> bool {
        matches!(self.word(at), "," | ";" | ":" | "—" | "–" | "but")
    }

    /// Where something is moved.
    fn moves(&self, range: Range<usize>) -> Option<usize> {
        range.into_iter().find(|&at| {
            let by = || {
                MOVED_BY.contains(&self.word(at))
                    && (at + 1..at + 3)
                        .any(|next| matches!(self.word(next), "off" | "back" | "forward" | "over"))
            };
            MOVED.contains(&self.word(at)) || by()
        })
    }

    /// "instead of Monday", "not on Monday as planned"
    fn is_put_aside(&self, start: usize, end: usize) -> bool {
        let lead = start.saturating_sub(1);
        let at = if matches!(self.word(lead), "on" | "in" | "for" | "the") { lead } else { start };
        let before = |back: usize| at.checked_sub(back).map_or("", |at| self.word(at));
        matches!((before(2), before(1)), ("instead", "of") | ("rather", "than"))
            || before(1) == "not"
                && self.word(end) == "as"
                && self.any(end + 1..self.words.len().min(end + 4), SET)
    }

    /// "The ministers were to have met on Monday"
    fn was_to_have(&self, start: usize) -> Option<usize> {
        (3..=NEAR.min(start)).map(|back| start - back).take_while(|&at| !self.is_break(at)).find(|&at| {
            matches!(self.word(at), "was" | "were")
                && self.word(at + 1) == "to"
                && self.word(at + 2) == "have"
        })
    }

    /// Whether another date can hold in the place of one.
    fn is_other(&self, date: &TimeExpression, other: &TimeExpression) -> bool {
        let until = || other.kind == Kind::Until && self.is_led_to(other);
        (other.kind == Kind::Point || until()) && !other.when.overlaps(&date.when)
    }

    fn is_led_to(&self, date: &TimeExpression) -> bool {
        let before = |back: usize| date.tokens.start.checked_sub(back).map_or("", |at| self.word(at));
        let lead = if matches!(before(1), "the" | "on") { before(2) } else { before(1) };
        matches!(lead, "to" | "until" | "till")
    }

    /// The next date behind a word that has "to" before it.
    fn led_to(&self, at: usize, from: usize) -> Option<usize> {
        (at + 1..self.dates.len()).find(|&next| {
            let other = &self.dates[next];
            other.tokens.start >= from && self.is_other(&self.dates[at], other) && self.is_led_to(other)
        })
    }

    /// The next date behind a word and one that leads on to what holds: "and will now be held on Wednesday".
    fn led_on(&self, at: usize, from: usize) -> Option<usize> {
        (at + 1..self.dates.len()).find(|&next| {
            let other = &self.dates[next];
            from <= other.tokens.start
                && self.is_other(&self.dates[at], other)
                && self.any(from..other.tokens.start, INSTEAD)
        })
    }

    /// The next date, of what came about: "planned for Monday at first, took place on Wednesday".
    fn told_next(&self, at: usize) -> Option<usize> {
        let next = at + 1;
        let (date, other) = (&self.dates[at], self.dates.get(next)?);
        let between = date.tokens.end..other.tokens.start;
        (self.is_other(date, other) && !self.any(between, TOLD)).then_some(next)
    }

    /// The last date before one.
    fn last_before(&self, at: usize) -> Option<usize> {
        let (date, before) = (&self.dates[at], at.checked_sub(1)?);
        self.is_other(date, &self.dates[before]).then_some(before)
    }

    /// The former day; a weekday is the one next to the day that holds.
    fn day(&self, former: &TimeExpression, now: &TimeExpression) -> Edtf {
        let by_tense = matches!(former.rule, DateRule::WeekdayBefore | DateRule::WeekdayAfter);
        let forward = self.any(0..self.words.len(), &["forward", "advanced"]);
        let beside = |day: Date, now: Date| {
            if forward {
                weekday_after(now.tomorrow().ok()?, day.weekday())
            } else {
                weekday_before(now.yesterday().ok()?, day.weekday())
            }
        };
        let days = former.when.as_day().zip(now.when.as_day()).filter(|_| by_tense);
        days.and_then(|(day, now)| beside(day, now)).map_or_else(|| former.when.clone(), Edtf::day)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::date::timeline;
    use crate::text::Text;

    /// The former days of a sentence of Wednesday 12 March 1997, each with the day that holds.
    fn changes(sentence: &str) -> Vec<(String, String)> {
        let text = Text::read(sentence);
        let dates = timeline(&text, Some(date(1997, 3, 12)));
        let when = |tokens: &std::ops::Range<usize>| {
            let found = dates.expressions_in(0).iter().find(|found| found.tokens == *tokens);
            found.map_or_else(String::new, |found| found.when.to_string())
        };
        dates.changes_in(0).iter().map(|change| (change.former.to_string(), when(&change.to))).collect()
    }

    #[test]
    fn the_former_day_stands_beside_the_new_one() {
        for (sentence, former, now) in [
            (
                "The round, set for 19 March, was put back by a day and will be held on 20 March.",
                "1997-03-19",
                "1997-03-20",
            ),
            ("The talks, set for 19 March, were put back to 20 March.", "1997-03-19", "1997-03-20"),
            ("The talks set for 19 March have been postponed until 2 April.", "1997-03-19", "1997-04-02"),
            (
                "The summit, originally planned for Monday, will now be held on Friday.",
                "1997-03-10",
                "1997-03-14",
            ),
            ("The talks were moved from 3 to 5 May.", "1997-05-03", "1997-05-05"),
            ("The talks were moved from 30 April to 5 May.", "1997-04-30", "1997-05-05"),
            ("The meeting was brought forward from Friday to Thursday.", "1997-03-14", "1997-03-13"),
            ("The ministers will meet on Friday instead of Thursday.", "1997-03-13", "1997-03-14"),
            ("The ministers will meet on 20 March, not on 19 March as planned.", "1997-03-19", "1997-03-20"),
            (
                "The ministers were to have met on 11 March but will now meet on 20 March.",
                "1997-03-11",
                "1997-03-20",
            ),
            (
                "The talks, initially scheduled for 3 March, took place on 10 March.",
                "1997-03-03",
                "1997-03-10",
            ),
            (
                "The talks were put back to 20 March; they had been set for 19 March.",
                "1997-03-19",
                "1997-03-20",
            ),
        ] {
            assert_eq!(changes(sentence), [(former.to_owned(), now.to_owned())], "{sentence}");
        }
    }

    #[test]
    fn what_holds_is_not_former() {
        for sentence in [
            "The talks will be held on 19 March.",
            "The talks set for 19 March will be held as planned.",
            "The talks, set for 19 March, were put back.",
            "The talks, set for 19 March, were postponed on Monday.",
            "The talks, postponed on Monday, are now set for 19 March.",
            "The summit, originally planned for 19 March, was cancelled on Monday.",
            "A meeting was set for 19 March after the talks in Bern were postponed to 20 March.",
            "They met on 10 March, and the second round is set for 19 March.",
            "The talks will last from 19 to 20 March.",
        ] {
            assert_eq!(changes(sentence), [], "{sentence}");
        }
    }
}
