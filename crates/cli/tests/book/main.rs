//! The book in `docs/`: what its pages show is what the command prints, every page is in the summary, every link leads
//! somewhere, and the page on the schemas says what the schemas say.
//!
//! `RAPPORTEUR_WRITE_BOOK=1` writes what is generated anew, in place of comparing it (docs/README.md).

#![allow(clippy::unwrap_used)]

mod links;
mod schemas;
mod session;

use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the book.
fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// The page is what was made anew, or becomes it where that is asked for.
fn holds(page: &Path, made: &str) {
    if std::env::var_os("RAPPORTEUR_WRITE_BOOK").is_some() {
        fs::write(page, made).unwrap();
        return;
    }
    let written = fs::read_to_string(page).unwrap_or_default();
    let differs = written.lines().zip(made.lines()).position(|(written, made)| written != made);
    let line = differs.unwrap_or_else(|| written.lines().count().min(made.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
    assert!(
        written == made,
        "{}, line {}:\n  shown:   {}\n  printed: {}\nwrite it anew: RAPPORTEUR_WRITE_BOOK=1 cargo test -p rapporteur-cli",
        page.display(),
        line + 1,
        at(&written),
        at(made),
    );
}
