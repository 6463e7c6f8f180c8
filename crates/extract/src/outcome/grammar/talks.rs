//! Talks to come: "proposed a leaders' conference", "the next session will be held in Lima".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is only hoped for is not to come.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::{is_gathering, is_plural, lemma};
use crate::outcome::asked::is_urged;
use crate::outcome::find::Find;
use crate::outcome::tense::{clause, is_announced, is_verb, negated_noun, tense};
use crate::text::word;

/// "proposed a leaders' conference", "invited both to a meeting in Geneva", "suggested that they meet".
pub(super) fn called(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    if !is_verb(parse, at) {
        return None;
    }
    let calls = parse.tokens[at].lemma.as_str();
    if !matches!(
        calls,
        "propose"
            | "suggest"
            | "offer"
            | "invite"
            | "call"
            | "renew"
            | "extend"
            | "accept"
            | "want"
            | "seek"
            | "ask"
    ) {
        return None;
    }
    tense(words, at, OutcomeStatus::Proposed)?;
    // "had been invited to the same gathering": who was to come, and nothing put forward.
    if matches!(calls, "invite" | "want" | "seek") && parse.is_passive(at) {
        return None;
    }
    let accepted = calls == "accept";
    let meets = |noun: usize| is_gathering(&lemma(parse, noun));
    // "He proposed this meeting": it is the one that the text tells of, and none to come.
    let this = |noun: usize| {
        let mut determiners = parse.children_by(noun, Relation::Determiner);
        determiners.any(|determiner| matches!(parse.tokens[determiner].lemma.as_str(), "this" | "these"))
    };
    let object = || {
        let puts = matches!(calls, "propose" | "suggest" | "want" | "seek" | "float" | "moot");
        // "called a summit of their leaders", and not "called it the Salalah summit"
        let convenes = |noun: usize| {
            calls == "call"
                && parse.tokens[at].tag == FineTag::Vbd
                && parse.children_by(noun, Relation::Determiner).any(|a| matches!(word(words, a), "a" | "an"))
        };
        let one = parse.objects(at).count() == 1;
        parse.objects(at).find(|&noun| (puts || one && convenes(noun)) && meets(noun) && !this(noun))
    };
    let to = || {
        let below = parse.obliques(at).chain(parse.objects(at).flat_map(|object| parse.children(object)));
        below.filter(|&noun| noun > at).find(|&noun| {
            let case = parse.case(noun).map_or("", |case| word(words, case));
            calls == "invite" && case == "to" && (meets(noun) || parse.tokens[noun].upos == Upos::ProperNoun)
                || matches!(calls, "call" | "ask") && case == "for" && meets(noun)
        })
    };
    let deed = || {
        let mut below = parse.children(at).filter(|&verb| verb > at && is_verb(parse, verb));
        below.find(|&verb| {
            matches!(parse.tokens[verb].lemma.as_str(), "meet" | "visit" | "reconvene" | "gather" | "confer")
                && matches!(calls, "propose" | "suggest" | "offer" | "invite")
                || matches!(parse.tokens[verb].lemma.as_str(), "try" | "talk" | "speak")
                    && words[verb + 1..].iter().take(2).any(|word| word == "again")
                    && matches!(calls, "propose" | "suggest" | "offer" | "invite")
                || parse.tokens[verb].lemma == "sit"
                    && word(words, verb + 1) == "down"
                    && matches!(calls, "propose" | "suggest")
        })
    };
    // "renewed his invitation to the minister to visit Viet Nam"
    let invitation = || {
        let passive = parse.is_passive(at).then(|| parse.subjects(at)).into_iter().flatten();
        parse.objects(at).chain(passive).find(|&noun| {
            lemma(parse, noun) == "invitation" && matches!(calls, "renew" | "extend" | "accept")
        })
    };
    // "accepted the offer of Peru to act as host to the next summit"
    let host = || {
        let offer =
            parse.objects(at).find(|&noun| matches!(lemma(parse, noun).as_str(), "offer" | "invitation"))?;
        let within = offer + 1..=*parse.subtree(offer).end();
        within.into_iter().find(|&noun| accepted && meets(noun))
    };
    let what = object().or_else(to).or_else(deed).or_else(host).or_else(invitation)?;
    Some(Find {
        kind: OutcomeKind::FurtherTalks,
        status: if accepted || calls == "call" && meets(what) && word(words, at + 1) != "for" {
            OutcomeStatus::Planned
        } else {
            OutcomeStatus::Proposed
        },
        words: clause(words, at.min(what), what.max(at) + 1),
        head: word(words, what).to_owned(),
        verb: at,
    })
}

/// "It was decided to refer the matter to a working group", "the rest was left to the deputies": others are to go on.
pub(super) fn referred(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const TO: &[&str] = &[
        "commission",
        "committee",
        "group",
        "expert",
        "head",
        "minister",
        "council",
        "panel",
        "deputy",
        "subcommittee",
        "sub-committee",
        "official",
        "commissioner",
        "leader",
    ];
    if !is_verb(parse, at) || !matches!(parse.tokens[at].lemma.as_str(), "refer" | "remit" | "leave") {
        return None;
    }
    let left = parse.tokens[at].lemma == "leave";
    let to = parse.obliques(at).find(|&noun| {
        noun > at
            && parse.case(noun).is_some_and(|case| word(words, case) == "to")
            && TO.contains(&lemma(parse, noun).as_str())
    })?;
    // "left a note to the minister": what is left to others is a matter.
    let matter = |noun: usize| {
        matches!(
            lemma(parse, noun).as_str(),
            "matter"
                | "question"
                | "issue"
                | "rest"
                | "point"
                | "dispute"
                | "it"
                | "detail"
                | "figure"
                | "line"
                | "price"
        )
    };
    let what = parse.objects(at).chain(parse.subjects(at)).find(|&noun| matter(noun))?;
    if left && lemma(parse, what) == "it" && !parse.objects(at).any(|object| object == what) {
        return None;
    }
    tense(words, at, OutcomeStatus::Agreed)?;
    Some(Find {
        kind: OutcomeKind::FurtherTalks,
        status: OutcomeStatus::Planned,
        words: clause(words, at.min(what), to.max(at) + 1),
        head: "refer".to_owned(),
        verb: at,
    })
}

/// "would travel to Bangkok on 3 March for negotiations": who goes to talk is to talk.
pub(super) fn goes_to_talk(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const BACK: usize = 4;
    if !is_verb(parse, at)
        || !matches!(
            parse.tokens[at].lemma.as_str(),
            "travel" | "go" | "fly" | "leave" | "head" | "return" | "come"
        )
    {
        return None;
    }
    let group = &words[at.saturating_sub(BACK)..at];
    let to_come = group.iter().any(|word| matches!(word.as_str(), "will" | "shall"))
        || group.iter().any(|word| word == "would") && is_announced(words, at)
        || group.windows(2).any(|pair| matches!(pair[0].as_str(), "is" | "are") && pair[1] == "to");
    let supposed = words[..at].iter().any(|word| matches!(word.as_str(), "if" | "unless" | "whether"));
    let talks = parse.obliques(at).find(|&noun| {
        noun > at
            && parse.case(noun).is_some_and(|case| word(words, case) == "for")
            && matches!(
                lemma(parse, noun).as_str(),
                "talk" | "talks" | "negotiation" | "consultation" | "round" | "discussion"
            )
    })?;
    (to_come && !supposed && !is_soon(words, at)).then(|| Find {
        kind: OutcomeKind::FurtherTalks,
        status: OutcomeStatus::Planned,
        words: clause(words, at, talks + 1),
        head: lemma(parse, talks),
        verb: at,
    })
}

/// What is to be held today, or at an hour that is told, is the meeting itself and nothing that comes of it.
fn is_soon(words: &[String], at: usize) -> bool {
    words[at..].iter().take(8).any(|word| {
        matches!(
            word.as_str(),
            "today"
                | "tonight"
                | "tomorrow"
                | "morning"
                | "afternoon"
                | "evening"
                | "noon"
                | "midnight"
                | "o'clock"
                | "a.m."
                | "p.m."
                | "hours"
                | "gmt"
        )
    })
}

/// "The next session will be held in Lima", "experts would meet in Douala", "talks are to resume".
pub(super) fn to_come(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const BACK: usize = 5;
    const HAPPENS: &[&str] = &[
        "hold",
        "convene",
        "take",
        "schedule",
        "open",
        "begin",
        "start",
        "resume",
        "reconvene",
        "follow",
        "continue",
        "set",
        "plan",
        "organise",
        "organize",
        "fix",
        "go",
        "pencil",
        "slate",
        "restart",
        "relaunch",
        "revive",
        "renew",
    ];
    const VOTES: &[&str] = &["referendum", "election", "vote", "ballot", "plebiscite"];
    if !is_verb(parse, at) {
        return None;
    }
    let deed = parse.tokens[at].lemma.as_str();
    let back = deed == "try" && word(words, at + 1) == "again"
        || deed == "return"
            && word(words, at + 1) == "to"
            && words[at + 2..].iter().take(3).any(|word| {
                matches!(
                    word.as_str(),
                    "matter" | "question" | "subject" | "issue" | "table" | "negotiations" | "talks"
                )
            });
    let again = word(words, at + 1) == "again";
    let meets = matches!(deed, "meet" | "gather" | "reconvene" | "reassemble" | "confer")
        || matches!(deed, "sit" | "talk" | "speak") && (again || word(words, at + 1) == "down")
        || deed == "come" && word(words, at + 1) == "together" && word(words, at + 2) == "again"
        || back;
    if !meets && !HAPPENS.contains(&deed) {
        return None;
    }
    let subject = parse.understood_subject(at).filter(|&subject| subject < at)?;
    let noun = lemma(parse, subject);
    let vote = VOTES.contains(&noun.as_str());
    // "Experts of the two would meet", "the group will next meet": who meet are several.
    let several = is_plural(parse, subject)
        || matches!(
            noun.as_str(),
            "they"
                | "group"
                | "commission"
                | "committee"
                | "council"
                | "both"
                | "we"
                | "three"
                | "two"
                | "mechanism"
                | "sub-commission"
                | "subcommission"
                | "sub-committee"
                | "subcommittee"
                | "panel"
                | "body"
                | "board"
                | "assembly"
                | "forum"
                | "pair"
        )
        || parse.conjuncts(subject).next().is_some()
        || word(words, at + 1) == "again";
    // "The group will resume on Thursday", "the two will hold a further round".
    let goes_on = matches!(deed, "resume" | "reconvene") && several && parse.objects(at).next().is_none();
    let holds = matches!(
        deed,
        "hold"
            | "convene"
            | "open"
            | "resume"
            | "begin"
            | "start"
            | "restart"
            | "continue"
            | "relaunch"
            | "revive"
            | "renew"
    ) && (parse.objects(at).any(|object| is_gathering(&lemma(parse, object)))
            // "will hold their nineteenth round", whatever the tree makes of it
            || words[at + 1..].iter().take(4).any(|word| matches!(word.as_str(), "round" | "sitting" | "session")));
    // "It will be held in Lima on 3 July": whether the sentence before tells of talks is for who reads the text.
    let it = noun == "it" && deed == "hold" && parse.is_passive(at);
    // "The talks are to be taken up again", "talks will go on"
    let again_taken =
        is_gathering(&noun) && again && deed == "take" || deed == "go" && word(words, at + 1) == "on";
    // "Work resumes in Penang on 9 May"
    let work = matches!(noun.as_str(), "work" | "format" | "process")
        && matches!(deed, "resume" | "convene" | "reopen" | "continue");
    let told = if meets { several } else { is_gathering(&noun) || vote || goes_on || holds || it || work };
    if !told
        || deed == "take" && word(words, at + 1) != "place" && !again_taken
        || deed == "go" && !again_taken
        // "contact will be held to a minimum"
        || deed == "hold" && word(words, at + 1) == "to"
    {
        return None;
    }
    let group = &words[at.saturating_sub(BACK).max(subject + 1).min(at)..at];
    let has = |list: &[&str]| group.iter().any(|word| list.contains(&word.as_str()));
    let planned = matches!(deed, "schedule" | "plan" | "fix" | "set" | "pencil" | "slate")
        && has(&["is", "are", "been", "was", "were"]);
    let due = has(&["will", "shall", "due"])
        || has(&["to"]) && (!meets || has(&["is", "are", "due", "agreed", "expected", "scheduled"]));
    let announced = has(&["would"]) && is_announced(words, at);
    // "We are meeting again in November", "chiefs of staff, who meet in Lome in September"
    let tag = parse.tokens[at].tag;
    let ordinal = |word: &str| {
        word.len() > 2
            && word.starts_with(|c: char| c.is_ascii_digit())
            && ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end))
    };
    let behind = words[at..].iter().take(8);
    let dated = behind.clone().any(|word| crate::lexicon::is_calendar(word) || ordinal(word))
        || words[at..].windows(2).take(8).any(|pair| {
            pair[0] == "next"
                && matches!(
                    pair[1].as_str(),
                    "week" | "month" | "year" | "spring" | "summer" | "autumn" | "winter"
                )
        });
    let opens = matches!(deed, "resume" | "convene" | "reopen" | "continue" | "restart")
        && matches!(tag, FineTag::Vbp | FineTag::Vbz)
        && dated
        && parse.objects(at).next().is_none();
    let agenda = opens
        || meets
            && (tag == FineTag::Vbg && has(&["are", "'re", "’re"]) && again && dated
                || matches!(tag, FineTag::Vbp | FineTag::Vbz) && dated && !back);
    if !(due || planned || announced || agenda)
        || is_soon(words, at)
        // "called upon the United Kingdom to convene a conference"
        || is_urged(parse, at)
        || has(&["not", "n't", "n’t", "if", "never", "had", "failed", "refused", "unable", "hoped"])
        || negated_noun(words, subject)
    {
        return None;
    }
    let start = if meets || goes_on || holds { at } else { (*parse.subtree(subject).start()).min(subject) };
    Some(Find {
        kind: if vote { OutcomeKind::Other } else { OutcomeKind::FurtherTalks },
        status: OutcomeStatus::Planned,
        words: clause(words, start, at + 1),
        head: if meets || goes_on || holds { deed.to_owned() } else { noun },
        verb: at,
    })
}
