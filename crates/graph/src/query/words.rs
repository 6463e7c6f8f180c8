//! The words by which two texts are taken to speak of one thing.
//!
//! It must not know records. Invariant: words that any text has are in no set.

use std::collections::BTreeSet;

use crate::fold::fold;

/// Words of more than three letters that say nothing of what a text is about.
const PLAIN: [&str; 20] = [
    "that", "with", "from", "their", "they", "have", "been", "were", "said", "will", "would", "into", "over",
    "this", "which", "after", "before", "also", "both", "than",
];

/// The words of a text, folded.
pub(super) fn words(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let words = folded.split(' ').filter(|word| word.len() > 3 && !PLAIN.contains(word));
    words.map(str::to_owned).collect()
}

/// The words without their endings: `released`, `release`; `trawlers`, `trawler`.
pub(super) fn stems(text: &str) -> BTreeSet<String> {
    words(text).iter().map(|word| stem(word)).collect()
}

/// A word without its ending.
pub(super) fn stem(word: &str) -> String {
    word.chars().take(5).collect::<String>().trim_end_matches(['s', 'e']).to_owned()
}
