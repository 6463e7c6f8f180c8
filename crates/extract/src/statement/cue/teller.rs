//! Whose a verb of saying is where the words beside it do not tell: several together, a paper, one who is quoted,
//! reported or believed to have said it.
//!
//! It knows words, syntax and the text around. Invariant: where it answers, it goes before the words next to the
//! verb.

use rapporteur_schema::ActorKind;
use rapporteur_syntax::{FineTag, Upos};

use super::Cue;
use crate::agent::Agent;
use crate::cast::{ActorNumber, Cast};
use crate::collective;
use crate::mention::MentionKind;
use crate::statement::subject::{Clause, Subject};
use crate::text::{Text, word};

/// The subject of the verb at a token that several, or a paper, speak with.
pub(super) fn teller(
    clause: &Clause<'_>,
    (text, cast, sentence): (&Text<'_>, &Cast, usize),
    verb: usize,
) -> Option<Subject> {
    reported(clause, verb)
        .or_else(|| performed(clause, verb))
        .or_else(|| together(clause, text, cast, sentence, verb))
        .or_else(|| written(clause, verb))
        .or_else(|| acting(clause, verb))
}

/// "Obi is reported to have answered that": whom the verb of report is told of.
fn reported(clause: &Clause<'_>, verb: usize) -> Option<Subject> {
    let at = verb.checked_sub(3).filter(|_| is_reported(clause.words, verb))?;
    clause.subject(at, false, None).filter(|subject| subject.start < at)
}

/// Whether a verb stands in "is said to have ...".
pub(super) fn is_reported(words: &[String], verb: usize) -> bool {
    const REPORTS: &[&str] = &[
        "said",
        "reported",
        "understood",
        "believed",
        "known",
        "thought",
        "alleged",
        "claimed",
        "quoted",
        "supposed",
        "rumoured",
        "rumored",
    ];
    let before = |back: usize| verb.checked_sub(back).map_or("", |at| word(words, at));
    before(1) == "have"
        && before(2) == "to"
        && REPORTS.contains(&before(3))
        && matches!(before(4), "is" | "was" | "are" | "were")
}

/// What one does when one speaks: "went on to say", "hastened to add", "was quick to point out", "rose to object".
const SPEAKING: &[&str] = &[
    "go",
    "hasten",
    "rise",
    "telephone",
    "phone",
    "ring",
    "write",
    "wire",
    "cable",
    "take",
    "use",
    "choose",
    "feel",
    "force",
    "oblige",
    "compel",
    "return",
    "emerge",
    "step",
    "stand",
    "pause",
    "break",
    "find",
    "come",
    "proceed",
    "continue",
    "move",
    "seize",
    "intervene",
    "interrupt",
    "appear",
    "begin",
    "start",
    "quick",
    "careful",
    "first",
    "glad",
    "please",
    "pleased",
    "happy",
    "able",
    "last",
    "pain",
    "anxious",
    "hear",
    "overhear",
    "keen",
    "bind",
    "move",
    "fall",
];

/// Whether an infinitive tells what was said, and not what was only to be: "went on to say", but not "wanted to say".
pub(super) fn is_performed(clause: &Clause<'_>, verb: usize) -> bool {
    const NEAR: usize = 8;
    let parse = &clause.sentence.parse;
    if verb.checked_sub(1).is_none_or(|to| word(clause.words, to) != "to") {
        return false;
    }
    let Some(above) = parse
        .ancestors(verb)
        .take(3)
        .find(|&at| at < verb && verb - at <= NEAR && SPEAKING.contains(&parse.tokens[at].lemma.as_str()))
    else {
        return false;
    };
    let told = std::iter::once(above)
        .chain(parse.auxiliaries(above))
        .any(|at| matches!(parse.tokens[at].tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp))
        || parse
            .head(above)
            .is_some_and(|head| matches!(parse.tokens[head].tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp));
    let open = parse.auxiliaries(above).any(|at| {
        matches!(
            parse.tokens[at].lemma.as_str(),
            "will" | "would" | "may" | "might" | "can" | "could" | "shall" | "should" | "must"
        )
    });
    // "took the floor to denounce", but not "took the train to call on her mother"
    let taken = parse.tokens[above].lemma != "take"
        || (above..verb).any(|at| {
            matches!(
                word(clause.words, at),
                "floor"
                    | "care"
                    | "time"
                    | "opportunity"
                    | "occasion"
                    | "pains"
                    | "microphone"
                    | "podium"
                    | "rostrum"
                    | "stand"
                    | "stage"
            )
        });
    told && taken && !open && !parse.negated(above) && !parse.negated(verb)
}

/// Who is told to have spoken by an infinitive.
fn performed(clause: &Clause<'_>, verb: usize) -> Option<Subject> {
    if !is_performed(clause, verb) {
        return None;
    }
    let parse = &clause.sentence.parse;
    // "Italy, Obi used to say, was": who stands beside the verb above goes before what the grammar says.
    let above =
        parse.ancestors(verb).find(|&at| at < verb && SPEAKING.contains(&parse.tokens[at].lemma.as_str()))?;
    if let Some(index) = clause.ending(clause.group_start(above))
        && let Some(beside) = clause.adjacent(index)
    {
        return Some(Subject { confidence: 0.8, ..beside });
    }
    let doer = std::iter::once(verb)
        .chain(parse.ancestors(verb).take(3))
        .find_map(|at| parse.subjects(at).next().filter(|&subject| subject < verb))?;
    let agent = clause.agents.iter().find(|agent| agent.tokens.contains(&doer))?;
    Some(clause.of(agent, None, 0.8))
}

/// The doer above a participle behind a preposition: "the Chair opened by reminding", "began by demanding".
fn acting(clause: &Clause<'_>, verb: usize) -> Option<Subject> {
    let before = verb.checked_sub(1).map_or("", |at| word(clause.words, at));
    let parse = &clause.sentence.parse;
    if !word(clause.words, verb).ends_with("ing")
        || !matches!(before, "by" | "in" | "before" | "after" | "while")
    {
        return None;
    }
    let above = parse.ancestors(verb).find_map(|above| parse.understood_subject(above))?;
    let agent = clause.agents.iter().find(|agent| agent.tokens.contains(&above))?;
    Some(Subject { confidence: 0.7, ..clause.of(agent, None, 0.7) })
}

/// The one who is quoted: "as saying" behind "was quoted by the agency", "quoted an official".
pub(super) fn quoted(
    clause: &Clause<'_>,
    at: usize,
    found: &[Cue],
) -> Option<(Subject, Option<ActorNumber>)> {
    let words = clause.words;
    let is_quoting =
        |cue: &&Cue| matches!(word(words, cue.tokens.start), "quoted" | "quotes" | "quoting" | "cited");
    let quoting = found.iter().rev().find(is_quoting).map(|cue| cue.tokens.end);
    let be = (0..at).rev().find(|&verb| {
        let is = |word: &String| matches!(word.as_str(), "was" | "were" | "is" | "are" | "been");
        matches!(word(words, verb), "quoted" | "cited" | "reported" | "recorded" | "record")
            && (words[clause.group_start(verb)..verb].iter().any(is)
                || word(words, verb) == "record" && words[..verb].iter().rev().take(2).any(is))
    });
    // "The minister was quoted by the agency as saying"
    if let Some(verb) = be {
        let outlet = clause.agents.iter().find(|agent| agent.tokens.start > verb && agent.tokens.end < at);
        let on = usize::from(word(words, verb) == "record") * 2;
        let subject = clause.subject(verb - on, false, None).filter(|subject| subject.start < verb)?;
        return Some((subject, outlet.map(|agent| agent.actor)));
    }
    let from = quoting.unwrap_or(0);
    let agent =
        clause.agents.iter().rev().find(|agent| agent.tokens.end < at && agent.tokens.start >= from)?;
    Some((clause.of(clause.above(agent), None, 0.9), None))
}

/// The subject where it is several who are not named: "the two sides", "they".
fn together(
    clause: &Clause<'_>,
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    verb: usize,
) -> Option<Subject> {
    let parse = &clause.sentence.parse;
    let head = parse.understood_subject(verb).filter(|&head| head < verb)?;
    let own = clause.agents.iter().find(|agent| agent.tokens.contains(&head));
    // What is an agent by itself speaks; only of "they" and "both leaders" the text around tells more.
    let counted = own.is_some_and(|agent| {
        let start = agent.tokens.start;
        let first = start.checked_sub(1).map_or("", |at| word(clause.words, at));
        let words = [first, word(clause.words, start), word(clause.words, start + 1)];
        agent.kind == MentionKind::Unnamed
            && words.iter().any(|word| matches!(*word, "both" | "two" | "three"))
    });
    let alone = own.filter(|agent| agent.kind != MentionKind::Pronoun && !counted);
    let actors = match alone.map(|agent| agent.kind) {
        None => {
            go_on(text, cast, sentence, head).or_else(|| collective::members(text, cast, sentence, head))?
        }
        // "The ministers affirmed": those just named.
        Some(MentionKind::Unnamed) => collective::holders(text, cast, sentence, head)?,
        Some(_) => return None,
    };
    let start = (*parse.subtree(head).start()).min(head);
    Some(Subject { actors, start, behind: None, kind: MentionKind::DescribedGroup, confidence: 0.7 })
}

/// Who speaks in writing: "a statement from the presidency said", "the Council's resolution demands".
fn written(clause: &Clause<'_>, verb: usize) -> Option<Subject> {
    const PAPERS: &[&str] = &[
        "statement",
        "communique",
        "communiqué",
        "note",
        "letter",
        "message",
        "declaration",
        "resolution",
        "telegram",
        "cable",
        "readout",
        "memorandum",
        "report",
        "bulletin",
        "notice",
        "decree",
        "post",
        "tweet",
        "editorial",
    ];
    let parse = &clause.sentence.parse;
    let head = parse.subjects(verb).next().filter(|&head| head < verb)?;
    if !PAPERS.contains(&parse.tokens[head].lemma.as_str()) {
        return None;
    }
    let subtree = parse.subtree(head);
    let by = |agent: &&Agent| {
        let start = agent.tokens.start;
        let determined =
            matches!(word(clause.words, start.wrapping_sub(1)), "the" | "a" | "an" | "his" | "her" | "its");
        let before = start.checked_sub(1 + usize::from(determined)).map_or("", |at| word(clause.words, at));
        let owns = matches!(word(clause.words, agent.tokens.end), "'s" | "’s");
        // "the communiqué, which was read out by Obi": who reads it out does not speak.
        let between = (head + 1)..start.max(head + 1);
        // ... and who signed it does.
        let signed = |at: usize| {
            matches!(word(clause.words, at), "signed" | "written" | "issued" | "sent" | "released")
        };
        let apart = between.into_iter().any(|at| parse.tokens[at].upos == Upos::Verb && !signed(at));
        !apart
            && subtree.contains(&start)
            && agent.tokens.end <= verb
            && (matches!(before, "from" | "by" | "of") || owns)
    };
    let agent = clause.agents.iter().find(by)?;
    Some(Subject { start: *subtree.start(), ..clause.of(agent, None, 0.75) })
}

/// "They": several whom the sentence before has for its subject and does not name, "the ministers".
fn go_on(text: &Text<'_>, cast: &Cast, sentence: usize, head: usize) -> Option<Vec<ActorNumber>> {
    let word = text.word(*text.sentences[sentence].tokens.get(head)?);
    let before = sentence.checked_sub(1).filter(|_| word.eq_ignore_ascii_case("they"))?;
    let parse = &text.sentences[before].parse;
    let actor = cast.actor_at(before, parse.understood_subject(parse.root()?)?)?;
    let member = &cast.members[actor];
    (member.kind == ActorKind::Unnamed && member.name.ends_with('s')).then(|| vec![actor])
}
