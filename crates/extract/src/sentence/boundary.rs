//! Where a sentence ends.
//!
//! One pass over the text. At each stop it looks at the word before, at the closing marks behind and at
//! the word that follows, each of bounded length.

use std::ops::Range;

use super::starter::{is_saying, is_starter};
use super::trimmed;
use crate::token::abbreviation::{Abbreviation, abbreviation};
use crate::token::{is_blank, is_closing, is_dash, is_opening, is_quote};

/// A bracket longer than this is no reason to hold a sentence together.
const LONGEST_BRACKET: usize = 400;
/// How far one looks for the speaker behind a quoted question.
const SPEAKER_WORDS: usize = 7;

/// The sentences of a block's text, without the white space around them.
pub(super) fn split(text: &str) -> Vec<Range<usize>> {
    let brackets = brackets(text);
    let mut bracket = 0;
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut skip_to = 0;
    let mut word = 0;
    let mut word_before = 0..0;
    for (at, c) in text.char_indices() {
        if is_blank(c) || is_opening(c) || is_dash(c) {
            if word < at {
                word_before = word..at;
            }
            word = at + c.len_utf8();
            continue;
        }
        if at < skip_to || !is_stop(c) {
            continue;
        }
        let run = &text[at..];
        let end = at + run.find(|c| !is_stop(c)).unwrap_or(run.len());
        let closed = behind_closing(text, end);
        skip_to = closed;
        while brackets.get(bracket).is_some_and(|range| range.end <= at) {
            bracket += 1;
        }
        let inside = brackets
            .get(bracket)
            .is_some_and(|range| range.start < at && range.start > start + 1 && range.end + 1 > closed);
        let stop = Stop {
            text,
            run: at..end,
            closed,
            word: word.min(at)..at,
            word_before: word_before.clone(),
            first: text[start..word.min(at)].trim_matches(|c| is_blank(c) || is_opening(c)).is_empty(),
        };
        if !inside && stop.ends() {
            push(text, start..closed, &mut found);
            start = closed;
            word = word.max(closed);
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

/// Keeps a sentence; a run of marks without a letter or digit belongs to the one before.
fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let range = trimmed(&text[range.clone()], range.start);
    if range.is_empty() {
        return;
    }
    match found.last_mut() {
        Some(last) if !text[range.clone()].chars().any(char::is_alphanumeric) => last.end = range.end,
        _ => found.push(range),
    }
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।')
}

/// The end of the closing marks that stand behind a stop.
fn behind_closing(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut characters = text[from..].chars().peekable();
    while let Some(c) = characters.next() {
        let next = characters.peek().copied();
        let opens = is_quote(c) && next.is_some_and(char::is_alphanumeric);
        // French marks close behind a space.
        let spaced = is_blank(c) && c != '\n' && matches!(next, Some('»' | '›'));
        if (is_closing(c) && !opens) || spaced {
            end += c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// The brackets that are closed soon, outermost only, in order.
fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut open: Option<(usize, usize)> = None;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => {
                open = match open {
                    Some((start, depth)) if at - start <= LONGEST_BRACKET => Some((start, depth + 1)),
                    _ => Some((at, 1)),
                };
            }
            ')' | ']' => match open {
                Some((start, 1)) => {
                    if at - start <= LONGEST_BRACKET {
                        found.push(start..at);
                    }
                    open = None;
                }
                Some((start, depth)) => open = Some((start, depth - 1)),
                None => {}
            },
            _ => {}
        }
    }
    found
}

/// A stop with its surroundings.
struct Stop<'t> {
    text: &'t str,
    run: Range<usize>,
    /// The end of the closing marks behind it.
    closed: usize,
    word: Range<usize>,
    word_before: Range<usize>,
    /// Whether its word is the first of the sentence.
    first: bool,
}

impl Stop<'_> {
    fn ends(&self) -> bool {
        let rest = &self.text[self.closed..];
        let Some(follower) = rest.chars().next() else { return true };
        let after = rest.trim_start_matches(is_blank);
        let spaced = after.len() < rest.len();
        if after.is_empty() {
            return true;
        }
        if !spaced && !self.ends_glued(follower, rest) {
            return false;
        }
        let opened = after.trim_start_matches(is_opening);
        let next = next_word(opened);
        let small = next.starts_with(char::is_lowercase)
            && !matches!(next.split_once('-'), Some(("al" | "el" | "an" | "ar" | "as", _)));
        if small || next.is_empty() && matches!(follower, ',' | ';' | ':') {
            return false;
        }
        let stop = &self.text[self.run.clone()];
        let closed = self.closed > self.run.end;
        match stop {
            // "A. A. Gromov": of two initials the second is no article.
            "." if next.chars().count() == 1
                && opened[next.len()..].starts_with('.')
                && abbreviation(&self.text[self.word.clone()]) == Some(Abbreviation::Initial) =>
            {
                false
            }
            "." => self.full_stop_ends(next, after.len() > opened.len(), closed),
            _ => !(closed && names_speaker(opened)),
        }
    }

    /// `left.The` and `left.“The`, but not `cnn.com`, `U.S.` or `3.5`.
    fn ends_glued(&self, follower: char, rest: &str) -> bool {
        let word = &self.text[self.word.clone()];
        let plain = word.len() > 1
            && word.len() < 40
            && word.chars().all(char::is_alphabetic)
            && word.ends_with(char::is_lowercase)
            || self.closed > self.run.end;
        let begins = rest.trim_start_matches(is_opening).chars().take(2).collect::<Vec<_>>();
        let name =
            matches!(begins[..], [a, b] if a.is_uppercase() && (b.is_lowercase() || b == ' ' || b == '’'));
        (plain && name && abbreviation(word).is_none()) || is_dash(follower)
    }

    fn full_stop_ends(&self, next: &str, opened: bool, closed: bool) -> bool {
        let word = &self.text[self.word.clone()];
        let enumerates = self.first && !closed && word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit());
        if enumerates && !word.is_empty() {
            return false;
        }
        let tail = word.rsplit(['-', '/']).next().unwrap_or(word);
        match abbreviation(tail) {
            None => true,
            Some(Abbreviation::Title | Abbreviation::Inner) => false,
            Some(Abbreviation::Number) => !next.starts_with(|c: char| c.is_ascii_digit()),
            Some(Abbreviation::Ending) => opened || is_starter(next),
            Some(Abbreviation::Acronym) if matches!(tail, "a.m" | "p.m") => {
                opened || !is_hour_companion(next)
            }
            Some(Abbreviation::Acronym) => opened || closed || is_starter(next),
            Some(Abbreviation::Initial) => {
                let before = &self.text[self.word_before.clone()];
                (opened || closed || is_starter(next))
                    && !self.first
                    && (before.starts_with(char::is_lowercase) || closed)
            }
        }
    }
}

fn next_word(text: &str) -> &str {
    let end = text
        .char_indices()
        .take(40)
        .find(|&(_, c)| !(c.is_alphanumeric() || c == '-' || c == '@'))
        .map_or_else(|| text.char_indices().nth(40).map_or(text.len(), |(at, _)| at), |(at, _)| at);
    &text[..end]
}

/// What may stand behind `9 a.m.` within the sentence: a day, a month, a clock's name.
fn is_hour_companion(word: &str) -> bool {
    const DAYS_AND_MONTHS: [&str; 19] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    const CLOCKS: [&str; 6] = ["Eastern", "Pacific", "Central", "Moscow", "Greenwich", "GMT"];
    DAYS_AND_MONTHS.contains(&word)
        || CLOCKS.contains(&word)
        || ((2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase()))
}

/// Whether a name and a verb of saying follow: `Ada Obi asked`.
fn names_speaker(text: &str) -> bool {
    let head = text.char_indices().nth(120).map_or(text, |(at, _)| &text[..at]);
    let mut words = head.split(is_blank).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    if is_starter(first) && first != "The" {
        return false;
    }
    let mut named = first.starts_with(char::is_uppercase);
    for word in words.take(SPEAKER_WORDS) {
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        if is_saying(bare) {
            return named;
        }
        // Behind `The`, titles and nouns may be small; a name's particles always are.
        named &= word.starts_with(char::is_uppercase)
            || first == "The"
            || matches!(bare, "of" | "the" | "de" | "van" | "von" | "al" | "bin" | "and");
    }
    false
}
