//! Quotations: the words between quotation marks of every kind.
//!
//! It pairs marks within a block and joins what goes on over several paragraphs; who is quoted is not
//! its business. Invariant: quotations are in the order of their beginnings, lie within one block each,
//! and a nested one lies within its parent. A mark that is never closed holds its sentence at most,
//! unless the paragraph began with it.

mod mark;
mod pairing;

use std::ops::Range;

use crate::text::{BlockKind, Text};
use crate::token::is_blank;
use pairing::Pair;

/// Words in quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The bytes of the words inside the marks.
    pub range: Range<usize>,
    /// The same with the marks.
    pub outer: Range<usize>,
    /// The sentences it touches.
    pub sentences: Range<usize>,
    /// Whether its opening mark stands in the text. One without goes on from the paragraph before.
    pub opened: bool,
    /// Whether its closing mark stands in the text.
    pub closed: bool,
    /// Whether it is a few words used within a clause of the writer's own: what the meeting was, not
    /// what was said at it.
    pub scare: bool,
    /// The quotation it stands in.
    pub nested: Option<usize>,
    /// The quotation of an earlier paragraph that it goes on with.
    pub follows: Option<usize>,
}

/// The quotations of a text.
///
/// ```
/// use rapporteur_extract::{quotation::quotations, text::Text};
///
/// let text = Text::read("“We came. We won’t leave,” Obi said of the “frozen” talks.");
/// let found = quotations(&text);
/// assert_eq!(&text.source[found[0].range.clone()], "We came. We won’t leave,");
/// assert_eq!(found[0].sentences, 0..2);
/// assert!(!found[0].scare && found[1].scare);
/// ```
pub fn quotations(text: &Text<'_>) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    // The quotation that the paragraph before left open.
    let mut open: Option<usize> = None;
    let bodies: Vec<usize> =
        (0..text.blocks.len()).filter(|&at| text.blocks[at].kind != BlockKind::Furniture).collect();
    for (at, &index) in bodies.iter().enumerate() {
        let words = block_text(text, index);
        let next = bodies.get(at + 1).map(|&next| block_text(text, next)).unwrap_or_default();
        let continued = next.starts_with(mark::opens_double);
        let mut pairs = pairing::pairs(words);
        if open.is_some() && pairs.first().is_none_or(|pair| pair.open.start > 0) {
            pairing::prepend_closing(words, &mut pairs);
        }
        let first = found.len();
        for (at, pair) in pairs.iter().enumerate() {
            // What stays open ends where the next quotation begins, at the latest.
            let limit = pairs.get(at + 1).map_or(words.len(), |next| next.open.start);
            found.push(quotation(text, index, pair, limit, continued, first));
        }
        if let (Some(before), Some(pair)) = (open, pairs.first())
            && pair.open.start == 0
        {
            found[first].follows = Some(before);
        }
        open = (first..found.len())
            .rev()
            .find(|&at| found[at].nested.is_none())
            .filter(|&at| !found[at].closed && found[at].outer.end == text.blocks[index].range.end);
    }
    found
}

fn block_text<'s>(text: &Text<'s>, index: usize) -> &'s str {
    text.source.get(text.blocks[index].range.clone()).unwrap_or_default()
}

fn quotation(
    text: &Text<'_>,
    block: usize,
    pair: &Pair,
    limit: usize,
    continued: bool,
    first: usize,
) -> Quotation {
    let base = text.blocks[block].range.start;
    let words = block_text(text, block);
    let start = base + pair.open.end;
    let (inner_end, outer_end) = match &pair.close {
        Some(close) => (base + close.start, base + close.end),
        None => {
            let end = unclosed_end(text, block, start, pair.open.start == 0 || continued).min(base + limit);
            (end, end)
        }
    };
    let range = start..inner_end.max(start);
    let outer = base + pair.open.start..outer_end.max(start);
    Quotation {
        sentences: touched(text, block, &range),
        opened: !pair.open.is_empty(),
        closed: pair.close.is_some(),
        scare: pair.close.is_some() && is_scare(&words[..pair.open.start], &text.source[range.clone()]),
        nested: pair.parent.map(|parent| first + parent),
        follows: None,
        range,
        outer,
    }
}

/// Where a quotation without closing mark ends: with its block if it fills it, else with its sentence.
fn unclosed_end(text: &Text<'_>, block: usize, start: usize, whole: bool) -> usize {
    let end = text.blocks[block].range.end;
    if whole {
        return end;
    }
    let at = text.sentences.partition_point(|sentence| sentence.range.end <= start);
    text.sentences.get(at).map_or(end, |sentence| sentence.range.end.min(end))
}

/// The sentences a range touches; where it lies in a label, the one behind the label.
fn touched(text: &Text<'_>, block: usize, range: &Range<usize>) -> Range<usize> {
    let first = text.sentences.partition_point(|sentence| sentence.range.end <= range.start);
    let end = text.sentences.partition_point(|sentence| sentence.range.start < range.end);
    let end = end.max((first + 1).min(text.sentences.len()));
    let first = first.min(end.saturating_sub(1));
    let within = |at: usize| text.sentences.get(at).is_some_and(|sentence| sentence.block == block);
    if within(first) { first..end } else { first..first }
}

/// Three words at most, in the middle of a clause and not the object of a verb of saying.
fn is_scare(before: &str, inner: &str) -> bool {
    if inner.len() > 80 || inner.split(is_blank).filter(|word| !word.is_empty()).count() > 3 {
        return false;
    }
    const SAYING: [&str; 14] = [
        "said", "says", "saying", "say", "replied", "answered", "answers", "replies", "added", "adds",
        "asked", "told", "wrote", "shouted",
    ];
    let before = before.trim_end_matches(is_blank);
    let clause = before.ends_with(|c: char| c.is_alphanumeric());
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    clause && !SAYING.contains(&word)
}

#[cfg(test)]
mod tests;
