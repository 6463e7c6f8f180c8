//! Rows of subject, relation, object and time, as temporal knowledge graphs have them.
//!
//! It must not know where the names come from. A fifth column is not read.

use foldhash::{HashMap, HashMapExt};
use jiff::civil::Date;

use crate::cameo::{self, Code};
use crate::cast;
use crate::day::{self, brief};
use crate::event::{Event, Mention};
use crate::format::is_number;
use crate::reading::Reading;
use crate::register::Register;
use crate::row::Row;

/// How the rows are written, told from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Manner {
    /// Numbers stand for names.
    pub numbered: bool,
    /// Times are hours since a day.
    pub hours: bool,
}

impl Manner {
    pub(crate) fn of(row: &Row<'_>) -> Self {
        let time = row.cell(3);
        Self {
            numbered: (0..3).all(|column| is_number(row.cell(column))),
            // `20140102` is a day: so many hours are two thousand years.
            hours: is_number(time) && !(time.len() == 8 && day::read(time).is_ok()),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Quadruples {
    manner: Manner,
    epoch: Date,
    /// The relations met by name; there are few.
    relations: HashMap<String, Option<Code>>,
    /// The time of the last row with its day: rows of one day follow one another.
    last: (String, Date),
}

impl Quadruples {
    pub(crate) fn new(manner: Manner, epoch: Date) -> Self {
        Self { manner, epoch, relations: HashMap::new(), last: (String::new(), epoch) }
    }

    pub(crate) fn read(
        &mut self,
        row: &Row<'_>,
        register: &mut Register,
        event: &mut Event,
    ) -> Result<(), String> {
        if row.len() < 4 {
            return Err(format!("has {} columns where a quadruple has 4", row.len()));
        }
        let date = self.date(row.cell(3))?;
        let code = self.relation(row.cell(1), register)?;
        event.day.set(date);
        event.code(&code);
        if event.reading == Reading::Nothing {
            return Ok(());
        }
        let (subject, object) = (self.actor(row, 0, register)?, self.actor(row, 2, register)?);
        event.sources.extend(subject);
        event.targets.extend(object);
        Ok(())
    }

    fn date(&mut self, time: &str) -> Result<Date, String> {
        if self.last.0 != time || time.is_empty() {
            let date = if self.manner.hours { day::after(self.epoch, time) } else { day::read(time) }?;
            time.clone_into(&mut self.last.0);
            self.last.1 = date;
        }
        Ok(self.last.1)
    }

    fn relation(&mut self, cell: &str, register: &Register) -> Result<Code, String> {
        let unknown = |name: &str| format!("the relation `{}` is none of CAMEO's", brief(name));
        if self.manner.numbered {
            let number: Option<usize> = cell.parse().ok();
            let found = number.and_then(|number| register.relations.get(number)?.as_ref());
            return match found {
                Some(Ok(code)) => Ok(*code),
                Some(Err(name)) => Err(unknown(name)),
                None => Err(format!("the relation {} is not in relation2id.txt", brief(cell))),
            };
        }
        if let Some(code) = self.relations.get(cell) {
            return code.ok_or_else(|| unknown(cell));
        }
        let code = cameo::by_name(cell);
        // Garbage would make the table grow without end.
        if self.relations.len() < 10_000 {
            self.relations.insert(cell.to_owned(), code);
        }
        code.ok_or_else(|| unknown(cell))
    }

    fn actor(
        &self,
        row: &Row<'_>,
        column: usize,
        register: &mut Register,
    ) -> Result<Option<Mention>, String> {
        let cell = row.cell(column);
        if cell.is_empty() {
            return Ok(None);
        }
        let actor: cast::Number = if self.manner.numbered {
            let number: Option<usize> = cell.parse().ok();
            let found = number.and_then(|number| register.entities.get(number).copied().flatten());
            found.ok_or_else(|| format!("the entity {} is not in entity2id.txt", brief(cell)))?
        } else {
            register.cast.named(cell, None)
        };
        let at = if self.manner.numbered { None } else { row.place_of(column, cell) };
        Ok(Some(Mention { actor, at }))
    }
}
