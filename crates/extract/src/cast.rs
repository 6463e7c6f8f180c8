//! The cast of one document: who is who among its mentions.
//!
//! Takes the mentions in order and says which of them are one actor: a surname after a full name, a
//! title after its holder, a capital after its state. Knows this document only; across documents is
//! the store's business. Invariant: an actor's number is its first appearance, so the same text
//! gives the same cast.

pub(crate) use self::standing::government_in;

use std::collections::{HashMap, HashSet};

use rapporteur_schema::{ActorKind, Country};

use self::phrasing::{is_royal, royal, stands_for};
use self::standing::{
    is_capital_acting, is_definite, is_lone_body, is_placed, is_speaking, is_styled, is_where,
};
use crate::gazetteer::{self, Gender};
use crate::letter;
use crate::mention::described::phrase;
use crate::mention::owner::without_owner;
use crate::mention::{Mention, MentionKind, hyphenated};
use crate::normal::normalize;
use crate::text::Text;

mod called;
mod describe;
pub mod office;
mod phrasing;
mod standing;
mod title;

/// An actor of the document, by the order of first appearance.
pub type ActorNumber = usize;

/// Someone or something the document speaks of.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// The fullest name.
    pub name: String,
    /// The other names, in order of appearance.
    pub aliases: Vec<String>,
    /// Whether it is a news outlet.
    pub is_outlet: bool,
    /// Its state.
    pub country: Option<Country>,
    /// Its offices, lower case.
    pub offices: Vec<String>,
    /// Whether a person is spoken of as a man or a woman, as far as an honorific, the given name or pronouns tell.
    pub gender: Gender,
    /// The mentions that mean it, by their place in [`Cast::mentions`].
    pub mentions: Vec<usize>,
}

/// The actors and which mention means which.
#[derive(Debug, Default)]
pub struct Cast {
    /// The actors.
    pub members: Vec<Member>,
    /// The mentions, in the order of the text.
    pub mentions: Vec<Mention>,
    /// For each mention the actor it means.
    pub actor: Vec<Option<ActorNumber>>,
    by_sentence: Vec<std::ops::Range<usize>>,
}

impl Cast {
    /// Finds the actors of a text from its mentions, which stand in the order of the text.
    pub fn new(text: &Text<'_>, mentions: Vec<Mention>) -> Self {
        let mut cast = Self { actor: vec![None; mentions.len()], mentions, ..Self::default() };
        let mut next = 0;
        for sentence in 0..text.sentences.len() {
            let start = next;
            while cast.mentions.get(next).is_some_and(|m| m.sentence == sentence) {
                next += 1;
            }
            cast.by_sentence.push(start..next);
        }
        let speak = |mention: &&Mention| {
            mention.kind == MentionKind::Person && mention.name.len() == 1 && is_speaking(text, mention)
        };
        let speaking =
            cast.mentions.iter().filter(speak).map(|mention| normalize(mention.name(text))).collect();
        let mut names = Names { speaking, ..Names::default() };
        // Full names first, wherever they stand: a headline's bare surname means the person whom
        // the text introduces below it.
        for full in [true, false] {
            for index in 0..cast.mentions.len() {
                cast.place(text, index, full, &mut names);
            }
        }
        for index in 0..cast.mentions.len() {
            cast.place_state_of_office(text, index);
        }
        describe::describe(text, &mut cast);
        cast.name_by_title(text);
        called::genders(text, &mut cast);
        for member in &mut cast.members {
            member.mentions.sort_unstable();
        }
        cast
    }

    /// The mentions of a sentence with their numbers, those of its label left out.
    pub fn in_sentence(&self, sentence: usize) -> impl Iterator<Item = (usize, &Mention)> {
        self.of(sentence).filter(|(_, mention)| !mention.in_label)
    }

    /// The mentions of a sentence's label with their numbers.
    pub fn in_label(&self, sentence: usize) -> impl Iterator<Item = (usize, &Mention)> {
        self.of(sentence).filter(|(_, mention)| mention.in_label)
    }

    /// The mentions of a sentence and its label with their numbers.
    pub fn of(&self, sentence: usize) -> impl Iterator<Item = (usize, &Mention)> {
        let range = self.by_sentence.get(sentence).cloned().unwrap_or_default();
        range.map(|index| (index, &self.mentions[index]))
    }

    /// The mention that covers a token.
    pub fn mention_at(&self, sentence: usize, token: usize) -> Option<(usize, &Mention)> {
        self.in_sentence(sentence).find(|(_, mention)| mention.tokens.contains(&token))
    }

    /// The actor that the mention over a token means.
    pub fn actor_at(&self, sentence: usize, token: usize) -> Option<ActorNumber> {
        self.mention_at(sentence, token).and_then(|(index, _)| self.actor[index])
    }

    /// The state actor of a country, if the text speaks of it.
    pub fn state(&self, country: Country) -> Option<ActorNumber> {
        self.members.iter().position(|m| m.kind == ActorKind::State && m.country == Some(country))
    }

    fn place(&mut self, text: &Text<'_>, index: usize, full: bool, names: &mut Names) {
        let mention = &self.mentions[index];
        let name = mention.name(text).to_owned();
        match mention.kind {
            MentionKind::Person => {
                let several = mention.name.len() > 1;
                if several == full {
                    self.place_person(text, index, &name, names);
                }
            }
            // "GETACHEW:" before a later turn of one whom an earlier one gives in full.
            MentionKind::Organization
                if !full
                    && self.actor[index].is_none()
                    && mention.in_label
                    && is_shouted(&name)
                    && names.bears(&name) =>
            {
                self.place_person(text, index, &name, names);
            }
            MentionKind::Organization
                if full && mention.in_label && is_shouted(&name) && names.bears(&name) => {}
            // "Gao met Isakov", of Gao Wei: no city where the text has somebody of the name, unless it
            // stands as where something is.
            MentionKind::City if !full && names.bears(&name) && !is_where(text, mention) => {
                let mention = &mut self.mentions[index];
                (mention.kind, mention.country) = (MentionKind::Person, None);
                self.place_person(text, index, &name, names);
            }
            MentionKind::City if full && is_capital_acting(text, mention, &name) => {
                self.place_state(index, Some(&name));
            }
            MentionKind::State | MentionKind::People | MentionKind::Adjective if full => {
                // "Sino-Indian" is the name of neither.
                let compound = !hyphenated(&name).is_empty();
                self.place_state(index, (!compound).then_some(name.as_str()));
                let whole = stands_for(text, &self.mentions[index]);
                if let Some((state, whole)) = self.actor[index].zip(whole) {
                    // "The Danes" and "the Danes" are one name.
                    let known = |alias: &String| alias.eq_ignore_ascii_case(whole);
                    if !self.members[state].aliases.iter().any(known) {
                        self.join(state, index, whole);
                    }
                }
            }
            MentionKind::Organization | MentionKind::Outlet | MentionKind::Seat if full => {
                let name = bare(&name).to_owned();
                // A seat stands for its government, and is told of by its own name.
                let known = mention.known.as_deref().filter(|_| mention.kind != MentionKind::Seat);
                let canonical = known.map_or_else(|| name.clone(), str::to_owned);
                let key = normalize(without_owner(&canonical));
                let country = mention.country;
                // Kenya's Foreign Ministry is not Norway's; "the Foreign Ministry" is the one told of last.
                let same = |&member: &ActorNumber| {
                    country.is_none_or(|own| self.members[member].country.is_none_or(|other| own == other))
                };
                let known = names.organizations.get(&key).into_iter().flatten().rev().copied().find(same);
                let member = match known {
                    Some(member) => member,
                    None => self.add(ActorKind::Organization, canonical.clone(), country),
                };
                names.told_of(key, member);
                let organization = &mut self.members[member];
                organization.is_outlet |= self.mentions[index].kind == MentionKind::Outlet;
                if organization.country.is_none() && country.is_some() {
                    (organization.country, organization.name) = (country, canonical);
                }
                self.join(member, index, &name);
                self.join_whole_name(text, member, index);
            }
            // "the Marchese", of a Marchese Spinabella.
            MentionKind::Other if !full => {
                if let Some(person) = names.styled(&name).filter(|_| is_styled(text, mention)) {
                    self.mentions[index].kind = MentionKind::Person;
                    self.actor[index] = Some(person);
                    self.members[person].mentions.push(index);
                    return;
                }
                // "the Council", of a Security Council named before.
                let member = self.shortened(text, index, &name).or_else(|| {
                    // "the Secretariat", of which no longer name is told
                    is_lone_body(text, &self.mentions[index], &name).then(|| {
                        let key = normalize(&name);
                        let known = names.organizations.get(&key).and_then(|bearers| bearers.last().copied());
                        let member =
                            known.unwrap_or_else(|| self.add(ActorKind::Organization, name.clone(), None));
                        names.told_of(key, member);
                        member
                    })
                });
                if let Some(member) = member {
                    self.mentions[index].kind = MentionKind::Organization;
                    self.join(member, index, &name);
                }
            }
            MentionKind::Unnamed
                if full
                    && !name.ends_with('s')
                    && describe::named_behind(text, &self.mentions, index).is_some() => {}
            MentionKind::Unnamed if full => {
                // "The agency said", of one named before.
                if let Some(institution) = describe::institution_before(text, self, index) {
                    self.actor[index] = Some(institution);
                    self.members[institution].mentions.push(index);
                    return;
                }
                let country = mention.country;
                let whole = mention.name.start..phrase(text, mention).end.max(mention.name.end);
                let own = !mention.in_label && whole.len() > mention.name.len();
                let bare = (normalize(&name), country);
                let key = if own {
                    (normalize(text.slice(mention.sentence, whole)), country)
                } else {
                    bare.clone()
                };
                // "An official in Brussels" is not "an official of the ministry", but may be the "official" of a headline.
                let known = names.unnamed.get(&key).copied().or_else(|| {
                    names.unnamed.get(&bare).copied().filter(|member| !names.told.contains(member))
                });
                let member = known.unwrap_or_else(|| self.add(ActorKind::Unnamed, name.clone(), country));
                if own {
                    names.told.insert(member);
                }
                names.unnamed.insert(bare, member);
                names.unnamed.insert(key, member);
                self.join(member, index, &name);
                self.join_phrases(text, member, index);
            }
            _ => {}
        }
    }

    /// The organisation that one capitalised word with an article means: the one named last before it
    /// whose name ends with the word.
    fn shortened(&self, text: &Text<'_>, index: usize, name: &str) -> Option<ActorNumber> {
        let mention = &self.mentions[index];
        if !is_definite(text, mention) || name.contains(' ') {
            return None;
        }
        let ends = |other: usize| {
            let known = &self.mentions[other];
            let full = known.name(text);
            // "the Council of the African Union"
            let organ = || {
                let words = text.words(known.sentence);
                let before = words.get(known.tokens.start.saturating_sub(3)..known.tokens.start);
                !known.in_label && matches!(before, Some([_, own, "of"] | [own, "of", "the"]) if *own == name)
            };
            known.kind == MentionKind::Organization
                && (full.contains(' ') && full.split(' ').next_back() == Some(name) || organ())
        };
        (0..index).rev().take(120).find(|&other| ends(other)).and_then(|other| self.actor[other])
    }

    /// Gives a mention its state, which it names unless it is a compound of several.
    fn place_state(&mut self, index: usize, name: Option<&str>) {
        let Some(country) = self.mentions[index].country else { return };
        let member = self.state(country).unwrap_or_else(|| {
            let known = crate::lexicon::state_name(country).or(name).unwrap_or_default().to_owned();
            self.add(ActorKind::State, known, Some(country))
        });
        match name {
            Some(name) => self.join(member, index, name),
            None => {
                self.actor[index] = Some(member);
                self.members[member].mentions.push(index);
            }
        }
    }

    fn place_person(&mut self, text: &Text<'_>, index: usize, name: &str, names: &mut Names) {
        let mention = &self.mentions[index];
        let words: Vec<String> = name.split_whitespace().map(normalize).filter(|w| !w.is_empty()).collect();
        let Some(last) = words.last() else { return };
        let titled = mention.name.start > mention.tokens.start;
        let gender = gender(text, mention);
        let same_country = |member: &Member| {
            member.country.is_none() || mention.country.is_none() || member.country == mention.country
        };
        let fits = |member: &Member| {
            let same_gender =
                member.gender == Gender::Either || gender == Gender::Either || member.gender == gender;
            let known = name_words(&member.name);
            same_country(member)
                && same_gender
                && (words.len() > 1 && is_part(&words, &known)
                    || words.len() > 1 && is_part(&known, &words)
                    || words.len() == 1 && known.contains(last))
        };
        // The latest of those that bear the name, one whose surname it is before others.
        let bearers = names.persons.get(last).map(Vec::as_slice).unwrap_or_default();
        let found = bearers
            .iter()
            .rev()
            .copied()
            .find(|&n| {
                fits(&self.members[n])
                    && normalize(self.members[n].name.split_whitespace().last().unwrap_or_default()) == *last
            })
            .or_else(|| bearers.iter().rev().copied().find(|&n| fits(&self.members[n])));
        // The lists of given names err: where nobody fits, whoever alone bears the name does.
        let alone = || match bearers {
            [only] if words.len() == 1 && same_country(&self.members[*only]) => Some(*only),
            _ => None,
        };
        // "USEC OBI:", of Ada Obi: a title that no list has.
        let titled_label = || match (bearers, name.split(' ').next()?) {
            (&[only], title) if mention.in_label && words.len() > 1 && is_short_title(title) => Some(only),
            _ => None,
        };
        let found = found.or_else(alone).or_else(titled_label).or_else(|| self.misspelt(&words, names));
        let member = match found {
            Some(member) => member,
            // One name alone, without a title, that nobody in the text bears: not known to be a person.
            None if words.len() == 1
                && !titled
                && !letter::is_sender(text, mention)
                && !names.speaking.contains(last) =>
            {
                if is_placed(text, &self.mentions[index]) {
                    self.mentions[index].kind = MentionKind::Venue;
                }
                return;
            }
            None => {
                let (country, name) = (mention.country, name.to_owned());
                self.add(ActorKind::Person, name, country)
            }
        };
        for word in name_words(name) {
            let bearers = names.persons.entry(word).or_default();
            if bearers.last() != Some(&member) {
                bearers.retain(|&n| n != member);
                bearers.push(member);
            }
        }
        let (country, offices) = (self.mentions[index].country, self.mentions[index].offices.clone());
        let person = &mut self.members[member];
        person.country = person.country.or(country);
        if person.gender == Gender::Either {
            person.gender = gender;
        }
        for office in offices {
            if !person.offices.contains(&office) {
                person.offices.push(office);
            }
        }
        self.join(member, index, name);
        if let Some(titled) = royal(text, &self.mentions[index]) {
            self.join(member, index, titled);
        }
    }

    /// The person whose given names these are and whose surname differs by one letter: `Donald Tump`.
    fn misspelt(&self, words: &[String], names: &Names) -> Option<ActorNumber> {
        let (last, given) = words.split_last()?;
        if given.is_empty() || last.chars().count() < 4 {
            return None;
        }
        let bearers = names.persons.get(given.first()?)?;
        bearers.iter().copied().find(|&number| {
            let known: Vec<String> = self.members[number].name.split_whitespace().map(normalize).collect();
            known
                .split_last()
                .is_some_and(|(surname, others)| others == given && is_one_letter_off(surname, last))
        })
    }

    fn add(&mut self, kind: ActorKind, name: String, country: Option<Country>) -> ActorNumber {
        self.members.push(Member {
            kind,
            name,
            aliases: Vec::new(),
            is_outlet: false,
            country,
            offices: Vec::new(),
            gender: Gender::Either,
            mentions: Vec::new(),
        });
        self.members.len() - 1
    }

    fn join(&mut self, number: ActorNumber, mention: usize, name: &str) {
        self.actor[mention] = Some(number);
        let member = &mut self.members[number];
        if member.mentions.last() != Some(&mention) {
            member.mentions.push(mention);
        }
        if member.kind == ActorKind::Person
            && !is_royal(name)
            && name.split_whitespace().count() > member.name.split_whitespace().count()
        {
            let shorter = std::mem::replace(&mut member.name, name.to_owned());
            if !member.aliases.contains(&shorter) {
                member.aliases.push(shorter);
            }
        } else if is_shouted(&member.name) && !is_shouted(name) && normalize(&member.name) == normalize(name)
        {
            // "ADA OBI" of a headline.
            let shouted = std::mem::replace(&mut member.name, name.to_owned());
            member.aliases.push(shouted);
        } else if member.name != name && !member.aliases.iter().any(|alias| alias == name) {
            member.aliases.push(name.to_owned());
        }
    }
}

/// What an honorific before the name tells, else what the given name does.
fn gender(text: &Text<'_>, mention: &Mention) -> Gender {
    let words = mention.words(text);
    let title = words.get(mention.tokens.start..mention.name.start).unwrap_or_default();
    let told = title.iter().filter_map(|word| gazetteer::honorific(word.trim_end_matches('.')));
    let given = (mention.name.len() > 1).then(|| words.get(mention.name.start).copied()).flatten();
    told.chain(given.and_then(gazetteer::given_name))
        .find(|&gender| gender != Gender::Either)
        .unwrap_or(Gender::Either)
}

#[derive(Default)]
struct Names {
    persons: HashMap<String, Vec<ActorNumber>>,
    /// Those of one name, the one told of last behind the others.
    organizations: HashMap<String, Vec<ActorNumber>>,
    unnamed: HashMap<(String, Option<Country>), ActorNumber>,
    /// Those without a name of whom more is told than what they are: "an official in Brussels".
    told: HashSet<ActorNumber>,
    /// The single names whose bearers speak somewhere.
    speaking: HashSet<String>,
}

impl Names {
    /// Notes that an organisation of a name is the one told of last.
    fn told_of(&mut self, name: String, organization: ActorNumber) {
        let bearers = self.organizations.entry(name).or_default();
        bearers.retain(|&other| other != organization);
        bearers.push(organization);
    }

    /// Whether someone bears the name.
    fn bears(&self, name: &str) -> bool {
        self.persons.contains_key(&normalize(name))
    }

    /// The only person in whose name a style stands: "Marchese Spinabella", "Rifaat Pasha".
    fn styled(&self, style: &str) -> Option<ActorNumber> {
        match self.persons.get(&normalize(style)).map(Vec::as_slice) {
            Some(&[only]) => Some(only),
            _ => None,
        }
    }
}

/// The words of a name, and the parts of those with a hyphen: "Silva-Gomez" is told of as "Silva", too.
fn name_words(name: &str) -> Vec<String> {
    let parts = |word: &str| -> Vec<String> {
        let mut all = vec![normalize(word)];
        if word.contains('-') {
            all.extend(word.split('-').map(normalize).filter(|part| part.chars().count() > 2));
        }
        all
    };
    name.split_whitespace().flat_map(parts).filter(|word| !word.is_empty()).collect()
}

/// Whether one letter put in, left out or changed makes one word of the other.
fn is_one_letter_off(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    match long.len() - short.len() {
        0 => short.get(same + 1..) == long.get(same + 1..),
        1 => short.get(same..) == long.get(same + 1..),
        _ => false,
    }
}

/// Whether the words stand in the other list in this order; an initial stands for any name it begins.
fn is_part(words: &[String], all: &[String]) -> bool {
    let same = |word: &String, other: &String| {
        word == other
            || word.chars().count() <= 2 && other.starts_with(word.as_str())
            || other.chars().count() <= 2 && word.starts_with(other.as_str())
    };
    let whole = words.iter().filter(|word| word.chars().count() > 2).any(|word| all.contains(word));
    let mut rest = all.iter();
    whole && words.iter().all(|word| rest.any(|other| same(word, other)))
}

/// A name without its article: `Security Council` of `the Security Council`.
fn bare(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}

/// Whether a word before a name can be a title in short, and is no given name: "USEC".
fn is_short_title(word: &str) -> bool {
    const LONGEST: usize = 5;
    is_shouted(word) && word.chars().count() <= LONGEST && gazetteer::given_name(word).is_none()
}

/// Whether a name is in capitals.
fn is_shouted(name: &str) -> bool {
    name.chars().count() > 1 && name.chars().all(|c| c.is_uppercase() || matches!(c, ' ' | '-' | '.' | '\''))
}
