//! Sentences in capitals alone, as cables and headlines have them, given back their small letters.
//!
//! Knows words and the lexicons, no sentence's syntax. Invariant: every word keeps its bytes' number, so
//! that what is found stands at the same place in the source.

use crate::lexicon;

/// Fewest words of a sentence that counts as shouted: a name in capitals is none.
const FEWEST: usize = 5;

/// The words in the case they would have in running text; nothing where they are not shouted.
///
/// ```
/// use rapporteur_extract::shouting::unshout;
/// let words = unshout(&["MINISTER", "DUARTE", "MET", "THE", "FRENCH", "IN", "RIGA"]).expect("shouted");
/// assert_eq!(words.join(" "), "Minister Duarte met the French in Riga");
/// assert!(unshout(&["Minister", "DUARTE", "MET", "THE", "FRENCH"]).is_none());
/// ```
pub fn unshout(words: &[&str]) -> Option<Vec<String>> {
    let lettered = words.iter().filter(|word| word.bytes().any(|byte| byte.is_ascii_alphabetic())).count();
    let loud = |word: &&str| word.is_ascii() && !word.bytes().any(|byte| byte.is_ascii_lowercase());
    if lettered < FEWEST || !words.iter().all(loud) {
        return None;
    }
    let capitalised: Vec<String> = words.iter().map(|word| capitalise(word)).collect();
    let named: Vec<&str> = capitalised.iter().map(String::as_str).collect();
    let mut cased: Vec<String> = Vec::with_capacity(words.len());
    while cased.len() < words.len() {
        let at = cased.len();
        let small = words[at].to_ascii_lowercase();
        let month = lexicon::is_calendar(&small)
            && (!lexicon::is_function_word(&small) || words.get(at + 1).is_some_and(|next| is_number(next)));
        let plain = lexicon::is_function_word(&small) && !month;
        let known = if plain { None } else { lexicon::longest(&named[at..]) };
        if let Some(known) = known {
            cased.extend_from_slice(&capitalised[at..(at + known.length).min(words.len())]);
        } else if !plain && words[at].len() > 1 && lexicon::longest(&words[at..=at]).is_some() {
            // An acronym keeps its capitals.
            cased.push(words[at].to_owned());
        } else if at > 0 && !month && (plain || lexicon::is_common(&small)) {
            cased.push(small);
        } else {
            cased.push(capitalised[at].clone());
        }
    }
    Some(cased)
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn capitalise(word: &str) -> String {
    let mut after_letter = false;
    let case = |c: char| {
        let cased = if after_letter { c.to_ascii_lowercase() } else { c };
        after_letter = c.is_ascii_alphabetic() || c == '\'';
        cased
    };
    word.chars().map(case).collect()
}
