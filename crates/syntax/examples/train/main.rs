//! Trains the model from the English Web Treebank.
//!
//! `train TREEBANK VECTORS MODEL`: the folder with `ewt-*.conllu`, the word vectors (see
//! `model/vectors.py`), the file to write. Seeds are fixed: the same input gives the same bytes.
#![allow(clippy::print_stdout, clippy::print_stderr, missing_docs, unreachable_pub, reason = "a program")]

mod augment;
mod backward;
mod conllu;
mod example;
mod export;
mod learn;
mod lesson;
mod lexicon;
mod matrix;
mod network;
mod optimiser;
mod oracle;
mod parameters;
mod random;
mod recurrent;
mod score;
mod templates;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [treebank, vectors, model] = arguments.as_slice() else {
        eprintln!("usage: train TREEBANK VECTORS MODEL");
        return ExitCode::from(2);
    };
    match learn::run(Path::new(treebank), Path::new(vectors), &PathBuf::from(model)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
