//! Outcomes in a picture, with their parties and, where it is in the picture, the meeting they came of.

use rapporteur_graph::OutcomeRow;

use super::{EdgeKind, Node, NodeKind, Picture, disputed, status};
use crate::render::word::word;

impl Picture {
    /// Outcomes and their parties. One is joined with its meeting whether that comes before or after.
    #[must_use]
    pub fn with_outcomes(mut self, outcomes: &[OutcomeRow]) -> Self {
        for row in outcomes {
            let (outcome, id) = (&row.outcome.record, row.outcome.record.id.as_str());
            let place = row.place.as_ref().map(|place| place.name.clone());
            let mut node = Node::new(NodeKind::Outcome(Some(status(row))), &word(outcome.kind));
            node.details = vec![word(outcome.status), outcome.text.trim().to_owned()];
            node.country = row.place.as_ref().and_then(|place| place.country);
            node.places.extend(place.clone());
            node.days.extend(outcome.when.clone());
            node.disputed.extend(disputed(&row.outcome));
            self.add(id, node);
            for party in &row.parties {
                self.add_actor(party, place.as_ref(), outcome.when.as_ref());
                let edge = self.edge(party.id.as_str(), id, EdgeKind::Party(status(row)));
                edge.records.insert(id.to_owned());
                edge.days.extend(outcome.when.clone());
            }
            if let Some((meeting, name)) = &row.meeting {
                let mut node = Node::new(NodeKind::Meeting(None), name.as_deref().unwrap_or("meeting"));
                node.places.extend(place);
                self.add(meeting.as_str(), node);
                let edge = self.edge(meeting.as_str(), id, EdgeKind::CameOf(status(row)));
                edge.records.insert(id.to_owned());
                edge.days.extend(outcome.when.clone());
            }
        }
        self
    }
}
