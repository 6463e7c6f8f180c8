//! Prints the records of a file, one JSON object a line: `records FILE [PUBLISHED]`.
#![allow(clippy::print_stdout, reason = "an example prints")]

use rapporteur_extract::{Extractor, RuleExtractor, Source};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let file = arguments.next().ok_or("usage: records FILE [PUBLISHED]")?;
    let published = arguments.next().filter(|date| !date.is_empty()).map(|date| date.parse()).transpose()?;
    let extraction =
        RuleExtractor::new().extract(&std::fs::read(file)?, &Source { published, ..Source::default() });
    for record in &extraction.records {
        println!("{}", serde_json::to_string(record)?);
    }
    Ok(())
}
