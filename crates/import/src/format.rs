//! The formats, and how one is told from the first line.
//!
//! It must not know how rows are read. Invariant: what is not plainly of a format is of none.

use std::fmt;
use std::str::FromStr;

use crate::columns::Field;
use crate::day;
use crate::error::ImportError;
use crate::row::{Cells, Parting};

/// A format of event data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// The coded events of ICEWS as on the Dataverse, with a heading.
    IcewsCoded,
    /// Subject, relation, object and time between tabs, by names or numbers.
    Quadruple,
    /// GDELT 1.0: 58 columns, 57 before 2013.
    Gdelt1,
    /// GDELT 2.0: 61 columns.
    Gdelt2,
    /// POLECAT, coded by PLOVER, with a heading.
    Polecat,
    /// A table of meetings with a heading.
    Meetings,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::IcewsCoded, Self::Quadruple, Self::Gdelt1, Self::Gdelt2, Self::Polecat, Self::Meetings];

    /// The format's word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::IcewsCoded => "icews",
            Self::Quadruple => "quadruple",
            Self::Gdelt1 => "gdelt1",
            Self::Gdelt2 => "gdelt2",
            Self::Polecat => "polecat",
            Self::Meetings => "meetings",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Format {
    type Err = ImportError;

    fn from_str(given: &str) -> Result<Self, ImportError> {
        Self::ALL.into_iter().find(|format| format.as_str() == given).ok_or_else(|| ImportError::Format {
            given: given.to_owned(),
            formats: Self::ALL.map(Self::as_str).join(", "),
        })
    }
}

/// What the first line shows.
#[derive(Debug)]
pub(crate) struct Beginning {
    pub format: Format,
    pub parting: Parting,
    /// The cells of the heading, where the line is one.
    pub heading: Option<Vec<String>>,
}

/// Tells the format of a first line, or says what the line has.
pub(crate) fn tell(line: &str, given: Option<Format>, has_columns: bool) -> Result<Beginning, String> {
    let parting = parting(line);
    let mut cells = Cells::default();
    let row = cells.part(line, parting)?;
    let names: Vec<String> = (0..row.len()).map(|column| row.cell(column).to_owned()).collect();
    let has = |name: &str| names.iter().any(|cell| cell.eq_ignore_ascii_case(name));
    let format = if let Some(format) = given {
        format
    } else if has_columns {
        Format::Meetings
    } else if has("Event Date") && (has("CAMEO Code") || has("Event Text")) && has("Source Name") {
        Format::IcewsCoded
    } else if has("Event Type") && has("Actor Name") && has("Recipient Name") {
        Format::Polecat
    } else if has("GLOBALEVENTID") {
        if has("ActionGeo_ADM2Code") || names.len() == 61 { Format::Gdelt2 } else { Format::Gdelt1 }
    } else if is_table(&names) {
        Format::Meetings
    } else {
        by_shape(&names, parting)?
    };
    let is_heading = match format {
        Format::IcewsCoded | Format::Polecat | Format::Meetings => true,
        Format::Gdelt1 | Format::Gdelt2 => has("GLOBALEVENTID"),
        Format::Quadruple => false,
    };
    Ok(Beginning { format, parting, heading: is_heading.then_some(names) })
}

/// Tabs part the cells wherever there are any.
fn parting(line: &str) -> Parting {
    let count = |wanted: u8| line.bytes().filter(|&byte| byte == wanted).count();
    if count(b'\t') > 0 {
        Parting::Tab
    } else if count(b';') > count(b',') {
        Parting::Quoted(b';')
    } else if count(b',') > 0 {
        Parting::Quoted(b',')
    } else {
        Parting::Tab
    }
}

fn is_table(names: &[String]) -> bool {
    let fields: Vec<Field> = names.iter().filter_map(|name| Field::named(name)).collect();
    let dated = fields.contains(&Field::Date) || fields.contains(&Field::Start);
    dated && (fields.contains(&Field::Participant) || fields.contains(&Field::Host))
}

fn by_shape(names: &[String], parting: Parting) -> Result<Format, String> {
    let time = |cell: &str| is_number(cell) || day::read(cell).is_ok();
    match names.len() {
        57 | 58 | 61 if parting == Parting::Tab && day::read(&names[1]).is_ok() => {
            Ok(if names.len() == 61 { Format::Gdelt2 } else { Format::Gdelt1 })
        }
        4 | 5 if parting == Parting::Tab && time(&names[3]) => Ok(Format::Quadruple),
        columns => {
            let beginning = day::brief(&names.join(" | "));
            let plural = if columns == 1 { "" } else { "s" };
            Err(format!("its first line has {columns} column{plural}, beginning `{beginning}`"))
        }
    }
}

/// Whether a cell is a whole number.
pub(crate) fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_line_shows_its_format() {
        let gdelt = |columns: usize| {
            let mut cells = vec!["1"; columns];
            cells[1] = "20200101";
            cells.join("\t")
        };
        for (line, format) in [
            ("Event ID\tEvent Date\tSource Name\tEvent Text\tCAMEO Code", Format::IcewsCoded),
            ("Event ID,Event Date,Event Type,Event Mode,Actor Name,Recipient Name", Format::Polecat),
            ("GLOBALEVENTID\tSQLDATE", Format::Gdelt1),
            ("date,participants,place", Format::Meetings),
            ("0\t0\t33\t24", Format::Quadruple),
            ("Iran\tConsult\tIraq\t2014-01-02\t0", Format::Quadruple),
            (gdelt(57).as_str(), Format::Gdelt1),
            (gdelt(58).as_str(), Format::Gdelt1),
            (gdelt(61).as_str(), Format::Gdelt2),
        ] {
            assert_eq!(tell(line, None, false).unwrap().format, format, "{line}");
        }
        for unclear in ["", "23033\t2560", "a,b,c", gdelt(60).as_str(), "{\"type\":\"actor\"}"] {
            assert!(tell(unclear, None, false).is_err(), "{unclear}");
        }
    }
}
