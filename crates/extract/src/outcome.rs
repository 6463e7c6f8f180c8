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
use self::telling::{merge, same};
use crate::affiliation::Affiliations;
use crate::cast::{ActorNumber, Cast};
use crate::lexicon::is_calendar;
use crate::mention::MentionKind;
use crate::statement::FoundStatement;
use crate::text::{BlockKind, Text};

mod asked;
mod body;
mod content;
mod demand;
mod demanded;
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
mod supposed;
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
pub fn outcomes(
    text: &Text<'_>,
    cast: &Cast,
    sides: &Affiliations,
    statements: &[FoundStatement],
) -> Vec<FoundOutcome> {
    let denied: Vec<&Range<usize>> = statements
        .iter()
        .filter(|statement| statement.act == Act::Deny)
        .map(|statement| &statement.words)
        .collect();
    let mut found: Vec<FoundOutcome> = Vec::new();
    let body = body::of(text, cast);
    // The sentence that leads the list which the sentence is an item of.
    let mut lead: Option<(usize, Lead)> = None;
    // The last sentence that told of something agreed.
    let mut agreed: Option<usize> = None;
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
        let before = sentence.checked_sub(1).filter(|&before| agreed == Some(before));
        let sequel = before.is_some_and(|before| text.block_of(before).kind == kind);
        for term in grammar::terms(words, parse, &is_state, sequel) {
            let term = content::told(term, words, parse, &is_state);
            let known = |find: &Find| find.words.start < term.words.end && term.words.start < find.words.end;
            if !finds.iter().any(known) {
                finds.push(term);
            }
        }
        if finds.iter().any(is_agreed) {
            agreed = Some(sentence);
        }
        let leader = led.filter(|&(_, of)| of == Lead::Items).map(|(lead, _)| lead);
        for find in finds {
            let range = text.bytes(sentence, find.words.clone());
            // "There was no progress": the denial is the outcome itself.
            let itself = find.head == "no progress";
            if !itself && denied.iter().any(|denied| denied.start <= range.start && range.end <= denied.end) {
                text.trace.dropped(sentence, "outcome", || format!("`{}` is denied", find.head));
                continue;
            }
            if find.kind != OutcomeKind::NoAgreement && supposed::is_supposed(parse, find.verb) {
                text.trace.dropped(sentence, "outcome", || format!("`{}` is only supposed", find.head));
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
                Some(lead) => party::of_lead(text, cast, lead, sides),
                None => party::told(text, cast, sentence, &find, speaker, sides),
            };
            // One may offer by himself: "Ukraine offers to host a conference".
            let puts = find.status == OutcomeStatus::Proposed
                && told.iter().any(|&actor| party::is_body(cast, actor) && !is_outlet(cast, actor));
            let mut parties =
                if told.len() > 1 || puts || alone && told.iter().any(|&actor| !is_outlet(cast, actor)) {
                    told
                } else {
                    party::parties(text, cast, sentence, &find.words, &speakers, alone, sides)
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
                quantity: counted(words, &find).filter(|_| is_measured(find.kind)),
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

/// Whether a find tells that several agreed, so that the next sentence may tell on what.
fn is_agreed(find: &Find) -> bool {
    matches!(find.kind, OutcomeKind::Agreement | OutcomeKind::Ceasefire | OutcomeKind::JointStatement)
        && matches!(find.status, OutcomeStatus::Agreed | OutcomeStatus::Signed | OutcomeStatus::Implemented)
        || matches!(
            find.kind,
            OutcomeKind::Commitment | OutcomeKind::Withdrawal | OutcomeKind::PrisonerExchange
        ) && find.status == OutcomeStatus::Agreed
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

/// What a find counts: in its words, else between its verb and them, "put two shipping lines on its blacklist", else
/// in what is added behind them, "a second shipment of tents, 20,000 of them".
fn counted(words: &[String], find: &Find) -> Option<Quantity> {
    const ADDED: usize = 4;
    let between = find.verb.min(find.words.start)..find.words.end;
    let behind = find.words.end + 1..(find.words.end + 1 + ADDED).min(words.len());
    let added = || {
        let comma = words.get(find.words.end).is_some_and(|word| word == ",");
        let of_them = words
            .get(behind.clone())
            .filter(|added| comma && added.windows(2).any(|pair| pair[0] == "of" && pair[1] == "them"))?;
        let figure: String = of_them.first()?.chars().filter(|c| *c != ',').collect();
        figure.parse().ok().map(|value| Quantity { value, unit: None })
    };
    quantity::quantity(&words[find.words.clone()])
        .or_else(|| quantity::quantity(&words[between]))
        .or_else(added)
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
