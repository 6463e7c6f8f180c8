//! Dates by number and month: `16 May 2025`, `May 12-14`, `2025-05-16`, `in May`, `1978`, `the 1970s`.
//!
//! It must not know weekdays ([`super::weekday`]) nor what is counted from today ([`super::relative`]).
//! Invariant: a number alone is a date only where a preposition or an article makes it one.

use super::atom::Atoms;
use super::expression::{Expression, Part, Shift};
use super::find::Parsed;
use super::vocabulary::{self, Meaning};

/// `2025-05-16`, `16/5/2025`, `13.05.2021`, `20.xi.92`.
pub(super) fn numeric(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let Meaning::Number(first, digits) = atoms.meaning(at) else { return None };
    let sign = atoms.text(at + 1);
    if !matches!(sign, "-" | "/" | ".") || sign != atoms.text(at + 3) {
        return None;
    }
    if sign != "/" && !(1..=4).all(|next| atoms.glued(at + next)) {
        return None;
    }
    let second = match atoms.meaning(at + 2) {
        Meaning::Number(second, 1 | 2) => i8::try_from(second).ok()?,
        _ if sign == "." => vocabulary::roman_month(atoms.text(at + 2))?,
        _ => return None,
    };
    let Meaning::Number(third, third_digits) = atoms.meaning(at + 4) else { return None };
    if digits == 4 {
        let day = (third_digits <= 2).then(|| i8::try_from(third).ok()).flatten()?;
        return day_of(Some(atoms.year(at)?), second, day, at + 5);
    }
    let first = i8::try_from(first).ok()?;
    let year = match third_digits {
        4 => atoms.year(at + 4)?,
        // Two digits are of this century up to 49, as POSIX has it nearly.
        2 => i16::try_from(third).ok().map(|year| if year >= 50 { 1900 + year } else { 2000 + year })?,
        _ => return None,
    };
    // The day comes first unless it cannot.
    if second > 12 {
        day_of(Some(year), first, second, at + 5)
    } else {
        day_of(Some(year), second, first, at + 5)
    }
}

fn day_of(year: Option<i16>, month: i8, day: i8, end: usize) -> Option<Parsed> {
    is_date(month, day).then(|| Parsed::new(Expression::Day { year, month, day, weekday: None }, end))
}

/// Whether a month can have such a day.
pub(super) const fn is_date(month: i8, day: i8) -> bool {
    let last = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    day >= 1 && day <= last
}

/// `16 May 2025`, `the 16th of May`, `12-14 May`, `3, 5 and 7 March`, `the 24th`.
pub(super) fn day_first(atoms: &Atoms, at: usize) -> Option<Parsed> {
    if atoms.text(at) == "the" {
        return day_first(atoms, at + 1)
            .filter(|_| atoms.text(at + 1) != "the")
            .or_else(|| day_alone(atoms, at + 1));
    }
    if atoms.before(at, 1) == "-"
        && atoms.glued(at)
        && atoms.day(at).is_some()
        && atoms.day(at.wrapping_sub(2)).is_some()
    {
        return None;
    }
    let day = match atoms.meaning(at) {
        Meaning::Ordinal { day, spelled: true } if atoms.text(at + 1) == "of" => day,
        _ => atoms.day(at)?,
    };
    if let Some((month, end)) = month_behind(atoms, at + 1) {
        if !is_date(month, day) || is_name(atoms, end) {
            return None;
        }
        let (year, end) = year_behind(atoms, end);
        return Some(Parsed::new(Expression::Day { year, month, day, weekday: None }, end));
    }
    day_of_list(atoms, at, day)
}

/// The days of a list whose month comes last: the range of two, or the first of them alone.
fn day_of_list(atoms: &Atoms, at: usize, day: i8) -> Option<Parsed> {
    let mut next = at + 1;
    let mut days = vec![day];
    let mut whole = true;
    while days.len() < 6 {
        let connector = atoms.text(next);
        if !matches!(connector, "-" | "to" | "and" | "until" | "," | "or" | "&" | "/") {
            return None;
        }
        let between = connector == "and" && atoms.before(at, 1) == "between";
        next = atoms.skip(next + 1, &["and", "the"]);
        let another = atoms.day(next)?;
        let previous = *days.last()?;
        whole &= matches!(connector, "-" | "to" | "until") || between || another == previous + 1;
        days.push(another);
        next += 1;
        if let Some((month, end)) = month_behind(atoms, next) {
            if days.iter().any(|&day| !is_date(month, day)) || is_name(atoms, end) {
                return None;
            }
            let (year, end) = year_behind(atoms, end);
            let date = |day| Expression::Day { year, month, day, weekday: None };
            let last = *days.last()?;
            return Some(if whole && day < last {
                Parsed::new(Expression::Range { from: Box::new(date(day)), to: Box::new(date(last)) }, end)
            } else {
                Parsed::new(date(day), at + 1)
            });
        }
    }
    None
}

/// A month behind a day, past `of`, `-` or a full stop, and the index behind it.
fn month_behind(atoms: &Atoms, at: usize) -> Option<(i8, usize)> {
    let of = atoms.skip(at, &["of", "-", ",", "/", "."]);
    let of = if atoms.text(at) == "day" && atoms.text(at + 1) == "of" { at + 2 } else { of };
    let (month, _) = atoms.month(of)?;
    // `24, May told reporters`: a comma parts them unless a year shows that it is a date.
    if atoms.text(at) == "," && atoms.year(of + 1).is_none() {
        return None;
    }
    Some((month, atoms.behind_month(of)))
}

/// A year behind a month or a day, past a comma or `of`.
pub(super) fn year_behind(atoms: &Atoms, at: usize) -> (Option<i16>, usize) {
    let next = if atoms.is(at, &[",", "of", "-", "/"]) { at + 1 } else { at };
    match atoms.year(next) {
        // `2 May 1700 GMT` is an hour.
        Some(_) if super::clock::is_zone(atoms, next + 1) || atoms.is(next + 1, &["hours", "hrs"]) => {
            (None, at)
        }
        Some(year) if !(atoms.text(at) == "," && is_counted(atoms, next + 1)) => (Some(year), next + 1),
        _ => (None, at),
    }
}

/// `the 24th`: a day whose month is the reader's to know.
fn day_alone(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let Meaning::Ordinal { day: day @ 1..=31, spelled: false } = atoms.meaning(at) else { return None };
    let lead = atoms.before(at, 2);
    let lead_weekday = at >= 2 && matches!(atoms.meaning(at - 2), Meaning::Weekday { .. });
    let leads = [
        "on", "by", "until", "till", "since", "from", "before", "after", "between", "to", "through", "and",
        "for", "of", "-", "till", "or",
    ];
    if !leads.contains(&lead) && !lead_weekday {
        return None;
    }
    if lead == "of"
        && !atoms.is(at.wrapping_sub(3), &["morning", "night", "evening", "afternoon", "eve", "as", "day"])
    {
        return None;
    }
    if atoms.text(at + 1) == "of" {
        let shift = match (atoms.text(at + 2), atoms.text(at + 3)) {
            ("this", "month") => Shift::This,
            ("last", "month") => Shift::Last,
            ("next", "month") => Shift::Next,
            ("the" | "that", "month") => return Some(alone(day, Shift::Bare, at + 4)),
            _ => return None,
        };
        return Some(alone(day, shift, at + 4));
    }
    is_end(atoms, at + 1).then(|| alone(day, Shift::Bare, at + 1))
}

const fn alone(day: i8, shift: Shift, end: usize) -> Parsed {
    Parsed::new(Expression::DayOfMonth { day, weekday: None, shift }, end)
}

/// Whether what stands here cannot be the noun of an ordinal or number before it.
pub(super) fn is_end(atoms: &Atoms, at: usize) -> bool {
    let Some(atom) = atoms.get(at) else { return true };
    if atom.text == "-"
        && atom.glued
        && atoms.glued(at + 1)
        && !matches!(atoms.meaning(at + 1), Meaning::Ordinal { .. })
    {
        return false;
    }
    !atom.text.starts_with(char::is_alphanumeric) || is_function_word(&atom.text)
}

fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "or"
            | "but"
            | "to"
            | "in"
            | "at"
            | "on"
            | "by"
            | "of"
            | "for"
            | "from"
            | "with"
            | "without"
            | "after"
            | "before"
            | "until"
            | "till"
            | "when"
            | "where"
            | "while"
            | "that"
            | "which"
            | "who"
            | "as"
            | "because"
            | "if"
            | "is"
            | "was"
            | "are"
            | "were"
            | "will"
            | "would"
            | "has"
            | "have"
            | "had"
            | "did"
            | "he"
            | "she"
            | "it"
            | "they"
            | "we"
            | "i"
            | "the"
            | "a"
            | "an"
            | "this"
            | "his"
            | "her"
            | "their"
            | "its"
            | "there"
            | "through"
            | "under"
            | "over"
            | "between"
            | "despite"
            | "during"
            | "since"
            | "may"
            | "can"
            | "could"
            | "should"
            | "must"
            | "not"
            | "said"
            | "says"
            | "then"
            | "than"
            | "once"
            | "so"
            | "though"
            | "although"
            | "into"
            | "about"
            | "also"
            | "just"
            | "only"
            | "both"
            | "never"
            | "whether"
            | "came"
            | "broke"
            | "ended"
            | "met"
            | "followed"
            | "following"
            | "showed"
            | "brought"
            | "s"
            | "marked"
            | "aboard"
            | "inside"
            | "near"
    )
}

/// Whether a number of four digits before this counts things and is no year.
fn is_counted(atoms: &Atoms, at: usize) -> bool {
    matches!(
        atoms.text(at),
        "people"
            | "troops"
            | "soldiers"
            | "prisoners"
            | "men"
            | "women"
            | "children"
            | "civilians"
            | "refugees"
            | "dollars"
            | "euros"
            | "pounds"
            | "roubles"
            | "homes"
            | "houses"
            | "villages"
            | "cases"
            | "tonnes"
            | "tons"
            | "barrels"
            | "miles"
            | "km"
            | "kilometres"
            | "kilometers"
            | "metres"
            | "meters"
            | "feet"
            | "acres"
            | "hectares"
            | "delegates"
            | "members"
            | "seats"
            | "votes"
            | "rifles"
            | "hours"
            | "others"
            | "square"
            | "cubic"
            | "million"
            | "billion"
            | "percent"
            | "per"
            | "inmates"
            | "captives"
            | "detainees"
            | "days"
            | "police"
            | "workers"
            | "families"
            | "documents"
            | "words"
            | "passengers"
            | "ships"
            | "tanks"
            | "of"
    ) || matches!(atoms.text(at), "dead" | "wounded" | "injured")
}

/// Whether a date here names a movement, a street or the like: `the March 23 Movement`.
fn is_name(atoms: &Atoms, at: usize) -> bool {
    atoms.capital(at)
        && matches!(
            atoms.text(at),
            "movement"
                | "front"
                | "brigade"
                | "brigades"
                | "group"
                | "street"
                | "avenue"
                | "square"
                | "bridge"
                | "revolution"
                | "university"
                | "stadium"
                | "forces"
                | "committee"
                | "party"
                | "boulevard"
                | "hospital"
        )
}

/// `May 16, 2025`, `Nov. 18`, `May 12-14`, `June 10 to 14, 1977`, `May 2025`, `in May`.
pub(super) fn month_first(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let (month, short) = atoms.month(at)?;
    let behind = atoms.behind_month(at);
    let the = atoms.skip(behind, &["the"]);
    if let Some(day) = atoms.day(the).filter(|&day| is_date(month, day))
        && !is_clock(atoms, the)
    {
        if is_name(atoms, the + 1) {
            return None;
        }
        return Some(days_of_month(atoms, month, day, the));
    }
    let (year, end) = year_behind(atoms, behind);
    if year.is_some() && !(atoms.text(behind) == "," && short) {
        return Some(month_of(year, month, end));
    }
    is_month(atoms, at, behind, short).then(|| month_of(None, month, behind))
}

const fn month_of(year: Option<i16>, month: i8, end: usize) -> Parsed {
    Parsed::new(Expression::Month { year, month, part: Part::Whole, shift: Shift::Bare }, end)
}

fn is_clock(atoms: &Atoms, at: usize) -> bool {
    matches!(atoms.text(at + 1), ":" | ".")
        && matches!(atoms.meaning(at + 2), Meaning::Number(0..=59, 2))
        && atoms.glued(at + 1)
}

/// One day behind a month, or the range that begins there.
fn days_of_month(atoms: &Atoms, month: i8, day: i8, at: usize) -> Parsed {
    let date = |year, day| Expression::Day { year, month, day, weekday: None };
    let connector = atoms.text(at + 1);
    let next = atoms.skip(at + 2, &["the"]);
    if matches!(connector, "-" | "to" | "and" | "until" | "through" | "&" | "/")
        && let Some(last) = atoms.day(next).filter(|&last| last > day && is_date(month, last))
        && month_behind(atoms, next + 1).is_none()
        && !is_clock(atoms, next)
        && atoms.text(next + 1) != "%"
    {
        let lead =
            if atoms.before(at, 2) == "between" || atoms.before(at, 3) == "between" { "between" } else { "" };
        let (year, end) = year_behind(atoms, next + 1);
        if connector != "and" || last == day + 1 || lead == "between" {
            let (from, to) = (Box::new(date(year, day)), Box::new(date(year, last)));
            return Parsed::new(Expression::Range { from, to }, end);
        }
    }
    let (year, end) = year_behind(atoms, at + 1);
    Parsed::new(date(year, day), end)
}

/// Whether a month that stands alone is one, and not a name or a verb.
fn is_month(atoms: &Atoms, at: usize, behind: usize, short: bool) -> bool {
    if short && atoms.text(at + 1) != "." {
        return false;
    }
    let text = atoms.text(at);
    // A name goes on with a capital: `June Smith`, `April Jones`; the march goes on `on Washington`.
    let named = atoms.capital(behind)
        && !matches!(atoms.meaning(behind), Meaning::Month { .. } | Meaning::Weekday { .. })
        && behind == at + 1;
    if named && !matches!(atoms.before(at, 1), "in" | "since" | "until" | "by" | "last" | "next" | "this") {
        return false;
    }
    if text == "march" && matches!(atoms.text(behind), "on" | "for" | "against" | "of") {
        return false;
    }
    match atoms.before(at, 1) {
        "in" | "since" | "until" | "till" | "last" | "next" | "this" | "early" | "mid" | "late"
        | "during" | "through" | "throughout" | "before" | "after" | "by" | "between" | "previous"
        | "following" | "that" => true,
        "from" | "to" | "for" => true,
        "-" => {
            at >= 2 && atoms.is(at - 2, &["mid", "early", "late", "pre", "post"]) || is_month_list(atoms, at)
        }
        "of" => {
            let head = atoms.before(at, 2);
            is_part_noun(head)
                || at >= 2 && matches!(atoms.meaning(at - 2), Meaning::Ordinal { .. } | Meaning::Unit(_))
        }
        "and" | "or" | "," => is_month_list(atoms, at),
        "a" | "an" | "the" | "its" | "their" | "his" | "her" | "our" => {
            text != "may"
                && atoms
                    .get(behind)
                    .is_some_and(|next| !next.capital && next.text.starts_with(char::is_alphabetic))
                && !matches!(atoms.text(behind), "on" | "for" | "against")
                || text == "may"
                    && atoms.is(behind, &["meeting", "talks", "round", "session", "summit", "conference"])
        }
        _ => text != "may" && text != "march" && is_possessive_time(atoms, behind),
    }
}

/// `in June and July`, `April, May and June`: another month stands two places before.
fn is_month_list(atoms: &Atoms, at: usize) -> bool {
    at >= 2 && atoms.month(at - 2).is_some()
}

fn is_part_noun(word: &str) -> bool {
    matches!(
        word,
        "end"
            | "beginning"
            | "start"
            | "middle"
            | "half"
            | "month"
            | "close"
            | "week"
            | "days"
            | "part"
            | "weeks"
            | "rest"
    )
}

/// `June's summit`.
fn is_possessive_time(atoms: &Atoms, at: usize) -> bool {
    atoms.text(at) == "'"
        && atoms.text(at + 1) == "s"
        && atoms.is(
            at + 2,
            &["meeting", "talks", "round", "session", "summit", "conference", "election", "vote", "deal"],
        )
}

/// `1970s`, `the seventies`.
pub(super) fn decade(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let of = |year, end| Parsed::new(Expression::Decade { year, part: Part::Whole }, end);
    if let Some(year) = atoms.year(at)
        && year % 10 == 0
    {
        let mark = atoms.skip(at + 1, &["'"]);
        return (atoms.text(mark) == "s" && atoms.glued(at + 1)).then(|| of(year, mark + 1));
    }
    let year = match atoms.text(at) {
        "sixties" => 1960,
        "seventies" => 1970,
        "eighties" => 1980,
        "nineties" => 1990,
        _ => return None,
    };
    (atoms.is(at.wrapping_sub(1), &["the", "early", "late", "mid"]) || atoms.before(at, 2) == "nineteen")
        .then(|| of(year, at + 1))
}

/// `1978`, where a preposition makes it a year; `1978-79`.
pub(super) fn year(atoms: &Atoms, at: usize) -> Option<Parsed> {
    let year = atoms.year(at)?;
    if atoms.is(at + 1, &["-", "."])
        && atoms.glued(at + 1)
        && !matches!(atoms.meaning(at + 2), Meaning::Number(..))
    {
        return None;
    }
    if is_counted(atoms, at + 1) || super::clock::is_zone(atoms, at + 1) {
        return None;
    }
    let likely = (1700..=2100).contains(&year);
    let ends = is_end(atoms, at + 1) || atoms.text(at + 1) == "-" && atoms.year(at + 2).is_some();
    let lead = atoms.before(at, 1);
    let plausible = match lead {
        "in" | "since" | "during" | "until" | "till" | "early" | "late" | "year" => true,
        "by" | "before" | "after" | "of" | "from" | "to" | "between" | "through" | "for" | "and" => {
            likely && ends
        }
        "mid" | "-" => {
            likely && (at < 2 || !atoms.is(at - 2, &["resolution", "no"])) && is_year_dash(atoms, at)
        }
        "(" => likely && atoms.is(at + 1, &[")", "-", ","]),
        "" => likely && at + 1 == atoms.len(),
        "," => {
            likely
                && at + 1 == atoms.len()
                && at >= 2
                && !matches!(atoms.meaning(at - 2), Meaning::Number(..))
        }
        _ => false,
    };
    plausible.then(|| {
        // `1978-79`: the season or the years of that name; its first year stands for it.
        let short = atoms.text(at + 1) == "-"
            && atoms.glued(at + 1)
            && matches!(atoms.meaning(at + 2), Meaning::Number(next, 2) if i32::from(next) == i32::from(year + 1) % 100);
        let first = Expression::Year { year, part: Part::Whole };
        if short {
            let to = Box::new(Expression::Year { year: year + 1, part: Part::Whole });
            Parsed::new(Expression::Range { from: Box::new(first), to }, at + 3)
        } else {
            Parsed::new(first, at + 1)
        }
    })
}

/// Whether a dash before a year belongs to it: `mid-1978`, `1975-1978`.
fn is_year_dash(atoms: &Atoms, at: usize) -> bool {
    atoms.before(at, 1) == "mid"
        || at >= 2 && (atoms.is(at - 2, &["mid", "early", "late"]) || atoms.year(at - 2).is_some())
}
