//! Puts another engine in the place of the rules: here a register of visits, a line each, which no news extractor would
//! understand. What it proposes passes the same checks: no fact without its span.
//!
//! Run it with `cargo run -p rapporteur --example custom_extractor`.

#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;

use rapporteur::schema::id::slug;
use rapporteur::schema::{DocumentId, Record, RecordId, Span};
use rapporteur::{Diagnostic, Error, Extraction, Extractor, Rapporteur, Source, describe, render};
use serde_json::json;

const REGISTER: &str = "2025-03-03 | Ljubljana | Ana Kolar; Søren Bæk\n2025-03-04 | Maribor\n";

/// Reads `DAY | CITY | NAME; NAME`.
struct Register;

impl Extractor for Register {
    fn extract(&self, bytes: &[u8], source: &Source) -> Extraction {
        let text = String::from_utf8_lossy(bytes).into_owned();
        // The document's id and hash, as the rules would make them.
        let document = describe(&text, source);
        let (mut records, mut diagnostics) = (BTreeMap::new(), Vec::new());
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            match entry(line, start, &document.id) {
                Some(entry) => records.extend(entry.into_iter().map(|record| (record.id(), record))),
                None => {
                    diagnostics.push(Diagnostic::at(start..start + line.len(), "is no entry of the register"))
                }
            }
            start += line.len();
        }
        let records: BTreeMap<RecordId, Record> = records;
        Extraction { document, text, records: records.into_values().collect(), diagnostics }
    }
}

/// The records of a line that begins at a byte of its document; none where it is no entry, or no record fits it.
fn entry(line: &str, start: usize, document: &DocumentId) -> Option<Vec<Record>> {
    let [day, city, names] = line.trim_end().split(" | ").collect::<Vec<_>>().try_into().ok()?;
    // A span says where the words stand; the store compares them byte for byte.
    let span = |words: &str| Some(json!([Span::new(document.clone(), start + line.find(words)?, words)]));
    let place = format!("place/{}", slug(city));
    let mut made = vec![json!({"type": "place", "id": place, "kind": "city", "name": city,
        "evidence": span(city)?, "confidence": 1.0})];
    let mut participants = Vec::new();
    for name in names.split("; ") {
        let actor = format!("actor/{}", slug(name));
        participants.push(json!({"actor": actor, "attendance": "attended", "evidence": span(name)?}));
        made.push(json!({"type": "actor", "id": actor, "kind": "person", "name": name,
            "evidence": span(name)?, "confidence": 1.0}));
    }
    made.push(json!({"type": "meeting", "id": format!("meeting/{day}-{}", slug(city)), "status": "held",
        "medium": "in_person", "when": day, "place": place, "participants": participants,
        "evidence": span(line.trim_end())?, "confidence": 1.0}));
    made.into_iter().map(|record| serde_json::from_value(record).ok()).collect()
}

/// One that makes up its evidence.
struct Liar;

impl Extractor for Liar {
    fn extract(&self, bytes: &[u8], source: &Source) -> Extraction {
        let mut read = Register.extract(bytes, source);
        read.text = read.text.replace("Kolar", "Nobody");
        read.document = describe(&read.text, source);
        read
    }
}

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let source = Source { publisher: Some("The registry".into()), ..Source::default() };
    let rapporteur = Rapporteur::open_or_create(folder.path().join("store"))?.with_extractor(Register);
    let read = rapporteur.extract(REGISTER.as_bytes(), &source);
    assert_eq!(read.diagnostics.len(), 1, "the second line names nobody");
    rapporteur.keep(read)?;

    let met = rapporteur.store().met().run()?;
    print!("{}", render::table(&met, Some(100)));
    assert_eq!(met[0].present().count(), 2);

    let rapporteur = Rapporteur::open_or_create(folder.path().join("other"))?.with_extractor(Liar);
    let refused = rapporteur.ingest(REGISTER.as_bytes(), &source);
    assert!(matches!(refused, Err(Error::Graph(_))), "words that are not in the document are no evidence");
    Ok(())
}
