//! Who came with somebody: "accompanied by X", "the delegation included Y", "also attending were Z", "X sat in
//! on the meeting". They sit in the meeting just told, of several the one in which they have company.
//!
//! Reads words and the tree of one sentence; finds no meetings. Invariant: only persons, and none of
//! whom the words deny it.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::{FineTag, Relation, Upos};

use super::super::modality::{self, Reading};
use super::super::party::Room;
use crate::cast::ActorNumber;
use rapporteur_schema::MeetingStatus;

/// Those whom one verb puts beside somebody.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Company {
    /// Who came along.
    pub persons: Vec<ActorNumber>,
    /// With whom, where the words name them.
    pub with: Vec<ActorNumber>,
    /// Whether it is told of what is to come.
    pub to_come: bool,
}

/// How many tokens behind a word what completes it may stand.
const NEAR: usize = 10;
/// Nouns for those who come together.
const PARTIES: &[&str] = &[
    "delegation",
    "delegations",
    "team",
    "side",
    "party",
    "entourage",
    "group",
    "mission",
    "contingent",
    "participants",
    "attendees",
    "speakers",
    "guests",
    "delegates",
    "others",
];

/// Reads the companions that a sentence tells of.
pub(super) fn companions(room: &Room<'_>) -> Vec<Company> {
    let parse = &room.text.sentences[room.sentence].parse;
    let word = |at: usize| room.words.get(at).map(|word| word.to_lowercase()).unwrap_or_default();
    let mut found = Vec::new();
    for at in 0..parse.len() {
        let token = &parse.tokens[at];
        let lemma = token.lemma.as_str();
        let next = word(at + 1);
        let mut company = Company::default();
        match lemma {
            "accompany" | "flank" | "join" | "escort" if next == "by" || parse.is_passive(at) => {
                let by = (at + 1..(at + NEAR).min(parse.len())).find(|&by| word(by) == "by");
                let Some(by) = by else { continue };
                company.persons = behind(room, by + 1);
                company.with = whose(room, at);
                // Whoever joins the meeting itself is read elsewhere.
                let several = || parse.subjects(at).any(|subject| room.group(subject).is_some());
                if lemma == "join" && company.with.is_empty() && !several() {
                    continue;
                }
            }
            // "With them, for the first time, were X and Y"
            "with" if at == 0 && matches!(next.as_str(), "them" | "him" | "her") => {
                let is = (at + 2..(at + NEAR).min(parse.len()))
                    .find(|&is| matches!(word(is).as_str(), "was" | "were" | "is" | "are" | "came" | "sat"));
                let Some(is) = is else { continue };
                company.persons = behind(room, is + 1);
            }
            "accompany" | "escort" if token.upos == Upos::Verb && !parse.is_passive(at) => {
                company.persons = subjects(room, at);
                company.with = parse.objects(at).flat_map(|object| room.actors(object)).collect();
            }
            "include" | "comprise" | "consist" | "composed" => {
                let of_party = parse
                    .subjects(at)
                    .chain(parse.understood_subject(at))
                    .chain(parse.head(at))
                    .find(|&noun| PARTIES.contains(&word(noun).as_str()))
                    .or_else(|| (0..at).rev().take(5).find(|&noun| PARTIES.contains(&word(noun).as_str())));
                let Some(noun) = of_party else { continue };
                company.persons = behind(room, at + 1);
                company.with = room.modifiers(noun);
            }
            // "The meeting was also attended by X": beside those of whom it was told before.
            "attend" if matches!(next.as_str(), "was" | "were") => company.persons = behind(room, at + 2),
            "present" if matches!(next.as_str(), "was" | "were") => company.persons = behind(room, at + 2),
            // "Also present at the talks were X and Y"
            "present" if at <= 1 => {
                let is = (at + 1..(at + NEAR).min(parse.len()))
                    .find(|&is| matches!(word(is).as_str(), "was" | "were"));
                let Some(is) = is else { continue };
                company.persons = behind(room, is + 1);
            }
            "attend" if next == "by" && (0..at).rev().take(3).any(|before| word(before) == "also") => {
                company.persons = behind(room, at + 2);
            }
            // "They met in the presence of the ambassador, X"
            "presence" if parse.case(at).is_some_and(|case| word(case) == "in") && next == "of" => {
                company.persons = parse
                    .children_by(at, Relation::NominalModifier)
                    .flat_map(|who| room.actors(who))
                    .collect();
            }
            // "I was also present, as was my French colleague, M. X", "So did Y"
            "as" | "so" if matches!(next.as_str(), "was" | "were" | "did") => {
                let there = ["present", "there", "attend", "attended", "came", "part"];
                let before =
                    room.words[..at].iter().any(|word| there.contains(&word.to_lowercase().as_str()));
                if !before {
                    continue;
                }
                company.persons = behind(room, at + 2);
            }
            "sit" if next == "in" && word(at + 2) == "on" => company.persons = subjects(room, at),
            // "The president was with us"
            "we" | "i" if parse.case(at).is_some_and(|case| word(case) == "with") => {
                let copula = parse.children_by(at, Relation::Copula).next();
                if !copula.is_some_and(|copula| matches!(word(copula).as_str(), "was" | "were")) {
                    continue;
                }
                company.persons = subjects(room, at);
            }
            // "X was there", "X was also present", "X was with me"
            "there" | "present" => {
                let copula = parse.children_by(at, Relation::Copula).next();
                let past = copula.is_some_and(|copula| matches!(word(copula).as_str(), "was" | "were"));
                if !past || word(at.saturating_sub(1)) == "not" || parse.negated(at) {
                    continue;
                }
                company.persons = subjects(room, at);
            }
            _ => continue,
        }
        if parse.negated(at) {
            continue;
        }
        match modality::modality(parse, room.words, at) {
            Reading::Silent | Reading::Status(MeetingStatus::Held) => {}
            Reading::Status(MeetingStatus::Planned) => company.to_come = true,
            _ => continue,
        }
        let is_person = |actor: &ActorNumber| room.cast.members[*actor].kind == ActorKind::Person;
        company.persons.retain(is_person);
        company.with.retain(|actor| !company.persons.contains(actor));
        if !company.persons.is_empty() {
            found.push(company);
        }
    }
    found
}

/// The persons named from a token on, as far as no verb begins another clause.
fn behind(room: &Room<'_>, from: usize) -> Vec<ActorNumber> {
    let parse = &room.text.sentences[room.sentence].parse;
    let finite = |at: usize| {
        matches!(parse.tokens[at].tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md)
            && parse.tokens[at].upos != Upos::Adjective
    };
    let end = (from..parse.len()).find(|&at| finite(at) || room.words[at] == ";").unwrap_or(parse.len());
    let named = room.agents.iter().filter(|agent| (from..end).contains(&agent.tokens.start));
    named.map(|agent| agent.actor).collect()
}

/// The actors of a verb's subject, of "who" those of the noun before it.
fn subjects(room: &Room<'_>, verb: usize) -> Vec<ActorNumber> {
    let parse = &room.text.sentences[room.sentence].parse;
    let subjects = super::frame::acting(parse, verb);
    subjects.into_iter().flat_map(|subject| super::frame::referent(room, parse, subject)).collect()
}

/// Whom a passive verb has as its subject, or as the noun that it stands behind.
fn whose(room: &Room<'_>, verb: usize) -> Vec<ActorNumber> {
    let found = subjects(room, verb);
    if !found.is_empty() {
        return found;
    }
    let parse = &room.text.sentences[room.sentence].parse;
    parse.head(verb).map(|noun| room.actors(noun)).unwrap_or_default()
}
