//! What the trainer shares with the parser, so that both see a word and a state alike.
//!
//! Hidden from the documentation: no promise of stability.

pub use crate::activation::{sigmoid, tanh};
pub use crate::dimensions::{CONTEXT, EVENT_ROWS, EVENT_VECTOR, GATES, HIDDEN, RECURRENT, WINDOW, WORD};
pub use crate::lemma::{lemma, regular};
pub use crate::model::{MAGIC, header};
pub use crate::transition::{FACT_SIZE, FACTS, NO_RELATION, Node, POSITIONS, State, Transition};
pub use crate::word::{AFFIX_BUCKETS, SHAPES, Word, folded};
