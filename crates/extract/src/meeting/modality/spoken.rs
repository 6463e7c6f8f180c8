//! Whether a meeting is only spoken of: judged, asked about, called for, offered, talked of for some day.
//!
//! Reads the tree alone. Invariant: nothing here says that a meeting took place.

use rapporteur_schema::MeetingStatus;
use rapporteur_syntax::{Parse, Relation, Upos};

use super::cancelled::cancels;
use super::words::{MATTERS, PLANS};

/// Whether the meeting is only judged: "he called the talks a success", "she condemned the summit". Who judges it
/// need not have been there.
pub fn is_judged(parse: &Parse, trigger: usize) -> bool {
    const JUDGES: &[&str] = &[
        "call",
        "praise",
        "condemn",
        "hail",
        "describe",
        "denounce",
        "criticise",
        "criticize",
        "applaud",
        "dismiss",
        "deplore",
        "commend",
        "term",
        "label",
        "brand",
        "characterise",
        "characterize",
        "laud",
        "deride",
        "welcome",
        "regret",
        "defend",
    ];
    parse.head(trigger).is_some_and(|verb| {
        let token = &parse.tokens[verb];
        let object = parse.objects(verb).any(|object| object == trigger);
        // "Called a meeting" is to convene it; a judgement has a predicate behind what it judges.
        let quoted = || {
            let mut behind = (trigger + 1..parse.len()).map(|at| parse.tokens[at].lemma.as_str());
            behind.any(|lemma| matches!(lemma, "\"" | "“" | "``"))
        };
        let judgement = token.lemma != "call"
            || quoted()
            || parse.children(verb).any(|child| {
                child > trigger
                    && matches!(parse.tokens[child].relation, Relation::OpenComplement | Relation::Object)
            });
        object
            && judgement
            && token.upos == Upos::Verb
            // "Would welcome a meeting": there is none yet.
            && !parse.auxiliaries(verb).any(|auxiliary| {
                matches!(parse.tokens[auxiliary].lemma.as_str(), "would" | "will" | "could" | "might")
            })
            && JUDGES.contains(&token.lemma.as_str())
            && !parse.negated(verb)
    })
}

/// Whether nobody says that they met: "he asked when they had met", "asked whether he would see her".
pub(super) fn is_asked(parse: &Parse, words: &[&str], trigger: usize) -> bool {
    const ASKS: &[&str] = &["ask", "wonder", "enquire", "inquire", "know", "clear", "doubt", "question"];
    let mut at = trigger;
    for _ in 0..3 {
        let Some(head) = parse.head(at) else { return false };
        let asks = ASKS.contains(&parse.tokens[head].lemma.as_str());
        let open = parse.children(at).any(|child| {
            child < at
                && matches!(
                    words[child].to_lowercase().as_str(),
                    "when" | "whether" | "if" | "why" | "how" | "where"
                )
        });
        // "Asked him for help when they met"
        let meanwhile = parse.tokens[at].relation == Relation::AdverbialClause
            && parse.objects(head).next().is_some()
            && parse.children(at).any(|child| child < at && words[child].eq_ignore_ascii_case("when"));
        if asks && open && !meanwhile && parse.tokens[head].upos != Upos::Noun {
            return true;
        }
        at = head;
    }
    false
}

/// Whether a clause is what somebody is called on to do.
pub(super) fn calls(parse: &Parse, verb: usize) -> bool {
    parse.head(verb).is_some_and(|head| {
        parse.tokens[head].lemma == "call"
            && parse.obliques(head).any(|other| {
                parse
                    .case(other)
                    .is_some_and(|case| matches!(parse.tokens[case].lemma.as_str(), "on" | "upon"))
            })
    })
}

/// "asked about a summit", "a promise to think about a meeting": one that nobody says there is.
pub(super) fn is_only_spoken_about(parse: &Parse, noun: usize) -> bool {
    let about = parse.case(noun).is_some_and(|case| parse.tokens[case].lemma == "about");
    let any = parse
        .children_by(noun, Relation::Determiner)
        .any(|determiner| matches!(parse.tokens[determiner].lemma.as_str(), "a" | "an" | "any"));
    let idle = parse.head(noun).is_some_and(|head| {
        matches!(
            parse.tokens[head].lemma.as_str(),
            "ask"
                | "think"
                | "talk"
                | "speak"
                | "wonder"
                | "speculate"
                | "speculation"
                | "question"
                | "rumour"
        )
    });
    about && any && idle
}

/// Whether what stands at a token is the matter of an invitation or an offer.
pub(super) fn is_matter(parse: &Parse, at: usize) -> bool {
    let Some(head) = parse.head(at) else { return false };
    let named = |noun: usize| {
        parse.tokens[noun].upos == Upos::Noun && MATTERS.contains(&parse.tokens[noun].lemma.as_str())
    };
    // "open to talks", "working on a meeting"
    let with = |wanted: &str| parse.case(at).is_some_and(|case| parse.tokens[case].lemma == wanted);
    let willing = matches!(parse.tokens[head].lemma.as_str(), "open" | "ready" | "amenable" | "receptive");
    let works = matches!(parse.tokens[head].lemma.as_str(), "work");
    // "Angling for a meeting", "hinted at a meeting"
    const SEEKS: &[&str] = &[
        "angle", "fish", "lobby", "campaign", "clamour", "clamor", "hint", "plead", "yearn", "long", "push",
        "press",
    ];
    if parse.tokens[head].upos == Upos::Verb
        && SEEKS.contains(&parse.tokens[head].lemma.as_str())
        && (with("for") || with("at") && parse.tokens[head].lemma == "hint")
    {
        return true;
    }
    if parse.tokens[head].upos == Upos::Adjective && willing && with("to")
        || works && (with("on") || with("towards"))
    {
        return true;
    }
    // "his call at the talks for a truce": where it was made
    let where_made = ["at", "in", "during", "after", "before", "following"].iter().any(|case| with(case));
    !where_made && (named(head) || parse.objects(head).any(|object| object < at && named(object)))
}

/// What a clause behind a noun makes of it: "a visit, which had been talked of for June, was not mentioned".
pub(super) fn talked_of(parse: &Parse, noun: usize) -> Option<MeetingStatus> {
    const FLOATS: &[&str] = &["talk", "moot", "float", "suggest", "propose", "discuss", "mention", "rumour"];
    if parse.tokens[noun].upos != Upos::Noun {
        return None;
    }
    let clause = parse.children_by(noun, Relation::RelativeClause).next()?;
    let lemma = parse.tokens[clause].lemma.as_str();
    let passive = parse.auxiliaries(clause).any(|aux| parse.tokens[aux].lemma == "be");
    let above = parse.head(noun).filter(|&head| parse.tokens[head].upos == Upos::Verb);
    let undone = above.is_some_and(|verb| parse.negated(verb) || cancels(parse, verb));
    if !passive {
        return None;
    }
    match (undone, FLOATS.contains(&lemma), PLANS.contains(&lemma)) {
        (true, true, _) | (true, _, true) => Some(MeetingStatus::Cancelled),
        (false, true, _) => Some(MeetingStatus::Proposed),
        _ => None,
    }
}
