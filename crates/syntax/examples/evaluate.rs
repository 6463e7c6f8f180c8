//! Measures the bundled parser on a treebank's test part: `evaluate EWT_TEST_CONLLU [MODEL]`.
//!
//! Prints how many tags, heads and relations are right and how fast one core is.
#![allow(clippy::print_stdout, clippy::print_stderr, missing_docs, unreachable_pub, reason = "a program")]

#[path = "train/conllu.rs"]
mod conllu;
#[path = "train/score.rs"]
mod score;

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use rapporteur_syntax::{FineTag, Parser, Scratch, Upos};

use crate::score::{Found, Score};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(path) = arguments.first() else {
        eprintln!("usage: evaluate TREEBANK_FILE [MODEL]");
        return ExitCode::from(2);
    };
    match run(Path::new(path), arguments.get(1).map(Path::new)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(path: &Path, model: Option<&Path>) -> Result<(), String> {
    let sentences = conllu::read(path)?;
    let start = Instant::now();
    let own;
    let parser = match model {
        None => Parser::bundled(),
        Some(model) => {
            let bytes = std::fs::read(model).map_err(|error| format!("{}: {error}", model.display()))?;
            own = Parser::from_bytes(bytes).map_err(|error| format!("{}: {error}", model.display()))?;
            &own
        }
    };
    println!("load: {:.1} ms", start.elapsed().as_secs_f64() * 1e3);

    let forms: Vec<Vec<&str>> =
        sentences.iter().map(|sentence| sentence.iter().map(|token| token.form.as_str()).collect()).collect();
    let mut scratch = Scratch::default();
    let mut score = Score::default();
    let (mut lemmas, mut inflected) = (0usize, 0usize);
    for (gold, forms) in sentences.iter().zip(&forms) {
        let parse = parser.parse_with(forms, &mut scratch);
        let found: Vec<Found> = parse
            .tokens
            .iter()
            .map(|token| Found {
                fine: token.tag.index(),
                universal: token.upos.index(),
                head: token.head,
                relation: token.relation.index(),
            })
            .collect();
        score.add(gold, &found);
        for (gold, token) in gold.iter().zip(&parse.tokens) {
            if matches!(gold.upos, Upos::Verb | Upos::Noun | Upos::Auxiliary) && gold.tag != FineTag::Add {
                inflected += 1;
                lemmas += usize::from(gold.lemma.eq_ignore_ascii_case(&token.lemma));
            }
        }
    }
    println!("{score}");
    println!("lemmas of verbs and nouns {:.2}", 100.0 * lemmas as f64 / inflected.max(1) as f64);

    let words: usize = forms.iter().map(Vec::len).sum();
    let bytes: usize = forms.iter().flatten().map(|form| form.len() + 1).sum();
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        for forms in &forms {
            std::hint::black_box(parser.parse_with(forms, &mut scratch));
        }
        best = best.min(start.elapsed());
    }
    let seconds = best.as_secs_f64();
    println!(
        "{:.0} sentences/s, {:.0} words/s, {:.2} MB/s on one core, the best of five",
        sentences.len() as f64 / seconds,
        words as f64 / seconds,
        bytes as f64 / 1e6 / seconds
    );
    Ok(())
}
