//! The frame of a trigger: who is its subject, its object, who stands "with" and "between" on it.
//!
//! Reads the tree alone. Invariant: what the tree does not connect with the trigger is not in the frame.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::party::{Group, Room};
use super::trigger::{self, Trigger};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;

/// Those whom the grammar connects with a trigger.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Those who received, in order.
    pub hosts: Vec<ActorNumber>,
    /// The others.
    pub parties: Vec<ActorNumber>,
    /// A group that the text has named before and that takes part: "the two ministers", "both sides".
    pub group: Option<Group>,
    /// Whether one of the parties is a body that hears others: "briefed the Council".
    pub council: bool,
}

impl Frame {
    /// How many persons hang on the trigger.
    pub fn persons(&self, cast: &Cast) -> usize {
        let all = self.hosts.iter().chain(&self.parties);
        all.filter(|&&actor| cast.members[actor].kind == ActorKind::Person).count()
    }

    /// Whether two who can sit at one table hang on the trigger: two persons, or two states.
    pub fn is_meeting(&self, cast: &Cast) -> bool {
        let all = || self.hosts.iter().chain(&self.parties).map(|&actor| &cast.members[actor]);
        let persons =
            // "welcomed the delegates": they are nobody that one could name.
            all().filter(|member| match member.kind {
                ActorKind::Person => true,
                ActorKind::Unnamed => !member.name.ends_with('s'),
                _ => false,
            }).count();
        let states = all()
            .filter(|member| {
                matches!(member.kind, ActorKind::State | ActorKind::Organization) && !member.is_outlet
            })
            .count();
        persons >= 2 || states >= 2 || persons >= 1 && states >= 1 && (self.group.is_some() || self.council)
    }
}

/// Verbs whose subject takes part in the meeting that is their object.
const HOLDS: &[&str] = &[
    "hold", "have", "conduct", "attend", "join", "begin", "conclude", "resume", "convene", "lead", "end",
    "start", "finish", "enter", "continue", "complete", "close", "suspend", "leave", "schedule", "plan",
    "arrange", "agree", "seek", "request", "cancel", "postpone", "break", "reopen", "wrap", "want", "pay",
    "take", "receive", "get", "place", "make", "return", "put", "call", "scrap", "drop", "shelve", "delay",
    "defer", "adjourn", "abort", "boycott", "spend", "secure", "snatch", "grab", "extract",
];
/// Nouns of which a meeting is the matter and no other thing.
pub(super) const SPANS: &[&str] = &[
    "day",
    "hour",
    "evening",
    "week",
    "series",
    "set",
    "string",
    "pair",
    "couple",
    "number",
    "minute",
    "end",
    "start",
    "margin",
    "margins",
    "sidelines",
];
/// Verbs whose subject receives.
const HOSTS: &[&str] = &[
    "host",
    "give",
    "chair",
    "open",
    "lay",
    "offer",
    "organise",
    "organize",
    "preside",
    "mediate",
    "broker",
    "facilitate",
];
/// Prepositions of company.
const WITH: &[&str] =
    &["with", "between", "among", "alongside", "opposite", "beside", "involving", "to", "on", "facing"];

/// Reads the frame of a trigger.
pub fn frame(room: &Room<'_>, trigger: &Trigger) -> Frame {
    let parse = &room.text.sentences[room.sentence].parse;
    let mut frame = Frame::default();
    match trigger.noun {
        None => {
            // "plays host to the king": of what is done the verb tells.
            let plays = parse.tokens[trigger.token].relation == Relation::Object
                && room.words[trigger.token].eq_ignore_ascii_case("host");
            let deed = parse.head(trigger.token).filter(|_| plays).unwrap_or(trigger.token);
            let mut subjects = subject_tokens(parse, deed);
            frame.group = subjects.find_map(|head| {
                let group = room.group(head)?;
                let holders = room.holders(head, group);
                extend(&mut frame.parties, holders.clone());
                holders.is_empty().then_some(group)
            });
            verb(room, parse, deed, trigger.subject_hosts, trigger.object_hosts, &mut frame);
            // "Ministers agreed to meet again": who they are is for the meeting told before to say.
            if frame.group.is_some() {
                frame.parties.retain(|&actor| !is_crowd(room.cast, actor));
            }
            let plain = !trigger.weak
                || matches!(
                    parse.tokens[trigger.token].lemma.as_str(),
                    "sit" | "speak" | "talk" | "sign" | "discuss" | "argue"
                );
            // "The Presidents of Peru, X; of Chile, Y; and of Bolivia, Z, met in Lima": trees break there.
            let listed = || {
                matches!(
                    parse.tokens[trigger.token].lemma.as_str(),
                    "meet" | "gather" | "convene" | "assemble"
                ) && room.words[..trigger.token].contains(&";")
            };
            if plain && frame.hosts.is_empty() && frame.parties.is_empty() && frame.group.is_none()
                || listed()
            {
                extend(&mut frame.parties, named_before(room, parse, trigger.token));
            }
            frame.council = matches!(parse.tokens[trigger.token].lemma.as_str(), "brief" | "address")
                && frame.parties.iter().any(|&actor| is_council(&room.cast.members[actor].name))
                // "was summoned to the Foreign Ministry"
                || parse.tokens[trigger.token].lemma == "summon" && parse.is_passive(trigger.token);
        }
        Some(_) => noun(room, parse, trigger.token, &mut frame),
    }
    frame
}

fn verb(
    room: &Room<'_>,
    parse: &Parse,
    verb: usize,
    subject_hosts: bool,
    object_hosts: bool,
    frame: &mut Frame,
) {
    let subjects = subject(room, parse, verb);
    let objects: Vec<ActorNumber> =
        parse.objects(verb).flat_map(|object| referent(room, parse, object)).collect();
    let agents: Vec<ActorNumber> = parse
        .children_by(verb, Relation::ObliqueAgent)
        .chain(with_case(room, parse, verb, &["by"]))
        .flat_map(|agent| room.actors(agent))
        .collect();
    // "She was met at the airport by X and later received by Y": the tree may hang X on the airport.
    let agents =
        if agents.is_empty() && parse.is_passive(verb) { by_behind(room, parse, verb) } else { agents };
    // "was summoned and given a note by X"
    let agents = if agents.is_empty() && parse.is_passive(verb) {
        let joined = parse.conjuncts(verb).flat_map(|other| {
            parse
                .children_by(other, Relation::ObliqueAgent)
                .chain(with_case(room, parse, other, &["by"]))
                .collect::<Vec<_>>()
        });
        joined.flat_map(|agent| room.actors(agent)).collect()
    } else {
        agents
    };
    if parse.tokens[verb].relation == Relation::AdnominalClause
        && let Some(noun) = parse.head(verb)
    {
        extend(&mut frame.parties, offered(room, parse, noun));
    }
    // "is to visit Lisbon at the invitation of X", "accepted an invitation from X to visit Lisbon"
    let above =
        parse.head(verb).into_iter().flat_map(|head| parse.objects(head)).filter(|&object| object < verb);
    let invited: Vec<ActorNumber> =
        parse.obliques(verb).chain(above).flat_map(|noun| offered(room, parse, noun)).collect();
    extend(&mut frame.hosts, invited);
    // "spent an hour with her": the tree may hang the company on the time.
    let spans = parse
        .objects(verb)
        .flat_map(|object| std::iter::once(object).chain(parse.conjuncts(object)))
        .filter(|&object| {
            // "where he will talk energy with the minister"
            let matter = matches!(
                parse.tokens[verb].lemma.as_str(),
                "talk" | "discuss" | "review" | "exchange" | "share"
            );
            matter || SPANS.contains(&parse.tokens[object].lemma.as_str())
        });
    // "was photographed in Lisbon with the premier": the tree may hang the company on the town.
    let places = places_of(room, parse, verb);
    let company: Vec<ActorNumber> = std::iter::once(verb)
        .chain(spans)
        .chain(places)
        .chain(faces(parse, verb))
        .flat_map(|head| with_case(room, parse, head, WITH))
        // "Called on the minister", but "adopted a resolution on Portugal"
        .filter(|&other| {
            let on = parse.case(other).is_some_and(|case| room.words[case].eq_ignore_ascii_case("on"));
            const ON: &[&str] = &["call", "pay", "wait", "drop", "look", "make", "return"];
            !on || ON.contains(&parse.tokens[verb].lemma.as_str())
        })
        .flat_map(|other| referent(room, parse, other))
        .collect();
    // "spoke by telephone with both prime ministers"
    let groups: Vec<ActorNumber> = parse
        .objects(verb)
        .chain(with_case(room, parse, verb, WITH))
        .filter(|&other| room.actors(other).is_empty())
        .filter_map(|other| Some(room.holders(other, room.group(other)?)))
        .flatten()
        .collect();
    // "was the guest of the king", "was the king's guest"
    let owners: Vec<ActorNumber> = with_case(room, parse, verb, &["of"])
        .chain(parse.children_by(verb, Relation::Possessor))
        .filter(|_| parse.tokens[verb].upos == Upos::Noun)
        .flat_map(|owner| room.actors(owner))
        .collect();
    extend(&mut frame.hosts, owners);
    extend(&mut frame.parties, chairs(room, parse, verb));
    if parse.is_passive(verb) {
        extend(if object_hosts { &mut frame.hosts } else { &mut frame.parties }, agents);
        extend(&mut frame.parties, subjects);
        extend(&mut frame.parties, company);
        return;
    }
    extend(&mut frame.parties, groups);
    extend(if subject_hosts { &mut frame.hosts } else { &mut frame.parties }, subjects);
    extend(if object_hosts { &mut frame.hosts } else { &mut frame.parties }, objects);
    extend(&mut frame.parties, company);
}

/// "brought the minister face to face with her": what her name hangs on.
fn faces(parse: &Parse, verb: usize) -> Vec<usize> {
    let is_face = |at: &usize| parse.tokens[*at].lemma == "face";
    let first = parse.children(verb).filter(is_face);
    first.flat_map(|face| std::iter::once(face).chain(parse.children(face).filter(is_face))).collect()
}

/// The places that hang on a verb.
fn places_of<'p>(room: &'p Room<'_>, parse: &'p Parse, verb: usize) -> impl Iterator<Item = usize> + 'p {
    parse.obliques(verb).filter(|&at| {
        let stands = parse.case(at).is_some_and(|case| matches!(room.words[case], "in" | "at" | "aboard"));
        match room.cast.mention_at(room.sentence, at) {
            Some((_, mention)) => mention.kind.is_place(),
            None => stands && room.words[at].starts_with(char::is_uppercase),
        }
    })
}

/// Whom the first "by" behind a passive verb names, before another verb.
fn by_behind(room: &Room<'_>, parse: &Parse, verb: usize) -> Vec<ActorNumber> {
    const NEAR: usize = 8;
    let end = (verb + NEAR).min(parse.len());
    let by = (verb + 1..end)
        .take_while(|&at| parse.tokens[at].upos != Upos::Verb && room.words[at] != ",")
        .find(|&at| room.words[at] == "by");
    let named = by.and_then(|by| {
        room.agents.iter().find(|agent| agent.tokens.start > by && agent.tokens.start <= by + 2)
    });
    named.map(|agent| room.actors(agent.tokens.end - 1)).unwrap_or_default()
}

/// Whom the first "between" behind a noun names, before another verb: of "encounters in Doha between officers of
/// the army and their Chadian counterparts" the tree may hang them on the town.
fn between_behind(room: &Room<'_>, parse: &Parse, noun: usize) -> Vec<ActorNumber> {
    const NEAR: usize = 10;
    let end = (noun + NEAR).min(parse.len());
    let between = (noun + 1..end)
        .take_while(|&at| parse.tokens[at].upos != Upos::Verb && room.words[at] != ";")
        .find(|&at| matches!(room.words[at], "between" | "involving"));
    let head =
        between.filter(|&at| parse.tokens[at].relation == Relation::Case).and_then(|at| parse.head(at));
    head.map(|head| room.actors(head)).unwrap_or_default()
}

/// Under whose chairmanship it is.
fn chairs(room: &Room<'_>, parse: &Parse, trigger: usize) -> Vec<ActorNumber> {
    const CHAIRS: &[&str] = &["chairmanship", "chairwomanship", "chair", "presidency"];
    let under = with_case(room, parse, trigger, &["under"])
        .filter(|&at| CHAIRS.contains(&parse.tokens[at].lemma.as_str()));
    // "with Ada Obi in the chair"
    let seated = parse
        .children(trigger)
        .filter(|&at| parse.tokens[at].lemma == "chair" && parse.tokens[at].upos == Upos::Noun)
        .flat_map(|at| parse.subjects(at))
        .flat_map(|who| room.actors(who));
    under
        .flat_map(|at| with_case(room, parse, at, &["of"]).chain(parse.children_by(at, Relation::Possessor)))
        .flat_map(|whose| room.actors(whose))
        .chain(seated)
        .collect()
}

fn noun(room: &Room<'_>, parse: &Parse, noun: usize, frame: &mut Frame) {
    extend(&mut frame.parties, room.modifiers(noun));
    extend(&mut frame.parties, chairs(room, parse, noun));
    for child in parse.children(noun) {
        let relation = parse.tokens[child].relation;
        let case = parse.case(child).map(|case| room.words[case].to_lowercase());
        let company = case.as_deref().is_some_and(|case| {
            WITH.contains(&case)
                || matches!(case, "of" | "upon" | "by")
                || case == "from" && room.words[noun] == "call"
        });
        // "talks under the auspices of the United Nations"
        if parse.tokens[child].lemma == "auspex" || matches!(room.words[child], "auspices" | "aegis") {
            extend(
                &mut frame.parties,
                with_case(room, parse, child, &["of"]).flat_map(|other| room.actors(other)).collect(),
            );
        }
        if matches!(relation, Relation::NominalModifier | Relation::Oblique) && company {
            let group = room.group(child);
            frame.group = frame.group.or(group);
            let holders = group.map(|group| room.holders(child, group)).unwrap_or_default();
            extend(&mut frame.parties, holders);
            extend(&mut frame.parties, room.actors(child));
        }
    }
    // "the summit, which X opened on Monday", "the talks that Y had chaired"
    for clause in parse.children_by(noun, Relation::RelativeClause) {
        let lemma = parse.tokens[clause].lemma.as_str();
        let own = parse.objects(clause).any(|at| matches!(room.words[at], "that" | "which"));
        if own
            && (HOSTS.contains(&lemma)
                || matches!(lemma, "attend" | "address" | "close" | "convene" | "join"))
        {
            extend(&mut frame.parties, subject(room, parse, clause));
        }
    }
    // "The talks that brought X face to face with Y"
    const BRINGS: &[&str] =
        &["bring", "unite", "reunite", "gather", "see", "join", "include", "involve", "assemble"];
    for clause in parse.children_by(noun, Relation::RelativeClause) {
        let own = parse.subjects(clause).any(|at| matches!(room.words[at], "that" | "which"));
        if own && BRINGS.contains(&parse.tokens[clause].lemma.as_str()) {
            let objects: Vec<usize> = parse.objects(clause).collect();
            extend(&mut frame.parties, objects.iter().flat_map(|&object| room.actors(object)).collect());
            let within = std::iter::once(clause).chain(objects).chain(parse.obliques(clause)).chain(
                parse
                    .children(clause)
                    .filter(|&child| child > clause && parse.tokens[child].upos != Upos::Verb),
            );
            let with = within.flat_map(|head| with_case(room, parse, head, &["with"]).collect::<Vec<_>>());
            extend(&mut frame.parties, with.flat_map(|other| room.actors(other)).collect());
        }
    }
    // "a lunch hosted by the minister"
    for clause in parse.children_by(noun, Relation::AdnominalClause) {
        let lemma = parse.tokens[clause].lemma.as_str();
        if HOSTS.contains(&lemma) || matches!(lemma, "hold" | "convene" | "call") {
            let by = parse
                .children_by(clause, Relation::ObliqueAgent)
                .chain(with_case(room, parse, clause, &["by"]))
                .flat_map(|agent| room.actors(agent));
            extend(&mut frame.hosts, by.collect());
            let with = with_case(room, parse, clause, WITH).flat_map(|other| room.actors(other));
            extend(&mut frame.parties, with.collect());
        }
    }
    // "She held talks with X, followed by a lunch": the lunch was hers too.
    let follows = parse.case(noun).is_some_and(|case| room.words[case] == "by")
        && parse.head(noun).is_some_and(|head| parse.tokens[head].lemma == "follow");
    if follows
        && let Some(above) = parse
            .ancestors(noun)
            .skip(1)
            .find(|&at| parse.tokens[at].upos == Upos::Verb && parse.subjects(at).next().is_some())
    {
        extend(&mut frame.parties, subject(room, parse, above));
    }
    if frame.parties.is_empty() && frame.group.is_none() {
        extend(&mut frame.parties, between_behind(room, parse, noun));
    }
    // The verb that the noun, or the noun it is joined to, hangs from.
    let mut at = noun;
    for _ in 0..4 {
        let Some(head) = parse.head(at) else { return };
        let relation = parse.tokens[at].relation;
        let lemma = parse.tokens[head].lemma.as_str();
        let case = parse.case(at).map(|case| room.words[case].to_lowercase()).unwrap_or_default();
        match relation {
            Relation::Conjunct => at = head,
            // "a day of talks", but not "an account of the talks".
            Relation::NominalModifier if trigger::is_meeting_noun(lemma) || SPANS.contains(&lemma) => {
                at = head
            }
            // "X and Y, in a call on Monday, condemned it"
            Relation::NominalModifier
                if matches!(case.as_str(), "in" | "during" | "at" | "over")
                    && parse.tokens[head].relation.is_subject()
                    && names_person(room, head) =>
            {
                extend(&mut frame.parties, room.actors(head));
                return;
            }
            Relation::NominalModifier if !offered(room, parse, head).is_empty() => {
                extend(&mut frame.parties, offered(room, parse, head));
                at = head;
            }
            Relation::Object if case.is_empty() => {
                let hosts = HOSTS.contains(&lemma);
                frame.group = frame
                    .group
                    .or_else(|| subject_tokens(parse, head).find_map(|subject| room.group(subject)));
                if hosts || HOLDS.contains(&lemma) {
                    // Whose talks they are comes before those with whom they are held.
                    let subjects = subject(room, parse, head);
                    if hosts {
                        extend(&mut frame.hosts, subjects);
                    } else {
                        let others = std::mem::replace(&mut frame.parties, subjects);
                        extend(&mut frame.parties, others);
                    }
                    extend(
                        &mut frame.parties,
                        with_case(room, parse, head, WITH).flat_map(|other| room.actors(other)).collect(),
                    );
                }
                if hosts {
                    // "gave audience at the palace to the envoy": the tree may hang the envoy on the palace.
                    let guests = std::iter::once(head)
                        .chain(places_of(room, parse, head))
                        .flat_map(|at| with_case(room, parse, at, &["for", "to"]))
                        .flat_map(|other| room.actors(other))
                        .collect();
                    extend(&mut frame.parties, guests);
                    extend(&mut frame.parties, honoured(room, parse, &[noun, head]));
                }
                return;
            }
            Relation::Oblique | Relation::Object => {
                // "flew home after three hours with the president"
                let after = matches!(case.as_str(), "after" | "before")
                    && SPANS.contains(&parse.tokens[noun].lemma.as_str());
                if after || matches!(case.as_str(), "for" | "at" | "in" | "to" | "during" | "from") {
                    let subjects = subject(room, parse, head);
                    // "In a call on Tuesday X told Y", "At talks in Riga X told Y": both were in it.
                    let told = matches!(room.words[noun], "call" | "conversation")
                        && parse.objects(head).any(|object| !room.actors(object).is_empty())
                        || parse.objects(head).any(|object| names_person(room, object));
                    let speaks = !told
                        && matches!(lemma, "say" | "tell" | "add" | "write" | "announce" | "warn" | "speak");
                    // "for not sending anybody to the talks": nobody is brought to them.
                    if !speaks && !parse.negated(head) {
                        extend(&mut frame.parties, subjects);
                        // "had Y to dinner", "joined Y for lunch"
                        let others = parse.objects(head).filter(|&object| object != at);
                        let objects = others.clone().flat_map(|object| room.actors(object)).collect();
                        extend(&mut frame.parties, objects);
                        // "turned down an invitation from Y to talks"
                        let hosts = others.flat_map(|object| offered(room, parse, object)).collect();
                        extend(&mut frame.parties, hosts);
                        extend(
                            &mut frame.parties,
                            with_case(room, parse, head, WITH).flat_map(|other| room.actors(other)).collect(),
                        );
                    }
                }
                return;
            }
            Relation::Subject | Relation::PassiveSubject => {
                extend(
                    &mut frame.parties,
                    with_case(room, parse, head, WITH).flat_map(|other| room.actors(other)).collect(),
                );
                // "The talks brought together X and Y"
                extend(
                    &mut frame.parties,
                    parse.objects(head).flat_map(|object| room.actors(object)).collect(),
                );
                let with =
                    faces(parse, head).into_iter().flat_map(|face| with_case(room, parse, face, &["with"]));
                extend(&mut frame.parties, with.flat_map(|other| room.actors(other)).collect());
                return;
            }
            _ => return,
        }
    }
}

/// The persons named before a verb that the tree gives no subject, where it is the first of its sentence: "From
/// Friday to Sunday, Presidents X and Y and Chancellor Z sat around one table".
fn named_before(room: &Room<'_>, parse: &Parse, verb: usize) -> Vec<ActorNumber> {
    let finite = |at: usize| {
        matches!(parse.tokens[at].tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md)
            && matches!(parse.tokens[at].upos, Upos::Verb | Upos::Auxiliary)
    };
    if !finite(verb) || (0..verb).any(finite) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let named = room.agents.iter().filter(|agent| {
        let of =
            agent.tokens.start.checked_sub(1).is_some_and(|at| matches!(room.words[at], "of" | "for" | "by"));
        agent.kind == MentionKind::Person
            && agent.tokens.end <= verb
            && !of
            && !room.is_of_others(&agent.tokens)
    });
    extend(&mut found, named.map(|agent| agent.actor).collect());
    if found.len() >= 2 { found } else { Vec::new() }
}

/// Whether a phrase names a person.
fn names_person(room: &Room<'_>, head: usize) -> bool {
    room.actors(head).into_iter().any(|actor| room.cast.members[actor].kind == ActorKind::Person)
}

/// Whether an actor is several whom the text does not name: "the delegates".
fn is_crowd(cast: &Cast, actor: ActorNumber) -> bool {
    let member = &cast.members[actor];
    member.kind == ActorKind::Unnamed && member.name.ends_with('s')
}

/// Whether the name is that of a body that hears others in session.
fn is_council(name: &str) -> bool {
    ["Council", "Assembly", "Committee", "Parliament", "Congress", "Board", "Senate"]
        .iter()
        .any(|body| name.ends_with(body))
}

/// In whose honour it is given: "a dinner in his honour", "in honour of the king".
fn honoured(room: &Room<'_>, parse: &Parse, heads: &[usize]) -> Vec<ActorNumber> {
    let honours = heads.iter().flat_map(|&head| parse.children(head)).filter(|&child| {
        matches!(parse.tokens[child].lemma.as_str(), "honour" | "honor")
            && parse.case(child).is_some_and(|case| room.words[case] == "in")
    });
    honours
        .flat_map(|honour| {
            let mut whose = room.modifiers(honour);
            whose.extend(with_case(room, parse, honour, &["of"]).flat_map(|other| room.actors(other)));
            whose
        })
        .collect()
}

/// Those whose invitation, offer or request a noun is.
fn offered(room: &Room<'_>, parse: &Parse, noun: usize) -> Vec<ActorNumber> {
    if !matches!(parse.tokens[noun].lemma.as_str(), "invitation" | "offer" | "request" | "proposal") {
        return Vec::new();
    }
    let by = with_case(room, parse, noun, &["from", "by", "of"])
        .chain(parse.children_by(noun, Relation::Possessor));
    by.flat_map(|other| room.actors(other)).collect()
}

/// The subjects of a verb, where it has none of its own the one it shares with another.
pub(super) fn acting(parse: &Parse, verb: usize) -> Vec<usize> {
    let own: Vec<usize> = parse.subjects(verb).collect();
    if own.is_empty() { parse.understood_subject(verb).into_iter().collect() } else { own }
}

fn subject_tokens(parse: &Parse, verb: usize) -> impl Iterator<Item = usize> + '_ {
    parse.subjects(verb).chain(parse.understood_subject(verb))
}

/// The actors of a phrase; of "whom" and "which" those of the noun that its clause hangs on.
pub(super) fn referent(room: &Room<'_>, parse: &Parse, head: usize) -> Vec<ActorNumber> {
    let relative = matches!(room.words[head].to_lowercase().as_str(), "whom" | "who" | "which" | "that");
    let clause = || parse.ancestors(head).find(|&at| parse.tokens[at].relation == Relation::RelativeClause);
    let noun = if relative { clause().and_then(|clause| parse.head(clause)) } else { None };
    // "It was X, not Y, who met him"
    let denied = |at: usize| {
        parse.tokens[at].relation == Relation::Conjunct
            && parse.children(at).any(|child| room.words[child].eq_ignore_ascii_case("not"))
    };
    let noun = noun.map(|noun| if denied(noun) { parse.head(noun).unwrap_or(noun) } else { noun });
    room.actors(noun.unwrap_or(head))
}

/// The subject of a verb, its own or the one it shares.
fn subject(room: &Room<'_>, parse: &Parse, verb: usize) -> Vec<ActorNumber> {
    let own: Vec<ActorNumber> =
        parse.subjects(verb).flat_map(|subject| referent(room, parse, subject)).collect();
    if !own.is_empty() {
        return own;
    }
    let understood: Vec<ActorNumber> =
        parse.understood_subject(verb).map(|subject| referent(room, parse, subject)).unwrap_or_default();
    if !understood.is_empty() || parse.tokens[verb].relation != Relation::AdnominalClause {
        return understood;
    }
    // "a lunch hosted by the minister": it is the lunch that is hosted.
    if parse.head(verb).is_some_and(|noun| trigger::is_meeting_noun(&room.words[noun].to_lowercase())) {
        return Vec::new();
    }
    // "flew in, in time to dine with the king": who flew in.
    let above = parse.ancestors(verb).skip(1).find(|&at| parse.tokens[at].upos == Upos::Verb);
    above.map(|above| subject(room, parse, above)).unwrap_or_default()
}

fn with_case<'p>(
    room: &'p Room<'_>,
    parse: &'p Parse,
    head: usize,
    cases: &'p [&str],
) -> impl Iterator<Item = usize> + 'p {
    parse.children(head).filter(move |&child| {
        matches!(
            parse.tokens[child].relation,
            Relation::Oblique | Relation::NominalModifier | Relation::ObliqueAgent
        ) && parse.case(child).is_some_and(|case| cases.contains(&room.words[case].to_lowercase().as_str()))
    })
}

fn extend(to: &mut Vec<ActorNumber>, from: Vec<ActorNumber>) {
    for actor in from {
        if !to.contains(&actor) {
            to.push(actor);
        }
    }
}
