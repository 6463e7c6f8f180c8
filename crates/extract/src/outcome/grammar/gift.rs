//! What one state gives another, whatever it is: "will ship Egypt 600,000 tons of wheat", "handed Tonga the keys to a
//! patrol boat", "supplies Mongolia with ambulances".
//!
//! It knows words, tenses and syntax, not parties. Invariant: who gives and who is given to are states; words, visits
//! and views are no gifts.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{Parse, Relation, Upos};

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_announced, is_verb, negated_noun, tense};
use crate::text::word;

/// Verbs of giving.
const GIVES: &[&str] = &[
    "give", "lend", "grant", "supply", "send", "ship", "donate", "deliver", "provide", "hand", "offer",
    "present", "equip", "pledge", "promise", "sell", "loan", "furnish", "airlift", "fly",
];
/// What may be handed over and is no aid.
const IDLE: &[&str] = &[
    "word",
    "assurance",
    "message",
    "note",
    "letter",
    "support",
    "thanks",
    "warning",
    "ultimatum",
    "hour",
    "day",
    "week",
    "month",
    "time",
    "reply",
    "answer",
    "protest",
    "envoy",
    "ambassador",
    "delegation",
    "list",
    "text",
    "signal",
    "access",
    "right",
    "guarantee",
    "permission",
    "proposal",
    "copy",
    "minister",
    "general",
    "regard",
    "greeting",
    "condolence",
    "invitation",
    "chance",
    "role",
    "seat",
    "choice",
    "draft",
    "demand",
    "response",
    "prisoner",
    "body",
    "fugitive",
    "recognition",
    "talk",
    "mediation",
    "peace",
    "troop",
    "promise",
    "pledge",
    "advice",
    "blame",
    "credit",
    "concession",
    "deadline",
    "goal",
    "penalty",
    "lead",
    "victory",
    "asylum",
];

/// The gift of the verb at a token.
pub(super) fn given(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    if !is_verb(parse, at) {
        return None;
    }
    if let Some(found) = received(words, parse, at, is_state) {
        return Some(found);
    }
    if parse.is_passive(at) || !GIVES.contains(&parse.tokens[at].lemma.as_str()) {
        return None;
    }
    let giver = parse.understood_subject(at).filter(|&subject| subject < at)?;
    if !is_state(giver) && !matches!(lemma(parse, giver).as_str(), "government" | "it") {
        return None;
    }
    let with = |noun: &usize, cases: &[&str]| {
        parse.case(*noun).is_some_and(|case| cases.contains(&word(words, case)))
    };
    let taker = parse
        .children_by(at, Relation::IndirectObject)
        .chain(parse.objects(at))
        .find(|&noun| is_state(noun))
        // "pledges Ukraine air defence missiles": the tree may take the name to the gift.
        .or_else(|| Some(at + 1).filter(|&next| next < parse.len() && is_state(next)))
        .or_else(|| {
            let below =
                parse.objects(at).flat_map(|object| parse.children_by(object, Relation::NominalModifier));
            parse.obliques(at).chain(below).find(|noun| with(noun, &["to", "for"]) && is_state(*noun))
        })?;
    let gift = parse
        .objects(at)
        .chain(parse.obliques(at).filter(|noun| with(noun, &["with"])))
        .find(|&noun| noun != taker && parse.tokens[noun].upos == Upos::Noun)?;
    if IDLE.contains(&lemma(parse, gift).as_str()) || negated_noun(words, gift) {
        return None;
    }
    let announced = is_announced(words, at).then_some(OutcomeStatus::Planned);
    let offered = parse.tokens[at].lemma == "offer";
    let plain = if offered { OutcomeStatus::Proposed } else { OutcomeStatus::Agreed };
    let status = announced.or_else(|| tense(words, at, plain))?;
    Some(Find {
        kind: OutcomeKind::Aid,
        status,
        words: clause(words, at, gift.max(taker) + 1),
        head: lemma(parse, gift),
        verb: at,
    })
}

/// "Kyrgyzstan is to receive a loan from Russia", "Nepal was granted forty buses by India": told of who is given to.
fn received(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Option<Find> {
    let deed = parse.tokens[at].lemma.as_str();
    let passive = parse.is_passive(at);
    let taken = matches!(deed, "receive" | "get" | "obtain" | "secure" | "accept" | "win") && !passive;
    let given = passive && GIVES.contains(&deed);
    if !taken && !given {
        return None;
    }
    let subject = parse.understood_subject(at).filter(|&subject| subject < at)?;
    let case = |noun: usize| parse.case(noun).map_or("", |case| word(words, case));
    let below = || {
        let gifts =
            parse.objects(at).flat_map(|object| std::iter::once(object).chain(parse.conjuncts(object)));
        parse.obliques(at).chain(gifts.flat_map(|gift| parse.children_by(gift, Relation::NominalModifier)))
    };
    // Passives name by whom, or to whom what was given is the subject.
    let giver = below().find(|&noun| is_state(noun) && matches!(case(noun), "from" | "by"));
    let taker = is_state(subject)
        .then_some(subject)
        .or_else(|| below().find(|&noun| passive && is_state(noun) && matches!(case(noun), "to" | "for")));
    giver.or(taker)?;
    let gift = if is_state(subject) {
        parse.objects(at).find(|&object| object > at && !is_state(object))?
    } else {
        Some(subject).filter(|_| passive && taker.is_some())?
    };
    let noun = parse.tokens[gift].upos == Upos::Noun && !IDLE.contains(&lemma(parse, gift).as_str());
    // A thing given to a state is aid by whomever; what a state gets is aid where a state gives it.
    if !noun || negated_noun(words, gift) || is_state(subject) && giver.is_none() {
        return None;
    }
    let announced = is_announced(words, at).then_some(OutcomeStatus::Planned);
    let plain = if deed == "offer" { OutcomeStatus::Proposed } else { OutcomeStatus::Agreed };
    let status = announced.or_else(|| tense(words, at, plain))?;
    let start = if gift < at { (*parse.subtree(gift).start()).min(gift) } else { at };
    Some(Find {
        kind: OutcomeKind::Aid,
        status,
        words: clause(words, start, at.max(gift) + 1),
        head: lemma(parse, gift),
        verb: at,
    })
}
