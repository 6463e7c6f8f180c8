//! What may be in a store, as *worlds*: one, as long as all goes well. An operation that was refused or
//! interrupted leaves both the world without it and the one with it, for a store may not know whether its
//! last frame is on disk. Never is it half of one.

use std::collections::BTreeMap;

use rapporteur_graph::{Ingest, Line};
use rapporteur_schema::Record;

use super::Told;

/// Each document's lines.
pub(crate) type World = BTreeMap<String, Vec<String>>;
/// What one frame does: documents with their new lines, or taken out.
pub(crate) type Frame = Vec<(String, Option<Vec<String>>)>;

/// A small document with a meeting, which may be told otherwise on another day.
pub(crate) fn numbered(n: usize, day: &str) -> Ingest {
    let told =
        Told::new(&format!("d{n}")).state("norland", "Norland", "NRL").state("sudora", "Sudora", "SDR");
    told.meeting(&format!("m{n}"), "held", Some(day), None, &["norland", "sudora"]).done()
}

/// The lines of a document as a store exports them.
pub(crate) fn lines_of(ingest: Ingest) -> Vec<String> {
    let Ingest { document, text, mut records } = ingest;
    records.sort_by_cached_key(Record::id);
    let document = Line::Document { document, text: Some(text) };
    [document].into_iter().chain(records.into_iter().map(Line::from)).map(|line| line.to_string()).collect()
}

/// What putting a document in does.
pub(crate) fn put(ingest: &Ingest) -> (String, Option<Vec<String>>) {
    (ingest.document.id.to_string(), Some(lines_of(ingest.clone())))
}

/// The worlds that frames may lead to, of which at least the first `done` are in.
pub(crate) fn after(worlds: &[World], frames: &[Frame], done: usize) -> Vec<World> {
    let mut found = Vec::new();
    for world in worlds {
        for reached in done..=frames.len() {
            let mut world = world.clone();
            for (document, lines) in frames[..reached].iter().flatten() {
                match lines {
                    Some(lines) => world.insert(document.clone(), lines.clone()),
                    None => world.remove(document),
                };
            }
            if !found.contains(&world) {
                found.push(world);
            }
        }
    }
    found
}
