//! What was agreed, whatever it is: "agreed on a joint timetable", "settled on the Pope as mediator".
//!
//! It knows words, tenses and syntax, not parties. Invariant: a day alone is when, and nothing agreed.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use crate::outcome::find::Find;
use crate::outcome::tense::{is_verb, tense, word};

/// "agreed on a joint timetable", "settled on the Pope as mediator": whatever it is.
pub(super) fn agreed_on(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const NEAR: usize = 8;
    let agreed = matches!(word(words, at), "agreed" | "agree" | "agrees");
    // "as agreed when the ministers met"
    if at > 0 && word(words, at - 1) == "as" {
        return None;
    }
    if !agreed && !matches!(word(words, at), "settled" | "settle") || !is_verb(parse, at) {
        return None;
    }
    let status = tense(words, at, OutcomeStatus::Agreed)?;
    // "agreed where the river should be dredged"
    if agreed && matches!(word(words, at + 1), "where" | "how" | "when" | "who") {
        let head = word(words, at + 1).to_owned();
        return Some(Find::new(words, OutcomeKind::Agreement, status, at..at + 2, head, at));
    }
    // "agreed a timetable", "agreed to a joint patrol"
    let object = parse.child(at, Relation::Object).filter(|&noun| {
        agreed
            && noun > at
            && noun < at + NEAR
            && parse.tokens[noun].upos == Upos::Noun
            && !parse.is_passive(at)
    });
    let to = parse.obliques(at).find(|&noun| {
        agreed
            && word(words, at + 1) == "to"
            && parse.case(noun) == Some(at + 1)
            && parse.tokens[noun].upos == Upos::Noun
    });
    if let Some(noun) = object.or(to) {
        let head = word(words, noun).to_owned();
        return Some(Find::new(words, OutcomeKind::Agreement, status, at..noun + 1, head, at));
    }
    if !matches!(word(words, at + 1), "on" | "upon")
        || matches!(word(words, at + 2), "what" | "how" | "whether" | "nothing" | "this" | "that")
    {
        return None;
    }
    let next = word(words, at + 2);
    let dated = crate::lexicon::is_calendar(next) || next.starts_with(|c: char| c.is_ascii_digit());
    // "agreed on Tuesday to": a day alone is when.
    if dated && !words[at + 2..].iter().take(NEAR).any(|word| matches!(word.as_str(), "for" | "as")) {
        return None;
    }
    let noun = parse.obliques(at).find(|&noun| noun > at + 1 && parse.case(noun) == Some(at + 1))?;
    if matches!(word(words, noun), "thing" | "things" | "little" | "much" | "nothing") {
        return None;
    }
    let kind = if dated { OutcomeKind::FurtherTalks } else { OutcomeKind::Agreement };
    Some(Find::new(words, kind, status, at..noun + 1, word(words, noun).to_owned(), at))
}

/// "When the Netherlands recognised Indonesia": a state, and no more said of it.
pub(super) fn recognised(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    let recognises =
        is_verb(parse, at) && matches!(parse.tokens[at].lemma.as_str(), "recognise" | "recognize");
    let state = parse.objects(at).find(|&object| recognises && object > at && is_state(object))?;
    Some(Find::new(
        words,
        OutcomeKind::Recognition,
        tense(words, at, OutcomeStatus::Implemented)?,
        at..state + 1,
        word(words, state).to_owned(),
        at,
    ))
}
