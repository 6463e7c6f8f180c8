//! Words that a user adds to the lexicons: names, titles, offices, organisations, places, cue words.
//!
//! Knows a file's text and no path. Invariant: what a user adds goes before what the program carries,
//! and an unknown key or kind is an error with its line.

use std::collections::HashMap;

use rapporteur_schema::Country;
use serde::Deserialize;

use crate::gazetteer;
use crate::lexicon::{Known, KnownKind};
use crate::statement::lexicon::regular_forms;

/// A user's words, to be given to [`RuleExtractor::with_lexicon`](crate::RuleExtractor::with_lexicon).
///
/// The keys of the file, all of them optional:
///
/// ```
/// use rapporteur_extract::{Extractor, RuleExtractor, Source, UserLexicon};
///
/// let lexicon = UserLexicon::parse(r#"
/// honorifics = ["Datin"]
/// offices = ["grand vizier"]
/// persons = ["Song of the Reed"]
///
/// [[organization]]
/// name = "Lake Pact"
/// aliases = ["the Pact of the Lake"]
///
/// [[place]]
/// name = "Orchid Hall"
/// kind = "venue"          # or city, region
/// country = "SGP"         # ISO 3166-1 alpha-3
///
/// [cues]
/// meeting_verbs = ["pow-wow"]
/// meeting_nouns = ["palaver"]
/// speech_verbs = ["intone"]
/// "#)?;
/// let text = "Datin Hua Lim had a palaver with Grand Vizier Omar Zaid in Orchid Hall on Friday.";
/// let source = Source { published: Some("2025-05-19".parse()?), ..Source::default() };
/// let read = RuleExtractor::with_lexicon(lexicon).extract(text.as_bytes(), &source);
/// assert!(read.records.iter().any(|record| record.id().to_string().starts_with("meeting/")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct UserLexicon {
    /// By the key of its first word: the keys of a name's words, and what it is.
    names: HashMap<String, Vec<(Vec<String>, Known)>>,
    /// By the key of its first word: the keys of an office's words.
    offices: HashMap<String, Vec<Vec<String>>>,
    honorifics: Vec<String>,
    cues: Cues,
}

/// Why a user's lexicon cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// It is no TOML, or has a key or value that no lexicon has.
    #[error("line {line}: {reason}")]
    Malformed {
        /// The line, counted from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// A name without a letter or digit, which no text can match.
    #[error("`{name}` has no letters")]
    Empty {
        /// The name as it stands in the file.
        name: String,
    },
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    persons: Vec<String>,
    honorifics: Vec<String>,
    offices: Vec<String>,
    organization: Vec<Organization>,
    place: Vec<Place>,
    cues: Cues,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Organization {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    country: Option<Country>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Place {
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
    kind: Kind,
    country: Option<Country>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    City,
    Region,
    Venue,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Cues {
    meeting_verbs: Vec<String>,
    meeting_nouns: Vec<String>,
    speech_verbs: Vec<String>,
}

impl UserLexicon {
    /// Reads a lexicon from the text of its file.
    ///
    /// # Errors
    /// If it is no TOML, has a key that no lexicon has, or a name without letters.
    pub fn parse(text: &str) -> Result<Self, LexiconError> {
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start.min(text.len()));
            let line = text.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
            LexiconError::Malformed { line, reason: error.message().to_owned() }
        })?;
        let mut cues = file.cues;
        for verbs in [&mut cues.meeting_verbs, &mut cues.speech_verbs] {
            let forms: Vec<String> = verbs.iter().flat_map(|verb| regular_forms(verb)).collect();
            verbs.extend(forms);
        }
        let mut lexicon = Self { honorifics: file.honorifics, cues, ..Self::default() };
        for name in &file.persons {
            lexicon.add(name, name, KnownKind::Person, None)?;
        }
        for Organization { name, aliases, country } in &file.organization {
            for printed in std::iter::once(name).chain(aliases) {
                lexicon.add(printed, name, KnownKind::Organization, *country)?;
            }
        }
        for Place { name, aliases, kind, country } in &file.place {
            let kind = match kind {
                Kind::City => KnownKind::City,
                Kind::Region => KnownKind::Region,
                Kind::Venue => KnownKind::Venue,
            };
            for printed in std::iter::once(name).chain(aliases) {
                lexicon.add(printed, name, kind, *country)?;
            }
        }
        for office in &file.offices {
            let keys = keys(office)?;
            lexicon.offices.entry(keys[0].clone()).or_default().push(keys);
        }
        Ok(lexicon)
    }

    fn add(
        &mut self,
        printed: &str,
        name: &str,
        kind: KnownKind,
        country: Option<Country>,
    ) -> Result<(), LexiconError> {
        let keys = keys(printed)?;
        let known =
            Known { length: keys.len(), kind, name: name.to_owned().into(), country, ambiguous: false };
        self.names.entry(keys[0].clone()).or_default().push((keys, known));
        Ok(())
    }

    /// The longest name that begins a run of words.
    pub(crate) fn longest(&self, words: &[&str]) -> Option<Known> {
        if self.names.is_empty() {
            return None;
        }
        let named = self.names.get(&gazetteer::normalize(words.first()?))?;
        named
            .iter()
            .filter(|(keys, _)| begins(words, keys))
            .map(|(_, known)| known.clone())
            .max_by_key(|known| known.length)
    }

    /// The number of words of the office that begins a run of words.
    pub(crate) fn office(&self, words: &[&str]) -> Option<usize> {
        if self.offices.is_empty() {
            return None;
        }
        let known = self.offices.get(&gazetteer::normalize(words.first()?))?;
        known.iter().filter(|keys| begins(words, keys)).map(Vec::len).max()
    }

    /// Whether a word, with its capital, is an honorific.
    pub(crate) fn is_honorific(&self, word: &str) -> bool {
        self.honorifics.iter().any(|honorific| honorific == word)
    }

    /// Whether a form of a verb, in lower case, reports a meeting.
    pub(crate) fn is_meeting_verb(&self, form: &str) -> bool {
        self.cues.meeting_verbs.iter().any(|verb| verb == form)
    }

    /// Whether a noun, in lower case, names a meeting.
    pub(crate) fn is_meeting_noun(&self, noun: &str) -> bool {
        self.cues.meeting_nouns.iter().any(|known| known == noun)
    }

    /// Whether a form of a verb, in lower case, reports speech.
    pub(crate) fn is_speech_verb(&self, form: &str) -> bool {
        self.cues.speech_verbs.iter().any(|verb| verb == form)
    }
}

/// The keys of a name's words; at least one.
fn keys(name: &str) -> Result<Vec<String>, LexiconError> {
    let keys: Vec<String> =
        name.split_whitespace().map(gazetteer::normalize).filter(|key| !key.is_empty()).collect();
    if keys.is_empty() { Err(LexiconError::Empty { name: name.to_owned() }) } else { Ok(keys) }
}

fn begins(words: &[&str], keys: &[String]) -> bool {
    words.len() >= keys.len() && words.iter().zip(keys).all(|(word, key)| gazetteer::normalize(word) == *key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_key_is_an_error_with_its_line() {
        let error = UserLexicon::parse("offices = [\"x\"]\n\n[cues]\nmeeting_verb = [\"y\"]\n").unwrap_err();
        assert!(matches!(&error, LexiconError::Malformed { line: 4, .. }), "{error}");
        let error = UserLexicon::parse("[[place]]\nname = \"A\"\nkind = \"planet\"\n").unwrap_err();
        assert!(matches!(&error, LexiconError::Malformed { line: 3, .. }), "{error}");
        assert!(matches!(UserLexicon::parse("persons = [\"–\"]"), Err(LexiconError::Empty { .. })));
        assert!(UserLexicon::parse("").is_ok());
    }

    #[test]
    fn the_longest_name_wins() {
        let lexicon = UserLexicon::parse("persons = [\"Ko\", \"Ko Min\"]\noffices = [\"mufti\"]").unwrap();
        assert_eq!(lexicon.longest(&["Ko", "Min", "said"]).map(|known| known.length), Some(2));
        assert_eq!(lexicon.longest(&["Ko", "said"]).map(|known| known.length), Some(1));
        assert!(lexicon.longest(&["Min"]).is_none());
        assert_eq!(lexicon.office(&["Mufti", "Ko"]), Some(1));
    }
}
