//! A block of a page's readable text.

/// What a block was in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PieceKind {
    Headline,
    Heading,
    Item,
    Caption,
    Other,
}

/// A block of text.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) kind: PieceKind,
    pub(super) text: String,
    /// The bytes of it that are links.
    pub(super) linked: usize,
}

impl Piece {
    /// Whether it was an `h1`.
    pub(super) fn is_headline(&self) -> bool {
        self.kind == PieceKind::Headline
    }

    /// How much running text it holds: its bytes, if it is of some length, ends as a sentence does and
    /// is not mostly links.
    pub(super) fn prose(&self) -> usize {
        let end = self.text.trim_end_matches(['"', '”', '’', '\'', '»', ')']);
        let sentence = end.ends_with(['.', '!', '?', '…', ':']);
        if self.text.len() >= 40 && sentence && self.linked * 2 < self.text.len() {
            self.text.len()
        } else {
            0
        }
    }
}

/// The running text of several.
pub(super) fn prose(pieces: &[Piece]) -> usize {
    pieces.iter().map(Piece::prose).sum()
}
