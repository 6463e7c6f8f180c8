//! Ingests a feed, each time it is fetched: what is new is added, what was revised takes the place of what it was, and
//! the rest is left alone.
//!
//! Run it with `cargo run -p rapporteur --example ingest_feed`.

#![allow(clippy::print_stdout)]

use rapporteur::{Change, Rapporteur, Source};
use serde::Deserialize;

/// A JSON Feed (jsonfeed.org); how it was fetched is another's business.
const MORNING: &str = r#"{"title": "The Ljubljana Gazette", "items": [
    {"url": "https://gazette.example/kolar", "title": "Ferries", "date_published": "2025-03-03T17:00:00Z",
     "content_text": "Foreign Minister Ana Kolar met Danish Foreign Minister Søren Bæk in Ljubljana on Monday."},
    {"url": "https://gazette.example/weather", "title": "Rain", "date_published": "2025-03-03T06:00:00Z",
     "content_text": "It will rain."}
]}"#;

#[derive(Deserialize)]
struct Feed {
    title: String,
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    url: String,
    title: String,
    date_published: String,
    content_text: String,
}

/// Reads every item, and says what became of it.
fn ingest(rapporteur: &Rapporteur, feed: &str) -> Result<Vec<Change>, Box<dyn std::error::Error>> {
    let feed: Feed = serde_json::from_str(feed)?;
    let mut changes = Vec::new();
    for item in feed.items {
        let source = Source {
            // "On Monday" is reckoned from this day.
            published: item.date_published.get(..10).map(str::parse).transpose()?,
            publisher: Some(feed.title.clone()),
            title: Some(item.title),
            // The url makes the document's id: a revised version of it is the same document.
            url: Some(item.url),
            ..Source::default()
        };
        let ingested = rapporteur.ingest(item.content_text.as_bytes(), &source)?;
        println!("{:?} {}: {} records", ingested.change, ingested.document, ingested.records.records());
        changes.push(ingested.change);
    }
    Ok(changes)
}

pub(crate) fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    let rapporteur = Rapporteur::open_or_create(folder.path().join("store"))?;
    assert_eq!(ingest(&rapporteur, MORNING)?, [Change::Added, Change::Added]);
    assert_eq!(rapporteur.store().met().run()?.len(), 1);

    // The same again changes nothing.
    assert_eq!(ingest(&rapporteur, MORNING)?, [Change::Unchanged, Change::Unchanged]);

    // A correction: what only the former version said is gone.
    let evening = MORNING.replace("met Danish", "did not meet Danish");
    assert_eq!(ingest(&rapporteur, &evening)?, [Change::Replaced, Change::Unchanged]);
    assert!(rapporteur.store().met().run()?.is_empty());
    assert!(rapporteur.store().verify(|_, _| ())?.is_sound());
    Ok(())
}
