//! Which speaker a quotation has: the nearest word of saying in its sentences, the colon before it,
//! or whoever spoke last.
//!
//! It takes quotations and cues and joins them; it finds neither. Invariant: a nested quotation is
//! never attributed to the speaker of the one around it.

use std::ops::Range;

use rapporteur_syntax::Upos;

use crate::agent::Agent;
use crate::cast::ActorNumber;
use crate::mention::MentionKind;
use crate::quotation::Quotation;
use crate::statement::cue::Cue;
use crate::statement::lexicon::Manner;
use crate::text::Text;

/// A quotation's speaker and how it was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Attribution {
    /// Who.
    pub actors: Vec<ActorNumber>,
    /// The sentence and number of the cue, if there is one.
    pub cue: Option<(usize, usize)>,
    /// How sure it is.
    pub confidence: f64,
}

/// What is known of the sentences when quotations are attributed.
pub(super) struct Ground<'g> {
    /// The text.
    pub text: &'g Text<'g>,
    /// The cues of each sentence.
    pub cues: &'g [Vec<Cue>],
    /// The agents of each sentence.
    pub agents: &'g [Vec<Agent>],
    /// For each sentence which tokens stand in quotation marks.
    pub quoted: &'g [Vec<bool>],
}

impl Ground<'_> {
    /// The speaker of a quotation within the words of another, where a verb or a colon names one.
    pub(super) fn attribute_within(&self, quotation: &Quotation) -> Option<Attribution> {
        let own = quotation.sentences.clone();
        let start = own.start;
        let found = self.by_cue(&quotation.outer, own);
        found.or_else(|| self.by_colon(&quotation.outer, start))
    }

    /// The speaker of a quotation, where `last` spoke before it.
    pub(super) fn attribute(
        &self,
        quotation: &Quotation,
        last: Option<&(Attribution, usize)>,
    ) -> Option<Attribution> {
        let own = quotation.sentences.clone();
        if own.is_empty() {
            return None;
        }
        if let Some(found) = self.by_cue(&quotation.outer, own.clone()) {
            return Some(found);
        }
        if let Some(found) = self.by_colon(&quotation.outer, own.start) {
            return Some(found);
        }
        if let Some(found) = self.by_dash(&quotation.outer, own.end - 1) {
            return Some(found);
        }
        let block = self.text.sentences[own.start].block;
        let pure =
            own.clone().all(|sentence| self.quoted[sentence].iter().filter(|&&quoted| !quoted).count() <= 3);
        if !pure {
            let free = self.agents[own.start]
                .iter()
                .find(|agent| !self.quoted[own.start].get(agent.tokens.start).copied().unwrap_or(true));
            if let Some(agent) = free {
                return Some(Attribution { actors: vec![agent.actor], cue: None, confidence: 0.4 });
            }
        }
        // A quotation by itself: goes on from the speaker before it, or waits for the one behind it.
        if let Some((before, sentence)) = last
            && (self.text.sentences[*sentence].block == block || own.start == sentence + 1)
        {
            return Some(Attribution { confidence: before.confidence * 0.9, ..before.clone() });
        }
        if let Some(found) = self.by_neighbour(own.start.checked_sub(1), block) {
            return Some(found);
        }
        let behind = own.end;
        let near = |at: usize| {
            self.text.sentences.get(at).is_some_and(|next| next.block == block || next.block == block + 1)
        };
        if near(behind)
            && let Some((number, cue)) =
                self.cues[behind].iter().enumerate().find(|(_, cue)| cue.manner == Manner::Speech)
        {
            return Some(Attribution {
                actors: cue.subject.actors.clone(),
                cue: Some((behind, number)),
                confidence: 0.6,
            });
        }
        if let Some(found) = self.by_neighbour(Some(behind), block) {
            return Some(found);
        }
        last.map(|(before, _)| Attribution { confidence: 0.4, ..before.clone() })
    }

    /// The person who is the subject of the sentence beside a quotation that stands by itself: "Obi sighed. “It is late.”"
    fn by_neighbour(&self, sentence: Option<usize>, block: usize) -> Option<Attribution> {
        let at =
            sentence.filter(|&at| self.text.sentences.get(at).is_some_and(|next| next.block == block))?;
        let speech = |(_, cue): &(usize, &Cue)| cue.manner == Manner::Speech;
        if let Some((number, cue)) = self.cues[at].iter().enumerate().rev().find(speech) {
            let actors = cue.subject.actors.clone();
            return Some(Attribution { actors, cue: Some((at, number)), confidence: 0.6 });
        }
        let parse = &self.text.sentences[at].parse;
        let verbless = parse.tokens.iter().all(|token| !matches!(token.upos, Upos::Verb | Upos::Auxiliary));
        // "“It begins.” Ada Obi, envoy."
        let head = if verbless { 0 } else { parse.subjects(parse.root()?).next()? };
        let agent = self.agents[at].iter().find(|agent| agent.tokens.contains(&head))?;
        // "An official denied it. “There are no envoys.”"
        let acts = self.cues[at].iter().any(|cue| cue.subject.actors == [agent.actor]);
        let person =
            matches!(agent.kind, MentionKind::Person | MentionKind::Described | MentionKind::Pronoun);
        (person || acts).then(|| Attribution { actors: vec![agent.actor], cue: None, confidence: 0.5 })
    }

    /// The nearest cue of the quotation's sentences.
    fn by_cue(&self, outer: &Range<usize>, own: Range<usize>) -> Option<Attribution> {
        let mut best: Option<(usize, usize, usize)> = None;
        for sentence in own {
            for (number, cue) in self.cues[sentence].iter().enumerate() {
                let bytes = self.text.bytes(sentence, cue.tokens.clone());
                let gap = if bytes.end <= outer.start {
                    let within = cue.words.end > cue.tokens.end || cue.words.start >= cue.tokens.start;
                    outer.start - bytes.end + if within { 0 } else { 40 }
                } else if bytes.start >= outer.end {
                    // An act behind a quotation takes another object; a verb of saying may take it.
                    let before = cue.words.end <= cue.tokens.start || cue.subject.behind.is_some();
                    bytes.start - outer.end + if before { 0 } else { 120 }
                } else {
                    continue;
                };
                if best.is_none_or(|(least, ..)| gap < least) {
                    best = Some((gap, sentence, number));
                }
            }
        }
        let (_, sentence, number) = best?;
        let cue = &self.cues[sentence][number];
        Some(Attribution {
            actors: cue.subject.actors.clone(),
            cue: Some((sentence, number)),
            confidence: cue.subject.confidence,
        })
    }

    /// The agent behind a dash behind the quotation: `“We will close it.” — Pavel Novak`.
    fn by_dash(&self, outer: &Range<usize>, sentence: usize) -> Option<Attribution> {
        let behind = self.text.source.get(outer.end..)?.trim_start();
        if !behind.starts_with(['—', '–', '-']) {
            return None;
        }
        let near = [sentence, sentence + 1].into_iter().filter(|&at| at < self.agents.len());
        let agent = near
            .flat_map(|at| self.agents[at].iter().map(move |agent| (at, agent)))
            .find(|(at, agent)| self.text.bytes(*at, agent.tokens.clone()).start >= outer.end)?;
        let gap = self.text.bytes(agent.0, agent.1.tokens.clone()).start - outer.end;
        (gap <= 12).then(|| Attribution { actors: vec![agent.1.actor], cue: None, confidence: 0.8 })
    }

    /// The first agent before a colon before the quotation, in its sentence or the one before.
    fn by_colon(&self, outer: &Range<usize>, sentence: usize) -> Option<Attribution> {
        let before = self.text.source.get(..outer.start)?.trim_end();
        if !before.ends_with(':') {
            return None;
        }
        let own = self.text.sentences[sentence].range.start < outer.start;
        let at = if own { sentence } else { sentence.checked_sub(1)? };
        if let Some((number, cue)) = self.cues[at].iter().enumerate().next_back().filter(|_| !own) {
            return Some(Attribution {
                actors: cue.subject.actors.clone(),
                cue: Some((at, number)),
                confidence: 0.8,
            });
        }
        let free =
            self.agents[at].iter().find(|agent| self.text.bytes(at, agent.tokens.clone()).end <= outer.start);
        free.map(|agent| Attribution { actors: vec![agent.actor], cue: None, confidence: 0.7 })
    }
}
