//! What may be one, and nobody has said: pairs of actors or meetings to be looked at.

use rapporteur_schema::{RecordId, RecordKind, Subject};

use super::as_of::AsOf;
use super::evidence::Reader;
use crate::identity::Unit;
use crate::identity::resolve::{self, Seeds};
use crate::snapshot::Snapshot;
use crate::{EvidenceView, GraphError, Reason, Store};

/// Two that may be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The two, each as a judgement names it.
    pub subjects: [Subject; 2],
    /// Their names; of a meeting its day and its status.
    pub names: [String; 2],
    /// How much speaks for it: of two doubts the greater is the likelier.
    pub score: u32,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
    /// A piece of evidence of each.
    pub evidence: [Option<EvidenceView>; 2],
}

/// Why two tellings are one record.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The two.
    pub subjects: [Subject; 2],
    /// What speaks for it.
    pub reasons: Vec<Reason>,
}

impl Store {
    /// The actors, or the meetings, that may be one: the likeliest first.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn doubts(&self, kind: RecordKind) -> Result<Vec<Doubt>, GraphError> {
        let state = self.read();
        let snapshot = Snapshot::now(&state);
        let told = Seeds::of(&state.index, state.index.told_in_words()?)?;
        let nodes = if kind == RecordKind::Actor { told.actors } else { told.meetings };
        let (standing, identity) = (state.index.standing(None)?, snapshot.identity()?);
        let reader = Reader::new(&snapshot);
        let mut doubts = Vec::new();
        for doubt in resolve::doubts(snapshot.admitted(), &standing, identity, kind, nodes)? {
            let mut sides = Vec::with_capacity(2);
            for unit in [&doubt.one, &doubt.other] {
                sides.push((snapshot.subject(unit)?, describe(&snapshot, &reader, unit)?));
            }
            if let Ok([(one, (name, words)), (other, (other_name, other_words))]) = <[_; 2]>::try_from(sides)
            {
                doubts.push(Doubt {
                    subjects: [one, other],
                    names: [name, other_name],
                    score: doubt.points,
                    reasons: doubt.reasons,
                    evidence: [words, other_words],
                });
            }
        }
        doubts.sort_by(|one, other| {
            other.score.cmp(&one.score).then_with(|| one.subjects.cmp(&other.subjects))
        });
        Ok(doubts)
    }

    /// Why a record is one where documents tell of several; nothing where they tell of one.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn merged(&self, id: &RecordId) -> Result<Vec<Merged>, GraphError> {
        AsOf::from(self).merged(id)
    }
}

impl AsOf<'_> {
    /// Why a record is one where documents tell of several; nothing where they tell of one.
    ///
    /// # Errors
    /// What reading the store runs into.
    pub fn merged(&self, id: &RecordId) -> Result<Vec<Merged>, GraphError> {
        let state = self.store.read();
        let snapshot = Snapshot::new(&state, self.moment);
        let Some(number) = snapshot.number(id.clone())? else { return Ok(Vec::new()) };
        let Some(cluster) = snapshot.cluster(number)? else { return Ok(Vec::new()) };
        let links = cluster.links.iter().map(|(one, other, reasons)| {
            let subjects = [snapshot.subject(one)?, snapshot.subject(other)?];
            Ok(Merged { subjects, reasons: reasons.clone() })
        });
        links.collect()
    }
}

/// A unit's name, and the first words that tell of it.
fn describe(
    snapshot: &Snapshot<'_>,
    reader: &Reader<'_>,
    unit: &Unit,
) -> Result<(String, Option<EvidenceView>), GraphError> {
    use rapporteur_schema::Record;
    let cards = snapshot.admitted().cards(unit.node)?;
    let cards: Vec<_> = cards.into_iter().filter(|(document, _)| unit.has(*document)).collect();
    let tellings = snapshot.state.tellings_of(&cards, |_, _| None)?;
    let Some(first) = tellings.first() else { return Ok((String::new(), None)) };
    let name = match &first.record {
        Record::Actor(actor) => {
            let office =
                actor.offices.first().map(|office| format!(", {}", office.title)).unwrap_or_default();
            let country = actor.country.map(|country| format!(" ({country})")).unwrap_or_default();
            format!("{}{office}{country}", actor.name)
        }
        Record::Meeting(meeting) => {
            let when = meeting.when.as_ref().map_or_else(|| "no date".to_owned(), ToString::to_string);
            let place = meeting.place.as_ref().map(|place| format!(", {}", place.slug())).unwrap_or_default();
            let who: Vec<&str> = meeting.participants.iter().map(|part| part.actor.slug()).collect();
            format!("{when}{place}: {}", who.join(", "))
        }
        _ => String::new(),
    };
    let span = first.record.spans().next().cloned();
    let words = reader.views(&span.into_iter().collect::<Vec<_>>())?.into_iter().next();
    Ok((name, words))
}
