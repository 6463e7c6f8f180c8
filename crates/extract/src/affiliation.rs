//! For whom a person acts: the state of his country, else the organisation that his description names, "the
//! Secretary-General of NATO, Joost van der Weyden".
//!
//! Reads mentions and syntax. Invariant: each organisation is looked up from once, so a text is read in
//! linear time.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::{Parse, Relation};

use crate::cast::{ActorNumber, Cast, Member};
use crate::mention::MentionKind;
use crate::text::Text;

/// How many steps up the tree a description may be from the one described.
const STEPS: usize = 4;

/// For whom each actor of a text acts.
#[derive(Debug)]
pub struct Affiliations {
    organisation: Vec<Option<ActorNumber>>,
}

impl Affiliations {
    /// Those of a text.
    pub fn new(text: &Text<'_>, cast: &Cast) -> Self {
        let mut organisation = vec![None; cast.members.len()];
        for (index, mention) in cast.mentions.iter().enumerate() {
            let body = cast.actor[index].filter(|&body| {
                mention.kind == MentionKind::Organization
                    && cast.members[body].kind == ActorKind::Organization
                    && !cast.members[body].is_outlet
            });
            let Some(body) = body else { continue };
            let parse = &text.sentences[mention.sentence].parse;
            let token = mention.tokens.end.saturating_sub(1);
            let person = described_by(parse, token)
                .chain(spoken_for(parse, token))
                .filter_map(|token| cast.actor_at(mention.sentence, token))
                .find(|&actor| matches!(cast.members[actor].kind, ActorKind::Person | ActorKind::Unnamed));
            if let Some(person) = person {
                organisation[person].get_or_insert(body);
            }
        }
        secretariat(cast, &mut organisation);
        Self { organisation }
    }

    /// The organisation that an actor acts for.
    pub fn organisation(&self, actor: ActorNumber) -> Option<ActorNumber> {
        self.organisation[actor]
    }

    /// Whom an actor binds by what he does: himself where he is no person, or none is known to stand behind him.
    pub fn side(&self, cast: &Cast, actor: ActorNumber) -> Option<ActorNumber> {
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

/// Of the Secretary-General and his people, whose organisation is not named, the United Nations.
fn secretariat(cast: &Cast, organisation: &mut [Option<ActorNumber>]) {
    let united = |member: &Member| {
        member.kind == ActorKind::Organization
            && (member.name == "United Nations"
                || member.aliases.iter().any(|alias| alias == "United Nations"))
    };
    let Some(body) = cast.members.iter().position(united) else { return };
    for (member, organisation) in cast.members.iter().zip(organisation) {
        let of_office = |office: &str| office.to_lowercase().contains("secretary-general");
        let holds = match member.kind {
            ActorKind::Person => member.offices.iter().any(|office| of_office(office)),
            ActorKind::Unnamed => of_office(&member.name),
            _ => false,
        };
        if holds && member.country.is_none() {
            organisation.get_or_insert(body);
        }
    }
}

/// Who acts for what the name at a token names: "X, who mediates for ECOWAS", "Y, representing the Bank".
fn spoken_for(parse: &Parse, token: usize) -> Option<usize> {
    const ACTS: &[&str] = &["mediate", "speak", "act", "negotiate", "sign", "attend", "come", "answer"];
    let verb = parse.head(token)?;
    let lemma = parse.tokens[verb].lemma.as_str();
    let for_it = parse.tokens[token].relation == Relation::Oblique
        && ACTS.contains(&lemma)
        && parse.case(token).is_some_and(|case| parse.tokens[case].lemma == "for");
    if !(for_it || lemma == "represent" && parse.tokens[token].relation.is_object()) {
        return None;
    }
    match parse.tokens[verb].relation {
        Relation::RelativeClause | Relation::AdnominalClause => parse.head(verb),
        _ => parse.understood_subject(verb),
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
