//! The form of the vocabularies' tables: lines of tab-separated fields, `#` before a comment.
//!
//! It must not know any vocabulary. Invariant: comments and empty lines are never rows.

/// The rows of a table, the fields still joined by tabs.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The first `N` fields of a row, without surrounding spaces; a missing one is empty.
pub(super) fn fields<const N: usize>(row: &'static str) -> [&'static str; N] {
    let mut fields = row.split('\t').map(str::trim);
    std::array::from_fn(|_| fields.next().unwrap_or_default())
}
