//! Nouns of not being there: "the absence of X", "apologies from X", "no sign of X", "absentees included X", "X's refusal
//! to come".
//!
//! Reads nouns and those who possess them. Invariant: the absence of a thing is nobody's.

use rapporteur_schema::Attendance;
use rapporteur_syntax::Relation;

use super::reader::Reader;
use super::words::{ABSENCES, ABSENTEES, CHOICES, NOTES, REFUSALS, REGRETS};
use crate::cast::ActorNumber;

impl Reader<'_> {
    /// What a noun says of those who own it.
    pub(super) fn noun(&mut self, at: usize) {
        let lemma = self.lemma(at);
        let word = self.word(at);
        if ABSENTEES.contains(&word) || ABSENTEES.contains(&lemma) {
            let mut who = self.equated(at);
            // "There were two absentees: X and Y", "among the absentees was X"
            if who.is_empty() {
                who = self.behind(at);
            }
            self.add(at, Attendance::Absent, who);
        } else if ABSENCES.contains(&lemma) || ABSENCES.contains(&word) {
            let who = self.missed(at);
            if self.is_absence_from_gathering(at) && self.is_asserted(at) {
                self.add(at, Attendance::Absent, who);
            }
        } else if REGRETS.contains(&word) {
            let who = self.excused(at);
            if !who.is_empty() {
                self.add(at, Attendance::Absent, who);
            }
        } else if lemma == "sign" || lemma == "trace" {
            if self.lower[..at].iter().rev().take(2).any(|word| word == "no") {
                // "No sign of him backing down"
                let acts =
                    self.lower[at..].iter().take(8).any(|word| word.ends_with("ing") && word != "evening");
                if !acts {
                    let who = self.owners(at);
                    self.add(at, Attendance::Absent, who);
                }
            }
        } else if REFUSALS.contains(&lemma) || CHOICES.contains(&lemma) {
            self.refusal(at);
        }
    }

    /// "The absence of X", "X's absence", "the key absence was that of X", "X was conspicuous by his absence",
    /// "conspicuous by his absence was X"
    fn missed(&self, noun: usize) -> Vec<ActorNumber> {
        let conspicuous = self.parse.head(noun).filter(|&head| {
            self.is_any(head, &["conspicuous", "notable", "noticeable", "remarkable"])
                && self.is_cased(noun, &["by", "for"])
        });
        if let Some(head) = conspicuous {
            let own: Vec<ActorNumber> = self.parse.subjects(head).flat_map(|one| self.persons(one)).collect();
            return if own.is_empty() { self.behind(noun) } else { own };
        }
        let that = (noun + 1..self.parse.len().min(noun + 4)).find(|&at| self.word(at) == "that");
        let mut who = self.owners(noun);
        if let Some(that) = that.filter(|_| who.is_empty()) {
            who = self.owners(that);
        }
        who
    }

    /// "His absence from the government" is none from a meeting.
    fn is_absence_from_gathering(&self, noun: usize) -> bool {
        let mut from = self.parse.children(noun).filter(|&child| self.is_cased(child, &["from"])).peekable();
        from.peek().is_none() || from.any(|child| self.is_gathering(child) || self.is_place(child))
    }

    /// Those with whom a sentence equates its absentees: "X was a no-show", "the absentees were X and Y", "absentees
    /// included X".
    pub(super) fn equated(&self, noun: usize) -> Vec<ActorNumber> {
        let parse = self.parse;
        let mut who: Vec<ActorNumber> = parse.subjects(noun).flat_map(|one| self.persons(one)).collect();
        if let Some(head) = parse.head(noun).filter(|&head| parse.subjects(head).any(|one| one == noun)) {
            let verb = self.is_any(head, &["include", "be", "number"]);
            let rest = parse.objects(head).chain(std::iter::once(head).filter(|_| !verb));
            who.extend(rest.flat_map(|one| self.persons(one)));
        }
        // "X is one of three leaders who will not be there"
        if let Some(one) = parse.head(noun).filter(|&one| matches!(self.word(one), "one" | "two" | "among")) {
            who.extend(parse.subjects(one).flat_map(|subject| self.persons(subject)));
        }
        who
    }

    /// "Apologies were received from X", "X sent his regrets", "the apologies of X"
    fn excused(&self, noun: usize) -> Vec<ActorNumber> {
        let parse = self.parse;
        let cased =
            |head: usize| parse.children(head).filter(move |&child| self.is_cased(child, &["from", "of"]));
        let note = parse.head(noun).filter(|&head| self.is_any(head, NOTES));
        // "The apology of 1995" is none for staying away.
        if note.is_none() && self.word(noun) == "apology" {
            return Vec::new();
        }
        let mut who: Vec<ActorNumber> = cased(noun).flat_map(|child| self.persons(child)).collect();
        // "Sent a note of apology"
        let noun = note.unwrap_or(noun);
        // "From Ghana came only regrets: the minister was unwell"
        if self.word(noun + 1) == ":" {
            return self.behind(noun);
        }
        let Some(verb) = parse.head(noun).filter(|_| who.is_empty()) else { return who };
        if parse.subjects(verb).any(|subject| subject == noun) {
            who.extend(cased(verb).flat_map(|child| self.persons(child)));
        } else if matches!(self.lemma(verb), "send" | "tender" | "convey" | "make" | "offer" | "present")
            && parse.objects(verb).any(|object| object == noun)
            // "Offered his apologies for the raid"
            && !parse.children(noun).chain(parse.children(verb)).any(|child| {
                self.is_cased(child, &["for", "to"]) && !self.is_gathering(child)
            })
        {
            who.extend(self.doing(verb));
        }
        who
    }

    /// "X's refusal to come", "the failure of X to appear", "X's decision not to attend"
    fn refusal(&mut self, noun: usize) {
        let chooses = CHOICES.contains(&self.lemma(noun));
        let deeds: Vec<usize> = self
            .parse
            .children(noun)
            .filter(|&child| {
                matches!(
                    self.parse.tokens[child].relation,
                    Relation::AdnominalClause | Relation::OpenComplement | Relation::ClausalComplement
                )
            })
            .collect();
        for deed in deeds {
            let stays = chooses && matches!(self.lemma(deed), "boycott" | "skip" | "miss" | "stay");
            if (self.comes(deed) && self.is_negated(deed) == chooses || stays) && self.is_asserted(noun) {
                let who = self.owners(noun);
                self.add(noun, Attendance::Absent, who);
            }
        }
    }
}
