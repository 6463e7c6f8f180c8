//! Triggers that a network sees: the words that tell of a meeting are without number.
//!
//! Invariant: none at a word at which a meeting is told.

use rapporteur_schema::Medium;
use rapporteur_syntax::Upos;
use rapporteur_syntax::event::{Event, Occurrence};

use super::Trigger;
use super::reader::Reader;
use super::sense::is_sport_or_figure;
use super::words::NOUNS;

/// How likely an event must be for the second look to weigh.
const LEAST: f32 = 0.35;

/// The event that the network sees at a word by which a rule tells of a meeting.
pub(super) fn event_at(reader: &Reader<'_>, trigger: &Trigger) -> Option<usize> {
    let tokens = trigger.token..trigger.token + trigger.length;
    reader.text.sentences[reader.sentence].events.iter().position(|event| tokens.contains(&event.token))
}

/// A trigger at each event at whose word nothing is told yet.
pub(super) fn left_over(reader: &Reader<'_>, is_told: impl Fn(usize) -> bool) -> Vec<Trigger> {
    let events = reader.text.sentences[reader.sentence].events.iter().enumerate();
    // "They called for calm", "called him a coward", "called the talks a failure": when it is on the telephone or upon
    // somebody, rules know.
    let called =
        |token: usize| reader.parse.tokens[token].upos == Upos::Verb && reader.lemma(token) == "call";
    // "Spartak meet Dynamo on Wednesday", "met the deadline": what rules know to be no meeting.
    let figure = |event: &Event| {
        matches!(event.occurrence, Occurrence::Held | Occurrence::Planned)
            && matches!(reader.lemma(event.token), "meet" | "face")
            && is_sport_or_figure(reader.lower, event.token)
    };
    let left = events.filter(|(_, event)| {
        event.score >= LEAST && !is_told(event.token) && !called(event.token) && !figure(event)
    });
    left.map(|(number, event)| trigger(reader, number, event)).collect()
}

fn trigger(reader: &Reader<'_>, number: usize, event: &Event) -> Trigger {
    let word = reader.word(event.token);
    let noun = (reader.parse.tokens[event.token].upos == Upos::Noun)
        .then(|| NOUNS.iter().find(|&&noun| noun == word).copied().unwrap_or("meeting"));
    let medium = if is_call(word) { Medium::Phone } else { reader.medium() };
    Trigger { event: Some(number), ..reader.trigger(event.token, noun, medium) }
}

/// Whether a word tells of a telephone.
fn is_call(word: &str) -> bool {
    matches!(word, "telephoned" | "phoned" | "rang" | "phone" | "telephone" | "hotline")
}
