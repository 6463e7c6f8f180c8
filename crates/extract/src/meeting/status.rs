//! Whether a meeting took place, from the words around its trigger: modality, negation, verbs of
//! planning, offering, calling off and denying.

use rapporteur_schema::MeetingStatus;

use super::phrase;

/// Verbs and phrases, with what they make of a meeting. The first list that has a cue wins.
const CUES: &[(MeetingStatus, &[&str])] = &[
    (
        MeetingStatus::Cancelled,
        &[
            "cancelled",
            "canceled",
            "called off",
            "scrapped",
            "shelved",
            "postponed",
            "fell through",
            "will not go ahead",
            "did not come off",
            "won't happen",
            "wo n't happen",
            "won’t happen",
            "wo n’t happen",
            "was off",
            "is off",
            "are off",
            "were off",
            "was dropped",
            "were dropped",
            "been dropped",
            "was abandoned",
            "were abandoned",
            "been abandoned",
            "did not take place",
            "did not materialise",
            "dispensed with",
            "should have met",
            "was to have",
            "were to have",
            "had been due to",
            "fell victim to",
            "fallen victim to",
            "come to nothing",
            "came to naught",
            "nothing came of",
            "nothing will come of",
            "nothing will now come of",
            "fell to the ground",
            "out of the diary",
            "will not be taking place",
            "could not be held",
            "could not be arranged",
            "could not be fitted in",
            "did not come about",
            "was not held",
            "were not held",
            "not been rescheduled",
            "came unstuck",
            "did not go ahead",
            "never took place",
            "broke off before",
            "was stood up",
            "were stood up",
            "stood him up",
            "stood her up",
            "stood them up",
        ],
    ),
    (
        MeetingStatus::Denied,
        &[
            "denied",
            "denies",
            "deny",
            "no such meeting",
            "never met",
            "there was no",
            "there has been no",
            "there had been no",
            "there have been no",
            "no private meeting",
            "nothing of the kind",
            "cold water",
            "no plans to meet",
            "not met",
            "did not meet",
            "no such encounter",
        ],
    ),
    (
        MeetingStatus::Proposed,
        &[
            "offered to",
            "offer to",
            "proposed",
            "suggesting",
            "proposing",
            "venue for",
            "offering to",
            "proposal for",
            "proposal that",
            "proposes",
            "suggested",
            "suggests",
            "asked for",
            "wants to",
            "wanted to",
            "hopes to",
            "hoped to",
            "would be willing",
            "willing to",
            "ready to",
            "could meet",
            "might meet",
            "may meet",
            "should meet",
            "invited",
            "invitation",
            "calls for",
            "called for",
            "potential",
            "possible",
            "prospect of",
            "in favour of a",
            "rumour",
            "rumor",
            "dream of",
            "wish",
            "would like",
            "pushing to",
            "looking forward to",
            "idea of",
            "possibility",
            "urged",
            "if the",
        ],
    ),
    (
        MeetingStatus::Planned,
        &[
            "will",
            "is to",
            "are to",
            "was to",
            "were to",
            "due to",
            "scheduled",
            "plan to",
            "plans to",
            "planned",
            "planning",
            "expected to",
            "is expected",
            "set to",
            "agreed to meet",
            "going to",
            "'ll",
            "’ll",
            "shall",
            "to be held",
            "next week",
            "tomorrow",
            "upcoming",
            "next round",
            "next meeting",
            "would meet",
            "meet again",
            "about to",
            "intends to",
            "before he meets",
            "before she meets",
            "to meet",
        ],
    ),
];

/// Reads the status of a meeting from its clause, lower case with single spaces, where the trigger
/// stands at `trigger` bytes. `past` says that the trigger is a verb in the plain past.
pub fn status(clause: &str, trigger: usize, past: bool) -> MeetingStatus {
    let near = |cue: &str, reach: usize| {
        phrase::places(clause, cue).any(|at| {
            // "At the invitation of the minister he paid a visit": he was invited, and he came.
            if cue == "invitation" && clause[..at].ends_with("at the ") {
                return false;
            }
            // "A day later than planned": it was held.
            if clause[..at].ends_with("than ") || clause[..at].ends_with("as ") && cue == "planned" {
                return false;
            }
            // "Despite fears that it would be called off, they met"
            if clause[..at].contains("despite ") {
                return false;
            }
            // "The summit, twice postponed, was held"
            let rest = &clause[at + cue.len()..];
            let came_about = [" took place", " was held", " were held", " went ahead"]
                .iter()
                .any(|held| rest.find(held).is_some_and(|held| !rest[..held].ends_with(" never")));
            if came_about && !cue.contains(" not ") {
                return false;
            }
            // A cue counts before the trigger at any distance in the clause, behind it only near; behind a
            // verb in the past it tells of something else: "who had received him denied it".
            at <= trigger || !past && at - trigger < reach
        })
    };
    // A plain past is undone by a denial or a cancellation only.
    let undone = |status: MeetingStatus| matches!(status, MeetingStatus::Cancelled | MeetingStatus::Denied);
    CUES.iter()
        .filter(|(status, _)| !past || undone(*status))
        .find(|(status, cues)| cues.iter().any(|cue| near(cue, if undone(*status) { 140 } else { 60 })))
        .map_or(MeetingStatus::Held, |(status, _)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(clause: &str) -> MeetingStatus {
        status(clause, clause.find("me").unwrap_or(0), false)
    }

    #[test]
    fn modality_decides() {
        assert_eq!(read("the envoy met the king on monday"), MeetingStatus::Held);
        assert_eq!(read("the envoy will meet the king"), MeetingStatus::Planned);
        assert_eq!(read("the envoy would be willing to meet the king"), MeetingStatus::Proposed);
        assert_eq!(read("a meeting with the king was called off"), MeetingStatus::Cancelled);
        assert_eq!(read("he denied that he had met the king"), MeetingStatus::Denied);
    }
}
