//! Institutions of which each state has one, and by what words a text calls those without a name.

#![allow(clippy::unwrap_used)]

use rapporteur_extract::{Extractor, RuleExtractor, Source};
use rapporteur_schema::{Actor, ActorKind, Record};

fn actors(text: &str) -> Vec<Actor> {
    let source = Source { published: "2004-05-05".parse().ok(), ..Source::default() };
    let records = RuleExtractor::new().extract(text.as_bytes(), &source).records;
    let actor = |record| match record {
        Record::Actor(actor) => Some(actor),
        _ => None,
    };
    records.into_iter().filter_map(actor).collect()
}

/// The organisations of a text, each with its country.
fn organizations(text: &str) -> Vec<(String, Option<String>)> {
    let mut found: Vec<_> = actors(text)
        .into_iter()
        .filter(|actor| actor.kind == ActorKind::Organization)
        .map(|actor| (actor.name, actor.country.map(|country| country.to_string())))
        .collect();
    found.sort();
    found
}

#[test]
fn the_foreign_ministries_of_two_states_are_two() {
    let text = "Angola's Foreign Ministry said that it had no comment. Norway's Ministry of Foreign Affairs said that \
                talks would go on. The Foreign Ministry said later that a date was set. Angola's Foreign Ministry was silent.";
    assert_eq!(
        organizations(text),
        [
            ("Ministry of Foreign Affairs (Angola)".to_owned(), Some("AGO".to_owned())),
            ("Ministry of Foreign Affairs (Norway)".to_owned(), Some("NOR".to_owned())),
        ]
    );
}

#[test]
fn however_it_is_told_whose_a_ministry_is_it_is_one() {
    for text in [
        "Iraq's Foreign Ministry said nothing was signed.",
        "The Iraqi Foreign Ministry said nothing was signed.",
        "The Iraqi foreign ministry said nothing was signed.",
        "Baghdad's Foreign Ministry said nothing was signed.",
        "The Ministry of Foreign Affairs of Iraq said nothing was signed.",
    ] {
        let name = "Ministry of Foreign Affairs (Iraq)".to_owned();
        assert_eq!(organizations(text), [(name, Some("IRQ".to_owned()))], "{text}");
    }
}

#[test]
fn a_ministry_of_which_nothing_is_told_has_no_country() {
    let text = "The Foreign Ministry said nothing was signed. Iraq was silent.";
    assert_eq!(organizations(text), [("Ministry of Foreign Affairs".to_owned(), None)]);
}

#[test]
fn one_is_known_by_all_that_the_text_calls_him() {
    for (text, alias) in [
        ("The Iranian embassy in Yerevan denied that the mission was off.", "Iranian embassy in Yerevan"),
        ("The Strait Courier reported that the talks had failed.", "The Strait Courier"),
        ("The opposition leader's office said the same.", "The opposition leader's office"),
        ("Both offices say that they are wrong.", "Both offices"),
        ("An official among them said that a deal was near.", "An official among them"),
        ("A man who answered the telephone said that he was well.", "A man who answered the telephone"),
    ] {
        let known = actors(text).iter().any(|actor| actor.aliases.iter().any(|known| known == alias));
        assert!(known, "{text}");
    }
}

#[test]
fn the_words_behind_a_label_are_no_name() {
    let text =
        "The Speaker: No.\n\nThe Speaker: Yes, it is.\n\nThe Iranian embassy: Go.\n\nThe Speaker: Aye.\n";
    for actor in actors(text) {
        assert!(actor.aliases.iter().all(|alias| !alias.contains(['.', ','])), "{actor:?}");
    }
}
