//! One ordered map from bytes to bytes, on disk or in memory.
//!
//! It must not know what the bytes mean. Invariant: a batch is applied whole or not at all.

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

    /// Applies changes at once.
    fn apply(&self, batch: Batch) -> Result<(), KeyspaceError>;

    /// Waits until what was applied is on disk.
    fn flush(&self) -> Result<(), KeyspaceError>;
}
