//! Mentions: the runs of tokens that name or describe someone or somewhere.
//!
//! A mention says what the words are by themselves (a name under an office, a demonym, an official
//! without a name); whom they mean in this document is for [`cast`](crate::cast). Invariant: the
//! mentions of a sentence do not overlap, save that an office may stand within a described person.

use std::borrow::Cow;
use std::ops::Range;

use rapporteur_schema::Country;

use crate::lexicon::{self, KnownKind};
use crate::text::Text;

mod body;
pub mod capitals;
pub mod chunk;
pub mod described;
pub mod handle;
pub mod owner;
pub mod scan;
pub mod speaker;
pub mod teller;
mod unknown;
pub mod venue;

/// A run of tokens that names or describes.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// The sentence.
    pub sentence: usize,
    /// Whether its tokens are those of the sentence's label (`8 September, Geneva.`, `AMARA OBI:`) and
    /// not of the sentence itself.
    pub in_label: bool,
    /// All its tokens: the name with its title, the description with its article.
    pub tokens: Range<usize>,
    /// The tokens of the bare name, or of the description without its article.
    pub name: Range<usize>,
    /// What the words are.
    pub kind: MentionKind,
    /// The usual name of what a lexicon knows it to be.
    pub known: Option<Cow<'static, str>>,
    /// The country they point to: of a demonym, a capital, a place, the office's state.
    pub country: Option<Country>,
    /// The offices the words give ("foreign minister"), lower case, without their country.
    pub offices: Vec<String>,
    /// Whom or what the office is of, where the words name an organisation and not a state.
    pub of: Option<Range<usize>>,
}

impl Mention {
    /// The bytes of some of its tokens.
    fn bytes(&self, text: &Text<'_>, tokens: &Range<usize>) -> Range<usize> {
        if self.in_label {
            text.label_bytes(self.sentence, tokens.clone())
        } else {
            text.bytes(self.sentence, tokens.clone())
        }
    }

    /// The bytes of all its tokens.
    pub fn range(&self, text: &Text<'_>) -> Range<usize> {
        self.bytes(text, &self.tokens)
    }

    /// The bytes of its bare name.
    pub fn name_range(&self, text: &Text<'_>) -> Range<usize> {
        self.bytes(text, &self.name)
    }

    /// Its bare name as the source has it, small letters given back to a shouted sentence.
    pub fn name<'t>(&self, text: &'t Text<'_>) -> &'t str {
        self.slice(text, &self.name)
    }

    /// Some tokens of what it stands in, as [`name`](Self::name) writes them.
    pub fn slice<'t>(&self, text: &'t Text<'_>, tokens: &Range<usize>) -> &'t str {
        text.cased.get(self.bytes(text, tokens)).unwrap_or_default()
    }

    /// Whether it is a house that its words tell from no other one: "the palace", "the Foreign Ministry".
    pub fn is_plain_house(&self, text: &Text<'_>) -> bool {
        let plain = |word: &str| {
            let small = word.to_lowercase();
            !capitals::is_capitalised(word) || venue::is_house(&small) || lexicon::is_common(&small)
        };
        let house = match self.kind {
            MentionKind::Venue => self.known.is_none(),
            MentionKind::Organization => venue::is_housed(text, self),
            _ => false,
        };
        house && self.name(text).split_whitespace().all(plain)
    }

    /// The words of what it stands in, the sentence or its label.
    pub fn words<'t>(&self, text: &'t Text<'_>) -> Vec<&'t str> {
        if self.in_label { text.label_words(self.sentence) } else { text.words(self.sentence) }
    }
}

/// What the words of a mention are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MentionKind {
    /// A person's name: `Hakan Fidan`, `Mr Mitchell`.
    Person,
    /// A person by office, rank or origin: `the Turkish foreign minister`, `the general`, `the Chilean`.
    Described,
    /// Several persons by office: `the two presidents`, `the leaders of France and Germany`.
    DescribedGroup,
    /// Someone the text does not name: `a senior Turkish official`.
    Unnamed,
    /// A state by its name: `Turkey`, `the USSR`.
    State,
    /// A state's people or government by demonym noun: `the Angolans`.
    People,
    /// A state by an adjective: `Turkish`.
    Adjective,
    /// A city, or the government that sits there.
    City,
    /// A seat of government: `the Kremlin`, `Downing Street`.
    Seat,
    /// A part of a country, or a region across several.
    Region,
    /// A building or ground: `the Independence Palace`.
    Venue,
    /// An organisation.
    Organization,
    /// A news outlet or agency.
    Outlet,
    /// A capitalised name that is none of these: a treaty, a fund, a ship.
    Other,
    /// `he`, `she`, `they`, `we`, `I`.
    Pronoun,
}

impl MentionKind {
    /// Whether the words can stand for a state as one that acts.
    pub const fn is_state_like(self) -> bool {
        matches!(self, Self::State | Self::People | Self::Adjective | Self::City | Self::Seat)
    }

    /// Whether the words can say where something is.
    pub const fn is_place(self) -> bool {
        matches!(self, Self::State | Self::City | Self::Seat | Self::Region | Self::Venue)
    }
}

/// The states of a hyphenated compound; none unless each part is one.
pub fn hyphenated(word: &str) -> Vec<Country> {
    let parts: Vec<&str> = word.split(['-', '–', '‑']).collect();
    // "Bissau-Guinean" is one.
    if parts.len() < 2 || parts.contains(&"Bissau") {
        return Vec::new();
    }
    let countries = parts.iter().map(|part| match *part {
        "Sino" => "CHN".parse().ok(),
        "Franco" => "FRA".parse().ok(),
        "Anglo" => "GBR".parse().ok(),
        "Russo" => "RUS".parse().ok(),
        "Indo" => "IND".parse().ok(),
        part => lexicon::longest(&[part])
            // Two towns make a surname: "Valencia-Holguín".
            .filter(|known| match known.kind {
                KnownKind::State | KnownKind::Adjective | KnownKind::People => true,
                KnownKind::City => lexicon::is_capital(part),
                _ => false,
            })
            .and_then(|known| known.country),
    });
    countries.collect::<Option<Vec<_>>>().unwrap_or_default()
}
