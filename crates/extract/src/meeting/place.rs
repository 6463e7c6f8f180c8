//! Where a meeting was: the places its clause names, else its sentence, else what the passage has
//! said last, else where the dateline stands.
//!
//! Reads mentions; knows no participants. Invariant: only what took place lately takes a place that
//! its own sentence does not name.

use std::ops::Range;

use super::party::Room;
use crate::cast::Cast;
use crate::mention::{Mention, MentionKind};
use crate::text::Text;

/// How many sentences back a place is carried on.
const REACH: usize = 4;
/// In how many sentences a dateline is looked for.
const HEAD: usize = 8;

/// The places of a meeting told in a clause, the smallest kind first, as mention numbers, and
/// whether its own sentence names them. `carry`
/// allows places that stand outside the sentence.
pub fn places(room: &Room<'_>, clause: &Range<usize>, carry: bool) -> (Vec<usize>, bool) {
    let Room { text, cast, sentence, words, .. } = *room;
    let mut found = placed(cast, sentence, words, clause);
    if found.is_empty() {
        found = placed(cast, sentence, words, &(0..words.len()));
    }
    let said = !found.is_empty();
    if !said && carry {
        found = carried(text, cast, sentence);
    }
    found.sort_by_key(|&index| rank(&cast.mentions[index]));
    (found, said)
}

fn rank(mention: &Mention) -> u8 {
    match mention.kind {
        MentionKind::Venue => 0,
        MentionKind::Seat => 1,
        MentionKind::City => 2,
        MentionKind::Region => 3,
        _ => 4,
    }
}

/// The places among some tokens that a preposition of place or a larger place's comma marks.
fn placed(cast: &Cast, sentence: usize, words: &[&str], tokens: &Range<usize>) -> Vec<usize> {
    cast.in_sentence(sentence)
        .filter(|(_, m)| m.kind.is_place() && tokens.contains(&m.tokens.start))
        .filter(|(_, m)| {
            let before =
                words[..m.tokens.start].iter().rev().take(3).map(|w| w.to_lowercase()).collect::<Vec<_>>();
            let near = before
                .iter()
                .take(2)
                .any(|w| matches!(w.as_str(), "in" | "at" | "near" | "outside" | "inside"))
                || before.get(2).is_some_and(|w| matches!(w.as_str(), "in" | "at"))
                    && before[0].chars().next().is_some_and(char::is_lowercase);
            let comma = before.first().is_some_and(|w| w == ",")
                && m.tokens.start >= 2
                && cast.mention_at(sentence, m.tokens.start - 2).is_some_and(|(_, p)| p.kind.is_place());
            near || comma
        })
        .map(|(index, _)| index)
        .collect()
}

/// The place the passage has named last, in its label or its sentences, else the dateline's.
fn carried(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<usize> {
    let section = text.block_of(sentence).section;
    let label = |at: usize| {
        cast.in_label(at).filter(|(_, m)| m.kind.is_place()).map(|(index, _)| index).collect::<Vec<_>>()
    };
    for at in (sentence.saturating_sub(REACH)..=sentence).rev() {
        if text.block_of(at).section != section {
            break;
        }
        let mut found = label(at);
        if found.is_empty() && at < sentence {
            let words = text.words(at);
            found = placed(cast, at, &words, &(0..words.len()));
        }
        if !found.is_empty() {
            return found;
        }
    }
    (0..text.sentences.len().min(HEAD)).map(label).find(|found| !found.is_empty()).unwrap_or_default()
}
