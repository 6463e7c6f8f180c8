//! Meetings that a sentence tells of: the word that tells each, what is said of it, and who and what is in it.
//!
//! The terms are those of event extraction: a trigger, its arguments and their parts. Knows what a network has learned
//! (`network`) and from where on it is told at all ([`LEAST`]); what is made of an event is the caller's business.
//! Invariant: tokens are those of the sentence, and no word tells two events.

use std::borrow::Cow;
use std::sync::OnceLock;

use crate::closed_set::closed_set;
use crate::error::ModelError;
use crate::parser::{LONGEST, largest};
use crate::{Parse, Parser, Scratch, Upos};

mod network;

use network::Network;

closed_set! {
    /// What is said of a meeting.
    Occurrence {
        /// It took place, or takes place.
        Held = "held",
        /// It is arranged or announced.
        Planned = "planned",
        /// It is offered, asked for or wished.
        Proposed = "proposed",
        /// It was called off, turned down, put off, or came to nothing.
        Cancelled = "cancelled",
        /// Somebody says that there was none.
        Denied = "denied",
    }
}

closed_set! {
    /// The part of a word in an event.
    Part {
        /// Whoever it names took part, or would.
        Attended = "attended",
        /// Whoever it names did not come.
        Absent = "absent",
        /// Where it was.
        Place = "place",
    }
}

/// A word that has a part in an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Argument {
    /// The word: of a phrase its head.
    pub token: usize,
    /// Its part.
    pub part: Part,
    /// How likely, from 0 to 1.
    pub score: f32,
}

/// A meeting told by a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The word that tells it.
    pub token: usize,
    /// What is said of it.
    pub occurrence: Occurrence,
    /// How likely it is that the word tells of a meeting, from [`LEAST`] to 1.
    pub score: f32,
    /// How likely, if so, that this is said of it, from 0 to 1.
    pub certainty: f32,
    /// Who and what is in it, in the order of the words.
    pub arguments: Vec<Argument>,
}

impl Event {
    /// The words that have a part.
    pub fn having(&self, part: Part) -> impl Iterator<Item = usize> + '_ {
        self.arguments.iter().filter(move |argument| argument.part == part).map(|argument| argument.token)
    }
}

/// The least likely event that is told of.
pub const LEAST: f32 = 0.3;
/// The most events of a sentence, the likeliest: each is compared with every other word.
const MOST: usize = 16;

static BUNDLED: &[u8] = include_bytes!("../model/events.bin");

/// Reads events off parsed sentences.
///
/// ```
/// use rapporteur_syntax::event::{EventReader, Occurrence, Part};
/// use rapporteur_syntax::{Parser, Scratch};
///
/// let words = ["Obi", "and", "Costa", "had", "dinner", "together", "in", "Riga", "."];
/// let mut scratch = Scratch::default();
/// let parse = Parser::bundled().parse_with(&words, &mut scratch);
/// let events = EventReader::bundled().read(Parser::bundled(), &parse, &scratch);
/// assert_eq!(events[0].occurrence, Occurrence::Held);
/// assert_eq!(words[events[0].having(Part::Attended).next().unwrap()], "Obi");
/// ```
#[derive(Debug)]
pub struct EventReader {
    network: Network,
}

impl EventReader {
    /// The reader with the model this crate carries; it is unpacked at the first call.
    #[must_use]
    pub fn bundled() -> &'static Self {
        static READER: OnceLock<EventReader> = OnceLock::new();
        READER.get_or_init(|| {
            Self::from_bytes(BUNDLED).expect("a test reads the model that is compiled in, so it is whole")
        })
    }

    /// A reader with another model, as `model/train_events.py` writes it.
    ///
    /// # Errors
    /// If the bytes are no model, one for another version, or damaged.
    pub fn from_bytes(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, ModelError> {
        Ok(Self { network: Network::read(bytes.into())? })
    }

    /// The events of the sentence that `parser` has parsed last with `scratch`, in the order of their words. A list of
    /// more words than are parsed at once has none.
    #[must_use]
    pub fn read(&self, parser: &Parser, parse: &Parse, scratch: &Scratch) -> Vec<Event> {
        if parse.is_empty() || parse.len() > LONGEST {
            return Vec::new();
        }
        let states = self.network.states(parser, parse, scratch);
        let mut told: Vec<(usize, Told)> = (0..parse.len())
            .map(|token| (token, Told::of(states.labels(token))))
            .filter(|(_, told)| told.score >= LEAST)
            .collect();
        if told.is_empty() {
            return Vec::new();
        }
        if told.len() > MOST {
            told.sort_by(|(_, one), (_, other)| other.score.total_cmp(&one.score));
            told.truncate(MOST);
            told.sort_by_key(|&(token, _)| token);
        }
        let pairing = self.network.pairing(&states, parser, parse, scratch);
        let read = |(trigger, told): (usize, Told)| {
            let nominal = (0..parse.len()).filter(|&word| word != trigger && can_take_part(parse, word));
            let arguments = nominal.filter_map(|word| {
                let parts = self.network.parts(&pairing, parse, (trigger, told.label), word)?;
                let chances = softmax(&parts);
                let best = largest(&chances);
                let part = best.checked_sub(1).and_then(Part::from_index)?;
                Some(Argument { token: word, part, score: chances[best] })
            });
            let occurrence = Occurrence::from_index(told.label - 1)?;
            let (score, certainty) = (told.score, told.certainty);
            Some(Event { token: trigger, occurrence, score, certainty, arguments: arguments.collect() })
        };
        told.into_iter().filter_map(read).collect()
    }
}

/// What a word tells.
#[derive(Clone, Copy, Debug)]
struct Told {
    /// The likeliest label but the first, which is none.
    label: usize,
    /// How likely it is that it is not none.
    score: f32,
    /// How likely the label is, if so.
    certainty: f32,
}

impl Told {
    /// Of the scores of all labels.
    fn of(scores: &[f32]) -> Self {
        let chances = softmax(scores);
        let label = largest(&chances[1..]) + 1;
        let score = 1.0 - chances[0];
        Self { label, score, certainty: chances[label] / score.max(f32::MIN_POSITIVE) }
    }
}

/// Which words can have a part in an event.
fn can_take_part(parse: &Parse, word: usize) -> bool {
    matches!(
        parse.tokens[word].upos,
        Upos::Noun | Upos::ProperNoun | Upos::Pronoun | Upos::Adjective | Upos::Numeral | Upos::Adverb
    )
}

/// Scores as chances that add up to one.
fn softmax(scores: &[f32]) -> Vec<f32> {
    let most = scores.iter().fold(f32::NEG_INFINITY, |most, &score| most.max(score));
    let mut chances: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
    let sum: f32 = chances.iter().sum();
    for chance in &mut chances {
        *chance /= sum;
    }
    chances
}
