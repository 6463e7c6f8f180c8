//! What follows from what people said of two records and of outlets.
//!
//! It must not know the rules. Invariant: of two judgements on the same the later stands; one that was taken back is
//! as if it had never been, and stays in the list.

use rapporteur_schema::{Judgement, Verdict};

use super::Unit;
use crate::fold::fold;
use crate::index::keys::Node;

/// A judgement with the id that follows from what it says.
pub(crate) fn named(mut judgement: Judgement) -> Judgement {
    judgement.id = String::new();
    let hash = crate::sha256(&judgement.to_line()).to_string();
    judgement.id = format!("judgement/{}", hash.get(..12).unwrap_or(&hash));
    judgement
}

/// A judgement that stands, by numbers.
#[derive(Debug, Clone)]
pub(crate) struct Standing {
    pub(crate) same: bool,
    pub(crate) subjects: [(Node, Option<Node>); 2],
}

impl Standing {
    /// Whether it is on two units.
    pub(crate) fn is_on(&self, one: &Unit, other: &Unit) -> bool {
        let is = |unit: &Unit, (node, document): (Node, Option<Node>)| {
            unit.node == node && document.is_none_or(|document| unit.has(document))
        };
        let [first, second] = self.subjects;
        (is(one, first) && is(other, second)) || (is(one, second) && is(other, first))
    }
}

/// Takes out of the parts of a node what a document tells that was judged to be of another than the rest, or than
/// what a second document tells.
pub(crate) fn divide<T>(parts: &mut Vec<Vec<(Node, T)>>, node: Node, judgements: &[Standing]) {
    for judged in judgements.iter().filter(|judged| !judged.same) {
        let (stays, goes) = match judged.subjects {
            [(one, stays), (other, Some(goes))] if one == node && other == node => (stays, goes),
            [(one, Some(goes)), (other, None)] if one == node && other == node => (None, goes),
            _ => continue,
        };
        let tells = |part: &[(Node, T)], document| part.iter().any(|(teller, _)| *teller == document);
        let both = |part: &Vec<(Node, T)>| {
            tells(part, goes) && stays.map_or(part.len() > 1, |stays| stays != goes && tells(part, stays))
        };
        if let Some(part) = parts.iter_mut().find(|part| both(part)) {
            let (out, rest) = std::mem::take(part).into_iter().partition(|(teller, _)| *teller == goes);
            *part = rest;
            parts.push(out);
        }
    }
}

/// The judgements that stand: those not taken back, the later of two on the same.
pub(crate) fn standing<'a>(judgements: impl Iterator<Item = &'a Judgement> + Clone) -> Vec<&'a Judgement> {
    let undone: Vec<&str> = judgements.clone().filter_map(|one| one.undoes.as_deref()).collect();
    let live: Vec<&Judgement> =
        judgements.filter(|one| one.verdict != Verdict::Undo && !undone.contains(&one.id.as_str())).collect();
    let of = |one: &Judgement| {
        let mut subjects = one.subjects.clone();
        subjects.sort();
        (subjects, one.outlet.as_deref().map(fold))
    };
    let later = |at: usize| live[at + 1..].iter().any(|other| of(other) == of(live[at]));
    (0..live.len()).filter(|at| !later(*at)).map(|at| live[at]).collect()
}
