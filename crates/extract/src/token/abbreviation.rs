//! Words that end in a full stop which is theirs and not the sentence's.
//!
//! It knows the list and the shape of acronyms, nothing of sentences. Invariant: a word is looked at
//! without its last stop.

use std::collections::HashMap;
use std::sync::LazyLock;

/// How a sentence may go on after an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// `Mr`: a name follows.
    Title,
    /// `No`, `Nov`: a number follows, or else it is the end.
    Number,
    /// `vs`: never the end.
    Inner,
    /// `Inc`: the end if the next word begins a sentence.
    Ending,
    /// `U.S`, `a.m`: single letters between stops.
    Acronym,
    /// `F`: one capital, as in a name.
    Initial,
}

static LISTED: LazyLock<HashMap<&'static str, Abbreviation>> = LazyLock::new(|| {
    let mut kind = Abbreviation::Ending;
    let mut listed = HashMap::new();
    for line in include_str!("../../data/abbreviations.txt").lines() {
        match line.trim() {
            "[title]" => kind = Abbreviation::Title,
            "[number]" => kind = Abbreviation::Number,
            "[inner]" => kind = Abbreviation::Inner,
            "[ending]" => kind = Abbreviation::Ending,
            line if line.starts_with('#') => {}
            line => {
                for word in line.split_whitespace() {
                    // The first section that has a word keeps it.
                    listed.entry(word).or_insert(kind);
                }
            }
        }
    }
    listed
});

/// What kind of abbreviation `word` is, given without its last full stop.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    let mut characters = word.chars();
    let (first, second) = (characters.next()?, characters.next());
    if second.is_none() && first.is_uppercase() {
        return Some(Abbreviation::Initial);
    }
    if let Some(&kind) = LISTED.get(word) {
        return Some(kind);
    }
    let acronym = second == Some('.')
        && word.len() <= 40
        && word.split('.').all(|part| {
            let mut letters = part.chars();
            matches!((letters.next(), letters.next(), letters.next()), (Some(a), b, None)
                if a.is_alphabetic() && b.is_none_or(char::is_lowercase))
        });
    acronym.then_some(Abbreviation::Acronym)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_numbers_and_acronyms_are_told_apart() {
        assert_eq!(abbreviation("Gen"), Some(Abbreviation::Title));
        assert_eq!(abbreviation("Nov"), Some(Abbreviation::Number));
        assert_eq!(abbreviation("U.S"), Some(Abbreviation::Acronym));
        assert_eq!(abbreviation("a.m"), Some(Abbreviation::Acronym));
        assert_eq!(abbreviation("Ph.D"), Some(Abbreviation::Ending));
        assert_eq!(abbreviation("F"), Some(Abbreviation::Initial));
        assert_eq!(abbreviation("ran"), None);
        assert_eq!(abbreviation("cnn.com"), None);
    }
}
