//! One query, three ways to put it: plain English, a value, a builder. (The flags of the command are held
//! against `ask` in `crates/cli/tests/ask.rs`.)

#![allow(clippy::unwrap_used)]

use rapporteur::{Answer, Rapporteur, Source, ask, render, resolve};

const TEXT: &[u8] = b"VADUZ, March 3. Foreign Minister Ana Kolar of Slovenia met Danish Foreign Minister Soren Baek in Vaduz \
on Monday. Prime Minister Joze Breg did not attend. Kolar rejected a ferry tax.";

fn read() -> (tempfile::TempDir, Rapporteur) {
    let folder = tempfile::tempdir().unwrap();
    let rapporteur = Rapporteur::open_or_create(folder.path().join("store")).unwrap();
    let source = Source { published: Some("2025-03-03".parse().unwrap()), ..Source::default() };
    rapporteur.ingest(TEXT, &source).unwrap();
    (folder, rapporteur)
}

#[test]
fn a_question_and_a_builder_give_the_same_rows() {
    let (_folder, rapporteur) = read();
    let store = rapporteur.store();
    let today = jiff::civil::date(2025, 3, 10);
    let kolar = resolve::actor(store, "Kolar").unwrap();
    let asked = ask::understand(store, "Whom did Kolar meet last week?", today).unwrap();
    let (from, until) = (jiff::civil::date(2025, 3, 3), jiff::civil::date(2025, 3, 9));
    let built = store.met().actor(&kolar).from(from).until(until).run().unwrap();
    assert_eq!(built.len(), 1);
    assert_eq!(asked.query.run(store).unwrap(), Answer::Meetings(built));

    let asked = ask::understand(store, "What did Kolar reject?", today).unwrap();
    let built = store.statements().actor(&kolar).act(rapporteur::schema::Act::Reject).run().unwrap();
    assert_eq!(built.len(), 1);
    assert_eq!(asked.query.run(store).unwrap(), Answer::Statements(built));
}

#[test]
fn a_sentence_says_what_the_rows_say() {
    let (_folder, rapporteur) = read();
    let store = rapporteur.store();
    let today = jiff::civil::date(2025, 3, 10);
    let sentence = |question: &str| {
        let asked = ask::understand(store, question, today).unwrap();
        render::sentence(&asked.query, &asked.query.run(store).unwrap())
    };
    let met = sentence("Whom did Kolar meet?");
    assert!(met.starts_with("1 meeting is told to have taken place, on 2025-03-03 in Vaduz"), "{met}");
    assert!(met.ends_with("with Soren Baek."), "{met}");
    assert_eq!(sentence("Whom did Kolar meet in 1999?"), "No meeting that fits is told to have taken place.");
    assert!(sentence("Who stayed away?").contains("Breg"));
}
