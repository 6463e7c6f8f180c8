//! Texts in which a meeting is made up: a novel, a mural, a hoax, a comedian who plays the president.
//!
//! Reads the words of a sentence; finds no meetings. Invariant: what is shown of a meeting in such is no meeting.

use crate::meeting::phrase;

/// Words and phrases that tell of fiction, forgery and satire.
const FICTIONS: &[&str] = &[
    "in the novel",
    "in a novel",
    "in his novel",
    "in her novel",
    "in the opera",
    "in an opera",
    "in the play",
    "in a play",
    "in the film",
    "in a film",
    "in the series",
    "a hoax",
    "hoax",
    "satirical",
    "spoof",
    "parody",
    "april fool",
    "mural",
    "cartoon",
    "comedian",
    "impersonator",
    "impersonators",
    "impersonating",
    "impersonated",
    "prankster",
    "pranksters",
    "posing as",
    "ai-generated",
    "deepfake",
    "forged photograph",
    "forged photo",
    "doctored photograph",
    "doctored photo",
    "in my dreams",
    "in his dreams",
    "in her dreams",
    "waxwork",
    "waxworks",
];

/// Whether a sentence, lower case with single spaces, tells of what is made up.
pub(super) fn is_fiction(words: &str) -> bool {
    phrase::has(words, FICTIONS)
}
