//! The names in a question: who, where, and which meeting.
//!
//! Invariant: a name that several bear is asked back; one that nobody bears is not dropped.

use rapporteur_graph::AsOf;
use rapporteur_schema::ActorId;

use super::Reading;
use crate::ask::Puzzle;
use crate::ask::asked::{Asked, Named};
use crate::ask::cue::Cue;
use crate::ask::item::Part;
use crate::ask::name::{Bearer, Name};
use crate::resolve::{self, Choice, Unresolved, Where};
use crate::{Error, Topic};

impl Reading<'_> {
    /// A name as an actor.
    pub(super) fn actor(&self, name: &Name) -> Result<Named<ActorId>, Error> {
        let typed = name.typed.clone();
        match (&name.actor, &name.state) {
            (Bearer::One(actor), _) => Ok(Named { typed, means: actor.clone() }),
            (Bearer::Several(unresolved), _) => Err(Error::Unresolved((**unresolved).clone())),
            (Bearer::None, Some(state)) => Ok(Named { typed, means: state.clone() }),
            (Bearer::None, None) => Err(self.puzzled(Puzzle::Words(vec![typed]))),
        }
    }

    /// A name as a place.
    fn place(&self, name: &Name) -> Result<Named<Where>, Error> {
        let typed = name.typed.clone();
        match &name.place {
            Bearer::One(place) => Ok(Named { typed, means: place.clone() }),
            Bearer::Several(unresolved) => Err(Error::Unresolved((**unresolved).clone())),
            Bearer::None => Err(self.puzzled(Puzzle::Words(vec![typed]))),
        }
    }

    /// Whether a name is where it was, and not who was there.
    fn is_place(&self, at: usize, name: &Name) -> bool {
        if !name.place.is_some() {
            return false;
        }
        let before = self.before(at);
        let paired = matches!(before, "between" | "and") && name.state.is_some();
        let went = matches!(before, "to" | "from" | "of") && !name.is_people;
        let beside_meeting = self.behind(at) == Some(Cue::Meeting) && !name.is_people;
        let is_of_city = !name.actor.is_some() && !paired;
        matches!(before, "in" | "at" | "near" | "inside")
            || beside_meeting
            || is_of_city
            || went && (self.has(Cue::Absent) || self.moves_before(at))
    }

    /// Whether a verb of going stands before an item.
    fn moves_before(&self, at: usize) -> bool {
        let moving =
            ["go", "went", "come", "came", "travel", "travelled", "traveled", "trip", "trips", "visit"];
        let from = self.items[at].from;
        self.words[from.saturating_sub(4)..from].iter().any(|word| moving.contains(&word.lower.as_str()))
    }

    pub(super) fn name(&self, topic: Topic, at: usize, name: &Name, asked: &mut Asked) -> Result<(), Error> {
        let belongs = name.is_people || matches!(self.before(at), "from" | "of");
        if topic == Topic::Actors
            && belongs
            && let Some(country) = name.country
        {
            asked.country = Some(Named { typed: name.typed.clone(), means: country });
            return Ok(());
        }
        let placeless = matches!(topic, Topic::Actors | Topic::Chain | Topic::Conflicts | Topic::Documents);
        if !placeless && self.is_place(at, name) {
            if asked.place.is_some() {
                return Err(self.puzzled(Puzzle::TooMany { what: "places" }));
            }
            asked.place = Some(self.place(name)?);
            return Ok(());
        }
        let most = match topic {
            Topic::Places | Topic::Documents | Topic::Conflicts => 1,
            _ => 2,
        };
        let actor = self.actor(name)?;
        if asked.who.iter().any(|known| known.means == actor.means) {
            return Ok(());
        }
        if asked.who.len() == most {
            return Err(self.puzzled(Puzzle::TooMany { what: "names" }));
        }
        asked.who.push(actor);
        Ok(())
    }

    /// Words that are no names of the store may name a meeting: `the Blue River summit`.
    pub(super) fn called(&self, unknown: &[usize], asked: &mut Asked) -> Result<(), Error> {
        let (first, last) = (unknown[0], unknown[unknown.len() - 1]);
        let end = if self.behind(last) == Some(Cue::Meeting) { last + 1 } else { last };
        let one_run =
            self.items[first..=last].iter().all(|item| item.part == Part::Unknown || item.is_filler());
        if one_run && end > last {
            let phrase = &self.question
                [self.words[self.items[first].from].start..self.words[self.items[end].to - 1].end];
            match resolve::meeting(self.store, phrase) {
                Ok(meeting) => {
                    asked.meeting = Some(meeting);
                    return Ok(());
                }
                Err(Error::Unresolved(unresolved)) if !unresolved.ambiguous => {}
                Err(other) => return Err(other),
            }
        }
        // What is written as a name is looked for as one, so that the nearest are told.
        let written = unknown.iter().map(|at| self.typed(&self.items[*at]));
        for name in written.filter(|word| word.starts_with(char::is_uppercase)) {
            if let Err(Error::Unresolved(unresolved)) = resolve::actor(self.store, name)
                && !unresolved.choices.is_empty()
            {
                return Err(unresolved.into());
            }
        }
        Err(self.puzzled(self.leftovers().unwrap_or(Puzzle::Nothing)))
    }

    /// The one meeting that a question of its history means; none where it is the history of whom it names.
    pub(super) fn one_meeting(&self, asked: &mut Asked) -> Result<(), Error> {
        let of_meeting = self.has(Cue::Meeting) || asked.who.is_empty();
        if asked.meeting.is_none() && !of_meeting {
            // "Timeline of Fidan": what he did, not how one meeting came about.
            let Asked { who, place, when, since, until, as_of, .. } = std::mem::take(asked);
            *asked = Asked { who, place, when, since, until, as_of, ..Asked::default() };
            return Ok(());
        }
        if asked.meeting.is_none() {
            let found = asked.clone().understood(Topic::Met, AsOf::from(self.store));
            let rows = self.store.meetings().matching(found.query.filter).run()?;
            match rows.as_slice() {
                [only] => asked.meeting = Some(only.id.clone()),
                [] => return Err(self.puzzled(Puzzle::Nothing)),
                several => {
                    let choices = several.iter().take(8).map(|row| Choice {
                        id: row.id.clone().into(),
                        name: row.name.clone().unwrap_or_default(),
                    });
                    let (name, choices) = (self.question.to_owned(), choices.collect());
                    return Err(Unresolved { name, what: "meeting", choices, ambiguous: true }.into());
                }
            }
        }
        *asked = Asked { meeting: asked.meeting.take(), ..Asked::default() };
        Ok(())
    }
}
