//! Cues without a verb of saying: "according to the minister", "citing officials", "in the official's words".
//!
//! It knows words and agents. Invariant: the one named is a source of the whole sentence around the cue.

use std::ops::Range;

use rapporteur_schema::Act;

use super::{Cue, body_end, trim};
use crate::agent::Agent;
use crate::mention::MentionKind;
use crate::statement::lexicon::{self, Manner};
use crate::statement::subject::Clause;
use crate::text::word;

/// The cue that begins at a token.
pub(super) fn source(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    according_to(clause, at)
        .or_else(|| in_words_of(clause, at))
        .or_else(|| heard_from(clause, at))
        .or_else(|| for_whom(clause, at))
        .or_else(|| as_put(clause, at))
}

/// "As Obi put it", "as the envoy sees it", "if Obi is to be believed".
fn as_put(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let words = clause.words;
    let agent = clause.phrase(at + 1).filter(|_| matches!(word(words, at), "as" | "if"))?;
    let end = (agent.tokens.end..agent.tokens.end + 4).find(|&verb| {
        let verb = |ahead: usize| word(words, verb + ahead);
        match word(words, at) {
            "as" => {
                matches!(verb(0), "put" | "puts" | "sees" | "saw" | "tells" | "told" | "had" | "has")
                    && verb(1) == "it"
            }
            _ => (verb(0), verb(1), verb(2)) == ("to", "be", "believed"),
        }
    })? + 2;
    let end = end + usize::from(word(words, end) == "believed");
    let last = body_end(words);
    let said = if at > 1 { 0..at } else { end..last.max(end) };
    Some(sourced(clause, agent, at..at + 1, (end, 0.85), said))
}

/// "For Obi, the envoy, it was too early to speak": whose opinion it is.
fn for_whom(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let words = clause.words;
    let opens = at == 0 || matches!(word(words, at - 1), ";" | ":");
    let agent = clause.phrase(at + 1).filter(|_| opens && word(words, at) == "for")?;
    let end = agent.tokens.end;
    let it = matches!(
        (word(words, end + 1), word(words, end + 2)),
        ("it" | "this" | "that", "is" | "was" | "would")
    );
    (word(words, end) == "," && it)
        .then(|| sourced(clause, agent, at..at + 1, (end, 0.7), end + 1..body_end(words)))
}

/// "The Council heard from the envoy, Ada Obi, that".
fn heard_from(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    const NEAR: usize = 3;
    let words = clause.words;
    if !matches!((word(words, at), word(words, at + 1)), ("heard" | "learned" | "learnt", "from")) {
        return None;
    }
    let agent = clause.phrase(at + 2)?;
    let end = body_end(words);
    let that =
        (agent.tokens.end..(agent.tokens.end + NEAR).min(end)).find(|&that| word(words, that) == "that")?;
    Some(sourced(clause, agent, at..at + 2, (agent.tokens.end, 0.8), that + 1..end))
}

fn according_to(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let words = clause.words;
    let cited = word(words, at) == "citing";
    let length = match (word(words, at), word(words, at + 1)) {
        ("according", "to") => 2,
        _ if cited => 1,
        _ => return None,
    };
    let first = at + length;
    let near = || clause.agents.iter().find(|agent| (first..first + 4).contains(&agent.tokens.start));
    let agent = clause.phrase(first).or_else(near)?;
    let (end, behind) = (body_end(words), agent.tokens.end);
    // "The envoys met, and according to him it was short": what follows; "the truce, according to him, holds": all of it.
    let opens = at < 2 || matches!(word(words, at - 1), "and" | "but" | ";" | "—" | "–");
    let within = at > 0 && word(words, at - 1) == "," && word(words, behind) == "," && behind + 1 < end;
    let said = match (opens, within) {
        (true, _) => behind.min(end)..end,
        (false, true) => 0..end,
        (false, false) => 0..at,
    };
    Some(sourced(clause, agent, at..first, (behind, 0.9), said))
}

/// "In the official's words", "in the words of one participant", "by the ministry's account".
fn in_words_of(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let words = clause.words;
    if !matches!(word(words, at), "in" | "by") {
        return None;
    }
    if (word(words, at), word(words, at + 1), word(words, at + 3)) == ("in", "the", "of")
        && lexicon::is_view(word(words, at + 2))
    {
        let agent = clause.agents.iter().find(|agent| (at + 4..at + 6).contains(&agent.tokens.start))?;
        let end = agent.tokens.end;
        let said = if at > 2 { 0..at } else { end..body_end(words) };
        return Some(sourced(clause, agent, at..at + 4, (end, 0.85), said));
    }
    let agent = clause.agents.iter().find(|agent| (at + 1..at + 3).contains(&agent.tokens.start))?;
    let clitic = matches!(word(words, agent.tokens.end), "'s" | "’s" | "'" | "’");
    // "in his view": the pronoun owns it by itself.
    let clitic = clitic || agent.kind == MentionKind::Pronoun;
    let noun = agent.tokens.end + usize::from(clitic && agent.kind != MentionKind::Pronoun);
    let own = usize::from(word(words, noun) == "own");
    let told = lexicon::is_view(word(words, noun + own));
    if !clitic || !told {
        return None;
    }
    let end = noun + own + 1;
    let said = if end < body_end(words) { end..body_end(words) } else { 0..at };
    Some(sourced(clause, agent, at..end, (end, 0.85), said))
}

/// What an agent is the source of, by a cue that ends with the agent's own words.
fn sourced(
    clause: &Clause<'_>,
    agent: &Agent,
    tokens: Range<usize>,
    (end, confidence): (usize, f64),
    said: Range<usize>,
) -> Cue {
    Cue {
        tokens,
        act: Act::Comment,
        manner: Manner::Speech,
        subject: clause.of(agent, Some(end), confidence),
        words: trim(clause.words, said),
        audience: Vec::new(),
        reported_by: Vec::new(),
    }
}
