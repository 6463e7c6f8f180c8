//! Names that stand on lines of their own above what their bearers say, as some printed debates have them.
//!
//! Invariant: a text with few such lines, or with nobody who speaks twice, has none.

use super::{TURNS, named};
use crate::cast::{ActorNumber, Cast};
use crate::lexicon;
use crate::mention::MentionKind;
use crate::text::Text;

/// For each sentence that is a line with nothing but the name of who speaks next, who that is: "Mr. Lund (Hull)",
/// "ADA OBI". Nothing where there are few such lines, or all of one speaker.
pub(super) fn lines(
    text: &Text<'_>,
    cast: &Cast,
    introduced: &[(String, ActorNumber)],
) -> Vec<Option<ActorNumber>> {
    const LONGEST: usize = 16;
    let one = |at: usize| {
        let sentence = &text.sentences[at];
        let alone = (at == 0 || text.sentences[at - 1].block != sentence.block)
            && text.sentences.get(at + 1).is_some_and(|next| next.block != sentence.block);
        let words = text.words(at);
        let titled = words.first().is_some_and(|first| lexicon::is_honorific(first.trim_end_matches('.')))
            || words.first() == Some(&"The") && words.last() == Some(&")")
            || words.iter().all(|word| !word.chars().any(char::is_lowercase));
        let ends = words.last().is_some_and(|last| matches!(*last, "." | "?" | "!" | ":" | "”" | "\""));
        let (_, mention) = cast.in_sentence(at).find(|(_, mention)| mention.kind == MentionKind::Person)?;
        let whole = mention.tokens.start <= 1
            && (mention.tokens.end == words.len() || words.get(mention.tokens.end) == Some(&"("))
            || words.last() == Some(&")") && mention.tokens.end + 1 == words.len();
        if sentence.label.is_some() || !alone || !titled || ends || !whole || words.len() > LONGEST {
            return None;
        }
        named(text, cast, introduced, at, text.source.get(sentence.range.clone())?)
    };
    let found: Vec<Option<ActorNumber>> = (0..text.sentences.len()).map(one).collect();
    let mut speakers: Vec<ActorNumber> = found.iter().copied().flatten().collect();
    let count = speakers.len();
    speakers.sort_unstable();
    speakers.dedup();
    if count < TURNS || speakers.len() < 2 || count == speakers.len() { Vec::new() } else { found }
}
