//! A text that several issue, told by what it says or what is done with it: "the communique condemned the raids", "a
//! common declaration was read to the press".
//!
//! It knows words, tenses and syntax, not parties. Invariant: it is of several; what one ministry or one minister issues
//! is a statement of his.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::lemma;
use crate::outcome::asked::{is_purpose, is_urged};
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb, negated_noun, tense};
use crate::text::word;

/// Verbs of what such a text does.
const SAYS: &[&str] = &[
    "say",
    "note",
    "condemn",
    "express",
    "reaffirm",
    "welcome",
    "stress",
    "deplore",
    "record",
    "commit",
    "urge",
    "demand",
    "declare",
    "affirm",
    "state",
    "call",
    "pledge",
    "support",
    "reject",
    "underline",
    "emphasise",
    "provide",
];
/// Verbs of what is done with it.
const ISSUES: &[&str] = &[
    "issue",
    "release",
    "publish",
    "adopt",
    "approve",
    "sign",
    "agree",
    "read",
    "launch",
    "hand",
    "circulate",
    "endorse",
    "subscribe",
    "put",
    "make",
    "initial",
];

/// The joint statement of the noun at a token.
pub(super) fn joint_statement(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let token = parse.tokens.get(at)?;
    let noun = lemma(parse, at);
    if !matches!(token.upos, Upos::Noun | Upos::ProperNoun) || negated_noun(words, at) {
        return None;
    }
    let has = |list: &[&str]| {
        parse.children(at).any(|child| child < at && list.contains(&lemma(parse, child).as_str()))
    };
    let joint = has(&["joint", "common", "final", "concluding", "closing", "trilateral"]);
    let of_several = match noun.as_str() {
        "communique" | "communiqué" => true,
        "declaration" | "statement" | "appeal" => joint,
        _ => false,
    };
    // "a communique from the premier's office", "the ministry's communique"
    let own = parse
        .children_by(at, Relation::NominalModifier)
        .any(|of| parse.case(of).is_some_and(|case| matches!(word(words, case), "from" | "by")));
    let of_one = parse
        .children_by(at, Relation::Possessor)
        .chain(parse.children_by(at, Relation::Compound))
        .any(|owner| {
            matches!(
                lemma(parse, owner).as_str(),
                "ministry" | "office" | "minister" | "government" | "army" | "junta" | "his" | "its"
            )
        });
    if !of_several || own || of_one {
        return None;
    }
    let verb = parse.head(at).filter(|&verb| is_verb(parse, verb))?;
    if is_purpose(words, parse, verb) || is_urged(parse, verb) || is_expected(words, verb) {
        return None;
    }
    let deed = parse.tokens[verb].lemma.as_str();
    let passive = parse.is_passive(verb);
    let is_its = match token.relation {
        relation if relation.is_subject() && !passive => SAYS.contains(&deed),
        relation if relation.is_subject() || relation.is_object() => ISSUES.contains(&deed),
        _ => false,
    };
    // "closed with a joint press statement", "said in a joint statement"
    let beside = |case: usize| match word(words, case) {
        "with" => matches!(deed, "end" | "close" | "conclude" | "part" | "finish"),
        "in" => joint,
        _ => false,
    };
    let told = is_its || token.relation.is_oblique() && parse.case(at).is_some_and(beside);
    if !told {
        return None;
    }
    let status = tense(words, verb, OutcomeStatus::Agreed)?;
    let start = (*parse.subtree(at).start()).min(at).min(verb);
    Some(Find {
        kind: OutcomeKind::JointStatement,
        status,
        words: clause(words, start, at.max(verb) + 1),
        head: noun,
        verb,
    })
}

/// "were expected in Bamako to initial a communique"
fn is_expected(words: &[String], verb: usize) -> bool {
    const BACK: usize = 6;
    words[verb.saturating_sub(BACK)..verb]
        .iter()
        .any(|word| matches!(word.as_str(), "expected" | "supposed" | "wanted"))
}
