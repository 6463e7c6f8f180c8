//! The places that stand before what is told: in the label of an entry, in the dateline of an item or of the whole text.
//!
//! Reads labels and mentions. Invariant: a label that says who speaks or who acts places nothing.

use std::collections::BTreeSet;

use rapporteur_syntax::Upos;

use crate::cast::Cast;
use crate::mention::{Mention, MentionKind};
use crate::text::{BlockKind, Text};

/// In how many sentences a dateline is looked for.
const HEAD: usize = 8;

/// The places in the head of an entry: "8 September, Geneva." before what happened there.
pub(super) fn headed(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<usize> {
    let block = text.sentences[sentence].block;
    let mut same = (0..=sentence).rev().take_while(|&at| text.sentences[at].block == block);
    let first = same.by_ref().last().unwrap_or(sentence);
    // "Ankara: the president receives the emir": a head that names nothing but a place, and no dateline.
    let only = text.label_words(first).last() == Some(&":")
        && cast.in_label(first).count() > 0
        && cast.in_label(first).all(|(_, m)| m.kind == MentionKind::City);
    let is_entry = only
        || is_item(text, cast, first)
        || text.label_words(first).iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let places = cast.in_label(first).filter(|(_, m)| is_entry && m.kind.is_place());
    places.filter(|(_, m)| is_located(&text.label_words(first), m)).map(|(index, _)| index).collect()
}

/// Whether a sentence's label is the dateline of one item among others: "PARIS - ...", and "TIRANA - ..." below it.
fn is_item(text: &Text<'_>, cast: &Cast, sentence: usize) -> bool {
    const ITEMS: usize = 3;
    /// How many sentences around are looked at.
    const NEAR: usize = 60;
    let dash = |at: usize| matches!(text.label_words(at).last(), Some(&("-" | "–" | "—" | "--")));
    let city = |at: usize| cast.in_label(at).find(|(_, m)| m.kind == MentionKind::City);
    if !dash(sentence) || city(sentence).is_none() {
        return false;
    }
    let near = sentence.saturating_sub(NEAR)..(sentence + NEAR).min(text.sentences.len());
    let cities: BTreeSet<&str> =
        near.filter(|&at| dash(at)).filter_map(city).map(|(_, m)| m.name(text)).collect();
    cities.len() >= ITEMS
}

/// Whether a place stands in a label as where it was, and not as who acts: "What Moscow wants".
pub(super) fn is_located(label: &[&str], place: &Mention) -> bool {
    let behind = label.get(place.tokens.end);
    behind.is_none_or(|word| {
        !word.starts_with(char::is_lowercase) || matches!(*word, "in" | "on" | "at" | "and" | "for" | "to")
    })
}

/// The places of a sentence's label. That of a speaker names whom he speaks for, and not where.
pub(super) fn labelled(cast: &Cast, at: usize) -> Vec<usize> {
    let speaks = |kind| matches!(kind, MentionKind::Person | MentionKind::Described | MentionKind::Unnamed);
    let speaker = cast.in_label(at).any(|(index, m)| speaks(m.kind) && cast.actor[index].is_some());
    // "TO: Foreign Office": for whom it is, and no place.
    let short = |m: &Mention| m.tokens.len() == 1 && m.known.as_ref().is_some_and(|name| name.len() <= 2);
    // "Sweden: Mr Lindahl", in a list of those present.
    let whose = |m: &Mention| m.kind == MentionKind::State && cast.in_label(at).count() == 1;
    let places = cast.in_label(at).filter(|(_, m)| !speaker && m.kind.is_place() && !short(m) && !whose(m));
    places.map(|(index, _)| index).collect()
}

/// Where the text was written, by its dateline: a label, the head of a post, "Muscat, 3 March 2022."
pub(super) fn dateline(text: &Text<'_>, cast: &Cast) -> Vec<usize> {
    const SHORT: usize = 9;
    let head = |at: usize| {
        let found = labelled(cast, at);
        if !found.is_empty() {
            return found;
        }
        let words = text.words(at);
        let dated = words.len() <= SHORT
            && words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            && !text.sentences[at].parse.tokens.iter().any(|token| token.upos == Upos::Verb);
        let stands = dated || matches!(text.block_of(at).kind, BlockKind::Timestamp | BlockKind::Byline);
        let places = cast.in_sentence(at).filter(|(_, m)| {
            m.kind.is_place() && (!dated || m.tokens.start == 0 && m.kind == MentionKind::City)
        });
        if stands { places.map(|(index, _)| index).collect() } else { Vec::new() }
    };
    (0..text.sentences.len().min(HEAD)).map(head).find(|found| !found.is_empty()).unwrap_or_default()
}
