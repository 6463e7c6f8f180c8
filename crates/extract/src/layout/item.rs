//! The mark that makes a line the item of a list: a bullet, a number, a letter in brackets.

use crate::token::is_blank;

/// The bytes of the mark at the beginning of `text` with the white space behind it; 0 without one.
///
/// A mark needs a word behind it. Years and decimal numbers are not marks.
pub(crate) fn marker(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let mark = if matches!(
        first,
        '•' | '‣' | '▪' | '◦' | '●' | '■' | '·' | '*' | '-' | '–' | '—' | '→' | '✓' | '►' | '§'
    ) {
        first.len_utf8()
    } else {
        numbered(text).unwrap_or(0)
    };
    if mark == 0 {
        return 0;
    }
    let rest = &text[mark..];
    let space = rest.len() - rest.trim_start_matches(is_blank).len();
    if space == 0 || space == rest.len() { 0 } else { mark + space }
}

/// `1.`, `12)`, `(3)`, `(a)`, `(iv)`, `a)`.
fn numbered(text: &str) -> Option<usize> {
    let open = usize::from(text.starts_with('('));
    let label = text[open..].bytes().take_while(u8::is_ascii_alphanumeric).take(5).count();
    let inner = &text[open..open + label];
    let close = *text.as_bytes().get(open + label)?;
    let digits = (1..=3).contains(&label) && inner.bytes().all(|b| b.is_ascii_digit());
    let letter = label == 1 && inner.bytes().all(|b| b.is_ascii_lowercase());
    let roman = (1..=4).contains(&label) && inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    let fits = match close {
        b')' => digits || letter || roman,
        b'.' => open == 0 && digits,
        _ => false,
    };
    fits.then_some(open + label + 1)
}

#[cfg(test)]
mod tests {
    use super::marker;

    #[test]
    fn marks_of_items() {
        assert_eq!(marker("• Talks"), 4);
        assert_eq!(marker("1. At the invitation"), 3);
        assert_eq!(marker("(a) to establish"), 4);
        assert_eq!(marker("(iv) to agree"), 5);
        assert_eq!(marker("12) Next"), 4);
    }

    #[test]
    fn numbers_that_are_no_marks() {
        for text in
            ["18.41", "1992. The year", "4 May", "-5 degrees", "•", "1.", "(Agency) - x", "", "I. Ivanov"]
        {
            assert_eq!(marker(text), 0, "{text}");
        }
    }
}
