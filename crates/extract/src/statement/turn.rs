//! What is said in the turns of a transcript: each sentence of a turn is its speaker's.
//!
//! It takes the speakers that [`label`](super::label) read and finds none. Invariant: in a turn no pronoun means
//! its speaker, who calls himself "I".

use rapporteur_syntax::Upos;

use super::FoundStatement;
use super::cue::Cue;
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// Keeps of the cues in a turn those that tell what others said: "the Ambassador thanked us", "he told me that". A
/// question tells nothing: "will he confirm that".
pub(super) fn retell(text: &Text<'_>, sentence: usize, speaker: ActorNumber, cues: &mut Vec<Cue>) {
    /// How sure a subject is that stands right beside its verb.
    const SURE: f64 = 0.8;
    let one = |cue: &Cue| {
        let token = text.sentences[sentence].tokens.get(cue.subject.start);
        token.is_some_and(|&token| matches!(text.word(token), "he" | "He" | "she" | "She" | "him" | "her"))
    };
    let asks = text.sentences[sentence].tokens.last().is_some_and(|&last| text.word(last) == "?");
    cues.retain(|cue| {
        !asks
            && (cue.subject.kind != MentionKind::Pronoun || one(cue))
            && cue.subject.confidence >= SURE
            && !cue.subject.actors.contains(&speaker)
    });
    for cue in cues {
        cue.reported_by.push(speaker);
    }
}

/// The statements of the turns, `labels` being the speaker of each sentence.
pub(super) fn statements(
    text: &Text<'_>,
    cast: &Cast,
    labels: &[Option<ActorNumber>],
) -> Vec<FoundStatement> {
    let mut found = Vec::new();
    let mut sentence = 0;
    while sentence < labels.len() {
        let first = sentence;
        sentence += 1;
        let Some(speaker) = labels[first].filter(|_| speaks(text, first)) else { continue };
        let block = text.sentences[first].block;
        // "No. He was in Lima.": a short answer is one with what follows it.
        let joined = is_short(text, first)
            && labels.get(sentence) == Some(&Some(speaker))
            && text.sentences[sentence].block == block
            && speaks(text, sentence);
        let last = if joined { sentence } else { first };
        sentence = last + 1;
        found.push(FoundStatement::of_sentences(text, cast, speaker, first..=last, true));
    }
    found
}

/// Whether a sentence is too short to say much by itself.
fn is_short(text: &Text<'_>, sentence: usize) -> bool {
    const FEW: usize = 6;
    text.sentences[sentence].tokens.len() <= FEW
}

/// Whether a labelled line says something, and is no line of a form: "Chair: Mrs. Ada Obi (Peru)".
fn speaks(text: &Text<'_>, sentence: usize) -> bool {
    let sentence = &text.sentences[sentence];
    let verb = sentence.parse.tokens.iter().any(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary));
    let ends =
        sentence.tokens.last().is_some_and(|&last| matches!(text.word(last), "." | "?" | "!" | "”" | "\""));
    verb || ends
}
