//! Text in XML.
//!
//! Invariant: whatever a text holds, it opens no element, ends no attribute, and has no character that XML 1.0
//! forbids or that turns the direction of writing.

use std::fmt;

use unicode_width::UnicodeWidthChar;

/// A text as the content of an element or the value of an attribute.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|letter| match letter {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            '\'' => f.write_str("&#39;"),
            '\n' => f.write_str("\n"),
            _ if steers(letter) => f.write_str(" "),
            _ => write!(f, "{letter}"),
        })
    }
}

fn steers(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{FFFE}' | '\u{FFFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The beginning of a text on one line, with an ellipsis where it is longer than some letters.
pub(super) fn short(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut wide = 0;
    let mut cut = String::new();
    for letter in line.chars() {
        wide += letter.width().unwrap_or(0);
        if wide > most {
            return cut.trim_end().to_owned() + "…";
        }
        cut.push(letter);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_would_read_is_escaped() {
        assert_eq!(Escaped(r#"a <b> & "c" 'd'"#).to_string(), "a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
        assert_eq!(Escaped("\u{0}\u{1b}\u{FFFE}\u{202e}\u{85}x").to_string(), "     x");
    }

    #[test]
    fn long_names_are_cut_by_their_width() {
        assert_eq!(short("two\n lines", 20), "two lines");
        assert_eq!(short("abcdef", 3), "abc…");
        assert_eq!(short("習近平", 4), "習近…");
    }
}
