//! Who led a meeting.

use std::ops::Range;

use rapporteur_schema::{Attendance, Role};

use super::super::Participant;
use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::text::Text;

/// "X chaired", "chaired by X", "with X in the chair", "presided over by X", "mediated by X".
pub(super) fn chairs(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    words: &[&str],
    clause: &Range<usize>,
    participants: &mut Vec<Participant>,
) {
    for at in clause.clone() {
        let role = match words[at].to_lowercase().as_str() {
            "chaired" | "chairs" | "chairing" | "presided" | "presides" | "presiding" | "co-chaired" => {
                Role::Chair
            }
            "mediated" | "brokered" | "facilitated" => Role::Mediator,
            _ => continue,
        };
        let passive =
            words.get(at + 1).is_some_and(|w| *w == "by") || words.get(at + 2).is_some_and(|w| *w == "by");
        let found = cast
            .in_sentence(sentence)
            .filter(|(_, m)| m.kind == MentionKind::Person)
            .filter(|(_, m)| if passive { m.tokens.start > at } else { m.tokens.end <= at });
        let chosen = if passive {
            found.min_by_key(|(_, m)| m.tokens.start)
        } else {
            found.max_by_key(|(_, m)| m.tokens.start)
        };
        let Some(actor) = chosen.and_then(|(index, _)| cast.actor[index]) else { continue };
        match participants.iter_mut().find(|p| p.actor == actor) {
            Some(participant) => participant.role = role,
            None => participants.push(Participant {
                actor,
                attendance: Attendance::Attended,
                role,
                evidence: text.sentences[sentence].range.clone(),
            }),
        }
    }
}
