//! The body that a text is about: whose "ministers", "leaders" and "summit" decide in it.
//!
//! Invariant: there is none unless one organisation of states stands in the head of the text and is told of most.

use rapporteur_schema::ActorKind;

use super::party;
use crate::cast::{ActorNumber, Cast};
use crate::text::Text;

/// In how many sentences the head of a text says what it is about.
const HEAD: usize = 6;
/// How often it must be told of.
const LEAST: usize = 2;
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
    let told = |member: &crate::cast::Member| member.mentions.len();
    let is_body = |member: &crate::cast::Member| {
        member.kind == ActorKind::Organization && !member.is_outlet && member.country.is_none()
    };
    let bodies = || cast.members.iter().enumerate().filter(|(_, member)| is_body(member));
    let (most, member) = bodies().max_by_key(|(_, member)| told(member))?;
    let tie = bodies().filter(|(_, other)| told(other) == told(member)).count() > 1;
    let head = member.mentions.iter().any(|&mention| cast.mentions[mention].sentence < HEAD);
    let known = member.mentions.iter().any(|&mention| cast.mentions[mention].known.is_some());
    (head && known && !tie && told(member) >= LEAST && text.sentences.len() > HEAD).then_some(most)
}

/// Whether the noun that acts stands for a body.
pub(super) fn is_collective(text: &Text<'_>, sentence: usize, verb: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    party::doer(parse, verb)
        .is_some_and(|subject| COLLECTIVE.contains(&parse.tokens[subject].lemma.to_lowercase().as_str()))
}
