//! The gathering that a text is about, as its title and its first sentences say: "Day 11 of the climate conference",
//! "Antalya talks head into a last night".
//!
//! Finds the one that is told, or else the noun that names it; seats nobody. Invariant: what is only to come, called
//! off or denied is not what a text is about, and a gathering of which nothing but a noun is told is kept only where
//! others are seated in it.

use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::delegates::CONFERENCES;
use super::modality::{self, Reading};
use super::party::Room;
use super::{Clock, FoundMeeting, ordinal, place, scene};
use crate::mention::MentionKind;
use crate::text::BlockKind;

/// In how many sentences a text says what it is about.
const HEAD: usize = 5;
/// How many a gathering has that a text is about, whatever its head names.
const SEVERAL: usize = 3;
/// Words before a gathering's noun by which it is another one, or none yet.
const ANOTHER: &[&str] = &[
    "last",
    "next",
    "previous",
    "earlier",
    "another",
    "future",
    "further",
    "past",
    "new",
    "no",
    "any",
    "a",
    "an",
    "each",
    "every",
    "follow-up",
    "coming",
    "upcoming",
    "possible",
    "proposed",
    "planned",
];

/// The gathering that the text is about, where it has been found or its head names one.
pub(super) fn gathering(
    rooms: &[Room<'_>],
    clock: &Clock<'_>,
    meetings: &mut Vec<FoundMeeting>,
    is_of_kind: impl Fn(&FoundMeeting) -> bool,
) -> Option<usize> {
    let text = rooms.first()?.text;
    let told = scene::told_first(text, HEAD, meetings, is_of_kind);
    told.or_else(|| {
        // Where another gathering of several is told, the text is not about what its head only names.
        let several =
            |meeting: &FoundMeeting| scene::is_open(meeting) && meeting.participants.len() >= SEVERAL;
        if meetings.iter().any(several) {
            return None;
        }
        let found = rooms.iter().take(HEAD).find_map(|room| named(room, clock))?;
        meetings.push(found);
        Some(meetings.len() - 1)
    })
}

/// The gathering that a sentence of the head names.
fn named(room: &Room<'_>, clock: &Clock<'_>) -> Option<FoundMeeting> {
    let Room { text, cast, sentence, words, .. } = *room;
    let parse = &text.sentences[sentence].parse;
    let titled = matches!(text.block_of(sentence).kind, BlockKind::Title | BlockKind::Heading);
    let lower = text.lower(sentence);
    let noun = (0..parse.len()).find(|&at| {
        CONFERENCES.contains(&lower[at].as_str())
            && parse.tokens[at].upos != Upos::Verb
            // "Conference secretariat"
            && parse.tokens[at].relation != Relation::Compound
            && !is_another(parse, lower, at, titled)
            && !is_to_come(parse, words, at)
    })?;
    text.trace.kept(sentence, "meeting/principal", || {
        format!("`{}` names the gathering that the text is about", words[noun])
    });
    let when = (clock.when)(sentence, noun).or_else(|| (clock.passage)(sentence));
    // "COP31 live: Antalya talks", "Honiara on the timeline: the Pacific Islands Forum": the city that the title names.
    let city = (0..=sentence).filter(|&at| text.block_of(at).kind == BlockKind::Title).find_map(|at| {
        cast.in_sentence(at).find(|(_, mention)| mention.kind == MentionKind::City).map(|(city, _)| city)
    });
    let (places, place_said) = match city {
        Some(city) => (vec![city], true),
        None => place::places(room, noun, &(0..words.len()), true, clock),
    };
    Some(FoundMeeting {
        when_said: when.is_some(),
        when,
        place_said,
        places,
        noun: Some(lower[noun].clone()),
        gathering: true,
        ..FoundMeeting::told(text, sentence)
    })
}

/// Whether a noun in the head is of another gathering than the one that goes on: "no conference", "the next round".
fn is_another(parse: &Parse, lower: &[String], noun: usize, titled: bool) -> bool {
    let before = noun.checked_sub(1).into_iter();
    let own =
        || parse.children(noun).filter(|&at| at < noun).chain(before.clone()).map(|at| lower[at].as_str());
    let marked = own().any(|word| ANOTHER.contains(&word));
    // Below the title a gathering is named as one that is known.
    let known = titled
        || own().any(|word| matches!(word, "the" | "this" | "our" | "these"))
        || own().any(|word| ordinal::number(word).is_some())
        || parse.children_by(noun, Relation::Possessor).next().is_some();
    // "on the margins of the summit", "after the conference": told of from elsewhere.
    let beside = parse
        .head(noun)
        .is_some_and(|head| matches!(lower[head].as_str(), "margins" | "sidelines" | "eve" | "fringes"))
        || parse.case(noun).is_some_and(|case| {
            matches!(lower[case].as_str(), "before" | "after" | "since" | "until" | "ahead" | "without")
        });
    marked || !known || beside
}

/// Whether what a noun names is wished for, to come, called off or denied.
fn is_to_come(parse: &Parse, words: &[&str], noun: usize) -> bool {
    let reading = modality::modality(parse, words, noun);
    let future = parse
        .ancestors(noun)
        .find(|&at| parse.tokens[at].upos == Upos::Verb)
        .is_some_and(|verb| parse.auxiliaries(verb).any(|at| parse.tokens[at].tag == FineTag::Md));
    match reading {
        Reading::Nothing => true,
        Reading::Status(status) => !status.took_place(),
        Reading::Silent => future,
    }
}
