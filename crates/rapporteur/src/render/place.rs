//! Places as rows.

use rapporteur_graph::PlaceRow;
use rapporteur_schema::{Place, PlaceId};
use serde::Serialize;

use super::json::ViewJson;
use super::word::{shown, word};
use super::{Cell, Row};

#[derive(Serialize)]
struct PlaceJson<'a> {
    id: &'a str,
    members: &'a [PlaceId],
    meetings: usize,
    #[serde(flatten)]
    view: ViewJson<'a, Place>,
}

impl Row for PlaceRow {
    const COLUMNS: &'static [&'static str] =
        &["Name", "Kind", "Country", "Within", "Latitude", "Longitude", "Meetings", "Id"];

    fn cells(&self) -> Vec<Cell> {
        let place = &self.place.record;
        vec![
            place.name.as_str().into(),
            word(place.kind).into(),
            shown(place.country.as_ref()).into(),
            shown(place.within.as_ref()).into(),
            shown(place.latitude.as_ref()).into(),
            shown(place.longitude.as_ref()).into(),
            self.meetings.to_string().into(),
            place.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        PlaceJson {
            id: self.place.id.as_str(),
            members: &self.members,
            meetings: self.meetings,
            view: (&self.place).into(),
        }
    }
}
