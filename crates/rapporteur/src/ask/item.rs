//! A question as items: cues, names, times, quoted words, and what is none of these.
//!
//! It must not know what the whole asks for. Invariant: items are in order and do not overlap; every word that
//! is no mark is in one.

use jiff::civil::Date;
use rapporteur_extract::date::{self, Context, Kind, Tense};
use rapporteur_graph::AsOf;
use rapporteur_schema::Edtf;

use super::cue::{self, Cue};
use super::name::{self, Name};
use super::word::Word;
use crate::Error;

/// A piece of a question, and the words it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) part: Part,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What a piece of a question is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// A word that asks for something.
    Cue(Cue),
    /// A name that the store knows.
    Name(Box<Name>),
    /// A time, and what the words before make of it.
    Time(Kind, Edtf),
    /// Words in quotation marks.
    Quote(String),
    /// A word that is none of these.
    Unknown,
}

impl Item {
    /// What it asks for, where it is a cue.
    pub(super) const fn cue(&self) -> Option<Cue> {
        match self.part {
            Part::Cue(cue) => Some(cue),
            _ => None,
        }
    }

    /// Whether it only holds the sentence together.
    pub(super) const fn is_filler(&self) -> bool {
        matches!(self.part, Part::Cue(Cue::Filler | Cue::Title))
    }
}

/// The items of a question.
pub(super) fn items(
    store: AsOf<'_>,
    question: &str,
    words: &[Word<'_>],
    today: Date,
) -> Result<Vec<Item>, Error> {
    let times = times(words, today);
    let mut items = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let (part, to) = match times.iter().find(|(range, ..)| range.start == at) {
            Some((range, kind, when)) => (Some(Part::Time(*kind, when.clone())), range.end),
            None => {
                let end = times.iter().map(|(range, ..)| range.start).find(|start| *start > at);
                one(store, question, &words[at..end.unwrap_or(words.len())], at)?
            }
        };
        items.extend(part.map(|part| Item { part, from: at, to }));
        at = to.max(at + 1);
    }
    Ok(without_attributes(items, words))
}

/// Without the states that only say whose a person is: `the Dutch minister van der Elzen`, `Malta's Zammit`,
/// `the president of Turkmenistan, Hojamgulyyew`.
fn without_attributes(items: Vec<Item>, words: &[Word<'_>]) -> Vec<Item> {
    let is_attribute = |at: usize| {
        let Part::Name(name) = &items[at].part else { return false };
        let mut behind = at + 1;
        while items.get(behind).is_some_and(|item| {
            item.cue() == Some(Cue::Title) || item.to == item.from + 1 && words[item.from].lower == "'s"
        }) {
            behind += 1;
        }
        let holds = matches!(items.get(behind).map(|item| &item.part), Some(Part::Name(other)) if !other.is_people && other.state.is_none());
        let adjoins = items.get(behind).is_some_and(|next| {
            let between = &words[items[at].to..next.from];
            between.iter().all(|word| !word.is_mark())
        });
        let office =
            at >= 2 && items[at - 2].cue() == Some(Cue::Title) && words[items[at].from - 1].lower == "of";
        let possessive = words.get(items[at].to).is_some_and(|word| word.lower == "'s");
        holds
            && name.state.is_some()
            && (office && behind == at + 1 || adjoins && (name.is_people || possessive))
    };
    let attributes: Vec<bool> = (0..items.len()).map(is_attribute).collect();
    items.into_iter().zip(attributes).filter(|(_, is)| !is).map(|(item, _)| item).collect()
}

/// The item that begins some words, and the word behind it; nothing for a mark.
fn one(
    store: AsOf<'_>,
    question: &str,
    words: &[Word<'_>],
    at: usize,
) -> Result<(Option<Part>, usize), Error> {
    let first = &words[0];
    if first.is_mark() {
        let quoted = quoted(question, words);
        return Ok(quoted.map_or((None, at + 1), |(text, length)| (Some(Part::Quote(text)), at + length)));
    }
    let lower: Vec<&str> =
        words.iter().take_while(|word| !word.is_mark()).map(|word| word.lower.as_str()).collect();
    let cue = cue::longest(&lower);
    let several = name::of_several(store, question, words)?;
    // "The Foreign Ministry" is a name, "called off" is none; a name of more words goes before a cue of fewer.
    if let Some((length, name)) = several
        && cue.is_none_or(|(cue, _)| cue <= length)
    {
        return Ok((Some(Part::Name(Box::new(name))), at + length));
    }
    if let Some((length, cue)) = cue {
        return Ok((Some(Part::Cue(cue)), at + length));
    }
    match name::of_one(store, first)? {
        Some(name) => Ok((Some(Part::Name(Box::new(name))), at + 1)),
        None if first.text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok((Some(Part::Cue(Cue::Filler)), at + 1))
        }
        None => {
            let name = name::by_sound(store, first)?;
            Ok((Some(name.map_or(Part::Unknown, |name| Part::Name(Box::new(name)))), at + 1))
        }
    }
}

/// The words between quotation marks, and how many words and marks they take.
fn quoted(question: &str, words: &[Word<'_>]) -> Option<(String, usize)> {
    let closing: &[&str] = match words[0].text {
        "\"" => &["\""],
        "“" | "„" => &["”", "“", "\""],
        "«" => &["»"],
        "»" => &["«"],
        "''" | "``" => &["''"],
        _ => return None,
    };
    let end = words.iter().skip(1).position(|word| closing.contains(&word.text))? + 1;
    let text = question[words[0].end..words[end].start].trim();
    (!text.is_empty()).then(|| (text.to_owned(), end + 1))
}

type Time = (std::ops::Range<usize>, Kind, Edtf);

/// The times in a question, by the words they take.
fn times(words: &[Word<'_>], today: Date) -> Vec<Time> {
    let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
    let ahead = words.iter().any(|word| matches!(cue::cue(&word.lower), Some(Cue::Planned | Cue::Due)));
    let tense = if ahead { Tense::Future } else { Tense::Past };
    let context = Context { published: Some(today), reference: None, tense };
    let mut times = Vec::new();
    for found in date::find(&texts) {
        let words_of = &words[found.tokens.clone()];
        // "may" and "march" are verbs until they are written as months.
        if let [word] = words_of
            && word.text.chars().all(char::is_lowercase)
            && matches!(word.lower.as_str(), "may" | "march" | "second")
        {
            continue;
        }
        let Some(resolved) = date::resolve(&found.expression, &context) else { continue };
        times.push((found.tokens, found.kind, resolved.when));
    }
    times
}
