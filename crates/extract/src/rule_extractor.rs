//! The extractor that reads by grammar and lexicon: text, mentions, cast, meetings, records.

use jiff::civil::Date;
use rapporteur_schema::Edtf;

use crate::cast::Cast;
use crate::date::{Context, Tense, find, resolve};
use crate::mention::{described, scan};
use crate::record::Assembly;
use crate::text::{BlockKind, Text};
use crate::{Extraction, Extractor, Source, decode, describe, meeting};

/// Reads by rules over the words and the syntax of each sentence; needs no network, no model server
/// and no training.
#[derive(Debug, Clone, Copy, Default)]
pub struct RuleExtractor;

impl Extractor for RuleExtractor {
    fn extract(&self, bytes: &[u8], source: &Source) -> Extraction {
        let (text, diagnostics) = decode(bytes);
        let document = describe(&text, source);
        let published = document.published.as_ref().and_then(Edtf::as_day);
        let records = {
            let text = Text::read(&text);
            let cast = cast(&text);
            let when = |sentence: usize, token: usize, past: bool| when(&text, published, sentence, token, past);
            let meetings = meeting::meetings(&text, &cast, &when);
            Assembly::new(&text, &cast, &document.id).records(&meetings)
        };
        Extraction { document, text, records, diagnostics }
    }
}

fn cast(text: &Text<'_>) -> Cast {
    let mut mentions = Vec::new();
    for sentence in 0..text.sentences.len() {
        let words = text.words(sentence);
        let headline = matches!(text.block_of(sentence).kind, BlockKind::Title | BlockKind::Heading);
        let named = scan::named(sentence, &words, headline);
        let mut all = described::described(sentence, &words, &named);
        all.extend(named);
        all.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
        mentions.extend(all);
    }
    Cast::new(text, mentions)
}

/// The date that a sentence gives its event: the expression nearest to the trigger.
fn when(text: &Text<'_>, published: Option<Date>, sentence: usize, token: usize, past: bool) -> Option<Edtf> {
    let words = text.words(sentence);
    let tense = if past { Tense::Past } else { Tense::Future };
    let context = Context { published, reference: published, tense };
    find(&words)
        .into_iter()
        .filter_map(|found| Some((found.tokens.start.abs_diff(token), resolve(&found.expression, &context)?.when)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, when)| when)
}
