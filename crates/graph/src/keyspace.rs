//! One ordered map from bytes to bytes, on disk or in memory.
//!
//! It must not know what the bytes mean. Invariant: a batch is applied whole or not at all.

pub(crate) mod lost;
pub(crate) mod memory;
pub(crate) mod sled;

use std::fmt;

/// A key and its value.
pub(crate) type Pair = (Vec<u8>, Vec<u8>);
/// Changes to apply at once: a value to put, or nothing to take the key away.
pub(crate) type Batch = Vec<(Vec<u8>, Option<Vec<u8>>)>;

/// Why a keyspace could not do what it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyspaceError(pub(crate) String);

impl fmt::Display for KeyspaceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An ordered map from bytes to bytes.
pub(crate) trait Keyspace: fmt::Debug + Send + Sync {
    /// The value of a key.
    fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError>;

    /// The last pair whose key is not greater.
    fn floor(&self, key: &[u8]) -> Result<Option<Pair>, KeyspaceError>;

    /// The first pair whose key is greater.
    fn above(&self, key: &[u8]) -> Result<Option<Pair>, KeyspaceError>;

    /// Every pair whose key is not less, in order.
    fn scan<'a>(&'a self, from: &[u8]) -> Box<dyn Iterator<Item = Result<Pair, KeyspaceError>> + 'a>;

    /// Makes room for a key, before its value comes; worth it only where the keyspace says so.
    fn reserve(&self, _key: &[u8]) -> Result<(), KeyspaceError> {
        Ok(())
    }

    /// Applies changes at once.
    fn apply(&self, batch: Batch) -> Result<(), KeyspaceError>;

    /// Waits until what was applied is on disk.
    fn flush(&self) -> Result<(), KeyspaceError>;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::memory::Memory;
    use super::sled::Sled;
    use super::*;

    fn key() -> impl Strategy<Value = Vec<u8>> {
        prop::collection::vec(prop::sample::select(vec![0_u8, 1, 7, 255]), 1..4)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]
        #[test]
        fn both_keyspaces_are_the_same_map(
            batches in prop::collection::vec(
                prop::collection::vec((key(), prop::option::of(prop::collection::vec(any::<u8>(), 0..30))), 0..20), 0..8),
            asked in prop::collection::vec(key(), 1..20),
        ) {
            let folder = tempfile::tempdir().unwrap();
            let memory = Memory::default();
            let mut sled = Sled::open(folder.path()).unwrap();
            for batch in batches {
                memory.apply(batch.clone()).unwrap();
                sled.apply(batch).unwrap();
            }
            for reopened in [false, true] {
                if reopened {
                    sled.flush().unwrap();
                    drop(sled);
                    sled = Sled::open(folder.path()).unwrap();
                }
                for key in &asked {
                    prop_assert_eq!(memory.get(key), sled.get(key));
                    prop_assert_eq!(memory.floor(key), sled.floor(key));
                    prop_assert_eq!(memory.above(key), sled.above(key));
                    let all = |keyspace: &dyn Keyspace| keyspace.scan(key).collect::<Result<Vec<_>, _>>();
                    prop_assert_eq!(all(&memory), all(&sled));
                }
            }
        }
    }
}
