//! Whom a description without a name means: the name beside it, the holder of the office, else
//! someone the text does not name.
//!
//! Runs when every name has its actor. Invariant: a description never makes two named persons one.

mod holder;
mod leading;

use rapporteur_schema::ActorKind;
use rapporteur_syntax::Upos;

pub(super) use self::holder::institution_before;
use self::holder::{delegate, holder, named_later, nameless_before, newcomer, protagonist, speaker_before};
use super::phrasing::mention_text;
use super::standing::is_definite;
use super::{ActorNumber, Cast, Member};
use crate::gazetteer;
use crate::lexicon;
use crate::mention::described::{self, HEAD_OF_DELEGATION};
use crate::mention::{Mention, MentionKind, speaker};
use crate::normal::normalize;
use crate::statement::lexicon as speech;
use crate::text::Text;

/// Gives the described mentions of the cast their actors.
pub(super) fn describe(text: &Text<'_>, cast: &mut Cast) {
    for index in 0..cast.mentions.len() {
        if cast.mentions[index].kind == MentionKind::Person
            && let Some(person) = cast.actor[index]
        {
            learn(text, cast, person, index);
        }
    }
    for index in 0..cast.mentions.len() {
        if cast.mentions[index].kind == MentionKind::DescribedGroup {
            share(text, cast, index);
            if speak(text, &cast.mentions[index]) {
                let mention = &cast.mentions[index];
                let (name, country) = (mention.name(text).to_owned(), mention.country);
                let member = nameless(cast, index, &name, country);
                cast.join_phrases(text, member, index);
            }
        }
        // An unnamed one without an actor has the name beside it: "an Italian diplomat, Ada Obi".
        let unnamed = cast.mentions[index].kind == MentionKind::Unnamed && cast.actor[index].is_none();
        if cast.mentions[index].kind != MentionKind::Described && !unnamed {
            continue;
        }
        if let Some(person) = apposed(text, cast, index) {
            take_over(cast, person, index);
            continue;
        }
        if cast.mentions[index].offices.iter().any(|office| office == "counterpart") {
            unknown_counterpart(text, cast, index);
            continue;
        }
        let before = nameless_before(text, cast, index).or_else(|| {
            // "The paper adds", of one named before.
            let described = cast.mentions[index].kind == MentionKind::Described;
            described.then(|| institution_before(text, cast, index)).flatten()
        });
        if let Some(nameless) = before {
            cast.actor[index] = Some(nameless);
            cast.members[nameless].mentions.push(index);
            continue;
        }
        let known = || {
            protagonist(text, cast, index)
                .or_else(|| holder(cast, index))
                .or_else(|| delegate(cast, index))
                .or_else(|| newcomer(text, cast, index))
                .or_else(|| named_later(text, cast, index))
                .or_else(|| speaker_before(text, cast, index))
        };
        if let Some(person) = if unnamed { None } else { known() } {
            take_over(cast, person, index);
        } else if unnamed
            || cast.mentions[index].country.is_some()
            || cast.mentions[index].of.is_some()
            || is_high(text, &cast.mentions[index])
            || is_heard(text, cast, index)
        {
            let mention = &cast.mentions[index];
            let (name, country) = (mention.name(text).to_owned(), mention.country);
            let member = nameless(cast, index, &name, country);
            // "the President" as the text has it, beside "President".
            cast.join(member, index, mention_text(text, &cast.mentions[index]));
            cast.join_phrases(text, member, index);
            cast.name_by_complement(text, member, index);
        } else if is_owned(text, &cast.mentions[index]) {
            let name = mention_text(text, &cast.mentions[index]).to_lowercase();
            nameless(cast, index, &name, None);
        }
    }
}

/// "His Iranian counterpart", of a state of which the text names nobody: one without a name.
fn unknown_counterpart(text: &Text<'_>, cast: &mut Cast, index: usize) {
    let Some(country) = cast.mentions[index].country else { return };
    let named = cast.members.iter().any(|member| {
        member.kind == ActorKind::Person && member.country.is_none_or(|known| known == country)
    });
    if named {
        return;
    }
    let name = mention_text(text, &cast.mentions[index]).to_owned();
    nameless(cast, index, &name, Some(country));
}

/// Gives a mention the actor without a name that is called so.
fn nameless(
    cast: &mut Cast,
    index: usize,
    name: &str,
    country: Option<rapporteur_schema::Country>,
) -> ActorNumber {
    let known =
        cast.members.iter().position(|member| member.kind == ActorKind::Unnamed && is_called(member, name));
    let member = known.unwrap_or_else(|| cast.add(ActorKind::Unnamed, name.to_owned(), country));
    cast.join(member, index, name);
    member
}

/// Whether somebody is told of by the words, or by them and what they are of: "the Governor" of the central bank.
fn is_called(member: &Member, name: &str) -> bool {
    let same = |known: &String| normalize(known) == normalize(name);
    same(&member.name) || member.name.contains(" of ") && member.aliases.iter().any(same)
}

/// Whose office holder nobody in the text is by name: "its ambassador", "our High Commissioner".
fn is_owned(text: &Text<'_>, mention: &Mention) -> bool {
    use gazetteer::OfficeClass::{Legislator, Military, Other, Reporter};
    let words = text.words(mention.sentence);
    let owned = words.get(mention.tokens.start).is_some_and(|word| {
        matches!(word.to_lowercase().as_str(), "his" | "her" | "its" | "their" | "our" | "my")
    });
    let office = words.get(mention.name.clone()).and_then(gazetteer::office);
    owned
        && !mention.in_label
        && office.is_some_and(|office| !matches!(office.class, Legislator | Military | Other | Reporter))
}

/// Whether the words mean the one holder of a high office, though they tell of which state neither:
/// "the Prime Minister", "the Shah".
fn is_high(text: &Text<'_>, mention: &Mention) -> bool {
    use gazetteer::OfficeClass::{
        ForeignMinister, HeadOfGovernment, HeadOfState, InternationalOfficial, Minister, Religious, Royal,
        Spokesperson,
    };
    let words = text.words(mention.sentence);
    let definite = words.get(mention.tokens.start).is_some_and(|word| matches!(*word, "the" | "The"))
        && !mention.in_label;
    let office = words.get(mention.name.clone()).and_then(gazetteer::office);
    definite
        && office.is_some_and(|office| {
            matches!(
                office.class,
                HeadOfState
                    | HeadOfGovernment
                    | ForeignMinister
                    | Minister
                    | Royal
                    | Religious
                    | InternationalOfficial
                    | Spokesperson
            )
        })
}

/// Whether the words mean somebody who speaks, of whom the text tells no more: "the Spokeswoman replied that". Where it
/// tells of one of that name, "the source" is he.
fn is_heard(text: &Text<'_>, cast: &Cast, index: usize) -> bool {
    let mention = &cast.mentions[index];
    let words = text.words(mention.sentence);
    let head = mention.name(text).rsplit(' ').next().unwrap_or_default();
    let told = cast.members.iter().any(|member| {
        let known = member.name.rsplit(' ').next().unwrap_or_default();
        member.kind == ActorKind::Unnamed && known.eq_ignore_ascii_case(head)
    });
    // "PM replied", beside "the PM replied".
    let bare = mention.tokens == mention.name;
    let definite = bare || words.get(mention.tokens.start).is_some_and(|word| matches!(*word, "the" | "The"));
    let word = |at: usize| words.get(at).map_or(String::new(), |word| word.to_lowercase());
    let end = mention.tokens.end;
    let verb = end + usize::from(matches!(word(end).as_str(), "also" | "has" | "had" | "then"));
    let next = speech::verb(&word(verb), &word(verb + 1), &word(verb + 2));
    let parse = &text.sentences[mention.sentence].parse;
    // "The Speaker of the Assembly reminded members that"
    let speech = |verb: &&speech::Verb| verb.manner == speech::Manner::Speech;
    let says = || {
        // "The commander of a detachment, Colonel Obi, said": he has a name.
        let named = |verb: usize| {
            cast.in_sentence(mention.sentence).any(|(_, other)| {
                other.kind == MentionKind::Person && (end..verb).contains(&other.tokens.start)
            })
        };
        speaker::verbs_of(parse, &mention.tokens).filter(|&verb| !named(verb)).any(|verb| {
            let known = || speech::verb(&word(verb), &word(verb + 1), &word(verb + 2));
            speaker::says(parse, verb)
                || parse.tokens[verb].lemma == "remind"
                || known().filter(speech).is_some()
        })
    };
    definite && !told && !mention.in_label && (next.filter(speech).is_some() || says())
}

/// "The prime ministers of Chad and Niger, Ada Obi and Bo Lund": to each of the persons the office and
/// one of the states, in their order.
fn share(text: &Text<'_>, cast: &mut Cast, index: usize) {
    const NEAR: usize = 24;
    let group = cast.mentions[index].clone();
    let words = text.words(group.sentence);
    let Some(office) = group.offices.first().map(|office| office.trim_end_matches('s').to_owned()) else {
        return;
    };
    let near: Vec<(usize, &Mention)> = cast
        .in_sentence(group.sentence)
        .filter(|(_, m)| m.tokens.start >= group.tokens.start && m.tokens.start < group.tokens.end + NEAR)
        .collect();
    let mut states: Vec<&Mention> = Vec::new();
    let mut persons: Vec<(ActorNumber, &Mention)> = Vec::new();
    for (at, mention) in near {
        let gap = |from: usize| words.get(from..mention.tokens.start).unwrap_or_default();
        match mention.kind {
            MentionKind::State | MentionKind::Adjective if persons.is_empty() => states.push(mention),
            MentionKind::Person => {
                let joined = match persons.last() {
                    Some((_, before)) => matches!(gap(before.tokens.end), ["and"] | [","] | [",", "and"]),
                    None => {
                        let end = states.last().map_or(group.tokens.end, |state| state.tokens.end);
                        matches!(gap(end.max(group.tokens.end)), [","])
                    }
                };
                let Some(actor) = cast.actor[at].filter(|_| joined) else { break };
                persons.push((actor, mention));
            }
            _ => {}
        }
    }
    if states.len() < 2 || states.len() != persons.len() {
        return;
    }
    let shared: Vec<(ActorNumber, _)> =
        persons.iter().zip(&states).map(|((actor, _), state)| (*actor, state.country)).collect();
    for (actor, country) in shared {
        let member = &mut cast.members[actor];
        member.country = member.country.or(country);
        if !member.offices.contains(&office) {
            member.offices.push(office.clone());
        }
    }
}

/// Whether a group that is told of for the first time says something: "diplomats from two of the four guarantors say",
/// "Nordic finance ministers promised".
fn speak(text: &Text<'_>, group: &Mention) -> bool {
    if group.in_label {
        return false;
    }
    let parse = &text.sentences[group.sentence].parse;
    let says = |verb: usize| speaker::says(parse, verb) || speaker::tells(parse, verb);
    let words = text.words(group.sentence);
    let before = group.tokens.start.checked_sub(1).map_or("", |at| words[at]);
    // "The ministers" are those told of before, "the Norwegian press" is told of by what it is.
    let counted = matches!(
        words[group.name.start].to_lowercase().as_str(),
        "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten"
    );
    let known = (counted || group.name.len() == 1)
        && (matches!(before, "the" | "The" | "these" | "These" | "both" | "Both")
            || words[group.tokens.start].eq_ignore_ascii_case("the"));
    (described::is_unnamed(group.name(text)) || !known) && speaker::verbs_of(parse, &group.tokens).any(says)
}

/// The state for which the speaker of a turn has the floor: "Ada Obi (Chad):".
fn behind_bracket(text: &Text<'_>, cast: &Cast, index: usize) -> Option<rapporteur_schema::Country> {
    let mention = &cast.mentions[index];
    let end = mention.tokens.end;
    let open = text.label_words(mention.sentence).get(end) == Some(&"(");
    let mut behind = cast.in_label(mention.sentence).filter(|(_, m)| m.tokens.start == end + 1 && open);
    behind.find(|(_, m)| m.kind == MentionKind::State).and_then(|(_, m)| m.country)
}

/// The state whose the person before a comma is: "Kenya's minister, Ada Obi, and Chad's, Bo Lund".
fn elliptic(text: &Text<'_>, cast: &Cast, index: usize) -> Option<rapporteur_schema::Country> {
    let mention = &cast.mentions[index];
    let words = text.words(mention.sentence);
    let start = mention.tokens.start;
    let state = cast.mentions[..index].iter().rev().take(3).find(|other| {
        other.sentence == mention.sentence
            && other.kind == MentionKind::State
            && matches!(words.get(other.tokens.end..start), Some(["'s" | "’s", ","]))
    });
    state.and_then(|state| state.country)
}

/// The state whose delegate stands in the brackets behind it: "Chad (Ada Obi)".
fn before_bracket(text: &Text<'_>, cast: &Cast, index: usize) -> Option<rapporteur_schema::Country> {
    let mention = &cast.mentions[index];
    let words = text.words(mention.sentence);
    let open = mention.tokens.start.checked_sub(1).filter(|&open| words[open] == "(")?;
    let ends = matches!(words.get(mention.tokens.end), Some(&(")" | "," | ";")));
    let mut behind = cast.in_sentence(mention.sentence).filter(|(_, m)| m.tokens.end == open && ends);
    behind.find(|(_, m)| m.kind == MentionKind::State).and_then(|(_, m)| m.country)
}

/// The state of whose people somebody is by the word before the name: "the Tunisian, Mr. Obi, said", "the Norwegian
/// Hilde Moe".
fn national(text: &Text<'_>, cast: &Cast, index: usize) -> Option<rapporteur_schema::Country> {
    let mention = &cast.mentions[index];
    let words = text.words(mention.sentence);
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let before = index.checked_sub(1).map(|before| &cast.mentions[before])?;
    let people = matches!(before.kind, MentionKind::Adjective | MentionKind::People);
    let one = before.sentence == mention.sentence && people && !before.in_label;
    let apposed = match words.get(before.tokens.end..mention.tokens.start)? {
        [] => mention.name.len() > 1,
        [","] => {
            is_definite(text, before) && matches!(word(mention.tokens.end), "," | "." | ";" | ")" | "—" | "–")
        }
        _ => false,
    };
    before.country.filter(|_| one && apposed)
}

/// The state for which somebody signs: the line "For the Republic of Senegal" before the name.
fn signs_for(text: &Text<'_>, cast: &Cast, index: usize) -> Option<rapporteur_schema::Country> {
    const LINE: usize = 8;
    let mention = &cast.mentions[index];
    let state = |sentence: usize, end: usize| {
        let words = text.words(sentence);
        let line = matches!(words.first(), Some(&("For" | "FOR"))) && end <= LINE;
        let mut states =
            cast.in_sentence(sentence).filter(|(_, m)| m.kind == MentionKind::State && m.tokens.start < end);
        let only = states.next()?.1.country;
        only.filter(|_| line && states.next().is_none())
    };
    if mention.tokens.start == 0 {
        let before = mention.sentence.checked_sub(1)?;
        return state(before, text.words(before).len());
    }
    state(mention.sentence, mention.tokens.start)
}

/// What stands behind a name tells the person's state and office: "X of Peru", "X (Peru)", "X, Minister
/// for Foreign Affairs of the Republic of Peru", "X, Peru's ambassador".
fn learn(text: &Text<'_>, cast: &mut Cast, person: ActorNumber, index: usize) {
    /// How far behind an office its state may stand: "of Foreign Affairs and Worship of the Republic of".
    const REACH: usize = 9;
    let mention = &cast.mentions[index];
    if mention.in_label {
        let country = behind_bracket(text, cast, index);
        let member = &mut cast.members[person];
        member.country = member.country.or(country);
        return;
    }
    if cast.members[person].country.is_none() {
        cast.members[person].country = elliptic(text, cast, index)
            .or_else(|| before_bracket(text, cast, index))
            .or_else(|| national(text, cast, index));
    }
    if cast.members[person].country.is_none() {
        cast.members[person].country = signs_for(text, cast, index);
    }
    if let Some(country) = leading::led(text, cast, index) {
        let member = &mut cast.members[person];
        if member.country.is_none_or(|known| known == country) {
            member.country = Some(country);
            if !member.offices.iter().any(|held| held == HEAD_OF_DELEGATION) {
                member.offices.push(HEAD_OF_DELEGATION.to_owned());
            }
        }
    }
    let mention = &cast.mentions[index];
    let words = text.words(mention.sentence);
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    // "For Hungary: Dr. Kálnoky-Szabó Béla (head of delegation)": the label is whose they are. "SINGAPORE, June 12 -"
    // says where it was written.
    let label = text.sentences[mention.sentence].label.clone().and_then(|label| text.source.get(label));
    let is_of_persons = label.is_some_and(|label| label.trim_end().ends_with(':'));
    if is_of_persons && word(mention.tokens.end) != "of" && cast.members[person].country.is_none() {
        let labels: Vec<_> = cast
            .in_label(mention.sentence)
            .filter(|(_, other)| other.kind == MentionKind::State)
            .map(|(_, other)| other.country)
            .collect();
        if let [only] = labels.as_slice() {
            cast.members[person].country = *only;
        }
    }
    let state = |at: usize| {
        let found = cast.mentions[index + 1..].iter().take(12).find(|other| {
            other.sentence == mention.sentence
                && other.tokens.start == at
                && matches!(other.kind, MentionKind::State | MentionKind::Adjective)
        });
        found.and_then(|other| Some((other.country?, other.tokens.end)))
    };
    let of_state = |at: usize| match word(at) {
        "of" | "for" => state(at + 1 + usize::from(word(at + 1) == "the")),
        _ => None,
    };
    let end = mention.tokens.end;
    // "under the chairmanship of X", "chaired by X", "with X in the chair": "the Chair" is X from here.
    let before = |back: usize| mention.tokens.start.checked_sub(back).map_or("", &word);
    let chairs = matches!((before(2), before(1)), ("chairmanship" | "presidency", "of") | ("chaired", "by"))
        || (word(end), word(end + 1), word(end + 2)) == ("in", "the", "chair");
    if chairs {
        let offices = &mut cast.members[person].offices;
        for office in ["chair", "chairman"] {
            if !offices.iter().any(|held| held == office) {
                offices.push(office.to_owned());
            }
        }
    }
    let (country, office) = match word(end) {
        "of" => (of_state(end), None),
        "(" => {
            let country = state(end + 1).filter(|&(_, end)| matches!(word(end), ")" | "," | ";"));
            // "X (European Commission), Chairman"
            let close = (end..end + REACH).find(|&at| word(at) == ")").unwrap_or(end);
            let start = close + 2;
            let length =
                if word(close + 1) == "," { words.get(start..).and_then(lexicon::office) } else { None };
            let office = length.map(|length| words[start..start + length].join(" ").to_lowercase());
            (country, bracketed(&words, end).or(office))
        }
        "," => {
            let article = usize::from(matches!(word(end + 1), "the" | "then" | "The"));
            let start = end + 1 + article;
            let own = state(start).filter(|&(_, end)| matches!(word(end), "'s" | "’s"));
            let start = own.map_or(start, |(_, end)| end + 1);
            let Some(length) = words.get(start..).and_then(lexicon::office) else { return };
            let title = words[start..start + length].join(" ").to_lowercase();
            if title.ends_with('s') && !title.ends_with("affairs") {
                return;
            }
            let behind = (start + length..start + length + REACH)
                .take_while(|&at| !matches!(word(at), "," | ";" | "(" | "." | "" | "—" | "–"))
                .find_map(of_state);
            // "X, Prime Minister of Tonga and Forum Chair"
            let chairs = (start + length..start + length + REACH)
                .take_while(|&at| !matches!(word(at), "," | ";" | "(" | "." | ""))
                .find(|&at| word(at) == "and")
                .and_then(|and| {
                    let mut own = (and + 1..and + 4).take_while(|&at| word(at) != ",");
                    own.find(|&at| matches!(word(at), "Chair" | "Chairman"))
                });
            let offices = &mut cast.members[person].offices;
            if let Some(chair) = chairs.map(|at| word(at).to_lowercase())
                && !offices.contains(&chair)
            {
                offices.push(chair);
            }
            (own.or(behind), Some(title))
        }
        _ => return,
    };
    let member = &mut cast.members[person];
    member.country = member.country.or(country.map(|(country, _)| country));
    if let Some(office) = office
        && !member.offices.contains(&office)
    {
        member.offices.push(office);
    }
}

/// The office in or behind the brackets behind a name: "(head of delegation)", "(Peru, Chair)", "(Commission), Chairman".
fn bracketed(words: &[&str], open: usize) -> Option<String> {
    const WITHIN: usize = 12;
    let close = (open..(open + WITHIN).min(words.len())).find(|&at| words[at] == ")")?;
    let office = |start: usize| {
        let length = words.get(start..).and_then(lexicon::office)?;
        let title = words[start..start + length].join(" ").to_lowercase();
        let ends = words.get(start + length).is_none_or(|word| matches!(*word, ")" | ";" | "," | "."));
        (ends && (!title.ends_with('s') || title.ends_with("affairs"))).then_some(title)
    };
    let within = std::iter::once(open).chain((open..close).filter(|&at| words[at] == ","));
    let behind = Some(close + 1).filter(|&at| words.get(at) == Some(&","));
    within.chain(behind).find_map(|before| office(before + 1))
}

/// The person named right behind the description or right before it: "his counterpart, X", "the leader of
/// the movement, Mr X", "X, the irrigation minister".
fn apposed(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    let mention = &cast.mentions[index];
    if let Some(next) = named_behind(text, &cast.mentions, index)
        && let Some(actor) = cast.actor[next]
        && fits(cast, actor, mention)
    {
        return Some(actor);
    }
    if mention.in_label {
        return None;
    }
    let words = text.words(mention.sentence);
    let before = index.checked_sub(1)?;
    let near = cast
        .mentions
        .get(before)
        .filter(|m| m.sentence == mention.sentence && m.kind == MentionKind::Person)?;
    let actor = cast.actor[before]?;
    // "X, the minister": and not "X, the minister and Y".
    (near.tokens.end + 1 == mention.tokens.start
        && words.get(near.tokens.end) == Some(&",")
        && !words.get(mention.tokens.end).is_some_and(|w| matches!(*w, "and" | "met"))
        && fits(cast, actor, mention))
    .then_some(actor)
}

/// The mention of a person that stands behind a description as its name: "his counterpart, X", "the
/// chairman of the Senate, Mr X", "the envoy to the United Nations, Ambassador X".
pub(super) fn named_behind(text: &Text<'_>, mentions: &[Mention], index: usize) -> Option<usize> {
    /// How many tokens may stand between a description and the comma before its name.
    const COMPLEMENT: usize = 9;
    let mention = mentions.get(index).filter(|mention| !mention.in_label)?;
    let words = text.words(mention.sentence);
    let style = |word: &str| word == "the" || lexicon::is_honorific(word);
    let next = (index + 1..index + 5).find(|&other| {
        mentions.get(other).is_some_and(|near| {
            near.sentence == mention.sentence
                && near.kind == MentionKind::Person
                && near.tokens.start >= mention.tokens.end
                // "the Minister of Trade and Industry, Mr X": not the name of the office.
                && (near.tokens.start == mention.tokens.end
                    || near.name.start > near.tokens.start
                    || words.get(near.tokens.start - 1).is_some_and(|word| {
                        matches!(*word, "," | "'s" | "’s") || style(word)
                    }))
        })
    })?;
    let near = &mentions[next];
    // "According to a villager, Ada Obi left": what comes behind the comma is what he says.
    let source = mention.tokens.start == 2 && words[0].eq_ignore_ascii_case("according");
    if source && !matches!(words.get(near.tokens.end), Some(&("," | "(" | "."))) {
        return None;
    }
    // "The ambassador here, Mr X", "the envoy to the Caucasus, Finland's X"
    let here = usize::from(matches!(words.get(mention.tokens.end), Some(&("here" | "there"))));
    let of = mentions.get(next.wrapping_sub(1)).filter(|other| {
        other.sentence == mention.sentence
            && other.kind == MentionKind::State
            && matches!(words.get(other.tokens.end..near.tokens.start), Some(["'s" | "’s"]))
    });
    let end = of.map_or(near.tokens.start, |state| state.tokens.start);
    // "The leader of the mission, retired Nigerian general X"
    let what = |at: usize| {
        matches!(words[at], "retired" | "former" | "veteran" | "acting")
            || mentions[index..next].iter().any(|other| {
                other.kind == MentionKind::Adjective
                    && other.sentence == mention.sentence
                    && other.tokens.contains(&at)
            })
    };
    let end = (mention.tokens.end..end)
        .find(|&comma| words[comma] == "," && comma + 1 < end && (comma + 1..end).all(what))
        .map_or(end, |comma| comma + 1);
    let gap = words.get(mention.tokens.end + here..end)?;
    if matches!(gap, [] | [","]) && (of.is_none() || gap == [","])
        || matches!(gap, [",", word] if style(word))
    {
        return Some(next);
    }
    // A complement of the office, and nothing else, and then the name: with a minister's title before it the
    // person is one more of those enumerated.
    let titled = words.get(near.tokens.start..near.name.start).unwrap_or_default();
    let own = !titled.iter().any(|word| {
        const OFFICES: &[&str] = &[
            "minister",
            "president",
            "premier",
            "chancellor",
            "secretary",
            "chairman",
            "governor",
            "commissioner",
            "speaker",
            "chief",
            "king",
            "queen",
            "emir",
            "sultan",
            "director",
            "director-general",
            "secretary-general",
            "under-secretary",
            "undersecretary",
            "vice-minister",
            "vice-president",
        ];
        OFFICES.contains(&word.to_lowercase().as_str())
    });
    let complement = gap.len() <= COMPLEMENT
        && gap.last() == Some(&",")
        && gap.first().is_some_and(|word| matches!(*word, "of" | "to" | "for" | "in" | "at"))
        && gap[..gap.len() - 1].iter().all(|word| {
            word.len() > 1
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\'' | '.'))
                && !matches!(*word, "who" | "which" | "that" | "with")
        });
    let tokens = &text.sentences[mention.sentence].parse.tokens;
    let verbless =
        (mention.tokens.end..end).all(|at| tokens.get(at).is_some_and(|token| token.upos != Upos::Verb));
    (own && complement && verbless).then_some(next)
}

fn fits(cast: &Cast, actor: ActorNumber, mention: &Mention) -> bool {
    let member = &cast.members[actor];
    member.country.is_none() || mention.country.is_none() || member.country == mention.country
}

/// The apposed person learns its office and country; a counterpart has the office of whose they are.
fn take_over(cast: &mut Cast, person: ActorNumber, index: usize) {
    let mut mention = cast.mentions[index].clone();
    if mention.offices.iter().any(|office| office == "counterpart") && cast.members[person].offices.is_empty()
    {
        let before = cast.mentions[..index].iter().rposition(|other| {
            other.kind == MentionKind::Person
                && other.sentence == mention.sentence
                && !other.offices.is_empty()
        });
        if let Some(owner) = before.filter(|&at| cast.actor[at] != Some(person)) {
            mention.offices.extend(cast.mentions[owner].offices.first().cloned());
        }
    }
    let member = &mut cast.members[person];
    member.country = member.country.or(mention.country);
    for office in mention.offices {
        if office != "counterpart" && !member.offices.contains(&office) {
            member.offices.push(office);
        }
    }
    cast.actor[index] = Some(person);
    cast.members[person].mentions.push(index);
}
