//! What one binds oneself to: "agreed to open the road", "will withdraw by 5 April".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is only hoped for, or is an opinion, binds nobody.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::find::Find;
use super::grammar::{TROOPS, is_at_home, promises_on};
use super::lexicon;
use super::pledged::{
    clause_behind, holds_talks, is_goods, is_looked_into, is_of_being, is_personal, is_to_be_done, meet_then,
    talks_then,
};
use super::several::{is_joint, is_of_body};
use super::tense::{clause, is_verb, tense};
use crate::text::word;

/// "agreed to open the road", "promised that the crew would be freed", "undertook to".
pub(super) fn pledge(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let lemma = lexicon::pledge(word(words, at))?;
    let status = tense(words, at, OutcomeStatus::Agreed)?;
    // "bound themselves to open their files": one binds oneself, else another is bound.
    let oneself =
        matches!(word(words, at + 1), "itself" | "themselves" | "himself" | "herself" | "ourselves");
    if matches!(lemma, "bind" | "oblige" | "engage") && !(oneself && word(words, at + 2) == "to") {
        return None;
    }
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
        (at + 2..(at + 16).min(words.len()))
            .any(|at| matches!(word(words, at), "will" | "would" | "shall" | "might"))
    };
    let resolved = matches!(lemma, "decide" | "resolve")
        && at > 1
        && matches!((word(words, at - 2), word(words, at - 1)), ("it", "was" | "is") | ("been" | "was", _));
    // "promised him that": to whom stands between.
    let told = clause_behind(words, parse, at);
    // "It was resolved, the Netherlands abstaining, that the figures be published."
    let aside = resolved
        && word(words, at + 1) == ","
        && (at + 2..(at + 12).min(words.len()))
            .any(|mark| word(words, mark) == "," && word(words, mark + 1) == "that");
    let that = (word(words, at + 1) == "that" || told.is_some() || aside)
        && (resolved
            || matches!(lemma, "agree" | "accept" | "concur") && is_to_be_done(words, parse, at + 2)
            || promised())
        // "had promised him by telephone the day before that they would be handed over"
        || matches!(lemma, "promise" | "pledge" | "vow") && is_verb(parse, at) && promises_on(words, at);
    // "promised an offer before the rains"
    // "commits 200 soldiers to the mission"
    let commits = lemma == "commit"
        && parse.tokens.get(at).is_some()
        && parse.objects(at).any(|object| {
            TROOPS.contains(&parse.tokens[object].lemma.as_str())
                || parse.children_by(object, Relation::NumericModifier).next().is_some()
        });
    let given = (commits || matches!(lemma, "promise" | "pledge" | "guarantee"))
        && is_verb(parse, at)
        && !parse.is_passive(at)
        && parse.child(at, Relation::Object).is_some_and(|object| parse.tokens[object].upos == Upos::Noun);
    let at_home = parse.tokens.get(at).is_some_and(|_| is_at_home(parse, at));
    if that && is_looked_into(parse, at) {
        return None;
    }
    // "announced that he would travel"
    let travels = lemma == "announce"
        && (at + 2..(at + 12).min(words.len()))
            .find(|&modal| matches!(word(words, modal), "will" | "would"))
            .is_some_and(|modal| is_personal(word(words, modal + 1)));
    if travels
        || matches!(lemma, "announce" | "accept") && !that
        || that && is_of_being(words, parse, at)
        || at_home
    {
        return None;
    }
    // One who decides decides for himself; two who do agree, and so does a body.
    let joined = is_joint(words, parse, at) || is_of_body(parse, at);
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
    let comes = that && talks_then(parse, at)
        || meets
        || !that && holds_talks(words, parse, behind + 1)
        || that && meet_then(words, at + 2);
    let range = clause(words, at, behind + 2);
    let money = (given || of)
        && !to
        && words[range.clone()]
            .iter()
            .any(|word| matches!(word.as_str(), "million" | "billion" | "$" | "£" | "€"));
    let aids = money || given && !to && is_goods(parse, at);
    Some(Find {
        kind: if comes {
            OutcomeKind::FurtherTalks
        } else if aids {
            OutcomeKind::Aid
        } else {
            OutcomeKind::Commitment
        },
        status: if comes { OutcomeStatus::Planned } else { status },
        words: range,
        head: if that { String::new() } else { verb.to_owned() },
        verb: at,
    })
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

/// "will withdraw its boats by 5 April": who names a day gives his word.
pub(super) fn promise(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    // "It would be roofed by June, answered the minister."
    let told = word(words, at) == "would"
        && words[at..].iter().any(|word| {
            matches!(
                word.as_str(),
                "said" | "answered" | "announced" | "promised" | "added" | "declared" | "replied"
            )
        });
    if !told && !matches!(word(words, at), "will" | "shall") {
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
