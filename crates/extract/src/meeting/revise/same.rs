//! Which meetings of a draft are one: the tellings of what the rules keep apart.
//!
//! Asks of each meeting about those told in reach before it, of its own class of status. Invariant: what the numbers or the
//! media set apart stays apart ([`merge::agree`]).

use rapporteur_schema::{ActorKind, Country};

use super::super::{FoundMeeting, merge, ordinal};
use super::view::{View, count, days, distance, flag, medium, noun, width, word};
use crate::cast::ActorNumber;
use crate::decision::{Decision, Question, Subject, answers};

/// How many meetings before it are asked about.
const BEFORE: usize = 24;
/// How likely two must be one to be joined.
const LEAST: f32 = 0.5;
/// Words that set what a sentence tells apart from what was told, or go on with it.
const CUES: [&[&str]; 4] = [
    &[
        "again",
        "another",
        "second",
        "third",
        "new",
        "next",
        "further",
        "separate",
        "separately",
        "other",
        "also",
    ],
    &["later", "then", "afterwards", "after", "before", "earlier", "previous", "last", "first"],
    &["the", "this", "that", "these", "there", "their"],
    &["both", "two", "they", "each", "them"],
];

/// The features of a row, in order.
pub(crate) const FEATURES: [&str; 57] = [
    "class_one",
    "class_other",
    "learned_one",
    "learned_other",
    "noun_one",
    "noun_other",
    "same_noun",
    "definite_one",
    "definite_other",
    "gathering_one",
    "gathering_other",
    "tellings_one",
    "tellings_other",
    "seats_one",
    "seats_other",
    "shared",
    "shared_persons",
    "shared_countries",
    "countries_one",
    "countries_other",
    "own_persons_one",
    "own_persons_other",
    "alike",
    "day",
    "day_said_one",
    "day_said_other",
    "days_between",
    "width_one",
    "width_other",
    "place",
    "place_said_one",
    "place_said_other",
    "between",
    "between_nearest",
    "medium_one",
    "medium_other",
    "apart_one",
    "apart_other",
    "earlier_one",
    "earlier_other",
    "aside_other",
    "agreement",
    "cue_another",
    "cue_time",
    "cue_known",
    "cue_group",
    "seen_one",
    "seen_other",
    "same_word",
    "same_section",
    "meetings",
    "acting",
    "acting_share",
    "nearer",
    "most_told",
    "subject",
    "place_told",
];

/// Joins those that are one.
pub(super) fn decide(view: &View<'_>, meetings: &mut Vec<FoundMeeting>) {
    let mut questions = Vec::new();
    for other in 0..meetings.len() {
        for one in other.saturating_sub(BEFORE)..other {
            let (first, second) = (&meetings[one], &meetings[other]);
            if (merge::class(first.status) == merge::class(second.status) || first.learned || second.learned)
                && merge::agree(first.medium, second.medium)
                && !ordinal::differ(view.text, first, second)
            {
                let features = row(view, meetings, one, other);
                questions.push(Question { meeting: other, subject: Subject::Meeting(one), features });
            }
        }
    }
    let mut likely: Vec<(f32, usize, usize)> = answers(view.text, Decision::Same, meetings, questions)
        .into_iter()
        .filter_map(|(other, subject, likelihoods)| match subject {
            Subject::Meeting(one) if likelihoods[1] >= LEAST => Some((likelihoods[1], one, other)),
            _ => None,
        })
        .collect();
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut into: Vec<usize> = (0..meetings.len()).collect();
    for (likelihood, one, other) in likely {
        let (one, other) = (root(&into, one), root(&into, other));
        let (one, other) = (one.min(other), one.max(other));
        if one == other {
            continue;
        }
        view.text.trace.kept(meetings[other].sentence, "meeting/revise/same", || {
            format!(
                "it is the meeting first told in sentence {}: {likelihood:.2}",
                meetings[one].sentence + 1
            )
        });
        into[other] = one;
        let telling = meetings[other].clone();
        // Who was only to come is not made present by it.
        if merge::class(telling.status) == merge::class(meetings[one].status) || meetings[one].learned {
            merge::join(&mut meetings[one], telling);
        } else {
            merge::prove(&mut meetings[one], telling.evidence, telling.tellings);
        }
    }
    let mut at = 0;
    meetings.retain(|_| {
        at += 1;
        into[at - 1] == at - 1
    });
}

/// The meeting that one has become.
fn root(into: &[usize], mut at: usize) -> usize {
    while into[at] != at {
        at = into[at];
    }
    at
}

fn row(view: &View<'_>, meetings: &[FoundMeeting], one: usize, other: usize) -> Vec<f32> {
    let (number_one, number_other) = (one, other);
    let (one, other) = (&meetings[one], &meetings[other]);
    let here = |meeting: &FoundMeeting| -> Vec<ActorNumber> { meeting.present().map(|p| p.actor).collect() };
    let person = |actor: &&ActorNumber| view.cast.members[**actor].kind == ActorKind::Person;
    let countries = |actors: &[ActorNumber]| -> Vec<Country> {
        let mut found: Vec<Country> = actors.iter().filter_map(|&actor| view.country(actor)).collect();
        found.sort_unstable();
        found.dedup();
        found
    };
    let (a, b) = (here(one), here(other));
    let shared = a.iter().filter(|actor| b.contains(actor)).count();
    let shared_persons = a.iter().filter(|actor| b.contains(actor)).filter(person).count();
    let (ca, cb) = (countries(&a), countries(&b));
    let shared_countries = ca.iter().filter(|country| cb.contains(country)).count();
    let either = a.len() + b.len() - shared;
    let day = match (&one.when, &other.when) {
        (Some(one), Some(other)) if one.overlaps(other) => 1.0,
        (Some(_), Some(_)) => -1.0,
        _ => 0.0,
    };
    let between = one.when.as_ref().zip(other.when.as_ref());
    let between =
        between.map_or(-999.0, |(one, other)| days(one.first_day(), other.first_day()).clamp(-800.0, 800.0));
    let place =
        merge::places(view.text, view.cast, one, other).map_or(0.0, |same| if same { 1.0 } else { -1.0 });
    let (told_one, told_other) = (view.told_in(one), view.told_in(other));
    let nearest = told_other.iter().map(|&at| {
        let after = told_one.partition_point(|&told| told < at);
        let near = told_one[after.saturating_sub(1)..(after + 1).min(told_one.len())].iter();
        near.map(|&told| told.abs_diff(at)).min().unwrap_or(usize::MAX)
    });
    let nearest = nearest.min().unwrap_or(usize::MAX).min(20);
    let cue = |words: &[&str]| flag(view.holds(other.sentence, words));
    let lemma = |meeting: &FoundMeeting| {
        let (sentence, token) = view.tellings(meeting)[0];
        view.text.sentences[sentence].parse.tokens.get(token).map(|token| token.lemma.as_str())
    };
    let section = |meeting: &FoundMeeting| view.text.block_of(meeting.sentence).section;
    // Of those in the one, who stands in the sentence that tells the other.
    let acting =
        a.iter().filter(|&&actor| view.acting[other.sentence].iter().any(|&(_, here)| here == actor)).count();
    let gap = |meeting: &FoundMeeting| {
        let told = view.told_in(meeting).into_iter();
        told.map(|at| at.abs_diff(other.sentence)).min().unwrap_or(usize::MAX)
    };
    let own_gap = gap(one);
    let nearer = meetings[number_other.saturating_sub(BEFORE)..number_other].iter().enumerate();
    let first = number_other.saturating_sub(BEFORE);
    let nearer = nearer.filter(|(at, meeting)| first + at != number_one && gap(meeting) < own_gap).count();
    let tells = view.tellings(other)[0];
    let name = |index: usize| view.cast.mentions[index].name(view.text);
    let place_told = one.places.iter().any(|&place| {
        view.cast.of(other.sentence).any(|(index, m)| m.kind.is_place() && name(index) == name(place))
    });
    vec![
        f32::from(merge::class(one.status)),
        f32::from(merge::class(other.status)),
        flag(one.learned) + flag(one.refused),
        flag(other.learned) + flag(other.refused),
        noun(one.noun.as_deref()),
        noun(other.noun.as_deref()),
        flag(one.noun == other.noun),
        flag(one.definite),
        flag(other.definite),
        flag(one.gathering),
        flag(other.gathering),
        count(one.tellings.len()),
        count(other.tellings.len()),
        count(a.len()),
        count(b.len()),
        count(shared),
        count(shared_persons),
        count(shared_countries),
        count(ca.len()),
        count(cb.len()),
        count(a.iter().filter(person).filter(|actor| !b.contains(actor)).count()),
        count(b.iter().filter(person).filter(|actor| !a.contains(actor)).count()),
        if either == 0 { 0.0 } else { count(shared) / count(either) },
        day,
        flag(one.when_said),
        flag(other.when_said),
        between,
        one.when.as_ref().map_or(-1.0, width),
        other.when.as_ref().map_or(-1.0, width),
        place,
        flag(one.place_said),
        flag(other.place_said),
        distance(one.sentence, other.sentence),
        count(nearest),
        medium(one.medium),
        medium(other.medium),
        flag(one.apart),
        flag(other.apart),
        flag(one.earlier),
        flag(other.earlier),
        flag(other.aside),
        count(usize::try_from(merge::agreement(view.text, view.cast, one, other)).unwrap_or(0)),
        cue(CUES[0]),
        cue(CUES[1]),
        cue(CUES[2]),
        cue(CUES[3]),
        view.seen(one).score,
        view.seen(other).score,
        flag(lemma(one) == lemma(other))
            + word(view, view.tellings(other)[0].0, view.tellings(other)[0].1)[0] * 2.0,
        flag(section(one) == section(other)),
        count(meetings.len()),
        count(acting),
        if a.is_empty() { -1.0 } else { count(acting) / count(a.len()) },
        count(nearer),
        flag(view.around(meetings, number_one).all(|meeting| meeting.evidence.len() <= one.evidence.len())),
        view.subject(tells.0, tells.1),
        flag(place_told),
    ]
}
