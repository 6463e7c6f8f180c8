//! A document with its annotation, read from a folder.
//!
//! Invariant: cases come in the order of their names, whatever the file system says.

use std::fs;
use std::path::{Path, PathBuf};

use rapporteur_extract::{Extractor, Source, input};

use crate::{Answer, EvaluateError, Gold};

/// A document to score on.
#[derive(Debug, Clone)]
pub struct Case {
    /// The name of its folder.
    pub name: String,
    /// Its file.
    pub path: PathBuf,
    /// What a careful reader takes from it.
    pub gold: Gold,
    bytes: Vec<u8>,
}

impl Case {
    /// Reads every folder in `folder` that has a `gold.json`.
    ///
    /// # Errors
    /// [`EvaluateError`] for what cannot be read, or where there is no gold at all.
    pub fn read_all(folder: impl AsRef<Path>) -> Result<Vec<Self>, EvaluateError> {
        let folder = folder.as_ref();
        let io = |error| EvaluateError::Io { path: folder.to_owned(), error };
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).map_err(io)? {
            let path = entry.map_err(io)?.path();
            if path.join("gold.json").is_file() {
                found.push(path);
            }
        }
        found.sort();
        if found.is_empty() {
            return Err(EvaluateError::NoGold(folder.to_owned()));
        }
        found.iter().map(|folder| Self::read(folder)).collect()
    }

    /// Reads one folder.
    ///
    /// # Errors
    /// [`EvaluateError`] for what cannot be read.
    pub fn read(folder: &Path) -> Result<Self, EvaluateError> {
        let path = folder.join("gold.json");
        let json =
            fs::read_to_string(&path).map_err(|error| EvaluateError::Io { path: path.clone(), error })?;
        let gold = Gold::parse(&json).map_err(|reason| EvaluateError::Gold { path, reason })?;
        let path = folder.join(&gold.document.file);
        let bytes = fs::read(&path).map_err(|error| EvaluateError::Io { path: path.clone(), error })?;
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, path, gold, bytes })
    }

    /// What an extractor finds in it, told no more than the day of publication.
    ///
    /// # Errors
    /// [`EvaluateError::Gold`] for a day of publication that is none; [`EvaluateError::Records`] for
    /// records that break the contract.
    pub fn extract(&self, extractor: &dyn Extractor) -> Result<Answer, EvaluateError> {
        let published = match &self.gold.document.published {
            Some(day) => Some(day.parse().map_err(|error| EvaluateError::Gold {
                path: self.path.with_file_name("gold.json"),
                reason: format!("published: {error}"),
            })?),
            None => None,
        };
        let name = self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        let source = Source { published, name, ..Source::default() };
        Answer::of(&extractor.extract(&self.bytes, &source).records, &self.name)
    }

    /// Its text as it is read.
    pub(crate) fn text(&self) -> String {
        input::read(&self.bytes, None).text
    }
}
