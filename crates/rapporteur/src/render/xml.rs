//! Text in XML.
//!
//! Invariant: what comes out is well-formed whatever goes in, also where XML has no way of writing a character.

use std::fmt;

/// Text for an attribute's value between quotes, or for an element.
pub(super) struct Escaped<T>(pub(super) T);

impl<T: AsRef<str>> fmt::Display for Escaped<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().chars().try_for_each(|letter| match letter {
            '&' => f.write_str("&amp;"),
            '<' => f.write_str("&lt;"),
            '>' => f.write_str("&gt;"),
            '"' => f.write_str("&quot;"),
            // XML 1.0 has no way of writing most of these, and readers make a space of the others.
            _ if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => f.write_str(" "),
            _ => write!(f, "{letter}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_does_not_come_through() {
        let text = "a<b & \"c\">\u{0}\u{8}\u{1f}\u{7f}\u{ffff}\n習";
        assert_eq!(Escaped(text).to_string(), "a&lt;b &amp; &quot;c&quot;&gt;      習");
    }
}
