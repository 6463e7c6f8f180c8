//! The files a command reads: finding them, reading them, and what is known of them.
//!
//! Invariant: files come in the order of their paths, whatever the file system says, and nothing larger
//! than the limit is read into memory.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use rapporteur::schema::{DocumentId, Edtf};
use rapporteur::{RuleExtractor, Source, UserLexicon};
use serde::Deserialize;

use crate::failure::Failure;
use crate::output;
use crate::term::date;

/// Endings of files that are read in a folder.
const ENDINGS: [&str; 6] = ["txt", "text", "md", "html", "htm", "xhtml"];
/// A book has a megabyte; a document larger than this is not one.
const LIMIT: u64 = 64 << 20;
/// What a folder may hold beside its text.
const BESIDE: &str = "document.json";

/// What is known of a document; where nothing is said, `document.json` beside the file may say it.
#[derive(Debug, Clone, Args)]
pub(crate) struct SourceArgs {
    /// When it was published (2025-05-16): "on Friday" is reckoned from this day.
    #[arg(long, value_name = "DATE", value_parser = date)]
    published: Option<Edtf>,
    /// Who published it.
    #[arg(long, value_name = "NAME")]
    publisher: Option<String>,
    /// Its title.
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    /// Where it was found; a revised version of the same url takes the place of the former one.
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// The language it is written in, as a tag (en).
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// The document's id, in place of the one made of url, or of date, publisher and file name.
    #[arg(long, value_name = "ID")]
    id: Option<DocumentId>,
}

/// The words that a user adds to the lexicons.
#[derive(Debug, Clone, Args)]
pub(crate) struct LexiconArgs {
    /// Names, titles, offices, places, organisations and cue words to know beside those the program
    /// carries (TOML; the keys are in docs/lexicon.md).
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
}

impl LexiconArgs {
    /// The extractor that knows them.
    pub(crate) fn extractor(&self) -> Result<RuleExtractor, Failure> {
        let Some(path) = &self.lexicon else { return Ok(RuleExtractor::new()) };
        let text = String::from_utf8(read(path)?).map_err(|error| Failure::input(path, error))?;
        let lexicon = UserLexicon::parse(&text).map_err(|error| Failure::input(path, error))?;
        Ok(RuleExtractor::with_lexicon(lexicon))
    }
}

/// The fields of `document.json` that say something here; others may stand beside them.
#[derive(Debug, Default, Deserialize)]
struct Beside {
    id: Option<DocumentId>,
    published: Option<Edtf>,
    publisher: Option<String>,
    title: Option<String>,
    url: Option<String>,
    language: Option<String>,
}

impl SourceArgs {
    /// Whether they can be meant for one document only.
    pub(crate) const fn names_one(&self) -> bool {
        self.id.is_some() || self.url.is_some() || self.title.is_some()
    }

    /// What is known of a file.
    pub(crate) fn source(&self, path: &Path) -> Source {
        let beside = if path == Path::new("-") { Beside::default() } else { beside(path) };
        let stem = path.file_stem().filter(|_| path != Path::new("-"));
        Source {
            id: self.id.clone().or(beside.id),
            published: self.published.clone().or(beside.published),
            publisher: self.publisher.clone().or(beside.publisher),
            title: self.title.clone().or(beside.title),
            url: self.url.clone().or(beside.url),
            name: stem.map(|stem| stem.to_string_lossy().into_owned()),
            retrieved: None,
            language: self.language.clone().or(beside.language),
        }
    }
}

fn beside(path: &Path) -> Beside {
    // `note.json` beside `note.txt` is nearer than what a whole folder says.
    let own = path.with_extension("json");
    let path = if own.is_file() { own } else { path.with_file_name(BESIDE) };
    let Ok(bytes) = read(&path) else { return Beside::default() };
    serde_json::from_slice(&bytes).unwrap_or_else(|error| {
        output::warn(format_args!("`{}` is left out: {error}", path.display()));
        Beside::default()
    })
}

/// The files that are meant: each as it is, folders with the texts in them, at any depth.
pub(crate) fn files(named: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    files_ending(named, &ENDINGS, &[], "no text")
}

/// The same with other endings, without files of some names; where a folder has none, it says what is not
/// in it.
pub(crate) fn files_ending(
    named: &[PathBuf],
    endings: &[&str],
    without: &[&str],
    none: &str,
) -> Result<Vec<PathBuf>, Failure> {
    let is_meant = |path: &Path| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let name = path.file_name().unwrap_or_default();
        ending.is_some_and(|ending| endings.contains(&ending.as_str()))
            && without.iter().all(|other| name != *other)
    };
    let mut files = Vec::new();
    for path in named {
        if path != Path::new("-") && path.is_dir() {
            let before = files.len();
            within(path, is_meant, &mut files)?;
            if files.len() == before {
                let reason = format!("{none} in this folder (looked for .{})", endings.join(", ."));
                return Err(Failure::input(path, reason));
            }
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn within(folder: &Path, is_meant: impl Fn(&Path) -> bool, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(|error| Failure::input(&folder, error))? {
            let entry = entry.map_err(|error| Failure::input(&folder, error))?;
            let kind = entry.file_type().map_err(|error| Failure::input(&entry.path(), error))?;
            // A link to a folder is not followed, so that no ring of links is walked for ever.
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            if kind.is_dir() && !hidden {
                folders.push(entry.path());
            } else if !kind.is_dir() && !hidden && is_meant(&entry.path()) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    files.append(&mut found);
    Ok(())
}

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::input(path, error);
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        if path.is_dir() {
            return Err(Failure::input(path, "is a folder, not a file"));
        }
        File::open(path).and_then(|file| file.take(LIMIT + 1).read_to_end(&mut bytes)).map_err(failed)?;
    }
    if bytes.len() as u64 > LIMIT {
        let reason = format!("is larger than {} MiB: split it into its documents", LIMIT >> 20);
        return Err(Failure::input(path, reason));
    }
    Ok(bytes)
}
