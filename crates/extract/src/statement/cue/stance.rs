//! A stance told without a verb of saying: "was appalled by the raid", "is of the opinion that", "would have none of it".
//!
//! It knows words and agents. Invariant: a stance that one may take, or does not, gives no cue, and none within what the
//! same speaker says.

use rapporteur_schema::Act;

use super::{Cue, body_end, trim};
use crate::statement::lexicon::Manner;
use crate::statement::subject::Clause;
use crate::text::word;

/// What one is about a thing, and the act of being so.
const STANCES: &[(Act, &[&str])] = &[
    (
        Act::Comment,
        &[
            "appalled",
            "dismayed",
            "disappointed",
            "shocked",
            "saddened",
            "alarmed",
            "concerned",
            "worried",
            "surprised",
            "astonished",
            "hopeful",
            "optimistic",
            "pessimistic",
            "confident",
            "convinced",
            "sceptical",
            "skeptical",
            "doubtful",
            "upbeat",
            "downbeat",
            "gloomy",
            "bullish",
            "guarded",
            "unhappy",
            "uneasy",
            "sorry",
            "perplexed",
            "puzzled",
            "unconvinced",
        ],
    ),
    (Act::Accuse, &["outraged", "furious", "angered", "indignant", "incensed", "angry"]),
    (
        Act::Praise,
        &[
            "pleased",
            "delighted",
            "grateful",
            "satisfied",
            "glad",
            "encouraged",
            "heartened",
            "thankful",
            "impressed",
            "relieved",
        ],
    ),
    (Act::Reject, &["opposed", "unwilling", "reluctant", "averse"]),
    (Act::Promise, &["willing", "ready", "prepared"]),
];

/// Turns of phrase that are a stance, behind the verb they go with.
const IDIOMS: &[(Act, &[&str], &[&str])] = &[
    (Act::Comment, &["was", "were", "is", "are"], &["of", "the", "opinion"]),
    (Act::Comment, &["was", "were", "is", "are"], &["of", "the", "view"]),
    (Act::Support, &["was", "were", "is", "are", "came", "come", "comes"], &["in", "favour", "of"]),
    (Act::Support, &["was", "were", "is", "are", "came", "come", "comes"], &["in", "favor", "of"]),
    (Act::Support, &["came", "come", "comes"], &["out", "in", "favour"]),
    (Act::Reject, &["came", "come", "comes"], &["out", "against"]),
    (Act::Reject, &["would", "will"], &["have", "none", "of"]),
    (Act::Reject, &["would", "will"], &["not", "hear", "of"]),
    (Act::Reject, &["would", "will", "wo"], &["n't", "hear", "of"]),
    (Act::Reject, &["would", "will"], &["hear", "nothing", "of"]),
    (Act::Reject, &["would", "will"], &["not", "be", "drawn"]),
    (Act::Reject, &["was", "were", "is", "are"], &["against"]),
    (Act::Reject, &["was", "were", "is", "are"], &["in", "no", "mood"]),
    (Act::Reject, &["saw", "sees", "see"], &["no", "reason"]),
    (Act::Reject, &["saw", "sees", "see"], &["no", "need"]),
    (Act::Reject, &["saw", "sees", "see"], &["no", "point"]),
    (Act::Reject, &["took", "takes"], &["a", "dim", "view"]),
    (Act::Comment, &["made", "makes"], &["no", "secret", "of"]),
    (Act::Comment, &["left", "leaves", "had", "has", "have"], &["no", "doubt"]),
    (Act::Comment, &["was", "is", "were", "are"], &["in", "no", "doubt"]),
    (Act::Reject, &["did", "does", "do"], &["not", "share"]),
    (Act::Request, &["would"], &["like"]),
    (Act::Request, &["would"], &["prefer"]),
    (Act::Request, &["would"], &["rather"]),
    (Act::Agree, &["had", "has", "have"], &["no", "objection"]),
    (Act::Agree, &["had", "has", "have"], &["nothing", "against"]),
];

/// The cue that a stance is, where its word or its verb stands at a token.
pub(super) fn stance(clause: &Clause<'_>, at: usize, found: &[Cue]) -> Option<Cue> {
    let (act, verb, end) = idiom(clause, at).or_else(|| feeling(clause, at))?;
    let subject = clause.subject(verb, false, None)?;
    let told = |cue: &Cue| cue.manner == Manner::Speech && cue.subject.actors == subject.actors;
    if found.iter().any(told) {
        return None;
    }
    let words = clause.words;
    let last = body_end(words).max(end);
    let tail = (end..last).find(|&mark| matches!(word(words, mark), ";" | ":")).unwrap_or(last);
    Some(Cue {
        tokens: at..end,
        act,
        manner: Manner::Act,
        subject,
        words: trim(words, at..tail),
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}

/// Whether the word or verb of a stance stands at a token.
pub(super) fn is_stance(clause: &Clause<'_>, at: usize) -> bool {
    feeling(clause, at).or_else(|| idiom(clause, at)).is_some()
}

fn idiom(clause: &Clause<'_>, at: usize) -> Option<(Act, usize, usize)> {
    let follows =
        |phrase: &[&str]| (1..).zip(phrase).all(|(ahead, &other)| word(clause.words, at + ahead) == other);
    let (act, _, phrase) = IDIOMS
        .iter()
        .find(|(_, verbs, phrase)| verbs.contains(&word(clause.words, at)) && follows(phrase))?;
    Some((*act, at, at + 1 + phrase.len()))
}

/// "Was deeply disappointed with", "sounded hopeful that": the verb whose subject feels so.
fn feeling(clause: &Clause<'_>, at: usize) -> Option<(Act, usize, usize)> {
    let words = clause.words;
    let (act, _) = STANCES.iter().find(|(_, stances)| stances.contains(&word(words, at)))?;
    let next = word(words, at + 1);
    let about = match act {
        Act::Promise => next == "to",
        _ if word(words, at) == "concerned" => matches!(next, "that" | "by" | "at" | "about" | "over"),
        _ => {
            matches!(next, "to" | "that" | "with" | "by" | "at" | "about" | "over" | "of" | "for" | "" | ".")
        }
    };
    let start = clause.group_start(at);
    let group = &words[start..at];
    let is = |word: &String| matches!(word.as_str(), "was" | "were" | "is" | "are" | "be" | "been");
    let doubt = |word: &String| {
        matches!(
            word.as_str(),
            "not" | "n't" | "n’t" | "never" | "neither" | "may" | "might" | "could" | "should"
        )
    };
    let sounds = start.checked_sub(1).filter(|&verb| {
        matches!(
            word(words, verb),
            "sounded" | "sounds" | "remained" | "remains" | "professed" | "declared" | "pronounced"
        )
    });
    let open = group.iter().any(doubt);
    if !about || open || !(group.iter().any(is) || sounds.is_some()) {
        return None;
    }
    Some((*act, sounds.unwrap_or(at), at + 1))
}
