//! Counts what was found right.

use rapporteur_syntax::Relation;

use crate::conllu::Sentence;

/// What was found for one word.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub fine: usize,
    pub universal: usize,
    pub head: Option<usize>,
    pub relation: usize,
}

/// Right answers and their number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub words: usize,
    pub fine: usize,
    pub universal: usize,
    pub heads: usize,
    pub arcs: usize,
    pub plain_words: usize,
    pub plain_heads: usize,
    pub plain_arcs: usize,
}

impl Score {
    pub fn add(&mut self, gold: &Sentence, found: &[Found]) {
        for (gold, found) in gold.iter().zip(found) {
            let head = gold.head == found.head;
            let arc = head && gold.relation.index() == found.relation;
            self.words += 1;
            self.fine += usize::from(gold.tag.index() == found.fine);
            self.universal += usize::from(gold.upos.index() == found.universal);
            self.heads += usize::from(head);
            self.arcs += usize::from(arc);
            if gold.relation != Relation::Punctuation {
                self.plain_words += 1;
                self.plain_heads += usize::from(head);
                self.plain_arcs += usize::from(arc);
            }
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        write!(
            formatter,
            "UPOS {:.2} XPOS {:.2} UAS {:.2} LAS {:.2}; without punctuation UAS {:.2} LAS {:.2}",
            percent(self.universal, self.words),
            percent(self.fine, self.words),
            percent(self.heads, self.words),
            percent(self.arcs, self.words),
            percent(self.plain_heads, self.plain_words),
            percent(self.plain_arcs, self.plain_words),
        )
    }
}
