//! The verbs and nouns that say what is done with a meeting, by lemma.
//!
//! Holds words alone. Invariant: each list is of one deed: to propose, plan, call off, deny, hold or end.

pub(super) const PROPOSES: &[&str] = &[
    "offer",
    "propose",
    "suggest",
    "request",
    "seek",
    "want",
    "hope",
    "invite",
    "urge",
    "ask",
    "wish",
    "consider",
    "envisage",
    "demand",
    "push",
    "appeal",
    "beg",
    "press",
    "willing",
    "ready",
    "prepared",
    "like",
    "imagine",
    "suppose",
    "dream",
    "try",
    "aim",
    "float",
    "moot",
    "work",
    "amenable",
    "broach",
    "explore",
    "contemplate",
    "mull",
    "recommend",
    "advocate",
    "canvass",
    "dangle",
    "volunteer",
    "desire",
    "inclined",
    "disposed",
    "solicit",
];
pub(super) const PLANS: &[&str] = &[
    "plan", "schedule", "arrange", "intend", "prepare", "due", "expect", "announce", "set", "pencil",
    "slate", "promise", "agree", "accept", "task", "charge", "entrust", "foresee", "fix", "book", "convoke",
    "finalise", "finalize", "earmark",
];
pub(super) const CANCELS: &[&str] = &[
    "cancel", "scrap", "shelve", "abandon", "drop", "thwart", "prevent", "decline", "refuse", "withdraw",
    "postpone", "defer", "delay", "omit", "forgo", "forego", "ditch", "axe", "nix", "scratch", "scrub",
    "abort", "preclude", "spike", "foil", "derail",
];
/// Verbs that call a meeting off with their particle.
pub(super) const CANCELS_WITH: &[(&str, &str)] = &[
    ("call", "off"),
    ("put", "off"),
    ("fall", "through"),
    ("turn", "down"),
    ("cry", "off"),
    ("fall", "victim"),
    ("blow", "off"),
    ("beg", "off"),
];
/// Verbs of wishing and planning: what one had hoped for did not come about.
pub(super) const HOPES: &[&str] = &["hope", "plan", "intend", "want", "mean"];
/// Nouns of which a meeting is the matter, with what they make of it.
pub(super) const MATTERS: &[&str] = &[
    "invitation",
    "offer",
    "request",
    "proposal",
    "suggestion",
    "hope",
    "wish",
    "bid",
    "appeal",
    "prospect",
    "idea",
    "possibility",
    "talk",
    "chance",
    "question",
    "plea",
    "feeler",
    "notion",
    "overture",
    "recommendation",
    "readiness",
    "willingness",
    "plan",
    "scheme",
    "call",
    "push",
    "desire",
    "demand",
];
pub(super) const DENIES: &[&str] =
    &["deny", "dismiss", "exclude", "refute", "rebut", "disclaim", "repudiate", "disavow"];
/// Verbs with which a meeting, as their subject or object, takes place.
pub(super) const HAPPENS: &[&str] = &[
    "hold",
    "take",
    "have",
    "happen",
    "occur",
    "meet",
    "convene",
    "open",
    "begin",
    "start",
    "materialise",
    "materialize",
    "go",
    "come",
    "proceed",
    "ensue",
    "arrange",
    "eventuate",
];

/// Verbs of ending, with a meeting as their object.
pub(super) const ENDS: &[&str] = &["end", "conclude", "finish", "complete", "close", "wind", "wrap", "leave"];
