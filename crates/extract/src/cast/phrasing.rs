//! By what words a text calls an actor beside the name: "the Mufti of Plovdiv", "Angola's Foreign Ministry", "the
//! Danes", "Prince Sihanouk".
//!
//! Reads the words around a mention. Invariant: each phrase is a slice of the text and holds the mention's own words.

use std::ops::Range;

use super::{ActorNumber, Cast};
use crate::mention::described::{is_institution, phrase};
use crate::mention::{Mention, MentionKind};
use crate::text::Text;

impl Cast {
    /// As [`Self::join`], by all that the text calls one without a name: "the Mufti", "the Mufti of Plovdiv".
    pub(super) fn join_phrases(&mut self, text: &Text<'_>, number: ActorNumber, index: usize) {
        // "a UN official" as the text has it, beside "UN official".
        if let Some(article) = with_article(text, &self.mentions[index]) {
            self.join(number, index, article);
        }
        let mention = &self.mentions[index];
        // A label is all that is told of him there.
        if mention.in_label {
            return;
        }
        let tokens = asserted(text, mention.sentence, phrase(text, mention));
        if tokens.len() > mention.name.len() {
            let (sentence, bare) =
                (mention.sentence, without_article(text, mention.sentence, tokens.clone()));
            // "The Speaker of the Assembly", and without its article where that is not the name by itself.
            if bare.len() > mention.name.len() {
                self.join(number, index, text.slice(sentence, bare));
            }
            self.join(number, index, text.slice(sentence, tokens));
        }
    }

    /// Names one whose office tells nothing by itself by what it is of: "head of the electoral commission".
    pub(super) fn name_by_complement(&mut self, text: &Text<'_>, number: ActorNumber, index: usize) {
        let mention = &self.mentions[index];
        if mention.in_label || self.members[number].name.contains(" of ") {
            return;
        }
        let whole = without_article(text, mention.sentence, phrase(text, mention));
        let of = text.lower(mention.sentence).get(mention.name.end).is_some_and(|word| word == "of");
        if of && whole.end > mention.name.end {
            let name = text.slice(mention.sentence, whole).to_owned();
            let member = &mut self.members[number];
            member.aliases.retain(|alias| *alias != name);
            let office = std::mem::replace(&mut member.name, name);
            member.aliases.push(office);
        }
    }

    /// As [`Self::join`], by the whole name of an institution or a newspaper: "the Iranian embassy in Yerevan", "The
    /// Strait Courier".
    pub(super) fn join_whole_name(&mut self, text: &Text<'_>, number: ActorNumber, index: usize) {
        let mention = &self.mentions[index];
        let words = mention.words(text);
        let title = |at: usize| words.get(at) == Some(&"The");
        let before = mention.name.start.checked_sub(1).filter(|&at| title(at));
        if let Some(before) = before.filter(|_| self.members[number].is_outlet) {
            self.join(number, index, mention.slice(text, &(before..mention.name.end)));
            return;
        }
        let last = words.get(mention.name.end.wrapping_sub(1));
        let owned = mention.country.is_some() || last.is_some_and(|last| is_institution(last));
        if mention.in_label || !owned {
            return;
        }
        let whole = without_article(text, mention.sentence, phrase(text, mention));
        if whole.len() > mention.name.len() {
            self.join(number, index, text.slice(mention.sentence, whole));
        }
    }
}

/// A phrase without what only asks or denies: "what officials", "no diplomats".
fn asserted(text: &Text<'_>, sentence: usize, tokens: Range<usize>) -> Range<usize> {
    const DENY: &[&str] = &["what", "which", "whose", "no", "neither", "either", "any", "every", "each"];
    let first = text.lower(sentence).get(tokens.start);
    let start = tokens.start + usize::from(first.is_some_and(|first| DENY.contains(&first.as_str())));
    start..tokens.end
}

fn without_article(text: &Text<'_>, sentence: usize, tokens: Range<usize>) -> Range<usize> {
    let first = text.lower(sentence).get(tokens.start);
    let article = first.is_some_and(|first| matches!(first.as_str(), "the" | "a" | "an"));
    tokens.start + usize::from(article)..tokens.end
}

/// A name with the article before it.
fn with_article<'t>(text: &'t Text<'_>, mention: &Mention) -> Option<&'t str> {
    if mention.in_label {
        return Some(mention_text(text, mention));
    }
    let words = text.words(mention.sentence);
    let before = mention.name.start.checked_sub(1)?;
    let article =
        matches!(words[before].to_lowercase().as_str(), "the" | "a" | "an" | "one" | "two" | "some");
    article.then(|| text.slice(mention.sentence, before..mention.name.end))
}

/// All words of a mention, its article with it.
pub(super) fn mention_text<'t>(text: &'t Text<'_>, mention: &Mention) -> &'t str {
    text.source.get(mention.range(text)).unwrap_or_default()
}

/// How a text calls a state by its people or its government: "the Danes", "Danish government".
pub(super) fn stands_for<'t>(text: &'t Text<'_>, mention: &Mention) -> Option<&'t str> {
    if mention.in_label {
        return None;
    }
    let words = text.words(mention.sentence);
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    let article = || start.checked_sub(1).filter(|&at| matches!(words[at], "the" | "The"));
    let tokens = match mention.kind {
        MentionKind::People => article()?..end,
        MentionKind::Adjective if matches!(words.get(end), Some(&("government" | "Government"))) => {
            start..end + 1
        }
        _ => return None,
    };
    Some(text.slice(mention.sentence, tokens))
}

/// Titles that are part of a name: `Prince Sihanouk`, `Pope Leo`.
const ROYAL: &[&str] = &[
    "Prince",
    "Princess",
    "King",
    "Queen",
    "Pope",
    "Emperor",
    "Empress",
    "Sultan",
    "Emir",
    "Sheikh",
    "Shaikh",
    "Tun",
    "Datuk",
    "Archbishop",
    "Cardinal",
    "Patriarch",
    "Imam",
    "Ayatollah",
    "Crown",
    "Lord",
    "Lady",
    "Dame",
    "Sir",
];

pub(super) fn is_royal(name: &str) -> bool {
    name.split(' ').next().is_some_and(|word| ROYAL.contains(&word))
}

/// A name with the royal or religious title before it.
pub(super) fn royal<'t>(text: &'t Text<'_>, mention: &Mention) -> Option<&'t str> {
    let words = mention_text(text, mention);
    let mut starts = std::iter::once(0).chain(words.match_indices(' ').map(|(space, _)| space + 1));
    let titled = starts.find_map(|start| words.get(start..).filter(|rest| is_royal(rest)))?;
    (titled != mention.name(text)).then_some(titled)
}
