//! Whose an institution is that each state has one of: "Angola's Foreign Ministry", "the Iraqi Foreign Ministry", "the
//! Office of the President of Mongolia".
//!
//! Reads the words between the mentions of a sentence. Invariant: what has a country keeps it, and what is no institution
//! of a state gets none.

use std::borrow::Cow;

use rapporteur_schema::Country;

use super::described::is_institution;
use super::{Mention, MentionKind};
use crate::lexicon::{self, KnownKind};

/// The first words of institutions, beside those that end in one: "Office of the President".
const HEADS: &[&str] = &["ministry", "office", "department", "bureau", "senate", "court", "agency"];

/// Gives the institutions among the mentions of a sentence the country of whoever owns them.
pub(super) fn own(words: &[&str], found: &mut [Mention]) {
    let lone = |mention: &Mention| {
        mention.kind == MentionKind::Organization
            && mention.country.is_none()
            && is_of_a_state(words, mention)
    };
    for at in 0..found.len() {
        if !lone(&found[at]) {
            continue;
        }
        let tokens = found[at].tokens.clone();
        let gap = |from: usize, to: usize| words.get(from..to).unwrap_or_default();
        let before = at.checked_sub(1).map(|before| &found[before]).filter(|owner| {
            owner.tokens.end <= tokens.start
                && match gap(owner.tokens.end, tokens.start) {
                    ["'s" | "’s" | "'" | "’"] => owner.kind.is_state_like(),
                    [] => owner.kind == MentionKind::Adjective,
                    _ => false,
                }
        });
        let behind = found.get(at + 1).filter(|owner| {
            owner.kind == MentionKind::State
                && tokens.end <= owner.tokens.start
                && matches!(gap(tokens.end, owner.tokens.start), ["of"] | ["of", "the"])
        });
        let owner = before.or(behind).and_then(|owner| owner.country);
        if let Some(country) = owner {
            give(words, &mut found[at], country);
        }
    }
    for mention in found.iter_mut().filter(|mention| mention.kind == MentionKind::Organization) {
        call_usual(words, mention);
    }
}

/// Gives an institution its country, and one of which each state has one a name of its own: "Ministry of Foreign
/// Affairs (Angola)".
fn give(words: &[&str], mention: &mut Mention, country: Country) {
    mention.country = Some(country);
    let own = without_article(words, mention);
    let told = || {
        let known = lexicon::longest(own)?;
        (known.kind == KnownKind::Organization && known.length == own.len()).then_some(known.name)
    };
    if let Some((usual, state)) = mention.known.take().or_else(told).zip(lexicon::state_name(country)) {
        mention.known = Some(format!("{usual} ({state})").into());
    }
}

/// Calls an institution by its usual name where its words are that and whose it is: "Iraqi Foreign Ministry", "Egypt's
/// foreign ministry".
pub(super) fn call_usual(words: &[&str], mention: &mut Mention) {
    let own = words.get(mention.tokens.clone()).unwrap_or_default();
    let Some(owner) = lexicon::longest(own) else { return };
    let length = match (owner.kind, own.get(owner.length)) {
        (KnownKind::Adjective, _) => owner.length,
        (KnownKind::State | KnownKind::City, Some(&("'s" | "’s"))) => owner.length + 1,
        _ => return,
    };
    let usual = usual(&own[length..]);
    if let Some((usual, country)) = usual.zip(owner.country) {
        mention.known = Some(usual);
        give(words, mention, country);
    }
}

/// Makes an institution that is told without its state that of the capital it sits in: "the foreign ministry in Oslo".
pub(super) fn seat(words: &[&str], mention: &mut Mention, capital: &Mention) {
    let usual = words.get(mention.name.clone()).and_then(usual);
    let country = capital.country.filter(|_| lexicon::is_capital(&words[capital.tokens.clone()].join(" ")));
    if let Some((usual, country)) = usual.zip(country) {
        mention.kind = MentionKind::Organization;
        mention.known = Some(usual);
        give(words, mention, country);
    }
}

/// The usual name of an institution of which each state has one, in small letters, too: "foreign ministry".
fn usual(words: &[&str]) -> Option<Cow<'static, str>> {
    let capitals: Vec<String> = words.iter().map(|word| with_capital(word)).collect();
    let capitals: Vec<&str> = capitals.iter().map(String::as_str).collect();
    let known = lexicon::longest(&capitals)?;
    let whole = known.kind == KnownKind::Organization && known.length == words.len();
    (whole && known.country.is_none()).then_some(known.name)
}

fn without_article<'w, 's>(words: &'w [&'s str], mention: &Mention) -> &'w [&'s str] {
    match words.get(mention.tokens.clone()).unwrap_or_default() {
        ["the" | "The", own @ ..] | own => own,
    }
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of an institution without the state whose it is.
pub fn without_owner(name: &str) -> &str {
    name.strip_suffix(')').and_then(|name| name.split_once(" (")).map_or(name, |(name, _)| name)
}

/// Whether an organisation is told by its words, or its usual name, to be a part of a state.
fn is_of_a_state(words: &[&str], mention: &Mention) -> bool {
    let own = without_article(words, mention);
    let usual = mention.known.as_deref();
    let first = usual.map_or(own.first().copied(), |usual| usual.split(' ').next());
    let last = usual.map_or(own.last().copied(), |usual| usual.split(' ').next_back());
    let begins = first.is_some_and(|first| HEADS.contains(&first.to_lowercase().as_str()));
    begins || usual.is_none() && last.is_some_and(is_institution)
}
