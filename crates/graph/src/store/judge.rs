//! Saying that two records are the same or different, and taking it back.
//!
//! It must not know what follows from it. Invariant: a judgement names records by the ids that documents give
//! them, so that it holds whatever else is found to be the same.

use rapporteur_schema::{RecordKind, Timestamp};

use super::Store;
use crate::identity::judgement::{Judgement, Subject, Verdict};
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
        let Judge { author, time, remark } = by;
        let judgement =
            Judgement { id: String::new(), verdict, subjects, undoes: None, author, time, remark };
        keep(&mut state, judgement.named())
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
        let Judge { author, time, remark } = by;
        let (verdict, undoes) = (Verdict::Undo, Some(undoes));
        let judgement =
            Judgement { id: String::new(), verdict, subjects: Vec::new(), undoes, author, time, remark };
        keep(&mut state, judgement.named())
    }

    /// Every judgement, in the order in which they were made, those taken back too.
    pub fn judgements(&self) -> Vec<Judgement> {
        self.read().index.judgements().to_vec()
    }
}

fn keep(state: &mut State, judgement: Judgement) -> Result<Judgement, GraphError> {
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
