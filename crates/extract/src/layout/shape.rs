//! How a line looks: its words, its capitals, its end.

use crate::token::abbreviation::abbreviation;
use crate::token::{is_blank, is_closing, is_pictograph};

/// The words of a text, parted by white space.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_blank).filter(|word| !word.is_empty())
}

/// The last character before closing quotation marks, brackets and pictographs.
pub(super) fn last_character(text: &str) -> Option<char> {
    text.chars().rev().take(16).find(|&c| !is_closing(c) && !is_blank(c) && !is_pictograph(c))
}

/// Whether a full stop within the text ends a sentence, and is not an abbreviation's.
pub(super) fn has_inner_stop(text: &str) -> bool {
    text.match_indices(". ").any(|(at, _)| {
        let word = text[..at].rsplit(is_blank).next().unwrap_or_default();
        begins_upper(&text[at + 2..]) && abbreviation(word).is_none()
    })
}

/// Whether it ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    matches!(last_character(text), Some('.' | '!' | '?' | '…' | ';' | '。'))
}

/// Whether the first letter or digit is not a small letter.
pub(super) fn begins_upper(text: &str) -> bool {
    text.chars().take(12).find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())
}

/// Whether a word is written in capitals, and has at least two.
pub(super) fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase)
}

/// Lower case, straight apostrophes, single spaces: how lexicons of phrases are compared.
pub(super) fn plain(text: &str) -> String {
    let lower = text.replace('’', "'").to_lowercase();
    words(&lower).collect::<Vec<_>>().join(" ")
}

/// Whether a speaker's label begins the line: `Q:`, `SPOKESPERSON:`, `QUESTION (Radio):`.
pub(super) fn begins_with_speaker(text: &str) -> bool {
    let head: String = text.chars().take(120).collect();
    let Some((label, _)) = head.split_once(':') else { return false };
    let first = label.split([' ', ',', '(']).next().unwrap_or_default();
    // "Mrs. Obi (Hull, West): Why did he not go?"
    let titled = matches!(
        first,
        "Mr."
            | "Mrs."
            | "Ms."
            | "Dr."
            | "Mr"
            | "Mrs"
            | "Ms"
            | "Miss"
            | "Dr"
            | "Sir"
            | "Dame"
            | "Lord"
            | "Lady"
            | "Smt."
    );
    matches!(label, "Q" | "A") || (is_capitals(first) || titled) && words(label).count() <= 12
}
