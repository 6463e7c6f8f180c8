//! The text of a page without a tree: a scan that leaves out tags, scripts, styles and comments.
//!
//! For pages beyond the bounds of [`measure`](super::measure). Linear; what is furniture stays in.

use super::entity::reference;

/// Elements whose content is not for reading.
const UNREAD: [&str; 6] = ["script", "style", "noscript", "template", "svg", "textarea"];
/// Elements that stand within a line.
const INLINE: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "img",
];

/// The words of the page, a blank line where a block ends.
pub(super) fn strip(html: &str) -> String {
    let mut text = Words::default();
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        let run = rest.find(['<', '&']).unwrap_or(rest.len());
        text.push(&rest[..run]);
        at += run;
        let rest = &html[at..];
        if rest.starts_with('&') {
            let (c, length) = reference(rest).unwrap_or(('&', 1));
            text.push_character(c);
            at += length;
        } else if !rest.is_empty() {
            at += tag(rest, &mut text);
        }
    }
    text.finish()
}

/// The bytes of the tag, comment or stray `<` at the beginning of `rest`.
fn tag(rest: &str, text: &mut Words) -> usize {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return comment.find("-->").map_or(rest.len(), |end| end + 7);
    }
    let from = if rest.starts_with("</") { 2 } else { 1 };
    let length = rest[from..].bytes().take(24).take_while(u8::is_ascii_alphanumeric).count();
    let name = rest[from..from + length].to_ascii_lowercase();
    if name.is_empty() && !rest.starts_with("<!") && !rest.starts_with("<?") {
        text.push_character('<');
        return 1;
    }
    let end = rest.find('>').map_or(rest.len(), |end| end + 1);
    if !INLINE.contains(&name.as_str()) {
        text.end_block();
    }
    if from == 1 && UNREAD.contains(&name.as_str()) {
        return end + skip_to_end_tag(&rest[end..], &name);
    }
    end
}

/// The bytes up to the end tag of an unread element; all of them without one.
fn skip_to_end_tag(rest: &str, name: &str) -> usize {
    memchr::memmem::find_iter(rest.as_bytes(), b"</")
        .find(|&at| {
            rest.as_bytes()
                .get(at + 2..at + 2 + name.len())
                .is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
        })
        .unwrap_or(rest.len())
}

/// Text with its white space collapsed.
#[derive(Default)]
struct Words {
    text: String,
    space: bool,
    block: bool,
}

impl Words {
    fn push(&mut self, run: &str) {
        run.chars().for_each(|c| self.push_character(c));
    }

    fn push_character(&mut self, c: char) {
        if c.is_whitespace() {
            self.space = true;
            return;
        }
        if self.block && !self.text.is_empty() {
            self.text.push_str("\n\n");
        } else if self.space && !self.text.is_empty() {
            self.text.push(' ');
        }
        (self.space, self.block) = (false, false);
        self.text.push(c);
    }

    fn end_block(&mut self) {
        self.block = true;
    }

    fn finish(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text
    }
}
