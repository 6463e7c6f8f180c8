//! Meetings: from the words that report one to one record a meeting, however often it is told.
//!
//! The way: [`trigger`] finds the words, [`candidate`] reads who, where, when and whether from the
//! clause around them, [`merge`] joins the tellings, [`roster`] and [`seat`] find who else was there,
//! [`attendance`] who stayed away, by which `rejoin` knows what is one after all. Invariant: what
//! is wished, planned, offered, called off or denied is never held.

use std::ops::Range;

use jiff::civil::Date;
use rapporteur_schema::{Attendance, Edtf, Medium, MeetingStatus, Role};

use self::party::Room;
use crate::affiliation::Affiliations;
use crate::agent::{self, Agent, Focus};
use crate::cast::{ActorNumber, Cast};
use crate::interview;
use crate::mention::MentionKind;
use crate::text::{BlockKind, Text};

pub mod antecedent;
pub mod asked;
pub mod attendance;
mod body;
pub mod candidate;
pub mod caption;
mod delegates;
pub mod delegation;
pub mod entry;
mod floor;
pub mod frame;
pub mod gapped;
pub mod hearsay;
mod journey;
mod learned;
pub mod merge;
pub mod modality;
mod ordinal;
mod others;
pub mod party;
mod phrase;
pub mod place;
mod principal;
mod rejoin;
mod represented;
pub(crate) mod revise;
pub mod roster;
pub mod scene;
pub mod seat;
pub mod separate;
mod sides;
pub mod status;
mod stay;
pub mod trigger;

/// A meeting the text tells of, once or often.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundMeeting {
    /// Whether it took place.
    pub status: MeetingStatus,
    /// How they met.
    pub medium: Medium,
    /// When.
    pub when: Option<Edtf>,
    /// Whether a telling itself names the date, and not only its passage.
    pub when_said: bool,
    /// The days from which it was moved, as a telling says.
    pub previous_start_date: Vec<Edtf>,
    /// The places named, the smallest first, as mention numbers.
    pub places: Vec<usize>,
    /// Whether a telling itself names them, and not only its passage.
    pub place_said: bool,
    /// Who, and whether they were there.
    pub participants: Vec<Participant>,
    /// The noun the text calls it by.
    pub noun: Option<String>,
    /// The bytes of the sentences that tell it, in order.
    pub evidence: Vec<Range<usize>>,
    /// The first sentence that tells it.
    pub sentence: usize,
    /// Whether the words point back to a meeting told before ("the talks").
    pub definite: bool,
    /// Whose parties it takes where it names none of its own.
    pub inherits: Inherits,
    /// Whether it is an event with many seats, whose participants the text may name one by one.
    pub gathering: bool,
    /// Whether the words set it apart from the others: "separate talks", "a bilateral".
    pub apart: bool,
    /// Whether it was before those of which the passage tells: "they last met on Monday".
    pub earlier: bool,
    /// Whether it was on the occasion of another: "on the sidelines of the summit".
    pub aside: bool,
    /// Who else stands in the clause, for a telling that turns out to be the first.
    pub company: Vec<ActorNumber>,
    /// Whether no rule tells of it, but a network.
    pub learned: bool,
    /// Whether rules know its word and made no meeting of it.
    pub refused: bool,
    /// The words that tell it, as sentence and token; none where it is told by the layout.
    pub tellings: Vec<(usize, usize)>,
}

impl FoundMeeting {
    /// Who was there, or is to come.
    pub fn present(&self) -> impl Iterator<Item = &Participant> + Clone {
        self.participants.iter().filter(|participant| !participant.attendance.is_away())
    }

    /// Whether it is told to have been moved from the day for which another is announced.
    fn is_moved_from(&self, other: &Self) -> bool {
        let former = |when: &Edtf| self.previous_start_date.iter().any(|former| former.contains(when));
        !other.status.took_place() && other.when.as_ref().is_some_and(former)
    }

    /// A meeting of which a sentence tells no more than that it was held.
    fn told(text: &Text<'_>, sentence: usize) -> Self {
        Self {
            status: MeetingStatus::Held,
            medium: Medium::InPerson,
            when: None,
            when_said: false,
            previous_start_date: Vec::new(),
            places: Vec::new(),
            place_said: false,
            participants: Vec::new(),
            noun: None,
            evidence: vec![text.sentences[sentence].range.clone()],
            sentence,
            definite: false,
            inherits: Inherits::Nothing,
            gathering: false,
            apart: false,
            earlier: false,
            aside: false,
            company: Vec::new(),
            learned: false,
            refused: false,
            tellings: Vec::new(),
        }
    }
}

/// What a telling takes from the meeting told before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Inherits {
    /// Nothing.
    #[default]
    Nothing,
    /// The states and organisations: "the last round, in April".
    Sides,
    /// Everybody, of a meeting of so many where the number is told: "the two ministers will meet again".
    Everybody(Option<usize>),
    /// The states and organisations of what is told most: "the two sides will meet again".
    Parties,
}

/// One actor's part.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// Who.
    pub actor: ActorNumber,
    /// Whether they were there.
    pub attendance: Attendance,
    /// As what.
    pub role: Role,
    /// The bytes of the sentence that says so.
    pub evidence: Range<usize>,
}

/// In how many sentences an interview says that it is one.
const HEAD: usize = 6;
/// How many sentences back whom "we" means is looked for.
const BEFORE: usize = 3;

/// What a text tells of time.
pub struct Clock<'a> {
    /// The date that the words of a sentence give to an event told at a token.
    pub when: &'a dyn Fn(usize, usize) -> Option<Edtf>,
    /// The days from which an event told at a token was moved to that date.
    pub former: &'a dyn Fn(usize, usize) -> Vec<Edtf>,
    /// The day the passage of a sentence speaks of.
    pub passage: &'a dyn Fn(usize) -> Option<Edtf>,
    /// The day that what a sentence tells goes on with: one named before it in its paragraph, else its
    /// passage's.
    pub going_on: &'a dyn Fn(usize) -> Option<Edtf>,
    /// The times that a sentence names: the token, the time, and as what kind it stands there.
    pub named: &'a dyn Fn(usize) -> Vec<(usize, Edtf, f32)>,
    /// When the text was published.
    pub published: Option<Date>,
}

impl Clock<'_> {
    /// Whether a date lies behind the day of publication.
    fn is_to_come(&self, when: Option<&Edtf>) -> bool {
        when.zip(self.published).is_some_and(|(when, published)| when.first_day() > published)
    }

    /// Whether a date does not hold the day of publication.
    fn is_of_another_day(&self, when: Option<&Edtf>) -> bool {
        when.zip(self.published)
            .is_some_and(|(when, published)| when.last_day() < published || published < when.first_day())
    }

    /// The day a year later, of what is to come, where the words name no year and the date is long past: "the spring".
    fn ahead(&self, when: Edtf, words: &[&str]) -> Edtf {
        const LONG: i32 = 60;
        const YEAR: i32 = 366;
        let Some(published) = self.published else { return when };
        let ago = published.since(when.last_day()).map_or(0, |span| span.get_days());
        let year = when.first_day().year().to_string();
        let named = words.iter().any(|word| word.contains(&year));
        if named || !(LONG..YEAR).contains(&ago) {
            return when;
        }
        let next = (when.first_day().year() + 1).to_string();
        when.to_string().replace(&year, &next).parse().unwrap_or(when)
    }

    /// Whether a date, or none, is within a fortnight before publication.
    fn is_recent(&self, when: Option<&Edtf>) -> bool {
        let Some((when, published)) = when.zip(self.published) else { return true };
        published.since(when.last_day()).is_ok_and(|span| span.get_days() <= 14)
    }
}

/// Whether enough is told of a meeting to record it: two who meet, or one and a place or a day.
fn is_told(meeting: &FoundMeeting) -> bool {
    let seats = meeting.present().count();
    let placed = meeting.place_said || meeting.when_said;
    let to_come = matches!(meeting.status, MeetingStatus::Planned | MeetingStatus::Proposed);
    seats >= 2 || placed && (seats == 1 || to_come && meeting.place_said && meeting.when_said)
}

/// Whether a meeting that took place is of one alone, who was in another at that time: of it too little is told.
fn is_lone(meeting: &FoundMeeting, meetings: &[FoundMeeting]) -> bool {
    let [only] = meeting.participants.as_slice() else { return false };
    let there = |told: &FoundMeeting| {
        told.status.took_place()
            && told.participants.iter().any(|other| other.actor == only.actor && !other.attendance.is_away())
    };
    let same_time = |other: &FoundMeeting| match (&meeting.when, &other.when) {
        (Some(one), Some(other)) => one.overlaps(other),
        _ => true,
    };
    there(meeting)
        && !meeting.apart
        && meetings.iter().any(|other| other.participants.len() > 1 && same_time(other) && there(other))
}

/// Who says "I" in which bytes of the text: those whose words stand there verbatim.
pub type Voice = (Range<usize>, ActorNumber);

/// Who says "I" at a byte.
fn voice_at(voices: &[Voice], at: usize) -> Option<ActorNumber> {
    voices.iter().find(|(words, _)| words.contains(&at)).map(|&(_, actor)| actor)
}

/// The agents of a sentence, "I" and "we" among them where it is known who speaks.
fn agents(text: &Text<'_>, cast: &Cast, sentence: usize, voices: &[Voice]) -> Vec<Agent> {
    let mut found = agent::agents(text, cast, sentence, &Focus::default());
    for (at, &token) in text.sentences[sentence].tokens.iter().enumerate() {
        let several = matches!(text.word(token), "we" | "We" | "us");
        if !several && !matches!(text.word(token), "I" | "me" | "myself") {
            continue;
        }
        let free = found.iter().all(|agent| !agent.tokens.contains(&at));
        let speaker = voice_at(voices, token.start).filter(|_| free).map(|speaker| {
            // A spokesman's "we" are those for whom he speaks.
            let member = &cast.members[speaker];
            let passes_on = several && member.offices.iter().any(|office| office.starts_with("spokes"));
            let state = member.country.filter(|_| passes_on).and_then(|country| cast.state(country));
            state.unwrap_or(speaker)
        });
        found.extend(speaker.map(|actor| Agent { tokens: at..at + 1, actor, kind: MentionKind::Pronoun }));
    }
    found.sort_by_key(|agent| agent.tokens.start);
    found
}

/// "The leaders agreed on Thursday after sixteen hours of talks that began the evening before": the verb tells
/// of the meeting that the noun names.
fn once(told: &mut Vec<(&trigger::Trigger, FoundMeeting)>) {
    let Some(noun) = told.iter().position(|(trigger, meeting)| {
        trigger.noun.is_some() && meeting.participants.len() >= 2 && meeting.status.took_place()
    }) else {
        return;
    };
    let is_in =
        |actor: ActorNumber, meeting: &FoundMeeting| meeting.participants.iter().any(|p| p.actor == actor);
    let Some(verb) = told.iter().position(|(trigger, meeting)| {
        trigger.together
            && meeting.status.took_place()
            && told[noun].1.participants.iter().all(|p| is_in(p.actor, meeting))
    }) else {
        return;
    };
    let (_, same) = told.remove(verb);
    let noun = if verb < noun { noun - 1 } else { noun };
    let meeting = &mut told[noun].1;
    for participant in same.participants {
        if !is_in(participant.actor, meeting) {
            meeting.participants.push(participant);
        }
    }
    // From the evening before to the day on which they agreed.
    if let Some((from, to)) = meeting.when.clone().zip(same.when)
        && from.last_day() < to.first_day()
        && to.last_day().since(from.first_day()).is_ok_and(|span| span.get_days() <= 7)
    {
        meeting.when = Some(Edtf::interval(from, to));
    }
}

/// "He was received in audience by the king", "they met for lunch": the verb tells of the meeting, and the noun
/// only of what kind it was.
fn received(text: &Text<'_>, sentence: usize, told: &mut Vec<(&trigger::Trigger, FoundMeeting)>) {
    let parse = &text.sentences[sentence].parse;
    let verbs: Vec<usize> = told
        .iter()
        .filter(|(trigger, meeting)| {
            trigger.noun.is_none() && !trigger.weak && meeting.participants.len() >= 2
        })
        .map(|(trigger, _)| trigger.token)
        .collect();
    let of_verb = |trigger: &trigger::Trigger| {
        let case = parse.case(trigger.token).map_or("", |case| parse.tokens[case].lemma.as_str());
        let verb = parse.head(trigger.token).filter(|head| verbs.contains(head));
        verb.filter(|_| trigger.noun.is_some() && matches!(case, "in" | "for" | "over"))
    };
    // "They met for talks": what "the talks" means from now on.
    let nouns: Vec<(usize, Option<String>)> = told
        .iter()
        .filter(|(_, meeting)| meeting.gathering)
        .filter_map(|(trigger, meeting)| Some((of_verb(trigger)?, meeting.noun.clone())))
        .collect();
    for (trigger, meeting) in told.iter_mut() {
        if let Some((_, noun)) = nouns.iter().find(|(verb, _)| *verb == trigger.token) {
            meeting.noun.clone_from(noun);
            meeting.gathering = true;
        }
    }
    told.retain(|(trigger, _)| of_verb(trigger).is_none());
}

/// Finds the meetings of a text, where `voices` tells who says "I".
pub fn meetings(
    text: &Text<'_>,
    cast: &Cast,
    affiliations: &Affiliations,
    clock: &Clock<'_>,
    voices: &[Voice],
) -> Vec<FoundMeeting> {
    let words: Vec<Vec<&str>> = (0..text.sentences.len()).map(|sentence| text.words(sentence)).collect();
    let agents: Vec<Vec<Agent>> =
        (0..text.sentences.len()).map(|sentence| agents(text, cast, sentence, voices)).collect();
    let rooms: Vec<Room<'_>> = words
        .iter()
        .zip(&agents)
        .enumerate()
        .map(|(sentence, (words, own))| {
            let section = text.block_of(sentence).section;
            let first = (sentence.saturating_sub(BEFORE)..=sentence)
                .find(|&at| text.block_of(at).section == section)
                .unwrap_or(sentence);
            let before = &agents[first..sentence];
            Room { text, cast, sentence, words, agents: own, before }
        })
        .collect();
    let away: Vec<Vec<attendance::Away>> = rooms.iter().map(attendance::away).collect();
    let lists = entry::lists(text);
    let interview = interview::turns(text).is_some();
    let mut candidates = Vec::new();
    let mut known_words: Vec<Vec<usize>> = Vec::new();
    for room in &rooms {
        let triggers = trigger::triggers(text, cast, room.sentence);
        known_words.push(triggers.iter().map(|trigger| trigger.token).collect());
        if triggers.is_empty() && text.block_of(room.sentence).kind == BlockKind::Caption {
            candidates.extend(caption::meeting(room, clock));
        }
        candidates.extend(asked::answered(room, clock, voices));
        if lists.contains(&text.block_of(room.sentence).section) {
            candidates.extend(entry::meeting(room, clock));
        }
        // "The mediator talks to our correspondent": the interview itself is no meeting of theirs.
        let talks = |trigger: &&trigger::Trigger| {
            !(interview && room.sentence < HEAD && trigger.weak && trigger.medium == Medium::Unknown)
        };
        let told = triggers.iter().filter(talks).filter_map(|trigger| {
            candidate::candidate(room, trigger, clock, &away[room.sentence])
                .map(|candidate| (trigger, candidate))
        });
        let mut told: Vec<_> = told.collect();
        once(&mut told);
        received(text, room.sentence, &mut told);
        let gapped: Vec<FoundMeeting> = told
            .iter()
            .filter_map(|(trigger, candidate)| gapped::gapped(room, trigger, candidate, clock))
            .collect();
        let known: Vec<&FoundMeeting> = told.iter().map(|(_, candidate)| candidate).chain(&gapped).collect();
        let journeys = journey::journeys(room, &known, clock);
        candidates.extend(told.into_iter().flat_map(|(_, told)| separate::separate(room.words, told)));
        candidates.extend(gapped);
        candidates.extend(journeys);
    }
    hearsay::denials(text, &mut candidates);
    let mut meetings = merge::merge(text, cast, candidates);
    stay::dates(text, cast, clock, &mut meetings);
    stay::journeys(text, cast, &mut meetings);
    stay::same_day(text, cast, &mut meetings);
    roster::present(text, cast, clock, &mut meetings);
    roster::signatures(text, cast, &mut meetings);
    roster::speakers(text, cast, &mut meetings);
    floor::seats(&rooms, clock, &mut meetings);
    delegates::seats(&rooms, clock, voices, &away, &mut meetings);
    seat::seats(&rooms, clock, &mut meetings);
    // Who was seated since may have made it a conference of many.
    delegates::seats(&rooms, clock, voices, &away, &mut meetings);
    delegation::heads(text, cast, clock, &mut meetings);
    attendance::absences(&rooms, &away, clock, &mut meetings);
    rejoin::missed_alike(text, cast, &mut meetings);
    rejoin::come_about(text, cast, clock, &mut meetings);
    rejoin::moved(&mut meetings);
    stay::margins(text, cast, clock, &mut meetings);
    learned::add(&rooms, clock, &known_words, &mut meetings);
    revise::revise(&rooms, &away, clock, voices, &mut meetings);
    represented::states(cast, &mut meetings);
    represented::organisations(affiliations, &mut meetings);
    body::sessions(cast, &mut meetings);
    let mut lone = meetings.iter().map(|one| is_lone(one, &meetings)).collect::<Vec<_>>().into_iter();
    meetings.retain(|_| lone.next() != Some(true));
    meetings.retain(|meeting| {
        let told = is_told(meeting);
        if !told {
            text.trace.dropped(meeting.sentence, "meeting", || {
                "nobody, or one alone without a place or a day, is told to have been there".to_owned()
            });
        }
        told
    });
    meetings
}
