//! Being there or not: "was absent", "was not at the table", "was nowhere to be seen", "stayed in Rome", "missing were X
//! and Y".
//!
//! Reads predicates and their subjects, before them or behind. Invariant: nobody is away of whom it is only said that
//! something was missing.

use rapporteur_schema::Attendance;
use rapporteur_syntax::{Relation, Upos};

use super::deed::Undone;
use super::reader::Reader;
use super::words::REASONS;
use crate::cast::ActorNumber;

/// Verbs of being.
const BE: &[&str] = &["be", "is", "are", "was", "were", "been", "being", "remain", "stay"];

impl Reader<'_> {
    /// A predicate that says where somebody is.
    pub(super) fn being(&mut self, at: usize) {
        // "A missing airman"
        if self.parse.tokens[at].relation == Relation::AdjectivalModifier {
            return;
        }
        let away = match self.word(at) {
            "absent" | "missing" => true,
            "indisposed" => true,
            // "Was in bed when the news came" tells of another hour.
            "bed" => self.is_cased(at, &["in"]) && !self.lower[at..].iter().any(|word| word == "when"),
            "nowhere" => self.lower[at + 1..]
                .iter()
                .take(4)
                .any(|word| matches!(word.as_str(), "seen" | "found" | "sight" | "evidence")),
            // "Who is not: X"
            "not" => {
                self.word(at + 1) == ":"
                    && self.lower[at.saturating_sub(3)..at].iter().any(|word| word == "who")
            }
            // "Was not there to make friends" is of those who came.
            "there" | "here" => {
                self.parse.tokens[at].relation != Relation::Expletive && self.word(at + 1) != "to"
            }
            "present" => self.parse.tokens[at].upos != Upos::Verb,
            "attendance" => self.is_cased(at, &["in"]),
            "table" | "room" | "hall" => self.is_cased(at, &["at", "in", "around"]),
            "them" | "those" | "participants" | "attendees" | "guests" => self.is_cased(at, &["among"]),
            _ => self.is_gathering(at) && self.is_cased(at, &["at"]),
        };
        self.reason(at);
        if !away {
            return;
        }
        // The predicate itself, or the "be" above it.
        let heads = [Some(at), self.parse.head(at)].into_iter().flatten();
        let be = heads.into_iter().find(|&head| {
            self.is_any(head, BE) || self.parse.auxiliaries(head).any(|auxiliary| self.is_any(auxiliary, BE))
        });
        if matches!(self.word(at), "absent" | "missing" | "nowhere" | "bed" | "indisposed") {
            self.being_away(at, be);
        } else if let Some(be) = be
            && (be == at || self.is_any(be, BE) || self.parse.tokens[at].relation == Relation::Conjunct)
        {
            let negated = self.is_negated(be) || self.is_negated(at);
            if let Some(Undone { attendance, mut who }) = self.undone(at).or_else(|| self.undone(be)) {
                // "One of three leaders who will not be there"
                let clause = matches!(
                    self.parse.tokens[be].relation,
                    Relation::RelativeClause | Relation::AdnominalClause
                );
                if let Some(noun) = self.parse.head(be).filter(|_| clause && who.is_empty()) {
                    who = self.equated(noun);
                }
                if who.is_empty() && !self.has_subject(be) {
                    who = self.parse.head(be).map(|above| self.doing(above)).unwrap_or_default();
                }
                self.add(be, attendance, who);
            } else if negated && self.is_asserted(be) {
                let who = self.doing(be);
                self.add(be, Attendance::Absent, who);
            }
        } else if self.is_negated(at) || self.word(at) == "not" {
            // "Not present: X"
            let who = self.behind(at);
            self.add(at, Attendance::Absent, who);
        }
    }

    /// "The minister being on holiday", "as he was abroad", "after the minister fell ill": told as the reason.
    fn reason(&mut self, at: usize) {
        if !self.is_any(at, REASONS) || !self.speaks_of_gathering() {
            return;
        }
        let parse = self.parse;
        let noun = self.is_any(at, &["holiday", "leave", "hospital"]);
        if noun && !self.is_cased(at, &["on", "in"]) {
            return;
        }
        let being = |head: usize| {
            self.is_any(head, &["fall"])
                || parse.auxiliaries(head).any(|auxiliary| self.is_any(auxiliary, BE))
        };
        let said = [Some(at), parse.head(at)].into_iter().flatten().find(|&head| being(head));
        let Some(said) = said.filter(|&said| !self.is_negated(said)) else { return };
        let given = parse
            .children_by(said, Relation::Marker)
            .any(|mark| matches!(self.word(mark), "as" | "because" | "since" | "after"));
        let absolute = parse.auxiliaries(said).any(|auxiliary| self.word(auxiliary) == "being");
        let fell = self.is_any(said, &["fall"]);
        if (given || absolute || fell) && self.is_asserted(said) {
            let mut who: Vec<ActorNumber> = parse.subjects(said).flat_map(|one| self.persons(one)).collect();
            if who.is_empty() {
                let before = self.room.agents.iter().find(|agent| agent.tokens.end == said);
                who = before.map(|agent| self.persons(agent.tokens.start)).unwrap_or_default();
            }
            self.add(said, Attendance::Absent, who);
        }
    }

    /// "X was absent", "absent was X", "in bed with influenza"
    fn being_away(&mut self, at: usize, be: Option<usize>) {
        let said = be.unwrap_or(at);
        // "Was missing a button"
        if self.parse.objects(at).next().is_some() {
            return;
        }
        if self.is_negated(said) || self.is_negated(at) || !self.is_asserted(said) {
            return;
        }
        let mut who: Vec<ActorNumber> = self.parse.subjects(said).flat_map(|one| self.persons(one)).collect();
        if who.is_empty() {
            who = self.behind(at);
        }
        if who.is_empty() && be.is_some() {
            who = self.doing(said);
        }
        self.add(said, Attendance::Absent, who);
    }

    /// "Missing were X and Y", "Absent: X, Y": those behind the predicate, up to a full stop or semicolon.
    pub(super) fn behind(&self, at: usize) -> Vec<ActorNumber> {
        const NEAR: usize = 8;
        let inverted = (at + 1..self.lower.len().min(at + NEAR))
            .find(|&be| matches!(self.word(be), "is" | "are" | "was" | "were" | ":"));
        let Some(be) = inverted else { return Vec::new() };
        let end = (be..self.lower.len())
            .find(|&end| matches!(self.word(end), ";" | "."))
            .unwrap_or(self.lower.len());
        // "Missing was the pledge that X had demanded" is of the pledge.
        const TITLES: usize = 8;
        let mut agents = self.room.agents.iter();
        let first = agents.find(|agent| agent.tokens.end > be && self.is_person(agent.actor));
        let head = first.map(|agent| agent.tokens.start.max(be + 1)).filter(|&head| {
            let titles = (be + 1..head).all(|at| {
                !matches!(self.parse.tokens[at].upos, Upos::Verb | Upos::Adposition)
                    && !matches!(self.word(at), "that" | "which" | "who")
            });
            head < end && head <= be + TITLES && titles
        });
        head.map(|head| self.persons(head)).unwrap_or_default()
    }
}
