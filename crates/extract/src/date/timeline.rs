//! The dates of a whole document: every expression resolved, and the day that a sentence speaks of when it
//! names none.
//!
//! It knows blocks and labels but no events. Invariant: sentences are read once, in order; what is known
//! at a sentence comes from the document's head and from what stands before it.

use std::ops::Range;

use jiff::civil::Date;
use rapporteur_schema::Edtf;

use super::expression::{Duration, Expression, Found, Kind};
use super::find;
use super::frame::{Frame, Head};
use super::moved::{Change, changes};
use super::passage::Passage;
use super::rule::DateRule;
use crate::text::Text;

/// An expression of time that has a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeExpression {
    /// The sentence it stands in.
    pub sentence: usize,
    /// Its tokens there, without the preposition before it.
    pub tokens: Range<usize>,
    /// When it is.
    pub when: Edtf,
    /// By which rule.
    pub rule: DateRule,
    /// What the preposition before it makes of it.
    pub kind: Kind,
}

/// A duration and its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lasting {
    /// The sentence it stands in.
    pub sentence: usize,
    /// Its tokens there.
    pub tokens: Range<usize>,
    /// How long.
    pub duration: Duration,
}

/// The dates of a document.
#[derive(Debug, Default)]
pub struct Dates {
    expressions: Vec<TimeExpression>,
    durations: Vec<Lasting>,
    sentences: Vec<Sentence>,
}

/// What is known of one sentence.
#[derive(Debug)]
struct Sentence {
    expressions: Range<usize>,
    durations: Range<usize>,
    changes: Vec<Change>,
    reference: Option<(Edtf, DateRule)>,
    named_before: Option<Edtf>,
    written: Option<Date>,
}

impl Dates {
    /// The expressions of a sentence that have a date, in order.
    pub fn expressions_in(&self, sentence: usize) -> &[TimeExpression] {
        self.sentences
            .get(sentence)
            .and_then(|at| self.expressions.get(at.expressions.clone()))
            .unwrap_or_default()
    }

    /// The durations of a sentence, in order.
    pub fn durations_in(&self, sentence: usize) -> &[Lasting] {
        self.sentences
            .get(sentence)
            .and_then(|at| self.durations.get(at.durations.clone()))
            .unwrap_or_default()
    }

    /// What a sentence tells to have been moved to another day.
    pub fn changes_in(&self, sentence: usize) -> &[Change] {
        self.sentences.get(sentence).map_or(&[], |at| at.changes.as_slice())
    }

    /// The day that a sentence speaks of when it names none: that of its entry, its post or section, the
    /// dateline or the publication.
    pub fn reference_of(&self, sentence: usize) -> Option<&Edtf> {
        self.sentences.get(sentence)?.reference.as_ref().map(|(when, _)| when)
    }

    /// Why a sentence's reference is what it is: [`DateRule::Heading`] or [`DateRule::Published`].
    pub fn reference_rule(&self, sentence: usize) -> Option<DateRule> {
        self.sentences.get(sentence)?.reference.as_ref().map(|&(_, rule)| rule)
    }

    /// The date named last before a sentence within its block, which the sentence may go on with.
    pub fn named_before(&self, sentence: usize) -> Option<&Edtf> {
        self.sentences.get(sentence)?.named_before.as_ref()
    }

    /// The day on which a sentence was written, as far as the text tells.
    pub fn written(&self, sentence: usize) -> Option<Date> {
        self.sentences.get(sentence)?.written
    }

    /// All expressions of the document that have a date, in order.
    pub fn expressions(&self) -> &[TimeExpression] {
        &self.expressions
    }
}

/// What the timeline finds in a sentence before it resolves anything.
#[derive(Debug)]
pub(super) struct Reading {
    /// Expressions of the sentence itself.
    pub(super) found: Vec<Found>,
    /// Expressions of its lead-in.
    pub(super) label: Vec<Found>,
}

/// Dates a document.
///
/// ```
/// use rapporteur_extract::{date, text::Text};
///
/// let text = Text::read("LIMA, Nov. 3 (Agency) - The two ministers met on Monday. They will meet again on Friday.\n");
/// let dates = date::timeline(&text, Some(jiff::civil::date(1998, 11, 3)));
/// let when = |sentence: usize| dates.expressions_in(sentence)[0].when.to_string();
/// assert_eq!((when(0).as_str(), when(1).as_str()), ("1998-11-02", "1998-11-06"));
/// ```
pub fn timeline(text: &Text, published: Option<Date>) -> Dates {
    let readings: Vec<Reading> = (0..text.sentences.len())
        .map(|sentence| {
            let label: Vec<&str> =
                text.sentences[sentence].label_tokens.iter().map(|&token| text.word(token)).collect();
            Reading { found: find(&text.words(sentence)), label: find(&label) }
        })
        .collect();
    let head = Head::read(text, &readings, published);
    let mut frame = Frame::new(&head);
    let mut passage = Passage::default();
    let mut dates = Dates::default();
    for (sentence, reading) in readings.iter().enumerate() {
        let changed = frame.enter(text, sentence, reading);
        passage.enter(text.sentences[sentence].block, changed);
        let words = text.words(sentence);
        let (first, first_duration) = (dates.expressions.len(), dates.durations.len());
        let named_before = passage.named().cloned();
        for found in &reading.found {
            if let Expression::Duration(duration) = found.expression {
                dates.durations.push(Lasting { sentence, tokens: found.tokens.clone(), duration });
                continue;
            }
            if let Some(resolved) = passage.resolve(&words, found, &frame) {
                let (tokens, kind) = (found.tokens.clone(), found.kind);
                dates.expressions.push(TimeExpression {
                    sentence,
                    tokens,
                    when: resolved.when,
                    rule: resolved.rule,
                    kind,
                });
            }
        }
        dates.sentences.push(Sentence {
            expressions: first..dates.expressions.len(),
            durations: first_duration..dates.durations.len(),
            changes: changes(text.lower(sentence), &dates.expressions[first..]),
            reference: if frame.tells_history() { passage.recalled() } else { frame.reference() },
            named_before,
            written: frame.written(),
        });
    }
    dates
}
