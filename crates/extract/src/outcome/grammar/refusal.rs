//! Talks that one will have none of: "will not sit down with", "refused to negotiate", "turned down an offer of talks".
//!
//! It knows words, tenses and syntax, not parties. Invariant: who does not meet one person refuses no talks; what is
//! only supposed refuses nothing.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::{is_gathering, lemma};
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb, tense};
use crate::text::word;

/// What is put before one that may be talks. An invitation declined is somebody absent.
const OFFERS: &[&str] =
    &["offer", "proposal", "call", "suggestion", "request", "appeal", "overture", "idea", "bid"];

/// The refusal of talks at a token.
pub(super) fn refused(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    if !is_verb(parse, at) {
        return None;
    }
    let found = |end: usize, start: usize| Find {
        kind: OutcomeKind::FurtherTalks,
        status: OutcomeStatus::Rejected,
        words: clause(words, start, end),
        head: "refused".to_owned(),
        verb: at,
    };
    if talks(words, parse, at) && is_refused(words, parse, at) {
        return Some(found(at + 1, at.saturating_sub(1)));
    }
    let particle = word(words, at + 1);
    // "sees no point in further talks"
    let pointless = matches!(parse.tokens[at].lemma.as_str(), "see" | "have")
        && particle == "no"
        && matches!(word(words, at + 2), "point" | "sense" | "use" | "need" | "basis" | "intention")
        && words[at + 3..].iter().take(4).any(|word| {
            matches!(word.as_str(), "talks" | "negotiations" | "negotiating" | "talking" | "dialogue")
        });
    if pointless {
        return Some(found(at + 3, at));
    }
    let rejects = match parse.tokens[at].lemma.as_str() {
        "refuse" | "decline" | "reject" | "spurn" | "rebuff" | "dismiss" => true,
        "rule" => particle == "out" || words[at..].iter().take(6).any(|word| word == "out"),
        "turn" => particle == "down",
        _ => false,
    };
    if !rejects || tense(words, at, OutcomeStatus::Rejected).is_none() {
        return None;
    }
    let below =
        parse.child(at, Relation::OpenComplement).filter(|&deed| deed > at && talks(words, parse, deed));
    if let Some(deed) = below {
        return Some(found(deed + 1, at));
    }
    // "refused to sign", "would not put its name to it": what others agreed is not agreed by all.
    let unsigned = parse.child(at, Relation::OpenComplement).filter(|&deed| {
        deed > at
            && matches!(
                parse.tokens[deed].lemma.as_str(),
                "sign" | "initial" | "ratify" | "endorse" | "countersign"
            )
    });
    if let Some(deed) = unsigned {
        let mut find = found(deed + 1, at);
        find.kind = OutcomeKind::Other;
        find.head = parse.tokens[deed].lemma.clone();
        return Some(find);
    }
    let passive = parse.is_passive(at).then(|| parse.subjects(at).find(|&subject| subject < at)).flatten();
    let noun = passive.or_else(|| parse.objects(at).find(|&object| object > at))?;
    let what = lemma(parse, noun);
    // "an offer of talks", "a proposal to meet", "a call for direct negotiations"
    let to_talk = OFFERS.contains(&what.as_str())
        && parse.children(noun).any(|child| {
            child > noun
                && match parse.tokens[child].relation {
                    Relation::NominalModifier => is_gathering(&lemma(parse, child)),
                    Relation::AdnominalClause => {
                        talks(words, parse, child) || parse.tokens[child].lemma == "meet"
                    }
                    _ => false,
                }
        });
    // "ruled out direct talks"; a conference rejected is read elsewhere.
    let talk = matches!(what.as_str(), "talk" | "talks" | "negotiation" | "dialogue" | "parley" | "summit")
        && parse.tokens[noun].upos == Upos::Noun
        // "a meeting, proposed through the High Commission, had been declined"
        || noun < at && is_gathering(&what) && parse.is_passive(at);
    (to_talk || talk).then(|| found(noun.max(at) + 1, noun.min(at)))
}

/// "negotiate", "sit down with", "talk to", "return to the table".
fn talks(words: &[String], parse: &Parse, at: usize) -> bool {
    let next = word(words, at + 1);
    match parse.tokens[at].lemma.as_str() {
        "negotiate" | "parley" => true,
        "talk" | "bargain" => {
            matches!(next, "to" | "with" | "until" | "till" | "while" | "unless" | "." | ",")
        }
        "sit" => matches!(next, "down" | "at" | "with" | ",") && word(words, at + 2) != "to",
        "return" | "go" => words[at + 1..]
            .iter()
            .take(6)
            .any(|word| matches!(word.as_str(), "table" | "talks" | "negotiations")),
        _ => false,
    }
}

/// Whether somebody says that he will not: "will never", "won't", "do not".
fn is_refused(words: &[String], parse: &Parse, at: usize) -> bool {
    const BACK: usize = 5;
    let group = &words[at.saturating_sub(BACK)..at];
    let has = |list: &[&str]| group.iter().any(|word| list.contains(&word.as_str()));
    // "We do not negotiate with them", but not "fish do not negotiate"
    let to_come = has(&["will", "would", "shall", "wo", "can", "could"]);
    let own = has(&["do", "does"]) && word(words, at + 1) == "with";
    let by_whom = |subject: usize| {
        subject < at
            && (to_come && word(words, subject) != "one"
                || parse.tokens[subject].upos == Upos::ProperNoun
                || matches!(word(words, subject), "i" | "we" | "they"))
    };
    parse.auxiliaries(at).next().is_some()
        && (to_come || own)
        && has(&["not", "never", "n't", "n’t", "no"])
        && !has(&["if", "unless", "whether"])
        && parse.understood_subject(at).is_some_and(by_whom)
}
