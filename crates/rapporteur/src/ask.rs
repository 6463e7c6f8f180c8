//! Questions in plain English: `who met whom in Istanbul in May 2025?`
//!
//! Every word must count: names are looked up in the store, times are read as in news, the other words stand
//! in a list of what they ask for. Where a word is left over, the question is not understood, and that is
//! said: nothing is guessed. It must not know a terminal.
//!
//! Invariant: the command that is printed gives the answer that the query gives.

mod asked;
mod cue;
mod intent;
mod item;
mod name;
mod word;

use std::fmt;

use jiff::civil::Date;
use rapporteur_graph::{AsOf, MatchKind, Store};

use crate::{Error, Query};

/// A question, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understood {
    /// The question.
    pub query: Query,
    /// The command that asks the same, as words without the program's name.
    pub command: Vec<String>,
}

/// A question that is not understood, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotUnderstood {
    /// What stands in the way.
    pub reason: Puzzle,
    /// Questions like it that are understood.
    pub like: Vec<&'static str>,
}

/// What stands in the way of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Puzzle {
    /// Words that are no name in the store and ask for nothing.
    Words(Vec<String>),
    /// A word that asks for reasons, opinions or what would be: no record answers that.
    Beyond(String),
    /// More of a kind than can be asked for at once.
    TooMany {
        /// What there are too many of.
        what: &'static str,
    },
    /// Nothing in it asks for anything.
    Nothing,
}

impl fmt::Display for NotUnderstood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            Puzzle::Words(words) => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                write!(
                    f,
                    "not understood: {} (no name in the store, and no word that asks)",
                    words.join(", ")
                )?;
            }
            Puzzle::Beyond(word) => {
                write!(
                    f,
                    "not understood: `{word}` asks for what no record says; only what was told can be asked"
                )?;
            }
            Puzzle::TooMany { what } => write!(f, "not understood: too many {what} for one question")?,
            Puzzle::Nothing => write!(f, "not understood: nothing in it asks for anything")?,
        }
        write!(f, "\nquestions like these are:")?;
        self.like.iter().try_for_each(|question| write!(f, "\n  {question}"))
    }
}

impl std::error::Error for NotUnderstood {}

/// Questions that are understood, one of each kind.
pub const EXAMPLES: &[&str] = &[
    "Who met whom in Istanbul?",
    "Whom did Fidan meet in May 2025?",
    "Where and when did Putin and Zelensky last meet?",
    "Who stayed away from the Istanbul talks?",
    "Was Putin absent?",
    "What did Zelensky say about Russia?",
    "Who rejected the ceasefire?",
    "Who accused whom since March?",
    "What came out of the Istanbul talks?",
    "What was agreed in Geneva in 1997?",
    "Who met both Putin and Trump?",
    "How is Fidan connected to Macron?",
    "Who chaired the talks in Istanbul?",
    "Who spoke by phone?",
    "How often did Malta and Tunisia meet?",
    "What is planned?",
    "What is overdue?",
    "On what do the sources disagree?",
    "Which persons are from Tunisia?",
    "Where were meetings?",
];

/// What a question in plain English asks of a store. Times are counted from `today`.
///
/// # Errors
/// [`Error::NotUnderstood`] with what stands in the way and questions like it, [`Error::Unresolved`] where a
/// name may be several records, else what reading the store runs into.
///
/// ```
/// use rapporteur::{Rapporteur, Source, ask};
/// # let folder = tempfile::tempdir()?;
/// # let rapporteur = Rapporteur::open_or_create(folder.path().join("store"))?;
/// let source = Source { published: Some("2025-05-16".parse()?), ..Source::default() };
/// rapporteur.ingest(b"Hakan Fidan met Marco Rubio in Istanbul on Friday.", &source)?;
///
/// let today = jiff::civil::date(2025, 5, 20);
/// let understood = ask::understand(rapporteur.store(), "Whom did Fidan meet last week?", today)?;
/// assert_eq!(understood.command, ["met", "Fidan", "--when", "2025-05-12/2025-05-18"]);
/// assert_eq!(understood.query.run(rapporteur.store())?.len(), 1);
///
/// let puzzled = ask::understand(rapporteur.store(), "Why did Fidan meet Rubio?", today);
/// assert!(puzzled.is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn understand(store: &Store, question: &str, today: Date) -> Result<Understood, Error> {
    // A stop at the end would make an abbreviation of the last word.
    let question = question.trim().trim_end_matches(['.', '?', '!', ' ']);
    let past = AsOf::from(store);
    let is_name = |word: &str| {
        let named = past.actors_named(word).unwrap_or_default();
        named.first().is_some_and(|found| found.how <= MatchKind::Surname)
    };
    let words = word::words(question, is_name);
    let items = item::items(past, question, &words, today)?;
    intent::understood(store, question, &words, &items, today)
}

/// What was not understood, with the questions that share most words with it.
fn puzzled(question: &str, reason: Puzzle) -> Error {
    let lower = question.to_lowercase();
    let asked: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).collect();
    let shared = |example: &str| {
        let lower = example.to_lowercase();
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| asked.contains(word)).count()
    };
    let mut like = EXAMPLES.to_vec();
    like.sort_by_key(|example| std::cmp::Reverse(shared(example)));
    like.truncate(3);
    NotUnderstood { reason, like }.into()
}
