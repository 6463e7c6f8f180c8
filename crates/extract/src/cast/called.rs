//! Whether a person is a man or a woman by the pronouns that a text goes on with: "Ndèye Thiaw confirmed that she had
//! telephoned. She was glad."
//!
//! Runs when every mention has its actor. Invariant: only where nobody else can be meant, and where the text is of one
//! mind; what an honorific or a given name tells is left as it is.

use rapporteur_schema::ActorKind;

use super::{ActorNumber, Cast};
use crate::gazetteer::Gender;
use crate::mention::MentionKind;
use crate::text::Text;

/// Gives those of whom it is not known what the pronouns tell.
pub(super) fn genders(text: &Text<'_>, cast: &mut Cast) {
    let mut told: Vec<[usize; 2]> = vec![[0; 2]; cast.members.len()];
    for sentence in 0..text.sentences.len() {
        let Some((person, end)) = only_person(text, cast, sentence) else { continue };
        let next = sentence + 1;
        let follows =
            text.sentences.get(next).is_some_and(|other| other.block == text.sentences[sentence].block);
        let opening = follows.then(|| pronouns(text, next, 0).find(|&(at, _)| at == 0)).flatten();
        for (_, gender) in pronouns(text, sentence, end).chain(opening) {
            told[person][usize::from(gender == Gender::Female)] += 1;
        }
    }
    for (member, told) in cast.members.iter_mut().zip(told) {
        if member.kind == ActorKind::Person && member.gender == Gender::Either {
            member.gender = match told {
                [men, 0] if men > 0 => Gender::Male,
                [0, women] if women > 0 => Gender::Female,
                _ => Gender::Either,
            };
        }
    }
}

/// The person of a sentence that tells of one and of nobody else, and where the name ends.
fn only_person(text: &Text<'_>, cast: &Cast, sentence: usize) -> Option<(ActorNumber, usize)> {
    let somebody = |kind: MentionKind| {
        matches!(
            kind,
            MentionKind::Person | MentionKind::Described | MentionKind::Unnamed | MentionKind::DescribedGroup
        )
    };
    let mut people = cast.in_sentence(sentence).filter(|(_, mention)| somebody(mention.kind));
    let (index, first) = people.next()?;
    let actor = cast.actor[index]?;
    let same = |(other, _): (usize, _)| cast.actor[other] == Some(actor);
    let alone = people.all(same) && cast.members[actor].kind == ActorKind::Person;
    let parse = &text.sentences[sentence].parse;
    // "He met Obi": who is met is not who does what comes next.
    let subject =
        first.tokens.clone().any(|at| parse.tokens.get(at).is_some_and(|token| token.relation.is_subject()));
    let before = pronouns(text, sentence, 0).next().is_some_and(|(at, _)| at < first.tokens.start);
    (alone && subject && !before).then_some((actor, first.tokens.end))
}

/// The pronouns for one man or one woman from a token on, outside of quotation marks.
fn pronouns<'t>(
    text: &'t Text<'_>,
    sentence: usize,
    from: usize,
) -> impl Iterator<Item = (usize, Gender)> + 't {
    let mut quoted = false;
    let tokens = text.sentences[sentence].tokens.iter().enumerate();
    tokens.filter_map(move |(at, &token)| {
        match text.word(token) {
            "“" | "``" | "«" => quoted = true,
            "”" | "''" | "»" => quoted = false,
            "\"" => quoted = !quoted,
            "he" | "He" | "his" | "him" | "himself" if !quoted && at >= from => {
                return Some((at, Gender::Male));
            }
            "she" | "She" | "her" | "herself" if !quoted && at >= from => return Some((at, Gender::Female)),
            _ => {}
        }
        None
    })
}
