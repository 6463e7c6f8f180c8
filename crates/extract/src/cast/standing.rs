//! What a name is by how it stands: a city that acts as its government does or where something is, a word for a body
//! that names one.
//!
//! It must not know actors. Invariant: each question is answered from the words of one sentence.

use rapporteur_syntax::{Relation, Upos};

use crate::gazetteer;
use crate::mention::{Mention, described, speaker};
use crate::text::Text;

/// Whether a capital acts as its government does: "Pristina will not sign".
pub(super) fn is_capital_acting(text: &Text<'_>, mention: &Mention, name: &str) -> bool {
    let parse = &text.sentences[mention.sentence].parse;
    let acts = |at: usize| {
        parse.tokens.get(at).is_some_and(|token| {
            matches!(token.relation, Relation::Subject | Relation::PassiveSubject | Relation::ObliqueAgent)
        }) && parse
            .head(at)
            .is_some_and(|head| matches!(parse.tokens[head].upos, Upos::Verb | Upos::Auxiliary))
    };
    !mention.in_label
        && crate::lexicon::is_capital(name)
        && (mention.tokens.clone().any(acts)
            || is_side(text, mention)
            || has_envoy(text, mention)
            || government_in(text, mention).is_some())
}

/// The token of the government that sits in a capital: "the government in Kabul".
pub(crate) fn government_in(text: &Text<'_>, capital: &Mention) -> Option<usize> {
    let words = text.lower(capital.sentence);
    let noun = capital.tokens.start.checked_sub(2)?;
    let sits = matches!(words.get(noun..noun + 2), Some([noun, lead]) if noun == "government" && matches!(lead.as_str(), "in" | "at"));
    sits.then_some(noun)
}

/// Whether a capital is whose somebody is: "Belgrade's negotiator", "Oslo's Ingvild Moe".
fn has_envoy(text: &Text<'_>, mention: &Mention) -> bool {
    let words = text.words(mention.sentence);
    let end = mention.tokens.end;
    let owned = words.get(end + 1).is_some_and(|word| word.starts_with(char::is_uppercase))
        && words.get(end + 1).is_some_and(|word| gazetteer::given_name(word).is_some())
        || words.get(end + 1..).and_then(crate::lexicon::office).is_some();
    words.get(end).is_some_and(|word| matches!(*word, "'s" | "’s")) && owned
}

/// Whether the words before a name make it a place: "in Gao", "the city of Gao".
pub(super) fn is_where(text: &Text<'_>, mention: &Mention) -> bool {
    const MARKS: &[&str] = &[
        "in", "at", "from", "to", "near", "of", "outside", "inside", "into", "via", "around", "through",
        "for", "towards", "leaving", "reached", "visited",
    ];
    let words = text.words(mention.sentence);
    let before = |back: usize| mention.tokens.start.checked_sub(back).and_then(|at| words.get(at));
    // "according to Gao", "Gao, who": somebody, whatever city has the name.
    let told = before(2).is_some_and(|word| word.eq_ignore_ascii_case("according"));
    let end = mention.tokens.end;
    let person =
        matches!(words.get(end + 1), Some(&("who" | "whose" | "whom" | "himself" | "herself" | "for")));
    before(1).is_some_and(|word| MARKS.contains(&word.to_lowercase().as_str())) && !told
        || words.get(end) == Some(&",") && !person
}

/// Whether a name that no list has stands as where something is: "met in Topusko", but not "believed in Novak".
pub(super) fn is_placed(text: &Text<'_>, mention: &Mention) -> bool {
    const TRUSTS: &[&str] = &[
        "believe",
        "believes",
        "believed",
        "confidence",
        "faith",
        "trust",
        "trusted",
        "interest",
        "interested",
        "confide",
        "confided",
        "angry",
        "look",
        "looked",
        "aimed",
        "directed",
        "shouted",
        "smiled",
        "laughed",
    ];
    let words = text.words(mention.sentence);
    let word = |back: usize| mention.tokens.start.checked_sub(back).and_then(|at| words.get(at)).copied();
    // "on the island of Sal", "in the village of Topusko"
    let ground = word(1) == Some("of")
        && word(2).is_some_and(|word| {
            matches!(word, "island" | "city" | "town" | "village" | "port" | "resort" | "district" | "suburb")
        });
    let marked = ground
        || word(1)
            .is_some_and(|word| matches!(word, "in" | "In" | "at" | "At" | "near" | "outside" | "inside"));
    let owns = words.get(mention.tokens.end).is_some_and(|word| matches!(*word, "'s" | "’s"));
    let trusted = word(2).is_some_and(|word| TRUSTS.contains(&word.to_lowercase().as_str()));
    let own = text.slice(mention.sentence, mention.name.clone());
    marked && !owns && !trusted && !crate::lexicon::is_common(&own.to_lowercase())
}

/// Whether a capital stands as one of two sides: "talks between Lisbon and Prague".
fn is_side(text: &Text<'_>, mention: &Mention) -> bool {
    const OF_SIDES: &[&str] = &[
        "talk",
        "talks",
        "negotiation",
        "meeting",
        "summit",
        "relation",
        "tie",
        "dispute",
        "tension",
        "agreement",
        "deal",
        "dialogue",
        "contact",
        "conversation",
        "consultation",
        "war",
        "quarrel",
        "round",
        "accord",
    ];
    let parse = &text.sentences[mention.sentence].parse;
    let words = text.words(mention.sentence);
    let side = |at: usize| {
        let first = if parse.tokens[at].relation == Relation::Conjunct { parse.head(at) } else { Some(at) };
        first.is_some_and(|first| {
            parse.case(first).is_some_and(|case| words[case] == "between")
                && parse.conjuncts(first).next().is_some()
                && parse.head(first).is_some_and(|noun| OF_SIDES.contains(&parse.tokens[noun].lemma.as_str()))
        })
    };
    mention.tokens.clone().filter(|&at| at < parse.len()).any(side)
}

/// Whether a capitalised word with an article names a body by what it is: "the Secretariat".
pub(super) fn is_lone_body(text: &Text<'_>, mention: &Mention, name: &str) -> bool {
    const BODIES: &[&str] = &[
        "Secretariat",
        "Council",
        "Commission",
        "Committee",
        "Assembly",
        "Parliament",
        "Board",
        "Politburo",
        "Community",
        "Organization",
        "Organisation",
        "Court",
        "Congress",
        "Senate",
        "Cabinet",
        "Legation",
        "Junta",
        "Presidium",
        "Troika",
        "Conference",
        "Directorate",
        "Bureau",
        "Opposition",
        "Alliance",
        "Federation",
        "Group",
        "Agency",
        "Forum",
    ];
    is_definite(text, mention) && BODIES.contains(&name)
}

/// Whether a name is that of somebody who speaks: "Drenovac said that".
pub(super) fn is_speaking(text: &Text<'_>, mention: &Mention) -> bool {
    let parse = &text.sentences[mention.sentence].parse;
    let name = mention.name(text);
    // "Novak asked whether they would come"
    let asks = |verb: usize| {
        parse.tokens[verb].lemma == "ask" && parse.child(verb, Relation::ClausalComplement).is_some()
    };
    // "The Elders said", "Legation says", "Diplomats say": a word with an article, for a body or for people is no name of
    // one.
    !mention.in_label
        && !is_styled(text, mention)
        && !described::is_institution(name)
        && !described::is_people(name)
        && name.len() > 2
        && !crate::lexicon::is_common(&name.to_lowercase())
        && (speaker::verbs_of(parse, &mention.tokens).any(|verb| speaker::says(parse, verb) || asks(verb))
            || is_somebody_of(text, mention))
}

/// Whether one name behind its state is a person's by what he does, or by the office behind it: "Serbia's Novak, the
/// chairman-designate", "Serbia's Novak had remained in Belgrade".
fn is_somebody_of(text: &Text<'_>, mention: &Mention) -> bool {
    const DOES: &[&str] = &[
        "remain",
        "stay",
        "ring",
        "telephone",
        "smile",
        "nod",
        "shrug",
        "dine",
        "lunch",
        "walk",
        "sit",
        "fly",
        "arrive",
        "travel",
        "laugh",
        "speak",
        "drive",
        "drink",
        "sleep",
        "shake",
        "wait",
        "sigh",
    ];
    let words = text.words(mention.sentence);
    let owned = mention
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|mark| mention.country.is_some() && matches!(words[mark], "'s" | "’s"));
    let behind = words.get(mention.tokens.end..).unwrap_or_default();
    let office = || match behind {
        [",", "the" | "its" | "their", rest @ ..] | [",", rest @ ..] => {
            crate::lexicon::office(rest).is_some()
        }
        _ => false,
    };
    let parse = &text.sentences[mention.sentence].parse;
    let does = || {
        speaker::verbs_of(parse, &mention.tokens)
            .any(|verb| DOES.contains(&parse.tokens[verb].lemma.as_str()))
    };
    owned && (office() || does())
}

/// Whether a capitalised word with an article is how a text calls somebody whom it has named with it: "the Marchese".
pub(super) fn is_styled(text: &Text<'_>, mention: &Mention) -> bool {
    mention.tokens.len() == 1 && is_definite(text, mention)
}

/// Whether "the" stands before a mention outside of labels.
pub(super) fn is_definite(text: &Text<'_>, mention: &Mention) -> bool {
    let words = text.words(mention.sentence);
    let before = mention.tokens.start.checked_sub(1).and_then(|at| words.get(at)).copied();
    !mention.in_label && matches!(before, Some("the" | "The"))
}
