//! Who writes a letter or a despatch: whoever signs it.
//!
//! Reads the last lines and the salutation. Invariant: without words of courtesy before the name there
//! is no signature, for many texts end with a name.

use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// In how many sentences before the end a signature is looked for.
const TAIL: usize = 6;
/// Words that stand before a signature.
const CLOSES: &[&str] = &[
    "obedient servant",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "yours ever",
    "very truly yours",
    "sincerely",
    "respectfully",
    "with high esteem",
    "with great respect",
    "[signed]",
    "(signed)",
    "signed:",
];

/// The one who signs, where the text is a letter.
pub fn writer(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    let last = text.sentences.len();
    let tail = last.saturating_sub(TAIL)..last;
    let close = tail.clone().rev().find_map(|at| {
        let range = text.sentences[at].range.clone();
        let words = text.source.get(range.clone())?.to_lowercase();
        CLOSES.iter().filter_map(|cue| words.rfind(cue)).max().map(|within| range.start + within)
    })?;
    tail.flat_map(|at| cast.in_sentence(at))
        .filter(|(_, mention)| mention.kind == MentionKind::Person && mention.range(text).start > close)
        .find_map(|(index, _)| cast.actor[index])
}

/// Whether a lead-in addresses somebody and names no speaker: `Mr. Secretary:`, `Dear Sir:`.
pub fn is_salutation(label: &str) -> bool {
    let label = label.trim_end_matches([':', ',', ' ']).to_lowercase();
    ["mr. secretary", "mr secretary", "sir", "madam", "gentlemen", "my lord", "excellency", "your excellency"]
        .contains(&label.as_str())
        || label.starts_with("dear ")
        || label.starts_with("my dear ")
}
