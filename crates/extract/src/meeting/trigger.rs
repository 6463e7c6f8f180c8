//! The words that report a meeting: verbs of meeting, receiving, calling; nouns for talks and dinners.

use rapporteur_schema::Medium;
use rapporteur_syntax::{FineTag, Relation, Upos};

use crate::cast::Cast;
use crate::mention::MentionKind;
use crate::text::Text;

mod presence;
mod sense;
mod words;

use sense::{is_appeal, is_day, is_predicate, is_ringing, is_sight, is_sport_or_figure, is_to};
use words::{
    HOSTED, JOINT, LIGHT, MET, NOUNS, PHONED, PLAIN_NOUN_BEFORE_VERB, SITS, TELLS, TOGETHER, WEAK, WEAK_NOUNS,
};

/// A word or two that report a meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trigger {
    /// The first token.
    pub token: usize,
    /// Tokens it takes.
    pub length: usize,
    /// The noun, where it is one.
    pub noun: Option<&'static str>,
    /// How they met, as far as the word tells.
    pub medium: Medium,
    /// Whether the grammatical subject is the host.
    pub subject_hosts: bool,
    /// Whether the object is: "was received by", "called on".
    pub object_hosts: bool,
    /// Whether the word tells of a meeting only when it has two parties of its own: "sat beside", "signed".
    pub weak: bool,
    /// Whether it does so only when two persons do it together: "X and Y settled on a date".
    pub together: bool,
    /// Whether it is what a council, an assembly or whoever presides does in session.
    pub sits: bool,
}

fn is_sitting(lower: &[String], at: usize, lemma: &str) -> bool {
    SITS.contains(&lemma) || lemma == "take" && lower.get(at + 1).is_some_and(|w| w == "up")
}

/// Whether the words at a token name a body that meets in session: one by its name, "the joint commission".
fn sits(text: &Text<'_>, cast: &Cast, sentence: usize, token: usize, verb: &str) -> bool {
    const NOUNS: &[&str] = &["commission", "committee", "council", "panel", "cabinet", "board", "group"];
    if matches!(verb, "sit" | "meet" | "convene")
        && text.sentences[sentence]
            .parse
            .tokens
            .get(token)
            .is_some_and(|noun| NOUNS.contains(&noun.lemma.as_str()))
    {
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
    cast.mention_at(sentence, token).is_some_and(|(_, mention)| {
        mention.kind == MentionKind::Organization
            && text.slice(sentence, mention.tokens.clone()).split(' ').any(|word| BODIES.contains(&word))
    })
}

/// Whether the subject of a verb is more than one: "they had spoken", "the two spoke".
fn is_several(text: &Text<'_>, cast: &Cast, sentence: usize, verb: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    parse.subjects(verb).any(|subject| {
        // "officers who sat for four hours": those of whom the clause is told
        let relative = matches!(parse.tokens[subject].lemma.as_str(), "who" | "that" | "which");
        let subject = if relative { parse.head(verb).unwrap_or(subject) } else { subject };
        parse.conjuncts(subject).next().is_some()
            || parse.tokens[subject].tag == FineTag::Nns
            || matches!(parse.tokens[subject].lemma.as_str(), "they" | "two" | "both" | "pair")
            || cast
                .mention_at(sentence, subject)
                .is_some_and(|(_, mention)| mention.kind == MentionKind::DescribedGroup)
    })
}

/// "The present round is the third. The first, held in Lima in May, ended with nothing": the noun stands before.
fn is_elided_round(text: &Text<'_>, sentence: usize, lower: &[String], at: usize) -> bool {
    const ORDINALS: [&str; 9] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "last", "latest", "previous"];
    const BACK: usize = 2;
    let word = |at: usize| lower.get(at).map_or("", String::as_str);
    let the = at.checked_sub(1).is_some_and(|before| word(before) == "the");
    let told = matches!(
        (word(at + 1), word(at + 2)),
        (",", "held" | "in" | "at") | ("held", _) | ("was", "held") | ("took", "place")
    );
    let is_round =
        |word: &str| matches!(word, "round" | "rounds" | "session" | "sessions" | "meeting" | "meetings");
    ORDINALS.contains(&word(at))
        && the
        && told
        && (lower[..at].iter().any(|word| is_round(word))
            || (sentence.saturating_sub(BACK)..sentence)
                .any(|before| text.words(before).iter().any(|w| is_round(w))))
}

/// Whether a noun, by its lemma or as printed, can name a meeting.
pub fn is_meeting_noun(noun: &str) -> bool {
    NOUNS.contains(&noun) || is_gathering(noun) || matches!(noun, "ceremony" | "signing")
}

/// Whether the noun names an event with many seats, whose participants a text names one by one.
pub fn is_gathering(noun: &str) -> bool {
    matches!(
        noun,
        "talks"
            | "negotiations"
            | "summit"
            | "conference"
            | "session"
            | "sessions"
            | "round"
            | "ministerial"
            | "plenary"
            | "meeting"
            | "consultations"
            | "discussions"
            | "gathering"
            | "mediation"
            | "assembly"
            | "congress"
            | "retreat"
            | "forum"
    )
}

/// The triggers of a sentence, in order; of a question none, which asserts nothing.
pub fn triggers(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<Trigger> {
    let asks = text.sentences[sentence].tokens.last().is_some_and(|&token| text.word(token) == "?");
    if asks { Vec::new() } else { asked(text, cast, sentence) }
}

/// The triggers of a sentence, though it be a question.
pub fn asked(text: &Text<'_>, cast: &Cast, sentence: usize) -> Vec<Trigger> {
    let words = text.words(sentence);
    let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let person_at = |token: usize| {
        cast.mention_at(sentence, token).is_some_and(|(_, m)| {
            matches!(
                m.kind,
                MentionKind::Person
                    | MentionKind::Described
                    | MentionKind::DescribedGroup
                    | MentionKind::Unnamed
            )
        }) || lower.get(token).is_some_and(|w| matches!(w.as_str(), "him" | "her" | "them" | "me" | "us"))
    };
    let parse = &text.sentences[sentence].parse;
    // A person, and not a thing of theirs: "received X", but not "received a letter from X".
    let person_object = |verb: usize| {
        parse.objects(verb).any(|object| {
            person_at(object)
                || lower[object] == "other" && lower[..object].last().is_some_and(|word| word == "each")
                || lower[object] == "each" && lower.get(object + 1).is_some_and(|word| word == "other")
                || parse.children_by(object, Relation::Apposition).any(&person_at)
        })
    };
    let by_phone = lower.windows(2).any(|w| {
        matches!(w[0].as_str(), "by" | "on" | "over") && matches!(w[1].as_str(), "phone" | "telephone")
    }) || lower
        .windows(3)
        .any(|w| w[0] == "on" && w[1] == "the" && matches!(w[2].as_str(), "phone" | "telephone" | "line"));
    let by_video = lower
        .iter()
        .any(|w| matches!(w.as_str(), "video" | "videoconference" | "video-conference" | "video-link"));
    let mut found: Vec<Trigger> = Vec::new();
    for (at, word) in lower.iter().enumerate() {
        let word = word.as_str();
        let next = lower.get(at + 1).map_or("", String::as_str);
        let medium = if by_phone {
            Medium::Phone
        } else if by_video {
            Medium::Video
        } else {
            Medium::InPerson
        };
        let mut push = |length, noun, medium, subject_hosts, object_hosts| {
            found.push(Trigger {
                token: at,
                length,
                noun,
                medium,
                subject_hosts,
                object_hosts,
                weak: WEAK_NOUNS.contains(&word),
                together: false,
                sits: false,
            })
        };
        let token = &text.sentences[sentence].parse.tokens[at];
        let added = text.lexicon.is_meeting_verb(word);
        if (MET.contains(&token.lemma.as_str()) || added)
            && (token.upos == Upos::Verb || matches!(word, "met" | "meets") || added)
        {
            // "the session convened for Thursday": the noun tells it.
            let reduced = parse.tokens[at].relation == Relation::AdnominalClause
                && !is_to(parse, at)
                && parse.subjects(at).next().is_none();
            if reduced || is_sport_or_figure(&lower, at) {
                continue;
            }
            push(1, None, medium, false, false);
        } else if matches!(word, "sat" | "sit" | "sits") && next == "down" {
            push(2, None, medium, false, false);
        } else if matches!(word, "spoke" | "spoken" | "speaks" | "talked")
            && (by_phone || by_video)
            && (matches!(next, "with" | "to" | "by" | "on") || is_several(text, cast, sentence, at))
        {
            push(1, None, medium, false, false);
        } else if PHONED.contains(&word) || (word == "called" && is_ringing(parse, &lower, at, &person_at)) {
            push(1, None, Medium::Phone, false, false);
        } else if HOSTED.contains(&word) {
            // "a lunch hosted by the minister": the noun tells it.
            let of_noun = parse.tokens[at].relation == Relation::AdnominalClause
                && parse.head(at).is_some_and(|noun| NOUNS.contains(&lower[noun].as_str()));
            if of_noun {
                continue;
            }
            let passive = lower[at + 1..].iter().take(6).any(|w| w == "by")
                && lower[..at]
                    .iter()
                    .rev()
                    .take(3)
                    .any(|w| matches!(w.as_str(), "was" | "were" | "is" | "be" | "been" | "being"));
            let whom = parse.objects(at).any(|object| matches!(lower[object].as_str(), "whom" | "who"));
            let object = (at + 1..(at + 5).min(lower.len())).any(&person_at)
                && (parse.objects(at).next().is_none() || person_object(at))
                || whom;
            if (passive || object) && word != "host" || (word == "host" && next == "to") {
                push(1, None, medium, !passive, passive);
            }
        } else if matches!(word, "saw" | "see" | "sees" | "seeing" | "seen")
            && person_object(at)
            && is_sight(parse, &lower, at)
        {
            push(1, None, medium, false, false);
        } else if matches!(word, "phone" | "telephone" | "line" | "guest" | "guests")
            && is_predicate(parse, at)
        {
            // "was on the phone to Y", "was the guest of Y"
            let hosted = word.starts_with("guest");
            push(1, None, if hosted { Medium::InPerson } else { Medium::Phone }, false, hosted);
        } else if NOUNS.contains(&word) || text.lexicon.is_meeting_noun(word) {
            // "the trilateral meeting", "a summit conference": the second word is the noun.
            if NOUNS.contains(&next) && text.sentences[sentence].parse.head(at) == Some(at + 1) {
                continue;
            }
            let participle =
                word == "meeting" && text.sentences[sentence].parse.tokens[at].tag == FineTag::Vbg;
            if participle {
                push(1, None, medium, false, false);
                continue;
            }
            // "may meet", "to visit", but not "had him to dinner".
            let verb = token.upos != Upos::Noun
                && PLAIN_NOUN_BEFORE_VERB.contains(&lower.get(at.wrapping_sub(1)).map_or("", String::as_str));
            // "took part in both meetings": in those told before.
            if lower[at.saturating_sub(2)..at].iter().any(|before| before == "both") && word.ends_with('s') {
                continue;
            }
            let light = matches!(word, "call" | "visit")
                && parse.tokens[at].relation == Relation::Object
                && parse.head(at).is_some_and(|head| LIGHT.contains(&parse.tokens[head].lemma.as_str()));
            // "paid a courtesy call on the minister", whatever the tree makes of it
            let courtesy = word == "call"
                && lower[..at].last().is_some_and(|before| {
                    matches!(
                        before.as_str(),
                        "courtesy" | "farewell" | "formal" | "official" | "working" | "protocol"
                    )
                });
            let light = light || courtesy;
            // "His country would not retreat."
            let verb = verb || word == "retreat" && token.upos == Upos::Verb;
            // "The mediator talks to her": the verb, of which more below.
            let says = word == "talks" && token.upos == Upos::Verb && parse.subjects(at).next().is_some();
            if verb
                || says
                || is_sport_or_figure(&lower, at)
                || matches!(next, "room" | "rooms" | "place" | "point" | "table" | "record")
                    && matches!(word, "call" | "conference" | "round")
                || word == "call"
                    && matches!(next, "for" | "on")
                    && !courtesy
                    && !(next == "on" && lower.get(at + 2).is_some_and(|day| is_day(day)))
                    && !light
            {
                continue;
            }
            if word == "talk"
                && !matches!(
                    lower.get(at.wrapping_sub(1)).map_or("", String::as_str),
                    "their"
                        | "a"
                        | "long"
                        | "first"
                        | "private"
                        | "last"
                        | "his"
                        | "her"
                        | "my"
                        | "our"
                        | "brief"
                        | "short"
                        | "second"
                )
            {
                continue;
            }
            // "the appointment of an ambassador", "broke contact with the rebels", "the first round of the election"
            let within = |from: usize| lower[(at + 1).min(lower.len())..].iter().take(from);
            let appoints = word == "appointment" && !within(2).any(|word| word == "with");
            let breaks = word.starts_with("contact")
                && parse.tokens[at].relation == Relation::Object
                && parse.head(at).is_some_and(|head| {
                    matches!(
                        parse.tokens[head].lemma.as_str(),
                        "break" | "lose" | "avoid" | "deny" | "cut" | "sever"
                    )
                });
            let ballot = word.starts_with("round")
                && next == "of"
                && within(4)
                    .any(|word| matches!(word.as_str(), "election" | "elections" | "voting" | "ballot"));
            if appoints || breaks || ballot {
                continue;
            }
            if word == "conference" && at > 0 && matches!(lower[at - 1].as_str(), "press" | "news") {
                continue;
            }
            let phone = matches!(word, "call" | "conversation")
                && lower[at.saturating_sub(2)..at]
                    .iter()
                    .any(|w| matches!(w.as_str(), "phone" | "telephone" | "group" | "video"));
            let upos = text.sentences[sentence].parse.tokens[at].upos;
            if matches!(word, "round" | "session" | "rounds" | "sessions") && upos != Upos::Noun {
                continue;
            }
            if matches!(word, "call" | "conversation")
                && !phone
                && !light
                && !matches!(next, "of" | "with" | "between" | "in" | "by")
            {
                continue;
            }
            let spoken = matches!(
                word,
                "talks" | "talk" | "conversation" | "conversations" | "discussions" | "consultations"
            );
            let called_on = light && matches!(next, "on" | "upon");
            let medium = if phone || (word == "call" && (next == "with" || light && !called_on)) {
                Medium::Phone
            } else if spoken || medium == Medium::Video {
                medium
            } else {
                // A summit is no telephone call because one was made from it.
                Medium::InPerson
            };
            // A user's noun is one of meetings in general.
            let noun = NOUNS.iter().find(|n| **n == word).copied().or(Some("meeting"));
            push(1, noun, medium, false, false);
        } else if is_elided_round(text, sentence, &lower, at) {
            push(1, Some("round"), Medium::InPerson, false, false);
        }
    }
    let weak_noun = |token: usize, noun: Option<&'static str>, medium: Medium| Trigger {
        token,
        length: 1,
        noun,
        medium,
        subject_hosts: false,
        object_hosts: false,
        weak: true,
        together: false,
        sits: false,
    };
    // "Chad and Niger hold a working group"
    for (at, token) in parse.tokens.iter().enumerate() {
        let body = match token.lemma.as_str() {
            "commission" | "committee" => true,
            "group" => lower[..at]
                .last()
                .is_some_and(|kind| matches!(kind.as_str(), "working" | "contact" | "expert" | "steering")),
            _ => false,
        };
        let held = token.relation == Relation::Object
            && parse
                .head(at)
                .is_some_and(|head| matches!(parse.tokens[head].lemma.as_str(), "hold" | "convene"));
        if body && held && !found.iter().any(|trigger| trigger.token == at) {
            let medium = if by_video { Medium::Video } else { Medium::InPerson };
            found.push(weak_noun(at, Some("meeting"), medium));
        }
    }
    // "an hour alone with the minister", "a word with her", "an exchange with him"
    for (at, token) in parse.tokens.iter().enumerate() {
        let span = match token.lemma.as_str() {
            "hour" | "minute" | "tea" | "coffee" => true,
            "word" => parse
                .child(at, Relation::Determiner)
                .is_some_and(|article| matches!(lower[article].as_str(), "a" | "few")),
            // "a prisoner exchange with Niger" is none
            "exchange" => parse.child(at, Relation::Compound).is_none(),
            _ => false,
        };
        let with = parse
            .children(at)
            .any(|child| parse.case(child).is_some_and(|case| lower[case] == "with") && person_at(child));
        let spent = parse.head(at).is_some_and(|head| parse.tokens[head].lemma == "spend");
        if span && token.upos == Upos::Noun && !spent && with {
            found.push(weak_noun(at, Some("meeting"), Medium::InPerson));
        }
    }
    // "On the 24th he was in Tegucigalpa with the president".
    for at in 0..parse.len() {
        let with = || {
            parse
                .children(at)
                .any(|child| parse.case(child).is_some_and(|case| lower[case] == "with") && person_at(child))
        };
        let city =
            || cast.mention_at(sentence, at).is_some_and(|(_, mention)| mention.kind == MentionKind::City);
        let copula = parse.children_by(at, Relation::Copula).next();
        if copula.is_some_and(|copula| matches!(lower[copula].as_str(), "was" | "were")) && city() && with() {
            found.push(weak_noun(at, None, Medium::InPerson));
        }
    }
    for (at, token) in parse.tokens.iter().enumerate() {
        if token.upos != Upos::Verb || found.iter().any(|trigger| trigger.token == at) {
            continue;
        }
        let weak = WEAK.iter().any(|(lemma, near)| {
            *lemma == token.lemma
                && (near.is_empty() || lower[at + 1..].iter().take(12).any(|w| near.contains(&w.as_str())))
        });
        let weak = weak && !is_appeal(parse, &lower, at)
            || by_phone
                && TELLS.contains(&token.lemma.as_str())
                && person_object(at)
                && parse
                    .obliques(at)
                    .any(|how| matches!(lower[how].as_str(), "phone" | "telephone" | "call"));
        // "was called in by the minister"
        let called_in = token.lemma == "call"
            && lower.get(at + 1).is_some_and(|next| next == "in")
            && (parse.is_passive(at) || person_object(at));
        // "Chad and Niger did not sign": not even that they would have met.
        let unsigned = matches!(token.lemma.as_str(), "sign" | "initial") && parse.negated(at);
        // "embraced the plan", "joined the union", "joined him in condemning it"
        let condemns = || {
            let mut behind =
                lower[at + 1..].iter().zip(&parse.tokens[at + 1..]).skip_while(|(word, _)| *word != "in");
            behind.nth(1).is_some_and(|(_, next)| next.tag == FineTag::Vbg)
        };
        let body = || {
            parse.objects(at).any(|object| {
                matches!(
                    parse.tokens[object].lemma.as_str(),
                    "union"
                        | "bloc"
                        | "alliance"
                        | "treaty"
                        | "club"
                        | "army"
                        | "party"
                        | "government"
                        | "cabinet"
                )
            })
        };
        let idle = match token.lemma.as_str() {
            "embrace" => parse.objects(at).next().is_some() && !person_object(at),
            "join" => body() || condemns(),
            // "faces charges", "faces her in the election"
            "face" => {
                !person_object(at)
                    || lower[at + 1..].iter().any(|word| {
                        matches!(
                            word.as_str(),
                            "election" | "elections" | "vote" | "poll" | "polls" | "run-off"
                        )
                    })
            }
            _ => false,
        };
        let weak = weak && !unsigned && !idle;
        // "Called his meeting with her a success": what it was, and no telephone.
        let judges =
            token.lemma == "call" && parse.objects(at).any(|what| NOUNS.contains(&lower[what].as_str()));
        let company = presence::is_company(parse, &lower, at);
        let several = || is_several(text, cast, sentence, at);
        // "Told him over tea", "told him in Geneva".
        let placed = || {
            parse.obliques(at).any(|place| {
                parse.case(place).is_some_and(|case| matches!(lower[case].as_str(), "in" | "at"))
                    && cast.mention_at(sentence, place).is_some_and(|(_, mention)| {
                        matches!(mention.kind, MentionKind::City | MentionKind::Venue | MentionKind::Seat)
                    })
            })
        };
        let told = TELLS.contains(&token.lemma.as_str()) && person_object(at) && placed();
        let weak = (weak || called_in || company || told) && !judges;
        // "They last spoke in Samarkand": who they are is for the words before to say.
        let spoke = matches!(token.lemma.as_str(), "speak" | "talk" | "converse")
            && parse
                .subjects(at)
                .any(|subject| matches!(lower[subject].as_str(), "they" | "two" | "both" | "pair"))
            && placed();
        // "Argued for two hours", "opened the bridge at Elvas": what they did they did together.
        let joint = || {
            JOINT.contains(&token.lemma.as_str())
                && !parse.is_passive(at)
                && !parse.negated(at)
                && (placed() || presence::is_long(parse, &lower, at))
        };
        let together = !unsigned && TOGETHER.contains(&token.lemma.as_str()) || several() && joint();
        let ceremony =
            !unsigned && matches!(token.lemma.as_str(), "sign" | "initial") && parse.is_passive(at);
        let sits = ceremony
            || token.lemma == "preside"
            || is_sitting(&lower, at, &token.lemma)
                && parse.subjects(at).any(|subject| sits(text, cast, sentence, subject, &token.lemma));
        // "Speaking alongside her minister": to others, and not with him.
        let beside = matches!(token.lemma.as_str(), "speak" | "talk")
            && lower
                .get(at + 1)
                .is_some_and(|w| matches!(w.as_str(), "alongside" | "beside" | "after" | "before"));
        let absent = presence::is_written(parse, &lower, at) || presence::is_apart(parse, &lower, at);
        if (weak || together || sits || spoke) && !beside && !absent && !is_sport_or_figure(&lower, at) {
            let spoken = matches!(token.lemma.as_str(), "speak" | "talk");
            let medium = if by_phone {
                Medium::Phone
            } else if by_video {
                Medium::Video
            } else if spoken {
                Medium::Unknown
            } else {
                Medium::InPerson
            };
            let called =
                !called_in && matches!(token.lemma.as_str(), "call" | "pay" | "hand" | "present" | "deliver");
            found.push(Trigger {
                token: at,
                length: 1,
                noun: None,
                medium,
                subject_hosts: called_in || matches!(token.lemma.as_str(), "summon" | "entertain"),
                object_hosts: called,
                weak: !spoke,
                together: together && !weak && !spoke,
                sits,
            });
        }
    }
    found.sort_by_key(|trigger| trigger.token);
    for trigger in &found {
        text.trace.kept(sentence, "meeting/trigger", || {
            let weight = if trigger.together {
                ", if two persons do it together"
            } else if trigger.weak {
                ", if it has two parties"
            } else {
                ""
            };
            format!("`{}` may tell of a meeting{weight}", words[trigger.token])
        });
    }
    found
}
