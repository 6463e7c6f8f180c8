//! Through whom somebody speaks: "Peru said through the spokesman of its ministry that".
//!
//! It knows words and agents. Invariant: only who speaks for others by calling takes the word from them.

use super::{Cue, trim};
use crate::statement::lexicon::Manner;
use crate::statement::subject::Clause;
use crate::text::word;

/// How far behind the verb "through" may stand.
const NEAR: usize = 6;
/// Who speaks for others by calling; an aide or a secretary only carries words.
const VOICES: &[&str] = &["spokesman", "spokeswoman", "spokesperson"];

/// Gives what is said to whom it is said through.
pub(super) fn through(clause: &Clause<'_>, cue: &mut Cue) {
    let words = clause.words;
    let from = cue.tokens.end;
    let found = (from..from + NEAR)
        .take_while(|&at| word(words, at) != "that")
        .find(|&at| matches!(word(words, at), "through" | "via"));
    let Some(agent) = found.filter(|_| cue.manner == Manner::Speech).and_then(|at| clause.phrase(at + 1))
    else {
        return;
    };
    if !words[agent.tokens.clone()].iter().any(|own| VOICES.contains(&own.as_str())) {
        return;
    }
    let end = cue.words.end.max(agent.tokens.end);
    if let Some(that) = (agent.tokens.end..end).find(|&at| word(words, at) == "that") {
        cue.words = trim(words, that..end);
    }
    cue.subject = clause.of(agent, None, cue.subject.confidence);
}
