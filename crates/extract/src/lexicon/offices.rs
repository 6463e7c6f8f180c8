//! Offices, ranks and callings: the longest office at the head of a run of words.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that may stand before an office and belong to it.
const MODIFIERS: &[&str] = &[
    "deputy",
    "vice",
    "first",
    "second",
    "former",
    "acting",
    "interim",
    "then",
    "assistant",
    "associate",
    "senior",
    "joint",
    "honorary",
    "outgoing",
    "incoming",
    "ex",
    "late",
    "principal",
    "chief",
    "caretaker",
    "designated",
];

static OFFICES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../data/offices.txt").lines();
    lines
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
});

/// The longest office, in words.
const LONGEST: usize = 5;

/// The number of words of the office that begins the run, its modifiers included.
///
/// ```
/// use rapporteur_extract::lexicon::office;
/// assert_eq!(office(&["First", "Deputy", "Foreign", "Minister", "Sergiy"]), Some(4));
/// assert_eq!(office(&["Ministry"]), None);
/// ```
pub fn office(words: &[&str]) -> Option<usize> {
    let modifiers =
        words.iter().take(3).take_while(|w| MODIFIERS.contains(&w.to_lowercase().as_str())).count();
    (0..=modifiers).rev().find_map(|skip| {
        let run = words.get(skip..)?;
        (1..=LONGEST.min(run.len())).rev().find(|&n| is_office(&run[..n])).map(|n| skip + n)
    })
}

fn is_office(words: &[&str]) -> bool {
    let mut key = String::new();
    for word in words {
        if !key.is_empty() {
            key.push(' ');
        }
        key.extend(word.chars().flat_map(char::to_lowercase));
    }
    OFFICES.contains(&key)
}
