//! Whether it is denied that there was a meeting: "denied a report that they had met", "at no time was there any contact
//! with him", "left without meeting him".
//!
//! Reads the tree and the words around. Invariant: only what is claimed is denied, and not what else was said at the
//! meeting.

use rapporteur_syntax::{FineTag, Parse, Relation, Upos};

/// What a claim is that is not true.
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
    "devoid",
    "bereft",
    "lie",
    "tale",
    "slander",
    "falsehood",
    "absurd",
];
/// What a claim is that is true.
const TRUE: &[&str] = &["true", "correct", "right", "case", "fact", "accurate"];

/// "It is not true that they met", "that they met is a lie": the clause is the subject of the predicate.
fn is_untrue(parse: &Parse, deed: usize) -> bool {
    let that = parse.children_by(deed, Relation::Marker).any(|mark| parse.tokens[mark].lemma == "that");
    let clause = matches!(
        parse.tokens[deed].relation,
        Relation::ClausalComplement
            | Relation::ClausalSubject
            | Relation::AdverbialClause
            | Relation::AdnominalClause
            | Relation::RelativeClause
    );
    let Some(head) = parse.head(deed).filter(|_| that && clause) else { return false };
    let lemma = parse.tokens[head].lemma.as_str();
    let called = |noun: usize| {
        parse.head(noun).is_some_and(|verb| {
            matches!(
                parse.tokens[verb].lemma.as_str(),
                "call" | "brand" | "term" | "label" | "dismiss" | "describe"
            )
        })
    };
    let linked =
        called(head) || parse.auxiliaries(head).any(|auxiliary| parse.tokens[auxiliary].lemma == "be");
    // "She was wrong that they met" speaks of her.
    let by_itself = parse
        .subjects(head)
        .all(|subject| subject == deed || parse.tokens[subject].lemma.eq_ignore_ascii_case("it"));
    linked
        && by_itself
        && (FALSE.contains(&lemma) && !parse.negated(head) || TRUE.contains(&lemma) && parse.negated(head))
}

/// "denied a report that they are to meet", "the news of a call between them is invented", "the Rwandan disclaimer
/// that its officers conferred".
pub(super) fn is_refuted(parse: &Parse, words: &[&str], trigger: usize) -> bool {
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
    if is_untrue(parse, trigger) || parse.head(trigger).is_some_and(|verb| is_untrue(parse, verb)) {
        return true;
    }
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
pub(super) fn at_no_time(parse: &Parse, words: &[&str], trigger: usize) -> bool {
    (0..trigger.saturating_sub(2)).any(|at| {
        let none = matches!(
            words[at..at + 3],
            ["At" | "at" | "On" | "on", "no", "time" | "point" | "stage" | "occasion" | "moment"]
                | ["at", "any", "other" | "time"]
        ) && (words[at + 1] == "no"
            || words[..at].iter().any(|word| word.eq_ignore_ascii_case("neither")));
        // "At no point in their meeting did they mention it": there was one.
        let within = matches!(words[at + 3], "in" | "during" | "of" | "at");
        let above = parse.head(at + 2);
        // "At no time was there any contact": trees hang the rest from the time itself.
        let mut clause = std::iter::once(trigger).chain(parse.ancestors(trigger));
        none && !within && clause.any(|up| up == at + 2 || Some(up) == above)
    })
}

/// "Neither then nor later did he meet her", "never has he met her": the order of the words says that it begins with a no.
pub(super) fn is_inverted_no(parse: &Parse, words: &[&str], verb: usize) -> bool {
    let Some(subject) = parse.subjects(verb).last() else { return false };
    let before = parse.auxiliaries(verb).any(|auxiliary| {
        auxiliary > 0
            && auxiliary < *parse.subtree(subject).start()
            && matches!(words[auxiliary], "did" | "has" | "have" | "had")
    });
    before && matches!(words[0], "Neither" | "Never" | "Nor" | "Not")
}

/// "left without meeting him"
pub(super) fn without(parse: &Parse, verb: usize) -> bool {
    parse.children(verb).any(|child| {
        matches!(parse.tokens[child].relation, Relation::Marker | Relation::Case)
            && parse.tokens[child].lemma == "without"
    })
}

/// "no meeting took place": the determiner denies it, and not the verb's tense.
pub(super) fn denied(parse: &Parse, verb: usize) -> bool {
    let met = parse.tokens[verb].lemma == "meet" && never(parse, verb);
    met || parse.subjects(verb).any(|subject| is_none(parse, subject))
}

/// "no meeting", "no request"
pub(super) fn is_none(parse: &Parse, noun: usize) -> bool {
    parse.children_by(noun, Relation::Determiner).any(|determiner| parse.tokens[determiner].lemma == "no")
}

pub(super) fn never(parse: &Parse, verb: usize) -> bool {
    parse.tokens[verb].tag == FineTag::Vbd
        && parse.children(verb).any(|child| parse.tokens[child].lemma == "never")
}

/// "I have never met him", "we have not spoken"
pub(super) fn is_first_person(parse: &Parse, words: &[&str], verb: usize) -> bool {
    let mut subjects = parse.subjects(verb);
    subjects.any(|subject| matches!(words[subject].to_lowercase().as_str(), "i" | "we"))
}
