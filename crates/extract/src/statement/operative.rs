//! The operative paragraphs of a resolution or communiqué: "Condemns the attack", "Calls upon the parties", which leave
//! out whose they are, since the sentence above says it: "After deliberation, the Council:".
//!
//! Reads the first words of a sentence and the bodies told of above. Invariant: none without a body in reach.

use std::collections::BTreeMap;

use rapporteur_schema::ActorKind;

use super::lexicon;
use super::subject::Subject;
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// How many sentences above the first paragraph its body is looked for.
const ABOVE: usize = 6;

/// For each sentence whose body's it is, if it is an operative paragraph.
pub(super) fn bodies(text: &Text<'_>, cast: &Cast) -> Vec<Option<ActorNumber>> {
    let mut found = vec![None; text.sentences.len()];
    for sentence in 0..found.len() {
        if !is_operative(text, sentence) {
            continue;
        }
        let before = sentence.checked_sub(1).and_then(|before| found[before]);
        found[sentence] = before.or_else(|| body_above(text, cast, sentence));
    }
    // One alone is a headline or a note.
    let alone: Vec<usize> = (0..found.len())
        .filter(|&at| {
            let beside = at.checked_sub(1).is_some_and(|before| found[before].is_some());
            found[at].is_some() && !beside && found.get(at + 1).is_none_or(Option::is_none)
        })
        .collect();
    for at in alone {
        found[at] = None;
    }
    found
}

/// The body as the subject of the first verb of its paragraph.
pub(super) fn subject(body: ActorNumber) -> Subject {
    Subject { actors: vec![body], start: 0, behind: None, kind: MentionKind::Organization, confidence: 0.8 }
}

/// "Condemns", "Strongly urges", "Further requests": a verb of saying in the third person, and nobody before it. Short
/// of a subject the tree may take it for a noun.
fn is_operative(text: &Text<'_>, sentence: usize) -> bool {
    let words = text.words(sentence);
    let parse = &text.sentences[sentence].parse;
    let adverb = words.first().is_some_and(|word| {
        matches!(*word, "Strongly" | "Further" | "Also" | "Deeply" | "Again" | "Once") || word.ends_with("ly")
    });
    let verb = usize::from(adverb);
    let Some(form) = words.get(verb).filter(|form| form.ends_with('s')) else { return false };
    let next = |at: usize| words.get(at).map_or(String::new(), |word| word.to_lowercase());
    words[0].starts_with(char::is_uppercase)
        && lexicon::verb(&form.to_lowercase(), &next(verb + 1), &next(verb + 2)).is_some()
        && parse.subjects(verb).next().is_none_or(|subject| subject > verb)
}

/// Whether a sentence leads a list: "The Council:", "The Council, having heard the parties,", or an item before.
fn leads(text: &Text<'_>, sentence: usize) -> bool {
    text.words(sentence).last().is_some_and(|last| matches!(*last, ":" | "," | ";"))
}

/// The body of which the sentence that leads the list speaks, else the one told of most just above.
fn body_above(text: &Text<'_>, cast: &Cast, sentence: usize) -> Option<ActorNumber> {
    let lead = sentence.checked_sub(1).filter(|&lead| leads(text, lead))?;
    // "the Council", of which more was told above: "the Council of the League".
    let noun = text
        .words(lead)
        .iter()
        .rev()
        .find(|word| {
            matches!(
                **word,
                "Council" | "Conference" | "Committee" | "Assembly" | "Commission" | "Summit" | "Board"
            )
        })
        .copied();
    let mut told: BTreeMap<ActorNumber, (bool, usize, usize)> = BTreeMap::new();
    for at in sentence.saturating_sub(ABOVE)..sentence {
        let words = text.words(at);
        for (index, mention) in cast.in_sentence(at) {
            let Some(actor) = cast.actor[index].filter(|_| mention.kind == MentionKind::Organization) else {
                continue;
            };
            let member = &cast.members[actor];
            if member.kind == ActorKind::Organization && !member.is_outlet && member.country.is_none() {
                let start = mention.tokens.start.saturating_sub(3);
                let called = noun.is_some_and(|noun| words[start..mention.tokens.end].contains(&noun));
                let known = told.entry(actor).or_default();
                *known = (known.0 || called, known.1 + 1, at);
            }
        }
    }
    told.into_iter().max_by_key(|&(_, rank)| rank).map(|(actor, _)| actor)
}
