//! Verbs with the objects that make an outcome of them, by the lexicon: "signed a treaty", "lifted the embargo".
//!
//! It knows words, tenses and syntax, not parties. Invariant: a noun that tells of a deed is no deed done.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, ParsedToken, Relation, Upos};

use super::asked::{is_asked, is_purpose, is_urged};
use super::find::{Find, KNOWN, push};
use super::lexicon;
use super::tense::{clause, is_announced, is_verb, negated_noun, tense};
use crate::text::word;

/// How far a verb's object may be.
const NEAR: usize = 9;

/// Adds the outcomes of the verb at a token.
pub(super) fn found_by_rule(words: &[String], parse: &Parse, at: usize, found: &mut Vec<Find>) {
    // "the release of the crew": a noun tells of a deed, and of none done.
    if parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Noun)
        && word(words, at + 1) == "of"
        && !words[at].ends_with("ing")
    {
        return;
    }
    // "met with volunteers delivering food": a noun that a verb takes is no verb.
    let taken = |token: &ParsedToken| {
        matches!(
            token.relation,
            Relation::Object | Relation::Oblique | Relation::ObliqueAgent | Relation::NominalModifier
        )
    };
    // "announced the closing of the border": by whom it is announced it is done.
    let announced = words[at].ends_with("ing")
        && parse.head(at).is_some_and(|above| {
            matches!(parse.tokens[above].lemma.as_str(), "announce" | "order" | "decree")
        });
    if !announced && parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Noun && taken(token)) {
        return;
    }
    // "was struck from the agenda", "struck down the accord", "adjourned at six"
    let next = word(words, at + 1);
    if words[at] == "struck" && matches!(next, "from" | "down")
        || words[at] == "adjourned" && next == "at"
        || words[at] == "set"
            && next == "up"
            && parse.tokens.get(at).is_some_and(|token| token.relation == Relation::AdverbialClause)
    {
        return;
    }
    let tag = parse.tokens.get(at).map(|token| token.tag);
    // "steps to normalise relations", "asked that scholarships be provided"
    if is_purpose(words, parse, at) || is_asked(words, at) || is_urged(parse, at) {
        return;
    }
    // "a date for reopening the border"
    if tag == Some(FineTag::Vbg)
        && at > 0
        && matches!(
            word(words, at - 1),
            "for"
                | "of"
                | "about"
                | "without"
                | "on"
                | "against"
                | "before"
                | "in"
                | "to"
                | "from"
                | "towards"
                | "toward"
        )
    {
        return;
    }
    for (rule, heads) in lexicon::rules(&words[at], word(words, at + 1)) {
        let announced = matches!(rule.kind, OutcomeKind::Aid | OutcomeKind::Withdrawal | OutcomeKind::Other)
            && is_announced(words, at);
        let told = announced.then_some(OutcomeStatus::Planned);
        let Some(status) = told.or_else(|| tense(words, at, rule.status)) else { continue };
        // "will resume relations and reopen their embassies": the first verb has the "will".
        let joined = tag == Some(FineTag::Vb)
            && status == rule.status
            && parse.tokens[at].relation == Relation::Conjunct;
        let status =
            if joined && status == OutcomeStatus::Implemented { OutcomeStatus::Planned } else { status };
        // "The border will stay shut": nobody shuts it.
        let stays = parse.tokens.get(at).is_some_and(|token| token.relation == Relation::OpenComplement)
            && parse
                .head(at)
                .is_some_and(|above| matches!(parse.tokens[above].lemma.as_str(), "stay" | "remain"));
        if stays {
            continue;
        }
        // "The proposals called for a withdrawal" put it forward, whoever else calls for it demands it.
        if parse.tokens.get(at).is_some_and(|token| token.lemma == "call")
            && matches!(rule.kind, OutcomeKind::Demand | OutcomeKind::Withdrawal)
            && (rule.kind == OutcomeKind::Withdrawal)
                != parse.understood_subject(at).is_some_and(|subject| {
                    matches!(
                        parse.tokens[subject].lemma.to_lowercase().as_str(),
                        "proposal" | "plan" | "draft" | "formula"
                    )
                })
        {
            continue;
        }
        // "since relations were cut in 1995", "the relations severed in 2016": what was before.
        let former = matches!(
            parse.tokens.get(at).map(|token| token.relation),
            Some(Relation::AdverbialClause | Relation::AdnominalClause | Relation::RelativeClause)
        );
        if former
            && rule.kind == OutcomeKind::Other
            && heads.iter().any(|head| head.as_slice() == ["relations"])
        {
            continue;
        }
        // "a text opening the road" tells what it is for.
        if tag == Some(FineTag::Vbg) && rule.kind == OutcomeKind::Other {
            continue;
        }
        // "Pledged to release the sailors" is a commitment.
        if rule.kind == OutcomeKind::Other
            && matches!(status, OutcomeStatus::Agreed | OutcomeStatus::Planned)
            && status != rule.status
        {
            continue;
        }
        let behind = (at + 1..(at + NEAR).min(words.len()))
            .take_while(|&place| !matches!(word(words, place), ";" | ":" | "," | "." | "that"))
            // "gave him soup and asked for a loan"
            .take_while(|&place| !(word(words, place) == "and" && is_verb(parse, place + 1)));
        let passive = (at.saturating_sub(4)..at)
            .any(|place| matches!(word(words, place), "was" | "were" | "been" | "be" | "is" | "are"));
        let before = (at.saturating_sub(NEAR)..at).rev().filter(|_| passive);
        let known = |place: usize| {
            heads
                .iter()
                .find(|head| {
                    words.get(place..place + head.len()).is_some_and(|here| same(here, head))
                        && !is_verb(parse, place + head.len() - 1)
                })
                .map(|head| (place, head))
        };
        // "deferred at the spring session": where or when it was done is not what was done.
        let aside = |noun: usize| {
            parse.tokens.get(noun).and_then(|_| parse.case(noun)).is_some_and(|case| {
                case > at
                    && matches!(
                        word(words, case),
                        "at" | "in" | "during" | "after" | "before" | "since" | "until" | "under" | "despite"
                    )
            })
        };
        let behind = behind.filter(|&place| !aside(place));
        // What stands farther off, the syntax tells: "A commission to value the losses was turned down".
        let head = behind.chain(before).find_map(known).or_else(|| {
            governed(parse, at).find_map(|noun| known(noun).or_else(|| known(noun.checked_sub(1)?)))
        });
        // "*": whatever the verb's object is.
        let anything = heads.first().filter(|head| head.as_slice() == ["*"]);
        let head = head.or_else(|| {
            let noun = governed(parse, at).find(|&noun| parse.tokens[noun].upos != Upos::Pronoun)?;
            anything.map(|head| (noun, head))
        });
        let Some((place, head)) = head else { continue };
        if negated_noun(words, place) {
            continue;
        }
        // "Forty wounded prisoners were exchanged": how many stands before the noun.
        let noun = place + head.len() - 1;
        let first = parse.subtree(noun).start().max(&noun.saturating_sub(4)).to_owned().min(place);
        let start = if place < at { first } else { at };
        let start = (start..=at.min(place)).find(|&at| !is_small(word(words, at))).unwrap_or(start);
        let range = clause(words, start, (place + head.len()).max(at + 1));
        let head = match anything {
            Some(_) => words[place].clone(),
            None if rule.kind == OutcomeKind::Agreement && is_bare(words, parse, noun, at) => {
                format!("{KNOWN}{}", head.join(" "))
            }
            None => head.join(" "),
        };
        push(words, found, Find { kind: rule.kind, status, words: range, head, verb: at });
    }
}

/// Whether a noun may be of what was told before: "the paper was signed by", of which no more is said.
fn is_bare(words: &[String], parse: &Parse, noun: usize, verb: usize) -> bool {
    let mut known = false;
    for child in parse.tokens.get(noun).into_iter().flat_map(|_| parse.children(noun)) {
        match parse.tokens[child].relation {
            Relation::Determiner => known = matches!(word(words, child), "the" | "this" | "these"),
            Relation::NominalModifier
            | Relation::Compound
            | Relation::AdjectivalModifier
            | Relation::Possessor => return false,
            Relation::AdnominalClause | Relation::RelativeClause if child != verb => return false,
            _ => {}
        }
    }
    known
}

/// Whether a word only leads to a noun.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "of"
            | "by"
            | "in"
            | "for"
            | "on"
            | "to"
            | "that"
            | "with"
            | "and"
            | "this"
            | ","
    )
}

/// The objects of a verb, the subject of its passive, or the noun that its participle stands behind:
/// "the agreement on fish signed at Riga".
fn governed(parse: &Parse, verb: usize) -> impl Iterator<Item = usize> + '_ {
    let known = parse.tokens.get(verb);
    let own = parse
        .children(verb)
        .filter(|&child| matches!(parse.tokens[child].relation, Relation::Object | Relation::PassiveSubject));
    let noun = known
        .filter(|token| token.relation == Relation::AdnominalClause && token.tag == FineTag::Vbn)
        .and_then(|_| parse.head(verb));
    // "the treaty, which the ministers signed at noon"
    let told = known
        .filter(|token| {
            token.relation == Relation::RelativeClause
                && parse.objects(verb).next().is_none_or(|object| parse.tokens[object].upos == Upos::Pronoun)
        })
        .and_then(|_| parse.head(verb));
    // "rejected a call from Kyiv for a truce"
    let of = parse
        .children_by(verb, Relation::Object)
        .filter(|&object| {
            matches!(
                parse.tokens[object].lemma.as_str(),
                "call" | "proposal" | "offer" | "request" | "demand" | "appeal" | "idea" | "plan"
            )
        })
        .flat_map(|object| parse.children_by(object, Relation::NominalModifier));
    // "The truce collapsed at dawn"
    const INTRANSITIVE: &[&str] = &[
        "collapse", "break", "fail", "hold", "expire", "lapse", "shatter", "begin", "start", "enter", "take",
    ];
    let itself = known
        .filter(|token| {
            INTRANSITIVE.contains(&token.lemma.as_str()) && parse.child(verb, Relation::Object).is_none()
        })
        .into_iter()
        .flat_map(move |_| parse.subjects(verb));
    own.chain(noun)
        .chain(told)
        .chain(itself)
        .chain(of)
        .filter(move |_| known.is_some_and(|token| token.upos == Upos::Verb))
}

fn same(here: &[String], head: &[String]) -> bool {
    here.iter().zip(head).all(|(word, head)| word == head)
}
