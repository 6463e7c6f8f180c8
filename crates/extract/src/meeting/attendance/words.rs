//! The words that say of somebody that they came to a gathering, stayed away from it, or were kept from it.
//!
//! Holds words alone, by lemma. Invariant: each list is of one deed.

/// Meals and receptions, which one may miss and sit in the talks all the same.
pub(super) const SOCIAL: &[&str] =
    &["banquet", "dinner", "luncheon", "lunch", "breakfast", "reception", "supper", "party", "toast"];
/// Events one attends that are told of without being talks.
pub(super) const EVENTS: &[&str] = &[
    "opening",
    "event",
    "ceremony",
    "commemoration",
    "celebration",
    "council",
    "proceedings",
    "deliberations",
    "signing",
    "inauguration",
    "table",
];
/// What stands for a gathering told of before.
pub(super) const IT: &[&str] = &["it", "them", "either", "one", "both"];

/// Verbs of shunning what is their object.
pub(super) const SHUNS: &[&str] = &[
    "skip", "boycott", "miss", "shun", "snub", "avoid", "duck", "forgo", "forego", "eschew", "dodge",
    "spurn", "sidestep",
];
/// Verbs of leaving a gathering before one has come to it, and their particles; and whether they say it without
/// naming it.
pub(super) const LEAVES: &[(&str, &str, bool)] = &[
    ("pull", "out", true),
    ("back", "out", true),
    ("drop", "out", false),
    ("bow", "out", false),
    ("opt", "out", false),
    ("duck", "out", false),
    ("cry", "off", true),
    ("beg", "off", true),
    ("withdraw", "from", false),
    ("stay", "away", true),
    ("keep", "away", true),
    ("remain", "away", true),
    ("stay", "home", true),
    ("stay", "behind", true),
    ("remain", "behind", true),
    ("abstain", "from", false),
];
/// Verbs that say it with "himself".
pub(super) const HIMSELF: &[&str] = &["absent", "excuse"];

/// Verbs of not doing what hangs on them.
pub(super) const FAILS: &[&str] = &["fail", "omit", "neglect", "forbear", "unable", "unwilling", "reluctant"];
/// Verbs of not wanting to.
pub(super) const REFUSES: &[&str] = &["refuse", "decline"];
/// What undoes what hangs on it where it is negated itself: "was not able to", "did not manage to".
pub(super) const NEEDS_NO: &[&str] = &[
    "able",
    "manage",
    "wish",
    "want",
    "intend",
    "allow",
    "permit",
    "well",
    "enough",
    "let",
    "plan",
    "go",
    "propose",
    "free",
    "willing",
    "fit",
    "authorise",
    "authorize",
];
/// Verbs of giving up a deed: "ruled out attending", "abstained from attending", "decided against going".
pub(super) const FORGOES: &[&str] = &[
    "rule", "abstain", "refrain", "avoid", "decide", "forgo", "resist", "desist", "cancel", "scrap", "drop",
    "shelve",
];
/// Verbs of keeping somebody from a deed.
pub(super) const PREVENTS: &[&str] = &[
    "prevent",
    "bar",
    "keep",
    "ban",
    "block",
    "stop",
    "hinder",
    "exclude",
    "preclude",
    "debar",
    "prohibit",
    "deter",
    "dissuade",
    "forbid",
    "shut",
    "disqualify",
    "rule",
    "excuse",
];
/// What holds somebody back on the way, in the passive, with its particle, and whether it says so though no gathering be
/// named.
pub(super) const HELD_UP: &[(&str, &str, bool)] = &[
    ("detain", "", false),
    ("hold", "up", true),
    ("lay", "up", true),
    ("confine", "to", true),
    ("strand", "", true),
    ("hospitalise", "", false),
    ("hospitalize", "", false),
    ("keep", "in", false),
    ("keep", "at", false),
    ("stuck", "in", true),
    ("stuck", "at", true),
    ("call", "away", true),
];
/// How somebody is who cannot come.
pub(super) const INDISPOSED: &[&str] = &[
    "absent",
    "indisposed",
    "ill",
    "sick",
    "unwell",
    "abroad",
    "missing",
    "away",
    "unable",
    "hospitalised",
    "detained",
];

/// Verbs under which a deed is only thought of.
pub(super) const WEIGHS: &[&str] = &[
    "threaten",
    "consider",
    "mull",
    "urge",
    "ask",
    "tell",
    "advise",
    "warn",
    "beg",
    "deny",
    "doubt",
    "debate",
    "ponder",
    "hint",
    "contemplate",
    "fear",
    "persuade",
    "press",
    "tempt",
    "dispute",
    "disclaim",
    "order",
];
/// Nouns of what is only said.
pub(super) const HEARSAY: &[&str] = &[
    "rumour",
    "rumor",
    "speculation",
    "fear",
    "threat",
    "possibility",
    "danger",
    "risk",
    "suggestion",
    "question",
];
/// Words that make a clause one of what is not known.
pub(super) const OPEN: &[&str] = &["if", "whether", "unless", "lest", "until", "till", "should"];

/// Whom one sends in one's place.
pub(super) const SUBSTITUTES: &[&str] = &[
    "deputy",
    "envoy",
    "ambassador",
    "representative",
    "minister",
    "official",
    "aide",
    "delegate",
    "vice-president",
    "secretary",
    "adviser",
    "advisor",
    "premier",
    "counsellor",
    "emissary",
    "son",
    "brother",
    "prince",
    "commissioner",
    "delegation",
    "officer",
    "undersecretary",
    "substitute",
    "stand-in",
];
/// Verbs of sending.
pub(super) const SENDS: &[&str] = &["send", "dispatch", "despatch", "depute", "delegate"];
/// Verbs of standing in for somebody.
pub(super) const STANDS_IN: &[&str] =
    &["stand", "deputise", "deputize", "substitute", "fill", "sit", "cover"];
/// Nouns for a place at the table.
pub(super) const SEATS: &[&str] = &["chair", "seat", "place"];
/// How a seat is that nobody sits on.
pub(super) const VACANT: &[&str] = &["empty", "vacant", "unoccupied", "unfilled"];
/// What one is excused with.
pub(super) const REGRETS: &[&str] = &["apology", "apologies", "regret", "regrets", "excuse", "excuses"];
/// What one puts it in.
pub(super) const NOTES: &[&str] = &["note", "letter", "message", "word", "telegram"];
/// Nouns of not being there, of whose "of" or possessor it is said.
pub(super) const ABSENCES: &[&str] = &[
    "absence",
    "non-appearance",
    "nonappearance",
    "non-attendance",
    "nonattendance",
    "withdrawal",
    "boycott",
    "no-show",
];
/// Nouns for who is not there.
pub(super) const ABSENTEES: &[&str] = &["absentee", "absentees", "no-show", "no-shows"];
/// Nouns of not doing a deed, of whose possessor it is said.
pub(super) const REFUSALS: &[&str] = &["refusal", "failure", "inability", "reluctance", "unwillingness"];
/// Nouns of choosing, of whose possessor it is said where the deed is negated.
pub(super) const CHOICES: &[&str] = &["decision", "choice", "announcement", "intention"];

/// Verbs of a meeting going its way.
pub(super) const GOES_ON: &[&str] = &[
    "meet",
    "go",
    "open",
    "begin",
    "start",
    "proceed",
    "convene",
    "assemble",
    "gather",
    "take",
    "hold",
    "confer",
    "resume",
    "continue",
    "carry",
    "end",
    "close",
    "conclude",
    "sit",
    "reconvene",
    "discuss",
    "negotiate",
    "dine",
];
