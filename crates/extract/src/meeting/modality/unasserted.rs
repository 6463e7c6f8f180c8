//! Whether nobody says that they met: kept from meeting, nearly met, "whether they met is unknown", "nobody believes
//! that they met", "had they met".
//!
//! Reads the tree and the words around. Invariant: what a clause only weighs, prevents or pretends did not happen by
//! its telling.

use rapporteur_schema::MeetingStatus;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::Reading;
use super::denied::is_none;
use super::words::MATTERS;

/// Verbs that keep somebody from a deed.
const PREVENTS: &[&str] = &[
    "stop",
    "prevent",
    "bar",
    "keep",
    "block",
    "ban",
    "abstain",
    "refrain",
    "dissuade",
    "discourage",
    "deter",
    "prohibit",
    "shy",
    "shrink",
];
/// Verbs of speaking against a deed.
const OPPOSES: &[&str] = &["advise", "warn", "decide", "counsel", "caution", "vote", "argue"];
/// Verbs of holding for true, of which the denial leaves open whether it is.
const BELIEVES: &[&str] =
    &["believe", "accept", "prove", "find", "show", "suggest", "think", "establish", "confirm"];
/// Verbs of making believe.
const PRETENDS: &[&str] = &["pretend", "invent", "fabricate", "fake", "forge", "lie", "imagine"];
/// What one needs for believing.
const PROOFS: &[&str] = &["evidence", "proof", "indication", "sign", "trace", "record"];

/// What becomes of a meeting of which it is not asserted that it took place.
pub(super) fn unasserted(parse: &Parse, words: &[&str], trigger: usize) -> Option<Reading> {
    let deed = deed(parse, trigger);
    if is_weighed(parse, words, deed)
        || is_unbelieved(parse, deed)
        || is_of_none(parse, trigger)
        || is_of_neither(parse, words, deed)
    {
        return Some(Reading::Nothing);
    }
    if is_undated(parse, trigger) || is_suggested(parse, deed) {
        return Some(Reading::Status(MeetingStatus::Proposed));
    }
    if is_pretended(parse, deed) {
        return Some(Reading::Status(MeetingStatus::Denied));
    }
    (is_prevented(parse, words, deed) || is_impossible(parse, trigger))
        .then_some(Reading::Status(MeetingStatus::Cancelled))
}

/// The verb of the meeting: its own, or the one of which it is the object or subject.
fn deed(parse: &Parse, trigger: usize) -> usize {
    let core = matches!(
        parse.tokens[trigger].relation,
        Relation::Object | Relation::Subject | Relation::PassiveSubject
    );
    let verb = parse.head(trigger).filter(|&head| core && parse.tokens[head].upos == Upos::Verb);
    if parse.tokens[trigger].upos == Upos::Verb { trigger } else { verb.unwrap_or(trigger) }
}

/// "Whether they met is unknown", "unless they meet", "nearly met", "had they sat down", "instead of meeting him".
fn is_weighed(parse: &Parse, words: &[&str], deed: usize) -> bool {
    let lower = |at: usize| words[at].to_lowercase();
    let open = parse.children(deed).any(|child| {
        child < deed && matches!(lower(child).as_str(), "whether" | "if" | "unless" | "nearly" | "almost")
    });
    let inverted = matches!(words[0], "Had" | "Were" | "Should")
        && parse.auxiliaries(deed).any(|auxiliary| auxiliary == 0);
    let behind = |one: &str, two: &str| deed >= 2 && lower(deed - 2) == one && lower(deed - 1) == two;
    let shunned = behind("instead", "of") || behind("rather", "than") || behind("far", "from");
    open || inverted || shunned
}

/// "Neither X nor Y met him"
fn is_of_neither(parse: &Parse, words: &[&str], deed: usize) -> bool {
    // "Neither on Monday nor on Tuesday did he meet her": he is the subject.
    parse.subjects(deed).count() == 1
        && parse.subjects(deed).any(|subject| {
            let first = *parse.subtree(subject).start();
            words.get(first).is_some_and(|word| word.eq_ignore_ascii_case("neither"))
        })
}

/// "Received no request for a meeting", "without a cease-fire there can be no talks".
fn is_of_none(parse: &Parse, trigger: usize) -> bool {
    const NEEDS: &[&str] = &["need", "reason"];
    let matter = |noun: usize| {
        let lemma = parse.tokens[noun].lemma.as_str();
        (MATTERS.contains(&lemma) || NEEDS.contains(&lemma)) && is_none(parse, noun)
    };
    // The tree may hang the meeting on the verb of its request.
    let of_matter = parse.head(trigger).is_some_and(|head| match parse.tokens[trigger].relation {
        Relation::NominalModifier => matter(head),
        Relation::Oblique => parse.objects(head).any(|object| object < trigger && matter(object)),
        _ => false,
    });
    let can = || {
        parse.head(trigger).is_some_and(|verb| {
            parse
                .auxiliaries(verb)
                .any(|auxiliary| matches!(parse.tokens[auxiliary].lemma.as_str(), "can" | "could"))
        })
    };
    of_matter || is_none(parse, trigger) && can()
}

/// "A date for the meeting has not been fixed"
fn is_undated(parse: &Parse, trigger: usize) -> bool {
    let date = parse.head(trigger).filter(|&head| {
        matches!(parse.tokens[head].lemma.as_str(), "date" | "venue" | "place" | "day")
            && parse.case(trigger).is_some_and(|case| parse.tokens[case].lemma == "for")
    });
    // "No date has been set for a meeting"
    let unset = parse.head(trigger).filter(|&verb| {
        let dated = |subject: usize| matches!(parse.tokens[subject].lemma.as_str(), "date" | "venue" | "day");
        parse.case(trigger).is_some_and(|case| parse.tokens[case].lemma == "for")
            && parse.subjects(verb).any(dated)
            && parse.negated(verb)
    });
    unset.is_some() || date.and_then(|date| parse.head(date)).is_some_and(|verb| parse.negated(verb))
}

/// "A suggestion that the two of them meet has had no answer", of which a tree makes a relative clause.
fn is_suggested(parse: &Parse, deed: usize) -> bool {
    let clause = matches!(parse.tokens[deed].relation, Relation::RelativeClause | Relation::AdnominalClause)
        && matches!(parse.tokens[deed].tag, FineTag::Vb | FineTag::Vbp)
        && parse.auxiliaries(deed).next().is_none()
        && parse.children(deed).any(|child| child < deed && parse.tokens[child].lemma == "that");
    clause && parse.head(deed).is_some_and(|noun| MATTERS.contains(&parse.tokens[noun].lemma.as_str()))
}

/// "Nobody believes that they met", "there is no evidence that they met".
fn is_unbelieved(parse: &Parse, deed: usize) -> bool {
    let claimed = matches!(
        parse.tokens[deed].relation,
        Relation::ClausalComplement | Relation::AdnominalClause | Relation::RelativeClause
    );
    let Some(head) = parse.head(deed).filter(|_| claimed) else { return false };
    let lemma = parse.tokens[head].lemma.as_str();
    let nobody = parse.subjects(head).any(|subject| {
        matches!(parse.tokens[subject].lemma.to_lowercase().as_str(), "nobody" | "no-one" | "none")
    });
    let failed = parse.head(head).is_some_and(|above| parse.tokens[above].lemma == "fail");
    let without = |noun: usize| {
        parse.children(noun).any(|child| {
            matches!(parse.tokens[child].lemma.to_lowercase().as_str(), "no" | "without" | "little")
        })
    };
    BELIEVES.contains(&lemma) && (nobody || failed || parse.negated(head))
        || PROOFS.contains(&lemma) && without(head)
}

/// "Pretended to have met", "lied about meeting", "falsely claimed to have met", "was accused of inventing a meeting".
fn is_pretended(parse: &Parse, deed: usize) -> bool {
    let below = matches!(
        parse.tokens[deed].relation,
        Relation::ClausalComplement | Relation::OpenComplement | Relation::AdverbialClause | Relation::Object
    );
    let own = PRETENDS.contains(&parse.tokens[deed].lemma.as_str());
    own || parse.head(deed).is_some_and(|head| {
        let falsely = parse.children(head).any(|child| {
            matches!(parse.tokens[child].lemma.as_str(), "falsely" | "wrongly" | "untruthfully")
        });
        below && (falsely || PRETENDS.contains(&parse.tokens[head].lemma.as_str())) && !parse.negated(head)
    })
}

/// "Stopped him from meeting her", "advised against meeting", "was too ill to see him".
fn is_prevented(parse: &Parse, words: &[&str], deed: usize) -> bool {
    let marked = |wanted: &str| {
        parse.children(deed).any(|mark| {
            matches!(parse.tokens[mark].relation, Relation::Marker | Relation::Case)
                && words[mark].eq_ignore_ascii_case(wanted)
        })
    };
    let Some(head) = parse.head(deed) else { return false };
    let lemma = parse.tokens[head].lemma.as_str();
    let too = parse.tokens[head].upos != Upos::Verb
        && marked("to")
        && parse.children(head).any(|child| child < head && words[child].eq_ignore_ascii_case("too"));
    let failed = parse.tokens[deed].relation == Relation::OpenComplement
        && matches!(lemma, "fail" | "neglect" | "omit")
        && !parse.negated(head);
    failed
        || marked("from") && PREVENTS.contains(&lemma)
        || marked("against") && OPPOSES.contains(&lemma)
        || too
}

/// "A meeting with her was out of the question", "is unthinkable", "would be a mistake".
fn is_impossible(parse: &Parse, trigger: usize) -> bool {
    let predicate = parse.head(trigger).filter(|_| parse.tokens[trigger].relation == Relation::Subject);
    predicate.is_some_and(|predicate| {
        let would = || {
            parse
                .auxiliaries(predicate)
                .any(|auxiliary| matches!(parse.tokens[auxiliary].lemma.as_str(), "would" | "will"))
        };
        match parse.tokens[predicate].lemma.as_str() {
            "unthinkable" | "impossible" => true,
            "question" => parse.case(predicate).is_some(),
            "mistake" | "error" | "folly" => would(),
            _ => false,
        }
    })
}
