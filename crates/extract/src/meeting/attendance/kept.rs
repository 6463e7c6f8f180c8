//! Kept from coming: "was barred from the talks", "was detained by the floods", "the fog held him up".
//!
//! Reads verbs of keeping back, most in the passive. Invariant: a person is meant, and not a thing that was held up.

use rapporteur_schema::Attendance;

use super::reader::Reader;
use super::words::{CAUSES, HELD_UP, PREVENTS, SUBSTITUTES};

impl Reader<'_> {
    /// Whether a phrase names a person or an office.
    fn is_somebody(&self, head: usize) -> bool {
        self.is_any(head, SUBSTITUTES) || !self.room.actors(head).is_empty()
    }

    /// "Was barred from the talks", "was detained in Dhaka by the floods", "was refused a visa"
    pub(super) fn kept(&mut self, verb: usize) {
        let parse = self.parse;
        let lemma = self.lemma(verb);
        let had_himself =
            verb > 0 && (verb.saturating_sub(2)..verb).any(|at| self.word(at).ends_with("self"));
        let passive = parse.is_passive(verb) || self.word(verb) == "stuck" || had_himself;
        let of = |cases: &[&str]| self.reaches_gathering(verb, cases);
        let out = |words: &[&str]| words.iter().any(|word| self.with(verb, word));
        // "The fog held him up in Prague", "whom the session is detaining"
        let detains = !passive
            && HELD_UP.iter().any(|&(held, particle, _)| held == lemma && self.with(verb, particle))
            && self.doing(verb).is_empty();
        let active = detains
            || PREVENTS.contains(&lemma)
                && !passive
                && (of(&["from"]) || lemma == "keep" && self.with(verb, "away"))
                && parse.objects(verb).next().is_some();
        if active && self.is_done(verb) {
            let who = parse.objects(verb).flat_map(|object| self.persons(object)).collect();
            self.add(verb, Attendance::Absent, who);
            return;
        }
        if !passive {
            return;
        }
        // "Was kept in Lima by floods"
        let caused = parse
            .children(verb)
            .any(|child| self.is_cased(child, &["by", "with"]) && self.is_any(child, CAUSES));
        let prevented = lemma == "prevent" && out(&["by"]);
        let barred = PREVENTS.contains(&lemma)
            && (of(&["from", "out", "of"]) || out(&["out", "away"]) && lemma != "rule");
        let held = HELD_UP.iter().any(|&(held, particle, bare)| {
            (held == lemma || held == self.word(verb))
                && self.with(verb, particle)
                && (bare || caused || self.speaks_of_gathering())
        });
        let refused = matches!(lemma, "refuse" | "deny")
            && parse.objects(verb).any(|object| self.is_any(object, &["visa", "entry", "passport"]));
        let replaced = matches!(lemma, "replace" | "represent")
            && parse.children(verb).any(|child| self.is_cased(child, &["by"]) && self.is_somebody(child))
            && (lemma == "represent" || of(&["at", "for", "in"]));
        // "Asked to be excused"
        let excused = lemma == "excuse"
            && parse.head(verb).is_some_and(|above| self.is_any(above, &["ask", "beg", "plead", "request"]));
        let kept = prevented || barred || held || refused || replaced;
        if excused || kept && self.is_done(verb) {
            let who = self.doing(verb);
            self.add(verb, Attendance::Absent, who);
        }
    }
}
