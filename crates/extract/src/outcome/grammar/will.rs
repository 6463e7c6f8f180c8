//! What states say, or several say together, that they will do, what a paper provides.
//!
//! It knows words, tenses and syntax, not parties. Invariant: deeds that settle nothing give none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::{is_plural, lemma};
use crate::outcome::find::Find;
use crate::outcome::lexicon;
use crate::outcome::tense::is_verb;
use crate::text::word;

/// Who acts together, each a head noun.
const TOGETHER: &[&str] =
    &["side", "party", "country", "government", "delegation", "state", "neighbour", "neighbor", "each"];
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

/// Verbs of saying, with what is said for a clause.
const SAYS: &[&str] = &[
    "say",
    "announce",
    "state",
    "tell",
    "disclose",
    "confirm",
    "declare",
    "indicate",
    "reply",
    "add",
    "reveal",
    "inform",
    "stress",
    "repeat",
    "reiterate",
    "report",
    "assert",
    "write",
    "explain",
    "notify",
    "answer",
    "insist",
];
/// What one does oneself, and binds nobody by.
const PERSONAL: &[&str] = &[
    "write", "read", "resign", "run", "stand", "wait", "remain", "brief", "speak", "keep", "make", "like",
    "welcome", "prefer", "love", "take", "leave", "come", "go", "cause", "mean", "help", "cost", "bring",
    "happen", "show", "prove", "reach", "enter", "make",
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
    let negated = is_negated(words, at, verb);
    let supposed = words[..at].iter().any(|word| {
        matches!(word.as_str(), "if" | "whether" | "unless" | "when" | "who" | "what" | "until" | "before")
    });
    // "Two helicopters will be stationed in Estonia by Finland"
    let passive = parse.is_passive(verb);
    let by_state = parse.children_by(verb, Relation::ObliqueAgent).any(is_state);
    if passive && by_state && !negated && !supposed {
        let start = (*parse.subtree(subject).start()).min(subject);
        let mut find = Find::new(
            words,
            OutcomeKind::Commitment,
            OutcomeStatus::Planned,
            start..verb + 1,
            word(words, verb).to_owned(),
            verb,
        );
        find.words.start = start;
        return vec![find];
    }
    if negated && !shall || !(together || alone) || supposed || passive {
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

fn is_negated(words: &[String], modal: usize, verb: usize) -> bool {
    words[modal..verb].iter().any(|word| matches!(word.as_str(), "not" | "never" | "no" | "n't" | "n’t"))
}

/// "Bolivia said it would reopen its embassy", "told his host that the government would return the archive": an
/// official's or a state's word for what it will do.
pub(super) fn said_it_would(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    const STEPS: usize = 2;
    if !matches!(word(words, at), "would" | "will")
        || at < 2
        || matches!(word(words, at + 2), "part" | "place" | "note" | "office" | "up")
    {
        return None;
    }
    let verb = (at + 1..(at + 4).min(words.len())).find(|&verb| is_verb(parse, verb))?;
    // "Uganda would stop its help, its minister undertook": who says it may stand behind.
    let says_so = |says: &usize| {
        is_verb(parse, *says)
            && (SAYS.contains(&parse.tokens[*says].lemma.as_str())
                || *says > at && lexicon::pledge(word(words, *says)).is_some())
    };
    let says = parse.ancestors(verb).take(STEPS).find(says_so).or_else(|| {
        parse.children_by(verb, Relation::Parataxis).find(|says| *says > verb && says_so(says))
    })?;
    let speaker = if says < at {
        parse.understood_subject(says).filter(|&subject| subject < says)?
    } else {
        parse.subjects(says).next()?
    };
    let doer = parse.subjects(verb).chain(parse.subjects(at)).find(|&doer| doer < at)?;
    let idle = IDLE.contains(&parse.tokens[verb].lemma.as_str())
        || lexicon::is_weak(&parse.tokens[verb].lemma) && parse.tokens[verb].lemma != "stop"
        || PERSONAL.contains(&parse.tokens[verb].lemma.as_str());
    let supposed = words[verb..].iter().any(|word| matches!(word.as_str(), "if" | "unless" | "until"));
    let body =
        |at: usize| is_state(at) || matches!(lemma(parse, at).as_str(), "government" | "country" | "side");
    // "it" is a state that speaks; "his government" may be told of by anybody who speaks for it.
    let own = match word(words, doer) {
        "it" | "they" => body(speaker) || matches!(lemma(parse, speaker).as_str(), "ministry" | "office"),
        "we" => true,
        _ => body(doer) && !lexicon::is_onlooker(&lemma(parse, speaker)),
    };
    let passive = parse.is_passive(verb);
    // "will not disclose it yet"
    let of_it = parse.objects(verb).any(|object| parse.tokens[object].upos == Upos::Pronoun) && says > at;
    if of_it || !own || idle || supposed || passive || parse.child(verb, Relation::Object).is_none() {
        return None;
    }
    // What a speaker says behind his words is told of what will be done alone.
    if says > at && (is_negated(words, at, verb) || parse.negated(verb)) {
        return None;
    }
    // "told them that Bolivia would no longer pay": what one will not do is turned down.
    let (kind, status) = if is_negated(words, at, verb) || parse.negated(verb) {
        (OutcomeKind::Other, OutcomeStatus::Rejected)
    } else {
        (OutcomeKind::Commitment, OutcomeStatus::Planned)
    };
    let by = if body(doer) { verb } else { says };
    let start = if kind == OutcomeKind::Other { at } else { verb };
    Some(Find::new(words, kind, status, start..verb + 1, word(words, verb).to_owned(), by))
}
