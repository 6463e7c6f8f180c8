//! What is asked of others as one's due: "demanded that", "renewed its claim for", "gave Guyana 48 hours to withdraw",
//! "insists on 100 days", "wants the marbles back".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is only in demand, or is asked of nobody, is none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::find::Find;
use super::grammar::{TROOPS, is_paper};
use super::lexicon;
use super::tense::{is_verb, negated_noun, tense, verb_of, word};

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

/// Whether it is a state that tells another what to do, or one who speaks for it: "Iceland told London to".
fn told_by_state(parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> bool {
    parse.subjects(at).any(|subject| {
        is_state(subject)
            || matches!(
                parse.tokens[subject].lemma.to_lowercase().as_str(),
                "minister" | "government" | "president" | "council"
            )
    })
}

/// "put three conditions", "made it a condition that", "required an end to the raids".
fn conditions(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<usize> {
    if !is_verb(parse, at) || parse.is_passive(at) {
        return None;
    }
    let of_state = || {
        parse.understood_subject(at).is_some_and(|subject| {
            is_state(subject)
                || parse.tokens[subject].upos == Upos::ProperNoun
                || matches!(
                    parse.tokens[subject].lemma.to_lowercase().as_str(),
                    "he" | "she" | "they" | "government" | "minister" | "president" | "delegation" | "side"
                )
        })
    };
    let noun = |list: &[&str]| {
        parse
            .objects(at)
            .chain(parse.obliques(at))
            .chain(parse.children_by(at, Relation::OpenComplement))
            .find(|&noun| {
                noun > at && list.contains(&parse.tokens[noun].lemma.as_str()) && !negated_noun(words, noun)
            })
    };
    match parse.tokens[at].lemma.as_str() {
        "put" | "set" | "lay" | "name" | "attach" | "pose" | "impose" | "make" | "state" => {
            noun(&["condition", "precondition"]).filter(|_| of_state()).map(|noun| noun + 1)
        }
        "condition" => parse
            .obliques(at)
            .find(|&noun| {
                noun > at && parse.case(noun).is_some_and(|case| matches!(word(words, case), "on" | "upon"))
            })
            .filter(|_| of_state())
            .map(|noun| noun + 1),
        "require" => noun(&[
            "end",
            "halt",
            "return",
            "withdrawal",
            "apology",
            "payment",
            "guarantee",
            "release",
            "removal",
            "compensation",
            "closure",
            "recognition",
        ])
        .filter(|_| of_state())
        .map(|noun| noun + 1),
        _ => None,
    }
}

/// "Uganda must lower its flag, Kenya's minister said": what another is to do, as somebody who speaks for a state says.
/// Where its words end, and the verb of saying.
fn must(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    const STEPS: usize = 2;
    const DUE: &[&str] = &[
        "release",
        "withdraw",
        "return",
        "lift",
        "stop",
        "end",
        "leave",
        "pay",
        "lower",
        "remove",
        "hand",
        "extradite",
        "free",
        "halt",
        "apologise",
        "apologize",
        "recognise",
        "recognize",
        "pull",
        "go",
        "cease",
        "dismantle",
        "vacate",
        "evacuate",
        "compensate",
        "respect",
        "honour",
        "drop",
        "give",
    ];
    if !matches!(word(words, at), "must" | "should") {
        return None;
    }
    let verb = parse.head(at).filter(|&verb| is_verb(parse, verb) && verb > at)?;
    let lemma = |at: usize| parse.tokens[at].lemma.to_lowercase();
    let due = DUE.contains(&parse.tokens[verb].lemma.as_str()) && !parse.negated(verb);
    let subject = parse.subjects(verb).find(|&subject| subject < at)?;
    let owed = is_state(subject) || TROOPS.contains(&lemma(subject).as_str());
    let above = parse.ancestors(verb).take(STEPS);
    let says = above.chain(parse.children_by(verb, Relation::Parataxis)).find(|&says| {
        is_verb(parse, says)
            && matches!(
                parse.tokens[says].lemma.as_str(),
                "say" | "tell" | "declare" | "state" | "repeat" | "add" | "warn"
            )
    })?;
    let by_state = parse.subjects(says).any(|speaker| {
        speaker != subject
            && (is_state(speaker)
                || parse.children(speaker).any(is_state)
                || matches!(
                    lemma(speaker).as_str(),
                    "minister" | "ministry" | "president" | "government" | "premier"
                ))
    });
    (due && owed && by_state).then_some((verb + 1, says))
}

/// "The declaration asks the Council for a mandate", "the resolution calls upon both armies to leave": what several
/// ask in a text that they adopt.
fn asked_in_writing(words: &[String], parse: &Parse, at: usize) -> Option<usize> {
    if !is_verb(parse, at) || parse.is_passive(at) {
        return None;
    }
    let asks = match parse.tokens[at].lemma.as_str() {
        "ask" | "urge" | "request" | "demand" | "invite" | "appeal" => true,
        "call" => matches!(word(words, at + 1), "on" | "upon" | "for"),
        _ => false,
    };
    let text = |subject: usize| {
        let noun = parse.tokens[subject].lemma.to_lowercase();
        is_paper(&noun) || matches!(noun.as_str(), "resolution" | "statement")
    };
    let whom = parse.objects(at).chain(parse.obliques(at)).find(|&noun| {
        noun > at
            && parse.tokens[noun].upos != Upos::Pronoun
            && !matches!(
                parse.tokens[noun].lemma.as_str(),
                "everything" | "nothing" | "much" | "little" | "more"
            )
    })?;
    (asks && parse.understood_subject(at).is_some_and(|subject| subject < at && text(subject)))
        .then_some(whom + 1)
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
