//! Event data through the command: what is stored, what is said, and that again changes nothing.

#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;
use std::path::Path;

const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../import/tests/data");

fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> desk::Ran {
    desk::run_with(desk::in_folder(folder).args(arguments), input)
}

#[test]
fn rows_become_meetings_that_can_be_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let icews = format!("{DATA}/icews.tab");
    let (code, out, err) = run(folder.path(), &["import", &icews], b"");
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("16 rows: 5 of meetings, 4 of statements, 2 of outcomes"), "{out}");
    assert!(out.contains("1 added, 0 replaced, 0 unchanged"), "{out}");
    assert!(err.contains("icews.tab`, line 14: `2031-13-05` is no date"), "{err}");
    let (code, met, _) = run(folder.path(), &["met", "Ana Kolar", "--format", "jsonl"], b"");
    assert_eq!(code, Some(0));
    assert!(met.contains("meeting/2031-03-01-visit-ana-kolar-norway"), "{met}");
    assert!(!met.contains("planned"), "a wish to meet is no meeting: {met}");
    let (_, why, _) = run(folder.path(), &["why", "meeting/2031-03-01-visit-ana-kolar-norway"], b"");
    assert!(why.contains("Host a visit"), "{why}");
    let (code, _, _) = run(folder.path(), &["verify"], b"");
    assert_eq!(code, Some(0));

    let (_, out, _) = run(folder.path(), &["import", &icews], b"");
    assert!(out.contains("0 added, 0 replaced, 1 unchanged"), "{out}");
}

#[test]
fn a_folder_is_imported_with_the_names_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let quadruples = format!("{DATA}/quadruples");
    let (code, _, err) = run(folder.path(), &["import", &quadruples], b"");
    assert_eq!(code, Some(2));
    assert!(err.contains("say since which day"), "{err}");
    assert!(!folder.path().join(".rapporteur").exists(), "a file that is refused makes no store");
    let (code, out, err) = run(folder.path(), &["import", &quadruples, "--epoch", "2031-01-01"], b"");
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("5 names and 9 rows: 2 of meetings"), "{out}");
    let strict = ["import", &quadruples, "--epoch", "2031-01-01", "--strict"];
    let (code, _, err) = run(folder.path(), &strict, b"");
    assert_eq!(code, Some(2));
    assert!(err.contains("train.txt`, line 5: the relation `Sing together`"), "{err}");
}

#[test]
fn standard_input_and_said_columns_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let table = "day,guest,town\n2031-03-01,Ana Kolar;Juan Prado,Oslo\n";
    let arguments = ["import", "-", "--map", "day=date", "--map", "guest=participant", "--map", "town=place"];
    let (code, out, err) = run(folder.path(), &arguments, table.as_bytes());
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("imported -: 1 rows: 1 of meetings"), "{out}");
    let (_, met, _) = run(folder.path(), &["met", "--where", "Oslo", "--format", "jsonl"], b"");
    assert!(met.contains("juan-prado"), "{met}");
    let (code, _, err) = run(folder.path(), &["import", "-", "--map", "day"], table.as_bytes());
    assert_eq!(code, Some(2));
    assert!(err.contains("`day` is not `column=field`"), "{err}");
    let (code, _, err) = run(folder.path(), &["import", "-"], table.as_bytes());
    assert_eq!(code, Some(2));
    assert!(err.contains("is not clear"), "{err}");
}

#[test]
fn a_file_that_cannot_be_read_does_not_keep_the_others_out() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(format!("{DATA}/named.txt"), folder.path().join("named.txt")).unwrap();
    fs::write(folder.path().join("other.txt"), "no event data\n").unwrap();
    let (code, out, err) = run(folder.path(), &["import", "."], b"");
    assert_eq!(code, Some(2));
    assert!(
        out.contains("named.txt: 4 rows") && err.contains("1 of 2 files could not be imported"),
        "{out}{err}"
    );
    // Other rows under the same name and first line would take the place of these.
    fs::create_dir(folder.path().join("again")).unwrap();
    let mut rows = fs::read_to_string(folder.path().join("named.txt")).unwrap();
    rows.push_str("Chile\tConsult\tNorway\t2031-03-03\n");
    fs::write(folder.path().join("again/named.txt"), rows).unwrap();
    let (_, _, err) = run(folder.path(), &["import", "again", "named.txt"], b"");
    assert!(err.contains("rename one of the files"), "{err}");
}
