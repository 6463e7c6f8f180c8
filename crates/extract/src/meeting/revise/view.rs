//! What all decisions see of a text: who stands in which sentence, what the reader of events has heard, and how the words of
//! two places hang together.
//!
//! Decides nothing. Invariant: everything is worked out once a text, or within [`REACH`] sentences of a telling.

use std::collections::HashMap;
use std::ops::Range;

use rapporteur_schema::{ActorKind, Country, Edtf, Medium};
use rapporteur_syntax::event::{Occurrence, Part};
use rapporteur_syntax::{Relation, Upos};

use super::super::attendance::Away;
use super::super::party::Room;
use super::super::{Clock, FoundMeeting, Voice, merge};
use crate::cast::{ActorNumber, Cast};
use crate::gazetteer;
use crate::mention::{Mention, MentionKind};
use crate::text::{BlockKind, Text};

/// How many sentences around a telling are looked at.
pub(super) const REACH: usize = 12;
/// How many tellings of a meeting are looked at, and how many meetings before and after it.
pub(super) const MOST: usize = 32;
/// A distance as large as any: what is further is as far.
pub(super) const FAR: f32 = 20.0;

/// What the reader of events has heard of an actor.
pub(super) struct Heard {
    /// The actor.
    pub(super) actor: ActorNumber,
    /// The word that tells the event.
    pub(super) token: usize,
    /// Which part.
    pub(super) part: Part,
    /// How likely, the event and the part together.
    pub(super) score: f32,
}

/// A text and what is known of it.
pub(super) struct View<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) cast: &'a Cast,
    pub(super) clock: &'a Clock<'a>,
    pub(super) away: &'a [Vec<Away>],
    rooms: &'a [Room<'a>],
    /// Who can act in each sentence, pronouns among them.
    pub(super) acting: Vec<Vec<(usize, ActorNumber)>>,
    /// In which sentences each actor is named or meant.
    pub(super) sentences_of: Vec<Vec<usize>>,
    /// The first person, state or body of each country, by kind and country.
    pub(super) first_of: HashMap<(ActorKind, Country), ActorNumber>,
    /// How many persons the text names.
    pub(super) persons: usize,
    /// In how many sentences it speaks of the one of whom it speaks most.
    pub(super) most_named: usize,
    /// Whether each is named in a label.
    pub(super) labelled: Vec<bool>,
    /// Whether each is named by adjectives and cities alone.
    pub(super) placed_only: Vec<bool>,
    /// How often each is quoted.
    pub(super) quoted: Vec<usize>,
    /// What has been heard in each sentence.
    pub(super) heard: Vec<Vec<Heard>>,
}

impl<'a> View<'a> {
    /// The view of a text of at least a sentence.
    pub(super) fn new(
        rooms: &'a [Room<'a>],
        away: &'a [Vec<Away>],
        clock: &'a Clock<'a>,
        voices: &[Voice],
    ) -> Option<Self> {
        let &Room { text, cast, .. } = rooms.first()?;
        let acting: Vec<Vec<(usize, ActorNumber)>> = rooms
            .iter()
            .map(|room| {
                room.agents.iter().map(|agent| (agent.tokens.end.saturating_sub(1), agent.actor)).collect()
            })
            .collect();
        let mut sentences_of = vec![Vec::new(); cast.members.len()];
        for (sentence, here) in acting.iter().enumerate() {
            let named = cast.of(sentence).filter_map(|(mention, _)| cast.actor[mention]);
            for actor in named.chain(here.iter().map(|&(_, actor)| actor)) {
                if sentences_of[actor].last() != Some(&sentence) {
                    sentences_of[actor].push(sentence);
                }
            }
        }
        let mut quoted = vec![0; cast.members.len()];
        for &(_, actor) in voices {
            quoted[actor] += 1;
        }
        let heard = rooms.iter().map(heard).collect();
        let mut first_of = HashMap::new();
        for (actor, member) in cast.members.iter().enumerate() {
            if let Some(country) = member.country {
                first_of.entry((member.kind, country)).or_insert(actor);
            }
        }
        let mentions_of =
            |actor: usize| cast.members[actor].mentions.iter().map(|&mention| &cast.mentions[mention]);
        let actors = 0..cast.members.len();
        let labelled =
            actors.clone().map(|actor| mentions_of(actor).any(|mention| mention.in_label)).collect();
        let by_place = |mention: &Mention| matches!(mention.kind, MentionKind::Adjective | MentionKind::City);
        let placed_only = actors
            .map(|actor| mentions_of(actor).next().is_some() && mentions_of(actor).all(by_place))
            .collect();
        let persons = cast.members.iter().filter(|member| member.kind == ActorKind::Person).count();
        let most_named = sentences_of.iter().map(Vec::len).max().unwrap_or(0);
        Some(Self {
            text,
            cast,
            clock,
            away,
            rooms,
            acting,
            sentences_of,
            first_of,
            persons,
            most_named,
            labelled,
            placed_only,
            quoted,
            heard,
        })
    }

    /// The sentence that names an actor nearest to where a meeting is told.
    pub(super) fn evidence(&self, meeting: &FoundMeeting, actor: ActorNumber) -> Range<usize> {
        let all = &self.sentences_of[actor];
        let beside = |told: usize| {
            let next = all.partition_point(|&at| at < told);
            let both = [next.checked_sub(1), Some(next)].into_iter().flatten();
            both.filter_map(|at| all.get(at)).map(move |&at| (at.abs_diff(told), at))
        };
        let nearest = self.told_in(meeting).into_iter().flat_map(beside).min();
        self.text.sentences[nearest.map_or(meeting.sentence, |(_, at)| at)].range.clone()
    }

    /// The sentence that begins at a byte.
    pub(super) fn sentence_at(&self, range: &Range<usize>) -> usize {
        let at = self.text.sentences.partition_point(|sentence| sentence.range.start < range.start);
        at.min(self.text.sentences.len() - 1)
    }

    /// The sentences that tell a meeting.
    pub(super) fn told_in(&self, meeting: &FoundMeeting) -> Vec<usize> {
        let mut told: Vec<usize> =
            meeting.evidence.iter().take(2 * MOST).map(|range| self.sentence_at(range)).collect();
        told.dedup();
        told.truncate(MOST);
        told
    }

    /// The words that tell it, as sentence and token; of one that no word of its own tells, the first sentence's root.
    pub(super) fn tellings(&self, meeting: &FoundMeeting) -> Vec<(usize, usize)> {
        if !meeting.tellings.is_empty() {
            return meeting.tellings.iter().copied().take(MOST).collect();
        }
        let root = self.text.sentences[meeting.sentence].parse.root().unwrap_or(0);
        vec![(meeting.sentence, root)]
    }

    /// How likely the words that tell it do so, and what is said of it: the likeliest of each.
    pub(super) fn seen(&self, meeting: &FoundMeeting) -> Seen {
        let mut seen = Seen::default();
        for (sentence, token) in self.tellings(meeting) {
            let events = &self.text.sentences[sentence].events;
            for event in events.iter().filter(|event| event.token == token) {
                seen.score = seen.score.max(event.score);
                let at = event.occurrence as usize;
                let told = event.score * event.certainty;
                seen.occurrences[at] = seen.occurrences[at].max(told);
                seen.count += 1;
            }
        }
        seen
    }

    /// The heads between two tokens of a sentence, and the relation of the first to its own.
    pub(super) fn path(&self, sentence: usize, from: usize, to: usize) -> (usize, Option<Relation>) {
        let parse = &self.text.sentences[sentence].parse;
        let up: Vec<usize> = std::iter::once(from).chain(parse.ancestors(from)).take(64).collect();
        let steps = std::iter::once(to)
            .chain(parse.ancestors(to))
            .take(64)
            .enumerate()
            .find_map(|(down, at)| up.iter().position(|&node| node == at).map(|up| up + down));
        (steps.unwrap_or(32), parse.tokens.get(from).map(|token| token.relation))
    }

    /// The sentences within reach of the tellings, in order.
    pub(super) fn near(&self, told: &[usize]) -> Vec<usize> {
        let mut near: Vec<usize> = Vec::new();
        for &at in told {
            let from = near.last().map_or(0, |&last| last + 1).max(at.saturating_sub(REACH));
            near.extend(from..(at + REACH + 1).min(self.text.sentences.len()));
        }
        near
    }

    /// What the subject of a telling is: nobody, a name, "he" or "she", "they", a group of two or of several.
    pub(super) fn subject(&self, sentence: usize, token: usize) -> f32 {
        let parse = &self.text.sentences[sentence].parse;
        let lower = self.text.lower(sentence);
        let of = |at: usize| parse.subjects(at).next();
        let verb = std::iter::once(token).chain(parse.ancestors(token)).take(4).find_map(of);
        let Some(subject) = verb else { return 0.0 };
        match lower.get(subject).map(String::as_str) {
            Some("he" | "she" | "i") => 2.0,
            Some("they" | "we") => 3.0,
            Some("two" | "both" | "pair" | "couple") => 4.0,
            Some(
                "sides" | "delegations" | "parties" | "ministers" | "presidents" | "leaders" | "men"
                | "envoys" | "teams",
            ) => 5.0,
            Some("it" | "which" | "that" | "who") => 6.0,
            _ if self.acting[sentence].iter().any(|&(head, _)| head == subject) => 1.0,
            _ => 7.0,
        }
    }

    /// What an actor does in a sentence: nothing told, speaks, moves, sits or attends, stays away, else.
    pub(super) fn verb(&self, sentence: usize, actor: ActorNumber) -> f32 {
        let parse = &self.text.sentences[sentence].parse;
        let mut heads = self.acting[sentence].iter().filter(|&&(_, other)| other == actor);
        let Some(&(head, _)) = heads.next() else { return 0.0 };
        let verb = parse.ancestors(head).find(|&at| parse.tokens[at].upos == Upos::Verb);
        match verb.map(|verb| parse.tokens[verb].lemma.as_str()) {
            None => 0.0,
            Some(
                "say" | "tell" | "add" | "reply" | "ask" | "argue" | "propose" | "note" | "reject" | "answer"
                | "remark" | "warn" | "call" | "urge" | "speak" | "thank" | "object" | "welcome" | "express"
                | "recall" | "suggest" | "support" | "insist",
            ) => 1.0,
            Some(
                "arrive" | "come" | "go" | "fly" | "leave" | "return" | "travel" | "drive" | "walk" | "cross"
                | "land",
            ) => 2.0,
            Some(
                "attend" | "represent" | "lead" | "head" | "chair" | "preside" | "sit" | "join" | "host"
                | "receive" | "meet" | "accompany" | "open" | "close" | "sign" | "participate" | "take"
                | "dine" | "lunch" | "confer",
            ) => 3.0,
            Some(
                "decline" | "refuse" | "stay" | "skip" | "miss" | "send" | "absent" | "cancel" | "boycott"
                | "excuse",
            ) => 4.0,
            Some(_) => 5.0,
        }
    }

    /// The meetings around one, itself left out.
    pub(super) fn around<'m>(
        &self,
        meetings: &'m [FoundMeeting],
        at: usize,
    ) -> impl Iterator<Item = &'m FoundMeeting> + Clone {
        let first = at.saturating_sub(MOST);
        let window = &meetings[first..(at + MOST + 1).min(meetings.len())];
        window.iter().enumerate().filter(move |(place, _)| first + place != at).map(|(_, meeting)| meeting)
    }

    /// Whether the first sentence that tells a meeting tells of an actor only that others are theirs: "aides of X met".
    pub(super) fn is_of_others(&self, meeting: &FoundMeeting, actor: ActorNumber) -> bool {
        let first = meeting.evidence.first().map(|range| self.sentence_at(range));
        let Some(room) = first.and_then(|first| self.rooms.get(first)) else { return false };
        let mut own = room.agents.iter().filter(|agent| agent.actor == actor).peekable();
        own.peek().is_some() && own.all(|agent| room.is_of_others(&agent.tokens))
    }

    /// The country of an actor.
    pub(super) fn country(&self, actor: ActorNumber) -> Option<Country> {
        self.cast.members[actor].country
    }

    /// Whether a sentence holds any of these words.
    pub(super) fn holds(&self, sentence: usize, words: &[&str]) -> bool {
        self.text.lower(sentence).iter().any(|word| words.contains(&word.as_str()))
    }
}

fn heard(room: &Room<'_>) -> Vec<Heard> {
    let events = room.text.sentences[room.sentence].events.iter();
    events
        .flat_map(|event| {
            event.arguments.iter().filter(|argument| argument.part != Part::Place).flat_map(move |argument| {
                let heard = move |actor| Heard {
                    actor,
                    token: event.token,
                    part: argument.part,
                    score: event.score * argument.score,
                };
                room.actors(argument.token).into_iter().map(heard)
            })
        })
        .collect()
}

/// What the reader of events makes of a meeting.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) score: f32,
    pub(super) occurrences: [f32; Occurrence::ALL.len()],
    pub(super) count: usize,
}

/// What nearly all rows tell of a meeting.
pub(super) const MEETING: [&str; 21] = [
    "status",
    "learned",
    "tellings",
    "evidence",
    "gathering",
    "definite",
    "noun",
    "seats",
    "persons",
    "states",
    "countries",
    "medium",
    "meetings",
    "rank",
    "apart",
    "earlier",
    "aside",
    "place_said",
    "when_said",
    "seen",
    "sentences",
];

/// The features of [`MEETING`], and a row's own behind them.
pub(super) const fn with_meeting<const OWN: usize, const ALL: usize>(
    own: [&'static str; OWN],
) -> [&'static str; ALL] {
    let mut all = [""; ALL];
    let mut at = 0;
    while at < ALL {
        all[at] = if at < MEETING.len() { MEETING[at] } else { own[at - MEETING.len()] };
        at += 1;
    }
    all
}

/// The numbers for [`MEETING`].
pub(super) fn meeting(view: &View<'_>, meetings: &[FoundMeeting], at: usize) -> [f32; MEETING.len()] {
    let meeting = &meetings[at];
    let present = || meeting.present().map(|p| p.actor);
    let of = |kind: ActorKind| present().filter(|&actor| view.cast.members[actor].kind == kind).count();
    let mut countries: Vec<Country> = present().filter_map(|actor| view.country(actor)).collect();
    countries.sort_unstable();
    countries.dedup();
    [
        f32::from(merge::class(meeting.status)),
        flag(meeting.learned) + flag(meeting.refused),
        count(meeting.tellings.len()),
        count(meeting.evidence.len()),
        flag(meeting.gathering),
        flag(meeting.definite),
        noun(meeting.noun.as_deref()),
        count(meeting.participants.len()),
        count(of(ActorKind::Person)),
        count(of(ActorKind::State)),
        count(countries.len()),
        medium(meeting.medium),
        count(meetings.len()),
        count(at),
        flag(meeting.apart),
        flag(meeting.earlier),
        flag(meeting.aside),
        flag(meeting.place_said),
        flag(meeting.when_said),
        view.seen(meeting).score,
        count(view.text.sentences.len()),
    ]
}

/// One for yes.
pub(super) fn flag(is: bool) -> f32 {
    f32::from(u8::from(is))
}

/// A number, as large as matters.
pub(super) fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

/// How far a sentence is from the nearest of those that tell a meeting; negative where it stands before it.
pub(super) fn from_nearest(told: &[usize], sentence: usize) -> f32 {
    let distances = told.iter().map(|&told| distance(told, sentence));
    distances.min_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or(FAR)
}

/// A distance in sentences, from -[`FAR`] to [`FAR`].
pub(super) fn distance(from: usize, to: usize) -> f32 {
    let far = count(from.abs_diff(to)).min(FAR);
    if to < from { -far } else { far }
}

pub(super) fn medium(medium: Medium) -> f32 {
    match medium {
        Medium::InPerson => 0.0,
        Medium::Phone => 1.0,
        Medium::Video => 2.0,
        Medium::Unknown => 3.0,
    }
}

/// The kind of meeting that a noun names, in the order of how many it holds.
pub(super) fn noun(noun: Option<&str>) -> f32 {
    match noun {
        None => 0.0,
        Some("call" | "conversation" | "telephone" | "phone") => 1.0,
        Some("visit" | "trip" | "tour" | "journey") => 2.0,
        Some("lunch" | "dinner" | "breakfast" | "banquet" | "luncheon" | "reception" | "tea") => 3.0,
        Some("meeting" | "encounter" | "audience") => 4.0,
        Some("talks" | "negotiations" | "discussions" | "consultations" | "round") => 5.0,
        Some("session" | "sitting" | "plenary" | "sessions") => 6.0,
        Some("summit" | "conference" | "congress" | "assembly" | "forum" | "gathering" | "ministerial") => {
            7.0
        }
        Some(_) => 8.0,
    }
}

/// The office that an actor holds, by its class; -1 where the text tells none.
pub(super) fn office(view: &View<'_>, actor: ActorNumber) -> f32 {
    let offices = view.cast.members[actor].offices.iter();
    let class = offices.filter_map(|office| {
        let words: Vec<&str> = office.split(' ').collect();
        gazetteer::office(&words).map(|office| office.class as u8)
    });
    class.min().map_or(-1.0, f32::from)
}

/// How a word hangs on its head, in few kinds.
pub(super) fn relation(relation: Option<Relation>) -> f32 {
    match relation {
        None => -1.0,
        Some(Relation::Subject) => 0.0,
        Some(Relation::PassiveSubject) => 1.0,
        Some(Relation::Object | Relation::IndirectObject) => 2.0,
        Some(Relation::Oblique) => 3.0,
        Some(Relation::ObliqueAgent) => 4.0,
        Some(Relation::ObliqueTime | Relation::ObliqueUnmarked) => 5.0,
        Some(Relation::NominalModifier) => 6.0,
        Some(Relation::Possessor) => 7.0,
        Some(Relation::Conjunct) => 8.0,
        Some(Relation::Apposition) => 9.0,
        Some(Relation::Compound | Relation::Flat | Relation::Description) => 10.0,
        Some(Relation::AdjectivalModifier) => 11.0,
        Some(Relation::Root) => 12.0,
        Some(_) => 13.0,
    }
}

/// The days from publication to a time: what is before is negative, and nothing beyond two years either way.
pub(super) fn since_published(view: &View<'_>, when: Option<&Edtf>) -> f32 {
    const MOST: f32 = 800.0;
    let Some((when, published)) = when.zip(view.clock.published) else { return -MOST - 1.0 };
    days(published, when.last_day()).clamp(-MOST, MOST)
}

/// The days between two.
pub(super) fn days(from: jiff::civil::Date, to: jiff::civil::Date) -> f32 {
    from.until(to).map_or(0.0, |span| {
        let days = span.get_days();
        #[allow(clippy::cast_precision_loss, reason = "days of history are exact in f32 up to 45,000 years")]
        let days = days as f32;
        days
    })
}

/// How many days a time leaves open.
pub(super) fn width(when: &Edtf) -> f32 {
    days(when.first_day(), when.last_day()).min(800.0)
}

/// What the block of a sentence is.
pub(super) fn block(view: &View<'_>, sentence: usize) -> f32 {
    match view.text.block_of(sentence).kind {
        BlockKind::Paragraph => 0.0,
        BlockKind::Title => 1.0,
        BlockKind::Heading => 2.0,
        BlockKind::Item => 3.0,
        BlockKind::Caption => 4.0,
        _ => 5.0,
    }
}

/// What a mention is.
pub(super) fn kind(kind: MentionKind) -> f32 {
    f32::from(kind as u8)
}

/// What the word that tells a meeting is: its class, tense and relation.
pub(super) fn word(view: &View<'_>, sentence: usize, token: usize) -> [f32; 3] {
    let Some(told) = view.text.sentences[sentence].parse.tokens.get(token) else { return [-1.0; 3] };
    let class = match told.upos {
        Upos::Verb => 0.0,
        Upos::Noun => 1.0,
        _ => 2.0,
    };
    [class, f32::from(told.tag as u8), relation(Some(told.relation))]
}
