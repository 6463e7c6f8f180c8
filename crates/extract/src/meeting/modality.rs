//! Whether a meeting took place, from the verbs above its trigger: tense, modals, negation, and what
//! is done with the meeting (held, offered, planned, called off, denied).
//!
//! Reads the tree alone; what the tree does not tell, [`status`](super::status) reads from the clause.

use rapporteur_schema::MeetingStatus;
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::frame::SPANS;
use crate::lexicon;

const PROPOSES: &[&str] = &[
    "offer",
    "propose",
    "suggest",
    "request",
    "seek",
    "want",
    "hope",
    "invite",
    "urge",
    "ask",
    "wish",
    "consider",
    "envisage",
    "demand",
    "push",
    "appeal",
    "beg",
    "press",
    "willing",
    "ready",
    "prepared",
    "like",
    "imagine",
    "suppose",
    "dream",
    "try",
    "aim",
    "float",
    "moot",
    "work",
    "amenable",
    "broach",
    "explore",
    "contemplate",
    "mull",
    "recommend",
    "advocate",
    "canvass",
    "dangle",
    "volunteer",
    "desire",
    "inclined",
    "disposed",
    "solicit",
];
const PLANS: &[&str] = &[
    "plan", "schedule", "arrange", "intend", "prepare", "due", "expect", "announce", "set", "pencil",
    "slate", "promise", "agree", "accept", "task", "charge", "entrust", "foresee", "fix", "book", "convoke",
    "finalise", "finalize", "earmark",
];
const CANCELS: &[&str] = &[
    "cancel", "scrap", "shelve", "abandon", "drop", "thwart", "prevent", "decline", "refuse", "withdraw",
    "postpone", "defer", "delay", "omit", "forgo", "forego", "ditch", "axe", "nix", "scratch", "scrub",
    "abort", "preclude", "spike", "foil", "derail",
];
/// Verbs that call a meeting off with their particle.
const CANCELS_WITH: &[(&str, &str)] = &[
    ("call", "off"),
    ("put", "off"),
    ("fall", "through"),
    ("turn", "down"),
    ("cry", "off"),
    ("fall", "victim"),
    ("blow", "off"),
    ("beg", "off"),
];
/// Verbs of wishing and planning: what one had hoped for did not come about.
const HOPES: &[&str] = &["hope", "plan", "intend", "want", "mean"];
/// Nouns of which a meeting is the matter, with what they make of it.
const MATTERS: &[&str] = &[
    "invitation",
    "offer",
    "request",
    "proposal",
    "suggestion",
    "hope",
    "wish",
    "bid",
    "appeal",
    "prospect",
    "idea",
    "possibility",
    "talk",
    "chance",
    "question",
    "plea",
    "feeler",
    "notion",
    "overture",
    "recommendation",
    "readiness",
    "willingness",
    "plan",
    "scheme",
    "call",
    "push",
    "desire",
    "demand",
];
const DENIES: &[&str] =
    &["deny", "dismiss", "exclude", "refute", "rebut", "disclaim", "repudiate", "disavow"];
/// Verbs with which a meeting, as their subject or object, takes place.
const HAPPENS: &[&str] = &[
    "hold",
    "take",
    "have",
    "happen",
    "occur",
    "meet",
    "convene",
    "open",
    "begin",
    "start",
    "materialise",
    "materialize",
    "go",
    "come",
    "proceed",
    "ensue",
    "arrange",
    "eventuate",
];

/// Verbs of ending, with a meeting as their object.
const ENDS: &[&str] = &["end", "conclude", "finish", "complete", "close", "wind", "wrap", "leave"];

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

/// Whether the meeting is only judged: "he called the talks a success", "she condemned the summit". Who judges it
/// need not have been there.
pub fn is_judged(parse: &Parse, trigger: usize) -> bool {
    const JUDGES: &[&str] = &[
        "call",
        "praise",
        "condemn",
        "hail",
        "describe",
        "denounce",
        "criticise",
        "criticize",
        "applaud",
        "dismiss",
        "deplore",
        "commend",
        "term",
        "label",
        "brand",
        "characterise",
        "characterize",
        "laud",
        "deride",
        "welcome",
        "regret",
        "defend",
    ];
    parse.head(trigger).is_some_and(|verb| {
        let token = &parse.tokens[verb];
        let object = parse.objects(verb).any(|object| object == trigger);
        // "Called a meeting" is to convene it; a judgement has a predicate behind what it judges.
        let quoted = || {
            let mut behind = (trigger + 1..parse.len()).map(|at| parse.tokens[at].lemma.as_str());
            behind.any(|lemma| matches!(lemma, "\"" | "“" | "``"))
        };
        let judgement = token.lemma != "call"
            || quoted()
            || parse.children(verb).any(|child| {
                child > trigger
                    && matches!(parse.tokens[child].relation, Relation::OpenComplement | Relation::Object)
            });
        object
            && judgement
            && token.upos == Upos::Verb
            && JUDGES.contains(&token.lemma.as_str())
            && !parse.negated(verb)
    })
}

/// "The talks set for Friday were called off": what they were set for is no matter any more.
fn is_called_off(parse: &Parse, trigger: usize) -> bool {
    let above = |at: usize| parse.head(at).filter(|verb| parse.subjects(*verb).any(|subject| subject == at));
    // The participle may be taken for the verb, and then for the subject of the one behind it.
    let off = |verb: usize| parse.is_passive(verb) && !parse.negated(verb) && cancels(parse, verb);
    let verb = above(trigger);
    // "A dinner, set for Thursday, did not take place": the participle may be taken for the verb here too.
    let undone = |verb: usize| {
        parse.children(verb).any(|child| {
            child > verb
                && matches!(parse.tokens[child].relation, Relation::Parataxis | Relation::Conjunct)
                && matches!(
                    parse.tokens[child].lemma.as_str(),
                    "take" | "happen" | "materialise" | "go" | "come"
                )
                && parse.negated(child)
                && parse.subjects(child).next().is_none()
        })
    };
    verb.is_some_and(|verb| off(verb) || undone(verb)) || verb.and_then(above).is_some_and(off)
}

/// "denied a report that they are to meet", "the news of a call between them is invented", "the Rwandan disclaimer
/// that its officers conferred".
fn is_refuted(parse: &Parse, words: &[&str], trigger: usize) -> bool {
    const CLAIMS: &[&str] = &[
        "report",
        "claim",
        "rumour",
        "rumor",
        "suggestion",
        "allegation",
        "story",
        "assertion",
        "speculation",
        "news",
        "tale",
        "version",
        "account",
        "insinuation",
        "gossip",
        "notion",
        "idea",
        "hint",
        "leak",
    ];
    const DENIALS: &[&str] = &["denial", "disclaimer", "disavowal", "refutation"];
    const REFUTES: &[&str] = &[
        "deny",
        "dismiss",
        "reject",
        "refute",
        "rebut",
        "contradict",
        "scotch",
        "quash",
        "disclaim",
        "repudiate",
        "disavow",
        "debunk",
        "knock",
        "pooh-pooh",
        "ridicule",
        "discount",
    ];
    const FALSE: &[&str] = &[
        "untrue",
        "false",
        "wrong",
        "unfounded",
        "baseless",
        "groundless",
        "fabricate",
        "fabricated",
        "invent",
        "invented",
        "fiction",
        "fabrication",
        "invention",
        "nonsense",
        "imaginary",
        "fantasy",
        "incorrect",
        "fable",
        "fake",
        "concoct",
        "concoction",
    ];
    let lemma = |at: usize| parse.tokens[at].lemma.as_str();
    let is_claim = |at: usize| {
        parse.tokens[at].upos == Upos::Noun && (CLAIMS.contains(&lemma(at)) || DENIALS.contains(&lemma(at)))
    };
    // What is claimed hangs on the claim as its clause or behind "of"; "the account he gave at the talks" does not.
    let is_claimed = |at: usize| match parse.tokens[at].relation {
        Relation::AdnominalClause
        | Relation::ClausalComplement
        | Relation::OpenComplement
        | Relation::Subject
        | Relation::PassiveSubject
        | Relation::Object
        | Relation::Conjunct => true,
        Relation::NominalModifier => {
            parse.case(at).is_some_and(|case| matches!(lemma(case), "of" | "about" | "on"))
        }
        // "the report that officials had met", which a tree may take for a report of which more is told
        Relation::RelativeClause => {
            parse.children(at).any(|that| lemma(that) == "that" && !parse.subjects(at).any(|own| own == that))
        }
        _ => false,
    };
    let path = std::iter::once(trigger).chain(parse.ancestors(trigger)).take(5);
    let noun = path.take_while(|&at| is_claimed(at)).filter_map(|at| parse.head(at)).find(|&at| is_claim(at));
    let Some(noun) = noun else { return false };
    if DENIALS.contains(&lemma(noun)) {
        return true;
    }
    let Some(above) = parse.head(noun) else { return false };
    let object = parse.objects(above).any(|object| object == noun);
    let subject = parse.subjects(above).any(|subject| subject == noun);
    // "was without foundation", "was a lie"
    let is_false = FALSE.contains(&lemma(above))
        || FALSE.contains(&words[above])
        || lemma(above) == "foundation" && parse.case(above).is_some_and(|case| lemma(case) == "without")
        || lemma(above) == "lie" && parse.tokens[above].upos == Upos::Noun;
    let refuted = REFUTES.contains(&lemma(above)) && (object || subject && parse.is_passive(above));
    (refuted || subject && is_false) && !parse.negated(above)
}

/// "At no time was there any contact with him": of the clause that the meeting stands in.
fn at_no_time(parse: &Parse, words: &[&str], trigger: usize) -> bool {
    (0..trigger.saturating_sub(2)).any(|at| {
        let none = matches!(
            words[at..at + 3],
            ["At" | "at" | "On" | "on", "no", "time" | "point" | "stage" | "occasion" | "moment"]
        );
        // "At no point in their meeting did they mention it": there was one.
        let within = matches!(words[at + 3], "in" | "during" | "of" | "at");
        let above = parse.head(at + 2);
        // "At no time was there any contact": trees hang the rest from the time itself.
        let mut clause = std::iter::once(trigger).chain(parse.ancestors(trigger));
        none && !within && clause.any(|up| up == at + 2 || Some(up) == above)
    })
}

/// Reads the verbs from the trigger upwards.
pub fn modality(parse: &Parse, words: &[&str], trigger: usize) -> Reading {
    if is_behind(parse, words, trigger) {
        return Reading::Status(MeetingStatus::Held);
    }
    if is_asked(parse, words, trigger) {
        return Reading::Nothing;
    }
    if at_no_time(parse, words, trigger) || is_refuted(parse, words, trigger) {
        return Reading::Status(MeetingStatus::Denied);
    }
    if is_judged(parse, trigger) {
        return Reading::Status(MeetingStatus::Held);
    }
    if is_called_off(parse, trigger) {
        return Reading::Status(MeetingStatus::Cancelled);
    }
    if is_on_the_way(parse, trigger) {
        return Reading::Status(MeetingStatus::Planned);
    }
    if is_only_spoken_about(parse, trigger) {
        return Reading::Nothing;
    }
    // "Nor was there a meeting with him": the tree hangs from its first word.
    if parse.root() == Some(0) && parse.tokens[0].lemma == "nor" && parse.head(trigger) == Some(0) {
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
                || core && !own && cancels(parse, at)
                || done && HOPES.contains(&lemma) && auxiliary(&["had"])
                || happens && negated && auxiliary(&["will", "wo", "would", "could"])
            {
                Some(MeetingStatus::Cancelled)
            } else if done
                && (PROPOSES.contains(&lemma) || lemma == "open" && token.upos == Upos::Adjective || called)
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
            } else if happens && negated {
                return Reading::Nothing;
            } else if happens
                && (auxiliary(&["will", "shall", "’ll", "'ll"]) || decided && auxiliary(&["would", "should"]))
            {
                Some(MeetingStatus::Planned)
            } else if happens && auxiliary(&["would", "could", "may", "might", "should", "can", "’d", "'d"])
            {
                Some(MeetingStatus::Proposed)
            } else if done && PLANS.contains(&lemma) {
                Some(MeetingStatus::Planned)
            } else if acts {
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
            | Relation::ClausalComplement => {}
            // "declined the invitation to talks", "declined an invitation to meet him"
            Relation::Oblique | Relation::NominalModifier | Relation::AdnominalClause
                if is_matter(parse, at) => {}
            // "They ended two days of talks": it is the talks that they ended.
            Relation::NominalModifier
                if parse.head(at).is_some_and(|head| SPANS.contains(&parse.tokens[head].lemma.as_str())) => {}
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

/// "was on his way to see the president": he has not seen him yet.
fn is_on_the_way(parse: &Parse, verb: usize) -> bool {
    let marked = parse.children_by(verb, Relation::Marker).any(|mark| parse.tokens[mark].lemma == "to");
    // "on his way to the talks", but "the talks are under way".
    let cased = parse.case(verb).is_some_and(|case| parse.tokens[case].lemma == "to");
    let noun = parse.head(verb).filter(|_| marked || cased);
    noun.is_some_and(|noun| parse.tokens[noun].lemma == "way" && parse.tokens[noun].upos == Upos::Noun)
}

/// What a participle behind a noun makes of it: "the rounds held in Muscat", "talks planned for May".
fn participle(parse: &Parse, words: &[&str], noun: usize) -> Option<MeetingStatus> {
    if parse.tokens[noun].upos != Upos::Noun {
        return None;
    }
    let own = parse.children_by(noun, Relation::AdnominalClause).find(|&child| {
        child > noun && parse.tokens[child].tag == FineTag::Vbn && parse.auxiliaries(child).next().is_none()
    })?;
    let is_to = parse.children_by(own, Relation::Marker).any(|mark| words[mark].eq_ignore_ascii_case("to"));
    match parse.tokens[own].lemma.as_str() {
        _ if is_to || parse.negated(own) => None,
        "hold" | "convene" | "host" | "chair" => Some(MeetingStatus::Held),
        lemma if CANCELS.contains(&lemma) => Some(MeetingStatus::Cancelled),
        _ => None,
    }
}

/// What a clause behind a noun makes of it: "a visit, which had been talked of for June, was not mentioned".
fn talked_of(parse: &Parse, noun: usize) -> Option<MeetingStatus> {
    const FLOATS: &[&str] = &["talk", "moot", "float", "suggest", "propose", "discuss", "mention", "rumour"];
    if parse.tokens[noun].upos != Upos::Noun {
        return None;
    }
    let clause = parse.children_by(noun, Relation::RelativeClause).next()?;
    let lemma = parse.tokens[clause].lemma.as_str();
    let passive = parse.auxiliaries(clause).any(|aux| parse.tokens[aux].lemma == "be");
    let above = parse.head(noun).filter(|&head| parse.tokens[head].upos == Upos::Verb);
    let undone = above.is_some_and(|verb| parse.negated(verb) || cancels(parse, verb));
    if !passive {
        return None;
    }
    match (undone, FLOATS.contains(&lemma), PLANS.contains(&lemma)) {
        (true, true, _) | (true, _, true) => Some(MeetingStatus::Cancelled),
        (false, true, _) => Some(MeetingStatus::Proposed),
        _ => None,
    }
}

/// Whether nobody says that they met: "he asked when they had met", "asked whether he would see her".
fn is_asked(parse: &Parse, words: &[&str], trigger: usize) -> bool {
    const ASKS: &[&str] = &["ask", "wonder", "enquire", "inquire", "know", "clear", "doubt", "question"];
    let mut at = trigger;
    for _ in 0..3 {
        let Some(head) = parse.head(at) else { return false };
        let asks = ASKS.contains(&parse.tokens[head].lemma.as_str());
        let open = parse.children(at).any(|child| {
            child < at
                && matches!(
                    words[child].to_lowercase().as_str(),
                    "when" | "whether" | "if" | "why" | "how" | "where"
                )
        });
        if asks && open && parse.tokens[head].upos != Upos::Noun {
            return true;
        }
        at = head;
    }
    false
}

/// Whether a clause is what somebody is called on to do.
fn calls(parse: &Parse, verb: usize) -> bool {
    parse.head(verb).is_some_and(|head| {
        parse.tokens[head].lemma == "call"
            && parse.obliques(head).any(|other| {
                parse
                    .case(other)
                    .is_some_and(|case| matches!(parse.tokens[case].lemma.as_str(), "on" | "upon"))
            })
    })
}

/// Whether a verb, with its particle, calls off what is its subject or object.
fn cancels(parse: &Parse, verb: usize) -> bool {
    let lemma = parse.tokens[verb].lemma.as_str();
    let with = |particle: &str| {
        let mut children = parse.children(verb).filter(|&child| child > verb);
        children.any(|child| parse.tokens[child].lemma == particle)
    };
    CANCELS.contains(&lemma) || CANCELS_WITH.iter().any(|(verb, particle)| *verb == lemma && with(particle))
}

/// The token of the day to which a meeting is put off.
pub fn put_off_to(parse: &Parse, words: &[&str], trigger: usize) -> Option<usize> {
    const PUTS_OFF: &[&str] = &["postpone", "put", "defer", "delay", "adjourn", "reschedule", "push", "move"];
    let verb =
        parse.ancestors(trigger).take(3).find(|&at| PUTS_OFF.contains(&parse.tokens[at].lemma.as_str()))?;
    let to = (verb + 1..words.len().min(verb + 12))
        .find(|&at| matches!(words[at], "to" | "until" | "till") && parse.tokens[at].upos != Upos::Verb)?;
    let day = |word: &str| lexicon::is_calendar(word) || word.starts_with(|c: char| c.is_ascii_digit());
    (to + 1..words.len().min(to + 4)).find(|&at| day(words[at]) || words[at] == "tomorrow")
}

/// "left without meeting him"
fn without(parse: &Parse, verb: usize) -> bool {
    parse.children(verb).any(|child| {
        matches!(parse.tokens[child].relation, Relation::Marker | Relation::Case)
            && parse.tokens[child].lemma == "without"
    })
}

/// "asked about a summit", "a promise to think about a meeting": one that nobody says there is.
fn is_only_spoken_about(parse: &Parse, noun: usize) -> bool {
    let about = parse.case(noun).is_some_and(|case| parse.tokens[case].lemma == "about");
    let any = parse
        .children_by(noun, Relation::Determiner)
        .any(|determiner| matches!(parse.tokens[determiner].lemma.as_str(), "a" | "an" | "any"));
    let idle = parse.head(noun).is_some_and(|head| {
        matches!(
            parse.tokens[head].lemma.as_str(),
            "ask"
                | "think"
                | "talk"
                | "speak"
                | "wonder"
                | "speculate"
                | "speculation"
                | "question"
                | "rumour"
        )
    });
    about && any && idle
}

/// "pulled out of a meeting", "backed out of talks": those that had begun are told with "the".
fn leaves(parse: &Parse, verb: usize, noun: usize) -> bool {
    let out = parse.children(verb).any(|child| parse.tokens[child].lemma == "out");
    let definite =
        parse.children_by(noun, Relation::Determiner).any(|child| parse.tokens[child].lemma == "the");
    out && !definite && matches!(parse.tokens[verb].lemma.as_str(), "pull" | "back" | "opt" | "duck")
}

/// "no meeting took place": the determiner denies it, and not the verb's tense.
fn denied(parse: &Parse, verb: usize) -> bool {
    let none = |at: usize| {
        parse.children_by(at, Relation::Determiner).any(|determiner| parse.tokens[determiner].lemma == "no")
    };
    let met = parse.tokens[verb].lemma == "meet" && never(parse, verb);
    met || parse.subjects(verb).any(none)
}

fn never(parse: &Parse, verb: usize) -> bool {
    parse.tokens[verb].tag == FineTag::Vbd
        && parse.children(verb).any(|child| parse.tokens[child].lemma == "never")
}

/// Whether what stands at a token is the matter of an invitation or an offer.
fn is_matter(parse: &Parse, at: usize) -> bool {
    let Some(head) = parse.head(at) else { return false };
    let named = |noun: usize| {
        parse.tokens[noun].upos == Upos::Noun && MATTERS.contains(&parse.tokens[noun].lemma.as_str())
    };
    // "open to talks", "working on a meeting"
    let with = |wanted: &str| parse.case(at).is_some_and(|case| parse.tokens[case].lemma == wanted);
    let willing = matches!(parse.tokens[head].lemma.as_str(), "open" | "ready" | "amenable" | "receptive");
    let works = matches!(parse.tokens[head].lemma.as_str(), "work");
    if parse.tokens[head].upos == Upos::Adjective && willing && with("to")
        || works && (with("on") || with("towards"))
    {
        return true;
    }
    // "his call at the talks for a truce": where it was made
    let where_made = ["at", "in", "during", "after", "before", "following"].iter().any(|case| with(case));
    !where_made && (named(head) || parse.objects(head).any(|object| object < at && named(object)))
}

/// "he wrote after a call with the president": what lies behind something that has happened has happened.
fn is_behind(parse: &Parse, words: &[&str], noun: usize) -> bool {
    let behind = parse
        .case(noun)
        .is_some_and(|case| matches!(words[case].to_lowercase().as_str(), "after" | "following" | "during"));
    let Some(verb) = parse.ancestors(noun).find(|&at| parse.tokens[at].upos == Upos::Verb) else {
        return false;
    };
    behind
        && parse.tokens[noun].upos == Upos::Noun
        && matches!(parse.tokens[verb].tag, FineTag::Vbd)
        && !parse.negated(verb)
}

/// "is to meet", "are to be held"; "was to have met" did not come about.
fn infinitive(parse: &Parse, words: &[&str], verb: usize, perfect: bool) -> Option<MeetingStatus> {
    let marked = parse.children_by(verb, Relation::Marker).any(|mark| words[mark].eq_ignore_ascii_case("to"));
    let finite = parse
        .auxiliaries(verb)
        .chain(parse.head(verb).filter(|&head| parse.tokens[head].lemma == "be"))
        .map(|at| words[at].to_lowercase())
        .find(|word| matches!(word.as_str(), "is" | "are" | "was" | "were"))?;
    let past = matches!(finite.as_str(), "was" | "were");
    marked.then_some(if past && perfect { MeetingStatus::Cancelled } else { MeetingStatus::Planned })
}
