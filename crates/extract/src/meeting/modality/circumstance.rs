//! What tense, order and the words around make of a meeting: "when they met", "on his way to see her", "was to meet him,
//! but", "after meeting her", "are working to arrange it".
//!
//! Reads the tree and the words around. Invariant: each answers one question of one token.

use rapporteur_schema::MeetingStatus;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::cancelled::cancels;
use super::words::{CANCELS, PROPOSES};

/// Whether a clause in the plain past says when something was: "when the two met", and nothing of it is to come.
pub(super) fn is_occasion(parse: &Parse, words: &[&str], verb: usize) -> bool {
    let when = parse.children(verb).any(|child| child < verb && matches!(words[child], "when" | "while"));
    let past = parse.tokens[verb].tag == FineTag::Vbd && !parse.negated(verb);
    let clause = parse.tokens[verb].relation == Relation::AdverbialClause;
    let to_come = ["would", "will", "could", "might", "may", "should", "to"];
    when && past && clause && !parse.ancestors(verb).any(|above| is_under(parse, words, above, &to_come))
}

/// "He would answer when the Commission next met": as retold, in the past, of what is to come. "When they next met, he
/// answered" is over.
pub(super) fn is_next(parse: &Parse, words: &[&str], verb: usize) -> bool {
    const UP: usize = 4;
    let marked = parse.children(verb).any(|child| words[child].eq_ignore_ascii_case("when"));
    let next = parse.children(verb).any(|child| words[child] == "next");
    let to_come = ["would", "should", "will", "shall"];
    let mut above = parse.ancestors(verb).take(UP);
    parse.tokens[verb].upos == Upos::Verb
        && marked
        && next
        && above.any(|above| is_under(parse, words, above, &to_come))
}

/// Whether a verb has one of these auxiliaries.
fn is_under(parse: &Parse, words: &[&str], verb: usize, auxiliaries: &[&str]) -> bool {
    parse.auxiliaries(verb).any(|auxiliary| auxiliaries.contains(&words[auxiliary]))
}

/// "Are working to arrange a meeting", "tried to fix a date"
pub(super) fn is_striven_for(parse: &Parse, verb: usize) -> bool {
    matches!(parse.tokens[verb].relation, Relation::OpenComplement | Relation::AdverbialClause)
        && parse.tokens[verb].tag == FineTag::Vb
        && parse.head(verb).is_some_and(|above| PROPOSES.contains(&parse.tokens[above].lemma.as_str()))
}

/// "was on his way to see the president": he has not seen him yet.
pub(super) fn is_on_the_way(parse: &Parse, verb: usize) -> bool {
    let marked = parse.children_by(verb, Relation::Marker).any(|mark| parse.tokens[mark].lemma == "to");
    // "on his way to the talks", but "the talks are under way".
    let cased = parse.case(verb).is_some_and(|case| parse.tokens[case].lemma == "to");
    let noun = parse.head(verb).filter(|_| marked || cased);
    noun.is_some_and(|noun| parse.tokens[noun].lemma == "way" && parse.tokens[noun].upos == Upos::Noun)
}

/// "The minister expected for talks": in notes the auxiliary is left out.
pub(super) fn is_expected(parse: &Parse, noun: usize) -> bool {
    let cased =
        parse.case(noun).is_some_and(|case| matches!(parse.tokens[case].lemma.as_str(), "for" | "at"));
    let verb = parse.head(noun).filter(|_| cased && parse.tokens[noun].upos == Upos::Noun);
    verb.is_some_and(|verb| {
        matches!(parse.tokens[verb].lemma.as_str(), "expect" | "schedule" | "tip")
            && parse.objects(verb).next().is_none()
            && parse.auxiliaries(verb).next().is_none()
            && !parse.negated(verb)
    })
}

/// What a participle behind a noun makes of it: "the rounds held in Muscat", "talks planned for May".
pub(super) fn participle(parse: &Parse, words: &[&str], noun: usize) -> Option<MeetingStatus> {
    if parse.tokens[noun].upos != Upos::Noun {
        return None;
    }
    let own = parse.children_by(noun, Relation::AdnominalClause).find(|&child| {
        child > noun && parse.tokens[child].tag == FineTag::Vbn && parse.auxiliaries(child).next().is_none()
    })?;
    let is_to = parse.children_by(own, Relation::Marker).any(|mark| words[mark].eq_ignore_ascii_case("to"));
    // "The meeting, postponed from March, took place in Paris"
    let held = parse.head(noun).is_some_and(|verb| {
        matches!(parse.tokens[verb].lemma.as_str(), "take" | "hold" | "open" | "begin" | "start" | "convene")
            && parse.subjects(verb).any(|subject| subject == noun)
            && matches!(parse.tokens[verb].tag, FineTag::Vbd | FineTag::Vbn)
            && !parse.negated(verb)
    });
    // "A session convened for Thursday fell through"
    let falls = parse.head(noun).is_some_and(|verb| {
        parse.subjects(verb).any(|subject| subject == noun) && cancels(parse, verb) && !parse.negated(verb)
    });
    match parse.tokens[own].lemma.as_str() {
        _ if falls => Some(MeetingStatus::Cancelled),
        _ if is_to || parse.negated(own) => None,
        "hold" | "convene" | "host" | "chair" => Some(MeetingStatus::Held),
        lemma if CANCELS.contains(&lemma) => {
            Some(if held { MeetingStatus::Held } else { MeetingStatus::Cancelled })
        }
        _ => None,
    }
}

/// "he wrote after a call with the president": what lies behind something that has happened has happened.
pub(super) fn is_behind(parse: &Parse, words: &[&str], noun: usize) -> bool {
    let behind = parse
        .case(noun)
        .is_some_and(|case| matches!(words[case].to_lowercase().as_str(), "after" | "following" | "during"));
    let Some(verb) = parse.ancestors(noun).find(|&at| parse.tokens[at].upos == Upos::Verb) else {
        return false;
    };
    // "He denied after meeting her that he would resign"
    let gerund =
        parse.children_by(noun, Relation::Marker).any(|mark| words[mark].eq_ignore_ascii_case("after"))
            && words[noun].ends_with("ing");
    (gerund || behind && parse.tokens[noun].upos == Upos::Noun)
        && matches!(parse.tokens[verb].tag, FineTag::Vbd)
        && !parse.negated(verb)
}

/// "is to meet", "are to be held"; "was to have met" did not come about.
pub(super) fn infinitive(parse: &Parse, words: &[&str], verb: usize, perfect: bool) -> Option<MeetingStatus> {
    let marked = parse.children_by(verb, Relation::Marker).any(|mark| words[mark].eq_ignore_ascii_case("to"));
    let finite = parse
        .auxiliaries(verb)
        .chain(parse.head(verb).filter(|&head| parse.tokens[head].lemma == "be"))
        .map(|at| words[at].to_lowercase())
        .find(|word| matches!(word.as_str(), "is" | "are" | "was" | "were"))?;
    let past = matches!(finite.as_str(), "was" | "were");
    // "Was to see him on Monday, but his train was snowed in"
    let came_between = || words[verb..].contains(&"but");
    marked.then_some(if past && (perfect || came_between()) {
        MeetingStatus::Cancelled
    } else {
        MeetingStatus::Planned
    })
}

/// Whether something was done in the meeting: "in a call she urged him", "at talks in Riga they agreed".
pub(super) fn is_setting(parse: &Parse, words: &[&str], meeting: usize) -> bool {
    let inside = parse
        .case(meeting)
        .is_some_and(|case| matches!(words[case].to_lowercase().as_str(), "in" | "at" | "during" | "over"));
    let Some(verb) = parse.head(meeting).filter(|_| inside) else { return false };
    let before = parse.subjects(verb).all(|subject| meeting < subject);
    parse.tokens[verb].tag == FineTag::Vbd
        && parse.tokens[verb].upos == Upos::Verb
        && before
        && !parse.negated(verb)
        && parse.auxiliaries(verb).next().is_none()
        && matches!(parse.tokens[verb].relation, Relation::Root | Relation::Conjunct)
}
