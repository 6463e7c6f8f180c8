//! An outcome made of a find: whether it is one at all, whom it binds, and what it counts.
//!
//! It knows what stands around the words that `find` has found, and looks for none. Invariant: what someone denies,
//! what is only supposed and what private persons do is none.

use std::ops::Range;

use rapporteur_schema::{Act, OutcomeKind, OutcomeStatus, Quantity};

use super::find::Find;
use super::{FoundOutcome, body, grammar, lexicon, party, private, quantity, several, supposed};
use crate::affiliation::Affiliations;
use crate::cast::{ActorNumber, Cast};
use crate::lexicon::is_calendar;
use crate::mention::MentionKind;
use crate::statement::FoundStatement;
use crate::text::{BlockKind, Text};

/// A text, and what is read of it before its outcomes.
pub(super) struct Maker<'a> {
    text: &'a Text<'a>,
    cast: &'a Cast,
    sides: &'a Affiliations,
    statements: &'a [FoundStatement],
    denied: Vec<&'a Range<usize>>,
    body: Option<ActorNumber>,
}

impl<'a> Maker<'a> {
    pub(super) fn new(
        text: &'a Text<'a>,
        cast: &'a Cast,
        sides: &'a Affiliations,
        statements: &'a [FoundStatement],
    ) -> Self {
        let denials = statements.iter().filter(|statement| statement.act == Act::Deny);
        let denied = denials.map(|statement| &statement.words).collect();
        Self { text, cast, sides, statements, denied, body: body::of(text, cast) }
    }

    /// The outcome that a find in a sentence tells, an item of a list that a `leader` opens.
    pub(super) fn outcome(&self, sentence: usize, find: Find, leader: Option<usize>) -> Option<FoundOutcome> {
        let Self { text, cast, .. } = *self;
        let range = text.bytes(sentence, find.words.clone());
        if let Some(why) = self.why_not(sentence, &find, &range) {
            text.trace.dropped(sentence, "outcome", || format!("`{}` {why}", find.head));
            return None;
        }
        let words = text.lower(sentence);
        let parties = self.parties(sentence, &find, &range, leader);
        let joint = find.kind == OutcomeKind::Commitment
            && parties.len() > 1
            && words.get(find.verb).is_some_and(|verb| lexicon::pledge(verb) == Some("agree"))
            && !lexicon::is_intent(&find.head);
        let headline = matches!(text.block_of(sentence).kind, BlockKind::Title | BlockKind::Heading);
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
            format!("`{}`: {:?}, {:?}, of [{}]", outcome.head, outcome.kind, outcome.status, names.join(", "))
        });
        Some(outcome)
    }

    /// Why a find is no outcome, if it is none.
    fn why_not(&self, sentence: usize, find: &Find, range: &Range<usize>) -> Option<&'static str> {
        let parse = &self.text.sentences[sentence].parse;
        // "There was no progress": the denial is the outcome itself.
        let itself = find.head == "no progress";
        if !itself && self.denied.iter().any(|denied| denied.start <= range.start && range.end <= denied.end)
        {
            return Some("is denied");
        }
        if find.kind != OutcomeKind::NoAgreement && supposed::is_supposed(parse, find.verb) {
            return Some("is only supposed");
        }
        if private::is_private(parse, find.verb) {
            return Some("is of private persons");
        }
        if find.kind == OutcomeKind::FurtherTalks && private::is_contest(self.text.lower(sentence)) {
            return Some("is of a contest");
        }
        (find.head == "it" && !tells_of_talks(self.text, sentence)).then_some("has no talks before it")
    }

    /// Whom a find binds.
    fn parties(
        &self,
        sentence: usize,
        find: &Find,
        range: &Range<usize>,
        leader: Option<usize>,
    ) -> Vec<ActorNumber> {
        let Self { text, cast, sides, statements, .. } = *self;
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
        ) && !several::is_of_several(text.lower(sentence), find.words.start.min(find.verb));
        let speaker = own_speaker(statements, range);
        let told = match leader {
            Some(lead) => party::of_lead(text, cast, lead, sides),
            None => party::told(text, cast, sentence, find, speaker, sides),
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
        if let Some(body) = self.body
            && (body::is_collective(text, sentence, find.verb) || find.kind == OutcomeKind::JointStatement)
            && !parties.contains(&body)
        {
            if !party::are_named(cast, sentence, &parties) {
                parties = vec![body];
            } else {
                parties.push(body);
            }
        }
        parties
    }
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
