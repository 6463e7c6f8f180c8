//! Merging the tellings of one record, kind by kind.
//!
//! Invariant: as of [`super`]; tellings come sorted by document, so that lists keep the documents' order.

use std::collections::BTreeMap;

use rapporteur_schema::{
    Actor, ActorKind, Attendance, Confidence, Document, DocumentId, Medium, Meeting, MeetingStatus, Office,
    Outcome, OutcomeStatus, Participation, Place, PlaceId, Record, Role, Span, Statement,
};

use super::pick::{by_text, date, note, one, ranked, text, union};
use super::{Conflict, View};

/// A kind of record of which tellings make a view.
pub(crate) trait Merge: Sized + Clone {
    /// The merged record; `told` is not empty.
    fn merge(told: &[(DocumentId, Self)], conflicts: &mut Vec<Conflict>) -> Self;

    /// The view of tellings; nothing where there are none.
    fn view(mut told: Vec<(DocumentId, Self)>) -> Option<View<Self>> {
        told.sort_by(|(one, _), (other, _)| one.cmp(other));
        if told.is_empty() {
            return None;
        }
        let mut conflicts = Vec::new();
        let record = Self::merge(&told, &mut conflicts);
        let mut documents: Vec<DocumentId> = told.into_iter().map(|(document, _)| document).collect();
        documents.dedup();
        Some(View { record, documents, conflicts })
    }
}

/// The tellings' values of a field that each has.
macro_rules! each {
    ($told:expr, $field:ident) => {
        $told.iter().map(|(document, record)| (document, Some(&record.$field)))
    };
}

/// The tellings' values of a field that some have.
macro_rules! some {
    ($told:expr, $field:ident) => {
        $told.iter().map(|(document, record)| (document, record.$field.as_ref()))
    };
}

/// The values of a list.
macro_rules! all {
    ($told:expr, $field:ident) => {
        union($told.iter().map(|(_, record)| record.$field.as_slice()))
    };
}

const fn unranked<T>(_: &T) {}

fn confidence(told: impl Iterator<Item = Confidence>) -> Confidence {
    told.max().unwrap_or(Confidence::CERTAIN)
}

fn spans<'a>(lists: impl Iterator<Item = &'a [Span]>) -> Vec<Span> {
    let mut spans: Vec<Span> = lists.flatten().cloned().collect();
    spans.sort();
    spans.dedup();
    spans
}

/// The fullest name, and all others.
fn names<'a>(
    told: impl Iterator<Item = (&'a DocumentId, &'a String, &'a [String])>,
) -> (String, Vec<String>) {
    let told: Vec<_> = told.collect();
    let names = ranked(told.iter().map(|(document, name, _)| (*document, Some(*name))), |name| {
        usize::MAX - name.split_whitespace().count()
    });
    let name = names.first().map(|(name, _)| name.clone()).unwrap_or_default();
    let others = told.iter().flat_map(|(_, name, aliases)| std::iter::once(*name).chain(*aliases));
    let mut aliases: Vec<String> = others.filter(|other| **other != name).cloned().collect();
    aliases.sort();
    aliases.dedup();
    (name, aliases)
}

impl Merge for Actor {
    fn merge(told: &[(DocumentId, Self)], conflicts: &mut Vec<Conflict>) -> Self {
        let first = &told[0].1;
        if let [(_, only)] = told {
            return only.clone();
        }
        // "The foreign minister" is who held the office, under his name.
        let is_named = told.iter().any(|(_, actor)| actor.kind != ActorKind::Unnamed);
        let named = |actor: &Self| !is_named || actor.kind != ActorKind::Unnamed;
        let (name, mut aliases) = names(
            told.iter()
                .filter(|(_, actor)| named(actor))
                .map(|(document, actor)| (document, &actor.name, actor.aliases.as_slice())),
        );
        for (_, actor) in told.iter().filter(|(_, actor)| !named(actor)) {
            aliases.extend(std::iter::once(&actor.name).chain(&actor.aliases).cloned());
        }
        aliases.sort();
        aliases.dedup();
        let kinds =
            told.iter().map(|(document, actor)| (document, Some(&actor.kind).filter(|_| named(actor))));
        let mut offices: BTreeMap<_, Office> = BTreeMap::new();
        for office in told.iter().flat_map(|(_, actor)| &actor.offices) {
            offices
                .entry((&office.title, &office.of))
                .and_modify(|known| {
                    known.from = known.from.take().into_iter().chain(office.from.clone()).min();
                    known.to = known.to.take().into_iter().chain(office.to.clone()).max();
                })
                .or_insert_with(|| office.clone());
        }
        Self {
            id: first.id.clone(),
            kind: one(conflicts, "kind", kinds, unranked).unwrap_or(first.kind),
            name,
            aliases,
            country: one(conflicts, "country", some!(told, country), unranked),
            offices: offices.into_values().collect(),
            wikidata: one(conflicts, "wikidata", some!(told, wikidata), unranked),
            evidence: spans(told.iter().map(|(_, actor)| actor.evidence.as_slice())),
            confidence: confidence(told.iter().map(|(_, actor)| actor.confidence)),
        }
    }
}

impl Merge for Place {
    fn merge(told: &[(DocumentId, Self)], conflicts: &mut Vec<Conflict>) -> Self {
        let first = &told[0].1;
        if let [(_, only)] = told {
            return only.clone();
        }
        let (name, aliases) =
            names(told.iter().map(|(document, place)| (document, &place.name, place.aliases.as_slice())));
        // The coordinates go together, and those of the first document that has both will do.
        let located = told.iter().map(|(_, place)| (place.latitude, place.longitude));
        let (latitude, longitude) = located
            .max_by_key(|(latitude, longitude)| {
                (latitude.is_some() && longitude.is_some(), std::cmp::Reverse(text(&(latitude, longitude))))
            })
            .unwrap_or_default();
        Self {
            id: first.id.clone(),
            kind: one(conflicts, "kind", each!(told, kind), unranked).unwrap_or(first.kind),
            name,
            aliases,
            country: one(conflicts, "country", some!(told, country), unranked),
            latitude,
            longitude,
            within: one(conflicts, "within", some!(told, within), unranked),
            geonames: one(conflicts, "geonames", some!(told, geonames), unranked),
            evidence: spans(told.iter().map(|(_, place)| place.evidence.as_slice())),
            confidence: confidence(told.iter().map(|(_, place)| place.confidence)),
        }
    }
}

/// How sure a status is: what took place stands before what was only planned.
const fn surest(status: MeetingStatus) -> u8 {
    match status {
        MeetingStatus::Held => 0,
        MeetingStatus::Ongoing => 1,
        MeetingStatus::Cancelled => 2,
        MeetingStatus::Denied => 3,
        MeetingStatus::Planned => 4,
        MeetingStatus::Proposed => 5,
    }
}

impl Merge for Meeting {
    fn merge(told: &[(DocumentId, Self)], conflicts: &mut Vec<Conflict>) -> Self {
        let first = &told[0].1;
        let participants = participants(told, conflicts);
        if let [(_, only)] = told {
            return Self { participants, ..only.clone() };
        }
        let known = told.iter().map(|(document, meeting)| {
            (document, Some(&meeting.medium).filter(|medium| **medium != Medium::Unknown))
        });
        // What was planned for one day and held on the next contradicts nobody.
        let took_place = told.iter().any(|(_, meeting)| meeting.status.took_place());
        // And the day from which a plan was moved is not that of the plan.
        let moved = |meeting: &Self| {
            let former = |when| told.iter().any(|(_, other)| other.was_set_for(when));
            meeting.when.as_ref().is_some_and(former)
        };
        // Of two that each say so of the other, neither is the former.
        let settled = told.iter().any(|(_, meeting)| meeting.when.is_some() && !moved(meeting));
        let counts = |meeting: &Self| {
            meeting.when.is_none()
                || if took_place { meeting.status.took_place() } else { !settled || !moved(meeting) }
        };
        let dated = told
            .iter()
            .map(|(document, meeting)| (document, meeting.when.as_ref().filter(|_| counts(meeting))));
        Self {
            id: first.id.clone(),
            name: ranked(some!(told, name), |name| usize::MAX - name.len())
                .into_iter()
                .next()
                .map(|(name, _)| name),
            status: one(conflicts, "status", each!(told, status), |status| surest(*status))
                .unwrap_or(first.status),
            medium: one(conflicts, "medium", known, unranked).unwrap_or_default(),
            when: date(conflicts, "when", dated),
            previous_start_date: all!(told, previous_start_date),
            duration: by_text(conflicts, "duration", some!(told, duration)),
            place: one(conflicts, "place", some!(told, place), unranked),
            participants,
            topics: all!(told, topics),
            part_of: one(conflicts, "part_of", some!(told, part_of), unranked),
            follows: all!(told, follows),
            plover: one(conflicts, "plover", some!(told, plover), unranked),
            cameo: one(conflicts, "cameo", some!(told, cameo), unranked),
            evidence: spans(told.iter().map(|(_, meeting)| meeting.evidence.as_slice())),
            confidence: confidence(told.iter().map(|(_, meeting)| meeting.confidence)),
        }
    }
}

/// Of places that lie in one another, takes the narrowest, which is then no conflict. `around` gives the
/// places around one, the narrowest first.
pub(crate) fn settle_place<E>(
    view: &mut View<Meeting>,
    mut around: impl FnMut(&PlaceId) -> Result<Vec<PlaceId>, E>,
) -> Result<(), E> {
    let Some(at) = view.conflicts.iter().position(|conflict| conflict.field == "place") else {
        return Ok(());
    };
    let told: Vec<PlaceId> =
        view.conflicts[at].values.iter().filter_map(|(place, _)| place.parse().ok()).collect();
    for place in &told {
        let around = around(place)?;
        if told.iter().all(|other| other == place || around.contains(other)) {
            view.record.place = Some(place.clone());
            view.conflicts.remove(at);
            break;
        }
    }
    Ok(())
}

const fn is_to_come(attendance: Attendance) -> bool {
    matches!(attendance, Attendance::Expected | Attendance::Invited)
}

/// Every participation, one an actor and attendance: to be there and not to be there are both kept.
fn participants(told: &[(DocumentId, Meeting)], conflicts: &mut Vec<Conflict>) -> Vec<Participation> {
    let mut order = Vec::new();
    let mut parts: BTreeMap<_, Vec<(&DocumentId, &Participation)>> = BTreeMap::new();
    for (document, meeting) in told {
        for part in &meeting.participants {
            let key = (&part.actor, part.attendance);
            let known = parts.entry(key).or_default();
            if known.is_empty() {
                order.push(key);
            }
            known.push((document, part));
        }
    }
    // Who was expected and then was there, or stayed away: the one is history, the other the fact.
    let known: Vec<&rapporteur_schema::ActorId> =
        order.iter().filter(|(_, attendance)| !is_to_come(*attendance)).map(|(actor, _)| *actor).collect();
    order.retain(|(actor, attendance)| !is_to_come(*attendance) || !known.contains(actor));
    let mut merged = Vec::with_capacity(order.len());
    for key in &order {
        let told = parts.get(key).map(Vec::as_slice).unwrap_or_default();
        let field = |field: fn(&Participation) -> Option<&Role>| {
            told.iter().map(move |(document, part)| (*document, field(part)))
        };
        // Any part is more than to have taken part.
        let role = ranked(field(|part| Some(&part.role)), |role| *role == Role::Participant);
        let behalf =
            ranked(told.iter().map(|(document, part)| (*document, part.on_behalf_of.as_ref())), unranked);
        merged.push(Participation {
            actor: key.0.clone(),
            attendance: key.1,
            role: role.into_iter().next().map(|(role, _)| role).unwrap_or_default(),
            on_behalf_of: behalf.into_iter().next().map(|(actor, _)| actor),
            evidence: spans(told.iter().map(|(_, part)| part.evidence.as_slice())),
        });
    }
    let away = [Attendance::Absent, Attendance::Declined];
    let disagreed = |part: &&Participation| {
        part.attendance == Attendance::Attended
            && away.iter().any(|away| parts.contains_key(&(&part.actor, *away)))
    };
    for part in merged.iter().filter(disagreed) {
        let mut values = Vec::new();
        for attendance in [Attendance::Attended, Attendance::Absent, Attendance::Declined] {
            if let Some(told) = parts.get(&(&part.actor, attendance)) {
                let mut documents: Vec<DocumentId> =
                    told.iter().map(|(document, _)| (*document).clone()).collect();
                documents.dedup();
                values.push((format!("{} {}", part.actor, text(&attendance)), documents));
            }
        }
        conflicts.push(Conflict { field: "participants", values });
    }
    merged
}

impl Merge for Statement {
    fn merge(told: &[(DocumentId, Self)], conflicts: &mut Vec<Conflict>) -> Self {
        let first = &told[0].1;
        if let [(_, only)] = told {
            return only.clone();
        }
        // The words and whether they are verbatim go together; verbatim words come first.
        let words: Vec<_> =
            told.iter().map(|(document, said)| (document, (!said.quoted, said.text.clone()))).collect();
        let words =
            ranked(words.iter().map(|(document, words)| (*document, Some(words))), |(indirect, _)| *indirect);
        let texts = words.iter().map(|((_, text), documents)| (text.clone(), documents.clone())).collect();
        note(conflicts, "text", &texts);
        let (indirect, text) = words.into_iter().next().map(|(words, _)| words).unwrap_or_default();
        let chains = told
            .iter()
            .map(|(document, said)| (document, Some(&said.reported_by).filter(|chain| !chain.is_empty())));
        Self {
            id: first.id.clone(),
            speaker: one(conflicts, "speaker", each!(told, speaker), unranked)
                .unwrap_or_else(|| first.speaker.clone()),
            on_behalf_of: one(conflicts, "on_behalf_of", some!(told, on_behalf_of), unranked),
            audience: all!(told, audience),
            act: one(conflicts, "act", each!(told, act), unranked).unwrap_or(first.act),
            text,
            quoted: !indirect,
            medium: one(conflicts, "medium", some!(told, medium), unranked),
            when: date(conflicts, "when", some!(told, when)),
            about: all!(told, about),
            reported_by: one(conflicts, "reported_by", chains, unranked).unwrap_or_default(),
            plover: one(conflicts, "plover", some!(told, plover), unranked),
            cameo: one(conflicts, "cameo", some!(told, cameo), unranked),
            evidence: spans(told.iter().map(|(_, said)| said.evidence.as_slice())),
            confidence: confidence(told.iter().map(|(_, said)| said.confidence)),
        }
    }
}

/// How far an outcome got: what was done stands before what was only wished.
const fn furthest(status: OutcomeStatus) -> u8 {
    match status {
        OutcomeStatus::Implemented => 0,
        OutcomeStatus::Signed => 1,
        OutcomeStatus::Agreed => 2,
        OutcomeStatus::Failed => 3,
        OutcomeStatus::Rejected => 4,
        OutcomeStatus::Planned => 5,
        OutcomeStatus::Proposed => 6,
        OutcomeStatus::Demanded => 7,
    }
}

impl Merge for Outcome {
    fn merge(told: &[(DocumentId, Self)], conflicts: &mut Vec<Conflict>) -> Self {
        let first = &told[0].1;
        if let [(_, only)] = told {
            return only.clone();
        }
        Self {
            id: first.id.clone(),
            kind: one(conflicts, "kind", each!(told, kind), unranked).unwrap_or(first.kind),
            status: one(conflicts, "status", each!(told, status), |status| furthest(*status))
                .unwrap_or(first.status),
            parties: all!(told, parties),
            meeting: one(conflicts, "meeting", some!(told, meeting), unranked),
            text: one(conflicts, "text", each!(told, text), unranked).unwrap_or_default(),
            quantity: by_text(conflicts, "quantity", some!(told, quantity)),
            when: date(conflicts, "when", some!(told, when)),
            due: date(conflicts, "due", some!(told, due)),
            confirmed_by: all!(told, confirmed_by),
            plover: one(conflicts, "plover", some!(told, plover), unranked),
            cameo: one(conflicts, "cameo", some!(told, cameo), unranked),
            evidence: spans(told.iter().map(|(_, outcome)| outcome.evidence.as_slice())),
            confidence: confidence(told.iter().map(|(_, outcome)| outcome.confidence)),
        }
    }
}

/// A document tells of itself alone.
impl Merge for Document {
    fn merge(told: &[(DocumentId, Self)], _: &mut Vec<Conflict>) -> Self {
        told[0].1.clone()
    }
}

/// The view of tellings of any one kind; tellings of another kind than the first are left out.
pub(crate) fn merge_record(told: Vec<(DocumentId, Record)>) -> Option<View<Record>> {
    macro_rules! of {
        ($kind:ident) => {
            Merge::view(
                told.into_iter()
                    .filter_map(|(document, record)| match record {
                        Record::$kind(record) => Some((document, record)),
                        _ => None,
                    })
                    .collect(),
            )
            .map(|view| view.map(Record::$kind))
        };
    }
    match told.first()?.1 {
        Record::Document(_) => of!(Document),
        Record::Actor(_) => of!(Actor),
        Record::Place(_) => of!(Place),
        Record::Meeting(_) => of!(Meeting),
        Record::Statement(_) => of!(Statement),
        Record::Outcome(_) => of!(Outcome),
    }
}
