//! Where a meeting was: the places its clause names, else its sentence, else what the passage has
//! said last, else where the dateline stands.
//!
//! Reads mentions; knows no participants. Invariant: only what took place lately takes a place that
//! its own sentence does not name.

use std::ops::Range;

use rapporteur_syntax::{Relation, Upos};

use super::party::Room;
use super::{Clock, trigger};
use crate::cast::Cast;
use crate::mention::{Mention, MentionKind};
use crate::text::{BlockKind, Text};

/// How many sentences back a place is carried on.
const REACH: usize = 4;
/// Nouns that place a meeting by what stands behind them: "at his residence in Doha".
const VENUES: &[&str] = &[
    "residence",
    "palace",
    "hotel",
    "house",
    "villa",
    "ministry",
    "embassy",
    "office",
    "hall",
    "building",
    "centre",
    "center",
    "headquarters",
    "chancery",
    "club",
    "castle",
    "lodge",
    "room",
    "suite",
    "complex",
    "resort",
    "base",
    "camp",
    "city",
    "town",
    "capital",
    "island",
    "village",
    "monastery",
    "home",
    "airport",
    "day",
    "morning",
    "afternoon",
    "evening",
    "week",
    "hour",
    "side",
    "margin",
    "sideline",
    "stop",
    "stay",
    "visit",
    "mission",
];
/// In how many sentences a dateline is looked for.
const HEAD: usize = 8;

/// The places of a meeting told in a clause, the smallest kind first, as mention numbers, and
/// whether its own sentence names them. `carry`
/// allows places that stand outside the sentence.
pub fn places(
    room: &Room<'_>,
    trigger: usize,
    clause: &Range<usize>,
    carry: bool,
    clock: &Clock<'_>,
) -> (Vec<usize>, bool) {
    let Room { text, cast, sentence, words, .. } = *room;
    if let Some(index) = led_to(cast, sentence, words, trigger) {
        return (index, true);
    }
    // "resumed talks here on Tuesday": where the dateline stands.
    if words[clause.clone()].contains(&"here") {
        let found = dateline(text, cast);
        if !found.is_empty() {
            return (found, true);
        }
    }
    let mut found = placed(text, cast, sentence, words, clause, trigger);
    if found.is_empty() {
        found = placed(text, cast, sentence, words, &(0..words.len()), trigger);
    }
    if found.is_empty() {
        found = headed(text, cast, sentence);
    }
    let said = !found.is_empty();
    keep_nearest(cast, trigger, &mut found);
    if !said && carry {
        found = carried(text, cast, sentence, clock);
    }
    found.sort_by_key(|&index| rank(&cast.mentions[index]));
    (found, said)
}

/// "She flew to Guayaquil, where she dined": the place before the `where` that the meeting stands behind.
fn led_to(cast: &Cast, sentence: usize, words: &[&str], trigger: usize) -> Option<Vec<usize>> {
    const FAR: usize = 14;
    let from = trigger.saturating_sub(FAR);
    let at = (from..trigger).rev().find(|&at| words[at].eq_ignore_ascii_case("where"))?;
    let stops = |word: &&str| matches!(*word, ";" | "." | "and" | "but");
    if words.get(at..trigger)?.iter().any(stops) {
        return None;
    }
    let before = cast.in_sentence(sentence).filter(|(_, m)| m.kind.is_place() && m.tokens.end <= at);
    let before: Vec<(usize, &Mention)> = before.collect();
    let joined = |from: usize, to: usize| {
        words.get(from..to).is_some_and(|gap| gap.len() <= 1 && gap.iter().all(|word| *word == ","))
    };
    let (last, mention) = *before.last()?;
    if !joined(mention.tokens.end, at) {
        return None;
    }
    let smaller = before.iter().rev().nth(1).filter(|(_, m)| joined(m.tokens.end, mention.tokens.start));
    Some(smaller.map(|(index, _)| *index).into_iter().chain([last]).collect())
}

/// Of several cities in one sentence the one nearest to the trigger, behind it before all, with what
/// stands between it and the next.
fn keep_nearest(cast: &Cast, trigger: usize, found: &mut Vec<usize>) {
    let cities: Vec<usize> = found
        .iter()
        .copied()
        .filter(|&index| matches!(cast.mentions[index].kind, MentionKind::City | MentionKind::Seat))
        .collect();
    if cities.len() < 2 {
        return;
    }
    let start = |index: usize| cast.mentions[index].tokens.start;
    let nearest = cities.iter().copied().min_by_key(|&index| {
        let at = start(index);
        if at > trigger { at - trigger } else { 2 * (trigger - at) + 1 }
    });
    let Some(nearest) = nearest else { return };
    let next = cities
        .iter()
        .map(|&index| start(index))
        .filter(|&at| at > start(nearest))
        .min()
        .unwrap_or(usize::MAX);
    let last = cities.iter().map(|&index| start(index)).filter(|&at| at < start(nearest)).max();
    found.retain(|&index| start(index) < next && last.is_none_or(|last| start(index) > last));
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
fn placed(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    words: &[&str],
    tokens: &Range<usize>,
    trigger: usize,
) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    // "Town Hall, Komárom, 19 November 1992": a head names where it is without a preposition.
    let is_head = words.len() <= 24
        && words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        && !words.iter().any(|word| matches!(*word, "." | "?" | "!" | "“" | "\""))
        && words.iter().filter(|word| **word == ",").count() >= 1;
    for (index, m) in cast.in_sentence(sentence) {
        if !m.kind.is_place() || !tokens.contains(&m.tokens.start) {
            continue;
        }
        if is_head {
            found.push(index);
            continue;
        }
        let before = |back: usize| {
            m.tokens.start.checked_sub(back).map(|at| words[at].to_lowercase()).unwrap_or_default()
        };
        let (first, second, third) = (before(1), before(2), before(3));
        // "a ceasefire in eastern Ukraine": the place of another thing.
        if is_of_another(text, cast, sentence, m, trigger) {
            continue;
        }
        let marks = |word: &str| matches!(word, "in" | "at" | "near" | "outside" | "inside");
        if (2..=4).any(|back| before(back) == "not") {
            continue;
        }
        let near =
            marks(&first) || marks(&second) && first != "," || marks(&third) && second != "," && first != ",";
        // "Geneva, Switzerland": the larger place behind the smaller one that has just been placed.
        let larger = first == ","
            && found.last().is_some_and(|&last| {
                let last: &Mention = &cast.mentions[last];
                last.tokens.end + 1 == m.tokens.start && rank(last) < rank(m)
            });
        // "the Kinshasa round": the place that the noun itself is called by.
        let called = m.tokens.end == trigger
            && m.kind == MentionKind::City
            && words.get(trigger).is_some_and(|word| trigger::is_gathering(&word.to_lowercase()));
        if near || larger || called {
            found.push(index);
        }
    }
    found
}

/// Whether the tree hangs a country on a noun that is neither the meeting nor a place, or a city on who works there.
fn is_of_another(text: &Text<'_>, cast: &Cast, sentence: usize, place: &Mention, trigger: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    let head =
        (place.tokens.clone()).find(|&at| parse.head(at).is_none_or(|head| !place.tokens.contains(&head)));
    let Some(at) = head.filter(|&at| parse.tokens[at].relation == Relation::NominalModifier) else {
        return false;
    };
    let Some(noun) = parse.head(at) else { return false };
    let lemma = parse.tokens[noun].lemma.as_str();
    // "a call soon after the talks in Istanbul": the place of the other meeting.
    let is_noun = parse.tokens.get(trigger).is_some_and(|token| token.upos == Upos::Noun);
    if is_noun && noun != trigger && trigger::is_gathering(&text.words(sentence)[noun].to_lowercase()) {
        return true;
    }
    if place.kind == MentionKind::City {
        return matches!(
            lemma,
            "ambassador" | "envoy" | "consul" | "correspondent" | "representative" | "embassy"
        );
    }
    parse.tokens[noun].upos == Upos::Noun
        && noun != trigger
        && !trigger::is_meeting_noun(lemma)
        && !VENUES.contains(&lemma)
        && cast.mention_at(sentence, noun).is_none_or(|(_, m)| !m.kind.is_place())
}

/// The places in the head of an entry: "8 September, Geneva." before what happened there.
fn headed(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<usize> {
    let block = text.sentences[sentence].block;
    let mut same = (0..=sentence).rev().take_while(|&at| text.sentences[at].block == block);
    let first = same.by_ref().last().unwrap_or(sentence);
    let is_entry = text.label_words(first).iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let places = cast.in_label(first).filter(|(_, m)| is_entry && m.kind.is_place());
    places.map(|(index, _)| index).collect()
}

/// The place the passage has named last, in its label or its sentences, else the dateline's.
fn carried(text: &Text<'_>, cast: &Cast, sentence: usize, clock: &Clock<'_>) -> Vec<usize> {
    let section = text.block_of(sentence).section;
    for at in (sentence.saturating_sub(REACH)..=sentence).rev() {
        if text.block_of(at).section != section {
            break;
        }
        // "The sides last sat down in November, in Amman": the place of another day.
        let other_day = (clock.when)(at, 0)
            .zip((clock.passage)(sentence))
            .is_some_and(|(told, here)| at < sentence && !told.overlaps(&here));
        if other_day {
            continue;
        }
        let mut found = labelled(cast, at);
        if found.is_empty() && at < sentence {
            let words = text.words(at);
            found = placed(text, cast, at, &words, &(0..words.len()), usize::MAX);
        }
        if !found.is_empty() {
            return found;
        }
    }
    dateline(text, cast)
}

/// The places of a sentence's label. That of a speaker names whom he speaks for, and not where.
fn labelled(cast: &Cast, at: usize) -> Vec<usize> {
    let speaks = |kind| matches!(kind, MentionKind::Person | MentionKind::Described | MentionKind::Unnamed);
    let speaker = cast.in_label(at).any(|(index, m)| speaks(m.kind) && cast.actor[index].is_some());
    let places = cast.in_label(at).filter(|(_, m)| !speaker && m.kind.is_place());
    places.map(|(index, _)| index).collect()
}

/// Where the text was written, by its dateline: a label, the head of a post, "Muscat, 3 March 2022."
fn dateline(text: &Text<'_>, cast: &Cast) -> Vec<usize> {
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
        let stands = text.block_of(at).kind == BlockKind::Timestamp || dated;
        let places = cast.in_sentence(at).filter(|(_, m)| {
            m.kind.is_place() && (!dated || m.tokens.start == 0 && m.kind == MentionKind::City)
        });
        if stands { places.map(|(index, _)| index).collect() } else { Vec::new() }
    };
    (0..text.sentences.len().min(HEAD)).map(head).find(|found| !found.is_empty()).unwrap_or_default()
}
