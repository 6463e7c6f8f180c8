//! One way to compare names: lower case, no diacritics, punctuation folded to single spaces.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a name for comparison: `Türkiye’s` and `turkiye s` are the same.
///
/// ```
/// assert_eq!(rapporteur_extract::normal::normalize("Recep Tayyip Erdoğan"), "recep tayyip erdogan");
/// assert_eq!(rapporteur_extract::normal::normalize("U.S."), "u s");
/// ```
pub fn normalize(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    // Nearly every name is of plain letters, and the tables of Unicode need not be asked.
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b' ') {
        for word in name.split(' ').filter(|word| !word.is_empty()) {
            if !out.is_empty() {
                out.push(' ');
            }
            out.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        }
        return out;
    }
    for c in name.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase) {
        match c {
            'ı' => out.push('i'),
            'ø' => out.push('o'),
            'đ' => out.push('d'),
            'ł' => out.push('l'),
            c if c.is_alphanumeric() => out.push(c),
            c if is_combining_mark(c) => {}
            _ if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}
