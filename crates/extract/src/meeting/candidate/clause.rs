//! The clause around a trigger: its words, and who in it takes part.
//!
//! Reads words and mentions. Invariant: whom a clause of its own tells of, and who only speaks, has no part here.

use std::ops::Range;

use rapporteur_schema::ActorKind;
use rapporteur_syntax::{Parse, Relation};

use super::super::party::Room;
use super::super::trigger::Trigger;
use crate::cast::{ActorNumber, Cast};
use crate::mention::{Mention, MentionKind};

const SPEECH: &[&str] = &[
    "said", "says", "told", "added", "adds", "wrote", "writes", "warned", "insisted", "noted", "say", "tells",
];
const BREAKS: &[&str] = &[";", ":", "—", "–", "but", "while", "whereas", "although", "though", "because"];
/// Nouns that make an adjective of nationality a party: "the Turkish delegation".
const BODIES: &[&str] = &[
    "delegation",
    "delegations",
    "negotiators",
    "officials",
    "side",
    "team",
    "teams",
    "government",
    "governments",
    "officers",
    "leaders",
    "ministers",
    "delegates",
    "envoys",
    "representatives",
    "diplomats",
    "presidents",
    "foreign",
    "authorities",
];
const NOT_PARTY: &[&str] = &[
    "in", "at", "from", "near", "of", "against", "on", "about", "over", "into", "across", "to", "for",
    "inside", "outside", "around", "towards", "toward",
];

/// The tokens between the breaks around the trigger.
pub(super) fn clause(words: &[&str], trigger: usize) -> Range<usize> {
    let is_break = |i: usize| BREAKS.contains(&words[i].to_lowercase().as_str());
    let start = (0..trigger).rev().find(|&i| is_break(i)).map_or(0, |i| i + 1);
    let end = (trigger + 1..words.len()).find(|&i| is_break(i)).unwrap_or(words.len());
    start..end
}

/// The words of a clause, blanks for those of relative clauses about something else: of "X, who had been invited,
/// sent his deputy to the talks" the talks were held.
pub(super) fn masked(parse: &Parse, words: &[String], start: usize, trigger: usize) -> String {
    let mut words: Vec<String> = words.to_vec();
    for node in start..start + words.len() {
        if parse.tokens.get(node).is_none_or(|token| token.relation != Relation::RelativeClause) {
            continue;
        }
        let span = parse.subtree(node);
        if span.contains(&trigger) || parse.head(node) == Some(trigger) || *span.end() > trigger {
            continue;
        }
        for word in span.filter_map(|at| at.checked_sub(start)) {
            if let Some(word) = words.get_mut(word) {
                // As many bytes, for what stands behind is found by them.
                *word = "_".repeat(word.len());
            }
        }
    }
    words.join(" ")
}

/// Whether a verb of speech stands right beside the mention.
pub(super) fn speaks(words: &[&str], mention: &Mention) -> bool {
    let is_speech = |i: usize| words.get(i).is_some_and(|w| SPEECH.contains(&w.to_lowercase().as_str()));
    is_speech(mention.tokens.end) || mention.tokens.start.checked_sub(1).is_some_and(is_speech)
}

/// "After talks with X she flew to Riga, where she met Y": whom a clause of its own tells of has no seat in the talks.
pub(super) fn is_in_clause_below(room: &Room<'_>, tokens: &Range<usize>, trigger: usize) -> bool {
    let parse = &room.text.sentences[room.sentence].parse;
    const MEETS: &[&str] = &["meet", "see", "receive", "confer", "dine", "lunch", "visit"];
    let relative = |at: usize| {
        matches!(parse.tokens[at].relation, Relation::RelativeClause | Relation::AdverbialRelativeClause)
    };
    let clause = parse.ancestors(room.head_of(tokens)).find(|&at| relative(at));
    clause.is_some_and(|clause| {
        clause != trigger
            && MEETS.contains(&parse.tokens[clause].lemma.as_str())
            && !parse.ancestors(trigger).any(|above| above == clause)
    })
}

/// Whether the words around a mention give it a part in what a trigger tells.
pub(super) fn takes_part(
    cast: &Cast,
    sentence: usize,
    words: &[&str],
    mention: &Mention,
    trigger: &Trigger,
    actor: ActorNumber,
) -> bool {
    let before = mention.tokens.start.checked_sub(1).map(|i| words[i].to_lowercase()).unwrap_or_default();
    let after = words.get(mention.tokens.end).map(|w| w.to_lowercase()).unwrap_or_default();
    let the_before = mention.tokens.start.checked_sub(2).map(|i| words[i].to_lowercase()).unwrap_or_default();
    let preposition = if before == "the" { the_before } else { before };
    match mention.kind {
        MentionKind::Person | MentionKind::Described => {
            !matches!(after.as_str(), "'s" | "’s")
                && !matches!(preposition.as_str(), "of" | "against" | "about" | "to" | "for")
                && cast.members[actor].kind == ActorKind::Person
        }
        MentionKind::State | MentionKind::People => {
            // "in Tirana, Albania": the larger place of a smaller one.
            if preposition == ","
                && mention.tokens.start >= 2
                && cast
                    .mention_at(sentence, mention.tokens.start - 2)
                    .is_some_and(|(_, m)| m.kind == MentionKind::City)
            {
                return false;
            }
            let between = words[..mention.tokens.start].iter().rev().take(12).any(|w| {
                matches!(
                    w.to_lowercase().as_str(),
                    "between" | "with" | "leaders" | "presidents" | "ministers" | "delegations"
                )
            });
            between && !matches!(preposition.as_str(), "in" | "at" | "from" | "on")
                || mention.tokens.start < trigger.token
                    && !NOT_PARTY.contains(&preposition.as_str())
                    && !matches!(after.as_str(), "'s" | "’s")
        }
        MentionKind::Adjective => {
            BODIES.contains(&after.as_str())
                || matches!(after.as_str(), "and")
                    && words.iter().skip(mention.tokens.end).take(4).any(|w| BODIES.contains(w))
        }
        MentionKind::Organization => !NOT_PARTY.contains(&preposition.as_str()),
        _ => false,
    }
}
