//! Triggers that no rule has found and a network has: the words that tell of a meeting are without number.
//!
//! Invariant: none at a word by which a rule tells of a meeting, or beside it in the tree.

use rapporteur_schema::Medium;
use rapporteur_syntax::Upos;
use rapporteur_syntax::event::{Event, Occurrence};

use super::Trigger;
use super::reader::Reader;
use super::words::NOUNS;

/// How likely an event must be, where no rule knows its word. That of which it is said that it took place must be the
/// likelier: a meeting that did not happen is the worst thing one can print.
const fn least(occurrence: Occurrence) -> f32 {
    match occurrence {
        Occurrence::Held => 0.85,
        _ => 0.75,
    }
}

/// Verbs that tell who was at a meeting, and not that there was one.
const ATTENDS: &[&str] =
    &["represent", "lead", "head", "accompany", "include", "comprise", "send", "flank", "tell"];

/// The event that the network sees at a word by which a rule tells of a meeting.
pub(super) fn event_at(reader: &Reader<'_>, trigger: &Trigger) -> Option<usize> {
    let tokens = trigger.token..trigger.token + trigger.length;
    reader.text.sentences[reader.sentence].events.iter().position(|event| tokens.contains(&event.token))
}

/// The triggers beside those that rules have found.
pub(super) fn triggers(reader: &Reader<'_>, found: &[Trigger]) -> Vec<Trigger> {
    let parse = reader.parse;
    let beside = |token: usize| {
        found.iter().any(|trigger| {
            (trigger.token..trigger.token + trigger.length).contains(&token)
                || parse.head(token) == Some(trigger.token)
                || parse.head(trigger.token) == Some(token)
        })
    };
    let events = reader.text.sentences[reader.sentence].events.iter().enumerate();
    let told = events.filter(|(_, event)| {
        event.score >= least(event.occurrence)
            && !ATTENDS.contains(&reader.lemma(event.token))
            && !beside(event.token)
    });
    let trigger = |(number, event): (usize, &Event)| {
        let word = reader.word(event.token);
        let noun = (parse.tokens[event.token].upos == Upos::Noun)
            .then(|| NOUNS.iter().find(|&&noun| noun == word).copied().unwrap_or("meeting"));
        let medium = if is_call(word) { Medium::Phone } else { reader.medium() };
        Trigger { event: Some(number), learned: true, ..reader.trigger(event.token, noun, medium) }
    };
    told.map(trigger).collect()
}

/// Whether a word tells of a telephone.
fn is_call(word: &str) -> bool {
    matches!(word, "telephoned" | "phoned" | "rang" | "phone" | "telephone" | "hotline")
}
