//! Where a meeting was: the place that the rules have given it, or another named around its tellings.
//!
//! Invariant: of a place only its mentions are known; two mentions of one name are one place.

use rapporteur_schema::Medium;
use rapporteur_syntax::event::Part;

use super::super::{FoundMeeting, ordinal, place};
use super::view::{
    FAR, MEETING, View, count, flag, from_nearest, kind, meeting, relation, since_published, with_meeting,
};
use crate::decision::{Decision, Question, Subject, answers};
use crate::mention::{Mention, MentionKind};
use crate::text::BlockKind;
use std::collections::HashMap;

/// In how many sentences a text says where it was written.
const HEAD: usize = 3;
/// How many places around a meeting are looked at.
const MOST: usize = 64;
/// How likely a place must be, where none is given.
const FILLS: f32 = 0.35;
/// By how much another must be likelier than the one given.
const BEATS: f32 = 0.3;
/// Words before a place by which a meeting was there, went there or came from there.
const BEFORE: [&[&str]; 4] = [
    &["in", "at", "on", "inside"],
    &["to", "for", "into", "towards", "toward", "reached", "visited"],
    &["from", "left", "of", "between", "via", "through"],
    &["outside", "near", "aboard", "off"],
];

/// The features of a row, in order.
pub(crate) const FEATURES: [&str; MEETING.len() + 28] = with_meeting([
    "given",
    "given_count",
    "kind",
    "mentions",
    "named_in_told",
    "nearest",
    "after",
    "before",
    "path",
    "relation",
    "case",
    "heard",
    "heard_in_told",
    "in_label",
    "in_title",
    "other_meetings",
    "country_of_given",
    "country_of_party",
    "house",
    "state_acts",
    "same_section",
    "since_published",
    "first",
    "places_in_told",
    "places_in_text",
    "same_block",
    "nearest_place",
    "ordinal",
]);

/// The places of a text.
struct Places {
    /// Of each mention the first mention of the same place; of what is no place, itself.
    of: Vec<usize>,
    /// Those that stand in the head of the text.
    headed: Vec<usize>,
}

/// A place around a meeting.
struct Place {
    /// Its first mention in the text.
    first: usize,
    /// Its mentions within reach, in order, or those in the head.
    mentions: Vec<usize>,
    given: bool,
}

/// Gives places and changes them, and tells of each meeting how likely the likeliest is.
pub(super) fn decide(view: &View<'_>, meetings: &mut [FoundMeeting]) -> Vec<f32> {
    let named = named(view);
    let mut questions = Vec::new();
    for at in 0..meetings.len() {
        if meetings[at].medium == Medium::Phone {
            continue;
        }
        let whole = meeting(view, meetings, at);
        let told = view.told_in(&meetings[at]);
        let around = around(view, &meetings[at], &told, &named);
        for place in &around {
            let mut features = whole.to_vec();
            features.extend(row(view, meetings, at, &told, place, &around));
            questions.push(Question { meeting: at, subject: Subject::Place(place.first), features });
        }
    }
    let mut best: Vec<(f32, f32, Option<usize>)> = vec![(0.0, 0.0, None); meetings.len()];
    for (at, subject, likelihoods) in answers(view.text, Decision::Place, meetings, questions) {
        let Subject::Place(mention) = subject else { continue };
        let given = meetings[at].places.iter().any(|&given| named.of[given] == named.of[mention]);
        let (own, other, place) = &mut best[at];
        if given {
            *own = own.max(likelihoods[1]);
        } else if likelihoods[1] > *other && !view.cast.mentions[mention].is_plain_house(view.text) {
            (*other, *place) = (likelihoods[1], Some(mention));
        }
    }
    let sure = best.iter().map(|&(own, other, _)| own.max(other)).collect();
    for (meeting, (own, other, place)) in meetings.iter_mut().zip(best) {
        let Some(mention) = place else { continue };
        let bare = place::lie_nowhere(view.text, view.cast, &meeting.places);
        if other >= FILLS && bare {
            note(view, meeting, mention, other);
            meeting.places.push(mention);
        } else if other >= FILLS && other - own >= BEATS {
            note(view, meeting, mention, other);
            meeting.places = vec![mention];
        }
    }
    sure
}

fn note(view: &View<'_>, meeting: &FoundMeeting, mention: usize, likelihood: f32) {
    view.text.trace.kept(meeting.sentence, "meeting/revise/place", || {
        format!("it was at `{}`: {likelihood:.2}", view.cast.mentions[mention].name(view.text))
    });
}

fn key(view: &View<'_>, mention: &Mention) -> String {
    mention.known.as_deref().map_or_else(|| mention.name(view.text).to_lowercase(), str::to_lowercase)
}

/// The places of a text.
fn named(view: &View<'_>) -> Places {
    let mut by_name: HashMap<String, usize> = HashMap::new();
    let mut of: Vec<usize> = (0..view.cast.mentions.len()).collect();
    let mut headed = Vec::new();
    for (index, mention) in view.cast.mentions.iter().enumerate().filter(|(_, mention)| is_place(mention)) {
        of[index] = *by_name.entry(key(view, mention)).or_insert(index);
        let title = matches!(view.text.block_of(mention.sentence).kind, BlockKind::Title | BlockKind::Byline);
        if mention.sentence < HEAD && (mention.in_label || title) {
            headed.push(index);
        }
    }
    Places { of, headed }
}

fn is_place(mention: &Mention) -> bool {
    use MentionKind::{City, Region, Seat, Venue};
    matches!(mention.kind, City | Seat | Region | Venue)
}

/// The places within reach of a meeting, those in the head of the text, and its own.
fn around(view: &View<'_>, meeting: &FoundMeeting, told: &[usize], places: &Places) -> Vec<Place> {
    let near = view.near(told);
    let near =
        near.iter().flat_map(|&sentence| view.cast.of(sentence)).filter(|(_, mention)| is_place(mention));
    let mentions = near
        .map(|(index, _)| index)
        .chain(places.headed.iter().copied())
        .chain(meeting.places.iter().copied());
    let mut found: Vec<Place> = Vec::new();
    for mention in mentions {
        let first = places.of[mention];
        match found.iter().position(|place| place.first == first) {
            Some(at) if !found[at].mentions.contains(&mention) => found[at].mentions.push(mention),
            None if found.len() < MOST => found.push(Place { first, mentions: vec![mention], given: false }),
            _ => {}
        }
    }
    for place in &mut found {
        place.given = meeting.places.iter().any(|&given| places.of[given] == place.first);
    }
    found
}

fn row(
    view: &View<'_>,
    meetings: &[FoundMeeting],
    at: usize,
    told: &[usize],
    place: &Place,
    around: &[Place],
) -> Vec<f32> {
    let own = &meetings[at];
    let mentions = || place.mentions.iter().map(|&index| &view.cast.mentions[index]);
    let from = |sentence: usize| from_nearest(told, sentence);
    let nearest = mentions().min_by(|a, b| from(a.sentence).abs().total_cmp(&from(b.sentence).abs()));
    let Some(nearest) = nearest else { return vec![0.0; FEATURES.len() - MEETING.len()] };
    let after = mentions().map(|m| from(m.sentence)).filter(|&d| d >= 0.0).fold(FAR, f32::min);
    let before = mentions().map(|m| -from(m.sentence)).filter(|&d| d >= 0.0).fold(FAR, f32::min);
    let tellings = view.tellings(own);
    let head = |mention: &Mention| mention.tokens.end.saturating_sub(1);
    let beside = tellings
        .iter()
        .flat_map(|&(sentence, token)| {
            mentions()
                .filter(move |mention| mention.sentence == sentence && !mention.in_label)
                .map(move |mention| view.path(sentence, head(mention), token))
        })
        .min_by_key(|&(path, _)| path);
    let case = {
        let lower = view.text.lower(nearest.sentence);
        let before = (1..=3)
            .filter_map(|back| nearest.tokens.start.checked_sub(back))
            .map(|at| lower.get(at).map_or("", String::as_str));
        let mut before = before.take_while(|_| !nearest.in_label);
        before.find_map(|word| BEFORE.iter().position(|words| words.contains(&word))).map_or(-1.0, count)
    };
    let heard = |exact: bool| {
        let mut most: f32 = 0.0;
        for mention in mentions().filter(|mention| !mention.in_label && told.contains(&mention.sentence)) {
            for event in &view.text.sentences[mention.sentence].events {
                if exact && !tellings.contains(&(mention.sentence, event.token)) {
                    continue;
                }
                for argument in event.arguments.iter().filter(|argument| argument.part == Part::Place) {
                    if mention.tokens.contains(&argument.token) {
                        most = most.max(argument.score * event.score);
                    }
                }
            }
        }
        most
    };
    let country = nearest.country;
    let given_country = own.places.iter().find_map(|&index| view.cast.mentions[index].country);
    let others = view
        .around(meetings, at)
        .filter(|other| other.places.iter().any(|given| place.mentions.contains(given)))
        .count();
    let in_told = |place: &Place| {
        place.mentions.iter().any(|&index| told.contains(&view.cast.mentions[index].sentence))
    };
    let acts = mentions()
        .any(|mention| view.acting[mention.sentence].iter().any(|&(head, _)| mention.tokens.contains(&head)));
    let distance_of = |place: &Place| {
        place.mentions.iter().map(|&index| from(view.cast.mentions[index].sentence).abs()).fold(FAR, f32::min)
    };
    let mine = distance_of(place);
    let nearer = around.iter().filter(|other| distance_of(other) < mine).count();
    vec![
        flag(place.given),
        count(own.places.len()),
        kind(nearest.kind),
        count(place.mentions.len()),
        count(mentions().filter(|mention| told.contains(&mention.sentence)).count()),
        from(nearest.sentence),
        after,
        before,
        beside.map_or(-1.0, |(path, _)| count(path)),
        beside.map_or(-2.0, |(_, told)| relation(told)),
        case,
        heard(true),
        heard(false),
        flag(mentions().any(|mention| mention.in_label)),
        flag(mentions().any(|mention| view.text.block_of(mention.sentence).kind == BlockKind::Title)),
        count(others),
        flag(country.is_some() && country == given_country),
        flag(country.is_some() && own.participants.iter().any(|p| view.country(p.actor) == country)),
        flag(nearest.is_plain_house(view.text)),
        flag(acts),
        flag(view.text.block_of(nearest.sentence).section == view.text.block_of(own.sentence).section),
        since_published(view, own.when.as_ref()),
        count(nearest.sentence),
        count(around.iter().filter(|place| in_told(place)).count()),
        count(around.len()),
        flag(view.text.sentences[nearest.sentence].block == view.text.sentences[own.sentence].block),
        count(nearer),
        flag(ordinal::ordinal(view.text, own).is_some()),
    ]
}
