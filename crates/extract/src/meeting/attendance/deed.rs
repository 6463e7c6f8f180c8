//! Deeds of coming that are undone: "did not come", "was unable to attend", "ruled out going", "was to have attended",
//! "came no nearer than the gates".
//!
//! Reads verbs and what undoes them. Invariant: what is undone twice was done: "did not fail to attend".

use rapporteur_schema::Attendance;
use rapporteur_syntax::{Relation, Upos};

use super::reader::Reader;
use super::words::{FAILS, FORGOES, HOME, NEEDS_NO, PREVENTS, REFUSES, SEATS, VENUES, WANTS};
use crate::cast::ActorNumber;

/// How a verb of coming is undone, and of whom that is said.
pub(super) struct Undone {
    pub(super) attendance: Attendance,
    pub(super) who: Vec<ActorNumber>,
}

impl Reader<'_> {
    /// A verb of coming that is undone.
    pub(super) fn coming(&mut self, verb: usize) {
        if !self.comes(verb) {
            return;
        }
        let Some(Undone { attendance, mut who }) = self.undone(verb) else { return };
        // "The only leader not to attend was X"
        let clause =
            matches!(self.parse.tokens[verb].relation, Relation::RelativeClause | Relation::AdnominalClause);
        if let Some(noun) = self.parse.head(verb).filter(|_| clause && who.is_empty()) {
            who = self.equated(noun);
        }
        self.add(verb, attendance, who);
    }

    /// "Was to have attended, but": who was to have come and did not.
    pub(super) fn once_expected(&mut self, verb: usize) {
        let parse = self.parse;
        let have = parse.auxiliaries(verb).any(|auxiliary| self.word(auxiliary) == "have");
        let to = parse.children(verb).any(|mark| mark < verb && self.word(mark) == "to");
        let was = self.lower[..verb].iter().rev().take(4).any(|word| matches!(word.as_str(), "was" | "were"));
        let chairs = self.is_any(verb, &["chair", "address", "lead", "head", "host"]);
        if have
            && to
            && was
            && !self.is_negated(verb)
            && (chairs || self.comes(verb))
            && self.is_asserted(verb)
        {
            let above = parse.head(verb).filter(|_| !self.has_subject(verb));
            let who = above.map(|above| self.doing(above)).unwrap_or_default();
            let who = if who.is_empty() { self.doing(verb) } else { who };
            self.add(verb, Attendance::Absent, who);
        }
    }

    /// "Came no nearer than the gates", "got no further than the border", "never got beyond Tacna"
    pub(super) fn stopping_short(&mut self, verb: usize) {
        let far = |at: usize| matches!(self.word(at), "nearer" | "further" | "farther" | "closer");
        let short = matches!(self.lemma(verb), "come" | "get" | "go" | "make" | "reach" | "travel")
            && (self.word(verb + 1) == "no" && far(verb + 2)
                || self.parse.negated(verb)
                    && (far(verb + 1) || matches!(self.word(verb + 1), "beyond" | "past")));
        if short && self.is_asserted(verb) {
            let who = self.doing(verb);
            self.add(verb, Attendance::Absent, who);
        }
    }

    /// Whether a verb says that its subject comes to a gathering, or would.
    pub(super) fn comes(&self, verb: usize) -> bool {
        let parse = self.parse;
        let object = |wanted: &[&str]| parse.objects(verb).any(|object| self.is_any(object, wanted));
        let away_from = parse.children(verb).any(|child| {
            self.is_cased(child, &["from", "into", "through", "without", "by"])
                || matches!(self.word(child), "back" | "together")
        }) || matches!(
            self.word(verb + 1),
            "up" | "out" | "about" | "under" | "across" | "close" | "clean" | "alone" | "before" | "until"
        );
        // "Come to power", "arrive at a conclusion"
        let elsewhere = parse.children(verb).any(|child| {
            child > verb
                && self.is_cased(child, &["to", "at"])
                && parse.tokens[child].upos == Upos::Noun
                && !(self.is_gathering(child) || self.is_place(child) || self.is_any(child, VENUES))
        });
        let purpose = parse
            .children_by(verb, Relation::OpenComplement)
            .all(|child| self.is_any(child, &["attend", "meet", "join", "take", "participate", "see", "be"]));
        let reaches = |cases: &[&str]| {
            parse.children(verb).any(|child| {
                self.is_cased(child, cases) && (self.is_place(child) || self.is_gathering(child))
            })
        };
        match self.lemma(verb) {
            "attend" => {
                let mut objects = parse.objects(verb).peekable();
                let to = parse.children(verb).any(|child| self.is_cased(child, &["to"]));
                !to && (objects.peek().is_none() || objects.any(|object| self.is_attended(object)))
            }
            "participate" | "materialise" | "materialize" => true,
            "join" => parse.objects(verb).any(|object| {
                self.is_attended(object)
                    || self.is_any(object, &["him", "her", "other", "leader", "minister"])
            }),
            "come" | "travel" | "fly" | "arrive" | "appear" | "journey" => {
                purpose && !away_from && !elsewhere && parse.objects(verb).next().is_none()
            }
            "go" => {
                purpose
                    && !away_from
                    && (reaches(&["to", "in"])
                        // "Did not go."
                        || matches!(self.word(verb + 1), "" | "." | ";" | ",")
                        || parse.head(verb).is_some_and(|head| matches!(self.lemma(head), "unable" | "able"))
                        || self.with(verb, "there")
                        || self.with(verb, "himself"))
            }
            "turn" => self.with(verb, "up"),
            "show" => {
                self.with(verb, "up") || self.word(verb + 1) != "that" && parse.objects(verb).next().is_none()
            }
            // "Was not to be found in the hall", "was not seen at any point"
            "find" | "see" | "sight" | "spot" => {
                parse.is_passive(verb)
                    && parse.children(verb).any(|child| {
                        self.is_cased(child, &["at", "in", "among"])
                            && (self.is_gathering(child)
                                || self.is_any(child, &["hall", "room", "point", "table"]))
                    })
            }
            "make" => {
                object(&["it", "trip", "journey", "voyage", "crossing", "flight"])
                    || parse.objects(verb).any(|object| self.is_gathering(object))
            }
            "take" => {
                object(&["part"]) && self.word(verb + 2) != "of"
                    || parse.objects(verb).any(|object| {
                        self.is_any(object, SEATS) && parse.child(object, Relation::Possessor).is_some()
                    })
            }
            // "Would not leave his hotel", "never left Entebbe"
            "leave" => {
                let home = |object: usize| self.is_place(object) || self.is_any(object, HOME);
                parse.objects(verb).any(home)
                    && !self.lower[verb..]
                        .iter()
                        .any(|word| matches!(word.as_str(), "until" | "before" | "without"))
            }
            "put" => object(&["appearance"]),
            "set" => object(&["foot"]) && self.speaks_of_gathering(),
            "accept" => object(&["invitation"]),
            "reach" => parse.objects(verb).any(|object| self.is_place(object)),
            _ => false,
        }
    }

    /// What undoes a deed, where something does.
    pub(super) fn undone(&self, verb: usize) -> Option<Undone> {
        const ABOVE: usize = 3;
        let parse = self.parse;
        let mut undone = self.is_negated(verb);
        let mut attendance = Attendance::Absent;
        let mut who = None;
        let mut at = verb;
        for _ in 0..ABOVE {
            let Some(head) = parse.head(at) else { break };
            let governed = matches!(
                parse.tokens[at].relation,
                Relation::OpenComplement
                    | Relation::AdverbialClause
                    | Relation::ClausalComplement
                    | Relation::AdnominalClause
                    | Relation::Object
            );
            let marked = |wanted: &[&str]| {
                parse.children(at).any(|mark| {
                    mark < at
                        && matches!(parse.tokens[mark].relation, Relation::Marker | Relation::Case)
                        && wanted.contains(&self.word(mark))
                })
            };
            let lemma = self.lemma(head);
            // "Regretted that he was unable to come"
            if lemma == "regret" && undone {
                attendance = Attendance::Declined;
                break;
            }
            let gerund = self.word(at).ends_with("ing");
            if !governed || self.has_subject(at) {
                break;
            }
            if PREVENTS.contains(&lemma) && marked(&["from"]) {
                undone ^= true;
                if !parse.is_passive(head) {
                    let held = parse.objects(head).flat_map(|object| self.persons(object));
                    who = Some(held.collect());
                }
            } else if REFUSES.contains(&lemma) && marked(&["to"]) {
                undone ^= true;
                attendance = Attendance::Declined;
            } else if FAILS.contains(&lemma)
                || self.is_too_much(head, at)
                || FORGOES.contains(&lemma)
                    && (gerund || marked(&["against"]))
                    && (lemma != "decide" || marked(&["against"]))
                    && (lemma != "rule" || self.with(head, "out"))
            {
                undone ^= true;
            } else if self.gives_up_plans(head) {
                undone ^= true;
                who = Some(self.doing(head));
            } else if matches!(lemma, "plan" | "hope" | "intention")
                && let Some(verb) = self.gives_up(head)
            {
                undone ^= true;
                at = verb;
                continue;
            } else if let Some(verb) = self.wants_not(head) {
                undone ^= true;
                who = Some(self.doing(verb));
                at = verb;
                break;
            } else if NEEDS_NO.contains(&lemma) {
                undone ^= self.is_negated(head);
                at = head;
                continue;
            } else if !matches!(lemma, "choose" | "prefer" | "opt" | "elect" | "decide" | "be" | "force") {
                break;
            }
            undone ^= self.is_negated(head);
            at = head;
        }
        if !undone || !self.is_asserted(at) || at != verb && !self.is_asserted(verb) {
            return None;
        }
        let who = who.unwrap_or_else(|| {
            let own = self.doing(verb);
            if own.is_empty() && at != verb { self.doing(at) } else { own }
        });
        Some(Undone { attendance, who })
    }

    /// "Had no intention of coming", "saw no point in it": the verb above a want of which there is none.
    fn wants_not(&self, head: usize) -> Option<usize> {
        let parse = self.parse;
        let is_want = |noun: usize| WANTS.contains(&self.lemma(noun));
        let none = |noun: usize| parse.children(noun).any(|child| self.word(child) == "no");
        if is_want(head) {
            return parse.head(head).filter(|&verb| none(head) || self.is_negated(verb));
        }
        parse.objects(head).any(|object| is_want(object) && none(object)).then_some(head)
    }

    /// "Was too ill to come", "was too busy to attend"
    fn is_too_much(&self, head: usize, deed: usize) -> bool {
        head < deed && self.parse.children(head).any(|child| child < head && self.word(child) == "too")
    }

    /// "Plans to attend", and the verb above gives them up.
    fn gives_up(&self, plans: usize) -> Option<usize> {
        self.parse.head(plans).filter(|&verb| self.gives_up_plans(verb))
    }

    /// "Scrapped plans"
    fn gives_up_plans(&self, verb: usize) -> bool {
        matches!(
            self.lemma(verb),
            "scrap" | "cancel" | "drop" | "abandon" | "shelve" | "call" | "ditch" | "give"
        ) && self.parse.objects(verb).any(|object| self.is_any(object, &["plan", "plans", "hope", "hopes"]))
    }

    /// Whether the text tells that something was done or will be: neither negated nor left open.
    pub(super) fn is_done(&self, verb: usize) -> bool {
        !self.is_negated(verb) && self.is_asserted(verb)
    }

    /// Whether a verb is negated, in speech as in "won't" and "cannot" too.
    pub(super) fn is_negated(&self, verb: usize) -> bool {
        self.parse.negated(verb)
            || self.parse.auxiliaries(verb).any(|at| matches!(self.word(at), "cannot" | "can't" | "won't"))
            // "Turned up neither for the opening nor for the banquet"
            || self.lower[verb + 1..].iter().take(2).any(|word| word == "neither")
            // "Neither X nor Y was there"
            || std::iter::once(verb)
                .chain(self.parse.auxiliaries(verb))
                .flat_map(|verb| self.parse.subjects(verb))
                .any(|subject| matches!(self.word(*self.parse.subtree(subject).start()), "neither" | "nor"))
    }
}
