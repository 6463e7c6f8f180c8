//! Where a phrase stands in words: as whole words, and not "met" in "comet".
//!
//! Knows no phrase. Invariant: the words are set apart by single spaces.

/// The bytes at which a phrase stands, in order.
pub(super) fn places<'w>(words: &'w str, phrase: &'w str) -> impl Iterator<Item = usize> + 'w {
    words.match_indices(phrase).map(|(at, _)| at).filter(move |&at| {
        (at == 0 || words.as_bytes()[at - 1] == b' ')
            && words.as_bytes().get(at + phrase.len()).is_none_or(|byte| *byte == b' ')
    })
}

/// Whether one of the phrases stands in the words.
pub(super) fn has(words: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| places(words, phrase).next().is_some())
}
