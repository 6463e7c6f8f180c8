//! A row and its cells, between tabs or by the rules of CSV.
//!
//! It must not know what the columns mean. Invariant: where a cell's place in the row is known, the row has
//! the cell's bytes there.

use std::ops::Range;

use csv::{ReaderBuilder, StringRecord};

/// How cells are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parting {
    /// Tabs, and quotation marks mean nothing but around a whole cell.
    Tab,
    /// RFC 4180 with this byte between the cells.
    Quoted(u8),
}

/// Room for the cells of a row, used again from row to row.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    plain: Vec<Range<usize>>,
    quoted: StringRecord,
    is_quoted: bool,
}

/// A row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// Its text without the line break.
    pub text: &'a str,
    cells: &'a Cells,
}

impl Cells {
    /// Parts a row.
    pub(crate) fn part<'a>(&'a mut self, text: &'a str, parting: Parting) -> Result<Row<'a>, String> {
        match parting {
            Parting::Tab => {
                self.is_quoted = false;
                self.plain.clear();
                let mut start = 0;
                for (end, _) in text.bytes().enumerate().filter(|(_, byte)| *byte == b'\t') {
                    self.plain.push(start..end);
                    start = end + 1;
                }
                self.plain.push(start..text.len());
            }
            Parting::Quoted(delimiter) => {
                self.is_quoted = true;
                // The capacity is the row's, so that no more is read and kept.
                let mut reader = ReaderBuilder::new()
                    .has_headers(false)
                    .flexible(true)
                    .delimiter(delimiter)
                    .buffer_capacity(text.len().max(1))
                    .from_reader(text.as_bytes());
                if !reader.read_record(&mut self.quoted).map_err(|error| error.to_string())? {
                    self.quoted.clear();
                }
            }
        }
        Ok(Row { text, cells: self })
    }
}

impl<'a> Row<'a> {
    /// How many cells it has.
    pub(crate) fn len(&self) -> usize {
        if self.cells.is_quoted { self.cells.quoted.len() } else { self.cells.plain.len() }
    }

    /// A cell without the white space and the quotation marks around it, and `None` as data frames write an
    /// absent value read as such; empty where there is none.
    pub(crate) fn cell(&self, column: usize) -> &'a str {
        let cell = if self.cells.is_quoted {
            self.cells.quoted.get(column).unwrap_or_default()
        } else {
            self.cells.plain.get(column).map_or("", |range| &self.text[range.clone()])
        };
        let cell = cell.trim();
        let bare = cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).map_or(cell, str::trim);
        if matches!(bare, "None" | "NA" | "NULL" | "nan") { "" } else { bare }
    }

    /// Where in the row a text of a cell stands: within the cell where that is known, else where it first
    /// stands, and nowhere where it was written otherwise (a doubled quotation mark).
    pub(crate) fn place_of(&self, column: usize, text: &str) -> Option<Range<usize>> {
        if text.is_empty() {
            return None;
        }
        let within = match self.cells.plain.get(column) {
            Some(range) if !self.cells.is_quoted => range.clone(),
            _ => 0..self.text.len(),
        };
        let start = within.start + self.text[within].find(text)?;
        Some(start..start + text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_where_they_stand() {
        let mut cells = Cells::default();
        let row = cells.part("Iran (x)\t\"Iran\"\tNone\t", Parting::Tab).unwrap();
        assert_eq!((row.len(), row.cell(1), row.cell(2), row.cell(9)), (4, "Iran", "", ""));
        assert_eq!(row.place_of(1, "Iran"), Some(10..14));
        let row = cells.part("a,\"b \"\"c\"\", d\",e", Parting::Quoted(b',')).unwrap();
        assert_eq!((row.len(), row.cell(1), row.cell(2)), (3, "b \"c\", d", "e"));
        assert_eq!((row.place_of(1, row.cell(1)), row.place_of(2, "e")), (None, Some(15..16)));
    }
}
