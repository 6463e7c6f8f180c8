//! What a row shows of a record that it names.

use rapporteur_schema::{ActorKind, Country, PlaceKind};

/// An id with what a reader needs to know it by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label<I, K> {
    /// The id.
    pub id: I,
    /// The name; the slug where no document tells of the record any more.
    pub name: String,
    /// The kind, where a document tells of the record.
    pub kind: Option<K>,
    /// The country it belongs to or lies in.
    pub country: Option<Country>,
}

/// An actor in a row.
pub type ActorLabel = Label<rapporteur_schema::ActorId, ActorKind>;
/// A place in a row.
pub type PlaceLabel = Label<rapporteur_schema::PlaceId, PlaceKind>;
