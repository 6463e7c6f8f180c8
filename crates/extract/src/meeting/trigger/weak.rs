//! Verbs that tell of a meeting only where two parties hang on them ("signed", "sat beside"), where two do it together,
//! where they were in company, or where a council does it in session.
//!
//! Reads the sentence; finds nobody. Invariant: what is done in writing, each for himself, or in a figure is none.

use rapporteur_schema::Medium;
use rapporteur_syntax::{FineTag, Relation, Upos};

use super::reader::Reader;
use super::sense::{is_appeal, is_sport_or_figure};
use super::words::{JOINT, NOUNS, SITS, TELLS, TOGETHER, WEAK};
use super::{Trigger, presence};
use crate::lexicon;
use crate::mention::MentionKind;

/// The trigger of a verb at a token.
pub(super) fn weak_verb(reader: &Reader<'_>, at: usize) -> Option<Trigger> {
    let Reader { parse, lower, .. } = reader;
    let token = &parse.tokens[at];
    if token.upos != Upos::Verb || is_figure(reader, at) {
        return None;
    }
    let weak = WEAK.iter().any(|(lemma, near)| {
        *lemma == token.lemma
            && (near.is_empty() || lower[at + 1..].iter().take(12).any(|w| near.contains(&w.as_str())))
    });
    let weak = weak && !is_appeal(parse, lower, at)
        || reader.by_phone
            && TELLS.contains(&token.lemma.as_str())
            && reader.person_object(at)
            && parse.obliques(at).any(|how| matches!(lower[how].as_str(), "phone" | "telephone" | "call"));
    // "was called in by the minister"
    let called_in = token.lemma == "call"
        && reader.word(at + 1) == "in"
        && (parse.is_passive(at) || reader.person_object(at))
        // "sent for the ambassador"
        || token.lemma == "send" && reader.word(at + 1) == "for" && parse.objects(at).next().is_none();
    // "Chad and Niger did not sign": not even that they would have met.
    let unsigned = matches!(token.lemma.as_str(), "sign" | "initial") && parse.negated(at);
    let weak = weak && !unsigned;
    // "The talks that brought X face to face with Y": the noun tells of them.
    let brings = token.lemma == "bring"
        && parse
            .subjects(at)
            .chain(parse.head(at).filter(|_| token.relation == Relation::RelativeClause))
            .any(|noun| NOUNS.contains(&reader.word(noun)));
    // "Called his meeting with her a success": what it was, and no telephone.
    let judges = token.lemma == "call" && reader.meeting_object(at);
    let company = presence::is_company(parse, lower, at);
    // "Raised the matter with her in Riga", "by telephone"
    let raised = matches!(token.lemma.as_str(), "raise" | "broach" | "take")
        && parse.objects(at).next().is_some()
        && parse.obliques(at).any(|other| {
            reader.person_at(other) && parse.case(other).is_some_and(|case| reader.word(case) == "with")
        })
        && (reader.by_phone || reader.word_of(at, &["telephone", "phone"]) || reader.placed(at));
    // "Around the table sat X and Y"
    let seated = token.lemma == "sit" && parse.obliques(at).any(|place| reader.lemma(place) == "table");
    let told = TELLS.contains(&token.lemma.as_str()) && reader.person_object(at) && reader.placed(at);
    let weak = (weak || called_in || company || told || raised || seated) && !judges && !brings;
    // "They last spoke in Samarkand": who they are is for the words before to say.
    let spoke = matches!(token.lemma.as_str(), "speak" | "talk" | "converse")
        && parse
            .subjects(at)
            .any(|subject| matches!(lower[subject].as_str(), "they" | "two" | "both" | "pair"))
        && reader.placed(at);
    // "Argued for two hours", "opened the bridge at Elvas": what they did they did together.
    let joint = || {
        JOINT.contains(&token.lemma.as_str())
            && !parse.is_passive(at)
            && !parse.negated(at)
            && (reader.placed(at) || presence::is_long(parse, lower, at))
    };
    let together = !unsigned && TOGETHER.contains(&token.lemma.as_str()) || reader.is_several(at) && joint();
    let ceremony = !unsigned && matches!(token.lemma.as_str(), "sign" | "initial") && parse.is_passive(at);
    let sits = ceremony
        || token.lemma == "preside"
        || is_sitting(reader, at)
            && parse.subjects(at).any(|subject| is_in_session(reader, subject, &token.lemma));
    // "Speaking alongside her minister": to others, and not with him.
    let beside = matches!(token.lemma.as_str(), "speak" | "talk")
        && matches!(reader.word(at + 1), "alongside" | "beside" | "after" | "before" | "terms");
    let absent = presence::is_written(parse, lower, at) || presence::is_apart(parse, lower, at);
    if !(weak || together || sits || spoke) || beside || absent || is_sport_or_figure(lower, at) {
        return None;
    }
    // "The two ministers also agreed": in the talk just told, be it one on the telephone.
    let group = || {
        parse.subjects(at).any(|subject| {
            let mention = reader.cast.mention_at(reader.sentence, subject);
            let counted = parse.children(subject).any(|child| matches!(reader.word(child), "two" | "both"));
            matches!(reader.word(subject), "they" | "both" | "two" | "sides")
                || counted && mention.is_none_or(|(_, mention)| mention.kind != MentionKind::Person)
                || mention.is_some_and(|(_, mention)| mention.kind == MentionKind::DescribedGroup)
        })
    };
    let spoken = matches!(token.lemma.as_str(), "speak" | "talk")
        || matches!(token.lemma.as_str(), "agree" | "settle") && group();
    let medium = match reader.medium() {
        Medium::InPerson if spoken => Medium::Unknown,
        medium => medium,
    };
    let called =
        !called_in && matches!(token.lemma.as_str(), "call" | "pay" | "hand" | "present" | "deliver");
    Some(Trigger {
        subject_hosts: called_in || matches!(token.lemma.as_str(), "summon" | "entertain"),
        object_hosts: called,
        weak: !spoke,
        together: together && !weak && !spoke,
        sits,
        ..reader.trigger(at, None, medium)
    })
}

/// Whether a verb is meant of a thing, and of nobody met: "embraced the plan", "joined the union", "joined him in
/// condemning it", "faces charges", "welcomed the verdict", "exchanged insults", "agree that taxes are low".
fn is_figure(reader: &Reader<'_>, verb: usize) -> bool {
    const BODIES: &[&str] = &[
        "union",
        "bloc",
        "alliance",
        "treaty",
        "club",
        "army",
        "party",
        "government",
        "cabinet",
        "strike",
        "chorus",
        "protest",
        "race",
        "squad",
        "ticket",
        "navy",
        "board",
        "staff",
        "company",
        "firm",
        "campaign",
    ];
    const EXCHANGED: &[&str] = &[
        "word",
        "pleasantry",
        "toast",
        "handshake",
        "view",
        "note",
        "gift",
        "instrument",
        "idea",
        "document",
        "draft",
        "signature",
        "copy",
        "proposal",
        "opinion",
        "list",
        "present",
        "information",
        "prisoner",
        "greeting",
        "glance",
    ];
    const CONTESTS: &[&str] =
        &["election", "elections", "vote", "poll", "polls", "ballot", "run-off", "final", "squad", "league"];
    let parse = reader.parse;
    let behind = verb + 1..parse.len();
    let contest = || behind.clone().any(|at| CONTESTS.contains(&reader.word(at)));
    let object = |of: &[&str]| parse.objects(verb).any(|object| of.contains(&reader.lemma(object)));
    let thing = || parse.objects(verb).next().is_some() && !reader.person_object(verb);
    match reader.lemma(verb) {
        "embrace" => thing(),
        "join" => {
            let deed = behind.clone().find(|&at| reader.word(at) == "in").map(|at| at + 1);
            let condemns =
                deed.and_then(|at| parse.tokens.get(at)).is_some_and(|deed| deed.tag == FineTag::Vbg);
            object(BODIES) || condemns || contest()
        }
        "face" => !reader.person_object(verb) || contest(),
        // A mission welcomed is of persons, though no name tells so.
        "welcome" | "greet" => {
            let unnamed =
                parse.objects(verb).all(|object| reader.cast.mention_at(reader.sentence, object).is_none());
            thing()
                && unnamed
                && !object(&[
                    "delegation",
                    "party",
                    "team",
                    "visitor",
                    "guest",
                    "mission",
                    "group",
                    "counterpart",
                ])
        }
        // "gave him two hours to answer"
        "give" | "grant" => {
            let span = behind
                .clone()
                .find(|&at| matches!(reader.word(at), "hour" | "hours" | "minute" | "minutes" | "audience"));
            span.is_some_and(|span| reader.word(span + 1) == "to")
        }
        // "hammered nails"
        "hammer" | "thrash" | "iron" | "hash" => reader.word(verb + 1) != "out",
        // "came together to fight floods"
        "come" => !reader.placed(verb),
        "get" => {
            let granted = reader
                .parse
                .objects(verb)
                .any(|what| matches!(reader.lemma(what), "minute" | "hour" | "audience"));
            reader.word(verb + 1) != "under" && !reader.placed(verb) && !reader.by_phone && !granted
        }
        "exchange" => thing() && !object(EXCHANGED),
        "agree" => {
            matches!(parse.tokens[verb].tag, FineTag::Vbp | FineTag::Vbz)
                && parse.child(verb, Relation::ClausalComplement).is_some()
        }
        // "called for calm", "called an election on Friday", but "called today on the minister"
        "call" => {
            const NEAR: usize = 3;
            let on = |at: usize| {
                matches!(reader.word(at), "on" | "upon" | "in") && !lexicon::is_dated(reader.word(at + 1))
            };
            !parse.is_passive(verb) && !(verb + 1..=verb + NEAR).any(on)
        }
        _ => false,
    }
}

/// Whether a verb is what a council does in session.
fn is_sitting(reader: &Reader<'_>, verb: usize) -> bool {
    // "took up the request", "will take it up again"
    let up = || reader.word(verb + 1) == "up" || reader.word(verb + 2) == "up";
    // "The Forum got under way here", "broke up without a text", "ended in Apia"
    let runs = match reader.lemma(verb) {
        "get" => matches!((reader.word(verb + 1), reader.word(verb + 2)), ("under", "way") | ("underway", _)),
        "break" => reader.word(verb + 1) == "up" && reader.parse.objects(verb).next().is_none(),
        // "ended its subsidy", "concluded that"
        "begin" | "end" | "close" | "conclude" | "resume" => {
            reader.parse.objects(verb).next().is_none()
                && reader.parse.child(verb, Relation::ClausalComplement).is_none()
        }
        _ => false,
    };
    SITS.contains(&reader.lemma(verb)) || reader.lemma(verb) == "take" && up() || runs
}

/// Whether the words at a token name a body that meets in session: one by its name, "the joint commission".
fn is_in_session(reader: &Reader<'_>, token: usize, verb: &str) -> bool {
    const NOUNS: &[&str] = &["commission", "committee", "council", "panel", "cabinet", "board", "group"];
    if matches!(verb, "sit" | "meet" | "convene") && NOUNS.contains(&reader.lemma(token)) {
        return true;
    }
    // "the Council of the League of Arab States"
    let of_body = reader.parse.children_by(token, Relation::NominalModifier).any(|of| {
        reader.cast.mention_at(reader.sentence, of).is_some_and(|(_, m)| m.kind == MentionKind::Organization)
    });
    // "the foreign ministers of the European Union"
    const MEMBERS: &[&str] = &[
        "minister",
        "leader",
        "ambassador",
        "envoy",
        "representative",
        "chief",
        "delegate",
        "member",
        "head",
    ];
    let lemma = reader.lemma(token).to_lowercase();
    let several = MEMBERS.contains(&lemma.as_str()) && reader.word(token).ends_with('s');
    if of_body && (several || NOUNS.contains(&lemma.as_str())) {
        return true;
    }
    const BODIES: &[&str] = &[
        "Council",
        "Assembly",
        "Board",
        "Committee",
        "Commission",
        "Congress",
        "Conference",
        "Forum",
        "Group",
    ];
    reader.cast.mention_at(reader.sentence, token).is_some_and(|(_, mention)| {
        mention.kind == MentionKind::Organization
            && reader
                .text
                .slice(reader.sentence, mention.tokens.clone())
                .split(' ')
                .any(|word| BODIES.contains(&word))
    })
}
