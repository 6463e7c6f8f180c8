//! A colon behind which somebody's words stand without quotation marks: "Obi was blunt: the treaty was dead", "Obi, the
//! envoy: we shall not go".
//!
//! It knows words, syntax and agents. Invariant: a colon before a list, or behind nobody, gives no cue.

use rapporteur_schema::Act;
use rapporteur_syntax::{FineTag, Upos};

use super::{Cue, body_end, trim};
use crate::agent::Agent;
use crate::mention::MentionKind;
use crate::statement::lexicon::{self, Manner};
use crate::statement::subject::{Clause, Subject};
use crate::text::word;

/// How one is when one speaks: "was blunt: the treaty was dead".
const SPEAKS_SO: &[&str] = &[
    "blunt",
    "clear",
    "firm",
    "frank",
    "brief",
    "short",
    "curt",
    "succinct",
    "categorical",
    "emphatic",
    "adamant",
    "unequivocal",
    "explicit",
    "plain",
    "terse",
    "defiant",
    "unmoved",
    "unrepentant",
    "unapologetic",
    "cautious",
    "scathing",
    "simple",
    "unambiguous",
    "specific",
    "candid",
    "philosophical",
    "dismissive",
    "insistent",
    "doubt",
    "unimpressed",
    "laconic",
    "unyielding",
    "uncompromising",
    "prompt",
    "swift",
];

/// Nouns for what one says that are no act: "had an answer: the roll must be redrawn".
const SAYINGS: &[&str] = &[
    "answer",
    "answers",
    "reply",
    "response",
    "message",
    "word",
    "words",
    "advice",
    "verdict",
    "question",
    "questions",
    "argument",
    "reaction",
    "explanation",
    "conclusion",
    "condition",
    "conditions",
    "point",
    "points",
    "amendment",
    "line",
    "position",
    "news",
    "excuse",
    "reason",
    "reasons",
    "recipe",
    "retort",
    "rejoinder",
    "account",
    "version",
    "summary",
    "formula",
];

/// In what one speaks: "in her welcome: the line is to be closed".
const SPOKEN: &[&str] = &[
    "statement",
    "speech",
    "welcome",
    "letter",
    "message",
    "interview",
    "address",
    "toast",
    "post",
    "tweet",
    "reply",
    "answer",
    "telegram",
    "cable",
    "broadcast",
    "sermon",
];

/// The cue that a colon is.
pub(super) fn colon(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let words = clause.words;
    let end = body_end(words);
    if word(words, at) != ":" || at == 0 || at + 1 >= end {
        return None;
    }
    let from = (0..at).rev().find(|&mark| matches!(word(words, mark), ";" | ":")).map_or(0, |mark| mark + 1);
    let (subject, act) = named(clause, from, at).or_else(|| told(clause, from, at))?;
    Some(Cue {
        tokens: at..at + 1,
        act,
        manner: Manner::Speech,
        subject,
        words: trim(words, at + 1..end),
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}

/// The name behind a headline that says whose it is: "Debt cannot be paid - Obi", "DEBT CANNOT BE PAID: OBI".
pub(super) fn trailing(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let words = clause.words;
    let end = body_end(words);
    if at < 3 || !matches!(word(words, at), ":" | "-" | "—" | "–") {
        return None;
    }
    let tag = |at: usize| clause.sentence.parse.tokens.get(at).map(|token| token.tag);
    let finite =
        |at: usize| matches!(tag(at), Some(FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md));
    let alone = (at + 1..end).all(|at| clause.is_agent(at) || !finite(at));
    let agent = clause.phrase(at + 1).filter(|agent| {
        let person = matches!(agent.kind, MentionKind::Person | MentionKind::Described);
        person && alone && agent.tokens.start <= at + 2
    })?;
    // What is told before it has nobody of its own: "Obi met two envoys: Lund and Novak" does.
    let free = clause.agents.iter().all(|other| other.tokens.start >= at || !is_subject(clause, other));
    ((0..at).any(finite) && free).then(|| Cue {
        tokens: at..at + 1,
        act: Act::Comment,
        manner: Manner::Speech,
        subject: clause.of(agent, Some(agent.tokens.end), 0.7),
        words: trim(words, 0..at),
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}

/// Whether somebody acts by a verb right behind.
fn is_subject(clause: &Clause<'_>, agent: &Agent) -> bool {
    let parse = &clause.sentence.parse;
    let person = matches!(agent.kind, MentionKind::Person | MentionKind::Described);
    person
        && parse
            .tokens
            .get(agent.tokens.end)
            .is_some_and(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary))
}

/// Nothing but a name before the colon: "Obi, Peru's envoy: we shall not go".
fn named(clause: &Clause<'_>, from: usize, colon: usize) -> Option<(Subject, Act)> {
    let parse = &clause.sentence.parse;
    let free = |at: usize| !clause.is_agent(at);
    let verb = |at: usize| {
        parse.tokens.get(at).is_some_and(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary))
    };
    // "Moldova's President, Ilinca Obi, in her welcome: the line is to be closed"
    const OWNER: usize = 5;
    let owned = |start: usize| {
        start <= from + OWNER && matches!(word(clause.words, start.saturating_sub(1)), "'s" | "’s")
    };
    let agent =
        clause.phrase(from).filter(|agent| agent.tokens.start <= from + 1 || owned(agent.tokens.start))?;
    let behind = |back: usize| word(clause.words, agent.tokens.end + back);
    // "Obi to our reporter: he is ready", "Obi from the rostrum: Peru will pay", "Obi in a statement: Peru will pay"
    let spoken = |at: usize| SPOKEN.contains(&word(clause.words, at));
    let within = behind(0) == "in"
        && matches!(behind(1), "a" | "an" | "his" | "her" | "their")
        && (agent.tokens.end..colon).any(spoken);
    let apposed = agent.tokens.end == colon || matches!(behind(0), "," | "to" | "from") || within;
    // "In a written statement": what is written is no verb.
    let end = if within { agent.tokens.end } else { colon };
    if (from..end).any(|at| free(at) && verb(at)) {
        return None;
    }
    let person = matches!(agent.kind, MentionKind::Person | MentionKind::Described | MentionKind::Unnamed);
    let rest = colon + 1..clause.words.len();
    let own = |at: usize| matches!(word(clause.words, at), "we" | "our" | "us" | "i" | "my");
    let finite = |at: usize| {
        parse.tokens.get(at).is_some_and(|token| {
            matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md)
        })
    };
    let speaks =
        if person { rest.clone().any(finite) } else { rest.clone().any(own) && rest.clone().any(finite) };
    (apposed && speaks).then(|| (clause.of(agent, None, 0.75), Act::Comment))
}

/// The clause before the colon tells that somebody speaks: "was blunt:", "had an answer:", "came with a demand:".
fn told(clause: &Clause<'_>, from: usize, colon: usize) -> Option<(Subject, Act)> {
    const NEAR: usize = 3;
    let words = clause.words;
    let parse = &clause.sentence.parse;
    let verb = |at: usize| {
        parse
            .tokens
            .get(at)
            .is_some_and(|token| matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp))
    };
    let last = colon - 1;
    let copula = (from..colon).rev().find(|&at| matches!(word(words, at), "was" | "is" | "were" | "are"));
    let so = copula.is_some() && SPEAKS_SO.contains(&word(words, last));
    let noun = (last.saturating_sub(NEAR).max(from)..colon).rev().find(|&at| {
        let noun = parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Noun);
        noun && (lexicon::noun(word(words, at)).is_some() || SAYINGS.contains(&word(words, at)))
    });
    if !so && noun.is_none() {
        return None;
    }
    let act = noun.and_then(|noun| lexicon::noun(word(words, noun))).unwrap_or(Act::Comment);
    let finite = (from..colon).rev().find(|&at| verb(at) && !clause.is_agent(at))?;
    let within =
        |agent: &&Agent| agent.tokens.start >= from && agent.tokens.end <= finite && !clause.governed(agent);
    let nearest = || clause.agents.iter().rev().find(within);
    let by_syntax = parse.subjects(finite).next().and_then(|head| {
        clause.agents.iter().find(|agent| agent.tokens.contains(&head) && agent.tokens.end <= colon)
    });
    // "Chad's answer was brief:", "the message from Obi was blunt:"
    let source = || {
        let noun = (from..finite).find(|&at| SAYINGS.contains(&word(words, at)))?;
        let owner = clause.agents.iter().find(|agent| {
            agent.tokens.end < noun
                && agent.tokens.end + 2 >= noun
                && matches!(word(words, agent.tokens.end), "'s" | "’s")
        });
        let from =
            || matches!(word(words, noun + 1), "from" | "of").then(|| clause.phrase(noun + 2)).flatten();
        owner.or_else(from)
    };
    let agent = source().or(by_syntax).or_else(nearest)?;
    Some((clause.of(agent, None, 0.7), act))
}
