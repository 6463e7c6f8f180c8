//! The words by which a meeting is told, in lists: what a trigger is made of.
//!
//! Holds words alone. Invariant: verbs stand by their lemma, but for those of [`HOSTED`] and [`PHONED`],
//! which stand as printed.

pub(super) const NOUNS: &[&str] = &[
    "meeting",
    "meetings",
    "talks",
    "talk",
    "summit",
    "negotiations",
    "consultations",
    "encounter",
    "audience",
    "session",
    "round",
    "conference",
    "discussions",
    "luncheon",
    "lunch",
    "dinner",
    "breakfast",
    "conversation",
    "tête-à-tête",
    "tete-a-tete",
    "one-on-one",
    "rendezvous",
    "chat",
    "parley",
    "powwow",
    "get-together",
    "mediation",
    "visit",
    "trip",
    "journey",
    "call",
    "conversations",
    "handshake",
    "ministerial",
    "plenary",
    "rounds",
    "sessions",
    "summits",
    "gathering",
    "assembly",
    "congress",
    "retreat",
    "bilateral",
    "trilateral",
    "banquet",
    "reception",
    "conclave",
    "huddle",
    "sitting",
    "negotiation",
    "consultation",
    "dialogue",
];

/// Verbs of meeting, by lemma.
pub(super) const MET: &[&str] = &[
    "meet",
    "confer",
    "negotiate",
    "dine",
    "lunch",
    "breakfast",
    "convene",
    "gather",
    "reconvene",
    "assemble",
    "parley",
    "regroup",
    "huddle",
    "closet",
    "caucus",
    "sup",
];

/// Verbs that tell of a meeting where two parties hang on them, by lemma, and the words one of which
/// must follow near; none where the verb is enough.
pub(super) const WEAK: &[(&str, &[&str])] = &[
    ("visit", &[]),
    ("greet", &[]),
    ("welcome", &[]),
    ("spend", &["with", "together"]),
    ("sit", &["with", "beside", "opposite", "facing", "alongside", "across", "together", "around", "round"]),
    ("shake", &["hands"]),
    ("bring", &["together", "face"]),
    ("eat", &["with"]),
    ("break", &["bread"]),
    ("sign", &[]),
    ("initial", &[]),
    ("call", &["on"]),
    ("summon", &[]),
    ("hand", &["note", "notes", "letter", "protest", "démarche", "demarche", "message", "credentials"]),
    ("deliver", &["note", "letter", "protest", "démarche", "demarche", "message"]),
    ("present", &["credentials"]),
    ("entertain", &[]),
    ("work", &["with"]),
    ("review", &["with"]),
    ("go", &["with"]),
    ("haggle", &["with"]),
    ("bargain", &["with"]),
    ("argue", &["with"]),
    ("wrangle", &["with"]),
    ("walk", &["with"]),
    ("stroll", &["with"]),
    ("pray", &["with"]),
    ("drink", &["with"]),
    ("chat", &["with", "to"]),
    ("converse", &["with", "to"]),
    ("exchange", &["words", "pleasantries", "toasts", "handshakes", "handshake"]),
    ("mingle", &["with"]),
    ("treat", &["with"]),
    ("deliberate", &["with"]),
    ("collar", &[]),
    ("buttonhole", &[]),
    ("speak", &["with", "to"]),
    ("talk", &["with", "to"]),
    ("brief", &[]),
    ("address", &["council", "assembly", "committee", "parliament", "board"]),
    ("invite", &["to", "for"]),
    ("consult", &["with"]),
    ("join", &[]),
    ("discuss", &["with"]),
    ("face", &[]),
    ("settle", &["with"]),
    ("agree", &["with"]),
];

/// Verbs of telling: what one tells another by telephone is a call.
pub(super) const TELLS: &[&str] = &[
    "tell",
    "inform",
    "assure",
    "congratulate",
    "thank",
    "urge",
    "warn",
    "reassure",
    "brief",
    "ask",
    "promise",
    "consult",
    "contact",
    "notify",
    "advise",
    "remind",
    "implore",
    "reach",
];

/// Verbs that have a call or a visit as their object and its parties about them: "paid a call on".
pub(super) const LIGHT: &[&str] = &["pay", "take", "receive", "get", "place", "make", "have", "return"];

/// Verbs that tell of a meeting where two persons are their subject.
pub(super) const TOGETHER: &[&str] = &[
    "talk",
    "speak",
    "agree",
    "settle",
    "establish",
    "exchange",
    "embrace",
    "pose",
    "discuss",
    "sign",
    "open",
    "launch",
];

/// What a council does in session.
pub(super) const SITS: &[&str] =
    &["adopt", "vote", "debate", "hear", "convene", "sit", "open", "adjourn", "approve", "meet"];

pub(super) const HOSTED: &[&str] =
    &["received", "receives", "receive", "receiving", "hosted", "hosts", "host", "welcomed"];

pub(super) const PHONED: &[&str] = &["telephoned", "telephones", "phoned", "phones", "rang", "rung"];

pub(super) const PLAIN_NOUN_BEFORE_VERB: &[&str] =
    &["to", "will", "would", "could", "may", "might", "shall", "should", "must", "can"];
