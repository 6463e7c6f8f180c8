//! Actors as rows.

use rapporteur_graph::ActorRow;
use rapporteur_schema::{Actor, ActorId};
use serde::Serialize;

use super::json::ViewJson;
use super::word::{shown, word};
use super::{Cell, Row};

#[derive(Serialize)]
struct ActorJson<'a> {
    id: &'a str,
    members: &'a [ActorId],
    meetings: usize,
    statements: usize,
    outcomes: usize,
    #[serde(flatten)]
    view: ViewJson<'a, Actor>,
}

impl Row for ActorRow {
    const COLUMNS: &'static [&'static str] =
        &["Name", "Kind", "Country", "Offices", "Meetings", "Statements", "Outcomes", "Id"];

    fn cells(&self) -> Vec<Cell> {
        let actor = &self.actor.record;
        // One office told with and without whose it is has one title; those of a record stand in order.
        let mut titles: Vec<String> = actor.offices.iter().map(|office| office.title.clone()).collect();
        titles.dedup();
        vec![
            actor.name.as_str().into(),
            word(actor.kind).into(),
            shown(actor.country.as_ref()).into(),
            Cell::List(titles),
            self.meetings.to_string().into(),
            self.statements.to_string().into(),
            self.outcomes.to_string().into(),
            actor.id.to_string().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        ActorJson {
            id: self.actor.id.as_str(),
            members: &self.members,
            meetings: self.meetings,
            statements: self.statements,
            outcomes: self.outcomes,
            view: (&self.actor).into(),
        }
    }
}
