//! rapporteur's side of the benchmark: opens a store that was loaded, asks it the questions of a set, and
//! prints the figures and the digests of the answers as one line of JSON.
//!
//! Invariant: an answer is timed with everything it takes to have it as ids and days; turning those into the
//! numbers of the set, for the digest, is not.
#![allow(clippy::print_stdout)]

use std::collections::HashMap;
use std::path::Path;
use std::time::Instant;

use jiff::civil::Date;
use rapporteur_graph::{GraphError, Network, Store};
use rapporteur_schema::ActorId;
use serde_json::{Map, Value, json};

/// Why the questions could not be asked.
#[derive(Debug, thiserror::Error)]
enum BenchError {
    #[error(transparent)]
    Store(#[from] GraphError),
    #[error("`{0}`: {1}")]
    Read(String, std::io::Error),
    #[error("usage: rapporteur-bench SET STORE")]
    Usage,
    #[error("`{0}` is no question")]
    Question(String),
}

/// A prime of 61 bits, below which digests stay.
const PRIME: u128 = (1 << 61) - 1;
const EPOCH: Date = Date::constant(1970, 1, 1);

fn main() -> Result<(), BenchError> {
    let mut arguments = std::env::args().skip(1);
    let (Some(set), Some(store)) = (arguments.next(), arguments.next()) else {
        return Err(BenchError::Usage);
    };
    let mut figures = Map::new();
    let begun = Instant::now();
    let store = Store::open(&store)?;
    figures.insert("open_ms".into(), json!(begun.elapsed().as_secs_f64() * 1e3));
    let begun = Instant::now();
    let network = store.network()?;
    figures.insert("network_ms".into(), json!(begun.elapsed().as_secs_f64() * 1e3));
    let numbers = Numbers::of(&store)?;
    let path = format!("{set}/queries.tsv");
    let questions =
        std::fs::read_to_string(Path::new(&path)).map_err(|error| BenchError::Read(path, error))?;
    let mut kinds: Vec<(&str, Vec<f64>, Vec<u64>)> = Vec::new();
    for line in questions.lines() {
        let (kind, took, digest) = ask(&network, &numbers, line)?;
        match kinds.last_mut().filter(|(last, ..)| *last == kind) {
            Some((_, times, digests)) => {
                times.push(took);
                digests.push(digest);
            }
            None => kinds.push((kind, vec![took], vec![digest])),
        }
    }
    let mut all = Map::new();
    for (kind, mut times, digests) in kinds {
        times.sort_by(f64::total_cmp);
        let at = |share: f64| times[((times.len() as f64 * share) as usize).min(times.len() - 1)];
        figures.insert(kind.into(), json!({"median_us": at(0.5), "p99_us": at(0.99), "asked": times.len()}));
        all.insert(kind.into(), json!(digests));
    }
    figures.insert("digests".into(), Value::Object(all));
    println!("{}", Value::Object(figures));
    Ok(())
}

/// The set's numbers of actors, by the rows of the file of names that prove them.
struct Numbers {
    by_actor: HashMap<ActorId, u64>,
    by_number: HashMap<u64, ActorId>,
}

impl Numbers {
    fn of(store: &Store) -> Result<Self, GraphError> {
        let (mut by_actor, mut by_number) = (HashMap::new(), HashMap::new());
        for row in store.actors().run()? {
            let rows =
                row.actor.evidence.iter().filter_map(|span| span.text.rsplit('\t').next()?.parse().ok());
            let numbers: Vec<u64> = rows.collect();
            // Of an actor under several names the set takes the first of the file.
            let by_row =
                row.actor.evidence.iter().zip(&numbers).min_by_key(|(span, _)| (&span.document, span.start));
            if let Some((_, number)) = by_row {
                by_actor.insert(row.actor.id.clone(), *number);
                by_number.insert(*number, row.actor.id.clone());
            }
        }
        Ok(Self { by_actor, by_number })
    }

    fn number(&self, actor: &ActorId) -> u64 {
        self.by_actor.get(actor).copied().unwrap_or(u64::MAX)
    }
}

/// Asks the question of a line: its kind, how many microseconds it took, and the digest of the answer.
fn ask<'l>(network: &Network, numbers: &Numbers, line: &'l str) -> Result<(&'l str, f64, u64), BenchError> {
    let wrong = || BenchError::Question(line.to_owned());
    let mut fields = line.split('\t');
    let kind = fields.next().ok_or_else(wrong)?;
    let values: Vec<u64> =
        fields.map(|field| field.parse().map_err(|_| wrong())).collect::<Result<_, _>>()?;
    let actor = |at: usize| values.get(at).and_then(|number| numbers.by_number.get(number)).ok_or_else(wrong);
    let day = |at: usize| values.get(at).map(|day| date(*day)).ok_or_else(wrong);
    let number = |actor: &ActorId| numbers.number(actor);
    Ok(match kind {
        "Q1" => {
            let x = actor(0)?;
            let (took, met) = timed(|| network.met_by(x).collect::<Vec<_>>());
            // Several meetings of one day are one.
            let mut rows: Vec<[u64; 2]> =
                met.into_iter().filter_map(|(other, _, day)| Some([number(other), days(day?)])).collect();
            rows.sort_unstable();
            rows.dedup();
            (kind, took, digest(rows))
        }
        "Q2" => {
            let (from, until) = (day(0)?, day(1)?);
            let (took, pairs) = timed(|| network.top_pairs(from, until, 20));
            // Of the pairs that tie with the last one only the days count: any of them may stand there.
            let least = pairs.last().map_or(0, |pair| pair.days);
            let rows = pairs.iter().map(|pair| {
                let (one, other) = (number(pair.one), number(pair.other));
                let (one, other) = if pair.days > least { (one.min(other), one.max(other)) } else { (0, 0) };
                [one, other, pair.days as u64]
            });
            (kind, took, digest(rows))
        }
        "Q3" => {
            let (x, y) = (actor(0)?, actor(1)?);
            let (took, both) = timed(|| network.met_both(x, y));
            (kind, took, digest(both.into_iter().map(|both| [number(both)])))
        }
        "Q4" => {
            let (x, y) = (actor(0)?, actor(1)?);
            let (took, chain) = timed(|| network.chain(x, y));
            // No chain is -1 in the peers, and what is added to it is 0 then.
            (kind, took, chain.map_or(0, |chain| chain.len() as u64 + 1))
        }
        "Q5" => {
            let (x, from, until) = (actor(0)?, day(1)?, day(2)?);
            let (took, through) = timed(|| network.met_through(x, from, until));
            (kind, took, digest(through.into_iter().map(|far| [number(far)])))
        }
        _ => return Err(wrong()),
    })
}

fn timed<T>(what: impl FnOnce() -> T) -> (f64, T) {
    let begun = Instant::now();
    let answer = what();
    (begun.elapsed().as_secs_f64() * 1e6, answer)
}

fn date(days: u64) -> Date {
    i64::try_from(days)
        .ok()
        .and_then(|days| EPOCH.checked_add(jiff::Span::new().try_days(days).ok()?).ok())
        .unwrap_or(EPOCH)
}

fn days(date: Date) -> u64 {
    EPOCH.until(date).map_or(0, |span| u64::try_from(span.get_days()).unwrap_or(0))
}

/// The same for the same rows in any order; peers.py reckons alike.
fn digest<const N: usize>(rows: impl IntoIterator<Item = [u64; N]>) -> u64 {
    let row =
        |row: [u64; N]| row.into_iter().fold(0, |sum, part| (sum * 1_000_003 + u128::from(part) + 1) % PRIME);
    rows.into_iter().map(row).fold(0, |total, value| (total + value) % PRIME) as u64
}
