//! Single sentences, and what must be read from them: one way of saying a thing a line.
//!
//! The lines lie under `tests/data/sentences/`, a file a kind of record. A line that begins with `~` is
//! not read rightly yet; the test fails when it is, so that the mark goes.
//! `RAPPORTEUR_MARK_SENTENCES=1 cargo test -p rapporteur-extract --test sentences` writes the marks anew.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

use rapporteur_extract::{Extractor, RuleExtractor, Source};
use rapporteur_schema::{ActorId, Attendance, Meeting, Outcome, Record, Statement};

/// What was read from the text of a line.
struct Read {
    records: Vec<Record>,
}

impl Read {
    fn new(text: &str) -> Self {
        // A Wednesday, so that the sentences' "Tuesday" is the day before.
        let source = Source { published: "2004-05-05".parse().ok(), ..Source::default() };
        Self { records: RuleExtractor::new().extract(text.as_bytes(), &source).records }
    }

    fn meetings(&self) -> impl Iterator<Item = &Meeting> {
        self.records.iter().filter_map(|record| match record {
            Record::Meeting(meeting) => Some(meeting),
            _ => None,
        })
    }

    fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.records.iter().filter_map(|record| match record {
            Record::Statement(statement) => Some(statement),
            _ => None,
        })
    }

    fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        self.records.iter().filter_map(|record| match record {
            Record::Outcome(outcome) => Some(outcome),
            _ => None,
        })
    }

    fn is_named(&self, id: &ActorId, name: &str) -> bool {
        self.records.iter().any(|record| match record {
            Record::Actor(actor) => actor.id == *id && actor.name == name,
            _ => false,
        })
    }
}

fn names(list: &str) -> Vec<&str> {
    list.split(';').map(str::trim).filter(|name| !name.is_empty()).collect()
}

fn meeting(read: &Read, status: &str, parties: &str) -> bool {
    let parties = names(parties);
    let seats = |meeting: &Meeting| {
        meeting.participants.iter().filter(|participant| !participant.attendance.is_away()).count()
    };
    if status == "none" {
        return read.meetings().all(|meeting| seats(meeting) < 2);
    }
    if status == "unheld" {
        return read.meetings().all(|meeting| !meeting.status.took_place() || seats(meeting) < 2);
    }
    let present = |meeting: &Meeting| {
        parties.iter().all(|name| {
            meeting.participants.iter().any(|participant| {
                !participant.attendance.is_away() && read.is_named(&participant.actor, name)
            })
        })
    };
    let is = |meeting: &Meeting| serde_json::to_value(meeting.status).unwrap() == status;
    let held = |meeting: &Meeting| meeting.status.took_place();
    let told = |meeting: &Meeting| is(meeting) || status == "held" && held(meeting);
    read.meetings().any(|meeting| told(meeting) && present(meeting))
        && (status == "held" || !read.meetings().any(|meeting| held(meeting) && present(meeting)))
}

fn absence(read: &Read, attendance: &str, who: &str) -> bool {
    let away = |name: Option<&str>, wanted: Option<Attendance>| {
        read.meetings().flat_map(|meeting| &meeting.participants).any(|participant| {
            participant.attendance.is_away()
                && wanted.is_none_or(|wanted| participant.attendance == wanted)
                && name.is_none_or(|name| read.is_named(&participant.actor, name))
        })
    };
    match attendance {
        "absent" => names(who).iter().all(|name| away(Some(name), Some(Attendance::Absent))),
        "declined" => names(who).iter().all(|name| away(Some(name), Some(Attendance::Declined))),
        "none" => !away(None, None),
        other => unreachable!("{other} is no attendance of these lines"),
    }
}

fn outcome(read: &Read, kind: &str, parties: &str) -> bool {
    if kind == "none" {
        return read.outcomes().next().is_none();
    }
    read.outcomes().any(|outcome| {
        serde_json::to_value(outcome.kind).unwrap() == kind
            && names(parties).iter().all(|name| outcome.parties.iter().any(|id| read.is_named(id, name)))
    })
}

/// Asks every line of a file, and compares with its mark.
fn ask(file: &str, at_least: usize, holds: impl Fn(&Read, &[&str]) -> bool) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sentences").join(file);
    let lines = fs::read_to_string(&path).unwrap();
    let (mut marked, mut wrong, mut count) = (String::new(), Vec::new(), 0);
    for line in lines.lines() {
        let bare = line.strip_prefix('~').unwrap_or(line);
        if bare.starts_with('#') || bare.is_empty() {
            marked += &format!("{line}\n");
            continue;
        }
        let fields: Vec<&str> = bare.split('\t').collect();
        let holds = holds(&Read::new(fields[fields.len() - 1]), &fields);
        count += 1;
        if holds == line.starts_with('~') {
            wrong.push(if holds { format!("is read now: {bare}") } else { format!("is not read: {bare}") });
        }
        marked += &format!("{}{bare}\n", if holds { "" } else { "~" });
    }
    assert!(count >= at_least, "{}: {count} lines only", path.display());
    if std::env::var_os("RAPPORTEUR_MARK_SENTENCES").is_some() {
        fs::write(&path, marked).unwrap();
    } else {
        assert!(wrong.is_empty(), "{}:\n{}", path.display(), wrong.join("\n"));
    }
}

#[test]
fn meetings() {
    ask("meetings.tsv", 190, |read, fields| meeting(read, fields[0], fields[1]));
}

#[test]
fn absences() {
    ask("absences.tsv", 30, |read, fields| absence(read, fields[0], fields[1]));
}

#[test]
fn statements() {
    ask("statements.tsv", 60, |read, fields| {
        if fields[0] == "nobody" {
            return read.statements().next().is_none();
        }
        read.statements().any(|statement| read.is_named(&statement.speaker, fields[0]))
    });
}

#[test]
fn outcomes() {
    ask("outcomes.tsv", 30, |read, fields| outcome(read, fields[0], fields[1]));
}
