//! The cases of `data/dates.tsv`: what a sentence of a given day says of time.

#![allow(clippy::panic, reason = "a malformed line of the table must fail the test")]

use jiff::civil::Date;
use rapporteur_extract::date::{Context, Tense, find, resolve};

/// A plain tokenizer, so that this test does not depend on the extractor's.
fn words(sentence: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for chunk in sentence.split_whitespace() {
        let mut rest = chunk;
        while rest.starts_with(['(', '"', '\'', '“', '‘', '[']) {
            let (mark, behind) = rest.split_at(rest.chars().next().map_or(1, char::len_utf8));
            words.push(mark);
            rest = behind;
        }
        let mut behind = Vec::new();
        loop {
            let abbreviation =
                matches!(rest.trim_end_matches('.'), "Jan" | "Feb" | "Aug" | "Sept" | "Oct" | "Nov" | "Dec")
                    || rest.ends_with("p.m.")
                    || rest.ends_with("a.m.");
            let Some(last) = rest.chars().next_back() else { break };
            if abbreviation || !matches!(last, '.' | ',' | ';' | ':' | '?' | '!' | ')' | '"' | '”' | ']') {
                break;
            }
            let (head, mark) = rest.split_at(rest.len() - last.len_utf8());
            behind.push(mark);
            rest = head;
        }
        for clitic in ["'s", "’s"] {
            if let Some(head) = rest.strip_suffix(clitic) {
                behind.push(&rest[head.len()..]);
                rest = head;
            }
        }
        if !rest.is_empty() {
            words.push(rest);
        }
        words.extend(behind.into_iter().rev());
    }
    words
}

fn tense(text: &str) -> Tense {
    match text {
        "past" => Tense::Past,
        "present" => Tense::Present,
        "future" => Tense::Future,
        "unknown" => Tense::Unknown,
        _ => panic!("no tense: {text}"),
    }
}

fn day(text: &str) -> Option<Date> {
    (text != "-").then(|| text.parse().unwrap_or_else(|error| panic!("{text}: {error}")))
}

#[test]
fn nearly_all_sentences_are_dated_as_their_writers_meant() {
    let (mut right, mut all) = (0_u32, 0_u32);
    for line in
        include_str!("data/dates.tsv").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let [published, reference, tense_name, sentence, expected] = line.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("five columns wanted: {line}")
        };
        let words = words(sentence);
        let context =
            Context { published: day(published), reference: day(reference), tense: tense(tense_name) };
        let found: Vec<String> = find(&words)
            .iter()
            .filter_map(|found| resolve(&found.expression, &context))
            .map(|resolved| resolved.when.to_string())
            .collect();
        let found = if found.is_empty() { "-".to_owned() } else { found.join(" ") };
        all += 1;
        if found == expected {
            right += 1;
        } else {
            println!("{published} {tense_name}: {sentence}\n    wanted {expected}, found {found}");
        }
    }
    println!("{right} of {all}");
    assert!(all >= 300, "only {all} cases");
    assert!(right * 100 >= all * 97, "only {right} of {all}");
}
