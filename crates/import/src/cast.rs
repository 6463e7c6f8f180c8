//! The actors that the rows name, each found once for a whole run.
//!
//! It must not know formats. Invariant: two names with one id are one actor, and what is told of an actor
//! depends on the names alone.

use foldhash::HashMap;
use rapporteur_schema::{Actor, ActorId, Confidence, Country, Evidence, RecordKind};

use crate::name::{self, Meaning};
use crate::slug;

/// The kind of an actor is guessed from the name.
const CONFIDENCE: Confidence = Confidence::from_thousandths(750);

/// In place of a chunk: told by the file of names, which comes first.
const FOR_GOOD: u64 = u64::MAX;

/// An actor by its number in the cast.
pub(crate) type Number = u32;

#[derive(Debug, Default)]
pub(crate) struct Cast {
    known: Vec<Known>,
    by_key: HashMap<String, Number>,
    by_id: HashMap<ActorId, Number>,
}

#[derive(Debug)]
struct Known {
    id: ActorId,
    meaning: Meaning,
    aliases: Vec<String>,
    /// The chunk that told of it last.
    told: u64,
}

impl Cast {
    /// The actor of a name.
    pub(crate) fn named(&mut self, name: &str, belongs_to: Option<Country>) -> Number {
        match self.by_key.get(name) {
            Some(&number) => number,
            None => self.add(name, name, name::meaning(name, belongs_to)),
        }
    }

    /// The actor of a key under which a format knows it.
    pub(crate) fn find(&self, key: &str) -> Option<Number> {
        self.by_key.get(key).copied()
    }

    /// Makes an actor known, or a name of one that is.
    pub(crate) fn add(&mut self, key: &str, written: &str, meaning: Meaning) -> Number {
        let id = id(&meaning.name);
        let next = Number::try_from(self.known.len()).unwrap_or(Number::MAX);
        let number = *self.by_id.entry(id.clone()).or_insert(next);
        if number == next {
            self.known.push(Known { id, meaning, aliases: Vec::new(), told: 0 });
        }
        if let Some(known) = self.known.get_mut(number as usize)
            && known.meaning.name != written
            && !written.is_empty()
            && !known.aliases.iter().any(|a| a == written)
        {
            known.aliases.push(written.to_owned());
        }
        self.by_key.insert(key.to_owned(), number);
        number
    }

    /// The actor's id. Every number comes from here, so that it is always known.
    pub(crate) fn id(&self, number: Number) -> &ActorId {
        &self.known[number as usize].id
    }

    /// Whether neither a chunk nor the run for good has told of the actor; from now on the chunk has.
    pub(crate) fn is_new_in(&mut self, number: Number, chunk: u64) -> bool {
        let told = &mut self.known[number as usize].told;
        if *told == FOR_GOOD {
            return false;
        }
        std::mem::replace(told, chunk) != chunk
    }

    /// The actor is told for the whole run, so that no chunk need tell of it again.
    pub(crate) fn tell_for_good(&mut self, number: Number) {
        self.known[number as usize].told = FOR_GOOD;
    }

    /// The actor's record.
    pub(crate) fn record(&self, number: Number, evidence: Evidence) -> Actor {
        let known = &self.known[number as usize];
        Actor {
            id: known.id.clone(),
            kind: known.meaning.kind,
            name: known.meaning.name.clone(),
            aliases: known.aliases.clone(),
            country: known.meaning.country,
            offices: Vec::new(),
            wikidata: None,
            evidence,
            confidence: CONFIDENCE,
        }
    }
}

fn id(name: &str) -> ActorId {
    let text = format!("{}/{}", RecordKind::Actor, slug::of_name(name));
    // A slug parses; should it not, it is made one again.
    text.parse().unwrap_or_else(|_| ActorId::from_text(name))
}
