//! The real data sets, where they lie beside the project: what is known of them comes out.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it fails")]

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use common::{import, options};
use rapporteur_import::{Columns, Options};
use rapporteur_schema::Record;

/// `shared/data` beside the work tree, if it is there.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name);
    path.exists().then_some(path)
}

#[test]
fn the_visits_of_icews18_are_one_with_their_hostings() {
    let Some(path) = shared("icews18/train.txt") else { return };
    let (chunks, tally) = import(&path, &options("2018-01-01"));
    assert_eq!((tally.rows, tally.names, tally.bad), (373_018, 23_033, 0));
    assert_eq!((tally.without_counterpart, tally.meetings > 90_000), (0, true), "{tally:?}");
    // Spans over all chunks: a day's rows may lie on both sides of a seam.
    let mut visits: BTreeMap<&str, usize> = BTreeMap::new();
    for record in chunks.iter().flat_map(|chunk| &chunk.records) {
        if let Record::Meeting(meeting) = record
            && meeting.id.as_str().get(18..25) == Some("-visit-")
        {
            *visits.entry(meeting.id.as_str()).or_default() += meeting.evidence.len();
        }
    }
    let rows: usize = visits.values().sum();
    let merged: usize = visits.values().filter(|&&spans| spans >= 2).sum();
    assert!(rows > 30_000 && merged * 1000 >= rows * 999, "{merged} of {rows}");
}

#[test]
fn icews14_is_read_by_its_names() {
    let mut rows = 0;
    for file in ["train.txt", "valid.txt", "test.txt"] {
        let Some(path) = shared(&format!("icews14/{file}")) else { return };
        let (_, tally) = import(&path, &Options::default());
        assert_eq!(tally.bad, 0, "{tally:?}");
        assert!(tally.meetings * 4 > tally.rows && tally.statements > tally.meetings, "{tally:?}");
        rows += tally.rows;
    }
    assert_eq!(rows, 90_730);
}

#[test]
fn every_visit_to_the_united_states_is_a_meeting() {
    let Some(path) = shared("hsg-visits/visits.tsv") else { return };
    let columns = ["visitor=participant", "from=participant", "start=start", "end=end", "description=topic"];
    let columns = Columns::read(columns).unwrap();
    let (chunks, tally) = import(&path, &Options { columns, ..Options::default() });
    assert_eq!((tally.rows, tally.meetings, tally.bad), (3264, 3264, 0), "{tally:?}");
    let ids = common::ids(&chunks);
    assert!(ids.iter().filter(|id| id.starts_with("meeting/")).count() > 3200);
    assert!(ids.contains(&"actor/emmanuel-macron".to_owned()), "titles are left off");
}
