//! What can be wrong with a model file.

/// Why a model was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// The bytes do not begin as a model does.
    #[error("not a model of rapporteur-syntax")]
    Foreign,
    /// The model was made for another version of this crate.
    #[error("the model was made for another version: its {what} is {found}, this one needs {needed}")]
    Version {
        /// Which number of the header differs.
        what: &'static str,
        /// The number in the file.
        found: u32,
        /// The number this crate has.
        needed: u32,
    },
    /// The bytes end too early.
    #[error("the model is cut off: {what} is missing")]
    Truncated {
        /// The part that is missing or not whole.
        what: &'static str,
    },
    /// A part holds what it must not.
    #[error("the model is damaged: {what}")]
    Damaged {
        /// The part concerned.
        what: &'static str,
    },
}
