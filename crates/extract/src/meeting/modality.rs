//! Whether a meeting took place, from the verbs above its trigger: tense, modals, negation, and what
//! is done with the meeting (held, offered, planned, called off, denied).
//!
//! Reads the tree alone; what the tree does not tell, [`status`](super::status) reads from the clause.

use rapporteur_schema::MeetingStatus;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

const PROPOSES: &[&str] = &[
    "offer", "propose", "suggest", "request", "seek", "want", "hope", "invite", "urge", "ask", "wish",
    "consider", "envisage", "demand", "push", "appeal", "beg", "press", "willing", "ready", "prepared",
    "like", "imagine", "suppose", "dream", "try", "aim",
];
const PLANS: &[&str] = &[
    "plan", "schedule", "arrange", "intend", "prepare", "due", "expect", "announce", "set", "convene",
    "pencil", "slate", "promise", "postpone", "agree",
];
const CANCELS: &[&str] = &[
    "cancel", "scrap", "shelve", "abandon", "drop", "miss", "collapse", "thwart", "prevent", "decline",
    "refuse", "withdraw",
];
const DENIES: &[&str] = &["deny", "dismiss", "exclude"];
const HAPPENS: &[&str] = &[
    "hold", "take", "have", "happen", "occur", "meet", "attend", "open", "begin", "end", "conclude", "last",
    "close", "chair",
];

/// What the verbs from the trigger upwards make of the meeting; none where they say nothing.
pub fn modality(parse: &Parse, words: &[&str], trigger: usize) -> Option<MeetingStatus> {
    let mut at = trigger;
    for step in 0..5 {
        let token = &parse.tokens[at];
        let verb =
            matches!(token.upos, Upos::Verb | Upos::Auxiliary) || step == 0 && token.upos == Upos::Adjective;
        let lemma = token.lemma.as_str();
        if verb || token.upos == Upos::Adjective {
            let own = step == 0;
            if DENIES.contains(&lemma) && !own {
                return Some(MeetingStatus::Denied);
            }
            let auxiliary = |wanted: &[&str]| {
                parse.auxiliaries(at).any(|aux| wanted.contains(&words[aux].to_lowercase().as_str()))
            };
            let perfect = auxiliary(&["have", "has", "had", "’ve", "'ve"]);
            if auxiliary(&["should", "would", "could"]) && perfect {
                return Some(MeetingStatus::Cancelled);
            }
            if CANCELS.contains(&lemma) && !own {
                return Some(MeetingStatus::Cancelled);
            }
            if PROPOSES.contains(&lemma) && !own {
                return Some(MeetingStatus::Proposed);
            }
            if parse.negated(at) && (own || HAPPENS.contains(&lemma)) {
                return Some(if auxiliary(&["will", "wo", "would"]) {
                    MeetingStatus::Cancelled
                } else {
                    MeetingStatus::Denied
                });
            }
            if auxiliary(&["will", "shall", "’ll", "'ll"]) {
                return Some(MeetingStatus::Planned);
            }
            if auxiliary(&["would", "could", "may", "might", "should", "can"]) {
                return Some(MeetingStatus::Proposed);
            }
            if PLANS.contains(&lemma) && !own {
                return Some(MeetingStatus::Planned);
            }
            // "is to meet", "are to be held"
            let infinitive =
                parse.children_by(at, Relation::Marker).any(|mark| words[mark].eq_ignore_ascii_case("to"));
            let be = |index: usize| parse.tokens[index].lemma == "be";
            if infinitive && (auxiliary(&["is", "are", "was", "were"]) || parse.head(at).is_some_and(be)) {
                let past = parse.head(at).map_or(false, |head| words[head] == "was" || words[head] == "were");
                return Some(if past && perfect { MeetingStatus::Cancelled } else { MeetingStatus::Planned });
            }
            // A finite past, or a present of record, with nothing above it that matters.
            if matches!(token.tag, FineTag::Vbd) && (own || HAPPENS.contains(&lemma)) {
                return None;
            }
        }
        let relation = token.relation;
        let up = matches!(
            relation,
            Relation::Object
                | Relation::Subject
                | Relation::PassiveSubject
                | Relation::Oblique
                | Relation::NominalModifier
                | Relation::OpenComplement
                | Relation::ClausalComplement
                | Relation::AdnominalClause
        );
        if !up {
            return None;
        }
        at = parse.head(at)?;
    }
    None
}
