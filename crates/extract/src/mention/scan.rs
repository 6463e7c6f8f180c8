//! From a sentence's chunks to its mentions of names: persons with their titles, states, places,
//! organisations. Descriptions without a name are for [`described`](super::described).

use std::ops::Range;

use rapporteur_schema::Country;

use super::capitals::{is_all_upper, is_capitalised};
use super::chunk::{Chunk, ChunkKind, chunks};
use super::unknown::{THINGS, unknown};
use super::{Mention, MentionKind, hyphenated, owner};
use crate::UserLexicon;
use crate::gazetteer;
use crate::lexicon::{self, KnownKind};
use crate::statement::lexicon as speech;

/// The named mentions of a sentence, in order.
pub fn named(sentence: usize, words: &[&str], headline: bool, user: &UserLexicon) -> Vec<Mention> {
    let chunks = chunks(words, headline, user);
    let mut found = Vec::new();
    let mut at = 0;
    while at < chunks.len() {
        // "the Sino-Indian talks": each of the two is spoken of.
        let compound = if chunks[at].tokens.len() == 1 {
            hyphenated(words[chunks[at].tokens.start])
        } else {
            Vec::new()
        };
        if !compound.is_empty() {
            let one = |country| Mention {
                country: Some(country),
                ..simple(sentence, &chunks[at], MentionKind::Adjective)
            };
            found.extend(compound.into_iter().map(one));
            at += 1;
            continue;
        }
        if let Some((mention, used)) = person(sentence, words, &chunks, at, headline) {
            if let ChunkKind::Known(known) = chunks[at].kind
                && chunks[at].tokens.end <= mention.tokens.start
            {
                found.push(simple(sentence, &chunks[at], kind_of(known, words, &chunks[at])));
            }
            // "The envoy of the OSCE, Ada Obi": the body is spoken of, too.
            let within = chunks[at..at + used].iter().filter(|chunk| {
                chunk.kind == ChunkKind::Known(KnownKind::Organization)
                    && mention.tokens.start <= chunk.tokens.start
                    && chunk.tokens.end <= mention.name.start
            });
            let bodies: Vec<Mention> =
                within.map(|chunk| simple(sentence, chunk, MentionKind::Organization)).collect();
            found.push(mention);
            found.extend(bodies);
            at += used;
            continue;
        }
        if let ChunkKind::Known(known) = chunks[at].kind {
            found.push(simple(sentence, &chunks[at], kind_of(known, words, &chunks[at])));
            found.extend(capital_of(sentence, words, &chunks[at]));
        } else if chunks[at].kind == ChunkKind::Capitals {
            let kind = unknown(words, &chunks[at].tokens);
            found.push(simple(sentence, &chunks[at], kind));
        }
        at += 1;
    }
    for mention in
        found.iter_mut().filter(|m| m.kind == MentionKind::Person && is_credit(words, m.tokens.start))
    {
        mention.kind = MentionKind::Other;
    }
    owner::own(words, &mut found);
    found
}

/// Whether who is named from a word on took the picture or edited the text: "editing by Ada Obi", "HAP/Ada Obi".
fn is_credit(words: &[&str], start: usize) -> bool {
    const WORK: &[&str] = &[
        "photo",
        "photograph",
        "photographs",
        "picture",
        "reporting",
        "editing",
        "edited",
        "writing",
        "compiled",
        "translated",
        "illustration",
        "graphic",
    ];
    let before =
        |back: usize| start.checked_sub(back).and_then(|at| words.get(at)).copied().unwrap_or_default();
    before(1) == "/" && start <= 4 || before(1) == "by" && WORK.contains(&before(2).to_lowercase().as_str())
}

fn simple(sentence: usize, chunk: &Chunk, kind: MentionKind) -> Mention {
    Mention {
        sentence,
        in_label: false,
        tokens: chunk.tokens.clone(),
        name: chunk.tokens.clone(),
        kind,
        known: chunk.name.clone(),
        country: chunk.country,
        offices: Vec::new(),
        of: None,
    }
}

/// "in the Peruvian capital": the city that the words behind a state mean.
fn capital_of(sentence: usize, words: &[&str], chunk: &Chunk) -> Option<Mention> {
    let owned = usize::from(matches!(words.get(chunk.tokens.end), Some(&("'s" | "’s"))));
    let at = chunk.tokens.end + owned;
    let known = gazetteer::capital(chunk.country?).filter(|_| words.get(at) == Some(&"capital"))?;
    let city = Chunk { tokens: at..at + 1, name: Some(known.into()), ..chunk.clone() };
    // "the Peruvian capital market"
    let noun = words.get(at + 1).is_some_and(|next| {
        matches!(*next, "market" | "markets" | "account" | "controls" | "punishment" | "goods" | "gains")
    });
    (!noun).then(|| simple(sentence, &city, MentionKind::City))
}

/// A demonym is a noun where no noun follows it: "the Angolans", "the Russian said".
fn kind_of(known: KnownKind, words: &[&str], chunk: &Chunk) -> MentionKind {
    match known {
        KnownKind::State => MentionKind::State,
        KnownKind::Adjective => {
            let last = words[chunk.tokens.end - 1];
            let plural = last.ends_with('s') && chunk.country.is_some() && lexicon::is_demonym_plural(last);
            if plural { MentionKind::People } else { MentionKind::Adjective }
        }
        KnownKind::People => MentionKind::People,
        KnownKind::City => MentionKind::City,
        KnownKind::Seat if lexicon::is_seat_city(&words[chunk.tokens.clone()].join(" ")) => MentionKind::City,
        KnownKind::Seat => MentionKind::Seat,
        KnownKind::Region => MentionKind::Region,
        KnownKind::Venue => MentionKind::Venue,
        KnownKind::Organization => MentionKind::Organization,
        KnownKind::Outlet => MentionKind::Outlet,
        KnownKind::Other => MentionKind::Other,
        KnownKind::Person => MentionKind::Person,
    }
}

/// `[Turkish] [deputy foreign minister] [,] [Mr] Name`, `Malta's Victor Zammit`, and how many chunks
/// it takes. The name is a run of capitals, or a known name that its title shows to be a person's.
fn person(
    sentence: usize,
    words: &[&str],
    chunks: &[Chunk],
    first: usize,
    headline: bool,
) -> Option<(Mention, usize)> {
    let mut at = first;
    let mut country = None;
    let mut of = None;
    if let ChunkKind::Known(kind) = chunks[at].kind {
        let next = chunks.get(at + 1)?;
        let gap = &words[chunks[at].tokens.end..next.tokens.start];
        let possessive = matches!(gap, ["'s" | "’s" | "'" | "’"]);
        let titled = matches!(next.kind, ChunkKind::Office);
        let modified = titled
            && (gap.is_empty()
                || possessive
                || (gap.len() <= 3 && gap.iter().all(|w| is_modifier(w) && !is_doing(w, kind))));
        let bare = next.kind == ChunkKind::Capitals && possessive && is_person_run(words, &next.tokens);
        if !modified && !bare {
            return None;
        }
        match kind {
            KnownKind::Organization
            | KnownKind::Outlet
            | KnownKind::Other
            | KnownKind::Region
            | KnownKind::Venue => {
                of = Some(chunks[at].tokens.clone());
                country = chunks[at].country;
            }
            _ => country = chunks[at].country,
        }
        at += 1;
    }
    // The state before the title is a mention of its own.
    let start = chunks.get(at)?.tokens.start;
    let mut offices = Vec::new();
    let mut titled = false;
    while let Some(chunk) =
        chunks.get(at).filter(|c| matches!(c.kind, ChunkKind::Office | ChunkKind::Honorific))
    {
        if at > first
            && !(chunks[at - 1].tokens.end == chunk.tokens.start
                || offices.is_empty()
                || chunk.kind == ChunkKind::Honorific
                    && words[chunks[at - 1].tokens.end..chunk.tokens.start] == [","]
                // "Minister of State and National Security Adviser X", but "the Minister and Mr X" are two.
                || chunk.kind == ChunkKind::Office
                    && words[chunks[at - 1].tokens.end..chunk.tokens.start] == ["and"])
        {
            break;
        }
        if chunk.kind == ChunkKind::Office {
            offices.push(words[chunk.tokens.clone()].join(" "));
        }
        titled = true;
        at += 1;
        // "Minister of International Trade and Industry, Mr. X", "Secretary of State Y"
        if chunk.kind == ChunkKind::Office
            && let Some((complement, state, skip)) = complement(words, chunks, at, chunk.tokens.end)
        {
            if let Some(last) = offices.last_mut()
                && state.is_none()
                && !complement.is_empty()
            {
                last.push(' ');
                last.push_str(&words[complement.clone()].join(" "));
            }
            country = country.or(state);
            at = skip;
        }
    }
    // "Burma's ambassador in Dhaka, U Hla Min": where one is accredited stands between.
    if titled
        && let Some(post) = chunks.get(at).filter(|chunk| {
            matches!(
                chunk.kind,
                ChunkKind::Known(KnownKind::City | KnownKind::State | KnownKind::Organization)
            )
        })
        && let Some(next) = chunks.get(at + 1).filter(|chunk| chunk.kind == ChunkKind::Capitals)
        && matches!(words[chunks[at - 1].tokens.end..post.tokens.start], ["in" | "to" | "at"] | ["to", "the"])
        && words[post.tokens.end..next.tokens.start] == [","]
        && is_person_run(words, &next.tokens)
    {
        at += 1;
    }
    let name = chunks.get(at)?;
    let previous_end = if at > first { chunks[at - 1].tokens.end } else { name.tokens.start };
    let gap = &words[previous_end.min(name.tokens.start)..name.tokens.start];
    let near = gap.is_empty()
        // "General (rtd) Danladi Gwarzo"
        || (titled && matches!(gap, ["(", rank, ")"] if is_retired(rank)))
        || (titled
            && matches!(
                gap,
                [","] | [",", "the"] | ["("] | [",", "his" | "her" | "His" | "Her", "Excellency"]
            )
            && name_follows_comma(words, chunks, at))
        || (!titled && matches!(gap, ["'s" | "’s"]))
        || (titled
            && gap.len() <= 12
            && gap.last() == Some(&",")
            && gap.first().is_some_and(|w| matches!(*w, "of" | "for" | "in" | "to" | "at"))
            && name_follows_comma(words, chunks, at));
    if !near {
        return None;
    }
    let is_name = match name.kind {
        ChunkKind::Capitals => {
            titled || country.is_some() || of.is_some() || unknown(words, &name.tokens) == MentionKind::Person
        }
        ChunkKind::Known(KnownKind::Person) => true,
        ChunkKind::Known(KnownKind::City | KnownKind::State | KnownKind::Region | KnownKind::Other) => {
            titled && gap.is_empty() && chunks[at - 1].kind == ChunkKind::Honorific
        }
        _ => false,
    };
    let run = &words[name.tokens.clone()];
    let called = run.iter().all(|w| is_all_upper(w) && lexicon::is_common(&w.to_lowercase()));
    // "Ambassador Hotel"
    let thing = run.len() == 1 && THINGS.contains(&run[0].to_lowercase().as_str()) && offices.len() == 1;
    // "Chief Secretaries": an office again, and no name.
    let office = run.len() == 1
        && [
            run[0].strip_suffix("ies").map(|stem| format!("{stem}y")),
            run[0].strip_suffix('s').map(str::to_owned),
        ]
        .into_iter()
        .flatten()
        .any(|one| lexicon::office(&[one.as_str()]) == Some(1));
    // "Mr. Speaker", "Madam President": an office that is spoken to, and no name.
    let addressed = run.len() == 1 && at > first && is_office_of_address(run[0]);
    if !is_name
        || called
        || office
        || addressed
        || thing
        || (headline && !titled && country.is_none() && name.tokens.len() == 1)
    {
        return None;
    }
    let mention = Mention {
        sentence,
        in_label: false,
        tokens: start..name.tokens.end,
        name: name.tokens.clone(),
        kind: MentionKind::Person,
        known: None,
        country,
        offices: offices.iter().map(|o| o.to_lowercase()).collect(),
        of,
    };
    Some((mention, at + 1 - first))
}

/// Whether a word in brackets says of a rank that its holder has retired.
fn is_retired(word: &str) -> bool {
    matches!(word.to_lowercase().trim_end_matches('.'), "ret" | "retd" | "rtd" | "retired")
}

/// Whether the word is an office by which its holder is spoken to.
fn is_office_of_address(word: &str) -> bool {
    matches!(
        word,
        "Speaker"
            | "President"
            | "Vice-President"
            | "Chairman"
            | "Chairwoman"
            | "Chairperson"
            | "Chair"
            | "Minister"
            | "Ambassador"
            | "Secretary"
            | "Secretary-General"
            | "Commissioner"
            | "Premier"
            | "Chancellor"
            | "Moderator"
            | "Governor"
    )
}

/// After "Office ," only a name that stands in apposition counts: a comma, a clause end or a verb
/// must follow it, not a list.
fn name_follows_comma(words: &[&str], chunks: &[Chunk], at: usize) -> bool {
    chunks[at].kind == ChunkKind::Capitals
        && is_person_run(words, &chunks[at].tokens)
        && words
            .get(chunks[at].tokens.end)
            .is_none_or(|w| !matches!(*w, "and") || chunks[at].tokens.len() > 1)
}

fn is_person_run(words: &[&str], tokens: &Range<usize>) -> bool {
    words[tokens.clone()].iter().filter(|w| is_capitalised(w)).count() >= 1
        && (tokens.len() > 1 || !is_all_upper(words[tokens.start]))
        && unknown(words, tokens) != MentionKind::Other
}

/// What follows an office: "of the Interior", "for Foreign Affairs of Japan". Gives the tokens of the
/// portfolio, the state it ends in, and the chunk to go on with.
fn complement(
    words: &[&str],
    chunks: &[Chunk],
    next: usize,
    end: usize,
) -> Option<(Range<usize>, Option<Country>, usize)> {
    if !matches!(words.get(end), Some(&("of" | "for"))) {
        return None;
    }
    let chunk = chunks.get(next)?;
    let reach = chunk.tokens.start.saturating_sub(end);
    match chunk.kind {
        ChunkKind::Known(KnownKind::State) if reach <= 2 => Some((end..end, chunk.country, next + 1)),
        ChunkKind::Known(KnownKind::Other | KnownKind::Organization) | ChunkKind::Capitals
            if reach <= 2 && words[end] == "for" || words.get(end + 1) == Some(&"State") =>
        {
            let state = chunks.get(next + 1).filter(|c| {
                c.kind == ChunkKind::Known(KnownKind::State) && c.tokens.start <= chunk.tokens.end + 2
            });
            match state {
                Some(state) => Some((end..chunk.tokens.end, state.country, next + 2)),
                None => Some((end..chunk.tokens.end, None, next + 1)),
            }
        }
        _ => None,
    }
}

/// Whether a word behind a state is what it did, and not of what sort somebody is: "Portugal met Minister Ben Lund".
fn is_doing(word: &str, kind: KnownKind) -> bool {
    const DID: &[&str] = &[
        "met", "told", "sent", "gave", "saw", "held", "put", "won", "lost", "led", "left", "kept", "made",
        "took", "found", "sought", "brought", "wrote", "paid", "meets", "sends", "gives", "sees", "hosts",
        "names", "arrests", "expels",
    ];
    let past = kind != KnownKind::Adjective && word.ends_with("ed");
    past || DID.contains(&word) || speech::verb(word, "", "").is_some()
}

/// Words that may stand between a state and an office.
fn is_modifier(word: &str) -> bool {
    !is_capitalised(word)
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && !lexicon::is_function_word(word)
}
