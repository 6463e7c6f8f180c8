//! Descriptions without a name: `the Turkish foreign minister`, `the general`, `a senior official`,
//! `the leaders of France and Germany`, `the two presidents`.
//!
//! Reads what is left between the named mentions of a sentence. Whom a description means is for the
//! cast.

use std::ops::Range;

use rapporteur_syntax::{Relation, Upos};

use self::words::{BODIES, GROUPS, INSTITUTIONS, OFFICES, OFFICIAL, PORTFOLIOS, SEATS, UNNAMED};
use super::capitals::is_capitalised;
use super::teller::teller;
use super::{Mention, MentionKind};
use crate::lexicon;
use crate::statement::lexicon as speech;
use crate::text::Text;

mod words;

/// The office of who leads a team of a state at talks.
pub const HEAD_OF_DELEGATION: &str = "head of delegation";

/// Whether the noun is one for an institution, which is no he and no she.
pub fn is_institution(noun: &str) -> bool {
    let noun = noun.to_lowercase();
    [SEATS, BODIES, INSTITUTIONS].iter().any(|list| list.contains(&noun.as_str()))
}

/// Whether the noun is one for several who act together, or for people whom texts leave without a name: "ministers",
/// "diplomats".
pub fn is_people(noun: &str) -> bool {
    is_unnamed(noun) || GROUPS.contains(&noun.to_lowercase().as_str())
}

/// Whether the noun is one for people whom texts leave without a name: "diplomats".
pub fn is_unnamed(noun: &str) -> bool {
    UNNAMED.contains(&noun.to_lowercase().as_str())
}

/// The described mentions of a sentence, given its named ones in order.
pub fn described(sentence: usize, words: &[&str], named: &[Mention]) -> Vec<Mention> {
    let mut taken = vec![false; words.len()];
    // "One Western ambassador": a word alone may be no name.
    let named_person =
        |m: &&Mention| m.kind == MentionKind::Person && (m.tokens.len() > 1 || !m.offices.is_empty());
    for mention in named.iter().filter(named_person) {
        taken[mention.tokens.clone()].fill(true);
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mention = (!taken[at])
            .then(|| one(sentence, words, named, at).or_else(|| teller(sentence, words, at)))
            .flatten();
        match mention {
            Some(mention) if !taken[mention.tokens.clone()].contains(&true) => {
                at = mention.tokens.end;
                found.push(mention);
            }
            _ => at += 1,
        }
    }
    found
}

/// Those who speak in a transcript by their office alone: `SPOKESPERSON: It is.`, where no person of the
/// text is said to hold it.
pub fn in_labels(text: &Text<'_>, mentions: &[Mention]) -> Vec<Mention> {
    let head = |office: &str| office.rsplit(' ').next().map(str::to_lowercase).unwrap_or_default();
    let persons = || mentions.iter().filter(|mention| mention.kind == MentionKind::Person);
    let mut held: Vec<String> =
        persons().flat_map(|mention| &mention.offices).map(|office| head(office)).collect();
    // "Spokesperson: Ms. Ada Obi", "Ada Obi, Spokesperson".
    for person in persons().filter(|mention| !mention.in_label) {
        let words = text.words(person.sentence);
        let (start, end) = (person.tokens.start, person.tokens.end);
        if start > 1 && words[start - 1] == ":" {
            held.push(head(words[start - 2]));
        }
        if words.get(end) == Some(&",")
            && let Some(length) = words.get(end + 1..).and_then(lexicon::office)
        {
            held.push(head(words[end + length]));
        }
    }
    let one = |sentence: usize| {
        text.sentences[sentence].label.as_ref()?;
        let words = text.label_words(sentence);
        let end = words.iter().position(|word| matches!(*word, ":" | "(")).unwrap_or(words.len());
        let article = usize::from(words.first().is_some_and(|word| word.eq_ignore_ascii_case("the")));
        let office = words.get(article..end).filter(|office| !office.is_empty())?;
        let last = head(office.last()?);
        const LONGEST: usize = 5;
        // "SENIOR ADMINISTRATION OFFICIAL:"
        let known = lexicon::office(office) == Some(office.len())
            || office.len() <= LONGEST && UNNAMED.contains(&last.as_str());
        (known && !held.contains(&last)).then(|| Mention {
            in_label: true,
            ..mention(sentence, 0..end, article..end, MentionKind::Unnamed, None, None, vec![last])
        })
    };
    let spoken: Vec<Mention> = (0..text.sentences.len()).filter_map(one).collect();
    // One alone is a line of a form: "Chair: Mrs. Ada Obi".
    spoken
        .iter()
        .filter(|mention| spoken.iter().filter(|other| other.offices == mention.offices).count() > 1)
        .filter(|mention| {
            !persons().any(|other| other.sentence == mention.sentence && other.tokens.start == 0)
        })
        .cloned()
        .collect()
}

/// The description that begins with a determiner, a possessive or an adjective of nationality at `at`.
fn one(sentence: usize, words: &[&str], named: &[Mention], at: usize) -> Option<Mention> {
    let lower = words[at].to_lowercase();
    let is_named = |found: &Mention| {
        named.iter().any(|m| m.kind == MentionKind::Organization && m.tokens.end == found.tokens.end)
    };
    if let Some(found) = seated(sentence, words, named, at).filter(|found| !is_named(found)) {
        return Some(found);
    }
    if let Some(found) =
        possessed(sentence, words, named, at).or_else(|| speaking(sentence, words, named, at))
    {
        return Some(found);
    }
    let state = |i: usize| named.iter().find(|m| m.tokens.start == i && m.kind.is_state_like());
    let definite = matches!(lower.as_str(), "the" | "his" | "her" | "their" | "its" | "my" | "our");
    let indefinite =
        matches!(lower.as_str(), "a" | "an" | "one" | "two" | "three" | "several" | "some" | "another");
    let mut next = if definite || indefinite { at + 1 } else { at };
    let mut country = None;
    let mut owner = None;
    // "the Kremlin chief", whose article is the name's
    if let Some(seat) = state(at).filter(|seat| definite && seat.tokens.len() > 1) {
        country = seat.country;
        next = seat.tokens.end;
    }
    // Up to five modifiers, among them the country, then the head.
    for _ in 0..6 {
        if let Some(mention) = state(next) {
            // "Portuguese delegation met Czech": one country a description.
            if country.is_some() && next > at + 1 && named.iter().all(|m| m.tokens.end != next) {
                return None;
            }
            country = mention.country.or(country);
            next = mention.tokens.end;
            if matches!(words.get(next), Some(&("'s" | "’s"))) {
                next += 1;
            }
            continue;
        }
        if let Some(mention) = named.iter().find(|m| {
            m.tokens.start == next
                && matches!(m.kind, MentionKind::Organization | MentionKind::Outlet | MentionKind::Other)
        }) {
            owner = Some(mention.tokens.clone());
            country = country.or(mention.country);
            next = mention.tokens.end;
            if matches!(words.get(next), Some(&("'s" | "’s"))) {
                next += 1;
            }
            continue;
        }
        let word = *words.get(next)?;
        // "An American who watched": one of that country, and no noun behind it.
        // "Ada Obi, a Zambian who ...": she has been named.
        let apposed = at > 0 && words[at - 1] == ",";
        if indefinite
            && !apposed
            && country.is_some()
            && next == at + 2
            && (word == "who" || says(words, next) && !is_bare(words, next))
        {
            return Some(mention(
                sentence,
                at..next,
                at + 1..next,
                MentionKind::Unnamed,
                country,
                None,
                Vec::new(),
            ));
        }
        if matches!(
            word.to_lowercase().as_str(),
            "counterpart" | "counterparts" | "colleague" | "opposite" | "homologue" | "interlocutor"
        ) || (next == at + 1 && matches!(lower.as_str(), "his" | "her")
            || lower == "the" && country.is_some())
            && matches!(word, "host" | "hostess" | "guest" | "visitor" | "adversary")
        {
            let end = if words.get(next + 1) == Some(&"number") { next + 2 } else { next + 1 };
            // "her counterpart from the Russian Federation"
            let article = usize::from(words.get(end + 1) == Some(&"the"));
            let from =
                matches!(words.get(end), Some(&("from" | "of"))).then(|| state(end + 1 + article)).flatten();
            let end = from.map_or(end, |mention| mention.tokens.end);
            let country = country.or(from.and_then(|mention| mention.country));
            return definite.then(|| {
                mention(
                    sentence,
                    at..end,
                    next..end,
                    MentionKind::Described,
                    country,
                    owner,
                    vec!["counterpart".into()],
                )
            });
        }
        // "the source said": one told of before.
        if lower == "the"
            && next == at + 1
            && matches!(
                word,
                "source"
                    | "witness"
                    | "insider"
                    | "newspaper"
                    | "paper"
                    | "daily"
                    | "delegate"
                    | "eyewitness"
            )
            && says(words, next + 1)
        {
            let tokens = at..next + 1;
            return Some(mention(
                sentence,
                tokens,
                next..next + 1,
                MentionKind::Described,
                None,
                None,
                Vec::new(),
            ));
        }
        let adjective = word == "official" && words.get(next + 1).is_some_and(|w| OFFICIAL.contains(w));
        if UNNAMED.contains(&word.to_lowercase().as_str())
            && !adjective
            && (!is_anybody(word) || knows(words, next + 1))
            && (indefinite || (next > at && (word.ends_with('s') || !definite)))
        {
            let start = if indefinite { at + 1 } else { at };
            return Some(mention(
                sentence,
                at..next + 1,
                start..next + 1,
                MentionKind::Unnamed,
                country,
                owner,
                vec![word.to_lowercase()],
            ));
        }
        let body = word.to_lowercase();
        let speaks = || INSTITUTIONS.contains(&body.as_str()) && says(words, next + 1);
        if country.is_some() && (BODIES.contains(&body.as_str()) || speaks()) && next > at {
            let start = if definite || indefinite { at + 1 } else { at };
            let tokens = start..next + 1;
            let (name, kind) = (tokens.clone(), MentionKind::Organization);
            let mut body = mention(sentence, tokens, name, kind, country, None, Vec::new());
            super::owner::call_usual(words, &mut body);
            return Some(body);
        }
        if let Some((length, plural)) = office(&words[next..]).filter(|_| !adjective) {
            let end = next + length;
            let office = words[next..end].join(" ").to_lowercase();
            // "A chair of its own" is a seat.
            if indefinite && office == "chair" && !says(words, end) {
                return None;
            }
            // "the Kremlin chief" is who leads the state.
            let seat = next > 0 && named.iter().any(|m| m.kind == MentionKind::Seat && m.tokens.end == next);
            let heads = matches!(office.as_str(), "head" | "chief" | "boss" | "chief executive");
            let office = if seat && heads { "leader".to_owned() } else { office };
            let kind = if plural {
                MentionKind::DescribedGroup
            } else if indefinite {
                MentionKind::Unnamed
            } else {
                MentionKind::Described
            };
            // "PM replied that", as telegrams have it.
            let wired = opens(words, at) && is_capitalised(words[at]) && says(words, end);
            if next == at && !plural && country.is_none() && !wired {
                return None;
            }
            let start = if definite || indefinite { at + 1 } else { at };
            // "the Minister of Uruguay": whose he is stands behind.
            let behind = matches!(words.get(end), Some(&("of" | "for")))
                .then(|| {
                    state(end + 1)
                        .or_else(|| (words.get(end + 1) == Some(&"the")).then(|| state(end + 2)).flatten())
                })
                .flatten()
                .filter(|mention| mention.kind == MentionKind::State);
            // "the head of Peru's delegation"
            if let Some((team, whose)) = team_behind(words, named, next, end)
                && !plural
                && country.is_none()
            {
                let (kind, head) = (MentionKind::Described, vec![HEAD_OF_DELEGATION.into()]);
                return Some(mention(sentence, at..team, start..team, kind, Some(whose), None, head));
            }
            // Of several the states are a list of their own: "the ministers of Chad, Niger and Mali".
            let end = behind.filter(|_| !plural).map_or(end, |mention| mention.tokens.end);
            let country = country.or(behind.and_then(|mention| mention.country));
            return Some(mention(sentence, at..end, start..end, kind, country, owner, vec![office]));
        }
        // "Portugal informed parliament": a state without its "'s" has a verb of its own.
        let bare = next > 0 && named.iter().any(|m| m.kind == MentionKind::State && m.tokens.end == next);
        if next == at && country.is_none() || !is_modifier(word) || bare && word.ends_with("ed") {
            return None;
        }
        next += 1;
    }
    None
}

/// The end of a team that the head just named leads, and whose it is: "of Peru's delegation", "of the Peruvian team".
fn team_behind(
    words: &[&str],
    named: &[Mention],
    head: usize,
    end: usize,
) -> Option<(usize, rapporteur_schema::Country)> {
    let leads = end == head + 1 && matches!(words[head], "head" | "leader" | "chief");
    if !leads || words.get(end) != Some(&"of") {
        return None;
    }
    let start = end + 1 + usize::from(words.get(end + 1) == Some(&"the"));
    let state = named.iter().find(|m| m.tokens.start == start && m.kind.is_state_like())?;
    let own = usize::from(matches!(words.get(state.tokens.end), Some(&("'s" | "’s"))));
    let kind = state.tokens.end + own;
    let noun =
        kind + usize::from(matches!(words.get(kind), Some(&("negotiating" | "official" | "government"))));
    matches!(words.get(noun), Some(&("delegation" | "team" | "side" | "mission")))
        .then_some((noun + 1, state.country?))
}

/// Whether a sentence or its part begins at a word.
fn opens(words: &[&str], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| matches!(words[before], "." | ";" | ":" | ")"))
}

/// Whether the noun is one for anybody, who is a source only by what stands behind it.
fn is_anybody(word: &str) -> bool {
    matches!(word, "person" | "people" | "figure" | "figures" | "daily" | "veteran" | "exile" | "editor")
}

/// Whether the words tell how somebody comes to know: "briefed on the talks", "with knowledge of the offer".
fn knows(words: &[&str], at: usize) -> bool {
    matches!(
        (words.get(at).copied().unwrap_or_default(), words.get(at + 1).copied().unwrap_or_default()),
        ("familiar" | "acquainted", "with")
            | ("briefed" | "informed", "on" | "about" | "of")
            | ("with", "knowledge" | "direct" | "first-hand")
            | ("close", "to")
            | ("involved" | "present" | "taking" | "who", _)
    )
}

/// The tokens of a description without a name and of what the grammar joins to it right before and right behind: "her
/// ministry", "an official in Brussels", "a source familiar with the talks", "the Mufti of Plovdiv".
pub fn phrase(text: &Text<'_>, mention: &Mention) -> Range<usize> {
    const BEFORE: usize = 5;
    const LONGEST: usize = 9;
    let Range { mut start, mut end } = mention.tokens;
    if mention.in_label {
        return start..end;
    }
    let (parse, words) = (&text.sentences[mention.sentence].parse, text.words(mention.sentence));
    let breaks = |at: usize| {
        let joins = |word: &&str| word.starts_with(char::is_alphanumeric) || matches!(*word, "'s" | "’s");
        !words.get(at).is_some_and(joins)
    };
    let within = |at: usize| mention.tokens.contains(&at);
    let Some(noun) = mention.tokens.clone().rev().find(|&at| parse.head(at).is_none_or(|head| !within(head)))
    else {
        return start..end;
    };
    for child in parse.children(noun).rev() {
        let determines = matches!(
            parse.tokens[child].relation,
            Relation::Determiner
                | Relation::Possessor
                | Relation::NumericModifier
                | Relation::AdjectivalModifier
                | Relation::Compound
        );
        let (first, last) = parse.subtree(child).into_inner();
        if determines
            && last + 1 == start
            && mention.tokens.start - first <= BEFORE
            && !(first..start).any(breaks)
        {
            start = first;
        }
    }
    let joined = |child: usize, end: usize| match parse.tokens[child].relation {
        Relation::NominalModifier => parse.case(child).is_some_and(|case| {
            matches!(
                parse.tokens[case].lemma.as_str(),
                "of" | "in" | "at" | "from" | "on" | "for" | "to" | "with" | "among"
            )
        }),
        Relation::AdjectivalModifier | Relation::AdnominalClause => knows(&words, end),
        // "A person who was in the room" is known by it; what is told of "the person, who" is another matter.
        Relation::RelativeClause => words.get(end) == Some(&"who") && is_indefinite(&words, mention),
        _ => false,
    };
    // "Residents there said", but not "to see the leader there".
    let acts =
        parse.tokens.get(end + 1).is_some_and(|next| matches!(next.upos, Upos::Verb | Upos::Auxiliary));
    if acts && matches!(words.get(end), Some(&("here" | "there"))) {
        end += 1;
    }
    while let Some(child) =
        parse.children(noun).find(|&child| *parse.subtree(child).start() == end && joined(child, end))
    {
        let last = *parse.subtree(child).end();
        let stop = (end + 1..=last).find(|&at| breaks(at) || matches!(words[at], "who" | "that" | "which"));
        end = stop.unwrap_or(last + 1);
        if stop.is_some() {
            break;
        }
    }
    // What the grammar has not joined: "an official close to the mediation said".
    if end == mention.tokens.end && knows(&words, end) {
        let stop = (end + 1..end + LONGEST).find(|&at| breaks(at) || says(&words, at));
        end = stop.unwrap_or(end);
    }
    if end - start > LONGEST { start..mention.tokens.end } else { start..end }
}

/// Whether a description brings in somebody new: "a source", "two people".
fn is_indefinite(words: &[&str], mention: &Mention) -> bool {
    let first = words.get(mention.tokens.start).map_or(String::new(), |word| word.to_lowercase());
    matches!(first.as_str(), "a" | "an" | "one" | "two" | "three" | "four" | "another" | "some" | "several")
}

/// How many words an office takes, and whether it is one of several: "prime ministers".
fn office(words: &[&str]) -> Option<(usize, bool)> {
    if let Some(length) = lexicon::office(words) {
        let last = words[length - 1].to_lowercase();
        return Some((length, last.ends_with('s') && last != "affairs"));
    }
    (1..=4).find_map(|length| {
        let (last, first) = words.get(..length)?.split_last()?;
        let one = last.strip_suffix("ies").map(|stem| format!("{stem}y"));
        let one = one.or_else(|| last.strip_suffix('s').map(str::to_owned))?;
        let single: Vec<&str> = first.iter().copied().chain([one.as_str()]).collect();
        (lexicon::office(&single) == Some(length)).then_some((length, true))
    })
}

/// Whether the word is a verb of saying that tells of others: `said`, `rejected`; after an auxiliary too.
fn says(words: &[&str], at: usize) -> bool {
    let word = |at: usize| words.get(at).map_or(String::new(), |word| word.to_lowercase());
    let auxiliary = ["have", "had", "has", "also", "then", "later", "would", "could", "will"]
        .contains(&word(at).as_str());
    let at = at + usize::from(auxiliary);
    let at = at + usize::from(auxiliary && ["not", "neither"].contains(&word(at).as_str()));
    let form = word(at);
    form.ends_with(|c: char| c.is_alphabetic())
        && !form.ends_with("ing")
        && speech::verb(&form, &word(at + 1), &word(at + 2)).is_some()
}

/// Whether a verb of saying stands without an ending, and so is rather a noun: "a French offer".
fn is_bare(words: &[&str], at: usize) -> bool {
    let form = words[at].to_lowercase();
    speech::verb(&form, "", "").is_some_and(|verb| verb.lemma == form)
}

/// "Her office", "Bennani's office": the noun, under the name of the whole.
fn possessed(sentence: usize, words: &[&str], named: &[Mention], at: usize) -> Option<Mention> {
    let word = words[at].to_lowercase();
    let held = |at: usize| words.get(at).is_some_and(|word| OFFICES.contains(word));
    let mut country = None;
    let (start, noun) = if matches!(word.as_str(), "his" | "her" | "their" | "my") && held(at + 1) {
        (at, at + 1)
    } else if held(at) && at > 1 && matches!(words[at - 1], "'s" | "’s") {
        let owner = named.iter().find(|m| m.kind == MentionKind::Person && m.tokens.end == at - 1);
        // "the President's spokesman"
        let office = || {
            (1..=3)
                .filter_map(|back| (at - 1).checked_sub(back))
                .find(|&start| lexicon::office(&words[start..at - 1]) == Some(at - 1 - start))
        };
        let start = owner.map(|owner| owner.tokens.start).or_else(office)?;
        // "the Chadian president's office"
        let nation = named.iter().find(|m| m.kind == MentionKind::Adjective && m.tokens.end == start);
        country = nation.and_then(|nation| nation.country);
        (nation.map_or(start, |nation| nation.tokens.start), at)
    } else {
        return None;
    };
    // "Their lawyer, V. Selvanathan, wrote": the name says who it is.
    let apposed = words.get(noun + 1) == Some(&",")
        && named.iter().any(|m| m.kind == MentionKind::Person && m.tokens.start == noun + 2);
    if apposed {
        return None;
    }
    // "the minister in his office" is a place.
    let adverb = usize::from(matches!(
        words.get(noun + 1),
        Some(&("first" | "later" | "then" | "also" | "had" | "has" | "now" | "himself" | "herself"))
    ));
    let spoken = says(words, noun + 1 + adverb)
        || start.checked_sub(1).is_some_and(|before| says(words, before))
        || matches!(words.get(noun + 1), Some(&","));
    let tokens = if start == at { at..noun + 1 } else { noun..noun + 1 };
    let name = start..noun + 1;
    spoken.then(|| mention(sentence, tokens, name, MentionKind::Unnamed, country, None, Vec::new()))
}

/// What speaks for a state that the words do not name: "the palace said", "a statement from the presidency".
fn seated(sentence: usize, words: &[&str], named: &[Mention], at: usize) -> Option<Mention> {
    let lower = |at: usize| words.get(at).map_or(String::new(), |word| word.to_lowercase());
    let article = usize::from(lower(at) == "the");
    // "Police said", "State television said": these do without.
    let alone = lower(at) == "police" && says(words, at + 1)
        || lower(at) == "state" && matches!(lower(at + 1).as_str(), "television" | "radio" | "media" | "tv");
    if article == 0 && !alone {
        return None;
    }
    let portfolios =
        (at + article..).take(2).take_while(|&at| PORTFOLIOS.contains(&lower(at).as_str())).count();
    // The last word may be one that stands before others too: "the military said".
    let noun = (at + article..=at + article + portfolios).rev().find(|&noun| {
        // "The Commission", with a capital, is the short name of one.
        let capital =
            article == 1 && words.get(noun).is_some_and(|word| word.starts_with(char::is_uppercase));
        let noun = lower(noun);
        SEATS.contains(&noun.as_str())
            || INSTITUTIONS.contains(&noun.as_str()) && !capital
            || alone && matches!(noun.as_str(), "television" | "radio" | "tv")
    })?;
    let before = |back: usize| at.checked_sub(back).map_or("", |at| words[at]);
    let written = matches!(before(1), "from" | "by")
        && matches!(before(2), "statement" | "note" | "letter" | "message" | "communiqué");
    let placed = named.iter().find(|city| {
        city.kind == MentionKind::City && city.tokens.start == noun + 2 && words[noun + 1] == "in"
    });
    let end = placed.map_or(noun + 1, |city| city.tokens.end);
    (says(words, end) || written).then(|| {
        let name = at + article..noun + 1;
        let mut found = mention(sentence, at..noun + 1, name, MentionKind::Unnamed, None, None, Vec::new());
        if let Some(city) = placed {
            super::owner::seat(words, &mut found, city);
        }
        found
    })
}

/// Several who are named by what they are, without an article, beside a verb of saying: `diplomats
/// said`, `aid workers say`, `Ministers welcomed`; `the two Ministers expressed`.
fn speaking(sentence: usize, words: &[&str], named: &[Mention], at: usize) -> Option<Mention> {
    const MODIFIERS: usize = 2;
    let lower = words[at].to_lowercase();
    let counted = |word: &str| {
        matches!(
            word,
            "two" | "three" | "four" | "five" | "six" | "several" | "some" | "many" | "most" | "all"
        )
    };
    let article = usize::from(lower == "the");
    let first = at + article;
    let before = at.checked_sub(1).map_or("", |before| words[before]);
    if matches!(
        before.to_lowercase().as_str(),
        "of" | "to" | "with" | "by" | "from" | "for" | "between" | "and" | "the"
    ) {
        return None;
    }
    let noun = (first..(first + MODIFIERS + 1).min(words.len()))
        .find(|&noun| GROUPS.contains(&words[noun].to_lowercase().as_str()))?;
    let modifiers = &words[first..noun];
    let plain = modifiers.iter().all(|word| {
        let small = word.to_lowercase();
        counted(&small)
            || word.chars().skip(usize::from(at == 0)).all(|c| c.is_lowercase() || c == '-')
                && !lexicon::is_function_word(word)
                && speech::verb(word, "", "").is_none()
    });
    // "the Ministers", with the capital of a communiqué, is no name.
    let free = named.iter().all(|m| {
        m.tokens.end <= at
            || m.tokens.start > noun
            || m.tokens == (noun..noun + 1) && m.kind != MentionKind::State
    });
    let inverted =
        !before.is_empty() && says(words, at - 1) && matches!(words.get(noun + 1), Some(&("." | "," | ";")));
    if !plain || !free || !(says(words, noun + 1) || placed(words, noun + 1) || inverted) {
        return None;
    }
    let kind = if modifiers.is_empty() && article == 1 || article == 0 || modifiers.iter().all(|w| counted(w))
    {
        MentionKind::Unnamed
    } else {
        return None;
    };
    Some(mention(sentence, at..noun + 1, first..noun + 1, kind, None, None, vec![words[noun].to_lowercase()]))
}

/// Whether a place stands between the words and their verb of saying: "Diplomats in Rabat said".
fn placed(words: &[&str], at: usize) -> bool {
    const PLACE: usize = 4;
    matches!(words.get(at), Some(&("in" | "at" | "from" | "on" | "near" | "around")))
        && (at + 2..=at + PLACE).any(|verb| {
            says(words, verb)
                && words
                    .get(at + 1..verb)
                    .is_some_and(|place| place.iter().all(|w| w.chars().all(char::is_alphabetic)))
        })
}

fn is_modifier(word: &str) -> bool {
    word.chars().all(|c| c.is_alphabetic() || c == '-')
        && (!lexicon::is_function_word(word) || matches!(word, "two" | "three" | "four" | "five" | "other"))
}

fn mention(
    sentence: usize,
    tokens: Range<usize>,
    name: Range<usize>,
    kind: MentionKind,
    country: Option<rapporteur_schema::Country>,
    of: Option<Range<usize>>,
    offices: Vec<String>,
) -> Mention {
    Mention { sentence, in_label: false, tokens, name, kind, known: None, country, offices, of }
}
