//! From tellings to clusters: first who is who and which places are one, then which meetings are.
//!
//! It must not know how clusters are kept. It looks at what changed and at everything that can be one with it,
//! and leaves the rest as it is. Invariant: the result is the same as if everything were looked at.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use rapporteur_schema::{RecordId, RecordKind};

use super::actor::{self, Actor, Sure};
use super::cluster::{Edge, Weight, group};
use super::judgement::Standing;
use super::mark::sought_by;
use super::meeting::{Lookup, Meeting};
use super::place::{self, Place};
use super::reason::Reason;
use super::{Cluster, Identity, Unit, marks};
use crate::GraphError;
use crate::index::Index;
use crate::index::card::Card;
use crate::index::derive::{Relation, links_to, marked};
use crate::index::keys::Node;
use crate::snapshot::Admitted;

/// What changed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seeds {
    pub(crate) actors: BTreeSet<Node>,
    pub(crate) places: BTreeSet<Node>,
    pub(crate) meetings: BTreeSet<Node>,
    /// Actors whose country is told otherwise, so that they sit on another side, and places that lie elsewhere.
    pub(crate) moved: BTreeSet<Node>,
}

impl Seeds {
    /// The actors, places and meetings among some nodes.
    pub(crate) fn of(index: &Index, nodes: BTreeSet<Node>) -> Result<Self, GraphError> {
        let mut seeds = Self::default();
        for node in nodes {
            match index.id(node)?.kind() {
                RecordKind::Actor => seeds.actors.insert(node),
                RecordKind::Place => seeds.places.insert(node),
                RecordKind::Meeting => seeds.meetings.insert(node),
                _ => false,
            };
        }
        Ok(seeds)
    }
}

/// What came of it.
#[derive(Debug, Default)]
pub(crate) struct Change {
    pub(crate) removed: Vec<Cluster>,
    pub(crate) added: Vec<Cluster>,
}

/// Two that may be one, and nobody can tell.
#[derive(Debug, Clone)]
pub(crate) struct Doubt {
    pub(crate) one: Unit,
    pub(crate) other: Unit,
    pub(crate) points: u32,
    pub(crate) reasons: Vec<Reason>,
}

/// Units of any kind, with what groups them.
trait Comparable: Clone {
    fn unit(&self) -> &Unit;
    fn compare(&self, other: &Self) -> Option<(Sure, u32, Vec<Reason>)>;
    fn forbids(&self, other: &Self, sure: Sure) -> bool;
    /// Whether it tells, in one group with both, what makes one of two that would else be apart.
    fn reconciles(&self, _one: &Self, _other: &Self) -> bool {
        false
    }
    /// How well it stands for its group, the best first, before its id.
    fn rank(&self) -> (bool, i64);
    /// Which of two must have no other choice.
    fn is_weaker_than(&self, other: &Self) -> bool;
    /// What tells the parts of a node apart.
    fn part_name(&self) -> Option<String>;
}

impl Comparable for Actor {
    fn unit(&self) -> &Unit {
        &self.unit
    }

    fn compare(&self, other: &Self) -> Option<(Sure, u32, Vec<Reason>)> {
        self.compare(other)
    }

    fn forbids(&self, other: &Self, sure: Sure) -> bool {
        // What was told apart under one id stays apart.
        self.conflicts(other)
            || self.unit.node == other.unit.node
            || (sure < Sure::Surely && !self.documents.is_disjoint(&other.documents))
    }

    fn rank(&self) -> (bool, i64) {
        (self.kind == rapporteur_schema::ActorKind::Unnamed, -(self.words as i64))
    }

    fn is_weaker_than(&self, other: &Self) -> bool {
        self.rank() > other.rank()
    }

    fn part_name(&self) -> Option<String> {
        let mut countries = self.countries.iter();
        match (countries.next(), countries.next()) {
            (Some(only), None) => Some(only.to_string()),
            _ => None,
        }
    }
}

impl Comparable for Place {
    fn unit(&self) -> &Unit {
        &self.unit
    }

    fn compare(&self, other: &Self) -> Option<(Sure, u32, Vec<Reason>)> {
        self.compare(other).map(|(sure, reasons)| (sure, 0, reasons))
    }

    fn forbids(&self, other: &Self, _: Sure) -> bool {
        self.conflicts(other)
    }

    fn rank(&self) -> (bool, i64) {
        (!self.is_known(), -(self.documents as i64))
    }

    fn is_weaker_than(&self, other: &Self) -> bool {
        self.rank() > other.rank()
    }

    fn part_name(&self) -> Option<String> {
        None
    }
}

impl Comparable for Meeting {
    fn unit(&self) -> &Unit {
        &self.unit
    }

    fn compare(&self, other: &Self) -> Option<(Sure, u32, Vec<Reason>)> {
        self.compare(other)
    }

    fn forbids(&self, other: &Self, _: Sure) -> bool {
        self.conflicts(other)
    }

    fn reconciles(&self, one: &Self, other: &Self) -> bool {
        self.reconciles(one, other)
    }

    fn rank(&self) -> (bool, i64) {
        (!self.held, self.width())
    }

    fn is_weaker_than(&self, other: &Self) -> bool {
        (self.is_bare(), self.width()) > (other.is_bare(), other.width())
    }

    fn part_name(&self) -> Option<String> {
        None
    }
}

/// Looks at what changed, and brings the clusters up to date.
pub(crate) fn resolve(
    world: &Admitted<'_>,
    judgements: &[Standing],
    identity: &mut Identity,
    seeds: Seeds,
) -> Result<Change, GraphError> {
    let mut change = Change::default();
    let mut meetings = seeds.meetings;
    let region = actors(world, judgements, identity, seeds.actors)?;
    let clusters = region.clusters(world, judgements)?;
    let mut moved = replace(identity, &region.inside, clusters, &mut change);
    moved.extend(seeds.moved);
    let region = places(world, judgements, identity, seeds.places)?;
    let clusters = region.clusters(world, judgements)?;
    moved.extend(replace(identity, &region.inside, clusters, &mut change));
    for node in moved {
        // What only data sets tell of stays as their importer made it.
        match world.id(node)?.kind() {
            RecordKind::Place => meetings.extend(meetings_at(world, node)?),
            _ => meetings.extend(world.posted(&links_to(node, Relation::InWords), ANY_DAY)?),
        }
    }
    let region = self::meetings(world, judgements, identity, meetings)?;
    let clusters = region.clusters(world, judgements)?;
    replace(identity, &region.inside, clusters, &mut change);
    Ok(change)
}

/// Those who or that may be one, of all that changed.
pub(crate) fn doubts(
    world: &Admitted<'_>,
    judgements: &[Standing],
    identity: &Identity,
    kind: RecordKind,
    nodes: BTreeSet<Node>,
) -> Result<Vec<Doubt>, GraphError> {
    match kind {
        RecordKind::Actor => Ok(actors(world, judgements, identity, nodes)?.doubts(judgements, identity)),
        RecordKind::Meeting => Ok(meetings(world, judgements, identity, nodes)?.doubts(judgements, identity)),
        _ => Ok(Vec::new()),
    }
}

/// Puts new clusters in the place of those of a region. The nodes that are elsewhere now.
fn replace(
    identity: &mut Identity,
    region: &BTreeSet<Node>,
    mut clusters: Vec<Cluster>,
    change: &mut Change,
) -> BTreeSet<Node> {
    let mut moved = BTreeSet::new();
    for number in identity.touching(region) {
        let Some(known) = identity.cluster(number) else { continue };
        if let Some(at) = clusters.iter().position(|new| new == known) {
            clusters.swap_remove(at);
            continue;
        }
        if let Some(cluster) = identity.remove(number) {
            moved.extend(cluster.units.iter().map(|unit| unit.node));
            change.removed.push(cluster);
        }
    }
    clusters.sort_by(|one, other| one.units.cmp(&other.units));
    for cluster in clusters {
        moved.extend(cluster.units.iter().map(|unit| unit.node));
        change.added.push(cluster.clone());
        identity.insert(cluster);
    }
    moved
}

/// What changed and all that can be one with it.
struct Region<C> {
    /// Each node's units.
    units: BTreeMap<Node, Vec<C>>,
    /// What was compared, by node and place among its units.
    edges: BTreeMap<(At, At), (Sure, u32, Vec<Reason>)>,
    /// The nodes that were looked at whole; others are only near.
    inside: BTreeSet<Node>,
}

/// A unit of a region.
type At = (Node, usize);

impl<C: Comparable> Region<C> {
    /// Grows a region from what changed.
    fn grow(
        seeds: BTreeSet<Node>,
        judgements: &[Standing],
        identity: &Identity,
        mut units_of: impl FnMut(Node) -> Result<Vec<C>, GraphError>,
        mut candidates: impl FnMut(Node) -> Result<BTreeSet<Node>, GraphError>,
    ) -> Result<Self, GraphError> {
        let mut region = Self { units: BTreeMap::new(), edges: BTreeMap::new(), inside: BTreeSet::new() };
        let mut open: Vec<Node> = seeds.into_iter().collect();
        let mut known: HashMap<Node, Vec<C>> = HashMap::new();
        while let Some(node) = open.pop() {
            if !region.inside.insert(node) {
                continue;
            }
            for number in identity.touching(&[node]) {
                open.extend(identity.cluster(number).iter().flat_map(|one| &one.units).map(|unit| unit.node));
            }
            for judged in judgements {
                let [(one, _), (other, _)] = judged.subjects;
                if one == node || other == node {
                    open.extend([one, other]);
                }
            }
            if let Entry::Vacant(entry) = known.entry(node) {
                entry.insert(units_of(node)?);
            }
            for other in candidates(node)? {
                if other == node {
                    continue;
                }
                if let Entry::Vacant(entry) = known.entry(other) {
                    entry.insert(units_of(other)?);
                }
                let (Some(own), Some(others)) = (known.get(&node), known.get(&other)) else { continue };
                for (at, one) in own.iter().enumerate() {
                    for (other_at, two) in others.iter().enumerate() {
                        let Some(found) = one.compare(two) else { continue };
                        if found.0 > Sure::Perhaps {
                            open.push(other);
                        }
                        let (one, two) = ((node, at), (other, other_at));
                        region.edges.insert((one.min(two), one.max(two)), found);
                    }
                }
            }
        }
        region.units = known.into_iter().collect();
        Ok(region)
    }

    /// The clusters of the nodes inside.
    fn clusters(&self, world: &Admitted<'_>, judgements: &[Standing]) -> Result<Vec<Cluster>, GraphError> {
        let mut all: Vec<(At, &C)> = Vec::new();
        let mut ids = Vec::new();
        for node in &self.inside {
            for (at, unit) in self.units.get(node).into_iter().flatten().enumerate() {
                all.push(((*node, at), unit));
                ids.push(world.id(*node)?);
            }
        }
        let number: HashMap<At, usize> =
            all.iter().enumerate().map(|(number, (at, _))| (*at, number)).collect();
        let mut edges = Vec::new();
        for ((one, other), (sure, points, reasons)) in &self.edges {
            if let (Some(one), Some(other)) = (number.get(one), number.get(other))
                && *sure > Sure::Perhaps
            {
                let (weight, reasons) = (Weight::Rule(*sure, *points), reasons.clone());
                edges.push(Edge { one: *one, other: *other, weight, reasons });
            }
        }
        let judged = |one: &C, other: &C, same: bool| {
            judgements.iter().any(|judged| judged.same == same && judged.is_on(one.unit(), other.unit()))
        };
        for judged in judgements.iter().filter(|judged| judged.same) {
            let of = |(node, _): (Node, Option<Node>)| {
                let known = self.units.get(&node).map_or(0, Vec::len);
                (0..known).map(|at| (node, at)).collect::<Vec<At>>()
            };
            let [first, second] = judged.subjects;
            for one in of(first).iter().filter_map(|at| number.get(at)) {
                for other in of(second).iter().filter_map(|at| number.get(at)) {
                    if one != other && judged.is_on(all[*one].1.unit(), all[*other].1.unit()) {
                        let (weight, reasons) = (Weight::Judged, vec![Reason::Judged]);
                        edges.push(Edge { one: *one, other: *other, weight, reasons });
                    }
                }
            }
        }
        let groups = group(
            all.len(),
            &edges,
            |unit| (&ids[unit], all[unit].0.1),
            |edge| if all[edge.one].1.is_weaker_than(all[edge.other].1) { edge.one } else { edge.other },
            |ones, others, weight| {
                let reconciled = |one: &C, other: &C| {
                    ones.iter().chain(others).any(|third| all[*third].1.reconciles(one, other))
                };
                let apart = |one: &C, other: &C| {
                    judged(one, other, false)
                        || match weight {
                            Weight::Judged => false,
                            Weight::Rule(sure, _) => one.forbids(other, sure) && !reconciled(one, other),
                        }
                };
                ones.iter().any(|one| others.iter().any(|other| apart(all[*one].1, all[*other].1)))
            },
        );
        let mut made_by: BTreeMap<usize, Vec<&Edge>> = BTreeMap::new();
        for at in &groups.made_by {
            made_by.entry(groups.of[edges[*at].one]).or_default().push(&edges[*at]);
        }
        let mut clusters = Vec::new();
        let mut given: BTreeSet<RecordId> = BTreeSet::new();
        for (first, members) in groups.members.iter().enumerate().filter(|(_, members)| !members.is_empty()) {
            if members.len() == 1 && all[members[0]].1.unit().documents.is_none() {
                continue;
            }
            let best =
                members.iter().copied().min_by_key(|unit| (all[*unit].1.rank(), &ids[*unit], all[*unit].0.1));
            let Some(best) = best else { continue };
            let id = self.name(world, &ids[best], all[best].0, &mut given)?;
            let mut units: Vec<(Unit, RecordId)> =
                members.iter().map(|unit| (all[*unit].1.unit().clone(), ids[*unit].clone())).collect();
            units.sort();
            let (units, names) = units.into_iter().unzip();
            let mut links: Vec<(Unit, Unit, Vec<Reason>)> = made_by
                .get(&first)
                .into_iter()
                .flatten()
                .map(|edge| {
                    let (one, other) = (all[edge.one].1.unit().clone(), all[edge.other].1.unit().clone());
                    let (one, other) = if one <= other { (one, other) } else { (other, one) };
                    (one, other, edge.reasons.clone())
                })
                .collect();
            links.sort();
            clusters.push(Cluster { id, units, names, links });
        }
        Ok(clusters)
    }

    /// The id of a group: that of its best unit, with a word behind where the node has other parts.
    fn name(
        &self,
        world: &Admitted<'_>,
        id: &RecordId,
        (node, at): At,
        given: &mut BTreeSet<RecordId>,
    ) -> Result<RecordId, GraphError> {
        if at == 0 {
            return Ok(id.clone());
        }
        let word = self.units.get(&node).and_then(|parts| parts.get(at)).and_then(Comparable::part_name);
        for word in word.into_iter().chain((at + 1..).map(|number| number.to_string())) {
            // An id that would grow too long stays as it is.
            let Ok(name) = format!("{id}-{}", word.to_lowercase()).parse::<RecordId>() else { break };
            let taken = match world.index.number(&name)? {
                Some(node) => !world.cards(node)?.is_empty(),
                None => false,
            };
            if !taken && given.insert(name.clone()) {
                return Ok(name);
            }
        }
        Ok(id.clone())
    }

    /// Those who or that may be one with another, and are not.
    fn doubts(&self, judgements: &[Standing], identity: &Identity) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        for (((one, at), (other, other_at)), (sure, points, reasons)) in &self.edges {
            let unit = |node, at| self.units.get(node).and_then(|units: &Vec<C>| units.get(at));
            let (Some(one), Some(other)) = (unit(one, *at), unit(other, *other_at)) else { continue };
            let number = |unit: &Unit| match &unit.documents {
                Some(documents) => identity.of(unit.node, documents.first().copied().unwrap_or_default()),
                None => identity.whole(unit.node).unwrap_or(unit.node),
            };
            let (one, other) = (one.unit(), other.unit());
            if number(one) != number(other) && !judgements.iter().any(|judged| judged.is_on(one, other)) {
                let points = *points + 20 * *sure as u32;
                doubts.push(Doubt {
                    one: one.clone(),
                    other: other.clone(),
                    points,
                    reasons: reasons.clone(),
                });
            }
        }
        doubts
    }
}

fn actors(
    world: &Admitted<'_>,
    judgements: &[Standing],
    identity: &Identity,
    seeds: BTreeSet<Node>,
) -> Result<Region<Actor>, GraphError> {
    let units = |node| actor::units(world, judgements, node);
    Region::grow(seeds, judgements, identity, units, |node| bearing_its_marks(world, node))
}

fn places(
    world: &Admitted<'_>,
    judgements: &[Standing],
    identity: &Identity,
    seeds: BTreeSet<Node>,
) -> Result<Region<Place>, GraphError> {
    let units = |node| place::units(world, node);
    Region::grow(seeds, judgements, identity, units, |node| bearing_its_marks(world, node))
}

/// All days, and what has none.
const ANY_DAY: (Option<Date>, Option<Date>) = (None, None);

/// The meetings told in words that were at a place or at one within it.
fn meetings_at(world: &Admitted<'_>, place: Node) -> Result<BTreeSet<Node>, GraphError> {
    let (mut found, mut seen, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![place]);
    while let Some(place) = open.pop() {
        if !seen.insert(place) {
            continue;
        }
        open.extend(world.posted(&links_to(place, Relation::Within), ANY_DAY)?);
        for meeting in world.posted(&links_to(place, Relation::Place), ANY_DAY)? {
            if world.cards(meeting)?.iter().any(|(_, card)| !card.row) {
                found.insert(meeting);
            }
        }
    }
    Ok(found)
}

/// The nodes that bear a mark by which what may be one with a node is looked for.
fn bearing_its_marks(world: &Admitted<'_>, node: Node) -> Result<BTreeSet<Node>, GraphError> {
    let mut found = BTreeSet::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    // Hundreds of documents of a data set say the same of a state.
    let mut cards: Vec<Card> = Vec::new();
    for (_, card) in world.cards(node)? {
        let mut recent = cards.iter().rev().take(actor::RECENT);
        if recent.all(|known| known.row != card.row || known.facts != card.facts) {
            cards.push(card);
        }
    }
    for card in &cards {
        for mark in marks(card) {
            if !seen.contains(&mark) {
                for sought in sought_by(&mark) {
                    found.extend(world.index.nodes(&marked(&sought))?);
                }
                seen.insert(mark);
            }
        }
    }
    Ok(found)
}

fn meetings(
    world: &Admitted<'_>,
    judgements: &[Standing],
    identity: &Identity,
    seeds: BTreeSet<Node>,
) -> Result<Region<Meeting>, GraphError> {
    let lookup = std::cell::RefCell::new(Lookup::new(world, identity));
    Region::grow(
        seeds,
        judgements,
        identity,
        |node| lookup.borrow_mut().units(judgements, node),
        |node| lookup.borrow().candidates(node),
    )
}
