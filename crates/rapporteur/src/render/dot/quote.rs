//! Text in the DOT language.
//!
//! Invariant: what is shown is what was given, whatever it holds: a quote ends no string, a backslash
//! begins no escape such as `\N`, an ampersand no entity, and no control character comes through.

use std::fmt;

use textwrap::{Options, WordSplitter, WrapAlgorithm};

/// A node's name, quoted.
pub(super) struct Quoted<'a>(pub(super) &'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\"")?;
        escape(f, self.0)?;
        f.write_str("\"")
    }
}

/// A label of several lines, long ones wrapped at so many letters, no more than so many, quoted.
pub(super) fn label<T: AsRef<str>>(lines: &[T], letters: usize, most: usize) -> Label {
    let options = Options::new(letters)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::NoHyphenation);
    let mut wrapped = Vec::new();
    for line in lines {
        let line = one_line(line.as_ref());
        wrapped.extend(textwrap::wrap(&line, &options).into_iter().map(std::borrow::Cow::into_owned));
    }
    if wrapped.len() > most {
        wrapped.truncate(most);
        if let Some(last) = wrapped.last_mut() {
            last.push('…');
        }
    }
    Label(wrapped)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of a label.
pub(super) struct Label(Vec<String>);

impl Label {
    /// Lines as long as they are: a tooltip is not wrapped.
    pub(super) fn whole(lines: &[&str]) -> Self {
        Self(lines.iter().map(|line| one_line(line)).collect())
    }
}

/// An id as a relative URL.
pub(super) fn url(id: &str) -> String {
    let mut url = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url += &format!("%{byte:02X}");
        }
    }
    url
}

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
        assert_eq!(label(&[r#"a "b" \N \"#], 26, 6).to_string(), r#""a \"b\" \\N \\""#);
        assert_eq!(label(&["AT&T &lt;"], 26, 6).to_string(), r#""AT&amp;T &amp;lt;""#);
        assert_eq!(label(&["a\nb\u{0}c", "d"], 26, 6).to_string(), r#""a b c\nd""#);
        assert_eq!(label::<&str>(&[], 26, 6).to_string(), r#""""#);
    }

    #[test]
    fn a_url_holds_nothing_that_ends_it() {
        assert_eq!(url("meeting/2025-05-16-istanbul"), "meeting/2025-05-16-istanbul");
        assert_eq!(url("actor/a b\"é?#"), "actor/a%20b%22%C3%A9%3F%23");
    }
}
