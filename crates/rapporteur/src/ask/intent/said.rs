//! Questions of what was said: who said it, of whom, in which words.
//!
//! Invariant: whoever stands before the verb of saying said it, unless the clause is passive; what stands behind
//! and is no name must be in the words.

use rapporteur_schema::Act;

use super::Reading;
use crate::Error;
use crate::ask::Puzzle;
use crate::ask::asked::Asked;
use crate::ask::cue::Cue;
use crate::ask::item::Part;
use crate::ask::name::Name;

impl Reading<'_> {
    /// Who said what, of whom, in which words.
    pub(super) fn statements(&self, asked: &mut Asked) -> Result<(), Error> {
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

    /// `statements of X`, `the promises that X made`: whether a name behind says it, by the word before the name.
    fn owns_what_was_said(&self, before: &str, said: usize) -> bool {
        let word = self.typed(&self.items[said]).to_lowercase();
        let asks_who = self.opens_with(&["who", "whom"]);
        let is_noun = word.ends_with('s') && !word.ends_with("ss") && !asks_who;
        let object = matches!(before, "about" | "on" | "against" | "to" | "for" | "with" | "regarding");
        matches!(before, "of" | "from") && !asks_who || is_noun && !object
    }
}
