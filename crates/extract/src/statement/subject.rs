//! Who a verb of saying belongs to: its subject before it, behind it, or shared with the verb before.
//!
//! The words next to the verb come first, the syntax second, the clause last, so that a poor tree
//! does little harm. It knows tokens and agents, not what was said.

use rapporteur_syntax::Relation;

use crate::UserLexicon;
use crate::agent::Agent;
use crate::cast::ActorNumber;
use crate::mention::MentionKind;
use crate::text::{Sentence, word};

/// The subject of a verb.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Subject {
    /// Who, several where they are joined by "and".
    pub actors: Vec<ActorNumber>,
    /// Where the subject's first token is.
    pub start: usize,
    /// Where the subject ends, if it stands behind the verb.
    pub behind: Option<usize>,
    /// What the words of the subject are.
    pub kind: MentionKind,
    /// How sure it is.
    pub confidence: f64,
}

/// Auxiliaries and adverbs that stand between a subject and its verb.
const BETWEEN: &[&str] = &[
    "has",
    "have",
    "had",
    "is",
    "was",
    "were",
    "are",
    "will",
    "would",
    "could",
    "can",
    "may",
    "might",
    "did",
    "does",
    "do",
    "also",
    "then",
    "now",
    "later",
    "earlier",
    "just",
    "still",
    "again",
    "once",
    "there",
    "here",
    "thereupon",
    "only",
    "always",
    "never",
    "first",
    "already",
    "today",
    "yesterday",
    "not",
    "n't",
    "n’t",
    "been",
    "be",
    "both",
    "all",
    "himself",
    "herself",
    "itself",
    "himself",
    "neither",
    "cannot",
    "soon",
    "meanwhile",
    "twice",
    "even",
    "on",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "afterwards",
    "afterward",
    "instead",
    "’s",
    "'ve",
    "’ve",
    "'d",
    "’d",
    "'ll",
    "’ll",
];

/// Prepositions whose noun is no subject.
const OF: &[&str] = &["of", "for", "from"];
pub(super) const PLACED: &[&str] = &[
    "in",
    "at",
    "on",
    "to",
    "with",
    "by",
    "after",
    "against",
    "between",
    "near",
    "over",
    "before",
    "about",
    "into",
    "alongside",
    "towards",
    "toward",
    "via",
    "like",
    "than",
    "through",
    "under",
];

/// The verbs of a sentence as the finder of subjects sees them.
pub(super) struct Clause<'c> {
    /// The words, lower case.
    pub words: &'c [String],
    /// The agents.
    pub agents: &'c [Agent],
    /// The sentence.
    pub sentence: &'c Sentence,
    /// The words that a user added.
    pub lexicon: &'c UserLexicon,
}

impl Clause<'_> {
    /// The first token of the verb's group, with its auxiliaries and adverbs.
    pub(super) fn group_start(&self, verb: usize) -> usize {
        let mut at = verb;
        while at > 0
            && (BETWEEN.contains(&word(self.words, at - 1))
                || word(self.words, at - 1).ends_with("ly") && !self.is_agent(at - 1))
        {
            at -= 1;
        }
        at
    }

    pub(super) fn is_agent(&self, token: usize) -> bool {
        self.agents.iter().any(|agent| agent.tokens.contains(&token))
    }

    pub(super) fn ending(&self, end: usize) -> Option<usize> {
        self.agents.iter().position(|agent| agent.tokens.end == end)
    }

    /// Whether an auxiliary stands behind an agent, which so has a verb of its own: "said Peru would leave".
    fn is_subject(&self, agent: &Agent) -> bool {
        const AUXILIARIES: &[&str] = &[
            "would", "will", "had", "has", "have", "was", "were", "is", "are", "could", "can", "may",
            "might", "should", "must", "did", "does",
        ];
        AUXILIARIES.contains(&word(self.words, agent.tokens.end))
    }

    /// Somebody without a name by what he knows, up to a token: "an official close to the mediation said".
    fn informed(&self, end: usize) -> Option<&Agent> {
        const KNOWS: &[&str] =
            &["close", "familiar", "briefed", "acquainted", "involved", "informed", "privy"];
        const LONGEST: usize = 8;
        let begun = self.agents.partition_point(|agent| agent.tokens.end < end);
        let mut near =
            self.agents[..begun].iter().rev().take_while(|agent| agent.tokens.end + LONGEST >= end);
        let agent = near.find(|agent| KNOWS.contains(&word(self.words, agent.tokens.end)))?;
        let whole = (agent.tokens.end..end).all(|at| !is_mark(word(self.words, at)));
        (agent.kind == MentionKind::Unnamed && whole && !self.governed(agent)).then_some(agent)
    }

    /// Whether an agent is the object of a verb of a relative clause before this one.
    fn is_object(&self, agent: &Agent, verb: usize) -> bool {
        let parse = &self.sentence.parse;
        agent.tokens.clone().filter(|&at| at < parse.len()).any(|at| {
            parse.tokens[at].relation == Relation::Object
                && parse.head(at).is_some_and(|head| {
                    head != verb && parse.tokens[head].relation == Relation::RelativeClause
                })
        })
    }

    pub(super) fn governed(&self, agent: &Agent) -> bool {
        let word = |back: usize| agent.tokens.start.checked_sub(back).map_or("", |at| word(self.words, at));
        let determined = matches!(word(1), "the" | "a" | "an" | "his" | "her" | "its" | "their");
        let before = word(1 + usize::from(determined));
        PLACED.contains(&before) || OF.contains(&before)
    }

    /// The subject of the verb at a token.
    pub(super) fn subject(&self, verb: usize, speech: bool, before: Option<&Subject>) -> Option<Subject> {
        let start = self.group_start(verb);
        let previous = start.checked_sub(1).map_or("", |at| word(self.words, at));
        if speech
            && (start == verb)
            && (previous.is_empty() || is_mark(previous))
            && let Some(agent) = self.inverted(verb)
            && !self.is_subject(agent)
            && (previous != "," || !self.is_apposed(start - 1) || self.is_aside(agent))
        {
            return Some(self.of(agent, Some(agent.tokens.end), 0.95));
        }
        if word(self.words, verb).ends_with("ing") && start == verb {
            return self.absolute(verb).or_else(|| self.opening(verb)).or_else(|| self.shared(verb, before));
        }
        if let Some(agent) = self.informed(start) {
            return Some(self.of(agent, None, 0.9));
        }
        if let Some(index) = self.ending(start)
            && let Some(found) = self.adjacent(index)
        {
            // "The woman who chairs the Council said": what another verb does something to says nothing.
            let other = self.is_object(&self.agents[index], verb).then(|| self.by_syntax(verb)).flatten();
            return other.filter(|other| other.start < found.start).or(Some(found));
        }
        let found = self.by_syntax(verb).filter(|found| speech || found.behind.is_none());
        if let Some(found) = found {
            let named = (found.kind == MentionKind::Unnamed && previous == ",")
                .then(|| self.name_before(start - 1))
                .flatten();
            return named.or(Some(found));
        }
        match previous {
            "" => before.cloned(),
            "," | ")" | "—" | "–" | "-" => self.apposed(start - 1).or_else(|| self.shared(verb, before)),
            "and" | "but" | "or" | "then" => self.shared(verb, before),
            "who" | "which" | "that" => self.relative(start),
            // "her office said", "one delegate said": someone, but nobody who is known.
            _ if start > 1
                && matches!(
                    word(self.words, start - 2),
                    "the" | "a" | "an" | "her" | "his" | "their" | "its" | "one" | "'s" | "’s"
                ) =>
            {
                None
            }
            _ => self.clause(start),
        }
    }

    /// The agent right before the verb, or the one its preposition hangs on.
    pub(super) fn adjacent(&self, index: usize) -> Option<Subject> {
        let mut index = index;
        let mut confidence = 0.95;
        // "after the minister insisted": a clause, and no preposition.
        let clause = |agent: &Agent| {
            let before = agent.tokens.start.checked_sub(1).map_or("", |at| word(self.words, at));
            matches!(before, "after" | "before" | "than")
        };
        while self.governed(&self.agents[index]) && !clause(&self.agents[index]) {
            let agent = &self.agents[index];
            let determined = matches!(
                word(self.words, agent.tokens.start - 1),
                "the" | "a" | "an" | "his" | "her" | "its"
            );
            let at = agent.tokens.start - 1 - usize::from(determined);
            let preposition = word(self.words, at);
            match self.ending(at) {
                Some(above) if above < index => index = above,
                _ if PLACED.contains(&preposition) => return None,
                _ => {
                    confidence = 0.6;
                    break;
                }
            }
        }
        let mut subject = self.of(&self.agents[index], None, confidence);
        let mut first = index;
        loop {
            // "Brazil and the Philippines": an article may stand between.
            let article = subject.start.checked_sub(1).is_some_and(|at| word(self.words, at) == "the");
            let Some(joint) = subject
                .start
                .checked_sub(1 + usize::from(article))
                .filter(|&joint| first > 0 && matches!(word(self.words, joint), "and" | ","))
            else {
                break;
            };
            let alone = word(self.words, joint) == "," && first == index;
            let Some(other) = self.ending(joint).filter(|&other| other < first && !alone) else {
                break;
            };
            first = other;
            subject.start = self.agents[other].tokens.start;
            if !subject.actors.contains(&self.agents[other].actor) {
                subject.actors.insert(0, self.agents[other].actor);
            }
        }
        Some(subject)
    }

    pub(super) fn by_syntax(&self, verb: usize) -> Option<Subject> {
        let parse = &self.sentence.parse;
        if verb >= parse.len() {
            return None;
        }
        let head = parse.subjects(verb).next()?;
        let named = |at: usize| self.agents.iter().find(|agent| agent.tokens.contains(&at));
        let apposed = || parse.children_by(head, Relation::Apposition).find_map(named);
        let agent = named(head).or_else(apposed)?;
        let behind = (agent.tokens.start > verb).then_some(agent.tokens.end);
        let mut subject = self.of(agent, behind, 0.8);
        // "Cuba and Vietnam, supported by Laos, asked"
        for other in parse.conjuncts(head) {
            let joint = self.agents.iter().find(|agent| agent.tokens.contains(&other));
            if let Some(joint) = joint.filter(|joint| !subject.actors.contains(&joint.actor)) {
                subject.actors.push(joint.actor);
            }
        }
        Some(subject)
    }

    /// The subject before an apposition or relative clause that ends at a comma.
    fn apposed(&self, comma: usize) -> Option<Subject> {
        let from = (0..comma).rev().find(|&at| matches!(word(self.words, at), ";" | ":")).unwrap_or(0);
        let mut candidates = self.agents.iter().rev().filter(|agent| {
            agent.tokens.end < comma
                && agent.tokens.start >= from
                && matches!(word(self.words, agent.tokens.end), "," | "(" | "—" | "–" | "-")
                && !self.governed(agent)
        });
        let near = self.agents.iter().rev().find(|agent| agent.tokens.end == comma && !self.governed(agent));
        let found = candidates.next().or(near);
        let named =
            self.name_before(comma).filter(|_| found.is_none_or(|found| found.kind == MentionKind::Unnamed));
        named.or_else(|| found.map(|agent| self.of(agent, None, 0.8))).or_else(|| self.clause(comma))
    }

    /// The first free agent of the clause that ends before a token.
    fn clause(&self, end: usize) -> Option<Subject> {
        let start = (0..end)
            .rev()
            .find(|&at| {
                is_mark(word(self.words, at)) || matches!(word(self.words, at), "that" | "and" | "but")
            })
            .map_or(0, |at| at + 1);
        let within =
            || self.agents.iter().filter(move |agent| agent.tokens.start >= start && agent.tokens.end <= end);
        within().find(|agent| !self.governed(agent)).map(|agent| self.of(agent, None, 0.55))
    }

    /// The subject of the verb before, else the first free agent of the sentence.
    fn shared(&self, verb: usize, before: Option<&Subject>) -> Option<Subject> {
        if let Some(before) = before.filter(|subject| subject.start < verb) {
            return Some(Subject { confidence: before.confidence * 0.9, behind: None, ..before.clone() });
        }
        let mut free = self.agents.iter().filter(|agent| agent.tokens.end <= verb && !self.governed(agent));
        free.next().map(|agent| self.of(agent, None, 0.6))
    }

    /// A subject that is one agent, or who speaks for it: "Chad (Ada Obi) asked".
    pub(super) fn of(&self, agent: &Agent, behind: Option<usize>, confidence: f64) -> Subject {
        let sends = matches!(agent.kind, MentionKind::State | MentionKind::Organization)
            && word(self.words, agent.tokens.end) == "(";
        let delegate = |other: &&Agent| {
            other.tokens.start == agent.tokens.end + 1
                && other.kind == MentionKind::Person
                && matches!(word(self.words, other.tokens.end), ")" | "," | ";")
        };
        let next = self.agents.partition_point(|other| other.tokens.start <= agent.tokens.end);
        let agent = self.agents.get(next).filter(|_| sends).filter(delegate).unwrap_or(agent);
        Subject { actors: vec![agent.actor], start: agent.tokens.start, behind, kind: agent.kind, confidence }
    }
}

/// Whether a token is a mark that ends a clause.
pub(super) fn is_mark(word: &str) -> bool {
    matches!(
        word,
        "," | ";"
            | ":"
            | "."
            | "”"
            | "\""
            | "''"
            | "’"
            | "'"
            | "»"
            | "—"
            | "–"
            | "-"
            | "--"
            | "?"
            | "!"
            | "…"
            | "..."
    )
}
