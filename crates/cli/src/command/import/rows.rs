//! Event data, chunk by chunk: read on a second thread, stored on this one.
//!
//! Invariant: no more than a few chunks are held, and a file that is refused makes no store.

use std::collections::BTreeMap;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use rapporteur::schema::{DocumentId, Sha256};
use rapporteur::{Change, Ingest, Ingested, Rapporteur};
use rapporteur_import::{Chunk, Import, ImportError, Options, Tally};

use crate::failure::Failure;
use crate::output::{self, Output};
use crate::progress::Progress;
use crate::store;

/// Chunks read ahead of the store; one has about a megabyte.
const AHEAD: usize = 1;

/// The store that rows go into, and what went into it before.
pub(super) struct Rows<'a> {
    named: Option<&'a Path>,
    options: Options,
    opened: Option<Rapporteur>,
    stored: BTreeMap<DocumentId, (Sha256, PathBuf)>,
}

/// What became of a file.
#[derive(Default)]
struct Kept {
    added: u64,
    replaced: u64,
    unchanged: u64,
    records: u64,
}

impl<'a> Rows<'a> {
    pub(super) const fn new(named: Option<&'a Path>, options: Options) -> Self {
        Self { named, options, opened: None, stored: BTreeMap::new() }
    }

    /// Stores the rows of a file; of standard input it has the reader.
    pub(super) fn import(
        &mut self,
        path: &Path,
        reader: Box<dyn BufRead + Send>,
        output: &mut Output,
    ) -> Result<(), Failure> {
        let import = if path == Path::new("-") {
            Import::read(reader, "standard input", &self.options)?
        } else {
            Import::open(path, &self.options)?
        };
        let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
        let (sender, chunks) = sync_channel(AHEAD);
        let (kept, tally) = std::thread::scope(|scope| {
            let reading = scope.spawn(move || read(import, &sender));
            let kept = self.keep(path, chunks, size);
            // The receiver is gone by now, so that reading ends too.
            let tally = reading.join().map_err(|_| Failure::input(path, "reading it failed"))?;
            Ok::<_, Failure>((kept, tally))
        })?;
        for bad in &tally.first_bad {
            output::warn(format_args!(
                "`{}`, line {}: {}",
                bad.file,
                bad.line,
                output::one_line(&bad.reason)
            ));
        }
        let more = tally.bad.saturating_sub(tally.first_bad.len() as u64);
        if more > 0 {
            output::warn(format_args!("`{}`: {more} more rows could not be read", path.display()));
        }
        output.line(summary(path, &kept?, &tally))
    }

    fn keep(
        &mut self,
        path: &Path,
        chunks: Receiver<Result<Chunk, ImportError>>,
        size: u64,
    ) -> Result<Kept, Failure> {
        let mut chunks = chunks.into_iter();
        let Some(first) = chunks.next() else {
            return Err(Failure::input(path, "no row of it could be told: nothing was stored"));
        };
        // Before a store is made, the first chunk must be good.
        let first = first?;
        let rapporteur = match self.opened.take() {
            Some(rapporteur) => self.opened.insert(rapporteur),
            None => self.opened.insert(store::open_or_create(self.named)?),
        };
        let mut progress = Progress::new(usize::try_from(size).unwrap_or(usize::MAX));
        let stored = &mut self.stored;
        let ingests = std::iter::once(Ok(first)).chain(chunks).map(|chunk| {
            let Chunk { document, text, records } = chunk?;
            let entry = stored.entry(document.id.clone());
            let (sha256, other) = entry.or_insert_with(|| (document.sha256, path.to_owned()));
            if *sha256 != document.sha256 {
                let reason = format!(
                    "its rows would have the same ids as those of `{}`, {}: rename one of the files",
                    other.display(),
                    document.id
                );
                return Err(Failure::input(path, reason));
            }
            progress.advance(text.len(), document.title.clone().unwrap_or_default());
            Ok(Ingest { document, text, records })
        });
        let mut kept = Kept::default();
        rapporteur.store().ingest_all(ingests, |ingested| kept.count(&ingested))?;
        Ok(kept)
    }
}

/// Sends what is read until nobody wants it.
fn read(mut import: Import, chunks: &SyncSender<Result<Chunk, ImportError>>) -> Tally {
    for chunk in import.by_ref() {
        if chunks.send(chunk).is_err() {
            break;
        }
    }
    import.tally().clone()
}

impl Kept {
    fn count(&mut self, ingested: &Ingested) {
        match ingested.change {
            Change::Added => self.added += 1,
            Change::Replaced => self.replaced += 1,
            Change::Unchanged => self.unchanged += 1,
        }
        self.records += ingested.records.records();
    }
}

/// `imported x.tsv: 16 rows (5 of meetings, …), …`.
fn summary(path: &Path, kept: &Kept, tally: &Tally) -> String {
    let Tally {
        rows, names, meetings, statements, outcomes, not_diplomacy, without_counterpart, bad, ..
    } = tally;
    let names = if *names == 0 { String::new() } else { format!("{names} names and ") };
    let Kept { added, replaced, unchanged, records } = kept;
    let documents = added + replaced + unchanged;
    let plural = if documents == 1 { "" } else { "s" };
    format!(
        "imported {}: {names}{rows} rows: {meetings} of meetings, {statements} of statements, {outcomes} of \
         outcomes; passed over: {not_diplomacy} no diplomacy, {without_counterpart} without a counterpart, \
         {bad} not to be read; {records} records in {documents} document{plural}: {added} added, {replaced} replaced, \
         {unchanged} unchanged",
        path.display(),
    )
}
