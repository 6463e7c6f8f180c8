//! The index: what the journal says, laid out so that questions are short walks.
//!
//! It must not know questions, nor write the journal. Invariant: the index is a function of the
//! journal's frames in their order, so that it can always be made again and be compared.

mod block;
pub(crate) mod card;
pub(crate) mod derive;
pub(crate) mod keys;
mod map;
mod same;
mod sealed;
mod state;
mod tail;
mod take_in;
mod unseen;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use foldhash::{HashMap, HashMapExt, HashSet, HashSetExt};
use rapporteur_schema::{Document, Judgement, RecordId, Timestamp};
use serde::{Deserialize, Serialize};

use self::card::Card;
use self::keys::{DOCUMENT, Key, LONG, NODE, Node, STATE, TELLING, TOLD, UNDATED, day, last_node};
use self::map::Map;
use self::sealed::Written;
pub(crate) use self::state::State;
use crate::codec::{self, CodecError};
use crate::identity::Identity;
use crate::journal::{Extent, Position};
use crate::keyspace::lost::Lost;
use crate::keyspace::{Batch, Keyspace, KeyspaceError, Pair};
use crate::{Counts, GraphError};

/// Changes that may wait before they are written: a batch of sled's is held in memory several times.
const WAITING: usize = 150_000;

/// The index of a store.
#[derive(Debug)]
pub(crate) struct Index {
    path: PathBuf,
    map: Map,
    /// Numbers given since the last commit: their entries are not seen before it.
    fresh: HashMap<RecordId, Node>,
    /// Their ids, by number from the last commit's on.
    fresh_ids: Vec<RecordId>,
    /// Those of them that no document tells of yet.
    untold: HashSet<Node>,
    /// Numbers looked up since the last commit.
    known: HashMap<RecordId, Node>,
    state: State,
    /// The state as it is in the keyspace, to go back to.
    written: State,
    /// What is the same, as of the last commit.
    identity: Identity,
    /// Every judgement, in order, as of the last commit.
    judgements: Vec<Judgement>,
    /// What changed since.
    touched: Touched,
}

/// What changed since the last commit that may change what is the same.
#[derive(Debug, Default)]
struct Touched {
    nodes: BTreeSet<Node>,
    /// Actors whose country is told otherwise, and places of which something is.
    moved: BTreeSet<Node>,
    /// Whether a data set is among it.
    rows: bool,
    judgements: Vec<Judgement>,
}

/// What the index keeps of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct DocumentCard {
    /// The frame that tells of it.
    pub(crate) position: Position,
    /// Its line in the frame.
    pub(crate) line: Extent,
    /// Its line and those of its records.
    pub(crate) extent: Extent,
    /// A digest of all these lines.
    pub(crate) digest: [u8; 16],
    /// When its text was put in, where that is known.
    pub(crate) recorded: Option<Timestamp>,
    /// How much it tells.
    pub(crate) counts: Counts,
    /// The record, as JSON: it has optional fields, which the codec does not leave out.
    json: String,
    /// What its text is like; nothing for a data set.
    pub(crate) sketch: Vec<u32>,
    /// Whether it is rows, and no text.
    pub(crate) is_data_set: bool,
}

impl DocumentCard {
    /// The record.
    pub(crate) fn document(&self) -> Result<Document, CodecError> {
        serde_json::from_str(&self.json).map_err(|_| CodecError::Payload)
    }
}

impl Index {
    /// The index in a keyspace; nothing where the keyspace holds another format's or a damaged one.
    pub(crate) fn open(path: &Path, keyspace: Box<dyn Keyspace>) -> Result<Self, String> {
        let state = match keyspace.get(&STATE).map_err(|error| error.to_string())? {
            Some(sealed) => State::open(&sealed).map_err(|error| error.to_string())?,
            None if keyspace.floor(&STATE).map_err(|error| error.to_string())?.is_some() => {
                return Err("its state is missing".to_owned());
            }
            None => State::default(),
        };
        let map = Map::open(keyspace).map_err(|error| error.to_string())?;
        let mut index = Self::over(path, map, state);
        index.load_identity().map_err(|error| error.to_string())?;
        Ok(index)
    }

    fn over(path: &Path, map: Map, state: State) -> Self {
        let (fresh, fresh_ids, untold, known) = (HashMap::new(), Vec::new(), HashSet::new(), HashMap::new());
        let (path, written) = (path.to_owned(), state.clone());
        let (identity, judgements, touched) = (Identity::default(), Vec::new(), Touched::default());
        Self { path, map, fresh, fresh_ids, untold, known, state, written, identity, judgements, touched }
    }

    /// An index that answers every question with an error.
    pub(crate) fn lost(path: &Path, reason: String) -> Self {
        Self::over(path, Map::over(Box::new(Lost(KeyspaceError(reason)))), State::default())
    }

    /// What it knows of itself.
    pub(crate) const fn state(&self) -> &State {
        &self.state
    }

    /// Reads every block, and compares their sum with what it should be.
    pub(crate) fn check_sum(&self) -> Result<(), String> {
        match self.map.sum(&STATE) {
            Ok(sum) if sum == self.state.sum => Ok(()),
            Ok(_) => Err("its blocks do not add up to what was written".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }

    /// How many entries each tag has, and their bytes.
    pub(crate) fn weigh(&self) -> Result<BTreeMap<u8, (u64, u64)>, GraphError> {
        self.map.weigh(&STATE).map_err(self.broken())
    }

    fn damaged(&self, reason: impl ToString) -> GraphError {
        GraphError::DamagedIndex { path: self.path.clone(), reason: reason.to_string() }
    }

    pub(crate) fn broken(&self) -> impl Fn(KeyspaceError) -> GraphError {
        |error| self.damaged(error)
    }

    fn decode<T: serde::de::DeserializeOwned>(&self, bytes: &[u8]) -> Result<T, GraphError> {
        codec::decode(bytes).map_err(|error| self.damaged(error))
    }

    fn encode(&self, value: &impl Serialize) -> Result<Vec<u8>, GraphError> {
        codec::encode(value).map_err(|error| self.damaged(error))
    }

    fn value(&self, key: Key) -> Result<Option<Vec<u8>>, GraphError> {
        self.map.get(&key.done()).map_err(self.broken())
    }

    /// The number of an id.
    pub(crate) fn number(&self, id: &RecordId) -> Result<Option<Node>, GraphError> {
        if let Some(node) = self.fresh.get(id).or_else(|| self.known.get(id)) {
            return Ok(Some(*node));
        }
        let found = self.value(Key::of_id(id))?;
        found.map(|bytes| self.decode(&bytes)).transpose()
    }

    /// The id of a number.
    pub(crate) fn id(&self, node: Node) -> Result<RecordId, GraphError> {
        if let Some(id) = node.checked_sub(self.written.next).and_then(|at| self.fresh_ids.get(at as usize)) {
            return Ok(id.clone());
        }
        let found = self.value(Key::new(NODE).node(node))?;
        let id = found.as_deref().and_then(|bytes| str::from_utf8(bytes).ok()).and_then(|id| id.parse().ok());
        id.ok_or_else(|| self.damaged(format_args!("number {node} has no id")))
    }

    /// What each document tells of a node, by the documents' numbers.
    pub(crate) fn cards(&self, node: Node) -> Result<Vec<(Node, Card)>, GraphError> {
        let key = Key::new(TELLING).node(node);
        let mut cards = Vec::new();
        let mut failed = None;
        self.map
            .range(&key.clone().done(), &key.behind(), |key, value| match codec::decode(value) {
                Ok(card) => {
                    cards.push((last_node(key), card));
                    true
                }
                Err(error) => {
                    failed = Some(error);
                    false
                }
            })
            .map_err(self.broken())?;
        failed.map_or(Ok(cards), |error| Err(self.damaged(error)))
    }

    /// Whether a document other than these tells of a node.
    pub(crate) fn is_told(&self, node: Node, but_by: &[Node]) -> Result<bool, GraphError> {
        let key = Key::new(TELLING).node(node);
        let mut told = false;
        let range = self.map.range(&key.clone().done(), &key.behind(), |key, _| {
            told = !but_by.contains(&last_node(key));
            !told
        });
        range.map_err(self.broken())?;
        Ok(told)
    }

    /// What the index keeps of a document.
    pub(crate) fn document(&self, document: Node) -> Result<Option<DocumentCard>, GraphError> {
        let found = self.value(Key::new(DOCUMENT).node(document))?;
        found.map(|bytes| self.decode(&bytes)).transpose()
    }

    /// The document record of what the index keeps of it.
    pub(crate) fn document_record(&self, card: &DocumentCard) -> Result<Document, GraphError> {
        card.document().map_err(|error| self.damaged(error))
    }

    /// The nodes in the last four bytes of the keys that begin so, in the keys' order.
    pub(crate) fn nodes(&self, key: &Key) -> Result<Vec<Node>, GraphError> {
        let mut nodes = Vec::new();
        self.each(key, |key| nodes.push(last_node(key)))?;
        Ok(nodes)
    }

    /// Calls for every key that begins so.
    pub(crate) fn each(&self, key: &Key, mut each: impl FnMut(&[u8])) -> Result<(), GraphError> {
        let range = self.map.range(&key.clone().done(), &key.behind(), |key, _| {
            each(key);
            true
        });
        range.map_err(self.broken())
    }

    /// The nodes in the last four bytes of the keys from those that begin as one to those that begin as another.
    pub(crate) fn nodes_within(&self, first: &Key, last: &Key) -> Result<Vec<Node>, GraphError> {
        let mut nodes = Vec::new();
        let range = self.map.range(&first.clone().done(), &last.behind(), |key, _| {
            nodes.push(last_node(key));
            true
        });
        range.map_err(self.broken())?;
        Ok(nodes)
    }

    /// The nodes under keys that begin so and go on with a day of the range, the dateless and the long
    /// first, which the caller has to look at; some are given that end before the range.
    pub(crate) fn nodes_between(
        &self,
        key: &Key,
        from: Option<jiff::civil::Date>,
        until: Option<jiff::civil::Date>,
    ) -> Result<Vec<Node>, GraphError> {
        if from.is_none() && until.is_none() {
            return self.nodes(key);
        }
        let mut nodes = self.nodes(&key.clone().day(UNDATED))?;
        let first = from.map_or(UNDATED + 1, |from| day(from).saturating_sub(LONG as u32).max(UNDATED + 1));
        let behind = match until {
            Some(until) => key.clone().day(day(until)).behind(),
            None => key.behind(),
        };
        let begin = key.clone().day(first).done();
        let range = self.map.range(&begin, &behind, |key, _| {
            nodes.push(last_node(key));
            true
        });
        range.map_err(self.broken())?;
        Ok(nodes)
    }

    /// What a document tells, in order.
    pub(crate) fn told(&self, document: Node) -> Result<Vec<Node>, GraphError> {
        let found = self.value(Key::new(TOLD).node(document))?;
        found.map_or(Ok(Vec::new()), |bytes| self.decode(&bytes))
    }

    /// Whether so much waits that it should be written.
    pub(crate) fn is_full(&self) -> bool {
        self.map.waiting() > WAITING
    }

    /// Writes what was read, as one batch. Where that fails, the index is as it was before.
    pub(crate) fn commit(&mut self) -> Result<(), GraphError> {
        let written = self.write();
        if written.is_err() {
            self.discard();
        }
        written
    }

    /// Forgets what was read since the last commit.
    pub(crate) fn discard(&mut self) {
        self.map.discard();
        self.forget();
        self.state = self.written.clone();
    }

    /// Forgets what is only worth knowing between two commits.
    fn forget(&mut self) {
        self.touched = Touched::default();
        self.fresh.clear();
        self.fresh_ids.clear();
        self.untold.clear();
        self.known.clear();
    }

    fn write(&mut self) -> Result<(), GraphError> {
        let touched = std::mem::take(&mut self.touched);
        self.state.unresolved = !touched.is_empty();
        self.write_waiting()?;
        if self.state.unresolved {
            self.resolve(touched)?;
            self.state.unresolved = false;
            self.write_waiting()?;
        }
        Ok(())
    }

    /// Writes what waits, as one batch.
    fn write_waiting(&mut self) -> Result<(), GraphError> {
        let broken = |error: KeyspaceError| GraphError::DamagedIndex {
            path: self.path.clone(),
            reason: error.to_string(),
        };
        let Written { mut batch, sum, bytes, piece } = self.map.batch(self.state.bytes).map_err(broken)?;
        self.state.sum = self.state.sum.wrapping_add(sum);
        self.state.bytes = self.state.bytes.saturating_add_signed(bytes);
        let keys: Vec<Vec<u8>> = batch.iter().map(|(key, _)| key.clone()).collect();
        let sealed = self.state.seal().map_err(|error| self.damaged(error))?;
        batch.push((STATE.to_vec(), Some(sealed)));
        self.map.keyspace().apply(batch).map_err(self.broken())?;
        self.map.settle(&keys, piece).map_err(self.broken())?;
        self.forget();
        self.written = self.state.clone();
        Ok(())
    }

    /// Copies everything into an empty database, in order and so without the gaps that changes leave.
    pub(crate) fn copy_to(&self, other: &dyn Keyspace) -> Result<(), KeyspaceError> {
        const BATCH: usize = 1 << 20;
        for pair in self.map.keyspace().scan(&[]) {
            other.reserve(&pair?.0)?;
        }
        other.flush()?;
        let (mut batch, mut bytes) = (Batch::new(), 0);
        for pair in self.map.keyspace().scan(&[]) {
            let (key, value) = pair?;
            bytes += key.len() + value.len();
            batch.push((key, Some(value)));
            if bytes > BATCH {
                other.apply(std::mem::take(&mut batch))?;
                other.flush()?;
                bytes = 0;
            }
        }
        other.apply(batch)?;
        other.flush()
    }

    /// Waits until what was committed is on disk.
    pub(crate) fn flush(&self) -> Result<(), GraphError> {
        self.map.keyspace().flush().map_err(self.broken())
    }

    /// The first entry that another index has otherwise, and how many were compared.
    pub(crate) fn first_difference(&self, other: &Self) -> Result<(u64, Option<Vec<u8>>), GraphError> {
        // Both are walked a stretch at a time, so that neither is in memory twice.
        const STRETCH: usize = 4096;
        let mut begin = vec![0];
        let mut compared = 0;
        loop {
            let (mine, theirs) = (self.stretch(&begin, STRETCH)?, other.stretch(&begin, STRETCH)?);
            for at in 0..mine.len().max(theirs.len()) {
                if mine.get(at) != theirs.get(at) {
                    let key = [mine.get(at), theirs.get(at)].into_iter().flatten().map(|(key, _)| key).min();
                    return Ok((compared, key.cloned()));
                }
                compared += 1;
            }
            let Some((last, _)) = mine.last().filter(|_| mine.len() == STRETCH) else {
                return Ok((compared, None));
            };
            begin.clone_from(last);
            begin.push(0);
        }
    }

    fn stretch(&self, from: &[u8], entries: usize) -> Result<Vec<Pair>, GraphError> {
        let mut stretch = Vec::new();
        let range = self.map.range(from, &[keys::END], |key, value| {
            stretch.push((key.to_vec(), value.to_vec()));
            stretch.len() < entries
        });
        range.map_err(self.broken())?;
        Ok(stretch)
    }

    /// Every record that names another which no document tells, and that other; each pair once.
    pub(crate) fn dangling(&self) -> Result<Vec<(Node, Node)>, GraphError> {
        let mut links: Vec<(Node, Node)> = Vec::new();
        self.each(&Key::new(keys::LINK), |key| {
            if let [_, a, b, c, d, ..] = key {
                links.push((Node::from_be_bytes([*a, *b, *c, *d]), last_node(key)));
            }
        })?;
        // Links come in order of their targets, so each target is looked up once.
        let mut dangling = Vec::new();
        for links in links.chunk_by(|(one, _), (other, _)| one == other) {
            let target = links[0].0;
            if self.cards(target)?.is_empty() && self.document(target)?.is_none() {
                dangling.extend(links.iter().map(|(target, source)| (*source, *target)));
            }
        }
        dangling.sort_unstable();
        dangling.dedup();
        Ok(dangling)
    }
}
