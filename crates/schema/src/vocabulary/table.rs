//! The form of the vocabularies' tables: a line that names the columns, then rows of fields between tabs.
//!
//! It must not know any vocabulary. Invariant: the line of column names is never a row.

/// The rows of a table, the fields still joined by tabs.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().skip(1).filter(|line| !line.is_empty())
}

/// The first `N` fields of a row; a missing one is empty.
pub(super) fn fields<const N: usize>(row: &'static str) -> [&'static str; N] {
    let mut fields = row.split('\t').map(str::trim);
    std::array::from_fn(|_| fields.next().unwrap_or_default())
}
