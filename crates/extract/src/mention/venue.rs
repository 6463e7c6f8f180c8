//! Houses and grounds that no list has, by what they are and where they stand: "at the Foreign Ministry", "at Rove
//! prison", "received at the nunciature".
//!
//! Knows no house by name. Invariant: what it makes a venue stands behind a preposition of place, on a verb or on the noun
//! of a meeting; a person within the words stays a person.

use std::ops::Range;

use rapporteur_syntax::{Parse, Relation, Upos};

use super::{Mention, MentionKind};
use crate::lexicon;
use crate::meeting::trigger;
use crate::text::Text;

/// Houses and grounds in which people meet.
const HOUSES: &[&str] = &[
    "palace",
    "residence",
    "residency",
    "mansion",
    "villa",
    "castle",
    "monastery",
    "abbey",
    "convent",
    "seminary",
    "nunciature",
    "chancery",
    "chancellery",
    "legation",
    "embassy",
    "consulate",
    "hotel",
    "inn",
    "guesthouse",
    "lodge",
    "ranch",
    "farm",
    "farmhouse",
    "estate",
    "club",
    "airport",
    "airfield",
    "airstrip",
    "airbase",
    "barracks",
    "garrison",
    "prison",
    "jail",
    "clinic",
    "hospital",
    "cathedral",
    "basilica",
    "church",
    "mosque",
    "temple",
    "university",
    "library",
    "museum",
    "theatre",
    "stadium",
    "bridge",
    "house",
    "hall",
    "chamber",
    "mission",
];
/// Bodies that are houses only where one is "at" them.
const SEATED: &[&str] =
    &["ministry", "office", "offices", "headquarters", "parliament", "secretariat", "department"];
/// How many words a venue takes at most.
const LONGEST: usize = 7;

/// Makes the venues of a sentence mentions, in place of what stood within them.
pub fn venues(sentence: usize, words: &[&str], parse: &Parse, mentions: &mut Vec<Mention>) {
    for head in 0..parse.len().min(words.len()) {
        let Some(tokens) = venue(words, parse, head) else { continue };
        let inside =
            |mention: &Mention| mention.tokens.start < tokens.end && tokens.start < mention.tokens.end;
        let whole = |mention: &Mention| {
            mention.name.start >= tokens.start && mention.name.end <= tokens.end
                || mention.kind == MentionKind::Other
        };
        let gives_way = |mention: &Mention| {
            // A name alone is not yet a person's: "Rove prison"; "the Hotel Continental" is no body.
            let hotel = mention.kind == MentionKind::Organization && mention.name.start == head;
            mention.kind == MentionKind::Person && mention.tokens.len() == 1
                || hotel
                || matches!(
                    mention.kind,
                    MentionKind::Described | MentionKind::Adjective | MentionKind::Other | MentionKind::Venue
                )
        };
        if mentions.iter().filter(|mention| inside(mention)).any(|mention| {
            !gives_way(mention)
                || !whole(mention)
                || mention.kind == MentionKind::Venue && mention.known.is_some()
        }) {
            continue;
        }
        let country = mentions.iter().filter(|mention| inside(mention)).find_map(|mention| mention.country);
        mentions.retain(|mention| !inside(mention));
        mentions.push(Mention {
            sentence,
            in_label: false,
            tokens: tokens.clone(),
            name: tokens,
            kind: MentionKind::Venue,
            known: None,
            country,
            offices: Vec::new(),
            of: None,
        });
    }
    mentions.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
}

/// Whether the noun, in small letters, is one for a house or a ground.
pub fn is_house(noun: &str) -> bool {
    SEATED.contains(&noun) || HOUSES.contains(&noun)
}

/// Whether a body is one that is also a house: "the Foreign Ministry", "the Argentine Embassy".
pub fn is_housed(text: &Text<'_>, mention: &Mention) -> bool {
    let last = mention.name(text).rsplit(' ').next().unwrap_or_default().to_lowercase();
    mention.kind == MentionKind::Organization && is_house(&last)
}

/// The words of a venue, without its article, that has its head at a token.
fn venue(words: &[&str], parse: &Parse, head: usize) -> Option<Range<usize>> {
    let noun = words[head].to_lowercase();
    let seated = SEATED.contains(&noun.as_str());
    if !is_house(&noun) {
        return None;
    }
    // Of "the Hotel Continental" the tree may take the name for the head.
    let top = match parse.tokens[head].relation {
        Relation::Compound | Relation::Description => parse.head(head).filter(|&top| top == head + 1)?,
        _ => head,
    };
    let case = words[parse.case(top)?].to_lowercase();
    let at = matches!(case.as_str(), "at" | "inside" | "outside");
    if !(at || !seated && matches!(case.as_str(), "in" | "on" | "aboard" | "near")) {
        return None;
    }
    let stands = match parse.tokens[top].relation {
        Relation::Oblique => true,
        Relation::NominalModifier => parse.head(top).is_some_and(|noun| {
            trigger::is_meeting_noun(&words[noun].to_lowercase())
                || trigger::is_meeting_noun(&parse.tokens[noun].lemma)
        }),
        _ => false,
    };
    if !stands {
        return None;
    }
    // "The Prime Minister's Office" is its name, "the Brazilian's hotel" is not.
    let capital = words[head].starts_with(char::is_uppercase);
    let is_part = |at: usize| {
        let token = &parse.tokens[at];
        capital && matches!(words[at], "'s" | "’s")
            || matches!(token.upos, Upos::Noun | Upos::ProperNoun | Upos::Adjective)
                && !matches!(words[at].to_lowercase().as_str(), "other" | "own" | "same" | "new" | "former")
    };
    let mut start = head;
    while start > 0 && head - start < LONGEST && is_part(start - 1) {
        start -= 1;
    }
    if matches!(words[start], "'s" | "’s") {
        start += 1;
    }
    let named = |word: &str| word.starts_with(char::is_uppercase) && !lexicon::is_calendar(word);
    let mut end = head + 1;
    while capital && end < words.len() && end - head < 4 && named(words[end]) {
        end += 1;
    }
    Some(start..end)
}
