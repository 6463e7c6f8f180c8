//! The words that say of somebody that they came to a gathering, stayed away from it, or were kept from it.
//!
//! Holds words alone, by lemma. Invariant: each list is of one deed.

/// Meals and receptions, which one may miss and sit in the talks all the same.
pub(super) const SOCIAL: &[&str] =
    &["banquet", "dinner", "luncheon", "lunch", "breakfast", "reception", "supper", "party", "toast"];
/// Events one attends that are told of without being talks.
pub(super) const EVENTS: &[&str] = &[
    "opening",
    "ribbon-cutting",
    "unveiling",
    "launch",
    "swearing-in",
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
    ("bow", "out", true),
    ("opt", "out", false),
    ("duck", "out", false),
    ("cry", "off", true),
    ("beg", "off", true),
    ("withdraw", "from", false),
    ("sit", "out", false),
    ("stay", "out", false),
    ("miss", "out", false),
    ("pass", "up", false),
    ("keep", "aloof", false),
    ("stand", "aloof", false),
    ("remain", "aloof", false),
    ("hold", "aloof", false),
    ("steer", "clear", false),
    ("keep", "clear", false),
    ("turn", "back", true),
    ("stay", "put", true),
    ("stay", "away", true),
    ("keep", "away", true),
    ("remain", "away", true),
    ("stay", "home", true),
    ("stay", "behind", true),
    ("remain", "behind", true),
    ("abstain", "from", false),
];
/// Where gatherings are held, by their common nouns.
pub(super) const VENUES: &[&str] = &[
    "capital",
    "palace",
    "city",
    "town",
    "airport",
    "hall",
    "venue",
    "table",
    "hotel",
    "headquarters",
    "island",
    "country",
    "end",
    "time",
    "moment",
    "last",
    "minute",
    "hour",
    "all",
    "point",
];
/// Where one is who stays at home.
pub(super) const HOME: &[&str] = &[
    "bush",
    "village",
    "camp",
    "country",
    "embassy",
    "home",
    "bed",
    "hotel",
    "suite",
    "capital",
    "hospital",
    "room",
    "residence",
    "cabin",
    "tent",
    "house",
    "palace",
];
/// What makes somebody stay.
pub(super) const MADE_TO: &[&str] = &[
    "wise", "wiser", "better", "safer", "bind", "choose", "prefer", "opt", "elect", "decide", "have",
    "force", "oblige", "compel", "will", "would",
];
/// Verbs that say it with "himself".
pub(super) const HIMSELF: &[&str] = &["absent", "excuse"];

/// Verbs of not doing what hangs on them.
pub(super) const FAILS: &[&str] = &["fail", "omit", "neglect", "forbear", "unable", "unwilling", "reluctant"];
/// Verbs of not wanting to.
pub(super) const REFUSES: &[&str] = &["refuse", "decline"];
/// Nouns of wanting or being able to, of which there is none: "had no intention of going", "saw no point in coming".
pub(super) const WANTS: &[&str] = &[
    "intention",
    "point",
    "wish",
    "desire",
    "reason",
    "plan",
    "time",
    "need",
    "sense",
    "purpose",
    "inclination",
    "mood",
    "way",
    "use",
];
/// What undoes what hangs on it where it is negated itself: "was not able to", "did not manage to".
pub(super) const NEEDS_NO: &[&str] = &[
    "deign",
    "consider",
    "bother",
    "care",
    "condescend",
    "trouble",
    "worth",
    "while",
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
    ("hold", "back", true),
    ("leave", "behind", true),
];
/// What holds somebody back, where a passive's "by" names it.
pub(super) const CAUSES: &[&str] = &[
    "strike",
    "flood",
    "fog",
    "storm",
    "snow",
    "weather",
    "illness",
    "cold",
    "flu",
    "influenza",
    "vote",
    "crisis",
    "business",
    "coup",
    "revolt",
    "earthquake",
    "typhoon",
    "cyclone",
    "hurricane",
    "breakdown",
    "puncture",
    "session",
    "debate",
    "election",
    "fever",
    "malaria",
    "accident",
    "unrest",
    "mutiny",
    "blizzard",
    "headwind",
    "delay",
];
/// What somebody pleads who does not come.
pub(super) const PLEAS: &[&str] = &[
    "illness",
    "ill-health",
    "sickness",
    "indisposition",
    "engagement",
    "commitment",
    "fatigue",
    "workload",
    "duty",
    "pressure",
    "hurricane",
    "weather",
];
/// Why somebody cannot come, where a clause tells it as a reason.
pub(super) const REASONS: &[&str] = &["ill", "unwell", "sick", "abroad", "holiday", "leave", "hospital"];
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
/// Those among them whom nobody sends but in somebody's place.
pub(super) const JUNIORS: &[&str] =
    &["deputy", "secretary", "substitute", "stand-in", "understudy", "junior"];
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
    "non-arrival",
    "nonappearance",
    "non-attendance",
    "nonattendance",
    "withdrawal",
    "boycott",
    "no-show",
];
/// Nouns for who is not there.
pub(super) const ABSENTEES: &[&str] =
    &["absentee", "absentees", "no-show", "no-shows", "dropout", "drop-out"];
/// Nouns of not doing a deed, of whose possessor it is said.
pub(super) const REFUSALS: &[&str] = &["refusal", "failure", "inability", "reluctance", "unwillingness"];
/// Nouns of choosing, of whose possessor it is said where the deed is negated.
pub(super) const CHOICES: &[&str] = &["decision", "choice", "announcement", "intention"];
