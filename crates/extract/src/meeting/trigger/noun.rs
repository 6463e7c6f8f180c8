//! Nouns that tell of a meeting: talks, summits, dinners, calls; and those that do so where parties hang on them.
//!
//! Reads the sentence; finds nobody. Invariant: a noun that is said of something else ("the appointment of an
//! ambassador", "broke contact") is none.

use rapporteur_schema::Medium;
use rapporteur_syntax::{FineTag, Relation, Upos};

use super::Trigger;
use super::reader::Reader;
use super::sense::is_sport_or_figure;
use super::verb::is_to_meet;
use super::words::{LIGHT, NOUNS, PLAIN_NOUN_BEFORE_VERB, WEAK_NOUNS};
use crate::lexicon;
use crate::mention::MentionKind;
use crate::text::Text;

/// The trigger of a noun of meeting at a token.
pub(super) fn noun(reader: &Reader<'_>, at: usize) -> Option<Trigger> {
    let Reader { text, sentence, parse, lower, .. } = reader;
    let (word, next) = (reader.word(at), reader.word(at + 1));
    // "lunched", "meeting him": what is a verb was judged as one.
    if is_to_meet(reader, at) {
        return None;
    }
    if !(NOUNS.contains(&word) || text.lexicon.is_meeting_noun(word)) {
        let elided = is_elided_round(text, *sentence, lower, at);
        return elided.then(|| reader.trigger(at, Some("round"), Medium::InPerson));
    }
    let token = &parse.tokens[at];
    // "the trilateral meeting", "a summit conference": the second word is the noun.
    if NOUNS.contains(&next) && parse.head(at) == Some(at + 1) {
        return None;
    }
    // "a briefing of the General Assembly": the body, and no session of it.
    let body = || {
        reader.cast.mention_at(*sentence, at).is_some_and(|(_, m)| m.kind == MentionKind::Organization)
            && parse.case(at).is_some_and(|case| matches!(reader.word(case), "of" | "by" | "from"))
    };
    if matches!(word, "assembly" | "congress") && body() {
        return None;
    }
    let participle = word == "meeting" && parse.tokens[at].tag == FineTag::Vbg;
    if participle {
        return Some(reader.trigger(at, None, reader.medium()));
    }
    // "may meet", "to visit", but not "had him to dinner".
    let verb = token.upos != Upos::Noun && PLAIN_NOUN_BEFORE_VERB.contains(&reader.before(at));
    // "took part in both meetings": in those told before.
    if lower[at.saturating_sub(2)..at].iter().any(|before| before == "both") && word.ends_with('s') {
        return None;
    }
    let light = matches!(word, "call" | "visit")
        && parse.tokens[at].relation == Relation::Object
        && parse.head(at).is_some_and(|head| LIGHT.contains(&parse.tokens[head].lemma.as_str()));
    // "paid a courtesy call on the minister", whatever the tree makes of it
    let courtesy = word == "call"
        && matches!(
            reader.before(at),
            "courtesy" | "farewell" | "formal" | "official" | "working" | "protocol"
        );
    let light = light || courtesy;
    // "His country would not retreat."
    let verb = verb || word == "retreat" && token.upos == Upos::Verb;
    // "The mediator talks to her": the verb, which is weak.
    let says = word == "talks" && token.upos == Upos::Verb && parse.subjects(at).next().is_some();
    if verb
        || says
        || is_sport_or_figure(lower, at)
        || matches!(next, "room" | "rooms" | "place" | "point" | "table" | "record")
            && matches!(word, "call" | "conference" | "round")
        || word == "call"
            && matches!(next, "for" | "on")
            && !courtesy
            && !(next == "on" && lexicon::is_dated(reader.word(at + 2)))
            && !light
    {
        return None;
    }
    if word == "talk"
        && !matches!(
            reader.before(at),
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
        return None;
    }
    // "the appointment of an ambassador", "broke contact with the rebels", "the first round of the election"
    let within = |from: usize| lower[(at + 1).min(lower.len())..].iter().take(from);
    let appoints = word == "appointment" && !within(2).any(|word| word == "with");
    let breaks = word.starts_with("contact")
        && parse.tokens[at].relation == Relation::Object
        && parse.head(at).is_some_and(|head| {
            matches!(parse.tokens[head].lemma.as_str(), "break" | "lose" | "avoid" | "deny" | "cut" | "sever")
        });
    let ballot = word.starts_with("round")
        && lower.iter().any(|word| {
            matches!(
                word.as_str(),
                "election"
                    | "elections"
                    | "voting"
                    | "ballot"
                    | "poll"
                    | "polls"
                    | "candidate"
                    | "punch"
                    | "hook"
            )
        });
    let of_party = matches!(word, "congress" | "conference") && reader.before(at) == "party"
        // "the budget session": of a parliament at home
        || matches!(word, "session" | "sessions" | "sitting")
            && matches!(
                reader.before(at),
                "budget" | "parliamentary" | "legislative" | "trading" | "court" | "training" | "photo" | "cabinet"
            );
    if appoints || breaks || ballot || of_party {
        return None;
    }
    if word == "conference" && at > 0 && matches!(lower[at - 1].as_str(), "press" | "news") {
        return None;
    }
    // "The ambassador has been called home for consultations": with nobody whom he would meet.
    let recalled = word == "consultations"
        && parse.case(at).is_some_and(|case| reader.word(case) == "for")
        && parse.head(at).is_some_and(|head| {
            matches!(parse.tokens[head].lemma.as_str(), "call" | "recall" | "summon" | "return" | "withdraw")
        });
    if recalled {
        return None;
    }
    // "consulted by video conference": how they met.
    let means = parse.case(at).is_some_and(|case| matches!(reader.word(case), "by" | "via" | "over"));
    if word == "conference" && means && matches!(reader.before(at), "video" | "telephone") {
        return None;
    }
    let phone = matches!(word, "call" | "conversation")
        && lower[at.saturating_sub(2)..at]
            .iter()
            .any(|w| matches!(w.as_str(), "phone" | "telephone" | "group" | "video"))
            // "holds phone talks"
            || matches!(word, "talks" | "talk" | "discussions" | "consultations" | "conversations")
                && matches!(reader.before(at), "phone" | "telephone");
    let upos = parse.tokens[at].upos;
    if matches!(word, "round" | "session" | "rounds" | "sessions") && upos != Upos::Noun {
        return None;
    }
    // "promised to pass his letter round"
    let bare = word == "round"
        && parse.children(at).all(|child| parse.tokens[child].upos == Upos::Punctuation)
        && at.checked_sub(1).is_some_and(|before| parse.tokens[before].upos == Upos::Noun);
    if bare {
        return None;
    }
    if matches!(word, "call" | "conversation")
        && !phone
        && !light
        && !matches!(next, "of" | "with" | "between" | "in" | "by")
    {
        return None;
    }
    let spoken =
        matches!(word, "talks" | "talk" | "conversation" | "conversations" | "discussions" | "consultations");
    let called_on = light && matches!(next, "on" | "upon");
    let medium = if phone || (word == "call" && (next == "with" || light && !called_on)) {
        Medium::Phone
    } else if spoken || reader.medium() == Medium::Video {
        reader.medium()
    } else {
        // A summit is no telephone call because one was made from it.
        Medium::InPerson
    };
    // A user's noun is one of meetings in general.
    let noun = NOUNS.iter().find(|n| **n == word).copied().or(Some("meeting"));
    Some(Trigger { weak: WEAK_NOUNS.contains(&word), ..reader.trigger(at, noun, medium) })
}

/// The trigger of a noun that tells of a meeting only where two parties hang on it: a body that is held, a time or a
/// cup spent with somebody, a town where one was with him.
pub(super) fn weak_noun(reader: &Reader<'_>, at: usize) -> Option<Trigger> {
    let weak = |noun, medium| Some(Trigger { weak: true, ..reader.trigger(at, noun, medium) });
    if is_held_body(reader, at) {
        let medium = if reader.by_video { Medium::Video } else { Medium::InPerson };
        return weak(Some("meeting"), medium);
    }
    if is_span_with(reader, at) {
        return weak(Some("meeting"), Medium::InPerson);
    }
    if is_town_with(reader, at) {
        return weak(None, Medium::InPerson);
    }
    None
}

/// "Chad and Niger hold a working group"
fn is_held_body(reader: &Reader<'_>, at: usize) -> bool {
    let body = match reader.lemma(at) {
        "commission" | "committee" => true,
        "group" => matches!(reader.before(at), "working" | "contact" | "expert" | "steering"),
        _ => false,
    };
    let verb = reader.parse.head(at).filter(|_| reader.parse.tokens[at].relation == Relation::Object);
    body && verb.is_some_and(|verb| matches!(reader.lemma(verb), "hold" | "convene"))
}

/// "an hour alone with the minister", "a word with her", "an exchange with him"
fn is_span_with(reader: &Reader<'_>, at: usize) -> bool {
    let parse = reader.parse;
    let span = match reader.lemma(at) {
        "hour" | "minute" | "tea" | "coffee" => true,
        "word" => parse
            .child(at, Relation::Determiner)
            .is_some_and(|article| matches!(reader.word(article), "a" | "few")),
        // "a prisoner exchange with Niger" is none
        "exchange" => parse.child(at, Relation::Compound).is_none(),
        _ => false,
    };
    let spent = parse.head(at).is_some_and(|head| reader.lemma(head) == "spend");
    span && parse.tokens[at].upos == Upos::Noun && !spent && is_with(reader, at)
}

/// "On the 24th he was in Tegucigalpa with the president"
fn is_town_with(reader: &Reader<'_>, at: usize) -> bool {
    let was = reader
        .parse
        .children_by(at, Relation::Copula)
        .next()
        .is_some_and(|copula| matches!(reader.word(copula), "was" | "were"));
    let city = || {
        let mention = reader.cast.mention_at(reader.sentence, at);
        mention.is_some_and(|(_, mention)| mention.kind == MentionKind::City)
    };
    was && city() && is_with(reader, at)
}

/// Whether somebody hangs on a token with "with".
fn is_with(reader: &Reader<'_>, at: usize) -> bool {
    reader.parse.children(at).any(|child| {
        reader.parse.case(child).is_some_and(|case| reader.word(case) == "with") && reader.person_at(child)
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
