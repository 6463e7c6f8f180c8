//! A store with the extractor that feeds it.
//!
//! It must not know how either works. Invariant: what [`Rapporteur::keep`] returns for is on disk, whole.

use std::fmt;
use std::path::Path;

use rapporteur_extract::{Extraction, Extractor, RuleExtractor, Source};
use rapporteur_graph::{Ingest, Ingested, Store};
use rapporteur_schema::Timestamp;

use crate::Error;

/// The time, to the second.
fn now() -> Timestamp {
    let now = jiff::Timestamp::now();
    Timestamp(jiff::Timestamp::from_second(now.as_second()).unwrap_or(now))
}

/// A store and the extractor that reads for it. It may be shared between threads.
pub struct Rapporteur {
    store: Store,
    extractor: Box<dyn Extractor>,
}

impl Rapporteur {
    /// Opens a store that exists. What it keeps is recorded by the system's clock.
    ///
    /// # Errors
    /// Those of [`Store::open`].
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        Ok(Self::over(Store::open(path)?.with_clock(now)))
    }

    /// Opens a store, or makes it where there is none. What it keeps is recorded by the system's clock.
    ///
    /// # Errors
    /// Those of [`Store::open_or_create`].
    pub fn open_or_create(path: impl AsRef<Path>) -> Result<Self, Error> {
        Ok(Self::over(Store::open_or_create(path)?.with_clock(now)))
    }

    /// Stands over a store that is open, with its clock or none, and with the extractor that reads by rules.
    pub fn over(store: Store) -> Self {
        Self { store, extractor: Box::new(RuleExtractor::new()) }
    }

    /// Reads with another extractor: a language model, a user's own annotations. What it proposes
    /// passes the same checks.
    #[must_use]
    pub fn with_extractor(mut self, extractor: impl Extractor + 'static) -> Self {
        self.extractor = Box::new(extractor);
        self
    }

    /// The store, to ask it.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Reads a document and stores nothing.
    pub fn extract(&self, bytes: &[u8], source: &Source) -> Extraction {
        self.extractor.extract(bytes, source)
    }

    /// Stores what was read, in place of what the store had of the document.
    ///
    /// # Errors
    /// [`Error::NoText`] where there was no text, else those of [`Store::ingest`]; nothing is stored then.
    pub fn keep(&self, read: Extraction) -> Result<Ingested, Error> {
        if read.text.trim().is_empty() {
            let said: Vec<String> = read.diagnostics.iter().map(ToString::to_string).collect();
            let reason = if said.is_empty() { "there is no text in it".to_owned() } else { said.join("; ") };
            return Err(Error::NoText { reason });
        }
        let Extraction { document, text, records, .. } = read;
        Ok(self.store.ingest(Ingest { document, text, records })?)
    }

    /// Reads a document and stores what it says.
    ///
    /// # Errors
    /// Those of [`Rapporteur::keep`].
    pub fn ingest(&self, bytes: &[u8], source: &Source) -> Result<Ingested, Error> {
        self.keep(self.extract(bytes, source))
    }
}

impl fmt::Debug for Rapporteur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rapporteur").field("store", &self.store).finish_non_exhaustive()
    }
}
