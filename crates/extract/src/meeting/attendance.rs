//! Who stayed away: "neither X nor Y were there", "X declined an invitation", "sent his deputy",
//! "X was absent", "misses the talks". The absence goes to the meeting the words point to.

use rapporteur_schema::{ActorKind, Attendance, MeetingStatus, Role};
use rapporteur_syntax::Upos;

use super::party::Room;
use super::{Clock, FoundMeeting, Participant, frame, phrase, scene, trigger};
use crate::cast::{ActorNumber, Cast};
use crate::mention::MentionKind;
use crate::text::Text;

/// Words that say it whatever stands around them, of those before them.
const ABSENT: &[&str] = &[
    "was to have attended",
    "were to have attended",
    "was not there",
    "were not there",
    "stayed away",
    "stayed at home",
    "stayed home",
    "stays home",
    "stays away",
    "staying away",
    "had stayed home",
    "pulled out at",
    "backed out at",
    "was absent",
    "were absent",
    "was missing",
    "were missing",
    "was not present",
    "were not present",
    "never arrived",
    "never came",
    "was not represented",
    "were kept out",
    "was kept away",
    "were kept away",
    "was kept at",
    "sent apologies",
    "sent its apologies",
    "sent its regrets",
    "sent regrets",
    "sent their regrets",
    "sent his",
    "sent her",
    "in his stead",
    "in her stead",
    "in his place",
    "in her place",
    "has stayed in",
    "had stayed in",
    "stayed in",
    "had remained in",
    "has remained in",
    "excused himself",
    "excused herself",
    "cried off",
    "cancelled his trip",
    "cancelled her trip",
    "canceled his trip",
    "canceled her trip",
    "called off his trip",
    "called off her trip",
    "cancelled his visit",
    "cancelled her visit",
    "cry off",
    "not coming",
    "not attending",
    "not be coming",
    "not be attending",
    "not be travelling",
    "not be traveling",
    "not be there",
    "not be present",
    "not be joining",
    "not taking part",
    "not be taking part",
    "was refused a visa",
    "were refused visas",
    "called in sick",
    "a miss",
    "was not among",
    "were not among",
    "n't there",
    "n’t there",
    "represented by",
    "stayed empty",
    "remained empty",
    "was empty",
    "stood empty",
    "sat empty",
    "chair was empty",
    "seat was empty",
    "prevented by illness",
    "was prevented by",
    "were prevented by",
    "been prevented by",
    "was hindered by",
    "was held up",
    "were held up",
    "was detained in",
    "had been detained in",
    "was detained by",
    "was stuck in",
    "was stuck at",
    "is stuck in",
    "was in bed",
    "is in bed with",
    "made his excuses",
    "made her excuses",
    "made their excuses",
    "nowhere to be seen",
    "conspicuous by his absence",
    "conspicuous by her absence",
    "conspicuous by their absence",
    "preferred to stay in",
    "preferred to stay at",
    "was laid up",
    "was kept in",
    "had been kept in",
    "been called away",
    "was called away",
    "been summoned to",
    "had to stay in",
    "remained at home",
    "remains at home",
    "staying at home",
    "stays at home",
    "has stayed at home",
    "have stayed at home",
    "stayed behind",
    "stayed in bed",
    "stuck at home",
    "never got beyond",
    "never got further",
    "never made it",
    "did not make it",
    "got no further",
    "came no nearer",
    "failed to appear",
    "begged off",
    "bowed out",
    "was not in attendance",
    "is not here",
    "was not here",
    "isn't here",
    "is n't here",
    "is n’t here",
    "sent word that",
    "sent a deputy",
    "sent his deputy",
    "sent her deputy",
    "and sent a",
    "despatched his",
    "despatched her",
    "delegated his",
    "delegated her",
    "pleaded illness",
    "pleading illness",
    "was indisposed",
    "being indisposed",
];
/// Verbs of coming that say it where they are undone ("did not", "failed to", "was unable to").
const COMES: &[&str] = &[
    "attend",
    "come",
    "show",
    "turn",
    "appear",
    "travel",
    "participate",
    "join",
    "arrive",
    "make",
    "leave",
    "fly",
];
/// What undoes a verb of coming.
const UNDOES: &[&str] = &[
    "did not",
    "didn't",
    "did n't",
    "did n’t",
    "does not",
    "do not",
    "could not",
    "cannot",
    "can not",
    "failed to",
    "was unable to",
    "were unable to",
    "will not",
    "would not",
    "unable to",
    "not able to",
    "fails to",
    "has not",
    "had not",
    "prevented from",
    "too ill to",
    "too busy to",
    "opted not to",
    "chose not to",
];
/// Verbs that say it of their subject where a gathering is their object.
const SHUNS: &[&str] = &[
    "skip",
    "skips",
    "skipped",
    "boycott",
    "boycotts",
    "boycotted",
    "miss",
    "misses",
    "missed",
    "shun",
    "shuns",
    "shunned",
    "snub",
    "snubs",
    "snubbed",
    "avoided",
    "ducked",
];
const DECLINED: &[&str] = &[
    "declined an invitation",
    "declined to attend",
    "declined to come",
    "declined to take part",
    "declined the invitation",
    "declined his invitation",
    "declined her invitation",
    "turned down an invitation",
    "turned down the invitation",
    "refused an invitation",
    "refused to attend",
    "refused to come",
    "refused to take part",
    "rejected an invitation",
    "invited but declined",
    "invited but refused",
    "invited , but declined",
    "and declines",
    "declined to travel",
    "regretted that he was unable",
    "regretted that she was unable",
    "regretted that they were unable",
    "regretted that he could not",
    "regretted that she could not",
];

/// Words that say it of those behind them.
const BEHIND: &[&str] = &[
    "key absence",
    "absence was that of",
    "in the absence of",
    "no sign of",
    "apologies were received from",
    "apologies for absence",
    "absent was",
    "absent were",
    "absent from the talks was",
    "absent from the summit was",
    "absent from the meeting was",
    "absent from the table was",
    "conspicuously absent",
    "notably absent",
    "missing was",
    "missing from the",
    "not present",
    "in place of",
    "in the stead of",
    "the regrets of",
    "regrets from",
    "regrets of",
    "apologies from",
    "apologies of",
    "the absence of",
    "by his absence was",
    "by her absence was",
    "by their absence were",
    "prevented by illness was",
];

/// Where the words say that someone was not there, as a byte offset.
fn absent(words: &str) -> Option<usize> {
    let told = ABSENT.iter().chain(BEHIND).filter_map(|cue| phrase::places(words, cue).next()).min();
    let behind = |cue: &str| {
        let at = phrase::places(words, cue).next()?;
        let rest = words.get(at + cue.len()..)?.split(' ').filter(|word| !word.is_empty());
        Some((at, rest))
    };
    let undone = UNDOES.iter().filter_map(|cue| {
        let (at, mut rest) = behind(cue)?;
        let (next, two) = (rest.next()?, rest.next().unwrap_or_default());
        // "prevented from attending", "would not leave his hotel"
        let going =
            matches!(next, "attending" | "coming" | "participating" | "travelling" | "traveling" | "joining")
                || next == "making" && two == "the";
        let comes = going
            || COMES.contains(&next)
                && (!matches!(next, "turn" | "show" | "make" | "leave" | "fly")
                    || matches!(two, "up" | "it")
                    || next == "make" && two == "the"
                    || next == "leave" && matches!(two, "his" | "her"))
            || (next, two) == ("take", "part")
            || next == "take"
                && matches!(two, "his" | "her" | "their" | "its")
                && rest.next() == Some("seat")
            || (next, two) == ("be", "there");
        comes.then_some(at)
    });
    let shunned = SHUNS.iter().filter_map(|cue| {
        let (at, rest) = behind(cue)?;
        rest.take(5).any(trigger::is_meeting_noun).then_some(at)
    });
    told.into_iter().chain(undone).chain(shunned).min()
}

/// Whether the words, lower case with single spaces, say that someone was not there.
pub(super) fn is_absence(words: &str) -> bool {
    absent(words).is_some() || DECLINED.iter().any(|cue| words.contains(cue)) || words.contains("neither ")
}

/// Finds who stayed away and puts them beside those who came.
pub fn absences(rooms: &[Room<'_>], clock: &Clock<'_>, meetings: &mut [FoundMeeting]) {
    for room in rooms {
        let Room { text, cast, sentence, .. } = *room;
        let words: Vec<String> = room.words.iter().map(|w| w.to_lowercase()).collect();
        let joined = words.join(" ");
        let neither = words.iter().any(|w| w == "neither")
            && ["were there", "was there", "attended", "came", "were present", "was present"]
                .iter()
                .any(|cue| joined.contains(cue));
        let declined = DECLINED.iter().filter_map(|cue| phrase::places(&joined, cue).next()).min();
        let (at, attendance) = match (declined, absent(&joined)) {
            (Some(at), _) => (at, Attendance::Declined),
            (None, Some(at)) => (at, Attendance::Absent),
            _ if neither => (joined.len(), Attendance::Absent),
            _ => continue,
        };
        let before = joined.get(..at).unwrap_or_default().matches(' ').count();
        let behind = BEHIND.iter().any(|cue| joined.get(at..).is_some_and(|rest| rest.starts_with(cue)));
        let mut away = if neither || behind { Vec::new() } else { grammatical(room, before) };
        let none = away.is_empty();
        // "X stayed away in protest, and Y, who had been expected, did not come"
        if !neither && !behind {
            away.extend(others(room, &joined, at));
        }
        let represented = joined.get(at..).is_some_and(|rest| rest.starts_with("represented by"));
        if none && !represented {
            away.extend(subjects(cast, sentence, &words, before, neither, behind));
        }
        let Some(meeting) = nearest(meetings, text, clock, sentence) else { continue };
        let evidence = text.sentences[sentence].range.clone();
        for actor in away {
            text.trace.kept(sentence, "meeting/attendance", || {
                format!("{} was not there ({attendance:?})", cast.members[actor].name)
            });
            let absence =
                Participant { actor, attendance, role: Role::Participant, evidence: evidence.clone() };
            match meeting.participants.iter_mut().find(|p| p.actor == actor) {
                Some(known) => *known = absence,
                None => meeting.participants.push(absence),
            }
        }
    }
}

/// The persons of whom further words of a sentence say it, behind the first that do.
fn others(room: &Room<'_>, words: &str, first: usize) -> Vec<ActorNumber> {
    const MOST: usize = 3;
    let mut found = Vec::new();
    let mut at = first;
    for _ in 0..MOST {
        let Some(next) = words.get(at..).and_then(|rest| rest.find(' ')).map(|space| at + space + 1) else {
            break;
        };
        let Some(cue) = words.get(next..).and_then(absent) else { break };
        at = next + cue;
        if BEHIND.iter().any(|cue| words[at..].starts_with(cue)) || words[at..].starts_with("represented by")
        {
            continue;
        }
        found.extend(grammatical(room, words[..at].matches(' ').count()));
    }
    found
}

/// The persons that are the subject of the verb in the cue.
fn grammatical(room: &Room<'_>, cue: usize) -> Vec<ActorNumber> {
    const CUE: usize = 4;
    let parse = &room.text.sentences[room.sentence].parse;
    let verb = (cue..(cue + CUE).min(parse.len())).find(|&at| {
        parse.tokens[at].upos == Upos::Verb
            || matches!(parse.tokens[at].lemma.as_str(), "absent" | "there" | "present")
    });
    let subjects = verb.map(|verb| frame::acting(parse, verb)).unwrap_or_default();
    let actors = subjects.into_iter().flat_map(|subject| room.actors(subject));
    let regrets = room.words.iter().any(|word| matches!(*word, "regrets" | "apologies" | "invited"));
    let away = |actor: &ActorNumber| regrets || room.cast.members[*actor].kind == ActorKind::Person;
    actors.filter(away).collect()
}

/// The persons the words say it of: those before the cue, the last group of them; after "absence
/// was that of" those behind.
fn subjects(
    cast: &Cast,
    sentence: usize,
    words: &[String],
    cue: usize,
    neither: bool,
    behind: bool,
) -> Vec<usize> {
    let persons: Vec<_> = cast
        .in_sentence(sentence)
        .filter(|(index, m)| {
            matches!(m.kind, MentionKind::Person | MentionKind::Described) && cast.actor[*index].is_some()
        })
        .collect();
    let mut actors: Vec<usize> = Vec::new();
    if neither || behind {
        let first = words.iter().position(|w| w == "neither").unwrap_or(0);
        actors.extend(
            persons
                .iter()
                .filter(|(_, m)| m.tokens.start >= first && (!behind || m.tokens.start >= cue))
                .filter_map(|(index, _)| cast.actor[*index]),
        );
    } else {
        let before: Vec<_> = persons.iter().filter(|(_, m)| m.tokens.end <= cue + 1).collect();
        let mut end = None;
        for (index, mention) in before.iter().rev() {
            let joined = end.is_none_or(|start: usize| {
                words[mention.tokens.end..start].iter().all(|w| matches!(w.as_str(), "," | "and"))
            });
            if !joined {
                break;
            }
            end = Some(mention.tokens.start);
            actors.extend(cast.actor[*index]);
        }
    }
    actors.dedup();
    actors
}

/// The held meeting told last before the sentence, else the first one told behind it, a few sentences
/// away at most; where the sentence itself tells one, that.
pub(super) fn nearest<'m>(
    meetings: &'m mut [FoundMeeting],
    text: &Text<'_>,
    clock: &Clock<'_>,
    sentence: usize,
) -> Option<&'m mut FoundMeeting> {
    const REACH: usize = 8;
    if let Some(index) = scene::scene(meetings, text, clock, sentence) {
        return meetings.get_mut(index);
    }
    let range = &text.sentences[sentence].range;
    let held = |meeting: &FoundMeeting| meeting.status == MeetingStatus::Held;
    let distance = |meeting: &FoundMeeting| {
        let told = meeting.evidence.iter().map(|told| {
            let at = text.sentences.partition_point(|s| s.range.start < told.start);
            if told == range {
                0
            } else if at <= sentence {
                2 * (sentence - at)
            } else {
                2 * (at - sentence) + 1
            }
        });
        told.min().unwrap_or(usize::MAX)
    };
    let index = (0..meetings.len())
        .filter(|&i| held(&meetings[i]) && distance(&meetings[i]) <= 2 * REACH)
        .min_by_key(|&i| (distance(&meetings[i]), std::cmp::Reverse(meetings[i].evidence.len())))?;
    meetings.get_mut(index)
}
