//! `import`: records as JSON Lines, and event data as the field publishes it.

mod records;
mod rows;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use rapporteur_import::{Columns, Format, Options};

use self::rows::Rows;
use crate::failure::{Failure, Outcome};
use crate::input;
use crate::output::{self, Output};

/// Endings of files that are imported of a folder.
const ENDINGS: [&str; 7] = ["tsv", "tab", "csv", "txt", "gz", "zip", "jsonl"];
/// Files of a folder that say what the numbers of others mean.
const KEYS: [&str; 3] = ["entity2id.txt", "relation2id.txt", "stat.txt"];
const FORMS: [&str; 7] = ["jsonl", "icews", "quadruple", "gdelt1", "gdelt2", "polecat", "meetings"];

/// Puts in records of the contract, or the rows of event data.
///
/// Records are one JSON object a line, with the documents they cite: all of a file or none. Event data are
/// ICEWS, GDELT 1.0 and 2.0, POLECAT, quadruples (ICEWS14, ICEWS18) and tables of meetings; plain, gzip or
/// zip. Some thousand rows are a document each, so importing a file again changes nothing. What is no
/// diplomacy is passed over, and rows that cannot be read are counted and named. See docs/importing.md.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur import all.jsonl
  rapporteur import events.tab
  rapporteur import visits.tsv --map leader=participant --map city=place
  zstdcat old/journal.jsonl.zst | rapporteur import -")]
pub(crate) struct Arguments {
    /// Files, folders of them, or - for standard input.
    #[arg(required = true, value_name = "FILE|DIR|-")]
    files: Vec<PathBuf>,
    /// The form of the files, where it is not to be told from their first lines.
    #[arg(long, value_name = "FORM", value_parser = PossibleValuesParser::new(FORMS))]
    form: Option<String>,
    /// Which column of a table of meetings is which field: date, start, end, participant, host, absent, place,
    /// country, name, status, medium, topic. Several columns may be one field.
    #[arg(long, value_name = "COLUMN=FIELD")]
    map: Vec<String>,
    /// The day from which quadruples count their hours (for ICEWS18 it is 2018-01-01).
    #[arg(long, value_name = "DATE", value_parser = clap::builder::StringValueParser::new().try_map(|day| day.parse::<jiff::civil::Date>()))]
    epoch: Option<jiff::civil::Date>,
    /// End with the first row that cannot be read. What was stored before it stays.
    #[arg(long)]
    strict: bool,
}

pub(crate) fn run(
    arguments: &Arguments,
    named: Option<&Path>,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    let is_jsonl = arguments.form.as_deref() == Some("jsonl");
    let format: Option<Format> = match arguments.form.as_deref() {
        Some(form) if !is_jsonl => Some(form.parse()?),
        _ => None,
    };
    let options = Options {
        format,
        epoch: arguments.epoch,
        columns: Columns::read(arguments.map.iter().map(String::as_str))?,
        strict: arguments.strict,
        ..Options::default()
    };
    let told = is_jsonl || format.is_some() || !options.columns.is_empty();
    let files = input::files_ending(&arguments.files, &ENDINGS, &KEYS, "nothing to import")?;
    let mut rows = Rows::new(named, options);
    let mut failed = 0;
    for path in &files {
        let done = open(path).and_then(|(reader, begins_a_record)| {
            if is_jsonl || begins_a_record && !told {
                records::import(path, reader, named, output)
            } else {
                rows.import(path, reader, output)
            }
        });
        match done {
            Ok(()) => {}
            Err(failure) if files.len() == 1 || failure.is_broken_pipe() => return Err(failure),
            Err(failure) => {
                failed += 1;
                output::complain(&failure);
            }
        }
    }
    match failed {
        0 => Ok(Outcome::Found),
        failed => {
            output.finish()?;
            Err(Failure::Usage(format!("{failed} of {} files could not be imported", files.len())))
        }
    }
}

/// What a file begins with is looked at and stays to be read.
type Opened = Box<dyn BufRead + Send>;

/// Opens a file, and tells whether it begins as a record does, or is empty and so has none.
fn open(path: &Path) -> Result<(Opened, bool), Failure> {
    let failed = |error: io::Error| Failure::input(path, error);
    let source: Box<dyn Read + Send> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).map_err(failed)?)
    };
    let mut reader = BufReader::new(source);
    let beginning = reader.fill_buf().map_err(failed)?.trim_ascii_start();
    let begins_a_record = beginning.first().is_none_or(|&byte| byte == b'{');
    Ok((Box::new(reader), begins_a_record))
}
