//! The formats of an answer, and printing it in one.

use clap::{Args, ValueEnum};
use rapporteur::render::{self, Cell, Footnote, Row, Sheet};
use rapporteur::schema::RecordId;
use rapporteur::{AsOf, Filter, GraphError, Store};

use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// How an answer looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading, fitted to the terminal
    #[default]
    Table,
    /// One array
    Json,
    /// One object a line
    Jsonl,
    /// RFC 4180, for a spreadsheet
    Csv,
    /// For pasting into a report
    Markdown,
}

/// At most so many pieces of evidence stand in a footnote; `why` has all.
const FOOTNOTE: usize = 2;

/// The format of an answer.
#[derive(Debug, Args)]
pub(crate) struct FormatArgs {
    /// How the answer is written.
    #[arg(long, short = 'f', value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,
    /// Only these columns of a table, in this order, by their headings.
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    columns: Vec<String>,
    /// By this column; `-COLUMN` the other way round.
    #[arg(long, value_name = "COLUMN", allow_hyphen_values = true)]
    sort: Option<String>,
    /// Only how many rows there are.
    #[arg(long, conflicts_with_all = ["columns", "sort"])]
    count: bool,
}

impl FormatArgs {
    /// Asks and prints the rows, with footnotes to their evidence where the format has them. Where they are to be
    /// sorted, that is done before they are cut to the number asked for.
    pub(crate) fn answer<R: Row>(
        &self,
        store: &Store,
        mut filter: Filter,
        ask: impl FnOnce(Filter) -> Result<Vec<R>, GraphError>,
        output: &mut Output,
    ) -> Result<Outcome, Failure> {
        let limit = if self.sort.is_some() { filter.limit.take() } else { None };
        let past = AsOf::of(store, &filter);
        let rows = ask(filter)?;
        self.write(&rows, limit, |id| past.evidence(id), output)
    }

    /// Prints rows; says so where there are none.
    pub(crate) fn print<R: Row>(&self, rows: &[R], output: &mut Output) -> Result<Outcome, Failure> {
        self.write(rows, None, |_| Ok(Vec::new()), output)
    }

    fn write<R: Row>(
        &self,
        rows: &[R],
        limit: Option<usize>,
        evidence: impl Fn(&RecordId) -> Result<Vec<rapporteur::EvidenceView>, GraphError>,
        output: &mut Output,
    ) -> Result<Outcome, Failure> {
        if self.count {
            output.line(rows.len())?;
            return Ok(Outcome::of(rows.len()));
        }
        let mut ordered: Vec<&R> = match &self.sort {
            None => rows.iter().collect(),
            Some(column) => {
                let (column, descending) =
                    column.strip_prefix('-').map_or((column.as_str(), false), |column| (column, true));
                Sheet::from(rows).order(column, descending)?.into_iter().map(|row| &rows[row]).collect()
            }
        };
        ordered.truncate(limit.unwrap_or(usize::MAX));
        let sheet = || -> Result<Sheet, Failure> {
            let sheet = Sheet::from(&ordered);
            let columns: Vec<&str> = self.columns.iter().map(String::as_str).collect();
            Ok(if columns.is_empty() { sheet } else { sheet.select(&columns)? })
        };
        match self.format {
            Format::Table => output.page(render::table(sheet()?, output::width()))?,
            Format::Json => output.write(render::json(&ordered)?)?,
            Format::Jsonl => output.write(render::jsonl(&ordered)?)?,
            Format::Csv => output.write(render::csv(sheet()?)?)?,
            Format::Markdown if rows.is_empty() => {}
            Format::Markdown => {
                output.write(render::markdown(sheet()?, &footnotes(&ordered, evidence)?))?;
            }
        }
        if rows.is_empty() {
            output::remark("nothing found");
        }
        Ok(Outcome::of(rows.len()))
    }
}

/// A footnote for each row that ends in the id of a record with evidence.
fn footnotes<R: Row>(
    rows: &[&R],
    evidence: impl Fn(&RecordId) -> Result<Vec<rapporteur::EvidenceView>, GraphError>,
) -> Result<Vec<Footnote>, Failure> {
    let mut notes = Vec::new();
    for (row, cells) in rows.iter().map(|row| row.cells()).enumerate() {
        let Some(Cell::Text(id)) = cells.last() else { continue };
        let Ok(record) = id.parse::<RecordId>() else { continue };
        let mut evidence = evidence(&record)?;
        evidence.truncate(FOOTNOTE);
        if !evidence.is_empty() {
            notes.push(Footnote { row, id: id.clone(), evidence });
        }
    }
    Ok(notes)
}
