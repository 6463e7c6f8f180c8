//! Whether a page is of a size and shape that a parser of HTML handles in linear time and little memory.
//!
//! The tree builder that the standard describes is quadratic on elements left open and on attributes,
//! and a tree takes many times the bytes of its page. Hence the bounds, all far beyond any real article:
//! 16 MB, half a million tags and character references, 512 elements open at once (as far as a scan can
//! tell), 200 attributes in a tag.

use std::fmt;

/// Bytes of a page.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;
/// Tags and character references, or what may be one: each costs the parser microseconds.
pub(super) const MOST_MARKS: usize = 500_000;
/// Elements open at once.
pub(super) const DEEPEST: usize = 512;
/// Equals signs in one tag, for its attributes.
const MOST_ATTRIBUTES: usize = 200;

/// Elements that never hold others, and those whose end tags may be left out.
const NOT_COUNTED: [&str; 36] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup",
    "colgroup", "rp", "rt", "html", "head", "body", "caption", "path", "circle", "rect",
];

/// Which bound a page exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Excess {
    Size(usize),
    Marks,
    Depth,
    Attributes,
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(bytes) => write!(f, "the page has {bytes} bytes, more than {LARGEST}"),
            Self::Marks => write!(f, "the page has more than {MOST_MARKS} tags and character references"),
            Self::Depth => write!(f, "the page nests more than {DEEPEST} elements"),
            Self::Attributes => write!(f, "a tag of the page has more than {MOST_ATTRIBUTES} attributes"),
        }
    }
}

/// Looks at every tag once.
pub(super) fn measure(html: &str) -> Result<(), Excess> {
    if html.len() > LARGEST {
        return Err(Excess::Size(html.len()));
    }
    let bytes = html.as_bytes();
    if memchr::memchr2_iter(b'<', b'&', bytes).nth(MOST_MARKS).is_some() {
        return Err(Excess::Marks);
    }
    let mut depth = 0_usize;
    for open in memchr::memchr_iter(b'<', bytes) {
        let (closing, from) = match bytes.get(open + 1) {
            Some(b'/') => (true, open + 2),
            Some(byte) if byte.is_ascii_alphabetic() => (false, open + 1),
            _ => continue,
        };
        let length = bytes[from..].iter().take(24).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let name = html[from..from + length].to_ascii_lowercase();
        if NOT_COUNTED.contains(&name.as_str()) {
            continue;
        }
        if closing {
            depth = depth.saturating_sub(1);
            continue;
        }
        depth += 1;
        if depth > DEEPEST {
            return Err(Excess::Depth);
        }
    }
    // Attributes are few where there are few equals signs and blanks between two angle brackets.
    let mut marks = 0_usize;
    for &byte in bytes {
        match byte {
            b'<' | b'>' => marks = 0,
            b'=' => marks += 1,
            _ => {}
        }
        if marks > MOST_ATTRIBUTES {
            return Err(Excess::Attributes);
        }
    }
    Ok(())
}
