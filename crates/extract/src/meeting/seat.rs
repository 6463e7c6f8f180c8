//! Who was there, told apart from the meeting: "X chaired", "facing her sat Y", "Z walked out",
//! "Burma sent W". Each goes to the gathering that the passage is about.
//!
//! Reads verbs of taking part and their subjects; finds no meetings, and leaves to [`scene`] which one
//! is meant. Invariant: of several words about one actor in a sentence the first counts.

use rapporteur_schema::{ActorKind, Attendance, MeetingStatus, Role};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::modality::{self, Reading};
use super::party::Room;
use super::{Clock, FoundMeeting, frame, scene};
use crate::cast::ActorNumber;
use crate::text::{BlockKind, word};

mod companion;
mod deputy;
mod inverted;
mod words;

use words::{BESIDE, GATHERING, THERE, VERBS};

/// How many tokens behind its verb a word that completes it may stand.
const NEAR: usize = 6;
/// Words for a place at the table.
const PLACES: &[&str] = &["place", "seat", "chair"];
/// How many tokens before a passive verb its subject is looked for.
const BEFORE: usize = 4;

/// One whom a sentence seats: who, whether they came, as what, and the verb that says so.
type Seat = (ActorNumber, Attendance, Role, Option<usize>);

/// Gives the gatherings those whom the text seats in them.
pub fn seats(rooms: &[Room<'_>], clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    let Some(first) = rooms.first() else { return };
    let told = scene::Told::new(first.text, meetings);
    for room in rooms {
        let Room { text, cast, sentence, .. } = *room;
        if matches!(text.block_of(sentence).kind, BlockKind::Title | BlockKind::Heading)
            || room.words.last() == Some(&"?")
        {
            continue;
        }
        for company in companion::companions(room) {
            join(room, &told, &company, meetings);
        }
        let seated = Reader::new(room).read();
        if seated.is_empty() {
            continue;
        }
        let beside = || {
            let words = text.lower(sentence).join(" ");
            BESIDE.iter().any(|cue| words.contains(cue))
        };
        let scene = scene::scene(meetings, text, clock, sentence)
            .or_else(|| if beside() { told.just(text, sentence).next_back() } else { None });
        let Some(scene) = scene else { continue };
        let scene = told.own(text, meetings, sentence, scene).unwrap_or(scene);
        let evidence = text.sentences[sentence].range.clone();
        for (actor, attendance, role, verb) in seated {
            // "Its members walked out of the talks last July": of other talks than these.
            let other_day = verb
                .and_then(|verb| (clock.when)(sentence, verb))
                .zip(meetings[scene].when.as_ref())
                .is_some_and(|(told, when)| !told.overlaps(when));
            if other_day && !tells(&meetings[scene], &evidence) {
                continue;
            }
            // "They were received by the group that she chaired": the sentence tells what she chaired.
            let chairs = |index: &usize| {
                let participants = &meetings[*index].participants;
                participants.len() >= 2 && participants.iter().any(|p| p.actor == actor && p.role == role)
            };
            if role == Role::Chair && told.at(sentence).iter().any(|index| *index != scene && chairs(index)) {
                continue;
            }
            text.trace.kept(sentence, "meeting/seat", || {
                let first = meetings[scene].sentence + 1;
                format!(
                    "{} is seated in the meeting of sentence {first} ({attendance:?}, {role:?})",
                    cast.members[actor].name
                )
            });
            scene::seat(cast, &mut meetings[scene], actor, attendance, role, &evidence);
        }
    }
}

/// Whether a sentence is one of those that tell a meeting.
fn tells(meeting: &FoundMeeting, sentence: &std::ops::Range<usize>) -> bool {
    meeting.evidence.contains(sentence)
}

/// Seats companions in the meeting just told, the one in which those sit with whom they came before others.
fn join(room: &Room<'_>, told: &scene::Told, company: &companion::Company, meetings: &mut [FoundMeeting]) {
    let Room { text, cast, sentence, .. } = *room;
    let country = |actor: ActorNumber| cast.members[actor].country;
    let fits = |index: usize| {
        let meeting = &meetings[index];
        let planned = meeting.status == MeetingStatus::Planned;
        (if company.to_come { planned } else { meeting.status.took_place() }).then(|| {
            let sits = |actor: &ActorNumber| {
                meeting.participants.iter().any(|p| !p.attendance.is_away() && p.actor == *actor)
            };
            let speaks_for = |actor: &ActorNumber| {
                let theirs = country(*actor);
                theirs.is_some() && meeting.participants.iter().any(|p| country(p.actor) == theirs)
            };
            (company.with.iter().any(sits), company.with.iter().any(speaks_for), index)
        })
    };
    let best = told.just(text, sentence).filter_map(fits).max_by_key(|&(own, state, _)| (own, state));
    let Some((_, _, index)) = best.filter(|&(own, state, _)| own || state || company.with.is_empty()) else {
        return;
    };
    let attendance = if company.to_come { Attendance::Expected } else { Attendance::Attended };
    let evidence = text.sentences[sentence].range.clone();
    for &actor in &company.persons {
        text.trace.kept(sentence, "meeting/seat/companion", || {
            let first = meetings[index].sentence + 1;
            format!("{} comes along to the meeting of sentence {first}", cast.members[actor].name)
        });
        scene::seat(cast, &mut meetings[index], actor, attendance, Role::Participant, &evidence);
    }
}

/// Reads one sentence.
struct Reader<'r> {
    room: &'r Room<'r>,
    parse: &'r Parse,
    lower: &'r [String],
    found: Vec<Seat>,
    /// The verb that is read.
    verb: Option<usize>,
}

impl<'r> Reader<'r> {
    fn new(room: &'r Room<'r>) -> Self {
        let lower = room.text.lower(room.sentence);
        Self { room, parse: &room.text.sentences[room.sentence].parse, lower, found: Vec::new(), verb: None }
    }

    fn read(mut self) -> Vec<Seat> {
        for at in 0..self.parse.len() {
            if self.parse.tokens[at].upos == Upos::Verb {
                self.verb = Some(at);
                self.verb(at);
                self.verb = None;
            }
            let there = THERE.iter().any(|(before, noun)| {
                self.word(at) == *noun
                    && self.lower[at.saturating_sub(2)..at].iter().any(|word| word == before)
            });
            if there || self.word(at) == "present" && self.parse.tokens[at].upos == Upos::Adjective {
                self.being_there(at);
            }
            self.office(at);
        }
        self.inverted();
        self.with();
        self.found
    }

    fn word(&self, at: usize) -> &str {
        word(self.lower, at)
    }

    /// Whether one of the words stands within so many tokens behind a place, none standing for any.
    fn follows(&self, at: usize, reach: usize, words: &[&str]) -> bool {
        self.lower[at + 1..].iter().take(reach).any(|word| words.contains(&word.as_str()))
    }

    /// Whether one of the words stands shortly before a place.
    fn precedes(&self, at: usize, words: &[&str]) -> bool {
        self.lower[..at].iter().rev().take(BEFORE).any(|word| words.contains(&word.as_str()))
    }

    fn is_person(&self, actor: ActorNumber) -> bool {
        self.room.cast.members[actor].kind == ActorKind::Person
    }

    fn actors(&self, heads: impl IntoIterator<Item = usize>) -> Vec<ActorNumber> {
        heads.into_iter().flat_map(|head| self.room.actors(head)).collect()
    }

    /// Those whom a passive's "by" names.
    fn by(&self, verb: usize) -> Vec<ActorNumber> {
        let mut found = self.actors(self.parse.children(verb).filter(|&child| {
            self.parse.tokens[child].relation == Relation::ObliqueAgent
                || self.parse.case(child).is_some_and(|case| self.word(case) == "by")
                    // "Was led by the deputy, not by the minister"
                    && !self.parse.negated(child)
        }));
        // "X was represented by his envoy; and Y, who had been expected, sent Z": what lies behind is another clause.
        let finite = |at: usize| matches!(self.parse.tokens[at].tag, FineTag::Vbd | FineTag::Vbz);
        let stop = (verb..self.lower.len()).find(|&at| self.word(at) == ";");
        if let Some(stop) = stop.filter(|&stop| (stop..self.lower.len()).any(finite)) {
            let behind = |actor: &ActorNumber| {
                let mut own = self.room.agents.iter().filter(|agent| agent.actor == *actor);
                own.all(|agent| agent.tokens.start > stop)
            };
            found.retain(|actor| !behind(actor));
        }
        found
    }

    fn add(&mut self, actors: impl IntoIterator<Item = ActorNumber>, role: Role) {
        for actor in actors {
            self.add_as(actor, Attendance::Attended, role);
        }
    }

    fn add_as(&mut self, actor: ActorNumber, attendance: Attendance, role: Role) {
        // "Led the Ukrainian delegation, Istanbul, on Friday": a state leads none.
        let leads = role == Role::HeadOfDelegation;
        if leads && self.room.cast.members[actor].kind == ActorKind::State {
            return;
        }
        if !self.found.iter().any(|(known, ..)| *known == actor) {
            self.found.push((actor, attendance, role, self.verb));
        }
    }

    /// The persons among the agents that begin within some tokens.
    fn add_persons(&mut self, tokens: std::ops::Range<usize>, role: Role) {
        let agents = self.room.agents.iter().filter(|agent| tokens.contains(&agent.tokens.start));
        let persons: Vec<_> =
            agents.map(|agent| agent.actor).filter(|&actor| self.is_person(actor)).collect();
        self.add(persons, role);
    }

    /// "with X in the chair", "with Y as host", "with Z among them".
    fn with(&mut self) {
        const FAR: usize = 22;
        for at in (0..self.lower.len()).filter(|&at| self.lower[at] == "with").collect::<Vec<_>>() {
            let end = (at + FAR).min(self.lower.len());
            let place = (at + 2..end).find_map(|stop| {
                let role = match (self.word(stop), self.word(stop + 1), self.word(stop + 2)) {
                    ("in", "the", "chair") | ("presiding", ..) | ("as", "chair" | "chairman", _) => {
                        Role::Chair
                    }
                    ("as", "host", _) => Role::Host,
                    ("as", "observer" | "observers", _) => Role::Observer,
                    ("as", "mediator", _) => Role::Mediator,
                    ("among", "them" | "those", _)
                    | ("at", "her" | "his", "side")
                    | ("present", ..)
                    | ("next" | "close", "to", "him" | "her" | "them") => Role::Participant,
                    _ => return None,
                };
                Some((stop, role))
            });
            let Some((stop, role)) = place else { continue };
            self.add_persons(at + 1..stop, role);
            // "... and Y, as host": a second one behind the first.
            let second = (stop..self.lower.len())
                .find(|&next| self.word(next) == "as" && self.word(next + 1) == "host");
            if let Some(second) = second {
                let mut agents = self.room.agents.iter();
                let near = agents.rfind(|agent| agent.tokens.end <= second && agent.tokens.start >= stop);
                self.add(near.map(|agent| agent.actor), Role::Host);
            }
        }
    }

    fn verb(&mut self, at: usize) {
        let parse = self.parse;
        let lemma = parse.tokens[at].lemma.as_str();
        if matches!(lemma, "leave" | "give" | "yield" | "cede") && !parse.negated(at) {
            self.given(at);
        }
        let role = match lemma {
            "send" | "despatch" | "dispatch" | "depute" | "represent" => None,
            _ => match self.role(at, lemma) {
                Some(role) => Some(role),
                None => return,
            },
        };
        let held = matches!(
            modality::modality(parse, self.room.words, at),
            Reading::Silent | Reading::Status(MeetingStatus::Held)
        );
        // "was unable to attend", "refused to take part"
        let undone = parse.head(at).is_some_and(|head| {
            matches!(
                parse.tokens[head].lemma.as_str(),
                "unable"
                    | "fail"
                    | "refuse"
                    | "decline"
                    | "unwilling"
                    | "reluctant"
                    | "omit"
                    | "forbid"
                    | "prevent"
            )
        });
        if !held || undone || parse.negated(at) {
            return;
        }
        match role {
            None if lemma == "represent" => self.represented(at),
            None => self.sent(at),
            Some(role) if lemma == "speak" => self.speaking(at, role),
            // "The conference, attended by delegates from Chad": a participle without its auxiliary.
            Some(role) if parse.is_passive(at) || self.is_reduced(at) => {
                // Whose place it was did not come.
                if let Some(place) = self.place_of(at).filter(|_| lemma == "take") {
                    let mut owners = self.actors(parse.children_by(place, Relation::Possessor));
                    owners.retain(|&owner| self.is_person(owner));
                    for owner in owners {
                        self.add_as(owner, Attendance::Absent, Role::Participant);
                    }
                }
                // "attended by X", "chaired by X", "the delegation was headed by X".
                self.add(self.by(at), role);
                self.elided(at, role);
            }
            Some(role) => self.acting(at, role),
        }
    }

    /// Whether a participle behind a noun has whom it is done by: "attended by X", "chaired by Y".
    fn is_reduced(&self, at: usize) -> bool {
        matches!(self.parse.tokens[at].tag, FineTag::Vbn | FineTag::Vbd)
            && self.parse.subjects(at).next().is_none()
            && self.word(at + 1) == "by"
    }

    /// As what the subject of a verb takes part, or whom its passive's "by" names.
    fn role(&self, at: usize, lemma: &str) -> Option<Role> {
        // "told him how the talks had gone": to him, and not to those at the talks.
        let another = |words: &[&str]| {
            matches!(lemma, "tell" | "address" | "brief" | "open" | "close")
                && self.parse.objects(at).next().is_some()
                && !self.parse.objects(at).any(|object| words.contains(&self.word(object)))
        };
        let listed = VERBS.iter().find(|(verb, words, _)| {
            *verb == lemma && (words.is_empty() || self.follows(at, NEAR, words) && !another(words))
        });
        if let Some((.., role)) = listed {
            return Some(*role);
        }
        let is_passive = self.parse.is_passive(at);
        match lemma {
            // "The commander also sat in", "he sat in for the minister", but "sat in silence"
            "sit"
                if self.word(at + 1) == "in"
                    && matches!(
                        self.word(at + 2),
                        "." | "," | ";" | "for" | "as" | "on" | "and" | "too" | ""
                    ) =>
            {
                Some(Role::Participant)
            }
            // "X spoke for the administration", but "spoke for two hours"
            "speak"
                if self.parse.tokens[at].tag == FineTag::Vbd
                    && self.parse.tokens[at].relation != Relation::RelativeClause
                    && self.word(at + 1) == "for"
                    && self.is_side(at + 2) =>
            {
                Some(Role::Delegate)
            }
            // "They were joined by X and Y".
            "join"
                if is_passive
                    && self.parse.subjects(at).any(|subject| self.room.group(subject).is_some()) =>
            {
                Some(Role::Participant)
            }
            // "The conference was opened by President X"
            "open" | "inaugurate" | "close" | "address" | "host"
                if is_passive
                    && self.parse.subjects(at).any(|subject| GATHERING.contains(&self.word(subject))) =>
            {
                Some(if lemma == "host" { Role::Host } else { Role::Participant })
            }
            // "His place was taken by X".
            "take" if is_passive && (self.precedes(at, PLACES) || self.place_of(at).is_some()) => {
                Some(Role::Participant)
            }
            "lead" | "head" if is_passive && self.precedes(at, &["delegation", "team", "side"]) => {
                Some(Role::HeadOfDelegation)
            }
            _ => None,
        }
    }

    fn acting(&mut self, at: usize, role: Role) {
        let parse = self.parse;
        // "X, Minister of Transport of Japan; Y, Minister of India; and Z participated": trees break here.
        let finite = |at: usize| {
            matches!(parse.tokens[at].tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md)
                && matches!(parse.tokens[at].upos, Upos::Verb | Upos::Auxiliary)
        };
        let several = matches!(parse.tokens[at].lemma.as_str(), "participate" | "attend" | "take")
            && (finite(at) || parse.tokens[at].tag == FineTag::Vbn)
            && parse.auxiliaries(at).next().is_none()
            && self.lower[..at].iter().any(|word| word == ";" || word == ",")
            && !(0..at).any(finite);
        if several {
            self.add_persons(0..at, role);
        }
        self.add(self.actors(frame::acting(parse, at)), role);
        // "The ministers took part, as did representatives of the Bank"
        let so = (at + 1..self.lower.len().saturating_sub(1)).find(|&so| {
            matches!(self.word(so), "as" | "so") && matches!(self.word(so + 1), "did" | "was" | "were")
        });
        if let Some(so) = so {
            let others = self.room.agents.iter().filter(|agent| agent.tokens.start > so);
            let others: Vec<ActorNumber> = others.map(|agent| agent.actor).collect();
            self.add(others, role);
        }
        // "with X presiding", "the delegates X, sitting opposite Y": the noun that the clause modifies.
        let relative = parse
            .subjects(at)
            .next()
            .is_none_or(|subject| matches!(self.word(subject), "who" | "which" | "that"));
        if relative
            && matches!(parse.tokens[at].relation, Relation::AdnominalClause | Relation::RelativeClause)
        {
            self.add(self.actors(parse.head(at)), role);
        }
        if matches!(parse.tokens[at].lemma.as_str(), "sit" | "flank" | "face") {
            let cased = parse.children(at).filter(|&child| {
                parse.case(child).is_some_and(|case| {
                    matches!(self.word(case), "opposite" | "beside" | "facing" | "alongside" | "to")
                })
            });
            let beside = self.actors(parse.objects(at).chain(cased));
            self.add(beside, Role::Participant);
        }
    }

    /// "X and Y were in the room as observers", "Also at the table was Z".
    fn being_there(&mut self, at: usize) {
        let parse = self.parse;
        let heads = [Some(at), parse.head(at)].into_iter().flatten();
        let Some(head) = heads.into_iter().find(|&head| parse.subjects(head).next().is_some()) else {
            return;
        };
        let has = |words: &[&str]| self.lower.iter().any(|word| words.contains(&word.as_str()));
        // "He would have been at the table": he was not, and nobody says that he stayed away.
        let supposed = self.lower[..at]
            .iter()
            .any(|word| matches!(word.as_str(), "would" | "could" | "should" | "might"));
        let reading = modality::modality(parse, self.room.words, head);
        if !has(&["was", "were", "is", "are", "sat", "sits", "sit"])
            || supposed
            || matches!(reading, Reading::Status(status) if status != MeetingStatus::Held)
        {
            return;
        }
        let role = if self.lower.iter().any(|word| word.starts_with("observer")) {
            Role::Observer
        } else if has(&["mediator"]) {
            Role::Mediator
        } else {
            Role::Participant
        };
        // Who was not there is told by the words for staying away.
        if parse.negated(head) || parse.negated(at) || has(&["neither"]) {
            return;
        }
        self.add(self.actors(parse.subjects(head)), role);
    }

    /// "chairman of the 13-nation conference", "Conference president X": the office is a seat.
    fn office(&mut self, at: usize) {
        let role = match self.word(at) {
            "chairman" | "chairwoman" | "chair" | "co-chair" | "co-chairman" | "president"
            | "chairperson" => Role::Chair,
            "mediator" | "facilitator" => Role::Mediator,
            "delegate" | "representative" => Role::Delegate,
            "leader" | "head" if self.follows(at, NEAR, &["delegation"]) => Role::HeadOfDelegation,
            "chairmanship" if self.word(at + 1) == "of" => {
                let end = (at + 12).min(self.lower.len());
                return self.add_persons(at + 2..end, Role::Chair);
            }
            "host" | "hostess" => Role::Host,
            _ => return,
        };
        let parse = self.parse;
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let mut beside = parse.children_by(at, Relation::Apposition);
        let of_gathering = self.word(at + 1) == "of" && self.follows(at, 5, GATHERING)
            || matches!(before, "conference" | "summit" | "session" | "talks")
            || matches!(role, Role::Delegate | Role::HeadOfDelegation) && before == "the"
            || role == Role::Host && before == "the" && beside.clone().next().is_some();
        if !of_gathering {
            return;
        }
        let named = self.room.agents.iter().find(|agent| {
            agent.tokens.contains(&at)
                || agent.tokens.start == at + 1
                || agent.tokens.start == at + 2 && self.word(at + 1) == ","
        });
        let holder = named
            .map(|agent| agent.actor)
            .or_else(|| {
                let head = parse.head(at).filter(|_| parse.tokens[at].relation == Relation::Apposition)?;
                self.room.actors(head).first().copied()
            })
            .or_else(|| beside.find_map(|child| self.room.actors(child).first().copied()));
        self.add(holder, role);
    }
}
