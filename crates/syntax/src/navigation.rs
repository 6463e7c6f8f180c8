//! Questions of grammar asked of a tree: subjects, objects, conjuncts, passives, negation.
//!
//! Everything here is read off the tree and the tags; no word is looked up but the few that
//! negate. Each question walks at most the dependents of a token and its heads.

use crate::{FineTag, Parse, Relation, Upos};

impl Parse {
    /// Whether the verb at `index` is in the passive.
    #[must_use]
    pub fn is_passive(&self, index: usize) -> bool {
        self.children(index).any(|child| {
            matches!(
                self.tokens[child].relation,
                Relation::PassiveAuxiliary
                    | Relation::PassiveSubject
                    | Relation::PassiveClausalSubject
                    | Relation::ObliqueAgent
            )
        })
    }

    /// The subjects that `index` itself governs; of a coordination, its first member.
    pub fn subjects(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.children(index).filter(|&child| self.tokens[child].relation.is_subject())
    }

    /// The subject of `index`, its own or the one it shares: a conjunct takes the subject of the
    /// verb it is joined to, an open complement the object, else the subject, of the verb above
    /// ("agreed to meet", "urged him to sign"), a participle on a noun takes the noun.
    #[must_use]
    pub fn understood_subject(&self, index: usize) -> Option<usize> {
        let mut at = index;
        loop {
            if let Some(subject) = self.subjects(at).next() {
                return Some(subject);
            }
            let above = self.head(at)?;
            match self.tokens[at].relation {
                Relation::AdverbialClause => {
                    if let Some(subject) = self.controller(at, above) {
                        return Some(subject);
                    }
                    at = above;
                }
                Relation::Conjunct | Relation::Parataxis => at = above,
                Relation::OpenComplement => {
                    if let Some(object) = self.objects(above).next() {
                        return Some(object);
                    }
                    at = above;
                }
                Relation::AdnominalClause | Relation::RelativeClause => return Some(above),
                _ => return None,
            }
        }
    }

    /// Who does what a clause on a verb tells, where it is not the verb's subject: "accused X of meeting Y", "arranged
    /// for X to meet Y".
    fn controller(&self, clause: usize, verb: usize) -> Option<usize> {
        let mark = self.child(clause, Relation::Marker)?;
        match self.tokens[mark].lemma.as_str() {
            "of" | "from" | "for" | "into" if self.tokens[clause].tag == FineTag::Vbg => {
                self.objects(verb).find(|&object| object < clause)
            }
            "to" => self.obliques(verb).find(|&other| {
                (verb..clause).contains(&other)
                    && self.case(other).is_some_and(|case| self.tokens[case].lemma == "for")
            }),
            _ => None,
        }
    }

    /// The objects, direct and indirect, that `index` governs.
    pub fn objects(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.children(index).filter(|&child| self.tokens[child].relation.is_object())
    }

    /// The oblique dependents of `index`: "in Geneva", "with his counterpart", "Friday".
    pub fn obliques(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.children(index).filter(|&child| self.tokens[child].relation.is_oblique())
    }

    /// The members joined to `index` by coordination, itself left out.
    pub fn conjuncts(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.children_by(index, Relation::Conjunct)
    }

    /// The auxiliaries of `index`, the passive's included, and its copula.
    pub fn auxiliaries(&self, index: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        self.children(index).filter(|&child| {
            matches!(
                self.tokens[child].relation,
                Relation::Auxiliary | Relation::PassiveAuxiliary | Relation::Copula
            )
        })
    }

    /// The preposition or possessive ending on `index`: "with" on "counterpart".
    #[must_use]
    pub fn case(&self, index: usize) -> Option<usize> {
        self.child(index, Relation::Case)
    }

    /// Whether `index` is negated: by "not", "never", "n't", or by "no" or "neither" on itself,
    /// its subject or its object ("no minister attended").
    #[must_use]
    pub fn negated(&self, index: usize) -> bool {
        let negative = |at: usize| {
            let token = &self.tokens[at];
            matches!(
                (token.upos, token.lemma.as_str()),
                (_, "not" | "never" | "neither" | "nor" | "no" | "nobody" | "none" | "nothing")
            )
        };
        self.children(index).any(|child| {
            let token = &self.tokens[child];
            match token.relation {
                Relation::AdverbialModifier | Relation::Determiner | Relation::Coordination => {
                    negative(child)
                }
                Relation::Subject | Relation::PassiveSubject | Relation::Object => {
                    (token.upos == Upos::Pronoun && negative(child))
                        || self.children_by(child, Relation::Determiner).any(negative)
                }
                _ => false,
            }
        })
    }
}
