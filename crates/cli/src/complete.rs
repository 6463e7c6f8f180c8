//! Completions out of the store: the names of actors and places, the ids of meetings, documents and records.
//!
//! It hangs them on the clap tree by what an argument is called in its help, so that a new argument has them without
//! a word here. Invariant: whatever is wrong with the store, completing says nothing and makes nothing.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::{Arg, Command, CommandFactory};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use rapporteur::schema::{ActorKind, Attendance};
use rapporteur::{AsOf, GraphError, MeetingRow, Store};

use crate::output::one_line;
use crate::{Cli, store};

/// The variable by which a shell's script asks for completions.
pub(crate) const VARIABLE: &str = "RAPPORTEUR_COMPLETE";

/// So many are shown; more help nobody to choose.
const MOST: usize = 100;

/// What an argument may be completed with.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    Actor,
    /// An actor or a meeting.
    Subject,
    Country,
    Place,
    Meeting,
    Document,
    Record,
}

/// A completion: what is typed, and what it means where the shell shows that.
type Candidate = (String, String);

/// The clap tree, with completions out of the store.
pub(crate) fn command() -> Command {
    hang(Cli::command())
}

fn hang(command: Command) -> Command {
    let hung = |arg: Arg| match wanted(&arg) {
        Some(wanted) => arg.add(ArgValueCompleter::new(move |typed: &OsStr| complete(wanted, typed))),
        None => arg,
    };
    command.mut_args(hung).mut_subcommands(hang)
}

/// What the name of its value says of an argument.
fn wanted(arg: &Arg) -> Option<Wanted> {
    let value = arg.get_value_names()?.first()?;
    match (value.as_str(), arg.get_id().as_str()) {
        ("ACTOR" | "FROM" | "TO" | "A" | "B" | "OTHER", _) => Some(Wanted::Actor),
        ("SUBJECT", _) => Some(Wanted::Subject),
        ("COUNTRY", _) => Some(Wanted::Country),
        ("PLACE", _) => Some(Wanted::Place),
        ("MEETING", _) | ("ID", "meeting") => Some(Wanted::Meeting),
        ("ID", "document" | "documents") => Some(Wanted::Document),
        ("ID", _) if arg.is_positional() => Some(Wanted::Record),
        _ => None,
    }
}

fn complete(wanted: Wanted, typed: &OsStr) -> Vec<CompletionCandidate> {
    let Some(typed) = typed.to_str() else { return Vec::new() };
    // A shell passes on what was typed with its backslashes.
    let typed = typed.replace('\\', "");
    let Some(store) = store::silently(named().as_deref()) else { return Vec::new() };
    let found = candidates(&store, wanted, &typed).unwrap_or_default();
    let candidate = |(value, help): Candidate| {
        CompletionCandidate::new(one_line(&value)).help(Some(one_line(&help).into()))
    };
    found.into_iter().take(MOST).map(candidate).collect()
}

/// The store that the line being typed names: its words stand behind ours.
fn named() -> Option<PathBuf> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let given =
        words.iter().enumerate().find_map(|(at, word)| match word.to_str()?.strip_prefix("--store")? {
            "" => words.get(at + 1).cloned(),
            rest => rest.strip_prefix('=').map(OsString::from),
        });
    let path = PathBuf::from(given.or_else(|| std::env::var_os("RAPPORTEUR_STORE"))?);
    // The shell has not replaced the tilde of a line that is not finished.
    match (path.strip_prefix("~"), std::env::home_dir()) {
        (Ok(below), Some(home)) => Some(home.join(below)),
        _ => Some(path),
    }
}

fn candidates(store: &Store, wanted: Wanted, typed: &str) -> Result<Vec<Candidate>, GraphError> {
    match wanted {
        Wanted::Actor | Wanted::Subject | Wanted::Country if typed.starts_with("actor/") => ids(store, typed),
        Wanted::Subject if typed.starts_with("meeting/") => meetings(store, typed),
        Wanted::Actor | Wanted::Subject => actors(store, typed, None),
        Wanted::Country => actors(store, typed, Some(ActorKind::State)),
        Wanted::Place if typed.starts_with("place/") => ids(store, typed),
        Wanted::Place => places(store, typed),
        Wanted::Meeting => meetings(store, typed),
        Wanted::Document => documents(store, typed),
        Wanted::Record => ids(store, typed),
    }
}

/// Names of actors that have a word which begins so; the id, where several bear the name.
fn actors(store: &Store, typed: &str, kind: Option<ActorKind>) -> Result<Vec<Candidate>, GraphError> {
    let named: Vec<(String, String, Option<ActorKind>)> = if typed.is_empty() {
        let rows = store.actors().run()?.into_iter().map(|row| row.actor.record);
        rows.map(|actor| (actor.name, actor.id.to_string(), Some(actor.kind))).collect()
    } else {
        let found = AsOf::from(store).actors_named(typed)?.into_iter().map(|found| found.label);
        found.map(|actor| (actor.name, actor.id.to_string(), actor.kind)).collect()
    };
    let of_kind = named.into_iter().filter(|(.., own)| kind.is_none() || *own == kind);
    Ok(told_apart(of_kind.map(|(name, id, _)| (name, id)).collect()))
}

/// Names of places that have a word which begins so.
fn places(store: &Store, typed: &str) -> Result<Vec<Candidate>, GraphError> {
    let named: Vec<Candidate> = if typed.is_empty() {
        let rows = store.places().run()?.into_iter().map(|row| row.place.record);
        rows.map(|place| (place.name, place.id.to_string())).collect()
    } else {
        let found = AsOf::from(store).places_named(typed)?.into_iter().map(|found| found.label);
        found.map(|place| (place.name, place.id.to_string())).collect()
    };
    Ok(told_apart(named))
}

/// A name that leads to one record as it is; one that leads to several by their ids.
fn told_apart(named: Vec<Candidate>) -> Vec<Candidate> {
    let mut bearers: HashMap<String, usize> = HashMap::new();
    for (name, _) in &named {
        *bearers.entry(name.clone()).or_default() += 1;
    }
    let candidate = |(name, id): Candidate| match bearers.get(&name) {
        Some(1) => (name, id),
        _ => (id, name),
    };
    named.into_iter().map(candidate).collect()
}

/// Ids of meetings that begin so, and of those in whose name the words are.
fn meetings(store: &Store, typed: &str) -> Result<Vec<Candidate>, GraphError> {
    let is_name = !typed.is_empty() && !"meeting/".starts_with(typed) && !typed.starts_with("meeting/");
    if is_name {
        let named = AsOf::from(store).meetings_named(typed)?;
        return Ok(named.into_iter().map(|(id, name)| (id.to_string(), name)).collect());
    }
    let rows = store.meetings().run()?;
    Ok(beginning(typed, rows.iter().map(|row| (row.id.to_string(), told(row)))))
}

/// `2025-03-03, Ljubljana, Ana Kolar, Søren Bæk`: those who were there or are to be.
fn told(row: &MeetingRow) -> String {
    let when = row.when.as_ref().map(ToString::to_string);
    let place = row.place.as_ref().map(|place| place.name.clone());
    let who = row.with_attendance(&[Attendance::Attended, Attendance::Expected, Attendance::Invited]);
    let who = who.take(3).map(|attendee| attendee.actor.name.clone());
    when.into_iter().chain(place).chain(who).collect::<Vec<_>>().join(", ")
}

fn documents(store: &Store, typed: &str) -> Result<Vec<Candidate>, GraphError> {
    let rows = store.documents().run()?.into_iter().map(|row| row.document);
    Ok(beginning(typed, rows.map(|document| (document.id.to_string(), document.title.unwrap_or_default()))))
}

/// Ids of records of any kind; the kinds, until one is typed.
fn ids(store: &Store, typed: &str) -> Result<Vec<Candidate>, GraphError> {
    let Some((kind, _)) = typed.split_once('/') else {
        let kinds = ["meeting/", "statement/", "outcome/", "actor/", "place/", "document/"];
        return Ok(beginning(typed, kinds.into_iter().map(|kind| (kind.to_owned(), String::new()))));
    };
    let all: Vec<Candidate> = match kind {
        "meeting" => return meetings(store, typed),
        "document" => return documents(store, typed),
        "actor" => {
            let rows = store.actors().run()?.into_iter().map(|row| row.actor.record);
            rows.map(|actor| (actor.id.to_string(), actor.name)).collect()
        }
        "place" => {
            let rows = store.places().run()?.into_iter().map(|row| row.place.record);
            rows.map(|place| (place.id.to_string(), place.name)).collect()
        }
        "statement" => {
            let rows = store.statements().run()?.into_iter().map(|row| row.statement.record);
            rows.map(|statement| (statement.id.to_string(), statement.text)).collect()
        }
        "outcome" => {
            let rows = store.outcomes().run()?.into_iter().map(|row| row.outcome.record);
            rows.map(|outcome| (outcome.id.to_string(), outcome.text)).collect()
        }
        _ => Vec::new(),
    };
    Ok(beginning(typed, all))
}

fn beginning(typed: &str, all: impl IntoIterator<Item = Candidate>) -> Vec<Candidate> {
    all.into_iter().filter(|(value, _)| value.starts_with(typed)).collect()
}
