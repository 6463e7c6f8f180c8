//! Ways that stay open or shut: "Chad confirms the crossing stays open through July", "the border stays shut".
//!
//! It knows words and syntax, not parties. Invariant: only what can be opened and shut between states is a way.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::Parse;

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::clause;
use crate::text::word;

/// "Chad confirms the crossing stays open through July", "the border stays shut".
pub(super) fn stays(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const WAYS: &[&str] = &[
        "crossing",
        "border",
        "frontier",
        "road",
        "port",
        "base",
        "airspace",
        "embassy",
        "corridor",
        "strait",
        "mission",
        "office",
        "line",
        "consulate",
        "canal",
        "pass",
        "airport",
        "station",
    ];
    let stays = matches!(parse.tokens.get(at)?.lemma.as_str(), "stay" | "remain");
    let state = word(words, at + 1);
    let open = matches!(state, "open" | "closed" | "shut");
    let subject = parse.understood_subject(at).filter(|&subject| stays && open && subject < at)?;
    if !WAYS.contains(&lemma(parse, subject).as_str())
        || words[..at]
            .iter()
            .any(|word| matches!(word.as_str(), "if" | "whether" | "unless" | "should" | "must" | "without"))
    {
        return None;
    }
    let (kind, status) = if state == "open" {
        (OutcomeKind::Commitment, OutcomeStatus::Planned)
    } else {
        (OutcomeKind::Other, OutcomeStatus::Implemented)
    };
    let start = (*parse.subtree(subject).start()).min(subject);
    Some(Find { kind, status, words: clause(words, start, at + 2), head: lemma(parse, subject), verb: at })
}
