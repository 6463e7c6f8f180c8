//! When two places are one.
//!
//! It must not know meetings. Two are one by their entry in the gazetteer (Kiev, Kyiv), countries by their code, and
//! others by a name that both bear, where kind and country are the same. Invariant: places of which no kind or no
//! country is the same, or of different entries, are two; and two are one only by a [`Sign`] that both have, so that
//! the marks find them.

use std::collections::BTreeSet;

use rapporteur_schema::{Country, PlaceKind};

use super::Unit;
use super::actor::Sure;
use super::reason::Reason;
use crate::GraphError;
use crate::fold::fold;
use crate::index::card::Facts;
use crate::index::keys::Node;
use crate::snapshot::Admitted;

/// By what a place is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// A country, by its code.
    Code(Country),
    /// An entry in the gazetteer.
    Entry(u32),
    /// Of any other, its country, its kind and a name, folded.
    Name(Country, PlaceKind, String),
}

impl Sign {
    /// Those of a telling; none where it does not say in which country the place lies.
    pub(crate) fn of(facts: &Facts) -> Vec<Self> {
        let Facts::Place { kind, name, aliases, country: Some(country), geonames, .. } = facts else {
            return Vec::new();
        };
        if *kind == PlaceKind::Country {
            return vec![Self::Code(*country)];
        }
        let names = std::iter::once(name).chain(aliases);
        let names = names.map(|name| Self::Name(*country, *kind, fold(name)));
        geonames.map(Self::Entry).into_iter().chain(names).collect()
    }

    /// As a mark.
    pub(crate) fn mark(&self) -> String {
        match self {
            Self::Code(country) => format!("c{country}"),
            Self::Entry(entry) => format!("g{entry}"),
            Self::Name(country, kind, name) => format!("n{country}{} {name}", *kind as u8),
        }
    }
}

/// A place as one unit tells it.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) unit: Unit,
    kinds: BTreeSet<PlaceKind>,
    countries: BTreeSet<Country>,
    /// By what texts tell of it.
    in_words: BTreeSet<Sign>,
    /// And data sets.
    in_rows: BTreeSet<Sign>,
    /// How many documents tell of it.
    pub(crate) documents: usize,
}

/// The unit of a place's node, where anything counts that is told of it.
pub(crate) fn units(world: &Admitted<'_>, node: Node) -> Result<Vec<Place>, GraphError> {
    let cards = world.cards(node)?;
    let (kinds, countries, documents) = (BTreeSet::new(), BTreeSet::new(), cards.len());
    let (in_words, in_rows) = (BTreeSet::new(), BTreeSet::new());
    let unit = Unit { node, documents: None };
    let mut place = Place { unit, kinds, countries, in_words, in_rows, documents };
    for (_, card) in cards {
        let Facts::Place { kind, country, .. } = &card.facts else { continue };
        place.kinds.insert(*kind);
        place.countries.extend(country);
        let signs = if card.row { &mut place.in_rows } else { &mut place.in_words };
        signs.extend(Sign::of(&card.facts));
    }
    Ok(if documents == 0 { Vec::new() } else { vec![place] })
}

impl Place {
    fn entries(&self) -> BTreeSet<u32> {
        let entry = |sign: &Sign| if let Sign::Entry(entry) = sign { Some(*entry) } else { None };
        self.in_words.iter().chain(&self.in_rows).filter_map(entry).collect()
    }

    /// Whether the gazetteer has it.
    pub(crate) fn is_known(&self) -> bool {
        !self.entries().is_empty()
    }

    /// Whether two cannot be one.
    pub(crate) fn conflicts(&self, other: &Self) -> bool {
        let (entries, others) = (self.entries(), other.entries());
        self.kinds.is_disjoint(&other.kinds)
            || self.countries.is_disjoint(&other.countries)
            || (!entries.is_empty() && !others.is_empty() && entries.is_disjoint(&others))
    }

    /// How sure it is that two are one, and why. What only data sets tell is not compared: their importer knows.
    pub(crate) fn compare(&self, other: &Self) -> Option<(Sure, Vec<Reason>)> {
        if self.conflicts(other) {
            return None;
        }
        let common = self.in_words.intersection(&other.in_words);
        let common = common.chain(self.in_words.intersection(&other.in_rows));
        let sign = common.chain(self.in_rows.intersection(&other.in_words)).min()?;
        Some(match sign {
            Sign::Code(_) => (Sure::Surely, vec![Reason::State]),
            Sign::Entry(_) => (Sure::Surely, vec![Reason::Gazetteer]),
            // Of two entries of one name nobody can tell which is meant.
            Sign::Name(..) if self.is_known() != other.is_known() => {
                (Sure::IfAlone, vec![Reason::Name, Reason::Country])
            }
            Sign::Name(..) => (Sure::Surely, vec![Reason::Name, Reason::Country]),
        })
    }
}
