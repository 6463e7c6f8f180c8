//! What every kind of answer has to offer to be shown.

use serde::Serialize;

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// One text; may be empty.
    Text(String),
    /// Several of a kind.
    List(Vec<String>),
}

impl Cell {
    /// The cell as one text.
    pub fn joined(&self, separator: &str) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(texts) => texts.join(separator),
        }
    }
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// A row of an answer. The last column is the id.
pub trait Row {
    /// The columns, named for a reader.
    const COLUMNS: &'static [&'static str];

    /// The cells, one a column.
    fn cells(&self) -> Vec<Cell>;

    /// The row as `--format json` shows it.
    fn json(&self) -> impl Serialize;
}

impl<R: Row> Row for &R {
    const COLUMNS: &'static [&'static str] = R::COLUMNS;

    fn cells(&self) -> Vec<Cell> {
        (**self).cells()
    }

    fn json(&self) -> impl Serialize {
        (**self).json()
    }
}
