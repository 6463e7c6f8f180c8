//! The words by which a text says that somebody sat in a gathering.
//!
//! Holds words alone, verbs by their lemma.

use rapporteur_schema::Role;

/// Verbs of taking part, by lemma; the words one of which must follow near, none where the verb is
/// enough; and as what the subject takes part.
pub(super) const VERBS: &[(&str, &[&str], Role)] = &[
    ("chair", &[], Role::Chair),
    ("co-chair", &[], Role::Chair),
    ("preside", &[], Role::Chair),
    ("take", &["chair"], Role::Chair),
    ("mediate", &[], Role::Mediator),
    ("facilitate", &["talks", "negotiations", "session", "round"], Role::Mediator),
    ("take", &["part", "seat", "floor", "place"], Role::Participant),
    ("participate", &[], Role::Participant),
    ("attend", &[], Role::Participant),
    ("walk", &["out"], Role::Participant),
    ("storm", &["out"], Role::Participant),
    (
        "sit",
        &[
            "opposite",
            "beside",
            "facing",
            "through",
            "next",
            "alongside",
            "across",
            "table",
            "flanked",
            "rooms",
        ],
        Role::Participant,
    ),
    ("flank", &[], Role::Participant),
    ("carry", &["between"], Role::Mediator),
    ("shuttle", &["between"], Role::Mediator),
    ("arrive", &["late"], Role::Participant),
    ("face", &["table"], Role::Participant),
    ("tell", GATHERING, Role::Participant),
    ("address", GATHERING, Role::Participant),
    ("address", &["it", "delegates", "participants", "colleagues"], Role::Participant),
    ("brief", GATHERING, Role::Participant),
    ("open", GATHERING, Role::Participant),
    ("close", GATHERING, Role::Participant),
    ("leave", &["talks", "room", "table", "hall", "session", "chamber", "meeting"], Role::Participant),
    (
        "join",
        &["talks", "table", "session", "negotiations", "round", "them", "him", "her", "two", "pair"],
        Role::Participant,
    ),
    ("look", &["on"], Role::Participant),
    ("shake", &["hands"], Role::Participant),
    ("put", &["names"], Role::Participant),
    ("welcome", &["sides", "delegations", "delegates", "participants", "parties"], Role::Host),
    ("stand", &["in"], Role::Participant),
    ("lead", &["delegation", "team", "side"], Role::HeadOfDelegation),
    ("head", &["delegation", "team", "side"], Role::HeadOfDelegation),
];

pub(super) const GATHERING: &[&str] = &[
    "talks",
    "conference",
    "meeting",
    "session",
    "summit",
    "plenary",
    "council",
    "assembly",
    "delegates",
    "delegations",
    "negotiations",
    "forum",
    "round",
    "congress",
];

/// Where someone is who is there.
pub(super) const THERE: &[(&str, &str)] =
    &[("in", "room"), ("at", "table"), ("in", "attendance"), ("in", "hall"), ("around", "table")];

/// Phrases that put somebody beside those of whom the sentences before tell.
pub(super) const BESIDE: &[&str] = &[
    "joined them",
    "took part",
    "also present",
    "was present",
    "were present",
    "sat in on",
    "joined the",
    "joined by",
    "chaired",
    "presided",
    "in the room",
    "looked on",
    "with them were",
];
