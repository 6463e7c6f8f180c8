//! A file as one or more streams of bytes: plain, gzip or zip, told by its first bytes and not by its name.
//!
//! It must not know formats. Invariant: nothing is read into memory but a buffer.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;

use crate::ImportError;
use crate::archive::{Archive, Checked};

const GZIP: &[u8] = &[0x1f, 0x8b];
/// Of a member, of an archive without any, and of one in pieces.
const ZIP: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];
const BUFFER: usize = 1 << 16;

/// A stream with what it is called: the file, or the member of an archive.
pub(crate) struct Stream {
    /// The path for messages, with the member within.
    pub called: String,
    /// The name alone, for titles and ids.
    pub name: String,
    pub reader: Box<dyn BufRead + Send>,
}

/// Where streams come from.
pub(crate) enum Input {
    One(Option<Stream>),
    Archive { archive: Archive, path: String },
}

impl Input {
    /// Opens a file.
    pub(crate) fn open(path: &Path, limit: u64) -> Result<Self, ImportError> {
        let called = path.display().to_string();
        let failed = |source: io::Error| ImportError::Open { file: called.clone(), source };
        let mut file = File::open(path).map_err(failed)?;
        if file.metadata().map_err(failed)?.is_dir() {
            return Err(failed(io::Error::from(io::ErrorKind::IsADirectory)));
        }
        let beginning = beginning(&mut file).map_err(failed)?;
        if ZIP.iter().any(|magic| beginning.starts_with(magic)) {
            return Ok(Self::Archive { archive: Archive::open(path)?, path: called });
        }
        let name = file_name(path);
        Ok(Self::One(Some(Stream { called, name, reader: stream(beginning, file, limit) })))
    }

    /// Takes a stream that is open already; an archive cannot be read from one.
    pub(crate) fn read(
        mut reader: impl Read + Send + 'static,
        name: &str,
        limit: u64,
    ) -> Result<Self, ImportError> {
        let beginning = beginning(&mut reader).map_err(|source| ImportError::Read {
            file: name.to_owned(),
            line: 1,
            source,
        })?;
        if ZIP.iter().any(|magic| beginning.starts_with(magic)) {
            let reason = "an archive is read from a file, not from a stream".to_owned();
            return Err(ImportError::Archive { file: name.to_owned(), reason });
        }
        let reader = stream(beginning, reader, limit);
        Ok(Self::One(Some(Stream { called: name.to_owned(), name: name.to_owned(), reader })))
    }

    /// The next stream.
    pub(crate) fn next(&mut self, limit: u64) -> Option<Result<Stream, ImportError>> {
        match self {
            Self::One(stream) => stream.take().map(Ok),
            Self::Archive { archive, path } => archive.next(limit).map(|member| {
                let (name, reader) = member?;
                Ok(Stream { called: format!("{path}: {name}"), name: file_name(Path::new(&name)), reader })
            }),
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// The first four bytes, or fewer where there are no more.
fn beginning(reader: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut beginning = Vec::with_capacity(4);
    reader.by_ref().take(4).read_to_end(&mut beginning)?;
    Ok(beginning)
}

fn stream(beginning: Vec<u8>, rest: impl Read + Send + 'static, limit: u64) -> Box<dyn BufRead + Send> {
    let packed = beginning.starts_with(GZIP);
    let whole = Cursor::new(beginning).chain(rest);
    if packed {
        let unpacked =
            Checked::new(MultiGzDecoder::new(BufReader::with_capacity(BUFFER, whole)), limit, None);
        Box::new(BufReader::with_capacity(BUFFER, unpacked))
    } else {
        Box::new(BufReader::with_capacity(BUFFER, whole))
    }
}
