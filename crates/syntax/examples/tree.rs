//! Prints the tree of each line of standard input, its words set apart by blanks, and the meetings it tells of.
//!
//! `echo "The minister met his counterpart ." | cargo run -p rapporteur-syntax --example tree`
#![allow(clippy::print_stdout, clippy::print_stderr, missing_docs, reason = "a program")]

use rapporteur_syntax::event::EventReader;
use rapporteur_syntax::{Parser, Scratch};

fn main() {
    let mut scratch = Scratch::default();
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let parse = Parser::bundled().parse_with(&words, &mut scratch);
        for (at, (word, token)) in words.iter().zip(&parse.tokens).enumerate() {
            let head = token.head.and_then(|head| words.get(head)).copied().unwrap_or("ROOT");
            println!(
                "{at:3} {word:20} {:18} {:6} {:6} {:12} {head}",
                token.lemma, token.upos, token.tag, token.relation
            );
        }
        for event in EventReader::bundled().read(Parser::bundled(), &parse, &scratch) {
            let arguments = event
                .arguments
                .iter()
                .map(|argument| format!("{} {} {:.2}", words[argument.token], argument.part, argument.score));
            println!(
                "{}: {} {:.2}, {:.2}; {}",
                words[event.token],
                event.occurrence,
                event.score,
                event.certainty,
                arguments.collect::<Vec<_>>().join(", ")
            );
        }
        println!();
    }
}
