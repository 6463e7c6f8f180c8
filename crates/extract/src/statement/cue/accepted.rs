//! Who accepted, where only the invitation is told of: "Obi invited Lund to Riga. The invitation was accepted with pleasure."
//!
//! It knows words, syntax and the agents of two sentences. Invariant: who accepts was invited in this sentence or in the one
//! before it.

use rapporteur_schema::Act;
use rapporteur_syntax::Relation;

use super::{Cue, body_end, trim};
use crate::agent::Agent;
use crate::mention::MentionKind;
use crate::statement::lexicon::Manner;
use crate::statement::subject::Subject;
use crate::text::{Text, word};

/// The cue of an invitation that was accepted, `before` being the agents of the sentence before.
pub(in crate::statement) fn accepted(
    text: &Text<'_>,
    sentence: usize,
    agents: &[Agent],
    before: &[Agent],
) -> Option<Cue> {
    let (words, parse) = (text.lower(sentence), &text.sentences[sentence].parse);
    let verb = (0..parse.len()).find(|&at| word(words, at) == "accepted" && parse.is_passive(at))?;
    let subject = parse.subjects(verb).next().filter(|&head| head < verb)?;
    let named = matches!(parse.tokens[subject].lemma.as_str(), "invitation" | "it" | "they");
    // "was accepted by the envoys" tells who.
    if !named || parse.child(verb, Relation::ObliqueAgent).is_some() || parse.negated(verb) {
        return None;
    }
    let last =
        sentence.checked_sub(1).filter(|&last| text.sentences[last].block == text.sentences[sentence].block);
    let invited = invited(words, agents, subject)
        .or_else(|| last.and_then(|last| invited(text.lower(last), before, text.lower(last).len())))?;
    let end = (verb..words.len()).find(|&at| word(words, at) == ";").unwrap_or(body_end(words));
    let start = *parse.subtree(subject).start();
    Some(Cue {
        tokens: verb..verb + 1,
        act: Act::Agree,
        manner: Manner::Act,
        subject: Subject {
            actors: invited.iter().map(|agent| agent.actor).collect(),
            start,
            behind: None,
            kind: invited.first()?.kind,
            confidence: 0.8,
        },
        words: trim(words, start..end),
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}

/// The persons whom the words before a token invite: "invited Obi and Lund to", "extended to Obi an invitation".
fn invited<'a>(words: &[String], agents: &'a [Agent], until: usize) -> Option<Vec<&'a Agent>> {
    let invites = (0..until).find(|&at| matches!(word(words, at), "invited" | "invites"));
    let extends =
        (0..until).find(|&at| matches!(word(words, at), "invitation" | "invitations")).and_then(|_| {
            let verbs = ["extended", "conveyed", "addressed", "renewed", "gave", "handed", "issued"];
            (0..until).find(|&at| verbs.contains(&word(words, at)))
        });
    let (verb, to) = invites.map(|verb| (verb, false)).or(extends.map(|verb| (verb, true)))?;
    let mut found: Vec<&Agent> = Vec::new();
    for agent in agents.iter().filter(|agent| agent.tokens.start > verb && agent.tokens.end <= until) {
        let person = matches!(
            agent.kind,
            MentionKind::Person | MentionKind::Described | MentionKind::Unnamed | MentionKind::Pronoun
        );
        let start = agent.tokens.start;
        let article = usize::from(matches!(word(words, start - 1), "the" | "his" | "her"));
        let ahead = word(words, (start - article).wrapping_sub(1));
        let joined = ahead == "and" && !found.is_empty();
        let beside = if to { ahead == "to" } else { start - article == verb + 1 };
        if person && (beside || joined) {
            found.push(agent);
        }
    }
    (!found.is_empty()).then_some(found)
}
