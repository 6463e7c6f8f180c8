//! Pages that show a session: every line after `$ ` in a `console` block is typed, one after the other, in a folder
//! with the fixtures in it, and what it prints must be what the page shows.
//!
//! Both streams are shown, as a terminal shows them. A command must end with 0; where the page wants to show another
//! code, it says `; echo $?`.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{docs, holds};

/// As wide as a page.
const COLUMNS: &str = "100";

/// What a reader sees who types a line.
fn typed(line: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_rapporteur")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(program.to_owned())
            .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let ran = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{line}")])
        .current_dir(folder)
        .stdin(Stdio::null())
        .env("PATH", path.unwrap())
        .env("COLUMNS", COLUMNS)
        .env("LC_ALL", "C.UTF-8")
        .env_remove("RAPPORTEUR_STORE")
        .env_remove("RAPPORTEUR_AUTHOR")
        .output()
        .unwrap();
    let printed = String::from_utf8(ran.stdout).unwrap();
    assert!(ran.status.success(), "`{line}` ended with {:?}\n{printed}", ran.status.code());
    printed
}

/// A page with its commands typed anew, and how many there are.
fn typed_anew(page: &str) -> (String, usize) {
    let folder = tempfile::tempdir().unwrap();
    let fixtures = fs::canonicalize(docs().join("../fixtures")).unwrap();
    std::os::unix::fs::symlink(fixtures, folder.path().join("fixtures")).unwrap();
    let (mut anew, mut commands, mut shows_session) = (String::new(), 0, false);
    for line in page.lines() {
        if line.starts_with("```") {
            shows_session = line == "```console";
        }
        match line.strip_prefix("$ ").filter(|_| shows_session) {
            Some(command) => {
                anew += &format!("{line}\n");
                typed(command, folder.path())
                    .lines()
                    .for_each(|line| anew += &format!("{}\n", line.trim_end()));
                commands += 1;
            }
            // What a session printed before is in the way of what it prints now.
            None if shows_session && line != "```console" => {}
            None => anew += &format!("{line}\n"),
        }
    }
    (anew, commands)
}

#[test]
fn the_tutorial_prints_what_it_shows() {
    let page = docs().join("tutorial.md");
    let (anew, commands) = typed_anew(&fs::read_to_string(&page).unwrap());
    assert!(commands >= 12, "the tutorial types {commands} commands");
    holds(&page, &anew);
}

#[test]
fn the_cookbook_answers_thirty_questions() {
    let page = docs().join("cookbook.md");
    let text = fs::read_to_string(&page).unwrap();
    let (anew, commands) = typed_anew(&text);
    let questions = text.lines().filter(|line| line.starts_with("### ")).count();
    assert_eq!(questions, 30);
    assert!(commands > questions, "a question without a command");
    holds(&page, &anew);
}
