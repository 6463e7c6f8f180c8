//! `why`: the words, who said them by way of whom, what made them of this record, and which rules read them.
#![allow(clippy::unwrap_used)]

mod desk;

use std::path::Path;

use serde_json::Value;

const TALKS: &str = "LISBON, May 6. Norwegian Foreign Minister Anna Berg met Portuguese Foreign Minister Rui Salgado in \
Lisbon on Monday. Berg met Chilean Foreign Minister Pilar Rojas in Oslo on Sunday, Salgado said. \
Berg rejected a fish tax.\n";

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let (code, out, _) = desk::run(desk::in_folder(folder).args(arguments));
    (code, out)
}

fn json(folder: &Path, arguments: &[&str]) -> Vec<Value> {
    desk::json(desk::in_folder(folder).args(arguments))
}

fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("talks.txt"), TALKS).unwrap();
    let arguments =
        ["ingest", "talks.txt", "--published", "2031-05-06", "--publisher", "Courier", "--title", "Fish"];
    assert_eq!(run(folder.path(), &arguments).0, Some(0));
    folder
}

/// The id of the first row.
fn first(folder: &Path, arguments: &[&str]) -> String {
    json(folder, arguments)[0]["id"].as_str().unwrap().to_owned()
}

/// Imports the store's records into another, one of them altered.
fn import_altered(folder: &Path, id: &str, alter: impl Fn(&mut Value)) {
    let mut lines = Vec::new();
    for line in run(folder, &["export"]).1.lines() {
        let mut record: Value = serde_json::from_str(line).unwrap();
        if record["id"] == id {
            alter(&mut record);
        }
        lines.push(record.to_string());
    }
    std::fs::write(folder.join("all.jsonl"), lines.join("\n")).unwrap();
    assert_eq!(run(folder, &["--store", "other", "import", "all.jsonl"]).0, Some(0));
}

#[test]
fn a_meeting_is_said_by_whoever_says_it() {
    let desk = desk();
    let folder = desk.path();
    let told = first(folder, &["met", "Rojas"]);
    let (code, why) = run(folder, &["why", &told]);
    assert_eq!(code, Some(0));
    assert!(why.contains("1. Courier, Fish, 2031-05-06"), "{why}");
    assert!(why.contains("said by Rui Salgado"), "{why}");
    // The outlet itself tells of the other.
    let met = first(folder, &["met", "Berg", "Salgado"]);
    let (_, why) = run(folder, &["why", &met]);
    assert!(why.contains("»Norwegian Foreign Minister Anna Berg met") && !why.contains("said by"), "{why}");
}

#[test]
fn a_statement_shows_its_chain_of_report() {
    let desk = desk();
    let folder = desk.path();
    let id = first(folder, &["statements", "--act", "reject"]);
    import_altered(folder, &id, |record| {
        record["reported_by"] = serde_json::json!(["actor/pilar-rojas", "actor/rui-salgado"]);
    });
    let (_, why) = run(folder, &["--store", "other", "why", &id]);
    assert!(
        why.contains(
            "said by Anna Berg (for Norway), as reported by Rui Salgado, as reported by Pilar Rojas"
        ),
        "{why}"
    );
    let pieces = json(folder, &["--store", "other", "why", &id]);
    let said = &pieces[0]["said"][0];
    assert_eq!(said["speaker"]["name"], "Anna Berg");
    assert_eq!(said["reported_by"][0]["id"], "actor/pilar-rojas");
}

#[test]
fn rules_are_named_where_they_find_the_words_again() {
    let desk = desk();
    let folder = desk.path();
    let met = first(folder, &["met", "Berg", "Salgado"]);
    let (_, why) = run(folder, &["why", &met, "--rules"]);
    for part in
        ["read by rules, confidence", "meeting/candidate: ", "date/weekday_before: `Monday` is 2031-05-05"]
    {
        assert!(why.contains(part), "{part}: {why}");
    }
    assert!(!run(folder, &["why", &met]).1.contains("read by"));
    let pieces = json(folder, &["why", &met, "--rules"]);
    let rules = pieces[0]["rules"].as_array().unwrap();
    assert!(rules.iter().any(|fired| fired["rule"] == "meeting/candidate"), "{rules:?}");
    let (_, why) = run(folder, &["why", "actor/rui-salgado", "--rules"]);
    assert!(why.contains("mention: ") && !why.contains("means Anna Berg"), "{why}");
}

#[test]
fn what_no_rule_reads_is_said() {
    let desk = desk();
    let folder = desk.path();
    let met = first(folder, &["met", "Berg", "Salgado"]);
    import_altered(folder, &met, |record| {
        // Somebody else's engine gives three words as evidence.
        let (start, words) = (TALKS.find("Anna Berg met").unwrap(), "Anna Berg met");
        let document = record["evidence"][0]["document"].clone();
        let span = serde_json::json!([{
            "document": document, "start": start, "end": start + words.len(), "text": words,
        }]);
        record["evidence"] = span.clone();
        for part in record["participants"].as_array_mut().unwrap() {
            part["evidence"] = span.clone();
        }
    });
    let (_, why) = run(folder, &["--store", "other", "why", &met, "--rules"]);
    assert!(why.contains("read by no rule of this version"), "{why}");
    let pieces = json(folder, &["--store", "other", "why", &met, "--rules"]);
    assert_eq!(pieces[0]["rules"], serde_json::json!([]));
}

#[test]
fn what_was_judged_stands_beside_the_words() {
    let desk = desk();
    let folder = desk.path();
    let judged =
        ["same", "actor/pilar-rojas", "actor/rui-salgado", "--author", "Ada", "--remark", "a\nmisprint"];
    assert_eq!(run(folder, &judged).0, Some(0));
    let (_, why) = run(folder, &["why", "actor/pilar-rojas"]);
    assert!(why.contains("judged the same as actor/rui-salgado by Ada on 20"), "{why}");
    assert!(why.contains(": a misprint"), "{why}");
    let pieces = json(folder, &["why", "actor/pilar-rojas"]);
    let told = |id: &str| pieces.iter().find(|piece| piece["told_as"] == id).unwrap();
    assert_eq!(told("actor/rui-salgado")["judgements"][0]["author"], "Ada");
    assert_eq!(told("actor/pilar-rojas")["merged"][0]["with"], "actor/rui-salgado");
    assert_eq!(run(folder, &["undo"]).0, Some(0));
    assert!(!run(folder, &["why", "actor/pilar-rojas"]).1.contains("judged"));
}

#[test]
fn the_words_are_bold_only_where_that_is_wanted() {
    let desk = desk();
    let folder = desk.path();
    let met = first(folder, &["met", "Berg", "Salgado"]);
    let words = |variable: Option<&str>| {
        let mut command = desk::in_folder(folder);
        command.args(["why", &met]);
        command.envs(variable.map(|name| (name, "1")));
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(!words(None).contains('\u{1b}'));
    assert!(words(Some("CLICOLOR_FORCE")).contains("\u{1b}[1m»Norwegian Foreign Minister"));
    assert!(!words(Some("NO_COLOR")).contains('\u{1b}'));
}
