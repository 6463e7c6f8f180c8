//! Words cut finer than tokens: `12-14` is a number, a dash and a number; `16th` one ordinal.
//!
//! It makes the grammar independent of how the tokenizer treats hyphens, full stops and clitics. It must
//! not know grammar. Invariant: atoms stand in the order of their tokens.

use super::vocabulary::{self, Meaning};

/// The smallest thing the grammar of dates looks at.
#[derive(Debug)]
pub(super) struct Atom {
    /// The token it is cut from.
    pub(super) token: usize,
    /// Whether nothing stands between it and the atom before in the same token.
    pub(super) glued: bool,
    /// Its letters in lower case, its digits, or its mark; dashes are `-`, apostrophes `'`.
    pub(super) text: String,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// What it can mean.
    pub(super) meaning: Meaning,
}

/// The atoms of a sentence.
#[derive(Debug)]
pub(super) struct Atoms(Vec<Atom>);

impl Atoms {
    /// Cuts tokens into atoms.
    pub(super) fn read(words: &[&str]) -> Self {
        let mut atoms = Vec::with_capacity(words.len() + words.len() / 4);
        for (token, word) in words.iter().enumerate() {
            cut(word, token, &mut atoms);
        }
        for index in 0..atoms.len() {
            if !is_number(&atoms, index) {
                atoms[index].meaning = Meaning::Nothing;
            }
        }
        Self(atoms)
    }

    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<&Atom> {
        self.0.get(index)
    }

    /// The text of an atom; nothing beyond the end.
    pub(super) fn text(&self, index: usize) -> &str {
        self.0.get(index).map_or("", |atom| atom.text.as_str())
    }

    /// The text of the atom so many places before another; nothing beyond the start.
    pub(super) fn before(&self, index: usize, places: usize) -> &str {
        index.checked_sub(places).map_or("", |earlier| self.text(earlier))
    }

    pub(super) fn meaning(&self, index: usize) -> Meaning {
        self.0.get(index).map_or(Meaning::Nothing, |atom| atom.meaning)
    }

    pub(super) fn capital(&self, index: usize) -> bool {
        self.0.get(index).is_some_and(|atom| atom.capital)
    }

    pub(super) fn glued(&self, index: usize) -> bool {
        self.0.get(index).is_some_and(|atom| atom.glued)
    }

    /// Whether an atom's text is one of these.
    pub(super) fn is(&self, index: usize, texts: &[&str]) -> bool {
        let text = self.text(index);
        !text.is_empty() && texts.contains(&text)
    }

    /// Whether the atom just before is one of these.
    pub(super) fn follows(&self, index: usize, texts: &[&str]) -> bool {
        let text = self.before(index, 1);
        !text.is_empty() && texts.contains(&text)
    }

    /// The first index at or behind `index` that is not one of these words.
    pub(super) fn skip(&self, index: usize, texts: &[&str]) -> usize {
        if self.is(index, texts) { index + 1 } else { index }
    }

    /// A number of one or two digits from 1 to 31, as a day.
    pub(super) fn day_number(&self, index: usize) -> Option<i8> {
        match self.meaning(index) {
            Meaning::Number(value @ 1..=31, 1 | 2) => i8::try_from(value).ok(),
            _ => None,
        }
    }

    /// A day as `16` or `16th`.
    pub(super) fn day(&self, index: usize) -> Option<i8> {
        match self.meaning(index) {
            Meaning::Ordinal { day: day @ 1..=31, spelled: false } => Some(day),
            _ => self.day_number(index),
        }
    }

    /// A number of four digits that can be a year, and is no time of day.
    pub(super) fn year(&self, index: usize) -> Option<i16> {
        match self.meaning(index) {
            Meaning::Number(value @ 1000..=2199, 4) if !self.is_clock(index, value) => {
                i16::try_from(value).ok()
            }
            _ => None,
        }
    }

    /// Whether four digits are a time of day: "22 Oct., 1400 gmt", and at the head of an item "22 Oct., 1700: the ministers".
    fn is_clock(&self, index: usize, value: u16) -> bool {
        const UNITS: &[&str] = &["gmt", "utc", "hours", "hrs", "hrs.", "local", "z"];
        let modern = value < 1900 && self.is(index + 1, &[":"]) && index > 0 && self.is(index - 1, &[","]);
        value % 100 < 60
            && value < 2400
            && (modern || UNITS.contains(&self.text(index + 1).to_lowercase().as_str()))
    }

    /// A month, spelled with a capital.
    pub(super) fn month(&self, index: usize) -> Option<(i8, bool)> {
        match self.meaning(index) {
            Meaning::Month { month, short } if self.capital(index) => Some((month, short)),
            _ => None,
        }
    }

    /// The index behind a month, with the full stop of its abbreviation.
    pub(super) fn behind_month(&self, index: usize) -> usize {
        let stop = self.text(index + 1) == "." && self.text(index).len() <= 4;
        if stop && (self.glued(index + 1) || self.day(index + 2).is_some() || self.year(index + 2).is_some())
        {
            index + 2
        } else {
            index + 1
        }
    }

    /// The token of an atom.
    pub(super) fn token(&self, index: usize) -> usize {
        self.0.get(index).map_or(0, |atom| atom.token)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Other,
}

fn class(c: char) -> Class {
    if c.is_ascii_digit() {
        Class::Digit
    } else if c.is_alphabetic() {
        Class::Letter
    } else {
        Class::Other
    }
}

fn cut(word: &str, token: usize, atoms: &mut Vec<Atom>) {
    if is_dotted(word) {
        let text: String = word.chars().filter(|&c| c != '.').flat_map(char::to_lowercase).collect();
        let capital = word.starts_with(char::is_uppercase);
        atoms.push(Atom { token, glued: false, text, capital, meaning: Meaning::Nothing });
        return;
    }
    let mut rest = word;
    let mut glued = false;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let of = class(first);
        let length = match of {
            Class::Other => first.len_utf8(),
            _ => rest.find(|c| class(c) != of).unwrap_or(rest.len()),
        };
        let (run, behind) = rest.split_at(length);
        rest = behind;
        let (text, meaning) = match of {
            Class::Digit => digits(run, &mut rest),
            Class::Letter => {
                let lower = run.to_lowercase();
                let meaning = vocabulary::meaning(&lower);
                (lower, meaning)
            }
            Class::Other => (mark(first), Meaning::Nothing),
        };
        atoms.push(Atom { token, glued, text, capital: first.is_uppercase(), meaning });
        glued = true;
    }
}

/// `p.m.`, `U.S`: single letters with full stops.
fn is_dotted(word: &str) -> bool {
    let mut letters = 0_usize;
    let mut stops = 0_usize;
    for (index, c) in word.chars().enumerate() {
        match (index % 2, c) {
            (0, c) if c.is_alphabetic() => letters += 1,
            (1, '.') => stops += 1,
            _ => return false,
        }
    }
    letters >= 2 && stops + 1 >= letters
}

/// Digits, and the ending of an ordinal where there is one.
fn digits(run: &str, rest: &mut &str) -> (String, Meaning) {
    let Ok(value) = run.parse::<u16>() else { return (run.to_owned(), Meaning::Nothing) };
    if value <= 31 {
        for ending in ["st", "nd", "rd", "th"] {
            if let Some(head) = rest.get(..2)
                && head.eq_ignore_ascii_case(ending)
                && !rest[2..].starts_with(char::is_alphanumeric)
            {
                *rest = &rest[2..];
                // Not more than 31.
                let day = value as i8;
                return (format!("{run}{ending}"), Meaning::Ordinal { day, spelled: false });
            }
        }
    }
    // A u16 has five digits at most, but zeros may stand before it.
    (run.to_owned(), Meaning::Number(value, u8::try_from(run.len()).unwrap_or(u8::MAX)))
}

fn mark(c: char) -> String {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '−' => "-".to_owned(),
        '’' | 'ʼ' | '‘' => "'".to_owned(),
        _ => c.to_string(),
    }
}

/// Whether an atom that looks like a number stands for itself: not a piece of `1,000`, `F16`, `$24`, `5G`.
fn is_number(atoms: &[Atom], index: usize) -> bool {
    let atom = &atoms[index];
    if !matches!(atom.meaning, Meaning::Number(..) | Meaning::Ordinal { spelled: false, .. }) {
        return true;
    }
    let letters = |atom: &Atom| atom.text.starts_with(char::is_alphabetic);
    let three = |atom: &Atom| atom.text.len() == 3 && atom.text.bytes().all(|byte| byte.is_ascii_digit());
    let before = index.checked_sub(1).map(|before| &atoms[before]);
    if let Some(before) = before {
        let near = atom.glued;
        if near
            && (letters(before)
                || matches!(before.text.as_str(), "$" | "£" | "€" | "¥" | "#" | "№" | "@" | "_"))
        {
            return false;
        }
        if matches!(before.text.as_str(), "$" | "£" | "€" | "¥" | "#" | "№") {
            return false;
        }
        if before.text == "," && three(atom) && (near || before.glued) {
            return false;
        }
    }
    if let Some(after) = atoms.get(index + 1) {
        if after.text == "%" {
            return false;
        }
        if after.glued
            && (after.text == "_"
                || letters(after) && !matches!(after.text.as_str(), "s" | "pm" | "am" | "h" | "bst" | "gmt"))
        {
            return false;
        }
        if after.glued
            && after.text == ","
            && atoms.get(index + 2).is_some_and(|next| next.glued && three(next))
        {
            return false;
        }
    }
    true
}
