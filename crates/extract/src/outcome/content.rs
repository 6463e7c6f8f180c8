//! What kind of outcome a deed is that somebody agreed or promised to do: "agreed that Armenia would cease fire" is a
//! ceasefire, "is to bring home its soldiers" a withdrawal.
//!
//! It knows words and syntax, neither who promises nor in what words. Invariant: the deed tells the kind, and never the
//! verb of agreeing; what it does not know leaves the kind as it was.

use rapporteur_schema::OutcomeKind;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::find::Find;
use super::grammar::{HELD, TROOPS, is_gathering};
use super::tense::is_verb;
use crate::text::word;

/// Places that troops leave.
const GROUND: &[&str] = &[
    "zone",
    "base",
    "island",
    "territory",
    "village",
    "town",
    "peninsula",
    "gorge",
    "valley",
    "strip",
    "bank",
    "province",
    "enclave",
    "post",
    "position",
    "line",
    "front",
    "area",
    "border",
    "airfield",
    "barracks",
    "heights",
    "corridor",
];
/// What is fought.
const FIGHTING: &[&str] =
    &["fire", "firing", "fighting", "hostility", "hostilities", "shooting", "shelling", "bombardment"];
/// What two states have that recognise each other.
const TIES: &[&str] = &["relation", "relations", "tie", "ties", "embassy", "ambassador"];

/// The kind of the deed that some of the words tell; none where it is of no kind of its own.
pub(super) fn kind(
    words: &[String],
    parse: &Parse,
    range: std::ops::Range<usize>,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<OutcomeKind> {
    let main = |at: &usize| {
        is_verb(parse, *at)
            && !matches!(
                parse.tokens[*at].relation,
                Relation::RelativeClause | Relation::AdnominalClause | Relation::AdverbialClause
            )
    };
    range.filter(main).find_map(|verb| deed(words, parse, verb, is_state))
}

/// A find of what is to be done, with the kind of its deed.
pub(super) fn told(
    mut find: Find,
    words: &[String],
    parse: &Parse,
    is_state: &dyn Fn(usize) -> bool,
) -> Find {
    if let Some(kind) = kind(words, parse, find.words.clone(), is_state) {
        find.kind = kind;
    }
    find
}

/// The kind of the deed of one verb.
fn deed(
    words: &[String],
    parse: &Parse,
    verb: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<OutcomeKind> {
    if parse.negated(verb) {
        return None;
    }
    let lemma = |at: usize| parse.tokens[at].lemma.to_lowercase();
    let passive = parse.is_passive(verb);
    let objects = || {
        let own = parse.children(verb).filter(|&child| match parse.tokens[child].relation {
            Relation::Object => true,
            Relation::PassiveSubject => passive,
            _ => false,
        });
        own.flat_map(|object| std::iter::once(object).chain(parse.conjuncts(object)))
    };
    let of = |list: &[&str]| objects().any(|object| list.contains(&lemma(object).as_str()));
    let near = |list: &[&str]| {
        words[verb + 1..]
            .iter()
            .take(9)
            .take_while(|word| *word != ";")
            .any(|word| list.contains(&word.as_str()))
    };
    let from_ground = || {
        parse.obliques(verb).any(|noun| {
            let case = parse.case(noun).map_or("", |case| word(words, case));
            matches!(case, "from" | "behind" | "to" | "of")
                && (is_state(noun) || GROUND.contains(&lemma(noun).as_str()) || case == "behind")
        })
    };
    let armed = |at: usize| TROOPS.contains(&lemma(at).as_str());
    match parse.tokens[verb].lemma.as_str() {
        "withdraw" | "evacuate" | "redeploy" | "recall" | "remove" | "replace" | "repatriate"
            if of(TROOPS) =>
        {
            Some(OutcomeKind::Withdrawal)
        }
        "withdraw" if !passive && objects().next().is_none() && from_ground() => {
            Some(OutcomeKind::Withdrawal)
        }
        "pull" | "draw" | "move" | "bring" | "take" | "send" | "call" | "fly" | "ship" | "have" | "get"
            if of(TROOPS) && near(&["home", "out", "back", "away"]) =>
        {
            Some(OutcomeKind::Withdrawal)
        }
        "pull" if near(&["out", "back"]) && (from_ground() || of(TROOPS)) => Some(OutcomeKind::Withdrawal),
        "leave" | "quit" | "vacate" | "evacuate" => {
            let place = objects().any(|object| {
                is_state(object) || GROUND.contains(&lemma(object).as_str()) || is_named_place(parse, object)
            });
            let subject = parse.understood_subject(verb).filter(|&subject| subject < verb);
            let clears = parse.tokens[verb].lemma == "vacate" || parse.tokens[verb].lemma == "evacuate";
            (place && (clears || subject.is_some_and(|subject| is_state(subject) || armed(subject))))
                .then_some(OutcomeKind::Withdrawal)
        }
        "exchange" if of(TIES) => Some(OutcomeKind::Recognition),
        "release" | "exchange" | "swap" | "free" | "repatriate" | "return" | "hand" | "trade" => {
            let swaps = matches!(parse.tokens[verb].lemma.as_str(), "exchange" | "swap" | "trade");
            let held = |at: usize| {
                let noun = lemma(at);
                crate::outcome::lexicon::is_captive(word(words, at))
                    || swaps && HELD.contains(&noun.as_str())
                    || HELD.contains(&noun.as_str())
                        && parse.children(at).any(|child| {
                            matches!(
                                parse.tokens[child].lemma.as_str(),
                                "capture" | "captured" | "captive" | "detained"
                            )
                        })
            };
            objects().any(held).then_some(OutcomeKind::PrisonerExchange)
        }
        "cease" | "stop" | "halt" | "end" | "hold" | "suspend" if of(FIGHTING) => {
            Some(OutcomeKind::Ceasefire)
        }
        "stop" | "cease" if near(&["firing", "fighting", "shooting", "shelling"]) => {
            Some(OutcomeKind::Ceasefire)
        }
        "hold" | "resume" | "continue" | "reopen" | "pursue" | "carry" | "go" | "keep"
            if objects()
                .any(|object| is_gathering(&lemma(object)) && parse.tokens[object].upos == Upos::Noun) =>
        {
            Some(OutcomeKind::FurtherTalks)
        }
        "establish" | "restore" | "resume" | "normalise" | "normalize" | "reopen" | "open" if of(TIES) => {
            Some(OutcomeKind::Recognition)
        }
        "recognise" | "recognize" if objects().any(is_state) => Some(OutcomeKind::Recognition),
        // "undertook that Norway would pay for half of the demining", "agreed to make a grant"
        "pay" | "finance" | "fund" | "underwrite"
            if near(&["for", "towards", "half", "cost", "costs"])
                && !near(&[
                    "damage",
                    "damages",
                    "compensation",
                    "rent",
                    "itself",
                    "visit",
                    "debt",
                    "debts",
                ]) =>
        {
            Some(OutcomeKind::Aid)
        }
        "make" | "give" | "grant" | "lend" | "provide" | "extend"
            if of(&["grant", "loan", "gift", "donation"]) =>
        {
            Some(OutcomeKind::Aid)
        }
        "expel" | "deport" => Some(OutcomeKind::Other),
        "send" | "call" | "bring" | "order"
            if of(&["diplomat", "ambassador", "envoy", "consul"]) && near(&["home", "back"]) =>
        {
            Some(OutcomeKind::Other)
        }
        "lift" | "impose" | "ease" | "tighten" | "extend"
            if of(&["sanction", "sanctions", "embargo", "blockade", "boycott"]) =>
        {
            Some(OutcomeKind::Sanctions)
        }
        _ => None,
    }
}

/// Whether a name may be a place, as a state that leaves it tells.
fn is_named_place(parse: &Parse, at: usize) -> bool {
    matches!(parse.tokens[at].tag, FineTag::Nnp | FineTag::Nnps)
}
