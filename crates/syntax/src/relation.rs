//! The relations between a word and its head.
//!
//! Those of Universal Dependencies as the English Web Treebank uses them, with one of ours:
//! `obl:tmod`, the bare adverbial of time ("he left Friday"), which the treebank no longer tells
//! apart. Rare subtypes are folded into their plain relation by the trainer.

use crate::closed_set::closed_set;

closed_set! {
    /// A dependency relation.
    Relation {
        /// The head of the sentence.
        Root = "root",
        /// Nominal subject.
        Subject = "nsubj",
        /// Nominal subject of a passive.
        PassiveSubject = "nsubj:pass",
        /// Subject of a clause whose predicate is itself a clause.
        OuterSubject = "nsubj:outer",
        /// Clause as subject.
        ClausalSubject = "csubj",
        /// Clause as subject of a passive.
        PassiveClausalSubject = "csubj:pass",
        /// Object.
        Object = "obj",
        /// Indirect object.
        IndirectObject = "iobj",
        /// Oblique: a prepositional phrase on a verb, adjective or adverb.
        Oblique = "obl",
        /// The agent of a passive: "by ...".
        ObliqueAgent = "obl:agent",
        /// A bare adverbial of time.
        ObliqueTime = "obl:tmod",
        /// Another bare adverbial: measure, manner.
        ObliqueUnmarked = "obl:unmarked",
        /// Prepositional phrase on a noun.
        NominalModifier = "nmod",
        /// Possessor.
        Possessor = "nmod:poss",
        /// A title or description before a name: "President X".
        Description = "nmod:desc",
        /// A bare noun on a noun: "June 2003".
        NominalUnmarked = "nmod:unmarked",
        /// Apposition.
        Apposition = "appos",
        /// Clause on a noun: a participle or an infinitive.
        AdnominalClause = "acl",
        /// Relative clause.
        RelativeClause = "acl:relcl",
        /// Adverbial clause.
        AdverbialClause = "advcl",
        /// Relative clause on a clause: "..., which surprised him".
        AdverbialRelativeClause = "advcl:relcl",
        /// Clause as complement, with its own subject.
        ClausalComplement = "ccomp",
        /// Clause as complement, without its own subject.
        OpenComplement = "xcomp",
        /// Conjunct; its head is the first conjunct.
        Conjunct = "conj",
        /// Coordinating conjunction.
        Coordination = "cc",
        /// First part of "both ... and".
        Preconjunction = "cc:preconj",
        /// Preposition, or the possessive "'s".
        Case = "case",
        /// Word that introduces a subordinate clause, and the infinitive's "to".
        Marker = "mark",
        /// Auxiliary.
        Auxiliary = "aux",
        /// Auxiliary of the passive.
        PassiveAuxiliary = "aux:pass",
        /// Copula.
        Copula = "cop",
        /// Determiner.
        Determiner = "det",
        /// Predeterminer: "all the".
        Predeterminer = "det:predet",
        /// Adjective on a noun.
        AdjectivalModifier = "amod",
        /// Noun in a compound.
        Compound = "compound",
        /// Particle of a phrasal verb.
        VerbParticle = "compound:prt",
        /// Further word of a name; its head is the first.
        Flat = "flat",
        /// Further word of a fixed expression.
        Fixed = "fixed",
        /// Number on a noun.
        NumericModifier = "nummod",
        /// Adverb.
        AdverbialModifier = "advmod",
        /// Clause set beside another: "..., he said".
        Parataxis = "parataxis",
        /// Expletive: "there", "it".
        Expletive = "expl",
        /// Discourse element.
        Discourse = "discourse",
        /// Form of address.
        Vocative = "vocative",
        /// Item of a list.
        List = "list",
        /// Part of a word broken in two.
        GoesWith = "goeswith",
        /// Fronted or postponed element.
        Dislocated = "dislocated",
        /// What stands in for an omitted head.
        Orphan = "orphan",
        /// Speech repaired.
        Reparandum = "reparandum",
        /// Punctuation.
        Punctuation = "punct",
        /// Unspecified.
        Unspecified = "dep",
    }
}

impl Relation {
    /// Whether the word is a subject of its head, passive and clausal ones included.
    #[must_use]
    pub const fn is_subject(self) -> bool {
        matches!(
            self,
            Self::Subject
                | Self::PassiveSubject
                | Self::OuterSubject
                | Self::ClausalSubject
                | Self::PassiveClausalSubject
        )
    }

    /// Whether the word is a direct or indirect object of its head.
    #[must_use]
    pub const fn is_object(self) -> bool {
        matches!(self, Self::Object | Self::IndirectObject)
    }

    /// Whether the word is an oblique dependent: of place, time, manner, agent.
    #[must_use]
    pub const fn is_oblique(self) -> bool {
        matches!(self, Self::Oblique | Self::ObliqueAgent | Self::ObliqueTime | Self::ObliqueUnmarked)
    }

    /// Whether the word heads a clause of its own below its head.
    #[must_use]
    pub const fn is_clause(self) -> bool {
        matches!(
            self,
            Self::ClausalSubject
                | Self::PassiveClausalSubject
                | Self::AdnominalClause
                | Self::RelativeClause
                | Self::AdverbialClause
                | Self::AdverbialRelativeClause
                | Self::ClausalComplement
                | Self::OpenComplement
                | Self::Parataxis
        )
    }
}
