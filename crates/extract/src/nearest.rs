//! Which date of a text a word goes with: that of its sentence nearest to it, or that of the passage.
//!
//! It knows dates that are read and the syntax around them, and of an outcome when it is to be done. Invariant: a day of another clause's deed is
//! nobody else's.

use rapporteur_schema::{Edtf, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use crate::date::{self, Dates, TimeExpression};
use crate::outcome;
use crate::text::Text;

/// The day that a sentence goes on with: the one named last in its paragraph, where that is over, else
/// that of its entry or of the publication.
pub(crate) fn going_on(dates: &Dates, sentence: usize, published: Option<jiff::civil::Date>) -> Option<Edtf> {
    let named = dates.named_before(sentence).filter(|named| {
        named.as_day().is_some_and(|day| {
            published.is_some_and(|published| {
                day <= published && published.since(day).is_ok_and(|span| span.get_days() <= 14)
            })
        })
    });
    named.or_else(|| dates.reference_of(sentence)).cloned()
}

/// The date by which an outcome is to be done: "will be freed by 25 March".
pub(crate) fn due(text: &Text<'_>, dates: &Dates, found: &outcome::FoundOutcome) -> Option<Edtf> {
    let within = |at: usize| {
        let range = text.bytes(found.sentence, at..at + 1);
        found.words.start <= range.start && range.start < found.words.end
    };
    let open =
        !matches!(found.status, OutcomeStatus::Implemented | OutcomeStatus::Rejected | OutcomeStatus::Failed);
    let named = dates.expressions_in(found.sentence).iter();
    named
        .filter(|date| matches!(date.kind, date::Kind::By | date::Kind::Before))
        .find(|date| open && within(date.tokens.start))
        .map(|date| date.when.clone())
}

/// Whether a month is that of somebody's office: "Council President for October".
fn is_term(words: &[&str], date: usize) -> bool {
    let before = |back: usize| date.checked_sub(back).map_or(String::new(), |at| words[at].to_lowercase());
    before(1) == "for"
        && matches!(
            before(2).as_str(),
            "president" | "chair" | "chairman" | "chairwoman" | "presidency" | "chairmanship"
        )
}

/// How many verbs joined to others stand between a date and a token: of "called on her on the 5th and spoke with him
/// on the 9th" the second was on the 9th.
fn clauses_between(parse: &Parse, date: usize, token: usize) -> usize {
    let verbs = |at: usize| -> Vec<usize> {
        let path = std::iter::once(at).chain(parse.ancestors(at));
        path.filter(|&at| parse.tokens[at].upos == Upos::Verb).collect()
    };
    let (own, other) = (verbs(token), verbs(date));
    let joined = |at: &usize| parse.tokens[*at].relation == Relation::Conjunct;
    let only = |these: &[usize], those: &[usize]| {
        these.iter().filter(|at| !those.contains(at)).filter(|at| joined(at)).count()
    };
    only(&own, &other) + only(&other, &own)
}

/// The date that a sentence names nearest to a token. One in the token's own clause goes before one of the clause
/// around it: of "denied on Monday that he had met her on 5 April" the meeting was on the 5th.
pub(crate) fn nearest<'d>(
    text: &Text<'_>,
    dates: &'d Dates,
    sentence: usize,
    token: usize,
) -> Option<&'d TimeExpression> {
    let parse = &text.sentences[sentence].parse;
    let clause = parse
        .tokens
        .get(token)
        .filter(|verb| matches!(verb.relation, Relation::ClausalComplement))
        .map(|_| parse.subtree(token));
    let outside = |at: usize| clause.as_ref().is_some_and(|clause| !clause.contains(&at));
    // "They met for the first time since fighting broke out last October": the day of another thing.
    let beneath = |at: usize| {
        let path = parse.ancestors(at).take_while(|&above| above != token);
        parse.ancestors(at).any(|above| above == token)
            && path.into_iter().any(|above| {
                parse.tokens[above].relation == Relation::AdverbialClause
                    && parse.subjects(above).any(|subject| parse.tokens[subject].upos != Upos::Pronoun)
            })
    };
    // "The leaders who have been in session here went home yesterday": what the clause around it did.
    let relative = std::iter::once(token)
        .chain(parse.ancestors(token))
        .find(|&at| matches!(parse.tokens[at].relation, Relation::RelativeClause))
        .map(|clause| *parse.subtree(clause).end());
    let verb =
        |at: usize| matches!(parse.tokens[at].tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md);
    let around = |at: usize| relative.is_some_and(|end| end < at && (end..at).any(verb));
    // "A project that was agreed on in 2012", "she recalled that she had been there in April": of what else is told.
    let elsewhere = |at: usize| {
        let above: Vec<usize> = std::iter::once(token).chain(parse.ancestors(token)).collect();
        std::iter::once(at).chain(parse.ancestors(at)).take_while(|node| !above.contains(node)).any(|node| {
            // "The first meeting since the enlargement on 1 May": the day of that.
            if node != at && parse.case(node).is_some_and(|case| parse.tokens[case].lemma == "since") {
                return true;
            }
            match parse.tokens[node].relation {
                // "In Peking, which she visited in May, she was received": of the same place.
                Relation::RelativeClause => {
                    node > token && parse.head(node).is_some_and(|noun| !above.contains(&noun))
                }
                Relation::ClausalComplement => true,
                // "X, expected on Monday, did not come"
                Relation::AdnominalClause => {
                    matches!(parse.tokens[node].tag, FineTag::Vbn | FineTag::Vbd)
                        && node < token
                        && parse.head(node).is_some_and(|noun| !above.contains(&noun))
                }
                _ => false,
            }
        })
    };
    // "The round, set for the 19th, was put back and will be held on the 20th": the day that no longer holds.
    let changes = dates.changes_in(sentence);
    let verb_of = |at: usize| parse.ancestors(at).find(|&above| parse.tokens[above].upos == Upos::Verb);
    let former = |found: &TimeExpression| {
        // "They were to have met on the 11th but will now meet on the 20th": of the first verb it is the day.
        let own = |change: &date::Change| {
            verb_of(change.from.start) == Some(token) && verb_of(change.to.start) != Some(token)
        };
        changes.iter().any(|change| change.from == found.tokens && !own(change))
    };
    let holds = |found: &TimeExpression| changes.iter().any(|change| change.to == found.tokens);
    let words = text.words(sentence);
    dates
        .expressions_in(sentence)
        .iter()
        .filter(|found| matches!(found.kind, date::Kind::Point) || holds(found))
        .filter(|found| !former(found))
        .filter(|found| !beneath(found.tokens.start) && !elsewhere(found.tokens.start))
        .filter(|found| !around(found.tokens.start))
        .filter(|found| !is_term(&words, found.tokens.start))
        .min_by_key(|found| {
            let at = found.tokens.start;
            let beneath = parse.ancestors(at).any(|above| above == token);
            (outside(at), !beneath, clauses_between(parse, at, token), at.abs_diff(token))
        })
}
