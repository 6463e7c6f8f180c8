//! The words of ids: names folded to slugs, slugs joined, and what is too long cut with a hash.
//!
//! It must not know records. Invariant: a name gives the slug that the extractor gives it, so that "Türkiye"
//! of a file and of a text meet; whatever goes in, a slug comes out.

use rapporteur_schema::id::{MAX_SLUG, slug};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Bytes of a hash that stand for what was cut off: 8 hexadecimal digits.
const HASH: usize = 4;

/// A name as a slug: without diacritics, cut with a hash where it is too long.
pub(crate) fn of_name(name: &str) -> String {
    if name.is_ascii() {
        return fit(name, slug(name));
    }
    let plain: String = name
        .nfkd()
        .filter(|&c| !is_combining_mark(c))
        .map(|c| match c {
            'ı' => 'i',
            'ø' | 'Ø' => 'o',
            'đ' | 'Đ' => 'd',
            'ł' | 'Ł' => 'l',
            c => c,
        })
        .collect();
    fit(name, slug(&plain))
}

/// A slug that [`slug`] had to cut names its own original by a hash.
fn fit(name: &str, slug: String) -> String {
    // The slug of a shorter name is whole; one of these bytes may have been cut.
    if name.len() <= MAX_SLUG || slug.len() + 4 < MAX_SLUG {
        return slug;
    }
    cut(&slug, name)
}

/// Shortens a slug that is too long, and marks it with a hash of the whole.
pub(crate) fn shorten(whole: &mut String, prefix: usize) {
    if whole.len() - prefix > MAX_SLUG {
        let short = cut(&whole[prefix..], &whole[prefix..]);
        whole.truncate(prefix);
        whole.push_str(&short);
    }
}

fn cut(slug: &str, whole: &str) -> String {
    let mut end = slug.len().min(MAX_SLUG - 2 * HASH - 1);
    while !slug.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}-{}", slug[..end].trim_end_matches('-'), hash(whole.as_bytes()))
}

/// The first 8 hexadecimal digits of a SHA-256.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(HASH).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_the_slugs_of_the_extractor() {
        for (name, wanted) in [
            ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
            ("Cote d'Ivoire", "cote-d-ivoire"),
            ("Citizen (India)", "citizen-india"),
            ("Søren Łuk", "soren-luk"),
            ("", "x"),
        ] {
            assert_eq!(of_name(name), wanted);
        }
    }

    #[test]
    fn what_is_too_long_is_cut_and_stays_apart() {
        let (one, other) = (of_name(&"a b ".repeat(60)), of_name(&format!("{}c", "a b ".repeat(60))));
        assert!(one.len() <= MAX_SLUG && other.len() <= MAX_SLUG && one != other, "{one}");
        let mut whole = format!("meeting/{}", "é-".repeat(100));
        shorten(&mut whole, 8);
        assert!(whole.parse::<rapporteur_schema::MeetingId>().is_ok(), "{whole}");
    }
}
