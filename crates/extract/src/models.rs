//! What was learned from texts with gold: the reader of events and the forests.
//!
//! Holds references only. Invariant: a text is read with one set of models from the first to the last decision.

use rapporteur_syntax::event::EventReader;

use crate::decision::Forests;

/// The models that a text is read with.
#[derive(Debug, Clone, Copy)]
pub struct Models<'m> {
    /// Sees the events of a sentence.
    pub reader: &'m EventReader,
    /// Look at the meetings of a text once more.
    pub forests: &'m Forests,
}

impl Models<'static> {
    /// Those that the crates carry.
    #[must_use]
    pub fn bundled() -> Self {
        Self { reader: EventReader::bundled(), forests: Forests::bundled() }
    }
}
