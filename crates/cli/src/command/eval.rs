//! `eval`: scores what an extractor reads against what a careful reader wrote down by hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rapporteur_evaluate::{Answer, Case, Finding, Metric, Score, Tally, score, total};
use rayon::prelude::*;
use serde_json::{Map, Value, json};

use crate::failure::{Failure, Outcome};
use crate::input::{self, LexiconArgs};
use crate::output::{self, Output, one_line};

/// Scores extracted records against hand-written gold: precision, recall and F1.
///
/// DIR holds a folder a document, with its text and `gold.json` (the format is in fixtures/README.md).
/// Without --records the texts are read here, told no more than the day of publication.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur eval fixtures
  rapporteur eval fixtures --only istanbul-2025 --details
  rapporteur eval fixtures --records theirs/*.jsonl --format json")]
pub(crate) struct Arguments {
    /// A folder of annotated documents, a folder each.
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Score these records (JSON Lines) instead: a file a document, named after the document's folder
    /// (`talks-2025.jsonl`), or lying in a folder of that name.
    #[arg(long, num_args = 1.., value_name = "FILE")]
    records: Vec<PathBuf>,
    /// Score this document only.
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// List what was missed and what is too much, with the sentences to look at.
    #[arg(long)]
    details: bool,
    #[command(flatten)]
    lexicon: LexiconArgs,
    /// How the figures are written.
    #[arg(long, short = 'f', value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Format {
    /// For reading
    #[default]
    Table,
    /// One object
    Json,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Failure> {
    let mut cases = Case::read_all(&arguments.folder)?;
    let given = given(arguments, &cases)?;
    if let Some(only) = &arguments.only {
        cases.retain(|case| case.name == *only);
        if cases.is_empty() {
            return Err(Failure::input(&arguments.folder, format!("no document `{only}` in it")));
        }
    }
    let extractor = arguments.lexicon.extractor()?;
    let answer = |case: &Case| match (&given, arguments.records.is_empty()) {
        (_, true) => case.extract(&extractor),
        (given, false) => Ok(given.get(&case.name).cloned().unwrap_or_default()),
    };
    let scored = |case: &Case| answer(case).map(|answer| score(case, &answer));
    let scores: Vec<Score> = cases.par_iter().map(scored).collect::<Result<_, _>>()?;
    if !arguments.records.is_empty() {
        for case in cases.iter().filter(|case| !given.contains_key(&case.name)) {
            output::warn(format_args!("no records of `{}`: it is scored as if nothing was found", case.name));
        }
    }
    match arguments.format {
        Format::Table => table(&cases, &scores, arguments.details, output)?,
        Format::Json => output.line(object(&cases, &scores, arguments.details))?,
    }
    Ok(Outcome::Found)
}

/// The records of each document that has a file of them.
fn given(arguments: &Arguments, cases: &[Case]) -> Result<BTreeMap<String, Answer>, Failure> {
    let mut given = BTreeMap::new();
    for path in &arguments.records {
        let names = [path.file_stem(), path.parent().and_then(Path::file_name)].into_iter().flatten();
        let named = |case: &&Case| names.clone().any(|name| name == case.name.as_str());
        let case = cases.iter().find(named).ok_or_else(|| {
            let folder = arguments.folder.display();
            Failure::input(
                path,
                format!("neither its name nor its folder's is that of a document in `{folder}`"),
            )
        })?;
        let lines = String::from_utf8(input::read(path)?).map_err(|error| Failure::input(path, error))?;
        let answer = Answer::parse(&lines, &path.display().to_string())?;
        if given.insert(case.name.clone(), answer).is_some() {
            return Err(Failure::input(path, format!("these are records of `{}` once more", case.name)));
        }
    }
    Ok(given)
}

fn table(cases: &[Case], scores: &[Score], details: bool, output: &mut Output) -> Result<(), Failure> {
    let width = cases.iter().map(|case| case.name.chars().count()).max().unwrap_or(0).max("metric".len());
    let heads: Vec<String> = Metric::ALL.map(|metric| format!("{metric:>10}")).into();
    output.line(format_args!("{:width$}  {}", "F1", heads.join(" ")))?;
    for (case, score) in cases.iter().zip(scores) {
        let figures = Metric::ALL.map(|metric| format!("{:>10}", figure(score.tally(metric).f1(), 2)));
        output.line(format_args!("{:width$}  {}", case.name, figures.join(" ")))?;
        for finding in score.findings.iter().filter(|_| details) {
            print(finding, output)?;
        }
    }
    output.line("")?;
    output.line("metric      precision     recall         F1   right   wrong  missed")?;
    let total = total(scores);
    for metric in Metric::ALL {
        let Tally { right, wrong, missed } = total.tally(metric);
        let figures = figures(total.tally(metric)).map(|(_, value)| format!("{:>10}", figure(value, 3)));
        output.line(format_args!("{metric:<11}{} {right:>7} {wrong:>7} {missed:>7}", figures.join(" ")))?;
    }
    Ok(())
}

fn print(finding: &Finding, output: &mut Output) -> Result<(), Failure> {
    let Finding { metric, verdict, what, sentences } = finding;
    output.line(format_args!("    {metric} {}: {}", verdict.name(), one_line(what)))?;
    sentences.iter().try_for_each(|sentence| output.line(format_args!("        »{}«", one_line(sentence))))
}

fn figures(tally: Tally) -> [(&'static str, Option<f64>); 3] {
    [("precision", tally.precision()), ("recall", tally.recall()), ("f1", tally.f1())]
}

fn figure(figure: Option<f64>, digits: usize) -> String {
    figure.map_or_else(|| "-".to_owned(), |figure| format!("{figure:.digits$}"))
}

fn object(cases: &[Case], scores: &[Score], details: bool) -> Value {
    let documents = cases.iter().zip(scores).map(|(case, score)| {
        let mut document = json!({"document": case.name, "scores": measured(score)});
        if details {
            document["findings"] = score.findings.iter().map(found).collect();
        }
        document
    });
    json!({"documents": documents.collect::<Vec<_>>(), "total": measured(&total(scores))})
}

fn measured(score: &Score) -> Value {
    let metrics = Metric::ALL.map(|metric| {
        let tally = score.tally(metric);
        let mut value: Map<String, Value> =
            figures(tally).map(|(name, value)| (name.to_owned(), json!(value))).into_iter().collect();
        value.insert("right".to_owned(), json!(tally.right));
        value.insert("wrong".to_owned(), json!(tally.wrong));
        value.insert("missed".to_owned(), json!(tally.missed));
        (metric.name().to_owned(), Value::Object(value))
    });
    Value::Object(metrics.into_iter().collect())
}

fn found(finding: &Finding) -> Value {
    json!({
        "metric": finding.metric.name(),
        "verdict": finding.verdict.name(),
        "what": finding.what,
        "sentences": finding.sentences,
    })
}
