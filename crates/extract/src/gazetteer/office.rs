//! Offices: the longest one that begins a run of words, with what its holder is.
//!
//! Whether a person holds it, and of which state, is for the reader of the context to say.

use std::sync::LazyLock;

use fst::raw::Fst;

use super::key::push_word;
use super::walk::Walk;
use super::words::Words;

pub(super) static OFFICES: Words =
    LazyLock::new(|| Fst::new(include_bytes!("../../data/offices.fst").as_slice()).ok());

/// The most words of an office, a portfolio or a modifier.
const LONGEST: usize = 12;
const MOST_MODIFIERS: usize = 4;
const OF_STATE: u64 = 0x100;

/// What the holder of an office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OfficeClass {
    /// President, supreme leader.
    HeadOfState,
    /// Vice president.
    VicePresident,
    /// Prime minister, chancellor, premier.
    HeadOfGovernment,
    /// Deputy prime minister.
    DeputyHeadOfGovernment,
    /// Foreign minister, secretary of state.
    ForeignMinister,
    /// Any other minister.
    Minister,
    /// Ambassador, special envoy, negotiator, head of delegation.
    Envoy,
    /// Adviser, aide, director, judge.
    Official,
    /// Secretary-general and others who serve an organisation of states.
    InternationalOfficial,
    /// Member or speaker of a parliament.
    Legislator,
    /// Governor, mayor.
    Governor,
    /// Leader of a party or movement.
    PartyLeader,
    /// An officer's rank.
    Military,
    /// Pope, patriarch, imam.
    Religious,
    /// King, emir, prince.
    Royal,
    /// Spokesman, press secretary.
    Spokesperson,
    /// Correspondent, analyst.
    Reporter,
    /// A calling that is no office: lawyer, businessman.
    Other,
}

const CLASSES: [OfficeClass; 18] = [
    OfficeClass::HeadOfState,
    OfficeClass::VicePresident,
    OfficeClass::HeadOfGovernment,
    OfficeClass::DeputyHeadOfGovernment,
    OfficeClass::ForeignMinister,
    OfficeClass::Minister,
    OfficeClass::Envoy,
    OfficeClass::Official,
    OfficeClass::InternationalOfficial,
    OfficeClass::Legislator,
    OfficeClass::Governor,
    OfficeClass::PartyLeader,
    OfficeClass::Military,
    OfficeClass::Religious,
    OfficeClass::Royal,
    OfficeClass::Spokesperson,
    OfficeClass::Reporter,
    OfficeClass::Other,
];

/// An office found at the head of a run of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office {
    /// How many words it takes, its modifiers included.
    pub words: usize,
    /// How many of them are modifiers before the office itself.
    pub modifiers: usize,
    /// What its holder is.
    pub class: OfficeClass,
    /// Whether it is an office of a state.
    pub of_state: bool,
    /// Whether the modifiers make a deputy or assistant of the holder.
    pub is_deputy: bool,
    /// Whether the modifiers say that the holder acts for another.
    pub is_acting: bool,
    /// Whether the modifiers say that the holder no longer is.
    pub is_past: bool,
}

/// The longest office that begins the words, in whatever case they are printed.
///
/// ```
/// use rapporteur_extract::gazetteer::{OfficeClass, office};
/// let found = office(&["First", "Deputy", "Foreign", "Minister", "Sergiy", "Kyslytsya"]).expect("an office");
/// assert_eq!((found.words, found.modifiers), (4, 2));
/// assert_eq!((found.class, found.is_deputy), (OfficeClass::ForeignMinister, true));
/// assert_eq!(office(&["Foreign", "Ministry"]), None);
/// ```
pub fn office(words: &[&str]) -> Option<Office> {
    let (mut best, mut start, mut ranks) = (None::<Office>, 0, 0);
    for _ in 0..=MOST_MODIFIERS {
        let rest = words.get(start..)?;
        if let Some((length, number)) = head(rest) {
            let end = start + length;
            let class = usize::try_from(number & 0xFF).ok().and_then(|index| CLASSES.get(index).copied())?;
            // The fewer modifiers, the better: a vice president is one office, not a president of a rank.
            if best.is_none_or(|office| office.words < end) {
                best = Some(Office {
                    words: end,
                    modifiers: start,
                    class,
                    of_state: number & OF_STATE != 0,
                    is_deputy: ranks & 1 != 0,
                    is_acting: ranks & 2 != 0,
                    is_past: ranks & 4 != 0,
                });
            }
        }
        let Some((length, number)) = longest_key(rest, "+") else { break };
        start += length;
        ranks |= number;
    }
    best
}

/// The longest office without modifiers, with all portfolios a minister's title joins by "and".
fn head(words: &[&str]) -> Option<(usize, u64)> {
    let (mut length, number) = longest_key(words, "")?;
    let takes_portfolios = words[..length].iter().any(|word| matches!(*word, "of" | "for" | "Of" | "For"));
    while takes_portfolios && words.get(length).is_some_and(|word| matches!(*word, "and" | "&" | ",")) {
        let Some(next) = words.get(length + 1..) else { break };
        // Without a capital, "and finance" goes on with the sentence.
        let Some((more, _)) = longest_key(next, "#").filter(|_| next[0].starts_with(char::is_uppercase))
        else {
            break;
        };
        length += 1 + more;
    }
    Some((length, number))
}

fn longest_key(words: &[&str], mark: &str) -> Option<(usize, u64)> {
    let mut walk = Walk::new(OFFICES.as_ref()?);
    walk.on(mark)?;
    let mut key = String::new();
    let mut found = None;
    for (index, word) in words.iter().take(LONGEST).enumerate() {
        let before = key.len();
        if !push_word(&mut key, word) {
            if index == 0 || !word.chars().all(|c| "-‐‑'’".contains(c)) {
                break;
            }
            continue;
        }
        // Punctuation on the word before ends the office: "President, General Secretary".
        if before > 0 && words[index - 1].ends_with([',', ';', ':']) {
            break;
        }
        if walk.on(&key[before..]).is_none() {
            break;
        }
        found = walk.number().map(|number| (index + 1, number)).or(found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{OfficeClass, office};

    fn found(text: &str) -> Option<(usize, OfficeClass)> {
        office(&text.split(' ').collect::<Vec<_>>()).map(|office| (office.words, office.class))
    }

    #[test]
    fn offices_are_matched_whole() {
        for (text, words, class) in [
            ("President Vladimir Putin", 1, OfficeClass::HeadOfState),
            ("Vice President JD Vance", 2, OfficeClass::VicePresident),
            ("Deputy Prime Minister", 3, OfficeClass::DeputyHeadOfGovernment),
            ("foreign minister Hakan Fidan", 2, OfficeClass::ForeignMinister),
            ("Minister of Defence Rustem", 3, OfficeClass::Minister),
            ("Minister for Foreign Affairs and Trade Winston", 6, OfficeClass::ForeignMinister),
            ("Minister of Justice and Home Affairs said", 6, OfficeClass::Minister),
            ("Minister of Justice and the rest", 3, OfficeClass::Minister),
            ("Secretary of State Marco Rubio", 3, OfficeClass::ForeignMinister),
            ("Secretary-General António Guterres", 1, OfficeClass::InternationalOfficial),
            ("Special Envoy Steve", 2, OfficeClass::Envoy),
            ("chargé d'affaires", 2, OfficeClass::Envoy),
            ("Permanent Representative to", 2, OfficeClass::Envoy),
            ("former President Bill Clinton", 2, OfficeClass::HeadOfState),
            ("Assistant Secretary of State for African Affairs Chester", 7, OfficeClass::Minister),
            ("Field Marshal", 2, OfficeClass::Military),
            ("Gen. Colin", 1, OfficeClass::Military),
            ("Foreign Ministry spokeswoman Mao", 3, OfficeClass::Spokesperson),
            ("Kremlin aide Vladimir Medinsky", 2, OfficeClass::Official),
            ("Taoiseach Bertie", 1, OfficeClass::HeadOfGovernment),
            ("Crown Prince", 2, OfficeClass::Royal),
        ] {
            assert_eq!(found(text), Some((words, class)), "{text}");
        }
        for text in ["Ministry of Defence", "deputy", "of State", "", "Putin", ", President"] {
            assert!(text == "deputy" || found(text).is_none(), "{text}");
        }
    }

    #[test]
    fn modifiers_tell_the_rank() {
        let of = |text: &str| office(&text.split(' ').collect::<Vec<_>>()).expect("an office");
        let office = of("First Deputy Foreign Minister");
        assert!(office.is_deputy && !office.is_past && office.of_state);
        assert!(of("former Deputy Defence Minister").is_past);
        assert!(of("Acting President").is_acting);
        assert!(!of("Vice President").is_deputy, "it is an office of its own");
    }
}
