//! What a character is to the cutting of text: blank, quotation mark, dash, part of a word.
//!
//! It knows single characters only.

/// White space, and the marks without width that editors leave behind.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}')
        || c.is_control()
}

/// A mark that can stand for an apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '＇')
}

/// Any quotation mark, single ones and apostrophes too.
pub(crate) fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‚'
            | '‛'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    ) || is_apostrophe(c)
}

/// A mark that can close a quotation or a bracket behind a full stop.
pub(crate) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '’' | '\'' | '»' | '›' | '」' | '』' | ')' | ']' | '}')
}

/// A mark that can open a quotation or a bracket before a word.
pub(crate) fn is_opening(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '‘'
            | '\''
            | '’'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '「'
            | '『'
            | '('
            | '['
            | '{'
            | '¿'
            | '¡'
            | '`'
    )
}

/// A dash, or a hyphen used as one.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '‒' | '−')
}

/// A hyphen within a word.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A pictograph or what joins and colours it.
pub(crate) fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{2600}'..='\u{27bf}' | '\u{200d}')
}

/// A character a word is made of, wherever it stands in the word.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c)
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}')
}

/// Whether a word begins at `at`: a letter, a digit, or an apostrophe before a cut-down year (`’90s`).
pub(super) fn begins_word(text: &str, at: usize, first: char) -> bool {
    if !is_apostrophe(first) {
        return is_word(first);
    }
    let mut next = text[at + first.len_utf8()..].chars();
    let digits = (next.next(), next.next());
    let after = next.next();
    let open_before = text[..at].chars().next_back().is_none_or(is_blank);
    open_before
        && matches!(digits, (Some(a), Some(b)) if a.is_ascii_digit() && b.is_ascii_digit())
        && after.is_none_or(|c| c == 's' || is_blank(c))
}
