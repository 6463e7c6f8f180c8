//! What the model sees of a word: a hash to look it up by, its ends and its shape.
//!
//! One pass over the letters, no allocation. Typographic quotes, apostrophes and dashes are seen
//! as their plain forms and letters in lower case, so "Minister’s" and "minister's" are one word;
//! the capitals live on in the shape. Trainer and parser share this file: a change here needs a
//! new model.

/// The number of buckets of each affix table.
pub const AFFIX_BUCKETS: usize = 2048;

/// The number of shapes.
pub const SHAPES: usize = 32;

/// What the model sees of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Hash of the folded form.
    pub hash: u64,
    /// Hash of the part after the last inner hyphen; that of the whole where there is none.
    pub tail_hash: u64,
    /// Hash of the form with every digit read as nought, for numbers never seen.
    pub digitless_hash: u64,
    /// Buckets of the last two letters, the last three, the last four, the first three.
    pub affixes: [u16; 4],
    /// Capitals, digits, hyphens.
    pub shape: u8,
}

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

const fn step(hash: u64, letter: char) -> u64 {
    (hash ^ letter as u64).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(5)
}

/// Spreads the hash over all bits.
const fn finish(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// The plain form of a typographic mark.
const fn plain(letter: char) -> char {
    match letter {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{02bc}' | '\u{2032}' | '`' | '\u{b4}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

/// The letters of a word as the model sees them.
pub fn folded(word: &str) -> impl Iterator<Item = char> + '_ {
    let quote = matches!(word, "``" | "''" | "\u{2018}\u{2018}" | "\u{2019}\u{2019}");
    let dashes = !word.is_empty() && word.chars().all(|letter| plain(letter) == '-');
    let (whole, letters) = match (quote, dashes) {
        (true, _) => ("\"", ""),
        // A dash by itself, however long and however written.
        (_, true) => ("-", ""),
        _ => ("", word),
    };
    whole.chars().chain(letters.chars().map(plain).flat_map(char::to_lowercase))
}

/// The hash of a word's folded form alone.
#[must_use]
pub(crate) fn hash(word: &str) -> u64 {
    finish(folded(word).fold(SEED, step))
}

impl Word {
    /// Looks at a word. `first` tells that nothing but punctuation stands before it.
    #[must_use]
    pub fn new(word: &str, first: bool) -> Self {
        let (mut hash, mut tail, mut digitless) = (SEED, SEED, SEED);
        let mut start = ['\0'; 3];
        let mut end = ['\0'; 4];
        let mut length = 0usize;
        for letter in folded(word) {
            if let Some(place) = start.get_mut(length) {
                *place = letter;
            }
            end.rotate_left(1);
            end[3] = letter;
            length += 1;
            hash = step(hash, letter);
            tail = if letter == '-' && length > 1 { SEED } else { step(tail, letter) };
            digitless = step(digitless, if letter.is_ascii_digit() { '0' } else { letter });
        }
        let bucket = |salt: u64, letters: &[char]| {
            let hash = letters.iter().fold(SEED ^ salt, |hash, &letter| step(hash, letter));
            (finish(hash) % AFFIX_BUCKETS as u64) as u16
        };
        Self {
            hash: finish(hash),
            tail_hash: finish(if tail == SEED { hash } else { tail }),
            digitless_hash: finish(digitless),
            affixes: [bucket(1, &end[2..]), bucket(2, &end[1..]), bucket(3, &end), bucket(4, &start)],
            shape: shape(word, first),
        }
    }
}

/// The shape: the case of the letters, whether there are digits, whether there are none.
fn shape(word: &str, first: bool) -> u8 {
    let (mut upper, mut lower, mut digit, mut other, mut dash) = (0usize, 0usize, 0usize, 0usize, false);
    let mut starts_upper = false;
    for (at, letter) in word.chars().enumerate() {
        if letter.is_uppercase() {
            upper += 1;
            starts_upper |= at == 0;
        } else if letter.is_alphabetic() {
            lower += 1;
        } else if letter.is_numeric() {
            digit += 1;
        } else {
            other += 1;
            dash |= at > 0 && plain(letter) == '-';
        }
    }
    let class = match (upper, lower, digit) {
        (0, 0, 0) => 0,
        (0, 0, _) => 1 + u8::from(other > 0),
        (0, _, 0) => 3,
        (1, 0, 0) => 4 + u8::from(other > 0),
        (_, 0, 0) => 6 + u8::from(other > 0),
        (1, _, 0) if starts_upper => 8,
        (_, _, 0) => 9 + u8::from(starts_upper),
        (0, ..) => 11,
        _ => 12,
    };
    // Hyphens matter only to words of small letters and to capitalised ones.
    let class = match (class, dash) {
        (3, true) => 13,
        (8..=10, true) => 14,
        (other, _) => other,
    };
    if first && class != 0 { class + 16 } else { class }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_and_case_do_not_change_the_word() {
        assert_eq!(Word::new("’s", false).hash, Word::new("'s", false).hash);
        assert_eq!(Word::new("\u{201c}", false).hash, Word::new("\"", false).hash);
        assert_eq!(Word::new("—", false).hash, Word::new("--", false).hash);
        assert_eq!(Word::new("MINISTER", false).hash, Word::new("minister", false).hash);
        assert_ne!(Word::new("MINISTER", false).shape, Word::new("minister", false).shape);
    }

    #[test]
    fn a_compound_is_known_by_its_last_part() {
        assert_eq!(Word::new("vice-president", false).tail_hash, Word::new("president", false).hash);
        assert_eq!(Word::new("envoy-", false).tail_hash, Word::new("envoy-", false).hash);
    }

    #[test]
    fn numbers_never_seen_look_alike() {
        assert_eq!(Word::new("1,234", false).digitless_hash, Word::new("9,876", false).digitless_hash);
    }

    #[test]
    fn every_shape_has_a_row() {
        for word in
            ["", "x", "X", "U.S.", "NATO", "2003", "11:30", "McKay", "iPhone", "G7", "5th", "-", "A-b"]
        {
            assert!((Word::new(word, true).shape as usize) < SHAPES);
            assert_eq!(Word::new(word, true).hash, hash(word));
        }
    }
}
