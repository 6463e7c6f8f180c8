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
                // The header is sound, so the next frame is where it says.
                self.offset = position.end();
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
