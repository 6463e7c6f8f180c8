//! The speaker that a transcript puts before their words: `OBI:`, `AMARA OBI, Minister: …`.
//!
//! It matches a label with the cast by the words of names and offices; the paragraphs that follow without
//! a label go on with it. A label that nobody fits (a date, `QUESTION`) names no speaker.

use std::collections::HashMap;

use rapporteur_schema::ActorKind;

use crate::cast::{ActorNumber, Cast};
use crate::interview::{self, Turn};
use crate::letter;
use crate::lexicon;
use crate::mention::{Mention, MentionKind, handle};
use crate::normal::normalize;
use crate::text::{BlockKind, Text};
use flow::{goes_on, is_protocol};
use line::lines;
use post::{is_of_post, poster};

mod flow;
mod line;
mod post;

/// How many labelled turns make a transcript.
const TURNS: usize = 3;
/// Among how many sentences the first question is looked for.
const MANY: usize = 60;

/// For each sentence the speaker of the turn it belongs to.
pub(super) fn speakers(text: &Text<'_>, cast: &Cast) -> Vec<Option<ActorNumber>> {
    let turns = interview::turns(text);
    let introduced = introduced(text, cast);
    let labelled = (0..text.sentences.len()).filter(|&at| text.sentences[at].label.is_some());
    let is_transcript = labelled
        .filter(|&at| speaker(text, cast, &introduced, at).is_some() || is_question(text, at))
        .take(TURNS)
        .count()
        == TURNS;
    let protocol = is_transcript && is_protocol(text);
    let lines = if is_transcript { Vec::new() } else { lines(text, cast, &introduced) };
    // Whose line stood last, where names stand on lines of their own.
    let mut line: Option<ActorNumber> = None;
    // The sentence that heads a post, and whose it is.
    let mut post: Option<(usize, ActorNumber)> = None;
    let mut posters: HashMap<&str, ActorNumber> = HashMap::new();
    let mut found: Vec<Option<ActorNumber>> = Vec::new();
    for (at, sentence) in text.sentences.iter().enumerate() {
        let before = at.checked_sub(1);
        let same = before.is_some_and(|before| text.sentences[before].block == sentence.block);
        if let Some(handle) = handle::heading(text, at) {
            found.push(None);
            post = poster(text, cast, &mut posters, at, handle).map(|poster| (at, poster));
            continue;
        }
        if let Some((head, poster)) = post
            && is_of_post(text, head, at)
        {
            found.push(Some(poster));
            continue;
        }
        if let Some(speaker) = lines.get(at).copied().flatten() {
            line = Some(speaker);
            found.push(None);
            continue;
        }
        // A question on a line of its own looks like a heading; under a name it is what its bearer asks.
        let asks = sentence.tokens.last().is_some_and(|&last| text.word(last) == "?");
        let kind = text.block_of(at).kind;
        line = line.filter(|_| asks || !matches!(kind, BlockKind::Title | BlockKind::Heading));
        if line.is_some() && (asks || matches!(kind, BlockKind::Paragraph | BlockKind::Item)) {
            found.push(line);
            continue;
        }
        let own = speaker(text, cast, &introduced, at);
        let turn = turns.as_ref().and_then(|turns| turns[at]);
        let last = before.and_then(|before| found[before]);
        let goes_on = same || is_transcript && sentence.label.is_none() && goes_on(text, at, protocol);
        let own = own.or_else(|| last.filter(|_| goes_on && turn != Some(Turn::Question)));
        found.push(match turn {
            Some(Turn::Answer) => own.or_else(|| interviewed(text, cast)),
            _ => own,
        });
    }
    found
}

/// The labels that the text explains, each with the person: `Spokesperson: Ms. Ada Obi`.
fn introduced(text: &Text<'_>, cast: &Cast) -> Vec<(String, ActorNumber)> {
    const HEAD: usize = 12;
    let explained = |(index, mention): (usize, &Mention)| {
        let actor = cast.actor[index].filter(|_| mention.kind == MentionKind::Person && !mention.in_label)?;
        let words = text.words(mention.sentence);
        let (start, end) = (mention.tokens.start, mention.tokens.end);
        // A line of a form, and no turn that speaks to somebody: "PRESIDENT: Mr. Lund, you have the floor."
        let office = words.get(end) == Some(&",") && words.get(end + 1..).and_then(lexicon::office).is_some();
        let alone = words.get(end).is_none_or(|next| matches!(*next, "(" | "." | ";"));
        if mention.sentence > HEAD || !(alone || office) {
            return None;
        }
        let label = if start == 0 {
            text.source.get(text.sentences[mention.sentence].label.clone()?)?.to_owned()
        } else {
            let colon = start.checked_sub(1).filter(|&at| words[at] == ":")?;
            let from = (0..colon).rev().take_while(|&at| !matches!(words[at], "." | "," | ";")).last()?;
            words[from..colon].join(" ")
        };
        let label = normalize(&label);
        let words: Vec<&str> = label.split(' ').collect();
        (lexicon::office(&words) == Some(words.len())).then_some((label, actor))
    };
    let mut all: Vec<(String, ActorNumber)> =
        cast.mentions.iter().enumerate().filter_map(explained).collect();
    all.extend(
        cast.mentions
            .iter()
            .enumerate()
            .filter_map(|(index, mention)| Some((held(text, mention)?, cast.actor[index]?))),
    );
    all
}

/// The office before a name in brackets within a label: "Official Spokesperson (Ms. Ada Obi):".
fn held(text: &Text<'_>, mention: &Mention) -> Option<String> {
    let label = text.sentences[mention.sentence].label.clone().filter(|_| mention.in_label)?;
    let label = text.source.get(label)?;
    let (office, name) =
        label.trim_end_matches([':', ' ', '-', '—', '–']).strip_suffix(')')?.rsplit_once(" (")?;
    let surname = mention.name(text).rsplit(' ').next()?;
    let person = mention.kind == MentionKind::Person && name.contains(surname);
    let office = normalize(office);
    let words: Vec<&str> = office.split(' ').collect();
    let article = usize::from(words[0] == "the");
    (person && lexicon::office(&words[article..]).is_some()).then_some(office)
}

/// Whether the label is that of one who asks.
fn is_question(text: &Text<'_>, sentence: usize) -> bool {
    let label = text.sentences[sentence].label.clone().and_then(|label| text.source.get(label));
    label.is_some_and(|label| asks(normalize(label).split(' ').next().unwrap_or_default()))
}

fn asks(word: &str) -> bool {
    matches!(word, "question" | "q" | "moderator" | "reporter" | "journalist" | "interviewer")
}

/// The speaker a sentence's label names.
fn speaker(
    text: &Text<'_>,
    cast: &Cast,
    introduced: &[(String, ActorNumber)],
    sentence: usize,
) -> Option<ActorNumber> {
    let label = text.sentences[sentence].label.clone()?;
    named(text, cast, introduced, sentence, text.source.get(label)?)
}

/// The speaker that the words of a label name.
fn named(
    text: &Text<'_>,
    cast: &Cast,
    introduced: &[(String, ActorNumber)],
    sentence: usize,
    label: &str,
) -> Option<ActorNumber> {
    if letter::is_salutation(label) {
        return None;
    }
    // "LIMA (Agency) -" heads a report; a speaker before a dash has a title.
    let dashed = label.trim_end().ends_with(['-', '–', '—']);
    let titled = label.starts_with("The ")
        || lexicon::is_honorific(label.split(' ').next().unwrap_or_default().trim_end_matches('.'));
    if dashed && !titled {
        return None;
    }
    let words = normalize(label);
    if let Some((_, actor)) = introduced.iter().find(|(known, _)| *known == words) {
        return Some(*actor);
    }
    let words: Vec<&str> = words.split(' ').collect();
    if matches!(words.as_slice(), ["a" | "answer"]) {
        // "A. The parties agree": a letter alone numbers, where nothing is asked.
        let asked = (0..text.sentences.len()).take(MANY).any(|at| is_question(text, at));
        return interviewed(text, cast).filter(|_| asked);
    }
    if words.is_empty() || asks(words[0]) || matches!(words[0], "correction" | "caption") {
        return None;
    }
    let persons = || cast.members.iter().enumerate().filter(|(_, member)| member.kind == ActorKind::Person);
    let by_name = persons().find(|(_, member)| {
        std::iter::once(&member.name).chain(&member.aliases).any(|name| {
            let name = normalize(name);
            name.split(' ').next_back().is_some_and(|surname| surname.len() > 2 && words.contains(&surname))
                || words.len() == 1 && name.split(' ').any(|part| part.len() > 2 && part == words[0])
        })
    });
    let by_office = || {
        persons().find(|(_, member)| {
            member.offices.iter().any(|office| {
                let office = normalize(office);
                let article = usize::from(words[0] == "the");
                office.split(' ').eq(words[article..].iter().copied())
                    || office
                        .split(' ')
                        .next_back()
                        .is_some_and(|head| words.len() <= 2 && words.contains(&head))
            })
        })
    };
    let described = || {
        cast.in_label(sentence)
            .find(|(_, mention)| mention.kind == MentionKind::Unnamed)
            .and_then(|(index, _)| cast.actor[index])
    };
    by_name.or_else(by_office).map(|(actor, _)| actor).or_else(described)
}

/// Who answers in an interview: the person whom its head names first and who did not write it.
fn interviewed(text: &Text<'_>, cast: &Cast) -> Option<ActorNumber> {
    const HEAD: usize = 6;
    let asked = |mention: &Mention| {
        let words = text.words(mention.sentence);
        let before = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |at| words[at]);
        // "Noon briefing by Ada Obi": she answers, and whoever an interview is by asks.
        let answers = || matches!(before(2).to_lowercase().as_str(), "briefing" | "conference" | "remarks");
        match before(1).to_lowercase().as_str() {
            "by" => !answers(),
            word => matches!(word, "told" | "tells"),
        }
    };
    let named = cast.mentions.iter().enumerate().find(|(index, mention)| {
        mention.sentence < HEAD
            && mention.kind == MentionKind::Person
            && !asked(mention)
            && cast.actor[*index].is_some()
    });
    named.and_then(|(index, _)| cast.actor[index])
}
