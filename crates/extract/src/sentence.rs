//! Sentences: where they begin and end, and the label some open with.
//!
//! It knows characters and abbreviations, nothing of grammar. Invariant: sentences are in order, do not
//! overlap and lie within their block; all that stands between them is white space, labels and the marks
//! of items. A quotation mark that is never closed changes nothing, since no decision depends on one
//! being open.

mod boundary;
mod label;
mod starter;

use std::ops::Range;

use crate::layout::item;
use crate::text::{Block, BlockKind, Token};
use crate::token::{is_blank, tokens};

/// No sentence has more tokens; longer ones are cut at clause punctuation, so that time stays linear.
pub const LONGEST_SENTENCE: usize = 400;

/// A sentence before it is parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The index of its block.
    pub block: usize,
    /// The lead-in before it: a date, a dateline, a speaker, the name of an item.
    pub label: Option<Range<usize>>,
    /// The tokens of the lead-in.
    pub label_tokens: Vec<Token>,
    /// Its bytes, from the first to the last token.
    pub range: Range<usize>,
    /// Its tokens; never none.
    pub tokens: Vec<Token>,
}

/// The sentences of all blocks but furniture, in order.
///
/// ```
/// use rapporteur_extract::{layout::blocks, sentence::sentences};
///
/// let source = "Talks\n\nLIMA, Nov. 3 (Agency) - Gen. A. Obi met the U.S. envoy. “Is it over?” he asked.";
/// let found = sentences(source, &blocks(source));
/// let told: Vec<&str> = found.iter().map(|s| &source[s.range.clone()]).collect();
/// assert_eq!(told, ["Talks", "Gen. A. Obi met the U.S. envoy.", "“Is it over?” he asked."]);
/// assert_eq!(found[1].label.clone().map(|l| &source[l]), Some("LIMA, Nov. 3 (Agency) -"));
/// ```
pub fn sentences(source: &str, blocks: &[Block]) -> Vec<Segment> {
    let mut found = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if block.kind != BlockKind::Furniture {
            read_block(source, index, block, &mut found);
        }
    }
    found
}

fn read_block(source: &str, index: usize, block: &Block, found: &mut Vec<Segment>) {
    let Some(text) = source.get(block.range.clone()) else { return };
    let base = block.range.start;
    let marker = if block.kind == BlockKind::Item { item::marker(text) } else { 0 };
    let lead = label::label(&text[marker..], block.kind);
    let mut label = (lead > 0).then(|| base + marker..base + marker + lead);
    let body = marker + lead;
    let clause = if lead == 0 { label::clause(&text[body..], block.kind) } else { 0 };
    let opening = (clause > 0).then_some(body..body + clause);
    let rest = body + clause;
    let parts = boundary::split(&text[rest..]).into_iter().map(|part| rest + part.start..rest + part.end);
    for part in opening.into_iter().chain(parts) {
        let range = base + part.start..base + part.end;
        let tokens = tokens(source, range);
        cut_to_length(source, tokens, |tokens| {
            let label = label.take();
            let label_tokens = label.clone().map(|label| self::tokens(source, label)).unwrap_or_default();
            if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
                let range = first.start..last.end;
                found.push(Segment { block: index, label, label_tokens, range, tokens });
            }
        });
    }
}

/// Hands on the tokens in runs of at most [`LONGEST_SENTENCE`], cut behind clause punctuation.
fn cut_to_length(source: &str, mut tokens: Vec<Token>, mut push: impl FnMut(Vec<Token>)) {
    if tokens.len() <= LONGEST_SENTENCE {
        return push(tokens);
    }
    let mut rest = tokens.as_mut_slice();
    while rest.len() > LONGEST_SENTENCE {
        let window = &rest[LONGEST_SENTENCE / 4..LONGEST_SENTENCE];
        let behind = |marks: &[&str]| {
            let is_mark =
                |token: &Token| source.get(token.start..token.end).is_some_and(|word| marks.contains(&word));
            window.iter().rposition(is_mark).map(|at| LONGEST_SENTENCE / 4 + at + 1)
        };
        let at =
            behind(&[";", "."]).or_else(|| behind(&[",", ":", "—", "–", "-"])).unwrap_or(LONGEST_SENTENCE);
        let (head, tail) = rest.split_at_mut(at);
        push(head.to_vec());
        rest = tail;
    }
    push(rest.to_vec());
}

/// The bytes of `text` without the white space around them, from `base`.
fn trimmed(text: &str, base: usize) -> Range<usize> {
    let start = text.len() - text.trim_start_matches(is_blank).len();
    let end = text.trim_end_matches(is_blank).len();
    base + start.min(end)..base + end
}

#[cfg(test)]
mod tests;
