//! What the rules did with each sentence, for whoever asks why a record is there or is not.
//!
//! Rules note what they fired on and what they dropped, and read no notes. Invariant: without a
//! listener nothing is written down, and what is extracted is the same with one.

use std::cell::RefCell;

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
}

impl Trace {
    /// One that listens.
    pub(crate) fn listening() -> Self {
        Self { notes: Some(RefCell::default()) }
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
