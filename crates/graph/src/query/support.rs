//! Who says that something is so: documents, outlets, speakers, sides.
//!
//! It must not know how sure that makes anybody. Invariant: copies of one report count once among those that are
//! independent.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_schema::Country;

use super::ask::{ANY_DAY, Ask};
use crate::GraphError;
use crate::index::card::Facts;
use crate::index::derive::Relation;
use crate::index::keys::Node;
use crate::likeness::is_copy;

/// How many say that something is so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Support {
    /// Documents that tell of it.
    pub documents: usize,
    /// Of those, the ones that are no copies of another.
    pub independent: usize,
    /// Who published them.
    pub outlets: usize,
    /// Who is told to have spoken of it.
    pub speakers: usize,
    /// The countries of those.
    pub sides: usize,
}

impl Ask<'_> {
    /// Who says that something is so.
    pub(super) fn support(&self, number: Node) -> Result<Support, GraphError> {
        let cards = self.snapshot.cards(number)?;
        let documents: BTreeSet<Node> = cards.iter().map(|(document, _)| *document).collect();
        let mut outlets = BTreeSet::new();
        let mut sketches: BTreeMap<Node, Vec<u32>> = BTreeMap::new();
        for document in &documents {
            let Some(card) = self.snapshot.state.index.document(*document)? else { continue };
            outlets.extend(self.snapshot.state.index.document_record(&card)?.publisher);
            sketches.insert(*document, card.sketch);
        }
        let (mut speakers, mut sides) = (BTreeSet::new(), BTreeSet::<Country>::new());
        for statement in self.snapshot.links(number, Relation::About, ANY_DAY)? {
            for (_, card) in self.snapshot.cards(statement)? {
                if let Facts::Statement { speaker, .. } = card.facts
                    && speakers.insert(speaker)
                {
                    for (_, card) in self.snapshot.cards(speaker)? {
                        if let Facts::Actor { country, .. } = card.facts {
                            sides.extend(country);
                        }
                    }
                }
            }
        }
        Ok(Support {
            documents: documents.len(),
            independent: independent(&sketches),
            outlets: outlets.len(),
            speakers: speakers.len(),
            sides: sides.len(),
        })
    }
}

/// How many texts are left when those that are copies of one another, over any number of steps, count once.
fn independent(sketches: &BTreeMap<Node, Vec<u32>>) -> usize {
    let sketches: Vec<&Vec<u32>> = sketches.values().collect();
    let mut group: Vec<usize> = (0..sketches.len()).collect();
    for one in 0..sketches.len() {
        for other in one + 1..sketches.len() {
            if group[one] != group[other] && is_copy(sketches[one], sketches[other]) {
                let (keep, drop) = (group[one].min(group[other]), group[one].max(group[other]));
                group.iter_mut().filter(|of| **of == drop).for_each(|of| *of = keep);
            }
        }
    }
    group.iter().collect::<BTreeSet<_>>().len()
}
