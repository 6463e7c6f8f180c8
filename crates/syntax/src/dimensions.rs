//! The widths of the network's layers. The model file repeats them and is refused if they differ.

/// A word's vector.
pub const WORD: usize = 64;
/// The layer over a window of three words.
pub const WINDOW: usize = 96;
/// One direction of a recurrent layer.
pub const RECURRENT: usize = 64;
/// Both directions.
pub const CONTEXT: usize = 2 * RECURRENT;
/// The gates and candidates of one direction.
pub const GATES: usize = 3 * RECURRENT;
/// The layer that scores moves.
pub const HIDDEN: usize = 96;
/// A word's vector as the reader of events sees it: that of GloVe.
pub const EVENT_VECTOR: usize = 50;
/// The words, the most frequent of the lexicon, that have one.
pub const EVENT_ROWS: usize = 30_000;
