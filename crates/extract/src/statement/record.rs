//! Speeches told in indirect speech, as the records of meetings do: "ADA OBI (Peru) said that the road was
//! closed. It would stay so. That was no threat."
//!
//! It takes the words of saying that were found and goes on from them. Invariant: a sentence with a speaker of its
//! own, or with somebody else's words in it, goes on with nobody.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::Upos;

use super::FoundStatement;
use super::attribution::Ground;
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::{BlockKind, Text};

/// How many speeches make a record.
const SPEECHES: usize = 3;

/// Adds what the speeches of a record go on with.
pub(super) fn go_on(
    ground: &Ground<'_>,
    cast: &Cast,
    labels: &[Option<ActorNumber>],
    found: &mut Vec<FoundStatement>,
) {
    let text = ground.text;
    let opens: Vec<Option<ActorNumber>> =
        (0..text.sentences.len()).map(|sentence| delegate(ground, cast, sentence)).collect();
    if opens.iter().flatten().count() < SPEECHES || labels.iter().flatten().next().is_some() {
        return;
    }
    let mut speaker: Option<ActorNumber> = None;
    let mut block = usize::MAX;
    for (sentence, opens) in opens.iter().enumerate() {
        if text.sentences[sentence].block != block {
            block = text.sentences[sentence].block;
            speaker = None;
        }
        speaker = opens.or(speaker);
        let Some(speaker) = speaker.filter(|_| opens.is_none()) else { continue };
        if !ground.cues[sentence].is_empty()
            || ground.quoted[sentence].contains(&true)
            || !tells(text, sentence)
        {
            continue;
        }
        found.push(FoundStatement::of_sentences(text, cast, speaker, sentence..=sentence, false));
    }
}

/// Whose speech a sentence opens: the delegate's whose name, with the state in brackets or the office behind it,
/// begins a paragraph and is the subject of a verb of saying.
fn delegate(ground: &Ground<'_>, cast: &Cast, sentence: usize) -> Option<ActorNumber> {
    let text = ground.text;
    let block = text.sentences[sentence].block;
    let first = sentence.checked_sub(1).is_none_or(|before| text.sentences[before].block != block);
    if !first || text.blocks[block].kind != BlockKind::Paragraph {
        return None;
    }
    let (index, mention) = cast.in_sentence(sentence).next()?;
    let actor = cast.actor[index]?;
    let words = text.words(sentence);
    let shouted = words[mention.name.clone()].iter().all(|word| !word.chars().any(char::is_lowercase));
    let seated = words.get(mention.tokens.end) == Some(&"(");
    let listed = mention.kind == MentionKind::Person
        && mention.tokens.start == 0
        && cast.members[actor].kind == ActorKind::Person
        && (shouted || seated);
    let speaks = ground.cues[sentence].iter().any(|cue| cue.subject.actors == [actor]);
    (listed && speaks).then_some(actor)
}

/// Whether a sentence tells something, in the past tense of what is reported.
fn tells(text: &Text<'_>, sentence: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    parse.tokens.iter().any(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary))
}
