//! Closed vocabularies: PLOVER event types, CAMEO event codes, countries.
pub use self::cameo::Cameo;
pub use self::country::Country;
pub use self::plover::Plover;
mod cameo;
mod country;
mod plover;
