//! By what names the actors of a text are known: titles, styles, hyphens, bodies by their shape, credits.

#![allow(clippy::unwrap_used)]

use rapporteur_extract::{Extractor, RuleExtractor, Source};
use rapporteur_schema::{Actor, ActorKind, Record};

fn actors(text: &str) -> Vec<Actor> {
    let source = Source { published: "2004-05-05".parse().ok(), ..Source::default() };
    let records = RuleExtractor::new().extract(text.as_bytes(), &source).records;
    records
        .into_iter()
        .filter_map(|record| if let Record::Actor(actor) = record { Some(actor) } else { None })
        .collect()
}

/// Whether the text has an actor of the kind that is called so.
fn knows(text: &str, kind: ActorKind, name: &str) -> bool {
    actors(text).iter().any(|actor| {
        actor.kind == kind && (actor.name == name || actor.aliases.iter().any(|alias| alias == name))
    })
}

#[test]
fn the_state_of_an_office_is_named_with_it() {
    let text = "The President of Kiribati, Mr Hugo Paz, said that he was glad.";
    assert!(knows(text, ActorKind::State, "Kiribati") && knows(text, ActorKind::Person, "Hugo Paz"));
}

#[test]
fn one_name_is_known_with_its_title_and_a_full_one_with_its_style() {
    assert!(knows("Colonel Khudoyorov said that he was glad.", ActorKind::Person, "Colonel Khudoyorov"));
    assert!(knows("Foreign Minister U Aung Lwin said that he was glad.", ActorKind::Person, "U Aung Lwin"));
    assert!(!knows("Mr Hugo Paz said that he was glad.", ActorKind::Person, "Mr Hugo Paz"));
}

#[test]
fn half_of_a_surname_with_a_hyphen_is_the_same_person() {
    let text = "Ana Duarte-Lima spoke first. Duarte said that she was glad.";
    let persons = actors(text).into_iter().filter(|actor| actor.kind == ActorKind::Person).count();
    assert_eq!(persons, 1);
}

#[test]
fn a_body_is_known_by_its_shape() {
    let body = |text: &str, name: &str| knows(text, ActorKind::Organization, name);
    assert!(body("The National Commission for Peace met Ana Duarte.", "National Commission for Peace"));
    assert!(body("The Lao People's Army said that it had left.", "Lao People's Army"));
    assert!(body("Radio Dushanbe said that it had left.", "Radio Dushanbe"));
    assert!(body("The Secretariat said that it was late.", "Secretariat"));
    let ministry = "The Ministry of Commerce of Pakistan said that it was late.";
    assert!(body(ministry, "Ministry of Commerce") && knows(ministry, ActorKind::State, "Pakistan"));
}

#[test]
fn a_city_that_stands_for_its_government_is_its_state() {
    assert!(knows("Washington refused to sign.", ActorKind::State, "Washington"));
    assert!(knows("Bonn was not invited.", ActorKind::State, "Bonn"));
    assert!(!knows("They met in Washington.", ActorKind::State, "Washington"));
}

#[test]
fn who_took_the_picture_or_edited_the_text_is_no_actor() {
    let text = "Ana Duarte of Portugal was glad. (Additional reporting by Hugo Paz; editing by Pavel Novak)";
    assert!(knows(text, ActorKind::Person, "Ana Duarte"));
    assert!(!knows(text, ActorKind::Person, "Hugo Paz") && !knows(text, ActorKind::Person, "Pavel Novak"));
}

#[test]
fn an_office_whose_holder_has_no_name_is_known_by_whose_it_is() {
    assert!(knows("Kenya recalled its ambassador in Mali.", ActorKind::Unnamed, "its ambassador"));
}

#[test]
fn a_title_is_no_part_of_a_name() {
    assert!(knows("Doctor Gonzalo Paz said that he was glad.", ActorKind::Person, "Gonzalo Paz"));
    let text = "Noon briefing by Ada Obi, Roxas Boulevard.\n\nUSEC OBI: I shall be short.\n\nQ: Who came?\n\nA: Nobody did.";
    let persons = actors(text).into_iter().filter(|actor| actor.kind == ActorKind::Person).count();
    assert_eq!(persons, 1, "{:?}", actors(text));
}

#[test]
fn a_name_in_capitals_gives_way_to_the_same_in_small_letters() {
    let text = "ADA OBI\n\nAda Obi said that she was glad.";
    assert!(actors(text).iter().any(|actor| actor.name == "Ada Obi"), "{:?}", actors(text));
}

#[test]
fn what_leads_to_a_place_is_nobody() {
    let text = "20:15 From Kiev: the road is open, Ada Obi said.";
    assert!(!actors(text).iter().any(|actor| actor.name.starts_with("From")), "{:?}", actors(text));
}
