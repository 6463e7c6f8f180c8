//! Embeds rapporteur: opens a store, ingests a text, and counts what it says.
//!
//! Run it with `cargo run -p rapporteur --example embed`.

#![allow(clippy::print_stdout)]

use rapporteur::{Change, Rapporteur, Source};

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let rapporteur = Rapporteur::open_or_create(folder.path().join("store"))?;

    let text = "Foreign Minister Ana Kolar met Danish Foreign Minister Søren Bæk in Ljubljana on Monday.";
    let source = Source {
        published: Some("2025-03-03".parse()?),
        publisher: Some("The Ljubljana Gazette".to_owned()),
        url: Some("https://gazette.example/2025/03/03/kolar".to_owned()),
        ..Source::default()
    };
    let ingested = rapporteur.ingest(text.as_bytes(), &source)?;
    println!("{}: {} records", ingested.document, ingested.records.records());

    // The same again changes nothing.
    assert_eq!(rapporteur.ingest(text.as_bytes(), &source)?.change, Change::Unchanged);
    assert_eq!(rapporteur.store().documents().run()?.len(), 1);
    assert!(rapporteur.store().verify(|_, _| ())?.is_sound());
    Ok(())
}
