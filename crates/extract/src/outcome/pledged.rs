//! What a pledge is about: talks, a deed, things given, or only something looked into.
//!
//! It knows words, tenses and syntax, not parties. Invariant: it reads what stands behind a verb of pledging, and never
//! the verb.

use rapporteur_syntax::{FineTag, Parse, Relation};

use super::grammar::{TROOPS, is_gathering};
use super::tense::is_verb;
use crate::text::word;

/// The "that" of a clause that says what was promised to somebody named between: "promised him that".
pub(super) fn clause_behind(words: &[String], parse: &Parse, at: usize) -> Option<usize> {
    const NEAR: usize = 9;
    // The tree may hang it on the one to whom it was promised.
    let below = parse.objects(at).flat_map(|object| parse.children_by(object, Relation::AdnominalClause));
    let clause = parse.children_by(at, Relation::ClausalComplement).chain(below).find(|&child| child > at)?;
    let mark = parse.child(clause, Relation::Marker)?;
    (word(words, mark) == "that" && mark > at && mark <= at + NEAR).then_some(mark)
}

/// "promised three mobile generators": a number of things, and not of days or men.
pub(super) fn is_goods(parse: &Parse, verb: usize) -> bool {
    parse.objects(verb).any(|object| {
        let token = &parse.tokens[object];
        token.tag == FineTag::Nns
            && parse.children_by(object, Relation::NumericModifier).next().is_some()
            && !matches!(
                token.lemma.as_str(),
                "day"
                    | "week"
                    | "month"
                    | "year"
                    | "soldier"
                    | "troop"
                    | "man"
                    | "battalion"
                    | "prisoner"
                    | "hostage"
                    | "seat"
                    | "point"
                    | "reform"
                    | "election"
                    | "vote"
                    | "answer"
                    | "visa"
                    | "monitor"
                    | "observer"
                    | "policeman"
            )
    })
}

/// Whether what one will do is one's own affair: "announced that he would travel to Abidjan".
pub(super) fn is_personal(verb: &str) -> bool {
    matches!(
        verb,
        "travel"
            | "visit"
            | "come"
            | "go"
            | "fly"
            | "resign"
            | "run"
            | "stand"
            | "attend"
            | "retire"
            | "speak"
            | "return"
            | "follow"
            | "leave"
    )
}

/// Whether what was agreed is to be done, and no opinion: "that the ministers should meet", "that it be discussed".
pub(super) fn is_to_be_done(words: &[String], parse: &Parse, from: usize) -> bool {
    const REACH: usize = 30;
    let modal =
        |word: &str| matches!(word, "will" | "would" | "shall" | "should" | "must" | "may" | "be" | "can");
    let within = words.get(from..).unwrap_or_default().iter().take(REACH);
    parse.is_empty() || within.take_while(|word| !matches!(word.as_str(), ";" | ":")).any(|word| modal(word))
}

/// Whether a verb takes talks for its object: "to hold another round", "to resume negotiations".
pub(super) fn holds_talks(words: &[String], parse: &Parse, verb: usize) -> bool {
    let holds = matches!(
        word(words, verb),
        "hold"
            | "resume"
            | "continue"
            | "open"
            | "begin"
            | "start"
            | "convene"
            | "reopen"
            | "launch"
            | "restart"
            | "relaunch"
            | "revive"
            | "renew"
            | "pursue"
    );
    // "to keep talking", "to go on negotiating"
    let goes_on = matches!(word(words, verb), "keep" | "go" | "continue")
        && (verb + 1..verb + 3).any(|at| matches!(word(words, at), "talking" | "negotiating" | "meeting"));
    let is_known = parse.tokens.get(verb).is_some();
    // "promised to pay a return visit"
    let visits =
        |object: usize| matches!(word(words, verb), "pay" | "make") && parse.tokens[object].lemma == "visit";
    goes_on
        || is_known
            && parse
                .objects(verb)
                .any(|object| holds && is_gathering(&parse.tokens[object].lemma) || visits(object))
}

/// Whether a clause says that some are to meet: "that their ministers should meet in Lima".
pub(super) fn meet_then(words: &[String], from: usize) -> bool {
    const REACH: usize = 10;
    (from..(from + REACH).min(words.len())).any(|at| {
        matches!(word(words, at), "will" | "would" | "should" | "shall")
            && matches!(word(words, at + 1), "meet" | "reconvene" | "gather" | "confer" | "convene")
    })
}

/// "promised that it would have a roof": what is to be, and no deed.
pub(super) fn is_of_being(words: &[String], parse: &Parse, at: usize) -> bool {
    const REACH: usize = 18;
    let modal = (at + 2..(at + REACH).min(words.len()))
        .find(|&at| matches!(word(words, at), "will" | "would" | "shall"));
    modal.is_some_and(|modal| {
        // "promised that the claim would not be pressed": what is not to be done is promised too.
        let not = usize::from(matches!(word(words, modal + 1), "not" | "never"));
        let next = word(words, modal + 1 + not);
        let done = (modal + 2..modal + 5 + not).any(|verb| is_verb(parse, verb));
        next == "have" || next == "be" && !done
    })
}

/// "agreed that consultations would be held at Ulan Bator"
pub(super) fn talks_then(parse: &Parse, at: usize) -> bool {
    parse.children_by(at, Relation::ClausalComplement).any(|clause| {
        matches!(
            parse.tokens[clause].lemma.as_str(),
            "hold" | "convene" | "take" | "resume" | "continue" | "open" | "begin"
        ) && parse.subjects(clause).any(|subject| is_gathering(&parse.tokens[subject].lemma.to_lowercase()))
    })
}

/// "agreed that the request would be considered": what is only looked into binds nobody.
pub(super) fn is_looked_into(parse: &Parse, at: usize) -> bool {
    parse.children_by(at, Relation::ClausalComplement).any(|clause| {
        matches!(
            parse.tokens[clause].lemma.as_str(),
            "consider"
                | "discuss"
                | "examine"
                | "study"
                | "look"
                | "bear"
                | "review"
                | "reflect"
        )
            // "that the question remained open", but "that observers would remain"
            || matches!(parse.tokens[clause].lemma.as_str(), "remain" | "stand")
                && !(parse.subjects(clause).any(|subject| TROOPS.contains(&parse.tokens[subject].lemma.as_str()))
                    && parse.auxiliaries(clause).next().is_some())
    })
}
