//! Bodies by the shape of their names: "Ministry of Commerce", "Lao People's Army", "Royal Thai Navy", "Radio Tirana".
//!
//! Knows no body by name. Invariant: a name ends before the state whose body it is: of "the Ministry of Commerce of
//! Chad" Chad is named, too.

use super::capitals::{is_capitalised, is_word};
use crate::lexicon::{self, KnownKind};

/// Nouns of which a body is made by what stands behind "of" or "for".
const HEADS: &[&str] = &[
    "Ministry",
    "Department",
    "Council",
    "Commission",
    "Committee",
    "Office",
    "Court",
    "Board",
    "Alliance",
    "Movement",
    "Front",
    "Association",
    "Federation",
    "Confederation",
    "Organization",
    "Organisation",
    "Chamber",
    "Bureau",
    "Institute",
    "Network",
    "Coalition",
    "Group",
    "Directorate",
    "Agency",
    "Assembly",
    "League",
    "Society",
    "Voice",
    "Tribunal",
    "Directorate-General",
    "Union",
    "Congress",
];
/// What stands before a nationality within a name.
const BEFORE: &[&str] = &["Royal", "Imperial", "National", "Central", "Free", "Greater"];
/// Those who own a body: "the People's Army", "the Farmers' Union".
const OWNERS: &[&str] = &["People", "Women", "Men", "Children"];
/// How many words a name takes at most.
const LONGEST: usize = 10;

/// How many words the name of a body that begins at a capital takes, and what it is.
pub(super) fn body(words: &[&str], at: usize) -> Option<(usize, KnownKind)> {
    broadcaster(words, at).or_else(|| owned(words, at)).or_else(|| royal(words, at)).or_else(|| of(words, at))
}

fn word<'w>(words: &[&'w str], at: usize) -> &'w str {
    words.get(at).copied().unwrap_or_default()
}

/// Whether the word is a capitalised one of a name, and begins no state.
fn is_part(words: &[&str], at: usize) -> bool {
    words.get(at).is_some_and(|word| is_capitalised(word) && is_word(word) && !lexicon::is_calendar(word))
}

/// Whether a name of its own begins at a word.
fn is_known(words: &[&str], at: usize) -> bool {
    words.get(at..).and_then(lexicon::longest).is_some_and(|known| {
        matches!(known.kind, KnownKind::State | KnownKind::City | KnownKind::Organization)
    })
}

/// Whether what a name of several words ends in is a body.
fn ends_body(word: &str) -> bool {
    lexicon::kind_by_last_word(word) == Some(KnownKind::Organization)
}

/// "Radio Tirana", "Voice of the Mountains".
fn broadcaster(words: &[&str], at: usize) -> Option<(usize, KnownKind)> {
    if matches!(word(words, at), "Radio" | "Televisión" | "Télévision") && is_part(words, at + 1) {
        let length = (at + 1..at + 4).take_while(|&at| is_part(words, at)).count();
        return Some((1 + length, KnownKind::Outlet));
    }
    let the = usize::from(word(words, at + 2) == "the");
    let voice = word(words, at) == "Voice" && word(words, at + 1) == "of" && is_part(words, at + 2 + the);
    voice.then_some((3 + the, KnownKind::Outlet))
}

/// "Lao People's Army", "Trawlers' Federation".
fn owned(words: &[&str], at: usize) -> Option<(usize, KnownKind)> {
    const FAR: usize = 4;
    let mark = (at + 1..=at + FAR).find(|&mark| matches!(word(words, mark), "'s" | "’s" | "'" | "’"))?;
    let owner = word(words, mark - 1);
    let bare = matches!(word(words, mark), "'" | "’");
    let several = bare && owner.ends_with('s') && !is_known(words, mark - 1);
    if !(OWNERS.contains(&owner) || several) || !(at..mark).all(|at| is_part(words, at)) {
        return None;
    }
    let end = (mark + 1..mark + FAR).take_while(|&at| is_part(words, at)).last()? + 1;
    ends_body(word(words, end - 1)).then_some((end - at, KnownKind::Organization))
}

/// "Royal Thai Army", "Argentine Prefecture".
fn royal(words: &[&str], at: usize) -> Option<(usize, KnownKind)> {
    let nation = at + usize::from(BEFORE.contains(&word(words, at)));
    let adjective = words.get(nation..).and_then(lexicon::longest)?;
    if adjective.kind != KnownKind::Adjective || adjective.length != 1 {
        return None;
    }
    let end = (nation + 1..nation + 4).take_while(|&at| is_part(words, at)).last()? + 1;
    // "the Iraqi Foreign Ministry" has its usual name, "the Turkish Cypriot side" is none.
    let own = nation > at || word(words, end - 1) == "Crescent" || end == nation + 2;
    let known = words
        .get(nation + 1..end)
        .and_then(lexicon::longest)
        .is_some_and(|known| known.length + nation + 1 == end && word(words, end - 1) != "Crescent");
    (own && !known && ends_body(word(words, end - 1))).then_some((end - at, KnownKind::Organization))
}

/// "Ministry of Commerce", "National Commission for Peace", "Committee of Senior Officials".
fn of(words: &[&str], at: usize) -> Option<(usize, KnownKind)> {
    const FAR: usize = 3;
    let head = (at..=at + FAR).find(|&head| HEADS.contains(&word(words, head)))?;
    if !(at..head).all(|at| is_part(words, at)) {
        return None;
    }
    let mut end = head + 1;
    while end < at + LONGEST {
        // "of Peace and Reconciliation", but "of the Union and Ada Obi"
        let joins =
            word(words, end) == "and" && end > head + 1 && !lexicon::is_given_name(word(words, end + 1));
        if !joins && !matches!(word(words, end), "of" | "for" | "on") {
            break;
        }
        let start = end + 1 + usize::from(word(words, end + 1) == "the");
        if !is_part(words, start) || is_known(words, start) {
            break;
        }
        end = start + (start..start + FAR).take_while(|&at| is_part(words, at)).count();
    }
    (end > head + 1).then_some((end - at, KnownKind::Organization))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let words: Vec<&str> = text.split(' ').collect();
        body(&words, 0).map(|(length, _)| words[..length].join(" "))
    }

    #[test]
    fn a_body_is_known_by_the_shape_of_its_name() {
        assert_eq!(read("Ministry of Commerce of Pakistan said").as_deref(), Some("Ministry of Commerce"));
        assert_eq!(
            read("National Commission for Peace and Reconciliation met").as_deref(),
            Some("National Commission for Peace and Reconciliation")
        );
        assert_eq!(read("Lao People 's Army came").as_deref(), Some("Lao People 's Army"));
        assert_eq!(read("Trawlers ' Federation came").as_deref(), Some("Trawlers ' Federation"));
        assert_eq!(read("Royal Thai Army came").as_deref(), Some("Royal Thai Army"));
        assert_eq!(read("Radio Dushanbe said").as_deref(), Some("Radio Dushanbe"));
    }

    #[test]
    fn what_is_of_a_state_or_has_no_body_is_none() {
        assert_eq!(read("Bank of Chad said"), None);
        assert_eq!(read("Minister 's Office said"), None);
        assert_eq!(read("Council said"), None);
    }
}
