//! A table of meetings, whose columns the caller or the heading names.
//!
//! It must not know files. Invariant: without a word on its status a meeting was held, for a table of
//! meetings says so by being one.

use rapporteur_schema::{Country, Edtf, Medium, MeetingStatus, PlaceKind, Plover};

use crate::ImportError;
use crate::columns::{Columns, Field};
use crate::country;
use crate::day::{self, brief};
use crate::event::{Event, Mention};
use crate::gazetteer::Situation;
use crate::icews::missing;
use crate::reading::{Encounter, Reading};
use crate::register::Register;
use crate::row::Row;

#[derive(Debug)]
pub(crate) struct Table {
    columns: Vec<(usize, Field)>,
}

impl Table {
    pub(crate) fn new(heading: &[String], given: &Columns, file: &str) -> Result<Self, ImportError> {
        let mut columns = Vec::new();
        for (name, field) in given.iter() {
            let found = heading.iter().position(|cell| cell.eq_ignore_ascii_case(name));
            columns.push((found.ok_or_else(|| missing(file, name, heading))?, field));
        }
        if given.is_empty() {
            let named = heading.iter().enumerate();
            columns.extend(named.filter_map(|(column, name)| Some((column, Field::named(name)?))));
        }
        let has = |fields: &[Field]| columns.iter().any(|(_, field)| fields.contains(field));
        if !has(&[Field::Date, Field::Start]) {
            return Err(missing(file, Field::Date.as_str(), heading));
        }
        if !has(&[Field::Participant, Field::Host]) {
            return Err(missing(file, Field::Participant.as_str(), heading));
        }
        Ok(Self { columns })
    }

    pub(crate) fn read(
        &mut self,
        row: &Row<'_>,
        register: &mut Register,
        event: &mut Event,
    ) -> Result<(), String> {
        event.reading = Reading::Meeting(Encounter::Told);
        event.plover = Some(Plover::Consult);
        event.cameo = None;
        self.time(row, event)?;
        for (column, cell, _) in self.cells(row, &[Field::Participant]) {
            add(row, column, cell, register, &mut event.sources);
        }
        for (column, cell, _) in self.cells(row, &[Field::Host]) {
            add(row, column, cell, register, &mut event.targets);
        }
        for (column, cell, _) in self.cells(row, &[Field::Absent]) {
            add(row, column, cell, register, &mut event.absent);
        }
        self.place(row, register, event);
        for (_, cell, field) in self.cells(row, &[Field::Name, Field::Status, Field::Medium, Field::Topic]) {
            match field {
                Field::Name => event.name = Some(cell.to_owned()),
                Field::Status => event.status = Some(status(cell)?),
                Field::Medium => event.medium = Some(medium(cell)?),
                _ => event.topics.push(cell.to_owned()),
            }
        }
        Ok(())
    }

    /// The cells of some fields that are not empty.
    fn cells<'a>(&self, row: &Row<'a>, fields: &[Field]) -> impl Iterator<Item = (usize, &'a str, Field)> {
        let cells = self.columns.iter().filter(|(_, field)| fields.contains(field));
        cells
            .map(|(column, field)| (*column, row.cell(*column), *field))
            .filter(|(_, cell, _)| !cell.is_empty())
    }

    fn time(&self, row: &Row<'_>, event: &mut Event) -> Result<(), String> {
        let mut time: Option<Edtf> = None;
        for (_, cell, field) in self.cells(row, &[Field::Date, Field::Start, Field::End]) {
            let read = edtf(cell)?;
            if field == Field::End && time.as_ref().is_some_and(|start| read.last_day() < start.first_day()) {
                return Err(format!("it ends, `{}`, before it begins", brief(cell)));
            }
            time = Some(match time {
                Some(start) => Edtf::interval(start, read),
                None => read,
            });
        }
        let time = time.ok_or("it has no date")?;
        if time.first_day().year() < 1 {
            return Err(format!("`{time}` does not say when it began"));
        }
        event.day.set(time.first_day());
        // The id has the first day; when it was says how exactly that is known.
        if time.as_day().is_none() {
            event.when = Some(time);
        }
        Ok(())
    }

    fn place(&self, row: &Row<'_>, register: &mut Register, event: &mut Event) {
        let first = |field: Field| self.cells(row, &[field]).next();
        let country = first(Field::Country);
        let state =
            country.and_then(|(_, cell, _)| country::by_code(cell).or_else(|| country::by_name(cell)));
        let place = first(Field::Place);
        let Some((column, cell, _)) = place.or(country) else { return };
        // A place that bears a state's name is the state.
        let own = country::by_name(cell).filter(|_| place.is_none() || country.is_none());
        let kind = if place.is_none() || own.is_some() { PlaceKind::Country } else { PlaceKind::City };
        let country: Option<Country> = state.or(own).map(|state| state.code);
        let name = own.map_or(cell, |state| state.name);
        let situation = Situation { kind, name, country, latitude: None, longitude: None, geonames: None };
        event.place = Some((register.gazetteer.situated(&situation), row.place_of(column, cell)));
    }
}

fn add(row: &Row<'_>, column: usize, cell: &str, register: &mut Register, mentions: &mut Vec<Mention>) {
    for name in cell.split(';').map(str::trim).filter(|name| !name.is_empty()) {
        mentions.push(Mention { actor: register.cast.named(name, None), at: row.place_of(column, name) });
    }
}

fn edtf(cell: &str) -> Result<Edtf, String> {
    day::read(cell).map(Edtf::day).or_else(|_| cell.parse().map_err(|error| format!("{error}")))
}

fn status(cell: &str) -> Result<MeetingStatus, String> {
    Ok(match cell.to_lowercase().as_str() {
        "held" => MeetingStatus::Held,
        "ongoing" => MeetingStatus::Ongoing,
        "planned" => MeetingStatus::Planned,
        "proposed" => MeetingStatus::Proposed,
        "cancelled" | "canceled" => MeetingStatus::Cancelled,
        "denied" => MeetingStatus::Denied,
        _ => return Err(format!("`{}` is no status of a meeting", brief(cell))),
    })
}

fn medium(cell: &str) -> Result<Medium, String> {
    Ok(match cell.to_lowercase().replace([' ', '-'], "_").as_str() {
        "in_person" => Medium::InPerson,
        "phone" | "telephone" => Medium::Phone,
        "video" => Medium::Video,
        "unknown" => Medium::Unknown,
        _ => return Err(format!("`{}` is no medium of a meeting", brief(cell))),
    })
}
