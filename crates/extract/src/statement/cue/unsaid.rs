//! Words of saying by which nothing is said: "called on the king at ten", "said nothing", "should Peru demand".
//!
//! It knows words, one verb of saying among them. Invariant: a verb that it leaves out says nothing whoever its subject
//! is.

use crate::statement::lexicon::Verb;
use crate::text::word;

/// Whether the verb at a token says nothing, `end` being the token behind it and its particle.
pub(super) fn is_unsaid(words: &[String], at: usize, end: usize, verb: &Verb) -> bool {
    const NEAR: usize = 14;
    let next = word(words, end);
    let mut behind = words.iter().skip(end).take(NEAR);
    let idle = match (verb.lemma.as_str(), verb.particle.as_deref()) {
        ("say" | "tell" | "add", None) => {
            matches!(next, "nothing" | "goodbye" | "farewell" | "grace" | "hello")
        }
        // A visit, and no call: "called on the king".
        ("call", Some("on" | "upon")) => {
            !behind.any(|word| matches!(word.as_str(), "to" | "for" | "not" | "that"))
        }
        ("call", None) => matches!(next, "off" | "in" | "back" | "up" | "at" | "out" | "away" | "here"),
        ("back", None) => {
            matches!(next, "onto" | "away" | "off" | "down" | "out" | "into" | "up" | "from" | "in")
        }
        ("set" | "weigh" | "shoot", Some("out" | "in" | "back")) => {
            matches!(next, "for" | "on" | "from" | "at" | "to" | "in" | "with" | "by" | "into" | "towards")
        }
        ("lay", Some("down")) => {
            behind.any(|word| matches!(word.as_str(), "arms" | "weapons" | "wreath" | "office"))
        }
        ("answer", None) => {
            behind.take(3).any(|word| matches!(word.as_str(), "door" | "telephone" | "phone" | "bell"))
        }
        ("compare", None) => next == "notes",
        ("make", Some("point")) => !behind.any(|word| word == "that"),
        ("post", None) => !behind.any(|word| matches!(word.as_str(), "that" | "on" | "“" | "\"" | ":")),
        // "Gave the word and the ship sailed": an order, and no promise.
        ("give", Some("word")) => word(words, at + 1) == "the",
        ("report", None) => next == "to" && !behind.any(|word| word == "that") || next == "for",
        _ => false,
    };
    idle || is_asked(words, at) || is_supposed(words, at)
}

/// Whether the verb stands in a question: "What did Obi say to the envoy?"
fn is_asked(words: &[String], at: usize) -> bool {
    const ASKS: &[&str] = &[
        "what", "who", "whom", "why", "when", "where", "how", "which", "did", "does", "do", "has", "have",
        "will", "would", "is", "was", "can", "could", "should", "may",
    ];
    let asks = words.last().is_some_and(|last| last == "?");
    let quoted = words.iter().any(|word| matches!(word.as_str(), "“" | "\"" | "``" | "«" | "”"));
    let from =
        (0..at).rev().find(|&mark| matches!(word(words, mark), ":" | ";" | "—")).map_or(0, |mark| mark + 1);
    // "And what does he say?"
    let from = from + usize::from(matches!(word(words, from), "and" | "but" | "so" | "then"));
    asks && !quoted && ASKS.contains(&word(words, from))
}

/// Whether the verb stands in a condition without "if": "should Peru demand a port, Chile would".
fn is_supposed(words: &[String], at: usize) -> bool {
    const FEW: usize = 8;
    let start =
        (at.saturating_sub(FEW)..at).rev().find(|&mark| matches!(word(words, mark), "," | ";" | "“" | "."));
    let first = start.map_or(0, |mark| mark + 1);
    let opens = first == 0 && at <= FEW || start.is_some();
    opens && matches!(word(words, first), "should" | "had" | "were") && (2..=FEW + 1).contains(&(at - first))
}

#[cfg(test)]
mod tests {
    use super::is_supposed;

    fn supposed(sentence: &str, verb: &str) -> bool {
        let words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
        let at = words.iter().position(|word| word == verb).expect("the verb stands in the sentence");
        is_supposed(&words, at)
    }

    #[test]
    fn a_condition_has_its_verb_behind_its_subject() {
        assert!(supposed("should peru demand a port , chile would listen", "demand"));
        assert!(!supposed("peru should demand a port", "demand"));
        // The verb itself stands where a condition would begin.
        assert!(!supposed("the envoys , kept outside , had “ no objection to lunch ”", "had"));
    }
}
