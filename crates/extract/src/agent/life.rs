//! Of whom an obituary tells: "Ada Obi, who has died at the age of 88".
//!
//! Reads the first sentences of a text. Invariant: without a death and an age, or a birth, there is no life.

use rapporteur_schema::ActorKind;

use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// In how many sentences a death is told first.
const HEAD: usize = 6;
/// In how many a birth is.
const BORN: usize = 25;

/// Who has died, in a text that tells a life.
pub(super) fn told_of(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    let length = text.sentences.len();
    let has = |at: usize, wanted: &[&str]| text.lower(at).iter().any(|word| wanted.contains(&word.as_str()));
    let dies = (0..length.min(HEAD)).find(|&at| has(at, &["died", "dies"]))?;
    let born = || (0..length.min(BORN)).any(|at| has(at, &["born"]));
    if !has(dies, &["aged", "age"]) && !born() {
        return None;
    }
    let mut named = cast.in_sentence(dies).filter(|(_, mention)| mention.kind == MentionKind::Person);
    let who = named.find_map(|(index, _)| cast.actor.get(index).copied().flatten())?;
    let first = cast.members.iter().position(|member| member.kind == ActorKind::Person);
    (first == Some(who)).then_some(who)
}
