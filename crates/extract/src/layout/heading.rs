//! Headlines and headings: short, without a full stop, above something.

use super::shape;

/// Whether the first block of a document is its headline.
pub(super) fn is_title(text: &str) -> bool {
    text.len() <= 250
        && !matches!(shape::last_character(text), Some('.' | ';' | ','))
        && !shape::begins_with_speaker(text.split_once(' ').map_or(text, |(_, rest)| rest))
        && shape::begins_upper(text)
}

/// Whether a second line is the headline again, with or without the name of the paper.
pub(super) fn is_same_title(title: &str, text: &str) -> bool {
    text.len() <= 250 && text.len() > 8 && (title.contains(text) || text.starts_with(title))
}

/// Whether the block heads what follows.
pub(super) fn is_heading(text: &str, previous: &str, next: &str) -> bool {
    if text.len() > 200 || text.chars().count() > 150 || !shape::begins_upper(text) {
        return false;
    }
    let count = shape::words(text).count();
    if count > 24 || text.starts_with(['(', '[']) || shape::has_inner_stop(text) {
        return false;
    }
    // `QUESTION: Did they?` is spoken; `NATO: we stay` heads a post.
    if shape::begins_with_speaker(text) && shape::ends_sentence(text) {
        return false;
    }
    match shape::last_character(text) {
        Some('.' | ';' | ',' | '…') | None => false,
        Some(':') => count <= 3,
        Some('!') => count <= 8,
        Some('?') => count <= 16,
        // A row of `Chair: A B` lines is a list.
        Some(_) => !(is_entry(text) && (is_entry(previous) || is_entry(next))),
    }
}

/// `For Peru: A. Obi`: a few words, a colon, a few words.
fn is_entry(text: &str) -> bool {
    text.len() <= 200
        && text
            .split_once(": ")
            .is_some_and(|(label, rest)| shape::words(label).count() <= 4 && !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_short_and_unfinished() {
        for text in [
            "Key points",
            "‘Come to Lima’",
            "How we got here",
            "Have the two met?",
            "Present:",
            "Talks: what we know",
            "NATO: we stay",
        ] {
            assert!(is_heading(text, "", "The envoys met."), "{text}");
        }
        for text in [
            "They met.",
            "QUESTION: Did they?",
            "(Signed) A. Obi",
            "here we are",
            "We left. They stayed 🌋",
            "What comes next is this:",
        ] {
            assert!(!is_heading(text, "", "The envoys met."), "{text}");
        }
        assert!(!is_heading("For Peru: A. Obi", "", "For Chile: J. Lund"));
    }

    #[test]
    fn a_title_may_come_twice() {
        assert!(is_title("COP31 live: talks head into a last night"));
        assert!(!is_title("LIMA, June 3 (Agency) - The envoys met on Friday."));
        assert!(is_same_title("Live: Talks end early | The Courier", "Talks end early"));
    }
}
