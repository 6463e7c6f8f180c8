//! What a word or a name is known to mean before any text is read: states and their peoples,
//! capitals and seats that speak for a government, cities, regions, venues, organisations, media;
//! offices, honorifics, given names, common words. `scripts/gazetteer.py` makes the lists.
//!
//! It must not know any document: it gives all senses of a name, the likeliest first, and leaves the
//! choice to the reader of the context.
//!
//! Invariant: asking costs no start-up time. The data files are read in place, from the binary; a
//! damaged one answers nothing and never panics.
//!
//! Give names as they are printed. `US` is a state and `us` is not, so what is printed decides.

mod entry;
mod key;
mod office;
mod search;
mod table;
mod walk;
mod words;

pub use entry::{Entry, Kind, Sense};
pub use key::normalize;
pub use office::{Office, OfficeClass, office};
pub use search::{Entries, capital, longest, lookup, state, states};
pub use words::{Gender, given_name, honorific, is_common_word};

#[cfg(test)]
mod tests;
