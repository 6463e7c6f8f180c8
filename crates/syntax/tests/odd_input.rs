//! Whatever the words, a well-formed tree comes out.

use rapporteur_syntax::{ModelError, Parse, Parser, Relation, Scratch};

fn assert_tree(parse: &Parse, count: usize) {
    assert_eq!(parse.len(), count);
    let roots = parse.tokens.iter().filter(|token| token.head.is_none()).count();
    assert_eq!(roots, usize::from(count > 0));
    // From the root downwards every token is met once.
    let mut met = vec![false; count];
    let mut open: Vec<usize> = parse.root().into_iter().collect();
    while let Some(at) = open.pop() {
        assert!(!std::mem::replace(&mut met[at], true), "a cycle at {at}");
        assert!(parse.subtree(at).contains(&at));
        open.extend(parse.children(at));
    }
    assert!(met.iter().all(|&met| met));
    for token in &parse.tokens {
        assert_eq!(token.relation == Relation::Root, token.head.is_none());
    }
}

#[test]
fn words_of_every_kind() {
    let mut scratch = Scratch::default();
    let odd: &[&[&str]] = &[
        &[],
        &[""],
        &["", "", ""],
        &["."],
        &["-", "--", "—", "–––"],
        &["\u{0}", "\u{feff}", "\u{301}", "🙂", "中文", "Ω"],
        &["''", "``", "’s", "n’t", "“", "”", "(", ")"],
        &["A", "-", "a-b-c-", "-x", "İstanbul", "ẞ", "ǅ"],
        &["of", "of", "of", "of", "of", "of"],
        &["met", "met", "met", "met", "said", "said", "said"],
        &[",", ",", ",", "and", "and", "."],
    ];
    for words in odd {
        assert_tree(&Parser::bundled().parse_with(words, &mut scratch), words.len());
    }
}

#[test]
fn random_sentences() {
    const WORDS: &[&str] = &[
        "the", "minister", "met", "said", "that", "of", "in", ",", ".", "and", "who", "Lavrov", "Geneva",
        "to", "was", "by", "\"", "not", "talks", "2025", "U.S.", "'s", "which", "having", "if", "(", ")",
    ];
    let mut scratch = Scratch::default();
    let mut seed = 7u64;
    for length in 0..200 {
        let words: Vec<&str> = (0..length)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                WORDS[(seed >> 33) as usize % WORDS.len()]
            })
            .collect();
        assert_tree(&Parser::bundled().parse_with(&words, &mut scratch), length);
    }
}

#[test]
fn ten_thousand_words_and_one_very_long_word() {
    let words = ["the", "envoy", "of", "the", "state", "and"].repeat(1667);
    let parse = Parser::bundled().parse(&words);
    assert_tree(&parse, words.len());
    let long = "x".repeat(1_000_000);
    assert_tree(&Parser::bundled().parse(&[long.as_str(), "-"]), 2);
}

#[test]
fn buffers_used_again_change_nothing() {
    let mut scratch = Scratch::default();
    let sentence = ["The", "talks", "ended", "without", "agreement", "."];
    let fresh = Parser::bundled().parse(&sentence);
    for other in [&["No", "."][..], &["He", "met", "her", "in", "Oslo", "on", "Monday", "."][..], &[]] {
        let _ = Parser::bundled().parse_with(other, &mut scratch);
        assert_eq!(Parser::bundled().parse_with(&sentence, &mut scratch), fresh);
    }
}

#[test]
fn models_that_are_none_are_refused() {
    let model = include_bytes!("../model/english.bin");
    assert_eq!(Parser::from_bytes(&b"PK"[..]).err(), Some(ModelError::Foreign));
    let mut other = model.to_vec();
    other[8] = 99;
    assert!(matches!(Parser::from_bytes(other).err(), Some(ModelError::Version { found: 99, .. })));
    for length in (0..model.len()).step_by(model.len() / 97) {
        assert!(Parser::from_bytes(&model[..length]).is_err(), "cut to {length}");
    }
}

#[test]
fn a_damaged_model_is_refused_or_parses_nonsense_into_trees() {
    let model = include_bytes!("../model/english.bin");
    let sentence = ["The", "talks", "ended", "without", "agreement", "."];
    for step in 0..12 {
        let mut damaged = model.to_vec();
        for byte in damaged.iter_mut().skip(70 + step).step_by(1009 + 31 * step) {
            *byte = 0xff;
        }
        if let Ok(parser) = Parser::from_bytes(damaged) {
            assert_tree(&parser.parse(&sentence), sentence.len());
        }
    }
}
