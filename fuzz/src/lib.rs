//! What must hold of the records of any bytes, for the targets to ask.
//!
//! It must not know which format the bytes are in. Invariant: it panics where an invariant of the
//! extractor is broken, and for no other reason.

use std::collections::BTreeSet;

use rapporteur_extract::{Extraction, Extractor, RuleExtractor, Source};
use rapporteur_schema::{Record, RecordId};

/// Extracts, and asks of the records what `docs/architecture.md` promises of them.
pub fn extract_and_check(bytes: &[u8]) -> Extraction {
    let published = "2025-05-16".parse().ok();
    let source = Source { published, name: Some("fuzz".to_owned()), ..Source::default() };
    let extraction = RuleExtractor::new().extract(bytes, &source);
    let ids: BTreeSet<RecordId> = extraction.records.iter().map(Record::id).collect();
    assert_eq!(ids.len(), extraction.records.len(), "two records have one id");
    for record in &extraction.records {
        if let Err(error) = record.check() {
            panic!("{}: {error}", record.id());
        }
        for span in record.spans() {
            assert!(span.matches(&extraction.text), "{}: a span is not in the text", record.id());
        }
        for reference in record.references() {
            let known = ids.contains(&reference) || reference == extraction.document.id.clone().into();
            assert!(known, "{} names {reference}, which is not there", record.id());
        }
    }
    extraction
}
