//! Offices of which there is one at a time in a state.
//!
//! It must not know who holds them. Only such an office tells who somebody without a name is.

use crate::fold::fold;

/// The offices, each with the words that name it; the longest words first within a name's search.
const OFFICES: [(&str, &[&str]); 9] = [
    (
        "foreign minister",
        &[
            "minister of foreign affairs",
            "minister for foreign affairs",
            "minister of external affairs",
            "external affairs minister",
            "foreign affairs minister",
            "foreign secretary",
            "foreign minister",
            "secretary of state",
        ],
    ),
    (
        "defence minister",
        &[
            "minister of defence",
            "minister of defense",
            "secretary of defense",
            "defence minister",
            "defense minister",
            "defence secretary",
            "defense secretary",
        ],
    ),
    ("prime minister", &["prime minister", "premier", "head of government"]),
    ("president", &["president", "head of state"]),
    ("chancellor", &["chancellor"]),
    ("king", &["king"]),
    ("queen", &["queen"]),
    ("emir", &["emir"]),
    ("sultan", &["sultan"]),
];

/// Words that make another office of one.
const OTHERS: [&str; 16] = [
    "vice",
    "deputy",
    "former",
    "ex",
    "acting",
    "then",
    "first",
    "assistant",
    "under",
    "shadow",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "adviser",
    "aide",
    "office",
];

/// The office that a title or a description names, where it is one of these and nothing makes another of it.
pub(super) fn unique(title: &str) -> Option<&'static str> {
    let folded = fold(title);
    let words: Vec<&str> = folded.split(' ').collect();
    if words.iter().any(|word| OTHERS.contains(word)) {
        return None;
    }
    OFFICES.iter().find_map(|(office, names)| {
        let named = names.iter().any(|name| {
            let name: Vec<&str> = name.split(' ').collect();
            words.windows(name.len()).any(|window| window == name)
        });
        named.then_some(*office)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_offices_held_by_one_are_unique() {
        assert_eq!(unique("Chinese Foreign Minister"), Some("foreign minister"));
        assert_eq!(unique("Minister for Foreign Affairs of the Republic"), Some("foreign minister"));
        assert_eq!(unique("Serbia's prime minister"), Some("prime minister"));
        for other in
            ["deputy foreign minister", "vice president", "Taiwan's envoy", "senior official", "premiere"]
        {
            assert_eq!(unique(other), None, "{other}");
        }
    }
}
