//! What is known of an actor about a meeting, as numbers: whether it was there and whether it stayed away are both read off it.
//!
//! Knows no words but a few that tell of presence and absence. Invariant: only what stands within reach of a telling is looked at.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::event::Part;

use super::super::FoundMeeting;
use super::view::{
    FAR, MEETING, View, count, flag, from_nearest, kind, medium, meeting, office, relation, with_meeting,
};
use crate::cast::ActorNumber;
use crate::decision::{Question, Subject};
use crate::mention::MentionKind;
use crate::text::BlockKind;

/// Words of presence, of several and of absence.
pub(super) const CUES: [&[&str]; 3] = [
    &[
        "attended",
        "present",
        "presence",
        "joined",
        "took",
        "represented",
        "accompanied",
        "led",
        "headed",
        "flanked",
        "there",
        "attending",
        "among",
        "delegates",
    ],
    &["both", "two", "sides", "delegations", "ministers", "they", "all", "each"],
    &[
        "absent",
        "absence",
        "without",
        "not",
        "stayed",
        "declined",
        "missed",
        "skipped",
        "away",
        "instead",
        "unable",
        "refused",
        "boycotted",
        "empty",
    ],
];

/// The features of a row, in order.
pub(crate) const FEATURES: [&str; MEETING.len() + 55] = with_meeting([
    "seat",
    "role",
    "kind",
    "mentions",
    "named_in_told",
    "acts_in_told",
    "nearest",
    "after",
    "before",
    "heard_attended",
    "heard_attended_sentence",
    "heard_absent",
    "heard_attended_anywhere",
    "heard_absent_anywhere",
    "other_seats",
    "other_absences",
    "in_title",
    "in_label",
    "country_seated",
    "state_seated",
    "person_of_country",
    "country_of_place",
    "relation",
    "path",
    "office",
    "outlet",
    "quoted",
    "persons_in_text",
    "same_section",
    "same_block",
    "block",
    "away_told",
    "away_distance",
    "cue_presence",
    "cue_several",
    "cue_absence",
    "mention_kind",
    "proven_in_told",
    "seat_medium",
    "of_most_told",
    "share_of_mentions",
    "after_telling_token",
    "heard_attended_near",
    "listed",
    "seats_near",
    "only_adjective",
    "actors",
    "plural_office",
    "country_told",
    "subject",
    "persons_between",
    "joined_to_seated",
    "verb",
    "first_of_country",
    "spoken_near",
]);

/// What of a meeting all rows about it look at.
pub(super) struct Around {
    pub(super) told: Vec<usize>,
    tellings: Vec<(usize, usize)>,
    pub(super) near: Vec<usize>,
}

impl Around {
    pub(super) fn new(view: &View<'_>, meetings: &[FoundMeeting], at: usize) -> Self {
        let told = view.told_in(&meetings[at]);
        let near = view.near(&told);
        Self { tellings: view.tellings(&meetings[at]), told, near }
    }

    /// How far a sentence is from the nearest telling; negative where it stands before it.
    pub(super) fn from(&self, sentence: usize) -> f32 {
        from_nearest(&self.told, sentence)
    }
}

/// A question about each of those whom a meeting is to be asked about.
pub(super) fn questions(
    view: &View<'_>,
    meetings: &[FoundMeeting],
    asked: impl Fn(&FoundMeeting, &Around) -> Vec<ActorNumber>,
) -> Vec<Question> {
    let mut questions = Vec::new();
    for (at, own) in meetings.iter().enumerate() {
        let around = Around::new(view, meetings, at);
        let actors = asked(own, &around);
        if actors.is_empty() {
            continue;
        }
        let whole = meeting(view, meetings, at);
        for actor in actors {
            let mut features = whole.to_vec();
            features.extend(row(view, meetings, at, &around, actor));
            questions.push(Question { meeting: at, subject: Subject::Actor(actor), features });
        }
    }
    questions
}

/// The numbers for what of [`FEATURES`] is an actor's own.
fn row(
    view: &View<'_>,
    meetings: &[FoundMeeting],
    at: usize,
    around: &Around,
    actor: ActorNumber,
) -> Vec<f32> {
    let own = &meetings[at];
    let member = &view.cast.members[actor];
    let seat = own.participants.iter().find(|p| p.actor == actor);
    let all = &view.sentences_of[actor];
    let sentences: &[usize] = &{
        let near = |at: &usize| around.near.binary_search(at).is_ok();
        let from = around.near.first().map_or(0, |&first| all.partition_point(|&at| at < first));
        all[from..].iter().copied().filter(near).take(64).collect::<Vec<_>>()
    };
    let is_told = |sentence: &usize| around.told.contains(sentence);
    let acts = around
        .told
        .iter()
        .filter(|&&told| view.acting[told].iter().any(|&(_, other)| other == actor))
        .count();
    let named = sentences.iter().filter(|at| is_told(at)).count();
    let nearest =
        sentences.iter().copied().min_by(|&a, &b| around.from(a).abs().total_cmp(&around.from(b).abs()));
    let nearest_sentence = nearest.unwrap_or(0);
    let after = sentences.iter().map(|&at| around.from(at)).filter(|&d| d >= 0.0).fold(FAR, f32::min);
    let before = sentences.iter().map(|&at| -around.from(at)).filter(|&d| d >= 0.0).fold(FAR, f32::min);
    let heard = |part: Part, within: &dyn Fn(usize, usize) -> bool| {
        let sentences = sentences.iter().copied();
        let all =
            sentences.flat_map(|sentence| view.heard[sentence].iter().map(move |heard| (sentence, heard)));
        all.filter(|(sentence, heard)| {
            heard.actor == actor && heard.part == part && within(*sentence, heard.token)
        })
        .map(|(_, heard)| heard.score)
        .fold(0.0, f32::max)
    };
    let telling = |sentence: usize, token: usize| around.tellings.contains(&(sentence, token));
    let in_told = |sentence: usize, _: usize| is_told(&sentence);
    let close = |sentence: usize, _: usize| around.from(sentence).abs() <= 2.0;
    let (mut seats, mut absences) = (0, 0);
    for other in view.around(meetings, at) {
        match other.participants.iter().find(|p| p.actor == actor) {
            Some(seat) if seat.attendance.is_away() => absences += 1,
            Some(_) => seats += 1,
            None => {}
        }
    }
    let country = member.country;
    let there = || own.present().filter(|p| p.actor != actor);
    let of_country = |kind: ActorKind| {
        country.is_some()
            && there().any(|p| view.cast.members[p.actor].kind == kind && view.country(p.actor) == country)
    };
    let place = own.places.iter().find_map(|&place| view.cast.mentions[place].country);
    // The mention that stands nearest to the word that tells it, where one stands in its sentence.
    let beside = around
        .tellings
        .iter()
        .flat_map(|&(sentence, token)| {
            view.acting[sentence]
                .iter()
                .filter(|(_, other)| *other == actor)
                .map(move |&(head, _)| (sentence, token, head))
        })
        .map(|(sentence, token, head)| {
            let (path, relation) = view.path(sentence, head, token);
            (path, relation, head > token)
        })
        .min_by_key(|&(path, ..)| path);
    let titled = |sentence: &usize| {
        matches!(view.text.block_of(*sentence).kind, BlockKind::Title | BlockKind::Heading)
    };
    let away = around
        .near
        .iter()
        .copied()
        .filter(|&at| view.away[at].iter().any(|away| away.actors.contains(&actor)));
    let away: Vec<usize> = away.collect();
    let cue = |words: &[&str]| flag(view.holds(nearest_sentence, words));
    let at_nearest =
        view.cast.of(nearest_sentence).filter(|(mention, _)| view.cast.actor[*mention] == Some(actor));
    let at_nearest = at_nearest.map(|(_, mention)| kind(mention.kind)).fold(-1.0, f32::max);
    let most = view.around(meetings, at).all(|other| other.evidence.len() <= own.evidence.len());
    let listed = view.cast.of(nearest_sentence).filter(|(mention, m)| {
        view.cast.actor[*mention].is_some() && matches!(m.kind, MentionKind::Person | MentionKind::State)
    });
    let seated_near = view.acting[nearest_sentence]
        .iter()
        .filter(|(_, other)| *other != actor && there().any(|p| p.actor == *other));
    // "The foreign ministers": of whom one holds that office.
    let plural = around.told.iter().any(|&told| {
        let ends = |word: &str, office: &str| {
            let last = office.rsplit(' ').next().unwrap_or_default();
            !last.is_empty() && word.strip_suffix('s').is_some_and(|one| one == last)
        };
        view.text.lower(told).iter().any(|word| member.offices.iter().any(|office| ends(word, office)))
    });
    let country_told = country.is_some()
        && around
            .told
            .iter()
            .any(|&told| view.cast.of(told).any(|(_, m)| m.country == country && m.kind.is_state_like()));
    // How many other persons are named between the telling and the actor, for "they" and "the two" to mean.
    let first_told = around.tellings[0].0;
    let last_named = sentences.iter().rev().find(|&&at| at < first_told).copied();
    let between = last_named.map_or(-1.0, |last| {
        let mut others: Vec<ActorNumber> = (last..first_told)
            .flat_map(|at| view.acting[at].iter().map(|&(_, other)| other))
            .filter(|&other| other != actor && view.cast.members[other].kind == member.kind)
            .take(64)
            .collect();
        others.sort_unstable();
        others.dedup();
        count(others.len())
    });
    let joined = around.told.iter().any(|&told| {
        let heads = |wanted: &dyn Fn(ActorNumber) -> bool| -> Vec<usize> {
            view.acting[told].iter().filter(|&&(_, other)| wanted(other)).map(|&(head, _)| head).collect()
        };
        let own = heads(&|other| other == actor);
        let seated = heads(&|other| other != actor && there().any(|p| p.actor == other));
        own.iter().any(|&one| seated.iter().take(16).any(|&other| view.path(told, one, other).0 <= 1))
    });
    let first_of_country =
        country.is_some_and(|country| view.first_of.get(&(member.kind, country)) == Some(&actor));
    let speaks = |at: usize| view.verb(at, actor) == 1.0;
    vec![
        seat.map_or(0.0, |seat| if seat.attendance.is_away() { 2.0 } else { 1.0 }),
        seat.map_or(-1.0, |seat| f32::from(seat.role as u8)),
        f32::from(member.kind as u8),
        count(all.len()),
        count(named),
        count(acts),
        nearest.map_or(FAR, |nearest| around.from(nearest)),
        after,
        before,
        heard(Part::Attended, &telling),
        heard(Part::Attended, &in_told),
        heard(Part::Absent, &in_told),
        heard(Part::Attended, &|_, _| true),
        heard(Part::Absent, &|_, _| true),
        count(seats),
        count(absences),
        flag(all.iter().take(3).any(titled)),
        flag(view.labelled[actor]),
        flag(country.is_some() && there().any(|p| view.country(p.actor) == country)),
        flag(of_country(ActorKind::State)),
        flag(of_country(ActorKind::Person)),
        flag(country.is_some() && country == place),
        beside.map_or(-2.0, |(_, told, _)| relation(told)),
        beside.map_or(-1.0, |(path, ..)| count(path)),
        office(view, actor),
        flag(member.is_outlet),
        count(view.quoted[actor]),
        count(view.persons),
        flag(view.text.block_of(nearest_sentence).section == view.text.block_of(own.sentence).section),
        flag(
            around
                .told
                .iter()
                .any(|&told| view.text.sentences[told].block == view.text.sentences[nearest_sentence].block),
        ),
        super::view::block(view, nearest_sentence),
        flag(!away.is_empty()),
        away.iter().map(|&at| around.from(at).abs()).fold(FAR, f32::min),
        cue(CUES[0]),
        cue(CUES[1]),
        cue(CUES[2]),
        at_nearest,
        seat.map_or(-1.0, |seat| flag(is_told(&view.sentence_at(&seat.evidence)))),
        medium(own.medium),
        flag(most),
        count(all.len()) / count(view.most_named.max(1)),
        beside.map_or(-1.0, |(_, _, after)| flag(after)),
        heard(Part::Attended, &close),
        count(listed.count()),
        count(seated_near.count()),
        flag(view.placed_only[actor]),
        count(view.cast.members.len()),
        flag(plural),
        flag(country_told),
        view.subject(around.tellings[0].0, around.tellings[0].1),
        between,
        flag(joined),
        view.verb(nearest_sentence, actor),
        flag(first_of_country),
        flag(sentences.iter().any(|&at| around.from(at).abs() <= 6.0 && speaks(at))),
    ]
}
