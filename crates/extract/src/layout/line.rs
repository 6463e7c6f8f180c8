//! Lines, and which of them are one paragraph.
//!
//! A blank line always ends a piece. Lines that follow each other are one piece only in a document that
//! is wrapped by hand at some width, or where a line breaks off in the middle of a phrase.

use std::ops::Range;

use super::{item, shape, timestamp};
use crate::token::is_blank;

/// No hand wraps lines longer than this.
const WIDEST_WRAP: usize = 100;

/// One line or several that belong together.
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    /// Whether a blank line, or nothing, stands before it.
    pub(super) opens: bool,
}

struct Line {
    range: Range<usize>,
    /// Characters, counted up to a little over the widest wrap.
    width: usize,
    first_word: usize,
    indented: bool,
    opens: bool,
}

/// The pieces of a document.
pub(super) fn pieces(source: &str) -> Vec<Piece> {
    let lines = lines(source);
    let wrap = wrap_width(&lines);
    let mut pieces: Vec<Piece> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| &lines[before]);
        match (before, pieces.last_mut()) {
            (Some(before), Some(piece)) if !line.opens && continues(source, piece, before, line, wrap) => {
                piece.range.end = line.range.end;
            }
            _ => pieces.push(Piece { range: line.range.clone(), opens: line.opens }),
        }
    }
    pieces
}

fn lines(source: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut opens = true;
    let mut start = 0;
    for raw in source.split_inclusive('\n') {
        let trimmed = raw.trim_matches(is_blank);
        let from = start + (raw.len() - raw.trim_start_matches(is_blank).len());
        if trimmed.is_empty() {
            opens = true;
        } else {
            lines.push(Line {
                range: from..from + trimmed.len(),
                width: trimmed.chars().take(WIDEST_WRAP + 1).count(),
                first_word: trimmed.chars().take(WIDEST_WRAP).take_while(|&c| !is_blank(c)).count(),
                indented: raw.starts_with(['\t', ' ']),
                opens,
            });
            opens = false;
        }
        start += raw.len();
    }
    lines
}

/// The width the document is wrapped at, if most lines that have a follower are filled to it.
fn wrap_width(lines: &[Line]) -> Option<usize> {
    let long = lines.iter().filter(|line| line.width > WIDEST_WRAP).count();
    let width = lines.iter().map(|line| line.width).filter(|&width| width <= WIDEST_WRAP).max()?;
    let followed = lines.windows(2).filter(|pair| !pair[1].opens && pair[0].width <= WIDEST_WRAP);
    let (mut all, mut filled) = (0, 0);
    for pair in followed {
        all += 1;
        filled += usize::from(is_filled(&pair[0], &pair[1], width));
    }
    (width >= 40 && filled >= 2 && filled * 10 >= all * 6 && long * 10 <= filled).then_some(width)
}

/// Whether the next line's first word would not have fitted, with some slack for ragged editors.
fn is_filled(line: &Line, next: &Line, width: usize) -> bool {
    line.width + 1 + next.first_word + width / 8 > width
}

fn continues(source: &str, piece: &Piece, before: &Line, line: &Line, wrap: Option<usize>) -> bool {
    let (Some(last), Some(text)) = (source.get(before.range.clone()), source.get(line.range.clone())) else {
        return false;
    };
    let piece_text = source.get(piece.range.clone()).unwrap_or_default();
    let filled = wrap.is_some_and(|width| is_filled(before, line, width));
    if item::marker(text) > 0 {
        // A dash may begin a wrapped line; any other mark begins an item.
        return filled && text.starts_with(['-', '–', '—']) && item::marker(piece_text) == 0;
    }
    if timestamp::is_timestamp(last) || timestamp::is_timestamp(text) {
        return false;
    }
    if filled {
        return !(line.indented
            && !before.indented
            && shape::ends_sentence(last)
            && item::marker(piece_text) == 0);
    }
    let breaks_off = last.ends_with(|c: char| c.is_alphanumeric() || c == ',');
    breaks_off && text.starts_with(char::is_lowercase) && piece.range.len() < 4000
}
