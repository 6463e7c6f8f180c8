//! The clock that a store records by, given by whoever opens it.
//!
//! It must not read the time by itself. Invariant: a store without a clock writes the same bytes whenever it writes
//! the same.

use std::fmt;
use std::sync::Arc;

use rapporteur_schema::Timestamp;

/// What time it is, where somebody says so.
#[derive(Clone, Default)]
pub(crate) struct Clock(Option<Arc<dyn Fn() -> Timestamp + Send + Sync>>);

impl Clock {
    /// A clock that asks for the time whenever something is recorded.
    pub(crate) fn new(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(now)))
    }

    /// The time; nothing, where there is no clock.
    pub(crate) fn now(&self) -> Option<Timestamp> {
        self.0.as_ref().map(|now| now())
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "a clock" } else { "no clock" })
    }
}
