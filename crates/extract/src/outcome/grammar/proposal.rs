//! What is put forward and is no talks: "proposed a plebiscite", and what became of it where the sentence tells:
//! "which the minister brushed aside".
//!
//! It knows words, tenses and syntax, not parties. Invariant: a proposal of talks is read elsewhere.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::{is_gathering, lemma};
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb, tense};
use crate::text::word;

/// How far behind the proposal its refusal may be told.
const FAR: usize = 14;

/// The proposal of the verb at a token.
pub(super) fn proposed(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    // "put forward a plan", "floated the idea of"
    let forward =
        parse.tokens.get(at).is_some_and(|verb| verb.lemma == "put") && word(words, at + 1) == "forward";
    let puts = |at: usize| {
        let lemma = parse.tokens[at].lemma.as_str();
        matches!(lemma, "propose" | "moot" | "table" | "float")
            || matches!(lemma, "suggest" | "recommend") && to_be_done(words, parse, at).is_some()
    };
    // "came up with the idea of a levy", "put on the table a zone free of tanks"
    let tabled = parse.tokens.get(at).is_some_and(|verb| matches!(verb.lemma.as_str(), "put" | "lay"))
        && words[at + 1..].iter().take(3).map(String::as_str).eq(["on", "the", "table"]);
    let idea = parse.tokens.get(at).is_some_and(|verb| verb.lemma == "come")
        && words[at + 1..].iter().take(2).map(String::as_str).eq(["up", "with"]);
    if let Some(noun) = idea.then(|| parse.obliques(at).find(|&noun| noun > at + 2)).flatten() {
        let status = tense(words, at, OutcomeStatus::Proposed)?;
        let head = word(words, noun).to_owned();
        return Some(Find::new(words, OutcomeKind::Other, status, at..noun + 1, head, at));
    }
    if let Some(found) = offered(words, parse, at, is_state) {
        return Some(found);
    }
    let forward = forward || tabled || introduced(words, parse, at);
    if !is_verb(parse, at) || !forward && !puts(at) {
        return None;
    }
    tense(words, at, OutcomeStatus::Proposed)?;
    // "proposed sharing the oil"
    let doing = || {
        parse.children(at).find(|&child| {
            child > at && child <= at + 2 && parse.tokens[child].tag == FineTag::Vbg && is_verb(parse, child)
        })
    };
    let noun = parse
        .objects(at)
        .find(|&noun| noun > at && parse.tokens[noun].upos == Upos::Noun)
        .or_else(doing)
        .or_else(|| to_be_done(words, parse, at))?;
    let what = lemma(parse, noun);
    if is_gathering(&what)
        || matches!(
            what.as_str(),
            "visit"
                | "trip"
                | "encounter"
                | "call"
                | "vote"
                | "toast"
                | "hold"
                | "meet"
                | "health"
                | "break"
                | "adjournment"
        )
    {
        return None;
    }
    let refused = (noun + 1..(noun + FAR).min(words.len())).any(|at| is_refusal(words, at));
    Some(Find {
        kind: OutcomeKind::Other,
        status: if refused { OutcomeStatus::Rejected } else { OutcomeStatus::Proposed },
        words: clause(words, at, noun + 1),
        head: word(words, noun).to_owned(),
        verb: at,
    })
}

/// The verb of what it is proposed to do: "proposed that the credit be repaid in copper", "proposed to divide the
/// river". That some should meet is read elsewhere.
fn to_be_done(words: &[String], parse: &Parse, at: usize) -> Option<usize> {
    let clause = parse.children(at).find(|&child| {
        child > at
            && matches!(parse.tokens[child].relation, Relation::ClausalComplement | Relation::OpenComplement)
    })?;
    let mark = parse.child(clause, Relation::Marker).map_or("", |mark| word(words, mark));
    let ordered = matches!(parse.tokens[clause].tag, FineTag::Vb | FineTag::Vbn)
        && parse.auxiliaries(clause).all(|aux| matches!(word(words, aux), "be" | "should"));
    let talks = |verb: usize| {
        matches!(
            parse.tokens[verb].lemma.as_str(),
            "meet"
                | "visit"
                | "reconvene"
                | "sit"
                | "talk"
                | "come"
                | "go"
                | "speak"
                | "return"
                | "hold"
                | "host"
        )
    };
    (ordered && (mark == "that" || mark == "to") && !talks(clause)).then_some(clause)
}

/// Whether a token says that something was not taken: "rejected", "turned down", "brushed aside".
fn is_refusal(words: &[String], at: usize) -> bool {
    matches!(
        (word(words, at), word(words, at + 1)),
        (
            "rejected"
                | "refused"
                | "declined"
                | "opposed"
                | "dismissed"
                | "defeated"
                | "rebuffed"
                | "spurned",
            _
        ) | ("turned", "down" | "it")
            | ("brushed" | "waved" | "pushed", "aside" | "away" | "it")
    )
}

/// "introduced a draft resolution", "circulated a draft": a text that is put before others.
fn introduced(words: &[String], parse: &Parse, at: usize) -> bool {
    const TEXTS: &[&str] = &["draft", "resolution", "amendment", "motion", "proposal"];
    is_verb(parse, at)
        && matches!(parse.tokens[at].lemma.as_str(), "introduce" | "circulate" | "submit" | "present")
        && !words[at..].iter().any(|word| word == "parliament")
        && parse.objects(at).any(|object| object > at && TEXTS.contains(&lemma(parse, object).as_str()))
}

/// "offered him a lease at Hobyo", "has offered three seats": what is held out to the other side, and no courtesy.
fn offered(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<Find> {
    const COURTESIES: &[&str] = &[
        "condolence",
        "thanks",
        "congratulation",
        "word",
        "support",
        "comment",
        "explanation",
        "coffee",
        "tea",
        "chair",
        "apology",
        "view",
        "prayer",
        "hand",
        "glimpse",
        "hope",
        "sympathy",
        "opinion",
        "drink",
        "dinner",
        "lunch",
        "toast",
        "assurance",
        "guidance",
        "advice",
        "reason",
        "evidence",
        "detail",
        "encouragement",
        "prospect",
        "chance",
        "smile",
        "cigarette",
        "resignation",
        "reward",
        "job",
        "course",
        "service",
        "price",
        "alternative",
        "insight",
        "lesson",
        "room",
        "lift",
        "interview",
        "invitation",
        "way",
        "proof",
        "help",
        "figure",
        "excuse",
        "reply",
        "answer",
        "welcome",
        "greeting",
        "hospitality",
        "something",
        "nothing",
        "anything",
        "little",
        "more",
    ];
    const SPEAKERS: &[&str] = &["government", "delegation", "side", "ministry", "we"];
    if !is_verb(parse, at) || parse.tokens[at].lemma != "offer" || parse.is_passive(at) {
        return None;
    }
    let by = parse.understood_subject(at).filter(|&subject| subject < at)?;
    let state = is_state(by) || SPEAKERS.contains(&lemma(parse, by).as_str());
    let noun = parse.children_by(at, Relation::Object).find(|&noun| noun > at)?;
    let what = lemma(parse, noun);
    let thing =
        parse.tokens[noun].upos == Upos::Noun && !COURTESIES.contains(&what.as_str()) && !is_gathering(&what);
    let refused = (noun + 1..(noun + FAR).min(words.len())).any(|at| is_refusal(words, at));
    // What is only held out may be talk: one that is turned down was meant.
    let told = thing && refused && (state || parse.tokens[by].upos == Upos::ProperNoun);
    tense(words, at, OutcomeStatus::Proposed).filter(|_| told)?;
    Some(Find {
        kind: OutcomeKind::Other,
        status: OutcomeStatus::Rejected,
        words: clause(words, at, noun + 1),
        head: word(words, noun).to_owned(),
        verb: at,
    })
}
