//! What a question asks and its answer confirms or denies: "Did you meet the minister? - Yes, in Brussels", "Is
//! it true that she saw him? - No."
//!
//! Invariant: a question that is not answered with a plain yes or no tells of nothing.

use rapporteur_schema::{Attendance, MeetingStatus};

use super::party::Room;
use super::{Clock, FoundMeeting, Voice, candidate, trigger};
use crate::agent::Agent;
use crate::cast::ActorNumber;
use crate::mention::MentionKind;

const YES: &[&str] = &[
    "yes",
    "i did",
    "we did",
    "he did",
    "she did",
    "they did",
    "that is correct",
    "that is right",
    "that is true",
    "correct",
    "indeed",
    "of course",
    "certainly",
    "absolutely",
    "it is true",
    "it did",
];
const NO: &[&str] = &[
    "no ,",
    "no .",
    "no !",
    "i did not",
    "we did not",
    "he did not",
    "she did not",
    "they did not",
    "i didn",
    "we didn",
    "he didn",
    "she didn",
    "that is not true",
    "that is false",
    "that is untrue",
    "that is incorrect",
    "that is not correct",
    "not true",
    "not at all",
    "never",
    "there was no",
    "i have not",
    "we have not",
    "it is not true",
    "it did not",
    "he did no such",
    "she did no such",
    "i did no such",
    "we did no such",
    "nothing of the kind",
    "certainly not",
    "absolutely not",
    "of course not",
];

/// The meetings that a question asks about and the answer right behind it confirms or denies.
pub fn answered(room: &Room<'_>, clock: &Clock<'_>, voices: &[Voice]) -> Vec<FoundMeeting> {
    let Room { text, cast, sentence, words, .. } = *room;
    if words.last() != Some(&"?") {
        return Vec::new();
    }
    let block = text.sentences[sentence].block;
    // The answer is another's turn: another paragraph of the same part, begun with the verdict.
    let Some(answer) = (sentence + 1..text.sentences.len()).find(|&at| text.sentences[at].block != block)
    else {
        return Vec::new();
    };
    if text.block_of(answer).section != text.block_of(sentence).section || answer > sentence + 2 {
        return Vec::new();
    }
    let reply = format!("{} ", text.words(answer).join(" ").to_lowercase());
    let reply = reply.trim_start_matches(['—', '–', '-', '“', '"', ' ']);
    let begins = |cues: &[&str]| {
        cues.iter().any(|cue| {
            reply.strip_prefix(cue).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '’', '\'']))
        })
    };
    let denied = begins(NO);
    if !denied && !begins(YES) {
        return Vec::new();
    }
    let start = text.sentences[answer].tokens.first().map_or(0, |token| token.start);
    let speaker = super::voice_at(voices, start);
    let agents = with_you(room, speaker);
    let asked = Room { agents: &agents, ..*room };
    let mut found: Vec<FoundMeeting> = trigger::asked(text, cast, sentence)
        .iter()
        .filter_map(|trigger| candidate::candidate(&asked, trigger, clock, &[]))
        .filter(|told| told.participants.len() >= 2)
        .collect();
    if denied {
        found.retain(|told| told.status.took_place());
        for told in &mut found {
            told.status = MeetingStatus::Denied;
            for participant in &mut told.participants {
                participant.attendance = Attendance::Expected;
            }
        }
    }
    for told in &mut found {
        told.evidence.push(text.sentences[answer].range.clone());
    }
    found
}

/// The agents of a question, "you" among them where it is known who answers.
fn with_you(room: &Room<'_>, speaker: Option<ActorNumber>) -> Vec<Agent> {
    let mut agents = room.agents.to_vec();
    let Some(actor) = speaker else { return agents };
    for (at, word) in room.words.iter().enumerate() {
        let free = agents.iter().all(|agent| !agent.tokens.contains(&at));
        if free && word.eq_ignore_ascii_case("you") {
            agents.push(Agent { tokens: at..at + 1, actor, kind: MentionKind::Pronoun });
        }
    }
    agents.sort_by_key(|agent| agent.tokens.start);
    agents
}
