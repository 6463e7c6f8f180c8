//! The words of one sentence that tell an outcome: a verb with its object, a phrase, a pledge, a
//! demand.
//!
//! It knows words and tenses, not parties. Invariant: each find has an explicit cue, and what is
//! negated or only supposed gives none.

use std::ops::Range;

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use crate::outcome::{grammar, lexicon};

/// How far a verb's object may be.
const NEAR: usize = 9;

/// An outcome's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Find {
    /// The kind.
    pub kind: OutcomeKind,
    /// How far it got.
    pub status: OutcomeStatus,
    /// The tokens that tell it.
    pub words: Range<usize>,
    /// The word it is recognised by.
    pub head: String,
    /// The token of the verb that brings it about.
    pub verb: usize,
}

/// The outcomes a sentence tells, by its words in lower case and its syntax; `is_state` tells of a token
/// whether it names a state or its government.
pub(super) fn find(words: &[String], parse: &Parse, is_state: &dyn Fn(usize) -> bool) -> Vec<Find> {
    let mut found: Vec<Find> = Vec::new();
    for at in 0..words.len() {
        if let Some((length, kind, status)) = lexicon::phrase(&words[at..])
            && !(kind == OutcomeKind::NoAgreement && is_supposed(words, at, length))
            && !(kind == OutcomeKind::FurtherTalks && is_wished(words, at))
        {
            push(
                &mut found,
                Find {
                    kind,
                    status,
                    words: clause(words, at, at + length),
                    head: words[at..at + length].join(" "),
                    verb: verb_of(parse, at..at + length),
                },
            );
        }
        found_by_rule(words, parse, at, &mut found);
        let pledged = pledge(words, parse, at)
            .or_else(|| demand(words, parse, at))
            .or_else(|| promise(words, parse, at));
        let told = match pledged {
            Some(find) => vec![find],
            None => grammar::finds(words, parse, at, is_state),
        };
        // What is agreed is told by its own kind before others: "agreed to a truce".
        let known = |find: &Find| {
            find.kind == OutcomeKind::Agreement
                && found
                    .iter()
                    .any(|other| other.words.start < find.words.end && find.words.start < other.words.end)
        };
        let told: Vec<Find> = told.into_iter().filter(|find| !known(find)).collect();
        for find in told {
            push(&mut found, find);
        }
    }
    for find in &mut found {
        let agreed = lexicon::pledge(word(words, find.words.start)) == Some("agree");
        if find.kind == OutcomeKind::Commitment
            && is_joint(words, find.words.start)
            && (agreed && !lexicon::is_intent(&find.head)
                || matches!(find.head.as_str(), "establish" | "create" | "set" | "form" | "found"))
        {
            find.kind = OutcomeKind::Agreement;
        }
    }
    // What is demanded, or told as a failure, is not also an outcome of its own kind.
    let covered: Vec<Range<usize>> =
        found.iter().filter(|find| find.kind == OutcomeKind::Demand).map(|find| find.words.clone()).collect();
    found.retain(|find| {
        find.kind == OutcomeKind::Demand
            || !covered.iter().any(|words| words.start <= find.words.start && find.words.start < words.end)
    });
    // Adopting the text that demands it is no agreement beside the demand.
    let demanded = found.iter().any(|find| find.kind == OutcomeKind::Demand);
    found.retain(|find| {
        !(demanded
            && find.kind == OutcomeKind::Agreement
            && matches!(find.head.as_str(), "resolution" | "text" | "draft"))
    });
    let failed: Vec<Range<usize>> = found
        .iter()
        .filter(|find| find.kind == OutcomeKind::NoAgreement)
        .map(|find| find.words.clone())
        .collect();
    found.retain(|find| {
        !matches!(
            find.kind,
            OutcomeKind::Agreement
                | OutcomeKind::Commitment
                | OutcomeKind::JointStatement
                | OutcomeKind::Ceasefire
        ) || !failed.iter().any(|words| words.start <= find.words.start && find.words.start < words.end)
    });
    found
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

/// Whether several agree, which makes an agreement of what would be one's commitment.
fn is_joint(words: &[String], at: usize) -> bool {
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

/// Keeps one find where two share words: the one found first, a commitment always last.
fn push(found: &mut Vec<Find>, find: Find) {
    let overlaps = |other: &Find| other.words.start < find.words.end && find.words.start < other.words.end;
    if found.iter().any(|other| other.kind == find.kind && overlaps(other)) {
        return;
    }
    if find.kind == OutcomeKind::Commitment && found.iter().any(overlaps) {
        return;
    }
    found.retain(|other| !(other.kind == OutcomeKind::Commitment && overlaps(other)));
    found.push(find);
}

/// The verb of a phrase, else the one above its words.
fn verb_of(parse: &Parse, phrase: Range<usize>) -> usize {
    let within = phrase.clone().find(|&at| is_verb(parse, at));
    within.or_else(|| parse.ancestors(phrase.start).find(|&at| is_verb(parse, at))).unwrap_or(phrase.start)
}

pub(super) fn word(words: &[String], at: usize) -> &str {
    words.get(at).map_or("", String::as_str)
}

fn found_by_rule(words: &[String], parse: &Parse, at: usize, found: &mut Vec<Find>) {
    // "the release of the crew": a noun tells of a deed, and of none done.
    if parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Noun)
        && word(words, at + 1) == "of"
        && !words[at].ends_with("ing")
    {
        return;
    }
    // "was struck from the agenda"
    if words[at] == "struck" && word(words, at + 1) == "from" {
        return;
    }
    let tag = parse.tokens.get(at).map(|token| token.tag);
    // "a date for reopening the border"
    if tag == Some(FineTag::Vbg)
        && at > 0
        && matches!(
            word(words, at - 1),
            "for" | "of" | "about" | "without" | "on" | "against" | "before" | "in"
        )
    {
        return;
    }
    for (rule, heads) in lexicon::rules(&words[at], word(words, at + 1)) {
        let announced = matches!(rule.kind, OutcomeKind::Aid | OutcomeKind::Withdrawal | OutcomeKind::Other)
            && is_announced(words, at);
        let told = announced.then_some(OutcomeStatus::Planned);
        let Some(status) = told.or_else(|| tense(words, at, rule.status)) else { continue };
        // "will resume relations and reopen their embassies": the first verb has the "will".
        let joined = tag == Some(FineTag::Vb)
            && status == rule.status
            && parse.tokens[at].relation == Relation::Conjunct;
        let status =
            if joined && status == OutcomeStatus::Implemented { OutcomeStatus::Planned } else { status };
        // "a text opening the road" tells what it is for.
        if tag == Some(FineTag::Vbg) && rule.kind == OutcomeKind::Other {
            continue;
        }
        // "Pledged to release the sailors" is a commitment.
        if rule.kind == OutcomeKind::Other
            && matches!(status, OutcomeStatus::Agreed | OutcomeStatus::Planned)
            && status != rule.status
        {
            continue;
        }
        let behind = (at + 1..(at + NEAR).min(words.len()))
            .take_while(|&place| !matches!(word(words, place), ";" | ":" | "," | "." | "that"));
        let passive = (at.saturating_sub(4)..at)
            .any(|place| matches!(word(words, place), "was" | "were" | "been" | "be" | "is" | "are"));
        let before = (at.saturating_sub(NEAR)..at).rev().filter(|_| passive);
        let known = |place: usize| {
            heads
                .iter()
                .find(|head| {
                    words.get(place..place + head.len()).is_some_and(|here| same(here, head))
                        && !is_verb(parse, place + head.len() - 1)
                })
                .map(|head| (place, head))
        };
        // What stands farther off, the syntax tells: "A commission to value the losses was turned down".
        let head = behind.chain(before).find_map(known).or_else(|| {
            governed(parse, at).find_map(|noun| known(noun).or_else(|| known(noun.checked_sub(1)?)))
        });
        // "*": whatever the verb's object is.
        let anything = heads.first().filter(|head| head.as_slice() == ["*"]);
        let head = head.or_else(|| {
            let noun = governed(parse, at).find(|&noun| parse.tokens[noun].upos != Upos::Pronoun)?;
            anything.map(|head| (noun, head))
        });
        let Some((place, head)) = head else { continue };
        if negated_noun(words, place) {
            continue;
        }
        // "Forty wounded prisoners were exchanged": how many stands before the noun.
        let noun = place + head.len() - 1;
        let first = parse.subtree(noun).start().max(&noun.saturating_sub(4)).to_owned().min(place);
        let start = if place < at { first } else { at };
        let start = (start..=at.min(place)).find(|&at| !is_small(word(words, at))).unwrap_or(start);
        let range = clause(words, start, (place + head.len()).max(at + 1));
        push(
            found,
            Find {
                kind: rule.kind,
                status,
                words: range,
                head: if anything.is_some() { words[place].clone() } else { head.join(" ") },
                verb: at,
            },
        );
    }
}

/// Whether a word only leads to a noun.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "the" | "a" | "an" | "of" | "by" | "in" | "for" | "on" | "to" | "that" | "with" | "and" | "this"
    )
}

/// The objects of a verb, the subject of its passive, or the noun that its participle stands behind:
/// "the agreement on fish signed at Riga".
fn governed(parse: &Parse, verb: usize) -> impl Iterator<Item = usize> + '_ {
    let known = parse.tokens.get(verb);
    let own = parse
        .children(verb)
        .filter(|&child| matches!(parse.tokens[child].relation, Relation::Object | Relation::PassiveSubject));
    let noun = known
        .filter(|token| token.relation == Relation::AdnominalClause && token.tag == FineTag::Vbn)
        .and_then(|_| parse.head(verb));
    // "the treaty, which the ministers signed at noon"
    let told = known
        .filter(|token| {
            token.relation == Relation::RelativeClause
                && parse.objects(verb).next().is_none_or(|object| parse.tokens[object].upos == Upos::Pronoun)
        })
        .and_then(|_| parse.head(verb));
    // "rejected a call from Kyiv for a truce"
    let of = parse
        .children_by(verb, Relation::Object)
        .filter(|&object| {
            matches!(
                parse.tokens[object].lemma.as_str(),
                "call" | "proposal" | "offer" | "request" | "demand" | "appeal" | "idea" | "plan"
            )
        })
        .flat_map(|object| parse.children_by(object, Relation::NominalModifier));
    // "The truce collapsed at dawn"
    const INTRANSITIVE: &[&str] = &[
        "collapse", "break", "fail", "hold", "expire", "lapse", "shatter", "begin", "start", "enter", "take",
    ];
    let itself = known
        .filter(|token| {
            INTRANSITIVE.contains(&token.lemma.as_str()) && parse.child(verb, Relation::Object).is_none()
        })
        .into_iter()
        .flat_map(move |_| parse.subjects(verb));
    own.chain(noun)
        .chain(told)
        .chain(itself)
        .chain(of)
        .filter(move |_| known.is_some_and(|token| token.upos == Upos::Verb))
}

/// Whether the word is a verb here: "refused to deal with them".
pub(super) fn is_verb(parse: &Parse, at: usize) -> bool {
    parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Verb)
}

/// Whether it is only hoped that they talk: "hoped both sides would resume talks".
fn is_wished(words: &[String], at: usize) -> bool {
    const BACK: usize = 6;
    let wished = |word: &String| {
        matches!(
            word.as_str(),
            "hoped"
                | "hopes"
                | "hope"
                | "if"
                | "whether"
                | "unless"
                | "could"
                | "might"
                | "should"
                | "not"
                | "never"
                | "refused"
                | "declined"
                | "n't"
                | "n’t"
        )
    };
    words[at.saturating_sub(BACK)..at].iter().any(wished)
}

/// Whether a failure is only feared or ruled out: "no breakthrough should be expected", "if no deal is".
pub(super) fn is_supposed(words: &[String], at: usize, length: usize) -> bool {
    let supposed = |word: &String| {
        matches!(
            word.as_str(),
            "if" | "unless"
                | "expected"
                | "expect"
                | "expects"
                | "should"
                | "would"
                | "could"
                | "fear"
                | "feared"
                | "might"
        )
    };
    let before = words[at.saturating_sub(3)..at].iter().any(supposed);
    before
        || words[at + length..(at + length + 4).min(words.len())]
            .iter()
            .any(|word| matches!(word.as_str(), "expected" | "should"))
}

fn same(here: &[String], head: &[String]) -> bool {
    here.iter().zip(head).all(|(word, head)| word == head)
}

/// "no agreement", "nor a treaty".
pub(super) fn negated_noun(words: &[String], place: usize) -> bool {
    (place.saturating_sub(3)..place).any(|at| matches!(word(words, at), "no" | "nor" | "without" | "neither"))
}

/// The status of a verb in its tense, nothing where it is negated or supposed.
pub(super) fn tense(words: &[String], verb: usize, plain: OutcomeStatus) -> Option<OutcomeStatus> {
    let from = (verb.saturating_sub(4)..verb)
        .rev()
        .find(|&at| matches!(word(words, at), "," | ";" | "and" | "but" | "that" | "which" | "who"))
        .map_or(verb.saturating_sub(4), |at| at + 1);
    let group = &words[from..verb];
    let has = |list: &[&str]| group.iter().any(|word| list.contains(&word.as_str()));
    if has(&[
        "not", "n't", "n’t", "never", "nobody", "refused", "declined", "neither", "nothing", "without",
        "failed",
    ]) {
        return None;
    }
    if matches!(plain, OutcomeStatus::Rejected | OutcomeStatus::Failed) {
        return (!has(&["will", "would", "could", "if", "might"])).then_some(plain);
    }
    if has(&[
        "if", "would", "could", "might", "hoped", "hopes", "wants", "wanted", "unless", "should", "must",
        "can",
    ]) {
        return None;
    }
    if has(&["offered", "proposed", "suggested", "offers", "proposes", "suggests", "urged", "asked", "ready"])
    {
        return Some(OutcomeStatus::Proposed);
    }
    if has(&[
        "agreed",
        "agree",
        "agrees",
        "settled",
        "decided",
        "resolved",
        "consented",
        "accepted",
        "promised",
        "pledged",
        "undertook",
    ]) {
        return Some(if plain == OutcomeStatus::Signed {
            OutcomeStatus::Planned
        } else {
            OutcomeStatus::Agreed
        });
    }
    if has(&["will", "'ll", "’ll", "shall", "due", "expected", "plans", "planned", "going", "to"]) {
        return Some(OutcomeStatus::Planned);
    }
    Some(plain)
}

/// Whether somebody has said that it will be done: "announced that Norway would contribute".
pub(super) fn is_announced(words: &[String], verb: usize) -> bool {
    const BACK: usize = 12;
    let would = (verb.saturating_sub(3)..verb).rev().find(|&at| word(words, at) == "would");
    let Some(would) = would else { return false };
    let told = &words[would.saturating_sub(BACK)..would];
    let has = |list: &[&str]| told.iter().any(|word| list.contains(&word.as_str()));
    has(&["announced", "said", "promised", "pledged", "confirmed", "declared", "stated", "told", "undertook"])
        && !has(&["if", "unless", "hoped", "not", "whether"])
        && !words[would..verb].iter().any(|word| matches!(word.as_str(), "not" | "never"))
        && !words[verb..].iter().any(|word| matches!(word.as_str(), "if" | "unless"))
}

/// From the cue to the end of its clause.
pub(super) fn clause(words: &[String], start: usize, end: usize) -> Range<usize> {
    let stop = (end..words.len()).find(|&at| {
        matches!(
            word(words, at),
            "," | ";" | ":" | "." | "”" | "\"" | "—" | "–" | "but" | "who" | "which" | "?" | "!"
        )
    });
    start..stop.unwrap_or(words.len())
}

/// "agreed to open the road", "promised that the crew would be freed", "undertook to".
fn pledge(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let lemma = lexicon::pledge(word(words, at))?;
    let status = tense(words, at, OutcomeStatus::Agreed)?;
    // "agreed on Tuesday to": the day stands between; the syntax tells what stands farther off.
    let day = matches!(word(words, at + 1), "on" | "yesterday" | "today" | "in" | "also");
    let open = || {
        let complement = parse.child(at, Relation::OpenComplement)?;
        let marked = parse.child(complement, Relation::Marker).filter(|&mark| word(words, mark) == "to");
        marked.filter(|&mark| mark > at)
    };
    let to =
        (at + 1..at + 5).find(|&to| word(words, to) == "to").filter(|&to| to == at + 1 || day).or_else(open);
    let behind = to.unwrap_or(at + 1);
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
    let that =
        word(words, at + 1) == "that" && (resolved || matches!(lemma, "agree" | "accept") || promised());
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
    let comes = matches!(verb, "come" | "return" | "reconvene" | "gather" | "confer")
        && !that
        && parse.tokens.get(behind + 1).is_some_and(|_| parse.child(behind + 1, Relation::Object).is_none());
    Some(Find {
        kind: if comes { OutcomeKind::FurtherTalks } else { OutcomeKind::Commitment },
        status: if comes { OutcomeStatus::Planned } else { status },
        words: clause(words, at, behind + 2),
        head: if that { String::new() } else { verb.to_owned() },
        verb: at,
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
fn promise(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
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
fn demand(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
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
    let ordered = object == "that" && orders(words, at + 2);
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
    Some(Find {
        kind: OutcomeKind::Demand,
        status: OutcomeStatus::Demanded,
        words: clause(words, at, at + 2),
        head: "demand".to_owned(),
        verb,
    })
}

/// Whether a clause says what is to be done: "the troops leave", "the toll be lifted", "it must end".
fn orders(words: &[String], from: usize) -> bool {
    (from..(from + 7).min(words.len()))
        .any(|at| matches!(word(words, at), "be" | "must" | "should" | "first"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(OutcomeKind, OutcomeStatus)> {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        find(&words, &Parse::default(), &|_| false).into_iter().map(|find| (find.kind, find.status)).collect()
    }

    #[test]
    fn tense_makes_the_status() {
        assert_eq!(read("they signed a treaty on fish ."), [(OutcomeKind::Agreement, OutcomeStatus::Signed)]);
        assert_eq!(
            read("they will sign a treaty on fish ."),
            [(OutcomeKind::Agreement, OutcomeStatus::Planned)]
        );
        assert_eq!(read("they did not sign a treaty ."), []);
        assert_eq!(read("they would sign a treaty if asked ."), []);
        assert_eq!(read("a treaty was signed ."), [(OutcomeKind::Agreement, OutcomeStatus::Signed)]);
    }

    #[test]
    fn failure_and_demand_hide_what_they_speak_of() {
        assert_eq!(
            read("the talks ended without agreement ."),
            [(OutcomeKind::NoAgreement, OutcomeStatus::Failed)]
        );
        assert_eq!(
            read("peru demanded that chile withdraw its troops ."),
            [(OutcomeKind::Demand, OutcomeStatus::Demanded)]
        );
    }

    #[test]
    fn a_better_kind_takes_the_place_of_a_commitment() {
        assert_eq!(
            read("both agreed to release 40 prisoners ."),
            [(OutcomeKind::PrisonerExchange, OutcomeStatus::Agreed)]
        );
        assert_eq!(read("both agreed to open the road ."), [(OutcomeKind::Agreement, OutcomeStatus::Agreed)]);
        assert_eq!(
            read("the minister agreed to open the road ."),
            [(OutcomeKind::Commitment, OutcomeStatus::Agreed)]
        );
    }
}
