//! One telling of a meeting: who, where, when and whether, from the clause around a trigger.

use rapporteur_schema::{ActorKind, Attendance, Medium, MeetingStatus, Role};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::attendance::Away;
use super::frame::Frame;
use super::modality::Reading;
use super::party::Room;
use super::trigger::Trigger;
use super::{
    Clock, FoundMeeting, Inherits, Participant, antecedent, frame, learned, modality, others, party, place,
    separate, status, trigger,
};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;

mod chair;
mod clause;

use chair::chairs;
use clause::{clause, is_in_clause_below, masked, speaks, takes_part};

/// How many states make a gathering of whom a text names delegates.
const SEVERAL: usize = 3;

/// Reads the telling; nothing where the clause names nobody and points back to nothing.
pub fn candidate(
    room: &Room<'_>,
    trigger: &Trigger,
    clock: &Clock<'_>,
    away: &[Away],
) -> Option<FoundMeeting> {
    let Room { text, cast, sentence, words, .. } = *room;
    let clause = clause(words, trigger.token);
    let lower = &text.lower(sentence)[clause.clone()];
    let offset = lower[..trigger.token - clause.start].iter().map(|w| w.len() + 1).sum();
    let parse = &text.sentences[sentence].parse;
    let drop = |why: &str| {
        text.trace.dropped(sentence, "meeting/candidate", || format!("`{}`: {why}", words[trigger.token]));
    };
    let event = trigger.event.and_then(|event| text.sentences[sentence].events.get(event));
    let reading = modality::modality(parse, words, trigger.token);
    let seen = event.and_then(learned::sure_status);
    // Where a rule says that a meeting was not held, the network is not heard.
    let reading = match (seen, reading) {
        (Some(seen), Reading::Silent) => Reading::Status(seen),
        (Some(seen), Reading::Status(told)) if told.took_place() => Reading::Status(seen),
        (_, reading) => reading,
    };
    let mut status = match reading {
        Reading::Nothing => {
            drop("its verbs tell of no meeting (meeting/modality)");
            return None;
        }
        Reading::Status(status) => status,
        Reading::Silent => {
            // "He met her", "he had met her"
            let had = || {
                let mut auxiliaries = parse.auxiliaries(trigger.token).map(|auxiliary| words[auxiliary]);
                auxiliaries.next() == Some("had") && auxiliaries.next().is_none()
            };
            let past = parse.tokens[trigger.token].tag == FineTag::Vbd || had();
            status::status(&masked(parse, lower, clause.start, trigger.token), offset, past)
        }
    };
    // "They met on the sidelines of the summit": that the summit was theirs nobody says.
    let aside = |at: usize| matches!(words[at], "sidelines" | "margins" | "margin");
    if trigger.noun.is_some() && parse.head(trigger.token).is_some_and(aside) {
        drop("another meeting was on its margins");
        return None;
    }
    // "They met at the summit": it is where they met, and not only theirs.
    let gathers = |noun: usize| {
        trigger::is_gathering(&words[noun].to_lowercase())
            && parse.case(noun).is_some_and(|case| words[case].eq_ignore_ascii_case("at"))
    };
    let meets = |verb: usize| matches!(parse.tokens[verb].lemma.as_str(), "meet" | "confer" | "speak");
    if trigger.noun.is_some() && gathers(trigger.token) && parse.head(trigger.token).is_some_and(meets) {
        drop("it is where another meeting was");
        return None;
    }
    let on_occasion =
        trigger.noun.is_none() && meets(trigger.token) && parse.obliques(trigger.token).any(gathers);
    let mut said = (clock.when)(sentence, trigger.token);
    let mut former = (clock.former)(sentence, trigger.token);
    let below = headed_below(room, trigger);
    if said.is_none() {
        said = below.and_then(|below| (clock.when)(below, 0));
    }
    // "Put off to October": a plan for October.
    if status == MeetingStatus::Cancelled
        && let Some(day) = modality::put_off_to(parse, words, trigger.token)
    {
        status = MeetingStatus::Planned;
        said = (clock.when)(sentence, day);
        former = (clock.former)(sentence, day);
    }
    // An agenda tells in the present what is to come, be it under the head of its day.
    let present = matches!(parse.tokens[trigger.token].tag, FineTag::Vbz | FineTag::Vbp)
        || parse.ancestors(trigger.token).find(|&at| parse.tokens[at].upos == Upos::Verb).is_some_and(
            |verb| trigger.noun.is_some() && matches!(parse.tokens[verb].tag, FineTag::Vbz | FineTag::Vbp),
        )
        || !parse.tokens.iter().any(|token| token.upos == Upos::Verb);
    let headed = || clock.is_to_come((clock.going_on)(sentence).as_ref());
    if status == MeetingStatus::Held
        && (clock.is_to_come(said.as_ref()) || said.is_none() && present && headed())
    {
        status = MeetingStatus::Planned;
    }
    const TO_COME: &[&str] = &["further", "future", "next", "upcoming", "more"];
    let modified =
        parse.children(trigger.token).any(|child| TO_COME.contains(&words[child].to_lowercase().as_str()));
    // "We had further talks on Sunday" is told of what was.
    let past_verb = parse.head(trigger.token).is_some_and(|verb| {
        parse.tokens[verb].tag == FineTag::Vbd
            && matches!(parse.tokens[verb].lemma.as_str(), "have" | "hold" | "follow" | "conduct")
            && parse.auxiliaries(verb).next().is_none()
    });
    if status == MeetingStatus::Held && trigger.noun.is_some() && modified && !past_verb {
        status = MeetingStatus::Planned;
    }
    // "invited him to Washington in the spring": of what is to come.
    if matches!(status, MeetingStatus::Planned | MeetingStatus::Proposed) {
        said = said.map(|when| clock.ahead(when, words));
        former = former.into_iter().map(|when| clock.ahead(when, words)).collect();
    }
    let status = status;
    let evidence = text.sentences[sentence].range.clone();
    // "Was unable to attend the summit": of the summit it is not said that it was called off.
    let absence = away
        .iter()
        .any(|away| clause.contains(&away.at) && (trigger.noun.is_some() || !away.actors.is_empty()));
    let theirs = || {
        let mut below = parse.children(trigger.token).filter_map(|child| parse.case(child));
        below.any(|case| matches!(words[case], "with" | "between"))
    };
    let undone = matches!(status, MeetingStatus::Cancelled | MeetingStatus::Denied)
        && parse.ancestors(trigger.token).any(|above| away.iter().any(|away| away.at == above));
    if undone && trigger.noun.is_some_and(trigger::is_gathering) && !theirs() {
        drop("somebody did not come to it");
        return None;
    }
    // "They were kept out of the meeting", "met without him": of whom the clause says so, they were not there.
    let is_away = |actor: &ActorNumber| {
        away.iter().any(|away| {
            let here = away.actors.contains(actor) && clause.contains(&away.at);
            here && status.took_place()
                && (trigger.noun.is_some() || parse.tokens[away.at].upos != Upos::Verb)
        })
    };
    let mut frame = frame::frame(room, trigger);
    // Of whom neither the grammar nor what was told before tells, the network may.
    let few = || {
        frame.parties.len() + frame.hosts.len() < 2
            && inherits(&frame, trigger, words, parse) == Inherits::Nothing
    };
    if let Some(event) = event.filter(|event| learned::is_seen(event) && few()) {
        let seated = learned::seats(room, event, &clause, frame.clone());
        // One alone, in what the text may have told before, is too easily in another.
        if seated.parties.len() + seated.hosts.len() >= 2 {
            frame = seated;
        }
    }
    // "He put it to her when they met in Riga"
    let they = || parse.subjects(trigger.token).any(|subject| words[subject].eq_ignore_ascii_case("they"));
    if frame.group.is_some() && frame.parties.is_empty() && they() {
        frame.parties = antecedent::only_pair_within(room, trigger.token);
    }
    // "The two spoke on Sunday": the two of whom the sentence before speaks.
    if frame.group.is_some_and(|group| !group.sides && group.size == Some(2)) && frame.parties.is_empty() {
        frame.parties = antecedent::pair_within(room, trigger.token);
        if frame.parties.is_empty() {
            frame.parties = antecedent::pair_before(text, cast, sentence);
        }
    }
    // "I did not see him. We spoke by telephone": who speaks, and the one of whom was spoken.
    let ours = |verb: usize| parse.subjects(verb).any(|subject| words[subject].eq_ignore_ascii_case("we"));
    let above = parse.head(trigger.token).filter(|_| trigger.noun.is_some());
    if frame.group.is_some() && (ours(trigger.token) || above.is_some_and(ours)) {
        let met = trigger.noun.is_some()
            || matches!(
                parse.tokens[trigger.token].lemma.as_str(),
                "meet" | "speak" | "talk" | "confer" | "dine"
            );
        match frame.parties[..] {
            [own] if met => frame.parties.extend(antecedent::other_before(room, own)),
            [] => frame.group = None,
            _ => {}
        }
    }
    // "He had spoken to both by telephone": the two of whom the sentence before speaks.
    if trigger.noun.is_none()
        && frame.parties.len() == 1
        && parse
            .objects(trigger.token)
            .chain(parse.obliques(trigger.token))
            .any(|other| matches!(words[other], "both" | "them" | "two"))
    {
        let pair = antecedent::pair_before(text, cast, sentence);
        if !pair.contains(&frame.parties[0]) {
            frame.parties.extend(pair);
        }
    }
    frame.hosts.retain(|actor| !is_away(actor));
    frame.parties.retain(|actor| !is_away(actor));
    let told = !trigger.weak
        || event.is_some_and(learned::is_clear) && frame.parties.len() + frame.hosts.len() >= 2
        || frame.is_meeting(cast)
            && (!trigger.together
                || frame.persons(cast) >= 2
                || is_talk_of_states(parse, trigger.token, words));
    // "The minister welcomed the delegates": nobody whom one could name.
    let crowd = |actor: &ActorNumber| {
        let member = &cast.members[*actor];
        member.kind == ActorKind::Unnamed && member.name.ends_with('s')
    };
    if trigger.noun.is_none()
        && trigger.subject_hosts
        && !frame.parties.is_empty()
        && frame.parties.iter().all(crowd)
    {
        drop("its guests are a crowd without names");
        return None;
    }
    let alone = trigger.sits && matches!(status, MeetingStatus::Held | MeetingStatus::Planned) && !told;
    if !told && !alone {
        drop("the grammar joins no two parties with it (meeting/frame)");
        return None;
    }
    let attendance = if status == MeetingStatus::Held { Attendance::Attended } else { Attendance::Expected };
    let mut participants: Vec<Participant> = Vec::new();
    let mut add = |actor: ActorNumber, role: Role| {
        if takes_seat(cast, actor) && !participants.iter().any(|p| p.actor == actor) {
            participants.push(Participant { actor, attendance, role, evidence: evidence.clone() });
        }
    };
    for &actor in &frame.hosts {
        let host = cast.members[actor].kind != ActorKind::State;
        add(actor, if host { Role::Host } else { Role::Participant });
    }
    for &actor in &frame.parties {
        add(actor, Role::Participant);
    }
    // "This was the first meeting since the war": of which is told.
    let pointed = || parse.subjects(trigger.token).any(|subject| matches!(words[subject], "This" | "this"));
    let definite = trigger.noun.is_some()
        && parse.children(trigger.token).any(|child| {
            let word = words[child].to_lowercase();
            matches!(word.as_str(), "the" | "this" | "that" | "these" | "those" | "their" | "its")
                || parse.tokens[child].relation == Relation::Possessor
                    && !matches!(word.as_str(), "his" | "her" | "my" | "our")
        })
        || trigger.noun.is_some() && pointed();
    // Where the tree connects too few with it, the company in the clause may be meant; but not with
    // a meeting that is only spoken of, unless nothing was told of it before.
    let mut company = Vec::new();
    if frame.group.is_some_and(|group| !group.sides && group.size.is_none_or(|size| size == 2)) {
        company.extend(antecedent::joined_before(text, cast, sentence));
    }
    if frame.group.is_some_and(|group| group.sides && group.size.is_none_or(|size| size == 2)) {
        company.extend(antecedent::sides_before(text, cast, sentence));
    }
    let open = !(trigger.noun.is_none() && has_thing(room, parse, trigger.token));
    if frame.hosts.len() + frame.parties.len() < 2 && open && !(absence && status.took_place()) {
        for agent in room.agents {
            let mention = cast.mention_at(sentence, agent.tokens.start).map(|(_, mention)| mention);
            if clause.contains(&agent.tokens.start)
                && !(agent.kind == MentionKind::Person && room.is_of_others(&agent.tokens))
                && !is_in_clause_below(room, &agent.tokens, trigger.token)
                && mention.is_some_and(|mention| {
                    !speaks(words, mention)
                        && takes_part(cast, sentence, words, mention, trigger, agent.actor)
                })
            {
                company.push(agent.actor);
            }
        }
    }
    company.retain(|actor| !is_away(actor));
    if !definite {
        for actor in company.drain(..) {
            add(actor, Role::Participant);
        }
    }
    // "The minister in Lisbon: talks with the president": who stands before the colon.
    if trigger.noun.is_some()
        && frame.parties.len() == 1
        && clause.start == trigger.token
        && clause.start.checked_sub(1).is_some_and(|at| words[at] == ":")
    {
        let first = room.agents.iter().find(|agent| cast.members[agent.actor].kind == ActorKind::Person);
        if let Some(agent) = first.filter(|agent| agent.tokens.end <= clause.start) {
            add(agent.actor, Role::Participant);
        }
    }
    company.retain(|&actor| takes_seat(cast, actor));
    if modality::is_judged(parse, trigger.token) {
        company.clear();
    }
    chairs(text, cast, sentence, words, &clause, &mut participants);
    let past = matches!(status, MeetingStatus::Held | MeetingStatus::Cancelled | MeetingStatus::Denied);
    // "He flew back to the talks on Wednesday": the day is that of the flight.
    let aside = definite && status == MeetingStatus::Held && is_aside(parse, trigger.token);
    if aside && !clock.is_recent(said.as_ref()) {
        drop("it is only where another act leads to, at another time");
        return None;
    }
    let said = said.filter(|_| !aside);
    let named = said.is_some();
    let going_on = || (clock.going_on)(sentence).filter(|when| past || clock.is_to_come(Some(when)));
    let when = said.or_else(going_on);
    // The day of an entry in a chronology is as good as said; that of writing is not.
    let when_said = named || past && clock.is_of_another_day(when.as_ref());
    let lately = status == MeetingStatus::Held && clock.is_recent(when.as_ref());
    let (mut places, mut place_said) =
        place::places(room, trigger.token, &clause, lately && trigger.medium == Medium::InPerson, clock);
    if let Some(below) = below.filter(|_| !place_said) {
        places = cast.in_sentence(below).filter(|(_, m)| m.kind.is_place()).map(|(at, _)| at).collect();
        place_said = !places.is_empty();
    }
    // "The Council takes it up again on Thursday": where it sits need not be said.
    let to_come = status == MeetingStatus::Planned
        && named
        && participants.iter().all(|p| cast.members[p.actor].kind == ActorKind::Organization);
    // "Foreign ministers of the Union broke up on Monday", below a dateline
    let dated = named && lately && !places.is_empty();
    if alone && !place_said && !to_come && !dated {
        drop("a body in session, and no place is named");
        return None;
    }
    let of_body = trigger.noun.is_none() && parse.subjects(trigger.token).any(|at| room.is_of_body(at));
    let mut inherits = if of_body { Inherits::Nothing } else { inherits(&frame, trigger, words, parse) };
    // A meeting with a place and a day of its own, or one to come with either, is another of the same
    // sides where it names none.
    let own = if status == MeetingStatus::Held { place_said && when_said } else { place_said || when_said };
    if inherits == Inherits::Nothing && trigger.noun.is_some() && own {
        inherits = Inherits::Parties;
    }
    let placed = trigger.noun.is_some() && !participants.is_empty() && !places.is_empty();
    let gathers = trigger.noun.is_none()
        && place_said
        && matches!(parse.tokens[trigger.token].lemma.as_str(), "meet" | "convene" | "gather" | "assemble");
    // "The group's foreign ministers were to have met in Panama on 1 February": several, though one name.
    let body = gathers && participants.iter().any(|p| cast.members[p.actor].kind == ActorKind::Organization);
    // "Ministers of Peru, Chile and Bolivia met in Riga": who they are the text may name one by one.
    let states = gathers
        && participants.iter().filter(|p| cast.members[p.actor].kind == ActorKind::State).count() >= SEVERAL;
    // "The parties reconvened in Entebbe on 14 October": a round of theirs.
    let again = trigger.noun.is_none()
        && participants.is_empty()
        && frame.group.is_some()
        && place_said
        && when_said
        && matches!(
            parse.tokens[trigger.token].lemma.as_str(),
            "meet" | "convene" | "reconvene" | "gather" | "assemble"
        );
    // "Defence ministers from 28 countries gathered in Singapore for an annual forum": whom the text names later.
    let crowd = trigger.noun.is_none()
        && participants.is_empty()
        && if status.took_place() {
            place_said && when.is_some()
        } else {
            status == MeetingStatus::Planned && named
        }
        && others::meets_in_numbers(room, trigger);
    let gathering = trigger.noun.is_some_and(trigger::is_gathering)
        || alone
        || body
        || states
        || again
        || crowd
        || of_body;
    // "She sat down with three opposition figures at the residence": with those whom the text does not name.
    let others = participants.len() == 1 && place_said && !absence && others::meets_others(room, trigger);
    let pointing = others || definite || placed || inherits != Inherits::Nothing || gathering;
    if participants.len() < 2 && !pointing {
        drop("fewer than two parties, and it points to no meeting told before");
        return None;
    }
    text.trace.kept(sentence, "meeting/candidate", || {
        let names: Vec<&str> = participants.iter().map(|p| cast.members[p.actor].name.as_str()).collect();
        let when = when.as_ref().map_or_else(|| "no date".to_owned(), ToString::to_string);
        format!("`{}`: {status:?} with [{}], {when}", words[trigger.token], names.join(", "))
    });
    Some(FoundMeeting {
        status,
        medium: trigger.medium,
        when,
        when_said,
        previous_start_date: if named { former } else { Vec::new() },
        places,
        place_said,
        participants,
        noun: trigger
            .noun
            .map(str::to_owned)
            .or_else(|| {
                // "Ministers from ten countries gathered": more than a meeting of two.
                let occasion = || others::occasion(room, trigger).filter(|noun| noun != "meeting");
                crowd.then(|| occasion().unwrap_or_else(|| "gathering".to_owned()))
            })
            .or_else(|| (trigger.sits && gathering).then(|| "session".to_owned())),
        evidence: vec![evidence],
        sentence,
        definite,
        inherits,
        gathering,
        earlier: is_earlier(parse, words, trigger.token),
        aside: on_occasion || separate::is_aside(&words[clause.clone()]),
        apart: on_occasion || others || separate::is_apart(&words[clause.clone()]),
        company,
        learned: false,
        refused: false,
        tellings: vec![(sentence, trigger.token)],
    })
}

/// The line below a heading that tells where and when it was held: "MINUTES OF THE FOURTH MEETING", "held at Lusaka on
/// 16 August".
fn headed_below(room: &Room<'_>, trigger: &Trigger) -> Option<usize> {
    const HEAD: usize = 4;
    let below = room.sentence + 1;
    let first = || room.text.words(below).first().is_some_and(|word| word.eq_ignore_ascii_case("held"));
    let heads = trigger.noun.is_some() && room.sentence < HEAD && below < room.text.sentences.len();
    (heads && first()).then_some(below)
}

/// Whether the meeting is where another act leads to or from: "flew to the talks", "walked out of the talks".
fn is_aside(parse: &Parse, noun: usize) -> bool {
    const MOTION: &[&str] = &[
        "fly", "return", "come", "arrive", "go", "travel", "walk", "storm", "withdraw", "drive", "invite",
        "call",
    ];
    matches!(parse.tokens[noun].relation, Relation::Oblique | Relation::NominalModifier)
        && parse.head(noun).is_some_and(|head| MOTION.contains(&parse.tokens[head].lemma.as_str()))
}

/// "They last met on Monday": before what the passage tells.
fn is_earlier(parse: &Parse, words: &[&str], verb: usize) -> bool {
    parse.tokens[verb].upos == Upos::Verb
        && parse.children(verb).any(|child| {
            child < verb
                && matches!(words[child].to_lowercase().as_str(), "last" | "previously" | "earlier" | "first")
        })
}

/// Whether what the verb has as its object, or meets with, is nobody: "the letter met with silence".
fn has_thing(room: &Room<'_>, parse: &Parse, verb: usize) -> bool {
    let met = parse.objects(verb).chain(
        parse.obliques(verb).filter(|&at| parse.case(at).is_some_and(|case| room.words[case] == "with")),
    );
    met.into_iter().any(|at| {
        parse.tokens[at].upos == Upos::Noun
            && room.actors(at).is_empty()
            && room.group(at).is_none()
            && room.cast.mention_at(room.sentence, at).is_none()
    })
}

/// "The French and German presidents talked": states, by those who speak for them.
fn is_talk_of_states(parse: &Parse, verb: usize, words: &[&str]) -> bool {
    // "officers who sat for four hours"
    let subject = |subject: usize| match words[subject] {
        "who" | "that" | "which" => parse.head(verb).unwrap_or(subject),
        _ => subject,
    };
    matches!(
        parse.tokens[verb].lemma.as_str(),
        "talk" | "speak" | "discuss" | "sit" | "haggle" | "argue" | "wrangle" | "bargain" | "debate"
    ) && parse.subjects(verb).any(|at| party::is_body(&words[subject(at)].to_lowercase()))
}

/// A group named before takes part with all its members; a round, a session, a meeting that is the
/// last, the next or the second of its kind has the sides of the one before.
fn inherits(frame: &Frame, trigger: &Trigger, words: &[&str], parse: &Parse) -> Inherits {
    const SERIES: &[&str] = &[
        "last",
        "next",
        "previous",
        "earlier",
        "second",
        "third",
        "fourth",
        "fifth",
        "another",
        "new",
        "first",
        "further",
        "fresh",
        "final",
        "closing",
        "opening",
        "follow-up",
        "resumed",
        "latest",
        "future",
        "past",
        "sixth",
        "seventh",
        "later",
    ];
    if let Some(group) = frame.group {
        return if group.sides { Inherits::Parties } else { Inherits::Everybody(group.size) };
    }
    if trigger.noun.is_none() && words.iter().skip(trigger.token).take(4).any(|w| *w == "again") {
        return Inherits::Everybody(None);
    }
    let modified = trigger.noun.is_some()
        && parse.children(trigger.token).any(|child| SERIES.contains(&words[child].to_lowercase().as_str()));
    if modified { Inherits::Sides } else { Inherits::Nothing }
}

/// Whether the actor is of those who meet: an outlet is told of a meeting and does not sit in it.
pub(super) fn takes_seat(cast: &Cast, actor: ActorNumber) -> bool {
    cast.members.get(actor).is_some_and(|member| !member.is_outlet)
}
