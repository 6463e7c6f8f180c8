//! From the items of a question to what it asks.
//!
//! Invariant: every item that is no filler has its part in the query; where one has none, the question is not
//! understood.

use jiff::civil::Date;
use rapporteur_extract::date::Kind;
use rapporteur_graph::{AsOf, Store};
use rapporteur_schema::{Act, ActorId, Edtf, MeetingStatus, OutcomeKind, OutcomeStatus, Role};

use super::asked::{Asked, Named};
use super::cue::Cue;
use super::item::{Item, Part};
use super::name::{Bearer, Name};
use super::word::Word;
use super::{Puzzle, Understood, puzzled};
use crate::resolve::{self, Choice, Unresolved, Where};
use crate::{Error, Topic};

/// What the items of a question ask.
pub(super) fn understood(
    store: &Store,
    question: &str,
    words: &[Word<'_>],
    items: &[Item],
    today: Date,
) -> Result<Understood, Error> {
    let reading = Reading { store, question, words, items, today };
    let topic = reading.topic_of()?;
    let asked = reading.asked(topic)?;
    Ok(asked.understood(topic, AsOf::from(store)))
}

/// A question being read.
struct Reading<'r> {
    store: &'r Store,
    question: &'r str,
    words: &'r [Word<'r>],
    items: &'r [Item],
    today: Date,
}

impl Reading<'_> {
    fn puzzled(&self, reason: Puzzle) -> Error {
        puzzled(self.question, reason)
    }

    fn typed(&self, item: &Item) -> &str {
        &self.question[self.words[item.from].start..self.words[item.to - 1].end]
    }

    fn cues(&self) -> impl Iterator<Item = (usize, Cue)> {
        self.items.iter().enumerate().filter_map(|(at, item)| item.cue().map(|cue| (at, cue)))
    }

    fn position(&self, is: impl Fn(Cue) -> bool) -> Option<usize> {
        self.cues().find(|(_, cue)| is(*cue)).map(|(at, _)| at)
    }

    fn has(&self, cue: Cue) -> bool {
        self.position(|other| other == cue).is_some()
    }

    fn names(&self) -> impl Iterator<Item = (usize, &Name)> {
        self.items.iter().enumerate().filter_map(|(at, item)| match &item.part {
            Part::Name(name) => Some((at, &**name)),
            _ => None,
        })
    }

    /// The word before an item, past articles and titles: `in`, `by`, `and`.
    fn before(&self, at: usize) -> &str {
        let skipped = ["the", "a", "an", "both", "either", "with"];
        let mut word = self.items[at].from;
        while let Some(before) = word.checked_sub(1) {
            let titled = self.items[..at]
                .iter()
                .any(|item| (item.from..item.to).contains(&before) && item.cue() == Some(Cue::Title));
            let lower = self.words[before].lower.as_str();
            if !titled && !skipped.contains(&lower) {
                return lower;
            }
            word = before;
        }
        ""
    }

    /// The cue right behind an item.
    fn behind(&self, at: usize) -> Option<Cue> {
        self.items.get(at + 1).and_then(Item::cue)
    }

    /// Whether the question begins so, past fillers that say nothing.
    fn opens_with(&self, openers: &[&str]) -> bool {
        self.words.first().is_some_and(|word| openers.contains(&word.lower.as_str()))
    }

    /// Where what is said begins, in a question of what was said.
    fn said(&self) -> Option<usize> {
        self.position(|cue| matches!(cue, Cue::Say(_)))
    }

    /// What the question is about.
    fn topic_of(&self) -> Result<Topic, Error> {
        let is_people = |cue: Cue| matches!(cue, Cue::Actor(_));
        let main = |cue: Cue| {
            !matches!(cue, Cue::Filler | Cue::Title | Cue::Count | Cue::Latest | Cue::First)
                && !is_people(cue)
        };
        let first = self.cues().find(|(_, cue)| main(*cue)).map(|(_, cue)| cue);
        let quoted = self.items.iter().any(|item| matches!(item.part, Part::Quote(_)));
        if first == Some(Cue::Beyond) {
            let at = self.position(|cue| cue == Cue::Beyond).unwrap_or_default();
            return Err(self.puzzled(Puzzle::Beyond(self.typed(&self.items[at]).to_owned())));
        }
        let outcome = self.position(|cue| matches!(cue, Cue::Outcome(_) | Cue::Signed)).is_some();
        let meets = |cue: Cue| matches!(cue, Cue::Meet | Cue::MeetBy(_));
        let actors = self.names().filter(|(_, name)| name.actor.is_some()).count();
        Ok(match first {
            _ if self.has(Cue::Overdue) => Topic::Outcomes,
            _ if self.told_of_meeting().is_some() => Topic::Met,
            Some(Cue::Say(_)) if self.is_adjective_of_meeting() || self.spoke_by_medium() => Topic::Met,
            Some(Cue::Say(_) | Cue::SaidIn(_)) => Topic::Statements,
            _ if self.has(Cue::Conflict) => Topic::Conflicts,
            _ if self.has(Cue::Chain) && actors >= 2 => Topic::Chain,
            _ if self.has(Cue::Timeline) => Topic::Timeline,
            _ if self.has(Cue::Due) => Topic::Outcomes,
            Some(Cue::Document) => Topic::Documents,
            _ if self.asks_for_places() => Topic::Places,
            _ if self.has(Cue::Absent) => Topic::Met,
            _ if outcome => Topic::Outcomes,
            _ if self.has(Cue::Both) && actors >= 2 => Topic::Actors,
            _ if self.said().is_some() => Topic::Statements,
            _ if self.has(Cue::Document) => Topic::Documents,
            _ if self.position(is_people).is_some()
                && self
                    .position(|cue| meets(cue) || cue == Cue::Meeting || cue == Cue::Planned)
                    .is_none() =>
            {
                Topic::Actors
            }
            Some(_) => Topic::Met,
            None if quoted => Topic::Statements,
            None if self.names().next().is_some() => Topic::Met,
            None => return Err(self.puzzled(self.leftovers().unwrap_or(Puzzle::Nothing))),
        })
    }

    /// `proposed meetings`: what is proposed is to come, and nobody is asked what was said.
    fn is_adjective_of_meeting(&self) -> bool {
        self.said().is_some_and(|at| self.behind(at) == Some(Cue::Meeting))
            && !self.opens_with(&["who", "whom"])
    }

    /// `meetings that were denied`, `is a summit proposed`: where it is said of a meeting what became of it.
    fn told_of_meeting(&self) -> Option<usize> {
        let tells = |cue: Cue| matches!(cue, Cue::Say(Some(Act::Deny | Act::Propose)));
        let at = self.position(tells)?;
        let met = self.position(|cue| cue == Cue::Meeting).is_some_and(|meeting| meeting < at);
        let is = |word: &str| matches!(word, "was" | "were" | "been" | "is" | "are");
        let begin = self.items[at].from;
        let passive = self.words[begin.saturating_sub(2)..begin].iter().any(|word| is(&word.lower));
        let opens = self.words.first().is_some_and(|word| is(&word.lower));
        (met && (passive || opens)).then_some(at)
    }

    /// `who spoke on the telephone`: they came together, and what was said is not asked.
    fn spoke_by_medium(&self) -> bool {
        let by = self.position(|cue| matches!(cue, Cue::Medium(_) | Cue::MeetBy(_))).is_some();
        let spoke = |at: usize| self.typed(&self.items[at]).to_lowercase().starts_with("sp");
        by && self.said().is_some_and(spoke)
    }

    /// `which cities`, `where do meetings take place`: the places themselves.
    fn asks_for_places(&self) -> bool {
        let listed = self.position(|cue| matches!(cue, Cue::Place(_)));
        let follows_name = |at: usize| at > 0 && matches!(self.items[at - 1].part, Part::Name(_));
        let where_only = self.opens_with(&["where"])
            && !self.words.iter().any(|word| word.lower == "when")
            && self.names().all(|(at, name)| name.place.is_some() && matches!(self.before(at), "in" | "at"))
            && !self.has(Cue::Latest)
            && !self.has(Cue::Planned)
            && !self.has(Cue::Absent)
            && !self.items.iter().any(|item| matches!(item.part, Part::Time(..)));
        listed.is_some_and(|at| !follows_name(at)) || where_only
    }

    /// The words that nothing explains.
    fn leftovers(&self) -> Option<Puzzle> {
        let unknown: Vec<String> = self
            .items
            .iter()
            .filter(|item| item.part == Part::Unknown)
            .map(|item| self.typed(item).to_owned())
            .collect();
        (!unknown.is_empty()).then_some(Puzzle::Words(unknown))
    }

    /// What the question asks of its topic.
    fn asked(&self, topic: Topic) -> Result<Asked, Error> {
        let mut asked = Asked::default();
        match topic {
            Topic::Statements => self.statements(&mut asked)?,
            _ => self.others(topic, &mut asked)?,
        }
        for (at, item) in self.items.iter().enumerate() {
            match &item.part {
                Part::Time(_, when) if asked.overdue_on.is_some() => asked.overdue_on = Some(when.last_day()),
                Part::Time(kind, when) => self.time(at, *kind, when, &mut asked),
                _ => {}
            }
        }
        self.order(&mut asked);
        Ok(asked)
    }

    fn time(&self, at: usize, kind: Kind, when: &Edtf, asked: &mut Asked) {
        let item = &self.items[at];
        let preceding: Vec<&str> = self.words[item.from.saturating_sub(2)..item.from]
            .iter()
            .map(|word| word.lower.as_str())
            .collect();
        if preceding == ["as", "of"] || preceding == ["known", "on"] || preceding == ["known", "by"] {
            asked.as_of = Some(when.clone());
        } else {
            asked.time(kind, when);
        }
    }

    /// `the last three`: the order and the number of rows.
    fn order(&self, asked: &mut Asked) {
        let Some(at) = self.position(|cue| matches!(cue, Cue::Latest | Cue::First)) else { return };
        let item = &self.items[at];
        let around = [item.from.checked_sub(1), Some(item.to)].into_iter().flatten();
        let number = around.filter_map(|word| self.words.get(word)).find_map(|word| number(&word.lower));
        let plural = self.words[item.to..].iter().take(2).any(|word| word.lower.ends_with('s'));
        asked.latest = item.cue() == Some(Cue::Latest);
        asked.limit = number.or_else(|| (!plural).then_some(1));
    }

    /// A name as an actor.
    fn actor(&self, name: &Name) -> Result<Named<ActorId>, Error> {
        let typed = name.typed.clone();
        match (&name.actor, &name.state) {
            (Bearer::One(actor), _) => Ok(Named { typed, means: actor.clone() }),
            (Bearer::Several(unresolved), _) => Err(Error::Unresolved((**unresolved).clone())),
            (Bearer::None, Some(state)) => Ok(Named { typed, means: state.clone() }),
            (Bearer::None, None) => Err(self.puzzled(Puzzle::Words(vec![typed]))),
        }
    }

    /// A name as a place.
    fn place(&self, name: &Name) -> Result<Named<Where>, Error> {
        let typed = name.typed.clone();
        match &name.place {
            Bearer::One(place) => Ok(Named { typed, means: place.clone() }),
            Bearer::Several(unresolved) => Err(Error::Unresolved((**unresolved).clone())),
            Bearer::None => Err(self.puzzled(Puzzle::Words(vec![typed]))),
        }
    }

    /// Whether a name is where it was, and not who was there.
    fn is_place(&self, at: usize, name: &Name) -> bool {
        if !name.place.is_some() {
            return false;
        }
        let before = self.before(at);
        let paired = matches!(before, "between" | "and") && name.state.is_some();
        let went = matches!(before, "to" | "from" | "of") && !name.is_people;
        let beside_meeting = self.behind(at) == Some(Cue::Meeting) && !name.is_people;
        let is_of_city = !name.actor.is_some() && !paired;
        matches!(before, "in" | "at" | "near" | "inside")
            || beside_meeting
            || is_of_city
            || went && (self.has(Cue::Absent) || self.moves_before(at))
    }

    /// Whether a verb of going stands before an item.
    fn moves_before(&self, at: usize) -> bool {
        let moving =
            ["go", "went", "come", "came", "travel", "travelled", "traveled", "trip", "trips", "visit"];
        let from = self.items[at].from;
        self.words[from.saturating_sub(4)..from].iter().any(|word| moving.contains(&word.lower.as_str()))
    }

    /// Everything but statements.
    fn others(&self, topic: Topic, asked: &mut Asked) -> Result<(), Error> {
        let from_outcome = self.position(|cue| matches!(cue, Cue::Outcome(_) | Cue::Signed));
        let mut unknown: Vec<usize> = Vec::new();
        let mut spoken: Vec<String> = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            match &item.part {
                Part::Name(name) => self.name(topic, at, name, asked)?,
                Part::Cue(cue) => self.cue(topic, at, *cue, asked)?,
                Part::Time(..) => {}
                Part::Quote(text) if topic == Topic::Outcomes => spoken.push(text.clone()),
                Part::Unknown if topic == Topic::Outcomes && from_outcome.is_some_and(|from| at > from) => {
                    spoken.push(self.typed(item).to_owned());
                }
                Part::Unknown | Part::Quote(_) => unknown.push(at),
            }
        }
        if !spoken.is_empty() {
            asked.words = Some(spoken.join(" "));
        }
        if !unknown.is_empty() {
            self.called(&unknown, asked)?;
        }
        match topic {
            Topic::Met => self.met(asked),
            Topic::Chain if asked.who.len() < 2 => return Err(self.puzzled(Puzzle::Nothing)),
            Topic::Outcomes => {
                // What is due is a commitment; its kind says no more.
                if asked.due || self.has(Cue::Overdue) {
                    asked.kind.retain(|kind| *kind != OutcomeKind::Commitment);
                }
                if self.has(Cue::Overdue) {
                    asked.overdue_on = Some(self.today);
                }
                // A kind says enough: "was a ceasefire agreed" is answered by one that was only proposed, too.
                if !asked.kind.is_empty() && !self.has(Cue::Signed) {
                    asked.outcome_status.clear();
                }
            }
            Topic::Timeline => self.one_meeting(asked)?,
            _ => {}
        }
        Ok(())
    }

    fn name(&self, topic: Topic, at: usize, name: &Name, asked: &mut Asked) -> Result<(), Error> {
        let belongs = name.is_people || matches!(self.before(at), "from" | "of");
        if topic == Topic::Actors
            && belongs
            && let Some(country) = name.country
        {
            asked.country = Some(Named { typed: name.typed.clone(), means: country });
            return Ok(());
        }
        let placeless = matches!(topic, Topic::Actors | Topic::Chain | Topic::Conflicts | Topic::Documents);
        if !placeless && self.is_place(at, name) {
            if asked.place.is_some() {
                return Err(self.puzzled(Puzzle::TooMany { what: "places" }));
            }
            asked.place = Some(self.place(name)?);
            return Ok(());
        }
        let most = match topic {
            Topic::Places | Topic::Documents | Topic::Conflicts => 1,
            _ => 2,
        };
        let actor = self.actor(name)?;
        if asked.who.iter().any(|known| known.means == actor.means) {
            return Ok(());
        }
        if asked.who.len() == most {
            return Err(self.puzzled(Puzzle::TooMany { what: "names" }));
        }
        asked.who.push(actor);
        Ok(())
    }

    /// What a cue narrows a topic down to; a puzzle where it means nothing to it.
    fn cue(&self, topic: Topic, at: usize, cue: Cue, asked: &mut Asked) -> Result<(), Error> {
        use Topic::{Actors, Chain, Conflicts, Documents, Met, Outcomes, Places, Timeline};
        match (cue, topic) {
            (Cue::Filler | Cue::Title | Cue::Count | Cue::Latest | Cue::First, _) => {}
            (Cue::Meet | Cue::Meeting, _) => {}
            (Cue::Planned, Met | Timeline) => {
                asked.status = vec![MeetingStatus::Planned, MeetingStatus::Proposed];
            }
            (Cue::Planned, Outcomes) if self.has(Cue::Due) || self.has(Cue::Overdue) => {}
            (Cue::Planned, Outcomes) => asked.outcome_status.push(OutcomeStatus::Planned),
            (Cue::Say(Some(Act::Deny)), Met) => asked.status.push(MeetingStatus::Denied),
            (Cue::Say(Some(Act::Propose)), Met) => asked.status.push(MeetingStatus::Proposed),
            (Cue::Say(_), Met) => {}
            (Cue::Say(_), Outcomes) if self.has(Cue::Overdue) => {}
            (Cue::Reached(status), Outcomes) => asked.outcome_status = vec![status],
            (Cue::Cancelled, Met) => asked.status.push(MeetingStatus::Cancelled),
            (Cue::Cancelled, Timeline) => asked.status.push(MeetingStatus::Cancelled),
            (Cue::Ongoing, Met) => asked.status.push(MeetingStatus::Ongoing),
            (Cue::Absent, Met) => asked.absent = true,
            (Cue::MeetBy(medium) | Cue::Medium(medium), Met) => asked.medium.push(medium),
            (Cue::Role(role), Met) => asked.role.push(role),
            (Cue::Both, Met | Actors) => {}
            (Cue::Actor(kind), Actors) => asked.actor_kind.extend(kind),
            (Cue::Actor(_), Met | Outcomes | Conflicts | Places) => {}
            (Cue::Place(kind), Places) => asked.place_kind.extend(kind),
            (Cue::Place(_), Met | Outcomes) => {}
            (Cue::Document | Cue::Say(_), Conflicts | Documents) => {}
            (Cue::Conflict, Conflicts) | (Cue::Chain, Chain) | (Cue::Timeline, Timeline) => {}
            (Cue::Overdue | Cue::Due, Outcomes) => asked.due = !self.has(Cue::Overdue),
            (Cue::Outcome(kind), Outcomes) => {
                asked.kind.extend(kind.filter(|kind| !asked.kind.contains(kind)));
                let agreed = self.typed(&self.items[at]).to_lowercase().starts_with("agree");
                if kind.is_none() && agreed && asked.outcome_status.is_empty() {
                    asked.outcome_status.extend([OutcomeStatus::Agreed, OutcomeStatus::Signed]);
                }
            }
            (Cue::Signed, Outcomes) => asked.outcome_status = vec![OutcomeStatus::Signed],
            (Cue::Beyond, _) => {
                return Err(self.puzzled(Puzzle::Beyond(self.typed(&self.items[at]).to_owned())));
            }
            _ => return Err(self.puzzled(Puzzle::Words(vec![self.typed(&self.items[at]).to_owned()]))),
        }
        Ok(())
    }

    /// Roles and kinds of attendance, once all names are known.
    fn met(&self, asked: &mut Asked) {
        if let Some(at) = self.position(|cue| matches!(cue, Cue::Role(_))) {
            // "Did Fidan chair the talks": the one before has the role. "Who hosted Fidan": the other one has it, and
            // the table tells who.
            let named = |(name, _): &(usize, &Name)| *name + 1 == at;
            let leads = self.names().any(|name| named(&name)) && !self.opens_with(&["who", "which"]);
            let by = self.names().any(|(name, _)| name > at && self.before(name) == "by");
            if !asked.who.is_empty() && !leads && !by {
                asked.role.clear();
            }
            // Of two roles of one question ("the mediators hosted") neither is surely meant of the same person.
            if asked.role.contains(&Role::Host) && asked.role.len() > 1 {
                asked.role.retain(|role| *role != Role::Host);
            }
        }
        if asked.absent {
            asked.status.clear();
            asked.role.clear();
        }
    }

    /// Words that are no names of the store may name a meeting: `the Blue River summit`.
    fn called(&self, unknown: &[usize], asked: &mut Asked) -> Result<(), Error> {
        let (first, last) = (unknown[0], unknown[unknown.len() - 1]);
        let end = if self.behind(last) == Some(Cue::Meeting) { last + 1 } else { last };
        let one_run =
            self.items[first..=last].iter().all(|item| item.part == Part::Unknown || item.is_filler());
        if one_run && end > last {
            let phrase = &self.question
                [self.words[self.items[first].from].start..self.words[self.items[end].to - 1].end];
            match resolve::meeting(self.store, phrase) {
                Ok(meeting) => {
                    asked.meeting = Some(meeting);
                    return Ok(());
                }
                Err(Error::Unresolved(unresolved)) if !unresolved.ambiguous => {}
                Err(other) => return Err(other),
            }
        }
        // What is written as a name is looked for as one, so that the nearest are told.
        let written = unknown.iter().map(|at| self.typed(&self.items[*at]));
        for name in written.filter(|word| word.starts_with(char::is_uppercase)) {
            if let Err(Error::Unresolved(unresolved)) = resolve::actor(self.store, name)
                && !unresolved.choices.is_empty()
            {
                return Err(unresolved.into());
            }
        }
        Err(self.puzzled(self.leftovers().unwrap_or(Puzzle::Nothing)))
    }

    /// The one meeting that a question of its history means; none where it is the history of whom it names.
    fn one_meeting(&self, asked: &mut Asked) -> Result<(), Error> {
        let of_meeting = self.has(Cue::Meeting) || asked.who.is_empty();
        if asked.meeting.is_none() && !of_meeting {
            // "Timeline of Fidan": what he did, not how one meeting came about.
            let Asked { who, place, when, since, until, as_of, .. } = std::mem::take(asked);
            *asked = Asked { who, place, when, since, until, as_of, ..Asked::default() };
            return Ok(());
        }
        if asked.meeting.is_none() {
            let found = asked.clone().understood(Topic::Met, AsOf::from(self.store));
            let rows = self.store.meetings().matching(found.query.filter).run()?;
            match rows.as_slice() {
                [only] => asked.meeting = Some(only.id.clone()),
                [] => return Err(self.puzzled(Puzzle::Nothing)),
                several => {
                    let choices = several.iter().take(8).map(|row| Choice {
                        id: row.id.clone().into(),
                        name: row.name.clone().unwrap_or_default(),
                    });
                    let (name, choices) = (self.question.to_owned(), choices.collect());
                    return Err(Unresolved { name, what: "meeting", choices, ambiguous: true }.into());
                }
            }
        }
        *asked = Asked { meeting: asked.meeting.take(), ..Asked::default() };
        Ok(())
    }

    /// Who said what, of whom, in which words.
    fn statements(&self, asked: &mut Asked) -> Result<(), Error> {
        let said =
            self.said().or_else(|| self.items.iter().position(|item| matches!(item.part, Part::Quote(_))));
        let Some(said) = said else { return Err(self.puzzled(Puzzle::Nothing)) };
        let mut spoken: Vec<String> = Vec::new();
        for (at, item) in self.items.iter().enumerate() {
            match &item.part {
                Part::Name(name) => self.speaker(at, name, said, asked, &mut spoken)?,
                Part::Quote(text) => spoken.push(text.clone()),
                Part::Time(..) => {}
                Part::Cue(Cue::Say(act)) if at == said || self.is_said_too(at, &asked.act) => {
                    asked.act.extend(act.filter(|act| !asked.act.contains(act)));
                }
                Part::Cue(Cue::SaidIn(medium)) => asked.said_in.push(*medium),
                Part::Cue(Cue::Filler | Cue::Title | Cue::Count | Cue::Latest | Cue::First | Cue::Via) => {}
                Part::Cue(Cue::Actor(_) | Cue::Document) if at < said => {}
                Part::Cue(Cue::Beyond) if at < said => {
                    return Err(self.puzzled(Puzzle::Beyond(self.typed(item).to_owned())));
                }
                Part::Cue(Cue::Meet) if self.typed(item).len() <= 4 => {}
                _ if at > said || self.is_topic(at) || self.goes_on_topic(at) => {
                    spoken.push(self.typed(item).to_owned())
                }
                _ => return Err(self.puzzled(Puzzle::Words(vec![self.typed(item).to_owned()]))),
            }
        }
        if !spoken.is_empty() {
            asked.words = Some(spoken.join(" "));
        }
        Ok(())
    }

    /// Whether a word is what is spoken of: `about the threat`.
    fn is_topic(&self, at: usize) -> bool {
        matches!(self.before(at), "about" | "on" | "of" | "regarding" | "concerning" | "to" | "for")
    }

    /// Whether a word goes on where a topic began: `on joint patrols, what did Malta say`.
    fn goes_on_topic(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.items[before]);
        before.is_some_and(|item| item.part == Part::Unknown)
    }

    /// Whether a second word of saying tells what was done, and is not what was spoken of: `condemn or accuse`,
    /// `statements that reject it`, `words of praise`.
    fn is_said_too(&self, at: usize, acts: &[Act]) -> bool {
        let of = at.checked_sub(2).and_then(|before| self.items[before].cue());
        let follows = matches!(of, Some(Cue::Say(_)));
        let joined = follows && matches!(self.before(at), "or" | "and");
        joined || acts.is_empty() && (!self.is_topic(at) || follows && self.before(at) == "of")
    }

    fn speaker(
        &self,
        at: usize,
        name: &Name,
        said: usize,
        asked: &mut Asked,
        spoken: &mut Vec<String>,
    ) -> Result<(), Error> {
        let before = self.before(at);
        if !name.actor.is_some() && name.state.is_none() || matches!(before, "in" | "at") {
            spoken.push(name.typed.clone());
            return Ok(());
        }
        let actor = self.actor(name)?;
        let passed_on = at.checked_sub(1).is_some_and(|before| self.items[before].cue() == Some(Cue::Via));
        let passive = at < said && self.opens_with(&["was", "were", "is", "are"]);
        let spoke = before == "by"
            || at < said && !passive && !matches!(before, "about" | "against" | "on" | "to")
            || at > said && asked.who.is_empty() && self.owns_what_was_said(before, said);
        let slot = if passed_on {
            &mut asked.via
        } else if spoke {
            if !asked.who.is_empty() {
                return Err(self.puzzled(Puzzle::TooMany { what: "speakers" }));
            }
            asked.who.push(actor);
            return Ok(());
        } else {
            &mut asked.about
        };
        if slot.is_some() {
            spoken.push(name.typed.clone());
        } else {
            *slot = Some(actor);
        }
        Ok(())
    }
}

impl Reading<'_> {
    /// `statements of X`, `the promises that X made`: whether a name behind says it, by the word before the name.
    fn owns_what_was_said(&self, before: &str, said: usize) -> bool {
        let word = self.typed(&self.items[said]).to_lowercase();
        let asks_who = self.opens_with(&["who", "whom"]);
        let is_noun = word.ends_with('s') && !word.ends_with("ss") && !asks_who;
        let object = matches!(before, "about" | "on" | "against" | "to" | "for" | "with" | "regarding");
        matches!(before, "of" | "from") && !asks_who || is_noun && !object
    }
}

/// A number in figures or words.
fn number(word: &str) -> Option<usize> {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let spelt = words.iter().position(|known| *known == word).map(|at| at + 1);
    spelt.or_else(|| word.parse().ok()).filter(|number| (1..=1000).contains(number))
}
