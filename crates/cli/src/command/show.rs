//! `show`: one record, as all its documents tell it.

use clap::{Args, ValueEnum};
use rapporteur::schema::RecordId;
use rapporteur::{Store, View};
use serde_json::{Value, json};

use crate::failure::{Failure, Outcome};
use crate::filter::AsOfArgs;
use crate::output::{self, Output};

/// Shows one record, as all its documents tell it together, and what they disagree on.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur show meeting/2025-05-16-istanbul-russia-ukraine
  rapporteur show actor/ana-kolar --format json")]
pub(crate) struct Arguments {
    /// The record's id: the last column of every answer.
    #[arg(value_name = "ID")]
    id: RecordId,
    #[command(flatten)]
    as_of: AsOfArgs,
    /// How the record is written.
    #[arg(long, short = 'f', value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// A line a field
    #[default]
    Table,
    /// One object, indented
    Json,
    /// The record as `export` prints it
    Jsonl,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let Some(view) = arguments.as_of.of(store).record(&arguments.id)? else {
        output::remark(format_args!("there is no {}", arguments.id));
        return Ok(Outcome::Nothing);
    };
    let unprintable = |error: serde_json::Error| Failure::Usage(error.to_string());
    match arguments.format {
        Format::Jsonl => output.line(serde_json::to_string(&view.record).map_err(unprintable)?)?,
        Format::Json => {
            let shown = json!({
                "record": view.record, "documents": view.documents, "conflicts": conflicts(&view),
            });
            output.line(serde_json::to_string_pretty(&shown).map_err(unprintable)?)?;
        }
        Format::Table => {
            let record = serde_json::to_value(&view.record).map_err(unprintable)?;
            for (field, value) in record.as_object().into_iter().flatten() {
                field_lines(field, value, output)?;
            }
            for document in &view.documents {
                output.line(format_args!("{:<14}{document}", "told by"))?;
            }
            for conflict in &view.conflicts {
                output.line(format_args!("documents disagree on {}:", conflict.field))?;
                for (value, documents) in &conflict.values {
                    let documents: Vec<&str> = documents.iter().map(|id| id.as_str()).collect();
                    output.line(format_args!("  {value}  ({})", documents.join(", ")))?;
                }
            }
        }
    }
    Ok(Outcome::Found)
}

fn conflicts<T>(view: &View<T>) -> Vec<Value> {
    let values = |(value, documents): &(String, Vec<_>)| json!({ "value": value, "documents": documents });
    let conflict = |conflict: &rapporteur::Conflict| json!({ "field": conflict.field, "values": conflict.values.iter().map(values).collect::<Vec<_>>() });
    view.conflicts.iter().map(conflict).collect()
}

fn field_lines(field: &str, value: &Value, output: &mut Output) -> Result<(), Failure> {
    match (field, value) {
        ("evidence", Value::Array(spans)) => {
            let pieces = if spans.len() == 1 { "piece" } else { "pieces" };
            output.line(format_args!("{field:<14}{} {pieces}: see `why`", spans.len()))
        }
        (_, Value::Array(values)) => {
            values.iter().try_for_each(|value| output.line(format_args!("{field:<14}{}", in_words(value))))
        }
        _ => output.line(format_args!("{field:<14}{}", in_words(value))),
    }
}

/// A value on a line; of an object every field but its evidence.
fn in_words(value: &Value) -> String {
    let plain = |value: &Value| match value {
        Value::String(text) => text.replace(char::is_control, " "),
        other => other.to_string(),
    };
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(field, _)| *field != "evidence");
            fields.map(|(_, value)| plain(value)).collect::<Vec<_>>().join(", ")
        }
        other => plain(other),
    }
}
