//! For which state somebody leads a team: "X, who headed the Ukrainian team", "the Bolivian side, led by X", "Zambia was
//! represented by X".
//!
//! Reads the grammar of one sentence; it must not know meetings. Invariant: a team of no state, or of several, tells
//! nothing.

use rapporteur_schema::Country;
use rapporteur_syntax::{Parse, Relation, Upos};

use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::text::Text;

/// What somebody leads for a state.
const TEAMS: &[&str] = &["delegation", "team", "side", "mission", "contingent", "negotiator", "delegate"];

/// The state whose team the person of a mention leads, or for which the person came.
pub(super) fn led(text: &Text<'_>, cast: &Cast, index: usize) -> Option<Country> {
    let person = &cast.mentions[index];
    let parse = &text.sentences[person.sentence].parse;
    (0..parse.len()).filter(|&verb| parse.tokens[verb].upos == Upos::Verb).find_map(|verb| {
        let lemma = parse.tokens[verb].lemma.as_str();
        let represents = lemma == "represent";
        if !represents && !matches!(lemma, "lead" | "head") || parse.negated(verb) {
            return None;
        }
        let is_person = |at: usize| person.tokens.contains(&at);
        let agent = parse.child(verb, Relation::ObliqueAgent);
        let by = agent.is_some_and(|agent| {
            is_person(agent) || parse.children_by(agent, Relation::Apposition).any(is_person)
        });
        let team = if by {
            acted_on(parse, verb, represents)
        } else {
            let subject = parse.understood_subject(verb).is_some_and(is_person)
                || parse.head(verb).is_some_and(is_person)
                || begins_behind(parse, person.tokens.end, verb);
            let own = parse.objects(verb).chain(
                parse
                    .obliques(verb)
                    .filter(|&at| parse.case(at).is_some_and(|case| parse.tokens[case].lemma == "for")),
            );
            own.filter(|_| subject && agent.is_none()).find(|&noun| {
                represents || is_team(parse, noun) || parse.tokens[noun].upos == Upos::ProperNoun
            })
        }?;
        state_of(parse, cast, person.sentence, team)
    })
}

/// The team of "the Bolivian side, led by", "Peru was represented by".
fn acted_on(parse: &Parse, verb: usize, represents: bool) -> Option<usize> {
    const NEAR: usize = 3;
    let subject = parse.subjects(verb).next();
    let noun = parse.head(verb).filter(|&head| head < verb);
    // The tree may hang the participle on the verb behind it.
    let before = (verb.saturating_sub(NEAR)..verb).rev();
    subject
        .into_iter()
        .chain(noun)
        .chain(before)
        .find(|&at| is_team(parse, at) || represents && subject == Some(at))
}

/// Whether a verb opens what stands behind a name: ", leading", ", who led".
fn begins_behind(parse: &Parse, end: usize, verb: usize) -> bool {
    let gap = end..verb;
    !gap.is_empty()
        && gap.len() <= 3
        && gap.into_iter().all(|at| {
            matches!(
                parse.tokens[at].upos,
                Upos::Punctuation | Upos::Pronoun | Upos::Auxiliary | Upos::Adverb
            )
        })
}

fn is_team(parse: &Parse, at: usize) -> bool {
    TEAMS.contains(&parse.tokens[at].lemma.as_str())
}

/// The one state that a noun phrase names.
fn state_of(parse: &Parse, cast: &Cast, sentence: usize, noun: usize) -> Option<Country> {
    let start = *parse.subtree(noun).start();
    let mut named = cast
        .in_sentence(sentence)
        .filter(|(_, m)| {
            matches!(m.kind, MentionKind::State | MentionKind::Adjective | MentionKind::Seat)
                && m.tokens.start >= start
                && m.tokens.start <= noun
        })
        .filter_map(|(_, m)| m.country);
    let first = named.next()?;
    named.all(|other| other == first).then_some(first)
}
