//! Lists of those present: "Present:", "Participants", "Apologies:" and the lines below.
//!
//! Invariant: a list belongs to the gathering the text tells most, and who is listed under apologies
//! is not made present.

use std::ops::Range;

use rapporteur_schema::{ActorKind, Attendance, Role};
use rapporteur_syntax::{FineTag, Upos};

use super::{Clock, FoundMeeting, scene};
use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::text::{BlockKind, Text};

/// From how many words on a line without a name is prose.
const PROSE: usize = 5;

/// What stands before those whom a picture shows.
const PICTURED: &[&str] = &["from left", "from left to right", "left to right", "from the left"];

/// What a line of a list says of those in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line {
    Present,
    Apologies,
}

/// Gives a gathering that the head of a transcript names those who speak in it.
pub fn speakers(text: &Text<'_>, cast: &Cast, meetings: &mut [FoundMeeting]) {
    const HEAD: usize = 4;
    let opened = |meeting: &FoundMeeting| {
        let head = text.sentences.get(HEAD.min(text.sentences.len().saturating_sub(1)));
        scene::is_open(meeting)
            && meeting.evidence.iter().any(|range| head.is_some_and(|head| range.start <= head.range.start))
    };
    let Some(meeting) = meetings.iter_mut().find(|meeting| opened(meeting)) else { return };
    for sentence in 0..text.sentences.len() {
        let label = text.label_words(sentence);
        let shouted =
            label.first().is_some_and(|word| word.len() > 1 && word.chars().all(|c| !c.is_lowercase()));
        if !shouted || label.last() != Some(&":") {
            continue;
        }
        let words = label.join(" ").to_lowercase();
        let role = if words.contains("head of delegation") || words.contains("chief negotiator") {
            Role::HeadOfDelegation
        } else if words.contains("chair") {
            Role::Chair
        } else {
            Role::Participant
        };
        let evidence = text.sentences[sentence].range.clone();
        // Who is introduced by an office speaks for someone; a questioner has none.
        for (index, mention) in cast.in_label(sentence) {
            let Some(actor) = cast.actor[index] else { continue };
            if label.len() > 4 && mention.kind != MentionKind::City {
                scene::seat(cast, meeting, actor, Attendance::Attended, role, &evidence);
            }
        }
    }
}

/// Gives a gathering those whom a list names.
pub fn present(text: &Text<'_>, cast: &Cast, clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    let mut list: Option<(Line, usize)> = None;
    for sentence in 0..text.sentences.len() {
        let kind = text.block_of(sentence).kind;
        let section = text.block_of(sentence).section;
        let label = text.label_words(sentence).join(" ").to_lowercase();
        let words = text.lower(sentence).join(" ");
        // "Present.", "Present:"
        let ends = words.ends_with([':', '.']);
        if let Some(line) = heading(&words).filter(|_| kind == BlockKind::Heading || ends) {
            list = Some((line, section));
            continue;
        }
        // "Present: for Romania:", "Present:"
        let first = label.split(':').next().unwrap_or_default().trim();
        // The same, where it is no label: "Present: for Romania: Mr Barbu; for Bulgaria: Mr Dimov".
        let inline = words.split_once(" : ").map_or("", |(before, _)| before);
        let line = match (heading(first).or_else(|| heading(inline)), list) {
            (Some(line), _) => Some(line),
            (None, Some((line, of)))
                if of == section
                    && (kind == BlockKind::Item && !(line == Line::Present && is_prose(text, sentence))
                        || is_line(text, sentence)) =>
            {
                Some(line)
            }
            _ => None,
        };
        // "From left: Mr Lund, Ms Kolar": those of the meeting that the picture's own words tell.
        if line.is_none() && PICTURED.contains(&first) {
            let block = &text.blocks[text.sentences[sentence].block];
            let own = meetings.iter_mut().find(|meeting| {
                let own =
                    |range: &Range<usize>| block.range.start <= range.start && range.end <= block.range.end;
                scene::is_open(meeting) && meeting.evidence.iter().any(own)
            });
            if let Some(own) = own {
                listed(text, cast, sentence, &label, Line::Present, own);
            }
            continue;
        }
        let Some(line) = line else {
            // Prose ends a list that no heading ends.
            let paragraph = kind == BlockKind::Paragraph
                && words.ends_with(['.', '?', '!'])
                && text.words(sentence).len() >= PROSE;
            list = list.filter(|_| !paragraph && !is_prose(text, sentence));
            continue;
        };
        if let Some(index) = scene::scene(meetings, text, clock, sentence) {
            listed(text, cast, sentence, &label, line, &mut meetings[index]);
        }
    }
}

/// Whether a sentence is a line of a list: "Norway: Ms Aasland (Chair), Mr Nygård", and no clause.
fn is_line(text: &Text<'_>, sentence: usize) -> bool {
    const LINE: usize = 40;
    let tokens = &text.sentences[sentence].parse.tokens;
    let finite = |tag: FineTag| matches!(tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp | FineTag::Md);
    tokens.len() <= LINE
        && !tokens.iter().any(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary) && finite(token.tag))
        && !text.words(sentence).last().is_some_and(|word| matches!(*word, "?" | "!"))
}

/// Whether a sentence tells something: its main verb is finite.
fn is_prose(text: &Text<'_>, sentence: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    let finite = |tag: FineTag| matches!(tag, FineTag::Vbd | FineTag::Vbz | FineTag::Vbp);
    let main = parse.root();
    main.is_some_and(|main| {
        let token = &parse.tokens[main];
        parse.len() >= PROSE && token.upos == Upos::Verb && finite(token.tag)
    })
}

/// Gives the gathering of a declaration those who signed it: the names below "Done at Bissau".
pub fn signatures(text: &Text<'_>, cast: &Cast, meetings: &mut [FoundMeeting]) {
    const LINE: usize = 14;
    let done = (0..text.sentences.len()).rev().find(|&at| {
        let words = text.words(at);
        matches!(words.first(), Some(&("Done" | "DONE" | "Signed" | "Adopted")))
            && matches!(words.get(1), Some(&("at" | "in" | "AT" | "IN")))
    });
    let Some(done) = done else { return };
    let told =
        |meeting: &&mut FoundMeeting| scene::is_open(meeting) && (meeting.when_said || meeting.place_said);
    let Some(meeting) = meetings.iter_mut().find(told) else { return };
    for sentence in done + 1..text.sentences.len() {
        let tokens = &text.sentences[sentence].parse.tokens;
        if tokens.len() > LINE || tokens.iter().any(|token| token.upos == Upos::Auxiliary) {
            continue;
        }
        let evidence = text.sentences[sentence].range.clone();
        let persons = cast.in_sentence(sentence).filter(|(_, mention)| mention.kind == MentionKind::Person);
        for actor in persons.filter_map(|(index, _)| cast.actor[index]) {
            scene::seat(cast, meeting, actor, Attendance::Attended, Role::Participant, &evidence);
        }
    }
}

fn listed(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    label: &str,
    line: Line,
    meeting: &mut FoundMeeting,
) {
    let attendance = match line {
        Line::Present => Attendance::Attended,
        Line::Apologies => Attendance::Absent,
    };
    let words = text.lower(sentence);
    let evidence = text.sentences[sentence].range.clone();
    let mentions: Vec<_> = cast.in_sentence(sentence).chain(cast.in_label(sentence)).collect();
    for (index, mention) in mentions {
        let Some(actor) = cast.actor[index] else { continue };
        let person = mention.kind == MentionKind::Person;
        let side = cast.members[actor].kind != ActorKind::Person && mention.kind != MentionKind::City;
        if !person && (!side || line == Line::Apologies) {
            continue;
        }
        let behind = words[mention.tokens.end.min(words.len())..].iter().take(8).take_while(|w| *w != ";");
        let behind = behind.map(String::as_str).collect::<Vec<_>>().join(" ");
        let role = if !person {
            Role::Participant
        } else if label.contains("chair") || behind.contains("chairman") || behind.contains("in the chair") {
            Role::Chair
        } else if behind.contains("head of delegation") {
            Role::HeadOfDelegation
        } else if label.contains("observer") || behind.contains("observer") {
            Role::Observer
        } else {
            Role::Participant
        };
        scene::seat(cast, meeting, actor, attendance, role, &evidence);
    }
}

/// Whether the words head a list, and of whom.
fn heading(words: &str) -> Option<Line> {
    let words = words.trim_end_matches([':', ' ', '.']);
    const PRESENT: &[&str] = &[
        "present",
        "also present",
        "participants",
        "those present",
        "in attendance",
        "attendance",
        "delegations",
        "attended by",
        "list of participants",
        "members present",
        "delegates",
        "who was there",
        "at the table",
        "who was in the room",
        "in the room",
        "chair",
        "observer",
        "observers",
        "taking part",
        "attendees",
        "heads of delegation",
        "heads of delegations",
        "leaders of delegations",
        "members of delegations",
        "list of delegates",
        "list of those present",
        "list of heads of delegation",
        "ministers present",
        "ministers attending",
        "participating ministers",
        "leaders present",
        "leaders attending",
        "heads of state present",
        "heads of state and government present",
        "representatives",
        "represented by",
        "members of the committee present",
        "persons present",
    ];
    const APOLOGIES: &[&str] = &[
        "apologies",
        "apologies for absence",
        "regrets",
        "absent",
        "excused",
        "not present",
        "who was not",
        "who did not",
        "who did not come",
        "missing",
        "absent with apologies",
    ];
    if PRESENT.contains(&words) {
        Some(Line::Present)
    } else if APOLOGIES.contains(&words) {
        Some(Line::Apologies)
    } else {
        None
    }
}
