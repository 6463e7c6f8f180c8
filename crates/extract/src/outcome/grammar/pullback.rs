//! Troops that go, whoever sends them: "both armies are to pull back by one kilometre", "the contingent would be home by
//! Easter", "French soldiers are to be out of Mali".
//!
//! It knows words, tenses and syntax, not parties. Invariant: those who go are armed, or a state's; a retreat in battle
//! is told as any other, so words of fighting give none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_announced, is_verb, tense};
use crate::text::word;

/// Who is withdrawn.
pub(in crate::outcome) const TROOPS: &[&str] = &[
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
            "pull" | "draw" | "fall" | "move" => {
                matches!(next, "back" | "out") && parse.objects(at).next().is_none()
            }
            "leave" | "quit" | "vacate" | "evacuate" => parse.objects(at).any(|object| {
                is_state(object)
                    || parse.tokens[object].upos == Upos::ProperNoun
                        && parse
                            .understood_subject(at)
                            .is_some_and(|subject| is_of_line(&lemma(parse, subject)))
            }),
            // "marched out of Ituri", "goes home from Estonia"
            "march" | "go" | "clear" | "sail" => matches!(next, "out" | "home"),
            _ => false,
        };
    if let Some(found) = sent_home(words, parse, at, is_state) {
        return Some(found);
    }
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
    let both = matches!(lemma(parse, subject).as_str(), "side" | "party")
        && goes
        && matches!(token.lemma.as_str(), "withdraw" | "pull" | "draw" | "fall" | "move")
        // "Both sides pulled out of the talks"
        && next != "out";
    let state = is_state(subject)
        && matches!(token.lemma.as_str(), "withdraw" | "pull" | "clear" | "evacuate")
        && parse.obliques(at).chain(parse.objects(at)).any(|noun| {
            is_state(noun)
                && (token.lemma == "evacuate"
                    || parse
                        .case(noun)
                        .is_some_and(|case| matches!(word(words, case), "from" | "of" | "out")))
        });
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

/// "flew the last of its men out of the Congo", "brought its contingent home": a state's own, by whatever way.
fn sent_home(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<Find> {
    const REACH: usize = 9;
    let ways = matches!(
        parse.tokens[at].lemma.as_str(),
        "pull" | "draw" | "move" | "bring" | "take" | "fly" | "ship" | "get" | "march" | "airlift"
    );
    if !ways || !is_verb(parse, at) || parse.is_passive(at) || is_of_battle(words) {
        return None;
    }
    let by_state = parse.understood_subject(at).is_some_and(|subject| {
        is_state(subject) || matches!(lemma(parse, subject).as_str(), "government" | "they" | "it" | "army")
    });
    let armed = |noun: usize| {
        TROOPS.contains(&lemma(parse, noun).as_str()) || matches!(word(words, noun), "men" | "gunners")
    };
    let whom = parse.objects(at).find(|&object| {
        object > at && (armed(object) || parse.children_by(object, Relation::NominalModifier).any(armed))
    })?;
    let away = words[at + 1..]
        .iter()
        .take(REACH)
        .take_while(|word| !matches!(word.as_str(), "," | ";"))
        .any(|word| matches!(word.as_str(), "out" | "home" | "back"));
    let told = is_announced(words, at).then_some(OutcomeStatus::Planned);
    let status =
        told.or_else(|| tense(words, at, OutcomeStatus::Implemented)).filter(|_| by_state && away)?;
    Some(Find {
        kind: OutcomeKind::Withdrawal,
        status,
        words: clause(words, at, whom + 1),
        head: lemma(parse, whom),
        verb: at,
    })
}

/// Whether a noun is for troops and nobody else: observers and guards leave cities as travellers do.
fn is_of_line(noun: &str) -> bool {
    matches!(
        noun,
        "troop"
            | "army"
            | "force"
            | "unit"
            | "soldier"
            | "battalion"
            | "garrison"
            | "contingent"
            | "regiment"
            | "brigade"
            | "marine"
    )
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
