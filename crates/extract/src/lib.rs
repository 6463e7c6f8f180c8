//! placeholder
pub mod date;
