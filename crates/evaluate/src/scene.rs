//! Gold and records side by side: which found actor is which of the gold, and what follows of places
//! and countries.
//!
//! Invariant: a found actor is linked to one key at most, by name alone.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer::{Answer, Meeting};
use crate::fold::fold;
use crate::gold::{Gold, GoldMeeting};

/// Keys of actors of the gold.
pub(crate) type Keys<'a> = BTreeSet<&'a str>;

/// Most places, each within the next, that are looked at.
const DEPTH: usize = 6;

pub(crate) struct Scene<'a> {
    pub(crate) gold: &'a Gold,
    pub(crate) answer: &'a Answer,
    linked: BTreeMap<&'a str, &'a str>,
    states: BTreeMap<&'a str, &'a str>,
}

impl<'a> Scene<'a> {
    pub(crate) fn new(gold: &'a Gold, answer: &'a Answer) -> Self {
        let mut names: BTreeMap<String, &str> = BTreeMap::new();
        for (key, actor) in &gold.actors {
            for name in &actor.names {
                names.entry(fold(name)).or_insert(key);
            }
        }
        let mut linked = BTreeMap::new();
        for actor in &answer.actors {
            let mut called = std::iter::once(actor.name.as_deref().unwrap_or_default())
                .chain(actor.aliases.iter().map(String::as_str));
            if let Some(key) = called.find_map(|name| names.get(&fold(name))) {
                linked.insert(actor.id.as_str(), *key);
            }
        }
        let states = gold
            .actors
            .iter()
            .filter(|(_, actor)| actor.kind == "state")
            .filter_map(|(key, actor)| Some((filled(actor.country.as_ref())?, key.as_str())))
            .collect();
        Self { gold, answer, linked, states }
    }

    /// The key of a found actor.
    pub(crate) fn key(&self, id: Option<&str>) -> Option<&'a str> {
        self.linked.get(id?).copied()
    }

    pub(crate) fn name_found(&self, id: Option<&str>) -> &'a str {
        let actor = self.answer.actors.iter().find(|actor| Some(actor.id.as_str()) == id);
        actor.and_then(|actor| actor.name.as_deref()).unwrap_or("nobody")
    }

    pub(crate) fn kind(&self, key: &str) -> &'a str {
        self.gold.actor(key).map_or("", |actor| actor.kind.as_str())
    }

    fn taking_part(&self, meeting: &'a Meeting, wanted: impl Fn(&str) -> bool) -> Keys<'a> {
        let participants = meeting.participants.iter();
        participants
            .filter(|p| wanted(p.attendance.as_deref().unwrap_or("attended")))
            .filter_map(|p| self.key(p.actor.as_deref()))
            .collect()
    }

    /// Who was there.
    pub(crate) fn present(&self, meeting: &'a Meeting) -> Keys<'a> {
        self.taking_part(meeting, |attendance| attendance == "attended")
    }

    /// Who was there or is to come.
    pub(crate) fn expected(&self, meeting: &'a Meeting) -> Keys<'a> {
        self.taking_part(meeting, |attendance| !matches!(attendance, "absent" | "declined"))
    }

    /// Who stayed away.
    pub(crate) fn absent(&self, meeting: &'a Meeting) -> Keys<'a> {
        self.taking_part(meeting, |attendance| matches!(attendance, "absent" | "declined"))
    }

    /// The parties of a meeting of the gold.
    pub(crate) fn parties(&self, meeting: &'a GoldMeeting) -> Keys<'a> {
        meeting.attended.iter().chain(&meeting.states).map(String::as_str).collect()
    }

    /// The actors, and the states of their countries: who sends his minister is there too.
    pub(crate) fn with_states(&self, keys: &Keys<'a>) -> Keys<'a> {
        let countries = keys.iter().filter_map(|key| filled(self.gold.actor(key)?.country.as_ref()));
        let states = countries.filter_map(|country| self.states.get(country).copied());
        keys.iter().copied().chain(states).collect()
    }

    /// What the place of a found meeting is called, and the places that it lies in.
    pub(crate) fn places(&self, meeting: &Meeting) -> BTreeSet<String> {
        let find = |id: Option<&str>| self.answer.places.iter().find(|place| Some(place.id.as_str()) == id);
        let mut names = BTreeSet::new();
        let mut place = find(meeting.place.as_deref());
        for _ in 0..DEPTH {
            let Some(here) = place else { break };
            names.insert(fold(here.name.as_deref().unwrap_or_default()));
            names.extend(here.aliases.iter().map(|name| fold(name)));
            place = find(here.within.as_deref());
        }
        if names.is_empty() {
            names.extend(meeting.place.as_deref().map(fold));
        }
        names.remove("");
        names
    }

    /// Whether the place is right; none where the gold has none.
    pub(crate) fn place_is_right(&self, gold: &GoldMeeting, found: &Meeting) -> Option<bool> {
        if gold.place.is_empty() {
            return None;
        }
        let names = self.places(found);
        let one_in_other =
            |wanted: &str| names.iter().any(|n| n.contains(wanted) || wanted.contains(n.as_str()));
        Some(gold.place.iter().any(|wanted| one_in_other(&fold(wanted))))
    }

    /// The names of some actors of the gold, for people.
    pub(crate) fn names(&self, keys: &Keys<'a>) -> String {
        keys.iter().map(|key| self.gold.name(key)).collect::<Vec<_>>().join(", ")
    }
}

/// `""` is nothing.
pub(crate) fn filled(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.is_empty())
}
