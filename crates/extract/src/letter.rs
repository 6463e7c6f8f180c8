//! Whose words a text is: who signs a letter or a despatch, who makes the speech, whose recollections they are.
//!
//! Reads the head, the salutation and the last lines. Invariant: without words of courtesy before the name there
//! is no signature, for many texts end with a name; and nobody's diary is one whose head only tells of a diary.

use rapporteur_syntax::{FineTag, Upos};

use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// In how many sentences before the end a signature is looked for.
const TAIL: usize = 6;
/// Words that stand before a signature.
const CLOSES: &[&str] = &[
    "obedient servant",
    "yours sincerely",
    "yours faithfully",
    "yours truly",
    "yours ever",
    "very truly yours",
    "sincerely",
    "respectfully",
    "with high esteem",
    "with great respect",
    "[signed]",
    "(signed)",
    "signed:",
];

/// The one who signs, where the text is a letter.
pub fn writer(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    let last = text.sentences.len();
    let tail = last.saturating_sub(TAIL)..last;
    let close = tail.clone().rev().find_map(|at| {
        let range = text.sentences[at].range.clone();
        let words = text.source.get(range.clone())?.to_lowercase();
        CLOSES.iter().filter_map(|cue| words.rfind(cue)).max().map(|within| range.start + within)
    })?;
    tail.flat_map(|at| cast.in_sentence(at))
        .filter(|(_, mention)| mention.kind == MentionKind::Person && mention.range(text).start > close)
        .find_map(|(index, _)| cast.actor[index])
}

/// Who speaks, where the head of the text says whose speech it is: "Statement to Parliament by the Foreign
/// Minister, Ms. X", "Remarks by President Y".
pub fn orator(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    const HEAD: usize = 3;
    const SPEECHES: &[&str] =
        &["statement", "remarks", "speech", "address", "lecture", "intervention", "toast"];
    (0..text.sentences.len().min(HEAD)).find_map(|at| {
        let words = text.lower(at);
        let speech = words.iter().position(|word| SPEECHES.contains(&word.as_str()))?;
        let by = (speech + 1..words.len()).find(|&by| words[by] == "by")?;
        let verbless = text.sentences[at].parse.tokens.iter().all(|token| token.upos != Upos::Auxiliary);
        let mut named =
            cast.in_sentence(at).filter(|(_, m)| m.kind == MentionKind::Person && m.tokens.start > by);
        let (index, _) = named.next().filter(|_| verbless)?;
        cast.actor[index]
    })
}

/// Whether a lead-in addresses somebody and names no speaker: `Mr. Secretary:`, `Dear Sir:`.
pub fn is_salutation(label: &str) -> bool {
    let label = label.trim_end_matches([':', ',', ' ']).to_lowercase();
    ["mr. secretary", "mr secretary", "sir", "madam", "gentlemen", "my lord", "excellency", "your excellency"]
        .contains(&label.as_str())
        || label.starts_with("dear ")
        || label.starts_with("my dear ")
}

/// Whose recollections a text is, where its head says so: "From the memoirs of Ambassador X", "X, Ambassador to
/// Egypt: Diary", "Posted by X, Ambassador".
pub fn memoirist(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    const HEAD: usize = 6;
    const RECOLLECTIONS: &[&str] = &[
        "memoir",
        "memoirs",
        "diary",
        "diaries",
        "journal",
        "notebook",
        "notebooks",
        "recollections",
        "reminiscences",
        "recollects",
        "autobiography",
        "blog",
        "thread",
        "letters",
        "despatch",
        "dispatch",
    ];
    const LEAST: usize = 2;
    let head = 0..text.sentences.len().min(HEAD);
    // "The Wall Street Journal published" tells of a paper; a head that says whose they are has no verb.
    let is_head = |at: usize| {
        text.sentences[at].parse.tokens.iter().all(|token| {
            !matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md)
                || token.lemma == "recollect"
        })
    };
    let says =
        |at: usize| is_head(at) && text.lower(at).iter().any(|word| RECOLLECTIONS.contains(&word.as_str()));
    let is_one = head.clone().any(says);
    let own = (0..text.sentences.len())
        .filter(|&at| {
            let words = text.words(at);
            // "I" in a quotation is whoever is quoted.
            let quotes = words.iter().any(|word| matches!(*word, "\"" | "“" | "”"));
            !quotes && words.iter().any(|word| matches!(*word, "I" | "me" | "my" | "My"))
        })
        .count();
    if !is_one || own < LEAST {
        return None;
    }
    head.flat_map(|at| cast.of(at))
        .filter(|(_, mention)| mention.kind == MentionKind::Person && !mention.offices.is_empty())
        .find_map(|(index, _)| cast.actor[index])
}
