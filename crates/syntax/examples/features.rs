//! Writes what `model/train_events.py` learns from: what the parser makes of sentences.
//!
//! `features VECTORS FOLDER`: the word vectors (see `model/vectors.py`), the folder to write `vectors.bin`, `tokens.tsv`
//! and `features.bin` to. The sentences are those of the news treebank, of `data/events/` and, where the folder has it, of
//! `documents.tsv` (`crates/extract/model/sentences.py`).
#![allow(clippy::print_stderr, missing_docs, reason = "a program")]

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Error, Write};
use std::path::Path;
use std::process::ExitCode;

use rapporteur_syntax::training::{EVENT_ROWS, EVENT_VECTOR};
use rapporteur_syntax::{Parser, Scratch};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [vectors, folder] = arguments.as_slice() else {
        eprintln!("usage: features VECTORS FOLDER");
        return ExitCode::from(2);
    };
    match run(Path::new(vectors), Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// The trees whose sentences are marked in `data/events/treebank.events`.
const TREES: [&str; 2] =
    [include_str!("../data/news-train.conllu"), include_str!("../data/news-test.conllu")];
/// Sentences without trees, marked in `data/events/written.events`.
const WRITTEN: &str = include_str!("../data/events/written.tsv");

/// The sentences with their names.
fn sentences(documents: &str) -> Vec<(&str, Vec<&str>)> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in TREES.iter().flat_map(|trees| trees.lines()) {
        if let Some(name) = line.strip_prefix("# sent_id = ") {
            found.push((name, Vec::new()));
        } else if let (Some((_, words)), Some(word)) = (found.last_mut(), line.split('\t').nth(1)) {
            words.push(word);
        }
    }
    let written = WRITTEN.lines().chain(documents.lines()).filter_map(|line| line.split_once('\t'));
    found.extend(written.map(|(name, text)| (name, text.split(' ').collect())));
    found
}

fn run(vectors: &Path, folder: &Path) -> Result<(), Error> {
    let parser = Parser::bundled();
    let mut table = vec![0.0f32; EVENT_ROWS * EVENT_VECTOR];
    for line in BufReader::new(File::open(vectors)?).lines() {
        let line = line?;
        let mut parts = line.split(' ');
        let row = parts.next().and_then(|word| parser.row(word));
        let Some(vector) = row.and_then(|row| table.chunks_exact_mut(EVENT_VECTOR).nth(row)) else {
            continue;
        };
        if vector.iter().all(|&value| value == 0.0) {
            for (value, number) in vector.iter_mut().zip(parts) {
                *value = number.parse().map_err(Error::other)?;
            }
        }
    }
    std::fs::write(folder.join("vectors.bin"), bytes(&table))?;

    let mut tokens = BufWriter::new(File::create(folder.join("tokens.tsv"))?);
    let mut features = BufWriter::new(File::create(folder.join("features.bin"))?);
    let mut scratch = Scratch::default();
    let documents = std::fs::read_to_string(folder.join("documents.tsv")).unwrap_or_default();
    for (name, words) in sentences(&documents) {
        let parse = parser.parse_with(&words, &mut scratch);
        write!(tokens, "{name}")?;
        for (word, token) in words.iter().zip(&parse.tokens) {
            let row = |word: &str| parser.row(word).map_or(-1, usize::cast_signed);
            let (head, relation) = (token.head.map_or(-1, usize::cast_signed), token.relation.index());
            write!(tokens, "\t{word} {} {relation} {head} {} {}", token.upos, row(word), row(&token.lemma))?;
        }
        writeln!(tokens)?;
        features.write_all(&bytes(&scratch.features()))?;
    }
    features.flush()?;
    tokens.flush()
}

fn bytes(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}
