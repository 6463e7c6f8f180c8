//! The scores that `model/README.md` states hold on sentences of our own, annotated by hand.

#![allow(
    unreachable_pub,
    clippy::print_stdout,
    reason = "modules shared with the programs; the words that are read wrong"
)]

#[path = "../examples/train/conllu.rs"]
mod conllu;
#[path = "../examples/train/score.rs"]
mod score;

use std::path::Path;

use rapporteur_syntax::Parser;

use crate::score::{Found, Score};

#[test]
fn the_bundled_model_is_as_good_as_its_readme_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sample.conllu");
    let sentences = conllu::read(Path::new(path)).unwrap();
    assert_eq!(sentences.len(), 25);
    let score = score(&sentences);
    assert!(score.universal * 1000 >= score.words * 955, "{score}");
    assert!(score.fine * 1000 >= score.words * 945, "{score}");
    assert!(score.heads * 100 >= score.words * 87, "{score}");
    assert!(score.arcs * 100 >= score.words * 83, "{score}");
}

#[test]
fn the_bundled_model_reads_diplomatic_news() {
    let sentences = conllu::parse(include_str!("../data/news-test.conllu"));
    assert!(sentences.len() > 400);
    let score = score(&sentences);
    assert!(score.fine * 1000 >= score.words * 975, "{score}");
    assert!(score.heads * 100 >= score.words * 90, "{score}");
    assert!(score.arcs * 100 >= score.words * 89, "{score}");
}

/// How much the bundled model gets right of sentences.
fn score(sentences: &[conllu::Sentence]) -> Score {
    let mut score = Score::default();
    for gold in sentences {
        let words: Vec<&str> = gold.iter().map(|token| token.form.as_str()).collect();
        let parse = Parser::bundled().parse(&words);
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
        for ((word, gold), token) in words.iter().zip(gold).zip(&parse.tokens) {
            if gold.head != token.head || gold.relation != token.relation || gold.tag != token.tag {
                println!("{word}: {} {} {:?}", token.tag, token.relation, token.head);
            }
            if gold.tag == token.tag && gold.lemma != "_" {
                assert_eq!(gold.lemma, token.lemma, "{word}");
            }
        }
        score.add(gold, &found);
    }
    println!("{score}");
    score
}
