//! What is asked of others as one's due: "demanded that", "renewed its claim for", "gave Guyana 48 hours to withdraw",
//! "insists on 100 days", "wants the marbles back".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is only in demand, or is asked of nobody, is none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::demanded::{asked_in_writing, conditions, must, told_by_state};
use super::find::Find;
use super::grammar::is_paper;
use super::lexicon;
use super::tense::{is_verb, negated_noun, tense, verb_of};
use crate::text::word;

/// The demand at a token.
pub(super) fn demand(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    let found = |end: usize, verb: usize| {
        let (kind, status) = (OutcomeKind::Demand, OutcomeStatus::Demanded);
        Some(Find::new(words, kind, status, at..end, "demand".to_owned(), verb))
    };
    if let Some((end, verb)) = by_cue(words, parse, at) {
        return found(end, verb);
    }
    if let Some((end, verb)) = must(words, parse, at, is_state) {
        return found(end, verb);
    }
    let end = by_noun(words, parse, at)
        .or_else(|| asked_in_writing(words, parse, at))
        .or_else(|| insisted(words, parse, at))
        .or_else(|| pressed(words, parse, at, is_state))
        .or_else(|| given_time(words, parse, at))
        .or_else(|| conditions(words, parse, at, is_state))
        .or_else(|| wanted(words, parse, at, is_state))?;
    let verb = verb_of(parse, at..at + 1);
    tense(words, verb, OutcomeStatus::Demanded)?;
    found(end, verb)
}

/// "demanded that", "demanded the return of"; not "in demand", "demands of". Where its words end, and its verb.
fn by_cue(words: &[String], parse: &Parse, at: usize) -> Option<(usize, usize)> {
    let form = word(words, at);
    if !lexicon::is_demand(form) {
        return None;
    }
    let before = at.checked_sub(1).map_or("", |before| word(words, before));
    let noun = matches!(form, "demand" | "demands")
        && matches!(
            before,
            "'s" | "’s" | "the" | "a" | "its" | "their" | "his" | "her" | "in" | "new" | "russian" | "those"
        );
    let object = word(words, at + 1);
    // "insisted that the troops leave", but not "insisted that it was raining": only an order is a demand.
    let ordered = object == "that" && (orders(words, at + 2) || is_subjunctive(parse, at));
    if !form.starts_with("demand") && !ordered {
        return None;
    }
    // "They are demanding eleven seats": what has a price, of somebody; "the job demands patience".
    let priced = is_verb(parse, at)
        && parse.objects(at).any(|object| {
            parse.children(object).any(|child| parse.tokens[child].upos == Upos::Numeral)
                || parse.tokens[object].tag == FineTag::Nns
        })
        && parse.understood_subject(at).is_some_and(|subject| {
            matches!(parse.tokens[subject].upos, Upos::ProperNoun | Upos::Pronoun)
                || matches!(parse.tokens[subject].tag, FineTag::Nns | FineTag::Nnps)
        });
    let clausal = priced || matches!(object, "that" | "during" | "the" | "a" | "an" | "its" | "immediate");
    let owned = matches!(before, "its" | "their" | "his" | "her" | "'s" | "’s") && object == "for";
    if noun && object != "that" && !owned || !noun && !clausal && form != "demanded" {
        return None;
    }
    let verb = if noun { verb_of(parse, at..at + 1) } else { at };
    tense(words, at, OutcomeStatus::Demanded)?;
    Some((at + 2, verb))
}

/// "renewed its claim for damages", "a demand for an apology", "an ultimatum to Serbia".
fn by_noun(words: &[String], parse: &Parse, at: usize) -> Option<usize> {
    const PUTS: &[&str] = &[
        "renew",
        "repeat",
        "reiterate",
        "press",
        "present",
        "submit",
        "lodge",
        "make",
        "put",
        "raise",
        "maintain",
        "deliver",
        "send",
        "issue",
        "address",
        "hand",
        "set",
        "give",
        "have",
        "be",
    ];
    let token = parse.tokens.get(at)?;
    let noun = matches!(token.tag, FineTag::Nn | FineTag::Nns);
    if !noun || negated_noun(words, at) {
        return None;
    }
    let verb = verb_of(parse, at..at + 1);
    let put = is_verb(parse, verb) && PUTS.contains(&parse.tokens[verb].lemma.as_str());
    let what = matches!(
        (word(words, at + 1), token.lemma.as_str()),
        ("for" | "that", "demand" | "claim" | "ultimatum")
    );
    let owned = parse.child(at, Relation::Possessor).is_some();
    // "a plea from Japan that contracts be spared", "the Organization's appeal to Eritrea to let them go"
    let asked = matches!(token.lemma.as_str(), "appeal" | "plea" | "request" | "call")
        && token.relation != Relation::Compound
        && (owned
            || parse
                .children_by(at, Relation::NominalModifier)
                .any(|from| parse.case(from).is_some_and(|case| word(words, case) == "from")))
        && parse
            .children_by(at, Relation::AdnominalClause)
            .chain(parse.children_by(verb, Relation::ClausalComplement))
            .any(|deed| {
                deed > at
                    && parse
                        .child(deed, Relation::Marker)
                        .is_some_and(|mark| matches!(word(words, mark), "to" | "that"))
            });
    let before = words[at.saturating_sub(2)..at].join(" ");
    let ultimatum = token.lemma == "ultimatum" && (put || before == "in an");
    (what && (put || owned) && token.relation != Relation::Compound || ultimatum || asked).then_some(at + 2)
}

/// "insists on 100 days", "insisted upon the return of the crew".
fn insisted(words: &[String], parse: &Parse, at: usize) -> Option<usize> {
    let insists = is_verb(parse, at)
        && parse.tokens[at].lemma == "insist"
        && matches!(word(words, at + 1), "on" | "upon");
    let noun =
        insists.then(|| parse.obliques(at).find(|&noun| parse.case(noun) == Some(at + 1))).flatten()?;
    (parse.tokens[noun].upos != Upos::Pronoun).then_some(noun + 1)
}

/// "pressed Colombo for the release of", "requires Ukraine to fill in the canal", "expects Mexico to hand him over".
fn pressed(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<usize> {
    if !is_verb(parse, at) || parse.is_passive(at) {
        return None;
    }
    let whom = parse.objects(at).find(|&object| object > at && is_state(object))?;
    // "The agreement obliges Ethiopia to redeploy" is no demand of a paper's.
    if parse.subjects(at).any(|subject| is_paper(&parse.tokens[subject].lemma)) {
        return None;
    }
    match parse.tokens[at].lemma.as_str() {
        "press" | "badger" | "dun" => {
            let what = parse
                .obliques(at)
                .chain(parse.children(whom))
                .find(|&noun| noun > whom && parse.case(noun).is_some_and(|case| word(words, case) == "for"));
            what.map(|noun| noun + 1)
        }
        "tell" if !told_by_state(parse, at, is_state) => None,
        "require" | "expect" | "order" | "oblige" | "command" | "tell" => {
            let deed = parse
                .child(at, Relation::OpenComplement)
                .or_else(|| parse.child(at, Relation::ClausalComplement))?;
            let to = parse.child(deed, Relation::Marker).is_some_and(|mark| word(words, mark) == "to");
            (to && deed > whom).then_some(deed + 1)
        }
        _ => None,
    }
}

/// "gave Guyana 48 hours to withdraw its patrol", "gave Serbia until Friday to reply".
fn given_time(words: &[String], parse: &Parse, at: usize) -> Option<usize> {
    const NEAR: usize = 8;
    if !is_verb(parse, at)
        || parse.tokens[at].lemma != "give"
        || parse.child(at, Relation::IndirectObject).is_none()
    {
        return None;
    }
    let near = at + 1..(at + NEAR).min(words.len());
    let time = near.clone().find(|&time| {
        matches!(word(words, time), "hours" | "days" | "weeks" | "months" | "until" | "till")
    })?;
    let to = (time + 1..(time + 4).min(words.len()))
        .find(|&to| word(words, to) == "to" && is_verb(parse, to + 1))?;
    // "48 hours to leave" is an expulsion.
    let leaves = matches!(word(words, to + 1), "leave" | "quit" | "pack")
        && !matches!(word(words, time), "until" | "till");
    (!leaves).then_some(to + 2)
}

/// "Greece wants the marbles back", "wants the crew released", of a state.
fn wanted(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<usize> {
    const NEAR: usize = 8;
    let wants = is_verb(parse, at) && parse.tokens[at].lemma == "want";
    let of_state = |subject: usize| is_state(subject) || parse.tokens[subject].lemma == "government";
    let subject = parse.subjects(at).next().filter(|&subject| wants && of_state(subject))?;
    // "wants $200 million a year in rent"
    let money = parse.objects(at).find(|&object| {
        words[at..=object.max(at)]
            .iter()
            .any(|word| matches!(word.as_str(), "million" | "billion" | "$" | "£" | "€"))
    });
    if let Some(object) = money {
        return Some(object + 1);
    }
    let near = at + 1..(at + NEAR).min(words.len());
    let end =
        near.take_while(|&at| !matches!(word(words, at), "," | ";" | "." | "and" | "but")).find(|&end| {
            word(words, end) == "back"
                || end > at + 1
                    && is_verb(parse, end)
                    && (parse.tokens[end].tag == FineTag::Vbn || word(words, end - 1) == "to" && end > at + 2)
        })?;
    (subject < at).then_some(end + 1)
}

/// "insisted that Peru free the crew": the form of what is to be done, of a subject that is one.
fn is_subjunctive(parse: &Parse, at: usize) -> bool {
    parse.children_by(at, Relation::ClausalComplement).any(|clause| {
        matches!(parse.tokens[clause].tag, FineTag::Vb | FineTag::Vbp)
            && parse.auxiliaries(clause).next().is_none()
            && parse.subjects(clause).any(|subject| {
                matches!(parse.tokens[subject].tag, FineTag::Nn | FineTag::Nnp)
                    && parse.conjuncts(subject).next().is_none()
            })
    })
}

/// Whether a clause says what is to be done: "the troops leave", "the toll be lifted", "it must end".
fn orders(words: &[String], from: usize) -> bool {
    (from..(from + 7).min(words.len()))
        .any(|at| matches!(word(words, at), "be" | "must" | "should" | "first"))
}
