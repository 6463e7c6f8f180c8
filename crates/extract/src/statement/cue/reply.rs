//! Nouns whose words follow: "Obi's reply was that", "the hope of the envoy is that", "a report in the Gazette that".
//!
//! It knows words and agents. Invariant: a noun that nobody is said to own, or that no words follow, gives no cue.

use rapporteur_schema::Act;
use rapporteur_syntax::Upos;

use super::{Cue, body_end, trim};
use crate::agent::Agent;
use crate::mention::MentionKind;
use crate::statement::lexicon::{self, Manner};
use crate::statement::subject::{Clause, is_mark};
use crate::text::word;

/// "Obi's reply was that patience could not be put in a pot", "the argument of Peru is that".
pub(super) fn reply(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    const REPLIES: &[&str] = &[
        "reply",
        "answer",
        "response",
        "argument",
        "contention",
        "retort",
        "message",
        "verdict",
        "view",
        "explanation",
        "advice",
        "conclusion",
        "complaint",
        "position",
        "comment",
        "excuse",
        "rejoinder",
        "defence",
        "defense",
        "hope",
        "fear",
        "wish",
        "line",
        "stance",
        "reason",
        "opinion",
        "reading",
        "assessment",
        "prediction",
        "forecast",
        "warning",
        "demand",
        "claim",
        "objection",
        "point",
        "feeling",
        "belief",
    ];
    const REACH: usize = 16;
    let words = clause.words;
    if !REPLIES.contains(&word(words, at)) {
        return None;
    }
    let (owner, end) = owner(clause, at)?;
    // What stands between is told of the reply, and between commas.
    let apart = word(words, end) == ",";
    let is = (end..(end + REACH).min(words.len())).find(|&is| {
        matches!(word(words, is), "was" | "is" | "were")
            && (matches!(word(words, is + 1), "that" | "“" | "\"" | "``") && word(words, is + 2) != "of"
                || matches!(word(words, is + 1), "no" | "yes") && is_end(words, is + 2))
            && (is == end || apart && word(words, is - 1) == ",")
    })?;
    let end = body_end(words).max(is + 2);
    Some(Cue {
        tokens: at..at + 1,
        act: lexicon::noun(word(words, at)).unwrap_or(Act::Comment),
        manner: Manner::Speech,
        subject: clause.of(owner, None, 0.85),
        words: trim(words, is + 1..end),
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}

fn is_end(words: &[String], at: usize) -> bool {
    words.get(at).is_none_or(|word| is_mark(word))
}

/// Whose a noun is, and where the words about it end: "Obi's reply", "the reply of Obi", "the reason given by Obi".
fn owner<'c>(clause: &'c Clause<'_>, noun: usize) -> Option<(&'c Agent, usize)> {
    let words = clause.words;
    let clitic = noun.checked_sub(1).filter(|&before| matches!(word(words, before), "'s" | "’s" | "'" | "’"));
    if let Some(clitic) = clitic {
        let mut agents = clause.agents.iter();
        let agent = agents.find(|agent| agent.tokens.end == clitic || agent.tokens.end == clitic + 1)?;
        // "Obi of Peru's view" is Obi's.
        return Some((clause.above(agent), noun + 1));
    }
    let given =
        usize::from(matches!(word(words, noun + 1), "given" | "offered" | "put" | "voiced" | "expressed"));
    let of = noun + 1 + given;
    if !matches!(word(words, of), "of" | "from" | "by") {
        return None;
    }
    let agent = clause.phrase(of + 1).filter(|agent| agent.tokens.start <= of + 3)?;
    // "of Obi of Peru is": the state behind the name belongs to it.
    let state = clause
        .agents
        .iter()
        .find(|other| other.tokens.start > agent.tokens.end && clause.above(other).tokens == agent.tokens);
    Some((agent, state.map_or(agent.tokens.end, |state| state.tokens.end)))
}

/// "A report in the Gazette that the two had met", "claims by a London paper that": whose words a noun of telling
/// introduces.
pub(super) fn report(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    const REACH: usize = 5;
    let words = clause.words;
    let told = matches!(
        word(words, at),
        "report"
            | "reports"
            | "story"
            | "stories"
            | "tale"
            | "rumour"
            | "rumor"
            | "allegation"
            | "allegations"
            | "dispatch"
            | "despatch"
            | "account"
            | "accounts"
            | "word"
            | "news"
    );
    if !told || clause.sentence.parse.tokens.get(at).is_none_or(|token| token.upos != Upos::Noun) {
        return None;
    }
    // "a story put out by a station in Douala that", "a report carried by one agency"
    let by = (at + 1..at + REACH)
        .take_while(|&by| !is_mark(word(words, by)) && word(words, by) != "that")
        .find(|&by| matches!(word(words, by), "in" | "on" | "by" | "from" | "of"))?;
    let agent = clause.phrase(by + 1).filter(|agent| agent.tokens.start <= by + 3)?;
    let teller = matches!(agent.kind, MentionKind::Outlet | MentionKind::Unnamed | MentionKind::Person)
        || word(words, by) == "by";
    let end = body_end(words);
    let that =
        (agent.tokens.end..(agent.tokens.end + REACH).min(end)).find(|&that| word(words, that) == "that")?;
    let tail = (that + 1..end).find(|&mark| matches!(word(words, mark), ";" | ":")).unwrap_or(end);
    teller.then(|| Cue {
        tokens: at..at + 1,
        act: lexicon::noun(word(words, at)).unwrap_or(Act::Comment),
        manner: Manner::Act,
        subject: clause.of(agent, Some(agent.tokens.end), 0.7),
        words: that + 1..tail,
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}
