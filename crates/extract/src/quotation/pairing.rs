//! Which mark closes which.
//!
//! One pass with a stack of bounded depth. Straight marks open or close by their neighbours; a single
//! mark that nothing closes was an apostrophe; a double one stays open.

use std::ops::Range;

use super::mark::{Family, Mark, marks};

/// Quotations within quotations deeper than this are not told apart.
const DEEPEST: usize = 6;

/// An opening mark and what closes it.
#[derive(Debug, Clone)]
pub(super) struct Pair {
    pub(super) open: Range<usize>,
    pub(super) close: Option<Range<usize>>,
    /// The pair around it, by its place in the list.
    pub(super) parent: Option<usize>,
}

struct Open {
    mark: Mark,
    close: Option<Range<usize>>,
    parent: Option<usize>,
    dropped: bool,
}

/// The pairs of a block's text, in the order of their opening marks.
pub(super) fn pairs(text: &str) -> Vec<Pair> {
    let marks = marks(text);
    let closes_single = |mark: &Mark| mark.family == Family::Single && mark.may_close;
    let last_single = marks.iter().rposition(closes_single);
    let mut all: Vec<Open> = Vec::new();
    let mut stack: Vec<usize> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let partner = stack.iter().rposition(|&open| all[open].mark.family == mark.family);
        let possessive = mark.plural
            && marks[at + 1..]
                .iter()
                .take(4)
                .find(|next| next.family == Family::Single)
                .is_some_and(closes_single);
        if mark.may_close
            && !possessive
            && let Some(depth) = partner
            && closes(&all[stack[depth]].mark, mark)
        {
            all[stack[depth]].close = Some(mark.range.clone());
            for &lost in &stack[depth + 1..] {
                give_up(&mut all[lost]);
            }
            stack.truncate(depth);
            continue;
        }
        if !mark.may_open || (mark.family == Family::Single && last_single.is_none_or(|last| last <= at)) {
            continue;
        }
        // The same kind of mark opens again: the earlier one was never closed.
        if let Some(depth) = partner {
            for &lost in &stack[depth..] {
                give_up(&mut all[lost]);
            }
            stack.truncate(depth);
        }
        if stack.len() == DEEPEST {
            give_up(&mut all[stack.remove(0)]);
        }
        all.push(Open { mark: mark.clone(), close: None, parent: stack.last().copied(), dropped: false });
        stack.push(all.len() - 1);
    }
    for &lost in &stack {
        give_up(&mut all[lost]);
    }
    settle(all)
}

/// A mark that stays open: a single one was an apostrophe.
fn give_up(open: &mut Open) {
    open.dropped = open.mark.family == Family::Single;
}

/// Whether the mark may close what the other opened: `“` and `‘` close German quotations only.
fn closes(open: &Mark, mark: &Mark) -> bool {
    match mark.shape {
        '“' => open.shape == '„',
        '‘' => open.shape == '‚',
        _ => true,
    }
}

/// Drops what was no quotation and numbers the parents anew. An unclosed parent encloses nothing.
fn settle(all: Vec<Open>) -> Vec<Pair> {
    let mut places: Vec<Option<usize>> = Vec::with_capacity(all.len());
    let mut pairs: Vec<Pair> = Vec::new();
    for open in all {
        if open.dropped {
            places.push(None);
            continue;
        }
        let parent =
            open.parent.and_then(|parent| places[parent]).filter(|&parent| pairs[parent].close.is_some());
        places.push(Some(pairs.len()));
        pairs.push(Pair { open: open.mark.range, close: open.close, parent });
    }
    pairs
}

/// Puts before the pairs the quotation that goes on from the paragraph before without a mark of its own,
/// if the first mark of the text can only close.
pub(super) fn prepend_closing(text: &str, pairs: &mut Vec<Pair>) {
    let first = marks(text).into_iter().find(|mark| mark.family != Family::Single);
    let Some(first) = first.filter(|mark| mark.may_close && !mark.may_open) else { return };
    for pair in pairs.iter_mut() {
        pair.parent = pair.parent.map(|parent| parent + 1);
    }
    pairs.insert(0, Pair { open: 0..0, close: Some(first.range), parent: None });
}
