//! Chunks: a sentence's tokens labelled by the lexicons and by their capitals, from left to right.
//!
//! Knows words, not sentences: what a run of capitals is when no lexicon has it, the grammar of
//! persons decides in [`scan`](super::scan).

use std::ops::Range;

use std::borrow::Cow;

use rapporteur_schema::Country;

use super::body::body;
use super::capitals::{is_all_upper, is_capitalised, is_initial, is_particle, is_word};
use crate::UserLexicon;
use crate::lexicon::{self, Known, KnownKind};

/// A labelled run of tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Chunk {
    /// The tokens.
    pub tokens: Range<usize>,
    /// The label.
    pub kind: ChunkKind,
    /// The country a known name points to.
    pub country: Option<Country>,
    /// The usual name of what a known name means.
    pub name: Option<Cow<'static, str>>,
}

/// The labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChunkKind {
    /// `Mr`, `Dr`, `Sir`.
    Honorific,
    /// An office, rank or calling: `foreign minister`, `General`.
    Office,
    /// A name some lexicon has.
    Known(KnownKind),
    /// A run of capitals no lexicon has, and which by its last word is no organisation, venue or treaty.
    Capitals,
}

/// What the looks of a sentence make of its capitals.
#[derive(Clone, Copy)]
struct Looks {
    /// Whether capitals mean little.
    headline: bool,
    /// Whether it is a headline in capitals.
    shouted: bool,
}

/// Labels the words of a sentence. `headline` says that capitals mean little here.
/// `user` goes before the lexicons.
pub fn chunks(words: &[&str], headline: bool, user: &UserLexicon) -> Vec<Chunk> {
    let mut found: Vec<Chunk> = Vec::new();
    let looks = Looks { headline, shouted: is_shouted(words) };
    let mut at = 0;
    while at < words.len() {
        let chunk = added(words, at, user).or_else(|| next(words, at, found.last(), looks));
        match chunk {
            Some(chunk) => {
                at = chunk.tokens.end;
                found.push(chunk);
            }
            None => at += 1,
        }
    }
    found
}

/// What a user's lexicon knows of the words.
fn added(words: &[&str], at: usize, user: &UserLexicon) -> Option<Chunk> {
    let chunk = |length, kind, country, name| Chunk { tokens: at..at + length, kind, country, name };
    if let Some(Known { length, kind, name, country, .. }) =
        user.longest(&words[at..]).filter(|_| is_capitalised(words[at]))
    {
        return Some(chunk(length, ChunkKind::Known(kind), country, Some(name)));
    }
    if let Some(length) = user.office(&words[at..]) {
        return Some(chunk(length, ChunkKind::Office, None, None));
    }
    user.is_honorific(words[at]).then(|| chunk(1, ChunkKind::Honorific, None, None))
}

fn next(words: &[&str], at: usize, before: Option<&Chunk>, looks: Looks) -> Option<Chunk> {
    let Looks { headline, shouted } = looks;
    let word = words[at];
    let follows = |kind| before.is_some_and(|b| b.tokens.end == at && b.kind == kind);
    let titled =
        follows(ChunkKind::Honorific) || (follows(ChunkKind::Office) && is_capitalised(words[at - 1]));
    let names_next =
        words.get(at + 1).is_some_and(|next| is_capitalised(next) && !lexicon::is_calendar(next));
    // "Brigadier Sunday Ogbe": a day is also a given name.
    let calendar = lexicon::is_calendar(word) && !(titled && names_next);
    if !is_word(word) || calendar || matches!(word, "'S" | "’S") {
        return None;
    }
    // "Ada Obi MP": what a name is followed by is none.
    if follows(ChunkKind::Capitals) && POSTNOMINALS.contains(&word) {
        return None;
    }
    let preposition = PREPOSITIONS.iter().any(|one| one.eq_ignore_ascii_case(word));
    // "20:15 From Kiev:"
    let timed = at == 1 && words[0].starts_with(|c: char| c.is_ascii_digit());
    if preposition && (shouted || timed || starts_sentence(words, at)) {
        return None;
    }
    // "Frau von Rechberg": behind a title a particle begins the name.
    let capital = is_capitalised(word)
        || is_particle(word)
            && (word.contains(['-', '’', '\'']) || follows(ChunkKind::Honorific) && names_next);
    // "M. K. Rao": an initial, and no "Monsieur".
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let initial = letters == 1 && words.get(at + 1).is_some_and(|next| is_initial(next));
    // "Sri Lanka" is a state, and no lady.
    let state = || lexicon::longest(&words[at..]).is_some_and(|k| k.length > 1 && k.kind == KnownKind::State);
    // "Spokesman Ma Yong-sik", "State Secretary Maj Lund": a name, where one name stands behind it and an office before.
    let named = matches!(word, "Ma" | "Ko" | "Pak" | "Maj")
        && names_next
        && words.get(at + 2).is_none_or(|word| !is_capitalised(word))
        && (follows(ChunkKind::Office) || words[at + 1].contains('-'));
    if capital
        && lexicon::is_honorific(word)
        && !named
        && !state()
        && !initial
        && words.get(at + 1).is_some_and(|w| is_capitalised(w) || is_particle(w))
    {
        return Some(Chunk { tokens: at..at + 1, kind: ChunkKind::Honorific, country: None, name: None });
    }
    // "Dato' Seri Azmin": the style is printed with an apostrophe.
    if matches!(word, "Dato" | "Datu") && matches!(words.get(at + 1), Some(&("'" | "’"))) {
        let more = usize::from(matches!(words.get(at + 2), Some(&("Sri" | "Seri" | "Haji" | "Paduka"))));
        let tokens = at..at + 2 + more;
        return Some(Chunk { tokens, kind: ChunkKind::Honorific, country: None, name: None });
    }
    if let Some(length) = styled(words, at) {
        return Some(Chunk {
            tokens: at..at + length,
            kind: ChunkKind::Honorific,
            country: None,
            name: None,
        });
    }
    // "Germán" is no German.
    let accented =
        |known: &Known| known.kind == KnownKind::Adjective && known.length == 1 && !word.is_ascii();
    let known = if capital { lexicon::longest(&words[at..]).filter(|known| !accented(known)) } else { None };
    if let Some(length) = lexicon::office(&words[at..])
        && known.as_ref().is_none_or(|k| k.length < length || (k.length == length && k.ambiguous))
        && !titled_name(words, at, length, titled)
    {
        return Some(Chunk { tokens: at..at + length, kind: ChunkKind::Office, country: None, name: None });
    }
    if !capital {
        return None;
    }
    if let Some((length, kind)) = body(words, at)
        && !titled
        && !shouted
        && known.as_ref().is_none_or(|known| known.length < length)
    {
        let country = known.and_then(|known| known.country);
        return Some(Chunk { tokens: at..at + length, kind: ChunkKind::Known(kind), country, name: None });
    }
    if let Some(length) = several(words, at).filter(|_| !titled && known.is_none()) {
        return Some(Chunk { tokens: at..at + length, kind: ChunkKind::Office, country: None, name: None });
    }
    if let Some(length) = station(words, at).filter(|_| !titled && known.is_none()) {
        let kind = ChunkKind::Known(KnownKind::Outlet);
        return Some(Chunk { tokens: at..at + length, kind, country: None, name: None });
    }
    // "President of China Jan Lund", "the mayor of Paris Ana Kolar": what somebody holds an office of is
    // not his given name.
    let behind = |between: &[&str]| {
        before.is_some_and(|b| b.kind == ChunkKind::Office && b.tokens.end + 1 == at)
            && between.contains(&words[at - 1])
    };
    if behind(&["of", "for", "to"])
        && let Some(known) = known.as_ref().filter(|known| {
            matches!(known.kind, KnownKind::State | KnownKind::City | KnownKind::Organization)
        })
    {
        return Some(label(words, at, at + known.length, Some(known.clone()), false));
    }
    let end = run_end(words, at, shouted);
    if behind(&["for"])
        && known.is_none()
        && let Some(length) = concern(&words[at..end])
    {
        let kind = ChunkKind::Known(KnownKind::Other);
        return Some(Chunk { tokens: at..at + length, kind, country: None, name: None });
    }
    let length = end - at;
    // "the foreign minister, Gao Wei", "his spokeswoman Hala Merei": a name of two words behind an office is a
    // person's, whatever city has the first.
    let apposed = length == 2 && (follows(ChunkKind::Office) || behind(&[","]));
    let titled = titled
        || apposed && known.as_ref().is_some_and(|known| known.length == 1 && known.kind == KnownKind::City);
    if starts_sentence(words, at)
        && !titled
        && known.is_none()
        && lexicon::is_common(word)
        && (!lexicon::is_given_name(word) || lexicon::is_function_word(word))
    {
        return None;
    }
    if known.is_none() && lexicon::is_common(word) && (headline && length == 1 || !titled && shouted) {
        return None;
    }
    Some(label(words, at, end, known, titled))
}

/// How many words of a run behind "for" are what an office is for, before a name of two: "Under-Secretary-General for
/// Political Affairs Jan Lund".
fn concern(run: &[&str]) -> Option<usize> {
    const NAME: usize = 2;
    let length = run.len().checked_sub(NAME).filter(|&length| length > 0)?;
    let common = |word: &&str| lexicon::is_common(&word.to_lowercase()) && !lexicon::is_given_name(word);
    run[..length].iter().all(common).then_some(length)
}

/// How many words an office of several takes before a name: "Presidents Duarte and Novak", "Prime
/// Ministers Duarte and Novak".
fn several(words: &[&str], at: usize) -> Option<usize> {
    (1..=3).find(|&length| {
        let Some((last, first)) = words.get(at..at + length).and_then(<[&str]>::split_last) else {
            return false;
        };
        let Some(one) = last.strip_suffix('s') else { return false };
        let office: Vec<&str> = first.iter().copied().chain([one]).collect();
        lexicon::office(&office) == Some(length)
            && words
                .get(at + length)
                .is_some_and(|next| is_capitalised(next) && lexicon::office(&[next]).is_none())
    })
}

/// How many words the name of a broadcaster takes: "Radio Baghdad", "Voice of the Mountains".
fn station(words: &[&str], at: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let first = match (words[at], words.get(at + 1), words.get(at + 2)) {
        ("Radio", ..) => 1,
        ("Voice", Some(&"of"), Some(&"the")) => 3,
        ("Voice", Some(&"of"), _) => 2,
        _ => return None,
    };
    let named = |word: &&&str| is_capitalised(word) && is_word(word) && !lexicon::is_calendar(word);
    let name = words.iter().skip(at + first).take(LONGEST).take_while(named).count();
    (name > 0).then_some(first + name)
}

/// How many words a style of address takes: "His Excellency", "Her Royal Highness".
fn styled(words: &[&str], at: usize) -> Option<usize> {
    if !matches!(words[at], "His" | "Her" | "Their" | "his" | "her" | "their") {
        return None;
    }
    let ranked = usize::from(matches!(words.get(at + 1), Some(&("Royal" | "Imperial" | "Serene"))));
    let style = words.get(at + 1 + ranked)?;
    matches!(
        *style,
        "Excellency"
            | "Excellencies"
            | "Majesty"
            | "Majesties"
            | "Highness"
            | "Highnesses"
            | "Holiness"
            | "Eminence"
            | "Beatitude"
            | "Grace"
            | "Lordship"
            | "Honour"
            | "Honor"
    )
    .then_some(2 + ranked)
}

/// Whether an office word is part of the name it follows: `Martin Luther King`, `Bob Marshal`.
fn titled_name(words: &[&str], at: usize, length: usize, titled: bool) -> bool {
    titled
        && length == 1
        && is_capitalised(words[at])
        && !words.get(at + 1).is_some_and(|w| is_capitalised(w))
}

/// What begins a sentence before a name far more often than it is one: "Of Quiroga nothing was heard". (There is a
/// town of that name.)
const PREPOSITIONS: [&str; 9] = ["Of", "In", "On", "To", "At", "By", "For", "With", "From"];

/// Whether a capital here may be owed to the beginning of a sentence, quotation or label.
fn starts_sentence(words: &[&str], at: usize) -> bool {
    at == 0
        || matches!(
            words[at - 1],
            "“" | "\"" | "‘" | "``" | ":" | "." | "?" | "!" | "•" | "…" | "'" | "«" | ";"
        )
}

/// Titles that also stand inside a name: `Abdi Sheikh Nur`, `Gul Agha Noorzai`.
const NAMELIKE: &[&str] = &[
    "Sheikh", "Shaikh", "Haji", "Hajji", "Agha", "Aga", "Khan", "Begum", "Bey", "Pasha", "Sayyid", "Syed",
    "Mullah", "Mir", "Mirza", "Eng", "Ing", "Ir",
];

/// Letters that stand behind a name: of a seat in parliament, an order, a degree.
const POSTNOMINALS: &[&str] = &[
    "MP", "M.P.", "MEP", "MSP", "MLA", "TD", "MdB", "QC", "KC", "SC", "PC", "CBE", "OBE", "MBE", "KBE",
    "DBE", "CMG", "KCMG", "GCMG", "KCVO", "CVO", "PhD", "Ph.D.", "Esq.", "Esq",
];

/// Whether the words are a headline in capitals, where a common word is part of no name: "LUND ENDS VISIT TO PERU".
fn is_shouted(words: &[&str]) -> bool {
    // Fewer may be a name and an office; more are no headline.
    const HEADLINE: std::ops::RangeInclusive<usize> = 6..=40;
    let says = |word: &&&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    HEADLINE.contains(&words.len()) && words.iter().filter(says).all(|word| is_all_upper(word))
}

/// Where the run of capitals that begins at `at` ends: before an office, an honorific, or an
/// adjective of nationality, and never within a particle.
fn run_end(words: &[&str], at: usize, shouted: bool) -> usize {
    let mut end = at + 1;
    while let Some(&word) = words.get(end) {
        let capital = is_capitalised(word) && is_word(word);
        if capital {
            let inner = NAMELIKE.contains(&word) || is_initial(word) && is_initial(words[end - 1]);
            // "In May I flew", but "Hassan I of Morocco": whoever tells it is no part of a name.
            let tells = || {
                words.get(end + 1).is_some_and(|next| *next != "of" && !is_capitalised(next) && is_word(next))
            };
            let stops = lexicon::is_calendar(word)
                || word == "I" && tells()
                // "at the Ministry His Excellency Dr. Rao"
                || matches!(word, "His" | "Her" | "Their" | "Your")
                || POSTNOMINALS.contains(&word)
                || shouted && lexicon::is_common(word)
                || lexicon::is_honorific(word)
                    && !inner
                    && words.get(end + 1).is_some_and(|next| is_capitalised(next))
                || lexicon::office(&words[end..]).is_some_and(|n| {
                    n > 1
                        || !inner && words.get(end + 1).is_some_and(|w| is_capitalised(w))
                        // "appointed Ada Obi Ambassador to Chad"
                        || words.get(end + 1) == Some(&"to")
                })
                || (is_all_upper(word) != is_all_upper(words[at])
                    && word.len() > 3
                    && !is_initial(word)
                    && !is_initial(words[at])
                    && lexicon::longest(&words[end..]).is_some())
                || lexicon::longest(&words[end..]).is_some_and(|k| {
                    k.kind == KnownKind::Adjective
                        && !k.ambiguous
                        && words.get(end + 1).is_some_and(|w| is_capitalised(w))
                });
            if stops {
                break;
            }
            end += 1;
        } else if matches!(word, "uulu" | "kyzy" | "oglu" | "oğlu" | "qizi") {
            // "Sooronbai uulu": what is a son's or a daughter's ends the name, or stands before the next.
            end += 1;
        } else if is_particle(word) && !matches!(word, "e" | "y" | "al" | "el")
            || (is_particle(word)
                && words
                    .get(end + 1)
                    .is_some_and(|w| is_capitalised(w) && lexicon::longest(&words[end + 1..]).is_none()))
        {
            // One or two particles, then a capital: `da Silva`, `de la Cruz`, `van den Berg`.
            let reach = (end + 1..=end + 2).find(|&i| words.get(i).is_some_and(|w| is_capitalised(w)));
            let glued = word.contains(['-', '’', '\'']);
            match reach {
                _ if glued => end += 1,
                Some(capital) if words[end..capital].iter().all(|w| is_particle(w)) => end = capital + 1,
                _ => break,
            }
        } else {
            break;
        }
    }
    end
}

fn label(words: &[&str], at: usize, end: usize, known: Option<Known>, titled: bool) -> Chunk {
    let length = end - at;
    let chunk = |length: usize, kind: ChunkKind, country, name| Chunk {
        tokens: at..at + length,
        kind,
        country,
        name,
    };
    let last = words[end - 1];
    if let Some(known) = &known {
        let whole = known.length >= length;
        if whole && !(titled && (known.ambiguous || known.kind == KnownKind::City)) {
            // `Paris of`, `Jordan said`: an ambiguous name alone is still the place it usually is.
            return chunk(
                known.length,
                ChunkKind::Known(known.kind),
                known.country,
                Some(known.name.clone()),
            );
        }
    }
    if length > 1
        && !titled
        && let Some(kind) = lexicon::kind_by_last_word(last)
    {
        let country = known.as_ref().and_then(|k| k.country);
        return chunk(length, ChunkKind::Known(kind), country, None);
    }
    match known {
        Some(known)
            if !titled
                && !known.ambiguous
                && (known.kind == KnownKind::Adjective || !lexicon::is_given_name(words[at])) =>
        {
            chunk(known.length, ChunkKind::Known(known.kind), known.country, Some(known.name))
        }
        _ => chunk(length, ChunkKind::Capitals, None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preposition_that_begins_a_sentence_is_no_part_of_a_name() {
        let found = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            let first = chunks(&words, false, &UserLexicon::default()).into_iter().next();
            first.map(|chunk| words[chunk.tokens].join(" "))
        };
        assert_eq!(found("Of Quiroga nothing was heard").as_deref(), Some("Quiroga"));
        assert_eq!(found("To Thorkelsson it was clear").as_deref(), Some("Thorkelsson"));
        assert_eq!(found("President To Lam met him").as_deref(), Some("President"));
        assert_eq!(found("the leader , To Lam , came").as_deref(), Some("leader"));
        assert_eq!(found("was told by To Lam").as_deref(), Some("To Lam"));
    }

    #[test]
    fn a_name_in_a_shouted_headline_ends_where_it_says_something() {
        let words: Vec<&str> = "PRESIDENT LEHTOVAARA ENDS VISIT TO POLAND WITH SHIPS".split(' ').collect();
        let found = chunks(&words, true, &UserLexicon::default());
        let found: Vec<String> = found.into_iter().map(|chunk| words[chunk.tokens].join(" ")).collect();
        assert_eq!(&found[..2], ["PRESIDENT", "LEHTOVAARA"]);
        assert!(found.contains(&"POLAND".to_owned()), "{found:?}");
    }
}
