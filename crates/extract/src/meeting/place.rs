//! Where a meeting was: the places its clause names, else its sentence, else what the passage has
//! said last, else where the dateline stands.
//!
//! Reads mentions; knows no participants. Invariant: only what took place lately takes a place that
//! its own sentence does not name.

use std::ops::Range;

use rapporteur_syntax::{Parse, Relation, Upos};

use self::label::{dateline, headed, is_located, labelled};
use super::party::Room;
use super::{Clock, trigger};
use crate::cast::Cast;
use crate::lexicon;
use crate::mention::{Mention, MentionKind, venue};
use crate::text::Text;

mod label;

/// How many sentences back a place is carried on.
const REACH: usize = 4;
/// Nouns that place a meeting by what stands behind them: "at his residence in Doha".
const VENUES: &[&str] = &[
    "residence",
    "palace",
    "hotel",
    "house",
    "villa",
    "ministry",
    "embassy",
    "office",
    "hall",
    "building",
    "centre",
    "center",
    "headquarters",
    "chancery",
    "club",
    "castle",
    "lodge",
    "room",
    "suite",
    "complex",
    "resort",
    "base",
    "camp",
    "city",
    "town",
    "capital",
    "island",
    "village",
    "monastery",
    "home",
    "airport",
    "day",
    "morning",
    "afternoon",
    "evening",
    "week",
    "hour",
    "side",
    "margin",
    "sideline",
    "stop",
    "stay",
    "visit",
    "mission",
];
/// The places of a meeting told in a clause, the smallest kind first, as mention numbers, and
/// whether its own sentence names them. `carry`
/// allows places that stand outside the sentence.
pub fn places(
    room: &Room<'_>,
    trigger: usize,
    clause: &Range<usize>,
    carry: bool,
    clock: &Clock<'_>,
) -> (Vec<usize>, bool) {
    let Room { text, cast, sentence, words, .. } = *room;
    let parse = &text.sentences[sentence].parse;
    let led = led_to(cast, parse, sentence, words, trigger);
    if let Some(index) = led.or_else(|| travelled_to(room, trigger)).or_else(|| left(room, trigger)) {
        return (index, true);
    }
    // "resumed talks here on Tuesday": where the dateline stands.
    if words[clause.clone()].contains(&"here") {
        let found = dateline(text, cast);
        if !found.is_empty() {
            return (found, true);
        }
    }
    let mut found = placed(text, cast, sentence, words, clause, trigger);
    if found.is_empty() {
        found = placed(text, cast, sentence, words, &(0..words.len()), trigger);
    }
    if found.is_empty() {
        found = headed(text, cast, sentence);
    }
    // "At the palace": in which city, what was told before may say.
    let said = !found.iter().all(|&index| cast.mentions[index].is_plain_house(text));
    let open = lie_nowhere(text, cast, &found);
    keep_nearest(cast, trigger, &mut found);
    if open && carry {
        lie_in(text, cast, &mut found, &carried(text, cast, sentence, clock));
    }
    found.sort_by_key(|&index| rank(&cast.mentions[index]));
    (found, said)
}

/// Whether places do not say where on the map they are: none, or houses that no list has.
pub(super) fn lie_nowhere(text: &Text<'_>, cast: &Cast, places: &[usize]) -> bool {
    places.iter().map(|&index| &cast.mentions[index]).all(|mention| {
        mention.kind == MentionKind::Venue && mention.known.is_none() || venue::is_housed(text, mention)
    })
}

/// Says in which city places lie; "the palace" is the one that has been named there.
pub(super) fn lie_in(text: &Text<'_>, cast: &Cast, places: &mut Vec<usize>, around: &[usize]) {
    if around.iter().any(|&index| rank(&cast.mentions[index]) <= HOUSE) {
        places.retain(|&index| !cast.mentions[index].is_plain_house(text));
    }
    places.extend_from_slice(around);
}

/// "She flew to Guayaquil, where she dined": the place before the `where` that the meeting stands behind.
fn led_to(cast: &Cast, parse: &Parse, sentence: usize, words: &[&str], trigger: usize) -> Option<Vec<usize>> {
    const FAR: usize = 14;
    let from = trigger.saturating_sub(FAR);
    let at = (from..trigger).rev().find(|&at| words[at].eq_ignore_ascii_case("where"))?;
    // "to Bombay, where he was received by the Governor and met the merchants"
    let goes_on = parse.tokens.get(trigger).is_some_and(|token| token.relation == Relation::Conjunct)
        && parse.subjects(trigger).next().is_none();
    let stops = |word: &&str| matches!(*word, ";" | "." | "but") || *word == "and" && !goes_on;
    if words.get(at..trigger)?.iter().any(stops) {
        return None;
    }
    let before = cast.in_sentence(sentence).filter(|(_, m)| m.kind.is_place() && m.tokens.end <= at);
    let before: Vec<(usize, &Mention)> = before.collect();
    let joined = |from: usize, to: usize| {
        words.get(from..to).is_some_and(|gap| gap.len() <= 1 && gap.iter().all(|word| *word == ","))
    };
    // "flew to Riga on Monday, where"
    let day = |word: &&str| matches!(*word, "," | "on" | "last" | "this") || lexicon::is_dated(word);
    let dated = |from: usize| words.get(from..at).is_some_and(|gap| gap.iter().all(day));
    let (last, mention) = *before.last()?;
    if !joined(mention.tokens.end, at) && !dated(mention.tokens.end) {
        return None;
    }
    let smaller = before.iter().rev().nth(1).filter(|(_, m)| joined(m.tokens.end, mention.tokens.start));
    Some(smaller.map(|(index, _)| *index).into_iter().chain([last]).collect())
}

/// "She left Riga after seeing him", "before leaving Riga she called on him": where the journey begins.
fn left(room: &Room<'_>, trigger: usize) -> Option<Vec<usize>> {
    let parse = &room.text.sentences[room.sentence].parse;
    let leaves =
        |verb: usize| matches!(parse.tokens[verb].lemma.as_str(), "leave" | "left" | "depart" | "quit");
    let marked = |clause: usize, wanted: &str| {
        parse.children(clause).any(|mark| room.words[mark].eq_ignore_ascii_case(wanted))
    };
    let clause = |clause: usize| parse.tokens[clause].relation == Relation::AdverbialClause;
    let above =
        parse.head(trigger).filter(|&verb| clause(trigger) && leaves(verb) && marked(trigger, "after"));
    let below =
        || parse.children(trigger).find(|&verb| clause(verb) && leaves(verb) && marked(verb, "before"));
    let verb = above.or_else(below)?;
    let city = parse.objects(verb).find_map(|at| room.cast.mention_at(room.sentence, at))?;
    (city.1.kind == MentionKind::City).then(|| vec![city.0])
}

/// "He flew to Algiers for talks", "she will travel to Rome to see him": where the journey leads.
fn travelled_to(room: &Room<'_>, trigger: usize) -> Option<Vec<usize>> {
    const FAR: usize = 3;
    const JOURNEYS: &[&str] =
        &["fly", "travel", "go", "come", "return", "journey", "sail", "drive", "head", "proceed", "move"];
    let parse = &room.text.sentences[room.sentence].parse;
    let purpose = parse.case(trigger).is_some_and(|case| room.words[case].eq_ignore_ascii_case("for"))
        || matches!(
            parse.tokens[trigger].relation,
            // "came to Riga on Monday and was closeted with him"
            Relation::AdverbialClause | Relation::OpenComplement | Relation::Conjunct
        );
    if !purpose {
        return None;
    }
    let verb = parse.ancestors(trigger).take(FAR).find(|&at| {
        JOURNEYS.contains(&parse.tokens[at].lemma.as_str()) && parse.tokens[at].upos == Upos::Verb
    })?;
    // A place of its own beats where the way led.
    let mut own = parse.children(trigger).filter(|&child| parse.case(child).is_some());
    let placed = own.any(|child| {
        parse.case(child).is_some_and(|case| matches!(room.words[case], "in" | "at"))
            && room.cast.mention_at(room.sentence, child).is_some_and(|(_, m)| m.kind.is_place())
    });
    if placed {
        return None;
    }
    let goal = parse.obliques(verb).find_map(|goal| {
        let case = parse.case(goal)?;
        let (index, mention) = room.cast.mention_at(room.sentence, goal)?;
        (matches!(room.words[case], "to" | "into" | "for") && mention.kind.is_place()).then_some(index)
    })?;
    Some(vec![goal])
}

/// Of several cities in one sentence the one nearest to the trigger, behind it before all, with what
/// stands between it and the next.
fn keep_nearest(cast: &Cast, trigger: usize, found: &mut Vec<usize>) {
    let cities: Vec<usize> = found
        .iter()
        .copied()
        .filter(|&index| matches!(cast.mentions[index].kind, MentionKind::City | MentionKind::Seat))
        .collect();
    if cities.len() < 2 {
        return;
    }
    let start = |index: usize| cast.mentions[index].tokens.start;
    let nearest = cities.iter().copied().min_by_key(|&index| {
        let at = start(index);
        if at > trigger { at - trigger } else { 2 * (trigger - at) + 1 }
    });
    let Some(nearest) = nearest else { return };
    let next = cities
        .iter()
        .map(|&index| start(index))
        .filter(|&at| at > start(nearest))
        .min()
        .unwrap_or(usize::MAX);
    let last = cities.iter().map(|&index| start(index)).filter(|&at| at < start(nearest)).max();
    found.retain(|&index| start(index) < next && last.is_none_or(|last| start(index) > last));
}

/// The rank of the largest house.
const HOUSE: u8 = 1;

fn rank(mention: &Mention) -> u8 {
    match mention.kind {
        MentionKind::Venue | MentionKind::Organization => 0,
        MentionKind::Seat => 1,
        MentionKind::City => 2,
        MentionKind::Region => 3,
        _ => 4,
    }
}

/// The places among some tokens that a preposition of place or a larger place's comma marks.
fn placed(
    text: &Text<'_>,
    cast: &Cast,
    sentence: usize,
    words: &[&str],
    tokens: &Range<usize>,
    trigger: usize,
) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    // "Town Hall, Komárom, 19 November 1992": a head names where it is without a preposition.
    let is_head = words.len() <= 24
        && words.iter().any(|word| word.starts_with(|c: char| c.is_ascii_digit()))
        && !words.iter().any(|word| matches!(*word, "." | "?" | "!" | "“" | "\""))
        && words.iter().filter(|word| **word == ",").count() >= 1;
    for (index, m) in cast.in_sentence(sentence) {
        let at = || words[..m.tokens.start].iter().rev().find(|word| !word.eq_ignore_ascii_case("the"));
        let housed = || venue::is_housed(text, m) && at().is_some_and(|word| word.eq_ignore_ascii_case("at"));
        if !(m.kind.is_place() || housed()) || !tokens.contains(&m.tokens.start) {
            continue;
        }
        if is_head {
            found.push(index);
            continue;
        }
        let before = |back: usize| {
            m.tokens.start.checked_sub(back).map(|at| words[at].to_lowercase()).unwrap_or_default()
        };
        let (first, second, third) = (before(1), before(2), before(3));
        // "a ceasefire in eastern Ukraine": the place of another thing.
        if is_elsewhere(text, cast, sentence, m, trigger) || is_of_another(text, cast, sentence, m, trigger) {
            continue;
        }
        let marks = |word: &str| matches!(word, "in" | "at" | "near" | "outside" | "inside");
        if (2..=4).any(|back| before(back) == "not") {
            continue;
        }
        // "flew in from Pretoria", "sat in to speak of Darfur": a preposition of its own says what it is to the rest.
        let other = |word: &str| {
            matches!(word, "from" | "of" | "on" | "to" | "about" | "with" | "over" | "by" | "against")
        };
        // "in the city of Riobamba"
        let named = first == "of"
            && matches!(
                second.as_str(),
                "city" | "town" | "village" | "port" | "district" | "island" | "resort" | "suburb"
            )
            && (3..=5).any(|back| marks(&before(back)) || before(back) == "on");
        let near = named
            || marks(&first)
            || marks(&second) && first != "," && !other(&first)
            || marks(&third) && second != "," && first != "," && !other(&first) && !other(&second);
        // "Geneva, Switzerland": the larger place behind the smaller one that has just been placed.
        let larger = first == ","
            && found.last().is_some_and(|&last| {
                let last: &Mention = &cast.mentions[last];
                last.tokens.end + 1 == m.tokens.start && rank(last) < rank(m)
            });
        // "the Kinshasa round": the place that the noun itself is called by.
        let called = m.tokens.end == trigger
            && m.kind == MentionKind::City
            && words.get(trigger).is_some_and(|word| trigger::is_gathering(&word.to_lowercase()));
        // "is set for Oslo in June"
        let set = first == "for"
            && matches!(
                second.as_str(),
                "set"
                    | "scheduled"
                    | "planned"
                    | "slated"
                    | "fixed"
                    | "due"
                    | "booked"
                    | "arranged"
                    | "foreseen"
            );
        // "Oslo will be the venue of the next session"
        let venue =
            m.tokens.start == 0 && words.iter().any(|word| matches!(*word, "venue" | "scene" | "setting"));
        // "paid a visit to Kazakhstan", "visited Riga"
        let visited = visits(text, sentence, m, trigger);
        if near || larger || called || visited || set || venue {
            found.push(index);
        }
    }
    found
}

/// Whether the place is where a visit leads: "a visit to Kazakhstan", "to visit Riga".
fn visits(text: &Text<'_>, sentence: usize, place: &Mention, trigger: usize) -> bool {
    const VISITS: &[&str] = &["visit", "trip", "journey", "tour"];
    let parse = &text.sentences[sentence].parse;
    let invites = |lemma: &str| matches!(lemma, "invite" | "summon");
    let Some(visit) = parse
        .tokens
        .get(trigger)
        .filter(|token| VISITS.contains(&token.lemma.as_str()) || invites(&token.lemma))
    else {
        return false;
    };
    place.tokens.clone().any(|at| match parse.tokens[at].relation {
        Relation::NominalModifier | Relation::Oblique => {
            let to = parse.case(at).is_some_and(|case| parse.tokens[case].lemma == "to");
            let on = parse.head(at).is_some_and(|head| head == trigger || parse.head(trigger) == Some(head));
            to && on && place.kind != MentionKind::Organization
        }
        Relation::Object => visit.upos == Upos::Verb && parse.head(at) == Some(trigger),
        _ => false,
    })
}

/// Whether the tree hangs a place on a verb that tells of another meeting, or of what was said of this one: "they
/// conferred here and would meet again in Tripoli", "in Harare the minister said he had met her".
fn is_elsewhere(text: &Text<'_>, cast: &Cast, sentence: usize, place: &Mention, trigger: usize) -> bool {
    const SAYS: &[&str] = &["say", "tell", "add", "announce", "declare", "state", "warn", "insist", "note"];
    let parse = &text.sentences[sentence].parse;
    if trigger >= parse.len() {
        return false;
    }
    // "Said al-Harthy" says nothing.
    let is_verb = |at: usize| {
        parse.tokens[at].upos == Upos::Verb
            && cast.mention_at(sentence, at).is_none_or(|(_, m)| m.kind != MentionKind::Person)
    };
    let verb_above = |at: usize| parse.ancestors(at).find(|&above| is_verb(above));
    let Some(verb) = place.tokens.clone().find_map(|at| {
        parse.head(at).is_none_or(|head| !place.tokens.contains(&head)).then(|| verb_above(at)).flatten()
    }) else {
        return false;
    };
    let own = if parse.tokens[trigger].upos == Upos::Verb { Some(trigger) } else { verb_above(trigger) };
    if verb == trigger || Some(verb) == own {
        return false;
    }
    // "They concluded their meeting by deciding to establish a centre in Gao": where that is to be.
    let to_be = parse.tokens[verb].relation == Relation::OpenComplement
        && parse.children_by(verb, Relation::Marker).any(|mark| parse.tokens[mark].lemma == "to");
    if to_be && !parse.ancestors(trigger).any(|above| above == verb) {
        return true;
    }
    // "They met for the first time since fighting broke out in North Kivu": where another thing happened.
    let below = parse.ancestors(verb).any(|at| at == trigger || Some(at) == own);
    if below
        && parse.subjects(verb).any(|subject| parse.tokens[subject].upos != Upos::Pronoun)
        && parse.tokens[verb].relation == Relation::AdverbialClause
    {
        return true;
    }
    let lemma = parse.tokens[verb].lemma.as_str();
    // "X and Y, meeting in Vienna, agreed on a truce": it is where they agreed.
    let own_clause = parse.tokens[verb].relation == Relation::AdnominalClause
        && own.is_some_and(|own| parse.subjects(own).any(|subject| parse.head(verb) == Some(subject)));
    if matches!(lemma, "meet" | "confer") && own_clause {
        return false;
    }
    if matches!(lemma, "meet" | "confer") {
        return parse.tokens[trigger].upos == Upos::Verb && !parse.ancestors(trigger).any(|at| at == verb);
    }
    // Between what was said and who said it stands the clause.
    let told = || {
        let path = std::iter::once(trigger).chain(parse.ancestors(trigger)).take_while(|&at| at != verb);
        path.last().is_some_and(|top| {
            parse.tokens[top].relation == Relation::ClausalComplement && parse.head(top) == Some(verb)
        })
    };
    SAYS.contains(&lemma) && told()
}

/// The noun on which the tree hangs a place.
fn noun_of(parse: &Parse, place: &Mention) -> Option<usize> {
    let outside = |&at: &usize| parse.head(at).is_none_or(|head| !place.tokens.contains(&head));
    let at = place.tokens.clone().find(outside)?;
    parse.head(at).filter(|_| parse.tokens[at].relation == Relation::NominalModifier)
}

/// Whether the tree hangs a country on a noun that is neither the meeting nor a place, or a city on who works there.
fn is_of_another(text: &Text<'_>, cast: &Cast, sentence: usize, place: &Mention, trigger: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    let Some(noun) = noun_of(parse, place) else { return false };
    let lemma = parse.tokens[noun].lemma.as_str();
    // "a call soon after the talks in Istanbul": the place of the other meeting.
    let is_noun = parse.tokens.get(trigger).is_some_and(|token| token.upos == Upos::Noun);
    if is_noun && noun != trigger && trigger::is_gathering(&text.words(sentence)[noun].to_lowercase()) {
        return true;
    }
    if is_to_be_done(parse, noun, trigger) && !trigger::is_meeting_noun(lemma) {
        return true;
    }
    if place.kind == MentionKind::City {
        return matches!(
            lemma,
            "ambassador" | "envoy" | "consul" | "correspondent" | "representative" | "embassy"
        );
    }
    parse.tokens[noun].upos == Upos::Noun
        && noun != trigger
        && !trigger::is_meeting_noun(lemma)
        && !VENUES.contains(&lemma)
        && cast.mention_at(sentence, noun).is_none_or(|(_, m)| !m.kind.is_place())
}

/// Whether the tree hangs a place on a thing that happened there, and not on where those told of were: "on account of the
/// disturbances in Gao".
fn is_of_thing(text: &Text<'_>, sentence: usize, place: &Mention) -> bool {
    let parse = &text.sentences[sentence].parse;
    let Some(noun) = noun_of(parse, place) else { return false };
    let lemma = parse.tokens[noun].lemma.as_str();
    parse.tokens[noun].upos == Upos::Noun
        && !trigger::is_meeting_noun(lemma)
        && !trigger::is_meeting_noun(&text.lower(sentence)[noun])
        && !VENUES.contains(&lemma)
        && !venue::is_house(lemma)
}

/// "ended their talks by deciding to open a centre in Jambi": whether a noun is of what is only to be done.
fn is_to_be_done(parse: &Parse, noun: usize, trigger: usize) -> bool {
    let of_noun = |at: &usize| parse.tokens[*at].relation == Relation::NominalModifier;
    let up = std::iter::successors(Some(noun), |at| parse.head(*at).filter(|_| of_noun(at)));
    let Some((thing, verb)) = up.last().and_then(|thing| Some((thing, parse.head(thing)?))) else {
        return false;
    };
    parse.tokens[thing].relation.is_object()
        && verb != trigger
        && parse.tokens[verb].relation == Relation::OpenComplement
        && !parse.ancestors(trigger).any(|above| above == verb)
        && parse.children_by(verb, Relation::Marker).any(|mark| parse.tokens[mark].lemma == "to")
}

/// The place the passage has named last, in its label or its sentences, else the dateline's.
fn carried(text: &Text<'_>, cast: &Cast, sentence: usize, clock: &Clock<'_>) -> Vec<usize> {
    let section = text.block_of(sentence).section;
    for at in (sentence.saturating_sub(REACH)..=sentence).rev() {
        if text.block_of(at).section != section {
            break;
        }
        // "The sides last sat down in November, in Amman": the place of another day.
        let other_day = (clock.when)(at, 0)
            .zip((clock.passage)(sentence))
            .is_some_and(|(told, here)| at < sentence && !told.overlaps(&here));
        // Where somebody has arrived, they are the next day.
        let arrives = text.sentences[at].parse.tokens.iter().any(|token| {
            token.upos == Upos::Verb && matches!(token.lemma.as_str(), "arrive" | "land" | "reach")
        });
        if other_day && !arrives {
            continue;
        }
        let mut found = labelled(cast, at);
        found.retain(|&index| is_located(&text.label_words(at), &cast.mentions[index]));
        if found.is_empty() && at < sentence {
            let words = text.words(at);
            found = placed(text, cast, at, &words, &(0..words.len()), usize::MAX);
            found.retain(|&index| !is_of_thing(text, at, &cast.mentions[index]));
        }
        if !found.is_empty() {
            return found;
        }
    }
    dateline(text, cast)
}
