//! Who acts: persons, states, organisations, delegations, and sources without a name (SEM `Actor`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{ActorId, Confidence, Country, Edtf, Evidence, WikidataItem};

/// The kinds of actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActorKind {
    /// One human being with a name.
    Person,
    /// A state, present or former, under any of its names.
    State,
    /// An organisation: international, a movement, a party, a ministry, an outlet.
    Organization,
    /// Those sent to speak for a state or an organisation.
    Delegation,
    /// A source the text does not name; never merged by name.
    Unnamed,
}

/// Someone or something that meets, speaks or agrees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Actor {
    /// The actor's id.
    pub id: ActorId,
    /// What kind of actor it is.
    pub kind: ActorKind,
    /// The fullest name that was found.
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// Every other name under which it appears.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(inner(regex(pattern = r"\S")))]
    pub aliases: Vec<String>,
    /// The state it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The offices the text shows it in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// The Wikidata item, `Q` and digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wikidata: Option<WikidataItem>,
    /// The words that show it.
    #[schemars(length(min = 1))]
    pub evidence: Evidence,
    /// How sure the extractor is.
    pub confidence: Confidence,
}

/// An office held, and when the text shows it held.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// The office without its country: `Foreign Minister`.
    #[schemars(regex(pattern = r"\S"))]
    pub title: String,
    /// The state or organisation it is an office of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<ActorId>,
    /// The earliest date at which a text shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Edtf>,
    /// The latest date at which a text shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Edtf>,
}
