//! Lines that are there for the page: buttons, counters, advertisements, navigation, image names.
//!
//! Only short lines are ever furniture, so that no story text is lost to a phrase it begins with.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{shape, timestamp};

/// A longer line is never furniture.
const LONGEST: usize = 160;

#[derive(Default)]
struct Phrases {
    whole: HashSet<&'static str>,
    beginnings: Vec<&'static str>,
    endings: Vec<&'static str>,
    buttons: HashSet<&'static str>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::default();
    for line in include_str!("../../data/furniture.txt").lines() {
        match line.split_once(' ') {
            Some(("=", phrase)) => _ = phrases.whole.insert(phrase.trim()),
            Some(("^", phrase)) => phrases.beginnings.push(phrase.trim()),
            Some(("$", phrase)) => phrases.endings.push(phrase.trim()),
            Some(("+", word)) => _ = phrases.buttons.insert(word.trim()),
            _ => {}
        }
    }
    phrases
});

/// Whether the line is furniture by its words alone.
pub(super) fn is_furniture(text: &str) -> bool {
    if !text.chars().take(LONGEST).any(char::is_alphanumeric) {
        return text.len() <= LONGEST;
    }
    if text.len() > LONGEST {
        return false;
    }
    let plain = shape::plain(text);
    PHRASES.whole.contains(plain.as_str())
        || PHRASES.beginnings.iter().any(|phrase| begins(&plain, phrase))
        || PHRASES.endings.iter().any(|phrase| plain.ends_with(phrase))
        || is_buttons(&plain)
        || is_film_credit(&plain)
        || is_image_name(text)
        || is_address(&plain)
}

fn begins(plain: &str, phrase: &str) -> bool {
    plain
        .strip_prefix(phrase)
        .is_some_and(|rest| !(phrase.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic)))
}

/// `34 Posts`, `Share Save 1,204 comments`.
fn is_buttons(plain: &str) -> bool {
    let is_number =
        |word: &str| word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'k' | b'm'));
    let button = |word: &&str| PHRASES.buttons.contains(word.trim_matches(['(', ')', ',', '·', '|']));
    shape::words(plain).any(|word| button(&word))
        && shape::words(plain).all(|word| button(&word) || is_number(word) || word == "·" || word == "|")
}

/// `00:38 • Source: CNN`.
fn is_film_credit(plain: &str) -> bool {
    plain.starts_with(|c: char| c.is_ascii_digit())
        && plain.contains("source:")
        && shape::words(plain).count() <= 7
        && shape::words(plain).next().is_some_and(timestamp::is_clock)
}

/// The length of a film, told once more under its credit.
pub(super) fn is_film_length(text: &str, before: &str) -> bool {
    text.len() <= 8 && timestamp::is_clock(text) && before.starts_with(text) && is_furniture(before)
}

/// The file name of a picture or film.
pub(super) fn is_image_name(text: &str) -> bool {
    const ENDINGS: [&str; 9] = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".mp4", ".avif", ".tiff"];
    text.len() <= LONGEST
        && !text.contains(char::is_whitespace)
        && ENDINGS.iter().any(|ending| text.to_ascii_lowercase().ends_with(ending))
}

fn is_address(plain: &str) -> bool {
    !plain.contains(' ')
        && (plain.starts_with("http://") || plain.starts_with("https://") || plain.starts_with("www."))
}

/// `Home | World | Africa`: short names between strokes, at least three.
pub(super) fn is_navigation(text: &str) -> bool {
    if text.len() > LONGEST || shape::ends_sentence(text) {
        return false;
    }
    let parts: Vec<&str> = text.split(['|', '›', '»', '>', '·']).map(str::trim).collect();
    parts.len() >= 3
        && parts.iter().all(|part| part.len() <= 25 && shape::words(part).count() <= 3)
        && parts.iter().any(|part| part.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_page() {
        for text in [
            "34 Posts",
            "Share   Save   1,204 comments",
            "ADVERTISEMENT: Try the new bus.",
            "00:41 • Source: ABC",
            "still_12.00.jpg",
            "Read more here.",
            "* * *",
            "https://a.example/b",
            "© 2017 The Courier",
            "This post has been updated.",
        ] {
            assert!(is_furniture(text), "{text}");
        }
        assert!(is_navigation("Home | World | Africa"));
        assert!(is_film_length("00:41", "00:41 • Source: ABC"));
    }

    #[test]
    fn lines_of_the_story() {
        for text in [
            "Relatedness is not proof",
            "They share a border",
            "18.41",
            "Talks resume | The Courier",
            "No comment",
        ] {
            assert!(!is_furniture(text) && !is_navigation(text), "{text}");
        }
    }
}
