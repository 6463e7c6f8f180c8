//! The members of a zip archive, and the check that what is packed unpacks to what was packed.
//!
//! The zip crate reads the directory alone; the bytes of a member are read from the file and unpacked by
//! flate2, so that a member is a stream of its own. It must not know formats. Invariant: no more than the
//! limit is unpacked of one member.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use flate2::Crc;
use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use crate::ImportError;

/// A member's name and its bytes as they are unpacked.
pub(crate) type Unpacked = (String, Box<dyn BufRead + Send>);

/// An archive whose members are still to be read.
#[derive(Debug)]
pub(crate) struct Archive {
    path: PathBuf,
    members: VecDeque<Member>,
}

#[derive(Debug)]
struct Member {
    name: String,
    start: u64,
    packed: u64,
    method: CompressionMethod,
    crc: u32,
}

impl Archive {
    /// Reads the directory.
    pub(crate) fn open(path: &Path) -> Result<Self, ImportError> {
        let wrong = |reason: String| ImportError::Archive { file: path.display().to_string(), reason };
        let file = File::open(path).map_err(|error| wrong(error.to_string()))?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|error| wrong(error.to_string()))?;
        let mut members = VecDeque::new();
        for number in 0..archive.len() {
            let member = archive.by_index_raw(number).map_err(|error| wrong(error.to_string()))?;
            let name = String::from_utf8_lossy(member.name_raw()).into_owned();
            // Finder's folder of resource forks has no rows.
            if member.is_dir() || name.starts_with("__MACOSX/") {
                continue;
            }
            if member.encrypted() {
                return Err(wrong(format!("`{name}` is encrypted")));
            }
            let start = member.data_start().ok_or_else(|| wrong(format!("`{name}` has no data")))?;
            let (packed, method, crc) = (member.compressed_size(), member.compression(), member.crc32());
            members.push_back(Member { name, start, packed, method, crc });
        }
        Ok(Self { path: path.to_owned(), members })
    }

    /// The next member, with its name.
    pub(crate) fn next(&mut self, limit: u64) -> Option<Result<Unpacked, ImportError>> {
        let member = self.members.pop_front()?;
        Some(self.unpack(&member, limit).map(|reader| (member.name.clone(), reader)).map_err(|reason| {
            ImportError::Archive { file: format!("{}: {}", self.path.display(), member.name), reason }
        }))
    }

    fn unpack(&self, member: &Member, limit: u64) -> Result<Box<dyn BufRead + Send>, String> {
        let mut file = File::open(&self.path).map_err(|error| error.to_string())?;
        file.seek(SeekFrom::Start(member.start)).map_err(|error| error.to_string())?;
        let packed = file.take(member.packed);
        let check = |reader: Box<dyn Read + Send>| -> Box<dyn BufRead + Send> {
            Box::new(BufReader::with_capacity(1 << 16, Checked::new(reader, limit, Some(member.crc))))
        };
        match member.method {
            CompressionMethod::Stored => Ok(check(Box::new(packed))),
            CompressionMethod::DEFLATE => Ok(check(Box::new(DeflateDecoder::new(packed)))),
            other => Err(format!("it is packed as {other}, and only deflate can be unpacked here")),
        }
    }
}

/// A stream that may not grow beyond a limit and must have a checksum at its end.
pub(crate) struct Checked<R> {
    reader: R,
    left: u64,
    limit: u64,
    crc: Crc,
    wanted: Option<u32>,
}

impl<R: Read> Checked<R> {
    pub(crate) fn new(reader: R, limit: u64, wanted: Option<u32>) -> Self {
        Self { reader, left: limit, limit, crc: Crc::new(), wanted }
    }
}

impl<R: Read> Read for Checked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(buffer)?;
        let wrong = |reason: String| io::Error::new(io::ErrorKind::InvalidData, reason);
        if read == 0 && !buffer.is_empty() {
            if self.wanted.is_some_and(|wanted| wanted != self.crc.sum()) {
                return Err(wrong("it is damaged: its checksum is wrong".to_owned()));
            }
            return Ok(0);
        }
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            wrong(format!("it unpacks to more than {} bytes, which is the limit", self.limit))
        })?;
        if self.wanted.is_some() {
            self.crc.update(&buffer[..read]);
        }
        Ok(read)
    }
}
