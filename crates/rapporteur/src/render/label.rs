//! The names in a row: people with their roles, places with what is around them.

use rapporteur_graph::{Attendee, Label, PlaceLabel, Support};
use rapporteur_schema::{PlaceKind, Role};
use serde::Serialize;

use super::word::word;

/// A label as JSON shows it.
#[derive(Debug, Serialize)]
pub(super) struct LabelJson<'a, I, K> {
    id: &'a I,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<K>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
}

impl<'a, I, K: Copy> From<&'a Label<I, K>> for LabelJson<'a, I, K> {
    fn from(label: &'a Label<I, K>) -> Self {
        Self {
            id: &label.id,
            name: &label.name,
            kind: label.kind,
            country: label.country.as_ref().map(|code| code.as_str()),
        }
    }
}

pub(super) fn labels<I, K: Copy>(labels: &[Label<I, K>]) -> Vec<LabelJson<'_, I, K>> {
    labels.iter().map(Into::into).collect()
}

pub(super) fn names<I, K>(labels: &[Label<I, K>]) -> Vec<String> {
    labels.iter().map(|label| label.name.clone()).collect()
}

/// `Hakan Fidan (chair, for Türkiye)`.
pub(super) fn attendee(attendee: &Attendee) -> String {
    let mut details = Vec::new();
    if attendee.role != Role::Participant {
        details.push(word(attendee.role));
    }
    if let Some(principal) = &attendee.on_behalf_of {
        details.push(format!("for {}", principal.name));
    }
    if details.is_empty() {
        attendee.actor.name.clone()
    } else {
        format!("{} ({})", attendee.actor.name, details.join(", "))
    }
}

/// `Dolmabahçe Palace, Istanbul, Türkiye`: the place and what is around it, the country last, by its code
/// where no text names it.
pub(super) fn location(place: Option<&PlaceLabel>, within: &[PlaceLabel]) -> String {
    let Some(place) = place else { return String::new() };
    let mut parts = vec![place.name.as_str()];
    for around in within {
        if around.kind != Some(PlaceKind::Region) && !parts.contains(&around.name.as_str()) {
            parts.push(&around.name);
        }
    }
    let named = [place].into_iter().chain(within).any(|label| label.kind == Some(PlaceKind::Country));
    let country = [place].into_iter().chain(within).find_map(|label| label.country.as_ref());
    if let Some(country) = country.filter(|_| !named) {
        parts.push(country.as_str());
    }
    parts.join(", ")
}

/// `5 (3 independent)`: how many documents tell of it, and how many are no copies of another.
pub(super) fn sources(support: &Support) -> String {
    if support.independent < support.documents {
        format!("{} ({} independent)", support.documents, support.independent)
    } else {
        support.documents.to_string()
    }
}
