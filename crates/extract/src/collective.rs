//! Several who are spoken of together: "the two sides", "both governments", "the ministers", "they".
//!
//! Reads the grammar of one sentence and the mentions before it. Invariant: looking back is bounded, so a
//! text is read in linear time; one actor alone is never several.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::Relation;

use crate::cast::{ActorNumber, Cast};
use crate::mention::{MentionKind, handle};
use crate::text::Text;

/// How many sentences before are searched for whom they may mean.
const REACH: usize = 30;

/// What is spoken of together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// States and organisations.
    Bodies,
    /// Persons.
    Persons,
}

/// Nouns for states and organisations, in the plural or under "both".
const BODIES: &[&str] = &[
    "side",
    "party",
    "country",
    "government",
    "nation",
    "state",
    "neighbour",
    "neighbor",
    "delegation",
    "capital",
    "ministry",
    "team",
    "republic",
    "rival",
    "belligerent",
    "signatory",
    "people",
    "army",
];
/// Nouns for persons.
const PERSONS: &[&str] = &[
    "leader",
    "minister",
    "president",
    "premier",
    "negotiator",
    "envoy",
    "ambassador",
    "delegate",
    "general",
    "commander",
    "chief",
    "official",
    "man",
    "woman",
    "king",
    "head",
    "representative",
    "statesman",
    "diplomat",
    "counterpart",
    "chancellor",
    "secretary",
];

/// Whom the noun or pronoun at a token means, where it means several and names none: the two states or
/// persons of the sentences before it, those of its paragraph before others.
pub(crate) fn members(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    head: usize,
) -> Option<Vec<ActorNumber>> {
    let (kind, count) = several(text, sentence, head).or_else(|| pronoun(text, cast, sentence, head))?;
    let within = named_within(text, cast, sentence, head, kind);
    if within.len() > 1 {
        return Some(within);
    }
    latest(text, cast, sentence, kind, count)
}

/// Whom "the ministers" at a token means: those of the sentence before it, in its paragraph, who are told there to hold that
/// office.
pub(crate) fn holders(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    head: usize,
) -> Option<Vec<ActorNumber>> {
    /// A sentence that names more is a list, and asked again for each verb behind it.
    const MOST: usize = 40;
    let (Kind::Persons, _) = several(text, sentence, head)? else { return None };
    let block = text.sentences[sentence].block;
    let before = sentence.checked_sub(1).filter(|&before| {
        text.sentences[before].block == block && cast.in_sentence(before).take(MOST + 1).count() <= MOST
    })?;
    let office = text.sentences[sentence].parse.tokens[head].lemma.as_str();
    let mut found = named(text, cast, before, Kind::Persons);
    found.retain(|&actor| cast.members[actor].offices.iter().any(|held| held.ends_with(office)));
    (found.len() > 1).then_some(found)
}

/// What the words at a token speak of together, and how many they are.
fn several(text: &Text<'_>, sentence: usize, head: usize) -> Option<(Kind, usize)> {
    let parse = &text.sentences[sentence].parse;
    let token = parse.tokens.get(head)?;
    let word = |at: usize| text.word(text.sentences[sentence].tokens[at]).to_lowercase();
    let own = word(head);
    let kind = if BODIES.contains(&token.lemma.as_str()) {
        Kind::Bodies
    } else if PERSONS.contains(&token.lemma.as_str()) {
        Kind::Persons
    } else {
        return None;
    };
    let mut count = None;
    let mut definite = false;
    for child in parse.children(head).filter(|&child| child < head) {
        let modifier = word(child);
        match modifier.as_str() {
            "both" => (count, definite) = (Some(2), true),
            "the" | "these" | "those" => definite = true,
            "foreign" | "prime" | "contracting" | "warring" | "defence" | "opposing" | "neighbouring"
            | "rival" | "negotiating" | "deputy" => {}
            _ => match number(&modifier) {
                Some(number) => count = Some(number),
                None => return None,
            },
        }
    }
    let plural = own.ends_with('s') || matches!(own.as_str(), "men" | "women");
    // "Ministers agreed", as communiqués have it, beside "the ministers".
    let bare =
        matches!(token.lemma.as_str(), "minister" | "leader" | "party" | "side" | "delegation") && head == 0;
    (plural && (definite || bare || count.is_some())).then_some((kind, count.unwrap_or(2)))
}

/// What "they", "both" or "the three" go on with: the subject of the sentence before, where it is several.
fn pronoun(text: &Text<'_>, cast: &Cast, sentence: usize, head: usize) -> Option<(Kind, usize)> {
    let word = |at: usize| text.word(*text.sentences[sentence].tokens.get(at)?).to_lowercase().into();
    let own: String = word(head)?;
    let determined = head.checked_sub(1).and_then(word).is_some_and(|word: String| word == "the");
    let counted = number(&own).filter(|_| determined);
    if !matches!(own.as_str(), "they" | "both" | "each") && counted.is_none() {
        return None;
    }
    let mut before = sentence.checked_sub(1)?;
    for _ in 0..4 {
        let parse = &text.sentences[before].parse;
        let subject = parse.root().and_then(|root| parse.understood_subject(root));
        let Some(subject) = subject else { break };
        if let Some(found) = several(text, before, subject) {
            return Some(found);
        }
        let again = text.sentences[before]
            .tokens
            .get(subject)
            .is_some_and(|&token| matches!(text.word(token).to_lowercase().as_str(), "they" | "both"));
        if !again {
            let joined = std::iter::once(subject).chain(parse.conjuncts(subject));
            let actors: Vec<ActorNumber> = joined.filter_map(|at| cast.actor_at(before, at)).collect();
            let persons = actors.iter().all(|&actor| cast.members[actor].kind == ActorKind::Person);
            let kind = if persons { Kind::Persons } else { Kind::Bodies };
            if actors.len() > 1 {
                return Some((kind, actors.len()));
            }
            // "Obi met Lund. They agreed": one who met another, and he.
            let met = parse.root().is_some_and(|root| {
                matches!(
                    parse.tokens[root].lemma.as_str(),
                    "meet" | "receive" | "host" | "welcome" | "greet" | "join"
                )
            });
            let both = named(text, cast, before, Kind::Persons);
            if own == "they" && met && persons && both.len() == 2 {
                return Some((Kind::Persons, 2));
            }
            break;
        }
        before = before.checked_sub(1)?;
    }
    counted
        .filter(|_| own != "one")
        .map(|count| (Kind::Persons, count))
        .or((own == "both").then_some((Kind::Persons, 2)))
}

fn number(word: &str) -> Option<usize> {
    ["two", "three", "four", "five", "six", "seven", "eight"]
        .iter()
        .position(|number| *number == word)
        .map(|at| at + 2)
}

/// Those named within the phrase itself: "the foreign ministers of Peru and Chile".
fn named_within(text: &Text<'_>, cast: &Cast, sentence: usize, head: usize, kind: Kind) -> Vec<ActorNumber> {
    let parse = &text.sentences[sentence].parse;
    let mut found = Vec::new();
    let named = parse
        .children(head)
        .filter(|&child| {
            matches!(parse.tokens[child].relation, Relation::NominalModifier | Relation::Apposition)
        })
        .flat_map(|child| std::iter::once(child).chain(parse.conjuncts(child)));
    for at in named {
        for actor in cast
            .actor_at(sentence, at)
            .into_iter()
            .filter(|&actor| is_of(cast, actor, kind) || is_body(cast, actor))
        {
            if !found.contains(&actor) {
                found.push(actor);
            }
        }
    }
    found
}

fn is_body(cast: &Cast, actor: ActorNumber) -> bool {
    matches!(cast.members[actor].kind, ActorKind::State | ActorKind::Organization | ActorKind::Delegation)
}

fn is_of(cast: &Cast, actor: ActorNumber, kind: Kind) -> bool {
    match kind {
        Kind::Bodies => is_body(cast, actor) && !cast.members[actor].is_outlet,
        Kind::Persons => cast.members[actor].kind == ActorKind::Person && !speaks_for_others(cast, actor),
    }
}

/// Whether somebody is told of only as the mouth of others: "the two ministers" are never a spokeswoman.
fn speaks_for_others(cast: &Cast, actor: ActorNumber) -> bool {
    const MOUTHS: &[&str] = &["spokes", "press secretary", "correspondent", "reporter", "interpreter"];
    let offices = &cast.members[actor].offices;
    let mouth = |office: &String| MOUTHS.iter().any(|mouth| office.contains(mouth));
    !offices.is_empty() && offices.iter().all(mouth)
}

/// The states, organisations or persons that a sentence names, each once; the states of persons among them.
fn named(text: &Text<'_>, cast: &Cast, sentence: usize, kind: Kind) -> Vec<ActorNumber> {
    let mut found: Vec<ActorNumber> = Vec::new();
    for (index, mention) in cast.in_sentence(sentence) {
        if matches!(
            mention.kind,
            MentionKind::City | MentionKind::Region | MentionKind::Venue | MentionKind::Outlet
        ) || crate::agent::is_whereabouts(text, mention)
        {
            continue;
        }
        let Some(actor) = cast.actor[index] else { continue };
        let member = &cast.members[actor];
        let actor = match (kind, member.kind) {
            (Kind::Bodies, ActorKind::Person | ActorKind::Unnamed) => {
                member.country.and_then(|country| cast.state(country))
            }
            _ => Some(actor),
        };
        if let Some(actor) = actor.filter(|&actor| is_of(cast, actor, kind) && !found.contains(&actor)) {
            found.push(actor);
        }
    }
    found
}

/// So many of them as the sentences before name: all of the nearest sentence of the paragraph that names
/// just so many, else those that the section names most.
fn latest(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    kind: Kind,
    count: usize,
) -> Option<Vec<ActorNumber>> {
    let block = text.sentences[sentence].block;
    let section = text.blocks[block].section;
    let mut tally: Vec<(usize, ActorNumber)> = Vec::new();
    for before in (sentence.saturating_sub(REACH)..sentence).rev() {
        // Who posts is told above the words, and not in them.
        if handle::heading(text, before).is_some() {
            continue;
        }
        let here = named(text, cast, before, kind);
        if text.sentences[before].block == block && here.len() == count && distinct(cast, &here) {
            return Some(here);
        }
        if text.block_of(before).section != section && tally.len() >= count {
            break;
        }
        for actor in here {
            match tally.iter_mut().find(|(_, known)| *known == actor) {
                Some((times, _)) => *times += 1,
                None => tally.push((1, actor)),
            }
        }
    }
    // Of equals the one named nearer, which came first; stable.
    tally.sort_by_key(|&(times, _)| std::cmp::Reverse(times));
    let mut found: Vec<ActorNumber> = Vec::new();
    for (_, actor) in tally {
        // A state and its embassy are one side.
        if found.len() < count && distinct(cast, &[found.as_slice(), &[actor]].concat()) {
            found.push(actor);
        }
    }
    (found.len() > 1).then_some(found)
}

/// Whether no two of them are of one country.
fn distinct(cast: &Cast, actors: &[ActorNumber]) -> bool {
    actors.iter().enumerate().all(|(at, &one)| {
        let country = cast.members[one].country;
        country.is_none() || actors[..at].iter().all(|&other| cast.members[other].country != country)
    })
}
