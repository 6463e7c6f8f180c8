//! Through whom somebody speaks: "Peru said through the spokesman of its ministry that".
//!
//! It knows words and agents. Invariant: only who speaks for others by calling takes the word from them.

use super::{Cue, trim};
use crate::agent::Agent;
use crate::statement::lexicon::Manner;
use crate::statement::subject::Clause;
use crate::text::word;

/// How far behind the verb "through" may stand.
const NEAR: usize = 6;
/// Who speaks for others by calling; an aide or a secretary only carries words.
const VOICES: &[&str] = &["spokesman", "spokeswoman", "spokesperson"];

/// Gives what is said to whom it is said through.
pub(super) fn through(clause: &Clause<'_>, cue: Cue) -> Cue {
    let Some(agent) = voice(clause, &cue) else { return cue };
    let words = clause.words;
    let end = cue.words.end.max(agent.tokens.end);
    let that = (agent.tokens.end..end).find(|&at| word(words, at) == "that");
    Cue {
        words: that.map_or(cue.words, |that| trim(words, that..end)),
        subject: clause.of(agent, None, cue.subject.confidence),
        ..cue
    }
}

/// The one through whom the words of a cue are said.
fn voice<'c>(clause: &'c Clause<'_>, cue: &Cue) -> Option<&'c Agent> {
    let words = clause.words;
    let from = cue.tokens.end;
    let through = (from..from + NEAR)
        .take_while(|&at| word(words, at) != "that")
        .find(|&at| cue.manner == Manner::Speech && matches!(word(words, at), "through" | "via"))?;
    let speaks =
        |agent: &&Agent| words[agent.tokens.clone()].iter().any(|own| VOICES.contains(&own.as_str()));
    clause.phrase(through + 1).filter(speaks)
}
