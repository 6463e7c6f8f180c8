//! A file, row by row, into chunks.
//!
//! It must not know how a format's rows are read. Invariant: chunks depend on the bytes of the file and the
//! options alone, and what a chunk's records name is told in it or in an earlier chunk.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rapporteur_schema::{Confidence, DocumentId};

use crate::chunk::{Chunk, Draft};
use crate::entities;
use crate::event::{Event, Told};
use crate::format::{self, Beginning, Format};
use crate::gdelt::Gdelt;
use crate::icews::Icews;
use crate::input::{Input, Stream};
use crate::line::{Found, LONGEST, Lines};
use crate::polecat::Polecat;
use crate::quadruple::{Manner, Quadruples};
use crate::record::{self, Recorder};
use crate::register::Register;
use crate::row::{Cells, Parting, Row};
use crate::table::Table;
use crate::tally::{BadRow, Tally};
use crate::{ImportError, Options, slug};

const BOM: char = '\u{feff}';
/// What numbers stand for, beside the file that has them.
const ENTITIES: &str = "entity2id.txt";
const RELATIONS: &str = "relation2id.txt";

/// An import under way: an iterator over the chunks of a file. An error ends it.
///
/// ```no_run
/// use rapporteur_import::{Import, Options};
/// let mut import = Import::open("events.tab".as_ref(), &Options::default())?;
/// for chunk in import.by_ref() {
///     println!("{}", chunk?.records.len());
/// }
/// println!("{} rows", import.tally().rows);
/// # Ok::<(), rapporteur_import::ImportError>(())
/// ```
pub struct Import {
    options: Options,
    input: Input,
    /// Where the files of names are looked for.
    folder: Option<PathBuf>,
    part: Option<Part>,
    /// The rows whose names must be read first.
    waiting: Option<Part>,
    format: Option<Format>,
    register: Register,
    recorder: Recorder,
    event: Event,
    cells: Cells,
    row: Vec<u8>,
    tally: Tally,
    chunks: u64,
    ended: bool,
}

/// A stream that is being read.
struct Part {
    called: String,
    name: String,
    /// What the ids of its chunks begin with.
    stem: String,
    chunk: u32,
    lines: Lines,
    parting: Parting,
    heading: bool,
    body: Body,
}

enum Body {
    Names,
    Icews(Icews),
    Quadruples(Quadruples),
    Gdelt(Gdelt),
    Polecat(Polecat),
    Table(Table),
}

impl Import {
    /// Opens a file: plain, gzip, or a zip archive, each member of which is read.
    ///
    /// # Errors
    /// A file that cannot be opened. Whether its rows can be read is seen as they are.
    pub fn open(path: &Path, options: &Options) -> Result<Self, ImportError> {
        let input = Input::open(path, options.unpacked)?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Self::new(input, Some(folder), options))
    }

    /// Reads a stream, plain or gzip, under a name that stands for the file's.
    ///
    /// # Errors
    /// A stream that cannot be read, or is an archive.
    pub fn read(
        reader: impl Read + Send + 'static,
        name: &str,
        options: &Options,
    ) -> Result<Self, ImportError> {
        Ok(Self::new(Input::read(reader, name, options.unpacked)?, None, options))
    }

    fn new(input: Input, folder: Option<PathBuf>, options: &Options) -> Self {
        Self {
            options: options.clone(),
            input,
            folder,
            part: None,
            waiting: None,
            format: None,
            register: Register::default(),
            recorder: Recorder::default(),
            event: Event::new(Confidence::CERTAIN),
            cells: Cells::default(),
            row: Vec::new(),
            tally: Tally::default(),
            chunks: 0,
            ended: false,
        }
    }

    /// What became of the rows so far.
    pub const fn tally(&self) -> &Tally {
        &self.tally
    }

    /// The format of what is being read, once the first line was.
    pub const fn format(&self) -> Option<Format> {
        self.format
    }

    /// Finds the next stream, and how it is to be read.
    fn turn_to_next(&mut self) -> Result<bool, ImportError> {
        if let Some(part) = self.waiting.take() {
            self.part = Some(part);
            return Ok(true);
        }
        let Some(stream) = self.input.next(self.options.unpacked) else { return Ok(false) };
        let Stream { called, name, reader } = stream?;
        let mut lines = Lines::new(reader);
        let line = first_line(&mut lines, &called)?;
        let told = format::tell(&line, self.options.format, !self.options.columns.is_empty());
        let Beginning { format, parting, heading } =
            told.map_err(|found| ImportError::Unclear { file: called.clone(), found })?;
        self.format = Some(format);
        self.event.confidence = confidence(format);
        let names = heading.as_deref().unwrap_or_default();
        let body = match format {
            Format::IcewsCoded => Body::Icews(Icews::new(names, &called)?),
            Format::Gdelt1 => Body::Gdelt(Gdelt::one()),
            Format::Gdelt2 => Body::Gdelt(Gdelt::two()),
            Format::Polecat => Body::Polecat(Polecat::new(names, &called)?),
            Format::Meetings => Body::Table(Table::new(names, &self.options.columns, &called)?),
            Format::Quadruple => return self.turn_to_quadruples(called, name, &line, lines).map(|()| true),
        };
        let stem = stem(&name, &line);
        let heading = heading.is_some();
        self.part = Some(Part { called, name, stem, chunk: 0, lines, parting, heading, body });
        Ok(true)
    }

    fn turn_to_quadruples(
        &mut self,
        called: String,
        name: String,
        line: &str,
        lines: Lines,
    ) -> Result<(), ImportError> {
        let row = self
            .cells
            .part(line, Parting::Tab)
            .map_err(|found| ImportError::Unclear { file: called.clone(), found })?;
        let manner = Manner::of(&row);
        let epoch = match self.options.epoch {
            Some(epoch) => epoch,
            None if manner.hours => return Err(ImportError::Epoch { file: called }),
            None => Date::default(),
        };
        let stem = stem(&name, line);
        let body = Body::Quadruples(Quadruples::new(manner, epoch));
        let (parting, heading) = (Parting::Tab, false);
        let part = Part { called, name, stem, chunk: 0, lines, parting, heading, body };
        // Members of one archive share the names beside it.
        if manner.numbered && self.register.entities.is_empty() {
            self.read_relations(&part.called)?;
            let (called, mut lines) = self.beside(ENTITIES, &part.called)?;
            let stem = self::stem(ENTITIES, &first_line(&mut lines, &called)?);
            let (name, body) = (ENTITIES.to_owned(), Body::Names);
            self.part = Some(Part { called, name, stem, chunk: 0, lines, parting, heading, body });
            self.waiting = Some(part);
        } else {
            self.part = Some(part);
        }
        Ok(())
    }

    /// A file of names in the folder of the file that needs it.
    fn beside(&self, name: &str, needed_by: &str) -> Result<(String, Lines), ImportError> {
        let wanted = self.folder.as_deref().unwrap_or(Path::new("")).join(name);
        let opened = match &self.folder {
            Some(_) => File::open(&wanted),
            None => Err(io::Error::new(io::ErrorKind::NotFound, "a stream has no folder to look in")),
        };
        let file = opened.map_err(|source| ImportError::Names {
            file: needed_by.to_owned(),
            wanted: wanted.clone(),
            source,
        })?;
        Ok((wanted.display().to_string(), Lines::new(Box::new(BufReader::new(file)))))
    }

    fn read_relations(&mut self, needed_by: &str) -> Result<(), ImportError> {
        let (called, mut lines) = self.beside(RELATIONS, needed_by)?;
        loop {
            let found = lines.next(&mut self.row, false);
            let found = found.map_err(|source| read_error(&called, &lines, source))?;
            if found == Found::End {
                return Ok(());
            }
            let read = text_of(&self.row, found).and_then(|text| {
                let (within, blank) = bare(text);
                let row = self.cells.part(&text[within], Parting::Tab)?;
                if blank { Ok(()) } else { entities::relation(&row, &mut self.register) }
            });
            if let Err(reason) = read {
                self.tally.rows += 1;
                refuse(&mut self.tally, &self.options, &called, lines.number, reason)?;
            }
        }
    }

    /// Reads rows until a chunk is full or the stream ends. Nothing where it ended and told nothing more.
    fn fill(&mut self, part: &mut Part) -> Result<Option<Chunk>, ImportError> {
        loop {
            part.chunk += 1;
            self.chunks += 1;
            let id = DocumentId::from_text(&format!("{}-{:05}", part.stem, part.chunk));
            let mut draft = Draft::new(id, self.chunks);
            let mut ended = false;
            while !ended && !draft.is_full() {
                let quoted = matches!(part.parting, Parting::Quoted(_));
                let found = part.lines.next(&mut self.row, quoted);
                let found = found.map_err(|source| read_error(&part.called, &part.lines, source))?;
                if found == Found::End {
                    ended = true;
                } else if let Err(reason) = self.take(part, found, &mut draft) {
                    refuse(&mut self.tally, &self.options, &part.called, part.lines.number, reason)?;
                }
            }
            let chunk = draft.finish(&part.name);
            if ended || chunk.is_some() {
                return Ok(chunk);
            }
        }
    }

    /// Takes one row into the draft.
    fn take(&mut self, part: &mut Part, found: Found, draft: &mut Draft) -> Result<(), String> {
        let number = part.lines.number;
        let is_heading = part.heading && number == 1;
        let read = text_of(&self.row, found);
        let counted = read.as_ref().map_or(true, |text| !bare(text).1) && !is_heading;
        match part.body {
            Body::Names => self.tally.names += u64::from(counted),
            _ => self.tally.rows += u64::from(counted),
        }
        let text = read?;
        let (within, _) = bare(text);
        draft.push(number, text, within.clone());
        if !counted {
            return Ok(());
        }
        let row = self.cells.part(&text[within], part.parting)?;
        self.event.clear();
        let told =
            tell(&mut part.body, &row, &mut self.register, &mut self.event, &mut self.recorder, draft)?;
        let tally = &mut self.tally;
        match told {
            Told::Meeting => tally.meetings += 1,
            Told::Statement => tally.statements += 1,
            Told::Outcome => tally.outcomes += 1,
            Told::Name => {}
            Told::NotDiplomacy => tally.not_diplomacy += 1,
            Told::Alone => tally.without_counterpart += 1,
        }
        Ok(())
    }
}

impl Iterator for Import {
    type Item = Result<Chunk, ImportError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.ended {
            let Some(mut part) = self.part.take() else {
                match self.turn_to_next() {
                    Ok(found) => self.ended = !found,
                    Err(error) => {
                        self.ended = true;
                        return Some(Err(error));
                    }
                }
                continue;
            };
            match self.fill(&mut part) {
                Ok(Some(chunk)) => {
                    self.part = Some(part);
                    return Some(Ok(chunk));
                }
                Ok(None) => {}
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

fn tell(
    body: &mut Body,
    row: &Row<'_>,
    register: &mut Register,
    event: &mut Event,
    recorder: &mut Recorder,
    draft: &mut Draft,
) -> Result<Told, String> {
    match body {
        Body::Names => {
            let actor = entities::entity(row, register)?;
            record::entity(actor, register, draft);
            return Ok(Told::Name);
        }
        Body::Icews(rows) => rows.read(row, register, event)?,
        Body::Quadruples(rows) => rows.read(row, register, event)?,
        Body::Gdelt(rows) => rows.read(row, register, event)?,
        Body::Polecat(rows) => rows.read(row, register, event)?,
        Body::Table(rows) => rows.read(row, register, event)?,
    }
    Ok(recorder.tell(event, register, draft))
}

/// How sure a coded event is: machine-coded ones are right in about four of five cases (ICEWS), fewer where
/// no one culls the duplicates (GDELT); a table was made by hand.
const fn confidence(format: Format) -> Confidence {
    Confidence::from_thousandths(match format {
        Format::IcewsCoded | Format::Quadruple => 800,
        Format::Polecat => 700,
        Format::Gdelt1 | Format::Gdelt2 => 600,
        Format::Meetings => 950,
    })
}

fn refuse(
    tally: &mut Tally,
    options: &Options,
    file: &str,
    line: u64,
    reason: String,
) -> Result<(), ImportError> {
    let file = file.to_owned();
    if options.strict {
        return Err(ImportError::Row { file, line, reason });
    }
    tally.refuse(BadRow { file, line, reason });
    Ok(())
}

fn read_error(called: &str, lines: &Lines, source: io::Error) -> ImportError {
    ImportError::Read { file: called.to_owned(), line: lines.number + 1, source }
}

/// The first line without its break, which must be text.
fn first_line(lines: &mut Lines, called: &str) -> Result<String, ImportError> {
    let file = || called.to_owned();
    if lines.is_empty().map_err(|source| ImportError::Read { file: file(), line: 1, source })? {
        return Err(ImportError::Empty { file: file() });
    }
    let unclear = |found: &str| ImportError::Unclear { file: file(), found: found.to_owned() };
    let line = match lines.first() {
        Some(line) => std::str::from_utf8(line).ok().filter(|line| !line.contains('\0')),
        None => return Err(unclear("its first line is longer than 1 MiB")),
    };
    let line = line.ok_or_else(|| unclear("its first line is no text in UTF-8"))?;
    Ok(line[bare(line).0].to_owned())
}

/// The text of a row as it was found.
fn text_of(row: &[u8], found: Found) -> Result<&str, String> {
    match found {
        Found::TooLong => Err(format!("is longer than {} MiB", LONGEST >> 20)),
        _ => std::str::from_utf8(row)
            .map_err(|error| format!("is not UTF-8 from byte {}", error.valid_up_to())),
    }
}

/// Where a row lies between a byte order mark and a line break, and whether it is blank.
fn bare(text: &str) -> (std::ops::Range<usize>, bool) {
    let start = if text.starts_with(BOM) { BOM.len_utf8() } else { 0 };
    let line = text[start..].strip_suffix('\n').unwrap_or(&text[start..]);
    let line = line.strip_suffix('\r').unwrap_or(line);
    (start..start + line.len(), line.trim().is_empty())
}

/// Endings that are no part of a file's stem; other dots are: `events.2018.tab` is not `events.2019.tab`.
const ENDINGS: [&str; 8] = ["gz", "zip", "tsv", "tab", "csv", "txt", "dat", "tar"];

/// What the ids of a file's chunks begin with: its stem and a hash of its first line.
fn stem(name: &str, first_line: &str) -> String {
    let mut stem = name;
    while let Some((before, ending)) = stem.rsplit_once('.').filter(|(before, _)| !before.is_empty()) {
        if !ENDINGS.contains(&ending.to_lowercase().as_str()) {
            break;
        }
        stem = before;
    }
    let stem: String = slug::of_name(stem).chars().take(80).collect();
    format!("{stem} {}", slug::hash(first_line.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_series_have_stems_of_their_own() {
        for (name, wanted) in [
            ("events.2018.tab", "events-2018 "),
            ("20310301.export.CSV.zip", "20310301-export "),
            ("train.txt", "train "),
            (".txt", "txt "),
            ("", "x "),
        ] {
            assert!(stem(name, "").starts_with(wanted), "{}", stem(name, ""));
        }
    }
}
