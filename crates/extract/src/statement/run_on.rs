//! Indirect speech that runs on: "Obi said that the work would begin in June. The river would be dredged."
//!
//! It takes the words of saying that were found and goes on from the sentence before. Invariant: only a sentence in
//! the mood of what is reported goes on, and none with a speaker, or with somebody's words in quotation marks.

use rapporteur_syntax::FineTag;

use super::FoundStatement;
use super::attribution::Ground;
use super::lexicon::Manner;
use crate::cast::{ActorNumber, Cast};
use crate::text::BlockKind;

/// How many sentences may go on.
const FEW: usize = 3;

/// Adds the sentences that go on with what the one before reports.
pub(super) fn run_on(
    ground: &Ground<'_>,
    cast: &Cast,
    labels: &[Option<ActorNumber>],
    found: &mut Vec<FoundStatement>,
) {
    let text = ground.text;
    let mut speaker: Option<(ActorNumber, usize)> = None;
    for (sentence, label) in labels.iter().enumerate() {
        let block = text.sentences[sentence].block;
        let same = sentence.checked_sub(1).is_some_and(|before| text.sentences[before].block == block);
        if !same || label.is_some() {
            speaker = None;
        }
        if !ground.cues[sentence].is_empty() || ground.quoted[sentence].contains(&true) {
            speaker = reporting(ground, sentence).map(|actor| (actor, 0));
            continue;
        }
        let told = found.iter().any(|statement| statement.sentence == sentence);
        let Some((actor, count)) = speaker.filter(|_| !told && is_reported(ground, sentence)) else {
            speaker = None;
            continue;
        };
        if text.blocks[block].kind != BlockKind::Paragraph || count >= FEW {
            continue;
        }
        speaker = Some((actor, count + 1));
        text.trace
            .kept(sentence, "statement/run-on", || format!("goes on with {}", cast.members[actor].name));
        found.push(FoundStatement::of_sentences(text, cast, actor, sentence..=sentence, false));
    }
}

/// Who alone reports something in a sentence, by a verb of saying in the past.
fn reporting(ground: &Ground<'_>, sentence: usize) -> Option<ActorNumber> {
    let parse = &ground.text.sentences[sentence].parse;
    let cues = &ground.cues[sentence];
    let past = |cue: &super::cue::Cue| {
        cue.manner == Manner::Speech
            && parse.tokens.get(cue.tokens.start).is_some_and(|token| token.tag == FineTag::Vbd)
    };
    let cue = cues.iter().rev().find(|cue| past(cue))?;
    let one = cues.iter().all(|other| other.subject.actors == cue.subject.actors);
    match cue.subject.actors.as_slice() {
        [actor] if one => Some(*actor),
        _ => None,
    }
}

/// Whether the main verb of a sentence is in the mood of what is reported: "would pay".
fn is_reported(ground: &Ground<'_>, sentence: usize) -> bool {
    let text = ground.text;
    let parse = &text.sentences[sentence].parse;
    let words = text.words(sentence);
    let Some(root) = parse.root() else { return false };
    let would = parse.auxiliaries(root).any(|at| words.get(at) == Some(&"would"));
    // "He would later become", "it would be years before": told by the writer, looking back.
    let looks_back = words.iter().any(|word| {
        matches!(*word, "later" | "eventually" | "become" | "years" | "if" | "If" | "prove" | "never")
    });
    would && !looks_back && words.last().is_some_and(|last| *last == ".")
}
