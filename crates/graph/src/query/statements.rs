//! What was said.

use rapporteur_schema::{ActorId, Record, RecordKind, Statement};

use super::ask::{Ask, StandIns, arrange, speaks_of};
use super::filter::filters;
use super::label::ActorLabel;
use crate::fold::fold;
use crate::index::card::{Card, Facts};
use crate::index::derive::Relation;
use crate::index::keys::Node;
use crate::view::Merge;
use crate::{Filter, GraphError, Store, Support, View};

/// A statement, with the names of those in it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct StatementRow {
    /// The statement.
    pub statement: View<Statement>,
    /// Who said it.
    pub speaker: ActorLabel,
    /// For whom.
    pub on_behalf_of: Option<ActorLabel>,
    /// To whom.
    pub audience: Vec<ActorLabel>,
    /// Who passed it on, nearest the reader first.
    pub reported_by: Vec<ActorLabel>,
    /// Who says so.
    pub support: Support,
}

/// Statements: `actor` is the speaker or the one spoken for, `with` any other in it.
#[derive(Debug, Clone)]
pub struct Statements<'s> {
    store: &'s Store,
    filter: Filter,
}

filters!(Statements: actor, with, about, words, dates, document, meeting, act, statement_medium, nationals, limit);

impl Statements<'_> {
    /// The statements.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn run(self) -> Result<Vec<StatementRow>, GraphError> {
        let (filter, state) = (&self.filter, self.store.read());
        let ask = Ask::new(&state, filter);
        let actor = filter.actor.as_ref().map(|actor| ask.stand_ins(actor)).transpose()?;
        let with = filter.with.as_ref().map(|actor| ask.stand_ins(actor)).transpose()?;
        let meeting = match &filter.meeting {
            Some(meeting) => Some(ask.number(meeting.clone())?),
            None => None,
        };
        let candidates = match (&actor, meeting, &filter.document) {
            (Some(actor), ..) => {
                let mut found =
                    ask.linked(actor.actors.iter().copied(), &[Relation::Speaker, Relation::SpokenFor])?;
                found.extend(ask.linked(actor.principal, &[Relation::SpokenFor])?);
                found
            }
            (_, Some(meeting), _) => ask.linked(meeting, &[Relation::About])?,
            (_, _, Some(document)) => ask.told_by(document, RecordKind::Statement)?,
            _ => ask.all(RecordKind::Statement)?,
        };
        let about = filter.about.as_ref().map(|about| ask.forms(about)).transpose()?.unwrap_or_default();
        let mut rows = Vec::new();
        for node in candidates {
            let cards = ask.snapshot.cards(node)?;
            let fits = cards
                .iter()
                .any(|(_, card)| fits(filter, &card.facts, actor.as_ref(), with.as_ref(), meeting));
            if fits && ask.admits_tellers(&cards)? {
                let told = view(&ask, &cards)?.filter(|view| says(filter, &about, view));
                rows.extend(told.map(|view| (node, view)));
            }
        }
        arrange(filter, &mut rows, |(_, view)| (view.when.clone(), view.id.clone()));
        rows.into_iter().map(|(node, view)| row(&ask, node, view)).collect()
    }
}

fn fits(
    filter: &Filter,
    facts: &Facts,
    actor: Option<&StandIns>,
    with: Option<&StandIns>,
    meeting: Option<Option<Node>>,
) -> bool {
    let Facts::Statement { speaker, on_behalf_of, audience, reported_by, about, act, medium, when } = facts
    else {
        return false;
    };
    let spoke = |who: &StandIns| {
        who.include(*speaker, *on_behalf_of) || on_behalf_of.is_some_and(|other| who.actors.contains(&other))
    };
    let others = || audience.iter().chain(reported_by).chain(about);
    let days = when.as_ref().map(|when| (when.first_day(), when.last_day()));
    actor.is_none_or(spoke)
        && with.is_none_or(|with| others().any(|other| with.actors.contains(other)))
        && meeting.is_none_or(|meeting| meeting.is_some_and(|meeting| about.contains(&meeting)))
        && (filter.act.is_empty() || filter.act.contains(act))
        && (filter.statement_medium.is_empty()
            || medium.is_some_and(|medium| filter.statement_medium.contains(&medium)))
        && filter.admits_days(days)
}

/// Whether a statement is about whom, through whose mouth and in what words it is asked for. It is about an actor
/// that it says to be about, that it was said to, or whose name stands in its words.
fn says(filter: &Filter, names: &[String], statement: &Statement) -> bool {
    let about = |actor: &ActorId| {
        statement.about.iter().any(|about| about.as_str() == actor.as_str())
            || statement.audience.contains(actor)
            || names.iter().any(|name| holds(&fold(&statement.text), name))
    };
    let texts = || {
        let evidence = statement.evidence.iter().map(|span| span.text.as_str());
        evidence.chain([statement.text.as_str()])
    };
    filter.about.as_ref().is_none_or(about)
        && filter.via.as_ref().is_none_or(|via| statement.reported_by.contains(via))
        && filter.words.as_ref().is_none_or(|words| speaks_of(words, texts()))
}

/// Whether a folded text holds a folded name, in whole words.
fn holds(text: &str, name: &str) -> bool {
    format!(" {text} ").contains(&format!(" {name} "))
}

fn view(ask: &Ask<'_>, cards: &[(Node, Card)]) -> Result<Option<View<Statement>>, GraphError> {
    let tellings = ask.snapshot.tellings_of(cards)?.into_iter().filter_map(|telling| match telling.record {
        Record::Statement(statement) => Some((telling.document, statement)),
        _ => None,
    });
    Ok(Merge::view(tellings.collect()))
}

fn row(ask: &Ask<'_>, node: Node, statement: View<Statement>) -> Result<StatementRow, GraphError> {
    Ok(StatementRow {
        speaker: ask.actor(&statement.speaker)?,
        on_behalf_of: statement.on_behalf_of.as_ref().map(|actor| ask.actor(actor)).transpose()?,
        audience: ask.actors(&statement.audience)?,
        reported_by: ask.actors(&statement.reported_by)?,
        support: ask.support(node, &ask.snapshot.cards(node)?)?,
        statement,
    })
}
