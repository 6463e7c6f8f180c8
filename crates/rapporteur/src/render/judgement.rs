//! Judgements, and what is to be judged, as rows.

use rapporteur_graph::{Doubt, Reason};
use rapporteur_schema::Judgement;
use serde::Serialize;

use super::{Cell, EvidenceJson, Row};

impl Row for Judgement {
    const COLUMNS: &'static [&'static str] = &["When", "Judgement", "Of", "By", "Remark", "Id"];

    fn cells(&self) -> Vec<Cell> {
        let verdict = match self.reliability {
            Some(reliability) => format!("{} {reliability}", self.verdict.as_str()),
            None => self.verdict.as_str().to_owned(),
        };
        let of = self.subjects.iter().map(ToString::to_string);
        let of = of.chain(self.outlet.clone()).chain(self.undoes.clone()).collect();
        vec![
            self.time.to_string().into(),
            verdict.into(),
            Cell::List(of),
            self.author.clone().unwrap_or_default().into(),
            self.remark.clone().unwrap_or_default().into(),
            self.id.clone().into(),
        ]
    }

    fn json(&self) -> impl Serialize {
        self
    }
}

#[derive(Serialize)]
struct DoubtJson<'a> {
    subjects: [String; 2],
    names: &'a [String; 2],
    score: u32,
    reasons: &'a [Reason],
    evidence: Vec<EvidenceJson<'a>>,
}

impl Row for Doubt {
    const COLUMNS: &'static [&'static str] = &["Score", "One", "Other", "What speaks for it", "Ids"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            self.score.to_string().into(),
            self.names[0].clone().into(),
            self.names[1].clone().into(),
            Cell::List(self.reasons.iter().map(ToString::to_string).collect()),
            Cell::List(self.subjects.iter().map(ToString::to_string).collect()),
        ]
    }

    fn json(&self) -> impl Serialize {
        DoubtJson {
            subjects: [self.subjects[0].to_string(), self.subjects[1].to_string()],
            names: &self.names,
            score: self.score,
            reasons: &self.reasons,
            evidence: self.evidence.iter().flatten().map(Into::into).collect(),
        }
    }
}
