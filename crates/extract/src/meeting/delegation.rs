//! Who led: "Moscow's team was headed by X", "X, who leads for Bogotá", "a delegation led by X". The
//! leader is put into the meeting the words stand nearest to.
//!
//! Invariant: a leader who is said to have stayed away is not made present.

use rapporteur_schema::{Attendance, Medium, MeetingStatus, Role};
use rapporteur_syntax::Relation;

use super::{Clock, FoundMeeting, Participant, attendance, scene};
use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::text::Text;

const BODIES: &[&str] = &["delegation", "team", "side", "delegations", "mission", "contingent"];

/// Finds who led a delegation and makes them its head.
pub fn heads(text: &Text<'_>, cast: &Cast, clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    for sentence in 0..text.sentences.len() {
        let words = text.lower(sentence);
        let leads = words.windows(2).any(|w| matches!(w[0].as_str(), "leads" | "led") && w[1] == "for");
        if !leads && !words.iter().any(|w| BODIES.contains(&w.as_str())) {
            continue;
        }
        let parse = &text.sentences[sentence].parse;
        for (at, word) in words.iter().enumerate() {
            let person = match word.as_str() {
                "led" | "headed" => {
                    let by = (at + 1..(at + 3).min(words.len())).find(|&i| words[i] == "by");
                    match by {
                        Some(by) => person_from(cast, sentence, by + 1, by + 8),
                        None => {
                            parse.subjects(at).find_map(|subject| person_at(text, cast, sentence, subject))
                        }
                    }
                }
                // "the other delegation, under X"
                "under" => {
                    let body = (at.saturating_sub(2)..at).any(|i| BODIES.contains(&words[i].as_str()));
                    // "A delegation under X will travel there"
                    let to_come = words.iter().any(|word| matches!(word.as_str(), "will" | "would"));
                    (body && !to_come).then(|| person_from(cast, sentence, at + 1, at + 8)).flatten()
                }
                "leads" | "heads"
                    if words.get(at + 1).is_some_and(|w| w == "for")
                        || words[at + 1..].iter().take(4).any(|w| BODIES.contains(&w.as_str())) =>
                {
                    parse.subjects(at).find_map(|subject| person_at(text, cast, sentence, subject))
                }
                "head" | "leader" | "chief"
                    if words.get(at + 1).is_some_and(|w| w == "of")
                        && words[at + 1..].iter().take(5).any(|w| BODIES.contains(&w.as_str())) =>
                {
                    // "X, head of the Russian delegation": the name it stands beside.
                    parse
                        .ancestors(at)
                        .take(2)
                        .find_map(|head| person_at(text, cast, sentence, head))
                        .or_else(|| {
                            parse
                                .children_by(at, Relation::Apposition)
                                .find_map(|child| person_at(text, cast, sentence, child))
                        })
                }
                _ => None,
            };
            let Some(actor) = person else { continue };
            let nearest = attendance::nearest(meetings, text, clock, sentence, true);
            let Some(meeting) = nearest.and_then(|index| meetings.get_mut(index)) else { continue };
            // A meeting of two in another paragraph has no delegations that this one could be.
            let block = &text.blocks[text.sentences[sentence].block].range;
            let here = meeting.evidence.iter().any(|told| block.start <= told.start && told.end <= block.end);
            // Nor are there teams on the telephone.
            if !here && !scene::is_open(meeting) || meeting.medium == Medium::Phone {
                continue;
            }
            let evidence = text.sentences[sentence].range.clone();
            match meeting.participants.iter_mut().find(|p| p.actor == actor) {
                Some(known)
                    if known.attendance == Attendance::Attended && known.role == Role::Participant =>
                {
                    known.role = Role::HeadOfDelegation
                }
                Some(_) => {}
                None if meeting.status == MeetingStatus::Held => meeting.participants.push(Participant {
                    actor,
                    attendance: Attendance::Attended,
                    role: Role::HeadOfDelegation,
                    evidence,
                }),
                None => {}
            }
        }
    }
}

fn person_at(text: &Text<'_>, cast: &Cast, sentence: usize, token: usize) -> Option<usize> {
    let (index, mention) = cast.mention_at(sentence, token)?;
    // "counsellor to President X and head of the delegation" is another.
    let before = |back: usize| {
        let at = mention.tokens.start.checked_sub(back)?;
        Some(text.word(text.sentences[sentence].tokens[at]))
    };
    if before(1) == Some("to") || before(2) == Some("to") || before(1) == Some("of") {
        return None;
    }
    matches!(mention.kind, MentionKind::Person | MentionKind::Described).then(|| cast.actor[index]).flatten()
}

fn person_from(cast: &Cast, sentence: usize, from: usize, to: usize) -> Option<usize> {
    let near = cast.in_sentence(sentence).filter(|(_, m)| m.tokens.end > from && m.tokens.start < to);
    near.filter(|(_, m)| matches!(m.kind, MentionKind::Person | MentionKind::Described))
        .find_map(|(index, _)| cast.actor[index])
}
