//! Whom and what the rows of a run name: actors, places, and the numbers that stand for names.

use crate::cameo::Code;
use crate::cast::{self, Cast};
use crate::gazetteer::Gazetteer;

#[derive(Debug, Default)]
pub(crate) struct Register {
    pub cast: Cast,
    pub gazetteer: Gazetteer,
    /// Actors by the number that `entity2id.txt` gives them.
    pub entities: Vec<Option<cast::Number>>,
    /// Relations by the number that `relation2id.txt` gives them.
    pub relations: Vec<Option<Relation>>,
}

/// What a relation's name is read as, or the name that is none of CAMEO's.
pub(crate) type Relation = Result<Code, String>;
