//! Outcomes: what came of it all, told once however often the text says it.
//!
//! The way: `find` reads a sentence's words, `grammar` what its syntax tells whatever the words are,
//! [`quantity`] counts, `party` tells whom it binds, `made` makes an outcome of it, and here the tellings are
//! merged. It makes no records.
//! Invariant: an outcome has an explicit cue in its evidence, and what someone denies is none.

pub use self::plover::codes;

use std::ops::Range;

use rapporteur_schema::{OutcomeKind, OutcomeStatus, Quantity};

use self::find::Find;
use self::grammar::Lead;
use self::made::Maker;
use self::telling::{merge, same};
use crate::affiliation::Affiliations;
use crate::cast::{ActorNumber, Cast};
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
mod made;
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
    let mut found: Vec<FoundOutcome> = Vec::new();
    let maker = Maker::new(text, cast, sides, statements);
    // The sentence that leads the list which the sentence is an item of.
    let mut lead: Option<(usize, Lead)> = None;
    // The last sentence that told of something agreed.
    let mut agreed: Option<usize> = None;
    for sentence in 0..text.sentences.len() {
        if !can_tell(text, sentence) {
            continue;
        }
        let kind = text.block_of(sentence).kind;
        let words = text.lower(sentence);
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
            let Some(outcome) = maker.outcome(sentence, find, leader) else { continue };
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

/// Whether a sentence can tell of outcomes: who asks tells nothing, nor does what stands under a picture.
fn can_tell(text: &Text<'_>, sentence: usize) -> bool {
    let layout = matches!(
        text.block_of(sentence).kind,
        BlockKind::Caption | BlockKind::Byline | BlockKind::Timestamp | BlockKind::Furniture
    );
    !layout && text.lower(sentence).last().is_none_or(|last| last != "?")
}

#[cfg(test)]
mod tests;
