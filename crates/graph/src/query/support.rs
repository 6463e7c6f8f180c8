//! Who says that something is so: documents, outlets, speakers, sides.
//!
//! It must not know how sure that makes anybody. Invariant: copies of one report count once among those that are
//! independent.

use std::cell::RefCell;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use rapporteur_schema::{Country, Reliability};

use super::ask::{ANY_DAY, Ask};
use crate::GraphError;
use crate::index::card::{Card, Facts};
use crate::index::derive::Relation;
use crate::index::keys::Node;
use crate::likeness::is_copy;

/// How many say that something is so.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Support {
    /// Documents that tell of it.
    pub documents: usize,
    /// Of those, the ones that are no copies of another.
    pub independent: usize,
    /// Who published them.
    pub outlets: usize,
    /// Who is told to have said, confirmed or spoken of it.
    pub speakers: usize,
    /// The countries of those.
    pub sides: usize,
    /// How reliable the outlets are, where somebody judged it, by their names.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reliability: BTreeMap<String, Reliability>,
}

/// What is looked up of documents and speakers again and again, each once.
#[derive(Default)]
pub(super) struct Known {
    documents: RefCell<HashMap<Node, Rc<Teller>>>,
    countries: RefCell<HashMap<Node, Vec<Country>>>,
}

/// A document that tells of something.
struct Teller {
    outlet: Option<String>,
    sketch: Vec<u32>,
}

impl Ask<'_> {
    /// Who says that something is so, as the cards of its tellings and what is said of it have it.
    pub(super) fn support(&self, number: Node, cards: &[(Node, Card)]) -> Result<Support, GraphError> {
        let (mut outlets, mut tellers) = (BTreeSet::new(), BTreeMap::new());
        let mut speakers = BTreeSet::new();
        for (document, card) in cards {
            if let Entry::Vacant(entry) = tellers.entry(*document) {
                let teller = self.teller(*document)?;
                outlets.extend(teller.outlet.clone());
                entry.insert(teller);
            }
            match &card.facts {
                Facts::Statement { speaker, .. } => {
                    speakers.insert(*speaker);
                }
                Facts::Outcome { confirmed_by, .. } => speakers.extend(confirmed_by),
                _ => {}
            }
        }
        for statement in self.snapshot.links(number, Relation::About, ANY_DAY)? {
            for (_, card) in self.snapshot.cards(statement)? {
                if let Facts::Statement { speaker, .. } = card.facts {
                    speakers.insert(speaker);
                }
            }
        }
        let mut sides = BTreeSet::new();
        for speaker in &speakers {
            sides.extend(self.countries(*speaker)?);
        }
        let reliability = outlets
            .iter()
            .filter_map(|outlet| Some((outlet.clone(), self.snapshot.reliability(outlet)?)))
            .collect();
        Ok(Support {
            documents: tellers.len(),
            independent: independent(tellers.values().map(|teller| teller.sketch.as_slice()).collect()),
            outlets: outlets.len(),
            speakers: speakers.len(),
            sides: sides.len(),
            reliability,
        })
    }

    fn teller(&self, document: Node) -> Result<Rc<Teller>, GraphError> {
        if let Some(known) = self.known.documents.borrow().get(&document) {
            return Ok(Rc::clone(known));
        }
        let mut teller = Teller { outlet: None, sketch: Vec::new() };
        if let Some(card) = self.snapshot.state.index.document(document)? {
            let outlet = self.snapshot.state.index.document_record(&card)?.publisher;
            teller = Teller { outlet, sketch: card.sketch };
        }
        let teller = Rc::new(teller);
        self.known.documents.borrow_mut().insert(document, Rc::clone(&teller));
        Ok(teller)
    }

    fn countries(&self, actor: Node) -> Result<Vec<Country>, GraphError> {
        if let Some(known) = self.known.countries.borrow().get(&actor) {
            return Ok(known.clone());
        }
        let mut countries = Vec::new();
        for (_, card) in self.snapshot.cards(actor)? {
            if let Facts::Actor { country, .. } = card.facts {
                countries.extend(country);
            }
        }
        self.known.countries.borrow_mut().insert(actor, countries.clone());
        Ok(countries)
    }
}

/// How many texts are left when those that are copies of one another, over any number of steps, count once.
fn independent(sketches: Vec<&[u32]>) -> usize {
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
