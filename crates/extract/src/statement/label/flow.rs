//! Which paragraphs without a label go on with the turn before them.
//!
//! Reads blocks and words; names nobody. Invariant: a paragraph that quotes somebody is told by another.

use crate::text::{BlockKind, Text};

/// Whether a transcript has hardly anything but turns: every second paragraph from the first turn on has a label.
pub(super) fn is_protocol(text: &Text<'_>) -> bool {
    let mut labelled = vec![false; text.blocks.len()];
    for sentence in &text.sentences {
        labelled[sentence.block] |= sentence.label.is_some();
    }
    let spoken = |at: &usize| matches!(text.blocks[*at].kind, BlockKind::Paragraph | BlockKind::Item);
    let turns: Vec<bool> = (0..text.blocks.len())
        .skip_while(|&at| !labelled[at])
        .filter(spoken)
        .map(|at| labelled[at])
        .collect();
    2 * turns.iter().filter(|&&turn| turn).count() >= turns.len()
}

/// Whether a paragraph without a label speaks as the one before it does: of "us", to "you"; in a protocol
/// any one that quotes nobody.
pub(super) fn goes_on(text: &Text<'_>, sentence: usize, protocol: bool) -> bool {
    let block = text.sentences[sentence].block;
    let near = block > 0 && text.blocks[block - 1].section == text.blocks[block].section;
    // Who is quoted is told of by somebody else; a name or a word in quotation marks is not quoted.
    let quotes = (0..text.sentences.len())
        .skip(sentence)
        .take_while(|&at| text.sentences[at].block == block)
        .any(|at| is_quoting(text, at));
    let spoken = text.sentences[sentence..].iter().take_while(|other| other.block == block).any(|other| {
        other.tokens.iter().any(|&token| {
            matches!(
                text.word(token).to_lowercase().as_str(),
                "i" | "we" | "us" | "our" | "my" | "me" | "you" | "your" | "let"
            )
        })
    });
    near && (spoken || protocol) && !quotes && matches!(text.blocks[block].kind, BlockKind::Paragraph)
}

/// Whether a sentence has more than a few words in quotation marks, or its marks are not closed.
fn is_quoting(text: &Text<'_>, sentence: usize) -> bool {
    const FEW: usize = 4;
    let is_mark = |word: &&str| matches!(*word, "“" | "\"" | "”" | "``" | "''" | "«" | "»");
    let words = text.words(sentence);
    let marks: Vec<usize> =
        words.iter().enumerate().filter(|(_, word)| is_mark(word)).map(|(at, _)| at).collect();
    marks.chunks(2).any(|pair| match pair {
        [from, to] => to - from > FEW + 1,
        _ => true,
    })
}
