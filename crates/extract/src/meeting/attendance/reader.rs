//! What a sentence offers to a reader of absences: its words, who is meant by a token, what is a gathering, and
//! whether a deed is told as done.
//!
//! Reads one tree; knows no meetings. Invariant: of one actor the first word counts.

use rapporteur_schema::{ActorKind, Attendance};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::Away;
use super::words::{EVENTS, HEARSAY, IT, OPEN, WEIGHS};
use crate::cast::ActorNumber;
use crate::meeting::party::Room;
use crate::meeting::{frame, represented, trigger};
use crate::mention::MentionKind;
use crate::text::word;

/// How far above a deed its being asserted is looked at.
const ABOVE: usize = 5;

/// Reads one sentence.
pub(super) struct Reader<'r> {
    pub(super) room: &'r Room<'r>,
    pub(super) parse: &'r Parse,
    pub(super) lower: &'r [String],
    pub(super) found: Vec<Away>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(room: &'r Room<'r>) -> Self {
        let lower = room.text.lower(room.sentence);
        Self { room, parse: &room.text.sentences[room.sentence].parse, lower, found: Vec::new() }
    }

    pub(super) fn word(&self, at: usize) -> &str {
        word(self.lower, at)
    }

    pub(super) fn lemma(&self, at: usize) -> &str {
        self.parse.tokens[at].lemma.as_str()
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.lemma(at)) || words.contains(&self.word(at))
    }

    /// Whether a token stands behind one of the prepositions.
    pub(super) fn is_cased(&self, at: usize, cases: &[&str]) -> bool {
        self.parse.children_by(at, Relation::Case).any(|case| cases.contains(&self.word(case)))
    }

    /// Whether a particle, adverb or preposition stands right below a verb or on what hangs from it.
    pub(super) fn with(&self, verb: usize, particle: &str) -> bool {
        particle.is_empty()
            || self.lower[verb + 1..].iter().take(2).any(|word| word == particle)
            || self.parse.children(verb).any(|child| child > verb && self.word(child) == particle)
    }

    /// Whether a noun names what one attends.
    pub(super) fn is_gathering(&self, noun: usize) -> bool {
        trigger::is_meeting_noun(self.word(noun))
            || trigger::is_meeting_noun(self.lemma(noun))
            || self.is_any(noun, EVENTS)
    }

    /// Whether an object of a verb of coming can be a gathering: the noun, a pronoun, or the name that a tree takes
    /// for its head: "the Tiraspol round".
    pub(super) fn is_attended(&self, object: usize) -> bool {
        const NEAR: usize = 3;
        let named = self.parse.tokens[object].upos == Upos::ProperNoun
            && (object + 1..self.parse.len().min(object + NEAR)).any(|next| self.is_gathering(next));
        self.is_gathering(object) || self.is_any(object, IT) || named
    }

    /// Whether what hangs from a verb behind a preposition is a gathering.
    pub(super) fn reaches_gathering(&self, verb: usize, cases: &[&str]) -> bool {
        self.parse
            .children(verb)
            .any(|child| child > verb && self.is_cased(child, cases) && self.is_gathering(child))
    }

    /// Whether the sentence speaks of a gathering at all.
    pub(super) fn speaks_of_gathering(&self) -> bool {
        (0..self.parse.len()).any(|at| {
            self.is_gathering(at)
                || matches!(self.lemma(at), "attend" | "meet" | "delegation")
                || matches!(self.word(at), "chair" | "seat")
        })
    }

    /// Whether a token can say where something is.
    pub(super) fn is_place(&self, at: usize) -> bool {
        let mention = self.room.cast.mention_at(self.room.sentence, at);
        mention.is_some_and(|(_, mention)| mention.kind.is_place())
    }

    /// The persons whom a phrase brings.
    pub(super) fn persons(&self, head: usize) -> Vec<ActorNumber> {
        let mut found = frame::referent(self.room, self.parse, head);
        // "No American official has been there", "an envoy was refused a visa": nobody of whom one could say more.
        let indefinite = self.parse.children_by(head, Relation::Determiner).any(|determiner| {
            matches!(self.word(determiner), "no" | "a" | "an" | "another" | "some" | "any" | "one")
        });
        let named = |actor: ActorNumber| self.room.cast.members[actor].kind == ActorKind::Person;
        found.retain(|&actor| self.is_person(actor) && (named(actor) || !indefinite));
        found
    }

    /// The persons that do what a verb says; where the tree has no subject for it, whom the sentence begins with.
    pub(super) fn doing(&self, verb: usize) -> Vec<ActorNumber> {
        let mut subjects = frame::acting(self.parse, verb);
        // "He found himself unable to come", "he let himself be excused"
        for subject in &mut subjects {
            let reflexive = self.word(*subject).ends_with("self");
            let above = self.parse.head(*subject).filter(|_| reflexive);
            if let Some(own) = above.and_then(|above| frame::acting(self.parse, above).first().copied()) {
                *subject = own;
            }
        }
        // "He chose not to attend", of which the tree makes an auxiliary
        if subjects.is_empty() {
            subjects
                .extend(self.parse.auxiliaries(verb).flat_map(|auxiliary| self.parse.subjects(auxiliary)));
        }
        // "X, it was announced, would not come"
        if subjects.iter().all(|&subject| self.word(subject) == "it") {
            return self
                .first()
                .filter(|&first| first < verb)
                .map(|first| self.persons(first))
                .unwrap_or_default();
        }
        let named: Vec<ActorNumber> = subjects.iter().flat_map(|&subject| self.persons(subject)).collect();
        if !named.is_empty() {
            return named;
        }
        // "Gave no reason for staying away"
        if self.parse.tokens[verb].relation == Relation::AdnominalClause
            && !self.has_subject(verb)
            && let Some(above) = self.parse.head(verb).and_then(|noun| self.parse.head(noun))
        {
            let subjects = self.parse.subjects(above);
            return subjects.flat_map(|subject| self.persons(subject)).collect();
        }
        // "Two of the ministers, X and Y, were absent"
        subjects.into_iter().flat_map(|subject| self.within(subject)).collect()
    }

    /// The person whom the sentence begins with, behind titles only.
    fn first(&self) -> Option<usize> {
        const TITLES: usize = 5;
        let first = self.room.agents.first().map(|agent| agent.tokens.start)?;
        let first =
            first.min(self.room.agents.iter().find(|agent| self.is_person(agent.actor))?.tokens.start);
        (first <= TITLES && !self.lower[..first].iter().any(|word| word == ",")).then_some(first)
    }

    /// The persons named first within a phrase that counts them: "two of the ministers, X and Y".
    fn within(&self, head: usize) -> Vec<ActorNumber> {
        let counts =
            matches!(self.word(head), "two" | "three" | "four" | "some" | "several" | "both" | "one");
        let span = self.parse.subtree(head);
        let named = self.room.agents.iter().find(|agent| {
            span.contains(&agent.tokens.start)
                && agent.kind == MentionKind::Person
                && self.is_person(agent.actor)
        });
        named.filter(|_| counts).map(|agent| self.persons(agent.tokens.start)).unwrap_or_default()
    }

    /// Whether somebody is meant, with a name or by an office: "Fiji's leader".
    pub(super) fn is_person(&self, actor: ActorNumber) -> bool {
        let member = &self.room.cast.members[actor];
        match member.kind {
            ActorKind::Person => true,
            ActorKind::Unnamed => {
                member.country.is_some()
                    && !member.is_outlet
                    && !member.name.ends_with('s')
                    && represented::is_office(&member.name)
            }
            _ => false,
        }
    }

    /// The persons who possess a noun, or stand behind its "of".
    pub(super) fn owners(&self, noun: usize) -> Vec<ActorNumber> {
        let owner = |&child: &usize| match self.parse.tokens[child].relation {
            Relation::Possessor => true,
            Relation::NominalModifier => self.is_cased(child, &["of", "for", "'s", "’s"]),
            _ => false,
        };
        // "X, whose place was empty"
        let whose = |child: usize| {
            let relative = Some(child).filter(|&child| self.word(child) == "whose")?;
            let mut above = self.parse.ancestors(relative);
            above
                .find(|&at| self.parse.tokens[at].relation == Relation::RelativeClause)
                .and_then(|clause| self.parse.head(clause))
        };
        let owners = self.parse.children(noun).filter(owner);
        owners.flat_map(|child| self.persons(whose(child).unwrap_or(child))).collect()
    }

    /// Notes that a token says it, though it be of nobody who has a name.
    pub(super) fn add(&mut self, at: usize, attendance: Attendance, mut actors: Vec<ActorNumber>) {
        actors.retain(|actor| self.found.iter().all(|away| !away.actors.contains(actor)));
        self.found.push(Away { actors, attendance, at });
    }

    /// Whether the text tells the deed as one that was done or will be: under no "if", "may" or "threatened to".
    pub(super) fn is_asserted(&self, deed: usize) -> bool {
        let mut at = deed;
        for step in 0..ABOVE {
            let auxiliary = |wanted: &[&str]| {
                self.parse.auxiliaries(at).any(|auxiliary| wanted.contains(&self.word(auxiliary)))
            };
            let open = self.parse.children(at).any(|child| {
                child < at
                    && matches!(
                        self.parse.tokens[child].relation,
                        Relation::Marker | Relation::AdverbialModifier
                    )
                    && OPEN.contains(&self.word(child))
            });
            let modal = auxiliary(&["may", "might"])
                || step == 0 && auxiliary(&["should", "must"])
                || step == 0 && auxiliary(&["would", "could"]) && auxiliary(&["have"]);
            if open || modal {
                return false;
            }
            let Some(head) = self.parse.head(at) else { return true };
            let relation = self.parse.tokens[at].relation;
            let below = matches!(
                relation,
                Relation::OpenComplement
                    | Relation::ClausalComplement
                    | Relation::AdverbialClause
                    | Relation::AdnominalClause
                    | Relation::RelativeClause
                    | Relation::Object
                    | Relation::ClausalSubject
            );
            // "It is not us who are absent"
            let cleft = relation == Relation::RelativeClause
                && self.parse.negated(head)
                && self.parse.auxiliaries(head).next().is_some();
            let weighed = below
                && (WEIGHS.contains(&self.lemma(head)) && !self.parse.negated(head)
                    || HEARSAY.contains(&self.lemma(head).to_lowercase().as_str())
                    || matches!(self.lemma(head), "certain" | "clear" | "known" | "sure")
                        && self.parse.negated(head));
            // "Far from staying away", "instead of staying away"
            let far = step == 0
                && deed >= 2
                && matches!(
                    (self.word(deed - 2), self.word(deed - 1)),
                    ("far", "from") | ("instead", "of") | ("rather", "than")
                );
            if weighed && !(relation == Relation::AdverbialClause && self.has_subject(at)) || far || cleft {
                return false;
            }
            at = head;
        }
        true
    }

    pub(super) fn has_subject(&self, verb: usize) -> bool {
        self.parse.subjects(verb).next().is_some()
    }
}
