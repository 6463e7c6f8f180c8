//! Series: which round of talks follows which.
//!
//! It must not know rows. Invariant: a round follows an earlier round of the same parties, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rapporteur_schema::{ActorKind, Attendance, MeetingId, RecordId, RecordKind};

use super::Snapshot;
use crate::GraphError;
use crate::identity::meeting::{Side, is_round, rounds};
use crate::index::card::{Card, Facts, Part};
use crate::index::keys::Node;

/// A round without a number does not follow one that is longer ago, in days.
const YEAR: i32 = 366;

/// A meeting, as far as its place in a series goes.
#[derive(Debug)]
struct Talks {
    id: MeetingId,
    node: Node,
    sides: BTreeSet<Side>,
    first_day: Option<Date>,
    held: bool,
    tellings: usize,
}

impl Talks {
    /// Whether the parties are the same, but for some whom only one of the two has beside them.
    fn is_between_those_of(&self, other: &Self) -> bool {
        let common = self.sides.intersection(&other.sides).count();
        common > 1 && common == self.sides.len().min(other.sides.len())
    }

    /// Whether it was in the year before another.
    fn is_near(&self, other: &Self) -> bool {
        let between = self.first_day.zip(other.first_day).and_then(|(day, other)| day.until(other).ok());
        between.is_some_and(|between| between.get_days() <= YEAR)
    }

    /// Whether it was held, and before another.
    fn is_before(&self, other: &Self) -> bool {
        self.held && self.first_day.zip(other.first_day).is_some_and(|(day, other)| day < other)
    }
}

/// The meetings that documents which are no data sets tell of: the last first, of a day the most told first.
#[derive(Debug)]
pub(crate) struct Series(Vec<Talks>);

impl Snapshot<'_> {
    /// The meetings that a meeting follows: those that documents name, and the earlier round of the same parties.
    pub(crate) fn follows(
        &self,
        id: &MeetingId,
        told: &[MeetingId],
        cards: &[(Node, Card)],
    ) -> Result<Vec<MeetingId>, GraphError> {
        let mut follows: Vec<MeetingId> = told.iter().filter(|other| *other != id).cloned().collect();
        if names(cards).any(is_round) {
            follows.extend(self.round_before(id)?.filter(|before| !told.contains(before)));
        }
        Ok(follows)
    }

    /// The round that a meeting follows: the last that was held before it, of the same parties and of a lower number;
    /// where its own number is not told ("a new round"), the last round of the year before.
    fn round_before(&self, id: &MeetingId) -> Result<Option<MeetingId>, GraphError> {
        let series = self.series()?;
        let Some(this) = series.0.iter().find(|talks| talks.id == *id) else { return Ok(None) };
        let number = self.round_number(this.node)?;
        for other in series.0.iter().filter(|other| other.is_before(this) && this.is_between_those_of(other))
        {
            if number.is_none() && !other.is_near(this) {
                continue;
            }
            let follows = match (number, self.round_number(other.node)?) {
                (Some(number), earlier) => earlier.is_some_and(|earlier| earlier < number),
                (None, Some(_)) => true,
                (None, None) => names(&self.cards(other.node)?).any(is_round),
            };
            if follows {
                return Ok(Some(other.id.clone()));
            }
        }
        Ok(None)
    }

    /// The meetings, looked for once.
    fn series(&self) -> Result<&Series, GraphError> {
        if let Some(known) = self.series.get() {
            return Ok(known);
        }
        let (mut seen, mut all) = (BTreeSet::new(), Vec::new());
        for document in self.state.index.documents_in_words()? {
            for number in self.told(document)? {
                if self.id(number)?.kind() == RecordKind::Meeting && seen.insert(number) {
                    all.extend(self.talks(number)?);
                }
            }
        }
        all.sort_by(|one: &Talks, other| {
            (other.first_day, other.tellings, &one.id).cmp(&(one.first_day, one.tellings, &other.id))
        });
        Ok(self.series.get_or_init(|| Series(all)))
    }

    fn talks(&self, node: Node) -> Result<Option<Talks>, GraphError> {
        let cards = self.cards(node)?;
        let RecordId::Meeting(id) = self.id(node)? else { return Ok(None) };
        let Some(view) = self.meeting_view(&id, &cards)? else { return Ok(None) };
        let (held, when) = (view.record.status.took_place(), view.record.when);
        let first_day = when.as_ref().map(rapporteur_schema::Edtf::first_day);
        let mut sides = BTreeSet::new();
        for (_, card) in &cards {
            let Facts::Meeting { participants, .. } = &card.facts else { continue };
            for part in participants.iter().filter(|part| is_party(part)) {
                sides.insert(self.side(part.on_behalf_of.unwrap_or(part.actor))?);
            }
        }
        Ok(Some(Talks { id, node, sides, first_day, held, tellings: cards.len() }))
    }

    /// The number of the round that a meeting is told to be: by its names, else by most of the words that tell of it;
    /// nothing, where they do not agree.
    fn round_number(&self, node: Node) -> Result<Option<u8>, GraphError> {
        let only = |numbers: BTreeSet<u8>| if numbers.len() == 1 { numbers.into_iter().next() } else { None };
        let cards = self.cards(node)?;
        let named: BTreeSet<u8> = names(&cards).flat_map(rounds).collect();
        if !named.is_empty() {
            return Ok(only(named));
        }
        let mut votes: BTreeMap<u8, usize> = BTreeMap::new();
        for telling in self.tellings(node)? {
            for number in telling.record.spans().filter_map(|span| only(rounds(&span.text))) {
                *votes.entry(number).or_default() += 1;
            }
        }
        let most = votes.values().max().copied();
        Ok(only(
            votes.into_iter().filter(|(_, count)| Some(*count) == most).map(|(number, _)| number).collect(),
        ))
    }

    /// The side that an actor is on: its country, unless it is an organisation.
    fn side(&self, actor: Node) -> Result<Side, GraphError> {
        let mut countries = BTreeSet::new();
        for (_, card) in self.cards(actor)? {
            if let Facts::Actor { kind, country, .. } = card.facts
                && kind != ActorKind::Organization
            {
                countries.extend(country);
            }
        }
        Ok(countries.into_iter().next().map_or(Side::Actor(actor), Side::Country))
    }
}

/// Whether somebody is one of those who talk, and does not only look on or stay away.
fn is_party(part: &Part) -> bool {
    use rapporteur_schema::Role;
    !matches!(part.attendance, Attendance::Absent | Attendance::Declined)
        && !matches!(part.role, Role::Mediator | Role::Host | Role::Observer | Role::Interpreter)
}

/// The names that documents give a meeting.
fn names(cards: &[(Node, Card)]) -> impl Iterator<Item = &str> {
    cards.iter().filter_map(|(_, card)| match &card.facts {
        Facts::Meeting { name, .. } => name.as_deref(),
        _ => None,
    })
}
