//! Outcomes by the grammar of their sentence, whatever the words are: what several say they will do, what a
//! paper provides, what is to be held, what was not reached.
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is only supposed gives none.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

use super::find::{Find, clause, is_announced, is_supposed, is_verb, negated_noun, tense, word};
use super::lexicon;

/// Who acts together, each a head noun.
const TOGETHER: &[&str] =
    &["side", "party", "country", "government", "delegation", "state", "neighbour", "neighbor", "each"];
/// What stands in writing.
const PAPERS: &[&str] = &[
    "agreement",
    "accord",
    "treaty",
    "pact",
    "protocol",
    "deal",
    "text",
    "document",
    "plan",
    "memorandum",
    "convention",
    "declaration",
    "settlement",
    "understanding",
    "paper",
    "roadmap",
    "article",
];
/// What talks are to end in.
const AIMS: &[&str] = &[
    "agreement",
    "deal",
    "consensus",
    "text",
    "decision",
    "compromise",
    "accord",
    "understanding",
    "date",
    "communique",
    "communiqué",
    "settlement",
    "breakthrough",
    "progress",
    "statement",
    "declaration",
    "resolution",
    "conclusion",
    "solution",
    "result",
    "outcome",
    "quorum",
    "treaty",
];
/// Deeds that settle nothing, or are told as other kinds.
const IDLE: &[&str] = &[
    "meet",
    "hold",
    "resume",
    "decide",
    "see",
    "have",
    "visit",
    "sign",
    "travel",
    "convene",
    "host",
    "tell",
    "say",
    "need",
    "want",
    "face",
    "lose",
    "win",
    "ask",
    "become",
    "get",
    "know",
    "find",
    "receive",
    "play",
    "seek",
    "try",
    "hear",
    "discuss",
    "attend",
    "represent",
    "chair",
];

/// The finds that begin at a token.
pub(super) fn finds(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Vec<Find> {
    let single = to_come(words, parse, at)
        .or_else(|| called(words, parse, at))
        .or_else(|| not_reached(words, parse, at))
        .or_else(|| without(words, at))
        .or_else(|| broke(words, parse, at))
        .or_else(|| said_it_would(words, parse, at, is_state))
        .or_else(|| agreed_on(words, parse, at));
    if let Some(single) = single {
        return vec![single];
    }
    let joint = joint_will(words, parse, at, is_state);
    if joint.is_empty() { provided(words, parse, at) } else { joint }
}

fn is_plural(parse: &Parse, at: usize) -> bool {
    matches!(parse.tokens[at].tag, FineTag::Nns | FineTag::Nnps)
}

fn lemma(parse: &Parse, at: usize) -> String {
    parse.tokens[at].lemma.to_lowercase()
}

/// "The two sides will open the road", "the Parties shall", "Norway is to pay": what a state says, or several
/// say together, that they will do.
fn joint_will(words: &[String], parse: &Parse, at: usize, is_state: &dyn Fn(usize) -> bool) -> Vec<Find> {
    let shall = word(words, at) == "shall";
    let is_to = matches!(word(words, at), "is" | "are") && word(words, at + 1) == "to";
    if !shall && !is_to && word(words, at) != "will" {
        return Vec::new();
    }
    let from = at + 1 + usize::from(is_to);
    let Some(verb) = (from..(from + 3).min(words.len())).find(|&verb| is_verb(parse, verb)) else {
        return Vec::new();
    };
    let Some(subject) = parse.subjects(verb).chain(parse.subjects(at)).find(|&subject| subject < at) else {
        return Vec::new();
    };
    let noun = lemma(parse, subject);
    let together =
        TOGETHER.contains(&noun.as_str()) && (is_plural(parse, subject) || shall || noun == "each");
    let does = parse.child(verb, Relation::Object).is_some()
        || matches!(
            parse.tokens[verb].lemma.as_str(),
            "pay"
                | "withdraw"
                | "contribute"
                | "join"
                | "leave"
                | "return"
                | "comply"
                | "abide"
                | "abstain"
                | "apologise"
        );
    let alone = (is_state(subject) || noun == "government") && does;
    let negated = words[at..verb].iter().any(|word| matches!(word.as_str(), "not" | "never" | "n't" | "n’t"));
    let supposed = words[..at].iter().any(|word| {
        matches!(word.as_str(), "if" | "whether" | "unless" | "when" | "who" | "what" | "until" | "before")
    });
    if negated && !shall || !(together || alone) || supposed || parse.is_passive(verb) {
        return Vec::new();
    }
    let status = if shall { OutcomeStatus::Agreed } else { OutcomeStatus::Planned };
    let deeds = std::iter::once(verb).chain(parse.conjuncts(verb).filter(|&verb| is_verb(parse, verb)));
    let told = deeds.filter(|&verb| {
        let lemma = parse.tokens[verb].lemma.as_str();
        let idiom = lemma == "take"
            && matches!(word(words, verb + 1), "part" | "place" | "note" | "office" | "up" | "over");
        !lexicon::is_weak(lemma) && !IDLE.contains(&lemma) && !idiom
    });
    told.map(|verb| Find {
        kind: OutcomeKind::Commitment,
        status,
        words: clause(words, verb, verb + 1),
        head: word(words, verb).to_owned(),
        verb,
    })
    .collect()
}

/// "Bolivia said it would reopen its embassy": a state's word for what it will do.
fn said_it_would(
    words: &[String],
    parse: &Parse,
    at: usize,
    is_state: &dyn Fn(usize) -> bool,
) -> Option<Find> {
    const BACK: usize = 6;
    if !matches!(word(words, at), "would" | "will")
        || at < 2
        || !matches!(word(words, at - 1), "it" | "they")
        || matches!(word(words, at + 2), "part" | "place" | "note" | "office" | "up")
    {
        return None;
    }
    let says = (at.saturating_sub(BACK)..at)
        .find(|&says| matches!(word(words, says), "said" | "says" | "announced" | "stated" | "told"))?;
    let subject = parse.subjects(says).find(|&subject| subject < says)?;
    let verb = (at + 1..(at + 4).min(words.len())).find(|&verb| is_verb(parse, verb))?;
    let idle =
        IDLE.contains(&parse.tokens[verb].lemma.as_str()) || lexicon::is_weak(&parse.tokens[verb].lemma);
    let negated = words[at..verb].iter().any(|word| matches!(word.as_str(), "not" | "never" | "n't" | "n’t"));
    let supposed = words[verb..].iter().any(|word| matches!(word.as_str(), "if" | "unless" | "until"));
    let own = is_state(subject) || lemma(parse, subject) == "government";
    if !own || idle || negated || supposed || parse.child(verb, Relation::Object).is_none() {
        return None;
    }
    Some(Find {
        kind: OutcomeKind::Commitment,
        status: OutcomeStatus::Planned,
        words: clause(words, verb, verb + 1),
        head: word(words, verb).to_owned(),
        verb: says,
    })
}

/// "The accord provides for 60,000 soldiers, a joint commission and ...": one for each thing provided.
fn provided(words: &[String], parse: &Parse, at: usize) -> Vec<Find> {
    let provides = matches!(
        word(words, at),
        "provides"
            | "provided"
            | "obliges"
            | "obliged"
            | "stipulates"
            | "stipulated"
            | "foresees"
            | "envisages"
            | "binds"
            | "commits"
            | "requires"
    );
    if !provides || !is_verb(parse, at) {
        return Vec::new();
    }
    // A telegram leaves its subject out.
    let subject = parse.subjects(at).find(|&subject| subject < at);
    if !subject.map_or(at == 0, |subject| PAPERS.contains(&lemma(parse, subject).as_str())) {
        return Vec::new();
    }
    let for_what =
        parse.obliques(at).find(|&noun| parse.case(noun).is_some_and(|case| word(words, case) == "for"));
    let Some(first) = for_what.or_else(|| parse.objects(at).next()) else { return Vec::new() };
    let things = std::iter::once(first).chain(parse.conjuncts(first));
    things
        .map(|noun| {
            let start = parse.children(noun).filter(|&child| child > at).min().unwrap_or(noun).min(noun);
            Find {
                kind: OutcomeKind::Commitment,
                status: OutcomeStatus::Agreed,
                words: clause(words, start, noun + 1),
                head: word(words, noun).to_owned(),
                verb: at,
            }
        })
        .collect()
}

/// "to establish a joint fund;": an item of what a sentence before it says was agreed.
pub(super) fn item(words: &[String], parse: &Parse) -> Option<Find> {
    let verb = (0..2).find(|&at| word(words, at) == "to")? + 1;
    if !is_verb(parse, verb) || lexicon::is_weak(word(words, verb)) {
        return None;
    }
    let head = word(words, verb).to_owned();
    let kind = match head.as_str() {
        "ask" | "request" | "demand" => OutcomeKind::Demand,
        "invite" | "meet" | "hold" | "convene" => OutcomeKind::FurtherTalks,
        head if lexicon::is_intent(head) => OutcomeKind::Commitment,
        _ => OutcomeKind::Agreement,
    };
    Some(Find { kind, status: OutcomeStatus::Agreed, words: clause(words, verb, verb + 1), head, verb })
}

/// Whether a sentence leads a list of what was agreed: "They accordingly resolved:".
pub(super) fn leads(words: &[String]) -> bool {
    const NEAR: usize = 8;
    words.last().is_some_and(|last| last == ":")
        && words[words.len().saturating_sub(NEAR)..].iter().any(|word| lexicon::pledge(word).is_some())
}

/// "agreed on a joint timetable", "settled on the Pope as mediator": whatever it is.
fn agreed_on(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const NEAR: usize = 8;
    let agreed = matches!(word(words, at), "agreed" | "agree" | "agrees");
    if !agreed && !matches!(word(words, at), "settled" | "settle") || !is_verb(parse, at) {
        return None;
    }
    let status = tense(words, at, OutcomeStatus::Agreed)?;
    // "agreed where the river should be dredged"
    if agreed && matches!(word(words, at + 1), "where" | "how" | "when" | "who") {
        let head = word(words, at + 1).to_owned();
        return Some(Find {
            kind: OutcomeKind::Agreement,
            status,
            words: clause(words, at, at + 2),
            head,
            verb: at,
        });
    }
    // "agreed a timetable", "agreed to a joint patrol"
    let object = parse.child(at, Relation::Object).filter(|&noun| {
        agreed
            && noun > at
            && noun < at + NEAR
            && parse.tokens[noun].upos == Upos::Noun
            && !parse.is_passive(at)
    });
    let to = parse.obliques(at).find(|&noun| {
        agreed
            && word(words, at + 1) == "to"
            && parse.case(noun) == Some(at + 1)
            && parse.tokens[noun].upos == Upos::Noun
    });
    if let Some(noun) = object.or(to) {
        let head = word(words, noun).to_owned();
        return Some(Find {
            kind: OutcomeKind::Agreement,
            status,
            words: clause(words, at, noun + 1),
            head,
            verb: at,
        });
    }
    if !matches!(word(words, at + 1), "on" | "upon")
        || matches!(word(words, at + 2), "what" | "how" | "whether" | "nothing" | "this" | "that")
    {
        return None;
    }
    let next = word(words, at + 2);
    let dated = crate::lexicon::is_calendar(next) || next.starts_with(|c: char| c.is_ascii_digit());
    // "agreed on Tuesday to": a day alone is when.
    if dated && !words[at + 2..].iter().take(NEAR).any(|word| matches!(word.as_str(), "for" | "as")) {
        return None;
    }
    let noun = parse.obliques(at).find(|&noun| noun > at + 1 && parse.case(noun) == Some(at + 1))?;
    let kind = if dated { OutcomeKind::FurtherTalks } else { OutcomeKind::Agreement };
    Some(Find {
        kind,
        status,
        words: clause(words, at, noun + 1),
        head: word(words, noun).to_owned(),
        verb: at,
    })
}

fn is_gathering(lemma: &str) -> bool {
    matches!(
        lemma,
        "meeting"
            | "session"
            | "round"
            | "talk"
            | "talks"
            | "summit"
            | "conference"
            | "negotiation"
            | "consultation"
            | "gathering"
            | "discussion"
            | "dialogue"
    )
}

/// "proposed a leaders' conference", "invited both to a meeting in Geneva", "suggested that they meet".
fn called(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    if !is_verb(parse, at) {
        return None;
    }
    let calls = parse.tokens[at].lemma.as_str();
    if !matches!(calls, "propose" | "suggest" | "offer" | "invite" | "call" | "renew" | "extend" | "accept") {
        return None;
    }
    tense(words, at, OutcomeStatus::Proposed)?;
    let accepted = calls == "accept";
    let meets = |noun: usize| is_gathering(&lemma(parse, noun));
    let object = || parse.objects(at).find(|&noun| matches!(calls, "propose" | "suggest") && meets(noun));
    let to = || {
        let below = parse.obliques(at).chain(parse.objects(at).flat_map(|object| parse.children(object)));
        below.filter(|&noun| noun > at).find(|&noun| {
            let case = parse.case(noun).map_or("", |case| word(words, case));
            calls == "invite" && case == "to" && (meets(noun) || parse.tokens[noun].upos == Upos::ProperNoun)
                || calls == "call" && case == "for" && meets(noun)
        })
    };
    let deed = || {
        let mut below = parse.children(at).filter(|&verb| verb > at && is_verb(parse, verb));
        below.find(|&verb| {
            matches!(parse.tokens[verb].lemma.as_str(), "meet" | "visit" | "reconvene")
                && matches!(calls, "propose" | "suggest" | "offer" | "invite")
        })
    };
    // "renewed his invitation to the minister to visit Viet Nam"
    let invitation = || {
        parse.objects(at).find(|&noun| {
            lemma(parse, noun) == "invitation" && matches!(calls, "renew" | "extend" | "accept")
        })
    };
    let what = object().or_else(to).or_else(deed).or_else(invitation)?;
    Some(Find {
        kind: OutcomeKind::FurtherTalks,
        status: if accepted { OutcomeStatus::Planned } else { OutcomeStatus::Proposed },
        words: clause(words, at, what + 1),
        head: word(words, what).to_owned(),
        verb: at,
    })
}

/// "left without the deal", "there was no decision": what was hoped for and did not come.
fn without(words: &[String], at: usize) -> Option<Find> {
    const REACH: usize = 4;
    let before = at.checked_sub(1).map_or("", |before| word(words, before));
    let none = match word(words, at) {
        "without" => true,
        "no" => before == "with" || words[..at].iter().any(|word| word == "there"),
        _ => false,
    };
    if !none {
        return None;
    }
    let place = (at + 1..at + REACH).find(|&place| AIMS.contains(&word(words, place)))?;
    if is_supposed(words, at, place + 1 - at) || words[at + 1..place].iter().any(|word| word == "of") {
        return None;
    }
    Some(Find {
        kind: OutcomeKind::NoAgreement,
        status: OutcomeStatus::Failed,
        words: clause(words, at, place + 1),
        head: words[at..=place].join(" "),
        verb: at,
    })
}

/// "The talks had broken down", "the conference collapsed", "the two did not agree on a date".
fn broke(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const REACH: usize = 3;
    if !is_verb(parse, at) {
        return None;
    }
    let deed = parse.tokens[at].lemma.as_str();
    let particle = word(words, at + 1);
    let breaks = match deed {
        "collapse" | "founder" | "fail" | "stall" => true,
        "break" => matches!(particle, "down" | "off" | "up"),
        "fall" => matches!(particle, "apart" | "through"),
        _ => false,
    };
    let subject = parse.understood_subject(at).filter(|&subject| subject < at)?;
    let noun = lemma(parse, subject);
    let group = &words[at.saturating_sub(REACH)..at];
    let has = |list: &[&str]| group.iter().any(|word| list.contains(&word.as_str()));
    // "failed once more to fix the price"
    let fell_short = deed == "fail"
        && (at + 1..at + 6).find(|&to| word(words, to) == "to").is_some_and(|to| {
            matches!(
                word(words, to + 1),
                "agree"
                    | "fix"
                    | "reach"
                    | "settle"
                    | "sign"
                    | "resolve"
                    | "find"
                    | "bridge"
                    | "break"
                    | "overcome"
                    | "produce"
                    | "close"
                    | "conclude"
                    | "adopt"
            )
        });
    let disagreed =
        deed == "agree" && has(&["not", "n't", "n’t"]) && has(&["did", "could", "do"]) && particle != "to";
    if !(breaks && (is_gathering(&noun) || AIMS.contains(&noun.as_str())) || disagreed || fell_short)
        || has(&["would", "will", "if", "might", "may", "should"])
        || breaks && has(&["not", "n't", "n’t", "never"])
    {
        return None;
    }
    Some(Find {
        kind: OutcomeKind::NoAgreement,
        status: OutcomeStatus::Failed,
        words: clause(words, at, at + 1),
        head: deed.to_owned(),
        verb: at,
    })
}

/// "The next session will be held in Lima", "experts would meet in Douala", "talks are to resume".
fn to_come(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
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
    ];
    const VOTES: &[&str] = &["referendum", "election", "vote", "ballot", "plebiscite"];
    if !is_verb(parse, at) {
        return None;
    }
    let deed = parse.tokens[at].lemma.as_str();
    let meets = matches!(deed, "meet" | "gather" | "reconvene" | "confer");
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
            "they" | "group" | "commission" | "committee" | "council" | "both" | "we" | "three" | "two"
        )
        || parse.conjuncts(subject).next().is_some()
        || word(words, at + 1) == "again";
    let told = if meets { several } else { is_gathering(&noun) || vote };
    if !told || deed == "take" && word(words, at + 1) != "place" {
        return None;
    }
    let group = &words[at.saturating_sub(BACK).max(subject + 1).min(at)..at];
    let has = |list: &[&str]| group.iter().any(|word| list.contains(&word.as_str()));
    let planned =
        matches!(deed, "schedule" | "plan" | "fix" | "set") && has(&["is", "are", "been", "was", "were"]);
    let due = has(&["will", "shall", "due"])
        || has(&["to"]) && (!meets || has(&["is", "are", "due", "agreed", "expected", "scheduled"]));
    let announced = has(&["would"]) && is_announced(words, at);
    if !(due || planned || announced)
        || has(&["not", "n't", "n’t", "if", "never", "had", "failed", "refused", "unable", "hoped"])
        || negated_noun(words, subject)
    {
        return None;
    }
    let start = if meets { at } else { (*parse.subtree(subject).start()).min(subject) };
    Some(Find {
        kind: if vote { OutcomeKind::Other } else { OutcomeKind::FurtherTalks },
        status: OutcomeStatus::Planned,
        words: clause(words, start, at + 1),
        head: if meets { deed.to_owned() } else { noun },
        verb: at,
    })
}

/// "Agreement was not reached", "the proposal was not adopted", "no date could be fixed".
fn not_reached(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    const REACHES: &[&str] = &[
        "reach", "sign", "adopt", "achieve", "find", "agree", "issue", "strike", "make", "fix", "conclude",
        "take", "set", "approve", "retain", "accept",
    ];
    const OFFERS: &[&str] =
        &["proposal", "offer", "request", "motion", "suggestion", "initiative", "amendment"];
    if !is_verb(parse, at) || !REACHES.contains(&parse.tokens[at].lemma.as_str()) || !parse.is_passive(at) {
        return None;
    }
    let subject = parse.subjects(at).find(|&subject| subject < at)?;
    let noun = lemma(parse, subject);
    let offered = OFFERS.contains(&noun.as_str());
    let negated =
        words[subject..at].iter().any(|word| matches!(word.as_str(), "not" | "never" | "n't" | "n’t"))
            || negated_noun(words, subject);
    let supposed = words[..at].iter().any(|word| {
        matches!(word.as_str(), "if" | "unless" | "until" | "will" | "would" | "should" | "might")
    });
    if !(AIMS.contains(&noun.as_str()) || offered) || !negated || supposed {
        return None;
    }
    Some(Find {
        kind: if offered { OutcomeKind::Other } else { OutcomeKind::NoAgreement },
        status: if offered { OutcomeStatus::Rejected } else { OutcomeStatus::Failed },
        words: clause(words, (*parse.subtree(subject).start()).min(subject), at + 1),
        head: format!("no {noun}"),
        verb: at,
    })
}
