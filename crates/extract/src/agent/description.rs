//! Whom a description means: "the Turkish minister", "his counterpart", "the Lithuanian", "the official", "the former".
//!
//! It reads mentions and whom they mean already, no verbs. Invariant: looking back is bounded, and where nobody fits it
//! names nobody.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::Upos;

use super::{Focus, LATELY, gender_of, is_named_person, topic};
use crate::cast::{ActorNumber, Cast, office};
use crate::gazetteer::Gender;
use crate::mention::MentionKind;
use crate::text::Text;

/// Whose government "the government" is: of the state whose name or people the words before tell of last.
pub(super) fn governed_state(cast: &Cast, sentence: usize, token: usize) -> Option<ActorNumber> {
    (sentence.saturating_sub(LATELY)..=sentence).rev().find_map(|at| {
        let told = cast.in_sentence(at).filter(|(_, mention)| {
            (at < sentence || mention.tokens.end <= token)
                && matches!(mention.kind, MentionKind::State | MentionKind::Adjective | MentionKind::People)
        });
        let last = told.last()?.1;
        cast.state(last.country?)
    })
}

/// The persons whom a sentence names, where they are two.
pub(super) fn of_two(cast: &Cast, sentence: usize) -> Vec<ActorNumber> {
    let persons = cast.in_sentence(sentence).filter(|(_, mention)| mention.kind == MentionKind::Person);
    let mut actors: Vec<ActorNumber> = persons.filter_map(|(index, _)| cast.actor[index]).collect();
    actors.dedup();
    if actors.len() == 2 { actors } else { Vec::new() }
}

/// The last one whom a sentence names.
pub(super) fn last_of(cast: &Cast, sentence: usize) -> Option<ActorNumber> {
    let mut named = cast.in_sentence(sentence).collect::<Vec<_>>().into_iter().rev();
    named.find_map(|(index, mention)| {
        let actor = cast.actor[index]?;
        let place = matches!(mention.kind, MentionKind::City | MentionKind::Adjective | MentionKind::Venue);
        (!place).then_some(actor)
    })
}

/// Whom "the Lithuanian" means, with no noun behind it: the last person of that country.
pub(super) fn national(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    const REACH: usize = 60;
    let mention = &cast.mentions[index];
    let country = mention.country?;
    let sentence = &text.sentences[mention.sentence];
    let word = |at: usize| sentence.tokens.get(at).map_or("", |&token| text.word(token));
    let determined = mention.tokens.start.checked_sub(1).is_some_and(|at| matches!(word(at), "the" | "The"));
    let noun = sentence.parse.tokens.get(mention.tokens.end).is_some_and(|next| {
        matches!(next.upos, Upos::Noun | Upos::ProperNoun | Upos::Adjective | Upos::Numeral)
    });
    if !determined || noun || matches!(word(mention.tokens.end), "-" | "and" | "or" | "'s" | "’s") {
        return None;
    }
    let persons = (index.saturating_sub(REACH)..index)
        .rev()
        .filter_map(|at| (cast.mentions[at].kind == MentionKind::Person).then(|| cast.actor[at]).flatten());
    persons.into_iter().find(|&actor| cast.members[actor].country == Some(country))
}

/// Whom "the colonel" or "the Turkish minister" means: the last person of that office and country;
/// "the official": the last one without a name who is one.
pub(super) fn described(
    text: &Text<'_>,
    cast: &Cast,
    index: usize,
    focus: &Focus<'_>,
) -> Option<ActorNumber> {
    const REACH: usize = 60;
    let mention = &cast.mentions[index];
    if mention.offices.iter().any(|office| office == "counterpart") {
        return counterpart(text, cast, index, focus);
    }
    let words = text.slice(mention.sentence, mention.tokens.clone()).to_lowercase();
    let head = words.rsplit(' ').next().unwrap_or_default();
    let wanted = mention.offices.first().map_or(head, String::as_str);
    let from = index.saturating_sub(REACH);
    let before = || (from..index).rev().filter_map(|at| Some((at, cast.actor[at]?)));
    let mut earlier =
        before().filter(|&(at, _)| cast.mentions[at].kind == MentionKind::Person).map(|(_, actor)| actor);
    let of_country =
        |actor: ActorNumber| mention.country.is_none() || cast.members[actor].country == mention.country;
    let in_office =
        |actor: ActorNumber| cast.members[actor].offices.iter().any(|held| office::agrees(wanted, held));
    let told = |&actor: &ActorNumber| {
        of_country(actor) && (in_office(actor) || mention.country.is_some() && mention.offices.is_empty())
    };
    // Nobody before it: the one holder whom the text names at all.
    let alone = || {
        let mut holders = (0..cast.members.len())
            .filter(|&actor| is_named_person(cast, actor) && in_office(actor) && of_country(actor));
        let first = holders.next();
        if holders.next().is_some() { None } else { first }
    };
    let nameless = || {
        let mut unnamed = before()
            .map(|(_, actor)| actor)
            .filter(|&actor| cast.members[actor].kind == ActorKind::Unnamed && of_country(actor));
        unnamed.find(|&actor| cast.members[actor].name.split(' ').any(|word| word.eq_ignore_ascii_case(head)))
    };
    earlier.find(told).or_else(alone).or_else(nameless)
}

/// Whom "his Serbian counterpart" or "his host" means: the last person of that country, else the last
/// one who is not the one whose counterpart he is.
fn counterpart(text: &Text<'_>, cast: &Cast, index: usize, focus: &Focus<'_>) -> Option<ActorNumber> {
    const REACH: usize = 40;
    let mention = &cast.mentions[index];
    let persons = (index.saturating_sub(REACH)..index)
        .rev()
        .filter_map(|at| (cast.mentions[at].kind == MentionKind::Person).then(|| cast.actor[at]).flatten());
    let whose = text.slice(mention.sentence, mention.tokens.clone()).to_lowercase();
    let pronoun = match whose.split(' ').next() {
        Some("her") => Some("she"),
        Some("his") => Some("he"),
        _ => None,
    };
    let owner = pronoun.and_then(|pronoun| {
        let fits = |&actor: &ActorNumber| match pronoun {
            "she" => gender_of(cast, actor) != Gender::Male,
            _ => gender_of(cast, actor) != Gender::Female,
        };
        topic(text, cast, mention.sentence, pronoun, focus)
            .or_else(|| focus.person.map(|(actor, _)| actor))
            .filter(fits)
            .or_else(|| persons.clone().find(fits))
    });
    if let Some(country) = mention.country {
        let all = || (0..cast.members.len()).filter(|&actor| is_named_person(cast, actor));
        let theirs = |actor: &ActorNumber| cast.members[*actor].country == Some(country);
        let offices = |actor: ActorNumber| cast.members[actor].offices.iter();
        // A minister's counterpart is a minister, if the text has one, and no ambassador.
        let alike = |actor: &ActorNumber| {
            owner.is_some_and(|owner| {
                offices(owner).any(|own| offices(*actor).any(|held| office::agrees(own, held)))
            })
        };
        let lower = |actor: &ActorNumber| {
            offices(*actor).any(|held| held.starts_with("ambassador") || held.starts_with("spokes"))
        };
        let near: Vec<ActorNumber> = persons.filter(theirs).collect();
        let equal = near.iter().copied().find(alike).or_else(|| all().filter(theirs).find(alike));
        let other = || near.iter().copied().chain(all().filter(theirs)).find(|actor| !lower(actor));
        return equal.or_else(other);
    }
    let owner = owner?;
    // Of several, the one whom the text names beside the owner most.
    let together = |actor: ActorNumber| {
        let beside = |&at: &usize| {
            let sentence = cast.mentions[at].sentence;
            cast.in_sentence(sentence).any(|(other, _)| cast.actor[other] == Some(actor))
        };
        cast.members[owner].mentions.iter().filter(|at| beside(at)).count()
    };
    let others: Vec<ActorNumber> = persons.filter(|&actor| actor != owner).collect();
    others.into_iter().rev().max_by_key(|&actor| together(actor))
}

/// Whom "the official" means: the last one without a name, one of the same word before others.
pub(super) fn unnamed(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    let mention = &cast.mentions[index];
    let words = text.slice(mention.sentence, mention.tokens.clone());
    if !words.get(..4).is_some_and(|article| article.eq_ignore_ascii_case("the ")) || mention.tokens.len() > 2
    {
        return None;
    }
    let head = words.rsplit(' ').next().unwrap_or_default();
    let before = cast.mentions[index.saturating_sub(80)..index].iter().enumerate().rev();
    let before = before.map(|(at, other)| (index.saturating_sub(80) + at, other)).filter(|(at, other)| {
        other.kind == MentionKind::Unnamed
            && cast.actor.get(*at).copied().flatten().is_some()
            && other.tokens.len() > 1
    });
    let same = before.clone().find(|(_, other)| {
        other.tokens.len() > 2
            && text.slice(other.sentence, other.tokens.clone()).split(' ').any(|word| word == head)
    });
    same.and_then(|(at, _)| cast.actor[at])
}
