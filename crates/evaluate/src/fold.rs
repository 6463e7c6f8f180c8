//! One way to compare names and words of gold and records: no diacritics, no case, and every run of
//! what is neither letter nor digit one space.
//!
//! It is not the extractor's own: a change there must not change what is right.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Folds a name or a passage.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let bare = text.nfkd().filter(|&c| canonical_combining_class(c) == 0);
    for c in bare.flat_map(char::to_lowercase) {
        match c {
            'ı' => out.push('i'),
            'ß' => out.push_str("ss"),
            'ς' => out.push('σ'),
            c if c == '_' || c.is_alphanumeric() && !is_combining_mark(c) => out.push(c),
            _ if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_marks_and_punctuation_do_not_count() {
        assert_eq!(fold("  Türkiye’s — İSTANBUL "), "turkiye s istanbul");
        assert_eq!(fold("Diyarbakır, Straße, Ὀδυσσεύς"), "diyarbakir strasse οδυσσευσ");
        // What does not decompose is a letter of its own.
        assert_eq!(fold("Søren_Bæk"), "søren_bæk");
        assert_eq!(fold("–"), "");
    }
}
