//! Whether a word is meant in the sense of a meeting: "called the king" and not "called him a liar",
//! "saw the king" and not "saw it as an insult", "met the minister" and not "met the deadline".
//!
//! Reads the tree and the words around; finds nobody.

use rapporteur_syntax::{Parse, Relation};

/// Whether "called" means the telephone: "called the king", but not "called the king a liar".
pub(super) fn is_ringing(
    parse: &Parse,
    lower: &[String],
    at: usize,
    person_at: &impl Fn(usize) -> bool,
) -> bool {
    let quoted = lower[at + 1..].iter().any(|w| matches!(w.as_str(), "“" | "\"" | "‘"));
    let named = parse.objects(at).count() > 1
        || parse.children_by(at, Relation::OpenComplement).next().is_some_and(|child| !is_to(parse, child));
    person_at(at + 1) && !quoted && !named
}

pub(super) fn is_to(parse: &Parse, verb: usize) -> bool {
    parse.children_by(verb, Relation::Marker).any(|mark| parse.tokens[mark].lemma == "to")
}

/// "called on the king to free them": an appeal, and no visit.
pub(super) fn is_appeal(parse: &Parse, lower: &[String], at: usize) -> bool {
    parse.tokens[at].lemma == "call"
        && lower.get(at + 1).is_some_and(|word| word == "on")
        && parse.children(at).any(|child| {
            // "called on the minister to deliver a letter" is a visit
            let visits = matches!(
                parse.tokens[child].lemma.as_str(),
                "deliver"
                    | "present"
                    | "convey"
                    | "discuss"
                    | "congratulate"
                    | "thank"
                    | "bid"
                    | "brief"
                    | "hand"
            );
            child > at && is_to(parse, child) && !visits
        })
}

/// Whether seeing is a meeting: not "saw the king as a friend", "saw the king leave".
pub(super) fn is_sight(parse: &Parse, lower: &[String], at: usize) -> bool {
    let taken = lower[at + 1..].iter().take(12).any(|word| word == "as");
    let watched = parse.children(at).any(|child| {
        matches!(parse.tokens[child].relation, Relation::OpenComplement | Relation::ClausalComplement)
    });
    !taken && !watched
}

/// Whether a noun is what its subject is or is at: "was on the phone".
pub(super) fn is_predicate(parse: &Parse, noun: usize) -> bool {
    parse.children_by(noun, Relation::Copula).next().is_some() && parse.subjects(noun).next().is_some()
}

/// Whether a word of sport is none here: "the Arab League", "the arms race", "a cup of tea", "to match the offer".
fn is_other_sense(lower: &[String], at: usize) -> bool {
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    let before = at.checked_sub(1).map_or("", word);
    match word(at) {
        "league" => {
            matches!(before, "arab" | "muslim" | "islamic" | "african" | "national")
                || matches!(word(at + 1), "of" | "for" | "'s" | "’s")
        }
        "race" => matches!(before, "arms" | "armaments" | "nuclear" | "naval" | "missile" | "space"),
        "cup" => matches!(word(at + 1), "of"),
        "match" => matches!(before, "to" | "not" | "will" | "would" | "could" | "must"),
        "metres" => {
            !matches!(before, "hundred" | "100" | "200" | "400" | "800" | "1,500" | "5,000" | "10,000")
        }
        _ => false,
    }
}

/// `met the deadline`, `the river meets the sea`, `meet Malawi at the stadium`, an athletics meeting.
pub(super) fn is_sport_or_figure(lower: &[String], at: usize) -> bool {
    const THINGS: &[&str] = &[
        "deadline",
        "deadlines",
        "demand",
        "demands",
        "target",
        "targets",
        "needs",
        "need",
        "requirements",
        "conditions",
        "criteria",
        "bill",
        "bills",
        "costs",
        "cost",
        "challenge",
        "challenges",
        "expectations",
        "obligations",
        "gale",
        "resistance",
        "approval",
        "disapproval",
        "success",
        "silence",
        "applause",
        "criticism",
        "refusal",
        "indifference",
        "sea",
        "goal",
        "goals",
        "standards",
        "wife",
        "husband",
        "family",
        "brother",
        "sister",
        "bankers",
        "fans",
        "press",
        "reporters",
        "journalists",
        "audience",
        "battle",
    ];
    const SPORT: &[&str] = &[
        "stadium",
        "kick-off",
        "football",
        "athletics",
        "match",
        "championship",
        "cup",
        "league",
        "race",
        "team's",
        "sprint",
        "metres",
        "qualifier",
        "qualifiers",
        "semi-final",
        "touchline",
        "golf",
        "boxing",
        "boxers",
        "tournament",
        "goalkeeper",
        "striker",
        "quarter-final",
        // What clubs are called by.
        "dynamo",
        "dinamo",
        "spartak",
        "cska",
        "fc",
        "rovers",
        "wanderers",
    ];
    lower[at + 1..].iter().take(4).any(|w| THINGS.contains(&w.as_str()))
        || (0..lower.len()).any(|at| SPORT.contains(&lower[at].as_str()) && !is_other_sense(lower, at))
        || lower.windows(4).any(|words| {
            words[..3] == ["in", "the", "final"]
                && matches!(words[3].as_str(), "," | "." | "in" | "on" | "at" | "of")
        })
}
