//! The words under a picture.
//!
//! Marked ones by their credit or their opening; unmarked ones, as live blogs have them under a heading,
//! by the present tense and the day they end on.

use super::shape;

const LONGEST: usize = 600;

const OPENINGS: [&str; 24] = [
    "[photo]",
    "[image]",
    "[picture]",
    "[caption]",
    "[video]",
    "(photo",
    "photo:",
    "picture:",
    "image:",
    "pictured:",
    "pictured,",
    "caption:",
    "photograph:",
    "image caption",
    "from left",
    "left to right",
    "(l-r)",
    "l-r:",
    "clockwise",
    "file photo",
    "file picture",
    "file -",
    "from the archive:",
    "in this photo",
];
const CREDITS: [&str; 13] = [
    "photograph:",
    "photo:",
    "photo by ",
    "picture:",
    "pic:",
    "image:",
    "photo credit",
    "credit:",
    "/getty",
    "getty images",
    "/afp",
    "/reuters",
    "(ap photo",
];
/// What people do in the captions of pictures, in the present tense, with or without `-s`.
const POSES: [&str; 38] = [
    "speak", "chair", "attend", "lead", "show", "talk", "take", "shake", "listen", "pose", "walk", "arrive",
    "leave", "stand", "sit", "hold", "address", "gesture", "look", "smile", "greet", "meet", "react", "wave",
    "embrace", "welcome", "deliver", "watch", "board", "answer", "receive", "sign", "gather", "wait",
    "preside", "hug", "applaud", "depart",
];
const SPEECH: [&str; 16] = [
    "said",
    "says",
    "told",
    "tells",
    "added",
    "wrote",
    "announced",
    "warned",
    "called",
    "calls",
    "according",
    "confirmed",
    "denied",
    "denies",
    "agreed",
    "reported",
];
const DAYS: [&str; 8] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "frdiay"];

/// Whether the block says that it is a caption.
pub(super) fn is_caption(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let lower = text.to_lowercase();
    OPENINGS.iter().any(|opening| lower.starts_with(opening))
        || CREDITS.iter().any(|credit| lower.rfind(credit).is_some_and(|at| at > 0 && lower.len() - at <= 60))
        || [
            ", center,",
            ", centre,",
            "(left)",
            "(right)",
            "(centre)",
            "(center)",
            ", second left,",
            ", second right,",
        ]
        .iter()
        .any(|place| lower.contains(place) && !lower.contains(['“', '"']))
}

/// Whether the block, directly under a heading, reads as a caption: one sentence without quotation or
/// speech, that ends on a day, and poses someone in the present tense or has no verb at all.
pub(super) fn is_unmarked_caption(text: &str, next: &str) -> bool {
    if text.len() > 400 || text.contains(['“', '"', '?', '!', ':', ';']) || shape::has_inner_stop(text) {
        return false;
    }
    let words: Vec<String> = shape::words(text)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let ends_on_day = words.last().is_some_and(|last| DAYS.contains(&last.as_str()))
        || words.len() > 3
            && words[words.len() - 4..].iter().any(|word| word == "on")
            && words.last().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_digit()));
    let speaks = words.iter().any(|word| SPEECH.contains(&word.as_str()));
    let poses = words.iter().any(|word| is_pose(word));
    let verb = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will" | "would" | "did" | "does"
        ) || (word.len() > 4 && word.ends_with("ed") && word != "united")
    });
    ends_on_day && !speaks && (poses || !verb) && words.len() >= 5 && next.len() > 40
}

fn is_pose(word: &str) -> bool {
    let stem = |ending: &str| word.strip_suffix(ending).is_some_and(|stem| POSES.contains(&stem));
    POSES.contains(&word) || stem("s") || stem("es")
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEXT: &str = "The two sides met for an hour, and parted without a word to anybody.";

    #[test]
    fn marked_captions() {
        for text in [
            "Ada Obi and Jon Lund at the base on Friday. Photograph: Pool",
            "[Photo] Delegates leave the hotel.",
            "From left - Ada Obi and Jon Lund talk.",
            "Jon Lund, center, chairs the talks on Friday.",
            "From the archive: Obi with Lund in 2016.",
        ] {
            assert!(is_caption(text), "{text}");
        }
        assert!(!is_caption(
            "He showed a photo: it was blank, and nobody in the long hall could tell us why that might be."
        ));
    }

    #[test]
    fn captions_without_a_mark() {
        assert!(is_unmarked_caption("President Ada Obi speaks to the press in Lima on Friday.", NEXT));
        assert!(is_unmarked_caption("The Peruvian delegation at the Palace on Friday.", NEXT));
        assert!(is_unmarked_caption("Ada Obi leads a prayer at St. Paul's Cathedral on Sunday.", NEXT));
        assert!(!is_unmarked_caption("Ada Obi said she would talk to the rebels on Friday.", NEXT));
        assert!(!is_unmarked_caption("Peru closed its border with Chile on Friday.", NEXT));
        assert!(!is_unmarked_caption("Obi meets Lund. They will talk on Friday.", NEXT));
    }
}
