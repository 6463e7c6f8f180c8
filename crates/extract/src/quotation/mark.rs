//! The quotation marks of a stretch of text, apostrophes left out, and what each could do there.

use std::ops::Range;

use crate::token::{is_apostrophe, is_blank, is_closing, is_dash, is_opening, is_quote};

/// The families of marks; a quotation is closed by its own family, with some leniency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
    Guillemet,
}

/// A mark, with what its shape and neighbours allow.
#[derive(Debug, Clone)]
pub(super) struct Mark {
    pub(super) range: Range<usize>,
    pub(super) shape: char,
    pub(super) family: Family,
    pub(super) may_open: bool,
    pub(super) may_close: bool,
    /// An apostrophe behind a plural `s`, or the end of a quotation: it depends on what follows.
    pub(super) plural: bool,
}

/// Whether a character can open a quotation at the beginning of a paragraph.
pub(super) fn opens_double(c: char) -> bool {
    matches!(c, '"' | '“' | '„' | '«' | '＂')
}

/// The marks of `text`, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        if is_quote(c) {
            let rest = &text[at + c.len_utf8()..];
            found.extend(mark(at, c, before, rest));
        }
        before = Some(c);
    }
    found
}

fn mark(at: usize, c: char, before: Option<char>, rest: &str) -> Option<Mark> {
    let after = rest.chars().next();
    let wordlike = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if is_apostrophe(c) && wordlike(before) && wordlike(after) {
        return None;
    }
    let free_before =
        before.is_none_or(|c| is_blank(c) || is_dash(c) || is_opening(c) || matches!(c, '/' | '…' | ':'));
    let free_after = after.is_none_or(|c| is_blank(c) || is_dash(c) || is_closing(c) || is_stop(c));
    let opens = free_before && !after.is_none_or(is_blank);
    let closes = free_after && !before.is_none_or(is_blank) || !free_before;
    let (family, may_open, may_close) = match c {
        '“' => (Family::Double, true, true),
        '”' | '‟' => (Family::Double, false, true),
        '„' | '「' | '『' => (Family::Double, true, false),
        '」' | '』' => (Family::Double, false, true),
        '"' | '＂' => (Family::Double, opens, closes),
        '«' | '‹' => (Family::Guillemet, true, !free_before || after.is_none()),
        '»' | '›' => (Family::Guillemet, free_before && wordlike(after), true),
        '‚' => (Family::Single, opens, false),
        '‘' | '‛' => (Family::Single, opens && !is_elision(rest), !free_before),
        '’' => (Family::Single, false, closes && !wordlike(after)),
        _ => (Family::Single, opens && wordlike(after) && !is_elision(rest), closes && !wordlike(after)),
    };
    let plural = is_apostrophe(c)
        && matches!(before, Some('s' | 'S' | 'x' | 'z'))
        && rest.starts_with(is_blank)
        && rest.trim_start_matches(is_blank).starts_with(char::is_lowercase);
    Some(Mark { range: at..at + c.len_utf8(), shape: c, family, may_open, may_close, plural })
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…')
}

/// `'tis`, `'90s`, `'em`: an apostrophe that begins a word.
fn is_elision(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
    let decade = word.len() >= 2 && word.as_bytes()[..2].iter().all(u8::is_ascii_digit) && word.len() <= 3;
    decade || matches!(word.to_lowercase().as_str(), "tis" | "twas" | "em" | "til" | "cause" | "bout" | "n")
}
