//! Tokens: the words, numbers, clitics and marks of a stretch of text, cut as the syntax expects them.
//!
//! The cuts follow the Penn and Universal Dependencies practice, but hyphenated compounds stay whole.
//! It knows nothing of sentences. Invariant: tokens are in order, do not overlap, hold no white space
//! (nothing is normalised: a token is its bytes), and every byte that is not white space is in one.
//! One pass; the only looking back is at the word being read.

pub(crate) mod abbreviation;
mod character;
mod word;

use std::ops::Range;

use crate::text::Token;
pub(crate) use character::{
    is_apostrophe, is_blank, is_closing, is_dash, is_opening, is_pictograph, is_quote,
};

/// The tokens of `source[range]`. A range that is not on character boundaries has none.
///
/// ```
/// use rapporteur_extract::token::tokens;
///
/// let source = "“It isn't over,” the U.S. envoy's aide said.";
/// let words: Vec<&str> = tokens(source, 0..source.len()).iter().map(|t| &source[t.start..t.end]).collect();
/// assert_eq!(words, ["“", "It", "is", "n't", "over", ",", "”", "the", "U.S.", "envoy", "'s", "aide", "said", "."]);
/// ```
pub fn tokens(source: &str, range: Range<usize>) -> Vec<Token> {
    let base = range.start;
    let Some(text) = source.get(range) else { return Vec::new() };
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let end = at + first.len_utf8();
        if is_blank(first) {
            at = end;
            continue;
        }
        let before = found.len();
        at = if let Some(end) = word::address(text, at) {
            found.push(Token { start: at, end });
            end
        } else if character::begins_word(text, at, first) {
            word::word(text, at, &mut found)
        } else {
            let end = mark(text, at, first);
            found.push(Token { start: at, end });
            end
        };
        for token in &mut found[before..] {
            token.start += base;
            token.end += base;
        }
    }
    found
}

/// The end of the mark that begins at `at`: runs of points, hyphens and pictographs are one.
fn mark(text: &str, at: usize, first: char) -> usize {
    let run = |same: fn(char, char) -> bool| {
        text[at..].find(|c| !same(first, c)).map_or(text.len(), |length| at + length)
    };
    match first {
        '.' | '-' | '*' | '=' | '_' | '!' | '?' | '`' => run(|first, c| first == c),
        c if is_pictograph(c) => run(|_, c| is_pictograph(c)),
        c => at + c.len_utf8(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<&str> {
        tokens(source, 0..source.len()).iter().map(|t| &source[t.start..t.end]).collect()
    }

    #[test]
    fn clitics_are_split_and_names_with_apostrophes_are_not() {
        assert_eq!(words("They’ll say it isn’t"), ["They", "’ll", "say", "it", "is", "n’t"]);
        assert_eq!(words("N'Djamena d'Orsay O’Brien's"), ["N'Djamena", "d'Orsay", "O’Brien", "'s"]);
        assert_eq!(words("the ministers' can't"), ["the", "ministers", "'", "ca", "n't"]);
        assert_eq!(words("cannot"), ["can", "not"]);
        assert_eq!(words("the ’90s"), ["the", "’90s"]);
    }

    #[test]
    fn numbers_and_compounds_stay_whole() {
        assert_eq!(words("1,000 18.41 30-day 14:31"), ["1,000", "18.41", "30-day", "14:31"]);
        assert_eq!(words("Al-Aiban, 8-9 May"), ["Al-Aiban", ",", "8", "-", "9", "May"]);
        assert_eq!(words("28–30 April 2025-05-16"), ["28", "–", "30", "April", "2025-05-16"]);
        assert_eq!(words("US$24 $5 10% 8pm"), ["US$", "24", "$", "5", "10", "%", "8", "pm"]);
        assert_eq!(words("three,four"), ["three", ",", "four"]);
        assert_eq!(words("13/05/2021 and/or"), ["13/05/2021", "and", "/", "or"]);
    }

    #[test]
    fn abbreviations_keep_their_stop() {
        assert_eq!(words("Mr. A. B. Li of the U.S."), ["Mr.", "A.", "B.", "Li", "of", "the", "U.S."]);
        assert_eq!(words("Nov. 3, at 9 a.m. U.S.-led"), ["Nov.", "3", ",", "at", "9", "a.m.", "U.S.-led"]);
        assert_eq!(words("He said no."), ["He", "said", "no", "."]);
        assert_eq!(words("Ask for plan B.”"), ["Ask", "for", "plan", "B", ".", "”"]);
    }

    #[test]
    fn marks_stand_alone() {
        assert_eq!(words("war—“no”… (yes)..."), ["war", "—", "“", "no", "”", "…", "(", "yes", ")", "..."]);
        assert_eq!(words("«oui» „ja“"), ["«", "oui", "»", "„", "ja", "“"]);
        assert_eq!(words("left.The next"), ["left", ".", "The", "next"]);
        assert_eq!(words("go 🇦🇺🤝 now"), ["go", "🇦🇺🤝", "now"]);
    }

    #[test]
    fn addresses_and_handles_stay_whole() {
        assert_eq!(words("see https://a.example/b?c=1."), ["see", "https://a.example/b?c=1", "."]);
        assert_eq!(words("by @Foo_Bar, #talks"), ["by", "@Foo_Bar", ",", "#talks"]);
        assert_eq!(words("mail press@mfa.example now"), ["mail", "press@mfa.example", "now"]);
        assert_eq!(words("on example.com today"), ["on", "example.com", "today"]);
    }

    #[test]
    fn every_byte_is_in_a_token_or_blank() {
        let source = "a\u{feff}b \u{301}x ' '' .. é’s http:// @ # a.b.c. ’tis\u{a0}rock’n’roll $ ₤ ��";
        let mut at = 0;
        for token in tokens(source, 0..source.len()) {
            assert!(source[at..token.start].chars().all(is_blank), "{at} {token:?}");
            assert!(token.start < token.end);
            at = token.end;
        }
        assert!(source[at..].chars().all(is_blank));
        assert!(tokens("é", 1..2).is_empty());
    }
}
