//! What stands above a sentence: the document's own date, the year or week of a chronology, the day of a
//! post, the lead-in of an entry.
//!
//! It must not know what sentences name ([`super::passage`]). Invariant: a lead-in holds for its block, a
//! heading for its section, the document's date for all.

use jiff::civil::Date;
use rapporteur_schema::{Edtf, Precision};

use super::expression::{Anchor, Expression, Found};
use super::heading::{broadcast, entry, has_day, is_dateline, is_to_come, is_week_ahead, month_entry};
use super::reckon;
use super::resolve::{Context, Tense, latest, resolve};
use super::rule::DateRule;
use super::timeline::Reading;
use crate::letter;
use crate::text::{BlockKind, Text};

/// A dateline or a date in the head further than this from the publication is not the day of writing.
const SAME_WEEK: i32 = 7;
/// A first sentence of no more tokens is the name of what the text is about.
const LEMMA: usize = 16;

/// What the whole document is dated by.
#[derive(Debug, Default)]
pub(super) struct Head {
    published: Option<Date>,
    /// The day of writing.
    written: Option<Date>,
    /// Whether the day of writing is only the first day that the text names in full.
    is_guessed: bool,
    /// The date in the head, which the document speaks of.
    dated: Option<Edtf>,
    /// Days that the document covers: `25-31 July 1988` under the title.
    covered: Option<Edtf>,
    /// The sentences of the head.
    sentences: usize,
    /// Whether entries begin with their dates.
    is_chronology: bool,
    /// Whether its entries lie ahead: an agenda.
    is_agenda: bool,
    /// Whether the weekdays that head its sections are those of the week to come.
    is_week_ahead: bool,
    /// Whether it tells of times long past throughout.
    is_history: bool,
}

impl Head {
    /// Reads the sentences before the body, the lead-in of the first paragraph, and the years named.
    pub(super) fn read(text: &Text, readings: &[Reading], published: Option<Date>) -> Self {
        let entries: Vec<&Expression> =
            (0..readings.len()).filter_map(|at| entry(text, at, &readings[at])).collect();
        let mut head = Self { published, is_chronology: entries.len() >= 2, ..Self::default() };
        head.is_history = is_history(readings, published, letter::is_recollection(text));
        for (sentence, reading) in readings.iter().enumerate() {
            let body = is_body(text, sentence);
            head.sentences = sentence + 1;
            let expressions = if body { &reading.label } else { &reading.found };
            if !body || !head.is_chronology || is_dateline(text, sentence) {
                head.take(expressions);
            }
            if body {
                // `APIA, Wednesday. —`: written on the last Wednesday.
                if is_dateline(text, sentence) {
                    head.dated = weekday(&reading.label, published).or(head.dated);
                }
                // `COLOMBO CONFERENCE (10-12 December 1962).`: the lemma of an article of reference.
                let tokens = &text.sentences[sentence].tokens;
                let lemma = |found: &&Found| {
                    let open = found.tokens.start.checked_sub(1).map(|before| text.word(tokens[before]));
                    open == Some("(")
                };
                if head.dated.is_none()
                    && tokens.len() <= LEMMA
                    && let Some(found) = reading.found.first().filter(lemma)
                {
                    head.take(std::slice::from_ref(found));
                }
                head.sentences = sentence;
                break;
            }
        }
        let near =
            |day: &Date| published.is_none_or(|published| reckon::distance(*day, published) <= SAME_WEEK);
        head.written = head.dated.as_ref().and_then(Edtf::as_day).filter(near).or(published);
        head.is_week_ahead = head.written.is_some_and(|written| is_week_ahead(text, readings, written));
        head.is_agenda = match (entries.last(), head.written) {
            (Some(last), Some(written)) => {
                let context = Context { published: Some(written), reference: None, tense: Tense::Unknown };
                resolve(last, &context).is_some_and(|last| last.when.first_day() > written)
            }
            _ => false,
        };
        // A text without a day of publication is read from the first day that it names in full.
        if head.written.is_none() {
            head.is_guessed = true;
            head.written = readings
                .iter()
                .flat_map(|reading| reading.label.iter().chain(&reading.found))
                .find_map(|found| {
                    matches!(found.expression, Expression::Day { year: Some(_), .. })
                        .then(|| resolve(&found.expression, &Context::default())?.when.as_day())
                        .flatten()
                });
        }
        head
    }

    fn take(&mut self, expressions: &[Found]) {
        for found in expressions {
            // `A chronology of the year 1982`
            if self.is_chronology
                && let Expression::Year { year, .. } = found.expression
            {
                self.covered = Some(Edtf::year(year));
            }
            let full = match &found.expression {
                Expression::Day { year, .. } => year.is_some() || self.published.is_some(),
                Expression::Range { from, to } => has_year(from) || has_year(to),
                _ => false,
            };
            let context = Context { published: self.published, reference: None, tense: Tense::Past };
            if !full {
                continue;
            }
            let Some(resolved) = resolve(&found.expression, &context) else { continue };
            let over = self.published.is_none_or(|published| resolved.when.last_day() <= published);
            if matches!(found.expression, Expression::Range { .. }) {
                self.covered = Some(resolved.when.clone());
                if !over {
                    continue;
                }
            }
            // The date nearest the body is the document's, a title's may be its subject's.
            let explicit = resolved.rule == DateRule::Explicit;
            let near = self
                .published
                .is_none_or(|published| reckon::distance(resolved.when.last_day(), published) <= SAME_WEEK);
            if explicit || near {
                self.dated = Some(resolved.when);
            }
        }
    }
}

/// Whether a sentence is of the running text: a paragraph or item that ends like a sentence or is long.
fn is_body(text: &Text, sentence: usize) -> bool {
    let block = text.block_of(sentence);
    match block.kind {
        BlockKind::Paragraph | BlockKind::Item => {
            let tokens = &text.sentences[sentence].tokens;
            let ends =
                tokens.last().is_some_and(|&token| matches!(text.word(token), "." | "?" | "!" | "”" | "\""));
            ends && tokens.len() >= 6 || tokens.len() >= 25 || text.sentences[sentence].label.is_some()
        }
        _ => false,
    }
}

/// The day of a dateline that names a weekday alone.
fn weekday(label: &[Found], published: Option<Date>) -> Option<Edtf> {
    let named = label.iter().find(|found| matches!(found.expression, Expression::Weekday { .. }))?;
    let context = Context { published: Some(published?), reference: None, tense: Tense::Past };
    resolve(&named.expression, &context).map(|resolved| resolved.when)
}

const fn has_year(expression: &Expression) -> bool {
    matches!(
        expression,
        Expression::Day { year: Some(_), .. }
            | Expression::Month { year: Some(_), .. }
            | Expression::Year { .. }
    )
}

/// Whether a document speaks of years long before its publication and never of its own days.
fn is_history(readings: &[Reading], published: Option<Date>, recollected: bool) -> bool {
    let Some(published) = published else { return false };
    let mut past = 0_usize;
    for found in readings.iter().flat_map(|reading| reading.label.iter().chain(&reading.found)) {
        let year = match &found.expression {
            Expression::Day { year, .. }
            | Expression::Month { year, .. }
            | Expression::Season { year, .. } => *year,
            Expression::Year { year, .. } => Some(*year),
            Expression::Range { to, .. } => match to.as_ref() {
                Expression::Day { year, .. } | Expression::Month { year, .. } => *year,
                _ => None,
            },
            Expression::Weekday { .. } | Expression::Period { .. } if !recollected => return false,
            Expression::Offset { from: Anchor::Published, .. } if !recollected => return false,
            _ => None,
        };
        match year {
            Some(year) if year + 2 < published.year() => past += 1,
            Some(_) => return false,
            None => {}
        }
    }
    past >= if recollected { 1 } else { 3 }
}

/// What stands above the sentence being read.
#[derive(Debug)]
pub(super) struct Frame<'h> {
    head: &'h Head,
    section: Option<usize>,
    block: Option<usize>,
    /// The year or month of the heading above: `1978`, `NOVEMBER 1978`.
    period: Option<Edtf>,
    /// The day of the section.
    day: Option<Edtf>,
    /// The day of the last section that had one, for posts that give the hour alone.
    last_day: Option<Edtf>,
    /// The day of the entry.
    entry: Option<Edtf>,
    /// Whether the block's lead-in says that it is to come.
    to_come: bool,
}

impl<'h> Frame<'h> {
    pub(super) const fn new(head: &'h Head) -> Self {
        Self {
            head,
            section: None,
            block: None,
            period: None,
            day: None,
            last_day: None,
            entry: None,
            to_come: false,
        }
    }

    /// Goes on to a sentence; whether another day holds from it on.
    pub(super) fn enter(&mut self, text: &Text, sentence: usize, reading: &Reading) -> bool {
        let before = (self.entry.clone(), self.day.clone());
        let index = text.sentences[sentence].block;
        let block = text.block_of(sentence);
        if self.section != Some(block.section) {
            self.section = Some(block.section);
            self.day = None;
        }
        if self.block != Some(index) {
            self.block = Some(index);
            self.entry = None;
            self.to_come = is_to_come(text, sentence);
            if sentence >= self.head.sentences {
                self.enter_label(text, sentence, reading);
            }
        }
        if matches!(block.kind, BlockKind::Heading | BlockKind::Timestamp) {
            self.enter_heading(block.kind, text, sentence, reading);
        }
        if let Some(day) = broadcast(text, sentence, reading).and_then(|day| self.placed(day)) {
            self.day = Some(day);
        }
        before != (self.entry.clone(), self.day.clone())
    }

    /// The lead-in of an entry: `13 November:`.
    fn enter_label(&mut self, text: &Text, sentence: usize, reading: &Reading) {
        let first = sentence == self.head.sentences;
        if first && (!self.head.is_chronology || is_dateline(text, sentence)) {
            return;
        }
        if let Some(expression) = entry(text, sentence, reading) {
            self.entry = self.placed(expression);
        } else if self.head.is_chronology {
            self.entry = month_entry(&text.words(sentence)).and_then(|month| self.placed(&month));
        }
    }

    /// A heading or a timestamp: a year, a week, a day, an hour.
    fn enter_heading(&mut self, kind: BlockKind, text: &Text, sentence: usize, reading: &Reading) {
        let words = text.words(sentence);
        let dated =
            reading.found.iter().filter(|found| !matches!(found.expression, Expression::Clock { .. }));
        let mut hour_alone = kind == BlockKind::Timestamp && !reading.found.is_empty();
        for found in dated {
            hour_alone = false;
            // A headline may name a day; only one that is hardly more than a date stands for its section.
            if kind == BlockKind::Heading && words.len() > found.tokens.len() + 3 {
                continue;
            }
            match &found.expression {
                Expression::Year { .. } | Expression::Month { .. } => {
                    let context =
                        Context { published: self.head.written, reference: None, tense: Tense::Past };
                    self.period = resolve(&found.expression, &context).map(|resolved| resolved.when);
                }
                Expression::Day { year: Some(_), .. } | Expression::Range { .. }
                    if sentence < self.head.sentences => {}
                Expression::Range { from, .. } if !has_day(from) => {}
                expression if !has_day(expression) && !matches!(expression, Expression::Range { .. }) => {}
                expression => {
                    self.day = self.placed(expression);
                    if self.day.is_some() {
                        self.last_day.clone_from(&self.day);
                    }
                    break;
                }
            }
        }
        if hour_alone && self.day.is_none() {
            self.day.clone_from(&self.last_day);
        }
    }

    /// A date of a heading or lead-in, within the year, month or week that stands above.
    fn placed(&self, expression: &Expression) -> Option<Edtf> {
        let ahead = self.head.is_week_ahead && matches!(expression, Expression::Weekday { .. });
        let tense = if ahead { Tense::Future } else { Tense::Past };
        let context = Context { published: self.head.written, reference: None, tense };
        if let Some(within) = self.period.as_ref().or(self.head.covered.as_ref())
            && let Some(placed) = latest(expression, within.last_day())
            && within.overlaps(&placed)
        {
            return Some(placed);
        }
        let nearest = resolve(expression, &context)?.when;
        // A chronology tells what has been, however long ago; a post may be a day younger than its page.
        let written = self.head.written?;
        let late =
            nearest.first_day() > written && reckon::distance(nearest.first_day(), written) > SAME_WEEK;
        if late && self.head.is_chronology && !self.head.is_agenda {
            return latest(expression, written);
        }
        Some(nearest)
    }

    /// Whether nothing tells the day of writing: neither who hands in the text nor its head.
    pub(super) fn is_undated(&self) -> bool {
        self.head.is_guessed && self.own().is_none()
    }

    /// The day of writing of the sentence: that of its entry or post, else the document's.
    pub(super) fn written(&self) -> Option<Date> {
        self.own().map(Edtf::last_day).or(self.head.written)
    }

    /// The day that the sentence speaks of, where it is one.
    pub(super) fn day(&self) -> Option<Date> {
        match self.reference() {
            Some((when, _)) if when.precision() == Precision::Day => when.as_day(),
            Some((when, _)) => Some(when.last_day()),
            None => self.head.written,
        }
    }

    /// The date that the sentence speaks of when it names none.
    pub(super) fn reference(&self) -> Option<(Edtf, DateRule)> {
        if let Some(own) = self.own() {
            return Some((own.clone(), DateRule::Heading));
        }
        if let Some(dated) = &self.head.dated {
            return Some((dated.clone(), DateRule::Heading));
        }
        self.head.published.or(self.head.written).map(|day| (Edtf::day(day), DateRule::Published))
    }

    /// Whether the day of writing says nothing of the sentence: of times long past, under no date of its own.
    pub(super) const fn tells_history(&self) -> bool {
        self.head.is_history && self.own().is_none() && self.head.dated.is_none()
    }

    const fn own(&self) -> Option<&Edtf> {
        match &self.entry {
            Some(entry) => Some(entry),
            None => self.day.as_ref(),
        }
    }

    /// The tense of sentences that show none.
    pub(super) fn tense(&self) -> Tense {
        let ahead = match (self.own(), self.head.written) {
            (Some(own), Some(written)) => own.first_day() > written,
            _ => false,
        };
        if self.to_come || ahead { Tense::Future } else { Tense::Unknown }
    }

    /// Whether the document tells of times long past throughout.
    pub(super) const fn is_history(&self) -> bool {
        self.head.is_history
    }
}
