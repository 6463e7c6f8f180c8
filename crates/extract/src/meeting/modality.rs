//! Whether a meeting took place, from the verbs above its trigger: tense, modals, negation, and what
//! is done with the meeting (held, offered, planned, called off, denied).
//!
//! Reads the tree alone; what the tree does not tell, [`status`](super::status) reads from the clause.

use rapporteur_schema::MeetingStatus;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

const PROPOSES: &[&str] = &[
    "offer", "propose", "suggest", "request", "seek", "want", "hope", "invite", "urge", "ask", "wish",
    "consider", "envisage", "demand", "push", "appeal", "beg", "press", "willing", "ready", "prepared",
    "like", "imagine", "suppose", "dream", "try", "aim", "float", "moot",
];
const PLANS: &[&str] = &[
    "plan", "schedule", "arrange", "intend", "prepare", "due", "expect", "announce", "set", "pencil",
    "slate", "promise", "postpone", "agree", "task", "charge", "entrust", "foresee",
];
const CANCELS: &[&str] = &[
    "cancel", "scrap", "shelve", "abandon", "drop", "collapse", "thwart", "prevent", "decline", "refuse",
    "withdraw",
];
const DENIES: &[&str] = &["deny", "dismiss", "exclude"];
/// Verbs with which a meeting, as their subject or object, takes place.
const HAPPENS: &[&str] = &[
    "hold",
    "take",
    "have",
    "happen",
    "occur",
    "meet",
    "convene",
    "materialise",
    "materialize",
    "go",
    "come",
];

/// What the tree makes of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// It has this status.
    Status(MeetingStatus),
    /// Nothing was told of it: "they have not met since".
    Nothing,
    /// The tree does not tell.
    Silent,
}

/// Reads the verbs from the trigger upwards.
pub fn modality(parse: &Parse, words: &[&str], trigger: usize) -> Reading {
    if is_behind(parse, words, trigger) {
        return Reading::Status(MeetingStatus::Held);
    }
    let mut at = trigger;
    // Whether the trigger is the subject or object of what stands above it, and no mere circumstance.
    let mut core = true;
    for step in 0..5 {
        let token = &parse.tokens[at];
        let lemma = token.lemma.as_str();
        if matches!(token.upos, Upos::Verb | Upos::Auxiliary | Upos::Adjective) {
            let own = step == 0;
            let happens = own || core && HAPPENS.contains(&lemma);
            let auxiliary = |wanted: &[&str]| {
                parse.auxiliaries(at).any(|aux| wanted.contains(&words[aux].to_lowercase().as_str()))
            };
            let perfect = auxiliary(&["have", "has", "had", "’ve", "'ve"]);
            let negated = parse.negated(at);
            // "He rejected all bar a junior meeting": none of it is told to have been held.
            if !own && lemma == "reject" {
                return Reading::Nothing;
            }
            let status = if own && lemma == "invite" {
                Some(MeetingStatus::Proposed)
            } else if core && !own && DENIES.contains(&lemma) {
                Some(MeetingStatus::Denied)
            } else if happens && perfect && auxiliary(&["should", "would", "could"])
                || core && !own && CANCELS.contains(&lemma)
                || happens && negated && auxiliary(&["will", "wo", "would", "could"])
            {
                Some(MeetingStatus::Cancelled)
            } else if core && !own && PROPOSES.contains(&lemma) {
                Some(MeetingStatus::Proposed)
            } else if happens && negated {
                return Reading::Nothing;
            } else if happens && auxiliary(&["will", "shall", "’ll", "'ll"]) {
                Some(MeetingStatus::Planned)
            } else if happens && auxiliary(&["would", "could", "may", "might", "should", "can", "’d", "'d"])
            {
                Some(MeetingStatus::Proposed)
            } else if core && !own && PLANS.contains(&lemma) {
                Some(MeetingStatus::Planned)
            } else {
                infinitive(parse, words, at, perfect)
            };
            if let Some(status) = status {
                return Reading::Status(status);
            }
            // A finite past with nothing above it that matters.
            if happens && matches!(token.tag, FineTag::Vbd) {
                return Reading::Silent;
            }
        }
        match token.relation {
            Relation::Object
            | Relation::Subject
            | Relation::PassiveSubject
            | Relation::OpenComplement
            | Relation::ClausalComplement => {}
            Relation::Oblique
            | Relation::NominalModifier
            | Relation::AdnominalClause
            | Relation::AdverbialClause => core = false,
            _ => return Reading::Silent,
        }
        let Some(head) = parse.head(at) else { return Reading::Silent };
        at = head;
    }
    Reading::Silent
}

/// "he wrote after a call with the president": what lies behind something that has happened has happened.
fn is_behind(parse: &Parse, words: &[&str], noun: usize) -> bool {
    let behind = parse
        .case(noun)
        .is_some_and(|case| matches!(words[case].to_lowercase().as_str(), "after" | "following" | "during"));
    let Some(verb) = parse.ancestors(noun).find(|&at| parse.tokens[at].upos == Upos::Verb) else {
        return false;
    };
    behind
        && parse.tokens[noun].upos == Upos::Noun
        && matches!(parse.tokens[verb].tag, FineTag::Vbd)
        && !parse.negated(verb)
}

/// "is to meet", "are to be held"; "was to have met" did not come about.
fn infinitive(parse: &Parse, words: &[&str], verb: usize, perfect: bool) -> Option<MeetingStatus> {
    let marked = parse.children_by(verb, Relation::Marker).any(|mark| words[mark].eq_ignore_ascii_case("to"));
    let finite = parse
        .auxiliaries(verb)
        .chain(parse.head(verb).filter(|&head| parse.tokens[head].lemma == "be"))
        .map(|at| words[at].to_lowercase())
        .find(|word| matches!(word.as_str(), "is" | "are" | "was" | "were"))?;
    let past = matches!(finite.as_str(), "was" | "were");
    marked.then_some(if past && perfect { MeetingStatus::Cancelled } else { MeetingStatus::Planned })
}
