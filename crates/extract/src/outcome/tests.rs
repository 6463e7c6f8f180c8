//! Outcomes of short texts, with their parties.

use super::*;
use crate::mention::scan;
use crate::statement::statements;

fn read(source: &str) -> Vec<FoundOutcome> {
    let text = Text::read(source);
    let mentions = (0..text.sentences.len())
        .flat_map(|sentence| scan::named(sentence, &text.words(sentence), false, text.lexicon))
        .collect();
    let cast = Cast::new(&text, mentions);
    let said = statements(&text, &cast, None);
    outcomes(&text, &cast, &Affiliations::new(&text, &cast), &said)
}

#[test]
fn one_outcome_told_twice_is_one() {
    let found = read(
        "Peru and Chile agreed to exchange 40 prisoners. The prisoner swap that Peru and Chile agreed will take place soon. Peru and Chile confirmed the prisoner exchange.",
    );
    let exchanges: Vec<_> =
        found.iter().filter(|found| found.kind == OutcomeKind::PrisonerExchange).collect();
    assert_eq!(exchanges.len(), 1, "{found:?}");
    assert_eq!(exchanges[0].quantity.as_ref().map(|quantity| quantity.value), Some(40.0));
    assert_eq!(exchanges[0].parties.len(), 2);
}

#[test]
fn talks_without_agreement_bring_no_agreement() {
    let found = read("The talks between Peru and Chile ended without agreement.");
    assert_eq!(found.iter().map(|found| found.kind).collect::<Vec<_>>(), [OutcomeKind::NoAgreement]);
}

#[test]
fn nothing_is_found_without_a_cue() {
    assert!(read("Peru and Chile spoke about the treaty of 1929. It rained.").is_empty());
}

#[test]
fn a_body_does_not_give_way_to_one_who_is_named_beside_it() {
    let found = read(
        "OPEC met in Geneva. The ministers of OPEC agreed to meet again in Vienna in May. Iraq was silent. OPEC broke up without agreement with Iraq.",
    );
    let without: Vec<_> = found.iter().filter(|found| found.kind == OutcomeKind::NoAgreement).collect();
    assert!(without.iter().all(|found| found.parties.contains(&0)), "{found:?}");
    assert!(!without.is_empty(), "{found:?}");
}
