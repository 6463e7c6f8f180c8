//! A keyspace that is not to be had: every question is an error, so that nothing is mistaken for empty.

use super::{Batch, Keyspace, KeyspaceError, Pair};

/// Why it is lost.
#[derive(Debug)]
pub(crate) struct Lost(pub(crate) KeyspaceError);

impl Keyspace for Lost {
    fn get(&self, _: &[u8]) -> Result<Option<Vec<u8>>, KeyspaceError> {
        Err(self.0.clone())
    }

    fn floor(&self, _: &[u8]) -> Result<Option<Pair>, KeyspaceError> {
        Err(self.0.clone())
    }

    fn above(&self, _: &[u8]) -> Result<Option<Pair>, KeyspaceError> {
        Err(self.0.clone())
    }

    fn scan<'a>(&'a self, _: &[u8]) -> Box<dyn Iterator<Item = Result<Pair, KeyspaceError>> + 'a> {
        Box::new(std::iter::once(Err(self.0.clone())))
    }

    fn apply(&self, _: Batch) -> Result<(), KeyspaceError> {
        Err(self.0.clone())
    }

    fn flush(&self) -> Result<(), KeyspaceError> {
        Err(self.0.clone())
    }
}
