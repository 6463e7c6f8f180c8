//! How many or how much: numbers in figures or words, with what they count.
//!
//! Dates, clock times and years are no quantities. Invariant: a value is finite and not negative.

use rapporteur_schema::Quantity;

const ONES: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const CURRENCIES: [&str; 5] = ["$", "€", "£", "¥", "us$"];
/// What small numbers count that is no measure of an outcome.
const COUNTED: [&str; 25] = [
    "sides",
    "countries",
    "governments",
    "leaders",
    "ministers",
    "delegations",
    "men",
    "women",
    "presidents",
    "parties",
    "states",
    "neighbours",
    "neighbors",
    "foreign",
    "capitals",
    "nations",
    "of",
    "and",
    "in",
    "teams",
    "votes",
    "abstentions",
    "hours",
    "minutes",
    "o'clock",
];

/// What one alone of is a measure: "by one kilometre", "a halt of one year".
const MEASURES: [&str; 9] =
    ["kilometre", "kilometer", "mile", "metre", "year", "month", "week", "per", "tonne"];

/// How many parties there seldom are.
const FEW: f64 = 13.0;

/// The first quantity among words, lower case.
///
/// ```
/// use rapporteur_extract::outcome::quantity::quantity;
///
/// let words: Vec<String> = "freed 1,000 prisoners each".split(' ').map(str::to_owned).collect();
/// let found = quantity(&words).unwrap();
/// assert_eq!((found.value, found.unit.as_deref()), (1000.0, Some("prisoners")));
/// ```
pub fn quantity(words: &[String]) -> Option<Quantity> {
    let mut at = 0;
    while at < words.len() {
        if let Some((value, used)) = number(words, at) {
            if let Some(unit) = measured(words, at, used, value) {
                return Some(Quantity { value, unit });
            }
            at += used;
        } else if let Some((count, unit)) = words[at].split_once('-')
            && let Some(value) = figure(count).or_else(|| small(count))
            && unit.chars().all(char::is_alphabetic)
            && !unit.is_empty()
            && small(unit).is_none()
        {
            return Some(Quantity { value, unit: Some(unit.to_owned()) });
        } else {
            at += 1;
        }
    }
    None
}

/// The unit of a number, or nothing where the number is a date, a year or a count of the parties.
fn measured(words: &[String], at: usize, used: usize, value: f64) -> Option<Option<String>> {
    let next = words.get(at + used).map_or("", String::as_str);
    let before = at.checked_sub(1).map_or("", |before| words[before].as_str());
    let money = CURRENCIES.contains(&before);
    const NUMBERED: [&str; 9] =
        ["resolution", "article", "articles", "paragraph", "no", "number", "chapter", "annex", "protocol"];
    if MONTHS.contains(&next) || MONTHS.contains(&before) || NUMBERED.contains(&before) {
        return None;
    }
    if money {
        let unit = match before {
            "€" => "euros",
            "£" => "pounds",
            "¥" => "yen",
            _ => "dollars",
        };
        return Some(Some(unit.to_owned()));
    }
    let year = (1700.0..2100.0).contains(&value) && !words[at].contains(',') && used == 1;
    let counted = next.chars().all(char::is_alphabetic) && !next.is_empty();
    // "pledged 22 million": of what, the text leaves open.
    let scaled = words[at + 1..at + used].iter().any(|word| scale(word).is_some());
    if scaled
        && (!counted
            || matches!(
                next,
                "over" | "for" | "at" | "in" | "to" | "and" | "of" | "half" | "a" | "from" | "by"
            ))
    {
        return Some(None);
    }
    if year
        || !counted
        || COUNTED.contains(&next) && value < FEW
        || value < 1.0
        || value == 1.0 && !MEASURES.contains(&next)
        || matches!(next, "a" | "p" | "am" | "pm" | "the" | "to" | "on" | "at")
    {
        return None;
    }
    // "five thousand cubic metres": the noun is the last word before a preposition or mark.
    let adjective = matches!(
        next,
        "cubic"
            | "square"
            | "us"
            | "american"
            | "captured"
            | "canadian"
            | "political"
            | "more"
            | "military"
            | "humanitarian"
    );
    let unit = if adjective { words.get(at + used + 1).map_or(next, String::as_str) } else { next };
    Some(Some(unit.to_owned()))
}

/// The number that begins at a word, and how many words it takes.
fn number(words: &[String], at: usize) -> Option<(f64, usize)> {
    let first = words[at].as_str();
    let (mut value, mut used) = match figure(first).or_else(|| small(first)) {
        Some(value) => (value, 1),
        None if matches!(first, "a" | "several")
            && words.get(at + 1).is_some_and(|next| scale(next).is_some()) =>
        {
            (1.0, 1)
        }
        None => return None,
    };
    if first == "several" {
        return None;
    }
    let mut scaled = false;
    while let Some(factor) = words.get(at + used).and_then(|word| scale(word)) {
        value *= factor;
        used += 1;
        scaled = true;
    }
    if scaled
        && let Some(rest) =
            words.get(at + used + 1).filter(|_| words[at + used] == "and").and_then(|word| small(word))
    {
        value += rest;
        used += 2;
    }
    (value.is_finite() && value >= 0.0).then_some((value, used))
}

fn figure(word: &str) -> Option<f64> {
    if !word.starts_with(|c: char| c.is_ascii_digit())
        || !word.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    {
        return None;
    }
    word.replace(',', "").parse().ok()
}

fn small(word: &str) -> Option<f64> {
    if let Some(value) = ONES.iter().position(|&name| name == word) {
        return Some(value as f64);
    }
    let (tens, ones) = word.split_once('-').unwrap_or((word, ""));
    let tens = TENS.iter().position(|&name| name == tens)?;
    let ones = if ones.is_empty() {
        0
    } else {
        ONES.iter().position(|&name| name == ones).filter(|&value| value < 10)?
    };
    Some(((tens + 2) * 10 + ones) as f64)
}

fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 100.0,
        "thousand" => 1000.0,
        "million" | "m" | "mn" => 1e6,
        "billion" | "bn" => 1e9,
        "trillion" => 1e12,
        "crore" | "crores" => 1e7,
        "lakh" | "lakhs" => 1e5,
        "dozen" => 12.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(f64, Option<String>)> {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        quantity(&words).map(|found| (found.value, found.unit))
    }

    #[test]
    fn figures_words_and_money_are_read() {
        assert_eq!(read("lend five billion yen for a mill"), Some((5e9, Some("yen".into()))));
        assert_eq!(read("pay $ 24 million a year"), Some((24e6, Some("dollars".into()))));
        assert_eq!(read("a 30-day truce"), Some((30.0, Some("day".into()))));
        assert_eq!(read("send four hundred soldiers"), Some((400.0, Some("soldiers".into()))));
        assert_eq!(read("twenty-two hostages"), Some((22.0, Some("hostages".into()))));
    }

    #[test]
    fn dates_years_and_counted_parties_are_no_quantities() {
        assert_eq!(read("on 18 november"), None);
        assert_eq!(read("the treaty of 1992 ,"), None);
        assert_eq!(read("the two sides signed"), None);
    }
}
