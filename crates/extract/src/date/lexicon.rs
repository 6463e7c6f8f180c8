//! The word classes of `data/time.txt`.
//!
//! It must not know grammar. Invariant: asking takes the same time however long the lists are.

use std::collections::HashMap;
use std::sync::LazyLock;

/// A class of words; see the comments in `data/time.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Plan,
    Ahead,
    Fixed,
    Will,
    Speech,
    Past,
    NotPast,
    Present,
    Function,
    Counted,
    Named,
    Paper,
    Event,
}

impl Class {
    const ALL: [(&'static str, Self); 13] = [
        ("plan", Self::Plan),
        ("ahead", Self::Ahead),
        ("fixed", Self::Fixed),
        ("will", Self::Will),
        ("speech", Self::Speech),
        ("past", Self::Past),
        ("not_past", Self::NotPast),
        ("present", Self::Present),
        ("function", Self::Function),
        ("counted", Self::Counted),
        ("named", Self::Named),
        ("paper", Self::Paper),
        ("event", Self::Event),
    ];

    const fn bit(self) -> u16 {
        1 << self as u16
    }
}

/// The classes of every word, a bit each.
static WORDS: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    let mut class = 0;
    for line in include_str!("../../data/time.txt").lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            class = Class::ALL.iter().find(|(known, _)| *known == name).map_or(0, |(_, class)| class.bit());
        } else {
            for word in line.split_whitespace() {
                *words.entry(word).or_insert(0) |= class;
            }
        }
    }
    words
});

/// Whether a lowercase word is of a class.
pub(super) fn is(word: &str, class: Class) -> bool {
    WORDS.get(word).is_some_and(|classes| classes & class.bit() != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_words_and_every_word_a_class() {
        for (name, class) in Class::ALL {
            assert!(WORDS.values().any(|classes| classes & class.bit() != 0), "{name}");
        }
        assert!(WORDS.values().all(|&classes| classes != 0));
    }
}
