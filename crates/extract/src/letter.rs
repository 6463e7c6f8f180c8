//! Whose words a text is: who signs a letter or a despatch, who makes the speech, whose recollections they are.
//!
//! Reads the head, the salutation and the last lines. Invariant: without words of courtesy before the name there
//! is no signature, for many texts end with a name; and nobody's diary is one whose head only tells of a diary.

use rapporteur_syntax::{FineTag, Upos};

use crate::cast::{ActorNumber, Cast};
use crate::mention::{Mention, MentionKind};
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

/// Whether a name stands alone in the last line of a telegram, as who sends it.
pub fn is_sender(text: &Text<'_>, mention: &Mention) -> bool {
    const HEAD: usize = 8;
    const TELEGRAMS: &[&str] = &["telegram", "telno", "telegramme", "cable", "fm", "cablegram", "telex"];
    let last = text.sentences.len().saturating_sub(1);
    let whole = mention.tokens.len() == text.sentences[mention.sentence].tokens.len();
    let telegram = |at: usize| {
        let label = text.label_words(at);
        let mut words = text.words(at).into_iter().chain(label);
        // "a telegram arrived" is told in a sentence; the head of one has no verb.
        words.any(|word| TELEGRAMS.contains(&word.to_lowercase().as_str()))
            && text.sentences[at].parse.tokens.iter().all(|token| token.tag != FineTag::Vbd)
    };
    whole && !mention.in_label && mention.sentence == last && (0..last.min(HEAD)).any(telegram)
}

/// The one who sends a telegram, by its last line.
pub fn sender(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    let last = text.sentences.len().checked_sub(1)?;
    let mut signed = cast.in_sentence(last).filter(|(_, mention)| is_sender(text, mention));
    signed.find_map(|(index, _)| cast.actor[index])
}

/// Who names himself where he says "I": "I, Hon. Ada Obi of Chad, presided".
pub fn own_name(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    (0..text.sentences.len()).find_map(|at| {
        let words = text.words(at);
        let own = words.windows(2).position(|two| two == ["I", ","]).filter(|_| !quotes(&words))?;
        let mut named = cast.in_sentence(at).filter(|(_, mention)| mention.tokens.start == own + 2);
        let (index, _) = named.find(|(_, mention)| mention.kind == MentionKind::Person)?;
        cast.actor[index]
    })
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
    /// How often somebody says "I" of whom the head tells no office.
    const MANY: usize = 5;
    if !is_recollection(text) {
        return None;
    }
    let own = own_words(text);
    (0..text.sentences.len().min(RECOLLECTED))
        .filter(|&at| is_head(text, at))
        .flat_map(|at| cast.of(at))
        .filter(|(_, mention)| {
            mention.kind == MentionKind::Person && (own >= MANY || !mention.offices.is_empty())
        })
        .find_map(|(index, _)| cast.actor[index])
}

/// In how many sentences a text says that it is somebody's recollections.
const RECOLLECTED: usize = 6;

/// Whether a text is somebody's recollections: its head says so, and somebody says "I".
pub fn is_recollection(text: &Text<'_>) -> bool {
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
        "chapter",
        "remembers",
    ];
    const LEAST: usize = 2;
    let says = |at: usize| {
        is_head(text, at) && text.lower(at).iter().any(|word| RECOLLECTIONS.contains(&word.as_str()))
    };
    (0..text.sentences.len().min(RECOLLECTED)).any(says) && own_words(text) >= LEAST
}

/// "The Wall Street Journal published" tells of a paper; a head that says whose recollections they are has no verb.
fn is_head(text: &Text<'_>, sentence: usize) -> bool {
    text.sentences[sentence].parse.tokens.iter().all(|token| {
        !matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md)
            || matches!(token.lemma.as_str(), "recollect" | "remember")
    })
}

/// Whether words of a sentence are quoted, in which "I" is whoever is quoted.
fn quotes(words: &[&str]) -> bool {
    words.iter().any(|word| matches!(*word, "\"" | "“" | "”"))
}

/// In how many sentences somebody says "I", who quotes nobody.
fn own_words(text: &Text<'_>) -> usize {
    let own = |&at: &usize| {
        let words = text.words(at);
        !quotes(&words) && words.iter().any(|word| matches!(*word, "I" | "me" | "my" | "My"))
    };
    (0..text.sentences.len()).filter(own).count()
}
