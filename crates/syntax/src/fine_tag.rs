//! The fine tags: those of the Penn Treebank with the additions of the English Web Treebank.
//!
//! They tell what the universal tags leave out and a reader of news needs: the form of a verb,
//! the number of a noun. The list is closed; the tagger decides.

use crate::closed_set::closed_set;

closed_set! {
    /// A Penn Treebank tag.
    FineTag {
        /// Coordinating conjunction.
        Cc = "CC",
        /// Cardinal number.
        Cd = "CD",
        /// Determiner.
        Dt = "DT",
        /// Existential "there".
        Ex = "EX",
        /// Foreign word.
        Fw = "FW",
        /// Preposition or subordinating conjunction.
        In = "IN",
        /// Adjective.
        Jj = "JJ",
        /// Comparative adjective.
        Jjr = "JJR",
        /// Superlative adjective.
        Jjs = "JJS",
        /// List item marker.
        Ls = "LS",
        /// Modal.
        Md = "MD",
        /// Singular common noun.
        Nn = "NN",
        /// Plural common noun.
        Nns = "NNS",
        /// Singular proper noun.
        Nnp = "NNP",
        /// Plural proper noun.
        Nnps = "NNPS",
        /// Predeterminer.
        Pdt = "PDT",
        /// Possessive ending.
        Pos = "POS",
        /// Personal pronoun.
        Prp = "PRP",
        /// Possessive pronoun.
        PrpPossessive = "PRP$",
        /// Adverb.
        Rb = "RB",
        /// Comparative adverb.
        Rbr = "RBR",
        /// Superlative adverb.
        Rbs = "RBS",
        /// Particle of a phrasal verb.
        Rp = "RP",
        /// Symbol.
        Sym = "SYM",
        /// The infinitive's "to", and the preposition.
        To = "TO",
        /// Interjection.
        Uh = "UH",
        /// Verb, base form.
        Vb = "VB",
        /// Verb, past tense.
        Vbd = "VBD",
        /// Verb, gerund or present participle.
        Vbg = "VBG",
        /// Verb, past participle.
        Vbn = "VBN",
        /// Verb, present tense other than the third person singular.
        Vbp = "VBP",
        /// Verb, third person singular of the present tense.
        Vbz = "VBZ",
        /// Determiner with wh-.
        Wdt = "WDT",
        /// Pronoun with wh-.
        Wp = "WP",
        /// Possessive pronoun with wh-.
        WpPossessive = "WP$",
        /// Adverb with wh-.
        Wrb = "WRB",
        /// Currency sign.
        Currency = "$",
        /// Opening quotation mark.
        OpeningQuote = "``",
        /// Closing quotation mark.
        ClosingQuote = "''",
        /// Opening bracket.
        OpeningBracket = "-LRB-",
        /// Closing bracket.
        ClosingBracket = "-RRB-",
        /// Comma.
        Comma = ",",
        /// Mark that ends a sentence.
        Stop = ".",
        /// Colon, semicolon, dash.
        Colon = ":",
        /// Hyphen.
        Hyphen = "HYPH",
        /// Superfluous punctuation.
        Nfp = "NFP",
        /// Address: e-mail, web.
        Add = "ADD",
        /// Affix standing alone.
        Afx = "AFX",
        /// Part of a word broken in two.
        Gw = "GW",
        /// Unknown.
        Xx = "XX",
    }
}

impl FineTag {
    /// Whether the tag is one of a verb's forms, modals included.
    #[must_use]
    pub const fn is_verb_form(self) -> bool {
        matches!(self, Self::Vb | Self::Vbd | Self::Vbg | Self::Vbn | Self::Vbp | Self::Vbz | Self::Md)
    }

    /// Whether the form bears tense by itself and can so be the verb of a main clause.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::Vbd | Self::Vbp | Self::Vbz | Self::Md)
    }

    /// Whether the form is a plural noun.
    #[must_use]
    pub const fn is_plural(self) -> bool {
        matches!(self, Self::Nns | Self::Nnps)
    }
}
