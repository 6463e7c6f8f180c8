//! Prints how a document is taken apart: for each block its kind and section, for each sentence its
//! label and tokens.
//!
//! `cargo run -p rapporteur-extract --example segment -- FILE…`
#![allow(clippy::print_stdout, reason = "an example is there to print")]

use rapporteur_extract::quotation::quotations;
use rapporteur_extract::{input, text::Text};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        let input = input::read(&std::fs::read(&path)?, None);
        println!(
            "== {path}: {:?}, {}, {:?} {:?}",
            input.format, input.encoding, input.metadata, input.diagnostics
        );
        let text = Text::read(&input.text);
        let mut sentences = text.sentences.iter().enumerate().peekable();
        for (index, block) in text.blocks.iter().enumerate() {
            println!("{:?} §{}", block.kind, block.section);
            if sentences.peek().is_none_or(|(_, sentence)| sentence.block != index) {
                println!("      {}", &text.source[block.range.clone()]);
            }
            while let Some((number, sentence)) = sentences.next_if(|(_, sentence)| sentence.block == index) {
                if let Some(label) = &sentence.label {
                    println!("      <{}>", &text.source[label.clone()]);
                }
                println!("{number:5} {}", text.words(number).join(" "));
            }
        }
        for quotation in quotations(&text) {
            println!("   “{}” {:?}", &text.source[quotation.range.clone()], quotation);
        }
    }
    Ok(())
}
