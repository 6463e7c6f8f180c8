//! The dates that head what is told: the lead-in of an entry, the day of a broadcast, the weekdays of the week to come.
//!
//! It must not know what holds above it, which is for [`frame`](super::frame). Invariant: what is read is of one block,
//! but for the weekdays, which are of the whole text.

use jiff::civil::Date;

use super::expression::{Expression, Found, Shift};
use super::find;
use super::resolve::Tense;
use super::tense::tense;
use super::timeline::Reading;
use crate::lexicon;
use crate::text::{BlockKind, Text};

/// The week to come begins no more days after the day of writing: Monday after Friday.
const AHEAD: i8 = 3;
/// Whether weekdays head the sections, one after the other from the day after the next weekend at most,
/// and most of these tell what is to come: `MONDAY` over `The conference opens in Vienna`.
pub(super) fn is_week_ahead(text: &Text, readings: &[Reading], written: Date) -> bool {
    let mut days = Vec::new();
    let (mut ahead, mut behind) = (0_usize, 0_usize);
    for (sentence, reading) in readings.iter().enumerate() {
        let [Found { expression: Expression::Weekday { weekday, shift: Shift::Bare }, tokens, .. }] =
            reading.found.as_slice()
        else {
            continue;
        };
        let heads = matches!(text.block_of(sentence).kind, BlockKind::Heading | BlockKind::Timestamp)
            && text.sentences[sentence].tokens.len() == tokens.len();
        if !heads || sentence + 1 >= readings.len() {
            continue;
        }
        days.push(written.weekday().until(*weekday));
        match tense(&text.words(sentence + 1), 0..0) {
            Tense::Past => behind += 1,
            Tense::Present | Tense::Future => ahead += 1,
            Tense::Unknown => {}
        }
    }
    let follow = days.len() >= 2 && days.is_sorted_by(|a, b| a < b);
    follow && days.first().is_some_and(|&first| (1..=AHEAD).contains(&first)) && ahead > behind
}

/// Whether a sentence's lead-in is a dateline: it ends in a dash.
pub(super) fn is_dateline(text: &Text, sentence: usize) -> bool {
    let label = &text.sentences[sentence].label_tokens;
    // "22 January 1999 –": the date of an entry, and no place.
    let dated = label.first().is_some_and(|&token| lexicon::is_dated(text.word(token)));
    !dated && label.last().is_some_and(|&token| matches!(text.word(token), "-" | "–" | "—" | "--"))
}

pub(super) fn is_day(found: &Found) -> bool {
    match &found.expression {
        Expression::Day { .. } | Expression::DayOfMonth { .. } => true,
        Expression::Range { from, .. } => {
            matches!(**from, Expression::Day { .. } | Expression::DayOfMonth { .. })
        }
        _ => false,
    }
}

/// The date that a block opens with as an entry of a chronology: its lead-in, or a line that is hardly more.
pub(super) fn entry<'r>(text: &Text, sentence: usize, reading: &'r Reading) -> Option<&'r Expression> {
    if let Some(found) = reading.label.iter().find(|found| is_day(found)) {
        return (!is_dateline(text, sentence)).then_some(&found.expression);
    }
    let kind = text.block_of(sentence).kind;
    let short = |found: &&Found| text.sentences[sentence].tokens.len() <= found.tokens.len() + 2;
    let yearless = |found: &&Found| !matches!(found.expression, Expression::Day { year: Some(_), .. });
    let found = reading.found.first().filter(|found| is_day(found)).filter(short).filter(yearless)?;
    let opens = sentence == 0 || text.sentences[sentence - 1].block != text.sentences[sentence].block;
    (opens && kind != BlockKind::Title).then_some(&found.expression)
}

/// `September.`, `Late April.`: a month that opens an entry.
pub(super) fn month_entry(words: &[&str]) -> Option<Expression> {
    let (last, head) = words.split_last()?;
    if head.is_empty() || head.len() > 4 || !matches!(*last, "." | ":" | "–" | "—" | "--") {
        return None;
    }
    let mut led = vec!["in"];
    led.extend_from_slice(head);
    let found = find(&led).into_iter().next()?;
    let whole = found.tokens == (1..led.len());
    (whole && matches!(found.expression, Expression::Month { .. } | Expression::Season { .. }))
        .then_some(found.expression)
}

pub(super) fn has_day(expression: &Expression) -> bool {
    matches!(expression, Expression::Day { .. } | Expression::DayOfMonth { .. } | Expression::Weekday { .. })
}

/// The day on which what is told was on the air: `Radio Tirana in English 1830 gmt 15 Sep 68`.
pub(super) fn broadcast<'r>(
    text: &Text<'_>,
    sentence: usize,
    reading: &'r Reading,
) -> Option<&'r Expression> {
    let words = text.words(sentence);
    let at = words.iter().position(|word| word.eq_ignore_ascii_case("gmt"))?;
    let day = reading.found.iter().find(|found| found.tokens.start == at + 1 && is_day(found))?;
    Some(&day.expression)
}

/// Whether a lead-in says `To come:` or the like.
pub(super) fn is_to_come(text: &Text, sentence: usize) -> bool {
    let label = &text.sentences[sentence].label_tokens;
    label.windows(2).any(|pair| {
        text.word(pair[0]).eq_ignore_ascii_case("to") && text.word(pair[1]).eq_ignore_ascii_case("come")
    }) || label.iter().any(|&token| matches!(text.word(token), "Next" | "Ahead" | "Outlook"))
}
