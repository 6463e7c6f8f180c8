//! The words by which a delegate is told of at a conference.
//!
//! Holds words alone. Invariant: verbs stand by their lemma.

/// What is held by many; talks and meetings may be of two, of whom others speak elsewhere.
pub(in crate::meeting) const CONFERENCES: &[&str] = &[
    "conference",
    "forum",
    "congress",
    "assembly",
    "ministerial",
    "plenary",
    "retreat",
    "summit",
    "session",
    "council",
    "gathering",
];
/// Verbs of what delegates do with words.
pub(in crate::meeting) const SPEAKS: &[&str] = &[
    "say", "tell", "warn", "add", "argue", "urge", "insist", "call", "demand", "reply", "declare", "propose",
    "complain", "object", "joke", "concede", "promise", "announce", "oppose", "reject", "accuse", "appeal",
    "press", "offer", "protest", "speak", "welcome", "answer", "ask", "describe", "state", "shout", "retort",
    "agree", "disagree", "caution", "regret", "stress", "note", "suggest", "question", "express", "pledge",
    "observe", "maintain", "support", "recall", "deplore",
];
/// What a delegate does in the hall besides speaking, by lemma, and the words one of which must follow near.
pub(in crate::meeting) const DOES: &[(&str, &[&str])] = &[
    ("table", &[]),
    ("second", &[]),
    ("abstain", &[]),
    ("clash", &[]),
    ("intervene", &[]),
    ("introduce", &["draft", "text", "amendment", "resolution", "paper", "motion"]),
    ("counter", &[]),
    ("quip", &[]),
    ("interject", &[]),
    ("interrupt", &[]),
    ("wonder", &[]),
    ("put", &["forward", "case", "question"]),
    ("hold", &["out"]),
    ("break", &["deadlock"]),
    ("line", &["up", "behind"]),
    ("walk", &["out"]),
    ("refuse", &["sign", "initial", "vote"]),
    ("vote", &["against", "for", "with"]),
    ("side", &["with"]),
    ("move", &["amendment", "adjournment", "motion"]),
    ("take", &["floor", "seat", "microphone"]),
    ("use", &["minutes", "speech", "turn"]),
    ("come", &["next", "last"]),
    ("compare", &[]),
];
/// Words that say it was not said there.
pub(in crate::meeting) const ELSEWHERE: &[&str] = &[
    "telephone",
    "phone",
    "statement",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "television",
    "radio",
    "parliament",
    "wrote",
    "tweeted",
    "posted",
    "video",
    "letter",
    "interview",
    "newspaper",
    "cable",
    "yesterday's",
    "absent",
    "absence",
    "home",
    "capital",
    "embassy",
];
