//! The cells of an answer, for the formats that have rows and columns: which columns, in which order.
//!
//! It must not know a format. Invariant: every row has as many cells as there are columns.

use std::cmp::Ordering;

use super::{Cell, Row};
use crate::Error;

/// Headings and rows of cells; made from the rows of an answer.
///
/// ```
/// use rapporteur::render::{self, Sheet};
/// # let rows: Vec<rapporteur::MeetingRow> = Vec::new();
/// let sheet = Sheet::from(&rows).select(&["When", "Who"])?;
/// print!("{}", render::csv(sheet)?);
/// # Ok::<(), rapporteur::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    pub(super) columns: Vec<&'static str>,
    pub(super) rows: Vec<Vec<Cell>>,
    /// Whether the last column holds ids, which are never broken.
    pub(super) ends_in_id: bool,
}

impl<R: Row> From<&[R]> for Sheet {
    fn from(rows: &[R]) -> Self {
        let columns = R::COLUMNS.to_vec();
        Self { columns, rows: rows.iter().map(Row::cells).collect(), ends_in_id: true }
    }
}

impl<R: Row> From<&Vec<R>> for Sheet {
    fn from(rows: &Vec<R>) -> Self {
        rows.as_slice().into()
    }
}

impl<R: Row, const N: usize> From<&[R; N]> for Sheet {
    fn from(rows: &[R; N]) -> Self {
        rows.as_slice().into()
    }
}

impl Sheet {
    /// Only these columns, in this order; names count in upper and lower case alike.
    ///
    /// # Errors
    /// [`Error::NoColumn`] where there is none of that name.
    pub fn select(self, columns: &[&str]) -> Result<Self, Error> {
        let places = columns.iter().map(|name| self.column(name)).collect::<Result<Vec<usize>, _>>()?;
        let last = self.columns.len().checked_sub(1);
        Ok(Self {
            columns: places.iter().map(|place| self.columns[*place]).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| places.iter().map(|place| row[*place].clone()).collect())
                .collect(),
            ends_in_id: self.ends_in_id && places.last().copied() == last,
        })
    }

    /// The rows by one column: numbers by size, else as text, what is empty last. Equals keep their order. Gives
    /// the places of the rows, for what stands beside them.
    ///
    /// # Errors
    /// [`Error::NoColumn`] where there is none of that name.
    pub fn order(&self, column: &str, descending: bool) -> Result<Vec<usize>, Error> {
        let place = self.column(column)?;
        let texts: Vec<String> = self.rows.iter().map(|row| row[place].joined(", ")).collect();
        let mut order: Vec<usize> = (0..texts.len()).collect();
        order.sort_by(|one, other| {
            let (one, other) = (texts[*one].as_str(), texts[*other].as_str());
            one.is_empty().cmp(&other.is_empty()).then_with(|| match descending {
                true => compare(other, one),
                false => compare(one, other),
            })
        });
        Ok(order)
    }

    fn column(&self, name: &str) -> Result<usize, Error> {
        let wanted = name.trim().to_lowercase();
        let found = self.columns.iter().position(|column| column.to_lowercase() == wanted);
        found.ok_or_else(|| Error::NoColumn { name: name.to_owned(), columns: self.columns.clone() })
    }
}

fn compare(one: &str, other: &str) -> Ordering {
    // "5 (3 independent)" is a number too.
    let number = |text: &str| text.split(' ').next().and_then(|first| first.parse::<f64>().ok());
    match (number(one), number(other)) {
        (Some(one), Some(other)) => one.total_cmp(&other),
        _ => one.cmp(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let row = |when: &str, sources: &str, id: &str| vec![when.into(), sources.into(), id.into()];
        Sheet {
            columns: vec!["When", "Sources", "Id"],
            rows: vec![row("2025", "10", "b"), row("", "9 (2 independent)", "a"), row("2024", "2", "c")],
            ends_in_id: true,
        }
    }

    #[test]
    fn numbers_are_sorted_by_size_and_the_empty_come_last() {
        assert_eq!(sheet().order("sources", false).unwrap(), [2, 1, 0]);
        assert_eq!(sheet().order("when", false).unwrap(), [2, 0, 1]);
        assert_eq!(sheet().order("WHEN", true).unwrap(), [0, 2, 1]);
    }

    #[test]
    fn columns_are_chosen_and_an_unknown_one_is_named_with_those_there_are() {
        let chosen = sheet().select(&["id", "when"]).unwrap();
        assert_eq!((chosen.columns.as_slice(), chosen.ends_in_id), (&["Id", "When"][..], false));
        let said = sheet().select(&["where"]).unwrap_err().to_string();
        assert_eq!(said, "there is no column `where`; the columns are: When, Sources, Id");
    }
}
