//! Statements in a picture: who said it, for whom, to whom, about what, and who passed it on.

use rapporteur_graph::StatementRow;
use rapporteur_schema::RecordId;

use super::{EdgeKind, Node, NodeKind, Picture, disputed};
use crate::render::word::word;

impl Picture {
    /// Statements with everyone in them. What a statement is about is only named by it: see
    /// [`Picture::only_named`].
    #[must_use]
    pub fn with_statements(mut self, statements: &[StatementRow]) -> Self {
        for row in statements {
            let (statement, id) = (&row.statement.record, row.statement.record.id.as_str());
            let mut node = Node::new(NodeKind::Statement(Some(statement.act)), &word(statement.act));
            let text = statement.text.trim();
            node.details = vec![if statement.quoted { format!("“{text}”") } else { text.to_owned() }];
            node.days.extend(statement.when.clone());
            node.disputed.extend(disputed(&row.statement));
            self.add(id, node);

            let speaker = [(&row.speaker, EdgeKind::Said)];
            let others = [
                (row.on_behalf_of.as_slice(), EdgeKind::OnBehalfOf),
                (&row.audience, EdgeKind::Audience),
                (&row.reported_by, EdgeKind::ReportedBy),
            ];
            let others =
                others.iter().flat_map(|(actors, kind)| actors.iter().map(move |actor| (actor, *kind)));
            for (actor, kind) in speaker.into_iter().chain(others) {
                self.add_actor(actor, None, statement.when.as_ref());
                self.say(id, actor.id.as_str(), kind, row);
            }
            for about in &statement.about {
                self.add_named(about);
                self.say(id, RecordId::as_str(about), EdgeKind::About, row);
            }
        }
        self
    }

    /// Joins a statement with something else; the speaker stands before it, all others behind.
    fn say(&mut self, id: &str, other: &str, kind: EdgeKind, row: &StatementRow) {
        let (source, target) = if kind == EdgeKind::Said { (other, id) } else { (id, other) };
        let edge = self.edge(source, target, kind);
        edge.records.insert(id.to_owned());
        edge.days.extend(row.statement.record.when.clone());
    }
}
