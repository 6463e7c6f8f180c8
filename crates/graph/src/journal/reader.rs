//! Reading the journal, frame by frame, past whatever is damaged.
//!
//! It must not change the file. Invariant: every frame that is whole is found, whatever stands before it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};

use super::frame::{self, HEADER, MAGIC, Position};
use crate::compression::decompress;

/// What stands at a place of the journal.
#[derive(Debug)]
pub(crate) enum Found {
    /// A frame and its content.
    Frame(Position, Vec<u8>),
    /// Something that no longer is a frame, up to the next frame or the end.
    Damaged {
        /// Its first byte.
        offset: u64,
        /// What is wrong.
        reason: String,
    },
    /// The beginning of a frame whose rest never came; the file ends with it.
    Torn {
        /// Its first byte.
        offset: u64,
    },
}

/// Reads a file's frames in order.
#[derive(Debug)]
pub(crate) struct Reader {
    file: File,
    offset: u64,
    length: u64,
}

impl Reader {
    /// Reads from a frame's first byte on, to the file's end as it is now.
    pub(crate) fn new(file: File, offset: u64) -> io::Result<Self> {
        let length = file.metadata()?.len();
        Ok(Self { file, offset, length })
    }

    /// Where the next frame begins.
    pub(crate) const fn offset(&self) -> u64 {
        self.offset
    }

    fn header_at(&mut self, offset: u64) -> io::Result<Option<Position>> {
        let mut header = [0; HEADER];
        self.file.seek(SeekFrom::Start(offset))?;
        self.file.read_exact(&mut header)?;
        Ok(frame::read_header(&header, offset))
    }

    /// The next frame, or what is there in its place.
    pub(crate) fn next(&mut self) -> io::Result<Option<Found>> {
        let offset = self.offset;
        let left = self.length.saturating_sub(offset);
        if left == 0 {
            return Ok(None);
        }
        if left < HEADER as u64 {
            self.offset = self.length;
            return Ok(Some(Found::Torn { offset }));
        }
        let Some(position) = self.header_at(offset)? else {
            self.offset = self.next_header(offset + 1)?.unwrap_or(self.length);
            let reason = "its header is not one".to_owned();
            return Ok(Some(Found::Damaged { offset, reason }));
        };
        if position.end() > self.length {
            // A file that was cut short and written to again has frames behind the stump.
            return match self.next_header(offset + 1)? {
                Some(next) => {
                    self.offset = next;
                    let reason = "the frame is cut short".to_owned();
                    Ok(Some(Found::Damaged { offset, reason }))
                }
                None => {
                    self.offset = self.length;
                    Ok(Some(Found::Torn { offset }))
                }
            };
        }
        match read(&mut self.file, position)? {
            Ok(content) => {
                self.offset = position.end();
                Ok(Some(Found::Frame(position, content)))
            }
            Err(reason) => {
                // The next frame is where the header says, unless bytes are missing and it came nearer. JSON
                // has no control characters, so no header stands inside a frame.
                let next = self.next_header(offset + 1)?;
                self.offset = next.unwrap_or(position.end()).min(position.end());
                Ok(Some(Found::Damaged { offset, reason }))
            }
        }
    }

    /// The first sound header at or behind an offset.
    fn next_header(&mut self, from: u64) -> io::Result<Option<u64>> {
        const WINDOW: usize = 1 << 16;
        let mut window = vec![0; WINDOW];
        let mut start = from;
        while start + HEADER as u64 <= self.length {
            let wanted = WINDOW.min(usize::try_from(self.length - start).unwrap_or(WINDOW));
            self.file.seek(SeekFrom::Start(start))?;
            self.file.read_exact(&mut window[..wanted])?;
            for at in 0..=wanted.saturating_sub(HEADER) {
                if window[at..].starts_with(&MAGIC)
                    && let Some(header) = window[at..wanted].first_chunk()
                    && frame::read_header(header, start + at as u64).is_some()
                {
                    return Ok(Some(start + at as u64));
                }
            }
            // A header across the windows' border is found in the next.
            start += (wanted - HEADER + 1) as u64;
        }
        Ok(None)
    }
}

/// Reads the frame at a position, or says what is wrong with it.
pub(crate) fn read(file: &mut File, position: Position) -> io::Result<Result<Vec<u8>, String>> {
    file.seek(SeekFrom::Start(position.offset + HEADER as u64))?;
    let mut compressed = Vec::new();
    file.take(position.length).read_to_end(&mut compressed)?;
    if compressed.len() as u64 != position.length {
        return Ok(Err("the frame is cut short".to_owned()));
    }
    if crc32fast::hash(&compressed) != position.checksum {
        return Ok(Err("its checksum is wrong".to_owned()));
    }
    Ok(decompress(&compressed).map_err(|error| format!("it does not decompress: {error}")))
}

#[cfg(test)]
mod tests {
    use crate::journal::Frame;
    use std::io::Write;

    use super::*;
    use crate::journal::Writer;
    use crate::storage::Disk;

    const CONTENTS: [&str; 4] =
        ["the first\n", "a second, longer one, longer one, longer one\n", "\n", "the last\n"];

    fn journal() -> (tempfile::NamedTempFile, Vec<u8>, Vec<u64>) {
        let file = tempfile::NamedTempFile::new().unwrap();
        let mut writer = Writer::open(&Disk, file.path(), 0).unwrap();
        let ends = CONTENTS
            .iter()
            .map(|content| writer.append(&Frame::pack(content.as_bytes()).unwrap()).unwrap().end())
            .collect();
        writer.sync().unwrap();
        let bytes = std::fs::read(file.path()).unwrap();
        (file, bytes, ends)
    }

    fn read_all(bytes: &[u8]) -> Vec<Found> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        let mut reader = Reader::new(file, 0).unwrap();
        let mut found = Vec::new();
        while let Some(next) = reader.next().unwrap() {
            found.push(next);
        }
        assert_eq!(reader.offset(), bytes.len() as u64);
        found
    }

    #[test]
    fn it_is_an_ordinary_zstd_stream() {
        let (_file, bytes, _) = journal();
        assert_eq!(decompress(&bytes).unwrap(), CONTENTS.concat().as_bytes());
    }

    #[test]
    fn any_flipped_bit_is_named_and_costs_its_frame_alone() {
        let (_file, bytes, ends) = journal();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let lost = ends.iter().filter(|end| **end <= (bit / 8) as u64).count();
            let start = if lost == 0 { 0 } else { ends[lost - 1] };
            for (at, found) in read_all(&flipped).into_iter().enumerate() {
                match found {
                    Found::Frame(_, content) => assert_eq!(content, CONTENTS[at].as_bytes(), "bit {bit}"),
                    Found::Damaged { offset, .. } => assert_eq!((at, offset), (lost, start), "bit {bit}"),
                    Found::Torn { .. } => panic!("bit {bit}"),
                }
            }
        }
    }

    #[test]
    fn a_cut_anywhere_leaves_the_frames_before_it() {
        let (_file, bytes, ends) = journal();
        for length in 0..bytes.len() {
            let whole = ends.iter().filter(|end| **end <= length as u64).count();
            let found = read_all(&bytes[..length]);
            let frames = found.iter().filter(|found| matches!(found, Found::Frame(..))).count();
            assert_eq!(frames, whole, "{length}");
            let start = if whole == 0 { 0 } else { ends[whole - 1] };
            match found.last() {
                Some(Found::Torn { offset }) => assert_eq!(*offset, start),
                _ => assert_eq!(start, length as u64),
            }
        }
    }

    #[test]
    fn frames_behind_a_stump_are_found() {
        let (_file, bytes, ends) = journal();
        let stump = [&bytes[..ends[0] as usize + 30], &bytes[ends[1] as usize..]].concat();
        let found = read_all(&stump);
        assert!(matches!(found[1], Found::Damaged { .. }));
        assert_eq!(found.len(), 4);
    }
}
