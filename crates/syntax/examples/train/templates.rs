//! Makes sentences of diplomatic news, with their trees, from the grammar in `data/`.
//!
//! The treebank is web text and short of ministers; these sentences fill the gap. The notation is
//! told at the head of `data/templates.txt`.

use std::collections::HashMap;

use rapporteur_syntax::{FineTag, Relation, Upos};

use crate::conllu::{GoldToken, Sentence};
use crate::random::Random;

/// What stands in one place of a phrase.
#[derive(Clone, Debug)]
enum Item {
    Word { form: String, tag: FineTag, upos: Option<Upos> },
    Phrase(String),
}

#[derive(Clone, Debug)]
struct Part {
    /// `None` for the head.
    relation: Option<Relation>,
    item: Item,
    optional: bool,
}

type Production = Vec<Part>;

/// The grammar.
#[derive(Debug, Default)]
pub struct Templates {
    productions: HashMap<String, Vec<Production>>,
}

/// A phrase being built: its words and where its head stands.
struct Phrase {
    words: Sentence,
    head: usize,
}

impl Templates {
    /// Reads the grammar that comes with the trainer.
    pub fn read() -> Result<Self, String> {
        let mut templates = Self::default();
        for line in include_str!("../../data/names.txt").lines().filter(|line| !line.starts_with('#')) {
            let Some((kind, names)) = line.split_once(':') else { continue };
            let tag = match kind {
                "DEMONYM" => FineTag::Jj,
                "DATE" | "YEAR" => FineTag::Cd,
                _ => FineTag::Nnp,
            };
            for name in names.split_whitespace() {
                templates.productions.entry(kind.to_owned()).or_default().push(name_production(name, tag));
            }
        }
        for line in include_str!("../../data/templates.txt").lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (left, right) = line.split_once(" = ").ok_or_else(|| format!("no '=' in {line}"))?;
            let (name, times) = match left.split_once(" *") {
                Some((name, times)) => {
                    (name, times.parse::<usize>().map_err(|error| format!("{line}: {error}"))?)
                }
                None => (left, 1),
            };
            let production: Production = right
                .split_whitespace()
                .map(part)
                .collect::<Result<_, _>>()
                .map_err(|error| format!("{line}: {error}"))?;
            if production.iter().filter(|part| part.relation.is_none()).count() != 1 {
                return Err(format!("{line}: not one head"));
            }
            let alternatives = templates.productions.entry(name.to_owned()).or_default();
            alternatives.extend(std::iter::repeat_n(production, times));
        }
        for part in templates.productions.values().flatten().flatten() {
            if let Item::Phrase(name) = &part.item
                && !templates.productions.contains_key(name)
            {
                return Err(format!("templates: nothing makes {name}"));
            }
        }
        Ok(templates)
    }

    /// A sentence drawn at random.
    pub fn sentence(&self, random: &mut Random) -> Sentence {
        loop {
            let phrase = self.phrase("S", Relation::Root, 0, random);
            if phrase.words.len() <= 45 {
                return finish(phrase);
            }
        }
    }

    /// A name for the token of this kind, as one word.
    pub fn name(&self, kind: &str, random: &mut Random) -> String {
        self.phrase(kind, Relation::Root, 0, random)
            .words
            .first()
            .map_or_else(String::new, |word| word.form.clone())
    }

    fn phrase(&self, name: &str, relation: Relation, depth: usize, random: &mut Random) -> Phrase {
        if matches!(name, "GIVEN" | "SURNAME") && random.chance(0.3) {
            return invented(random);
        }
        let alternatives = &self.productions[name];
        // Deep down the first way is taken, which every name has without coming back to itself.
        let production =
            if depth > 14 { &alternatives[0] } else { &alternatives[random.below(alternatives.len())] };
        let mut words = Sentence::new();
        let mut dependents = Vec::new();
        let mut head = 0;
        for part in production {
            if part.optional && random.chance(0.5) {
                continue;
            }
            let inner = part.relation.unwrap_or(relation);
            let start = words.len();
            let at = match &part.item {
                Item::Phrase(name) => {
                    let phrase = self.phrase(name, inner, depth + 1, random);
                    words.extend(phrase.words.into_iter().map(|mut word| {
                        word.head = word.head.map(|head| head + start);
                        word
                    }));
                    start + phrase.head
                }
                Item::Word { form, tag, upos } => {
                    words.push(GoldToken {
                        form: form.clone(),
                        lemma: String::new(),
                        upos: upos.unwrap_or_else(|| universal(*tag, inner, form)),
                        tag: *tag,
                        head: None,
                        relation: inner,
                    });
                    start
                }
            };
            match part.relation {
                None => head = at,
                Some(relation) => dependents.push((at, relation)),
            }
        }
        for (at, relation) in dependents {
            words[at].head = Some(head);
            words[at].relation = relation;
        }
        Phrase { words, head }
    }
}

/// A name nobody bears, for the many that no list has.
fn invented(random: &mut Random) -> Phrase {
    const STARTS: &[&str] = &[
        "B", "Br", "Ch", "D", "Dr", "F", "G", "Gh", "H", "J", "K", "Kh", "Kr", "L", "M", "Mb", "N", "Ng",
        "Ny", "P", "Q", "R", "S", "Sch", "Sh", "St", "T", "Th", "Tr", "Ts", "V", "W", "X", "Y", "Z", "Zh",
        "", "",
    ];
    const MIDDLES: &[&str] =
        &["a", "e", "i", "o", "u", "aa", "ai", "ei", "ia", "oo", "ou", "y", "á", "é", "ö", "ü", "ı"];
    const LINKS: &[&str] = &[
        "b", "d", "g", "k", "kh", "l", "ll", "m", "n", "nd", "ng", "nt", "r", "rd", "s", "sh", "t", "v", "z",
    ];
    const ENDS: &[&str] = &[
        "a", "o", "i", "u", "an", "ed", "en", "er", "ev", "ez", "ic", "ik", "in", "ing", "is", "ius", "ko",
        "ly", "ne", "oğlu", "ou", "ov", "s", "sen", "shvili", "ski", "son", "ul", "us", "wa", "yan", "é",
    ];
    let mut form = (*random.choose(STARTS)).to_owned();
    form.push_str(random.choose::<&str>(MIDDLES));
    for _ in 0..random.below(3) {
        form.push_str(random.choose::<&str>(LINKS));
        form.push_str(random.choose::<&str>(MIDDLES));
    }
    form.push_str(random.choose::<&str>(LINKS));
    form.push_str(random.choose::<&str>(ENDS));
    let mut letters = form.chars();
    let form: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let token = GoldToken {
        form,
        lemma: String::new(),
        upos: Upos::ProperNoun,
        tag: FineTag::Nnp,
        head: None,
        relation: Relation::Root,
    };
    Phrase { words: vec![token], head: 0 }
}

/// Takes away commas before a stop, another comma or the end, and begins with a capital.
fn finish(phrase: Phrase) -> Sentence {
    let mut words = phrase.words;
    words[phrase.head].relation = Relation::Root;
    let mut at = words.len();
    while at > 0 {
        at -= 1;
        let before_mark = words.get(at + 1).is_none_or(|next| matches!(next.form.as_str(), "." | ","));
        if words[at].form == "," && before_mark {
            words.remove(at);
            for word in &mut words {
                word.head = word.head.map(|head| if head > at { head - 1 } else { head });
            }
        }
    }
    if let Some(first) = words.first_mut() {
        let mut letters = first.form.chars();
        if let Some(letter) = letters.next() {
            first.form = letter.to_uppercase().chain(letters).collect();
        }
    }
    words
}

fn name_production(name: &str, tag: FineTag) -> Production {
    let word = |form: &str, relation| Part {
        relation,
        item: Item::Word { form: form.to_owned(), tag, upos: None },
        optional: false,
    };
    let (kind, name) = name.split_once(':').unwrap_or(("", name));
    match (kind, name.split_once('_')) {
        ("flat", Some((first, second))) => vec![word(first, None), word(second, Some(Relation::Flat))],
        ("compound", Some((first, second))) => {
            vec![word(first, Some(Relation::Compound)), word(second, None)]
        }
        (_, Some((first, second))) => {
            let mut modifier = word(first, Some(Relation::AdjectivalModifier));
            modifier.item = Item::Word { form: first.to_owned(), tag: FineTag::Nnp, upos: None };
            vec![modifier, word(second, None)]
        }
        (_, None) => vec![word(name, None)],
    }
}

fn part(text: &str) -> Result<Part, String> {
    let (optional, text) = text.strip_prefix('?').map_or((false, text), |text| (true, text));
    let (relation, item) = match text.strip_prefix('*') {
        Some(item) => (None, item),
        None => {
            let (relation, item) = text.split_once('=').ok_or_else(|| format!("no relation: {text}"))?;
            let relation =
                Relation::from_name(relation).ok_or_else(|| format!("no such relation: {relation}"))?;
            (Some(relation), item)
        }
    };
    let item = match item.strip_prefix('<').and_then(|item| item.strip_suffix('>')) {
        Some(name) => Item::Phrase(name.to_owned()),
        None => {
            let mut fields = item.split('/');
            let form = fields.next().unwrap_or_default().to_owned();
            let tag = fields.next().and_then(FineTag::from_name).ok_or_else(|| format!("no tag: {item}"))?;
            let upos = match fields.next() {
                Some(name) => Some(Upos::from_name(name).ok_or_else(|| format!("no such tag: {name}"))?),
                None => None,
            };
            Item::Word { form, tag, upos }
        }
    };
    Ok(Part { relation, item, optional })
}

/// The universal tag that goes with a fine one in this place.
fn universal(tag: FineTag, relation: Relation, form: &str) -> Upos {
    match tag {
        FineTag::Nn | FineTag::Nns => Upos::Noun,
        FineTag::Nnp | FineTag::Nnps => Upos::ProperNoun,
        FineTag::Md => Upos::Auxiliary,
        _ if tag.is_verb_form() => match relation {
            Relation::Auxiliary | Relation::PassiveAuxiliary | Relation::Copula => Upos::Auxiliary,
            _ => Upos::Verb,
        },
        FineTag::Jj => Upos::Adjective,
        FineTag::In if relation == Relation::Marker => Upos::SubordinatingConjunction,
        FineTag::In | FineTag::Rp => Upos::Adposition,
        FineTag::To | FineTag::Pos => Upos::Particle,
        FineTag::Rb if form == "not" => Upos::Particle,
        FineTag::Rb | FineTag::Rbr | FineTag::Wrb => Upos::Adverb,
        FineTag::Dt if relation == Relation::Determiner => Upos::Determiner,
        FineTag::Dt | FineTag::Prp | FineTag::PrpPossessive | FineTag::Wp | FineTag::Wdt => Upos::Pronoun,
        FineTag::Cd => Upos::Numeral,
        FineTag::Cc => Upos::CoordinatingConjunction,
        _ => Upos::Punctuation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_trees_that_end_as_they_should() {
        let templates = Templates::read().unwrap();
        let mut random = Random::new(3);
        for _ in 0..2000 {
            let sentence = templates.sentence(&mut random);
            let text = sentence.iter().map(|token| token.form.as_str()).collect::<Vec<_>>().join(" ");
            assert_eq!(sentence.iter().filter(|token| token.head.is_none()).count(), 1, "{text}");
            for start in 0..sentence.len() {
                let mut at = start;
                for _ in 0..sentence.len() {
                    at = sentence[at].head.unwrap_or(at);
                }
                assert!(sentence[at].head.is_none(), "{text}");
            }
            assert!(!text.contains(", ,") && !text.contains(", ."), "{text}");
        }
    }
}
