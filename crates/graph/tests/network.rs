//! Chains and components.
#![allow(clippy::unwrap_used)]

mod build;

use build::Told;
use rapporteur_graph::Store;
use rapporteur_schema::ActorId;

fn id(slug: &str) -> ActorId {
    format!("actor/{slug}").parse().unwrap()
}

#[test]
fn chains_are_shortest_and_components_apart() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path()).unwrap();
    let told =
        "abcdefgh".chars().fold(Told::new("d"), |told, c| told.state(&c.to_string(), &c.to_string(), "AAA"));
    let told = told
        .meeting("m1", "held", Some("2031-01-01"), None, &["a", "b"])
        .meeting("m2", "held", Some("2031-01-02"), None, &["b", "c", "d"])
        .meeting("m3", "held", Some("2031-01-03"), None, &["d", "e"])
        .meeting("m4", "held", Some("2031-01-04"), None, &["a", "c", "h:absent"])
        .meeting("m5", "planned", Some("2031-01-05"), None, &["a", "e"])
        .meeting("m6", "held", None, None, &["f", "g"]);
    store.ingest(told.done()).unwrap();
    let network = store.network().unwrap();
    assert_eq!((network.actors().len(), network.meetings()), (7, 5));
    let chain = |from: &str, to: &str| -> Option<Vec<String>> {
        let links = network.chain(&id(from), &id(to))?;
        Some(
            links
                .iter()
                .map(|link| format!("{}-{}-{}", link.from.slug(), link.meeting.slug(), link.to.slug()))
                .collect(),
        )
    };
    assert_eq!(chain("a", "e").unwrap(), ["a-m1-b", "b-m2-d", "d-m3-e"]);
    assert_eq!(chain("a", "c").unwrap(), ["a-m4-c"]);
    assert_eq!(chain("a", "a").unwrap(), [""; 0]);
    assert_eq!(chain("a", "f"), None);
    assert_eq!(chain("a", "h"), None);
    let groups: Vec<usize> = network.components().iter().map(Vec::len).collect();
    assert_eq!(groups, [5, 2]);
    let met: Vec<_> = network
        .met_by(&id("a"))
        .map(|(who, at, day)| format!("{} {} {}", who.slug(), at.slug(), day.unwrap()))
        .collect();
    assert_eq!(met, ["b m1 2031-01-01", "c m4 2031-01-04"]);
}
