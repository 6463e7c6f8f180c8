//! What one binds oneself to or asks of others: "agreed to open the road", "will withdraw by 5 April", "demanded that".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is only hoped for, or is an opinion, binds nobody.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::find::Find;
use super::grammar::is_gathering;
use super::lexicon;
use super::tense::{clause, is_verb, tense, verb_of, word};

/// "agreed to open the road", "promised that the crew would be freed", "undertook to".
pub(super) fn pledge(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let lemma = lexicon::pledge(word(words, at))?;
    let status = tense(words, at, OutcomeStatus::Agreed)?;
    // "agreed on Tuesday to": the day stands between; the syntax tells what stands farther off.
    let day = matches!(
        word(words, at + 1),
        "on" | "yesterday" | "today" | "in" | "also" | "itself" | "themselves" | "himself" | "herself"
    );
    let open = || {
        let complement = parse.child(at, Relation::OpenComplement)?;
        let marked = parse.child(complement, Relation::Marker).filter(|&mark| word(words, mark) == "to");
        marked.filter(|&mark| mark > at)
    };
    let to =
        (at + 1..at + 5).find(|&to| word(words, to) == "to").filter(|&to| to == at + 1 || day).or_else(open);
    let behind = to.unwrap_or(at + 1);
    // "promised only to “consider” it": a word in quotation marks is the word.
    let behind = behind + usize::from(matches!(word(words, behind + 1), "“" | "\"" | "``" | "«"));
    let verb = word(words, behind + 1);
    // One may undertake to stop; several who agree to stop are told of as a truce.
    let weak =
        lexicon::is_weak(verb) && !(verb == "stop" && matches!(lemma, "undertake" | "promise" | "pledge"));
    let to = to.is_some() && !weak && !matches!(verb, "the" | "a" | "an" | "it" | "this");
    let promised = || {
        (at + 2..(at + 16).min(words.len())).any(|at| matches!(word(words, at), "will" | "would" | "shall"))
    };
    let resolved = matches!(lemma, "decide" | "resolve")
        && at > 1
        && matches!((word(words, at - 2), word(words, at - 1)), ("it", "was" | "is") | ("been" | "was", _));
    // "promised him that": to whom stands between.
    let told = clause_behind(words, parse, at);
    let that = (word(words, at + 1) == "that" || told.is_some())
        && (resolved
            || matches!(lemma, "agree" | "accept") && is_to_be_done(words, parse, at + 2)
            || promised());
    // "promised an offer before the rains"
    let given = matches!(lemma, "promise" | "pledge" | "guarantee")
        && is_verb(parse, at)
        && !parse.is_passive(at)
        && parse.child(at, Relation::Object).is_some_and(|object| parse.tokens[object].upos == Upos::Noun);
    if matches!(lemma, "announce" | "accept") && !that || that && is_of_being(words, parse, at) {
        return None;
    }
    // One who decides decides for himself; two who do agree, and so does a body.
    let joined = is_joint(words, at) || is_of_body(parse, at);
    // "with a promise of 200 wagons"
    let of = matches!(word(words, at), "promise" | "pledge") && word(words, at + 1) == "of";
    if !(to || that || given || of) {
        return None;
    }
    if matches!(lemma, "decide" | "resolve") && !joined && !(resolved && that) {
        return None;
    }
    let meets = matches!(verb, "come" | "return" | "reconvene" | "gather" | "confer")
        && !that
        && parse.tokens.get(behind + 1).is_some_and(|_| parse.child(behind + 1, Relation::Object).is_none());
    let comes = meets || !that && holds_talks(words, parse, behind + 1) || that && meet_then(words, at + 2);
    Some(Find {
        kind: if comes { OutcomeKind::FurtherTalks } else { OutcomeKind::Commitment },
        status: if comes { OutcomeStatus::Planned } else { status },
        words: clause(words, at, behind + 2),
        head: if that { String::new() } else { verb.to_owned() },
        verb: at,
    })
}

/// The "that" of a clause that says what was promised to somebody named between: "promised him that".
fn clause_behind(words: &[String], parse: &Parse, at: usize) -> Option<usize> {
    const NEAR: usize = 9;
    // The tree may hang it on the one to whom it was promised.
    let below = parse.objects(at).flat_map(|object| parse.children_by(object, Relation::AdnominalClause));
    let clause = parse.children_by(at, Relation::ClausalComplement).chain(below).find(|&child| child > at)?;
    let mark = parse.child(clause, Relation::Marker)?;
    (word(words, mark) == "that" && mark > at && mark <= at + NEAR).then_some(mark)
}

/// What else the pledge takes in: "agreed to open the road and to send a commission".
pub(super) fn pledged_too(words: &[String], parse: &Parse, first: &Find) -> Vec<Find> {
    let to = (first.verb + 1..words.len()).take(6).find(|&at| word(words, at) == "to");
    let Some(to) = to.filter(|_| first.kind == OutcomeKind::Commitment) else { return Vec::new() };
    let joined = |&at: &usize| {
        word(words, at) == "to"
            && matches!(word(words, at - 1), "and" | ",")
            && is_verb(parse, at + 1)
            && !lexicon::is_weak(word(words, at + 1))
    };
    let reach =
        (to + 2..words.len()).take_while(|&at| !matches!(word(words, at), ";" | ":" | "that" | "but"));
    reach
        .filter(joined)
        .map(|at| {
            Find::new(
                words,
                OutcomeKind::Commitment,
                first.status,
                at + 1..at + 2,
                word(words, at + 1).to_owned(),
                first.verb,
            )
        })
        .collect()
}

/// Whether several agree, which makes an agreement of what would be one's commitment.
pub(super) fn is_joint(words: &[String], at: usize) -> bool {
    const JOINT: &[&str] = &[
        "they",
        "sides",
        "ministers",
        "parties",
        "delegations",
        "presidents",
        "leaders",
        "governments",
        "both",
        "two",
        "three",
        "it",
        "countries",
        "neighbours",
    ];
    matches!(lexicon::pledge(word(words, at)), Some("agree" | "decide" | "resolve"))
        && (at.saturating_sub(6)..at).any(|before| JOINT.contains(&word(words, before)))
}

/// Whether several do it, by the words before: "the delegations had agreed", "the six agree".
pub(super) fn is_of_several(words: &[String], at: usize) -> bool {
    const BACK: usize = 6;
    let several = |word: &String| {
        matches!(
            word.as_str(),
            "they"
                | "sides"
                | "ministers"
                | "parties"
                | "delegations"
                | "presidents"
                | "leaders"
                | "governments"
                | "both"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "countries"
                | "neighbours"
                | "participants"
                | "negotiators"
        )
    };
    let noun = at.checked_sub(1).is_some_and(|before| matches!(word(words, before), "a" | "an" | "the"));
    noun || words[at.saturating_sub(BACK)..at].iter().any(several)
}

/// Whether what was agreed is to be done, and no opinion: "that the ministers should meet", "that it be discussed".
fn is_to_be_done(words: &[String], parse: &Parse, from: usize) -> bool {
    const REACH: usize = 30;
    let modal =
        |word: &str| matches!(word, "will" | "would" | "shall" | "should" | "must" | "may" | "be" | "can");
    let within = words.get(from..).unwrap_or_default().iter().take(REACH);
    parse.is_empty() || within.take_while(|word| !matches!(word.as_str(), ";" | ":")).any(|word| modal(word))
}

/// Whether a verb takes talks for its object: "to hold another round", "to resume negotiations".
fn holds_talks(words: &[String], parse: &Parse, verb: usize) -> bool {
    let holds = matches!(
        word(words, verb),
        "hold" | "resume" | "continue" | "open" | "begin" | "start" | "convene" | "reopen" | "launch"
    );
    let is_known = parse.tokens.get(verb).is_some();
    // "promised to pay a return visit"
    let visits =
        |object: usize| matches!(word(words, verb), "pay" | "make") && parse.tokens[object].lemma == "visit";
    is_known
        && parse
            .objects(verb)
            .any(|object| holds && is_gathering(&parse.tokens[object].lemma) || visits(object))
}

/// Whether a clause says that some are to meet: "that their ministers should meet in Lima".
fn meet_then(words: &[String], from: usize) -> bool {
    const REACH: usize = 10;
    (from..(from + REACH).min(words.len())).any(|at| {
        matches!(word(words, at), "will" | "would" | "should" | "shall")
            && matches!(word(words, at + 1), "meet" | "reconvene" | "gather" | "confer" | "convene")
    })
}

/// "promised that it would have a roof": what is to be, and no deed.
fn is_of_being(words: &[String], parse: &Parse, at: usize) -> bool {
    const REACH: usize = 18;
    let modal = (at + 2..(at + REACH).min(words.len()))
        .find(|&at| matches!(word(words, at), "will" | "would" | "shall"));
    modal.is_some_and(|modal| {
        let next = word(words, modal + 1);
        let done = (modal + 2..modal + 5).any(|verb| is_verb(parse, verb));
        matches!(next, "have" | "not" | "never") || next == "be" && !done
    })
}

/// Whether the subject of a verb is several joined, or a body that decides for its members.
fn is_of_body(parse: &Parse, verb: usize) -> bool {
    const DECIDE: &[&str] = &[
        "council",
        "conference",
        "summit",
        "commission",
        "committee",
        "assembly",
        "organisation",
        "organization",
        "union",
        "community",
        "group",
        "board",
        "participant",
        "head",
        "member",
        "minister",
        "congress",
        "league",
        "alliance",
        "bloc",
        "meeting",
        "leader",
        "party",
        "state",
        "side",
        "delegation",
        "government",
    ];
    let subject = parse.tokens.get(verb).and_then(|_| parse.understood_subject(verb));
    subject.is_some_and(|subject| {
        let token = &parse.tokens[subject];
        let plural = matches!(token.tag, FineTag::Nns | FineTag::Nnps);
        let body = DECIDE.contains(&token.lemma.to_lowercase().as_str());
        parse.conjuncts(subject).next().is_some()
            || body
                && (plural
                    || !matches!(
                        token.lemma.as_str(),
                        "minister" | "leader" | "head" | "member" | "state" | "government"
                    ))
    })
}

/// "will withdraw its boats by 5 April": who names a day gives his word.
pub(super) fn promise(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    if !matches!(word(words, at), "will" | "shall") {
        return None;
    }
    let verb = (at + 1..(at + 4).min(words.len())).find(|&verb| is_verb(parse, verb))?;
    let lemma = parse.tokens[verb].lemma.as_str();
    let negated = words[at..verb].iter().any(|word| matches!(word.as_str(), "not" | "never" | "n't" | "n’t"));
    if negated
        || lexicon::is_weak(lemma)
        || matches!(lemma, "visit" | "arrive" | "travel" | "hold" | "fly" | "end")
    {
        return None;
    }
    let range = clause(words, verb, verb + 1);
    let dated = |by: usize| {
        let behind = &words[by + 1..(by + 4).min(words.len())];
        behind.iter().any(|word| crate::lexicon::is_calendar(word) || word == "tomorrow")
            || behind.first().is_some_and(|word| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
    };
    range.clone().find(|&by| word(words, by) == "by" && dated(by))?;
    let (kind, status) = (OutcomeKind::Commitment, OutcomeStatus::Planned);
    Some(Find { kind, status, words: range, head: word(words, verb).to_owned(), verb })
}

/// "demanded that", "demanded the return of"; not "in demand", "demands of".
pub(super) fn demand(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
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
    let clausal = matches!(object, "that" | "during" | "the" | "a" | "an" | "its" | "immediate");
    let owned = matches!(before, "its" | "their" | "his" | "her" | "'s" | "’s") && object == "for";
    if noun && object != "that" && !owned || !noun && !clausal && form != "demanded" {
        return None;
    }
    let verb = if noun { verb_of(parse, at..at + 1) } else { at };
    tense(words, at, OutcomeStatus::Demanded)?;
    Some(Find::new(
        words,
        OutcomeKind::Demand,
        OutcomeStatus::Demanded,
        at..at + 2,
        "demand".to_owned(),
        verb,
    ))
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
