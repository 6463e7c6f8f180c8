//! What states say, or several say together, that they will do, what a paper provides.
//!
//! It knows words, tenses and syntax, not parties. Invariant: deeds that settle nothing give none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::{is_plural, lemma};
use crate::outcome::find::Find;
use crate::outcome::lexicon;
use crate::outcome::tense::{is_verb, word};

/// Who acts together, each a head noun.
const TOGETHER: &[&str] =
    &["side", "party", "country", "government", "delegation", "state", "neighbour", "neighbor", "each"];
/// What stands in writing.
const PAPERS: &[&str] = &[
    "agreement",
    "accord",
    "treaty",
    "pact",
    "protocol",
    "deal",
    "text",
    "document",
    "plan",
    "memorandum",
    "convention",
    "declaration",
    "settlement",
    "understanding",
    "paper",
    "roadmap",
    "article",
];
/// Deeds that settle nothing, or are told as other kinds.
const IDLE: &[&str] = &[
    "meet",
    "hold",
    "resume",
    "decide",
    "see",
    "have",
    "visit",
    "sign",
    "travel",
    "convene",
    "host",
    "tell",
    "say",
    "need",
    "want",
    "face",
    "lose",
    "win",
    "ask",
    "become",
    "get",
    "know",
    "find",
    "receive",
    "play",
    "seek",
    "try",
    "hear",
    "discuss",
    "attend",
    "represent",
    "chair",
];

/// "The two sides will open the road", "the Parties shall", "Norway is to pay": what a state says, or several
/// say together, that they will do.
pub(super) fn joint_will(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Vec<Find> {
    let shall = word(words, at) == "shall";
    let is_to = matches!(word(words, at), "is" | "are") && word(words, at + 1) == "to";
    if !shall && !is_to && word(words, at) != "will" {
        return Vec::new();
    }
    let from = at + 1 + usize::from(is_to);
    let Some(verb) = (from..(from + 3).min(words.len())).find(|&verb| is_verb(parse, verb)) else {
        return Vec::new();
    };
    let Some(subject) = parse.subjects(verb).chain(parse.subjects(at)).find(|&subject| subject < at) else {
        return Vec::new();
    };
    let noun = lemma(parse, subject);
    let together =
        TOGETHER.contains(&noun.as_str()) && (is_plural(parse, subject) || shall || noun == "each");
    let does = parse.child(verb, Relation::Object).is_some()
        || matches!(
            parse.tokens[verb].lemma.as_str(),
            "pay"
                | "withdraw"
                | "contribute"
                | "join"
                | "leave"
                | "return"
                | "comply"
                | "abide"
                | "abstain"
                | "apologise"
        );
    let alone = (is_state(subject) || noun == "government") && does;
    let negated = words[at..verb].iter().any(|word| matches!(word.as_str(), "not" | "never" | "n't" | "n’t"));
    let supposed = words[..at].iter().any(|word| {
        matches!(word.as_str(), "if" | "whether" | "unless" | "when" | "who" | "what" | "until" | "before")
    });
    if negated && !shall || !(together || alone) || supposed || parse.is_passive(verb) {
        return Vec::new();
    }
    let status = if shall { OutcomeStatus::Agreed } else { OutcomeStatus::Planned };
    let deeds = std::iter::once(verb).chain(parse.conjuncts(verb).filter(|&verb| is_verb(parse, verb)));
    let told = deeds.filter(|&verb| {
        let lemma = parse.tokens[verb].lemma.as_str();
        let idiom = lemma == "take"
            && matches!(word(words, verb + 1), "part" | "place" | "note" | "office" | "up" | "over");
        // "Peru will supply them": what it is was told before.
        let pronoun = parse
            .child(verb, Relation::Object)
            .is_some_and(|object| parse.tokens[object].upos == Upos::Pronoun);
        !lexicon::is_weak(lemma) && !IDLE.contains(&lemma) && !idiom && !pronoun
    });
    told.map(|verb| {
        Find::new(words, OutcomeKind::Commitment, status, verb..verb + 1, word(words, verb).to_owned(), verb)
    })
    .collect()
}

/// "Bolivia said it would reopen its embassy": a state's word for what it will do.
pub(super) fn said_it_would(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    const BACK: usize = 6;
    if !matches!(word(words, at), "would" | "will")
        || at < 2
        || !matches!(word(words, at - 1), "it" | "they")
        || matches!(word(words, at + 2), "part" | "place" | "note" | "office" | "up")
    {
        return None;
    }
    let says = (at.saturating_sub(BACK)..at)
        .find(|&says| matches!(word(words, says), "said" | "says" | "announced" | "stated" | "told"))?;
    let subject = parse.subjects(says).find(|&subject| subject < says)?;
    let verb = (at + 1..(at + 4).min(words.len())).find(|&verb| is_verb(parse, verb))?;
    let idle =
        IDLE.contains(&parse.tokens[verb].lemma.as_str()) || lexicon::is_weak(&parse.tokens[verb].lemma);
    let negated = words[at..verb].iter().any(|word| matches!(word.as_str(), "not" | "never" | "n't" | "n’t"));
    let supposed = words[verb..].iter().any(|word| matches!(word.as_str(), "if" | "unless" | "until"));
    let own = is_state(subject) || lemma(parse, subject) == "government";
    if !own || idle || negated || supposed || parse.child(verb, Relation::Object).is_none() {
        return None;
    }
    Some(Find::new(
        words,
        OutcomeKind::Commitment,
        OutcomeStatus::Planned,
        verb..verb + 1,
        word(words, verb).to_owned(),
        says,
    ))
}

/// "The accord provides for 60,000 soldiers, a joint commission and ...": one for each thing provided.
pub(super) fn provided(words: &[String], parse: &Parse, at: usize) -> Vec<Find> {
    let provides = matches!(
        word(words, at),
        "provides"
            | "provided"
            | "obliges"
            | "obliged"
            | "stipulates"
            | "stipulated"
            | "foresees"
            | "envisages"
            | "binds"
            | "commits"
            | "requires"
    );
    if !provides || !is_verb(parse, at) {
        return Vec::new();
    }
    // A telegram leaves its subject out.
    let subject = parse.subjects(at).find(|&subject| subject < at);
    if !subject.map_or(at == 0, |subject| PAPERS.contains(&lemma(parse, subject).as_str())) {
        return Vec::new();
    }
    let for_what =
        parse.obliques(at).find(|&noun| parse.case(noun).is_some_and(|case| word(words, case) == "for"));
    let Some(first) = for_what.or_else(|| parse.objects(at).next()) else { return Vec::new() };
    let things = std::iter::once(first).chain(parse.conjuncts(first));
    things
        .map(|noun| {
            let start = parse.children(noun).filter(|&child| child > at).min().unwrap_or(noun).min(noun);
            Find::new(
                words,
                OutcomeKind::Commitment,
                OutcomeStatus::Agreed,
                start..noun + 1,
                word(words, noun).to_owned(),
                at,
            )
        })
        .collect()
}
