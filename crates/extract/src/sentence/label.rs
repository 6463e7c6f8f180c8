//! The lead-in some paragraphs open with: `LIMA, Nov. 3 (Agency) -`, `13 November:`, `SPOKESPERSON:`,
//! `Chair:`, `8 September, Geneva.`, `First.`
//!
//! It looks at the first bytes of a block only. A lead-in that is a clause of its own (`Who attended the
//! summit:`) is no label but a sentence.

use crate::text::BlockKind;
use crate::token::{is_blank, is_closing, is_opening, is_quote};

const LONGEST: usize = 160;

const MONTHS: [&str; 22] = [
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
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "oct",
    "nov",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const ORDINALS: [&str; 17] = [
    "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Firstly",
    "Secondly", "Thirdly", "Lastly", "Finally", "One", "Two",
];
/// Small words that stand in names of places, agencies and offices.
const PARTICLES: [&str; 16] =
    ["of", "the", "de", "la", "del", "da", "do", "du", "des", "and", "le", "al", "el", "bin", "at", "in"];
/// Lead-ins behind which a small letter may follow.
const REMARKS: [&str; 8] =
    ["correction", "clarification", "update", "note", "to come", "still to come", "also present", "see"];
/// A prefix with one of these is a clause, and its colon is the clause's.
const CLAUSE: [&str; 44] = [
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "will",
    "would",
    "did",
    "does",
    "said",
    "says",
    "say",
    "told",
    "tells",
    "wrote",
    "writes",
    "added",
    "adds",
    "asked",
    "asks",
    "replied",
    "answered",
    "answers",
    "warned",
    "warns",
    "continued",
    "declared",
    "noted",
    "tweeted",
    "posted",
    "called",
    "calls",
    "put",
    "insisted",
    "explained",
    "announced",
    "announces",
    "boasts",
    "recalls",
    "he",
    "she",
    "they",
];

/// The bytes of the lead-in of a block's text, its punctuation included; 0 without one.
pub(super) fn label(text: &str, kind: BlockKind) -> usize {
    if matches!(kind, BlockKind::Title | BlockKind::Timestamp | BlockKind::Byline) {
        return 0;
    }
    let head = text.char_indices().nth(LONGEST).map_or(text, |(at, _)| &text[..at]);
    // "Q. When?" may look like a heading.
    if kind == BlockKind::Heading {
        return turn(head).unwrap_or(0);
    }
    let found = bracketed(head)
        .or_else(|| dateline(head))
        .or_else(|| placed(head, kind))
        .or_else(|| colon(head, kind))
        .or_else(|| turn(head))
        .or_else(|| dashed(head))
        .or_else(|| dated(head))
        .or_else(|| full_stop(head));
    match found {
        Some(end) if !text[end..].trim_matches(|c| is_blank(c) || is_quote(c)).is_empty() => end,
        _ => 0,
    }
}

/// The bytes of a lead-in that is a clause of its own, its colon included; 0 without one.
///
/// `Who attended the summit: Neither president came.` is two sentences.
pub(super) fn clause(text: &str, kind: BlockKind) -> usize {
    let head = text.char_indices().nth(LONGEST).map_or(text, |(at, _)| &text[..at]);
    let Some((prefix, rest)) =
        head.split_once(": ").filter(|_| matches!(kind, BlockKind::Paragraph | BlockKind::Item))
    else {
        return 0;
    };
    let rest = rest.trim_start_matches(is_blank);
    let asks = ["Who", "What", "Why", "How", "Where", "When"].iter().any(|word| prefix.starts_with(word));
    let count = words(prefix).count();
    let states = words(prefix).any(|word| CLAUSE.contains(&bare(word).to_lowercase().as_str()));
    let fits = (3..=if asks { 10 } else { 8 }).contains(&count)
        && (asks || !states)
        && prefix.starts_with(char::is_uppercase)
        && rest.starts_with(|c: char| c.is_uppercase() || asks && c.is_ascii_digit())
        && words(rest).count() >= 5
        && !prefix.contains([';', '?', '!', '“', '"', '”', '('])
        && !has_stop(prefix);
    if fits { prefix.len() + 1 } else { 0 }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_blank).filter(|word| !word.is_empty())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

fn is_capitals(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).count() > 1 && !word.chars().any(char::is_lowercase)
}

fn is_time_word(word: &str) -> bool {
    let word = bare(word).to_lowercase();
    MONTHS.contains(&word.as_str())
        || WEEKDAYS.contains(&word.as_str())
        || word.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether each word is a name, a number or a particle.
fn all_names(text: &str) -> bool {
    words(text).all(|word| {
        let word = bare(word);
        word.is_empty()
            || word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || PARTICLES.contains(&word)
            || matches!(word.split_once(['\'', '’']), Some(("d" | "l", _)))
    })
}

fn begins_sentence(rest: &str) -> bool {
    let rest = rest.trim_start_matches(|c| is_blank(c) || is_opening(c) || c == '†' || c == '*');
    rest.starts_with(|c: char| !c.is_lowercase())
}

/// `[Photo]`, `[Handwritten, margin of item 4:]`.
fn bracketed(head: &str) -> Option<usize> {
    let end = head.strip_prefix('[')?.find(']')? + 1;
    let inner = &head[1..end];
    let short = words(inner).count() <= 2 && inner.starts_with(char::is_alphabetic);
    (short || inner.trim_end().ends_with(':')).then_some(end + 1)
}

/// A place in capitals, or with a date or an agency, before a dash.
fn dateline(head: &str) -> Option<usize> {
    let (at, dash) = ["-", "–", "—", "--"]
        .iter()
        .flat_map(|dash| head.match_indices(dash).take(4).map(move |(at, _)| (at, *dash)))
        .filter(|&(at, dash)| {
            let before = &head[..at];
            let after = &head[at + dash.len()..];
            let spaced = before.ends_with(is_blank) && after.starts_with(is_blank);
            spaced || (dash != "-" && (before.ends_with(')') || after.starts_with(is_blank)))
        })
        .min_by_key(|&(at, dash)| (at, std::cmp::Reverse(dash.len())))?;
    let prefix = head[..at].trim_end_matches(is_blank);
    let outside = prefix.split('(').next().unwrap_or(prefix);
    let first = words(prefix).next()?;
    let dated = words(outside).any(|word| {
        let word = bare(word).to_lowercase();
        MONTHS.contains(&word.as_str()) || WEEKDAYS.contains(&word.as_str())
    });
    let agency = prefix.ends_with(')') && prefix.contains('(');
    let capitals = is_capitals(bare(first)) && words(outside).all(|word| is_capitals(bare(word)));
    let place = first.starts_with(char::is_uppercase)
        && (dated || agency || capitals)
        && words(prefix).count() <= 14
        && all_names(outside)
        && !outside.contains([':', ';', '?', '!', '"', '“'])
        && (is_capitals(bare(first)) || dated || words(outside).count() <= 4);
    (place && begins_sentence(&head[at + dash.len()..])).then_some(at + dash.len())
}

/// The date of an entry before a dash: `22 January 1999 – For the first time they meet.`
fn dated(head: &str) -> Option<usize> {
    const LONGEST_DATE: usize = 6;
    let (at, dash) =
        [" – ", " — ", " -- ", " - "].iter().filter_map(|dash| Some((head.find(dash)?, *dash))).min()?;
    let prefix = &head[..at];
    let month = words(prefix).any(|word| MONTHS.contains(&bare(word).to_lowercase().as_str()));
    let fits = month && words(prefix).count() <= LONGEST_DATE && words(prefix).all(is_time_word);
    let rest = &head[at + dash.len()..];
    (fits && begins_sentence(rest)).then_some(at + dash.trim_end().len())
}

/// `From left -`, `From left,`, `(L-R)`.
fn placed(head: &str, kind: BlockKind) -> Option<usize> {
    if kind != BlockKind::Caption {
        return None;
    }
    let lower = head.to_ascii_lowercase();
    let opening =
        ["from left to right", "from left", "left to right", "clockwise from top left", "(l-r)", "l-r"]
            .into_iter()
            .find(|opening| lower.starts_with(opening))?;
    let rest = &head[opening.len()..];
    let marks = rest.find(|c: char| c.is_alphanumeric() || is_quote(c)).unwrap_or(rest.len());
    Some(opening.len() + rest[..marks].trim_end_matches(is_blank).len())
}

/// A short prefix before a colon.
fn colon(head: &str, kind: BlockKind) -> Option<usize> {
    let at = head.match_indices(':').map(|(at, _)| at).find(|&at| {
        let next = head[at + 1..].chars().next();
        next.is_none_or(|c| is_blank(c) || is_closing(c) || is_opening(c))
    })?;
    let mut end = at + 1;
    if let Some(c) = head[end..].chars().next().filter(|&c| is_closing(c)) {
        let unmatched_before = head[..at].chars().filter(|&c| is_quote(c)).count() % 2 == 1;
        if unmatched_before {
            end += c.len_utf8();
        }
    }
    let prefix = head[..at].trim_matches(|c| is_quote(c) || is_blank(c));
    let rest = &head[end..];
    let count = words(prefix).count();
    let first = words(prefix).next()?;
    if matches!(prefix, "Q" | "A") {
        return Some(end);
    }
    let clause = words(prefix).any(|word| CLAUSE.contains(&bare(word).to_lowercase().as_str()));
    if is_capitals(bare(first)) && count <= 18 && !clause && !prefix.contains([';', '?', '!', '“', '"']) {
        return Some(end);
    }
    // "The Minister of State, Foreign and Commonwealth Office (Mr. Roland Askwith):"
    let holder = (is_held(prefix) || is_seated(prefix)) && count <= 18;
    if holder && !clause && begins_sentence(rest) {
        return Some(end);
    }
    if count > 9 || clause || prefix.contains([';', '?', '!', '“', '"', '”']) || has_stop(prefix) {
        return None;
    }
    if REMARKS.contains(&prefix.to_lowercase().as_str()) {
        return Some(end);
    }
    let timed = words(prefix).any(is_time_word);
    let named = all_names(prefix) && count <= 5;
    let quoted = rest.trim_start_matches(is_blank).starts_with(is_quote);
    let short = count <= 2 || (kind != BlockKind::Paragraph && count <= 4) || prefix.starts_with("For ");
    let fits = named
        || (timed && all_names(prefix))
        || (short && !quoted)
        || kind == BlockKind::Caption && count <= 3;
    (fits && begins_sentence(rest)).then(|| with_place(head, end, timed))
}

/// Whether an office has the name of its holder behind it in brackets: "The Minister of State (Sir Ada Obi)".
fn is_held(prefix: &str) -> bool {
    let Some((office, name)) = prefix.strip_suffix(')').and_then(|prefix| prefix.rsplit_once(" (")) else {
        return false;
    };
    office.starts_with(char::is_uppercase) && all_names(name) && words(name).count() >= 2
}

/// Whether a name has in brackets behind it for whom its bearer sits: "Mr. Ben Lund (Hull upon Sea, West)".
fn is_seated(prefix: &str) -> bool {
    const NAME: usize = 6;
    let Some((name, seat)) = prefix.strip_suffix(')').and_then(|prefix| prefix.split_once(" (")) else {
        return false;
    };
    let seated = seat.starts_with(char::is_uppercase) && !seat.contains(['(', ')', '.']);
    seated && name.starts_with(char::is_uppercase) && all_names(name) && words(name).count() <= NAME
}

/// Whether a full stop within the text is no abbreviation's and no number's.
fn has_stop(prefix: &str) -> bool {
    prefix.match_indices(". ").any(|(at, _)| {
        let word = prefix[..at].rsplit(is_blank).next().unwrap_or_default();
        crate::token::abbreviation::abbreviation(word).is_none()
    })
}

/// A place that follows a date, with its stop: `12 December: Lima.`
fn with_place(head: &str, end: usize, timed: bool) -> usize {
    let rest = &head[end..];
    match rest.find(". ") {
        Some(stop)
            if timed && stop <= 40 && is_place(&rest[..stop]) && begins_sentence(&rest[stop + 2..]) =>
        {
            end + stop + 1
        }
        _ => end,
    }
}

fn is_place(text: &str) -> bool {
    let count = words(text).count();
    (1..=4).contains(&count)
        && all_names(text)
        && text.trim_start_matches(is_blank).starts_with(char::is_uppercase)
        && !words(text).all(|word| is_capitals(bare(word)))
        && !text.contains(is_opening)
}

/// A speaker before a dash: `Mr. HANNAFORD (Leader of the Opposition) — Did he?`, `The Prime Minister — No.`
fn dashed(head: &str) -> Option<usize> {
    const LONGEST_NAME: usize = 10;
    let (at, dash) = [" — ", " – ", " -- ", ".— ", ".—"]
        .iter()
        .filter_map(|dash| Some((head.find(dash)?, *dash)))
        .min()?;
    let prefix = &head[..at];
    let rest = &head[at + dash.len()..];
    let first = words(prefix).next()?;
    let titled = matches!(
        bare(first),
        "Mr" | "Mrs"
            | "Ms"
            | "Miss"
            | "Dr"
            | "Sir"
            | "Dame"
            | "Lord"
            | "Lady"
            | "Hon"
            | "Senator"
            | "Señor"
            | "M"
            | "Prof"
    );
    let shouted = words(prefix).any(|word| is_capitals(bare(word)) && bare(word).chars().count() > 2);
    let office = bare(first) == "The" && is_held(prefix) || titled && (shouted || prefix.ends_with(')'));
    let short =
        words(prefix).count() <= LONGEST_NAME && all_names(prefix.split(" (").next().unwrap_or(prefix));
    (office && short && rest.starts_with(|c: char| c.is_uppercase() || is_opening(c)))
        .then_some(at + dash.trim_end().len())
}

/// `Q. Did you meet?`, `A. I did.`, `Q   Did you meet?`: a letter for who speaks, and no initial of a name.
fn turn(head: &str) -> Option<usize> {
    const OPENS: [&str; 34] = [
        "i", "we", "the", "it", "no", "yes", "that", "they", "he", "she", "this", "there", "as", "in", "my",
        "our", "you", "well", "if", "when", "not", "but", "and", "what", "of", "let", "these", "those",
        "who", "nobody", "never", "both", "because", "at",
    ];
    let rest = head.strip_prefix("Q. ").or_else(|| head.strip_prefix("A. "));
    let Some(rest) = rest else {
        let asked = head.strip_prefix('Q').filter(|rest| rest.starts_with(is_blank))?;
        return words(asked).next()?.starts_with(char::is_uppercase).then_some(1);
    };
    let first = words(rest).next()?;
    (head.starts_with('Q') && first.starts_with(|c: char| c.is_uppercase())
        || OPENS.contains(&bare(first).to_lowercase().as_str()))
    .then_some(2)
}

/// `8 September, Geneva.`, `First.`
fn full_stop(head: &str) -> Option<usize> {
    let stop = head.find(". ")?;
    let prefix = &head[..stop];
    if stop > 60 || !begins_sentence(&head[stop + 2..]) {
        return None;
    }
    if ORDINALS.contains(&prefix) {
        return Some(stop + 1);
    }
    let mut first = words(prefix);
    let (one, two) = (first.next()?, first.next().unwrap_or_default());
    let day = one.starts_with(|c: char| c.is_ascii_digit());
    let month = |word: &str| MONTHS.contains(&bare(word).to_lowercase().as_str());
    let weekday = WEEKDAYS.contains(&bare(one).to_lowercase().as_str());
    let dated = (day && month(two))
        || (month(one) && two.starts_with(|c: char| c.is_ascii_digit()))
        || (weekday && (two.is_empty() || one.ends_with(',')));
    (dated && all_names(prefix) && words(prefix).count() <= 8).then_some(stop + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> &str {
        &text[..label(text, BlockKind::Paragraph)]
    }

    #[test]
    fn datelines() {
        assert_eq!(found("LIMA, Nov. 3 (Agency) - The envoys met."), "LIMA, Nov. 3 (Agency) -");
        assert_eq!(found("LOMÉ, 11 July 2000 - The plenary opened."), "LOMÉ, 11 July 2000 -");
        assert_eq!(found("PORT LOUIS (Agency) – Envoys met."), "PORT LOUIS (Agency) –");
        assert_eq!(found("London (AP) — The envoys met."), "London (AP) —");
        assert_eq!(found("APIA, Wednesday. — The envoys met."), "APIA, Wednesday. —");
        assert_eq!(found("PARIS — President Obi came."), "PARIS —");
        assert_eq!(found("The talks - the first in years - ended."), "");
        assert_eq!(found("NATO – an alliance – met."), "");
    }

    #[test]
    fn dates_and_places() {
        assert_eq!(found("13 November: The minister dined."), "13 November:");
        assert_eq!(found("12 December: Buenos Aires. The guest left."), "12 December: Buenos Aires.");
        assert_eq!(found("8-9 December, London. Some came."), "8-9 December, London.");
        assert_eq!(found("Lusaka, 09.00: The minister receives him."), "Lusaka, 09.00:");
        assert_eq!(found("Maputo: † Ada Obi hopes to come."), "Maputo:");
        assert_eq!(found("First. The two countries will talk."), "First.");
    }

    #[test]
    fn dates_before_a_dash() {
        assert_eq!(found("22 January 1999 – For the first time they meet."), "22 January 1999 –");
        assert_eq!(found("March 2000 — The opposition wins."), "March 2000 —");
        assert_eq!(found("22 January 1999 – a Friday – was cold."), "");
    }

    #[test]
    fn speakers_and_offices() {
        assert_eq!(found("SPOKESPERSON: It is."), "SPOKESPERSON:");
        assert_eq!(found("QUESTION (Radio): is it?"), "QUESTION (Radio):");
        assert_eq!(
            found("ADA OBI, Minister of State, Peru: Good evening."),
            "ADA OBI, Minister of State, Peru:"
        );
        assert_eq!(found("Mr. HALE (Leader of the House) — Did he?"), "Mr. HALE (Leader of the House) —");
        assert_eq!(found("Mr. Hale — who came late — left."), "");
        let held = "The Minister of State for Foreign Affairs (Sir Ben Lund):";
        assert_eq!(found(&format!("{held} No.")), held);
        let seated = "Mr. Ben Lund (Hull upon Sea, West):";
        assert_eq!(found(&format!("{seated} Is he aware?")), seated);
        assert_eq!(found("Q: Is it?"), "Q:");
        assert_eq!(found("Chair: H.E. Mrs. Ada Obi"), "Chair:");
        assert_eq!(found("For item 3 only: Captain Lund"), "For item 3 only:");
        assert_eq!(found("Mr. Gao: No."), "Mr. Gao:");
        assert_eq!(found("Correction: we wrote that they met."), "Correction:");
        assert_eq!(found("“Technical talks:” Speaking there, he left."), "“Technical talks:”");
    }

    #[test]
    fn a_lead_in_may_be_a_clause() {
        let found = |text: &'static str| &text[..clause(text, BlockKind::Paragraph)];
        assert_eq!(found("Who came to Lima: Neither of the presidents came."), "Who came to Lima:");
        assert_eq!(
            found("European leaders call Obi: The leaders of Chile and Peru spoke."),
            "European leaders call Obi:"
        );
        assert_eq!(found("What was agreed: 40 sailors go home on both sides."), "What was agreed:");
        assert_eq!(found("He met three of them: Obi, Lund, Chen, Diaz and Roe."), "");
        assert_eq!(found("Two pages in three hours: that is the yield of it."), "");
    }

    #[test]
    fn clauses_keep_their_colon() {
        for text in [
            "He said: “No.”",
            "His host put it differently: “No.”",
            "The result is clear: Russia lost.",
            "Who attended the summit: Notably, neither came.",
            "Two paragraphs in three hours: that is the yield.",
            "He met them at 18:40 today.",
            "EU says: No more.",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
    }
}
