//! The links of a chain of meetings as rows.

use serde::Serialize;

use super::label::{LabelJson, location};
use super::word::shown;
use super::{Cell, Row};
use crate::LinkRow;

#[derive(Serialize)]
struct LinkJson<'a, A: Serialize> {
    from: A,
    to: A,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    r#where: &'a str,
}

impl Row for LinkRow {
    const COLUMNS: &'static [&'static str] = &["Who", "Met", "When", "Where", "Meeting", "Id"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            self.from.name.as_str().into(),
            self.to.name.as_str().into(),
            shown(self.meeting.when.as_ref()).into(),
            location(self.meeting.place.as_ref(), &self.meeting.within).into(),
            self.meeting.name.clone().unwrap_or_default().into(),
            self.meeting.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        let place = location(self.meeting.place.as_ref(), &self.meeting.within);
        serde_json::to_value(LinkJson {
            from: LabelJson::from(&self.from),
            to: LabelJson::from(&self.to),
            id: self.meeting.id.as_str(),
            when: self.meeting.when.as_ref().map(ToString::to_string),
            r#where: &place,
        })
        .unwrap_or_default()
    }
}
