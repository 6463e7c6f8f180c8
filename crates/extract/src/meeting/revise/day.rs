//! When a meeting was: the time that the rules have given it, or another named around its tellings.
//!
//! Invariant: a time is one that the text names, or the day of its passage or its publication; none is reckoned here.

use rapporteur_schema::Edtf;

use super::super::FoundMeeting;
use super::view::{
    FAR, MEETING, View, count, days, flag, from_nearest, meeting, since_published, width, with_meeting, word,
};
use crate::decision::{Decision, Question, Subject, answers};

/// How many sentences around a telling times are looked for.
const NEAR: usize = 4;
/// How likely a time must be, where none is given.
const FILLS: f32 = 0.5;
/// By how much another must be likelier than the one given.
const BEATS: f32 = 0.35;

/// The features of a row, in order.
pub(crate) const FEATURES: [&str; MEETING.len() + 27] = with_meeting([
    "given",
    "given_none",
    "width",
    "since_published",
    "since_given",
    "contains_given",
    "in_given",
    "named_in_told",
    "nearest",
    "after",
    "before",
    "path",
    "times_in_told",
    "passage",
    "passage_next",
    "going_on",
    "published",
    "kind",
    "other_meetings",
    "token_after",
    "word",
    "tag",
    "relation",
    "times_near",
    "nearer",
    "mentions",
    "title",
]);

/// A time named around a meeting: where, and as what.
struct Named {
    when: Edtf,
    /// Sentence, token and kind.
    at: Vec<(usize, usize, f32)>,
}

/// Gives times and changes them, and tells of each meeting how likely the likeliest is.
pub(super) fn decide(view: &View<'_>, meetings: &mut [FoundMeeting]) -> Vec<f32> {
    let times: Vec<Vec<(usize, Edtf, f32)>> = (0..view.text.sentences.len()).map(view.clock.named).collect();
    let mut questions = Vec::new();
    for at in 0..meetings.len() {
        let whole = meeting(view, meetings, at);
        let told = view.told_in(&meetings[at]);
        let named = named(view, &meetings[at], &told, &times);
        for time in &named {
            let mut features = whole.to_vec();
            features.extend(row(view, meetings, at, &told, time, &named));
            questions.push(Question { meeting: at, subject: Subject::Day(time.when.clone()), features });
        }
    }
    let mut best: Vec<(f32, f32, Option<Edtf>)> = vec![(0.0, 0.0, None); meetings.len()];
    for (at, subject, likelihoods) in answers(view.text, Decision::Day, meetings, questions) {
        let Subject::Day(when) = subject else { continue };
        let (own, other, time) = &mut best[at];
        if meetings[at].when.as_ref() == Some(&when) {
            *own = likelihoods[1];
        } else if likelihoods[1] > *other {
            (*other, *time) = (likelihoods[1], Some(when));
        }
    }
    let sure = best.iter().map(|&(own, other, _)| own.max(other)).collect();
    for (meeting, (own, other, time)) in meetings.iter_mut().zip(best) {
        let Some(when) = time else { continue };
        let fills = meeting.when.is_none() && other >= FILLS;
        let beats = meeting.when.is_some() && other >= FILLS && other - own >= BEATS;
        if fills || beats {
            view.text
                .trace
                .kept(meeting.sentence, "meeting/revise/day", || format!("it was {when}: {other:.2}"));
            meeting.when = Some(when);
        }
    }
    sure
}

fn named(
    view: &View<'_>,
    meeting: &FoundMeeting,
    told: &[usize],
    times: &[Vec<(usize, Edtf, f32)>],
) -> Vec<Named> {
    const MOST: usize = 24;
    let mut found: Vec<Named> = Vec::new();
    let mut add =
        |when: Edtf, at: Option<(usize, usize, f32)>| match found.iter().position(|named| named.when == when)
        {
            Some(known) => found[known].at.extend(at),
            None if found.len() < MOST => found.push(Named { when, at: at.into_iter().collect() }),
            None => {}
        };
    if let Some(when) = &meeting.when {
        add(when.clone(), None);
    }
    for &sentence in told.iter().take(MOST) {
        for &(token, ref when, kind) in &times[sentence] {
            add(when.clone(), Some((sentence, token, kind)));
        }
        if let Some(when) = (view.clock.passage)(sentence) {
            add(when, None);
        }
        if let Some(when) = (view.clock.going_on)(sentence) {
            add(when, None);
        }
    }
    if let Some(published) = view.clock.published {
        add(Edtf::from(published), None);
    }
    let first = told.first().copied().unwrap_or(meeting.sentence);
    let from = first.saturating_sub(NEAR);
    for (sentence, here) in times.iter().enumerate().take(first + NEAR + 1).skip(from) {
        for &(token, ref when, kind) in here {
            if !told.contains(&sentence) {
                add(when.clone(), Some((sentence, token, kind)));
            }
        }
    }
    found
}

fn row(
    view: &View<'_>,
    meetings: &[FoundMeeting],
    at: usize,
    told: &[usize],
    time: &Named,
    named: &[Named],
) -> Vec<f32> {
    let own = &meetings[at];
    let from = |sentence: usize| from_nearest(told, sentence);
    let nearest_of = |time: &Named| time.at.iter().map(|&(at, ..)| from(at).abs()).fold(FAR, f32::min);
    let nearest = time.at.iter().min_by(|a, b| from(a.0).abs().total_cmp(&from(b.0).abs()));
    let after = time.at.iter().map(|&(at, ..)| from(at)).filter(|&d| d >= 0.0).fold(FAR, f32::min);
    let before = time.at.iter().map(|&(at, ..)| -from(at)).filter(|&d| d >= 0.0).fold(FAR, f32::min);
    let tellings = view.tellings(own);
    let beside = tellings
        .iter()
        .flat_map(|&(sentence, token)| {
            time.at
                .iter()
                .filter(move |&&(at, ..)| at == sentence)
                .map(move |&(_, named, _)| (view.path(sentence, named, token).0, named > token))
        })
        .min_by_key(|&(path, _)| path);
    let given = own.when.as_ref();
    let is_in = |sentence: &usize| told.contains(sentence);
    let passage = |sentence: usize| (view.clock.passage)(sentence).as_ref() == Some(&time.when);
    let (sentence, token) = tellings[0];
    let mut row = vec![
        flag(given == Some(&time.when)),
        flag(given.is_none()),
        width(&time.when),
        since_published(view, Some(&time.when)),
        given.map_or(-999.0, |given| days(given.last_day(), time.when.last_day()).clamp(-800.0, 800.0)),
        flag(given.is_some_and(|given| time.when.contains(given))),
        flag(given.is_some_and(|given| given.contains(&time.when))),
        count(time.at.iter().filter(|(at, ..)| is_in(at)).count()),
        nearest.map_or(FAR, |&(at, ..)| from(at)),
        after,
        before,
        beside.map_or(-1.0, |(path, _)| count(path)),
        count(named.iter().filter(|time| time.at.iter().any(|(at, ..)| is_in(at))).count()),
        flag(passage(own.sentence)),
        flag(told.iter().any(|&at| passage(at))),
        flag((view.clock.going_on)(own.sentence).as_ref() == Some(&time.when)),
        flag(time.when.as_day().is_some() && time.when.as_day() == view.clock.published),
        nearest.map_or(-1.0, |&(_, _, kind)| kind),
        count(view.around(meetings, at).filter(|other| other.when.as_ref() == Some(&time.when)).count()),
        beside.map_or(-1.0, |(_, after)| flag(after)),
    ];
    row.extend(word(view, sentence, token));
    row.extend([
        count(named.len()),
        count(named.iter().filter(|other| nearest_of(other) < nearest_of(time)).count()),
        count(time.at.len()),
        super::view::block(view, sentence),
    ]);
    row
}
