//! Whether a meeting was called off or put off: "the talks set for Friday were called off", "pulled out of a meeting".
//!
//! Reads the tree alone. Invariant: what calls it off stands above the meeting, at whatever distance it be told.

use rapporteur_syntax::{Parse, Relation, Upos};

use super::words::{CANCELS, CANCELS_WITH, PLANS};
use crate::lexicon;

/// "The talks set for Friday were called off": what they were set for is no matter any more.
pub(super) fn is_called_off(parse: &Parse, trigger: usize) -> bool {
    let above = |at: usize| parse.head(at).filter(|verb| parse.subjects(*verb).any(|subject| subject == at));
    // The participle may be taken for the verb, and then for the subject of the one behind it.
    let off = |verb: usize| parse.is_passive(verb) && !parse.negated(verb) && cancels(parse, verb);
    let verb = above(trigger);
    // "A dinner, set for Thursday, did not take place": the participle may be taken for the verb here too.
    let undone = |verb: usize| {
        parse.children(verb).any(|child| {
            child > verb
                && matches!(parse.tokens[child].relation, Relation::Parataxis | Relation::Conjunct)
                && matches!(
                    parse.tokens[child].lemma.as_str(),
                    "take" | "happen" | "materialise" | "go" | "come"
                )
                && parse.negated(child)
                && parse.subjects(child).next().is_none()
        })
    };
    // "The luncheon had to be dropped", "talks planned for Monday came to nothing"
    let had_to = |verb: usize| {
        parse.tokens[verb].lemma == "have"
            && parse
                .children_by(verb, Relation::OpenComplement)
                .any(|deed| cancels(parse, deed) && parse.is_passive(deed))
    };
    let planned = parse
        .children_by(trigger, Relation::AdnominalClause)
        .any(|clause| PLANS.contains(&parse.tokens[clause].lemma.as_str()));
    let to_nothing = |verb: usize| {
        planned
            && parse.tokens[verb].lemma == "come"
            && parse.children(verb).any(|child| {
                child > verb && matches!(parse.tokens[child].lemma.as_str(), "nothing" | "naught" | "grief")
            })
    };
    if verb.is_some_and(|verb| had_to(verb) || to_nothing(verb)) {
        return true;
    }
    if verb.is_some_and(|verb| is_unattended(parse, verb)) {
        return true;
    }
    verb.is_some_and(|verb| off(verb) || undone(verb)) || verb.and_then(above).is_some_and(off)
}

/// "Had to be adjourned because the others did not show up": those who came met nobody.
fn is_unattended(parse: &Parse, verb: usize) -> bool {
    let below = std::iter::once(verb).chain(parse.children_by(verb, Relation::OpenComplement));
    below.filter(|&at| matches!(parse.tokens[at].lemma.as_str(), "adjourn" | "abandon" | "suspend")).any(
        |at| {
            parse.children_by(at, Relation::AdverbialClause).any(|why| {
                parse.negated(why)
                    && matches!(
                        parse.tokens[why].lemma.as_str(),
                        "show" | "appear" | "turn" | "come" | "arrive" | "attend"
                    )
                    && parse.children_by(why, Relation::Marker).any(|mark| {
                        matches!(
                            parse.tokens[mark].lemma.as_str(),
                            "because" | "as" | "when" | "after" | "since"
                        )
                    })
            })
        },
    )
}

/// Whether a verb, with its particle, calls off what is its subject or object.
pub(super) fn cancels(parse: &Parse, verb: usize) -> bool {
    let lemma = parse.tokens[verb].lemma.as_str();
    let with = |particle: &str| {
        let mut children = parse.children(verb).filter(|&child| child > verb);
        children.any(|child| parse.tokens[child].lemma == particle)
    };
    CANCELS.contains(&lemma) || CANCELS_WITH.iter().any(|(verb, particle)| *verb == lemma && with(particle))
}

/// "The meeting, put off twice, finally took place": the tree may hang what came of it on the participle.
pub(super) fn came_about(parse: &Parse, verb: usize) -> bool {
    parse.children(verb).any(|child| {
        child > verb
            && matches!(parse.tokens[child].relation, Relation::Parataxis | Relation::Conjunct)
            && matches!(parse.tokens[child].lemma.as_str(), "take" | "hold" | "open" | "begin" | "convene")
            && parse.subjects(child).next().is_none()
            && !parse.negated(child)
    })
}

/// The token of the day to which a meeting is put off.
pub fn put_off_to(parse: &Parse, words: &[&str], trigger: usize) -> Option<usize> {
    const PUTS_OFF: &[&str] = &["postpone", "put", "defer", "delay", "adjourn", "reschedule", "push", "move"];
    let verb =
        parse.ancestors(trigger).take(3).find(|&at| PUTS_OFF.contains(&parse.tokens[at].lemma.as_str()))?;
    let to = (verb + 1..words.len().min(verb + 12))
        .find(|&at| matches!(words[at], "to" | "until" | "till") && parse.tokens[at].upos != Upos::Verb)?;
    (to + 1..words.len().min(to + 4)).find(|&at| lexicon::is_dated(words[at]) || words[at] == "tomorrow")
}

/// "pulled out of a meeting", "backed out of talks": those that had begun are told with "the".
pub(super) fn leaves(parse: &Parse, verb: usize, noun: usize) -> bool {
    let out = parse.children(verb).any(|child| parse.tokens[child].lemma == "out");
    let definite =
        parse.children_by(noun, Relation::Determiner).any(|child| parse.tokens[child].lemma == "the");
    out && !definite && matches!(parse.tokens[verb].lemma.as_str(), "pull" | "back" | "opt" | "duck")
}
