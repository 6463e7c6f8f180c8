//! Whom a personal pronoun means: "he", "she", "they".
//!
//! It reads mentions and whom they mean already, and who spoke last. Invariant: looking back is bounded, and a man is no
//! "she".

use std::cell::LazyCell;

use rapporteur_schema::ActorKind;
use rapporteur_syntax::Relation;

use super::{Agent, Focus, LATELY, gender_of, is_named_person, life};
use crate::cast::{ActorNumber, Cast};
use crate::gazetteer::Gender;
use crate::mention::MentionKind;
use crate::mention::described::is_institution;
use crate::text::{BlockKind, Text};

/// How many sentences back a pronoun may reach.
const REACH: usize = 5;
/// How many sentences back where all of them say "he".
const CHAIN: usize = 40;

/// Whom a personal pronoun means: a person before it in its sentence, the last speaker of its
/// block, else the first fitting one of the nearest sentence before.
pub fn pronoun(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    before: &[Agent],
    word: &str,
    focus: &Focus<'_>,
) -> Option<ActorNumber> {
    let is_kind = |actor: ActorNumber| match word {
        "he" | "him" => is_person(cast, actor) && gender_of(cast, actor) != Gender::Female,
        "she" | "her" => is_person(cast, actor) && gender_of(cast, actor) != Gender::Male,
        "they" | "it" => !is_named_person(cast, actor),
        _ => false,
    };
    let fits = |actor: ActorNumber| focus.own != Some(actor) && is_kind(actor);
    // "The deputy sent Mrs Obi. She said": of whom it is known that she is one, rather than of whom nothing is.
    if matches!(word, "she" | "her")
        && let Some(actor) = known_woman(text, cast, sentence, before, focus)
    {
        return Some(actor);
    }
    let own = || before.iter().filter(|agent| fits(agent.actor));
    // "Of his meeting with Putin he said": whom a preposition governs is seldom meant.
    if let Some(agent) = own().find(|agent| !is_governed(text, sentence, agent.tokens.start)) {
        return Some(agent.actor);
    }
    // "The members of the Council regretted ... They called on both": the subject of the sentence before.
    if word == "they"
        && let Some(actor) = body_before(text, cast, sentence, "They")
    {
        return Some(actor);
    }
    // "Trump did not say yes. “I can see it happening,” he replied": the subject of the sentence before.
    if matches!(word, "he" | "she" | "him" | "her")
        && let Some(actor) = topic(text, cast, sentence, word, focus)
        && fits(actor)
    {
        return Some(actor);
    }
    if let Some((actor, spoken)) = focus.person
        && (text.sentences[spoken].block == text.sentences[sentence].block || spoken + LATELY >= sentence)
        && fits(actor)
    {
        return Some(actor);
    }
    if let Some(agent) = own().next() {
        return Some(agent.actor);
    }
    // Of few women a text speaks of long: "she" is whom it has called so by her name, rather than one
    // nearer of whom it is not known.
    if matches!(word, "she" | "her")
        && let Some(actor) = woman(cast, sentence)
    {
        return Some(actor);
    }
    let mut earlier = (sentence.saturating_sub(REACH)..sentence).rev();
    let near = earlier.find_map(|at| {
        let named = || {
            cast.in_sentence(at)
                .filter(|(_, mention)| {
                    mention.kind != MentionKind::Adjective && !focus.is_quoted(at, mention.tokens.start)
                })
                .filter_map(|(index, mention)| Some((mention, cast.actor.get(index).copied().flatten()?)))
                .filter(|&(_, actor)| fits(actor))
        };
        let free = named().find(|(mention, _)| !is_governed(text, at, mention.tokens.start));
        free.or_else(|| named().next()).map(|(_, actor)| actor)
    });
    near.or_else(|| focus.person.map(|(actor, _)| actor).filter(|&actor| fits(actor)))
}

/// The one woman named in this sentence or the one before it in its paragraph, where who stands there as the subject or
/// spoke last is not known to be one.
fn known_woman(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    before: &[Agent],
    focus: &Focus<'_>,
) -> Option<ActorNumber> {
    let last =
        sentence.checked_sub(1).filter(|&at| text.sentences[at].block == text.sentences[sentence].block)?;
    let named = cast.in_sentence(last).filter(|(_, mention)| {
        mention.kind == MentionKind::Person && !focus.is_quoted(last, mention.tokens.start)
    });
    let named = named.filter_map(|(index, _)| cast.actor.get(index).copied().flatten());
    let own = before.iter().map(|agent| agent.actor);
    let mut women: Vec<ActorNumber> = own.chain(named).filter(|&actor| is_woman(cast, actor)).collect();
    women.sort_unstable();
    women.dedup();
    let spoke = focus.person.is_some_and(|(actor, _)| is_woman(cast, actor));
    match women[..] {
        [only] if !spoke && subject(text, cast, last).is_none_or(|actor| !is_woman(cast, actor)) => {
            Some(only)
        }
        _ => None,
    }
}

/// The woman named last in the sentences before.
fn woman(cast: &Cast, sentence: usize) -> Option<ActorNumber> {
    const FAR: usize = 25;
    (sentence.saturating_sub(FAR)..sentence).rev().find_map(|at| {
        let named = cast.in_sentence(at).filter(|(_, mention)| mention.kind == MentionKind::Person);
        let mut actors = named.filter_map(|(index, _)| cast.actor.get(index).copied().flatten());
        actors.find(|&actor| is_woman(cast, actor))
    })
}

fn is_woman(cast: &Cast, actor: ActorNumber) -> bool {
    is_named_person(cast, actor) && gender_of(cast, actor) == Gender::Female
}

/// Whether a preposition stands before the words at a token: "with Putin", "to the minister".
fn is_governed(text: &Text<'_>, sentence: usize, token: usize) -> bool {
    const GOVERNS: &[&str] = &[
        "with",
        "to",
        "of",
        "by",
        "from",
        "for",
        "at",
        "in",
        "on",
        "alongside",
        "against",
        "about",
        "between",
        "beside",
        "after",
        "before",
        "over",
        "under",
        "like",
        "than",
        "through",
        "via",
        "towards",
        "behind",
    ];
    let tokens = &text.sentences[sentence].tokens;
    let word = |back: usize| {
        let at = token.checked_sub(back)?;
        Some(text.word(*tokens.get(at)?).to_lowercase())
    };
    let first = word(1).unwrap_or_default();
    let determined = matches!(first.as_str(), "the" | "a" | "an" | "his" | "her" | "their" | "its");
    let before = if determined { word(2).unwrap_or_default() } else { first };
    GOVERNS.contains(&before.as_str())
}

/// The subject of the sentence before; where that is the same pronoun, or another's words, of the one
/// before it.
pub(super) fn topic(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    word: &str,
    focus: &Focus<'_>,
) -> Option<ActorNumber> {
    let section = text.block_of(sentence).section;
    let mut reach = REACH;
    let life = LazyCell::new(|| life::told_of(text, cast));
    for before in (sentence.saturating_sub(CHAIN)..sentence).rev() {
        if reach == 0 {
            return None;
        }
        // A new paragraph of a life goes on with whose it is.
        if text.sentences[before].block != text.sentences[sentence].block
            && let Some(actor) = *life
        {
            return Some(actor);
        }
        let block = text.block_of(before);
        if block.section != section || !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) {
            return None;
        }
        reach -= 1;
        if focus.is_all_quoted(before) {
            continue;
        }
        let parse = &text.sentences[before].parse;
        let root = parse.root().filter(|&root| !focus.is_quoted(before, root));
        let subjects = root.into_iter().flat_map(|root| parse.subjects(root));
        let pronoun = subjects
            .filter_map(|subject| text.sentences[before].tokens.get(subject))
            .any(|&token| text.word(token).eq_ignore_ascii_case(word));
        let spoke = || focus.person.filter(|&(_, spoken)| spoken == before).map(|(actor, _)| actor);
        let named = root.and_then(|_| subject(text, cast, before)).or_else(spoke);
        if named.is_some() || !pronoun && text.sentences[before].block == text.sentences[sentence].block {
            return named;
        }
        // "He studied in Riga. He met her there. He retired": of whom it goes on and on.
        reach += usize::from(pronoun);
    }
    None
}

fn is_prose(text: &Text<'_>, block: usize) -> bool {
    text.blocks[block].kind == BlockKind::Paragraph
}

/// Which state or organisation "it" at a token means, that says something: the subject of its sentence or of the one
/// before, else the one that spoke last.
pub(super) fn it(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    at: usize,
    focus: &Focus<'_>,
) -> Option<ActorNumber> {
    let parse = &text.sentences[sentence].parse;
    // "Iran, it said, had paid": what is told of Iran is told by another.
    let word = |at: usize| text.word(text.sentences[sentence].tokens[at]);
    let joined = at.checked_sub(1).is_some_and(|before| matches!(word(before), "and" | "but" | ";"));
    let own = || {
        let subject = parse.subjects(parse.root()?).next().filter(|&subject| joined && subject < at)?;
        cast.actor_at(sentence, subject).filter(|&actor| is_body(cast, actor))
    };
    let spoke = || focus.body.filter(|&(_, spoken)| spoken + LATELY >= sentence).map(|(actor, _)| actor);
    let same_block = sentence
        .checked_sub(1)
        .is_some_and(|before| text.sentences[before].block == text.sentences[sentence].block);
    let before = || body_before(text, cast, sentence, "It").filter(|_| same_block);
    own().or_else(before).or_else(spoke)
}

fn is_body(cast: &Cast, actor: ActorNumber) -> bool {
    matches!(cast.members[actor].kind, ActorKind::State | ActorKind::Organization)
}

/// The state or organisation that is the subject of the sentence before, by itself or by its members; a chain of sentences
/// with the pronoun goes on with the first of them.
fn body_before(text: &Text<'_>, cast: &Cast, sentence: usize, pronoun: &str) -> Option<ActorNumber> {
    let mut before = sentence.checked_sub(1)?;
    for _ in 0..REACH {
        let word = text.sentences[before].tokens.first().map_or("", |&token| text.word(token));
        if word != pronoun || before == 0 {
            break;
        }
        before -= 1;
    }
    if !is_prose(text, text.sentences[before].block) {
        return None;
    }
    let parse = &text.sentences[before].parse;
    let subject = parse.subjects(parse.root()?).next()?;
    let members =
        matches!(parse.tokens[subject].lemma.as_str(), "member" | "minister" | "leader" | "delegate")
            .then(|| parse.children(subject).filter(|&child| child > subject))
            .into_iter()
            .flatten();
    let mut named = std::iter::once(subject).chain(members).filter_map(|at| cast.actor_at(before, at));
    named.find(|&actor| is_body(cast, actor))
}

/// The person who is the subject of a sentence's main verb.
fn subject(text: &Text<'_>, cast: &Cast, sentence: usize) -> Option<ActorNumber> {
    let parse = &text.sentences[sentence].parse;
    let root = parse.root()?;
    let of = |verb: usize| {
        let (index, mention) = cast.mention_at(sentence, parse.subjects(verb).next()?)?;
        Some((mention, cast.actor.get(index).copied().flatten()?))
    };
    // "The minister spoke with both, an official said": it is the minister of whom that was told.
    let told = parse
        .children_by(root, Relation::ClausalComplement)
        .find(|&clause| clause < root)
        .and_then(of)
        .filter(|(mention, _)| mention.kind == MentionKind::Person);
    let (mention, actor) = match (of(root), told) {
        (Some((teller, _)), Some(told)) if teller.kind == MentionKind::Unnamed => told,
        (said, _) => said?,
    };
    let names = match mention.kind {
        MentionKind::Person | MentionKind::Unnamed => true,
        MentionKind::Described => is_named_person(cast, actor),
        _ => false,
    };
    names.then_some(actor)
}

fn is_person(cast: &Cast, actor: ActorNumber) -> bool {
    cast.members.get(actor).is_some_and(|member| match member.kind {
        ActorKind::Person => true,
        // "the participants" is no he and no she.
        ActorKind::Unnamed => {
            // Nor is he who asked: "when a reporter pressed him, he replied".
            let head = member.name.rsplit(' ').next().unwrap_or_default();
            !member.name.ends_with('s')
                && !is_institution(head)
                && !member.name.ends_with("reporter")
                && !member.name.ends_with("journalist")
        }
        _ => false,
    })
}
