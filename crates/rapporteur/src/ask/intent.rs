//! From the items of a question to what it asks.
//!
//! Invariant: every item that is no filler has its part in the query; where one has none, the question is not
//! understood.

mod named;
mod said;

use jiff::civil::Date;
use rapporteur_extract::date::Kind;
use rapporteur_graph::{AsOf, Store};
use rapporteur_schema::{Act, Edtf, MeetingStatus, OutcomeKind, OutcomeStatus, Role};

use super::asked::Asked;
use super::cue::Cue;
use super::item::{Item, Part};
use super::name::Name;
use super::word::Word;
use super::{Puzzle, Understood, puzzled};
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
            _ if self.is_told_of_meeting() => Topic::Met,
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

    /// `meetings that were denied`, `is a summit proposed`: whether it is said of a meeting what became of it.
    fn is_told_of_meeting(&self) -> bool {
        let tells = |cue: Cue| matches!(cue, Cue::Say(Some(Act::Deny | Act::Propose)));
        let Some(at) = self.position(tells) else { return false };
        let met = self.position(|cue| cue == Cue::Meeting).is_some_and(|meeting| meeting < at);
        let is = |word: &str| matches!(word, "was" | "were" | "been" | "is" | "are");
        let begin = self.items[at].from;
        let passive = self.words[begin.saturating_sub(2)..begin].iter().any(|word| is(&word.lower));
        let opens = self.words.first().is_some_and(|word| is(&word.lower));
        met && (passive || opens)
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
            (Cue::Cancelled, Met | Timeline) => asked.status.push(MeetingStatus::Cancelled),
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
}

/// A number in figures or words.
fn number(word: &str) -> Option<usize> {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let spelt = words.iter().position(|known| *known == word).map(|at| at + 1);
    spelt.or_else(|| word.parse().ok()).filter(|number| (1..=1000).contains(number))
}
