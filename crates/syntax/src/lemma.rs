//! The dictionary form of a word, from its tag.
//!
//! Exceptions come first: irregular verbs and nouns written by hand (`data/`) and what the treebank
//! teaches (`model/`). Else the ending is taken off; where more than one word may remain ("urg", "urge")
//! the commoner in the model's lexicon is taken. Proper nouns keep their form.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::word::{folded, hash};
use crate::{FineTag, Upos};

/// Tags whose words share a dictionary form's making, so that one exception serves them all.
fn class(tag: FineTag) -> FineTag {
    match tag {
        FineTag::Vbd | FineTag::Vbn => FineTag::Vbd,
        FineTag::Vbz | FineTag::Vbp | FineTag::Vb => FineTag::Vb,
        other => other,
    }
}

/// Exceptions by class of tag and form.
fn exceptions() -> &'static HashMap<(FineTag, &'static str), &'static str> {
    static EXCEPTIONS: OnceLock<HashMap<(FineTag, &str), &str>> = OnceLock::new();
    EXCEPTIONS.get_or_init(|| {
        let lines = |text: &'static str| text.lines().filter(|line| !line.starts_with('#'));
        let mut exceptions = HashMap::new();
        for line in lines(include_str!("../data/irregular_verbs.txt")) {
            let mut fields = line.split(' ');
            let Some(base) = fields.next() else { continue };
            for form in fields.flat_map(|field| field.split('/')) {
                exceptions.insert((FineTag::Vbd, form), base);
            }
        }
        for line in lines(include_str!("../data/irregular_nouns.txt")) {
            if let Some((plural, singular)) = line.split_once(' ') {
                exceptions.insert((FineTag::Nns, plural), singular);
            }
        }
        for line in lines(include_str!("../model/lemmas.tsv")) {
            let mut fields = line.split('\t');
            if let (Some(tag), Some(form), Some(lemma)) = (fields.next(), fields.next(), fields.next())
                && let Some(tag) = FineTag::from_name(tag)
            {
                exceptions.insert((tag, form), lemma);
            }
        }
        exceptions
    })
}

/// The dictionary form. `rank` tells the place of a folded word's hash among the known words.
pub fn lemma(word: &str, tag: FineTag, upos: Upos, rank: impl Fn(u64) -> Option<usize>) -> String {
    if upos == Upos::ProperNoun || matches!(tag, FineTag::Nnp | FineTag::Nnps) {
        return word.replace(['\u{2019}', '\u{2018}'], "'");
    }
    let form: String = folded(word).collect();
    if let Some(&lemma) = exceptions().get(&(class(tag), form.as_str())) {
        return lemma.to_owned();
    }
    // "vice-presidents", "re-elected": the last part bears the ending.
    if let Some(hyphen) = form.rfind('-').filter(|&at| at > 0 && at + 3 < form.len())
        && let (start, end) = form.split_at(hyphen + 1)
        && let Some(&lemma) = exceptions().get(&(class(tag), end))
    {
        return format!("{start}{lemma}");
    }
    regular(form, tag, rank)
}

/// The dictionary form by rule alone.
pub fn regular(form: String, tag: FineTag, rank: impl Fn(u64) -> Option<usize>) -> String {
    let ending = match tag {
        FineTag::Nns | FineTag::Vbz => "s",
        FineTag::Vbd | FineTag::Vbn => "ed",
        FineTag::Vbg => "ing",
        FineTag::Jjr | FineTag::Rbr => "er",
        FineTag::Jjs | FineTag::Rbs => "est",
        _ => return form,
    };
    let Some(stem) = form.strip_suffix(ending).filter(|stem| stem.chars().count() >= 2) else {
        return form;
    };
    let candidates = if ending == "s" { after_s(stem) } else { after_vowel(stem) };
    let mut best: Option<(usize, &String)> = None;
    for candidate in &candidates {
        // Word vectors come from news: hyphenated compounds are judged by their last part.
        let tail = candidate.rsplit('-').next().unwrap_or(candidate);
        if let Some(rank) = rank(hash(tail)).filter(|&rank| best.is_none_or(|(least, _)| rank < least)) {
            best = Some((rank, candidate));
        }
    }
    match (best, candidates.first()) {
        (Some((_, candidate)), _) => candidate.clone(),
        (None, Some(first)) => first.clone(),
        (None, None) => form,
    }
}

/// What may remain when "s" is taken off, the likeliest first.
fn after_s(stem: &str) -> Vec<String> {
    if let Some(short) = stem.strip_suffix("ie").filter(|short| short.len() > 1) {
        return vec![format!("{short}y"), stem.to_owned()];
    }
    let sibilant = ["se", "xe", "ze", "che", "she", "oe"].iter().any(|end| stem.ends_with(end));
    match stem.strip_suffix('e').filter(|_| sibilant) {
        Some(short) => vec![stem.to_owned(), short.to_owned()],
        None => vec![stem.to_owned()],
    }
}

/// What may remain when an ending with a vowel is taken off, the likeliest first.
fn after_vowel(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u');
    let with_e = format!("{stem}e");
    let &[.., before, last] = letters.as_slice() else { return vec![stem.to_owned()] };
    if last == 'i' {
        return vec![format!("{}y", &stem[..stem.len() - 1]), with_e];
    }
    if before == last && !is_vowel(last) && last.is_alphabetic() {
        let short = stem[..stem.len() - last.len_utf8()].to_owned();
        let doubled_by_itself = matches!(last, 'l' | 's' | 'f' | 'z');
        return if doubled_by_itself { vec![stem.to_owned(), short] } else { vec![short, stem.to_owned()] };
    }
    // One short vowel before one consonant would have been doubled: an e was dropped.
    let vowels = letters.iter().filter(|&&letter| is_vowel(letter)).count();
    if vowels == 1 && is_vowel(before) && !is_vowel(last) && !matches!(last, 'w' | 'x' | 'y') {
        return vec![with_e];
    }
    if matches!(last, 'c' | 'g' | 'v' | 's' | 'z' | 'u' | 'e') {
        return vec![with_e, stem.to_owned()];
    }
    vec![stem.to_owned(), with_e]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A handful of words instead of a model.
    fn rank(wanted: u64) -> Option<usize> {
        ["host", "urge", "plan", "call", "bus", "house", "agree", "create", "visit", "party", "tie"]
            .iter()
            .position(|word| hash(word) == wanted)
    }

    #[test]
    fn endings_are_taken_off() {
        for (form, tag, expected) in [
            ("hosted", FineTag::Vbd, "host"),
            ("urging", FineTag::Vbg, "urge"),
            ("planned", FineTag::Vbn, "plan"),
            ("called", FineTag::Vbd, "call"),
            ("agreed", FineTag::Vbd, "agree"),
            ("created", FineTag::Vbn, "create"),
            ("visiting", FineTag::Vbg, "visit"),
            ("hoped", FineTag::Vbd, "hope"),
            ("parties", FineTag::Nns, "party"),
            ("ties", FineTag::Nns, "tie"),
            ("buses", FineTag::Nns, "bus"),
            ("Houses", FineTag::Nns, "house"),
            ("vice-ministers", FineTag::Nns, "vice-minister"),
            ("met", FineTag::Vbd, "meet"),
            ("held", FineTag::Vbn, "hold"),
            ("said", FineTag::Vbd, "say"),
            ("women", FineTag::Nns, "woman"),
            ("s", FineTag::Nns, "s"),
            ("é", FineTag::Vbd, "é"),
        ] {
            assert_eq!(lemma(form, tag, Upos::Verb, rank), expected, "{form}");
        }
    }

    #[test]
    fn names_keep_their_form() {
        assert_eq!(lemma("Nations", FineTag::Nnps, Upos::ProperNoun, rank), "Nations");
    }
}
