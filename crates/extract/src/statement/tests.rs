//! Statements of short texts, with their speakers.

use super::*;
use crate::mention::{described, scan};

fn read(source: &str) -> Vec<(String, String, Act, bool)> {
    let text = Text::read(source);
    let mut mentions = Vec::new();
    for sentence in 0..text.sentences.len() {
        let words = text.words(sentence);
        let named = scan::named(sentence, &words, false, text.lexicon);
        let mut all = described::described(sentence, &words, &named);
        all.extend(named);
        all.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
        mentions.extend(all);
    }
    let cast = Cast::new(&text, mentions);
    statements(&text, &cast, None)
        .into_iter()
        .map(|found| {
            (
                cast.members[found.speaker].name.clone(),
                source[found.words].to_owned(),
                found.act,
                found.quoted,
            )
        })
        .collect()
}

fn has(source: &str, speaker: &str, words: &str) -> bool {
    read(source).iter().any(|(name, said, ..)| name.contains(speaker) && said.contains(words))
}

#[test]
fn a_quotation_belongs_to_the_verb_beside_it() {
    let source = "President Amara Obi met Prime Minister Luis Peña in Quito. “We will talk again,” Mr Obi said. “The road is long.”";
    assert!(has(source, "Obi", "We will talk again"));
    assert!(has(source, "Obi", "The road is long."));
    let source = "Prime Minister Luis Peña was in Quito. “We were late,” said Mr Peña.";
    assert!(has(source, "Peña", "We were late"));
}

#[test]
fn indirect_speech_has_a_speaker_and_an_act() {
    let found = read(
        "Peru rejected the proposal. Chile denied having sent troops. Bolivia said that the plan was unacceptable.",
    );
    let acts: Vec<(&str, Act)> = found.iter().map(|(name, _, act, _)| (name.as_str(), *act)).collect();
    assert!(acts.contains(&("Peru", Act::Reject)), "{acts:?}");
    assert!(acts.contains(&("Chile", Act::Deny)), "{acts:?}");
    assert!(acts.contains(&("Bolivia", Act::Reject)), "{acts:?}");
}

#[test]
fn a_pronoun_speaks_for_the_speaker_before_it() {
    let source = "President Samuel Obi spoke in Quito. Peru was absent, he said.";
    assert!(has(source, "Obi", "Peru was absent"), "{:?}", read(source));
}

#[test]
fn what_is_not_said_is_no_statement() {
    assert!(read("Peru has not rejected the plan.").is_empty());
    assert!(read("").is_empty());
}

#[test]
fn what_one_is_yet_to_say_is_no_statement() {
    assert!(!has("Peru would send an envoy, who would plead for a truce.", "envoy", "plead"));
}

#[test]
fn the_one_spoken_to_is_no_part_of_what_was_said() {
    let source = "Prime Minister Luis Peña told the House of Commons on Friday that the road was shut.";
    let said = read(source);
    assert!(said.iter().any(|(_, words, ..)| words == "the road was shut"), "{said:?}");
    let source = "Prime Minister Luis Peña told the state radio on Friday: “We were late.”";
    let said = read(source);
    assert!(said.iter().all(|(_, words, ..)| words.contains("We were late")), "{said:?}");
}

#[test]
fn operative_paragraphs_are_of_the_body_that_leads_them() {
    let source = "The Council of the African Union met in Lusaka.\n\nAfter deliberation, the Council:\n\n\
                  1. Condemns the seizure of the ferry;\n\n2. Calls upon Peru to free the crew;\n";
    assert!(has(source, "African Union", "Condemns the seizure"));
    assert!(has(source, "African Union", "Calls upon Peru"));
    // Nobody leads these.
    assert!(!has("Talks resume.\n\nCondemns the seizure of the ferry.\n", "", "Condemns"));
}
