//! Whom an outcome binds: the states and organisations of its sentence, else the countries of its
//! persons, else those that the text around it speaks of.
//!
//! Invariant: parties are in the order of the cast and named once.

use std::collections::BTreeSet;
use std::ops::Range;

use rapporteur_schema::{ActorKind, OutcomeKind};

use rapporteur_syntax::{Parse, Relation};

use super::find::Find;
use crate::affiliation::Affiliations;
use crate::agent;
use crate::cast::{ActorNumber, Cast};
use crate::collective;
use crate::mention::{Mention, MentionKind};
use crate::text::Text;

/// The token of who does what the verb at a token says, where the grammar tells; none where there is no such verb.
pub(super) fn doer(parse: &Parse, verb: usize) -> Option<usize> {
    if verb >= parse.len() {
        return None;
    }
    parse.understood_subject(verb).or_else(|| parse.subjects(verb).next())
}

/// The parties that the grammar tells: the subject of the verb at a token, those it acts with, and for what
/// is given the one it is given to. Nothing where its subject names nobody.
pub(super) fn by_grammar(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    (verb, kind): (usize, OutcomeKind),
    speaker: Option<ActorNumber>,
    sides: &Affiliations,
) -> Vec<ActorNumber> {
    let parse = &text.sentences[sentence].parse;
    if verb >= parse.len() {
        return Vec::new();
    }
    let agents = agent::agents(text, cast, sentence, &agent::Focus::default());
    let mut found: Vec<ActorNumber> = Vec::new();
    let mut add = |actor: ActorNumber| {
        if let Some(side) = sides.side(cast, actor).filter(|side| !found.contains(side)) {
            found.push(side);
        }
    };
    let doer = if parse.is_passive(verb) {
        parse.child(verb, Relation::ObliqueAgent)
    } else {
        parse.understood_subject(verb)
    };
    let lower = |at: usize| text.word(text.sentences[sentence].tokens[at]).to_lowercase();
    for head in doer.into_iter().flat_map(|doer| std::iter::once(doer).chain(parse.conjuncts(doer))) {
        // "Mr. Lund and I have arranged to meet": in somebody's own words.
        if let Some(speaker) = speaker.filter(|_| matches!(lower(head).as_str(), "i" | "we")) {
            add(speaker);
            continue;
        }
        match collective::members(text, cast, sentence, head) {
            Some(several) => several.into_iter().for_each(&mut add),
            None => within(cast, parse, &agents, head).into_iter().for_each(&mut add),
        }
    }
    if found.is_empty() {
        return found;
    }
    let mut add = |actor: ActorNumber| {
        if !found.contains(&actor) && is_body(cast, actor) {
            found.push(actor);
        }
    };
    let word = |at: usize| text.word(text.sentences[sentence].tokens[at]).to_lowercase();
    // "Peru recognised Chile"; "sent Nepal six helicopters", which the tree may take for one name.
    let next = Some(verb + 1).filter(|&next| kind == OutcomeKind::Aid && next < parse.len());
    let acted_on = parse.objects(verb).chain(next).filter(|&object| is_state(cast, sentence, object));
    for at in acted_on {
        within(cast, parse, &agents, at).into_iter().for_each(&mut add);
    }
    // "Sanctions on Iraq were adopted by the Council": what is done has those it is done to.
    let passive = parse.children_by(verb, Relation::PassiveSubject);
    let nouns = parse.objects(verb).chain(passive);
    let beside = parse.obliques(verb).chain(nouns.flat_map(|noun| parse.children(noun)));
    let partners = beside.filter(|&at| {
        parse.case(at).is_some_and(|case| match word(case).as_str() {
            "with" | "between" | "against" | "to" => true,
            "on" | "upon" | "from" => kind == OutcomeKind::Sanctions || kind == OutcomeKind::Aid,
            "for" | "by" => kind == OutcomeKind::Aid,
            "of" => kind == OutcomeKind::Recognition,
            _ => false,
        })
    });
    for at in partners.flat_map(|at| std::iter::once(at).chain(parse.conjuncts(at))) {
        within(cast, parse, &agents, at).into_iter().for_each(&mut add);
    }
    found
}

/// Those whom a find binds as its grammar tells: who does it, of one whose state is not told whoever he says will do
/// it, and to whom it is done.
pub(super) fn told(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    find: &Find,
    speaker: Option<ActorNumber>,
    sides: &Affiliations,
) -> Vec<ActorNumber> {
    let parse = &text.sentences[sentence].parse;
    let by = |verb: usize| by_grammar(text, cast, sentence, (verb, find.kind), speaker, sides);
    let mut found = by(find.verb);
    // "He gave his word that Israel would start no settlements"
    if find.verb < parse.len() && !found.iter().any(|&actor| is_body(cast, actor)) {
        let clauses = parse
            .children(find.verb)
            .chain(parse.objects(find.verb).flat_map(|object| parse.children(object)));
        let deed = clauses.filter(|&clause| {
            matches!(
                parse.tokens[clause].relation,
                Relation::ClausalComplement | Relation::AdnominalClause | Relation::RelativeClause
            ) && parse.subjects(clause).any(|subject| is_state(cast, sentence, subject))
        });
        if let Some(state) = deed.map(by).find(|state| !state.is_empty()) {
            found = state;
        }
    }
    // "halted imports of Australian coal", "a package of 90 million for Afghanistan"
    let done_to = matches!(find.kind, OutcomeKind::Sanctions | OutcomeKind::Recognition | OutcomeKind::Aid);
    if done_to && !found.is_empty() {
        for (index, mention) in cast.in_sentence(sentence) {
            let head = mention.tokens.end.saturating_sub(1);
            let given = parse
                .tokens
                .get(head)
                .and_then(|_| parse.case(head))
                .is_some_and(|case| matches!(parse.tokens[case].lemma.as_str(), "to" | "for"));
            let state = matches!(mention.kind, MentionKind::State | MentionKind::Adjective)
                && find.words.contains(&head)
                && (given || find.kind != OutcomeKind::Aid);
            let actor = cast.actor[index].or_else(|| mention.country.and_then(|country| cast.state(country)));
            if let Some(actor) =
                actor.filter(|actor| state && is_body(cast, *actor) && !found.contains(actor))
            {
                found.push(actor);
            }
        }
    }
    found
}

/// Whether a token names a state, or the seat of its government.
pub(super) fn is_state(cast: &Cast, sentence: usize, token: usize) -> bool {
    cast.mention_at(sentence, token).is_some_and(|(_, mention)| {
        matches!(mention.kind, MentionKind::State | MentionKind::City | MentionKind::Seat)
    })
}

/// The parties to a list of what was agreed, by the sentence that leads it.
pub(super) fn of_lead(text: &Text<'_>, cast: &Cast, lead: usize, sides: &Affiliations) -> Vec<ActorNumber> {
    let parse = &text.sentences[lead].parse;
    parse
        .root()
        .map(|root| by_grammar(text, cast, lead, (root, OutcomeKind::Agreement), None, sides))
        .unwrap_or_default()
}

/// Those whom a noun names by itself or by what belongs to it: "Peru", "the governments of Peru and Chile".
fn within(cast: &Cast, parse: &Parse, agents: &[agent::Agent], head: usize) -> Vec<ActorNumber> {
    let own = agents.iter().find(|agent| agent.tokens.contains(&head));
    if let Some(agent) = own {
        return vec![governed(cast, agent)];
    }
    let belongs = parse.children(head).filter(|&child| {
        matches!(
            parse.tokens[child].relation,
            Relation::NominalModifier | Relation::AdjectivalModifier | Relation::Compound
        )
    });
    let named = belongs.flat_map(|child| std::iter::once(child).chain(parse.conjuncts(child)));
    named
        .filter_map(|at| agents.iter().find(|agent| agent.tokens.contains(&at)))
        .map(|agent| governed(cast, agent))
        .collect()
}

/// The state whose seat or government it is, where the text speaks of it: "Peking", "the Dutch government".
fn governed(cast: &Cast, agent: &agent::Agent) -> ActorNumber {
    let member = &cast.members[agent.actor];
    let seat = agent.kind == MentionKind::Seat
        || member.kind == ActorKind::Organization && member.name.to_lowercase().ends_with("government");
    let state = member.country.filter(|_| seat).and_then(|country| cast.state(country));
    state.unwrap_or(agent.actor)
}

/// How many sentences back "the two sides" may reach.
const REACH: usize = 6;

/// The parties of an outcome told in a sentence by some of its words. Who tells it, and their state, is
/// none where there are two others. `alone` is what one party can do by itself.
pub(super) fn parties(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    words: &Range<usize>,
    speakers: &[ActorNumber],
    alone: bool,
    sides: &Affiliations,
) -> Vec<ActorNumber> {
    let bodies = |at: usize| bodies(text, cast, at, (at == sentence).then_some(words), sides);
    let mut own = bodies(sentence);
    let tells = |actor: ActorNumber| {
        speakers.iter().any(|&speaker| {
            let member = &cast.members[speaker];
            let person = matches!(member.kind, ActorKind::Person | ActorKind::Unnamed);
            speaker == actor && person
                || person && member.country.is_some() && member.country == cast.members[actor].country
        })
    };
    let others: BTreeSet<ActorNumber> = own.iter().copied().filter(|&actor| !tells(actor)).collect();
    if others.len() > 1 || others.is_empty() && !alone {
        own = others;
    }
    if own.len() > 1
        || alone
            && own.len() == 1
            && own.iter().all(|actor| !speakers.contains(actor) || is_body(cast, *actor))
    {
        return own.into_iter().collect();
    }
    let near = (sentence.saturating_sub(REACH)..sentence)
        .rev()
        .map(bodies)
        .find(|found| found.len() > 1 && own.is_subset(found));
    let found = match near {
        Some(near) => near,
        None if own.is_empty() => most_named(cast),
        None => own,
    };
    found.into_iter().collect()
}

pub(super) fn is_body(cast: &Cast, actor: ActorNumber) -> bool {
    matches!(cast.members[actor].kind, ActorKind::State | ActorKind::Organization | ActorKind::Delegation)
}

/// Whether a sentence itself names some of the parties, or their people.
pub(super) fn are_named(cast: &Cast, sentence: usize, parties: &[ActorNumber]) -> bool {
    cast.in_sentence(sentence).any(|(index, mention)| {
        let actor = cast.actor[index];
        parties.iter().any(|&party| {
            actor == Some(party)
                || mention.country.is_some() && mention.country == cast.members[party].country
        })
    })
}

/// Whether the words name no party: a place where something is, a language, the words of the cue.
fn is_aside(text: &Text<'_>, mention: &Mention, cue: Option<&Range<usize>>) -> bool {
    let tokens = &text.sentences[mention.sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or("", |&token| text.word(token));
    let before = mention.tokens.start.checked_sub(1).map_or("", word);
    let language = mention.kind == MentionKind::Adjective && matches!(before, "in" | "to" | "into");
    let shouted = mention.kind == MentionKind::Organization
        && cue.is_some_and(|cue| mention.tokens.start < cue.start + 2 && cue.start < mention.tokens.end)
        && mention.tokens.len() == 1
        && word(mention.tokens.start).chars().all(char::is_uppercase);
    // "US$8 million"
    let money = text.source.get(mention.range(text).end..).is_some_and(|behind| behind.starts_with('$'))
        || mention.name(text).contains('$');
    agent::is_whereabouts(text, mention) || language || shouted || money
}

/// The states and organisations of a sentence, the countries of its persons among them.
fn bodies(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    cue: Option<&Range<usize>>,
    sides: &Affiliations,
) -> BTreeSet<ActorNumber> {
    let mut found = BTreeSet::new();
    let mut persons = BTreeSet::new();
    for (index, mention) in cast.in_sentence(sentence) {
        let actor = cast.actor.get(index).copied().flatten();
        let actor = match mention.kind {
            MentionKind::Outlet | MentionKind::Region | MentionKind::Venue => continue,
            _ if is_aside(text, mention, cue) => continue,
            MentionKind::City => None,
            MentionKind::Seat => mention.country.and_then(|country| cast.state(country)).or(actor),
            MentionKind::Adjective => {
                actor.or_else(|| mention.country.and_then(|country| cast.state(country)))
            }
            _ => actor,
        };
        let Some(actor) = actor else { continue };
        match cast.members[actor].kind {
            ActorKind::State | ActorKind::Organization | ActorKind::Delegation => {
                found.insert(actor);
            }
            // "the leaders", "Ministers": whose they are is told elsewhere.
            ActorKind::Unnamed if cast.members[actor].country.is_none() => {}
            ActorKind::Person | ActorKind::Unnamed => {
                persons.insert(actor);
            }
        }
    }
    found.extend(
        persons.iter().filter_map(|&person| sides.side(cast, person)).filter(|&side| is_body(cast, side)),
    );
    if found.is_empty() { persons } else { found }
}

/// The two states that the text names most.
fn most_named(cast: &Cast) -> BTreeSet<ActorNumber> {
    let mut states: Vec<(usize, ActorNumber)> = cast
        .members
        .iter()
        .enumerate()
        .filter(|(_, member)| member.kind == ActorKind::State)
        .map(|(number, member)| (member.mentions.len(), number))
        .collect();
    states.sort_by_key(|&(count, number)| (std::cmp::Reverse(count), number));
    states.into_iter().take(2).map(|(_, number)| number).collect()
}
