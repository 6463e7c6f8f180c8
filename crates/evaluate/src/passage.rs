//! The sentences of a text, to show the one that a miss is about.
//!
//! The gold has no spans of meetings and outcomes, so the sentence that names most of what was missed
//! is shown: a help for the eye that no figure depends on.

use rapporteur_extract::{layout, sentence};

use crate::fold::fold;
use crate::gold::GoldActor;

pub(crate) struct Passages(Vec<(String, String)>);

impl Passages {
    pub(crate) fn new(text: &str) -> Self {
        let blocks = layout::blocks(text);
        let sentences = sentence::sentences(text, &blocks).into_iter();
        let sentences = sentences.filter_map(|segment| text.get(segment.range));
        Self(sentences.map(|sentence| (sentence.to_owned(), format!(" {} ", fold(sentence)))).collect())
    }

    /// The first sentence that has the first of the words that any has.
    pub(crate) fn naming<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Vec<String> {
        let found = words.into_iter().map(fold).find_map(|word| {
            self.0.iter().find(|(_, folded)| folded.contains(&word) || is_in(folded, &word))
        });
        found.map(|(sentence, _)| sentence.clone()).into_iter().collect()
    }

    /// The first of the sentences that name most of the actors, where one names any.
    pub(crate) fn with_most<'a>(&self, actors: impl Iterator<Item = &'a GoldActor>) -> Vec<String> {
        let actors: Vec<Vec<String>> = actors
            .map(|actor| actor.names.iter().map(|name| format!(" {} ", fold(name))).collect())
            .collect();
        let named =
            |folded: &str| actors.iter().filter(|names| names.iter().any(|n| folded.contains(n))).count();
        let best = self.0.iter().map(|passage| (named(&passage.1), passage)).rev().max_by_key(|(n, _)| *n);
        best.filter(|(count, _)| *count > 0).map(|(_, (sentence, _))| sentence.clone()).into_iter().collect()
    }
}

/// Whether a sentence is a part of a quotation that spans several.
fn is_in(folded: &str, quotation: &str) -> bool {
    let sentence = folded.trim();
    sentence.split(' ').count() > 3 && quotation.contains(sentence)
}
