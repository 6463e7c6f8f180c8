//! The command as its users run it: exit codes, formats, bad input, pipes.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod desk;

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const RECORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rapporteur/tests/data/ljubljana.jsonl");
const ODD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/odd");

/// A folder of its own, with or without a store in it.
struct Desk(tempfile::TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn with_records() -> Self {
        let desk = Self::new();
        desk.run(&["import", RECORDS]).ends(0);
        desk
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = desk::in_folder(self.path());
        command.args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().unwrap(), arguments)
    }

    fn has_store(&self) -> bool {
        self.path().join(".rapporteur").exists()
    }
}

/// What a run printed, and how it ended.
struct Ran {
    out: String,
    err: String,
    code: Option<i32>,
    arguments: String,
}

impl Ran {
    fn of(output: Output, arguments: &[&str]) -> Self {
        Self {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
            arguments: arguments.join(" "),
        }
    }

    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}\n{}", self.arguments, self.out, self.err);
        self
    }

    fn prints(self, part: &str) -> Self {
        assert!(self.out.contains(part), "no `{part}` from {}\n{}", self.arguments, self.out);
        self
    }

    fn says(self, part: &str) -> Self {
        assert!(self.err.contains(part), "no `{part}` said by {}\n{}", self.arguments, self.err);
        self
    }
}

#[test]
fn found_nothing_and_error_have_their_codes() {
    let desk = Desk::with_records();
    desk.run(&["met", "Kolar"]).ends(0).prints("meeting/2025-03-03-ljubljana");
    desk.run(&["met", "--when", "1999"]).ends(1).says("nothing found");
    desk.run(&["met", "Kolra"]).ends(2).says("no actor is called `Kolra`");
    desk.run(&["met", "--status", "hled"]).ends(2);
    desk.run(&["met", "--since", "soon"]).ends(2).says("2025-05-16");
    desk.run(&["show", "meeting/none"]).ends(1);
    desk.run(&["show", "nonsense"]).ends(2);
    // What would change nothing is refused.
    desk.run(&["actors", "--duplicates", "--kind", "person"]).ends(2);
}

#[test]
fn a_lexicon_adds_words_and_an_unknown_key_is_an_error_with_its_line() {
    let desk = Desk::new();
    fs::write(desk.path().join("news.txt"), "Datin Hua Lim met Grand Vizier Omar Zaid on Friday.\n").unwrap();
    fs::write(desk.path().join("own.toml"), "offices = [\"grand vizier\"]\nhonorifics = [\"Datin\"]\n")
        .unwrap();
    fs::write(desk.path().join("bad.toml"), "offices = []\n\noffice = []\n").unwrap();
    desk.run(&["extract", "news.txt", "--lexicon", "own.toml"]).ends(0).prints("\"title\":\"grand vizier\"");
    desk.run(&["ingest", "news.txt", "--lexicon", "bad.toml"]).ends(2).says("line 3: unknown field `office`");
    assert!(!desk.has_store());
    desk.run(&["extract", "news.txt", "--lexicon", "none.toml"]).ends(2).says("none.toml");
}

#[test]
fn explain_says_which_rule_fired_and_why_a_candidate_was_dropped() {
    let desk = Desk::new();
    let text = "Ana Duarte of Portugal met Pavel Novak.\n\nThe envoy Pavel Novak met the deadline.\n";
    fs::write(desk.path().join("news.txt"), text).unwrap();
    let explained = desk.run(&["extract", "news.txt", "--explain"]).ends(0);
    let explained =
        explained.prints("+ meeting/candidate: `met`: Held with [Ana Duarte, Pavel Novak], no date");
    explained.prints("2: The envoy Pavel Novak met the deadline.");
    desk.run(&["extract", "news.txt", "--explain", "--format", "json"]).ends(2);
}

#[test]
fn a_question_without_a_store_says_what_to_do_and_makes_none() {
    let desk = Desk::new();
    desk.run(&["met"]).ends(2).says("hint");
    desk.run(&["met", "--store", "nowhere"]).ends(2).says("there is no store");
    assert!(!desk.has_store() && !desk.path().join("nowhere").exists());
}

#[test]
fn the_store_is_named_or_the_nearest_upwards() {
    let desk = Desk::with_records();
    let below = desk.path().join("a/b");
    fs::create_dir_all(&below).unwrap();
    let output = desk.command(&["met"]).current_dir(&below).output().unwrap();
    Ran::of(output, &["met below"]).ends(0);
    let elsewhere = Desk::new();
    let store = desk.path().join(".rapporteur");
    let output = elsewhere.command(&["met"]).env("RAPPORTEUR_STORE", &store).output().unwrap();
    Ran::of(output, &["met by environment"]).ends(0);
    elsewhere.run(&["--store", store.to_str().unwrap(), "met"]).ends(0);
}

#[test]
fn every_question_answers_in_every_format_and_ends_in_an_id() {
    let desk = Desk::with_records();
    let questions = ["met", "meetings", "statements", "outcomes", "actors", "places", "documents"];
    for question in questions {
        desk.run(&[question]).ends(0).prints(" Id").prints("/");
        let array = desk.run(&[question, "--format", "json"]).ends(0).out;
        let rows: Vec<serde_json::Value> = serde_json::from_str(&array).unwrap();
        assert!(!rows.is_empty() && rows.iter().all(|row| row["id"].is_string()), "{array}");
        let lines = desk.run(&[question, "--format", "jsonl"]).ends(0).out;
        assert_eq!(lines.lines().count(), rows.len());
        let csv = desk.run(&[question, "--format", "csv"]).ends(0).out;
        assert!(csv.lines().next().unwrap().ends_with(",Id") && csv.ends_with("\r\n"), "{csv}");
        desk.run(&[question, "--format", "markdown"]).ends(0).prints("| --- |");
    }
}

#[test]
fn filters_narrow() {
    let desk = Desk::with_records();
    desk.run(&["met", "--where", "Slovenia"]).ends(0).prints("Ljubljana");
    desk.run(&["met", "--where", "ljubljana", "--since", "2025-03", "--until", "2025"]).ends(0);
    desk.run(&["met", "Kolar", "Baek"]).ends(0);
    desk.run(&["met", "--who", "Søren Bæk", "--only-itself"]).ends(0);
    desk.run(&["met", "--where", "Denmark"]).ends(1);
    desk.run(&["met", "--status", "planned"]).ends(1);
    desk.run(&["met", "--absent"]).ends(0).prints("Breg").prints("did not attend");
    desk.run(&["statements", "--speaker", "Kolar", "--about", "Denmark", "--act", "praise"]).ends(0);
    desk.run(&["statements", "--via", "Denmark"]).ends(1);
    desk.run(&["outcomes", "Denmark", "--kind", "agreement", "--status", "signed"]).ends(0).prints("ferries");
    desk.run(&["actors", "--country", "Slovenia", "--kind", "person"]).ends(0).prints("Ana Kolar");
}

#[test]
fn why_prints_the_sentence_and_its_place() {
    let desk = Desk::with_records();
    desk.run(&["why", "meeting/2025-03-03-ljubljana"])
        .ends(0)
        .prints("Ana Kolar met Danish Foreign Minister Søren Bæk")
        .prints("line 1, bytes 20..")
        .prints("The Ljubljana Gazette");
    desk.run(&["show", "outcome/ferries"]).ends(0).prints("signed").prints("document/gazette");
}

#[test]
fn an_export_imports_as_the_same_store() {
    let desk = Desk::with_records();
    let lines = desk.run(&["export"]).ends(0).out;
    let file = desk.file("export.jsonl", &lines);
    desk.run(&["--store", "copy", "import", &file]).ends(0);
    assert_eq!(desk.run(&["--store", "copy", "export"]).ends(0).out, lines);
    desk.run(&["verify"]).ends(0).prints("sound");
    desk.run(&["reindex"]).ends(0);
    assert_eq!(desk.run(&["export"]).ends(0).out, lines);
    desk.run(&["stats", "--format", "json"]).ends(0).prints("\"meetings\":1");
    desk.run(&["remove", "document/gazette"]).ends(0);
    desk.run(&["remove", "document/gazette"]).ends(1);
    desk.run(&["export"]).ends(1);
}

#[test]
fn as_of_a_day_only_what_was_published_by_then_is_known() {
    let desk = Desk::new();
    let early =
        desk.file("early.txt", "Ana Duarte of Portugal will meet Pavel Novak in Lisbon on 9 May 2031.\n");
    let late = desk.file("late.txt", "Ana Duarte of Portugal met Pavel Novak in Lisbon on 9 May 2031.\n");
    desk.run(&["ingest", &early, "--published", "2031-05-02", "--publisher", "A"]).ends(0);
    desk.run(&["ingest", &late, "--published", "2031-05-10", "--publisher", "B"]).ends(0);
    desk.run(&["met"]).ends(0).prints("Lisbon");
    desk.run(&["met", "--as-of", "2031-05-09"]).ends(1);
    desk.run(&["met", "--as-of", "2031-05-10"]).ends(0).prints("Ana Duarte");
    desk.run(&["met", "Duarte", "--as-of", "2031-05-01"]).ends(2).says("no actor");
    for question in ["meetings", "actors", "places", "documents"] {
        desk.run(&[question, "--as-of", "2031-05-01"]).ends(1);
        desk.run(&[question, "--as-of", "2031-05-02"]).ends(0);
    }
    for question in ["statements", "outcomes", "graph"] {
        desk.run(&[question, "--as-of", "2031-05-01"]).ends(1);
    }
    desk.run(&["show", "actor/ana-duarte", "--as-of", "2031-05"]).ends(0).prints("document/2031-05-10");
    desk.run(&["show", "actor/ana-duarte", "--as-of", "2031-05-01"]).ends(1);
    desk.run(&["why", "actor/ana-duarte", "--as-of", "2031-05-02"]).ends(0).prints("will meet");
    desk.run(&["why", "actor/ana-duarte", "--as-of", "soon"]).ends(2);
}

#[test]
fn recorded_by_a_day_only_what_was_put_in_by_then_is_known() {
    let desk = Desk::with_records();
    let today = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date();
    // Whoever runs this over midnight has put it in on the day before, and no earlier.
    let (before, after) = (today.saturating_sub(jiff::Span::new().days(2)).to_string(), today.to_string());
    for question in ["met", "meetings", "statements", "outcomes", "actors", "places", "documents", "graph"] {
        desk.run(&[question, "--recorded-as-of", &before]).ends(1);
    }
    for question in ["met", "meetings", "actors", "places", "documents", "graph"] {
        desk.run(&[question, "--recorded-as-of", &after]).ends(0);
    }
    for command in ["show", "why", "timeline"] {
        desk.run(&[command, "meeting/2025-03-03-ljubljana", "--recorded-as-of", &before]).ends(1);
        desk.run(&[command, "meeting/2025-03-03-ljubljana", "--recorded-as-of", &after]).ends(0);
    }
    desk.run(&["met", "--recorded-as-of", &after, "--as-of", "2025-03-02"]).ends(1);
    desk.run(&["documents", "--format", "json"]).ends(0).prints("\"recorded\": \"");
}

#[test]
fn the_picture_is_dot() {
    let desk = Desk::with_records();
    desk.run(&["graph", "--where", "Slovenia"]).ends(0).prints("graph rapporteur {").prints("Legend");
    desk.run(&["graph", "--where", "Denmark"]).ends(1);
    desk.run(&["completions", "bash"]).ends(0).prints("rapporteur");
}

#[test]
fn a_picture_shows_what_is_asked_for_in_the_format_asked_for() {
    let desk = Desk::with_records();
    for (format, part) in [
        ("dot", "graph rapporteur {"),
        ("graphml", "<graphml xmlns="),
        ("gexf", "<spell start=\"2025-03-03\" end=\"2025-03-03\"/>"),
        ("cytoscape", "\"id\": \"meeting/2025-03-03-ljubljana\""),
        ("mermaid", "flowchart LR"),
        ("csv", "actor/joze-breg,meeting/2025-03-03-ljubljana,Jože Breg,meeting,absent,"),
    ] {
        desk.run(&["graph", "-f", format]).ends(0).prints(part);
    }
    let met = "actor/ana-kolar,actor/soren-baek,Ana Kolar,Søren Bæk,met,,1,2025-03-03,false,";
    desk.run(&["graph", "--draw", "actors", "-f", "csv"]).ends(0).prints(met);
    desk.run(&["graph", "--draw", "actors", "--at-least", "2"]).ends(1).says("nothing found");
    desk.run(&["graph", "--draw", "actors", "--most", "2"]).ends(0).says("2 of 3 nodes");
    desk.run(&["graph", "--at-least", "2"]).ends(2).says("--most");
    desk.run(&["graph", "--draw", "actors", "--group", "country"]).ends(0).prints("label=\"DNK\"");
    desk.run(&["graph", "--group", "place"]).ends(0).prints("label=\"Ljubljana\"");
    desk.run(&["graph", "--group", "day"]).ends(0).prints("label=\"2025-03-03\"");

    let around = ["graph", "--draw", "neighbourhood", "-f", "csv"];
    desk.run(&around).ends(2).says("--around");
    desk.run(&[&around[..], &["--around", "Kolar"]].concat()).ends(0).prints(met);
    // Who stayed away met nobody, and is alone.
    let ran = desk.run(&[&around[..], &["--around", "Breg"]].concat()).ends(0);
    assert_eq!(ran.out.lines().count(), 1, "{}", ran.out);
    desk.run(&["graph", "--around", "Kolar"]).ends(2).says("--draw neighbourhood");

    let said = ["graph", "--draw", "statements", "-f", "csv"];
    desk.run(&said).ends(0).prints("actor/ana-kolar,statement/ferries,Ana Kolar,praise,said,");
    // What it is about is called by its name.
    desk.run(&said).prints("statement/ferries,actor/denmark,praise,Denmark,about,");
    desk.run(&[&said[..], &["--act", "accuse"]].concat()).ends(1);
    desk.run(&[&said[..], &["--about", "Denmark", "--who", "Kolar"]].concat()).ends(0);
    desk.run(&[&said[..], &["--about", "Breg"]].concat()).ends(1);

    let outcomes = ["graph", "--draw", "outcomes", "-f"];
    let ran = desk.run(&[&outcomes[..], &["csv"]].concat()).ends(0);
    ran.prints("actor/denmark,outcome/ferries,Denmark,agreement,party,");
    // The meeting it came of is told of as well as it is known.
    desk.run(&[&outcomes[..], &["dot"]].concat()).ends(0).prints("label=\"meeting\\n2025-03-03\"");
}

#[test]
fn graphviz_draws_into_a_file_and_its_absence_is_said_with_what_to_do() {
    let desk = Desk::with_records();
    let file = desk.path().join("met.svg");
    let arguments = ["graph", "--svg", file.to_str().unwrap()];
    let mut command = desk.command(&arguments);
    command.env("PATH", desk.path());
    let ran = Ran::of(command.output().unwrap(), &arguments).ends(2);
    ran.says("hint: install it");
    assert!(!file.exists());

    // Where Graphviz is not installed there is nothing to ask; `.ci/run` installs it.
    if Command::new("dot").arg("-V").output().is_err() {
        eprintln!("skipped: Graphviz is not installed");
        return;
    }
    let ran = desk.run(&arguments).ends(0).says("drew 7 nodes");
    assert_eq!(ran.out, "");
    assert!(fs::read_to_string(&file).unwrap().contains("meeting/2025-03-03-ljubljana"));
    let image = desk.path().join("met.png");
    desk.run(&["graph", "-f", "mermaid", "--png", image.to_str().unwrap()]).ends(0).prints("flowchart");
    assert!(fs::read(&image).unwrap().starts_with(b"\x89PNG"));
    fs::remove_file(&file).unwrap();
    desk.run(&["graph", "--when", "1999", "--svg", file.to_str().unwrap()]).ends(1).says("nothing found");
    assert!(!file.exists());
}

#[test]
fn ingesting_again_changes_nothing_and_a_revision_replaces() {
    let desk = Desk::new();
    let file = desk.file("talks.txt", "Ana Kolar met Jon Breg in Ljubljana on Monday.");
    let ingest = ["ingest", &file, "--published", "2025-03-03", "--publisher", "Gazette"];
    desk.run(&ingest).ends(0).prints("added document/2025-03-03-gazette-talks").says("made a store");
    desk.run(&ingest).ends(0).prints("unchanged");
    desk.file("talks.txt", "Ana Kolar met Jon Breg in Bled on Monday.");
    desk.run(&ingest).ends(0).prints("replaced document/2025-03-03-gazette-talks");
    let documents = desk.run(&["documents", "--format", "jsonl"]).ends(0).out;
    assert_eq!(documents.lines().count(), 1, "{documents}");
}

#[test]
fn bad_input_is_named_and_nothing_is_stored() {
    let desk = Desk::new();
    fs::create_dir(desk.path().join("folder")).unwrap();
    let empty = desk.file("empty.txt", "");
    let binary = format!("{ODD}/binary.bin");
    desk.run(&["ingest", "missing.txt"]).ends(2).says("missing.txt");
    desk.run(&["ingest", "folder"]).ends(2).says("no text in this folder");
    desk.run(&["ingest", &empty]).ends(2).says("empty.txt").says("nothing was stored");
    desk.run(&["ingest", &binary]).ends(2).says("binary");
    desk.run(&["extract", "folder"]).ends(2).says("is a folder");
    desk.run(&["import", "folder"]).ends(2).says("nothing to import in this folder");
    desk.run(&["import", &empty]).ends(2).says("empty.txt").says("nothing was stored");
    desk.run(&["import", &binary]).ends(2).says("is not clear");
    desk.run(&["import", "missing.jsonl"]).ends(2).says("missing.jsonl");
    desk.run(&["import", &format!("{ODD}/truncated.jsonl")]).ends(2).says("line 4");
    desk.run(&["import", &format!("{ODD}/unknown-field.jsonl")]).ends(2).says("line 2").says("mood");
    assert!(!desk.has_store());
}

#[test]
fn a_span_that_does_not_match_is_refused_whole() {
    let desk = Desk::with_records();
    let before = desk.run(&["export"]).ends(0).out;
    let moved = fs::read_to_string(RECORDS).unwrap().replace(r#""start":37"#, r#""start":36"#);
    let moved = moved.replace(r#""end":46"#, r#""end":45"#);
    let file = desk.file("moved.jsonl", moved);
    desk.run(&["import", &file]).ends(2).says("moved.jsonl");
    assert_eq!(desk.run(&["export"]).ends(0).out, before);
}

#[test]
fn a_large_file_is_refused_before_it_is_read() {
    let desk = Desk::new();
    let path = desk.path().join("large.txt");
    fs::File::create(&path).unwrap().set_len(200 << 20).unwrap();
    desk.run(&["ingest", "large.txt"]).ends(2).says("larger than");
    assert!(!desk.has_store());
}

#[test]
fn strange_encodings_are_read_and_said() {
    let desk = Desk::new();
    let day = ["--published", "2025-03-03"];
    for (file, said) in [("utf16le.txt", "UTF-16LE"), ("latin1.txt", "windows-1252")] {
        let path = format!("{ODD}/{file}");
        desk.run(&["ingest", &path, day[0], day[1]]).ends(0).says(said);
    }
    for file in ["one.html", "crlf.txt", "bom.txt"] {
        desk.run(&["ingest", &format!("{ODD}/{file}"), day[0], day[1]]).ends(0);
    }
    let deep = desk.file("deep.html", format!("{}Ana met Jon.", "<div>".repeat(100_000)));
    desk.run(&["ingest", &deep, day[0], day[1]]).ends(0);
    desk.run(&["verify"]).ends(0);
}

#[test]
fn a_folder_that_is_no_store_is_refused_and_left_alone() {
    let desk = Desk::new();
    let folder = desk.path().join("papers");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("letter.txt"), "Dear Ana").unwrap();
    desk.run(&["--store", "papers", "met"]).ends(2).says("papers");
    desk.run(&["--store", "papers", "import", RECORDS]).ends(2).says("papers");
    let left: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(left, [folder.join("letter.txt")]);
}

#[test]
fn two_files_of_one_id_do_not_replace_each_other_silently() {
    let desk = Desk::new();
    for folder in ["a", "b"] {
        fs::create_dir(desk.path().join(folder)).unwrap();
        desk.file(&format!("{folder}/article.txt"), format!("Ana Kolar met Jon Breg in {folder}."));
    }
    desk.run(&["ingest", ".", "--published", "2025-03-03"]).ends(2).says("same id").says("1 of 2");
    desk.run(&["ingest", "a", "b", "--url", "https://x.example"]).ends(2).says("for one document");
}

#[test]
fn standard_input_and_document_json_are_read() {
    let desk = Desk::new();
    let mut child = desk
        .command(&["extract", "-", "--published", "2025-03-03"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"Ana Kolar met Jon Breg in Ljubljana.").unwrap();
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.starts_with(r#"{"type":"document""#), "{out}");
    desk.file("note.txt", "Ana Kolar met Jon Breg in Ljubljana.");
    desk.file("document.json", r#"{"publisher":"Gazette","published":"2025-03-03","mood":"dull"}"#);
    desk.run(&["ingest", "note.txt"]).ends(0).prints("document/2025-03-03-gazette-note");
}

#[test]
fn records_are_scored_against_gold() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures");
    let desk = Desk::new();
    let one = ["eval", fixtures, "--only", "wire-malabo-1996"];
    desk.run(&one).ends(0).prints("who-met").prints("precision");
    let details = desk.run(&[&one[..], &["--details"]].concat()).ends(0).prints("edges missed: ");
    assert!(details.out.contains('»'), "no sentence is shown: {}", details.out);
    // Records with nothing in them: all is missed, and nothing is wrong.
    let empty = desk.file("wire-malabo-1996.jsonl", "\n");
    let ran = desk.run(&[&one[..], &["--records", &empty, "--format", "json"]].concat()).ends(0);
    let scored: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let meetings = &scored["total"]["meetings"];
    assert_eq!((meetings["recall"].as_f64(), meetings["wrong"].as_u64()), (Some(0.0), Some(0)));
    assert!(meetings["precision"].is_null() && meetings["missed"].as_u64() > Some(0));
    let bad = desk.file("page-dili-2023.jsonl", "{\"type\":\"actor\"}\n");
    desk.run(&["eval", fixtures, "--records", &bad]).ends(2).says("line 1").says("page-dili-2023.jsonl");
    let stray = desk.file("stray.jsonl", "");
    desk.run(&["eval", fixtures, "--records", &stray]).ends(2).says("stray.jsonl");
    desk.run(&["eval", desk.path().to_str().unwrap()]).ends(2).says("gold.json");
}

#[test]
fn a_broken_pipe_is_silent() {
    let desk = Desk::with_records();
    let mut child =
        desk.command(&["completions", "zsh"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The reader goes away before anything is read.
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn the_demo_runs_anywhere() {
    let desk = Desk::new();
    let picture = desk.path().join("demo.dot");
    let ran = desk.run(&["demo", "--dot", picture.to_str().unwrap()]);
    assert!(matches!(ran.code, Some(0)), "{}\n{}", ran.out, ran.err);
    let ran = ran.prints("Who met whom, where?").prints("How do we know?");
    assert!(fs::read_to_string(picture).unwrap().contains("meeting/"), "{}", ran.out);
    assert!(!desk.has_store());
}
