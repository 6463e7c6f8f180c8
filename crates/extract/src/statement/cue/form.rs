//! Which verb of saying a form is: by its particle, by a turn of phrase, or by the quotation that it takes.
//!
//! It knows words and syntax, no speakers. Invariant: a form that is another word here ("the Cyprus question") is none.

use rapporteur_schema::Act;
use rapporteur_syntax::{FineTag, Upos};

use crate::mention::MentionKind;
use crate::statement::lexicon::{self, Manner, Verb};
use crate::statement::subject::{Clause, is_mark};
use crate::text::word;

/// The verb of saying at a token, and how many words behind it belong to its turn of phrase.
pub(super) fn verb(clause: &Clause<'_>, at: usize) -> Option<(&'static Verb, usize)> {
    let words = clause.words;
    // A user's verb takes what is said as "say" does, and so does any verb that takes a quotation ("called the deal",
    // "preferred “overdue”"), a turn of phrase, and "gave a cold as the reason".
    let says = |known: usize| {
        clause.lexicon.is_speech_verb(word(words, at))
            || takes_quotation(clause, at)
            || gives_reason(words, at)
            || known > 0
    };
    let known = let_known(clause, at);
    // "turned the offer down", "gave the plan her blessing": the second word stands apart, as the grammar tells.
    let apart = || {
        let objects = clause.sentence.parse.objects(at).filter(|&object| object > at);
        let objects = objects.map(|object| word(words, object));
        let mut second = particle(clause, at).into_iter().chain(objects).chain(likened(clause, at));
        second.find_map(|second| {
            lexicon::verb(word(words, at), second, "").filter(|verb| verb.particle.is_some())
        })
    };
    let verb = apart()
        .or_else(|| lexicon::verb(word(words, at), word(words, at + 1), word(words, at + 2)))
        .or_else(|| says(known).then(|| lexicon::verb("say", "", "")).flatten())?;
    Some((verb, known))
}

/// Whether a quotation is the object of a finite verb: "called “a farce” what he saw", "found the plan “thin”".
fn takes_quotation(clause: &Clause<'_>, at: usize) -> bool {
    const FAR: usize = 10;
    const FINDS: &[&str] =
        &["find", "deem", "judge", "rate", "think", "consider", "term", "declare", "proclaim"];
    let parse = &clause.sentence.parse;
    let finite = parse.tokens.get(at).filter(|token| {
        token.upos == Upos::Verb && matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp)
    });
    let opens = |at: usize| matches!(word(clause.words, at), "“" | "\"" | "``" | "«");
    let Some(token) = finite else { return false };
    if opens(at + 1) {
        return true;
    }
    let verb = |at: usize| {
        parse.tokens.get(at).is_some_and(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary))
    };
    let found = (at + 2..(at + FAR).min(clause.words.len()))
        .take_while(|&at| opens(at) || !is_mark(word(clause.words, at)) && !verb(at))
        .any(opens);
    found && FINDS.contains(&token.lemma.as_str())
}

/// How many words follow the verb in "let it be known", "put it to him", "took the view"; none elsewhere.
fn let_known(clause: &Clause<'_>, at: usize) -> usize {
    let words = clause.words;
    let next = |ahead: usize| word(words, at + ahead);
    match word(words, at) {
        "let" | "lets" if (next(1), next(2), next(3)) == ("it", "be", "known") => 3,
        "let" | "lets" if next(2) == "know" && next(1) != "me" => 2,
        // "has put it to the parties that they withdraw", "took the view that it was dead"
        "put" | "puts" if (next(1), next(2)) == ("it", "to") => 2,
        // "put the loss at two million"
        "put" | "puts" if puts_at(clause, at) => 1,
        "took" | "takes" | "take" | "taking" if (next(1), next(2), next(3)) == ("the", "view", "that") => 2,
        // "they were late, he went on": who went on to speak.
        "went" | "goes" if next(1) == "on" && matches!(next(2), "," | "." | ":" | "“" | "\"" | "") => 1,
        _ => 0,
    }
}

/// Whether something is put at a number: "put the cost of the dam at £3 million".
fn puts_at(clause: &Clause<'_>, put: usize) -> bool {
    const FAR: usize = 10;
    let words = clause.words;
    let counts = |at: usize| {
        word(words, at).starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '£' | '€' | '¥'))
            || clause.sentence.parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Numeral)
            || matches!(
                word(words, at),
                "half" | "some" | "about" | "over" | "under" | "nearly" | "almost" | "around" | "us$" | "a"
            )
    };
    (put + 2..put + FAR)
        .take_while(|&at| !is_mark(word(words, at)) && !word(words, at).is_empty())
        .any(|at| word(words, at) == "at" && counts(at + 1))
}

/// Whether a reason is given: "gave a funeral as the reason".
fn gives_reason(words: &[String], gave: usize) -> bool {
    const FAR: usize = 12;
    matches!(word(words, gave), "gave" | "gives")
        && (gave + 2..gave + FAR).any(|at| {
            word(words, at) == "as"
                && matches!(word(words, at + 1), "the" | "a" | "his" | "her" | "its" | "their")
                && matches!(word(words, at + 2), "reason" | "reasons" | "excuse" | "grounds")
        })
}

/// "As", where what a thing is seen as stands behind it: "sees the opening of the road as a first step".
fn likened(clause: &Clause<'_>, verb: usize) -> Option<&'static str> {
    const FAR: usize = 12;
    let tokens = &clause.sentence.parse.tokens;
    let is_verb = |at: usize| matches!(tokens[at].upos, Upos::Verb | Upos::Auxiliary);
    (verb + 2..(verb + FAR).min(tokens.len()))
        .take_while(|&at| !is_mark(word(clause.words, at)) && !is_verb(at))
        .find(|&at| {
            let article =
                matches!(word(clause.words, at + 1), "a" | "an" | "the" | "one" | "no" | "“" | "\"");
            word(clause.words, at) == "as" && article
        })
        .map(|_| "as")
}

/// The particle that stands apart from its verb: "turned the British offer down".
fn particle<'c>(clause: &'c Clause<'_>, verb: usize) -> Option<&'c str> {
    const FAR: usize = 6;
    let tokens = &clause.sentence.parse.tokens;
    (verb + 1..(verb + FAR).min(tokens.len()))
        .take_while(|&at| !is_mark(word(clause.words, at)))
        .find(|&at| tokens[at].tag == FineTag::Rp)
        .map(|at| word(clause.words, at))
}

/// Whether a form without an ending stands behind one state: "the Cyprus question", where a verb would have its "s", and
/// "demanded that Cyprus withdraw", which is not done yet.
pub(super) fn is_base(clause: &Clause<'_>, at: usize, verb: &Verb) -> bool {
    let other = clause.sentence.parse.tokens.get(at).is_some_and(|token| {
        token.upos != Upos::Verb || token.tag == FineTag::Vb && verb.manner == Manner::Act
    });
    let form = word(clause.words, at) == verb.lemma && other;
    let state = clause.agents.iter().any(|agent| {
        let joined = agent.tokens.start.checked_sub(1).is_some_and(|before| {
            matches!(word(clause.words, before), "and" | "," | "or" | "will" | "would" | "did" | "should")
        });
        agent.tokens.end == at && matches!(agent.kind, MentionKind::State | MentionKind::City) && !joined
    });
    form && state
}

/// The act of a verb that is negated, if to leave it undone says something: "would not say", "does not believe".
pub(super) fn negated(group: &[String], lemma: &str) -> Option<Act> {
    const ANSWERS: &[&str] = &[
        "say",
        "comment",
        "confirm",
        "accept",
        "support",
        "agree",
        "approve",
        "endorse",
        "recognise",
        "recognize",
    ];
    const OPINIONS: &[&str] =
        &["believe", "think", "expect", "consider", "deny", "doubt", "rule", "dispute", "contest"];
    const REFUSALS: &[&str] = &["agree", "share", "recognise", "recognize", "accept", "want"];
    let has = |forms: &[&str]| group.iter().any(|word| forms.contains(&word.as_str()));
    let modal = has(&["would", "could", "will", "cannot", "can"]);
    let does = has(&["did", "does", "do"]);
    if modal && ANSWERS.contains(&lemma) || does && REFUSALS.contains(&lemma) {
        return Some(Act::Reject);
    }
    ((does || has(&["never"])) && OPINIONS.contains(&lemma)).then_some(Act::Comment)
}
