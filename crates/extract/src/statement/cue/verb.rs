//! Verbs of saying: whose they are, to whom they speak, and what they say.
//!
//! It knows words, agents and syntax. Invariant: what was not said gives no cue, save a refusal to say it.

use rapporteur_schema::Act;
use rapporteur_syntax::{Relation, Upos};

use super::answered::answered;
use super::said::said;
use super::teller::{is_performed, is_reported, quoted, teller};
use super::{Cue, form, unsaid};
use crate::agent::Agent;
use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::statement::lexicon::Manner;
use crate::statement::subject::{Clause, Subject, is_mark};
use crate::text::{Text, word};

/// Verbs that take the one spoken to as their object.
const TO: &[&str] = &[
    "tell",
    "urge",
    "ask",
    "thank",
    "assure",
    "inform",
    "warn",
    "accuse",
    "brief",
    "invite",
    "call",
    "praise",
    "blame",
    "appeal",
    "write",
    "congratulate",
    "criticise",
    "criticize",
    "condemn",
    "rebuke",
    "reassure",
    "remind",
    "press",
    "beg",
    "implore",
    "exhort",
];

/// Acts that take a clause, as verbs of speech do.
const CLAUSAL: &[&str] = &[
    "warn",
    "caution",
    "threaten",
    "vow",
    "promise",
    "pledge",
    "swear",
    "undertake",
    "complain",
    "protest",
    "suggest",
    "propose",
    "recommend",
    "demand",
    "confirm",
    "agree",
    "concur",
    "object",
    "insist",
    "plead",
    "counsel",
];

/// Whether the syntax is sure that a form is a noun or adverb here, and nobody stands beside it: "in plain terms",
/// "he got them back", "fifty minutes".
fn is_other_word(clause: &Clause<'_>, at: usize) -> bool {
    let Some(token) = clause.sentence.parse.tokens.get(at) else { return false };
    // "four contested regions"
    let upos = |at: usize| clause.sentence.parse.tokens.get(at).map(|token| token.upos);
    let opened = at
        .checked_sub(1)
        .and_then(upos)
        .is_some_and(|before| matches!(before, Upos::Determiner | Upos::Numeral | Upos::Adposition));
    if token.relation == Relation::AdjectivalModifier && opened {
        return true;
    }
    let other = matches!(token.upos, Upos::Noun | Upos::Adverb | Upos::Adposition | Upos::Numeral);
    let start = clause.group_start(at);
    let beside = |agent: &Agent| agent.tokens.end == start || agent.tokens.start == at + 1;
    let apart = start.checked_sub(1).is_some_and(|before| is_mark(word(clause.words, before)));
    other && !apart && !clause.agents.iter().any(beside)
}

/// Who does a passive: "was proposed in August by Peru", "had been assured in person by the minister".
fn agent_by<'c>(clause: &'c Clause<'_>, verb: usize, end: usize) -> Option<&'c Agent> {
    let words = clause.words;
    const REACH: usize = 5;
    let near = (end..(end + REACH).min(words.len()))
        .take_while(|&at| !matches!(word(words, at), "," | ";" | "that" | "and"))
        .find(|&by| word(words, by) == "by");
    let beside = near.and_then(|by| clause.phrase(by + 1));
    beside.or_else(|| {
        let head = clause.sentence.parse.child(verb, Relation::ObliqueAgent)?;
        clause.agents.iter().find(|agent| agent.tokens.contains(&head))
    })
}

/// The cue that the verb at a token is.
pub(super) fn verb(
    clause: &Clause<'_>,
    (text, cast, sentence): (&Text<'_>, &Cast, usize),
    at: usize,
    before: Option<&Subject>,
    found: &[Cue],
) -> Option<Cue> {
    let words = clause.words;
    let (verb, known) = form::verb(clause, at)?;
    let speech = verb.manner == Manner::Speech;
    // "expressed regret": the noun says what the verb before it voices.
    let voiced = found.last().is_some_and(|cue| {
        cue.tokens.end == at
            && matches!(word(words, cue.tokens.start), "expressed" | "expresses" | "voiced" | "voices")
    });
    if voiced {
        return None;
    }
    // "at State House": a word of a name.
    let named = cast
        .mention_at(sentence, at)
        .is_some_and(|(_, mention)| mention.kind == MentionKind::Venue && mention.name.len() > 1);
    if named || is_other_word(clause, at) {
        return None;
    }
    let reported = is_reported(words, at);
    let start = clause.group_start(at);
    let group = &words[start..at];
    let previous = start.checked_sub(1).map_or("", |at| word(words, at));
    let determined = matches!(
        previous,
        "to" | "the"
            | "a"
            | "an"
            | "'s"
            | "no"
            | "this"
            | "its"
            | "his"
            | "her"
            | "their"
            | "our"
            | "of"
            | "my"
    );
    let performed = previous == "to" && is_performed(clause, at);
    if !reported
        && !performed
        && (determined || matches!(group.last().map(String::as_str), Some("’s" | "on")))
    {
        return None;
    }
    let shape = word(words, at);
    let particle =
        verb.particle.as_deref().map_or(0, |particle| if particle == word(words, at + 1) { 1 } else { 2 });
    let end = at + 1 + if particle == 1 { 1 } else { known };
    if unsaid::is_unsaid(words, at, end, verb) || form::is_base(clause, at, verb) {
        return None;
    }
    let agent_by = agent_by(clause, at, end);
    let be = group.iter().any(|word| matches!(word.as_str(), "was" | "were" | "been" | "be" | "is" | "are"));
    // "was adamant that the treaty was dead"
    let adjective = clause.sentence.parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Adjective);
    // "rejected an offer by Peru": the offer is Peru's, and who stands beside the verb rejects it.
    let active = || {
        word(words, end) != "by" && clause.ending(start).is_some_and(|index| clause.adjacent(index).is_some())
    };
    let passive = be && !adjective && !shape.ends_with("ing")
        || shape.ends_with("ed") && agent_by.is_some() && !active();
    // "the fund backed by gold": of nobody's doing.
    if shape.ends_with("ed") && word(words, end) == "by" && !be && agent_by.is_none() {
        return None;
    }
    // "a round, foreseen for June": a participle that nothing before it makes a verb of.
    let participle = shape.ends_with("en") || shape.ends_with("wn");
    if participle && group.is_empty() && agent_by.is_none() {
        return None;
    }
    // "is opposed to the plan" is what one is oneself.
    let passive = passive && !(shape == "opposed" && word(words, at + 1) == "to");
    // "The spokesman, asked about this, would say nothing": he was asked.
    let in_passing =
        clause.sentence.parse.tokens.get(at).is_some_and(|token| {
            matches!(token.relation, Relation::AdnominalClause | Relation::AdverbialClause)
        });
    if shape == "asked" && group.is_empty() && previous == "," && in_passing {
        return None;
    }
    // What somebody is yet to say is no statement; "would say only that" is one.
    let yet = speech || matches!(verb.act, Act::Request | Act::Propose);
    let later =
        group.iter().any(|word| matches!(word.as_str(), "would" | "could" | "might" | "should" | "may"))
            || speech && group.iter().any(|word| matches!(word.as_str(), "will" | "shall"));
    let only = word(words, at + 1) == "only" || group.iter().any(|word| word == "only");
    if later && yet && !only && !group.iter().any(|word| matches!(word.as_str(), "not" | "neither")) {
        return None;
    }
    // What was not said is no statement, save that one would not say it; that a request was not granted is for
    // the outcomes.
    let negated =
        group.iter().any(|word| matches!(word.as_str(), "not" | "n't" | "n’t" | "never" | "neither"));
    let left = if negated { Some(form::negated(group, &verb.lemma)?) } else { None };
    let (mut audience, mut reported_by) = (Vec::new(), Vec::new());
    let answered = if passive && agent_by.is_none() { answered(clause, at) } else { None };
    let passive = passive && answered.is_none();
    let subject = if let Some(answered) = answered {
        answered
    } else if passive {
        clause.of(agent_by?, None, 0.85)
    } else if word(words, at.wrapping_sub(1)) == "as" && shape.ends_with("ing") {
        let (subject, outlet) = quoted(clause, at, found)?;
        reported_by.extend(outlet);
        subject
    } else {
        // "“No,” objected Obi", "the port would close, warned Obi": other acts do not stand before their speaker.
        let closes = matches!(previous, "”" | "\"" | "''" | "»" | "’" | "'");
        let told = speech || !shape.ends_with("ing") && (closes || CLAUSAL.contains(&verb.lemma.as_str()));
        let inverts = told && !TO.contains(&verb.lemma.as_str());
        // "suggested Lima": a place behind an act is what it is about.
        let about = |subject: &Subject| {
            !speech
                && subject.behind.is_some()
                && matches!(subject.kind, MentionKind::State | MentionKind::City)
        };
        let whose = || {
            let inverted = clause.subject(at, inverts, before);
            // "the port would close, warned Obi": of a verb that takes whom it is said to, as the grammar tells.
            let behind = || {
                let clausal = CLAUSAL.contains(&verb.lemma.as_str()) && is_mark(previous);
                clausal
                    .then(|| clause.by_syntax(at))
                    .flatten()
                    .filter(|found| found.kind == MentionKind::Person)
            };
            inverted
                .filter(|found| !about(found))
                .or_else(behind)
                .or_else(|| clause.subject(at, false, before))
        };
        teller(clause, (text, cast, sentence), at).or_else(whose)?
    };
    let object = clause.agents.iter().find(|agent| agent.tokens.start == end && subject.behind.is_none());
    if let Some(object) = object.filter(|_| TO.contains(&verb.lemma.as_str())) {
        if object.kind == MentionKind::Outlet && verb.lemma == "tell" {
            reported_by.push(object.actor);
        } else {
            audience.push(object.actor);
        }
    }
    let subject_end = start;
    let said = said(clause, at, end, &subject, speech, passive, object.filter(|_| verb.lemma == "tell"));
    Some(Cue {
        tokens: at..end,
        act: left.unwrap_or(verb.act),
        manner: verb.manner,
        subject,
        words: if left.is_some() { start.max(subject_end)..said.end } else { said },
        audience,
        reported_by,
    })
}
