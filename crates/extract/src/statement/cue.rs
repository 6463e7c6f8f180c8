//! The words of a sentence that say that someone spoke: verbs, nouns, "according to".
//!
//! A cue knows its subject and which tokens tell what was said; quotations are joined to cues in
//! [`attribution`](super::attribution). Words inside quotation marks give no cue.

use std::ops::Range;

use rapporteur_schema::Act;

use crate::agent::Agent;
use crate::cast::{ActorNumber, Cast};
use crate::statement::lexicon::Manner;
use crate::statement::subject::{Clause, Subject, is_mark};
use crate::text::{Text, word};

mod accepted;
mod answered;
mod colon;
mod form;
mod noun;
mod reply;
mod said;
mod source;
mod stance;
mod teller;
mod through;
mod unsaid;
mod verb;

pub(super) use accepted::accepted;

/// A word that says that someone spoke.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cue {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The act the word performs by itself.
    pub act: Act,
    /// How it takes what is said.
    pub manner: Manner,
    /// Who spoke.
    pub subject: Subject,
    /// The tokens that tell what was said; for an act, with the verb.
    pub words: Range<usize>,
    /// To whom.
    pub audience: Vec<ActorNumber>,
    /// Through whom.
    pub reported_by: Vec<ActorNumber>,
}

/// The cues of a sentence. `quoted` tells which tokens stand in quotation marks, `understood` whose the first verb is
/// where the sentence leaves it out.
pub(super) fn cues(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    agents: &[Agent],
    quoted: &[bool],
    understood: Option<&Subject>,
) -> Vec<Cue> {
    let words = text.lower(sentence);
    let clause = Clause { words, agents, sentence: &text.sentences[sentence], lexicon: text.lexicon };
    let mut found: Vec<Cue> = Vec::new();
    for (at, &quoted) in quoted.iter().enumerate() {
        if quoted || agents.iter().any(|agent| agent.tokens.contains(&at)) {
            continue;
        }
        // "Obi rang and, according to the palace, warned": who told of it does not go on.
        let goes_on = |cue: &&Cue| !matches!(word(words, cue.tokens.start), "according" | "citing");
        let last = found.iter().rev().find(goes_on).map(|cue| &cue.subject);
        let before: Option<Subject> = last.or(understood).cloned();
        let cue = source::source(&clause, at)
            .or_else(|| verb::verb(&clause, (text, cast, sentence), at, before.as_ref(), &found))
            .or_else(|| stance::stance(&clause, at, &found))
            .or_else(|| reply::reply(&clause, at))
            .or_else(|| reply::report(&clause, at))
            .or_else(|| noun::noun(&clause, cast, sentence, at))
            .or_else(|| colon::colon(&clause, at))
            .or_else(|| colon::trailing(&clause, at));
        found.extend(cue.map(|cue| through::through(&clause, cue)));
    }
    for index in 0..found.len() {
        nest(&mut found, index);
    }
    // "Peru was willing to sign, the envoy said": a stance that somebody tells of is what he says.
    found.retain(|cue| cue.reported_by.is_empty() || !stance::is_stance(&clause, cue.tokens.start));
    // "who asked not to be named": nothing is said by it.
    found.retain(|cue| !asks_not_to_be_named(words, cue.tokens.start));
    for cue in &found {
        text.trace.kept(sentence, "statement/cue", || {
            let names: Vec<&str> =
                cue.subject.actors.iter().map(|&actor| cast.members[actor].name.as_str()).collect();
            let said = words.get(cue.words.clone()).unwrap_or_default().join(" ");
            format!("`{}` of [{}]: {:?} »{said}«", words[cue.tokens.start], names.join(", "), cue.act)
        });
    }
    found
}

/// Whether a verb only says why somebody has no name.
fn asks_not_to_be_named(words: &[String], verb: usize) -> bool {
    const NEAR: usize = 6;
    let named = |word: &String| matches!(word.as_str(), "named" | "identified" | "quoted");
    matches!(word(words, verb), "asked" | "asks" | "asking" | "requested")
        && matches!(word(words, verb + 1), "not" | "anonymity")
        && (word(words, verb + 1) == "anonymity" || words[verb..].iter().take(NEAR).any(named))
}

/// The tokens of the sentence without its last mark.
fn body_end(words: &[String]) -> usize {
    words.iter().rposition(|word| word.chars().any(char::is_alphanumeric)).map_or(0, |at| at + 1)
}

/// Drops marks and "that" at the edges.
pub(super) fn trim(words: &[String], range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end.min(words.len()));
    while start < end && (is_mark(&words[start]) || words[start] == "that") {
        start += 1;
    }
    while start < end && matches!(words[end - 1].as_str(), "," | ";" | ":" | "—" | "–" | "as" | "and") {
        end -= 1;
    }
    start..end
}

/// A cue within the words of another is passed on by the other's speaker.
fn nest(cues: &mut [Cue], index: usize) {
    let inner = &cues[index];
    let outer = cues.iter().enumerate().rev().find(|(at, outer)| {
        *at != index
            && outer.manner == Manner::Speech
            && outer.words.start <= inner.tokens.start
            && inner.tokens.end <= outer.words.end
            && outer.subject.actors != inner.subject.actors
            && outer.act == Act::Comment
    });
    if let Some((_, outer)) = outer {
        let reporters = outer.subject.actors.clone();
        let inner = &mut cues[index];
        for reporter in reporters {
            if !inner.reported_by.contains(&reporter) && !inner.subject.actors.contains(&reporter) {
                inner.reported_by.push(reporter);
            }
        }
    }
}
