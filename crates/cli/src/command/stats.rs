//! `stats`: how much a store holds.

use clap::Args;
use rapporteur::Store;
use serde_json::json;

use crate::failure::{Failure, Outcome};
use crate::format::Format;
use crate::output::Output;

/// How much the store holds, and who is busiest.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur stats
  rapporteur stats --format json")]
pub(crate) struct Arguments {
    /// How the figures are written: table or json.
    #[arg(long, short = 'f', value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let statistics = store.statistics()?;
    let counts = statistics.counts;
    let kinds = [
        ("documents", counts.documents),
        ("actors", counts.actors),
        ("places", counts.places),
        ("meetings", counts.meetings),
        ("statements", counts.statements),
        ("outcomes", counts.outcomes),
    ];
    match arguments.format {
        Format::Table => {
            output.line(format_args!("{:<12}{}", "store", store.path().display()))?;
            for (kind, count) in kinds {
                output.line(format_args!("{kind:<12}{count}"))?;
            }
            if let Some((first, last)) = &statistics.dates {
                output.line(format_args!("{:<12}{first} to {last}", "dates"))?;
            }
            let (bytes, frames) = (statistics.journal_bytes, statistics.frames);
            output.line(format_args!("{:<12}{bytes} bytes in {frames} frames", "journal"))?;
            output.line(format_args!("{:<12}{} bytes", "index", statistics.index_bytes))?;
            for part in &statistics.index_parts {
                let (bytes, entries) = (part.bytes, part.entries);
                output.line(format_args!("{:<12}{bytes} bytes in {entries} {}", "", part.what))?;
            }
            output.line(format_args!("{:<12}{}", "format", statistics.format))?;
            for actor in &statistics.busiest {
                output.line(format_args!(
                    "{:<12}{} in {} meetings  {}",
                    "busiest", actor.name, actor.meetings, actor.id
                ))?;
            }
        }
        Format::Json | Format::Jsonl => {
            let busiest = statistics.busiest.iter();
            let busiest =
                busiest.map(|actor| json!({"id": actor.id, "name": actor.name, "meetings": actor.meetings}));
            let parts = statistics.index_parts.iter();
            let parts =
                parts.map(|part| json!({"what": part.what, "entries": part.entries, "bytes": part.bytes}));
            let counts: serde_json::Map<_, _> =
                kinds.iter().map(|(kind, count)| ((*kind).to_owned(), json!(count))).collect();
            output.line(json!({
                "format": statistics.format,
                "counts": counts,
                "tellings": statistics.tellings,
                "journal_bytes": statistics.journal_bytes,
                "frames": statistics.frames,
                "index_bytes": statistics.index_bytes,
                "index_parts": parts.collect::<Vec<_>>(),
                "dates": statistics.dates.as_ref().map(|(first, last)| [first, last]),
                "busiest": busiest.collect::<Vec<_>>(),
            }))?;
        }
        Format::Csv | Format::Markdown => {
            return Err(Failure::Usage("stats are written as table or json".to_owned()));
        }
    }
    Ok(Outcome::Found)
}
