//! Files that are torn, damaged, packed to burst or of no sense: an error or a bad row, never a panic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it fails")]

mod common;

use std::io::{Cursor, Write};
use std::path::PathBuf;

use common::{check, data, options};
use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use rapporteur_import::{Chunk, Columns, Format, Import, ImportError, Options, Tally};
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

fn read(bytes: &[u8], options: &Options) -> Result<(Vec<Chunk>, Tally), ImportError> {
    let mut import = Import::read(Cursor::new(bytes.to_vec()), "stream.txt", options)?;
    let chunks = import.by_ref().collect::<Result<Vec<_>, _>>()?;
    check(&chunks, import.tally());
    Ok((chunks, import.tally().clone()))
}

fn message(bytes: &[u8], options: &Options) -> String {
    read(bytes, options).unwrap_err().to_string()
}

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// An archive of members that are stored: the zip crate packs nothing here.
fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(*name, stored).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn all(path: &std::path::Path, options: &Options) -> Result<(Vec<Chunk>, Tally), ImportError> {
    let mut import = Import::open(path, options)?;
    let chunks = import.by_ref().collect::<Result<Vec<_>, _>>()?;
    check(&chunks, import.tally());
    Ok((chunks, import.tally().clone()))
}

#[test]
fn what_is_packed_is_read_whatever_its_name() {
    let folder = TempDir::new().unwrap();
    let plain = std::fs::read(data("named.txt")).unwrap();
    let (chunks, tally) = all(&file(&folder, "named.txt", &gzip(&plain)), &Options::default()).unwrap();
    assert_eq!((chunks[0].text.as_bytes(), tally.meetings), (plain.as_slice(), 2));
    let archive = zipped(&[("one/named.txt", &plain), ("__MACOSX/x", b"x"), ("icews.tab", &plain)]);
    let (chunks, tally) = all(&file(&folder, "packed.bin", &archive), &Options::default()).unwrap();
    assert_eq!((chunks.len(), tally.rows), (2, 8), "each member is read");
    assert_ne!(chunks[0].document.id, chunks[1].document.id);
}

#[test]
fn a_deflated_member_is_unpacked() {
    // Written by another program: `zip`-like, deflate with a fixed block, made here byte by byte.
    let plain = b"Chile\tConsult\tNorway\t2031-03-02\n";
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).unwrap();
    let packed = encoder.finish().unwrap();
    let mut crc = flate2::Crc::new();
    crc.update(plain);
    let archive = by_hand("named.txt", &packed, crc.sum(), plain.len());
    let folder = TempDir::new().unwrap();
    assert_eq!(all(&file(&folder, "a.zip", &archive), &Options::default()).unwrap().1.meetings, 1);
    let damaged = by_hand("named.txt", &packed, crc.sum() ^ 1, plain.len());
    let error = all(&file(&folder, "b.zip", &damaged), &Options::default()).unwrap_err().to_string();
    assert!(error.contains("checksum is wrong"), "{error}");
}

/// A zip archive of one deflated member.
fn by_hand(name: &str, packed: &[u8], crc: u32, size: usize) -> Vec<u8> {
    let (packed_size, size) = (u32::try_from(packed.len()).unwrap(), u32::try_from(size).unwrap());
    let length = u16::try_from(name.len()).unwrap();
    let mut shared = Vec::new();
    for number in [20_u16, 0, 8, 0, 33] {
        shared.extend_from_slice(&number.to_le_bytes());
    }
    for number in [crc, packed_size, size] {
        shared.extend_from_slice(&number.to_le_bytes());
    }
    for number in [length, 0] {
        shared.extend_from_slice(&number.to_le_bytes());
    }
    let mut archive = [b"PK\x03\x04".as_slice(), &shared, name.as_bytes(), packed].concat();
    let directory = u32::try_from(archive.len()).unwrap();
    let entry = [b"PK\x01\x02".as_slice(), &[20, 0], &shared, &[0; 14], name.as_bytes()].concat();
    archive.extend_from_slice(&entry);
    archive.extend_from_slice(&[b"PK\x05\x06".as_slice(), &[0; 4], &[1, 0, 1, 0]].concat());
    archive.extend_from_slice(&u32::try_from(entry.len()).unwrap().to_le_bytes());
    archive.extend_from_slice(&directory.to_le_bytes());
    archive.extend_from_slice(&[0, 0]);
    archive
}

#[test]
fn what_unpacks_to_more_than_is_allowed_is_stopped() {
    let row = b"Chile\tConsult\tNorway\t2031-03-02\n";
    let bomb = gzip(&row.repeat(100_000));
    assert!(bomb.len() < 20_000);
    let small = Options { unpacked: 1 << 20, ..Options::default() };
    let error = message(&bomb, &small);
    assert!(error.contains("unpacks to more than 1048576 bytes"), "{error}");
    let folder = TempDir::new().unwrap();
    let archive = zipped(&[("big.txt", &row.repeat(100_000))]);
    let error = all(&file(&folder, "big.zip", &archive), &small).unwrap_err().to_string();
    assert!(error.contains("big.zip: big.txt") && error.contains("1048576"), "{error}");
    // Zeros without end are one line too long, whose bytes are not kept.
    let error = message(&gzip(&vec![0; 4 << 20]), &Options::default());
    assert!(error.contains("longer than 1 MiB"), "{error}");
}

#[test]
fn what_is_torn_says_so() {
    let packed = gzip(&std::fs::read(data("icews.tab")).unwrap());
    assert!(read(&packed[..packed.len() / 2], &Options::default()).is_err());
    let folder = TempDir::new().unwrap();
    let archive = zipped(&[("named.txt", &std::fs::read(data("named.txt")).unwrap())]);
    let torn = all(&file(&folder, "torn.zip", &archive[..archive.len() - 30]), &Options::default());
    assert!(matches!(torn, Err(ImportError::Archive { .. })), "{torn:?}");
    let stream = read(&archive, &Options::default());
    assert!(matches!(stream, Err(ImportError::Archive { .. })), "{stream:?}");
    // A file that ends within a row has one bad row.
    let icews = std::fs::read(data("icews.tab")).unwrap();
    let (_, tally) = read(&icews[..icews.len() * 2 / 3], &Options::default()).unwrap();
    assert!(tally.bad <= 1 && tally.meetings > 1, "{tally:?}");
}

#[test]
fn what_is_no_event_data_is_named() {
    for (bytes, wanted) in [
        (b"".as_slice(), "is empty"),
        (b"\n\n", "is not clear"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\r", "no text in UTF-8"),
        (b"\xff\xfeE\0v\0e\0n\0t\0", "no text in UTF-8"),
        (b"a,b,c\n1,2,3\n", "has 3 columns, beginning `a | b | c`"),
        (b"<html>", "Looked for a heading of ICEWS"),
    ] {
        let error = message(bytes, &Options::default());
        assert!(error.contains(wanted), "{error}");
    }
    let icews = Options { format: Some(Format::IcewsCoded), ..Options::default() };
    let error = message(b"Event Date\tCAMEO Code\n", &icews);
    assert!(error.contains("no column `Source Name`; it has Event Date, CAMEO Code"), "{error}");
    let columns = Columns::read(["when=date", "who=participant"]).unwrap();
    let error = message(b"when,whom\n", &Options { columns, ..Options::default() });
    assert!(error.contains("no column `who`"), "{error}");
    assert!("gdelt3".parse::<Format>().unwrap_err().to_string().contains("gdelt1, gdelt2"));
}

#[test]
fn rows_that_are_no_text_or_too_long_are_bad_and_left_out() {
    let mut bytes = b"Chile\tConsult\tNorway\t2031-03-02\n".to_vec();
    bytes.extend_from_slice(b"Caf\xe9\tConsult\tNorway\t2031-03-02\n");
    bytes.extend(std::iter::repeat_n(b'x', 3 << 20));
    bytes.extend_from_slice(b"\nChile\tConsult\tNorway\t2031-03-03");
    let (chunks, tally) = read(&bytes, &Options::default()).unwrap();
    let bad: Vec<_> = tally.first_bad.iter().map(|bad| (bad.line, bad.reason.as_str())).collect();
    assert_eq!(bad, [(2, "is not UTF-8 from byte 3"), (3, "is longer than 1 MiB")]);
    assert_eq!((tally.rows, tally.meetings), (4, 2));
    assert_eq!(chunks[0].text, "Chile\tConsult\tNorway\t2031-03-02\nChile\tConsult\tNorway\t2031-03-03");
    let strict = Options { strict: true, ..Options::default() };
    assert_eq!(message(&bytes, &strict), "`stream.txt`, line 2: is not UTF-8 from byte 3");
}

#[test]
fn ten_bad_rows_are_kept_and_all_are_counted() {
    let bytes =
        format!("Chile\tConsult\tNorway\t2031-03-02\n{}", "Chile\tConsult\tNorway\tlately\n".repeat(30));
    let (_, tally) = read(bytes.as_bytes(), &Options::default()).unwrap();
    assert_eq!((tally.bad, tally.first_bad.len()), (30, 10));
}

#[test]
fn numbers_without_names_or_a_first_day_are_an_error() {
    let error = message(b"0\t0\t1\t24\n", &options("2018-01-01"));
    assert!(error.contains("entity2id.txt") || error.contains("relation2id.txt"), "{error}");
    let error = message(b"0\t0\t1\t24\n", &Options::default());
    assert!(error.contains("say since which day"), "{error}");
    let folder = TempDir::new().unwrap();
    let quadruples = file(&folder, "train.txt", b"0\t0\t1\t24\n");
    file(&folder, "relation2id.txt", b"Consult\t0\n");
    let error = all(&quadruples, &options("2018-01-01")).unwrap_err().to_string();
    assert!(error.contains("entity2id.txt` is to say which"), "{error}");
    // Numbers out of range cost rows, not memory.
    file(&folder, "entity2id.txt", b"Chile\t0\nNorway\t99999999999\nPeru\t-1\n\t4\nBadly\n");
    let (_, tally) = all(&quadruples, &options("2018-01-01")).unwrap();
    assert_eq!((tally.bad, tally.rows, tally.names), (5, 1, 5), "{tally:?}");
}

#[test]
fn long_names_and_joined_slugs_stay_apart() {
    let long = "Very Long Name ".repeat(30);
    let rows = [
        format!("{long}A\tConsult\t{long}B\t2031-03-02"),
        format!("{long}A\tConsult\t{long}C\t2031-03-02"),
        "Front\tConsult\tIran (Russia)\t2031-03-02".to_owned(),
        "Front (Iran)\tConsult\tRussia\t2031-03-02".to_owned(),
        "Front\tAccuse\tIran (Russia)\t2031-03-02".to_owned(),
        "Front (Iran)\tAccuse\tRussia\t2031-03-02".to_owned(),
    ];
    let (chunks, tally) = read(rows.join("\n").as_bytes(), &Options::default()).unwrap();
    assert_eq!((tally.meetings, tally.statements, tally.bad), (4, 2, 0));
    let made = chunks[0].records.iter().filter(|record| record.kind().as_str() != "actor").count();
    assert_eq!(made, 6, "{:#?}", common::ids(&chunks));
}

#[test]
fn many_rows_are_many_chunks_and_one_story() {
    let rows: String = (0..10_000).map(|n| format!("Chile\tConsult\tNorway {n}\t2031-03-02\n")).collect();
    let (chunks, tally) = read(rows.as_bytes(), &Options::default()).unwrap();
    assert_eq!((chunks.len(), tally.meetings), (5, 10_000));
    assert_eq!(chunks.iter().map(|chunk| chunk.text.as_str()).collect::<String>(), rows);
    assert!(chunks[1].document.id.as_str().ends_with("-00002"));
    assert_eq!(chunks[1].document.title.as_deref(), Some("stream.txt, rows 2049 to 4096"));
}

fn formats() -> impl Strategy<Value = Option<Format>> {
    prop_oneof![Just(None), prop::sample::select(Format::ALL.as_slice()).prop_map(Some)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), format in formats()) {
        let _ = read(&bytes, &Options { format, ..options("2018-01-01") });
    }

    #[test]
    fn no_text_makes_it_panic(text in "(?s)[\\PC\t\n\r\"',;#0-9\u{feff}-]{0,300}", format in formats()) {
        let _ = read(text.as_bytes(), &Options { format, ..options("2018-01-01") });
    }

    #[test]
    fn rows_with_bytes_changed_do_not_make_it_panic(
        name in prop::sample::select(vec!["icews.tab", "gdelt1.tsv", "gdelt2.csv", "polecat.txt", "named.txt", "meetings.csv"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        packed in any::<bool>(),
    ) {
        let mut bytes = std::fs::read(data(name)).unwrap();
        if packed {
            bytes = gzip(&bytes);
        }
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read(&bytes, &options("2018-01-01"));
    }
}
