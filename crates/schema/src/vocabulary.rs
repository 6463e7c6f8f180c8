//! Closed vocabularies: PLOVER event types, CAMEO event codes, countries.
//!
//! It must not know what uses them. Invariant: an unknown code is an error, never kept as text.

mod cameo;
mod country;
mod plover;
mod quad;
mod table;

pub use self::cameo::Cameo;
pub use self::country::Country;
pub use self::plover::Plover;
pub use self::quad::Quad;
