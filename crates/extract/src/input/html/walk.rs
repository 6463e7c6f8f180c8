//! From the tree of a page to its blocks, in the order of reading.
//!
//! The walk keeps its own stack, so that the depth of the tree does not matter to it.

use dom_query::NodeRef;

use super::drop::is_dropped;
use super::piece::{Piece, PieceKind};
use crate::layout::item;
use crate::token::is_blank;

/// Elements that stand within a line.
const INLINE: [&str; 34] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var",
];

/// The blocks below `root`; `whole` is the bytes of text of the page.
pub(super) fn blocks(root: &NodeRef<'_>, whole: usize) -> Vec<Piece> {
    let mut page = Blocks::default();
    let mut stack: Vec<(NodeRef<'_>, bool)> = vec![(*root, false)];
    while let Some((node, left)) = stack.pop() {
        if node.is_text() {
            page.words(&node.text());
            continue;
        }
        let name = node.node_name().unwrap_or_default();
        if left {
            page.leave(&name);
            continue;
        }
        if node.is_element() && is_dropped(&node, &name, whole) {
            continue;
        }
        page.enter(&name);
        stack.push((node, true));
        stack.extend(node.children_it(true).map(|child| (child, false)));
    }
    page.end();
    page.pieces
}

#[derive(Default)]
struct Blocks {
    pieces: Vec<Piece>,
    text: String,
    linked: usize,
    space: bool,
    links: usize,
    captions: usize,
    heading: Option<PieceKind>,
    /// The lists one is in: the number of the last item of a numbered one.
    lists: Vec<Option<usize>>,
    /// The mark of the item just begun, until it has words.
    mark: Option<String>,
}

impl Blocks {
    fn words(&mut self, words: &str) {
        for c in words.chars() {
            if is_blank(c) {
                self.space = true;
                continue;
            }
            let length = self.text.len();
            if self.space && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.space = false;
            self.text.push(c);
            if self.links > 0 {
                self.linked += self.text.len() - length;
            }
        }
    }

    fn enter(&mut self, name: &str) {
        match name {
            "a" => self.links += 1,
            "q" => self.words("“"),
            "br" => self.line_break(),
            "td" | "th" => self.cell(),
            _ if INLINE.contains(&name) => {}
            _ => self.end(),
        }
        match name {
            "h1" => self.heading = Some(PieceKind::Headline),
            "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = Some(PieceKind::Heading),
            "figcaption" => self.captions += 1,
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(0)),
            "li" => self.item(),
            _ => {}
        }
    }

    fn leave(&mut self, name: &str) {
        match name {
            "a" => self.links = self.links.saturating_sub(1),
            "q" => {
                self.space = false;
                self.words("”");
            }
            "br" | "td" | "th" => {}
            _ if INLINE.contains(&name) => {}
            _ => self.end(),
        }
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = None,
            "figcaption" => self.captions = self.captions.saturating_sub(1),
            "ul" | "ol" => _ = self.lists.pop(),
            "li" => self.mark = None,
            _ => {}
        }
    }

    fn item(&mut self) {
        self.mark = Some(match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{number}. ")
            }
            _ => "• ".to_owned(),
        });
    }

    /// Two breaks end a block, one ends a line.
    fn line_break(&mut self) {
        if self.text.ends_with('\n') {
            self.end();
        } else if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.space = false;
    }

    fn cell(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push_str(if self.text.ends_with(':') { "" } else { ";" });
            self.space = true;
        }
    }

    /// Ends the block that is being read.
    fn end(&mut self) {
        self.space = false;
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let trimmed = text.trim_end_matches(is_blank).trim_end_matches(';');
        if trimmed.is_empty() {
            return;
        }
        let mark = self.mark.take().filter(|_| item::marker(trimmed) == 0);
        let (kind, text) = match (self.heading, mark) {
            (Some(heading), _) => (heading, trimmed.to_owned()),
            (None, Some(mark)) => (PieceKind::Item, mark + trimmed),
            (None, None) if self.captions > 0 => (PieceKind::Caption, format!("[Photo] {trimmed}")),
            (None, None) => (PieceKind::Other, trimmed.to_owned()),
        };
        self.pieces.push(Piece { kind, text, linked });
    }
}
