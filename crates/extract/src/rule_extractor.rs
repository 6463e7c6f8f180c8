//! The extractor that reads by grammar and lexicon: text, mentions, cast, meetings, records.

use rapporteur_schema::Edtf;

use crate::cast::Cast;
use crate::date::{self, Dates};
use crate::input::{self, Input};
use crate::meeting::Clock;
use crate::mention::{Mention, MentionKind, described, scan};
use crate::record::Assembly;
use crate::text::{BlockKind, Text};
use crate::{Extraction, Extractor, Source, describe, meeting, outcome, statement};

/// Reads by rules over the words and the syntax of each sentence; needs no network, no model server
/// and no training.
#[derive(Debug, Clone, Copy, Default)]
pub struct RuleExtractor;

impl Extractor for RuleExtractor {
    fn extract(&self, bytes: &[u8], source: &Source) -> Extraction {
        let Input { text, metadata, diagnostics, .. } = input::read(bytes, None);
        let document = describe(&text, &metadata.complete(source));
        let published = document.published.as_ref().and_then(Edtf::as_day);
        let records = {
            let text = Text::read(&text);
            let cast = cast(&text);
            let dates = date::timeline(&text, published);
            let when = |sentence: usize, token: usize| nearest(&dates, sentence, token);
            let passage = |sentence: usize| dates.reference_of(sentence).cloned();
            let clock = Clock { when: &when, passage: &passage, published };
            let statements = statement::statements(&text, &cast);
            let quoted = statements.iter().filter(|statement| statement.quoted);
            let voices: Vec<meeting::Voice> =
                quoted.map(|statement| (statement.words.clone(), statement.speaker)).collect();
            let meetings = meeting::meetings(&text, &cast, &clock, &voices);
            let mut outcomes = outcome::outcomes(&text, &cast, &statements);
            outcome::meeting::complete(&text, &cast, &meetings, &mut outcomes);
            let said = |sentence: usize| {
                nearest(&dates, sentence, 0).or_else(|| dates.reference_of(sentence).cloned())
            };
            Assembly::new(&text, &cast, &document.id).records(&meetings, &statements, &outcomes, &said)
        };
        Extraction { document, text, records, diagnostics }
    }
}

fn cast(text: &Text<'_>) -> Cast {
    let mut mentions = Vec::new();
    for sentence in 0..text.sentences.len() {
        let kind = text.block_of(sentence).kind;
        if kind == BlockKind::Byline {
            continue;
        }
        let label = text.label_words(sentence);
        let spoken = scan::named(sentence, &label, false);
        mentions.extend(spoken.into_iter().map(|mention| {
            // "GETACHEW REDA, head of delegation:" is somebody who speaks, whatever the shouting.
            let shouted = mention.name.start == 0
                && mention.name.len() > 1
                && label[mention.name.clone()].iter().all(|word| !word.chars().any(char::is_lowercase));
            let kind = match mention.kind {
                MentionKind::Other if shouted => MentionKind::Person,
                kind => kind,
            };
            Mention { in_label: true, kind, ..mention }
        }));
        let words = text.words(sentence);
        let headline = matches!(kind, BlockKind::Title | BlockKind::Heading);
        let named = scan::named(sentence, &words, headline);
        let mut all = described::described(sentence, &words, &named);
        all.extend(named);
        all.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
        mentions.extend(all);
    }
    Cast::new(text, mentions)
}

/// The date that a sentence names nearest to a token.
fn nearest(dates: &Dates, sentence: usize, token: usize) -> Option<Edtf> {
    dates
        .expressions_in(sentence)
        .iter()
        .filter(|found| matches!(found.kind, date::Kind::Point))
        .min_by_key(|found| found.tokens.start.abs_diff(token))
        .map(|found| found.when.clone())
}
