//! Troops that go, whoever sends them: "both armies are to pull back by one kilometre", "the contingent would be home by
//! Easter", "French soldiers are to be out of Mali".
//!
//! It knows words, tenses and syntax, not parties. Invariant: those who go are armed, or a state's; a retreat in battle
//! is told as any other, so words of fighting give none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation};

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_announced, is_verb, tense};
use crate::text::word;

/// Who is withdrawn.
const TROOPS: &[&str] = &[
    "troop",
    "army",
    "force",
    "unit",
    "patrol",
    "soldier",
    "battalion",
    "garrison",
    "contingent",
    "peacekeeper",
    "frigate",
    "gunboat",
    "warship",
    "navy",
    "brigade",
    "regiment",
    "marine",
    "observer",
    "tank",
    "guard",
    "legion",
    "instructor",
    "adviser",
    "policeman",
];

/// The withdrawal told at a token.
pub(super) fn pulled_back(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    let token = parse.tokens.get(at)?;
    let next = word(words, at + 1);
    let goes = is_verb(parse, at)
        && match token.lemma.as_str() {
            "withdraw" => parse.objects(at).next().is_none() && !parse.is_passive(at),
            "pull" | "draw" | "fall" | "move" => matches!(next, "back"),
            "leave" | "quit" | "vacate" | "evacuate" => parse.objects(at).any(is_state),
            _ => false,
        };
    // "would be out of Cunene by 1st September", "would be home by Easter"
    let gone = matches!(word(words, at), "out" | "home" | "gone")
        && words[at.saturating_sub(2)..at]
            .iter()
            .any(|word| matches!(word.as_str(), "be" | "are" | "were" | "been"))
        && (next == "of"
            || words[at..].iter().take(4).any(|word| matches!(word.as_str(), "by" | "before" | "within")));
    if !goes && !gone {
        return None;
    }
    let armed = |subject: usize| TROOPS.contains(&lemma(parse, subject).as_str());
    let subject = if goes {
        parse.understood_subject(at)?
    } else {
        // Of the adverb or of the verb that it hangs on.
        parse.subjects(at).next().or_else(|| parse.head(at).and_then(|verb| parse.subjects(verb).next()))?
    };
    let both = matches!(lemma(parse, subject).as_str(), "side" | "party") && goes && token.lemma != "leave";
    let state = is_state(subject)
        && token.lemma == "withdraw"
        && parse
            .obliques(at)
            .any(|noun| is_state(noun) && parse.case(noun).is_some_and(|case| word(words, case) == "from"));
    if subject >= at || !(armed(subject) || both || state) || is_of_battle(words) {
        return None;
    }
    let verb = if goes { at } else { at.saturating_sub(1) };
    let told = is_announced(words, verb + 1).then_some(OutcomeStatus::Planned);
    let status = told.or_else(|| tense(words, verb, OutcomeStatus::Implemented))?;
    let start = parse
        .children_by(subject, Relation::Determiner)
        .next()
        .map_or(subject, |determiner| determiner.min(subject));
    Some(Find {
        kind: OutcomeKind::Withdrawal,
        status,
        words: clause(words, start, at + 1),
        head: lemma(parse, subject),
        verb,
    })
}

/// Whether a sentence tells of fighting.
fn is_of_battle(words: &[String]) -> bool {
    words.iter().any(|word| {
        matches!(
            word.as_str(),
            "fire"
                | "shelling"
                | "attack"
                | "attacked"
                | "captured"
                | "losses"
                | "wounded"
                | "casualties"
                | "battle"
                | "offensive"
                | "barracks"
        )
    })
}
