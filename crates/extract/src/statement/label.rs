//! The speaker that a transcript puts before their words: `OBI:`, `AMARA OBI, Minister: …`.
//!
//! It matches a label with the cast by the words of names and offices. A label that nobody fits
//! (a date, `QUESTION`) names no speaker.

use crate::cast::{ActorNumber, Cast};
use crate::letter;
use crate::mention::MentionKind;
use crate::normal::normalize;
use crate::text::Text;
use rapporteur_schema::ActorKind;

/// The speaker a sentence's label names.
pub(super) fn speaker(text: &Text<'_>, cast: &Cast, sentence: usize) -> Option<ActorNumber> {
    let label = text.sentences[sentence].label.clone()?;
    let label = text.source.get(label)?;
    if letter::is_salutation(label) {
        return None;
    }
    let words = normalize(label);
    let words: Vec<&str> = words.split(' ').collect();
    if matches!(words.as_slice(), ["a" | "answer"]) {
        return interviewed(cast);
    }
    if words.is_empty() || matches!(words[0], "question" | "q" | "moderator" | "correction" | "caption") {
        return None;
    }
    let persons = || cast.members.iter().enumerate().filter(|(_, member)| member.kind == ActorKind::Person);
    let by_name = persons().find(|(_, member)| {
        std::iter::once(&member.name).chain(&member.aliases).any(|name| {
            let name = normalize(name);
            name.split(' ').next_back().is_some_and(|surname| surname.len() > 2 && words.contains(&surname))
                || words.len() == 1 && name.split(' ').any(|part| part.len() > 2 && part == words[0])
        })
    });
    let by_office = || {
        persons().find(|(_, member)| {
            member.offices.iter().any(|office| {
                normalize(office)
                    .split(' ')
                    .next_back()
                    .is_some_and(|head| words.len() <= 2 && words.contains(&head))
            })
        })
    };
    by_name.or_else(by_office).map(|(actor, _)| actor)
}

/// Who answers in an interview: the person whom its head names first.
pub(super) fn interviewed(cast: &Cast) -> Option<ActorNumber> {
    const HEAD: usize = 4;
    let named = cast.mentions.iter().enumerate().find(|(index, mention)| {
        mention.sentence < HEAD && mention.kind == MentionKind::Person && cast.actor[*index].is_some()
    });
    named.and_then(|(index, _)| cast.actor[index])
}
