//! `ask`: questions in plain English.

use clap::Args;
use jiff::civil::Date;
use rapporteur::schema::Edtf;
use rapporteur::{Answer, Filter, Store, ask, render};
use serde_json::json;

use crate::failure::{Failure, Outcome};
use crate::format::{Format, FormatArgs};
use crate::output::{self, Output};
use crate::term::{date, today};

/// Answers a question in plain English: first the command that asks the same, then a sentence, then the rows.
///
/// Names are those of the store; times count from today. What is not understood is said.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur ask \"Who met whom in Istanbul in May 2025?\"
  rapporteur ask Who stayed away from the Istanbul talks
  rapporteur ask \"What did Zelensky say about Russia?\"
  rapporteur ask \"How is Fidan connected to Macron?\"")]
pub(crate) struct Arguments {
    /// The question; quotation marks around it are not needed.
    #[arg(value_name = "QUESTION", required = true, num_args = 1..)]
    question: Vec<String>,
    /// The day that \"yesterday\" and \"last month\" count from; today (UTC), where none is given.
    #[arg(long, value_name = "DATE", value_parser = date)]
    today: Option<Edtf>,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let question = arguments.question.join(" ");
    let day: Date = arguments.today.as_ref().map_or_else(today, Edtf::last_day);
    let understood = ask::understand(store, &question, day)?;
    let answer = understood.query.run(store)?;
    let sentence = render::sentence(&understood.query, &answer);
    let command = format!("rapporteur {}", shell(&understood.command));
    match arguments.format.format {
        Format::Json => {
            let rows = render::answer_json(&answer)?;
            let shown = json!({ "command": command, "answer": sentence, "rows": rows });
            let shown =
                serde_json::to_string_pretty(&shown).map_err(|error| Failure::Usage(error.to_string()))?;
            output.line(shown)?;
            return Ok(Outcome::of(answer.len()));
        }
        Format::Table | Format::Markdown => {
            output.line(format_args!("{command}\n"))?;
            output.line(format_args!("{}\n", output::one_line(&sentence)))?;
        }
        Format::Jsonl | Format::Csv => output::remark(&command),
    }
    if answer.is_empty() {
        return Ok(Outcome::Nothing);
    }
    let picture = picture(&understood.command).filter(|_| matches!(arguments.format.format, Format::Table));
    let outcome = print(store, understood.query.filter, answer, &arguments.format, output)?;
    if let Some(command) = picture {
        output::remark(format_args!("as a picture: rapporteur {}", shell(&command)));
    }
    Ok(outcome)
}

/// The command that draws what was asked, where `graph` has its flags.
fn picture(command: &[String]) -> Option<Vec<String>> {
    const ONLY_ASKED: [&str; 3] = ["--absent", "--latest", "--limit"];
    let (first, flags) = command.split_first()?;
    let drawn = first == "met" && !flags.iter().any(|flag| ONLY_ASKED.contains(&flag.as_str()));
    drawn.then(|| {
        let mut words = vec!["graph".to_owned()];
        words.extend(flags.iter().cloned());
        words.extend(["--svg", "answer.svg"].map(str::to_owned));
        words
    })
}

/// Prints the rows of an answer.
pub(super) fn print(
    store: &Store,
    filter: Filter,
    answer: Answer,
    format: &FormatArgs,
    output: &mut Output,
) -> Result<Outcome, Failure> {
    match answer {
        Answer::Meetings(rows) => super::met::answer(store, filter, None, |_| Ok(rows), format, output),
        Answer::Statements(rows) => format.answer(store, filter, |_| Ok(rows), output),
        Answer::Outcomes(rows) => format.answer(store, filter, |_| Ok(rows), output),
        Answer::Actors(rows) => format.answer(store, filter, |_| Ok(rows), output),
        Answer::Places(rows) => format.answer(store, filter, |_| Ok(rows), output),
        Answer::Documents(rows) => format.answer(store, filter, |_| Ok(rows), output),
        Answer::Conflicts(rows) => format.answer(store, filter, |_| Ok(rows), output),
        Answer::Chain(rows) => format.answer(store, filter, |_| Ok(rows), output),
        Answer::Timeline(rows) => format.print(&rows, output),
        Answer::Events(timeline) => format.print(&timeline.events, output),
        _ => Ok(Outcome::Nothing),
    }
}

/// A command as a shell reads it.
fn shell(words: &[String]) -> String {
    let plain =
        |word: &String| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_./,:".contains(c));
    let quoted = |word: &String| match plain(word) {
        true => word.clone(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    };
    words.iter().map(quoted).collect::<Vec<_>>().join(" ")
}
