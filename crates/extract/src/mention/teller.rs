//! Somebody who is only told of as having said something: "a villager said", "a man who answered the telephone
//! told", "according to an airport employee".
//!
//! Reads the words of one sentence. Invariant: who is named, or holds an office that the lexicons know, is read
//! elsewhere.

use super::{Mention, MentionKind};
use crate::lexicon::{self, KnownKind};
use crate::statement::lexicon as speech;

/// How many modifiers may stand before the noun: "a retired army officer".
const MODIFIERS: usize = 3;
/// How far the clause about somebody may reach: "a man who answered the telephone said".
const CLAUSE: usize = 8;
/// What speaks and is nobody.
pub(super) const THINGS: &[&str] = &[
    "statement",
    "report",
    "letter",
    "article",
    "note",
    "message",
    "communique",
    "communiqué",
    "resolution",
    "document",
    "text",
    "paper",
    "proposal",
    "offer",
    "plan",
    "poster",
    "sign",
    "banner",
    "telegram",
    "draft",
    "readout",
    "decree",
    "bulletin",
    "declaration",
    "memorandum",
    "post",
    "tweet",
    "clause",
    "paragraph",
    "law",
    "treaty",
    "agreement",
    "protocol",
    "poll",
    "survey",
    "study",
    "book",
    "map",
    "story",
    "rumour",
    "rumor",
    "headline",
    "editorial",
    "cable",
    "way",
    "day",
    "week",
    "month",
    "year",
    "time",
    "moment",
    "few",
    "lot",
    "number",
    "majority",
    "minority",
    "bit",
    "reply",
    "answer",
    "speech",
    "interview",
    "broadcast",
    "notice",
    "joint",
    "second",
    "third",
    "word",
    "thing",
    "session",
    "meeting",
    "summit",
    "ceremony",
    "visit",
    "trip",
    "dinner",
    "lunch",
    "luncheon",
    "reception",
];

/// The one at a token who is named nowhere and speaks.
pub fn teller(sentence: usize, words: &[&str], at: usize) -> Option<Mention> {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    if !matches!(word(at), "a" | "an" | "A" | "An") {
        return None;
    }
    let plain = |word: &str| {
        word.len() > 2
            && word.chars().all(|c| c.is_lowercase() || c == '-')
            && !lexicon::is_function_word(word)
    };
    let before = |back: usize| at.checked_sub(back).map_or("", word);
    let source = matches!((before(2), before(1)), ("according" | "According", "to"))
        || matches!(before(1), "quoted" | "quoting" | "citing");
    let noun = (at + 1..=at + 1 + MODIFIERS)
        .take_while(|&noun| plain(word(noun)))
        .find(|&noun| !plain(word(noun + 1)) || says(words, noun + 1))?;
    if THINGS.contains(&word(noun)) || word(noun).ends_with("ing") || word(noun).ends_with("ly") {
        return None;
    }
    let who = (word(noun + 1) == "who").then(|| {
        (noun + 3..=noun + CLAUSE).find(|&at| says(words, at) || matches!(word(at), "," | "." | ""))
    });
    // "A senior Trinidadian"
    let citizen = words.get(noun + 1..noun + 2).and_then(lexicon::longest).filter(|known| {
        known.kind == KnownKind::Adjective && !word(noun + 2).starts_with(char::is_uppercase) && who.is_none()
    });
    let noun = noun + usize::from(citizen.is_some());
    let end = match who {
        Some(end) => end?,
        None => noun + 1,
    };
    let speaks = says(words, end) && at.checked_sub(1).is_none_or(|_| !is_preposition(before(1)));
    (source || speaks).then(|| Mention {
        sentence,
        in_label: false,
        tokens: at..end,
        name: at + 1..noun + 1,
        kind: MentionKind::Unnamed,
        known: None,
        country: citizen.as_ref().and_then(|known| known.country),
        offices: Vec::new(),
        of: None,
    })
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "of" | "in" | "on" | "at" | "by" | "with" | "from" | "for" | "to" | "into" | "under" | "as" | "like"
    )
}

/// Whether a verb that only people do with words stands at a token, in the past or present.
fn says(words: &[&str], at: usize) -> bool {
    const SAYS: &[&str] = &[
        "say", "tell", "add", "whisper", "recall", "explain", "insist", "admit", "reply", "answer", "remark",
        "joke", "claim", "confide", "mutter", "recount", "remember", "shout",
    ];
    let form = words.get(at).map_or(String::new(), |word| word.to_lowercase());
    speech::verb(&form, "", "").is_some_and(|verb| SAYS.contains(&verb.lemma.as_str()) && form != verb.lemma)
        && !form.ends_with("ing")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<String> {
        let words: Vec<&str> = text.split(' ').collect();
        let mention = (0..words.len()).find_map(|at| teller(0, &words, at))?;
        Some(words[mention.tokens].join(" "))
    }

    #[test]
    fn whoever_speaks_is_somebody() {
        assert_eq!(found("A villager said the road was closed ."), Some("A villager".into()));
        assert_eq!(
            found("In the port a man who sold fish told us nothing ."),
            Some("a man who sold fish".into())
        );
        assert_eq!(
            found("Ships had left , according to an airport employee ."),
            Some("an airport employee".into())
        );
    }

    #[test]
    fn papers_and_those_who_do_not_speak_are_nobody() {
        assert_eq!(found("A second report said so ."), None);
        assert_eq!(found("They bought a house ."), None);
    }
}
