//! Statements: who said what, on whose behalf, to whom, and through whose mouths it came to us.
//!
//! The way: [`agent`] tells who can speak, `cue` finds the words of saying with their
//! `subject`, `attribution` gives each quotation its speaker, `label` reads transcripts. It
//! makes no records. Invariant: a statement's words lie within the source, and what stands in
//! quotation marks is never read as the writer's own words.

pub use self::plover::codes;

use std::ops::{Range, RangeInclusive};

use rapporteur_schema::{Act, ActorKind, StatementMedium};
use rapporteur_syntax::{Relation, Upos};

use crate::agent::{self, Agent, Focus};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::mention::described::is_institution;
use crate::quotation::{Quotation, quotations};
use crate::text::Text;
use attribution::{Attribution, Ground};
use cue::Cue;
use lexicon::Manner;

mod attribution;
mod cue;
mod inversion;
mod label;
pub mod lexicon;
mod operative;
mod phrase;
pub mod plover;
mod record;
mod subject;
mod turn;

/// Something said, as the text tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundStatement {
    /// Who said it.
    pub speaker: ActorNumber,
    /// For whom the speaker spoke.
    pub on_behalf_of: Option<ActorNumber>,
    /// Who passed it on, nearest the reader first.
    pub reported_by: Vec<ActorNumber>,
    /// To whom it was said.
    pub audience: Vec<ActorNumber>,
    /// What saying it did.
    pub act: Act,
    /// The bytes of what was said.
    pub words: Range<usize>,
    /// Whether they are verbatim.
    pub quoted: bool,
    /// Where it was said.
    pub medium: Option<StatementMedium>,
    /// The sentence that tells it; the first, where several do.
    pub sentence: usize,
    /// The bytes of the sentence or sentences.
    pub evidence: Range<usize>,
    /// How sure it is, 0 to 1.
    pub confidence: f64,
}

impl FoundStatement {
    /// What somebody says in whole sentences, without a verb of saying: a turn that is verbatim, or a speech retold.
    fn of_sentences(
        text: &Text<'_>,
        cast: &Cast,
        speaker: ActorNumber,
        sentences: RangeInclusive<usize>,
        quoted: bool,
    ) -> Self {
        let (first, last) = (*sentences.start(), *sentences.end());
        let range = text.sentences[first].range.start..text.sentences[last].range.end;
        let words = text.source.get(range.clone()).unwrap_or_default();
        Self {
            speaker,
            on_behalf_of: on_behalf(cast, speaker),
            reported_by: Vec::new(),
            audience: Vec::new(),
            act: lexicon::content(words).unwrap_or(Act::Comment),
            words: range.clone(),
            quoted,
            medium: None,
            sentence: first,
            evidence: range,
            confidence: if quoted { 0.85 } else { 0.6 },
        }
    }
}

/// The statements of a text, in its order, where `writer` says "I" outside of quotation marks.
pub fn statements(text: &Text<'_>, cast: &Cast, writer: Option<ActorNumber>) -> Vec<FoundStatement> {
    let quotations = quotations(text);
    let quoted = quoted_tokens(text, &quotations);
    let labels = label::speakers(text, cast);
    let operative = operative::bodies(text, cast);
    let mut focus = Focus { quoted: &quoted, ..Focus::default() };
    let (mut agents, mut cues) = (Vec::new(), Vec::new());
    for (sentence, own) in quoted.iter().enumerate() {
        focus.own = labels[sentence].or(writer);
        let mut present = agent::agents(text, cast, sentence, &focus);
        if let Some(writer) = writer.filter(|_| labels[sentence].is_none()) {
            present.extend(written(text, sentence, writer, own, &present));
            present.sort_by_key(|agent| agent.tokens.start);
        }
        let mut found = cue::cues(
            text,
            cast,
            sentence,
            &present,
            own,
            operative[sentence].map(operative::subject).as_ref(),
        );
        let before = agents.last().map_or(&[][..], Vec::as_slice);
        found.extend(cue::accepted(text, sentence, &present, before));
        if let Some(speaker) = labels[sentence] {
            turn::retell(text, sentence, speaker, &mut found);
        }
        // Whoever tells it, and not whom he tells of.
        let told = |cue: &&Cue| labels[sentence].is_some() || cue.reported_by.is_empty();
        let persons = found.iter().filter(told).flat_map(|cue| &cue.subject.actors).copied();
        // Who says "I" is not whom he calls "he".
        let mut persons = persons.filter(|&actor| {
            matches!(cast.members[actor].kind, ActorKind::Person | ActorKind::Unnamed)
                && writer != Some(actor)
        });
        if let Some(actor) = persons.next_back() {
            focus.person = Some((actor, sentence));
        }
        let own = found.iter().filter(|cue| cue.subject.kind != MentionKind::Adjective);
        let bodies = own.flat_map(|cue| &cue.subject.actors);
        let mut bodies = bodies.copied().filter(|&actor| speaks_as_it(cast, actor));
        if let Some(actor) = bodies.next_back() {
            focus.body = Some((actor, sentence));
        }
        agents.push(present);
        cues.push(found);
    }
    let ground = Ground { text, cues: &cues, agents: &agents, quoted: &quoted };
    let mut found = direct(&ground, cast, &quotations, &labels);
    let spoken: Vec<Range<usize>> = found.iter().map(|statement| statement.words.clone()).collect();
    for sentence in 0..labels.len() {
        indirect(&ground, cast, sentence, &spoken, &mut found);
    }
    found.extend(turn::statements(text, cast, &labels));
    record::go_on(&ground, cast, &labels, &mut found);
    let body = body_of_members(text, cast);
    for statement in &mut found {
        if let Some((from, body)) = body
            && statement.sentence > from
            && is_members(cast, statement.speaker)
        {
            statement.speaker = body;
        }
    }
    found.sort_by_key(|statement| (statement.words.start, statement.words.end, statement.speaker));
    found.dedup_by(|later, earlier| later.words == earlier.words && later.speaker == earlier.speaker);
    found
}

/// The writer of a text where he tells of himself: "I said that".
fn written(
    text: &Text<'_>,
    sentence: usize,
    writer: ActorNumber,
    quoted: &[bool],
    agents: &[Agent],
) -> Vec<Agent> {
    let tokens = &text.sentences[sentence].parse.tokens;
    let is_writer = |at: &usize| {
        text.word(text.sentences[sentence].tokens[*at]) == "I"
            && !quoted[*at]
            // "I am told that" is said by somebody else.
            && tokens.get(*at).is_some_and(|token| token.relation != Relation::PassiveSubject)
            && agents
                .get(agents.partition_point(|agent| agent.tokens.end <= *at))
                .is_none_or(|agent| !agent.tokens.contains(at))
    };
    let found = (0..quoted.len()).filter(is_writer);
    found.map(|at| Agent { tokens: at..at + 1, actor: writer, kind: MentionKind::Pronoun }).collect()
}

/// The council whose members the text speaks of, and where it first does: "the members of the Council".
fn body_of_members(text: &Text<'_>, cast: &Cast) -> Option<(usize, ActorNumber)> {
    cast.mentions.iter().enumerate().find_map(|(index, mention)| {
        let words = text.words(mention.sentence);
        let start = mention.tokens.start;
        let before = words.get(start.saturating_sub(3)..start)?;
        let members = matches!(before, [.., member, "of", "the"] if member.eq_ignore_ascii_case("members"))
            || matches!(before, [.., member, "of"] if member.eq_ignore_ascii_case("members"));
        let actor = cast.actor[index]?;
        let body = cast.members[actor].kind == ActorKind::Organization && !mention.in_label;
        (members && body).then_some((mention.sentence, actor))
    })
}

/// Whether "it" may mean the one who spoke: a state, an organisation, an office without a name.
fn speaks_as_it(cast: &Cast, actor: ActorNumber) -> bool {
    let member = &cast.members[actor];
    let head = member.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let office = member.kind == ActorKind::Unnamed
        && (is_institution(&head) || matches!(head.as_str(), "office" | "paper" | "daily"));
    matches!(member.kind, ActorKind::State | ActorKind::Organization) || office
}

fn is_members(cast: &Cast, speaker: ActorNumber) -> bool {
    let member = &cast.members[speaker];
    member.kind == ActorKind::Unnamed
        && matches!(member.name.to_lowercase().as_str(), "members" | "council members" | "the members")
}

/// For each sentence which tokens stand in quotation marks; single words used by the writer do not.
fn quoted_tokens(text: &Text<'_>, quotations: &[Quotation]) -> Vec<Vec<bool>> {
    let mut quoted: Vec<Vec<bool>> =
        text.sentences.iter().map(|sentence| vec![false; sentence.tokens.len()]).collect();
    for quotation in quotations.iter().filter(|quotation| !quotation.scare && quotation.nested.is_none()) {
        for sentence in quotation.sentences.clone() {
            let tokens = &text.sentences[sentence].tokens;
            let from = tokens.partition_point(|token| token.start < quotation.outer.start);
            let to = tokens.partition_point(|token| token.end <= quotation.outer.end);
            if let Some(within) = quoted[sentence].get_mut(from..to) {
                within.fill(true);
            }
        }
    }
    quoted
}

/// What stands in quotation marks.
fn direct(
    ground: &Ground<'_>,
    cast: &Cast,
    quotations: &[Quotation],
    labels: &[Option<ActorNumber>],
) -> Vec<FoundStatement> {
    let text = ground.text;
    let mut found = Vec::new();
    let mut last: Option<(Attribution, usize)> = None;
    for quotation in quotations.iter().filter(|quotation| quotation.nested.is_none() && !quotation.scare) {
        let Some(first) = quotation.sentences.clone().next() else { continue };
        let own = labels.get(first).copied().flatten();
        let attribution = match own {
            Some(speaker) => {
                ground.attribute_within(quotation).filter(|found| !found.actors.contains(&speaker))
            }
            None => ground.attribute(quotation, last.as_ref()),
        };
        let Some(attribution) = attribution else { continue };
        let mut evidence =
            text.sentences[first].range.start..text.sentences[quotation.sentences.end - 1].range.end;
        if let Some((sentence, _)) = attribution.cue
            && text.sentences[sentence].block == text.sentences[first].block
        {
            let range = &text.sentences[sentence].range;
            evidence = evidence.start.min(range.start)..evidence.end.max(range.end);
        }
        let cue = attribution.cue.map(|(sentence, number)| &ground.cues[sentence][number]);
        let words = text.source.get(quotation.range.clone()).unwrap_or_default();
        // The name of a paper or a ship is no words of anybody's.
        let name = cast.in_sentence(first).any(|(_, mention)| {
            let name = mention.name_range(text);
            name.start <= quotation.range.start && quotation.range.end <= name.end
        });
        if name {
            continue;
        }
        if !words.chars().any(char::is_alphabetic) {
            continue;
        }
        let act = match cue.map_or(Act::Comment, |cue| cue.act) {
            Act::Comment => lexicon::content(words).unwrap_or(Act::Comment),
            act => act,
        };
        for &speaker in &attribution.actors {
            found.push(FoundStatement {
                speaker,
                on_behalf_of: on_behalf(cast, speaker),
                reported_by: cue.map(|cue| cue.reported_by.clone()).unwrap_or_default(),
                audience: cue.map(|cue| cue.audience.clone()).unwrap_or_default(),
                act,
                words: quotation.range.clone(),
                quoted: true,
                medium: lexicon::medium(
                    &text.source.get(evidence.clone()).unwrap_or_default().to_lowercase(),
                ),
                sentence: first,
                evidence: evidence.clone(),
                confidence: attribution.confidence,
            });
        }
        if own.is_none() {
            if let [speaker] = attribution.actors[..] {
                found.extend(retold(ground, cast, quotation, speaker));
            }
            last = Some((attribution, quotation.sentences.end - 1));
        }
    }
    found
}

/// What somebody says within quotation marks that others have said: "“The minister told me that Peru would pay,” Obi said."
fn retold(
    ground: &Ground<'_>,
    cast: &Cast,
    quotation: &Quotation,
    speaker: ActorNumber,
) -> Vec<FoundStatement> {
    /// How many words a sentence may have: one may hold a thousand quotations, and each is looked for in all of it.
    const LONGEST: usize = 300;
    let text = ground.text;
    let mut found = Vec::new();
    let short = |sentence: &usize| text.sentences[*sentence].tokens.len() <= LONGEST;
    for sentence in quotation.sentences.clone().filter(short) {
        let within = |token: usize| {
            let token = text.sentences[sentence].tokens.get(token);
            token
                .is_some_and(|token| quotation.range.start <= token.start && token.end <= quotation.range.end)
        };
        let outside: Vec<bool> = (0..ground.quoted[sentence].len()).map(|token| !within(token)).collect();
        let agents: Vec<Agent> =
            ground.agents[sentence].iter().filter(|agent| within(agent.tokens.start)).cloned().collect();
        if agents.is_empty() || outside.iter().all(|&outside| outside) {
            continue;
        }
        let mut cues = cue::cues(text, cast, sentence, &agents, &outside, None);
        turn::retell(text, sentence, speaker, &mut cues);
        // Only what was put into words: of what others want, whoever speaks is the judge. And "if Peru says no, we shall go"
        // is said by nobody yet.
        let told = |cue: &Cue| {
            let parse = &text.sentences[sentence].parse;
            let at = cue.tokens.start;
            let supposed = parse.children_by(at, Relation::Marker).any(|mark| {
                matches!(parse.tokens[mark].lemma.as_str(), "if" | "unless" | "whether" | "until" | "when")
            });
            cue.manner == Manner::Speech
                && parse.tokens.get(at).is_some_and(|token| token.upos == Upos::Verb)
                && !supposed
        };
        for cue in &mut cues {
            let end = cue.words.clone().find(|&token| !within(token)).unwrap_or(cue.words.end);
            cue.words = cue::trim(text.lower(sentence), cue.words.start..end);
        }
        cues.retain(|cue| told(cue) && !cue.words.is_empty());
        for cue in &cues {
            found.extend(of_cue(text, cast, sentence, cue, &cue.reported_by));
        }
    }
    found
}

/// What a cue tells of each of its speakers.
fn of_cue<'a>(
    text: &'a Text<'_>,
    cast: &'a Cast,
    sentence: usize,
    cue: &'a Cue,
    reported_by: &'a [ActorNumber],
) -> impl Iterator<Item = FoundStatement> + 'a {
    let words = text.bytes(sentence, cue.words.clone());
    let evidence = text.sentences[sentence].range.clone();
    let act = match cue.act {
        Act::Comment => {
            lexicon::content(text.source.get(words.clone()).unwrap_or_default()).unwrap_or(Act::Comment)
        }
        act => act,
    };
    let medium = lexicon::medium(&text.source.get(evidence.clone()).unwrap_or_default().to_lowercase());
    cue.subject.actors.iter().map(move |&speaker| FoundStatement {
        speaker,
        on_behalf_of: on_behalf(cast, speaker),
        reported_by: reported_by.to_vec(),
        audience: cue.audience.clone(),
        act,
        words: words.clone(),
        quoted: false,
        medium,
        sentence,
        evidence: evidence.clone(),
        confidence: cue.subject.confidence * 0.9,
    })
}

/// What is told without quotation marks, or with some in it.
fn indirect(
    ground: &Ground<'_>,
    cast: &Cast,
    sentence: usize,
    spoken: &[Range<usize>],
    found: &mut Vec<FoundStatement>,
) {
    let text = ground.text;
    let evidence = text.sentences[sentence].range.clone();
    let cues = &ground.cues[sentence];
    // "according to the agency" beside another speaker says who passed it on.
    let outlets: Vec<ActorNumber> = cues
        .iter()
        .filter(|cue| cue.subject.kind == MentionKind::Outlet)
        .flat_map(|cue| cue.subject.actors.iter().copied())
        .collect();
    for cue in cues {
        let words = text.bytes(sentence, cue.words.clone());
        let whole = spoken.iter().any(|quote| quote.start <= words.start + 4 && words.end <= quote.end + 4);
        // "told the state radio, “...”": what was said stands in the quotation.
        let quoted = || spoken.iter().any(|quote| evidence.start <= quote.start && quote.end <= evidence.end);
        let parse = &text.sentences[sentence].parse;
        let verbless = || {
            let tokens = parse.tokens.get(cue.words.clone()).unwrap_or_default();
            tokens.iter().all(|token| !matches!(token.upos, Upos::Verb | Upos::Auxiliary))
        };
        let empty = cue.manner == Manner::Speech && verbless() && quoted();
        if words.is_empty() || whole || empty {
            continue;
        }
        let mut reported_by = cue.reported_by.clone();
        for &outlet in &outlets {
            if !cue.subject.actors.contains(&outlet) && !reported_by.contains(&outlet) {
                reported_by.push(outlet);
            }
        }
        found.extend(of_cue(text, cast, sentence, cue, &reported_by));
    }
}

/// The state for which someone speaks who is there to speak for it.
fn on_behalf(cast: &Cast, speaker: ActorNumber) -> Option<ActorNumber> {
    const SPEAK_FOR: [&str; 9] = [
        "spokes",
        "delegat",
        "negotiat",
        "ambassador",
        "envoy",
        "representative",
        "official",
        "chargé",
        "minister",
    ];
    let member = &cast.members[speaker];
    let speaks = match member.kind {
        ActorKind::Unnamed => true,
        ActorKind::Person => {
            member.offices.iter().any(|office| SPEAK_FOR.iter().any(|word| office.contains(word)))
        }
        _ => false,
    };
    member
        .country
        .filter(|_| speaks)
        .and_then(|country| cast.state(country))
        .filter(|&state| state != speaker)
}

#[cfg(test)]
mod tests;
