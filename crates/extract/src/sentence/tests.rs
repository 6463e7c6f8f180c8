//! Where sentences end.

use super::*;
use crate::layout::blocks;

fn split(source: &str) -> Vec<&str> {
    sentences(source, &blocks(source)).iter().map(|s| &source[s.range.clone()]).collect()
}

#[test]
fn abbreviations_do_not_end_sentences() {
    for one in [
        "Gen. A. B. Obi met Col. Lund of St. Lucia on Nov. 3 at No. 10.",
        "The U.S. President left at 4 p.m. Friday for 3.5 days.",
        "Foo Inc. Chairman J. F. Lund vs. Bar Ltd. came.",
        "Mr. v. d. Berg wrote to H.E. Mrs. Obi of the M.P.R. delegation.",
    ] {
        assert_eq!(split(one), [one]);
    }
    assert_eq!(split("They met in the U.S. In May he left."), ["They met in the U.S.", "In May he left."]);
    assert_eq!(split("It began at 9 a.m. Nobody came."), ["It began at 9 a.m.", "Nobody came."]);
    assert_eq!(split("He said no. We agree."), ["He said no.", "We agree."]);
    assert_eq!(split("There is no plan B. He left."), ["There is no plan B.", "He left."]);
}

#[test]
fn quotation_marks_close_behind_the_stop() {
    assert_eq!(
        split("“We came.” He left. \"Done.\" They went."),
        ["“We came.”", "He left.", "\"Done.\"", "They went."]
    );
    assert_eq!(
        split("“Is he there?” they asked. “Now!” Ada Obi shouted."),
        ["“Is he there?” they asked.", "“Now!” Ada Obi shouted."]
    );
    assert_eq!(split("“Two sides. But one fact,” he said."), ["“Two sides.", "But one fact,” he said."]);
    assert_eq!(split("He said: « Non. » Then he left."), ["He said: « Non. »", "Then he left."]);
    assert_eq!(
        split("“We came. We left. He went home. It rained."),
        ["“We came.", "We left.", "He went home.", "It rained."]
    );
}

#[test]
fn ellipses_decimals_brackets_and_glued_stops() {
    assert_eq!(
        split("It was calm … still calm. It grew by 3.5 per cent."),
        ["It was calm … still calm.", "It grew by 3.5 per cent."]
    );
    assert_eq!(
        split("He left (they say. Nobody knows) and slept."),
        ["He left (they say. Nobody knows) and slept."]
    );
    assert_eq!(
        split("He left.The next day he slept. See cnn.com now."),
        ["He left.", "The next day he slept.", "See cnn.com now."]
    );
    assert_eq!(split("It stops tonight. al-Qurashi told us."), ["It stops tonight.", "al-Qurashi told us."]);
}

#[test]
fn marks_of_items_and_labels_are_not_in_the_sentence() {
    let source = "1. At the invitation of Peru, they met.\n\n• Chair: Mrs. Ada Obi\n\n(a) to meet again;";
    let found = sentences(source, &blocks(source));
    let told: Vec<&str> = found.iter().map(|s| &source[s.range.clone()]).collect();
    assert_eq!(told, ["At the invitation of Peru, they met.", "Mrs. Ada Obi", "to meet again;"]);
    assert_eq!(found[1].label.clone().map(|label| &source[label]), Some("Chair:"));
    assert_eq!(found[1].label_tokens.len(), 2);
}

#[test]
fn long_sentences_are_cut_at_clauses() {
    let source = "they met and talked for a long time, ".repeat(200);
    let found = sentences(&source, &blocks(&source));
    assert!(found.len() > 3);
    assert!(
        found.iter().all(|s| s.tokens.len() <= LONGEST_SENTENCE && source[s.range.clone()].ends_with(','))
    );
}

#[test]
fn anything_is_split_without_loss() {
    for source in [
        "",
        ".",
        "...",
        "?!",
        "a.b.c.",
        "(((((",
        "\"",
        "“”’.\u{a0}»",
        "Ünï. ß. Ǆ. 。。",
        "1. 2. 3.",
        "[a: b]. c:",
    ] {
        let mut at = 0;
        for segment in sentences(source, &blocks(source)) {
            assert!(segment.range.start >= at && segment.range.start < segment.range.end);
            assert!(source.get(segment.range.clone()).is_some());
            at = segment.range.end;
        }
    }
}
