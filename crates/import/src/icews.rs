//! The coded events of ICEWS, as the Dataverse has them.
//!
//! It must not know files. The event's name is asked before its code, which some of the files have without
//! its leading zero: "10" may be a statement or a demand, its name is one of them.

use std::collections::HashMap;

use rapporteur_schema::PlaceKind;

use crate::ImportError;
use crate::cameo::{self, Code};
use crate::country;
use crate::day::{self, brief};
use crate::event::{Event, Mention};
use crate::gazetteer::Situation;
use crate::reading::Reading;
use crate::register::Register;
use crate::row::Row;

/// Where the columns stand that are read.
#[derive(Debug)]
pub(crate) struct Icews {
    date: usize,
    source: usize,
    target: usize,
    source_country: Option<usize>,
    target_country: Option<usize>,
    text: Option<usize>,
    code: Option<usize>,
    places: [Option<usize>; 3],
    latitude: Option<usize>,
    longitude: Option<usize>,
    codes: HashMap<String, Code>,
}

impl Icews {
    pub(crate) fn new(heading: &[String], file: &str) -> Result<Self, ImportError> {
        let find = |name: &str| heading.iter().position(|cell| cell.eq_ignore_ascii_case(name));
        let want = |name: &str| find(name).ok_or_else(|| missing(file, name, heading));
        let (text, code) = (find("Event Text"), find("CAMEO Code"));
        if text.is_none() && code.is_none() {
            return Err(missing(file, "CAMEO Code", heading));
        }
        Ok(Self {
            date: want("Event Date")?,
            source: want("Source Name")?,
            target: want("Target Name")?,
            source_country: find("Source Country"),
            target_country: find("Target Country"),
            text,
            code,
            places: ["City", "Province", "Country"].map(find),
            latitude: find("Latitude"),
            longitude: find("Longitude"),
            codes: HashMap::new(),
        })
    }

    pub(crate) fn read(
        &mut self,
        row: &Row<'_>,
        register: &mut Register,
        event: &mut Event,
    ) -> Result<(), String> {
        if row.len() <= self.source.max(self.target).max(self.date) {
            return Err(format!("has {} columns, fewer than the heading", row.len()));
        }
        event.day.set(day::read(row.cell(self.date))?);
        let code = self.event_code(row)?;
        event.code(&code);
        if event.reading == Reading::Nothing {
            return Ok(());
        }
        event.sources.extend(actor(row, self.source, self.source_country, register));
        event.targets.extend(actor(row, self.target, self.target_country, register));
        self.place(row, register, event);
        Ok(())
    }

    fn event_code(&mut self, row: &Row<'_>) -> Result<Code, String> {
        let text = self.text.map_or("", |column| row.cell(column));
        let number = self.code.map_or("", |column| row.cell(column));
        let key = if text.is_empty() { number } else { text };
        if let Some(code) = self.codes.get(key) {
            return Ok(*code);
        }
        let code = cameo::by_name(text).filter(|_| !text.is_empty()).or_else(|| cameo::by_code(number));
        let code =
            code.ok_or_else(|| format!("`{}` ({}) is no event of CAMEO", brief(text), brief(number)))?;
        // Only codes that exist are kept, under the few names they have in a file.
        if self.codes.len() < 10_000 {
            self.codes.insert(key.to_owned(), code);
        }
        Ok(code)
    }

    fn place(&self, row: &Row<'_>, register: &mut Register, event: &mut Event) {
        let kinds = [PlaceKind::City, PlaceKind::Region, PlaceKind::Country];
        let cell = |column: Option<usize>| column.map_or("", |column| row.cell(column));
        let named = self.places.iter().zip(kinds).find(|(column, _)| !cell(**column).is_empty());
        let Some((Some(column), kind)) = named else { return };
        let state = country::by_name(cell(self.places[2]));
        let written = row.cell(*column);
        let name = state.filter(|_| kind == PlaceKind::Country).map_or(written, |state| state.name);
        // The coordinates of a country are those of its middle, and say nothing of where it was.
        let degrees = |column: Option<usize>| cell(column).parse().ok().filter(|_| kind == PlaceKind::City);
        let place = register.gazetteer.situated(&Situation {
            kind,
            name,
            country: state.map(|state| state.code),
            latitude: degrees(self.latitude),
            longitude: degrees(self.longitude),
            geonames: None,
        });
        event.place = Some((place, row.place_of(*column, written)));
    }
}

/// The actor of a column, with the country that another gives.
fn actor(row: &Row<'_>, column: usize, country: Option<usize>, register: &mut Register) -> Option<Mention> {
    let name = row.cell(column);
    if name.is_empty() {
        return None;
    }
    let actor = register.cast.find(name).unwrap_or_else(|| {
        let country = country.and_then(|column| country::by_name(row.cell(column)));
        register.cast.named(name, country.map(|state| state.code))
    });
    Some(Mention { actor, at: row.place_of(column, name) })
}

/// The error for a heading without a column that is needed.
pub(crate) fn missing(file: &str, column: &str, heading: &[String]) -> ImportError {
    ImportError::Column { file: file.to_owned(), column: column.to_owned(), columns: heading.join(", ") }
}
