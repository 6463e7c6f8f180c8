//! Those whom somebody met and whom the text does not name: "sat down with three opposition figures", "received the
//! families of the sailors".
//!
//! Reads the tree and the mentions of one sentence. Invariant: nouns for people only, and none for those to whom one
//! speaks in public, such as reporters.

use rapporteur_syntax::{Relation, Upos};

use super::party::Room;
use super::trigger::{self, Trigger};
use crate::mention::MentionKind;

/// Nouns for people with whom one meets.
const PEOPLE: &[&str] = &[
    "official",
    "figure",
    "representative",
    "head",
    "leader",
    "member",
    "family",
    "relative",
    "survivor",
    "executive",
    "businessman",
    "merchant",
    "owner",
    "chief",
    "elder",
    "lawmaker",
    "senator",
    "deputy",
    "parliamentarian",
    "envoy",
    "delegation",
    "deputation",
    "mission",
    "group",
    "commander",
    "officer",
    "expert",
    "counterpart",
    "colleague",
    "ambassador",
    "minister",
    "president",
    "premier",
    "adviser",
    "negotiator",
    "mediator",
    "governor",
    "mayor",
    "bishop",
    "cleric",
    "student",
    "farmer",
    "fisherman",
    "refugee",
    "exile",
    "rebel",
    "prisoner",
    "activist",
    "banker",
    "creditor",
    "donor",
    "aide",
    "spokesman",
    "friend",
    "secretary",
    "chairman",
    "king",
    "queen",
    "judge",
];

/// Whether a verb of meeting has on either side people who are no actors of the text.
pub(super) fn meets_others(room: &Room<'_>, trigger: &Trigger) -> bool {
    if trigger.noun.is_some() || trigger.weak || trigger.together {
        return false;
    }
    let parse = &room.text.sentences[room.sentence].parse;
    let verb = trigger.token;
    let company = parse.children(verb).filter(|&child| {
        let oblique = matches!(
            parse.tokens[child].relation,
            Relation::Oblique | Relation::ObliqueAgent | Relation::NominalModifier
        );
        oblique && parse.case(child).is_some_and(|case| matches!(room.words[case], "with" | "by"))
    });
    let sides: Vec<usize> = parse.subjects(verb).chain(parse.objects(verb)).chain(company).collect();
    sides.into_iter().any(|side| {
        let mention = room.cast.mention_at(room.sentence, side).map(|(_, mention)| mention.kind);
        let told = matches!(
            mention,
            Some(
                MentionKind::Described
                    | MentionKind::DescribedGroup
                    | MentionKind::Unnamed
                    | MentionKind::People
            )
        );
        let token = &parse.tokens[side];
        let people = token.upos == Upos::Noun && PEOPLE.contains(&token.lemma.as_str());
        (told || people) && room.actors(side).is_empty()
    })
}

/// Whether those who gather are many whom the text does not name: "leaders from twenty countries convened".
pub(super) fn meets_in_numbers(room: &Room<'_>, trigger: &Trigger) -> bool {
    let parse = &room.text.sentences[room.sentence].parse;
    let gathers = matches!(
        parse.tokens[trigger.token].lemma.as_str(),
        "gather" | "convene" | "assemble" | "meet" | "reconvene" | "closet" | "confer" | "huddle"
    );
    gathers
        && parse.subjects(trigger.token).any(|subject| {
            // "the leaders, who convene in June"
            let relative = matches!(room.words[subject], "who" | "which");
            let subject = parse.head(trigger.token).filter(|_| relative).unwrap_or(subject);
            let plural = room.words[subject].ends_with('s');
            plural
                && PEOPLE.contains(&parse.tokens[subject].lemma.as_str())
                && room.actors(subject).is_empty()
        })
}

/// For what they gather: "for an annual forum", "at a conference".
pub(super) fn occasion(room: &Room<'_>, trigger: &Trigger) -> Option<String> {
    let parse = &room.text.sentences[room.sentence].parse;
    let nouns = parse.obliques(trigger.token).map(|noun| room.words[noun].to_lowercase());
    nouns.into_iter().find(|noun| trigger::is_gathering(noun))
}
