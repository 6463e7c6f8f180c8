//! `ingest`: reads documents and stores what they say.
//!
//! Invariant: what is stored does not depend on the number of cores: documents are read side by side and
//! stored in the order of their paths.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;
use rapporteur::schema::DocumentId;
use rapporteur::{Change, Counts, Extraction, Extractor, Ingested, Rapporteur, RuleExtractor};
use rayon::prelude::*;

use crate::failure::{Failure, Outcome};
use crate::input::{self, LexiconArgs, SourceArgs};
use crate::output::{self, Output};
use crate::progress::Progress;
use crate::store;

/// Documents read side by side before they are stored.
const BATCH: usize = 32;

/// Reads documents and stores what they say, each whole or not at all.
///
/// A document's id is its url; else its date, publisher and file name. Ingesting it again changes nothing;
/// ingesting a revised version replaces what the former one said. What no flag says of a document,
/// `document.json` beside the file may say (published, publisher, title, url, language, id).
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur ingest talks.txt --published 2025-05-16 --publisher CNN
  rapporteur ingest articles/
  rapporteur ingest talks.txt --lexicon own.toml
  curl -s https://news.example/talks | rapporteur ingest - --url https://news.example/talks --published 2025-05-16")]
pub(crate) struct Arguments {
    /// Files, folders of texts, or - for standard input.
    #[arg(required = true, value_name = "FILE|DIR|-")]
    files: Vec<PathBuf>,
    #[command(flatten)]
    source: SourceArgs,
    #[command(flatten)]
    lexicon: LexiconArgs,
}

pub(crate) fn run(
    arguments: &Arguments,
    named: Option<&Path>,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let files = input::files(&arguments.files)?;
    if files.len() > 1 && arguments.source.names_one() {
        let reason = format!("--id, --url and --title are for one document, and here are {}", files.len());
        return Err(Failure::Usage(reason));
    }
    let extractor = arguments.lexicon.extractor()?;
    let mut run = Run { opened: None, named, stored: BTreeMap::new(), failed: 0 };
    let mut progress = Progress::new(files.len());
    for batch in files.chunks(BATCH) {
        let read = || -> Vec<Result<Extraction, Failure>> {
            batch.par_iter().map(|path| read(path, &arguments.source, &extractor)).collect()
        };
        // To open a large store takes as long as to read an article: the one goes on beside the other.
        let (read, existing) =
            rayon::join(read, || if run.opened.is_none() { store::existing(named) } else { None });
        if let Some(existing) = existing {
            store::say(existing.store());
            run.opened = Some(existing);
        }
        for (path, read) in batch.iter().zip(read) {
            match read.and_then(|read| run.keep(path, read)) {
                Ok(ingested) => output.line(summary(&ingested))?,
                Err(failure) if files.len() == 1 => return Err(failure),
                Err(failure) => {
                    run.failed += 1;
                    progress.aside(|| output::complain(&failure));
                }
            }
            progress.advance(1, path.display().to_string());
        }
    }
    drop(progress);
    match run.failed {
        0 => Ok(Outcome::Found),
        failed => {
            output.finish()?;
            Err(Failure::Usage(format!("{failed} of {} files could not be ingested", files.len())))
        }
    }
}

/// Reads a file without a store, so that a bad one makes none.
fn read(path: &Path, source: &SourceArgs, extractor: &RuleExtractor) -> Result<Extraction, Failure> {
    let bytes = input::read(path)?;
    let read = extractor.extract(&bytes, &source.source(path));
    if read.text.trim().is_empty() {
        let said: Vec<String> = read.diagnostics.iter().map(ToString::to_string).collect();
        let said = if said.is_empty() { "there is no text in it".to_owned() } else { said.join("; ") };
        return Err(Failure::input(path, format!("{said}: nothing was stored")));
    }
    Ok(read)
}

struct Run<'a> {
    opened: Option<Rapporteur>,
    named: Option<&'a Path>,
    stored: BTreeMap<DocumentId, PathBuf>,
    failed: usize,
}

impl Run<'_> {
    fn keep(&mut self, path: &Path, read: Extraction) -> Result<Ingested, Failure> {
        if let Some(first) = self.stored.get(&read.document.id) {
            let reason = format!(
                "would have the same id as `{}`, {}: ingest it by itself with --id or --url",
                first.display(),
                read.document.id
            );
            return Err(Failure::input(path, reason));
        }
        let rapporteur = match self.opened.take() {
            Some(rapporteur) => self.opened.insert(rapporteur),
            None => self.opened.insert(store::open_or_create(self.named)?),
        };
        for diagnostic in &read.diagnostics {
            output::warn(format_args!("`{}`: {diagnostic}", path.display()));
        }
        if read.document.published.is_none() {
            let what = "no date of publication: days such as \"Friday\" cannot be reckoned; give --published";
            output::warn(format_args!("`{}`: {what}", path.display()));
        }
        self.stored.insert(read.document.id.clone(), path.to_owned());
        rapporteur.keep(read).map_err(|error| Failure::input(path, error))
    }
}

/// `added document/x: 3 meetings, 12 statements, …`.
pub(super) fn summary(ingested: &Ingested) -> String {
    let change = match ingested.change {
        Change::Added => "added",
        Change::Unchanged => "unchanged",
        Change::Replaced => "replaced",
    };
    format!("{change} {}: {}", ingested.document, counted(&ingested.records))
}

/// The numbers of records in words.
pub(super) fn counted(counts: &Counts) -> String {
    let kinds = [
        (counts.meetings, "meeting"),
        (counts.statements, "statement"),
        (counts.outcomes, "outcome"),
        (counts.actors, "actor"),
        (counts.places, "place"),
    ];
    let counted = kinds.map(|(count, kind)| format!("{count} {kind}{}", if count == 1 { "" } else { "s" }));
    counted.join(", ")
}
