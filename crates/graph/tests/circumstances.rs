//! Where and when a store is opened: in a folder that cannot be written to, on a disk without room, under a
//! clock that was set back, and after it was written by an earlier release.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, clippy::print_stderr)]

mod build;

use std::fs::{self, File, FileTimes, Permissions};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use build::disk::{copy, files, lines};
use build::world::{lines_of, numbered};
use build::{report, talks};
use rapporteur_graph::{GraphError, Ingest, Mode, Remark, Store};
use rapporteur_schema::Record;

fn small(path: &Path) -> Vec<String> {
    let store = Store::create(path).unwrap();
    for ingest in [talks(), report(), numbered(0, "2031-01-02")] {
        store.ingest(ingest).unwrap();
    }
    lines(&store)
}

fn contents(path: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    files(path).into_iter().map(|file| (file.clone(), fs::read(file).unwrap())).collect()
}

/// What must hold of a store that cannot be written to.
fn reads_and_does_not_write(path: &Path, expected: &[String]) {
    let before = contents(path);
    let store = Store::open(path).unwrap();
    assert_eq!((store.mode(), store.remarks()), (Mode::Read, &[Remark::ReadOnlyFolder][..]));
    assert_eq!(lines(&store), expected);
    assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
    assert!(matches!(store.ingest(numbered(1, "2031-01-02")), Err(GraphError::ReadOnly { .. })));
    assert!(matches!(store.reindex(|_, _| ()), Err(GraphError::ReadOnly { .. })));
    drop(store);
    assert!(contents(path) == before, "a store that cannot be written to was written to");
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let expected = small(&path);
    let allow = |folder: u32, file: u32| {
        for one in files(&path) {
            fs::set_permissions(one, Permissions::from_mode(file)).unwrap();
        }
        for one in [path.join("index"), path.clone()] {
            fs::set_permissions(one, Permissions::from_mode(folder)).unwrap();
        }
    };
    allow(0o555, 0o444);
    // Permissions do not bind root, which many a container runs its tests as.
    let binds = File::create(path.join("probe")).is_err();
    if binds {
        reads_and_does_not_write(&path, &expected);
    } else {
        println!("permissions do not bind here: not tried");
        fs::remove_file(path.join("probe")).unwrap();
    }
    allow(0o755, 0o644);
    assert_eq!(Store::open(&path).unwrap().mode(), Mode::Write);
}

/// A file system mounted for as long as it lives; none where this process may not mount.
struct Mounted(PathBuf);

impl Mounted {
    fn tmpfs(at: &Path, options: &str) -> Option<Self> {
        fs::create_dir_all(at).unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", options, "tmpfs"]).arg(at).output();
        mount.is_ok_and(|done| done.status.success()).then(|| Self(at.to_owned()))
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn a_read_only_file_system_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("mounted");
    let Some(mounted) = Mounted::tmpfs(&at, "size=32m") else { return println!("may not mount: not tried") };
    let path = at.join("s");
    let expected = small(&path);
    let remounted = Command::new("mount").args(["-o", "remount,ro"]).arg(&mounted.0).status();
    if remounted.is_ok_and(|status| status.success()) {
        reads_and_does_not_write(&path, &expected);
    }
}

#[test]
fn a_disk_that_fills_up_keeps_what_was_reported_done() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path().join("mounted");
    let Some(_mounted) = Mounted::tmpfs(&at, "size=3m") else { return println!("may not mount: not tried") };
    let path = at.join("s");
    let store = Store::create(&path).unwrap();
    let (mut done, mut refused) = (Vec::new(), None);
    for n in 0..100_000 {
        // Words that do not compress fill the disk soon.
        let ingest = noise(n);
        if let Err(error) = store.ingest(ingest.clone()) {
            println!("full after {n} documents: {error}");
            refused = Some(lines_of(ingest));
            break;
        }
        done.extend(lines_of(ingest));
    }
    // The one that was refused may be there whole, where the journal had room for it and the index had not.
    let with_refused = [done.clone(), refused.unwrap()].concat();
    let [done, with_refused] = [done, with_refused].map(|mut lines| {
        lines.sort();
        lines
    });
    let expect = |store: &Store, when: &str| {
        let mut lines = lines(store);
        lines.sort();
        assert!(lines == done || lines == with_refused, "{when}: {} lines of {}", lines.len(), done.len());
    };
    expect(&store, "in the process that saw it");
    drop(store);
    // It opens on the full disk, to be read at least.
    let store = Store::open(&path).unwrap();
    println!("on the full disk: {:?}, {:?}", store.mode(), store.remarks());
    expect(&store, "on the full disk");
    drop(store);
    // And with room to write as if nothing had been.
    let roomy = folder.path().join("roomy");
    copy(&path, &roomy);
    let store = Store::open(&roomy).unwrap();
    assert_eq!(store.mode(), Mode::Write);
    expect(&store, "with room again");
    assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
    store.ingest(numbered(0, "2031-01-02")).unwrap();
}

fn noise(n: usize) -> Ingest {
    let mut told = build::Told::new(&format!("noise-{n:06}"));
    for piece in 0..300 {
        told.says(&rapporteur_graph::sha256(&format!("{n} {piece}")).to_string());
    }
    told.state("norland", "Norland", "NRL").done()
}

#[test]
fn a_clock_that_was_set_back_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    let expected = small(&path);
    let year = Duration::from_secs(365 * 24 * 3600);
    let now = SystemTime::now();
    let date = |when: SystemTime, which: &dyn Fn(usize) -> bool| {
        for (at, file) in files(&path).into_iter().enumerate().filter(|(at, _)| which(*at)) {
            let times = FileTimes::new().set_modified(when).set_accessed(when);
            File::options().write(true).open(&file).unwrap().set_times(times).unwrap_or_else(|error| {
                panic!("{at}: {}: {error}", file.display());
            });
        }
    };
    // All from the future, all from long ago, and every second one from either.
    let ages: [&dyn Fn(); 4] = [
        &|| date(now + 10 * year, &|_| true),
        &|| date(SystemTime::UNIX_EPOCH, &|_| true),
        &|| date(now + 10 * year, &|at| at % 2 == 0),
        &|| date(now + 10 * year, &|at| at % 2 == 1),
    ];
    for (round, age) in ages.iter().enumerate() {
        age();
        let store = Store::open(&path).unwrap();
        assert_eq!((store.mode(), store.remarks()), (Mode::Write, &[][..]), "{round}");
        assert_eq!(lines(&store), expected);
        store.ingest(numbered(0, "2032-02-03")).unwrap();
        age();
        store.ingest(numbered(0, "2031-01-02")).unwrap();
        assert_eq!(store.verify(|_, _| ()).unwrap().problems, []);
        drop(store);
        assert_eq!(lines(&Store::open(&path).unwrap()), expected);
    }
}

/// Stores that releases of each format wrote; see `fixtures/stores/README.md`.
fn stores() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/stores")
}

/// Every format there was.
const FORMATS: &[&str] = &["format-1", "format-2", "format-3", "format-4"];

/// Not a test: makes the store of the format that this release writes, once, when the format is new.
#[test]
#[ignore = "writes fixtures/stores; run by hand when a format is new"]
fn make_a_store_of_this_format() {
    let path = stores().join("format-4");
    let noon = || "2031-06-01T12:00:00Z".parse().unwrap();
    let store = Store::create(&path).unwrap().with_clock(noon);
    let mut printed = report();
    printed.document.publisher = Some("The Ledger".to_owned());
    for record in &mut printed.records {
        if let Record::Meeting(meeting) = record {
            meeting.previous_start_date = vec!["2031-04-30".parse().unwrap()];
        }
    }
    for ingest in [talks(), printed, numbered(0, "2031-01-02"), numbered(1, "2031-01-02")] {
        store.ingest(ingest).unwrap();
    }
    store.ingest(numbered(0, "2032-02-03")).unwrap();
    store.remove(&"document/d1".parse().unwrap()).unwrap();
    let subject = |id: &str| id.parse::<rapporteur_schema::Subject>().unwrap();
    let by = || rapporteur_graph::Judge { author: Some("Ada".to_owned()), time: noon(), remark: None };
    store.judge(&subject("actor/karim-said"), &subject("actor/ola-nilsen"), false, by()).unwrap();
    store.judge_outlet("the ledger", rapporteur_schema::Reliability::B, by()).unwrap();
    let expected = lines(&store).join("\n") + "\n";
    drop(store);
    fs::write(stores().join("format-4.jsonl"), expected).unwrap();
    // The index is made from the journal, and sled's file is half a megabyte of zeros.
    fs::remove_dir_all(path.join("index")).unwrap();
    for name in ["index.seal", "writer.lock"] {
        fs::remove_file(path.join(name)).unwrap();
    }
}

#[test]
fn a_store_of_every_earlier_format_opens_answers_and_verifies() {
    for format in FORMATS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("s");
        copy(&stores().join(format), &path);
        let expected = fs::read_to_string(stores().join(format).with_extension("jsonl")).unwrap();
        let store = Store::open(&path).unwrap();
        assert_eq!(store.mode(), Mode::Write);
        assert_eq!(lines(&store), expected.lines().collect::<Vec<_>>(), "{format}");
        assert_eq!(store.verify(|_, _| ()).unwrap().problems, [], "{format}");
        let who = "actor/norland".parse().unwrap();
        let days: Vec<_> = store.met().actor(&who).run().unwrap();
        let days: Vec<_> = days.iter().filter_map(|row| row.when.as_ref()).map(ToString::to_string).collect();
        assert_eq!(days, ["2031-05-10", "2031-05-16", "2032-02-03"], "{format}");
        store.ingest(numbered(2, "2031-01-02")).unwrap();
        drop(store);
        let store = Store::open(&path).unwrap();
        assert_eq!(store.remarks(), []);
        assert_eq!(store.documents().run().unwrap().len(), 4);
    }
}

/// The page on the format is exact when a reader that was written from it reads what a release wrote.
#[test]
fn a_reader_in_python_gives_what_an_export_gives() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/read-journal.py");
    let knows_zstd = |program: &str, arguments: &[&str]| {
        Command::new(program).args(arguments).output().is_ok_and(|ran| ran.status.success())
    };
    let python = knows_zstd("python3", &["-c", "import compression.zstd"])
        || knows_zstd("python3", &["--version"]) && knows_zstd("zstd", &["--version"]);
    if !python {
        eprintln!("there is no Python that reads zstd here: the script is not tried");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("s");
    copy(&stores().join("format-1"), &path);
    let read_at = |path: &Path| {
        let ran = Command::new("python3").arg(&script).arg(path).output().unwrap();
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        (String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap())
    };
    for format in FORMATS {
        let expected = fs::read_to_string(stores().join(format).with_extension("jsonl")).unwrap();
        assert_eq!(read_at(&stores().join(format)), (expected, String::new()), "{format}");
    }
    let read = || read_at(&path);
    let expected = fs::read_to_string(stores().join("format-1.jsonl")).unwrap();
    assert_eq!(read(), (expected.clone(), String::new()));
    // A frame that was never written whole is left out, a damaged one is named.
    let journal = path.join("journal.jsonl.zst");
    let whole = fs::read(&journal).unwrap();
    fs::write(&journal, [&whole[..], &whole[..30]].concat()).unwrap();
    assert_eq!(read(), (expected, String::new()));
    let mut damaged = whole;
    damaged[60] ^= 1;
    fs::write(&journal, damaged).unwrap();
    assert_eq!(read().1, "damaged at byte 0\n");
}
