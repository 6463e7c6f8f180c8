//! Text in the DOT language.
//!
//! Invariant: what is shown is what was given, whatever it holds: a quote ends no string, a backslash
//! begins no escape such as `\N`, an ampersand no entity, and no control character comes through.

use std::fmt;

use textwrap::{Options, WordSplitter, WrapAlgorithm};

/// Letters in a line of a label.
const WIDE: usize = 26;
/// Lines of a label; the rest is left to the tooltip and to `show`.
const HIGH: usize = 6;

/// A node's name, quoted.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        escape(f, self.0)?;
        f.write_str("\"")
    }
}

/// A label of several lines, long ones wrapped, quoted.
pub(super) fn label<T: AsRef<str>>(lines: &[T]) -> Label {
    let options =
        Options::new(WIDE).wrap_algorithm(WrapAlgorithm::FirstFit).word_splitter(WordSplitter::NoHyphenation);
    let mut wrapped = Vec::new();
    for line in lines {
        let line: Vec<&str> = line.as_ref().split_whitespace().collect();
        wrapped
            .extend(textwrap::wrap(&line.join(" "), &options).into_iter().map(std::borrow::Cow::into_owned));
    }
    if wrapped.len() > HIGH {
        wrapped.truncate(HIGH);
        if let Some(last) = wrapped.last_mut() {
            last.push('…');
        }
    }
    Label(wrapped)
}

/// The lines of a label.
pub(super) struct Label(Vec<String>);

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        for (number, line) in self.0.iter().enumerate() {
            if number > 0 {
                f.write_str("\\n")?;
            }
            escape(f, line)?;
        }
        f.write_str("\"")
    }
}

fn escape(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    text.chars().try_for_each(|letter| match letter {
        '"' => f.write_str("\\\""),
        '\\' => f.write_str("\\\\"),
        '&' => f.write_str("&amp;"),
        _ if letter.is_control() => f.write_str(" "),
        _ => write!(f, "{letter}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_graphviz_would_read_is_escaped() {
        assert_eq!(label(&[r#"a "b" \N \"#]).to_string(), r#""a \"b\" \\N \\""#);
        assert_eq!(label(&["AT&T &lt;"]).to_string(), r#""AT&amp;T &amp;lt;""#);
        assert_eq!(label(&["a\nb\u{0}c", "d"]).to_string(), r#""a b c\nd""#);
        assert_eq!(label::<&str>(&[]).to_string(), r#""""#);
    }
}
