//! `timeline`: what was done day by day, and how the status of a meeting came about.

use std::path::{Path, PathBuf};

use clap::Args;
use rapporteur::schema::MeetingId;
use rapporteur::{Filter, Query, Store, Timeline, Topic, render, resolve};

use super::ask;
use crate::failure::{Failure, Outcome};
use crate::filter::{AsOfArgs, WhenArgs, WhereArgs};
use crate::format::FormatArgs;
use crate::output::{self, Output};

/// What an actor did day by day, or two with each other, or what happened at a place: meetings of any status,
/// statements, outcomes.
///
/// Of a meeting, by its id: how its status came about, by whom and when it was told, and which status stood then.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur timeline Fidan
  rapporteur timeline Putin Zelensky --calendar
  rapporteur timeline --where Istanbul --svg istanbul.svg
  rapporteur timeline meeting/2025-05-16-istanbul-russia-ukraine")]
pub(crate) struct Arguments {
    /// An actor's name or id, or a meeting's id.
    #[arg(value_name = "SUBJECT")]
    subject: Option<String>,
    /// Another actor: what both were in, and what either said of the other.
    #[arg(value_name = "OTHER")]
    other: Option<String>,
    /// A state stands for itself alone, not for its nationals and those who act for it.
    #[arg(long)]
    only_itself: bool,
    #[command(flatten)]
    place: WhereArgs,
    #[command(flatten)]
    when: WhenArgs,
    #[command(flatten)]
    as_of: AsOfArgs,
    /// As a calendar of dots: a line a month and a column a day, or a line a year and a column a week.
    #[arg(long, conflicts_with_all = ["format", "svg"])]
    calendar: bool,
    /// As a picture, an SVG, into this file; - for standard output.
    #[arg(long, value_name = "FILE|-", conflicts_with = "format")]
    svg: Option<PathBuf>,
    #[command(flatten)]
    format: FormatArgs,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let filter = arguments.filter(store)?;
    if !arguments.calendar && arguments.svg.is_none() {
        let answer = Query { topic: Topic::Timeline, filter: filter.clone() }.run(store)?;
        return ask::print(store, filter, answer, &arguments.format, output);
    }
    let timeline = Timeline::of(store, &filter)?;
    let found = Outcome::of(timeline.events.len());
    if timeline.events.is_empty() {
        output::remark("nothing found");
        return Ok(found);
    }
    match &arguments.svg {
        None => output.write(render::calendar(&timeline.events))?,
        Some(path) if path == Path::new("-") => output.write(render::Svg::new(&timeline))?,
        Some(path) => std::fs::write(path, render::Svg::new(&timeline).to_string())
            .map_err(|error| Failure::input(path, error))?,
    }
    Ok(found)
}

impl Arguments {
    fn filter(&self, store: &Store) -> Result<Filter, Failure> {
        let store = self.as_of.of(store);
        let mut filter = Filter { including_nationals: !self.only_itself, ..store.filter() };
        let alone = filter.clone();
        self.place.narrow(store, &mut filter)?;
        self.when.narrow(&mut filter)?;
        let names: Vec<&String> = self.subject.iter().chain(&self.other).collect();
        if let Some(meeting) = names.iter().find_map(|name| name.parse::<MeetingId>().ok()) {
            if names.len() > 1 || filter != alone {
                return Err(Failure::Usage("a meeting's timeline is of that meeting alone".to_owned()));
            }
            filter.meeting = Some(meeting);
            return Ok(filter);
        }
        let named = |name: &Option<String>| name.as_ref().map(|name| resolve::actor(store, name)).transpose();
        (filter.actor, filter.with) = (named(&self.subject)?, named(&self.other)?);
        Ok(filter)
    }
}
