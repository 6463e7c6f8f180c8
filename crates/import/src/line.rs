//! Rows of bytes out of a stream: lines, and in a file with quotation marks the lines that one row spans.
//!
//! It must not know what a row says. Invariant: whatever the stream holds, no more than a longest line and
//! what was read ahead is kept, and every byte is handed out or left out as part of a line too long.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

/// A longer line is no row of event data.
pub(crate) const LONGEST: usize = 1 << 20;
/// A row in quotation marks with more lines has lost its closing mark.
const MOST_LINES: usize = 200;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    Row,
    TooLong,
    End,
}

/// A stream of lines.
pub(crate) struct Lines {
    reader: Box<dyn BufRead + Send>,
    /// Lines read ahead in search of a closing quotation mark, or to tell the format.
    ahead: VecDeque<(Vec<u8>, Found)>,
    /// The number of the row's first line.
    pub number: u64,
    read: u64,
}

impl Lines {
    pub(crate) fn new(reader: Box<dyn BufRead + Send>) -> Self {
        Self { reader, ahead: VecDeque::new(), number: 0, read: 0 }
    }

    /// Whether there is no line at all.
    pub(crate) fn is_empty(&mut self) -> io::Result<bool> {
        if self.ahead.is_empty() {
            let mut line = Vec::new();
            let found = self.fetch(&mut line)?;
            self.ahead.push_back((line, found));
        }
        Ok(self.ahead.front().is_some_and(|(_, found)| *found == Found::End))
    }

    /// The first line, which stays to be read, unless it is too long; [`Self::is_empty`] has fetched it.
    pub(crate) fn first(&self) -> Option<&[u8]> {
        self.ahead.front().filter(|(_, found)| *found == Found::Row).map(|(line, _)| line.as_slice())
    }

    /// The next row with its line break.
    pub(crate) fn next(&mut self, row: &mut Vec<u8>, quoted: bool) -> io::Result<Found> {
        row.clear();
        let found = self.line(row)?;
        self.read += 1;
        self.number = self.read;
        if !quoted || found != Found::Row || is_closed(row) {
            return Ok(found);
        }
        let first = row.len();
        let mut ends = vec![first];
        while ends.len() < MOST_LINES && row.len() < LONGEST {
            let start = row.len();
            let found = self.line(row)?;
            if found != Found::Row {
                row.truncate(start);
                if found == Found::TooLong {
                    self.ahead.push_front((Vec::new(), found));
                }
                break;
            }
            ends.push(row.len());
            if is_closed(row) {
                self.read += ends.len() as u64 - 1;
                return Ok(Found::Row);
            }
        }
        // No closing mark: the first line is a row by itself, and the others are still to be read.
        for pair in ends.windows(2).rev() {
            self.ahead.push_front((row[pair[0]..pair[1]].to_vec(), Found::Row));
        }
        row.truncate(first);
        Ok(Found::Row)
    }

    fn line(&mut self, row: &mut Vec<u8>) -> io::Result<Found> {
        match self.ahead.pop_front() {
            Some((line, found)) => {
                row.extend_from_slice(&line);
                Ok(found)
            }
            None => self.fetch(row),
        }
    }

    fn fetch(&mut self, row: &mut Vec<u8>) -> io::Result<Found> {
        let start = row.len();
        let read = (&mut self.reader).take(LONGEST as u64).read_until(b'\n', row)?;
        if read == 0 {
            return Ok(Found::End);
        }
        if read < LONGEST || row.last() == Some(&b'\n') {
            return Ok(Found::Row);
        }
        row.truncate(start);
        self.pass_over()?;
        Ok(Found::TooLong)
    }

    /// Reads on to the next line without keeping anything.
    fn pass_over(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            let found = buffer.iter().position(|&byte| byte == b'\n');
            let (length, ended) = (buffer.len(), buffer.is_empty());
            self.reader.consume(found.map_or(length, |at| at + 1));
            if found.is_some() || ended {
                return Ok(());
            }
        }
    }
}

/// Whether no quotation mark is left open.
fn is_closed(row: &[u8]) -> bool {
    row.iter().filter(|&&byte| byte == b'"').count() % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: Vec<u8>, quoted: bool) -> Vec<(u64, String)> {
        let mut lines = Lines::new(Box::new(io::Cursor::new(bytes)));
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        loop {
            match lines.next(&mut row, quoted).unwrap() {
                Found::Row => rows.push((lines.number, String::from_utf8_lossy(&row).into_owned())),
                Found::TooLong => rows.push((lines.number, "too long".to_owned())),
                Found::End => return rows,
            }
        }
    }

    #[test]
    fn a_row_in_quotation_marks_spans_lines() {
        let read = rows(b"a,\"b\nc\",d\ne\n".to_vec(), true);
        assert_eq!(read, [(1, "a,\"b\nc\",d\n".to_owned()), (3, "e\n".to_owned())]);
    }

    #[test]
    fn a_mark_left_open_costs_one_line() {
        let read = rows(b"a\n\"b\nc\nd".to_vec(), true);
        let wanted = [(1, "a\n"), (2, "\"b\n"), (3, "c\n"), (4, "d")].map(|(n, row)| (n, row.to_owned()));
        assert_eq!(read, wanted);
    }

    #[test]
    fn a_line_too_long_is_passed_over() {
        let mut bytes = vec![b'x'; 3 * LONGEST];
        bytes.extend_from_slice(b"\nshort");
        for quoted in [false, true] {
            assert_eq!(rows(bytes.clone(), quoted), [(1, "too long".to_owned()), (2, "short".to_owned())]);
        }
    }
}
