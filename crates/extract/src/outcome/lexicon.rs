//! What brings an outcome about, read from `data/outcomes.toml`.
//!
//! Invariant: every word is lower case, as the tokens it is compared with.

use std::collections::HashMap;
use std::sync::LazyLock;

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use serde::Deserialize;

use crate::statement::lexicon::regular_forms;

/// A verb's objects that make an outcome.
#[derive(Debug, Deserialize)]
pub(super) struct Rule {
    /// The kind of outcome.
    pub kind: OutcomeKind,
    /// Its status in the plain past tense.
    pub status: OutcomeStatus,
    verbs: Vec<String>,
    /// The nouns, each as its words.
    heads: Vec<String>,
}

/// Words that are an outcome by themselves.
#[derive(Debug, Deserialize)]
pub(super) struct Phrase {
    /// The kind of outcome.
    pub kind: OutcomeKind,
    /// Its status.
    pub status: OutcomeStatus,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct Pledge {
    agreed: Vec<String>,
    weak: Vec<String>,
    intents: Vec<String>,
}

#[derive(Deserialize)]
struct Demand {
    verbs: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    rule: Vec<Rule>,
    phrase: Vec<Phrase>,
    pledge: Pledge,
    demand: Demand,
    irregular: HashMap<String, Vec<String>>,
}

struct Lexicon {
    rules: Vec<Rule>,
    heads: Vec<Vec<Vec<String>>>,
    /// For each verb form its lemma's rules, each with the particle that must follow: "put off".
    verbs: HashMap<String, Vec<(usize, Option<String>)>>,
    /// By first word: the other words and the phrase.
    phrases: HashMap<String, Vec<(Vec<String>, OutcomeKind, OutcomeStatus)>>,
    pledges: HashMap<String, String>,
    demands: HashMap<String, String>,
    weak: Vec<String>,
    intents: Vec<String>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let file: File = toml::from_str(include_str!("../../data/outcomes.toml"))
        .expect("a test reads the file that is compiled in, so it is well formed");
    let forms = |lemma: &str| {
        let others = file.irregular.get(lemma).cloned().unwrap_or_else(|| regular_forms(lemma));
        std::iter::once(lemma.to_owned()).chain(others)
    };
    let mut verbs: HashMap<String, Vec<(usize, Option<String>)>> = HashMap::new();
    for (number, rule) in file.rule.iter().enumerate() {
        for verb in &rule.verbs {
            let (lemma, particle) = match verb.split_once(' ') {
                Some((lemma, particle)) => (lemma, Some(particle.to_owned())),
                None => (verb.as_str(), None),
            };
            for form in forms(lemma) {
                let known = verbs.entry(form).or_default();
                if !known.contains(&(number, particle.clone())) {
                    known.push((number, particle.clone()));
                }
            }
        }
    }
    let heads = file.rule.iter().map(|rule| rule.heads.iter().map(|head| split(head)).collect()).collect();
    let mut phrases: HashMap<String, Vec<_>> = HashMap::new();
    for phrase in &file.phrase {
        for words in &phrase.words {
            let mut words = split(words);
            let first = words.remove(0);
            phrases.entry(first).or_default().push((words, phrase.kind, phrase.status));
        }
    }
    let all = |lemmas: &[String]| {
        lemmas.iter().flat_map(|lemma| forms(lemma).map(|form| (form, lemma.clone()))).collect()
    };
    Lexicon {
        heads,
        verbs,
        phrases,
        pledges: all(&file.pledge.agreed),
        demands: all(&file.demand.verbs),
        weak: file.pledge.weak.clone(),
        intents: file.pledge.intents.clone(),
        rules: file.rule,
    }
});

fn split(words: &str) -> Vec<String> {
    words.split(' ').map(str::to_owned).collect()
}

/// The rules of a verb form with the word behind it, each with its heads.
pub(super) fn rules<'w>(
    form: &str,
    next: &'w str,
) -> impl Iterator<Item = (&'static Rule, &'static [Vec<String>])> + 'w {
    let numbers = LEXICON.verbs.get(form).map(Vec::as_slice).unwrap_or_default();
    numbers
        .iter()
        .filter(move |(_, particle)| particle.as_ref().is_none_or(|particle| particle == next))
        .map(|&(number, _)| (&LEXICON.rules[number], LEXICON.heads[number].as_slice()))
}

/// The phrase that begins at a word: its length, kind and status.
pub(super) fn phrase(words: &[String]) -> Option<(usize, OutcomeKind, OutcomeStatus)> {
    let known = LEXICON.phrases.get(words.first()?)?;
    known
        .iter()
        .filter(|(rest, ..)| words.get(1..=rest.len()) == Some(rest.as_slice()))
        .max_by_key(|(rest, ..)| rest.len())
        .map(|(rest, kind, status)| (rest.len() + 1, *kind, *status))
}

/// The lemma of a verb that pledges.
pub(super) fn pledge(form: &str) -> Option<&'static str> {
    LEXICON.pledges.get(form).map(String::as_str)
}

/// Whether a verb form demands.
pub(super) fn is_demand(form: &str) -> bool {
    LEXICON.demands.contains_key(form)
}

/// Whether "agreed to" with this verb is no commitment.
pub(super) fn is_weak(verb: &str) -> bool {
    LEXICON.weak.iter().any(|weak| weak == verb)
}

/// Whether several who agree to do this promise how they will act, and settle no matter between them.
pub(super) fn is_intent(verb: &str) -> bool {
    LEXICON.intents.iter().any(|intent| intent == verb)
}

/// Whether a word, in lower case, is for people held by the other side.
pub(super) fn is_captive(word: &str) -> bool {
    matches!(word, "prisoners" | "captives" | "detainees" | "hostages")
}

/// Whether a noun is for one who tells of states and speaks for none: an analyst's word binds nobody.
pub(super) fn is_onlooker(noun: &str) -> bool {
    matches!(
        noun,
        "analyst"
            | "expert"
            | "economist"
            | "observer"
            | "commentator"
            | "historian"
            | "critic"
            | "newspaper"
            | "paper"
            | "radio"
            | "report"
            | "agency"
            | "author"
            | "trader"
            | "resident"
            | "witness"
            | "professor"
            | "reporter"
            | "correspondent"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_and_phrases_are_found() {
        assert!(rules("initialled", "the").any(|(rule, _)| rule.status == OutcomeStatus::Signed));
        let words = split("without an agreement today");
        assert_eq!(
            phrase(&words).map(|(length, kind, _)| (length, kind)),
            Some((3, OutcomeKind::NoAgreement))
        );
        assert_eq!(pledge("undertook"), Some("undertake"));
        assert!(is_demand("demanded"));
    }
}
