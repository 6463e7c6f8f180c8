//! The command among other commands: completions, manual, odd names of files, pipes, widths, colours, line ends.

#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

const RECORDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../rapporteur/tests/data/ljubljana.jsonl");
const TEXT: &str =
    "Foreign Minister Ana Kolar met Danish Foreign Minister Soren Baek in Ljubljana on Monday.\n";

fn run(folder: &Path, arguments: &[&str]) -> Output {
    desk::in_folder(folder).args(arguments).output().unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with a store of three persons, two of whom met.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), &["import", RECORDS]).status.success());
    folder
}

/// What a shell is told when the last of these words is to be completed.
fn completed(folder: &Path, shell: &str, words: &[&str]) -> Vec<String> {
    let mut command = desk::in_folder(folder);
    command.env("RAPPORTEUR_COMPLETE", shell).args(["--", "rapporteur"]).args(words);
    command.env("_CLAP_COMPLETE_INDEX", words.len().to_string()).env("_CLAP_IFS", "\n");
    let output = command.output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{words:?}: {}", said(&output));
    printed(&output).lines().map(str::to_owned).collect()
}

#[test]
fn names_and_ids_are_completed_from_the_store() {
    let desk = desk();
    let completed = |words: &[&str]| completed(desk.path(), "bash", words);
    assert_eq!(completed(&["met", "Kol"]), ["Ana Kolar"], "by the beginning of a surname");
    assert_eq!(completed(&["met", "kol"]), ["Ana Kolar"], "in any case");
    assert_eq!(completed(&["met", "--who", "Ana\\ K"]), ["Ana Kolar"], "with what a shell has quoted");
    assert_eq!(completed(&["statements", "--speaker", "So"]), ["Søren Bæk"]);
    assert_eq!(completed(&["met", "--where", "Lj"]), ["Ljubljana"]);
    assert_eq!(completed(&["actors", "--country", "S"]), ["Slovenia"], "a state and not Søren");
    assert_eq!(completed(&["timeline", "meeting/2025"]), ["meeting/2025-03-03-ljubljana"]);
    assert_eq!(completed(&["why", "out"]), ["outcome/"]);
    assert_eq!(completed(&["why", "outcome/"]), ["outcome/ferries"]);
    assert_eq!(completed(&["remove", "doc"]), ["document/gazette"]);
    assert_eq!(completed(&["met", "--status", "pl"]), ["planned"], "words of a vocabulary as well");
    assert!(completed(&["met", "Nobody"]).is_empty());
    // A shell that shows what a completion means is told.
    for (shell, between) in [("fish", '\t'), ("zsh", ':')] {
        let told = self::completed(desk.path(), shell, &["timeline", "meeting/"]);
        let expected =
            format!("meeting/2025-03-03-ljubljana{between}2025-03-03, Ljubljana, Ana Kolar, Søren Bæk");
        assert_eq!(told, [expected]);
    }
}

#[test]
fn the_store_of_the_line_is_asked_and_none_is_made() {
    let (desk, elsewhere) = (desk(), tempfile::tempdir().unwrap());
    let store = desk.path().join(".rapporteur");
    let words = ["--store", store.to_str().unwrap(), "met", "Kol"];
    assert_eq!(completed(elsewhere.path(), "bash", &words), ["Ana Kolar"]);
    assert!(completed(elsewhere.path(), "bash", &["met", "Kol"]).is_empty());
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

/// Whether a program is on this machine; where it is not, its test has nothing to say.
fn is_installed(program: &str) -> bool {
    let asked = Command::new("sh").args(["-c", "command -v \"$0\"", program]).output();
    asked.is_ok_and(|output| output.status.success())
}

/// What a shell prints to a script, with our program on its path.
fn shell(program: &str, folder: &Path, script: &str) -> String {
    let beside = Path::new(env!("CARGO_BIN_EXE_rapporteur")).parent().unwrap().to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(beside).chain(std::env::split_paths(&path))).unwrap();
    let mut command = Command::new(program);
    command.current_dir(folder).env("PATH", path).env("LC_ALL", "C.UTF-8").env("HOME", folder);
    let output = command.env_remove("RAPPORTEUR_STORE").args(["-c", script]).output().unwrap();
    assert!(output.status.success(), "{program}: {}", said(&output));
    printed(&output)
}

#[test]
fn bash_keeps_a_name_with_spaces_one_word() {
    if !is_installed("bash") {
        return;
    }
    let desk = desk();
    let script = |typed: &str, word: &str| {
        format!(
            "source <(rapporteur completions bash); COMP_WORDS=(rapporteur met {typed}); COMP_CWORD=2; \
             _rapporteur rapporteur '{word}' met; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        )
    };
    assert_eq!(shell("bash", desk.path(), &script("Kol", "Kol")), "Ana\\ Kolar\n");
    assert_eq!(
        shell("bash", desk.path(), &script("'\"Kol'", "Kol")),
        "Ana Kolar\n",
        "the quotation mark holds it"
    );
    let registered =
        shell("bash", desk.path(), "source <(rapporteur completions bash); complete -p rapporteur");
    assert!(registered.contains("-F _rapporteur "), "{registered}");
}

#[test]
fn fish_completes_and_zsh_takes_the_script() {
    let desk = desk();
    if is_installed("fish") {
        let script = "rapporteur completions fish | source; complete -C 'rapporteur met Kol'";
        assert!(shell("fish", desk.path(), script).contains("Ana Kolar"));
    }
    if is_installed("zsh") {
        let script = "autoload -U compinit; compinit -u -D; source <(rapporteur completions zsh); print $_comps[rapporteur]";
        assert!(shell("zsh", desk.path(), script).contains("rapporteur"));
    }
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), &["man", "man/man1"]).status.success());
    let pages = folder.path().join("man/man1");
    let help = printed(&run(folder.path(), &["--help"]));
    let commands = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let indented = commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let mut count = 0;
    for name in indented.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        let page = fs::read_to_string(pages.join(format!("rapporteur-{name}.1"))).unwrap();
        assert!(page.contains(".SH SYNOPSIS") && page.contains("Example"), "{name}");
        count += 1;
    }
    assert!(count >= 30, "{count} commands");
    assert!(fs::read_to_string(pages.join("rapporteur.1")).unwrap().contains("rapporteur\\-met"));
    if is_installed("groff") {
        let page = shell("sh", folder.path(), "groff -man -Tascii -ww man/man1/rapporteur-met.1 2>&1");
        assert!(page.contains("--where") && !page.contains("warning"), "{page}");
    }
}

#[test]
fn what_is_misspelt_is_answered_with_the_nearest() {
    let desk = desk();
    let errs = |arguments: &[&str]| {
        let output = run(desk.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        said(&output)
    };
    assert!(errs(&["met", "--wher", "Slovenia"]).contains("--where"));
    assert!(errs(&["statments"]).contains("statements"));
    assert!(errs(&["met", "--status", "hled"]).contains("held"));
    assert!(errs(&["met", "Kolra"]).contains("Ana Kolar"));
    assert!(errs(&["met", "--where", "Ljubjana"]).contains("Ljubljana"));
    assert!(errs(&["met", "--since", "soon"]).contains("2025-05-16"));
    assert!(errs(&["ingest", "nothing.txt"]).contains("nothing.txt"));
}

#[test]
fn a_path_may_have_spaces_and_a_store_too() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("my texts")).unwrap();
    fs::write(folder.path().join("my texts/the talks.txt"), TEXT).unwrap();
    let source = ["--published", "2025-03-03", "--store", "my store/of talks"];
    fs::create_dir(folder.path().join("my store")).unwrap();
    let output = run(folder.path(), &[&["ingest", "my texts/the talks.txt"], source.as_slice()].concat());
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("`my store/of talks`"));
    assert!(run(folder.path(), &["met", "Kolar", "--store", "my store/of talks"]).status.success());
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf_8_is_read_and_written() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let (text, store) = (OsStr::from_bytes(b"talks-\xff.txt"), OsStr::from_bytes(b"store-\xff"));
    fs::write(folder.path().join(text), TEXT).unwrap();
    let published = ["--published", "2025-03-03"];
    let output = desk::in_folder(folder.path())
        .arg("ingest")
        .arg(text)
        .args(published)
        .arg("--store")
        .arg(store)
        .output();
    let output = output.unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(printed(&output).starts_with("added document/"), "{}", printed(&output));
    let output = desk::in_folder(folder.path())
        .args(["met", "Kolar"])
        .env("RAPPORTEUR_STORE", store)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    let output = desk::in_folder(folder.path()).arg("graph").arg("--store").arg(store).output().unwrap();
    assert!(output.status.success());
    // A folder with such a file in it, and a name where one is wanted.
    assert!(
        desk::in_folder(folder.path())
            .args(["ingest", "."])
            .arg("--store")
            .arg("other")
            .output()
            .unwrap()
            .status
            .success()
    );
    let output =
        desk::in_folder(folder.path()).arg("met").arg(text).arg("--store").arg(store).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "a name of an actor is text");
}

#[test]
fn a_hyphen_is_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let feed = |arguments: &[&str], input: &[u8]| {
        let mut command = desk::in_folder(folder.path());
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(input).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", said(&output));
        printed(&output)
    };
    let published = ["--published", "2025-03-03"];
    let records = feed(&[&["extract", "-", "--with-text"], published.as_slice()].concat(), TEXT.as_bytes());
    assert!(records.lines().count() > 3);
    assert!(feed(&["import", "-", "--store", "imported"], records.as_bytes()).contains("meeting"));
    assert!(feed(&[&["ingest", "-"], published.as_slice()].concat(), TEXT.as_bytes()).starts_with("added"));
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    let desk = desk();
    let long: String =
        (0..3000).map(|number| format!("Ana Kolar met Soren Baek of company {number}. ")).collect();
    fs::write(desk.path().join("long.txt"), long).unwrap();
    for arguments in
        [&["met"][..], &["export"], &["extract", "long.txt", "--explain"], &["graph"], &["--help"]]
    {
        let mut command = desk::in_folder(desk.path());
        let mut child =
            command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0];
        let _ = child.stdout.take().unwrap().read(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn a_table_fits_eighty_and_two_hundred_columns() {
    let desk = desk();
    let questions: [&[&str]; 8] = [
        &["met"],
        &["met", "--absent"],
        &["statements"],
        &["outcomes"],
        &["actors"],
        &["places"],
        &["documents"],
        &["timeline", "meeting/2025-03-03-ljubljana"],
    ];
    for columns in [80, 200] {
        for question in questions {
            let output =
                desk::in_folder(desk.path()).args(question).env("COLUMNS", columns.to_string()).output();
            let table = printed(&output.unwrap());
            assert!(!table.is_empty(), "{question:?}");
            // An id is never broken: it is there to be copied.
            for line in table.lines().filter(|line| !line.contains('/')) {
                assert!(line.chars().count() <= columns, "{question:?} at {columns}: {line}");
            }
        }
    }
}

#[test]
fn nothing_is_coloured_where_colour_is_not_wanted() {
    let desk = desk();
    for (variable, value, coloured) in
        [("NO_COLOR", "1", false), ("CLICOLOR_FORCE", "1", true), ("TERM", "dumb", false)]
    {
        let output =
            desk::in_folder(desk.path()).arg("show").arg("nonsense").env(variable, value).output().unwrap();
        let failure =
            desk::in_folder(desk.path()).args(["met", "Kolra"]).env(variable, value).output().unwrap();
        for output in [&output, &failure] {
            assert_eq!(output.stderr.contains(&0x1b), coloured, "{variable}: {}", said(output));
            assert!(!output.stdout.contains(&0x1b));
        }
    }
}

#[test]
fn line_ends_of_windows_change_nothing_but_the_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let write =
        |name: &str, text: &str| fs::write(folder.path().join(name), text.replace('\n', "\r\n")).unwrap();
    let text = "Talks in Ljubljana\n\nForeign Minister Ana Kolar met\nDanish Foreign Minister Soren Baek in Ljubljana on Monday.\n\n\
                She met Grand Vizier Omar Zaid in Maribor on Sunday.\n";
    write("windows.txt", text);
    fs::write(folder.path().join("unix.txt"), text).unwrap();
    write("document.json", "{\n\"published\": \"2025-03-03\"\n}\n");
    write("own.toml", "offices = [\"grand vizier\"]\n\nhonorifics = [\"Datin\"]\n");
    let facts = |name: &str| -> Vec<String> {
        let output = run(folder.path(), &["extract", name, "--lexicon", "own.toml"]);
        assert!(output.status.success(), "{}", said(&output));
        let record = |line: &str| {
            let mut record: serde_json::Value = serde_json::from_str(line).unwrap();
            let fields = record.as_object_mut().unwrap();
            fields.retain(|field, _| !["evidence", "participants", "id"].contains(&field.as_str()));
            record.to_string()
        };
        let printed = printed(&output);
        let lines = printed.lines().filter(|line| !line.contains("\"type\":\"document\""));
        lines.map(record).collect()
    };
    assert!(facts("unix.txt").iter().any(|record| record.contains("meeting")));
    assert_eq!(facts("windows.txt"), facts("unix.txt"));

    let records = fs::read_to_string(RECORDS).unwrap();
    write("records.jsonl", &records);
    let output = run(folder.path(), &["import", "records.jsonl"]);
    assert!(output.status.success(), "{}", said(&output));
    write("visits.csv", "date,participant,host,place\n2025-03-04,Ana Kolar,Soren Baek,Aarhus\n");
    let output = run(folder.path(), &["import", "visits.csv"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(printed(&run(folder.path(), &["met", "--format", "csv"])).contains("Aarhus"));
    assert!(run(folder.path(), &["verify"]).status.success());
}
