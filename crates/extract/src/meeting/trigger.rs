//! The words that report a meeting: verbs of meeting, receiving, calling; nouns for talks and dinners.

use rapporteur_schema::Medium;

use crate::cast::Cast;
use crate::text::Text;

mod fiction;
mod learned;
mod noun;
mod presence;
mod reader;
mod sense;
mod verb;
mod weak;
mod words;

use reader::Reader;
use words::NOUNS;

/// The most of a sentence: one of thousands of meetings is no sentence, and each is compared with each.
const MOST: usize = 64;

/// A word or two that report a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// The first token.
    pub token: usize,
    /// Tokens it takes.
    pub length: usize,
    /// The noun, where it is one.
    pub noun: Option<&'static str>,
    /// How they met, as far as the word tells.
    pub medium: Medium,
    /// Whether the grammatical subject is the host.
    pub subject_hosts: bool,
    /// Whether the object is: "was received by", "called on".
    pub object_hosts: bool,
    /// Whether the word tells of a meeting only when it has two parties of its own: "sat beside", "signed".
    pub weak: bool,
    /// Whether it does so only when two persons do it together: "X and Y settled on a date".
    pub together: bool,
    /// Whether it is what a council, an assembly or whoever presides does in session.
    pub sits: bool,
    /// The event of the sentence that a network sees at the word.
    pub event: Option<usize>,
}

/// Whether a noun, by its lemma or as printed, can name a meeting.
pub fn is_meeting_noun(noun: &str) -> bool {
    NOUNS.contains(&noun) || is_gathering(noun) || matches!(noun, "ceremony" | "signing")
}

/// Whether the noun names an event with many seats, whose participants a text names one by one.
pub fn is_gathering(noun: &str) -> bool {
    matches!(
        noun,
        "talks"
            | "negotiations"
            | "summit"
            | "conference"
            | "session"
            | "sessions"
            | "round"
            | "ministerial"
            | "plenary"
            | "meeting"
            | "consultations"
            | "discussions"
            | "gathering"
            | "mediation"
            | "assembly"
            | "congress"
            | "retreat"
            | "forum"
    )
}

/// The triggers of a sentence, in order; of a question none, which asserts nothing, and of fiction none.
pub fn triggers(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<Trigger> {
    tells(text, cast, sentence).map_or_else(Vec::new, |reader| read(&reader))
}

/// A sentence that asserts something of the world.
fn tells<'r>(text: &'r Text<'r>, cast: &'r Cast, sentence: usize) -> Option<Reader<'r>> {
    let asks = text.sentences[sentence].tokens.last().is_some_and(|&token| text.word(token) == "?");
    let reader = Reader::new(text, cast, sentence);
    (!asks && !fiction::is_fiction(&reader.lower.join(" "))).then_some(reader)
}

/// The triggers of a sentence, though it be a question.
pub fn asked(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<Trigger> {
    read(&Reader::new(text, cast, sentence))
}

/// The triggers of a sentence that a network alone sees, at words at which nothing is told.
pub fn left_over(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    is_told: impl Fn(usize) -> bool,
) -> Vec<Trigger> {
    tells(text, cast, sentence).map_or_else(Vec::new, |reader| learned::left_over(&reader, is_told))
}

/// What each token of a sentence triggers.
fn read(reader: &Reader<'_>) -> Vec<Trigger> {
    let Reader { text, sentence, .. } = *reader;
    let at = |at: usize| {
        verb::verb(reader, at)
            .or_else(|| noun::noun(reader, at))
            .or_else(|| noun::weak_noun(reader, at))
            .or_else(|| weak::weak_verb(reader, at))
    };
    let mut found: Vec<Trigger> = (0..reader.parse.len()).filter_map(at).take(MOST).collect();
    for trigger in &mut found {
        trigger.event = learned::event_at(reader, trigger);
    }
    for trigger in &found {
        text.trace.kept(sentence, "meeting/trigger", || {
            let weight = if trigger.together {
                ", if two persons do it together"
            } else if trigger.weak {
                ", if it has two parties"
            } else {
                ""
            };
            format!("`{}` may tell of a meeting{weight}", text.words(sentence)[trigger.token])
        });
    }
    found
}
