//! The words of one sentence that tell an outcome: a verb with its object, a phrase, a pledge, a
//! demand.
//!
//! It knows words and tenses, not parties. Invariant: each find has an explicit cue, and what is
//! negated or only supposed gives none.

use std::ops::Range;

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::Parse;

use super::demand::demand;
use super::pledge::{pledge, pledged_too, promise};
use super::rule::found_by_rule;
use super::several::is_joint;
use super::tense::{clause, is_supposed, is_wished, tense, verb_of};
use super::{grammar, lexicon};
use crate::text::word;

/// How the head of a find begins that may mean one told before: "the accord took effect".
pub(super) const KNOWN: &str = "the ";

/// An outcome's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Find {
    /// The kind.
    pub kind: OutcomeKind,
    /// How far it got.
    pub status: OutcomeStatus,
    /// The tokens that tell it.
    pub words: Range<usize>,
    /// The word it is recognised by.
    pub head: String,
    /// The token of the verb that brings it about.
    pub verb: usize,
}

impl Find {
    /// One told by the clause that begins with some of the words.
    pub(super) fn new(
        words: &[String],
        kind: OutcomeKind,
        status: OutcomeStatus,
        cue: Range<usize>,
        head: String,
        verb: usize,
    ) -> Self {
        Self { kind, status, words: clause(words, cue.start, cue.end), head, verb }
    }
}

/// The outcomes a sentence tells, by its words in lower case and its syntax; `is_state` tells of a token
/// whether it names a state or its government.
pub(super) fn find(words: &[String], parse: &Parse, is_state: &dyn Fn(usize) -> bool) -> Vec<Find> {
    let mut found: Vec<Find> = Vec::new();
    for at in 0..words.len() {
        if let Some((length, kind, status)) = lexicon::phrase(&words[at..])
            && !(kind == OutcomeKind::NoAgreement && is_supposed(words, at, length))
            && !(kind != OutcomeKind::NoAgreement && is_wished(words, at))
            && !(kind == OutcomeKind::FurtherTalks
                && is_counted(&words[at..at + length])
                && !is_ahead(words, at, length))
            && !(kind == OutcomeKind::Ceasefire && is_called_for(words, at))
            && !(kind == OutcomeKind::NoAgreement && breaks_relations(words, at, length))
            // "shook hands on Tuesday"
            && !(kind == OutcomeKind::Agreement
                && word(words, at + length - 1) == "on"
                && crate::lexicon::is_calendar(word(words, at + length)))
            && let Some(status) =
                if kind == OutcomeKind::Ceasefire { tense(words, at, status) } else { Some(status) }
        {
            push(
                words,
                &mut found,
                Find::new(
                    words,
                    kind,
                    status,
                    at..at + length,
                    words[at..at + length].join(" "),
                    verb_of(parse, at..at + length),
                ),
            );
        }
        found_by_rule(words, parse, at, &mut found);
        let pledged = pledge(words, parse, at)
            .or_else(|| demand(words, parse, at, is_state))
            .or_else(|| promise(words, parse, at));
        let told = match pledged {
            Some(mut find) => {
                let more = pledged_too(words, parse, &find);
                // Each has its own words.
                let next = more.iter().map(|next| next.words.start - 1).min();
                find.words.end = next.map_or(find.words.end, |next| next.min(find.words.end));
                std::iter::once(find).chain(more).collect()
            }
            None => grammar::finds(words, parse, at, is_state),
        };
        // What is agreed is told by its own kind before others: "agreed to a truce".
        let known = |find: &Find| {
            find.kind == OutcomeKind::Agreement
                && found
                    .iter()
                    .any(|other| other.words.start < find.words.end && find.words.start < other.words.end)
        };
        let told: Vec<Find> = told.into_iter().filter(|find| !known(find)).collect();
        for find in told {
            push(words, &mut found, find);
        }
    }
    for find in &mut found {
        let agreed = matches!(
            lexicon::pledge(word(words, find.verb)),
            Some("agree" | "decide" | "resolve" | "consent")
        );
        // Who concurs makes an agreement of it, though he be one.
        let concurs = lexicon::pledge(word(words, find.verb)) == Some("concur");
        if find.kind == OutcomeKind::Commitment && concurs
            || find.kind == OutcomeKind::Commitment
                && is_joint(words, parse, find.verb)
                && (agreed && !lexicon::is_intent(&find.head)
                    || matches!(find.head.as_str(), "establish" | "create" | "set" | "form" | "found"))
        {
            find.kind = OutcomeKind::Agreement;
        }
    }
    // What is agreed or promised to be done has the kind of the deed: "agreed that they would cease fire".
    for find in &mut found {
        if promises(words, parse, find)
            && let Some(kind) = super::content::kind(words, parse, find.words.clone(), is_state)
        {
            find.kind = kind;
        }
    }
    let all = std::mem::take(&mut found);
    for find in all {
        let told = |other: &Find| {
            other.kind == find.kind
                && other.words.start < find.words.end
                && find.words.start < other.words.end
        };
        if !found.iter().any(told) {
            found.push(find);
        }
    }
    // Who turns down an offer of talks rejects talks, and no offer besides.
    let refused: Vec<Range<usize>> = found
        .iter()
        .filter(|find| find.kind == OutcomeKind::FurtherTalks && find.status == OutcomeStatus::Rejected)
        .map(|find| find.words.clone())
        .collect();
    found.retain(|find| {
        find.kind == OutcomeKind::FurtherTalks
            || find.status != OutcomeStatus::Rejected
            || !refused.iter().any(|words| words.start < find.words.end && find.words.start < words.end)
    });
    // What is demanded, or told as a failure, is not also an outcome of its own kind.
    let covered: Vec<Range<usize>> =
        found.iter().filter(|find| find.kind == OutcomeKind::Demand).map(|find| find.words.clone()).collect();
    found.retain(|find| {
        find.kind == OutcomeKind::Demand
            || !covered.iter().any(|words| words.start <= find.words.start && find.words.start < words.end)
    });
    // Adopting the text that demands it is no agreement beside the demand.
    let demanded = found.iter().any(|find| find.kind == OutcomeKind::Demand);
    found.retain(|find| {
        !(demanded
            && find.kind == OutcomeKind::Agreement
            && matches!(find.head.trim_start_matches(KNOWN), "resolution" | "text" | "draft"))
    });
    let failed: Vec<Range<usize>> = found
        .iter()
        .filter(|find| find.kind == OutcomeKind::NoAgreement)
        .map(|find| find.words.clone())
        .collect();
    found.retain(|find| {
        !matches!(
            find.kind,
            OutcomeKind::Agreement
                | OutcomeKind::Commitment
                | OutcomeKind::JointStatement
                | OutcomeKind::Ceasefire
        ) || !failed.iter().any(|words| words.start <= find.words.start && find.words.start < words.end)
    });
    found
}

/// Whether a find tells of a deed to be done, by a verb of agreeing or the deed's own, and not of a paper signed.
fn promises(words: &[String], parse: &Parse, find: &Find) -> bool {
    let pledged = lexicon::pledge(word(words, find.verb)).is_some();
    match find.kind {
        OutcomeKind::Commitment => find.status != OutcomeStatus::Rejected,
        OutcomeKind::Agreement => {
            pledged
                || find.words.contains(&find.verb)
                    && parse.tokens.get(find.verb).is_some_and(|token| token.lemma == find.head)
        }
        _ => false,
    }
}

/// Whether others are called upon to stop: "called upon both to halt hostilities" is no truce.
fn is_called_for(words: &[String], at: usize) -> bool {
    const BACK: usize = 9;
    words[at.saturating_sub(BACK)..at].iter().any(|word| {
        matches!(
            word.as_str(),
            "called"
                | "calls"
                | "urged"
                | "urges"
                | "begged"
                | "implored"
                | "asked"
                | "appealed"
                | "pressed"
                | "demanded"
                | "demands"
        )
    })
}

/// "broke off diplomatic relations": states that break, and no talks.
fn breaks_relations(words: &[String], at: usize, length: usize) -> bool {
    let tie = |word: &String| matches!(word.as_str(), "relations" | "ties");
    let off = words[at..at + length].last().is_some_and(|last| last == "off");
    off && (words[at + length..].iter().take(3).any(tie) || words[at.saturating_sub(3)..at].iter().any(tie))
}

/// Whether a phrase only counts rounds: "second round", "next session".
fn is_counted(phrase: &[String]) -> bool {
    let has = |word: Option<&String>, list: &[&str]| word.is_some_and(|word| list.contains(&word.as_str()));
    has(
        phrase.first(),
        &["next", "second", "third", "fourth", "fifth", "sixth", "new", "further", "another", "follow-up"],
    ) && has(phrase.last(), &["round", "rounds", "session", "meeting", "summit", "talks", "contacts"])
}

/// Whether talks that are counted are to come: words of what is to be stand by them, or there is no verb at all.
fn is_ahead(words: &[String], at: usize, length: usize) -> bool {
    const NEAR: usize = 9;
    let ahead = |word: &String| {
        matches!(
            word.as_str(),
            "will"
                | "would"
                | "shall"
                | "to"
                | "due"
                | "agreed"
                | "agree"
                | "agrees"
                | "planned"
                | "scheduled"
                | "set"
                | "fixed"
                | "fix"
                | "proposed"
                | "offered"
                | "invited"
                | "expected"
                | "date"
                | "is"
                | "are"
                | "follows"
                | "opens"
                | "begins"
                | "starts"
                | "resumes"
                | "’ll"
                | "'ll"
                | "arranged"
                | "decided"
                | "pencilled"
                | "put"
                | "until"
                | "provides"
                | "postponed"
                | "called"
                | "booked"
        )
    };
    let from =
        words[..at].iter().rposition(|word| matches!(word.as_str(), ";" | ".")).map_or(0, |mark| mark + 1);
    let near = from.max(at.saturating_sub(NEAR))..(at + length + NEAR).min(words.len());
    near.len() < NEAR || words[near].iter().any(ahead)
}

/// Keeps one find where two share words: the one found first, a commitment always last.
pub(super) fn push(words: &[String], found: &mut Vec<Find>, find: Find) {
    let overlaps = |other: &Find| other.words.start < find.words.end && find.words.start < other.words.end;
    // "undertook to let them visit before the winter closed the road": what only dates a pledge is none.
    let dates = |pledge: &Find| {
        pledge.kind == OutcomeKind::Commitment
            && overlaps(pledge)
            && words.get(pledge.words.start..find.words.start).is_some_and(|between| {
                between
                    .iter()
                    .any(|word| matches!(word.as_str(), "before" | "until" | "when" | "after" | "while"))
            })
    };
    if found.iter().any(dates) {
        return;
    }
    if found.iter().any(|other| other.kind == find.kind && overlaps(other)) {
        return;
    }
    if find.kind == OutcomeKind::Commitment && found.iter().any(overlaps) {
        return;
    }
    found.retain(|other| !(other.kind == OutcomeKind::Commitment && overlaps(other)));
    found.push(find);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(OutcomeKind, OutcomeStatus)> {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        find(&words, &Parse::default(), &|_| false).into_iter().map(|find| (find.kind, find.status)).collect()
    }

    #[test]
    fn tense_makes_the_status() {
        assert_eq!(read("they signed a treaty on fish ."), [(OutcomeKind::Agreement, OutcomeStatus::Signed)]);
        assert_eq!(
            read("they will sign a treaty on fish ."),
            [(OutcomeKind::Agreement, OutcomeStatus::Planned)]
        );
        assert_eq!(read("they did not sign a treaty ."), []);
        assert_eq!(read("they would sign a treaty if asked ."), []);
        assert_eq!(read("a treaty was signed ."), [(OutcomeKind::Agreement, OutcomeStatus::Signed)]);
    }

    #[test]
    fn failure_and_demand_hide_what_they_speak_of() {
        assert_eq!(
            read("the talks ended without agreement ."),
            [(OutcomeKind::NoAgreement, OutcomeStatus::Failed)]
        );
        assert_eq!(
            read("peru demanded that chile withdraw its troops ."),
            [(OutcomeKind::Demand, OutcomeStatus::Demanded)]
        );
    }

    #[test]
    fn a_better_kind_takes_the_place_of_a_commitment() {
        assert_eq!(
            read("both agreed to release 40 prisoners ."),
            [(OutcomeKind::PrisonerExchange, OutcomeStatus::Agreed)]
        );
        assert_eq!(read("both agreed to open the road ."), [(OutcomeKind::Agreement, OutcomeStatus::Agreed)]);
        assert_eq!(
            read("the minister agreed to open the road ."),
            [(OutcomeKind::Commitment, OutcomeStatus::Agreed)]
        );
    }
}
