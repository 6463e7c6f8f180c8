//! Where one word ends, and what is cut from its tail.
//!
//! A word is read to its end once; its tail (a clitic, a stop that is the sentence's) is then cut.

use super::abbreviation::{Abbreviation, abbreviation};
use super::character::{is_apostrophe, is_blank, is_closing, is_hyphen, is_word};
use crate::text::Token;

/// Clitics written with the apostrophe first.
const CLITICS: [&str; 6] = ["s", "ll", "re", "ve", "d", "m"];

/// The end of a web address, a handle or a hashtag that begins at `at`.
pub(super) fn address(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let starts =
        |prefix: &str| rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix));
    if starts("http://") || starts("https://") || starts("www.") {
        let end = rest
            .find(|c: char| is_blank(c) || matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»'))
            .unwrap_or(rest.len());
        let kept =
            rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '’', '…']);
        return (!kept.is_empty()).then_some(at + kept.len());
    }
    if rest.starts_with(['@', '#']) {
        let end = rest[1..].find(|c: char| !(is_word(c) || c == '_')).map_or(rest.len(), |end| end + 1);
        return (end > 1).then_some(at + end);
    }
    None
}

/// Reads the word at `start`, pushes its tokens and returns its end.
pub(super) fn word(text: &str, start: usize, found: &mut Vec<Token>) -> usize {
    let end = extent(text, start);
    let mut push = |from: usize, to: usize| {
        if from < to {
            found.push(Token { start: from, end: to });
        }
    };
    match cut(&text[start..end]) {
        Some(length) => {
            push(start, start + length);
            push(start + length, end);
        }
        None => push(start, end),
    }
    end
}

/// The end of the word that begins at `start`, with the stop of an abbreviation, before any cut.
fn extent(text: &str, start: usize) -> usize {
    let mut characters = text[start..].char_indices().map(|(at, c)| (start + at, c)).peekable();
    let Some((_, first)) = characters.next() else { return start };
    let mut previous = first;
    // What stands since the last character that joins two words, for `.`, `$` and numbers.
    let mut digits_only = first.is_ascii_digit();
    let mut letters = usize::from(!first.is_ascii_digit());
    let mut hyphens = 0;
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|&(_, next)| next);
        let goes_on = match c {
            c if is_word(c) || c == '_' => true,
            c if is_hyphen(c) => {
                let joined = (is_word(previous) || previous == '.') && next.is_some_and(is_word);
                hyphens += 1;
                joined && !(digits_only && is_range(&text[start..at], &text[at..], hyphens))
            }
            c if is_apostrophe(c) => is_word(previous) && next.is_some_and(char::is_alphabetic),
            '.' if next.is_some_and(is_word) && glued(previous, next, letters) => true,
            '.' if !keeps_stop(text, start, at) => false,
            '.' if hyphen_joins(&text[at + 1..]) => true,
            '.' => return at + 1,
            ',' => previous.is_ascii_digit() && thousands(&text[at + 1..]),
            ':' => digits_only && two_digits(&text[at + 1..]),
            '/' => digits_only && next.is_some_and(|c| c.is_ascii_digit()),
            '&' => previous.is_uppercase() && next.is_some_and(char::is_uppercase),
            '@' => previous.is_alphanumeric() && next.is_some_and(char::is_alphanumeric),
            '$' if at - start <= 3 && text[start..at].bytes().all(|b| b.is_ascii_uppercase()) => {
                return at + 1;
            }
            _ => false,
        };
        if !goes_on {
            return at;
        }
        digits_only &= !c.is_alphabetic();
        letters = if c.is_alphabetic() { letters + 1 } else { 0 };
        previous = c;
    }
    text.len()
}

/// Whether `8-9` or `1988-89` is two numbers; `2025-05-16` and `555-0100-22` are one.
fn is_range(left: &str, right: &str, hyphens: usize) -> bool {
    let run = right[1..].bytes().take_while(u8::is_ascii_digit).count();
    let after = right.as_bytes().get(run + 1);
    hyphens == 1
        && left.len() <= 4
        && left.bytes().all(|b| b.is_ascii_digit())
        && (1..=4).contains(&run)
        && !after.is_some_and(|&b| b == b'-' || b.is_ascii_alphabetic())
}

/// Whether a stop between two word characters is within the word: not in `left.The`.
fn glued(previous: char, next: Option<char>, letters: usize) -> bool {
    let new_sentence = letters > 1 && previous.is_lowercase() && next.is_some_and(char::is_uppercase);
    !new_sentence && (is_word(previous))
}

/// Whether the stop at `at`, with no word character behind it, belongs to the word before it.
fn keeps_stop(text: &str, start: usize, at: usize) -> bool {
    let word = &text[start..at];
    let tail = word.rsplit(is_hyphen).next().unwrap_or(word);
    let rest = &text[at + 1..];
    let next = rest.chars().find(|&c| !is_closing(c));
    let last = rest.chars().all(|c| is_closing(c) || is_blank(c));
    match abbreviation(tail) {
        None => false,
        Some(Abbreviation::Acronym) => true,
        Some(Abbreviation::Title | Abbreviation::Inner) => !last,
        Some(Abbreviation::Number) => {
            !last
                && (word.len() > 2
                    || rest.trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_digit()))
        }
        Some(Abbreviation::Initial | Abbreviation::Ending) => !last && next.is_some(),
    }
}

/// Whether `rest` is a hyphen and more of a word: `-led` after `U.S.`.
fn hyphen_joins(rest: &str) -> bool {
    let mut characters = rest.chars();
    characters.next().is_some_and(is_hyphen) && characters.next().is_some_and(is_word)
}

fn thousands(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    bytes.len() >= 3
        && bytes[..3].iter().all(u8::is_ascii_digit)
        && !bytes.get(3).is_some_and(|b| b.is_ascii_digit())
}

fn two_digits(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    bytes.len() >= 2
        && bytes[..2].iter().all(u8::is_ascii_digit)
        && !bytes.get(2).is_some_and(|b| b.is_ascii_digit())
}

/// Where the word is cut in two, in bytes from its beginning.
fn cut(word: &str) -> Option<usize> {
    let lower = |tail: &str| tail.chars().flat_map(char::to_lowercase).collect::<String>();
    if let Some((at, mark)) = word.char_indices().rev().take(4).find(|&(_, c)| is_apostrophe(c)) {
        let tail = lower(&word[at + mark.len_utf8()..]);
        if at > 0 && CLITICS.contains(&tail.as_str()) {
            return Some(at);
        }
        if at > 1 && tail == "t" && word[..at].ends_with(['n', 'N']) {
            return Some(at - 1);
        }
        return None;
    }
    if matches!(lower(word).as_str(), "cannot" | "gonna" | "wanna" | "gotta") && word.len() < 8 {
        return Some(3);
    }
    let digits = word.bytes().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b':')).count();
    let hour = matches!(&word[digits..], "am" | "pm" | "AM" | "PM" | "a.m." | "p.m.");
    (hour && (1..=5).contains(&digits)).then_some(digits)
}
