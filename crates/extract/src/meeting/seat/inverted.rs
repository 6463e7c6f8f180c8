//! Who is seated by where they sit, told before they are named: "Facing her sat X", "Also present was Y", "On our side Z".
//!
//! Reads clauses by how they begin, for the reader of seats. Invariant: a clause that denies anything seats nobody.

use rapporteur_schema::Role;
use rapporteur_syntax::{FineTag, Upos};

use super::Reader;

impl Reader<'_> {
    /// "Facing her sits X; flanking Y are Z and W": all persons of a clause that begins with where they sit.
    pub(super) fn inverted(&mut self) {
        const BEGINS: &[&str] = &[
            "facing",
            "flanking",
            "leading",
            "opposite",
            "beside",
            "representing",
            "joining",
            "sitting",
            "seated",
            "presiding",
            "chairing",
        ];
        const SITS: &[&str] = &["is", "are", "was", "were", "sits", "sit", "sat"];
        let mut start = 0;
        while start < self.lower.len() {
            let end = (start..self.lower.len()).find(|&at| self.lower[at] == ";").unwrap_or(self.lower.len());
            let first = (start..end.min(start + 2)).find(|&at| BEGINS.contains(&self.word(at)));
            // "With them were X and Y"
            let beside = self.word(start) == "with"
                && matches!(self.word(start + 1), "them" | "him" | "her")
                && SITS.contains(&self.word(start + 2));
            let first = first.or(beside.then_some(start));
            // "Also present was X"
            let present = (start..end.min(start + 3))
                .find(|&at| self.word(at) == "present" && SITS.contains(&self.word(at + 1)));
            let first = first.or(present);
            // "Around the table sat X, Y and Z"
            let table = (self.word(start + 1), self.word(start + 2)) == ("the", "table")
                && SITS.contains(&self.word(start + 3));
            let first = first.or(table.then_some(start));
            // "Among those taking part are X and Y", "The speakers on the first day were X and Y"
            const THOSE: &[&str] = &[
                "part",
                "present",
                "attending",
                "participants",
                "attendees",
                "delegates",
                "guests",
                "speakers",
                "attendance",
            ];
            let among = matches!(self.word(start), "among" | "the" | "other" | "others")
                .then(|| (start + 1..end.min(start + 9)).find(|&at| SITS.contains(&self.word(at))))
                .flatten()
                .filter(|&is| self.lower[start..is].iter().any(|word| THOSE.contains(&word.as_str())))
                .filter(|&is| self.parse.tokens.get(is + 1).is_some_and(|next| next.upos != Upos::Verb));
            // "On our side Colonel Obi; on theirs the ambassador", "For the rebels, Ada Obi": a list without a verb.
            let sided = self.is_of_side(start, end)
                && !(start..end).any(|at| {
                    let token = &self.parse.tokens[at];
                    matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md)
                });
            if sided {
                self.add_persons(start..end, Role::Participant);
            }
            let first = first.or(among);
            if let Some(first) = first
                && (first..end).any(|at| SITS.contains(&self.word(at)))
                && !(first..end).any(|at| self.parse.negated(at))
            {
                let role = match self.word(first) {
                    "presiding" | "chairing" => Role::Chair,
                    "leading" => Role::HeadOfDelegation,
                    _ => Role::Participant,
                };
                self.add_persons(start..end, role);
            }
            start = end + 1;
        }
    }
}
