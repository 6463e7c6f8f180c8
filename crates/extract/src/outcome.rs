//! Outcomes: what came of it all, told once however often the text says it.
//!
//! The way: `find` reads a sentence's words, `grammar` what its syntax tells whatever the words are,
//! [`quantity`] counts, `party` tells whom it binds, and here the tellings are merged. It makes no records.
//! Invariant: an outcome has an explicit cue in its evidence, and what someone denies is none.

pub use self::plover::codes;

use std::ops::Range;

use rapporteur_schema::{Act, OutcomeKind, OutcomeStatus, Quantity};

use self::find::Find;
use self::grammar::Lead;
use self::side::Sides;
use self::telling::{merge, same};
use crate::cast::{ActorNumber, Cast};
use crate::lexicon::is_calendar;
use crate::mention::MentionKind;
use crate::statement::FoundStatement;
use crate::text::{BlockKind, Text};

mod asked;
mod body;
mod demand;
mod find;
mod grammar;
mod lexicon;
pub mod meeting;
mod party;
mod pledge;
mod pledged;
pub mod plover;
mod private;
pub mod quantity;
mod rule;
mod several;
mod side;
mod telling;
mod tense;

/// An outcome the text tells of.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundOutcome {
    /// What kind of outcome it is.
    pub kind: OutcomeKind,
    /// How far it got.
    pub status: OutcomeStatus,
    /// Whom it binds.
    pub parties: Vec<ActorNumber>,
    /// The bytes of the words that say what it is.
    pub words: Range<usize>,
    /// How many or how much.
    pub quantity: Option<Quantity>,
    /// The sentence that tells it first.
    pub sentence: usize,
    /// The bytes of the sentences that tell it, in order.
    pub evidence: Vec<Range<usize>>,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
    /// The word it is recognised by.
    pub head: String,
    /// The days and cities that its sentence names, in lower case: talks on other ones are others.
    pub marks: Vec<String>,
}

/// The outcomes of a text, in its order.
pub fn outcomes(text: &Text<'_>, cast: &Cast, statements: &[FoundStatement]) -> Vec<FoundOutcome> {
    let denied: Vec<&Range<usize>> = statements
        .iter()
        .filter(|statement| statement.act == Act::Deny)
        .map(|statement| &statement.words)
        .collect();
    let mut found: Vec<FoundOutcome> = Vec::new();
    let body = body::of(text, cast);
    let sides = Sides::new(text, cast);
    // The sentence that leads the list which the sentence is an item of.
    let mut lead: Option<(usize, Lead)> = None;
    for sentence in 0..text.sentences.len() {
        let kind = text.block_of(sentence).kind;
        if matches!(
            kind,
            BlockKind::Caption | BlockKind::Byline | BlockKind::Timestamp | BlockKind::Furniture
        ) {
            continue;
        }
        let words = text.lower(sentence);
        // Who asks tells nothing.
        if words.last().is_some_and(|last| last == "?") {
            continue;
        }
        let parse = &text.sentences[sentence].parse;
        let is_state = |token: usize| party::is_state(cast, sentence, token);
        let mut finds = find::find(words, parse, &is_state);
        let item = lead.and_then(|_| grammar::item(words, parse));
        let led = lead.filter(|&(lead, of)| match of {
            Lead::Items => item.is_some(),
            Lead::Sentences => text.sentences[lead].block == text.sentences[sentence].block,
        });
        lead = grammar::leads(words).map(|of| (sentence, of)).or(led);
        match (led, item) {
            (Some((_, Lead::Sentences)), _) => finds = grammar::agreed_sentence(words, parse, finds),
            (Some((_, Lead::Items)), Some(item)) if finds.iter().all(is_weaker) => finds = vec![item],
            _ => {}
        }
        let leader = led.filter(|&(_, of)| of == Lead::Items).map(|(lead, _)| lead);
        for find in finds {
            let range = text.bytes(sentence, find.words.clone());
            if denied.iter().any(|denied| denied.start <= range.start && range.end <= denied.end) {
                text.trace.dropped(sentence, "outcome", || format!("`{}` is denied", find.head));
                continue;
            }
            if private::is_private(parse, find.verb) {
                text.trace.dropped(sentence, "outcome", || format!("`{}` is of private persons", find.head));
                continue;
            }
            if find.kind == OutcomeKind::FurtherTalks && private::is_contest(words) {
                text.trace.dropped(sentence, "outcome", || format!("`{}` is of a contest", find.head));
                continue;
            }
            if find.head == "it" && !tells_of_talks(text, sentence) {
                text.trace.dropped(sentence, "outcome", || "no talks stand before `it`".to_owned());
                continue;
            }
            let headline = matches!(kind, BlockKind::Title | BlockKind::Heading);
            let speakers = speakers(statements, &text.sentences[sentence].range);
            let alone = matches!(
                find.kind,
                OutcomeKind::Commitment
                    | OutcomeKind::Aid
                    | OutcomeKind::Withdrawal
                    | OutcomeKind::Sanctions
                    | OutcomeKind::Demand
                    | OutcomeKind::Recognition
                    | OutcomeKind::Other
            ) && !several::is_of_several(words, find.words.start.min(find.verb));
            let speaker = own_speaker(statements, &range);
            let told = match leader {
                Some(lead) => party::of_lead(text, cast, lead, &sides),
                None => party::by_grammar(text, cast, sentence, find.verb, speaker, &sides),
            };
            let mut parties = if told.len() > 1 || alone && told.iter().any(|&actor| !is_outlet(cast, actor))
            {
                told
            } else {
                party::parties(text, cast, sentence, &find.words, &speakers, alone, &sides)
            };
            // "The leaders will meet again in November", of a union of states.
            let of_state = |&actor: &ActorNumber| cast.members[actor].country.is_some();
            if let Some(body) = body
                && (body::is_collective(text, sentence, find.verb)
                    || find.kind == OutcomeKind::JointStatement)
                && !parties.contains(&body)
            {
                if !party::are_named(cast, sentence, &parties) {
                    parties = vec![body];
                } else if !parties.iter().any(of_state) {
                    parties.push(body);
                }
            }
            let joint = find.kind == OutcomeKind::Commitment
                && parties.len() > 1
                && lexicon::pledge(&words[find.verb]) == Some("agree")
                && !lexicon::is_intent(&find.head);
            let outcome = FoundOutcome {
                kind: if joint { OutcomeKind::Agreement } else { find.kind },
                status: find.status,
                parties,
                words: range,
                quantity: quantity::quantity(&words[find.words.clone()]).filter(|_| is_measured(find.kind)),
                sentence,
                evidence: vec![text.sentences[sentence].range.clone()],
                confidence: if headline { 0.6 } else { 0.8 },
                head: find.head,
                marks: marks(text, cast, sentence),
            };
            text.trace.kept(sentence, "outcome/find", || {
                let names: Vec<&str> =
                    outcome.parties.iter().map(|&party| cast.members[party].name.as_str()).collect();
                format!(
                    "`{}`: {:?}, {:?}, of [{}]",
                    outcome.head,
                    outcome.kind,
                    outcome.status,
                    names.join(", ")
                )
            });
            match found.iter_mut().find(|other| same(other, &outcome)) {
                Some(other) => merge(other, outcome),
                None => found.push(outcome),
            }
        }
    }
    found
}

/// Whether an item of a list of what was agreed tells better what it is.
fn is_weaker(find: &Find) -> bool {
    matches!(find.kind, OutcomeKind::FurtherTalks | OutcomeKind::Commitment)
}

fn is_outlet(cast: &Cast, actor: ActorNumber) -> bool {
    cast.members[actor].is_outlet
}

/// Whether the sentence before tells of talks: "The next round is the last. It will be held in Lima".
fn tells_of_talks(text: &Text<'_>, sentence: usize) -> bool {
    sentence.checked_sub(1).is_some_and(|before| {
        text.sentences[before].parse.tokens.iter().any(|token| grammar::is_gathering(&token.lemma))
    })
}

/// Whether a number among the words measures the outcome, and does not count who meets.
fn is_measured(kind: OutcomeKind) -> bool {
    !matches!(kind, OutcomeKind::FurtherTalks | OutcomeKind::JointStatement)
}

/// Who speaks in a sentence.
fn speakers(statements: &[FoundStatement], sentence: &Range<usize>) -> Vec<ActorNumber> {
    let within = |statement: &&FoundStatement| {
        statement.evidence.start <= sentence.start && sentence.end <= statement.evidence.end
    };
    statements.iter().filter(within).map(|statement| statement.speaker).collect()
}

/// Whose own words hold the bytes: "we" is who says it.
fn own_speaker(statements: &[FoundStatement], words: &Range<usize>) -> Option<ActorNumber> {
    let within = |statement: &&FoundStatement| {
        statement.quoted && statement.words.start <= words.start && words.end <= statement.words.end + 1
    };
    statements.iter().find(within).map(|statement| statement.speaker)
}

/// The days and cities that a sentence names.
fn marks(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<String> {
    let words = text.words(sentence);
    let days = words.iter().filter(|word| is_calendar(word)).map(|word| word.to_lowercase());
    let cities = cast
        .in_sentence(sentence)
        .filter(|(_, mention)| matches!(mention.kind, MentionKind::City | MentionKind::Venue))
        .map(|(_, mention)| mention.name(text).to_lowercase());
    days.chain(cities).collect()
}

#[cfg(test)]
mod tests;
