//! Which of a series a telling is: "the Third Meeting", "the fourth round".
//!
//! Reads the words before the noun; finds no meetings. Invariant: "first" numbers nothing, for it mostly tells that
//! there was none before.

use super::FoundMeeting;
use crate::date;
use crate::text::Text;

/// How many words stand between the number and the noun: "the third regular ministerial meeting".
const BETWEEN: usize = 2;

/// The number of a meeting in its series, where the sentence that tells it first gives one.
pub(super) fn ordinal(text: &Text<'_>, meeting: &FoundMeeting) -> Option<usize> {
    let noun = meeting.noun.as_deref()?;
    let words = text.lower(meeting.sentence);
    let at = words.iter().position(|word| word == noun)?;
    words[at.saturating_sub(BETWEEN + 1)..at].iter().rev().find_map(|word| number(word))
}

/// The number that a word in lower case stands for, from the second on.
pub(super) fn number(word: &str) -> Option<usize> {
    let named = || date::ordinal(word).and_then(|number| usize::try_from(number).ok());
    let figures =
        || ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)?.parse().ok());
    named().or_else(figures).filter(|number| *number > 1)
}

/// Whether two tellings are of different numbers.
pub(super) fn differ(text: &Text<'_>, one: &FoundMeeting, other: &FoundMeeting) -> bool {
    ordinal(text, one).zip(ordinal(text, other)).is_some_and(|(one, other)| one != other)
}
