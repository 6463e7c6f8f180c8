//! What the rules did with each sentence, for whoever asks why a record is there or is not.
//!
//! Rules note what they fired on and what they dropped, and read no notes. Invariant: without a
//! listener nothing is written down, and what is extracted is the same with one.

use std::cell::RefCell;

use crate::decision::Draft;

/// One thing a rule did with a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The sentence, counted from 0.
    pub sentence: usize,
    /// The rule, by its module: `meeting/candidate`.
    pub rule: &'static str,
    /// Whether what it speaks of was kept.
    pub kept: bool,
    /// What was read, or why it was dropped.
    pub what: String,
}

/// Where notes go: nowhere, or onto a list.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    notes: Option<RefCell<Vec<Note>>>,
    drafts: Option<RefCell<Vec<Draft>>>,
}

impl Trace {
    /// One that listens.
    pub(crate) fn listening() -> Self {
        Self { notes: Some(RefCell::default()), drafts: None }
    }

    /// One that writes down what the forests are asked.
    pub(crate) fn questioning() -> Self {
        Self { notes: None, drafts: Some(RefCell::default()) }
    }

    /// Writes down a draft and what is asked of it.
    pub(crate) fn asked(&self, draft: impl FnOnce() -> Draft) {
        if let Some(drafts) = &self.drafts {
            drafts.borrow_mut().push(draft());
        }
    }

    /// The drafts, in order.
    pub(crate) fn take_drafts(&self) -> Vec<Draft> {
        self.drafts.as_ref().map(RefCell::take).unwrap_or_default()
    }

    /// Notes what a rule kept.
    pub(crate) fn kept(&self, sentence: usize, rule: &'static str, what: impl FnOnce() -> String) {
        self.note(sentence, rule, true, what);
    }

    /// Notes what a rule dropped, and why.
    pub(crate) fn dropped(&self, sentence: usize, rule: &'static str, why: impl FnOnce() -> String) {
        self.note(sentence, rule, false, why);
    }

    fn note(&self, sentence: usize, rule: &'static str, kept: bool, what: impl FnOnce() -> String) {
        if let Some(notes) = &self.notes {
            notes.borrow_mut().push(Note { sentence, rule, kept, what: what() });
        }
    }

    /// The notes, by sentence, in the order they were made.
    pub(crate) fn into_notes(self) -> Vec<Note> {
        let mut notes = self.notes.map(RefCell::into_inner).unwrap_or_default();
        notes.sort_by_key(|note| note.sentence);
        notes
    }
}
