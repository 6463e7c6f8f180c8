//! The universal part-of-speech tags.
//!
//! The list is that of Universal Dependencies, complete and closed; which word bears which tag is
//! the tagger's business.

use crate::closed_set::closed_set;

closed_set! {
    /// A universal part of speech.
    Upos {
        /// Adjective.
        Adjective = "ADJ",
        /// Adposition: a preposition, in English.
        Adposition = "ADP",
        /// Adverb.
        Adverb = "ADV",
        /// Auxiliary verb, modal or copula.
        Auxiliary = "AUX",
        /// Coordinating conjunction.
        CoordinatingConjunction = "CCONJ",
        /// Determiner.
        Determiner = "DET",
        /// Interjection.
        Interjection = "INTJ",
        /// Common noun.
        Noun = "NOUN",
        /// Number.
        Numeral = "NUM",
        /// Particle: the infinitive's "to", "not", the possessive "'s".
        Particle = "PART",
        /// Pronoun.
        Pronoun = "PRON",
        /// Proper noun.
        ProperNoun = "PROPN",
        /// Punctuation.
        Punctuation = "PUNCT",
        /// Subordinating conjunction.
        SubordinatingConjunction = "SCONJ",
        /// Symbol.
        Symbol = "SYM",
        /// Verb.
        Verb = "VERB",
        /// Anything else.
        Other = "X",
    }
}

impl Upos {
    /// Whether the word names something: a common or a proper noun, or a pronoun.
    ///
    /// ```
    /// # use rapporteur_syntax::Upos;
    /// assert!(Upos::ProperNoun.is_nominal());
    /// assert!(!Upos::Verb.is_nominal());
    /// ```
    #[must_use]
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::ProperNoun | Self::Pronoun)
    }
}
