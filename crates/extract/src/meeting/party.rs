//! Whom a phrase brings to a meeting: the actors under its head, its conjuncts and its appositions;
//! for "the Turkish delegation" and "leaders of France and Germany" the states, and the leaders the
//! text names.
//!
//! Reads trees and mentions; of triggers it knows the nouns. Invariant: each actor once, in the order of the words.

use std::ops::Range;

use rapporteur_schema::{ActorKind, Country};
use rapporteur_syntax::{FineTag, Relation};

use super::trigger;
use crate::agent::{self, Agent, Focus};
use crate::cast::{ActorNumber, Cast};
use crate::mention::{Mention, MentionKind, hyphenated};
use crate::text::Text;

/// Most tokens looked at for one phrase: an enumeration of every member of a council fits.
const MOST: usize = 120;

/// What a sentence offers to a reader of parties.
#[derive(Clone, Copy)]
pub struct Room<'a> {
    /// The text.
    pub text: &'a Text<'a>,
    /// Its cast.
    pub cast: &'a Cast,
    /// The sentence.
    pub sentence: usize,
    /// Its words.
    pub words: &'a [&'a str],
    /// Those in it who can act, in order.
    pub agents: &'a [Agent],
    /// Those in the sentences before.
    pub before: &'a [Vec<Agent>],
}

/// Several whom the text has named before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// How many, where the words tell.
    pub size: Option<usize>,
    /// Whether states or organisations are meant and not persons.
    pub sides: bool,
}

impl Room<'_> {
    /// The actors that the phrase under a head brings.
    pub fn actors(&self, head: usize) -> Vec<ActorNumber> {
        let parse = &self.text.sentences[self.sentence].parse;
        let mut found = Vec::new();
        let mut heads = vec![head];
        let mut seen = 0;
        while let Some(head) = heads.pop() {
            seen += 1;
            if seen > MOST {
                break;
            }
            for actor in self.listed(head) {
                push(&mut found, actor);
            }
            match self.agent_at(head) {
                // "Russian negotiators" are told of as their state; who they are the text does not say.
                Some(agent)
                    if agent.kind == MentionKind::Unnamed && is_body(&self.words[head].to_lowercase()) =>
                {
                    let before = found.len();
                    self.nominal(head, &mut found);
                    // "The two premiers" are persons whom the text names elsewhere.
                    let counted = head.checked_sub(1).is_some_and(|at| {
                        matches!(self.words[at].to_lowercase().as_str(), "two" | "three" | "four" | "both")
                    });
                    if found.len() == before && !counted {
                        push(&mut found, agent.actor);
                    }
                }
                // "They met again": who they are is for the meeting told before to say.
                Some(agent)
                    if agent.kind == MentionKind::Pronoun
                        && matches!(self.words[head].to_lowercase().as_str(), "they" | "them") => {}
                // "its Minister for the Pacific, Senator Ada Obi": whom the office means, the name says.
                Some(agent)
                    if agent.kind == MentionKind::Described
                        && parse.children_by(head, Relation::Apposition).any(|named| {
                            self.agent_at(named).is_some_and(|a| a.kind == MentionKind::Person)
                        }) => {}
                Some(agent) => push(&mut found, agent.actor),
                None => self.nominal(head, &mut found),
            }
            // "Ada Obi, a former minister": it is she.
            let named = self.agent_at(head).is_some_and(|agent| agent.kind == MentionKind::Person);
            let is_told = |child: usize| {
                named && self.agent_at(child).is_some_and(|agent| agent.kind == MentionKind::Unnamed)
            };
            // "It was X, not Y, who met him"
            let denied = |child: usize| {
                parse.children(child).any(|word| self.words[word].eq_ignore_ascii_case("not") && word < child)
            };
            let joined = parse.children(head).filter(|&child| match parse.tokens[child].relation {
                _ if denied(child) => false,
                Relation::Conjunct => true,
                Relation::Apposition => !is_told(child),
                _ => false,
            });
            let mut joined: Vec<usize> = joined.collect();
            joined.reverse();
            heads.extend(joined);
        }
        found
    }

    /// All whom an enumeration names that the token stands in: "Chad, Niger, Nigeria and Cameroon", which
    /// trees often break.
    fn listed(&self, token: usize) -> Vec<ActorNumber> {
        let named: Vec<&Mention> = self
            .cast
            .in_sentence(self.sentence)
            .map(|(_, mention)| mention)
            .filter(|mention| is_member(mention.kind))
            .collect();
        let Some(here) = named.iter().position(|mention| mention.tokens.contains(&token)) else {
            return Vec::new();
        };
        let joins = |one: &Mention, other: &Mention| {
            let alike = (one.kind == MentionKind::Person) == (other.kind == MentionKind::Person);
            let gap = self.words.get(one.tokens.end..other.tokens.start).unwrap_or_default();
            alike
                && matches!(
                    gap,
                    [","] | ["and"] | [",", "and"] | [",", "the"] | ["and", "the"] | [",", "and", "the"]
                )
        };
        let first = (0..here).rev().take_while(|&at| joins(named[at], named[at + 1])).last().unwrap_or(here);
        let last = (here..named.len() - 1).take_while(|&at| joins(named[at], named[at + 1])).last();
        let last = last.map_or(here, |at| at + 1);
        // "A, B and C's successor": of C himself nothing is told.
        let owns = |at: usize| matches!(self.words.get(named[at].tokens.end), Some(&("'s" | "’s")));
        let stop = if owns(last) && last > first { last - 1 } else { last };
        let closed =
            last > first && self.words[named[last - 1].tokens.end..named[last].tokens.start].contains(&"and");
        if last - first < 2 || !closed {
            return Vec::new();
        }
        named[first..=stop]
            .iter()
            .filter_map(|mention| self.cast.actor_at(self.sentence, mention.tokens.start))
            .collect()
    }

    /// The group that the phrase means, where it names nobody: "they", "the four leaders", "both sides".
    pub fn group(&self, head: usize) -> Option<Group> {
        const GROUPS: &[&str] = &[
            "they",
            "we",
            "both",
            "two",
            "pair",
            "sides",
            "parties",
            "ministers",
            "presidents",
            "leaders",
            "delegations",
            "men",
            "women",
            "teams",
            "negotiators",
            "delegates",
            "ambassadors",
            "premiers",
            "three",
            "four",
            "six",
            "neighbours",
            "governments",
            "countries",
            "officials",
            "representatives",
            "envoys",
            "capitals",
            "generals",
            "statesmen",
            "diplomats",
            "heads",
            "trio",
            "group",
            "commission",
            "committee",
            "states",
            "five",
            "commanders",
            "deputies",
        ];
        let parse = &self.text.sentences[self.sentence].parse;
        let word = self.words.get(head).map(|w| w.to_lowercase()).unwrap_or_default();
        let offices = || {
            self.cast
                .mention_at(self.sentence, head)
                .is_some_and(|(_, mention)| mention.kind == MentionKind::DescribedGroup)
        };
        if !GROUPS.contains(&word.as_str()) && !offices() || self.actors(head).len() > 1 {
            return None;
        }
        let number = |word: &str| match word {
            "two" | "both" | "pair" => Some(2),
            "three" | "trio" => Some(3),
            "four" => Some(4),
            "five" => Some(5),
            "six" => Some(6),
            _ => None,
        };
        let counted = parse.children(head).find_map(|child| number(&self.words[child].to_lowercase()));
        let sides = matches!(
            word.as_str(),
            "sides"
                | "parties"
                | "delegations"
                | "teams"
                | "governments"
                | "countries"
                | "neighbours"
                | "capitals"
                // Not the same persons again, but those who speak for the same sides.
                | "negotiators"
                | "delegates"
                | "officials"
                | "representatives"
                | "envoys"
                | "diplomats"
                | "commanders"
                | "deputies"
                | "group"
                | "commission"
                | "committee"
                | "states"
        );
        Some(Group { size: counted.or_else(|| number(&word)), sides })
    }

    /// The token of a name on which the rest of it hangs.
    pub fn head_of(&self, tokens: &Range<usize>) -> usize {
        let parse = &self.text.sentences[self.sentence].parse;
        let outside = |&at: &usize| parse.head(at).is_none_or(|head| !tokens.contains(&head));
        tokens.clone().filter(|&at| at < parse.len()).find(outside).unwrap_or(tokens.start)
    }

    /// "Aides of X and Y met": of the two only that others are theirs is told.
    pub fn is_of_others(&self, tokens: &Range<usize>) -> bool {
        let parse = &self.text.sentences[self.sentence].parse;
        let head = self.head_of(tokens);
        let joined = parse.tokens.get(head).is_some_and(|token| token.relation == Relation::Conjunct);
        let first = if joined { parse.head(head).unwrap_or(head) } else { head };
        let Some(noun) =
            parse.head(first).filter(|_| parse.tokens[first].relation == Relation::NominalModifier)
        else {
            return false;
        };
        let of = parse.case(first).is_some_and(|case| matches!(self.words[case], "of" | "to" | "for"));
        let acts =
            parse.tokens[noun].relation.is_subject() || parse.tokens[noun].relation == Relation::Object;
        of && acts
            && parse.tokens[noun].tag == FineTag::Nns
            && !trigger::is_meeting_noun(&self.words[noun].to_lowercase())
    }

    /// Whether several are those of a body, of whom nobody need have been told before: "the secretaries of the councils of
    /// the Treaty Organisation".
    pub fn is_of_body(&self, head: usize) -> bool {
        let within = self.text.sentences[self.sentence].parse.subtree(head);
        let office = |(_, mention): (usize, &Mention)| mention.kind == MentionKind::DescribedGroup;
        let mut bodies = self.cast.in_sentence(self.sentence).filter(|(_, mention)| {
            mention.kind == MentionKind::Organization
                && within.contains(&mention.tokens.start)
                && mention.tokens.start > head
        });
        self.cast.mention_at(self.sentence, head).is_some_and(office)
            && bodies.any(|(_, mention)| self.words[head + 1..mention.tokens.start].contains(&"of"))
    }

    /// Those whom a counted group of offices means: "the two foreign ministers", where the text has two.
    pub fn holders(&self, head: usize, group: Group) -> Vec<ActorNumber> {
        let parse = &self.text.sentences[self.sentence].parse;
        let word = self.words.get(head).map(|w| w.to_lowercase()).unwrap_or_default();
        let offices: &[&str] = match word.as_str() {
            "presidents" => &["president"],
            "premiers" => &["prime minister", "premier", "taoiseach"],
            "ministers" => &["minister", "secretary"],
            "ambassadors" => &["ambassador"],
            "generals" => &["general"],
            "envoys" => &["envoy", "representative"],
            "leaders" => &["president", "prime minister", "chancellor", "premier", "king", "emir", "leader"],
            _ => return Vec::new(),
        };
        const FIELDS: &[&str] =
            &["foreign", "defence", "defense", "interior", "trade", "prime", "finance", "oil", "energy"];
        let field = parse
            .children(head)
            .map(|child| self.words[child].to_lowercase())
            .find(|word| FIELDS.contains(&word.as_str()));
        // A "British Minister" is an envoy where others are ministers of something.
        let portfolio = |office: &String| office.contains(' ');
        let members = || self.cast.members.iter().flat_map(|member| &member.offices);
        let bare =
            word == "ministers" && members().any(|office| office.ends_with("minister") && portfolio(office));
        // "The state secretary" is no minister.
        const CLERKS: &[&str] = &["state secretary", "general", "under", "permanent secretary", "press"];
        let holds = |office: &String, bare: bool| {
            offices.iter().any(|wanted| office.contains(wanted))
                && field.as_ref().is_none_or(|field| office.contains(field.as_str()))
                && !(office.contains("prime") && word == "ministers" && field.is_none())
                && !(word == "ministers" && CLERKS.iter().any(|clerk| office.contains(clerk)))
                && (!bare || portfolio(office))
        };
        let size = group.size.unwrap_or(0);
        let holders = |bare: bool| -> Vec<ActorNumber> {
            (0..self.cast.members.len())
                .filter(|&actor| {
                    let member = &self.cast.members[actor];
                    member.kind == ActorKind::Person && member.offices.iter().any(|held| holds(held, bare))
                })
                .collect()
        };
        // "Foreign Office minister X": of a house whose portfolio is not told.
        let housed = |actor: &ActorNumber| {
            let mut told = self.cast.members[*actor].mentions.iter().map(|&at| &self.cast.mentions[at]);
            told.any(|mention| mention.of.is_some())
        };
        let mut found = holders(bare);
        if bare && found.len() < size {
            let others = holders(false).into_iter().filter(housed);
            others.for_each(|actor| push(&mut found, actor));
        }
        if size >= 2 && found.len() > size {
            return self.most_named(found, size);
        }
        if group.size == Some(found.len()) && found.len() >= 2 { found } else { Vec::new() }
    }

    /// Those of whom the text speaks most, where they stand out from the others: of three presidents "the
    /// two" are those who are named more than the host.
    fn most_named(&self, mut holders: Vec<ActorNumber>, size: usize) -> Vec<ActorNumber> {
        let named = |actor: ActorNumber| {
            let mentions = &self.cast.members[actor].mentions;
            mentions.iter().filter(|&&at| self.cast.mentions[at].sentence <= self.sentence).count()
        };
        holders.sort_by_key(|&actor| std::cmp::Reverse(named(actor)));
        if named(holders[size - 1]) == named(holders[size]) {
            return Vec::new();
        }
        holders.truncate(size);
        holders
    }

    fn agent_at(&self, token: usize) -> Option<&Agent> {
        self.agents.iter().find(|agent| agent.tokens.contains(&token))
    }

    /// "the Turkish delegation", "officials of Peru and Chile", "leaders of the UK, France and Germany".
    fn nominal(&self, head: usize, found: &mut Vec<ActorNumber>) {
        let parse = &self.text.sentences[self.sentence].parse;
        let word = self.words.get(head).map(|w| w.to_lowercase()).unwrap_or_default();
        if !is_body(&word) {
            return;
        }
        let mut countries: Vec<Country> = Vec::new();
        let mut heads: Vec<usize> = parse
            .children(head)
            .filter(|&child| {
                let relation = parse.tokens[child].relation;
                let of = parse
                    .case(child)
                    .is_none_or(|case| matches!(self.words[case], "of" | "from" | "for" | "'s" | "’s"));
                matches!(relation, Relation::AdjectivalModifier | Relation::Compound | Relation::Possessor)
                    || relation == Relation::NominalModifier && of
            })
            .collect();
        let mut at = 0;
        while at < heads.len() && heads.len() < MOST {
            let child = heads[at];
            let inner = parse.children(child).filter(|&inner| match parse.tokens[inner].relation {
                Relation::Conjunct => true,
                // "the Heads of State and Government of the River Commission"
                Relation::NominalModifier => {
                    matches!(self.words[child].to_lowercase().as_str(), "state" | "government" | "affairs")
                        && parse.case(inner).is_some_and(|case| self.words[case] == "of")
                }
                // "the Organisation's security council secretaries"
                Relation::Possessor | Relation::Compound => {
                    parse.tokens[child].relation == Relation::Compound
                }
                _ => false,
            });
            heads.extend(inner);
            at += 1;
        }
        heads.sort_unstable();
        for &child in &heads {
            for actor in self.listed(child) {
                push(found, actor);
            }
        }
        for child in heads {
            let Some((index, mention)) = self.cast.mention_at(self.sentence, child) else {
                countries.extend(hyphenated(self.words[child]));
                continue;
            };
            if mention.kind.is_state_like() {
                countries.extend(mention.country);
            } else if mention.kind == MentionKind::Organization
                && let Some(actor) = self.cast.actor[index]
            {
                push(found, actor);
            }
        }
        for country in countries {
            self.country(country, &word, found);
        }
    }

    /// A state, and where its leader is meant the one whom the text names.
    pub fn country(&self, country: Country, word: &str, found: &mut Vec<ActorNumber>) {
        if let Some(state) = self.cast.state(country) {
            push(found, state);
        }
        let wanted: &[&str] = match word {
            "leaders" | "heads" => {
                &["president", "prime minister", "chancellor", "premier", "leader", "king", "emir"]
            }
            "presidents" => &["president"],
            "premiers" => &["prime minister", "premier"],
            "ministers" => &["foreign minister", "minister"],
            "ambassadors" => &["ambassador"],
            "envoys" => &["envoy", "representative"],
            "negotiators" => &["negotiator"],
            "commanders" => &["commander"],
            "secretaries" => &["secretary"],
            "delegates" => &["delegate"],
            _ => return,
        };
        let holder = self.cast.members.iter().position(|member| {
            member.kind == ActorKind::Person
                && member.country == Some(country)
                && member.offices.iter().any(|office| wanted.iter().any(|head| office.ends_with(head)))
        });
        if let Some(actor) = holder {
            push(found, actor);
        }
    }

    /// The states of a compound such as `Russia-Ukraine` or `US-Russian` on a noun, and its modifiers.
    pub fn modifiers(&self, noun: usize) -> Vec<ActorNumber> {
        let parse = &self.text.sentences[self.sentence].parse;
        let mut found = Vec::new();
        for child in parse.children(noun) {
            let relation = parse.tokens[child].relation;
            if !matches!(relation, Relation::AdjectivalModifier | Relation::Compound | Relation::Possessor) {
                continue;
            }
            for country in hyphenated(self.words[child]) {
                self.country(country, "", &mut found);
            }
            // "her meetings with X and Y"
            let pronoun = match self.words[child].to_lowercase().as_str() {
                "his" => Some("he"),
                "her" => Some("she"),
                _ => None,
            };
            if let Some(pronoun) = pronoun.filter(|_| relation == Relation::Possessor) {
                let before = self.agents.iter().rev().filter(|agent| agent.tokens.end <= child);
                let nearest: Vec<Agent> = before.cloned().collect();
                let owner =
                    agent::pronoun(self.text, self.cast, self.sentence, &nearest, pronoun, &Focus::default());
                if let Some(owner) = owner {
                    push(&mut found, owner);
                }
            }
            if relation == Relation::Possessor {
                for actor in self.actors(child) {
                    push(&mut found, actor);
                }
            }
        }
        found
    }
}

/// Nouns for those who stand for a state or an organisation.
pub fn is_body(word: &str) -> bool {
    const BODIES: &[&str] = &[
        "delegation",
        "delegations",
        "negotiators",
        "negotiator",
        "officials",
        "side",
        "sides",
        "team",
        "teams",
        "government",
        "governments",
        "officers",
        "leaders",
        "ministers",
        "delegates",
        "envoys",
        "representatives",
        "diplomats",
        "presidents",
        "authorities",
        "heads",
        "premiers",
        "counterparts",
        "experts",
        "parties",
        "ambassadors",
        "generals",
        "commanders",
        "foreign",
        "members",
        "guards",
        "staffs",
        "mediators",
        "troops",
        "deputies",
        "secretaries",
        "council",
        "assembly",
        "bureau",
        "commission",
        "committee",
        "commissions",
        "committees",
        "advisers",
        "technicians",
        "lawyers",
        "scientists",
        "services",
        "chiefs",
        "attachés",
        "forces",
        "police",
        "armies",
        "ministries",
        "parliaments",
        "navies",
    ];
    BODIES.contains(&word)
}

/// Whether a name of this kind can be a member of an enumeration of parties.
fn is_member(kind: MentionKind) -> bool {
    matches!(kind, MentionKind::Person | MentionKind::State | MentionKind::People | MentionKind::Organization)
}

fn push(found: &mut Vec<ActorNumber>, actor: ActorNumber) {
    if !found.contains(&actor) {
        found.push(actor);
    }
}
