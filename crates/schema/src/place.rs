//! Where it happened: venues within cities within regions within countries (schema.org `Place`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Confidence, Country, Evidence, PlaceId};

/// The kinds of place, the smallest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlaceKind {
    /// A building, hotel, palace, ship or airport.
    Venue,
    /// A town or city.
    City,
    /// A part of a country, or a region across several.
    Region,
    /// A country.
    Country,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// The place's id.
    pub id: PlaceId,
    /// What kind of place it is.
    pub kind: PlaceKind,
    /// Its name.
    #[schemars(regex(pattern = r"\S"))]
    pub name: String,
    /// Its other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(inner(regex(pattern = r"\S")))]
    pub aliases: Vec<String>,
    /// The country it lies in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Degrees north, WGS 84.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -90, max = 90))]
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -180, max = 180))]
    pub longitude: Option<f64>,
    /// The next larger place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<PlaceId>,
    /// The GeoNames id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geonames: Option<u32>,
    /// The words that show it.
    #[schemars(length(min = 1))]
    pub evidence: Evidence,
    /// How sure the extractor is.
    pub confidence: Confidence,
}
