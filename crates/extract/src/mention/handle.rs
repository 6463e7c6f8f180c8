//! Handles: by what name somebody posts, `@GovtKiribati | Tue 9 Sept`, `@honiara_insider: …`.
//!
//! Reads the line that heads a post and the lead-in of one. Who is behind a handle is told by the name in
//! brackets behind it, where there is one. Invariant: a handle within running text is none of these.

use std::ops::Range;

use super::{Mention, MentionKind};
use crate::text::{Text, Token};

/// The tokens of the handle that heads a post, where the sentence is such a line.
pub fn heading(text: &Text<'_>, sentence: usize) -> Option<Range<usize>> {
    let words = text.words(sentence);
    if let Some(tokens) = named(text, sentence, &words) {
        return Some(tokens);
    }
    let tokens = handle(text, &text.sentences[sentence].tokens)?;
    let marks = words.iter().skip(tokens.end).any(|word| *word == "|");
    let bracket = words.get(tokens.end) == Some(&"(");
    let ends = words.last().is_some_and(|last| matches!(*last, "." | "!" | "?"));
    (marks || bracket && !ends || tokens.end == words.len()).then_some(tokens)
}

/// The handle behind the name of who posts, and before a dot and the day: `Peru MFA @PeruMFA · 6 Nov`.
fn named(text: &Text<'_>, sentence: usize, words: &[&str]) -> Option<Range<usize>> {
    const LONGEST: usize = 9;
    let at = words.iter().take(LONGEST).position(|word| word.starts_with('@')).filter(|&at| at > 0)?;
    let tokens = handle(text, text.sentences[sentence].tokens.get(at..)?)?;
    let tokens = at + tokens.start..at + tokens.end;
    matches!(words.get(tokens.end), Some(&("·" | "•"))).then_some(tokens)
}

/// The mentions of those who post by a handle alone, or under a name that is none else.
pub fn handles(text: &Text<'_>, mentions: &[Mention]) -> Vec<Mention> {
    // The handles that somebody's name explained.
    let mut known: Vec<&str> = Vec::new();
    let one = |sentence: usize| {
        let label = handle(text, &text.sentences[sentence].label_tokens)
            .filter(|_| text.sentences[sentence].label.is_some());
        let in_label = label.is_some();
        let tokens = label.or_else(|| heading(text, sentence))?;
        let named = mentions.iter().any(|mention| {
            mention.sentence == sentence
                && mention.in_label == in_label
                && (mention.kind == MentionKind::Person && mention.name.len() > 1
                    || mention.kind == MentionKind::Organization && mention.tokens == (0..tokens.start))
        });
        let written = || {
            let range = if in_label {
                text.label_bytes(sentence, tokens.clone())
            } else {
                text.bytes(sentence, tokens.clone())
            };
            text.source.get(range).unwrap_or_default()
        };
        if named {
            known.push(written());
        }
        let before = tokens.start > 0 && !in_label;
        if named || !before && known.contains(&written()) {
            return None;
        }
        let (tokens, kind) = if before {
            (0..tokens.start, MentionKind::Organization)
        } else {
            (tokens, MentionKind::Unnamed)
        };
        Some(Mention {
            sentence,
            in_label,
            name: tokens.clone(),
            tokens,
            kind,
            known: None,
            country: None,
            offices: Vec::new(),
            of: None,
        })
    };
    (0..text.sentences.len()).filter_map(one).collect()
}

/// The tokens of a handle at the head of a line, an arrow before it left out.
fn handle(text: &Text<'_>, tokens: &[Token]) -> Option<Range<usize>> {
    let first = tokens.iter().take(2).position(|&token| text.word(token).starts_with('@'))?;
    let mut end = first + 1;
    while let (Some(before), Some(next)) = (tokens.get(end - 1), tokens.get(end)) {
        let word = text.word(*next);
        if before.end != next.start || !word.chars().all(|c| c.is_alphanumeric() || c == '_') {
            break;
        }
        end += 1;
    }
    let length = tokens[end - 1].end - tokens[first].start;
    (length > 2).then_some(first..end)
}
