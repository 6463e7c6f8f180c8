//! A keyspace in memory: for tests, for checking an index, and for reading beside a writer.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use super::{Batch, Keyspace, KeyspaceError, Pair};

/// A map that is gone with the process.
#[derive(Debug, Default)]
pub(crate) struct Memory(RwLock<BTreeMap<Vec<u8>, Vec<u8>>>);

impl Memory {
    fn map(&self) -> RwLockReadGuard<'_, BTreeMap<Vec<u8>, Vec<u8>>> {
        // Nothing panics while it writes, so the map is whole even where another holder panicked.
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }
}

fn owned((key, value): (&Vec<u8>, &Vec<u8>)) -> Pair {
    (key.clone(), value.clone())
}

impl Keyspace for Memory {
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError> {
        Ok(self.map().get(key).cloned())
    }

    fn floor(&self, key: &[u8]) -> Result<Option<Pair>, KeyspaceError> {
        Ok(self.map().range::<[u8], _>((Bound::Unbounded, Bound::Included(key))).next_back().map(owned))
    }

    fn above(&self, key: &[u8]) -> Result<Option<Pair>, KeyspaceError> {
        Ok(self.map().range::<[u8], _>((Bound::Excluded(key), Bound::Unbounded)).next().map(owned))
    }

    fn scan<'a>(&'a self, from: &[u8]) -> Box<dyn Iterator<Item = Result<Pair, KeyspaceError>> + 'a> {
        let mut next = Bound::Included(from.to_vec());
        Box::new(std::iter::from_fn(move || {
            let pair = self.map().range((next.clone(), Bound::Unbounded)).next().map(owned)?;
            next = Bound::Excluded(pair.0.clone());
            Some(Ok(pair))
        }))
    }

    fn apply(&self, batch: Batch) -> Result<(), KeyspaceError> {
        let mut map = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for (key, value) in batch {
            match value {
                Some(value) => map.insert(key, value),
                None => map.remove(&key),
            };
        }
        Ok(())
    }

    fn flush(&self) -> Result<(), KeyspaceError> {
        Ok(())
    }
}
