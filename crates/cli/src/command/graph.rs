//! `graph`: an answer as a picture.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use rapporteur::render::{self, Grouping, Picture};
use rapporteur::schema::{Act, ActorId};
use rapporteur::{Filter, Store, resolve};

use crate::failure::{Failure, Outcome};
use crate::filter::MeetingArgs;
use crate::graphviz::{self, Image};
use crate::output::{self, Output};
use crate::term::{self, term};

/// Above so many nodes nobody reads a picture.
const CROWDED: usize = 400;

/// Draws an answer: meetings with those in them, those who met, what was said, what came of it, or whom one met.
///
/// Meetings are of any status unless one is given; those who met are those of meetings that took place. Lines:
/// there or met solid, absent dashed, planned dotted, disputed red and double; a legend is in the picture.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur graph --where Turkey | dot -Tsvg > talks.svg
  rapporteur graph --draw actors --group country --svg met.svg
  rapporteur graph --draw neighbourhood --around Fidan --hops 2 --png fidan.png
  rapporteur graph --draw statements --who Starmer -f mermaid
  rapporteur graph --draw actors --at-least 2 --most 200 -f gexf > met.gexf")]
pub(crate) struct Arguments {
    #[command(flatten)]
    meetings: MeetingArgs,
    /// What is drawn.
    #[arg(long, value_enum, default_value_t)]
    draw: Draw,
    /// The actor whose neighbourhood is drawn; a state stands for its nationals too.
    #[arg(long, value_name = "ACTOR", required_if_eq("draw", "neighbourhood"))]
    around: Option<String>,
    /// How far a neighbourhood reaches: 1 is whom the actor met, 2 whom those met as well.
    #[arg(long, value_name = "N", default_value_t = 1)]
    hops: usize,
    /// What belongs together: actors by country and meetings by theirs, or both by city or by date.
    #[arg(long, value_enum, value_name = "BY")]
    group: Option<Group>,
    /// Of actors: only those joined by at least so many meetings.
    #[arg(long, value_name = "MEETINGS")]
    at_least: Option<NonZeroUsize>,
    /// At most so many nodes: those with most edges.
    #[arg(long, value_name = "NODES")]
    most: Option<NonZeroUsize>,
    /// Of meetings: without what came of them.
    #[arg(long)]
    no_outcomes: bool,
    /// Of statements: what saying it did; may stand several times.
    #[arg(long, value_parser = term::<Act>(term::ACT), value_delimiter = ',')]
    act: Vec<Act>,
    /// Of statements: whom it speaks of or to.
    #[arg(long, value_name = "ACTOR")]
    about: Option<String>,
    /// Of statements: who passed it on.
    #[arg(long, value_name = "ACTOR")]
    via: Option<String>,
    /// The format on standard output [default: dot, or nothing where a file is drawn].
    #[arg(long, short = 'f', value_enum, value_name = "FORMAT")]
    format: Option<GraphFormat>,
    /// Draws the picture into this file as SVG, by Graphviz.
    #[arg(long, value_name = "FILE")]
    svg: Option<PathBuf>,
    /// Draws the picture into this file as PNG, by Graphviz.
    #[arg(long, value_name = "FILE")]
    png: Option<PathBuf>,
}

/// What a picture shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Draw {
    /// Meetings, those in them, and what came of them
    #[default]
    Meetings,
    /// Those who met, joined with each other
    Actors,
    /// What was said, by whom, to whom and about what
    Statements,
    /// What came of meetings, with its parties
    Outcomes,
    /// Those who met an actor, and those who met them (--around, --hops)
    Neighbourhood,
}

/// By what a picture is put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Group {
    Country,
    Place,
    Day,
}

impl From<Group> for Grouping {
    fn from(group: Group) -> Self {
        match group {
            Group::Country => Self::Country,
            Group::Place => Self::Place,
            Group::Day => Self::Day,
        }
    }
}

/// How a picture is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum GraphFormat {
    /// For Graphviz
    Dot,
    /// For NetworkX, igraph, yEd, Gephi
    Graphml,
    /// For Gephi, with time
    Gexf,
    /// JSON for Cytoscape and Cytoscape.js
    Cytoscape,
    /// For pages in Markdown
    Mermaid,
    /// An edge list, RFC 4180
    Csv,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let picture = narrowed(arguments, store, drawn(arguments, store)?)?;
    let is_drawn = arguments.svg.is_some() || arguments.png.is_some();
    match arguments.format {
        None if is_drawn => {}
        None | Some(GraphFormat::Dot) => output.write(render::dot(&picture))?,
        Some(GraphFormat::Graphml) => output.write(render::graphml(&picture))?,
        Some(GraphFormat::Gexf) => output.write(render::gexf(&picture))?,
        Some(GraphFormat::Cytoscape) => output.write(render::cytoscape(&picture)?)?,
        Some(GraphFormat::Mermaid) => output.write(render::mermaid(&picture))?,
        Some(GraphFormat::Csv) => output.write(render::edge_list(&picture)?)?,
    }
    if picture.nodes() == 0 {
        output::remark("nothing found");
        return Ok(Outcome::Nothing);
    }
    for (file, image) in [(&arguments.svg, Image::Svg), (&arguments.png, Image::Png)] {
        if let Some(file) = file {
            graphviz::draw(&render::dot(&picture), image, file)?;
            let (nodes, edges) = (picture.nodes(), picture.edges());
            output::remark(format_args!("drew {nodes} nodes and {edges} edges into {}", file.display()));
        }
    }
    Ok(Outcome::Found)
}

/// The picture of the whole answer.
fn drawn(arguments: &Arguments, store: &Store) -> Result<Picture, Failure> {
    let filter = arguments.meetings.filter(store)?;
    match arguments.draw {
        Draw::Meetings => meetings(arguments, store, filter),
        Draw::Actors | Draw::Neighbourhood => {
            Ok(Picture::default().with_actors(&store.met().matching(filter).run()?))
        }
        Draw::Statements => said(arguments, store, filter),
        Draw::Outcomes => {
            let outcomes = store.outcomes().matching(filter).run()?;
            described(arguments, store, Picture::default().with_outcomes(&outcomes))
        }
    }
}

fn meetings(arguments: &Arguments, store: &Store, filter: Filter) -> Result<Picture, Failure> {
    let meetings = store.meetings().matching(filter).run()?;
    let mut outcomes = Vec::new();
    for meeting in meetings.iter().filter(|_| !arguments.no_outcomes) {
        let filter =
            Filter { meeting: Some(meeting.id.clone()), ..arguments.meetings.as_of.of(store).filter() };
        outcomes.extend(store.outcomes().matching(filter).run()?);
    }
    Ok(Picture::default().with_meetings(&meetings).with_outcomes(&outcomes))
}

fn said(arguments: &Arguments, store: &Store, mut filter: Filter) -> Result<Picture, Failure> {
    filter.act.clone_from(&arguments.act);
    let past = arguments.meetings.as_of.of(store);
    let named = |name: &Option<String>| -> Result<Option<ActorId>, Failure> {
        Ok(name.as_deref().map(|name| resolve::actor(past, name)).transpose()?)
    };
    filter.about = named(&arguments.about)?;
    filter.via = named(&arguments.via)?;
    let rows = store.statements().matching(filter).run()?;
    described(arguments, store, Picture::default().with_statements(&rows))
}

/// The picture with what its rows only name called by its name, which is a question of its own.
fn described(arguments: &Arguments, store: &Store, mut picture: Picture) -> Result<Picture, Failure> {
    let past = arguments.meetings.as_of.of(store);
    for id in picture.only_named().collect::<Vec<_>>() {
        if let Some(view) = past.record(&id)? {
            picture = picture.described_by(&id, &view.record);
        }
    }
    Ok(picture)
}

/// The picture as far as it was asked for, and as it is to be put together.
fn narrowed(arguments: &Arguments, store: &Store, mut picture: Picture) -> Result<Picture, Failure> {
    let whole = picture.nodes();
    match (&arguments.around, arguments.draw) {
        (Some(name), Draw::Neighbourhood) => {
            let actor = resolve::actor(arguments.meetings.as_of.of(store), name)?;
            picture = picture.around(&actor, arguments.hops);
        }
        (Some(_), _) => return Err(Failure::Usage("--around goes with --draw neighbourhood".to_owned())),
        (None, _) => {}
    }
    if let Some(least) = arguments.at_least {
        if !matches!(arguments.draw, Draw::Actors | Draw::Neighbourhood) {
            let hint = "--at-least goes with --draw actors or neighbourhood; elsewhere use --most";
            return Err(Failure::Usage(hint.to_owned()));
        }
        picture = picture.at_least(least.get());
    }
    if let Some(most) = arguments.most {
        picture = picture.at_most(most.get());
    }
    if arguments.at_least.or(arguments.most).is_some() && picture.nodes() < whole {
        output::remark(format_args!("{} of {whole} nodes are in the picture", picture.nodes()));
    }
    if picture.nodes() > CROWDED {
        output::remark(format_args!(
            "{} nodes are more than can be read; --most 200 takes those with most edges, --at-least 2 those who met again",
            picture.nodes()
        ));
    }
    Ok(match arguments.group {
        Some(group) => picture.grouped(group.into()),
        None => picture,
    })
}
