//! The events of POLECAT, coded by PLOVER.
//!
//! It must not know files. A cell may hold several names between semicolons: all of them are sources, or
//! targets, of the one event.

use rapporteur_schema::{Country, PlaceKind, Plover};

use crate::ImportError;
use crate::country;
use crate::day::{self, brief};
use crate::event::{Event, Mention};
use crate::gazetteer::Situation;
use crate::icews::missing;
use crate::plover;
use crate::reading::Reading;
use crate::register::Register;
use crate::row::Row;

#[derive(Debug)]
pub(crate) struct Polecat {
    date: usize,
    kind: usize,
    mode: Option<usize>,
    contexts: Option<usize>,
    actor: usize,
    actor_country: Option<usize>,
    recipient: usize,
    recipient_country: Option<usize>,
    places: [Option<usize>; 3],
    latitude: Option<usize>,
    longitude: Option<usize>,
    geonames: Option<usize>,
}

impl Polecat {
    pub(crate) fn new(heading: &[String], file: &str) -> Result<Self, ImportError> {
        let find = |name: &str| heading.iter().position(|cell| cell.eq_ignore_ascii_case(name));
        let want = |name: &str| find(name).ok_or_else(|| missing(file, name, heading));
        Ok(Self {
            date: want("Event Date")?,
            kind: want("Event Type")?,
            mode: find("Event Mode"),
            contexts: find("Contexts").or_else(|| find("Context")),
            actor: want("Actor Name")?,
            actor_country: find("Actor Country"),
            recipient: want("Recipient Name")?,
            recipient_country: find("Recipient Country"),
            places: ["City", "Province", "Country"].map(find),
            latitude: find("Latitude"),
            longitude: find("Longitude"),
            geonames: find("GeoNames ID"),
        })
    }

    pub(crate) fn read(
        &mut self,
        row: &Row<'_>,
        register: &mut Register,
        event: &mut Event,
    ) -> Result<(), String> {
        if row.len() <= self.recipient.max(self.actor).max(self.kind) {
            return Err(format!("has {} columns, fewer than the heading", row.len()));
        }
        event.day.set(day::read(row.cell(self.date))?);
        let kind = row.cell(self.kind).to_uppercase();
        let kind: Plover =
            kind.parse().map_err(|_| format!("`{}` is no event type of PLOVER", brief(&kind)))?;
        let mode = self.mode.map_or("", |column| row.cell(column)).to_lowercase().replace(['_', ' '], "-");
        event.reading = plover::reading(kind, &mode);
        if event.reading == Reading::Nothing {
            return Ok(());
        }
        event.plover = Some(kind);
        event.cameo = None;
        event.code = plover::word(kind);
        event.text = kind.name();
        actors(row, self.actor, self.actor_country, register, &mut event.sources);
        actors(row, self.recipient, self.recipient_country, register, &mut event.targets);
        let contexts = self.contexts.map_or("", |column| row.cell(column));
        let contexts = contexts.split(';').map(str::trim).filter(|context| !context.is_empty());
        event.topics.extend(contexts.map(|context| context.replace('_', " ")));
        self.place(row, register, event);
        Ok(())
    }

    fn place(&self, row: &Row<'_>, register: &mut Register, event: &mut Event) {
        let kinds = [PlaceKind::City, PlaceKind::Region, PlaceKind::Country];
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let named = self.places.iter().zip(kinds).find(|(column, _)| !cell(**column).is_empty());
        let Some((Some(column), kind)) = named else { return };
        let state = state(cell(self.places[2]));
        let written = row.cell(*column);
        let name = state.filter(|_| kind == PlaceKind::Country).map_or(written, |state| state.name);
        let is_city = kind == PlaceKind::City;
        let place = register.gazetteer.situated(&Situation {
            kind,
            name,
            country: state.map(|state| state.code),
            latitude: cell(self.latitude).parse().ok().filter(|_| is_city),
            longitude: cell(self.longitude).parse().ok().filter(|_| is_city),
            geonames: cell(self.geonames).parse().ok().filter(|_| is_city),
        });
        event.place = Some((place, row.place_of(*column, written)));
    }
}

/// POLECAT writes codes for actors and either for places.
fn state(cell: &str) -> Option<country::State> {
    country::by_code(cell).or_else(|| country::by_name(cell).filter(|_| !cell.is_empty()))
}

fn actors(
    row: &Row<'_>,
    column: usize,
    country: Option<usize>,
    register: &mut Register,
    mentions: &mut Vec<Mention>,
) {
    let names = row.cell(column).split(';').map(str::trim).filter(|name| !name.is_empty());
    let countries: Vec<&str> =
        country.map_or("", |column| row.cell(column)).split(';').map(str::trim).collect();
    for (number, name) in names.enumerate() {
        // One country for all of the names, or one for each.
        let written =
            if countries.len() == 1 { countries[0] } else { countries.get(number).copied().unwrap_or("") };
        let country: Option<Country> = state(written).map(|state| state.code);
        let actor = register.cast.named(name, country);
        mentions.push(Mention { actor, at: row.place_of(column, name) });
    }
}
