//! Whether a meeting took place, from the verbs above its trigger: tense, modals, negation, and what
//! is done with the meeting (held, offered, planned, called off, denied).
//!
//! Reads the tree alone; what the tree does not tell, [`status`](super::status) reads from the clause.

use rapporteur_schema::MeetingStatus;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::frame::SPANS;

mod cancelled;
mod circumstance;
mod denied;
mod prospect;
mod spoken;
mod unasserted;
mod words;

pub use cancelled::put_off_to;
use cancelled::{came_about, cancels, is_called_off, leaves};
use circumstance::{
    infinitive, is_behind, is_expected, is_next, is_occasion, is_on_the_way, is_setting, is_striven_for,
    participle,
};
use denied::{at_no_time, denied, is_first_person, is_inverted_no, is_refuted, never, without};
use prospect::prospect;
pub use spoken::is_judged;
use spoken::{calls, is_asked, is_matter, is_only_spoken_about, talked_of};
use unasserted::unasserted;
use words::{DENIES, ENDS, HAPPENS, HOPES, MATTERS, PLANS, PROPOSES};

/// What the tree makes of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// It has this status.
    Status(MeetingStatus),
    /// Nothing was told of it: "they have not met since".
    Nothing,
    /// The tree does not tell.
    Silent,
}

/// "It was to win him over that she had telephoned him": what she was to do is another thing than what she did.
fn is_told_as_done(parse: &Parse, trigger: usize) -> bool {
    let token = &parse.tokens[trigger];
    token.upos == Upos::Verb
        && (token.tag == FineTag::Vbd
            || token.tag == FineTag::Vbn
                && parse.auxiliaries(trigger).any(|auxiliary| parse.tokens[auxiliary].lemma == "have"))
}

/// Reads the verbs from the trigger upwards.
pub fn modality(parse: &Parse, words: &[&str], trigger: usize) -> Reading {
    if is_behind(parse, words, trigger) {
        return Reading::Status(MeetingStatus::Held);
    }
    if is_asked(parse, words, trigger) {
        return Reading::Nothing;
    }
    if at_no_time(parse, words, trigger)
        || is_inverted_no(parse, words, trigger)
        || is_refuted(parse, words, trigger)
    {
        return Reading::Status(MeetingStatus::Denied);
    }
    if let Some(reading) = unasserted(parse, words, trigger) {
        return reading;
    }
    if is_next(parse, words, trigger) {
        return Reading::Status(MeetingStatus::Planned);
    }
    // "Denied that he had shouted when he met her": when, and no part of what is denied.
    if is_occasion(parse, words, trigger) {
        return Reading::Status(MeetingStatus::Held);
    }
    if is_judged(parse, trigger) {
        return Reading::Status(MeetingStatus::Held);
    }
    if is_called_off(parse, trigger) {
        return Reading::Status(MeetingStatus::Cancelled);
    }
    if let Some(reading) = prospect(parse, words, trigger) {
        return reading;
    }
    if is_on_the_way(parse, trigger) || is_expected(parse, trigger) {
        return Reading::Status(MeetingStatus::Planned);
    }
    if is_only_spoken_about(parse, trigger) {
        return Reading::Nothing;
    }
    // "Nor was there a meeting with him"
    let there = || {
        parse.children_by(trigger, Relation::Expletive).next().is_some()
            || parse.head(trigger).is_some_and(|verb| parse.child(verb, Relation::Expletive).is_some())
    };
    if words[0].eq_ignore_ascii_case("nor") && (parse.head(trigger) == Some(0) || there()) {
        return Reading::Status(MeetingStatus::Denied);
    }
    if let Some(status) = participle(parse, words, trigger).or_else(|| talked_of(parse, trigger)) {
        return Reading::Status(status);
    }
    let mut at = trigger;
    // Whether the trigger is the subject or object of what stands above it, and no mere circumstance.
    let mut core = true;
    // Whether the verb above calls on somebody for it.
    let mut called = false;
    // Whether it is only spoken of as an idea.
    let mut idea = false;
    // Whether it is who acts: a conference that proposes is not proposed.
    let mut acts = false;
    for step in 0..5 {
        let token = &parse.tokens[at];
        let lemma = token.lemma.as_str();
        if matches!(token.upos, Upos::Verb | Upos::Auxiliary | Upos::Adjective) {
            let own = step == 0;
            // "The handshake was to open an era": what it was to do is no matter of whether it was.
            let acts = acts && parse.objects(at).any(|object| words[object] != "place");
            let happens = own || core && !acts && HAPPENS.contains(&lemma);
            let auxiliary = |wanted: &[&str]| {
                parse.auxiliaries(at).any(|aux| wanted.contains(&words[aux].to_lowercase().as_str()))
            };
            // "It is not true that they met", "the claim that they met is false"
            if !own && (lemma == "true" && parse.negated(at) || matches!(lemma, "untrue" | "false")) {
                return Reading::Status(MeetingStatus::Denied);
            }
            let perfect = auxiliary(&["have", "has", "had", "’ve", "'ve"]);
            let negated = parse.negated(at);
            // "He rejected all bar a junior meeting": none of it is told to have been held.
            if !own && lemma == "reject" {
                return Reading::Nothing;
            }
            let done = core && !own && !acts;
            // "It was decided that they should meet": it is planned.
            let decided = parse.head(at).is_some_and(|head| {
                matches!(
                    parse.tokens[head].lemma.as_str(),
                    "decide" | "resolve" | "agree" | "settle" | "arrange"
                ) && !parse.negated(head)
            });
            let planned_once = auxiliary(&["was", "were", "had"]) && words[trigger..].contains(&"but");
            let status = if own && without(parse, at) {
                Some(MeetingStatus::Denied)
            } else if idea && lemma == "accept" && !parse.negated(at) {
                Some(MeetingStatus::Planned)
            } else if !own && leaves(parse, at, trigger)
                || done && (PLANS.contains(&lemma) || lemma == "suppose") && planned_once
            {
                Some(MeetingStatus::Cancelled)
            } else if own && lemma == "invite" {
                Some(MeetingStatus::Proposed)
            } else if done && DENIES.contains(&lemma) {
                Some(MeetingStatus::Denied)
            } else if happens && perfect && auxiliary(&["should", "would", "could"])
                || core && !own && cancels(parse, at) && !came_about(parse, at)
                || done && HOPES.contains(&lemma) && auxiliary(&["had"])
                || happens && negated && auxiliary(&["will", "wo", "would", "could"])
            {
                Some(MeetingStatus::Cancelled)
            } else if done
                && (PROPOSES.contains(&lemma)
                    || lemma == "open" && token.upos == Upos::Adjective
                    || called
                    // "Is prepared to see him": willing, and nothing is prepared.
                    || words[at] == "prepared" && parse.child(at, Relation::OpenComplement).is_some()
                    || PLANS.contains(&lemma) && is_striven_for(parse, at))
            {
                Some(MeetingStatus::Proposed)
            } else if happens
                && negated
                && (own && auxiliary(&["did"])
                    || denied(parse, at)
                    || words[0].eq_ignore_ascii_case("contrary"))
            {
                Some(MeetingStatus::Denied)
            } else if happens && negated && !own && (auxiliary(&["did", "was", "were"]) || never(parse, at)) {
                Some(MeetingStatus::Cancelled)
            } else if own && negated && perfect && is_first_person(parse, words, at) {
                // "I have never met him": who says so denies it.
                Some(MeetingStatus::Denied)
            } else if happens && negated {
                return Reading::Nothing;
            } else if happens
                && (auxiliary(&["will", "shall", "’ll", "'ll"]) || decided && auxiliary(&["would", "should"]))
            {
                Some(MeetingStatus::Planned)
            } else if happens
                && auxiliary(&[
                    "would", "could", "may", "might", "should", "can", "must", "ought", "’d", "'d",
                ])
            {
                Some(MeetingStatus::Proposed)
            } else if done && PLANS.contains(&lemma) {
                Some(MeetingStatus::Planned)
            } else if acts || !own && is_told_as_done(parse, trigger) {
                None
            } else {
                infinitive(parse, words, at, perfect)
            };
            // "He was to have attended the session": he did not, and nobody called it off.
            if status == Some(MeetingStatus::Cancelled)
                && !own
                && matches!(lemma, "attend" | "join" | "address" | "chair")
            {
                return Reading::Nothing;
            }
            if let Some(status) = status {
                return Reading::Status(status);
            }
            // "The mission may end in a meeting"
            if step == 1 && !core && token.upos == Upos::Verb && auxiliary(&["may", "might", "could"]) {
                return Reading::Status(MeetingStatus::Proposed);
            }
            // A finite past with nothing above it that matters.
            // "He held talks with X and was due to see Y": what stands behind is of another meeting.
            let has = core && !own && !acts && matches!(lemma, "hold" | "have");
            if has && token.tag == FineTag::Vbd && parse.auxiliaries(at).next().is_none() {
                return Reading::Status(MeetingStatus::Held);
            }
            if happens && matches!(token.tag, FineTag::Vbd) {
                return Reading::Silent;
            }
            // "The conference adopted a framework", "they ended two days of talks": what acts, or is ended, was held.
            let ended = core && !acts && !negated && ENDS.contains(&lemma);
            if !own && (acts || ended) && token.tag == FineTag::Vbd && parse.auxiliaries(at).next().is_none()
            {
                return Reading::Status(MeetingStatus::Held);
            }
        }
        idea |= step > 0 && core && token.upos == Upos::Noun && MATTERS.contains(&lemma);
        let silent = if idea { Reading::Status(MeetingStatus::Proposed) } else { Reading::Silent };
        called = calls(parse, at);
        match token.relation {
            // "called on both to resume talks"
            Relation::AdverbialClause | Relation::OpenComplement if called => {}
            Relation::Object
            | Relation::Subject
            | Relation::PassiveSubject
            | Relation::OpenComplement
            | Relation::ClausalSubject
            | Relation::ClausalComplement => {}
            // "put off his visit to Baghdad and talks with the premier": both were.
            Relation::Conjunct
                if step == 0
                    && token.upos == Upos::Noun
                    && parse.head(at).is_some_and(|other| parse.tokens[other].upos == Upos::Noun) =>
            {
                let Some(other) = parse.head(at) else { return silent };
                if parse.head(other).is_some_and(|verb| cancels(parse, verb)) {
                    return Reading::Status(MeetingStatus::Cancelled);
                }
                return silent;
            }
            // "declined the invitation to talks", "declined an invitation to meet him"
            Relation::Oblique | Relation::NominalModifier | Relation::AdnominalClause
                if is_matter(parse, at) =>
            {
                // "Put out feelers for a meeting": the matter may stand beside the verb.
                idea |= parse.case(at).is_some_and(|case| words[case] == "for")
                    && parse.head(at).is_some_and(|verb| {
                        parse.objects(verb).any(|object| {
                            object < at
                                && parse.tokens[object].lemma != "talk"
                                && MATTERS.contains(&parse.tokens[object].lemma.as_str())
                        })
                    });
            }
            // "They ended two days of talks": it is the talks that they ended.
            Relation::NominalModifier
                if parse.head(at).is_some_and(|head| SPANS.contains(&parse.tokens[head].lemma.as_str())) => {}
            // "In a call on Monday she urged him to hold back": what she urged is another thing.
            Relation::Oblique if step == 0 && is_setting(parse, words, at) => {
                return Reading::Status(MeetingStatus::Held);
            }
            Relation::Oblique
            | Relation::NominalModifier
            | Relation::AdnominalClause
            | Relation::AdverbialClause => core = false,
            _ => return silent,
        }
        let Some(head) = parse.head(at) else { return silent };
        acts = token.relation == Relation::Subject && parse.tokens[head].upos == Upos::Verb;
        at = head;
    }
    Reading::Silent
}
