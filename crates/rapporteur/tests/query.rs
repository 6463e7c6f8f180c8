//! One query, three ways to put it: plain English, a value, a builder. (The flags of the command are held
//! against `ask` in `crates/cli/tests/ask.rs`.)

#![allow(clippy::unwrap_used)]

use rapporteur::{Answer, Filter, Rapporteur, Source, Timeline, ask, render, resolve};

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
fn a_timeline_is_of_a_meeting_or_of_whom_is_named() {
    let (_folder, rapporteur) = read();
    let store = rapporteur.store();
    let today = jiff::civil::date(2025, 3, 10);
    let kolar = resolve::actor(store, "Kolar").unwrap();
    let asked = ask::understand(store, "Timeline of Kolar in March 2025", today).unwrap();
    assert_eq!(asked.command, ["timeline", "Kolar", "--when", "2025-03"]);
    let filter = Filter { actor: Some(kolar), ..Filter::default() };
    let whole = Timeline::of(store, &filter).unwrap();
    assert_eq!(whole.lanes, ["Ana Kolar"]);
    assert!(whole.events.len() > 1);
    assert_eq!(asked.query.run(store).unwrap(), Answer::Events(whole.clone()));
    let last = Timeline::of(store, &Filter { latest: true, limit: Some(1), ..filter }).unwrap();
    assert_eq!(last.events, whole.events[whole.events.len() - 1..]);

    let asked = ask::understand(store, "Timeline of the Vaduz meeting", today).unwrap();
    assert!(matches!(asked.query.run(store).unwrap(), Answer::Timeline(told) if told.len() == 1));
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
