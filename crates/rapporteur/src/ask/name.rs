//! Names in a question: which run of words an actor or a place of the store bears.
//!
//! It must not know what is asked. Invariant: a name that is taken stands in the store, or is a state that
//! the gazetteer knows under this name and the store under another.

use rapporteur_extract::gazetteer::{Sense, lookup, normalize};
use rapporteur_graph::{AsOf, MatchKind};
use rapporteur_schema::{ActorId, Country};

use super::cue::{Cue, cue};
use super::word::{Word, capitalised};
use crate::Error;
use crate::resolve::{self, Where};

/// The most words of a name.
const LONGEST: usize = 6;

/// A name in a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    /// As typed, or the usual name of a state where another form was typed.
    pub(super) typed: String,
    /// Whether an actor may bear it, and which, where it is one.
    pub(super) actor: Bearer<ActorId>,
    /// Whether a place may bear it, and which, where it is one.
    pub(super) place: Bearer<Where>,
    /// The state whose adjective, people or city it is.
    pub(super) state: Option<ActorId>,
    /// Its country.
    pub(super) country: Option<Country>,
    /// Whether it is the adjective of a state, or its people.
    pub(super) is_people: bool,
}

/// Who or what bears a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Bearer<T> {
    /// Nobody.
    None,
    /// One.
    One(T),
    /// Several, and the text that lists them.
    Several(Box<resolve::Unresolved>),
}

impl<T> Bearer<T> {
    pub(super) const fn is_some(&self) -> bool {
        !matches!(self, Self::None)
    }
}

/// The longest name of several words that begins here, and how many words it takes.
pub(super) fn of_several(
    store: AsOf<'_>,
    question: &str,
    words: &[Word<'_>],
) -> Result<Option<(usize, Name)>, Error> {
    let run = words.iter().take(LONGEST).take_while(|word| !word.is_mark()).count();
    for length in (2..=run).rev() {
        let span = &words[..length];
        // "Foreign Minister" before a name is its title, though someone may be called by it alone.
        let only_titles = span.iter().all(|word| cue(&word.lower) == Some(Cue::Title));
        if only_titles || !may_bound(&span[0]) || !may_bound(&span[length - 1]) {
            continue;
        }
        if let Some(name) = name(store, &question[span[0].start..span[length - 1].end], span)? {
            return Ok(Some((length, name)));
        }
    }
    Ok(None)
}

/// The name that one word is.
pub(super) fn of_one(store: AsOf<'_>, word: &Word<'_>) -> Result<Option<Name>, Error> {
    name(store, word.text, std::slice::from_ref(word))
}

/// The actor whose name sounds like a word: `Zelenskyy` for `Zelensky`.
pub(super) fn by_sound(store: AsOf<'_>, word: &Word<'_>) -> Result<Option<Name>, Error> {
    let sounds = store.find_actors(word.text)?.first().is_some_and(|found| found.how == MatchKind::Sound);
    let actor = if sounds { bearer(resolve::actor(store, word.text))? } else { Bearer::None };
    let typed = word.text.to_owned();
    let name = Name { typed, actor, place: Bearer::None, state: None, country: None, is_people: false };
    Ok(name.actor.is_some().then_some(name))
}

/// Whether a name may begin or end with a word: not with one that only holds a sentence together.
fn may_bound(word: &Word<'_>) -> bool {
    // "The" and "of" are within names, and "Will" and "May" begin them; at the ends the small words are not.
    !matches!(cue(&word.lower), Some(Cue::Filler))
        || word.text.starts_with(char::is_uppercase) && word.lower.len() > 3
}

fn name(store: AsOf<'_>, typed: &str, span: &[Word<'_>]) -> Result<Option<Name>, Error> {
    let whole = |how: MatchKind, name: &str| fits(how, name, span);
    let actors = store.actors_named(typed)?.into_iter().any(|found| whole(found.how, &found.name));
    let places = store.places_named(typed)?.into_iter().any(|found| whole(found.how, &found.name));
    let known = lookup(typed).next().or_else(|| lookup(&capitalised(typed)).next());
    let known = known.filter(|entry| {
        use Sense::{Adjective, Capital, Citizen, Citizens, City, Country, FormerCountry};
        matches!(entry.sense, Country | FormerCountry | Adjective | Citizen | Citizens | Capital | City)
    });
    // A lower-case "march" or "nice" is no city: without a capital letter only states and their peoples count.
    let known = known.filter(|entry| {
        !matches!(entry.sense, Sense::City | Sense::Capital) || typed.starts_with(char::is_uppercase)
    });
    if !actors && !places && known.is_none() {
        return Ok(None);
    }
    let mut typed = typed.to_owned();
    let mut actor = if actors { bearer(resolve::actor(store, &typed))? } else { Bearer::None };
    let mut place = if places || actors { bearer(resolve::place(store, &typed))? } else { Bearer::None };
    let is_people = known
        .as_ref()
        .is_some_and(|entry| matches!(entry.sense, Sense::Adjective | Sense::Citizen | Sense::Citizens));
    let state = match &known {
        Some(entry) => match bearer(resolve::actor(store, entry.name))? {
            Bearer::One(state) => Some(state),
            _ => None,
        },
        None => None,
    };
    if let Some(entry) = &known {
        let means_state = !matches!(entry.sense, Sense::City);
        if means_state && !actor.is_some() && state.is_some() {
            actor = state.clone().map_or(Bearer::None, Bearer::One);
            // So that the command printed means the same.
            if !place.is_some() {
                typed = entry.name.to_owned();
            }
        }
        if !place.is_some() && matches!(entry.sense, Sense::Country | Sense::Adjective) {
            place = bearer(resolve::place(store, entry.name))?;
        }
        if !actor.is_some() && !place.is_some() {
            return Ok(None);
        }
    }
    let country = known.and_then(|entry| entry.country);
    Ok(Some(Name { typed, actor, place, state, country, is_people }))
}

/// Whether what was found is meant: a part of a name only where its words are typed whole.
fn fits(how: MatchKind, name: &str, span: &[Word<'_>]) -> bool {
    match how {
        MatchKind::Id | MatchKind::Name | MatchKind::Alias | MatchKind::Surname => true,
        MatchKind::Part => {
            let name = normalize(name);
            let words: Vec<&str> = name.split(' ').collect();
            let whole =
                span.iter().all(|word| normalize(word.text).split(' ').all(|part| words.contains(&part)));
            let is_cue = |word: &Word<'_>| !matches!(cue(&word.lower), None | Some(Cue::Title));
            // "joint" is no first name; "Joint" may be.
            let is_typed_as_name = span.len() > 1 || span[0].text.starts_with(char::is_uppercase);
            whole && is_typed_as_name && !span.iter().any(is_cue)
        }
        MatchKind::Sound | MatchKind::Similar(_) => false,
    }
}

fn bearer<T>(found: Result<T, Error>) -> Result<Bearer<T>, Error> {
    match found {
        Ok(one) => Ok(Bearer::One(one)),
        Err(Error::Unresolved(unresolved)) if unresolved.ambiguous => {
            Ok(Bearer::Several(Box::new(unresolved)))
        }
        Err(Error::Unresolved(_)) => Ok(Bearer::None),
        Err(other) => Err(other),
    }
}
