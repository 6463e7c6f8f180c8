//! Shunning: "skipped the summit", "pulled out of the talks", "excused himself", "declined an invitation", "walked out
//! before it began".
//!
//! Reads verbs that say it by themselves. Invariant: what is shunned is a gathering, or nothing is named.

use rapporteur_schema::Attendance;
use rapporteur_syntax::{FineTag, Relation, Upos};

use super::reader::Reader;
use super::trigger;
use super::words::{HIMSELF, HOME, LEAVES, MADE_TO, PLEAS, SHUNS};

impl Reader<'_> {
    /// A verb of staying away.
    pub(super) fn staying(&mut self, verb: usize) {
        let lemma = self.lemma(verb);
        let parse = self.parse;
        let of = |cases: &[&str]| self.reaches_gathering(verb, cases);
        let named = parse.children(verb).any(|child| child > verb && self.is_cased(child, &["of", "from"]));
        let shuns = SHUNS.contains(&lemma)
            && !parse.is_passive(verb)
            && parse.objects(verb).any(|object| self.is_attended(object) && !self.is_any(object, &["table"]));
        let leaves = LEAVES.iter().any(|&(leaves, particle, bare)| {
            leaves == lemma
                && self.with(verb, particle)
                && (of(&["of", "from", "out", "away", "off", "on"])
                    || self.is_led_to_gathering(verb, particle)
                    || bare && !named && parse.objects(verb).next().is_none()
                    || matches!(particle, "off" | "up" | "out")
                        && parse.objects(verb).any(|object| self.is_gathering(object)))
        });
        let himself = HIMSELF.contains(&lemma)
            && parse.objects(verb).any(|object| self.word(object).ends_with("self"))
            && (of(&["from"]) || !named && !parse.children(verb).any(|child| self.is_cased(child, &["for"])));
        let gives = lemma == "give"
            && parse.children(verb).any(|child| matches!(self.word(child), "miss" | "berth"))
            && (parse.children(verb).any(|child| self.is_gathering(child)) || of(&["to"]));
        let turns = lemma == "turn" && self.with(verb, "back") && of(&["on"]);
        let cancels = matches!(lemma, "cancel" | "call" | "scrap" | "abandon" | "drop")
            && (lemma != "call" || self.with(verb, "off"))
            && parse.objects(verb).any(|object| self.is_own_journey(object));
        // "She called off on Friday night": what was called off is no matter of who comes.
        let off = (lemma == "cancel" || lemma == "call" && self.with(verb, "off"))
            && !parse.is_passive(verb)
            && parse.objects(verb).next().is_none()
            && !self.doing(verb).is_empty();
        // "Pleaded illness", "called in sick"
        let pleads = lemma == "plead" && parse.objects(verb).any(|object| self.is_any(object, PLEAS))
            || lemma == "call" && self.with(verb, "in") && self.with(verb, "sick");
        if (pleads || off || shuns || leaves || himself || gives || turns || cancels) && self.is_done(verb) {
            let who = self.doing(verb);
            self.add(verb, Attendance::Absent, who);
        }
    }

    /// "Out of this morning's five-way sit-down", which trees often break.
    fn is_led_to_gathering(&self, verb: usize, particle: &str) -> bool {
        const NEAR: usize = 8;
        let behind = &self.lower[verb + 1..];
        let Some(led) = behind.iter().take(3).position(|word| word == particle) else { return false };
        let mut rest = behind[led + 1..].iter().take(NEAR);
        rest.next().is_some_and(|word| matches!(word.as_str(), "of" | "from"))
            && rest
                .take_while(|word| !matches!(word.as_str(), "," | "in" | "to" | "at" | "for" | "by" | "with"))
                .any(|word| trigger::is_gathering(word) || word == "sit-down")
    }

    /// "His trip to the summit", "her attendance", "its participation"
    fn is_own_journey(&self, noun: usize) -> bool {
        let own = self.parse.child(noun, Relation::Possessor).is_some();
        let reaches = self.parse.children(noun).any(|child| {
            self.is_cased(child, &["to", "at", "in", "for"])
                && (self.is_gathering(child) || self.is_place(child))
        });
        match self.lemma(noun) {
            "attendance" | "participation" => own,
            "trip" | "journey" | "visit" | "flight" | "travel" => {
                own && (reaches || matches!(self.lemma(noun), "trip" | "visit"))
            }
            _ => false,
        }
    }

    /// "Declined an invitation", "was invited but declined"
    pub(super) fn declining(&mut self, verb: usize) {
        let lemma = self.lemma(verb);
        let declines = matches!(lemma, "decline" | "refuse" | "reject" | "spurn")
            || lemma == "turn" && self.with(verb, "down");
        // "Despite having declined an earlier invitation"
        let despite = self.parse.children(verb).any(|child| matches!(self.word(child), "despite" | "after"));
        if !declines || despite || !self.is_done(verb) {
            return;
        }
        let mut objects = self.parse.objects(verb).peekable();
        let bare = objects.peek().is_none()
            && !self.parse.children(verb).any(|child| {
                matches!(
                    self.parse.tokens[child].relation,
                    Relation::OpenComplement | Relation::ClausalComplement
                ) && child > verb
            });
        let invited = self.lower.iter().any(|word| word == "invited");
        // "Declined an invitation to criticise him"
        let to_come = |invitation: usize| {
            let mut deeds = self.parse.children_by(invitation, Relation::AdnominalClause);
            deeds.all(|deed| {
                self.comes(deed) || matches!(self.lemma(deed), "send" | "speak" | "address" | "dine")
            })
        };
        if objects.any(|object| self.lemma(object) == "invitation" && to_come(object)) || bare && invited {
            let who = self.doing(verb);
            self.add(verb, Attendance::Declined, who);
        }
    }

    /// "Walked out before the talks began", "left a few hours before the summit was to open"
    pub(super) fn leaving(&mut self, verb: usize) {
        const FAR: usize = 16;
        let lemma = self.lemma(verb);
        let goes = matches!(lemma, "leave" | "depart")
            || matches!(lemma, "walk" | "storm") && self.with(verb, "out")
            || matches!(lemma, "fly" | "go" | "return") && self.with(verb, "home");
        let before = (verb + 1..self.parse.len().min(verb + FAR)).find(|&at| self.word(at) == "before");
        let Some(before) = before.filter(|_| goes && self.is_done(verb)) else {
            return;
        };
        let of_gathering = (before + 1..self.parse.len().min(before + FAR / 2))
            .any(|at| self.is_gathering(at) || matches!(self.word(at), "it" | "they" | "proceedings"));
        let begins = of_gathering
            && (before + 1..self.parse.len().min(before + FAR / 2)).any(|at| {
                self.is_any(at, &["open", "begin", "start", "convene", "opening", "beginning", "start"])
            });
        if begins {
            let who = self.doing(verb);
            self.add(verb, Attendance::Absent, who);
        }
    }

    /// "Stayed in Rome", "remained at his hotel": the verb and whether nothing says what he did there.
    pub(super) fn stays_put(&mut self, verb: usize) {
        // "He was right to stay at home" says it only where something made him.
        let infinitive = self.parse.tokens[verb].tag == FineTag::Vb
            && self.parse.auxiliaries(verb).next().is_none()
            && !self.parse.head(verb).is_some_and(|above| self.is_any(above, MADE_TO));
        if infinitive
            || !matches!(self.lemma(verb), "stay" | "remain" | "keep" | "take")
            || !self.is_done(verb)
        {
            return;
        }
        let parse = self.parse;
        let keeps = matches!(self.lemma(verb), "keep" | "take");
        let put = parse.children(verb).any(|child| {
            let home = self.is_any(child, HOME);
            // "Kept to his bed"
            let kept = keeps && home && self.is_cased(child, &["to"]);
            let stayed = self.is_cased(child, &["in", "at"]) && (self.is_place(child) || home);
            child > verb && (kept || !keeps && (stayed || self.word(child) == "home"))
        });
        // "Remained in custody in Harare"
        let state = parse.children(verb).any(|child| {
            self.is_cased(child, &["in"])
                && parse.tokens[child].upos == Upos::Noun
                && !(self.is_place(child) || self.is_any(child, HOME))
        });
        // "Stayed in Maputo for three days", "remained in Sucre for talks": it is there that he was.
        let stays_for = parse
            .children(verb)
            .any(|child| child > verb && self.is_cased(child, &["for", "until", "till", "through", "with"]));
        let acts = parse.conjuncts(verb).any(|other| {
            !self.is_negated(other)
                && self.doing(other) == self.doing(verb)
                && matches!(self.lemma(other), "meet" | "receive" | "see" | "confer" | "hold")
        });
        if put && !state && !stays_for && !acts {
            let who = self.doing(verb);
            self.add(verb, Attendance::Absent, who);
        }
    }
}
