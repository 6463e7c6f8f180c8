//! The cases of `data/dates.tsv`: what a sentence of a given day says of time.

#![allow(clippy::panic, reason = "a malformed line of the table must fail the test")]

use jiff::civil::Date;
use rapporteur_extract::date::{Context, DateRule, Kind, Tense, duration, find, resolve};

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

fn lengths(sentence: &str) -> Vec<String> {
    let words = words(sentence);
    let mut lengths = Vec::new();
    let mut from = 0;
    while let Some((tokens, length)) = duration(&words[from..]) {
        lengths.push(length.to_string());
        from += tokens.end;
    }
    lengths
}

#[test]
fn durations_are_told_from_deadlines_ages_and_distances() {
    for (sentence, expected) in [
        ("The talks lasted almost three hours.", "PT3H"),
        ("The talks lasted a little under two hours.", "PT2H"),
        ("He spent 40 minutes with the ambassador.", "PT40M"),
        ("They met for a quarter of an hour.", "PT15M"),
        ("Two days of talks ended in silence.", "P2D"),
        ("They spoke for an hour and a half.", "PT1H30M"),
        ("They spoke for two and a half hours.", "PT2H30M"),
        ("They spoke for two hours and 20 minutes.", "PT2H20M"),
        ("It was a three-hour meeting.", "PT3H"),
        ("It was a three-day official visit.", "P3D"),
        ("The call lasted half an hour.", "PT30M"),
        ("The conversation took nearly an hour.", "PT1H"),
        ("The conference sat for two weeks.", "P2W"),
        ("They conferred for twenty-five minutes.", "PT25M"),
        ("It went on for more than 16 hours.", "PT16H"),
        ("The 60-day limit was called unrealistic.", ""),
        ("The 30-day truce is out of reach.", ""),
        ("Two days later they met.", ""),
        ("They had met three weeks ago.", ""),
        ("He must go within five days.", ""),
        ("They speak every two hours.", ""),
        ("The session opened forty minutes late.", ""),
        ("She was 40 years old.", ""),
        ("A day earlier he had flown in.", ""),
        ("They arrived an hour apart.", ""),
        ("In two days' time they meet.", ""),
    ] {
        assert_eq!(lengths(sentence).join(" "), expected, "{sentence}");
    }
}

#[test]
fn prepositions_make_terms_of_dates() {
    for (sentence, kind) in [
        ("They met on Friday.", Kind::Point),
        ("They have waited since March.", Kind::Since),
        ("The truce holds from 1 December.", Kind::Since),
        ("He stays until Tuesday.", Kind::Until),
        ("They must answer by Friday.", Kind::By),
        ("It ends before the end of the year.", Kind::Before),
        ("They meet after Easter.", Kind::After),
        ("The session was moved from Saturday.", Kind::MovedFrom),
        ("Doors open at 10.30.", Kind::Clock),
        ("They spoke for two hours.", Kind::Duration),
    ] {
        let found = find(&words(sentence));
        assert_eq!(found.iter().map(|found| found.kind).collect::<Vec<_>>(), [kind], "{sentence}");
    }
}

#[test]
fn any_words_give_ordered_ranges_within_them() {
    const WORDS: [&str; 48] = [
        "the",
        "of",
        "last",
        "next",
        "May",
        "16",
        "2025",
        "-",
        "to",
        "and",
        "from",
        "between",
        "Friday",
        "24th",
        ",",
        "a",
        "two",
        "days",
        "later",
        "week",
        "1,000",
        "12-14",
        "10.30",
        "p.m.",
        "Nov.",
        "",
        "’s",
        "'s",
        "early",
        "mid-June",
        "31/02/2020",
        "2025-13-45",
        "1970s",
        "Easter",
        "New",
        "Year",
        "half",
        "hour",
        "day",
        "before",
        "eve",
        "this",
        "in",
        "9999999999999",
        "٣",
        "—",
        "winter",
        "Sunday",
    ];
    let contexts = [
        Context::default(),
        Context { published: Some(Date::MAX), reference: Some(Date::MIN), tense: Tense::Future },
        Context { published: Some(Date::MIN), reference: Some(Date::MAX), tense: Tense::Past },
    ];
    // A linear congruential generator, so that the test is the same every time.
    let mut state = 12_345_u64;
    for _ in 0..4_000 {
        let sentence: Vec<&str> = (0..14)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                WORDS[(state >> 33) as usize % WORDS.len()]
            })
            .collect();
        let mut end = 0;
        for found in find(&sentence) {
            assert!(found.tokens.start >= end && found.tokens.end > found.tokens.start, "{sentence:?}");
            end = found.tokens.end;
            for context in &contexts {
                let _ = resolve(&found.expression, context);
            }
        }
        assert!(end <= sentence.len());
        let _ = duration(&sentence);
    }
}

#[test]
fn every_rule_has_a_name_and_a_meaning_of_its_own() {
    let mut names: Vec<&str> = DateRule::ALL.iter().map(|rule| rule.name()).collect();
    let mut meanings: Vec<&str> = DateRule::ALL.iter().map(|rule| rule.meaning()).collect();
    names.sort_unstable();
    names.dedup();
    meanings.sort_unstable();
    meanings.dedup();
    assert_eq!((names.len(), meanings.len()), (DateRule::ALL.len(), DateRule::ALL.len()));
}
