//! Who wrote it, and from where.

use super::shape;

const LONGEST: usize = 180;
const CREDITS: [&str; 8] = [
    "Reporting by ",
    "Additional reporting by ",
    "Writing by ",
    "Written by ",
    "Editing by ",
    "Edited by ",
    "Story by ",
    "(Reporting by ",
];
/// Words a heading may have after `By` and a byline not.
const NOT_NAMES: [&str; 14] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "The",
];

/// `By A B`, `By our correspondent`, `From our correspondent in Lima`, `Reporting by …`.
pub(super) fn is_byline(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    if CREDITS.iter().any(|credit| text.starts_with(credit)) {
        return true;
    }
    if shape::ends_sentence(text) || shape::words(text).count() > 16 {
        return false;
    }
    let ours = |rest: &str| {
        ["our ", "a staff", "staff ", "the staff", "a correspondent"].iter().any(|own| rest.starts_with(own))
    };
    if let Some(rest) = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY ")) {
        let first = shape::words(rest).next().unwrap_or_default();
        return ours(rest) || (rest.starts_with(char::is_uppercase) && !NOT_NAMES.contains(&first));
    }
    text.strip_prefix("From ").is_some_and(ours)
}

/// `Ada Obi in Lagos and Jon Lund (earlier)`: names and places and nothing else.
pub(super) fn is_correspondents(text: &str) -> bool {
    const SMALL: [&str; 14] = [
        "in",
        "and",
        "at",
        "for",
        "with",
        "of",
        "the",
        "de",
        "van",
        "von",
        "al",
        "bin",
        "(earlier)",
        "(now)",
    ];
    let mut count = 0;
    let mut placed = false;
    for word in shape::words(text).take(20) {
        count += 1;
        placed |= matches!(word, "in" | "and" | "at");
        if !word.starts_with(char::is_uppercase) && !SMALL.contains(&word) {
            return false;
        }
    }
    placed && (4..=14).contains(&count) && !shape::ends_sentence(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bylines_and_what_looks_like_them() {
        for text in [
            "By Ada Obi",
            "By our special correspondent",
            "From our correspondent in Lima",
            "Editing by Jon Lund.",
        ] {
            assert!(is_byline(text), "{text}");
        }
        assert!(is_correspondents("Ada Obi in Lagos and Jon Lund (earlier)"));
        for text in
            ["By Friday all was quiet", "by the Ministers of X", "By then nothing", "From Lima to Quito"]
        {
            assert!(!is_byline(text), "{text}");
        }
        assert!(!is_correspondents("Army and rebels sign in Lagos"));
    }
}
