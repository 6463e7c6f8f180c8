//! The words of saying, read from `data/speech.toml`: which act they perform and how they are used.
//!
//! It knows single words and short phrases, no sentences. Invariant: every form is lower case, and
//! a form that several verbs share means the one named first, a verb with its particle before one
//! without.

use std::collections::HashMap;
use std::sync::LazyLock;

use rapporteur_schema::{Act, StatementMedium};
use serde::Deserialize;

/// How a verb takes what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// A quotation or a clause: `said`.
    Speech,
    /// The verb is the act, and takes an object: `rejected`.
    Act,
}

/// A verb of saying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verb {
    /// The dictionary form without particle.
    pub lemma: String,
    /// The particle or second word, if it is one verb only with it.
    pub particle: Option<String>,
    /// The act it performs.
    pub act: Act,
    /// How it takes what is said.
    pub manner: Manner,
}

#[derive(Deserialize)]
struct File {
    verb: Vec<VerbGroup>,
    irregular: HashMap<String, Vec<String>>,
    noun: Vec<Group>,
    content: Vec<Group>,
    medium: Vec<MediumGroup>,
}

#[derive(Deserialize)]
struct VerbGroup {
    act: Act,
    manner: Manner,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Group {
    act: Act,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct MediumGroup {
    medium: StatementMedium,
    words: Vec<String>,
}

struct Lexicon {
    verbs: HashMap<String, Vec<Verb>>,
    nouns: HashMap<String, Act>,
    content: Vec<Group>,
    medium: Vec<MediumGroup>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/speech.toml"))
        .expect("a test reads the file that is compiled in, so it is well formed");
    let mut verbs: HashMap<String, Vec<Verb>> = HashMap::new();
    for group in file.verb {
        for word in group.words {
            let (lemma, particle) = match word.split_once(' ') {
                Some((lemma, particle)) => (lemma.to_owned(), Some(particle.to_owned())),
                None => (word, None),
            };
            let verb = Verb { particle, act: group.act, manner: group.manner, lemma };
            let forms = match file.irregular.get(&verb.lemma) {
                Some(forms) => forms.clone(),
                None => regular_forms(&verb.lemma),
            };
            for form in std::iter::once(verb.lemma.clone()).chain(forms) {
                let known = verbs.entry(form).or_default();
                if !known.contains(&verb) {
                    known.push(verb.clone());
                }
            }
        }
    }
    for known in verbs.values_mut() {
        known.sort_by_key(|verb| verb.particle.is_none());
    }
    let mut nouns = HashMap::new();
    for group in file.noun {
        for word in group.words {
            nouns.insert(format!("{word}s"), group.act);
            nouns.insert(word, group.act);
        }
    }
    Lexicon { verbs, nouns, content: file.content, medium: file.medium }
});

/// The third person, the past and the participle of a regular verb.
pub(crate) fn regular_forms(lemma: &str) -> Vec<String> {
    let before_y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let third = match before_y {
        Some(stem) => format!("{stem}ies"),
        None if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("ch") || lemma.ends_with("sh") => {
            format!("{lemma}es")
        }
        None => format!("{lemma}s"),
    };
    let (past, participle) = match (before_y, lemma.strip_suffix('e')) {
        (Some(stem), _) => (format!("{stem}ied"), format!("{lemma}ing")),
        (None, Some(stem)) if !stem.ends_with('e') => (format!("{lemma}d"), format!("{stem}ing")),
        (None, Some(_)) => (format!("{lemma}d"), format!("{lemma}ing")),
        (None, None) => (format!("{lemma}ed"), format!("{lemma}ing")),
    };
    vec![third, past, participle]
}

/// The verb that a word, in lower case, is a form of, given the two words behind it.
pub fn verb(word: &str, next: &str, after: &str) -> Option<&'static Verb> {
    let known = LEXICON.verbs.get(word)?;
    known.iter().find(|verb| match verb.particle.as_deref() {
        Some(particle) => particle == next || particle == after,
        None => true,
    })
}

/// The act a noun stands for.
pub fn noun(word: &str) -> Option<Act> {
    LEXICON.nouns.get(word).copied()
}

/// Whether a noun of saying says something only by whom it comes from: "praise from Peru", "acceptance by Chile".
pub fn is_shared(noun: &str) -> bool {
    matches!(noun, "praise" | "doubt" | "doubts" | "acceptance" | "endorsement" | "declaration" | "welcome")
}

/// Whether the noun is one for how somebody sees or tells a thing: "in Peru's view", "by her own account".
pub fn is_view(noun: &str) -> bool {
    matches!(
        noun,
        "view"
            | "opinion"
            | "words"
            | "phrase"
            | "telling"
            | "judgement"
            | "judgment"
            | "estimation"
            | "reading"
            | "eyes"
            | "account"
            | "admission"
            | "reckoning"
            | "version"
            | "description"
            | "estimate"
            | "count"
    )
}

/// The act that words said perform by their content, if they show it.
pub fn content(words: &str) -> Option<Act> {
    let words = words.to_lowercase();
    LEXICON
        .content
        .iter()
        .find(|group| group.words.iter().any(|phrase| begins(&words, phrase)))
        .map(|group| group.act)
}

/// Where something was said, by the sentence around it, in lower case.
pub fn medium(sentence: &str) -> Option<StatementMedium> {
    LEXICON
        .medium
        .iter()
        .find(|group| group.words.iter().any(|phrase| holds(sentence, phrase)))
        .map(|group| group.medium)
}

/// Whether a word of the text begins with the phrase: "thank" in "thanks", and not "tribute" in "contribute".
fn begins(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase)
        .any(|(at, _)| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric))
}

/// Whether the phrase stands in the text as whole words.
fn holds(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + phrase.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_found_in_all_their_forms() {
        for (form, lemma) in [
            ("denies", "deny"),
            ("urging", "urge"),
            ("agreed", "agree"),
            ("told", "tell"),
            ("agreeing", "agree"),
        ] {
            assert_eq!(verb(form, "", "").map(|v| v.lemma.as_str()), Some(lemma), "{form}");
        }
        assert!(verb("meet", "", "").is_none());
    }

    #[test]
    fn a_particle_makes_another_verb() {
        assert_eq!(verb("called", "for", "").map(|v| v.act), Some(Act::Request));
        assert_eq!(verb("called", "it", "premature").map(|v| v.act), Some(Act::Comment));
        assert_eq!(verb("turned", "it", "down").map(|v| v.act), Some(Act::Reject));
        assert!(verb("turned", "left", "").is_none());
    }

    #[test]
    fn content_and_medium_are_read_from_phrases() {
        assert_eq!(content("The offer is unacceptable"), Some(Act::Reject));
        assert_eq!(content("It rained"), None);
        assert_eq!(medium("she told reporters on friday"), Some(StatementMedium::PressConference));
        assert_eq!(medium("on xylophones"), None);
    }
}
