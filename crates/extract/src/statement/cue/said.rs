//! Which tokens tell what was said.
//!
//! It knows the verb and its subject, and takes the words before or behind them. Invariant: the words are within
//! the sentence.

use std::ops::Range;

use rapporteur_syntax::Upos;

use super::{body_end, trim};
use crate::agent::Agent;
use crate::statement::subject::{Clause, Subject, is_mark};
use crate::text::word;

/// Among how many words behind a verb the one spoken to may be named.
const ADDRESSEE: usize = 9;

/// The tokens of what was said: before the verb where nothing but a time or place is behind it.
pub(super) fn said(
    clause: &Clause<'_>,
    verb: usize,
    end: usize,
    subject: &Subject,
    speech: bool,
    passive: bool,
    told: Option<&Agent>,
) -> Range<usize> {
    let words = clause.words;
    let last = body_end(words);
    let after = told.map_or(end, |agent| agent.tokens.end).max(subject.behind.unwrap_or(end));
    let start = subject.start.min(verb);
    let determined = start.checked_sub(1).is_some_and(|at| matches!(word(words, at), "the" | "a" | "an"));
    // "..., the minister, Pavel Novak, argued": the name's own description is no part of what was said.
    let described = clause.agents.iter().find(|agent| {
        agent.tokens.end + 1 == start
            && word(words, agent.tokens.end) == ","
            && subject.actors.contains(&agent.actor)
    });
    let first = match described {
        Some(agent) => {
            let article = agent
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|at| matches!(word(words, at), "the" | "a" | "an"));
            agent.tokens.start - usize::from(article)
        }
        None => start - usize::from(determined),
    };
    // "..., the ministry's spokesman Hamed Rastegar posted": the subject begins with its whole phrase.
    let parse = &clause.sentence.parse;
    let first = (start < verb)
        .then(|| parse.understood_subject(verb).filter(|&head| head >= start && head < verb))
        .flatten()
        .map_or(first, |head| (*parse.subtree(head).start()).min(first));
    // "..., or so Obi said"
    let so = first
        .checked_sub(1)
        .filter(|&so| word(words, so) == "so")
        .map(|so| so - usize::from(so > 0 && word(words, so - 1) == "or"));
    let first = so.unwrap_or(first);
    let mark = first.checked_sub(1).is_some_and(|at| is_mark(word(words, at)));
    // "No, said Obi of Peru": nothing that could have been said is behind.
    let bare = subject.behind.is_some()
        && (after..last).all(|at| {
            parse.tokens.get(at).is_some_and(|token| !matches!(token.upos, Upos::Verb | Upos::Auxiliary))
        });
    // "the road was closed, he told me": to whom.
    let after = after
        + usize::from(
            matches!(word(words, after), "me" | "us" | "him" | "her" | "them")
                && (after + 1 >= last || is_mark(word(words, after + 1))),
        );
    let adjunct = matches!(
        word(words, after),
        "" | "."
            | ","
            | "on"
            | "in"
            | "at"
            | "after"
            | "yesterday"
            | "today"
            | "by"
            | "here"
            | "reporters"
            | "journalists"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "later"
            | "afterwards"
            | "”"
            | "\""
            | ")"
    );
    if speech && first > 1 && (mark || subject.behind.is_some()) && (adjunct || bare || after >= last) {
        let clause_start =
            (0..first - 1).rev().find(|&at| matches!(word(words, at), ";" | ":")).map_or(0, |at| at + 1);
        // "Obi, he said, had left": what is told goes on behind the aside.
        let verbless = (clause_start..first).all(|at| {
            parse.tokens.get(at).is_some_and(|token| !matches!(token.upos, Upos::Verb | Upos::Auxiliary))
        });
        // "Peru, said its envoy, had not been told": behind an inverted speaker it goes on with its verb.
        let goes_on = subject.behind.is_none()
            || parse
                .tokens
                .get(after + 1)
                .is_some_and(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary));
        let aside = word(words, after) == "," && goes_on && after + 1 < last && verbless;
        return trim(words, clause_start..if aside { last } else { first });
    }
    if passive {
        return trim(words, 0..last);
    }
    // "told the House of Commons that": to whom is no part of what was said.
    let that = (after..last).take(ADDRESSEE).find(|&at| word(words, at) == "that").filter(|&that| {
        // "expressed satisfaction that": the noun is what was said.
        let voiced =
            ["express", "voic", "convey"].iter().any(|verb_form| word(words, verb).starts_with(verb_form));
        speech
            && !voiced
            && (after..that).all(|at| {
                parse.tokens.get(at).is_some_and(|token| !matches!(token.upos, Upos::Verb | Upos::Auxiliary))
                    && !is_mark(word(words, at))
            })
    });
    let after = that.map_or(after, |that| that + 1);
    trim(words, if speech { after.min(last)..last } else { verb..last.max(verb + 1) })
}
