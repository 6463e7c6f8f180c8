//! `demo`: the whole way, once, on the texts that come with the program.

use std::path::PathBuf;

use clap::Args;
use rapporteur::render::{self, Picture};
use rapporteur::{Rapporteur, Source};
use serde::Deserialize;

use super::{ingest, why};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// Shows the whole way on the texts that come with the program: reads them into a temporary store, answers
/// who met whom, where, shows the evidence of one answer, and writes a picture for Graphviz.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur demo
  rapporteur demo --dot talks.dot")]
pub(crate) struct Arguments {
    /// Where the picture is written [default: rapporteur-demo.dot in the folder for temporary files].
    #[arg(long, value_name = "FILE")]
    dot: Option<PathBuf>,
}

macro_rules! fixture {
    ($name:literal, $file:literal) => {
        (
            $name,
            include_bytes!(concat!("../../../../fixtures/", $name, "/", $file)).as_slice(),
            include_str!(concat!("../../../../fixtures/", $name, "/document.json")),
        )
    };
}

/// The name, the text and `document.json` of every fixture.
const FIXTURES: [(&str, &[u8], &str); 9] = [
    fixture!("briefing-dhaka-2018", "article.txt"),
    fixture!("chronology-dhofar-border-1982", "article.txt"),
    fixture!("declaration-turkmenbashi-2009", "article.txt"),
    fixture!("dispatch-teheran-1938", "article.txt"),
    fixture!("istanbul-2025", "article.txt"),
    fixture!("newsletter-october-2019", "article.txt"),
    fixture!("page-dili-2023", "article.html"),
    fixture!("readout-hanoi-santiago-2024", "article.txt"),
    fixture!("wire-malabo-1996", "article.txt"),
];

/// The one whose evidence is shown.
const SHOWN: &str = "istanbul-2025";

#[derive(Deserialize)]
struct Described {
    title: Option<String>,
    publisher: Option<String>,
    published: Option<rapporteur::schema::Edtf>,
    url: Option<String>,
}

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Failure> {
    let temporary = std::env::temp_dir();
    let folder = tempfile::Builder::new()
        .prefix("rapporteur-demo-")
        .tempdir()
        .map_err(|error| Failure::input(&temporary, error))?;
    let rapporteur = Rapporteur::open_or_create(folder.path().join("store"))?;

    output.line(
        "Reading the texts that come with rapporteur (written for it; the events are invented or retold):",
    )?;
    let mut shown = None;
    for (name, text, described) in FIXTURES {
        let ingested = rapporteur.ingest(text, &source(name, described)?)?;
        output.line(format_args!("  {}", ingest::summary(&ingested)))?;
        if name == SHOWN {
            shown = Some(ingested.document);
        }
    }

    let store = rapporteur.store();
    let met = store.met().run()?;
    output.line("\nWho met whom, where?  (rapporteur met)\n")?;
    output.write(render::table(&met, Some(output::width().unwrap_or(100))))?;

    let of_document = match &shown {
        Some(document) => store.met().document(document).run()?,
        None => Vec::new(),
    };
    // The meeting with most people in it tells most.
    let best = of_document.iter().chain(&met).max_by_key(|row| {
        (
            of_document.iter().any(|shown| shown.id == row.id),
            row.attendees.len(),
            std::cmp::Reverse(row.id.clone()),
        )
    });
    if let Some(meeting) = best {
        output.line(format_args!("\nHow do we know?  (rapporteur why {})\n", meeting.id))?;
        why::print(&store.evidence(&meeting.id.clone().into())?, output)?;
    }

    let path = arguments.dot.clone().unwrap_or_else(|| temporary.join("rapporteur-demo.dot"));
    let meetings = match &shown {
        Some(document) => store.meetings().document(document).run()?,
        None => store.meetings().run()?,
    };
    let mut outcomes = Vec::new();
    for meeting in &meetings {
        outcomes.extend(store.outcomes().meeting(&meeting.id).run()?);
    }
    let picture = Picture::default().with_meetings(&meetings).with_outcomes(&outcomes);
    std::fs::write(&path, render::dot(&picture)).map_err(|error| Failure::input(&path, error))?;
    output.line(format_args!(
        "\nThe picture is in {0}; draw it with\n  dot -Tsvg {0} > rapporteur-demo.svg",
        path.display()
    ))?;
    output.line(
        "\nA text of your own:\n  rapporteur ingest talks.txt --published 2025-05-16\n  rapporteur ask who met whom",
    )?;
    Ok(Outcome::of(met.len()))
}

fn source(name: &str, described: &str) -> Result<Source, Failure> {
    let described: Described =
        serde_json::from_str(described).map_err(|error| Failure::Usage(format!("{name}: {error}")))?;
    Ok(Source {
        published: described.published,
        publisher: described.publisher,
        title: described.title,
        url: described.url,
        name: Some(name.to_owned()),
        ..Source::default()
    })
}
