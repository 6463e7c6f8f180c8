//! Nouns that are an act: "Obi's demand that", "a Chilean proposal", "issued an ultimatum".
//!
//! It knows words and agents. Invariant: a noun that nobody is said to own or to make gives no cue.

use rapporteur_syntax::{Relation, Upos};

use super::{Cue, body_end};
use crate::agent::Agent;
use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::statement::lexicon::{self, Manner};
use crate::statement::subject::{Clause, Subject, is_mark};
use crate::text::word;

/// "Obi's demand that", "a Chilean proposal", "an appeal by Obi".
pub(super) fn noun(clause: &Clause<'_>, cast: &Cast, sentence: usize, at: usize) -> Option<Cue> {
    let words = clause.words;
    let act = lexicon::noun(word(words, at))?;
    // "a reservation system", "a protest march": a noun that only tells of what sort another is.
    let token = clause.sentence.parse.tokens.get(at)?;
    let paper =
        matches!(word(words, at + 1), "note" | "letter" | "message" | "telegram" | "statement" | "call");
    if token.relation == Relation::Compound && token.upos == Upos::Noun && !paper {
        return None;
    }
    let possessive =
        at.checked_sub(1).filter(|&before| matches!(word(words, before), "'s" | "’s" | "'" | "’"));
    let owner = possessive.and_then(|clitic| {
        clause.agents.iter().find(|agent| agent.tokens.end == clitic || agent.tokens.end == clitic + 1)
    });
    let opinion = lexicon::is_view(word(words, at));
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
        "proposal"
            | "offer"
            | "demand"
            | "request"
            | "appeal"
            | "suggestion"
            | "refusal"
            | "invitation"
            | "insistence"
            | "assertion"
            | "contention"
            | "warning"
            | "complaint"
            | "admission"
            | "claim"
    );
    let named = |by: usize| {
        let near = || clause.agents.iter().find(|agent| (by + 1..by + 3).contains(&agent.tokens.start));
        clause.phrase(by + 1).or_else(near)
    };
    let of = (opinion || made) && word(words, at + 1) == "of";
    let behind = if of { named(at + 1) } else { None };
    let behind = behind.or_else(|| maker(clause, at).and_then(named)).or_else(|| conveyed(clause, at));
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
    // "praise from Peru", but not "Peru's praise" of a thing.
    if lexicon::is_shared(word(words, at)) && (owner.is_some() || behind.is_none()) {
        return None;
    }
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

/// Where "by" or "from" stands that tells whose a noun is: "a plea by Peru", "criticism of the road from Peru".
fn maker(clause: &Clause<'_>, noun: usize) -> Option<usize> {
    const FAR: usize = 7;
    let words = clause.words;
    let next = word(words, noun + 1);
    if matches!(next, "by" | "from") {
        return Some(noun + 1);
    }
    if !matches!(next, "of" | "for" | "to") {
        return None;
    }
    let verb = |at: usize| {
        clause.sentence.parse.tokens.get(at).is_some_and(|token| {
            matches!(token.upos, Upos::Verb | Upos::Auxiliary | Upos::SubordinatingConjunction)
        })
    };
    (noun + 2..(noun + FAR).min(words.len()))
        .take_while(|&at| !is_mark(word(words, at)) && !verb(at) && !clause.is_agent(at))
        .find(|&at| matches!(word(words, at), "by" | "from"))
}

/// By whom an act is passed on: "a protest was lodged by Peru", "a pledge of ten boats came from Peru".
fn conveyed<'c>(clause: &'c Clause<'_>, noun: usize) -> Option<&'c Agent> {
    const REACH: usize = 8;
    const CONVEYED: &[&str] = &[
        "lodged",
        "made",
        "issued",
        "put",
        "delivered",
        "conveyed",
        "voiced",
        "tabled",
        "submitted",
        "entered",
        "registered",
        "filed",
        "levelled",
        "leveled",
        "raised",
        "extended",
        "sent",
        "uttered",
        "advanced",
        "brought",
    ];
    let words = clause.words;
    let parse = &clause.sentence.parse;
    let verb = (noun + 1..(noun + REACH).min(words.len())).take_while(|&at| !is_mark(word(words, at))).find(
        |&at| CONVEYED.contains(&word(words, at)) || matches!(word(words, at), "came" | "comes" | "come"),
    )?;
    if parse.subjects(verb).next() != Some(noun) {
        return None;
    }
    let wanted = if CONVEYED.contains(&word(words, verb)) { "by" } else { "from" };
    let by = (verb + 1..(verb + 4).min(words.len())).find(|&at| word(words, at) == wanted)?;
    clause.phrase(by + 1)
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
        "sends",
        "addressed",
        "released",
        "entered",
        "registered",
        "filed",
        "submitted",
        "tabled",
        "presented",
        "raised",
        "extended",
        "extends",
        "conveyed",
        "conveys",
        "brought",
        "put",
        "gave",
        "gives",
        "volunteered",
        "uttered",
        "launched",
        "mounted",
    ];
    let words = clause.words;
    let parse = &clause.sentence.parse;
    // "extended to his host an invitation": the grammar tells what was extended.
    let object = parse.head(noun).filter(|&verb| {
        verb < noun && MAKES.contains(&word(words, verb)) && parse.objects(verb).any(|at| at == noun)
    });
    if let Some(verb) = object {
        return clause.subject(verb, false, None);
    }
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
