//! The shape of a word: capitalised, an initial, a particle of a name. Knows no meaning.

/// Words that stand inside a name without a capital, from many languages.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "la", "le", "las", "los", "van", "von",
    "der", "den", "ter", "ten", "zu", "bin", "ibn", "ben", "bint", "al", "el", "ul", "ud", "ould", "wa",
    "af", "abu", "y", "e", "av", "ap", "arap", "binti", "te", "zur", "zum", "na", "oglu", "oğlu", "oghlu",
    "kizi", "qizi", "kyzy", "uulu",
];

/// Whether the word begins with an upper-case letter.
pub fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars().skip_while(|c| matches!(c, '‘' | '’' | '\'' | '-'));
    chars.next().is_some_and(char::is_uppercase)
}

/// Whether every letter of a word of two letters or more is upper case.
pub fn is_all_upper(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    letters().nth(1).is_some() && letters().all(|c| !c.is_lowercase())
}

/// Whether the word is an initial: `F.`, `J.-M.`, `Ch.`
pub fn is_initial(word: &str) -> bool {
    word.ends_with('.')
        && word.len() <= 6
        && is_capitalised(word)
        && word.chars().filter(|c| c.is_alphabetic()).count() <= 3
}

/// Whether the word can stand inside a name in lower case.
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
        || ["al-", "el-", "ul-", "as-", "ad-", "an-", "ash-", "ar-", "ez-", "d'", "d’"]
            .iter()
            .any(|prefix| word.strip_prefix(prefix).is_some_and(is_capitalised))
}

/// Whether the word has a letter.
pub fn is_word(word: &str) -> bool {
    word.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_of_words() {
        assert!(is_capitalised("Élysée") && is_capitalised("’Abd") && !is_capitalised("al-Mutairi"));
        assert!(is_particle("al-Mutairi") && is_particle("de") && !is_particle("Deal"));
        assert!(is_initial("F.") && is_initial("J.-M.") && !is_initial("Sept.") && !is_initial("U.S.S.R."));
        assert!(is_all_upper("RSF") && !is_all_upper("I") && !is_all_upper("Rsf"));
    }
}
