//! The treebank of diplomatic news is one: each sentence a tree, each name of a relation or a tag known; and no sentence
//! that measures is one that was learned from.

use rapporteur_syntax::{FineTag, Relation, Upos};

const TRAIN: &str = include_str!("../data/news-train.conllu");
const TEST: &str = include_str!("../data/news-test.conllu");

/// A word with its head, counted from one, 0 for the root.
struct Token<'t> {
    form: &'t str,
    head: usize,
    relation: &'t str,
    upos: &'t str,
    tag: &'t str,
}

fn sentences(text: &str) -> impl Iterator<Item = Vec<Token<'_>>> {
    text.split("\n\n").filter(|block| !block.trim().is_empty()).map(|block| {
        let rows = block.lines().filter(|line| !line.starts_with('#'));
        rows.map(|row| {
            let fields: Vec<&str> = row.split('\t').collect();
            assert_eq!(fields.len(), 10, "{row}");
            Token {
                form: fields[1],
                head: fields[6].parse().expect("a number"),
                relation: fields[7],
                upos: fields[3],
                tag: fields[4],
            }
        })
        .collect()
    })
}

#[test]
fn each_sentence_is_a_tree() {
    let mut count = 0;
    for sentence in sentences(TRAIN).chain(sentences(TEST)) {
        count += 1;
        let text = sentence.iter().map(|token| token.form).collect::<Vec<_>>().join(" ");
        assert_eq!(sentence.iter().filter(|token| token.head == 0).count(), 1, "{text}");
        for token in &sentence {
            assert!(Relation::from_name(token.relation).is_some(), "{}: {text}", token.relation);
            assert!(FineTag::from_name(token.tag).is_some(), "{}: {text}", token.tag);
            assert!(Upos::from_name(token.upos).is_some(), "{}: {text}", token.upos);
            assert_eq!(token.head == 0, token.relation == "root", "{}: {text}", token.form);
            let mut at = token.head;
            for _ in 0..sentence.len() {
                at = if at == 0 { 0 } else { sentence[at - 1].head };
            }
            assert_eq!(at, 0, "{} hangs in a circle: {text}", token.form);
        }
    }
    assert!(count > 6000, "{count}");
}

#[test]
fn no_sentence_is_in_both_parts() {
    let key =
        |sentence: Vec<Token<'_>>| sentence.iter().map(|token| token.form).collect::<Vec<_>>().join(" ");
    let train: std::collections::BTreeSet<String> = sentences(TRAIN).map(key).collect();
    for sentence in sentences(TEST) {
        let text = key(sentence);
        assert!(!train.contains(&text), "{text}");
    }
}
