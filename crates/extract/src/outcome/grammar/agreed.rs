//! What was agreed, whatever it is: "agreed on a joint timetable", "settled on the Pope as mediator".
//!
//! It knows words, tenses and syntax, not parties. Invariant: a day alone is when, and nothing agreed.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::decided::SETTLED;
use super::lemma;
use crate::lexicon::is_dated;
use crate::outcome::find::Find;
use crate::outcome::lexicon;
use crate::outcome::tense::{is_verb, tense};
use crate::text::word;

/// "agreed on a joint timetable", "settled on the Pope as mediator": whatever it is.
pub(super) fn agreed_on(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const NEAR: usize = 8;
    let agreed = matches!(word(words, at), "agreed" | "agree" | "agrees");
    // "agree on little these days"
    if word(words, at + 1) == "on" && matches!(word(words, at + 2), "little" | "few") {
        return None;
    }
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
    // "settled the customs regime"
    let settled = parse.objects(at).find(|&noun| {
        matches!(word(words, at), "settled")
            && noun > at
            && SETTLED.contains(&parse.tokens[noun].lemma.as_str())
            && parse.understood_subject(at).is_some_and(|subject| {
                parse.conjuncts(subject).next().is_some()
                    || super::is_plural(parse, subject)
                    || matches!(word(words, subject), "they" | "both" | "two" | "we")
            })
    });
    if let Some(noun) = object.or(to).or(settled) {
        let head = word(words, noun).to_owned();
        return Some(Find::new(words, OutcomeKind::Agreement, status, at..noun + 1, head, at));
    }
    // "had agreed with the Faroe Islands on blue whiting"
    let with_whom = agreed && word(words, at + 1) == "with";
    let subject_matter = || {
        parse.obliques(at).find(|&noun| {
            noun > at + 2
                && parse.case(noun).is_some_and(|case| matches!(word(words, case), "on" | "upon" | "over"))
        })
    };
    if let Some(noun) = subject_matter().filter(|&noun| with_whom && !is_dated(word(words, noun))) {
        let head = word(words, noun).to_owned();
        return Some(Find::new(words, OutcomeKind::Agreement, status, at..noun + 1, head, at));
    }
    if !matches!(word(words, at + 1), "on" | "upon")
        || matches!(word(words, at + 2), "what" | "how" | "whether" | "nothing" | "this" | "that")
    {
        return None;
    }
    let next = word(words, at + 2);
    // "settled on reopening the border"
    if parse.tokens.get(at + 2).is_some_and(|token| token.tag == FineTag::Vbg) && is_verb(parse, at + 2) {
        let people = words[at + 2..].iter().any(|word| lexicon::is_captive(word) || word == "people");
        let swaps = matches!(parse.tokens[at + 2].lemma.as_str(), "exchange" | "swap") && people;
        let kind = if swaps { OutcomeKind::PrisonerExchange } else { OutcomeKind::Agreement };
        return Some(Find::new(words, kind, status, at..at + 3, next.to_owned(), at));
    }
    // "settled on the week of 19 April"
    let week = matches!(word(words, at + 3), "week" | "month" | "spring" | "autumn");
    let dated = is_dated(next) || week;
    // "agreed on Tuesday to": a day alone is when.
    if dated && !week && !words[at + 2..].iter().take(NEAR).any(|word| matches!(word.as_str(), "for" | "as"))
    {
        return None;
    }
    let noun = parse.obliques(at).find(|&noun| noun > at + 1 && parse.case(noun) == Some(at + 1))?;
    if matches!(word(words, noun), "thing" | "things" | "little" | "much" | "nothing") {
        return None;
    }
    let kind = match lemma(parse, noun).as_str() {
        _ if dated => OutcomeKind::FurtherTalks,
        "exchange" | "swap"
            if words[noun..]
                .iter()
                .take(8)
                .any(|word| lexicon::is_captive(word) || word == "wounded" || word == "bodies") =>
        {
            OutcomeKind::PrisonerExchange
        }
        // What one side lets go binds it.
        "release" | "return" | "handover" | "repatriation" => OutcomeKind::Commitment,
        _ => OutcomeKind::Agreement,
    };
    Some(Find::new(words, kind, status, at..noun + 1, word(words, noun).to_owned(), at))
}

/// "It was settled that the two should release them first": what was agreed, by whom the text tells elsewhere.
pub(super) fn it_was_settled(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let settles = matches!(word(words, at), "settled" | "arranged" | "stipulated" | "understood" | "laid");
    let it = || parse.subjects(at).any(|subject| subject < at && word(words, subject) == "it");
    if !settles || !is_verb(parse, at) || !parse.is_passive(at) || !it() {
        return None;
    }
    let deed = parse.children(at).find(|&child| {
        child > at
            && matches!(
                parse.tokens[child].relation,
                Relation::ClausalComplement | Relation::ClausalSubject | Relation::PassiveClausalSubject
            )
    })?;
    let due = parse
        .auxiliaries(deed)
        .any(|aux| matches!(word(words, aux), "should" | "would" | "shall" | "must" | "be"));
    // "It is understood that he will come" is hearsay.
    let told = matches!(word(words, at), "understood") && !words[..at].iter().any(|word| word == "was");
    let status = tense(words, at, OutcomeStatus::Agreed).filter(|_| due && !told && is_verb(parse, deed))?;
    Some(Find::new(
        words,
        OutcomeKind::Agreement,
        status,
        at..deed + 1,
        parse.tokens[deed].lemma.clone(),
        deed,
    ))
}

/// "Jakarta and the movement signed on 15 August": two, and what they signed was told before.
pub(super) fn signed(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    let signs = is_verb(parse, at) && matches!(word(words, at), "signed" | "initialled" | "initialed");
    if !signs || parse.is_passive(at) || parse.objects(at).next().is_some() {
        return None;
    }
    let dated = (at + 1..at + 4).any(|next| is_dated(word(words, next)));
    let subject = parse.subjects(at).find(|&subject| subject < at)?;
    let both = parse.conjuncts(subject).next().is_some_and(is_state) && is_state(subject);
    let status = tense(words, at, OutcomeStatus::Signed).filter(|status| *status == OutcomeStatus::Signed)?;
    (both && dated)
        .then(|| Find::new(words, OutcomeKind::Agreement, status, at..at + 1, word(words, at).to_owned(), at))
}
