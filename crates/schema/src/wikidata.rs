//! A Wikidata item by its number.
//!
//! It must not know whether the item exists or what it is of. Invariant: one spelling, `Q` and digits
//! without a leading zero.

use std::fmt;
use std::str::FromStr;

use crate::SchemaError;
use crate::text_form::text_form;

/// A Wikidata item.
///
/// ```
/// use rapporteur_schema::WikidataItem;
/// assert_eq!("Q43".parse::<WikidataItem>().unwrap(), WikidataItem(43));
/// assert!("Q043".parse::<WikidataItem>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WikidataItem(pub u32);

impl FromStr for WikidataItem {
    type Err = SchemaError;

    /// # Errors
    /// [`SchemaError::Wikidata`] for anything but `Q` and the number of an item.
    fn from_str(text: &str) -> Result<Self, SchemaError> {
        let digits = text
            .strip_prefix('Q')
            .filter(|digits| digits.starts_with(|digit: char| ('1'..='9').contains(&digit)));
        let number = digits.and_then(|digits| digits.parse().ok());
        number.map(Self).ok_or_else(|| SchemaError::Wikidata(text.to_owned()))
    }
}

impl fmt::Display for WikidataItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Q{}", self.0)
    }
}

text_form!(WikidataItem, "a Wikidata item",
    "description": "A Wikidata item, `Q` and its number.",
    "pattern": "^Q[1-9][0-9]{0,9}$",
);
