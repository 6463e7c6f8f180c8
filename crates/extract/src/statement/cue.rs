//! The words of a sentence that say that someone spoke: verbs, nouns, "according to".
//!
//! A cue knows its subject and which tokens tell what was said; quotations are joined to cues in
//! [`attribution`](super::attribution). Words inside quotation marks give no cue.

use std::ops::Range;

use rapporteur_schema::{Act, ActorKind};
use rapporteur_syntax::{FineTag, Upos};

use crate::agent::Agent;
use crate::cast::{ActorNumber, Cast};
use crate::collective;
use crate::mention::MentionKind;
use crate::statement::lexicon::{self, Manner};
use crate::statement::subject::{Clause, Subject, is_mark};
use crate::text::Text;

/// A word that says that someone spoke.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cue {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The act the word performs by itself.
    pub act: Act,
    /// How it takes what is said.
    pub manner: Manner,
    /// Who spoke.
    pub subject: Subject,
    /// The tokens that tell what was said; for an act, with the verb.
    pub words: Range<usize>,
    /// To whom.
    pub audience: Vec<ActorNumber>,
    /// Through whom.
    pub reported_by: Vec<ActorNumber>,
}

/// Verbs that take the one spoken to as their object.
const TO: &[&str] = &[
    "tell",
    "urge",
    "ask",
    "thank",
    "assure",
    "inform",
    "warn",
    "accuse",
    "brief",
    "invite",
    "call",
    "praise",
    "blame",
    "appeal",
    "write",
    "congratulate",
    "criticise",
    "criticize",
    "condemn",
    "rebuke",
    "reassure",
    "remind",
    "press",
    "beg",
    "implore",
    "exhort",
];

/// The cues of a sentence. `quoted` tells which tokens stand in quotation marks.
pub(super) fn cues(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    agents: &[Agent],
    quoted: &[bool],
) -> Vec<Cue> {
    let words: Vec<String> = text.words(sentence).iter().map(|word| word.to_lowercase()).collect();
    let clause = Clause { words: &words, agents, sentence: &text.sentences[sentence], lexicon: text.lexicon };
    let mut found: Vec<Cue> = Vec::new();
    for (at, &quoted) in quoted.iter().enumerate() {
        if quoted || agents.iter().any(|agent| agent.tokens.contains(&at)) {
            continue;
        }
        let before: Option<Subject> = found.last().map(|cue| cue.subject.clone());
        let cue = according_to(&clause, at)
            .or_else(|| verb(&clause, (text, cast, sentence), at, before.as_ref(), &found))
            .or_else(|| noun(&clause, cast, sentence, at));
        found.extend(cue);
    }
    for index in 1..found.len() {
        nest(&mut found, index);
    }
    for cue in &found {
        text.trace.kept(sentence, "statement/cue", || {
            let names: Vec<&str> =
                cue.subject.actors.iter().map(|&actor| cast.members[actor].name.as_str()).collect();
            let said = words.get(cue.words.clone()).unwrap_or_default().join(" ");
            format!("`{}` of [{}]: {:?} »{said}«", words[cue.tokens.start], names.join(", "), cue.act)
        });
    }
    found
}

fn word(words: &[String], at: usize) -> &str {
    words.get(at).map_or("", String::as_str)
}

/// The tokens of the sentence without its last mark.
fn body_end(words: &[String]) -> usize {
    words.iter().rposition(|word| word.chars().any(char::is_alphanumeric)).map_or(0, |at| at + 1)
}

fn according_to(clause: &Clause<'_>, at: usize) -> Option<Cue> {
    let words = clause.words;
    let cited = word(words, at) == "citing";
    let length = match (word(words, at), word(words, at + 1)) {
        ("according", "to") => 2,
        _ if cited => 1,
        _ => return None,
    };
    let first = at + length;
    let agent = clause.agents.iter().find(|agent| (first..first + 4).contains(&agent.tokens.start))?;
    let end = body_end(words);
    let said = if at < 2 { agent.tokens.end.min(end)..end } else { 0..at };
    Some(Cue {
        tokens: at..first,
        act: Act::Comment,
        manner: Manner::Speech,
        subject: clause.of(agent, Some(agent.tokens.end), 0.9),
        words: trim(words, said),
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
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
    // What is an agent by itself speaks; only of "they" the text around tells more.
    if own.is_some_and(|agent| agent.kind != MentionKind::Pronoun) {
        return None;
    }
    let actors =
        go_on(text, cast, sentence, head).or_else(|| collective::members(text, cast, sentence, head))?;
    let start = (*parse.subtree(head).start()).min(head);
    Some(Subject { actors, start, behind: None, kind: MentionKind::DescribedGroup, confidence: 0.7 })
}

/// Whether a quotation stands right behind a finite verb.
fn takes_quotation(clause: &Clause<'_>, at: usize) -> bool {
    let token = clause.sentence.parse.tokens.get(at);
    matches!(word(clause.words, at + 1), "“" | "\"" | "``" | "«")
        && token.is_some_and(|token| {
            token.upos == Upos::Verb && matches!(token.tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp)
        })
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
        subtree.contains(&start)
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

fn verb(
    clause: &Clause<'_>,
    (text, cast, sentence): (&Text<'_>, &Cast, usize),
    at: usize,
    before: Option<&Subject>,
    found: &[Cue],
) -> Option<Cue> {
    let words = clause.words;
    // A user's verb takes what is said as "say" does.
    let added =
        || clause.lexicon.is_speech_verb(word(words, at)).then(|| lexicon::verb("say", "", "")).flatten();
    // "called the deal", "preferred “overdue”": any verb that takes a quotation.
    let takes = || takes_quotation(clause, at).then(|| lexicon::verb("say", "", "")).flatten();
    let verb = lexicon::verb(word(words, at), word(words, at + 1), word(words, at + 2))
        .or_else(added)
        .or_else(takes)?;
    let speech = verb.manner == Manner::Speech;
    // "expressed regret": the noun says what the verb before it voices.
    let voiced = found.last().is_some_and(|cue| {
        cue.tokens.end == at
            && matches!(word(words, cue.tokens.start), "expressed" | "expresses" | "voiced" | "voices")
    });
    if voiced {
        return None;
    }
    let start = clause.group_start(at);
    let group = &words[start..at];
    let previous = start.checked_sub(1).map_or("", |at| word(words, at));
    if matches!(
        previous,
        "to" | "the"
            | "a"
            | "an"
            | "'s"
            | "no"
            | "this"
            | "its"
            | "his"
            | "her"
            | "their"
            | "our"
            | "of"
            | "my"
    ) || matches!(group.last().map(String::as_str), Some("’s" | "on"))
    {
        return None;
    }
    let form = word(words, at);
    let particle =
        verb.particle.as_deref().map_or(0, |particle| if particle == word(words, at + 1) { 1 } else { 2 });
    let end = at + 1 + if particle == 1 { 1 } else { 0 };
    let by = (end..(end + 2).min(words.len())).find(|&by| word(words, by) == "by");
    let agent_by = by.and_then(|by| clause.agents.iter().find(|agent| agent.tokens.start == by + 1));
    let be = group.iter().any(|word| matches!(word.as_str(), "was" | "were" | "been" | "be" | "is" | "are"));
    let passive = be && !form.ends_with("ing") || form.ends_with("ed") && agent_by.is_some();
    // "is opposed to the plan" is what one is oneself.
    let passive = passive && !(form == "opposed" && word(words, at + 1) == "to");
    // What was not said is no statement; that a request was not granted is for the outcomes.
    if group.iter().any(|word| matches!(word.as_str(), "not" | "n't" | "n’t" | "never")) {
        return None;
    }
    let subject = if passive {
        clause.of(agent_by?, None, 0.85)
    } else if word(words, at.wrapping_sub(1)) == "as" && form.ends_with("ing") {
        let quoting = found
            .iter()
            .rev()
            .find(|cue| matches!(word(words, cue.tokens.start), "quoted" | "quotes" | "quoting" | "cited"));
        let from = quoting.map_or(0, |cue| cue.tokens.end);
        let agent =
            clause.agents.iter().rev().find(|agent| agent.tokens.end < at && agent.tokens.start >= from)?;
        clause.of(agent, None, 0.9)
    } else {
        let inverts = (speech || !form.ends_with("ing")) && !TO.contains(&verb.lemma.as_str());
        together(clause, text, cast, sentence, at)
            .or_else(|| written(clause, at))
            .or_else(|| clause.subject(at, inverts, before))?
    };
    let object = clause.agents.iter().find(|agent| agent.tokens.start == end && subject.behind.is_none());
    let (mut audience, mut reported_by) = (Vec::new(), Vec::new());
    if let Some(object) = object.filter(|_| TO.contains(&verb.lemma.as_str())) {
        if object.kind == MentionKind::Outlet && verb.lemma == "tell" {
            reported_by.push(object.actor);
        } else {
            audience.push(object.actor);
        }
    }
    let said = said(clause, at, end, &subject, speech, passive, object.filter(|_| verb.lemma == "tell"));
    Some(Cue {
        tokens: at..end,
        act: verb.act,
        manner: verb.manner,
        subject,
        words: said,
        audience,
        reported_by,
    })
}

/// The tokens of what was said: before the verb where nothing but a time or place is behind it.
fn said(
    clause: &Clause<'_>,
    verb: usize,
    end: usize,
    subject: &Subject,
    speech: bool,
    passive: bool,
    told: Option<&Agent>,
) -> Range<usize> {
    let words = clause.words;
    let last = body_end(words);
    let after = told.map_or(end, |agent| agent.tokens.end).max(subject.behind.unwrap_or(end));
    let start = subject.start.min(verb);
    let determined = start.checked_sub(1).is_some_and(|at| matches!(word(words, at), "the" | "a" | "an"));
    // "..., the minister, Pavel Novak, argued": the name's own description is no part of what was said.
    let described = clause.agents.iter().find(|agent| {
        agent.tokens.end + 1 == start
            && word(words, agent.tokens.end) == ","
            && subject.actors.contains(&agent.actor)
    });
    let first = match described {
        Some(agent) => {
            let article = agent
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|at| matches!(word(words, at), "the" | "a" | "an"));
            agent.tokens.start - usize::from(article)
        }
        None => start - usize::from(determined),
    };
    // "..., the ministry's spokesman Hamed Rastegar posted": the subject begins with its whole phrase.
    let parse = &clause.sentence.parse;
    let first = (start < verb)
        .then(|| parse.understood_subject(verb).filter(|&head| head >= start && head < verb))
        .flatten()
        .map_or(first, |head| (*parse.subtree(head).start()).min(first));
    let mark = first.checked_sub(1).is_some_and(|at| is_mark(word(words, at)));
    let adjunct = matches!(
        word(words, after),
        "" | "."
            | ","
            | "on"
            | "in"
            | "at"
            | "after"
            | "yesterday"
            | "today"
            | "by"
            | "here"
            | "reporters"
            | "journalists"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "later"
            | "afterwards"
            | "”"
            | "\""
            | ")"
    );
    if speech && first > 1 && (mark || subject.behind.is_some()) && (adjunct || after >= last) {
        let clause_start =
            (0..first - 1).rev().find(|&at| matches!(word(words, at), ";" | ":")).map_or(0, |at| at + 1);
        return trim(words, clause_start..first);
    }
    if passive {
        return trim(words, 0..last);
    }
    trim(words, if speech { after.min(last)..last } else { verb..last.max(verb + 1) })
}

/// Drops marks and "that" at the edges.
fn trim(words: &[String], range: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (range.start, range.end.min(words.len()));
    while start < end && (is_mark(&words[start]) || words[start] == "that") {
        start += 1;
    }
    while start < end && matches!(words[end - 1].as_str(), "," | ";" | ":" | "—" | "–" | "as" | "and") {
        end -= 1;
    }
    start..end
}

/// "Obi's demand that", "a Chilean proposal", "an appeal by Obi".
fn noun(clause: &Clause<'_>, cast: &Cast, sentence: usize, at: usize) -> Option<Cue> {
    let words = clause.words;
    let act = lexicon::noun(word(words, at))?;
    let possessive =
        at.checked_sub(1).filter(|&before| matches!(word(words, before), "'s" | "’s" | "'" | "’"));
    let owner = possessive.and_then(|clitic| {
        clause.agents.iter().find(|agent| agent.tokens.end == clitic || agent.tokens.end == clitic + 1)
    });
    let opinion = matches!(word(words, at), "view" | "opinion" | "judgement" | "judgment");
    // "At the invitation of the President" tells how a visit came about.
    if word(words, at) == "invitation"
        && at > 1
        && word(words, at - 2) == "at"
        && word(words, at - 1) == "the"
    {
        return None;
    }
    let made = matches!(
        word(words, at),
        "proposal" | "offer" | "demand" | "request" | "appeal" | "suggestion" | "refusal" | "invitation"
    );
    let behind = (matches!(word(words, at + 1), "by" | "from")
        || (opinion || made) && word(words, at + 1) == "of")
        .then(|| clause.agents.iter().find(|agent| (at + 2..at + 4).contains(&agent.tokens.start)))
        .flatten();
    let adjective = || {
        let (_, mention) = cast
            .mention_at(sentence, at.checked_sub(1)?)
            .filter(|(_, m)| m.kind == MentionKind::Adjective)?;
        Some(Subject {
            actors: vec![cast.state(mention.country?)?],
            start: mention.tokens.start,
            behind: None,
            kind: MentionKind::Adjective,
            confidence: 0.7,
        })
    };
    let named = owner.or(behind).map(|agent| clause.of(agent, None, 0.85));
    let subject = named.or_else(|| made_by(clause, at)).or_else(adjective)?;
    let end = body_end(words).max(at + 1);
    let tail = (at + 1..end).find(|&mark| matches!(word(words, mark), "," | ";" | ":")).unwrap_or(end);
    Some(Cue {
        tokens: at..at + 1,
        act,
        manner: Manner::Act,
        subject,
        words: at..tail,
        audience: Vec::new(),
        reported_by: Vec::new(),
    })
}

/// Who "issued an ultimatum", "reiterated its demand", "made an appeal": the subject of the verb before.
fn made_by(clause: &Clause<'_>, noun: usize) -> Option<Subject> {
    const REACH: usize = 4;
    const MAKES: &[&str] = &[
        "issued",
        "issues",
        "made",
        "makes",
        "delivered",
        "repeated",
        "repeats",
        "reiterated",
        "reiterates",
        "renewed",
        "renews",
        "levelled",
        "leveled",
        "lodged",
        "lodges",
        "sent",
        "addressed",
        "released",
    ];
    let words = clause.words;
    let verb = (noun.saturating_sub(REACH)..noun).rev().find(|&at| MAKES.contains(&word(words, at)))?;
    let between = words.get(verb + 1..noun)?;
    let determined = between
        .first()
        .is_some_and(|word| matches!(word.as_str(), "a" | "an" | "its" | "his" | "her" | "their" | "the"));
    if !determined || between.iter().any(|word| is_mark(word) || matches!(word.as_str(), "of" | "to" | "by"))
    {
        return None;
    }
    clause.subject(verb, false, None)
}

/// A cue within the words of another is passed on by the other's speaker.
fn nest(cues: &mut [Cue], index: usize) {
    let inner = &cues[index];
    let outer = cues.iter().enumerate().rev().find(|(at, outer)| {
        *at != index
            && outer.manner == Manner::Speech
            && outer.words.start <= inner.tokens.start
            && inner.tokens.end <= outer.words.end
            && outer.subject.actors != inner.subject.actors
            && outer.act == Act::Comment
    });
    if let Some((_, outer)) = outer {
        let reporters = outer.subject.actors.clone();
        let inner = &mut cues[index];
        for reporter in reporters {
            if !inner.reported_by.contains(&reporter) && !inner.subject.actors.contains(&reporter) {
                inner.reported_by.push(reporter);
            }
        }
    }
}
