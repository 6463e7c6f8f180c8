//! Whether two texts are nearly the same: copies of one agency report.
//!
//! It must not know what the texts say. A text's *sketch* is the least of the hashes of its runs of four words
//! (bottom-k MinHash; Broder 1997, "On the resemblance and containment of documents"), by which the share that
//! two texts have in common is estimated without reading them. No crate of it is kept well enough for thirty
//! lines. Invariant: a sketch depends on the words alone, not on case, punctuation or line breaks.

use crate::fold::fold;

/// Words in a run.
const RUN: usize = 4;
/// Hashes kept: the estimate of a share of one half is off by 0.04 on average.
const KEPT: usize = 128;
/// Of two texts that have this share in common one is a copy: a paragraph more or less and another headline.
const COPY: f64 = 0.5;

/// What a text is like.
pub(crate) fn sketch(text: &str) -> Vec<u32> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let mut hashes: Vec<u32> =
        words.windows(RUN).map(|run| crc32fast::hash(run.join(" ").as_bytes())).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes.truncate(KEPT);
    hashes
}

/// Whether one text is a copy of the other, by their sketches.
pub(crate) fn is_copy(one: &[u32], other: &[u32]) -> bool {
    let mut union: Vec<u32> = one.iter().chain(other).copied().collect();
    union.sort_unstable();
    union.dedup();
    union.truncate(KEPT);
    let common =
        union.iter().filter(|hash| one.binary_search(hash).is_ok() && other.binary_search(hash).is_ok());
    !union.is_empty() && common.count() as f64 >= COPY * union.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "The two ministers met in Lima on Tuesday and spoke of the river for three hours, an \
        official said. They will meet again in June. No statement was made after the talks, and neither side \
        would say whether the dam had been spoken of at all.";

    #[test]
    fn a_report_with_another_headline_is_a_copy() {
        let copy = format!(
            "Ministers meet in Lima\n\n{}",
            REPORT.replace("an official said", "an official said there")
        );
        assert!(is_copy(&sketch(REPORT), &sketch(&copy)));
    }

    #[test]
    fn another_report_of_the_same_is_none() {
        let other = "In Lima the ministers of the two countries sat together for three hours on Tuesday. The river \
            was spoken of, it was said. Another meeting is to come in June.";
        assert!(!is_copy(&sketch(REPORT), &sketch(other)));
        assert!(!is_copy(&sketch(""), &sketch("")));
    }
}
