//! From what was found in a text to records: ids from content, evidence from bytes.
//!
//! The last stage; it decides nothing about the text. Invariant: every record has a span that is
//! byte for byte in the document, every reference leads to a record of the same extraction, and
//! nothing depends on the order in which maps are walked.

use std::collections::BTreeMap;
use std::ops::Range;

use rapporteur_schema::id::{MAX_SLUG, slug};
use rapporteur_schema::{
    Actor, ActorId, ActorKind, Confidence, DocumentId, Edtf, Evidence, Meeting, MeetingId, Office, Outcome,
    OutcomeId, Participation, Place, PlaceId, PlaceKind, Plover, Record, RecordId, Span, Statement,
    StatementId,
};

use crate::affiliation::Affiliations;
use crate::cast::{Cast, Member};
use crate::lexicon;
use crate::meeting::{self, FoundMeeting};
use crate::mention::MentionKind;
use crate::normal::normalize;
use crate::outcome::{self, FoundOutcome};
use crate::statement::{self, FoundStatement};
use crate::text::Text;

/// Most pieces of evidence kept for an actor; a meeting keeps all.
const ACTOR_EVIDENCE: usize = 8;

/// Makes records of one document's finds.
pub struct Assembly<'a> {
    text: &'a Text<'a>,
    cast: &'a Cast,
    document: &'a DocumentId,
    /// The id of each member of the cast.
    pub actors: Vec<ActorId>,
    affiliations: &'a Affiliations,
    places: BTreeMap<PlaceId, Place>,
}

impl<'a> Assembly<'a> {
    /// Begins an assembly by giving every actor its id.
    pub fn new(
        text: &'a Text<'a>,
        cast: &'a Cast,
        affiliations: &'a Affiliations,
        document: &'a DocumentId,
    ) -> Self {
        let mut seen: BTreeMap<ActorId, u32> = BTreeMap::new();
        let actors = cast
            .members
            .iter()
            .map(|member| unique(actor_id(member, document), &mut seen, ActorId::from_text))
            .collect();
        Self { text, cast, document, actors, affiliations, places: BTreeMap::new() }
    }

    /// The records, ordered by kind and id. `said` gives the day a sentence speaks of,
    /// `due` the day by which an outcome is to be done.
    pub fn records(
        mut self,
        meetings: &[FoundMeeting],
        statements: &[FoundStatement],
        outcomes: &[FoundOutcome],
        said: &dyn Fn(usize) -> Option<Edtf>,
        due: &dyn Fn(&FoundOutcome) -> Option<Edtf>,
    ) -> Vec<Record> {
        let mut seen = BTreeMap::new();
        let mut met: Vec<Meeting> = meetings.iter().map(|found| self.meeting(found, &mut seen)).collect();
        for (at, found) in meetings.iter().enumerate().filter(|(_, found)| found.aside) {
            met[at].part_of = occasion(meetings, found).map(|index| met[index].id.clone());
        }
        let mut records: Vec<Record> =
            (0..self.cast.members.len()).filter_map(|number| self.actor(number)).map(Record::Actor).collect();
        let mut seen = BTreeMap::new();
        records.extend(
            statements
                .iter()
                .filter_map(|found| {
                    let about = self.about(found, meetings).map(|index| met[index].id.clone().into());
                    self.statement(found, about.into_iter().collect(), said, &mut seen)
                })
                .map(Record::Statement),
        );
        let mut seen = BTreeMap::new();
        let came_of = |found: &FoundOutcome| {
            meetings.iter().position(|meeting| comes_of(meeting, found)).map(|index| met[index].id.clone())
        };
        records.extend(
            outcomes
                .iter()
                .filter_map(|found| {
                    self.outcome(found, came_of(found), (said(found.sentence), due(found)), &mut seen)
                })
                .map(Record::Outcome),
        );
        records.extend(std::mem::take(&mut self.places).into_values().map(Record::Place));
        records.extend(met.into_iter().map(Record::Meeting));
        records.sort_by_key(|record| (record.kind(), record.id()));
        records
    }

    fn ids(&self, numbers: &[usize]) -> Vec<ActorId> {
        numbers.iter().filter_map(|&number| self.actors.get(number).cloned()).collect()
    }

    /// The meeting that a statement speaks of: one told in its own words, else, where it says "the talks", the one
    /// told last before it.
    fn about(&self, found: &FoundStatement, meetings: &[FoundMeeting]) -> Option<usize> {
        let words = normalize(self.text.source.get(found.words.clone())?);
        let words: Vec<&str> = words.split(' ').collect();
        let noun = words.iter().position(|word| meeting::trigger::is_meeting_noun(word));
        let verb = || words.iter().any(|word| matches!(*word, "met" | "meet" | "meeting"));
        if noun.is_none() && !verb() {
            return None;
        }
        let told = |meeting: &FoundMeeting| {
            meeting
                .evidence
                .iter()
                .any(|range| range.start < found.evidence.end && found.evidence.start < range.end)
        };
        let definite = noun.is_some_and(|noun| {
            words[noun.saturating_sub(3)..noun]
                .iter()
                .any(|word| matches!(*word, "the" | "this" | "that" | "these"))
        });
        let own = meetings.iter().position(told);
        let before = || {
            let before =
                meetings.iter().enumerate().filter(|(_, meeting)| meeting.sentence <= found.sentence);
            before.max_by_key(|(index, meeting)| (meeting.sentence, *index)).map(|(index, _)| index)
        };
        own.or_else(|| if definite { before() } else { None })
    }

    fn statement(
        &self,
        found: &FoundStatement,
        about: Vec<RecordId>,
        said: &dyn Fn(usize) -> Option<Edtf>,
        seen: &mut BTreeMap<StatementId, u32>,
    ) -> Option<Statement> {
        let text =
            self.text.source.get(found.words.clone()).map(str::trim).filter(|text| !text.is_empty())?;
        let speaker = self.actors.get(found.speaker)?.clone();
        let (plover, cameo) = statement::codes(found.act);
        let gist: String = normalize(text).split(' ').take(8).collect::<Vec<_>>().join(" ");
        Some(Statement {
            id: unique(
                StatementId::from_text(&format!("{} {gist}", speaker.slug())),
                seen,
                StatementId::from_text,
            ),
            speaker,
            on_behalf_of: found.on_behalf_of.and_then(|number| self.actors.get(number).cloned()),
            audience: self.ids(&found.audience),
            act: found.act,
            text: text.to_owned(),
            quoted: found.quoted,
            medium: found.medium,
            when: said(found.sentence),
            about,
            reported_by: self.ids(&found.reported_by),
            plover,
            cameo,
            evidence: vec![self.span(found.evidence.clone())],
            confidence: confidence(found.confidence),
        })
    }

    fn outcome(
        &self,
        found: &FoundOutcome,
        meeting: Option<MeetingId>,
        (when, due): (Option<Edtf>, Option<Edtf>),
        seen: &mut BTreeMap<OutcomeId, u32>,
    ) -> Option<Outcome> {
        let text =
            self.text.source.get(found.words.clone()).map(str::trim).filter(|text| !text.is_empty())?;
        let (plover, cameo) = outcome::codes(found.kind, found.status);
        let parties = self.ids(&found.parties);
        let mut name: Vec<&str> = parties.iter().map(ActorId::slug).take(3).collect();
        name.sort_unstable();
        name.push(&found.head);
        Some(Outcome {
            id: unique(OutcomeId::from_text(&normalize(&name.join(" "))), seen, OutcomeId::from_text),
            kind: found.kind,
            status: found.status,
            parties,
            meeting,
            text: text.to_owned(),
            quantity: found.quantity.clone(),
            // The day on which it is to be done is not that on which it was promised.
            when: when.filter(|when| Some(when) != due.as_ref()),
            due,
            confirmed_by: Vec::new(),
            plover,
            cameo,
            evidence: found.evidence.iter().map(|range| self.span(range.clone())).collect(),
            confidence: confidence(found.confidence),
        })
    }

    /// The span over some bytes of the document.
    pub fn span(&self, range: Range<usize>) -> Span {
        let text = self.text.source.get(range.clone()).unwrap_or_default();
        Span::new(self.document.clone(), range.start, text)
    }

    fn actor(&self, number: usize) -> Option<Actor> {
        let member = &self.cast.members[number];
        let evidence: Evidence = member
            .mentions
            .iter()
            .take(ACTOR_EVIDENCE)
            .map(|&index| &self.cast.mentions[index])
            .map(|mention| self.span(mention.range(self.text)))
            .filter(|span| !span.text.is_empty())
            .collect();
        if evidence.is_empty() {
            return None;
        }
        let of = member
            .country
            .and_then(|country| self.cast.state(country))
            .map(|state| self.actors[state].clone());
        let offices = member.offices.iter().map(|title| Office {
            title: title.clone(),
            of: of.clone(),
            from: None,
            to: None,
        });
        Some(Actor {
            id: self.actors[number].clone(),
            kind: member.kind,
            name: member.name.clone(),
            aliases: member.aliases.clone(),
            country: member.country,
            offices: offices.collect(),
            wikidata: None,
            evidence,
            confidence: Confidence::from_thousandths(if member.mentions.len() > 1 { 900 } else { 750 }),
        })
    }

    fn meeting(&mut self, found: &FoundMeeting, seen: &mut BTreeMap<MeetingId, u32>) -> Meeting {
        let place = self.place(&found.places);
        let participants: Vec<Participation> = found
            .participants
            .iter()
            .map(|participant| {
                let member = &self.cast.members[participant.actor];
                let state = member
                    .country
                    .filter(|_| member.kind == ActorKind::Person)
                    .and_then(|country| self.cast.state(country));
                // "Ada Obi of the Council"
                let body = self.affiliations.organisation(participant.actor);
                Participation {
                    actor: self.actors[participant.actor].clone(),
                    attendance: participant.attendance,
                    role: participant.role,
                    on_behalf_of: state.or(body).map(|principal| self.actors[principal].clone()),
                    evidence: vec![self.span(participant.evidence.clone())],
                }
            })
            .collect();
        let mut parts: Vec<String> = Vec::new();
        parts.extend(found.when.as_ref().map(|when| when.first_day().to_string()));
        parts.extend(place.as_ref().map(|id| id.slug().to_owned()));
        let mut names: Vec<&str> = participants.iter().map(|p| p.actor.slug()).take(3).collect();
        names.sort_unstable();
        parts.extend(names.into_iter().map(str::to_owned));
        if parts.is_empty() {
            parts.push(found.noun.clone().unwrap_or_else(|| "meeting".into()));
        }
        Meeting {
            id: unique(MeetingId::from_text(&parts.join(" ")), seen, MeetingId::from_text),
            name: found.noun.clone(),
            status: found.status,
            medium: found.medium,
            when: found.when.clone(),
            previous_start_date: found.previous_start_date.clone(),
            duration: None,
            place,
            participants,
            topics: Vec::new(),
            part_of: None,
            follows: Vec::new(),
            plover: "CONSULT".parse::<Plover>().ok(),
            cameo: None,
            evidence: found.evidence.iter().map(|range| self.span(range.clone())).collect(),
            confidence: Confidence::from_thousandths(match found.evidence.len() {
                _ if found.learned => 600,
                0 | 1 => 700,
                _ => 850,
            }),
        }
    }

    /// Records the places, each within the next larger, and gives the smallest.
    fn place(&mut self, mentions: &[usize]) -> Option<PlaceId> {
        let mut smallest: Option<PlaceId> = None;
        let mut inner: Option<PlaceId> = None;
        for &index in mentions {
            let mention = &self.cast.mentions[index];
            // "the Peruvian capital" is Lima.
            let words = mention.name(self.text);
            let known = mention.known.as_deref().filter(|_| words.starts_with(char::is_lowercase));
            let name = known.unwrap_or(words);
            let kind = match mention.kind {
                MentionKind::Venue | MentionKind::Seat | MentionKind::Organization => PlaceKind::Venue,
                MentionKind::City => PlaceKind::City,
                MentionKind::Region => PlaceKind::Region,
                _ => PlaceKind::Country,
            };
            let span = self.span(mention.name_range(self.text));
            if span.text.is_empty() {
                continue;
            }
            let city = lexicon::city(name).filter(|_| kind == PlaceKind::City);
            // One palace is not another: it is that of its city, else of its document.
            let id = if mention.is_plain_house(self.text) {
                let city = mentions.iter().map(|&index| &self.cast.mentions[index]);
                let city = city.filter(|m| m.kind == MentionKind::City).map(|m| m.name(self.text)).next();
                PlaceId::from_text(&normalize(&format!("{} {name}", city.unwrap_or(self.document.slug()))))
            } else {
                PlaceId::from_text(&normalize(name))
            };
            let place = self.places.entry(id.clone()).or_insert_with(|| Place {
                id: id.clone(),
                kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                country: mention.country,
                latitude: city.as_ref().and_then(|c| c.latitude),
                longitude: city.as_ref().and_then(|c| c.longitude),
                within: None,
                geonames: city.as_ref().and_then(|c| c.geonames),
                evidence: vec![span],
                confidence: Confidence::from_thousandths(850),
            });
            let (outer, country) = (place.kind, place.country);
            // "In Anchorage they agreed no truce in Ukraine": another country holds no city of this one.
            let lies_in = |p: &&mut Place| {
                p.within.is_none()
                    && p.kind < outer
                    && (p.country.is_none() || country.is_none() || p.country == country)
            };
            if let Some(inner) = inner.replace(id.clone()).filter(|inner| *inner != id)
                && let Some(inner) = self.places.get_mut(&inner).filter(lies_in)
            {
                inner.within = Some(id.clone());
            }
            smallest = smallest.or(Some(id));
        }
        smallest
    }
}

/// Whether the outcome is told in the meeting's own sentences, or by two of its parties and no other.
fn comes_of(meeting: &FoundMeeting, outcome: &FoundOutcome) -> bool {
    meeting.status.took_place()
        && (outcome.evidence.iter().any(|range| meeting.evidence.contains(range))
            || outcome.parties.len() >= 2
                && outcome.parties.iter().all(|party| meeting.participants.iter().any(|p| p.actor == *party)))
}

fn confidence(value: f64) -> Confidence {
    Confidence::try_from(value.clamp(0.0, 1.0)).unwrap_or(Confidence::from_thousandths(500))
}

/// An actor's id from its name; one the text does not name belongs to its document alone.
fn actor_id(member: &Member, document: &DocumentId) -> ActorId {
    match member.kind {
        ActorKind::Unnamed => ActorId::from_text(&format!(
            "{} {}",
            document.slug().chars().take(60).collect::<String>(),
            slug(&normalize(&member.name))
        )),
        _ => ActorId::from_text(&normalize(&member.name)),
    }
}

/// Room that is left in a numbered id for its number.
const NUMBERED: usize = MAX_SLUG - 40;

/// The id itself the first time, then with a number behind it: the first that no other record has, since
/// a name can end in a number too.
/// The gathering on whose margins a meeting was: one of a day that can be its own.
fn occasion(meetings: &[FoundMeeting], aside: &FoundMeeting) -> Option<usize> {
    let gathers = |meeting: &FoundMeeting| {
        meeting.noun.as_deref().is_some_and(meeting::trigger::is_gathering) && !meeting.aside
    };
    let of_day = |meeting: &FoundMeeting| match (&meeting.when, &aside.when) {
        (Some(one), Some(other)) => one.overlaps(other),
        _ => true,
    };
    meetings.iter().position(|meeting| gathers(meeting) && of_day(meeting))
}

fn unique<Id: Clone + Ord + std::fmt::Display>(
    id: Id,
    seen: &mut BTreeMap<Id, u32>,
    make: impl Fn(&str) -> Id,
) -> Id {
    let count = seen.entry(id.clone()).or_insert(0);
    *count += 1;
    if *count == 1 {
        return id;
    }
    let text = id.to_string();
    let name = text.split_once('/').map_or(text.as_str(), |(_, slug)| slug);
    // An id is cut at so many bytes: a letter may have four.
    let ends = name.char_indices().map(|(start, c)| start + c.len_utf8());
    let name = &name[..ends.take_while(|&end| end <= NUMBERED).last().unwrap_or(0)];
    let mut number = *count;
    let free = loop {
        let numbered = make(&format!("{name} {number}"));
        if !seen.contains_key(&numbered) {
            break numbered;
        }
        number += 1;
    };
    seen.insert(id, number);
    seen.insert(free.clone(), 1);
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_records_have_one_id() {
        let mut seen = BTreeMap::new();
        let mut given = std::collections::BTreeSet::new();
        // Names that end in a number, and names so long in bytes that a number behind them is cut off.
        for name in ["talks", "talks 2", "talks", "talks", &"Ω".repeat(200), &"Ω".repeat(90)] {
            for _ in 0..3 {
                let id = ActorId::from_text(&normalize(name));
                let id = unique(id, &mut seen, ActorId::from_text);
                assert!(given.insert(id.clone()), "{id} is given twice");
            }
        }
    }
}
