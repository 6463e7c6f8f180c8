//! Names of states, peoples, cities, seats, venues, regions, organisations: one map from the
//! normalised name, made on first use from the files in `data/`.
//!
//! A name with several senses keeps the first in this order: state, adjective, people, organisation,
//! seat, venue, capital, region, city by population.

use std::collections::HashMap;
use std::sync::LazyLock;

use rapporteur_schema::Country;

use super::{Known, KnownKind};
use crate::normal::normalize;

/// Most words in a known name.
const LONGEST: usize = 8;

/// A city as the gazetteer has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct City {
    /// Its name there.
    pub name: &'static str,
    /// Its state.
    pub country: Country,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Its GeoNames id.
    pub geonames: u32,
}

#[derive(Debug, Clone, Copy)]
struct Sense {
    kind: KnownKind,
    country: Option<Country>,
    ambiguous: bool,
}

#[derive(Default)]
struct Index {
    names: HashMap<String, Sense>,
    states: HashMap<Country, &'static str>,
    cities: HashMap<String, City>,
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::read);

/// The longest known name that begins the run of words.
pub fn longest(words: &[&str]) -> Option<Known> {
    let mut key = String::new();
    let mut found = None;
    for (count, word) in words.iter().take(LONGEST).enumerate() {
        let folded = normalize(word);
        if folded.is_empty() && word.chars().all(|c| !matches!(c, '-' | '&' | '\'' | '’')) {
            break;
        }
        if count > 0 && !folded.is_empty() {
            key.push(' ');
        }
        key.push_str(&folded);
        if let Some(sense) = INDEX.names.get(&key) {
            found = Some(Known {
                length: count + 1,
                kind: sense.kind,
                country: sense.country,
                ambiguous: sense.ambiguous,
            });
        }
    }
    found
}

/// The usual English name of a state.
pub fn state_name(country: Country) -> Option<&'static str> {
    INDEX.states.get(&country).copied()
}

/// The state that a name, adjective or capital points to.
pub fn country_of_name(name: &str) -> Option<Country> {
    INDEX.names.get(&normalize(name)).and_then(|sense| sense.country)
}

/// The city of that name.
pub fn city(name: &str) -> Option<City> {
    INDEX.cities.get(&normalize(name)).copied()
}

/// The lines of a data file with their columns between bars.
fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines()
        .filter(|line| !line.trim_start().starts_with('#') && line.contains('|'))
        .map(|line| line.split('|').map(str::trim).collect())
}

/// The names in a column, each with whether a tilde marks it ambiguous.
fn names<'r>(row: &'r [&'static str], column: usize) -> impl Iterator<Item = (&'static str, bool)> + 'r {
    let cell = row.get(column).copied().unwrap_or_default();
    cell.split(';').map(str::trim).filter(|name| !name.is_empty()).map(|name| match name.strip_prefix('~') {
        Some(name) => (name.trim(), true),
        None => (name, false),
    })
}

impl Index {
    fn read() -> Self {
        let mut index = Self::default();
        let current = rows(include_str!("../../data/sources/states.txt")).map(|row| (row, 2));
        let former = rows(include_str!("../../data/sources/former_states.txt")).map(|row| (row, 4));
        let states: Vec<_> = current.chain(former).collect();
        for (row, first) in &states {
            let Some(country) = row.first().and_then(|code| code.parse::<Country>().ok()) else { continue };
            let Some((name, ambiguous)) = names(row, 1).next() else { continue };
            index.states.entry(country).or_insert(name);
            index.add(name, KnownKind::State, Some(country), ambiguous);
            for (other, ambiguous) in names(row, *first) {
                index.add(other, KnownKind::State, Some(country), ambiguous);
            }
            for (adjective, ambiguous) in names(row, first + 1) {
                index.add(adjective, KnownKind::Adjective, Some(country), ambiguous);
            }
            for (person, ambiguous) in names(row, first + 2) {
                index.add(person, KnownKind::Adjective, Some(country), ambiguous);
                if row.get(first + 3).is_none_or(|cell| cell.is_empty()) {
                    index.add(&format!("{person}s"), KnownKind::People, Some(country), ambiguous);
                }
            }
            for (people, ambiguous) in names(row, first + 3) {
                index.add(people, KnownKind::People, Some(country), ambiguous);
            }
        }
        for row in rows(include_str!("../../data/organizations.txt")) {
            let kind =
                if row.get(1) == Some(&"outlet") { KnownKind::Outlet } else { KnownKind::Organization };
            for (name, ambiguous) in names(&row, 0).chain(names(&row, 2)) {
                index.add(name, kind, None, ambiguous);
            }
        }
        for (row, first) in &states {
            let country = row.first().and_then(|code| code.parse::<Country>().ok());
            for (seat, ambiguous) in names(row, first + 4) {
                index.add(seat, KnownKind::Seat, country, ambiguous);
            }
        }
        for row in rows(include_str!("../../data/sources/venues.txt")) {
            let country = row.get(3).and_then(|code| code.parse::<Country>().ok());
            let kind = if row.get(1) == Some(&"city") { KnownKind::City } else { KnownKind::Venue };
            for (name, ambiguous) in names(&row, 0).chain(names(&row, 5)) {
                index.add(name, kind, country, ambiguous);
            }
        }
        index.read_cities();
        for row in rows(include_str!("../../data/sources/cities.txt")) {
            let country = row.get(1).and_then(|code| code.parse::<Country>().ok());
            let known = names(&row, 2)
                .chain(names(&row, 0))
                .find_map(|(name, _)| index.cities.get(&normalize(name)).copied());
            for (name, ambiguous) in names(&row, 0).chain(names(&row, 3)) {
                index.add(name, KnownKind::City, country, ambiguous);
                if let Some(city) = known {
                    index.cities.entry(normalize(name)).or_insert(city);
                }
            }
        }
        index
    }

    fn read_cities(&mut self) {
        let rows: Vec<Vec<&'static str>> =
            include_str!("../../data/cities.tsv").lines().map(|line| line.split('\t').collect()).collect();
        for capitals in [true, false] {
            for row in &rows {
                let [name, code, population, capital, latitude, longitude, geonames] = row[..] else {
                    continue;
                };
                let (Ok(country), Ok(population)) = (code.parse::<Country>(), population.parse::<u32>())
                else {
                    continue;
                };
                if (capital == "capital") != capitals {
                    continue;
                }
                let common = !capitals
                    && population < 1_000_000
                    && (super::is_common(name) || super::is_given_name(name));
                self.add(name, KnownKind::City, Some(country), common);
                if let (Ok(latitude), Ok(longitude), Ok(geonames)) =
                    (latitude.parse(), longitude.parse(), geonames.parse())
                {
                    self.cities.entry(normalize(name)).or_insert(City {
                        name,
                        country,
                        latitude,
                        longitude,
                        geonames,
                    });
                }
            }
        }
    }

    fn add(&mut self, name: &str, kind: KnownKind, country: Option<Country>, ambiguous: bool) {
        let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
        let sense = Sense { kind, country, ambiguous };
        let kept = self.names.entry(normalize(name)).or_insert(sense);
        // A seat that is also a city of its state (Moscow) speaks for the state.
        if kept.kind == KnownKind::City && kind == KnownKind::Seat {
            *kept = sense;
        }
    }
}
