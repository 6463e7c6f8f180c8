//! What a caller may say of a file that the file does not say itself.

use jiff::civil::Date;

use crate::{Columns, Format};

/// How a file is to be read.
#[derive(Debug, Clone)]
pub struct Options {
    /// Its format, where it is not to be told from the data.
    pub format: Option<Format>,
    /// The day from which hours are counted.
    pub epoch: Option<Date>,
    /// Which column of a table of meetings is which field.
    pub columns: Columns,
    /// Whether the first bad row ends the import.
    pub strict: bool,
    /// The most bytes that a compressed file or a member of an archive may unpack to.
    pub unpacked: u64,
}

impl Options {
    /// The largest files of the field, the yearly ones of GDELT, unpack to less.
    pub const UNPACKED: u64 = 16 << 30;
}

impl Default for Options {
    fn default() -> Self {
        Self {
            format: None,
            epoch: None,
            columns: Columns::default(),
            strict: false,
            unpacked: Self::UNPACKED,
        }
    }
}
