//! For whom a person acts: the state of his country, else the organisation that his description names, "the
//! Secretary-General of NATO, Joost van der Weyden".
//!
//! Reads mentions and syntax, no words. Invariant: each organisation is looked up from once, so a text is read in
//! linear time.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::{Parse, Relation};

use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// How many steps up the tree a description may be from the one described.
const STEPS: usize = 4;

/// For whom each actor of a text acts.
#[derive(Debug)]
pub(super) struct Sides {
    organisation: Vec<Option<ActorNumber>>,
}

impl Sides {
    /// Those of a text.
    pub(super) fn new(text: &Text<'_>, cast: &Cast) -> Self {
        let mut organisation = vec![None; cast.members.len()];
        for (index, mention) in cast.mentions.iter().enumerate() {
            let body = cast.actor[index].filter(|&body| {
                mention.kind == MentionKind::Organization
                    && cast.members[body].kind == ActorKind::Organization
                    && !cast.members[body].is_outlet
            });
            let Some(body) = body else { continue };
            let parse = &text.sentences[mention.sentence].parse;
            let person = described_by(parse, mention.tokens.end.saturating_sub(1))
                .filter_map(|token| cast.actor_at(mention.sentence, token))
                .find(|&actor| cast.members[actor].kind == ActorKind::Person);
            if let Some(person) = person {
                organisation[person].get_or_insert(body);
            }
        }
        Self { organisation }
    }

    /// Whom an actor binds by what he does: himself where he is no person, or none is known to stand behind him.
    pub(super) fn of(&self, cast: &Cast, actor: ActorNumber) -> Option<ActorNumber> {
        let member = &cast.members[actor];
        match member.kind {
            ActorKind::Person | ActorKind::Unnamed => member
                .country
                .and_then(|country| cast.state(country))
                .or(self.organisation[actor])
                .or((member.kind == ActorKind::Person).then_some(actor)),
            _ => Some(actor),
        }
    }
}

/// The tokens that the name at a token may describe: those it hangs on, and what stands in apposition to them.
fn described_by(parse: &Parse, token: usize) -> impl Iterator<Item = usize> + '_ {
    let part = |at: usize| {
        parse.tokens.get(at).is_some_and(|token| {
            matches!(
                token.relation,
                Relation::NominalModifier
                    | Relation::Possessor
                    | Relation::Compound
                    | Relation::AdjectivalModifier
                    | Relation::Description
                    | Relation::Apposition
            )
        })
    };
    let mut at = Some(token);
    let up = std::iter::from_fn(move || {
        at = at.filter(|&at| part(at)).and_then(|at| parse.head(at));
        at
    });
    up.take(STEPS).flat_map(|noun| std::iter::once(noun).chain(parse.children_by(noun, Relation::Apposition)))
}
