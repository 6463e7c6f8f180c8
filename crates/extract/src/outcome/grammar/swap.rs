//! An exchange of people held, told by its noun: "announced an exchange of 52 prisoners", "in the latest swap".
//!
//! It knows words, tenses and syntax, not parties. Invariant: an exchange that is only asked for is a demand, and none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation};

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_verb, negated_noun, tense, verb_of};
use crate::text::word;

/// Who is held, each a head noun.
pub(in crate::outcome) const HELD: &[&str] = &[
    "prisoner",
    "captive",
    "detainee",
    "hostage",
    "pow",
    "fisherman",
    "soldier",
    "serviceman",
    "servicemen",
    "airmen",
    "civilian",
    "airman",
    "sailor",
    "crew",
    "spy",
    "agent",
    "body",
    "inmate",
    "internee",
    "officer",
    "dead",
    "remains",
    "conscript",
];

/// The exchange of the noun at a token, or those let go by its verb.
pub(super) fn swapped(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    let token = parse.tokens.get(at)?;
    if let Some(found) = let_go(words, parse, at) {
        return Some(found);
    }
    let noun = matches!(token.tag, FineTag::Nn | FineTag::Nns)
        && matches!(token.lemma.as_str(), "exchange" | "swap" | "trade");
    if !noun || negated_noun(words, at) {
        return None;
    }
    let held = |at: usize| HELD.contains(&lemma(parse, at).as_str());
    let own = parse.children(at).any(|child| {
        matches!(parse.tokens[child].relation, Relation::NominalModifier | Relation::Compound) && held(child)
    });
    let verb = verb_of(parse, at..at + 1);
    if !is_verb(parse, verb) {
        return None;
    }
    let deed = parse.tokens[verb].lemma.as_str();
    let particle = word(words, verb + 1);
    // "brought home 95 servicemen in the latest swap"
    let of_held =
        parse.head(at).is_some_and(|noun| token.relation == Relation::NominalModifier && held(noun));
    let within = (token.relation.is_oblique() || of_held)
        && parse.case(at).is_some_and(|case| word(words, case) == "in")
        && parse.children(verb).any(held);
    // "Five Americans left Tehran in a prisoner swap"
    let in_swap =
        own && token.relation.is_oblique() && parse.case(at).is_some_and(|case| word(words, case) == "in");
    if !own && !within {
        return None;
    }
    let plain = match deed {
        "agree" | "announce" | "arrange" | "confirm" | "negotiate" | "settle" | "conclude" | "broker"
        | "mediate" | "accept" | "approve" => OutcomeStatus::Agreed,
        "propose" | "offer" | "suggest" => OutcomeStatus::Proposed,
        "reject" | "refuse" | "decline" | "spurn" | "rebuff" => OutcomeStatus::Rejected,
        "turn" | "rule" if matches!(particle, "down" | "out") => OutcomeStatus::Rejected,
        "fall" | "break" | "collapse" | "fail" | "founder" | "stall" => OutcomeStatus::Failed,
        "take" if matches!(particle, "place" | "effect") => OutcomeStatus::Implemented,
        "carry" | "complete" | "begin" | "start" | "hold" | "make" | "conduct" | "effect" | "happen"
        | "follow" => OutcomeStatus::Implemented,
        _ if within || in_swap => OutcomeStatus::Implemented,
        _ => return None,
    };
    let status = tense(words, verb, plain)?;
    let start = (*parse.subtree(at).start()).min(at);
    let start = if within || verb < start { verb } else { start };
    Some(Find {
        kind: OutcomeKind::PrisonerExchange,
        status,
        words: clause(words, start, at.max(verb) + 1),
        head: "exchange".to_owned(),
        verb,
    })
}

/// "returned the captured pilot", "five fishermen held at Sandakan were let go", "soldiers were handed over against five
/// Russians": who was taken is given back. Those who are held for a trespass are no prisoners.
fn let_go(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const TAKEN: &[&str] = &[
        "captured",
        "captive",
        "detained",
        "imprisoned",
        "jailed",
        "interned",
        "held",
        "taken",
        "seized",
        "arrested",
    ];
    const TRESPASS: &[&str] = &["fisherman", "sailor", "seaman", "crew", "trawlerman", "smuggler", "driver"];
    const AGAINST: usize = 12;
    if !is_verb(parse, at) {
        return None;
    }
    let next = word(words, at + 1);
    let deed = parse.tokens[at].lemma.as_str();
    let gives = match deed {
        "return" | "free" | "release" | "exchange" | "swap" | "repatriate" => true,
        "hand" => next == "over" || words[at..].iter().take(8).any(|word| word == "over"),
        "send" => words[at..].iter().take(8).any(|word| matches!(word.as_str(), "back" | "home")),
        "let" | "set" => words[at..].iter().take(9).any(|word| matches!(word.as_str(), "go" | "free")),
        _ => false,
    };
    let against =
        words[at..].iter().take(AGAINST).any(|word| matches!(word.as_str(), "against" | "exchange"));
    let whom = parse.children(at).find(|&noun| {
        let relation = parse.tokens[noun].relation;
        let passive = parse.is_passive(at);
        let done =
            passive && relation == Relation::PassiveSubject || !passive && relation == Relation::Object;
        let what = lemma(parse, noun);
        let held = HELD.contains(&what.as_str());
        let person = held
            || TRESPASS.contains(&what.as_str())
            || matches!(what.as_str(), "pilot" | "national" | "citizen" | "man" | "men" | "woman")
            || parse.tokens[noun].tag == FineTag::Nnps;
        let taken = parse.children(noun).any(|child| TAKEN.contains(&word(words, child)));
        done && gives && (person && taken || held && against)
    })?;
    let trespass = TRESPASS.contains(&lemma(parse, whom).as_str());
    // "proposed that captured soldiers be exchanged"
    let proposed = parse
        .head(at)
        .is_some_and(|above| matches!(parse.tokens[above].lemma.as_str(), "propose" | "suggest" | "offer"));
    let status =
        if proposed { OutcomeStatus::Proposed } else { tense(words, at, OutcomeStatus::Implemented)? };
    Some(Find {
        kind: if trespass { OutcomeKind::Other } else { OutcomeKind::PrisonerExchange },
        status,
        words: clause(words, (*parse.subtree(whom).start()).min(whom).min(at), at.max(whom) + 1),
        head: if trespass { lemma(parse, whom) } else { "exchange".to_owned() },
        verb: at,
    })
}
