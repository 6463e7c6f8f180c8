//! What a bare name is the name of: a state, a person, or a body of people.
//!
//! Event data do not say. It must not know the formats. The rule is kept simple: a name of the table of
//! states is a state; `Police (Kenya)` is a group of that country; two or more capitalised words without a
//! word of institutions are a person; anything else is an organisation. So a person of one name (Wiranto) is
//! told as an organisation, and a body with a name like a person's (Boko Haram) as a person. Titles before a
//! name of two words are left to its aliases.

use std::collections::HashSet;
use std::sync::LazyLock;

use rapporteur_schema::{ActorKind, Country};

use crate::country;

/// Words within a person's name that are not capitalised.
const PARTICLES: [&str; 26] = [
    "al", "el", "ul", "bin", "bint", "ibn", "ben", "abu", "de", "da", "do", "dos", "del", "della", "di",
    "du", "la", "le", "van", "von", "der", "den", "ter", "y", "e", "i",
];

/// Words of titles before a name.
const TITLES: [&str; 34] = [
    "president",
    "prime",
    "minister",
    "premier",
    "chancellor",
    "king",
    "queen",
    "emperor",
    "empress",
    "crown",
    "prince",
    "princess",
    "sultan",
    "emir",
    "amir",
    "sheikh",
    "pope",
    "vice",
    "deputy",
    "foreign",
    "first",
    "federal",
    "interim",
    "acting",
    "general",
    "secretary",
    "chairman",
    "state",
    "ambassador",
    "governor",
    "senator",
    "dr.",
    "mr.",
    "mrs.",
];

/// A person's name with more words is rarer than an organisation's.
const MOST_WORDS: usize = 6;

static INSTITUTION_WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../data/institution_words.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// What a name is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub kind: ActorKind,
    /// The name to call it by: the extractor's for a state.
    pub name: String,
    pub country: Option<Country>,
}

/// What a name is of, where the file may say to which country it belongs.
pub(crate) fn meaning(name: &str, belongs_to: Option<Country>) -> Meaning {
    if let Some(state) = country::by_name(name) {
        return Meaning { kind: ActorKind::State, name: state.name.to_owned(), country: Some(state.code) };
    }
    let within = name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
    if let Some((_, of)) = within {
        let country = country::by_name(of).map(|state| state.code).or(belongs_to);
        return Meaning { kind: ActorKind::Organization, name: name.to_owned(), country };
    }
    let bare = without_title(name);
    let kind = if is_person(bare) { ActorKind::Person } else { ActorKind::Organization };
    let name = if kind == ActorKind::Person { bare } else { name };
    Meaning { kind, name: name.to_owned(), country: belongs_to }
}

/// A name without the titles before it, so that `President Ana Kolar` is the Ana Kolar of other sources; a
/// surname keeps its title (`President Barrios`), which alone tells it from others.
fn without_title(name: &str) -> &str {
    let mut bare = name;
    while let Some((word, rest)) = bare.split_once(' ') {
        if !TITLES.contains(&word.to_lowercase().as_str()) {
            break;
        }
        bare = rest.trim_start();
    }
    if bare.contains(' ') && is_person(bare) { bare } else { name }
}

/// Whether a name looks like a person's.
pub(crate) fn is_person(name: &str) -> bool {
    let mut capitalised = 0;
    let mut words = 0;
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        words += 1;
        let folded = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        if INSTITUTION_WORDS.contains(folded.as_str()) || word.contains(|c: char| c.is_numeric() || c == '/')
        {
            return false;
        }
        if word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase) {
            // An acronym is of a body; initials (J. R.) are not.
            let acronym = word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
            capitalised += usize::from(!acronym);
        } else if !PARTICLES.contains(&folded.as_str()) && !folded.contains('-') {
            return false;
        }
    }
    capitalised >= 2 && words <= MOST_WORDS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_apart() {
        use ActorKind::{Organization, Person, State};
        for (name, kind) in [
            ("Iran", State),
            ("Kim Jong-Un", Person),
            ("Khalid bin Ahmad Al Khalifa", Person),
            ("Patricia A. de Lille", Person),
            ("Police (Kenya)", Organization),
            ("Ministry of Youth (Turkey)", Organization),
            ("United Nations", Organization),
            ("Association of Southeast Asian Nations", Organization),
            ("Taliban", Organization),
            ("UN Security Council", Organization),
            ("", Organization),
        ] {
            assert_eq!(meaning(name, None).kind, kind, "{name}");
        }
        assert_eq!(
            meaning("Police (Kenya)", None).country.map(|code| code.to_string()).as_deref(),
            Some("KEN")
        );
        for (name, bare) in [
            ("Prime Minister Ana Kolar", "Ana Kolar"),
            ("President Barrios", "President Barrios"),
            ("King Mohammed VI", "Mohammed VI"),
            ("General Secretary", "General Secretary"),
        ] {
            assert_eq!(meaning(name, None).name, bare);
        }
        assert_eq!(meaning("Czech Republic", None).name, "Czechia");
    }
}
