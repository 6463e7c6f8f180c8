//! Nouns that are an act: "Obi's demand that", "a Chilean proposal", "issued an ultimatum".
//!
//! It knows words and agents. Invariant: a noun that nobody is said to own or to make gives no cue.

use super::{Cue, body_end, word};
use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::statement::lexicon::{self, Manner};
use crate::statement::subject::{Clause, Subject, is_mark};

/// "Obi's reply was that patience could not be put in a pot".
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
    ];
    const REACH: usize = 16;
    let words = clause.words;
    let clitic =
        at.checked_sub(1).filter(|&before| matches!(word(words, before), "'s" | "’s" | "'" | "’"))?;
    if !REPLIES.contains(&word(words, at)) {
        return None;
    }
    let owner =
        clause.agents.iter().find(|agent| agent.tokens.end == clitic || agent.tokens.end == clitic + 1)?;
    // What stands between is told of the reply, and between commas.
    let apart = word(words, at + 1) == ",";
    let is = (at + 1..(at + REACH).min(words.len())).find(|&is| {
        matches!(word(words, is), "was" | "is" | "were")
            && matches!(word(words, is + 1), "that" | "“" | "\"" | "``")
            && word(words, is + 2) != "of"
            && (is == at + 1 || apart && word(words, is - 1) == ",")
    })?;
    let end = body_end(words).max(is + 2);
    Some(Cue {
        tokens: at..at + 1,
        act: lexicon::noun(word(words, at)).unwrap_or(rapporteur_schema::Act::Comment),
        manner: Manner::Speech,
        subject: clause.of(owner, None, 0.85),
        words: super::trim(words, is + 1..end),
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}

/// "Obi's demand that", "a Chilean proposal", "an appeal by Obi".
pub(super) fn noun(clause: &Clause<'_>, cast: &Cast, sentence: usize, at: usize) -> Option<Cue> {
    let words = clause.words;
    let act = lexicon::noun(word(words, at))?;
    let possessive =
        at.checked_sub(1).filter(|&before| matches!(word(words, before), "'s" | "’s" | "'" | "’"));
    let owner = possessive.and_then(|clitic| {
        clause.agents.iter().find(|agent| agent.tokens.end == clitic || agent.tokens.end == clitic + 1)
    });
    let opinion = matches!(word(words, at), "view" | "opinion" | "judgement" | "judgment");
    // "At the invitation of the President" tells how a visit came about.
    if word(words, at) == "invitation"
        && at > 1
        && word(words, at - 2) == "at"
        && word(words, at - 1) == "the"
    {
        return None;
    }
    let made = matches!(
        word(words, at),
        "proposal" | "offer" | "demand" | "request" | "appeal" | "suggestion" | "refusal" | "invitation"
    );
    let behind = (matches!(word(words, at + 1), "by" | "from")
        || (opinion || made) && word(words, at + 1) == "of")
        .then(|| {
            let near = || clause.agents.iter().find(|agent| (at + 2..at + 4).contains(&agent.tokens.start));
            clause.phrase(at + 2).or_else(near)
        })
        .flatten();
    let adjective = || {
        let (_, mention) = cast
            .mention_at(sentence, at.checked_sub(1)?)
            .filter(|(_, m)| m.kind == MentionKind::Adjective)?;
        Some(Subject {
            actors: vec![cast.state(mention.country?)?],
            start: mention.tokens.start,
            behind: None,
            kind: MentionKind::Adjective,
            confidence: 0.7,
        })
    };
    let named = owner.or(behind).map(|agent| clause.of(agent, None, 0.85));
    let subject = named.or_else(|| made_by(clause, at)).or_else(adjective)?;
    let end = body_end(words).max(at + 1);
    let tail = (at + 1..end).find(|&mark| matches!(word(words, mark), "," | ";" | ":")).unwrap_or(end);
    Some(Cue {
        tokens: at..at + 1,
        act,
        manner: Manner::Act,
        subject,
        words: at..tail,
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}

/// Who "issued an ultimatum", "reiterated its demand", "made an appeal": the subject of the verb before.
fn made_by(clause: &Clause<'_>, noun: usize) -> Option<Subject> {
    const REACH: usize = 4;
    const MAKES: &[&str] = &[
        "issued",
        "issues",
        "made",
        "makes",
        "delivered",
        "repeated",
        "repeats",
        "reiterated",
        "reiterates",
        "renewed",
        "renews",
        "levelled",
        "leveled",
        "lodged",
        "lodges",
        "sent",
        "addressed",
        "released",
    ];
    let words = clause.words;
    let verb = (noun.saturating_sub(REACH)..noun).rev().find(|&at| MAKES.contains(&word(words, at)))?;
    let between = words.get(verb + 1..noun)?;
    let determined = between
        .first()
        .is_some_and(|word| matches!(word.as_str(), "a" | "an" | "its" | "his" | "her" | "their" | "the"));
    if !determined || between.iter().any(|word| is_mark(word) || matches!(word.as_str(), "of" | "to" | "by"))
    {
        return None;
    }
    clause.subject(verb, false, None)
}
