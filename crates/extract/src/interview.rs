//! Interviews: whose turn it is where the questions bear no name.
//!
//! Reads blocks and their last marks; names nobody. Invariant: a text that does not call itself an
//! interview, or has fewer than two questions with answers, has no turns.

use crate::text::{BlockKind, Text};

/// Whose turn a sentence belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// The interviewer's.
    Question,
    /// That of the one who is interviewed.
    Answer,
}

/// In how many sentences a text calls itself an interview.
const HEAD: usize = 6;
/// What it calls itself.
const CALLS: &[&str] = &[
    "interview",
    "interviewed",
    "in conversation",
    "talks to",
    "speaks to",
    "spoke to",
    "spoke with",
    "talked to",
    "q&a",
    "questions for",
    "questions to",
    "answers questions",
    "in his own words",
    "in her own words",
];

/// For each sentence the turn it belongs to; nothing where the text is no interview.
pub fn turns(text: &Text<'_>) -> Option<Vec<Option<Turn>>> {
    let head = (0..text.sentences.len().min(HEAD)).map(|at| text.words(at).join(" ").to_lowercase());
    let called = head.into_iter().any(|words| CALLS.iter().any(|call| words.contains(call)));
    if !called {
        return None;
    }
    let asks: Vec<bool> = text
        .blocks
        .iter()
        .map(|block| {
            let words = text.source.get(block.range.clone()).unwrap_or_default();
            let words = words.trim_end_matches(['"', '”', '’', '\'', ' ', '\n', '*', '_']);
            is_spoken(block.kind) && (words.ends_with('?') || addresses(words))
        })
        .collect();
    let spoken: Vec<usize> = (0..text.blocks.len()).filter(|&at| is_spoken(text.blocks[at].kind)).collect();
    let answered = spoken.windows(2).filter(|pair| asks[pair[0]] && !asks[pair[1]]).count();
    if answered < 2 {
        return None;
    }
    let first = asks.iter().position(|&asks| asks)?;
    let turn = |block: usize| match block {
        _ if block < first || !is_spoken(text.blocks[block].kind) => None,
        _ if asks[block] => Some(Turn::Question),
        _ => Some(Turn::Answer),
    };
    Some(text.sentences.iter().map(|sentence| turn(sentence.block)).collect())
}

/// Whether the words speak to somebody and not of oneself: "The opposition says that you never saw him."
fn addresses(words: &str) -> bool {
    let has = |wanted: &[&str]| {
        words.split(|c: char| !c.is_alphabetic() && c != '’' && c != '\'').any(|word| {
            let word = word.split(['’', '\'']).next().unwrap_or_default().to_lowercase();
            wanted.contains(&word.as_str())
        })
    };
    has(&["you", "your", "yours", "yourself"]) && !has(&["i", "me", "my", "we", "us", "our", "mine", "ours"])
}

/// Whether a block can be words of an interview; a bold question may look like a heading.
fn is_spoken(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Item | BlockKind::Heading)
}
