//! Saying that two records are the same or different, or how reliable an outlet is, and taking it back.
//!
//! It must not know what follows from it. Invariant: a judgement names records and outlets as documents do, so
//! that it holds whatever else is found to be the same.

use rapporteur_schema::{Judgement, RecordKind, Reliability, Subject, Timestamp, Verdict};

use super::Store;
use crate::fold::fold;
use crate::identity::judgement::{named, standing};
use crate::snapshot::Snapshot;
use crate::{GraphError, State};

/// Who judges, when, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judge {
    /// Who.
    pub author: Option<String>,
    /// When.
    pub time: Timestamp,
    /// Why.
    pub remark: Option<String>,
}

impl Judge {
    /// A judgement that says nothing yet but its verdict.
    fn says(self, verdict: Verdict) -> Judgement {
        let Self { author, time, remark } = self;
        let (id, subjects) = (String::new(), Vec::new());
        let (outlet, reliability, undoes) = (None, None, None);
        Judgement { id, verdict, subjects, outlet, reliability, undoes, author, time, remark }
    }
}

impl Store {
    /// Says that two actors, or two meetings, are one (or are not). It holds against every rule until it is taken
    /// back or judged otherwise. A subject may be what one document tells of a record.
    ///
    /// # Errors
    /// [`GraphError::Unjudgeable`] where the store does not have both, or they are of two kinds or one already
    /// the same record; or what writing runs into.
    pub fn judge(
        &self,
        one: &Subject,
        other: &Subject,
        same: bool,
        by: Judge,
    ) -> Result<Judgement, GraphError> {
        let mut state = self.write();
        let subjects = vec![subject(&state, one)?, subject(&state, other)?];
        let no =
            |reason: &'static str| GraphError::Unjudgeable { subject: format!("{one} and {other}"), reason };
        if one.id.kind() != other.id.kind() {
            return Err(no("they are of two kinds"));
        }
        if subjects[0] == subjects[1] {
            return Err(no("they are one record"));
        }
        let verdict = if same { Verdict::Same } else { Verdict::Different };
        keep(&mut state, Judgement { subjects, ..by.says(verdict) })
    }

    /// Says how reliable an outlet is, by the name that its documents give; case and diacritics do not count. It
    /// stands until it is taken back or said otherwise.
    ///
    /// # Errors
    /// [`GraphError::Unjudgeable`] where no document is of that outlet; or what writing runs into.
    pub fn judge_outlet(
        &self,
        outlet: &str,
        reliability: Reliability,
        by: Judge,
    ) -> Result<Judgement, GraphError> {
        let mut state = self.write();
        let mut named = None;
        for id in state.document_ids()? {
            let Some((_, card)) = state.find_document(&id)? else { continue };
            let publisher = state.index.document_record(&card)?.publisher;
            named = publisher.filter(|publisher| fold(publisher) == fold(outlet));
            if named.is_some() {
                break;
            }
        }
        let Some(outlet) = named else {
            let reason = "no document of the store is published by it";
            return Err(GraphError::Unjudgeable { subject: outlet.to_owned(), reason });
        };
        let (outlet, reliability) = (Some(outlet), Some(reliability));
        keep(&mut state, Judgement { outlet, reliability, ..by.says(Verdict::Reliability) })
    }

    /// How reliable outlets are judged to be: the judgements that stand, by outlet.
    pub fn reliabilities(&self) -> Vec<Judgement> {
        let state = self.read();
        let mut found: Vec<Judgement> =
            standing(state.index.judgements().iter()).into_iter().cloned().collect();
        found.retain(|judgement| judgement.verdict == Verdict::Reliability);
        found.sort_by(|one, other| one.outlet.cmp(&other.outlet));
        found
    }

    /// Takes a judgement back: the last that stands, or the one given.
    ///
    /// # Errors
    /// [`GraphError::Unjudgeable`] where there is none that stands; or what writing runs into.
    pub fn undo(&self, id: Option<&str>, by: Judge) -> Result<Judgement, GraphError> {
        let mut state = self.write();
        let all = state.index.judgements();
        let undone = |one: &Judgement| all.iter().any(|other| other.undoes.as_deref() == Some(&one.id));
        let stands = |one: &&Judgement| one.verdict != Verdict::Undo && !undone(one);
        let found = all.iter().rev().filter(stands).find(|one| id.is_none_or(|id| one.id == id));
        let Some(undoes) = found.map(|one| one.id.clone()) else {
            let subject = id.unwrap_or("undo").to_owned();
            return Err(GraphError::Unjudgeable { subject, reason: "no such judgement stands" });
        };
        keep(&mut state, Judgement { undoes: Some(undoes), ..by.says(Verdict::Undo) })
    }

    /// Every judgement, in the order in which they were made, those taken back too.
    pub fn judgements(&self) -> Vec<Judgement> {
        self.read().index.judgements().to_vec()
    }
}

fn keep(state: &mut State, judgement: Judgement) -> Result<Judgement, GraphError> {
    let judgement = named(judgement);
    state.say(vec![judgement.clone()])?;
    state.settle()?;
    Ok(judgement)
}

/// The subject under the id that documents give it: an id that stands for a part of a record becomes that record
/// as one of its documents tells it.
fn subject(state: &State, subject: &Subject) -> Result<Subject, GraphError> {
    let unknown =
        || GraphError::Unjudgeable { subject: subject.to_string(), reason: "the store does not have it" };
    if !matches!(subject.id.kind(), RecordKind::Actor | RecordKind::Meeting) {
        return Err(GraphError::Unjudgeable {
            subject: subject.to_string(),
            reason: "only actors and meetings can be the same",
        });
    }
    if let Some(teller) = &subject.document {
        let node = state.index.number(&subject.id)?.ok_or_else(unknown)?;
        let teller_node = state.index.number(&teller.clone().into())?.ok_or_else(unknown)?;
        let tells = state.index.cards(node)?.iter().any(|(document, _)| *document == teller_node);
        return if tells { Ok(subject.clone()) } else { Err(unknown()) };
    }
    let snapshot = Snapshot::now(state);
    let number = snapshot.number(subject.id.clone())?.ok_or_else(unknown)?;
    if snapshot.cards(number)?.is_empty() {
        return Err(unknown());
    }
    // Of what is one, the member that was named, or the first.
    let own = state.index.number(&subject.id)?;
    let units = snapshot.units(number)?;
    let unit = units.iter().find(|unit| Some(unit.node) == own).or_else(|| units.first());
    unit.map_or_else(|| Err(unknown()), |unit| snapshot.subject(unit))
}
