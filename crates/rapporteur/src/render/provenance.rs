//! Where evidence comes from, as JSON and in words.

use rapporteur_graph::{ActorLabel, Reason};
use rapporteur_schema::{ActorId, ActorKind, Confidence};
use rapporteur_schema::{Judgement, Verdict};
use serde::Serialize;

use super::EvidenceJson;
use super::label::{LabelJson, labels};
use crate::{Provenance, Reading, Report};

/// A piece of evidence with its provenance as JSON shows it: the fields of [`EvidenceJson`] first.
#[derive(Debug, Serialize)]
pub struct ProvenanceJson<'a> {
    #[serde(flatten)]
    evidence: EvidenceJson<'a>,
    told_as: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<Confidence>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    said: Vec<ReportJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    merged: Vec<BecauseJson<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    judgements: &'a [Judgement],
    /// Empty where rules find nothing in these words; absent where they were not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Vec<RuleJson<'a>>>,
}

#[derive(Debug, Serialize)]
struct ReportJson<'a> {
    speaker: LabelJson<'a, ActorId, ActorKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<LabelJson<'a, ActorId, ActorKind>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reported_by: Vec<LabelJson<'a, ActorId, ActorKind>>,
}

#[derive(Debug, Serialize)]
struct BecauseJson<'a> {
    with: String,
    reasons: &'a [Reason],
}

#[derive(Debug, Serialize)]
struct RuleJson<'a> {
    rule: &'a str,
    what: &'a str,
}

impl<'a> From<&'a Provenance> for ProvenanceJson<'a> {
    fn from(piece: &'a Provenance) -> Self {
        let report = |report: &'a Report| ReportJson {
            speaker: (&report.speaker).into(),
            on_behalf_of: report.on_behalf_of.as_ref().map(Into::into),
            reported_by: labels(&report.reported_by),
        };
        let merged = piece.merged.iter();
        let rules = piece.reading.as_ref().map(|reading| match reading {
            Reading::Found(rules) => {
                rules.iter().map(|fired| RuleJson { rule: &fired.rule, what: &fired.what }).collect()
            }
            Reading::NotFound => Vec::new(),
        });
        Self {
            evidence: (&piece.evidence).into(),
            told_as: piece.told_as.as_str(),
            confidence: piece.confidence,
            said: piece.said.iter().map(report).collect(),
            merged: merged
                .map(|because| BecauseJson { with: because.with.to_string(), reasons: &because.reasons })
                .collect(),
            judgements: &piece.judgements,
            rules,
        }
    }
}

/// `Ana Kolar (for Slovenia), as reported by RAI, as reported by CNN`: nearest the reader last.
pub fn report(report: &Report) -> String {
    let name = |actor: &ActorLabel| actor.name.clone();
    let speaker = match &report.on_behalf_of {
        Some(principal) => format!("{} (for {})", report.speaker.name, principal.name),
        None => name(&report.speaker),
    };
    let passed_on = report.reported_by.iter().rev().map(name);
    std::iter::once(speaker).chain(passed_on).collect::<Vec<_>>().join(", as reported by ")
}

/// `judged the same as actor/b by Ana on 2031-05-06T…: they share an office`.
pub fn judged(judgement: &Judgement, piece: &Provenance) -> String {
    let is_this = |subject: &&rapporteur_schema::Subject| {
        let here = subject.document.as_ref().is_none_or(|document| *document == piece.evidence.document);
        subject.id == piece.told_as && here
    };
    let other = judgement.subjects.iter().find(|subject| !is_this(subject)).or(judgement.subjects.first());
    let other = other.map(ToString::to_string).unwrap_or_default();
    let verdict = match judgement.verdict {
        Verdict::Same => "the same as",
        Verdict::Different => "different from",
        Verdict::Undo => "taken back:",
        // Of an outlet, and so never among the judgements of a record.
        Verdict::Reliability => "reliable:",
    };
    let by = judgement.author.as_ref().map(|author| format!(" by {author}")).unwrap_or_default();
    let why = judgement.remark.as_ref().map(|remark| format!(": {remark}")).unwrap_or_default();
    format!("judged {verdict} {other}{by} on {}{why}", judgement.time)
}
