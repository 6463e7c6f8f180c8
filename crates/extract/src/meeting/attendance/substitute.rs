//! Somebody else in one's place: "X sent his deputy instead", "Y deputised for X", "in his stead came Y", "his chair stood
//! vacant".
//!
//! Reads verbs of sending and standing in, and the nouns for a seat. Invariant: who sends somebody on an errand stays
//! away from nothing.

use rapporteur_schema::Attendance;
use rapporteur_syntax::Relation;

use super::reader::Reader;
use super::words::{JUNIORS, SEATS, SENDS, STANDS_IN, SUBSTITUTES, VACANT};

impl Reader<'_> {
    /// "X sent his deputy instead", "X delegated the ambassador to attend on his behalf"
    pub(super) fn sends(&mut self, verb: usize) {
        let parse = self.parse;
        if !SENDS.contains(&self.lemma(verb)) || !self.is_done(verb) {
            return;
        }
        let substitute = parse.objects(verb).any(|object| {
            self.lower[..=object].iter().rev().take(3).any(|word| SUBSTITUTES.contains(&word.as_str()))
                || self.is_any(object, SUBSTITUTES)
        });
        let instead = self.lower[verb..].windows(3).any(|words| {
            let [one, two, three] = words else { return false };
            one == "instead"
                || one == "in"
                    && matches!(two.as_str(), "his" | "her")
                    && matches!(three.as_str(), "place" | "stead")
                || one == "on" && matches!(two.as_str(), "his" | "her") && three == "behalf"
                || one == "to" && matches!(two.as_str(), "attend" | "represent" | "speak" | "sit")
        }) || self.lower[verb..].iter().any(|word| word == "instead");
        let reaches = self.reaches_gathering(verb, &["to"]);
        // "Sent his minister to Asmara": where no gathering is named he may have sent him on an errand.
        let own = parse.objects(verb).any(|object| {
            parse
                .child(object, Relation::Possessor)
                .is_some_and(|owner| matches!(self.word(owner), "his" | "her"))
        });
        // "Sent his ambassador back to Luanda", "sent his minister to fetch him": on an errand.
        let errand = parse.children(verb).any(|child| {
            child > verb
                && (self.is_cased(child, &["to", "into"])
                    || parse.tokens[child].relation == Relation::OpenComplement)
        });
        let named = parse.objects(verb).any(|object| !self.persons(object).is_empty());
        // "The Briton sent a secretary"
        let junior = parse.objects(verb).any(|object| self.is_any(object, JUNIORS));
        if substitute && (instead || reaches || (own || named || junior) && !errand) {
            let who = self.doing(verb);
            self.add(verb, Attendance::Absent, who);
        }
    }

    /// "In his place came Y", "in his stead": whom the words before name.
    pub(super) fn stead(&mut self, at: usize) {
        let own = at.checked_sub(1).filter(|&own| matches!(self.word(own), "his" | "her" | "'s" | "’s"));
        let within = |own: usize| (own.saturating_sub(4)..own).any(|at| self.word(at) == "in");
        // "Sending in his place an adviser": who sends is told by the verb.
        const NEAR: usize = 6;
        let sent = (at.saturating_sub(NEAR)..at).any(|verb| SENDS.contains(&self.lemma(verb)));
        if sent || !own.is_some_and(|own| within(own) && self.is_any(at, SEATS) || self.word(at) == "stead") {
            return;
        }
        let who = self.owners(at);
        self.add(at, Attendance::Absent, who);
    }

    /// "Y stood in for X", "Y took the place of X": X was not there.
    pub(super) fn replaced(&mut self, verb: usize) {
        let parse = self.parse;
        let lemma = self.lemma(verb);
        let stands = STANDS_IN.contains(&lemma)
            && (matches!(lemma, "deputise" | "deputize" | "substitute") || self.with(verb, "in"));
        if !stands || !self.is_done(verb) || !self.speaks_of_gathering() {
            return;
        }
        let who = parse
            .children(verb)
            .filter(|&child| child > verb && self.is_cased(child, &["for"]))
            .flat_map(|child| self.persons(child))
            .collect();
        self.add(verb, Attendance::Absent, who);
    }

    /// "His chair stood vacant", "the seat of X was empty", "X's place was taken by Y"
    pub(super) fn seat(&mut self, noun: usize) {
        let Some(head) = self.parse.head(noun).filter(|_| self.is_any(noun, SEATS)) else { return };
        let subject = self.parse.subjects(head).any(|subject| subject == noun);
        let near = self.lower[noun..].iter().take(14).any(|word| VACANT.contains(&word.as_str()));
        let taken = matches!(self.lemma(head), "take" | "fill" | "occupy") && self.parse.is_passive(head);
        // "His seat in parliament was left empty"
        let elsewhere = self
            .parse
            .children(noun)
            .any(|child| self.is_cased(child, &["in", "on"]) && !self.is_gathering(child));
        if elsewhere || !subject || !(near || taken) || !self.is_done(head) {
            return;
        }
        let mut who = self.owners(noun);
        // "The chair reserved for X"
        if let Some(behind) = (noun + 1..head).find(|&at| self.word(at) == "for").filter(|_| who.is_empty()) {
            who.extend(self.person_head(behind + 1).into_iter().flat_map(|head| self.persons(head)));
        }
        self.add(head, Attendance::Absent, who);
    }
}
