//! The body that a text is about: whose "ministers", "leaders" and "summit" decide in it.
//!
//! Invariant: there is none unless one known organisation of states stands in the head of the text and is told of most.

use std::collections::HashMap;

use rapporteur_schema::ActorKind;

use super::party;
use crate::cast::{ActorNumber, Cast};
use crate::text::Text;

/// In how many sentences the head of a text says what it is about.
const HEAD: usize = 6;
/// How often it must be told of.
const LEAST: usize = 2;
/// In how many sentences it stands at the very head.
const ALONE: usize = 3;
/// How long a word of a name is that says nothing by itself: "of", "the", "East".
const SHORT: usize = 4;
/// Who acts for a body, or is one.
const COLLECTIVE: &[&str] = &[
    "leader",
    "minister",
    "head",
    "summit",
    "conference",
    "council",
    "committee",
    "assembly",
    "commission",
    "delegate",
    "member",
    "they",
    "meeting",
    "session",
    "ministerial",
    "round",
    "talk",
    "negotiation",
    "government",
    "president",
    "participant",
    "community",
    "bloc",
    "organisation",
    "organization",
    "union",
    "secretariat",
    "communique",
    "communiqué",
    "declaration",
    "statement",
];

/// The body of states that a text is about.
pub(super) fn of(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    let short = short_names(text, cast);
    let told = |number: ActorNumber| cast.members[number].mentions.len() + short[number];
    let is_body = |number: &ActorNumber| {
        let member = &cast.members[*number];
        member.kind == ActorKind::Organization
            && !member.is_outlet
            && member.country.is_none()
            && member.mentions.iter().any(|&mention| cast.mentions[mention].known.is_some())
    };
    let bodies = || (0..cast.members.len()).filter(is_body);
    let most = bodies().max_by_key(|&number| told(number))?;
    let tie = bodies().filter(|&other| told(other) == told(most)).count() > 1;
    let first = cast.members[most].mentions.iter().map(|&mention| cast.mentions[mention].sentence).min()?;
    // Of one body alone that stands at the very head, once is enough.
    let alone = first < ALONE && bodies().count() == 1;
    (first < HEAD && !tie && (told(most) >= LEAST && text.sentences.len() > HEAD || alone)).then_some(most)
}

/// How often each body is spoken of by a word of its name: "the Community", "the League".
fn short_names(text: &Text<'_>, cast: &Cast) -> Vec<usize> {
    let mut of_word: HashMap<&str, ActorNumber> = HashMap::new();
    for (number, member) in cast.members.iter().enumerate() {
        if member.kind == ActorKind::Organization && !member.is_outlet && member.country.is_none() {
            let words = member.name.split(' ').filter(|word| word.len() > SHORT);
            for word in words.filter(|word| word.starts_with(char::is_uppercase)) {
                of_word.entry(word).or_insert(number);
            }
        }
    }
    let mut told = vec![0; cast.members.len()];
    for (at, sentence) in text.sentences.iter().enumerate() {
        for (token, pair) in sentence.tokens.windows(2).enumerate() {
            let Some(&number) = of_word.get(text.word(pair[1])) else { continue };
            let named = cast.mention_at(at, token + 1).is_some_and(|(index, _)| cast.actor[index].is_some());
            if matches!(text.word(pair[0]), "the" | "The") && !named {
                told[number] += 1;
            }
        }
    }
    told
}

/// Whether the noun that acts stands for a body.
pub(super) fn is_collective(text: &Text<'_>, sentence: usize, verb: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    party::doer(parse, verb)
        .is_some_and(|subject| COLLECTIVE.contains(&parse.tokens[subject].lemma.to_lowercase().as_str()))
}
