//! What did not come of it: "left without the deal", "the talks broke down", "no date could be fixed".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is only feared has not failed.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Upos};

use super::{is_gathering, lemma};
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_supposed, is_verb, negated_noun, verb_of};
use crate::text::word;

/// What talks are to end in.
const AIMS: &[&str] = &[
    "agreement",
    "deal",
    "consensus",
    "text",
    "decision",
    "compromise",
    "accord",
    "understanding",
    "date",
    "communique",
    "communiqué",
    "settlement",
    "breakthrough",
    "progress",
    "statement",
    "declaration",
    "resolution",
    "conclusion",
    "solution",
    "result",
    "outcome",
    "quorum",
    "treaty",
    "paper",
];

/// What stays open where nothing is settled.
const OPEN: &[&str] = &[
    "price",
    "border",
    "boundary",
    "frontier",
    "dispute",
    "gap",
    "issue",
    "question",
    "difference",
    "matter",
    "point",
    "quota",
    "tariff",
    "amount",
    "status",
    "share",
    "route",
    "conflict",
    "crisis",
];

/// Whether a sentence is a line of a list, without a verb of its own.
fn is_line(parse: &Parse) -> bool {
    parse
        .tokens
        .iter()
        .all(|token| !matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md))
}

/// Whether those who disagree are the parties: "the two disagree", and not economists.
fn is_party(parse: &Parse, subject: usize, noun: &str) -> bool {
    const PARTIES: &[&str] = &[
        "they",
        "two",
        "both",
        "side",
        "party",
        "delegation",
        "minister",
        "delegate",
        "leader",
        "government",
        "we",
        "member",
        "president",
        "negotiator",
        "committee",
        "conference",
        "commission",
    ];
    PARTIES.contains(&noun)
        || parse.conjuncts(subject).next().is_some() && parse.tokens[subject].upos == Upos::ProperNoun
}

/// "left without the deal", "there was no decision": what was hoped for and did not come.
pub(super) fn without(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const REACH: usize = 6;
    let before = at.checked_sub(1).map_or("", |before| word(words, before));
    let none = match word(words, at) {
        "without" => true,
        // "No deal on the cargo", as a line of a list has it.
        "no" => {
            at == 0 && is_line(parse) || before == "with" || words[..at].iter().any(|word| word == "there")
        }
        _ => false,
    };
    if !none {
        return None;
    }
    // "without settling the closure of the frontier"
    let settles = word(words, at) == "without"
        && matches!(
            word(words, at + 1),
            "settling"
                | "agreeing"
                | "resolving"
                | "reaching"
                | "fixing"
                | "bridging"
                | "deciding"
                | "concluding"
                | "solving"
        );
    let place = Some(at + 1)
        .filter(|_| settles)
        .or_else(|| (at + 1..at + REACH).find(|&place| AIMS.contains(&word(words, place))))?;
    if is_supposed(words, at, place + 1 - at) || words[at + 1..place].iter().any(|word| word == "of") {
        return None;
    }
    Some(Find::new(
        words,
        OutcomeKind::NoAgreement,
        OutcomeStatus::Failed,
        at..place + 1,
        words[at..=place].join(" "),
        at,
    ))
}

/// "The talks had broken down", "the conference collapsed", "the two did not agree on a date".
pub(super) fn broke(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const REACH: usize = 3;
    if !is_verb(parse, at) {
        return None;
    }
    let deed = parse.tokens[at].lemma.as_str();
    let particle = word(words, at + 1);
    let breaks = match deed {
        "collapse" | "founder" | "fail" | "stall" => true,
        "break" => matches!(particle, "down" | "off" | "up"),
        "fall" => matches!(particle, "apart" | "through"),
        "abandon" => parse.is_passive(at),
        _ => false,
    };
    let subject = parse.understood_subject(at).filter(|&subject| subject < at)?;
    let noun = lemma(parse, subject);
    let group = &words[at.saturating_sub(REACH)..at];
    let has = |list: &[&str]| group.iter().any(|word| list.contains(&word.as_str()));
    // "failed once more to fix the price"
    let fell_short = deed == "fail"
        && (at + 1..at + 6).find(|&to| word(words, to) == "to").is_some_and(|to| {
            matches!(
                word(words, to + 1),
                "agree"
                    | "fix"
                    | "reach"
                    | "settle"
                    | "sign"
                    | "resolve"
                    | "find"
                    | "bridge"
                    | "break"
                    | "overcome"
                    | "produce"
                    | "close"
                    | "conclude"
                    | "adopt"
                    | "persuade"
                    | "convince"
                    | "secure"
                    | "obtain"
                    | "narrow"
                    | "seat"
                    | "heal"
                    | "unblock"
                    | "dispel"
            )
        });
    let disagreed = deed == "agree"
        && has(&["not", "n't", "n’t", "nobody"])
        && has(&["did", "could", "do"])
        && particle != "to"
        || deed == "disagree" && particle != "with" && is_party(parse, subject, &noun);
    // A meeting that falls through was called off.
    let called_off = deed == "fall" && is_gathering(&noun);
    let nearly = words[..at].iter().any(|word| matches!(word.as_str(), "close" | "nearly" | "almost"));
    let matter = disagreed
        && matches!(word(words, at + 1), "on")
        && matches!(word(words, at + 2), "who" | "whose" | "what");
    if called_off
        || nearly
        || matter
        || !(breaks && (is_gathering(&noun) || AIMS.contains(&noun.as_str())) || disagreed || fell_short)
        || has(&["would", "will", "if", "might", "may", "should"])
        || breaks && has(&["not", "n't", "n’t", "never"])
    {
        return None;
    }
    Some(Find::new(words, OutcomeKind::NoAgreement, OutcomeStatus::Failed, at..at + 1, deed.to_owned(), at))
}

/// "still apart on a list of requests", "remained 40 miles apart on the line".
pub(super) fn apart(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const BACK: usize = 5;
    let from = at.saturating_sub(BACK);
    let still = (word(words, at) == "apart")
        .then(|| {
            (from..at).rev().find(|&still| {
                matches!(word(words, still), "still" | "remain" | "remains" | "remained" | "stay" | "stayed")
            })
        })
        .flatten()?;
    let verb = verb_of(parse, still..at + 1);
    let moved = matches!(word(words, at + 1), "from" | "when") || is_supposed(words, still, at + 1 - still);
    (!moved).then(|| {
        let words = clause(words, still, at + 1);
        Find {
            kind: OutcomeKind::NoAgreement,
            status: OutcomeStatus::Failed,
            words,
            head: "apart".to_owned(),
            verb,
        }
    })
}

/// "Agreement was not reached", "the proposal was not adopted", "no date could be fixed".
pub(super) fn not_reached(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const REACHES: &[&str] = &[
        "reach", "sign", "adopt", "achieve", "find", "agree", "issue", "strike", "fix", "conclude", "take",
        "set", "approve", "retain", "decide", "accept", "settle", "resolve", "bridge", "open", "discuss",
        "name", "announce", "produce", "make",
    ];
    const OFFERS: &[&str] =
        &["proposal", "offer", "request", "motion", "suggestion", "initiative", "amendment"];
    if !is_verb(parse, at) || !REACHES.contains(&parse.tokens[at].lemma.as_str()) || !parse.is_passive(at) {
        return None;
    }
    let subject = parse.subjects(at).find(|&subject| subject < at)?;
    let noun = lemma(parse, subject);
    // That no offer was made turns none down.
    let offered = OFFERS.contains(&noun.as_str()) && parse.tokens[at].lemma != "make";
    let negated =
        words[subject..at].iter().any(|word| matches!(word.as_str(), "not" | "never" | "n't" | "n’t"))
            || negated_noun(words, subject)
            || noun == "nothing";
    let supposed = words[..at].iter().any(|word| {
        matches!(word.as_str(), "if" | "unless" | "until" | "will" | "would" | "should" | "might")
    });
    // "No period was agreed": whatever it was to be. "The price could not be settled"
    let deed = parse.tokens[at].lemma.as_str();
    let open = OPEN.contains(&noun.as_str());
    // "Nothing, however, was settled about the debt."
    let nothing = noun == "nothing"
        && matches!(deed, "settle" | "agree" | "sign" | "resolve" | "conclude" | "decide" | "achieve");
    let unsettled = nothing
        || deed == "agree" && negated_noun(words, subject)
        || matches!(deed, "settle" | "resolve" | "bridge" | "agree" | "conclude") && open;
    let unsettled = unsettled && !is_gathering(&noun);
    if !(AIMS.contains(&noun.as_str()) || offered || unsettled) || !negated || supposed {
        return None;
    }
    Some(Find {
        kind: if offered { OutcomeKind::Other } else { OutcomeKind::NoAgreement },
        status: if offered { OutcomeStatus::Rejected } else { OutcomeStatus::Failed },
        words: clause(words, (*parse.subtree(subject).start()).min(subject), at + 1),
        head: format!("no {noun}"),
        verb: at,
    })
}

/// "did not reach a common view", "could not find a formula", "did not come to an understanding": what was sought and is
/// the object.
pub(super) fn not_found(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const BACK: usize = 4;
    const SOUGHT: &[&str] = &[
        "view",
        "ground",
        "formula",
        "agreement",
        "accord",
        "understanding",
        "consensus",
        "compromise",
        "settlement",
        "solution",
        "deal",
    ];
    if !is_verb(parse, at) || parse.is_passive(at) {
        return None;
    }
    let deed = parse.tokens[at].lemma.as_str();
    let particle = word(words, at + 1);
    let seeks = matches!(deed, "reach" | "conclude")
        || matches!(deed, "come" | "get" | "arrive") && matches!(particle, "to" | "at");
    if !seeks || !parse.negated(at) {
        return None;
    }
    let group = &words[at.saturating_sub(BACK)..at];
    let did =
        group.iter().any(|word| matches!(word.as_str(), "did" | "could" | "have" | "has" | "had" | "able"));
    let noun =
        parse.objects(at).chain(parse.obliques(at)).find(|&noun| noun > at && noun < at + BACK + 2).filter(
            |&noun| {
                let what = lemma(parse, noun);
                SOUGHT.contains(&what.as_str())
            },
        )?;
    let several = parse.understood_subject(at).is_some_and(|subject| {
        is_party(parse, subject, &lemma(parse, subject))
            || super::is_plural(parse, subject)
            || is_gathering(&lemma(parse, subject))
    });
    if !did || !several || is_supposed(words, at, 1) {
        return None;
    }
    Some(Find::new(
        words,
        OutcomeKind::NoAgreement,
        OutcomeStatus::Failed,
        at..noun + 1,
        format!("no {}", lemma(parse, noun)),
        at,
    ))
}
