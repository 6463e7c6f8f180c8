//! Layout: the blocks of a document — headline, headings, paragraphs, items, captions, time stamps,
//! bylines, furniture — and the sections they form.
//!
//! It reads lines and the looks of lines, never what a sentence means. Invariant: the blocks are in
//! order, and between them, before and after them stands white space only. Every test of a block looks
//! at a bounded number of bytes, so the whole is linear.

mod byline;
mod caption;
mod furniture;
mod heading;
pub(crate) mod item;
mod line;
mod shape;
mod timestamp;

use crate::text::{Block, BlockKind};
use line::Piece;

/// The blocks of a document.
///
/// ```
/// use rapporteur_extract::layout::blocks;
/// use rapporteur_extract::text::BlockKind::*;
///
/// let source = "Talks resume\n\nMonday 09:40\n\nThe envoys met again.\n\n• No text was signed\n";
/// let kinds: Vec<_> = blocks(source).iter().map(|block| block.kind).collect();
/// assert_eq!(kinds, [Title, Timestamp, Paragraph, Item]);
/// ```
pub fn blocks(source: &str) -> Vec<Block> {
    let pieces = line::pieces(source);
    let mut reader =
        Reader { source, pieces: &pieces, blocks: Vec::with_capacity(pieces.len()), has_body: false };
    for (index, piece) in pieces.iter().enumerate() {
        let kind = reader.kind(index);
        reader.has_body |= matches!(kind, BlockKind::Paragraph | BlockKind::Item);
        reader.blocks.push(Block { kind, range: piece.range.clone(), section: 0 });
    }
    let mut blocks = reader.blocks;
    number_sections(&mut blocks);
    blocks
}

/// What is known while the pieces are given their kinds, one after the other.
struct Reader<'s> {
    source: &'s str,
    pieces: &'s [Piece],
    blocks: Vec<Block>,
    has_body: bool,
}

impl Reader<'_> {
    fn text(&self, index: usize) -> &str {
        self.pieces.get(index).and_then(|piece| self.source.get(piece.range.clone())).unwrap_or_default()
    }

    /// The last block that is not furniture, with its words.
    fn previous(&self) -> Option<(BlockKind, &str)> {
        let index = self.blocks.iter().rposition(|block| block.kind != BlockKind::Furniture)?;
        Some((self.blocks[index].kind, self.text(index)))
    }

    fn kind(&self, index: usize) -> BlockKind {
        let text = self.text(index);
        let before = index.checked_sub(1).map(|before| self.text(before)).unwrap_or_default();
        let next = self.text(index + 1);
        if furniture::is_furniture(text) || furniture::is_film_length(text, before) {
            return BlockKind::Furniture;
        }
        if timestamp::is_timestamp(text) {
            return BlockKind::Timestamp;
        }
        if furniture::is_navigation(text) {
            return BlockKind::Furniture;
        }
        if item::marker(text) > 0 {
            return BlockKind::Item;
        }
        let previous = self.previous();
        let previous_kind = previous.map(|(kind, _)| kind);
        if caption::is_caption(text) || furniture::is_image_name(before) {
            return BlockKind::Caption;
        }
        if previous_kind == Some(BlockKind::Heading)
            && !next.is_empty()
            && caption::is_unmarked_caption(text, next)
        {
            return BlockKind::Caption;
        }
        let same_lines = self.pieces.get(index + 1).is_some_and(|piece| !piece.opens);
        if byline::is_byline(text)
            || (!self.has_body
                && previous_kind == Some(BlockKind::Title)
                && (same_lines || timestamp::is_timestamp(next))
                && byline::is_correspondents(text))
        {
            return BlockKind::Byline;
        }
        self.headed(index, text, next, previous)
    }

    /// Title, heading, item without a mark, or paragraph.
    fn headed(&self, index: usize, text: &str, next: &str, previous: Option<(BlockKind, &str)>) -> BlockKind {
        let only_head =
            |(kind, _): &(BlockKind, &str)| matches!(kind, BlockKind::Timestamp | BlockKind::Byline);
        if previous.as_ref().is_none_or(only_head) && !self.has_title() && heading::is_title(text) {
            return BlockKind::Title;
        }
        let Some((previous_kind, previous_text)) = previous else { return BlockKind::Paragraph };
        if previous_kind == BlockKind::Title && heading::is_same_title(previous_text, text) {
            return BlockKind::Title;
        }
        let lone_line = !shape::ends_sentence(text);
        let opens = self.pieces[index].opens;
        if !opens && lone_line && (previous_text.ends_with(':') || previous_kind == BlockKind::Item) {
            return BlockKind::Item;
        }
        let may_head = opens
            || matches!(
                previous_kind,
                BlockKind::Timestamp | BlockKind::Heading | BlockKind::Title | BlockKind::Byline
            );
        if may_head && !next.is_empty() && heading::is_heading(text, previous_text, next) {
            return BlockKind::Heading;
        }
        BlockKind::Paragraph
    }

    fn has_title(&self) -> bool {
        self.blocks.iter().take(20).any(|block| block.kind == BlockKind::Title)
    }
}

/// A heading or a time stamp begins a section, but the time and the heading of one post share theirs.
fn number_sections(blocks: &mut [Block]) {
    let mut section = 0;
    let mut has_heading = false;
    let mut has_time = false;
    let mut has_body = false;
    for block in blocks {
        match block.kind {
            BlockKind::Heading | BlockKind::Timestamp => {
                let heading = block.kind == BlockKind::Heading;
                if has_body || (heading && has_heading) || (!heading && has_time) {
                    section += 1;
                    (has_heading, has_time, has_body) = (false, false, false);
                }
                has_heading |= heading;
                has_time |= !heading;
            }
            BlockKind::Title => has_heading = true,
            BlockKind::Byline | BlockKind::Furniture => {}
            BlockKind::Paragraph | BlockKind::Item | BlockKind::Caption => has_body = true,
        }
        block.section = section;
    }
}

#[cfg(test)]
mod tests;
