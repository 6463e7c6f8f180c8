//! Prints a file of event data as records, one JSON object a line: `rows FILE [EPOCH [column=field…]]`.
//!
//! What the importer alone costs is seen with `--release` and the output sent to `/dev/null`; with `-` for
//! the epoch none is given.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

use std::error::Error;
use std::io::Write;

use rapporteur_import::{Columns, Import, Options};

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let file = given.first().ok_or("a file is wanted")?;
    let epoch = given.get(1).filter(|epoch| *epoch != "-").map(|epoch| epoch.parse()).transpose()?;
    let columns = Columns::read(given.iter().skip(2).map(String::as_str))?;
    let options = Options { epoch, columns, ..Options::default() };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let silent = std::env::var_os("SILENT").is_some();
    let mut import = Import::open(file.as_ref(), &options)?;
    let mut records = 0;
    for chunk in import.by_ref() {
        let chunk = chunk?;
        records += chunk.records.len();
        if silent {
            continue;
        }
        let mut document = serde_json::to_value(rapporteur_schema::Record::from(chunk.document))?;
        document["text"] = chunk.text.into();
        writeln!(out, "{document}")?;
        for record in chunk.records {
            writeln!(out, "{}", record.to_line()?)?;
        }
    }
    out.flush()?;
    eprintln!("{records} records: {:#?}", import.tally());
    Ok(())
}
