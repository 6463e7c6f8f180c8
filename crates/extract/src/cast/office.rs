//! Whether two names of an office are of one: "the minister" and "foreign minister", but not "prime minister"
//! and "foreign minister".
//!
//! Reads words alone; knows nobody. Invariant: what is the same agrees.

use crate::gazetteer::{self, OfficeClass};

/// Whether someone who holds the one office, lower case, can be meant by the other.
pub fn agrees(told: &str, held: &str) -> bool {
    if told == held {
        return true;
    }
    if leads_talks(told) && leads_talks(held) {
        return true;
    }
    let (told, held): (Vec<&str>, Vec<&str>) = (told.split(' ').collect(), held.split(' ').collect());
    let (short, long) = if told.len() <= held.len() { (&told, &held) } else { (&held, &told) };
    let lowers = |word: &&str| {
        ["vice", "deputy", "assistant", "former", "ex"]
            .iter()
            .any(|rank| word.strip_prefix(rank).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
    };
    // "The president" is no vice president; "the minister" may be a deputy one.
    let rank = long[..long.len() - short.len()].iter().any(lowers) && short.last() == Some(&"president");
    // "the minister", of a prime minister, is somebody else.
    let whole = short.len() > 1 || !long.contains(&"prime");
    if (long.ends_with(short) || long.starts_with(short)) && !rank && whole {
        return true;
    }
    let class = |words: &[&str]| {
        gazetteer::office(words)
            .filter(|office| office.words == words.len() && !office.is_deputy)
            .map(|office| office.class)
    };
    match (class(&told), class(&held)) {
        (Some(a), Some(b)) => {
            a == b && matches!(a, OfficeClass::ForeignMinister | OfficeClass::HeadOfGovernment)
        }
        _ => false,
    }
}

/// Whether an office is to lead a delegation at talks.
fn leads_talks(office: &str) -> bool {
    matches!(
        office,
        "head of delegation"
            | "head of the delegation"
            | "leader of the delegation"
            | "delegation head"
            | "delegation leader"
            | "delegation chief"
            | "chief negotiator"
            | "lead negotiator"
            | "top negotiator"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prime_minister_is_no_foreign_minister() {
        assert!(!agrees("prime minister", "foreign minister"));
        assert!(!agrees("minister", "prime minister"));
        assert!(agrees("minister", "foreign minister"));
        assert!(agrees("minister", "minister of petroleum"));
        assert!(agrees("foreign minister", "minister for foreign affairs"));
        assert!(agrees("premier", "prime minister"));
        assert!(!agrees("president", "vice president"));
        assert!(agrees("chief negotiator", "head of delegation"));
    }
}
