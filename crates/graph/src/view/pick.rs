//! Choosing among the values that documents tell of one field.
//!
//! Invariant: a choice depends on the values and on who tells them, never on their order.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_schema::{DocumentId, Edtf, Precision};
use serde::Serialize;

use super::Conflict;

/// The values of one field, each with its documents, the preferred first.
type Ranked<T> = Vec<(T, Vec<DocumentId>)>;

/// Orders the values that are told: by rank, then by how many tell them, then by themselves.
pub(super) fn ranked<'a, T: Ord + Clone + 'a, R: Ord>(
    told: impl Iterator<Item = (&'a DocumentId, Option<&'a T>)>,
    rank: impl Fn(&T) -> R,
) -> Ranked<T> {
    let mut values: BTreeMap<&T, Vec<DocumentId>> = BTreeMap::new();
    for (document, value) in told {
        if let Some(value) = value {
            values.entry(value).or_default().push(document.clone());
        }
    }
    let mut ranked: Ranked<T> =
        values.into_iter().map(|(value, documents)| (value.clone(), documents)).collect();
    ranked.sort_by_cached_key(|(value, documents)| (rank(value), usize::MAX - documents.len()));
    ranked
}

/// A value as the record contract writes it.
pub(super) fn text(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(value) => value.to_string(),
        Err(error) => error.to_string(),
    }
}

/// Notes a conflict, where there is more than one value.
pub(super) fn note<T: Serialize>(conflicts: &mut Vec<Conflict>, field: &'static str, ranked: &Ranked<T>) {
    if ranked.len() > 1 {
        let values = ranked.iter().map(|(value, documents)| (text(value), documents.clone())).collect();
        conflicts.push(Conflict { field, values });
    }
}

/// The preferred value; more than one is a conflict.
pub(super) fn one<'a, T: Ord + Clone + Serialize + 'a, R: Ord>(
    conflicts: &mut Vec<Conflict>,
    field: &'static str,
    told: impl Iterator<Item = (&'a DocumentId, Option<&'a T>)>,
    rank: impl Fn(&T) -> R,
) -> Option<T> {
    let ranked = ranked(told, rank);
    note(conflicts, field, &ranked);
    ranked.into_iter().next().map(|(value, _)| value)
}

/// The preferred of values that have no order of their own, by their text.
pub(super) fn by_text<'a, T: Clone + Serialize + 'a>(
    conflicts: &mut Vec<Conflict>,
    field: &'static str,
    told: impl Iterator<Item = (&'a DocumentId, Option<&'a T>)>,
) -> Option<T> {
    let told: Vec<_> = told.map(|(document, value)| (document, value, value.map(text))).collect();
    let texts = told.iter().map(|(document, _, text)| (*document, text.as_ref()));
    let picked = one(conflicts, field, texts, |_| ())?;
    told.into_iter()
        .find(|(_, _, text)| text.as_ref() == Some(&picked))
        .and_then(|(_, value, _)| value.cloned())
}

/// The most exact date; dates that cannot both be right are a conflict.
pub(super) fn date<'a>(
    conflicts: &mut Vec<Conflict>,
    field: &'static str,
    told: impl Iterator<Item = (&'a DocumentId, Option<&'a Edtf>)>,
) -> Option<Edtf> {
    let ranked = ranked(told, |when| exactness(when.precision()));
    // Some two do not overlap just when the latest beginning lies behind the earliest end.
    let begin = ranked.iter().map(|(when, _)| when.first_day()).max();
    let end = ranked.iter().map(|(when, _)| when.last_day()).min();
    if begin > end {
        note(conflicts, field, &ranked);
    }
    ranked.into_iter().next().map(|(value, _)| value)
}

fn exactness(precision: Precision) -> u8 {
    match precision {
        Precision::Day => 0,
        Precision::Interval => 1,
        Precision::Month => 2,
        _ => 3,
    }
}

/// All values of lists, each once, in the order of the documents and the lists.
pub(super) fn union<'a, T: Ord + Clone + 'a>(lists: impl Iterator<Item = &'a [T]>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    lists.flatten().filter(|value| seen.insert(*value)).cloned().collect()
}
