//! Single words: given names with the gender they show, honorifics, and the common words of English
//! that a capital at the head of a sentence does not make a name.

use std::sync::LazyLock;

use fst::raw::{Fst, Output};

use super::key::normalize;
use super::office::OFFICES;

pub(super) type Words = LazyLock<Option<Fst<&'static [u8]>>>;

static GIVEN_NAMES: Words =
    LazyLock::new(|| Fst::new(include_bytes!("../../data/given_names.fst").as_slice()).ok());
static COMMON_WORDS: Words =
    LazyLock::new(|| Fst::new(include_bytes!("../../data/common_words.fst").as_slice()).ok());

/// The gender a name or an honorific shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// A woman's.
    Female,
    /// A man's.
    Male,
    /// Borne by both.
    Either,
}

impl Gender {
    const fn from_number(number: u64) -> Self {
        match number {
            1 => Self::Female,
            2 => Self::Male,
            _ => Self::Either,
        }
    }
}

/// The number a word has in a list.
pub(super) fn value(words: &Words, key: impl AsRef<[u8]>) -> Option<u64> {
    words.as_ref()?.get(key).map(Output::value)
}

/// Whether the word is a given name in common use somewhere, and whose.
///
/// ```
/// use rapporteur_extract::gazetteer::{Gender, given_name};
/// assert_eq!(given_name("Sergei"), Some(Gender::Male));
/// assert_eq!(given_name("Kremlin"), None);
/// ```
pub fn given_name(word: &str) -> Option<Gender> {
    value(&GIVEN_NAMES, normalize(word)).map(Gender::from_number)
}

/// Whether the word, dot or no dot, is one of respect before a name, and to whom.
///
/// ```
/// use rapporteur_extract::gazetteer::{Gender, honorific};
/// assert_eq!(honorific("Mrs."), Some(Gender::Female));
/// assert_eq!(honorific("Dr"), Some(Gender::Either));
/// ```
pub fn honorific(word: &str) -> Option<Gender> {
    value(&OFFICES, format!("!{}", normalize(word))).map(Gender::from_number)
}

/// Whether the word is a common one of English, in whatever case it is printed.
///
/// ```
/// use rapporteur_extract::gazetteer::is_common_word;
/// assert!(is_common_word("Meanwhile") && !is_common_word("Lavrov"));
/// ```
pub fn is_common_word(word: &str) -> bool {
    value(&COMMON_WORDS, normalize(word)).is_some()
}
