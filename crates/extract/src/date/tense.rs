//! When a clause says that something happens, read off the words around an expression of time.
//!
//! It looks at words and not at syntax, so that headlines, notes and broken sentences have a tense too.
//! Invariant: at most [`REACH`] words on either side are looked at, so time is linear.

use std::ops::Range;

use super::lexicon::{Class, is};
use super::resolve::Tense;

/// How many words on either side are looked at.
const REACH: usize = 40;

/// What a word tells of the time of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// A verb in the past: `met`, `had`.
    Past,
    /// The same, of speech, which tells when it was said and not what was said.
    PastSpeech,
    /// The same, of will: with an infinitive behind it, what is willed is to come.
    PastWill,
    /// `is`, `flies`.
    Present,
    /// `will`, `due`.
    Future,
}

/// The tense of the clause around an expression.
pub fn tense(words: &[&str], expression: Range<usize>) -> Tense {
    let start = expression.start.min(words.len());
    let end = expression.end.clamp(start, words.len());
    let lower: Vec<String> = words[start.saturating_sub(REACH)..words.len().min(end + REACH)]
        .iter()
        .map(|word| word.to_lowercase())
        .collect();
    let shift = start.saturating_sub(REACH);
    let clause = Clause { words, lower: &lower, shift };
    let before = clause.before(start);
    let after = clause.after(end);
    let opens = clause.opens(start);
    match (before, after) {
        // `He said that on Friday they will meet`: what is said behind counts.
        (Some((Cue::PastSpeech, ..)), Some(cue)) if opens => of(cue),
        (Some((Cue::Future, true, _)), _) if clause.fails(end) => Tense::Past,
        (Some((cue, _, infinitive)), _) => match cue {
            // `agreed on a truce from Sunday`
            Cue::PastWill if infinitive || clause.is_term(start) => Tense::Future,
            _ => of(cue),
        },
        // `Back on Friday, says mediator`: who said it tells nothing.
        (None, Some(Cue::PastSpeech) | None) => Tense::Unknown,
        (None, Some(cue)) => of(cue),
    }
}

const fn of(cue: Cue) -> Tense {
    match cue {
        Cue::Past | Cue::PastSpeech | Cue::PastWill => Tense::Past,
        Cue::Present => Tense::Present,
        Cue::Future => Tense::Future,
    }
}

struct Clause<'w> {
    words: &'w [&'w str],
    lower: &'w [String],
    shift: usize,
}

impl Clause<'_> {
    fn text(&self, index: usize) -> &str {
        index.checked_sub(self.shift).and_then(|at| self.lower.get(at)).map_or("", String::as_str)
    }

    /// The nearest cue before an index, whether it is a plan of the past (`was to`), and whether an
    /// infinitive stands between.
    fn before(&self, start: usize) -> Option<(Cue, bool, bool)> {
        let mut infinitive = false;
        let fixed = matches!(self.text(start.wrapping_sub(1)), "for" | "until" | "to" | "till");
        for index in (self.shift..start).rev() {
            let text = self.text(index);
            if matches!(text, ";" | ":" | "." | "?" | "!" | "…") {
                break;
            }
            if text == "to" && self.is_infinitive(index + 1) {
                infinitive = true;
            }
            if fixed && is(text, Class::Fixed) {
                return Some((
                    Cue::Future,
                    !matches!(self.text(index.wrapping_sub(1)), "been" | "is" | "are"),
                    false,
                ));
            }
            if let Some((cue, planned)) = self.cue(index) {
                return Some((cue, planned, infinitive));
            }
        }
        None
    }

    /// The nearest cue from an index on.
    fn after(&self, end: usize) -> Option<Cue> {
        for index in end..self.shift + self.lower.len() {
            if matches!(self.text(index), ";" | "." | "?" | "!") {
                break;
            }
            if let Some((cue, _)) = self.cue(index) {
                return Some(cue);
            }
        }
        None
    }

    /// Whether a word shortly before makes a term of what stands at an index: `by Friday`.
    fn is_term(&self, start: usize) -> bool {
        (1..=5).any(|back| {
            matches!(self.text(start.wrapping_sub(back)), "from" | "by" | "until" | "before" | "within")
        })
    }

    /// Whether it is said further on that what was planned did not come about.
    fn fails(&self, end: usize) -> bool {
        (end..self.shift + self.lower.len())
            .take_while(|&index| !matches!(self.text(index), ";" | "." | "?" | "!"))
            .any(|index| match self.text(index) {
                "fell" => matches!(self.text(index + 1), "through" | "victim" | "flat"),
                "called" => self.text(index + 1) == "off",
                "could" | "did" | "was" | "were" => matches!(self.text(index + 1), "not" | "n't" | "never"),
                "failed" | "collapsed" | "cancelled" | "canceled" | "scrapped" | "dropped" | "abandoned"
                | "never" => true,
                _ => false,
            })
    }

    /// Whether an expression opens its clause, with a preposition at most before it.
    fn opens(&self, start: usize) -> bool {
        let mut at = start;
        while at > self.shift
            && matches!(self.text(at - 1), "on" | "in" | "by" | "from" | "at" | "the" | "early" | "late")
        {
            at -= 1;
        }
        // `said the 14 August deadline could slip`, but `said Friday that`
        let subject =
            at < start && self.text(at) == "the" && at > self.shift && is(self.text(at - 1), Class::Speech);
        at == self.shift
            || subject
            || matches!(
                self.text(at - 1),
                "that" | "," | "\"" | "“" | "‘" | "'" | ":" | "and" | "but" | "-" | "–"
            )
    }

    /// Whether one of these stands before a verb, past an adverb.
    fn follows_auxiliary(&self, index: usize, auxiliaries: &[&str]) -> bool {
        let before = index.wrapping_sub(1);
        let adverb = self.text(before).ends_with("ly")
            || matches!(self.text(before), "not" | "now" | "also" | "first");
        auxiliaries.contains(&self.text(before))
            || adverb && auxiliaries.contains(&self.text(index.wrapping_sub(2)))
    }

    /// Whether a participle stands before its noun: behind an article or a preposition.
    fn is_attribute(&self, index: usize) -> bool {
        matches!(
            self.text(index.wrapping_sub(1)),
            "of" | "the"
                | "a"
                | "an"
                | "its"
                | "their"
                | "his"
                | "her"
                | "with"
                | "for"
                | "all"
                | "some"
                | "in"
                | "by"
        )
    }

    /// Whether a verb of speech has no comma before its subject, so that it is not put between commas.
    fn is_head(&self, index: usize) -> bool {
        !(1..=6).any(|back| self.text(index.wrapping_sub(back)) == ",")
    }

    /// Whether a verb is the infinitive of a modal before it: `will also meet`.
    fn follows_modal(&self, index: usize) -> bool {
        const MODALS: &[&str] = &[
            "will", "would", "shall", "should", "could", "might", "may", "must", "can", "'ll", "’ll", "not",
            "n't", "be", "did", "let", "help", "that",
        ];
        self.follows_auxiliary(index, MODALS)
            || matches!(self.text(index.wrapping_sub(1)), "again" | "all" | "both" | "then")
    }

    fn is_infinitive(&self, index: usize) -> bool {
        let text = self.text(index);
        let lowercase = self.words.get(index).is_some_and(|word| word.starts_with(char::is_lowercase));
        lowercase
            && !matches!(text, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "this" | "that" | "be")
            || text == "be"
    }

    /// What a word tells, and whether it tells a plan of the past.
    fn cue(&self, index: usize) -> Option<(Cue, bool)> {
        let text = self.text(index);
        let capital =
            index > 0 && self.words.get(index).is_some_and(|word| word.starts_with(char::is_uppercase));
        if capital {
            return None;
        }
        // An infinitive has the tense of the verb before it.
        if self.text(index.wrapping_sub(1)) == "to" {
            return None;
        }
        let next = self.text(index + 1);
        let next =
            if matches!(next, "not" | "n't" | "also" | "now" | "then") { self.text(index + 2) } else { next };
        let behind = self.text(index + 2);
        match text {
            "will" | "'ll" | "’ll" | "shall" | "wo" => Some((Cue::Future, false)),
            "would" | "should" | "could" | "might" | "may" | "must" | "can" => {
                match (self.text(index + 1), next) {
                    (_, "have") => Some((Cue::Past, false)),
                    ("not" | "n't", _) if text == "could" => Some((Cue::Past, false)),
                    _ => Some((Cue::Future, false)),
                }
            }
            "is" | "are" | "'re" | "am" if next == "to" || is(next, Class::Plan) => {
                Some((Cue::Future, false))
            }
            "is" | "are" | "'re" | "am" => Some((Cue::Present, false)),
            // `They have until Friday`
            "have" | "has" if matches!(next, "until" | "till") => Some((Cue::Future, false)),
            "was" | "were" if next == "to" && behind == "have" => Some((Cue::Past, false)),
            "was" | "were" if next == "to" || is(next, Class::Plan) => Some((Cue::Future, true)),
            _ if is(text, Class::Plan) => {
                // `has been planned` looks on from now, `had been planned` from then.
                let past = matches!(self.text(index.wrapping_sub(2)), "had" | "was" | "were")
                    || matches!(self.text(index.wrapping_sub(1)), "was" | "were" | "had");
                Some((Cue::Future, past || self.text(index.wrapping_sub(1)).is_empty()))
            }
            "tomorrow" => Some((Cue::Future, false)),
            _ if is(text, Class::Ahead) => Some((Cue::Future, false)),
            // Of `be held`, `being held` and `is held` the auxiliary has the tense.
            _ if is_past(text) && self.follows_auxiliary(index, &["be", "being"]) => None,
            _ if is_past(text) && self.follows_auxiliary(index, &["is", "are"]) => {
                Some((Cue::Present, false))
            }
            // `lists of detained nationals`
            _ if text.ends_with("ed") && self.is_attribute(index) => None,
            // `by Friday, she announced, and ...`
            _ if is(text, Class::Speech) && self.text(index + 1) == "," && !self.is_head(index) => None,
            // `Back on Thursday, says mediator`
            "back" if index == 0 => Some((Cue::Future, false)),
            _ if is(text, Class::Will) => Some((Cue::PastWill, false)),
            _ if is(text, Class::Speech) => Some((Cue::PastSpeech, false)),
            _ if is_past(text) => Some((Cue::Past, false)),
            _ if is(text, Class::Present) && !self.follows_modal(index) => Some((Cue::Present, false)),
            _ => None,
        }
    }
}

/// Whether a word is a past form by its look: a lowercase `-ed` or an irregular one.
fn is_past(word: &str) -> bool {
    is(word, Class::Past) || word.len() > 3 && word.ends_with("ed") && !is(word, Class::NotPast)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_sentence(sentence: &str, expression: &str) -> Tense {
        let words: Vec<&str> = sentence.split(' ').collect();
        let at = words.iter().position(|&word| word == expression).unwrap();
        tense(&words, at..at + 1)
    }

    #[test]
    fn tenses_of_news() {
        for (sentence, expression, expected) in [
            ("The envoys met on Friday .", "Friday", Tense::Past),
            ("On Wednesday the two are to sit down .", "Wednesday", Tense::Future),
            ("He said that on Friday they will meet .", "Friday", Tense::Future),
            ("They agreed to exchange lists by Friday .", "Friday", Tense::Future),
            ("He flies to Rome on Monday .", "Monday", Tense::Present),
            ("A session convened for Thursday fell through .", "Thursday", Tense::Past),
            ("The summit has been postponed to Thursday .", "Thursday", Tense::Future),
            ("Talks on Friday between the two ended badly .", "Friday", Tense::Past),
            ("The dinner that he was to give on Tuesday did not come off .", "Tuesday", Tense::Past),
            ("The commission , which last sat on Monday , is to be revived .", "Monday", Tense::Past),
            ("The leaders were due to confer on Friday .", "Friday", Tense::Future),
            ("They should have met on Friday .", "Friday", Tense::Past),
            ("It was agreed that the lock would be worked until Friday .", "Friday", Tense::Future),
            (
                "The commission , which last sat in June , is to be revived on Friday .",
                "Friday",
                Tense::Future,
            ),
            ("Everyone would be back on Friday , he added .", "Friday", Tense::Future),
            ("Back on Friday , says mediator", "Friday", Tense::Future),
            (
                "They agreed to swap lists , she announced , and to let convoys cross from Friday .",
                "Friday",
                Tense::Future,
            ),
            ("They agreed to exchange lists of detained nationals by Friday .", "Friday", Tense::Future),
            ("A proposal for a session on Friday fell through .", "Friday", Tense::Future),
            ("A third round has been pencilled in for Friday .", "Friday", Tense::Future),
            ("Officials said the Friday deadline could slip .", "Friday", Tense::Future),
            ("The rebels have until Friday to leave .", "Friday", Tense::Future),
            ("He said Friday that they will meet .", "Friday", Tense::Past),
            ("FRIDAY", "FRIDAY", Tense::Unknown),
        ] {
            assert_eq!(of_sentence(sentence, expression), expected, "{sentence}");
        }
    }

    #[test]
    fn ranges_beyond_the_words_are_no_panic() {
        assert_eq!(tense(&[], 0..0), Tense::Unknown);
        assert_eq!(tense(&["met"], 5..9), Tense::Past);
    }
}
