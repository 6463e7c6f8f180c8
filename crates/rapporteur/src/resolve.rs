//! From a name as people type it to the one record it means.
//!
//! It must not guess: where a name fits several records equally well, or none, it says so with the
//! choices. Invariant: what it returns exists in the store, or is a country.

use std::fmt;

use rapporteur_graph::{AsOf, Found, GraphError, Label, MatchKind};
use rapporteur_schema::{ActorId, ActorKind, Country, MeetingId, PlaceId, RecordId};

use crate::Error;

/// How many choices an error lists.
const CHOICES: usize = 8;

/// Where something happened: a place that a document names, or a country as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// A place, and those within it.
    Place(PlaceId),
    /// Every place of a country.
    Country(Country),
}

/// A name that does not lead to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// The name as typed.
    pub name: String,
    /// `actor`, `place` or `meeting`.
    pub what: &'static str,
    /// The records it may mean, the likeliest first.
    pub choices: Vec<Choice>,
    /// Whether the choices all fit; else none does and they are only near.
    pub ambiguous: bool,
}

/// A record that a name may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The record.
    pub id: RecordId,
    /// Its name.
    pub name: String,
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, what, choices, ambiguous } = self;
        match (ambiguous, choices.is_empty()) {
            (true, _) => write!(f, "`{name}` may be any of these; name one by its id:")?,
            (false, false) => write!(f, "no {what} is called `{name}`; the nearest are:")?,
            (false, true) => return write!(f, "no {what} is called `{name}`"),
        }
        choices.iter().try_for_each(|choice| write!(f, "\n  {}  {}", choice.id, choice.name))
    }
}

impl std::error::Error for Unresolved {}

/// The actor that a name, a surname, an alias or an id means, in a store as it is or as of a day.
///
/// # Errors
/// [`Unresolved`] with the choices, or what reading the store runs into.
pub fn actor<'s>(store: impl Into<AsOf<'s>>, name: &str) -> Result<ActorId, Error> {
    let found = found(store.into().find_actors(name), |actor| actor.kind == Some(ActorKind::State))?;
    one(found, name, "actor")
}

/// The country or place that a name or an id means, in a store as it is or as of a day.
///
/// # Errors
/// [`Unresolved`] with the choices, or what reading the store runs into.
pub fn place<'s>(store: impl Into<AsOf<'s>>, name: &str) -> Result<Where, Error> {
    let store = store.into();
    let is_id = name.parse::<PlaceId>().is_ok();
    if let Some(country) = if is_id { None } else { store.find_country(name)? } {
        return Ok(Where::Country(country));
    }
    let found = found(store.find_places(name), |_| false)?;
    one(found, name, "place").map(Where::Place)
}

/// The meeting that an id or words of its name mean, in a store as it is or as of a day.
///
/// # Errors
/// [`Unresolved`] with the choices, or what reading the store runs into.
pub fn meeting<'s>(store: impl Into<AsOf<'s>>, name: &str) -> Result<MeetingId, Error> {
    if let Ok(id) = name.parse::<MeetingId>() {
        return Ok(id);
    }
    let named = store.into().meetings_named(name)?;
    if let [(only, _)] = named.as_slice() {
        return Ok(only.clone());
    }
    let ambiguous = !named.is_empty();
    let choices = named.into_iter().take(CHOICES).map(|(id, name)| Choice { id: id.into(), name }).collect();
    Err(Unresolved { name: name.to_owned(), what: "meeting", choices, ambiguous }.into())
}

/// A record found: how well, its id, its name, and whether it goes before its equals.
type Candidate<I> = (MatchKind, I, String, bool);

fn found<I, K>(
    found: Result<Vec<Found<Label<I, K>>>, GraphError>,
    goes_first: impl Fn(&Label<I, K>) -> bool,
) -> Result<Vec<Candidate<I>>, GraphError> {
    let candidate = |found: Found<Label<I, K>>| {
        let first = goes_first(&found.label);
        (found.how, found.label.id, found.label.name, first)
    };
    Ok(found?.into_iter().map(candidate).collect())
}

fn one<I: Clone + Into<RecordId>>(
    candidates: Vec<Candidate<I>>,
    name: &str,
    what: &'static str,
) -> Result<I, Error> {
    let best = candidates.iter().map(|candidate| candidate.0).min().filter(|how| how.is_exact());
    let fitting: Vec<&Candidate<I>> =
        candidates.iter().filter(|candidate| Some(candidate.0) == best).collect();
    // "Russia" is the state before it is the delegation of the same name.
    let first: Vec<&Candidate<I>> = fitting.iter().copied().filter(|candidate| candidate.3).collect();
    match (fitting.as_slice(), first.as_slice()) {
        ([only], _) | (_, [only]) => Ok(only.1.clone()),
        _ => {
            let ambiguous = !fitting.is_empty();
            let choices = if ambiguous { fitting } else { candidates.iter().collect() };
            let choice = |candidate: &&Candidate<I>| Choice {
                id: candidate.1.clone().into(),
                name: candidate.2.clone(),
            };
            let choices = choices.iter().take(CHOICES).map(choice).collect();
            Err(Unresolved { name: name.to_owned(), what, choices, ambiguous }.into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn candidate(how: MatchKind, slug: &str, first: bool) -> Candidate<ActorId> {
        (how, ActorId::from_text(slug), slug.to_owned(), first)
    }

    #[test]
    fn the_best_fit_wins_and_equals_are_listed() {
        let one = |candidates: Vec<Candidate<ActorId>>| one(candidates, "n", "actor");
        let best =
            one(vec![candidate(MatchKind::Surname, "a", false), candidate(MatchKind::Part, "b", false)]);
        assert_eq!(best.unwrap().as_str(), "actor/a");
        let state = one(vec![candidate(MatchKind::Name, "a", false), candidate(MatchKind::Name, "b", true)]);
        assert_eq!(state.unwrap().as_str(), "actor/b");
        let equals =
            one(vec![candidate(MatchKind::Surname, "a", false), candidate(MatchKind::Surname, "b", false)]);
        let said = equals.unwrap_err().to_string();
        assert!(said.contains("actor/a") && said.contains("actor/b") && said.contains("by its id"), "{said}");
    }

    #[test]
    fn what_is_only_near_is_not_taken() {
        let said = one(vec![candidate(MatchKind::Similar(1), "fidan", false)], "fiden", "actor");
        assert_eq!(
            said.unwrap_err().to_string(),
            "no actor is called `fiden`; the nearest are:\n  actor/fidan  fidan"
        );
        let said = one(Vec::<Candidate<ActorId>>::new(), "x", "actor").unwrap_err();
        assert_eq!(said.to_string(), "no actor is called `x`");
    }
}
