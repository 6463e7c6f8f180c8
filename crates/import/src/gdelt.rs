//! The events of GDELT 1.0 and 2.0.
//!
//! It must not know files. GDELT's names are capitals out of its dictionaries: an actor whose code is a
//! country's is the state (also where the name is its capital or its people), a name of persons is a person,
//! and an office or a body stands with its country: `Police (Kenya)`, as ICEWS writes it.

use rapporteur_schema::{ActorKind, PlaceKind};

use crate::cameo;
use crate::country;
use crate::day::{self, brief};
use crate::event::{Event, Mention};
use crate::gazetteer::Situation;
use crate::name::{self, Meaning};
use crate::reading::Reading;
use crate::register::Register;
use crate::row::Row;

/// The columns read, from 0; the second actor's lie ten behind the first's.
const DATE: usize = 1;
const ACTOR: usize = 5;
const SECOND: usize = 15;
const CODE: usize = 26;
const ROOT: usize = 28;

/// Words of offices and groups, which a dictionary of actors has beside names.
const OFFICES: [&str; 30] = [
    "minister",
    "president",
    "premier",
    "chancellor",
    "king",
    "queen",
    "prince",
    "ambassador",
    "envoy",
    "diplomat",
    "secretary",
    "spokesman",
    "spokeswoman",
    "officer",
    "official",
    "leader",
    "governor",
    "mayor",
    "senator",
    "lawmaker",
    "lawyer",
    "judge",
    "general",
    "commander",
    "soldier",
    "head",
    "chief",
    "terrorist",
    "student",
    "journalist",
];

#[derive(Debug)]
pub(crate) struct Gdelt {
    /// Where the place of the event begins: its type, then its name; the coordinates end it.
    place: usize,
    latitude: usize,
    columns: usize,
    key: String,
}

impl Gdelt {
    /// GDELT 1.0, with or without the address of the source.
    pub(crate) const fn one() -> Self {
        Self { place: 49, latitude: 53, columns: 57, key: String::new() }
    }

    /// GDELT 2.0, whose places have a column more.
    pub(crate) const fn two() -> Self {
        Self { place: 51, latitude: 56, columns: 61, key: String::new() }
    }

    pub(crate) fn read(
        &mut self,
        row: &Row<'_>,
        register: &mut Register,
        event: &mut Event,
    ) -> Result<(), String> {
        if row.len() < self.columns {
            return Err(format!("has {} columns where there are {}", row.len(), self.columns));
        }
        event.day.set(day::read(row.cell(DATE))?);
        let (code, root) = (row.cell(CODE), row.cell(ROOT));
        // Read as a number and written again, a code loses its zero; the root shows it.
        let found = if root.len() == 1 { cameo::by_code(&format!("0{code}")) } else { cameo::by_code(code) };
        let found = found.ok_or_else(|| format!("`{}` is no code of CAMEO", brief(code)))?;
        event.code(&found);
        if event.reading == Reading::Nothing {
            return Ok(());
        }
        let source = self.actor(row, ACTOR, register);
        let target = self.actor(row, SECOND, register);
        event.sources.extend(source);
        event.targets.extend(target);
        self.place(row, register, event);
        Ok(())
    }

    fn actor(&mut self, row: &Row<'_>, first: usize, register: &mut Register) -> Option<Mention> {
        let (code, name) = (row.cell(first), row.cell(first + 1));
        if name.is_empty() {
            return None;
        }
        self.key.clear();
        self.key.push_str(name);
        self.key.push('\t');
        self.key.push_str(code);
        let actor = match register.cast.find(&self.key) {
            Some(actor) => actor,
            None => {
                let meaning = meaning(code, name, row.cell(first + 2), row.cell(first + 3));
                // The capitals are no other name.
                let written =
                    if meaning.kind == ActorKind::State { meaning.name.clone() } else { String::new() };
                register.cast.add(&self.key, &written, meaning)
            }
        };
        Some(Mention { actor, at: row.place_of(first + 1, name) })
    }

    fn place(&self, row: &Row<'_>, register: &mut Register, event: &mut Event) {
        let full = row.cell(self.place + 1);
        let kind = match row.cell(self.place) {
            "1" => PlaceKind::Country,
            "2" | "5" => PlaceKind::Region,
            "3" | "4" => PlaceKind::City,
            _ => return,
        };
        let mut parts = full.split(',').map(str::trim);
        let Some(written) = parts.next().filter(|name| !name.is_empty()) else { return };
        let state = country::by_name(parts.next_back().unwrap_or(written));
        let name = state.filter(|_| kind == PlaceKind::Country).map_or(written, |state| state.name);
        let degrees = |column: usize| row.cell(column).parse().ok().filter(|_| kind == PlaceKind::City);
        let place = register.gazetteer.situated(&Situation {
            kind,
            name,
            country: state.map(|state| state.code),
            latitude: degrees(self.latitude),
            longitude: degrees(self.latitude + 1),
            geonames: None,
        });
        event.place = Some((place, row.place_of(self.place + 1, written)));
    }
}

fn meaning(code: &str, name: &str, country: &str, group: &str) -> Meaning {
    let state = country::by_code(country);
    let of_state = |state: country::State| Meaning {
        kind: ActorKind::State,
        name: state.name.to_owned(),
        country: Some(state.code),
    };
    if let Some(state) = state.filter(|_| code == country).or_else(|| country::by_name(name)) {
        return of_state(state);
    }
    let name = title_case(name);
    let country = state.map(|state| state.code);
    let is_office = name.split(' ').any(|word| OFFICES.contains(&word.to_lowercase().as_str()));
    if group.is_empty() && !is_office && name::is_person(&name) {
        return Meaning { kind: ActorKind::Person, name, country };
    }
    let name = match state.filter(|_| group.is_empty()) {
        Some(state) => format!("{name} ({})", state.name),
        None => name,
    };
    Meaning { kind: ActorKind::Organization, name, country }
}

/// `UNITED NATIONS` as it is written elsewhere.
fn title_case(name: &str) -> String {
    let mut title = String::with_capacity(name.len());
    for (number, word) in name.split_whitespace().enumerate() {
        let lower = word.to_lowercase();
        if number > 0 {
            title.push(' ');
        }
        let mut letters = lower.chars();
        match letters.next() {
            Some(first) if number == 0 || !matches!(lower.as_str(), "of" | "the" | "and" | "for" | "in") => {
                title.extend(first.to_uppercase());
                title.push_str(letters.as_str());
            }
            _ => title.push_str(&lower),
        }
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_are_read_as_names() {
        for (code, name, country, group, kind, wanted) in [
            ("RUS", "MOSCOW", "RUS", "", ActorKind::State, "Russia"),
            ("USAGOV", "UNITED STATES", "USA", "", ActorKind::State, "United States"),
            ("KENGOV", "AMINA ODERA", "KEN", "", ActorKind::Person, "Amina Odera"),
            ("KENCOP", "POLICE", "KEN", "", ActorKind::Organization, "Police (Kenya)"),
            ("KENGOV", "PRIME MINISTER", "KEN", "", ActorKind::Organization, "Prime Minister (Kenya)"),
            ("IGOUNO", "THE UNITED NATIONS", "", "UNO", ActorKind::Organization, "The United Nations"),
        ] {
            let meaning = meaning(code, name, country, group);
            assert_eq!((meaning.kind, meaning.name.as_str()), (kind, wanted), "{name}");
        }
    }
}
