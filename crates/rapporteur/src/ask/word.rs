//! A question as words.
//!
//! Invariant: a word knows the bytes it stands on, so that a name can be given back as it was typed.

use rapporteur_extract::gazetteer::{Sense, lookup};
use rapporteur_extract::token::tokens;

/// At most so many words are read; nobody asks more in one sentence.
pub(super) const MOST: usize = 60;

/// A word of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word<'q> {
    /// As typed.
    pub(super) text: &'q str,
    /// In lower case, `n't` as `not`.
    pub(super) lower: String,
    /// Where it begins and ends in the question.
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Word<'_> {
    /// Whether it is a mark and no word. Quotation marks stay: they tell where words are quoted.
    pub(super) fn is_mark(&self) -> bool {
        !self.text.contains(char::is_alphanumeric) && self.lower != "'s"
    }
}

/// The words and marks of a question, in order. A pair of names (`Russian-Ukrainian`) is two words.
pub(super) fn words(question: &str, is_name: impl Fn(&str) -> bool) -> Vec<Word<'_>> {
    let is_one = |word: &str| is_people(word) || is_name(word);
    let mut words = Vec::new();
    for token in tokens(question, 0..question.len()).into_iter().take(MOST) {
        let text = &question[token.start..token.end];
        match text
            .split_once(['-', '–'])
            .filter(|(one, other)| !is_name(text) && is_one(one) && is_one(other))
        {
            Some((one, other)) => {
                words.push(word(one, token.start));
                words.push(word(other, token.end - other.len()));
            }
            None => words.push(word(text, token.start)),
        }
    }
    words
}

fn word(text: &str, start: usize) -> Word<'_> {
    let lower = text.to_lowercase().replace(['’', 'ʼ'], "'");
    let lower = match lower.as_str() {
        "n't" => "not".to_owned(),
        _ => lower.trim_end_matches('.').to_owned(),
    };
    Word { text, lower, start, end: start + text.len() }
}

/// Whether a word names a state or its people.
fn is_people(word: &str) -> bool {
    lookup(&capitalised(word)).next().is_some_and(|entry| {
        matches!(entry.sense, Sense::Country | Sense::Adjective | Sense::Citizen | Sense::Citizens)
    })
}

/// A word with a capital first letter, as the gazetteer wants names.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_peoples_come_apart_and_names_stay_whole() {
        let lower = |question| {
            words(question, |name| matches!(name, "Putin" | "al-Maawali"))
                .into_iter()
                .map(|word| word.lower)
                .collect::<Vec<_>>()
        };
        assert_eq!(lower("Russian-Ukrainian talks"), ["russian", "ukrainian", "talks"]);
        assert_eq!(lower("al-Maawali didn't come"), ["al-maawali", "did", "not", "come"]);
    }
}
