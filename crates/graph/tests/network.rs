//! The questions that go over many meetings, compared with plain walks over all of them.
#![allow(clippy::unwrap_used)]

mod build;

use std::collections::{BTreeMap, BTreeSet};

use build::Told;
use proptest::prelude::*;
use rapporteur_graph::{Link, Network, Store};
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

/// A meeting as a day of January 2031 and the numbers of those who were there.
type Plain = (u8, BTreeSet<u8>);

const ACTORS: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

fn network(meetings: &[Plain]) -> Network {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(folder.path()).unwrap();
    let told = ACTORS.iter().fold(Told::new("d"), |told, name| told.state(name, name, "AAA"));
    let told = meetings.iter().enumerate().fold(told, |told, (at, (day, who))| {
        let who: Vec<&str> = who.iter().map(|one| ACTORS[usize::from(*one)]).collect();
        told.meeting(&format!("m{at}"), "held", Some(&format!("2031-01-{day:02}")), None, &who)
    });
    store.ingest(told.done()).unwrap();
    store.network().unwrap()
}

fn january(day: u8) -> jiff::civil::Date {
    jiff::civil::Date::constant(2031, 1, day as i8)
}

/// Whom each met, on which days, both ways.
fn met(meetings: &[Plain]) -> BTreeSet<(&'static str, &'static str, u8)> {
    let mut met = BTreeSet::new();
    for (day, who) in meetings {
        for one in who {
            for other in who.iter().filter(|other| *other != one) {
                met.insert((ACTORS[usize::from(*one)], ACTORS[usize::from(*other)], *day));
            }
        }
    }
    met
}

/// The fewest links of a chain; of one in time, where `in_time`.
fn fewest(meetings: &[Plain], from: &str, to: &str, in_time: bool) -> Option<usize> {
    let mut reached = BTreeMap::from([(from, 0_u8)]);
    for links in 0..=ACTORS.len() {
        if reached.contains_key(to) {
            return Some(links);
        }
        let mut next = reached.clone();
        for (one, other, day) in met(meetings) {
            if let Some(since) = reached.get(one)
                && (!in_time || *since <= day)
            {
                let at = next.entry(other).or_insert(day);
                *at = day.min(*at);
            }
        }
        reached = next;
    }
    None
}

fn slugs<'a>(ids: impl IntoIterator<Item = &'a ActorId>) -> Vec<&'a str> {
    ids.into_iter().map(ActorId::slug).collect()
}

/// Whether every link is a meeting of the two, and the next goes on from there.
fn holds(links: &[Link], from: &str, to: &str, meetings: &[Plain], in_time: bool) -> bool {
    let number = |link: &Link| link.meeting.slug()[1..].parse::<usize>().unwrap();
    let there = |link: &Link, who: &ActorId| {
        meetings[number(link)].1.iter().any(|one| ACTORS[usize::from(*one)] == who.slug())
    };
    let ends: Vec<&str> = std::iter::once(from).chain(links.iter().map(|link| link.to.slug())).collect();
    links
        .iter()
        .zip(&ends)
        .all(|(link, begin)| link.from.slug() == *begin && there(link, &link.from) && there(link, &link.to))
        && ends.last() == Some(&to)
        && (!in_time
            || links.windows(2).all(|pair| meetings[number(&pair[0])].0 <= meetings[number(&pair[1])].0))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn answers_are_those_of_plain_walks(
        meetings in prop::collection::vec((1_u8..8, prop::collection::btree_set(0_u8..9, 1..4)), 0..14),
        from in 1_u8..8,
        length in 0_u8..7,
    ) {
        let network = network(&meetings);
        let met = met(&meetings);
        let until = (from + length).min(7);
        let within: BTreeSet<_> = met.iter().copied().filter(|(_, _, day)| (from..=until).contains(day)).collect();
        let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (one, other, _) in within.iter().filter(|(one, other, _)| one < other) {
            *pairs.entry((one, other)).or_default() += 1;
        }
        let mut pairs: Vec<_> = pairs.into_iter().map(|((one, other), days)| (usize::MAX - days, one, other)).collect();
        pairs.sort_unstable();
        for limit in [0, 2, 100] {
            let top = network.top_pairs(january(from), january(until), limit);
            let top: Vec<_> = top.iter().map(|pair| (usize::MAX - pair.days, pair.one.slug(), pair.other.slug())).collect();
            prop_assert_eq!(&top, &pairs.iter().copied().take(limit).collect::<Vec<_>>());
        }
        for one in ACTORS {
            let near = |who: &str| -> BTreeSet<&str> {
                within.iter().filter(|(one, ..)| *one == who).map(|(_, other, _)| *other).collect()
            };
            let far: BTreeSet<&str> = near(one).iter().flat_map(|other| near(other)).filter(|other| *other != one).collect();
            let through = network.met_through(&id(one), january(from), january(until));
            prop_assert_eq!(slugs(through), far.into_iter().collect::<Vec<_>>());
            let ever = |who: &str| -> BTreeSet<&str> {
                met.iter().filter(|(one, ..)| *one == who).map(|(_, other, _)| *other).collect()
            };
            prop_assert_eq!(network.degree(&id(one)), ever(one).len());
            for other in ACTORS {
                let both: Vec<&str> = ever(one).intersection(&ever(other)).copied().collect();
                prop_assert_eq!(slugs(network.met_both(&id(one), &id(other))), both);
                let known = meetings.iter().any(|(_, who)| who.contains(&(ACTORS.iter().position(|name| *name == one).unwrap() as u8)));
                for in_time in [false, true] {
                    let chain = if in_time { network.chain_in_time(&id(one), &id(other)) } else { network.chain(&id(one), &id(other)) };
                    let length = fewest(&meetings, one, other, in_time).filter(|_| known);
                    prop_assert_eq!(chain.as_ref().map(Vec::len), length, "{} {} {}", one, other, in_time);
                    if let Some(chain) = chain {
                        prop_assert!(holds(&chain, one, other, &meetings, in_time), "{:?}", chain);
                    }
                }
            }
        }
        let graph = network.to_petgraph();
        prop_assert_eq!(graph.edge_count() * 2, met.iter().map(|(one, other, _)| (one, other)).collect::<BTreeSet<_>>().len());
        prop_assert_eq!(petgraph::algo::connected_components(&graph), network.components().len());
        prop_assert_eq!(network.communities().iter().map(Vec::len).sum::<usize>(), network.actors().len());
    }
}

#[test]
fn who_joins_two_circles_stands_between_them() {
    let pairs = [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (4, 5), (4, 6), (5, 6)];
    let meetings: Vec<Plain> = pairs.iter().map(|(one, other)| (1, BTreeSet::from([*one, *other]))).collect();
    let network = network(&meetings);
    let between: Vec<(&str, f64)> =
        network.betweenness().into_iter().map(|(actor, value)| (actor.slug(), value)).collect();
    // c lies between a, b and d, e, f, g: 2 times 4; d between 3 and 3; the rest alike.
    assert_eq!(between, [("a", 0.0), ("b", 0.0), ("c", 8.0), ("d", 9.0), ("e", 8.0), ("f", 0.0), ("g", 0.0)]);
    let circles: Vec<Vec<&str>> = network.communities().into_iter().map(slugs).collect();
    assert!(
        circles.contains(&vec!["e", "f", "g"]) || circles.contains(&vec!["d", "e", "f", "g"]),
        "{circles:?}"
    );
    assert_eq!(circles.len(), 2, "{circles:?}");
}
