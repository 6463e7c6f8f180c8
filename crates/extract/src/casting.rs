//! The cast of a text from its sentences: who is named in each, with what the layout tells of them.
//!
//! It knows mentions and the kinds of blocks; who is one with whom is [`Cast`]'s business. Invariant: mentions are in the
//! order of the text, those of a label before those of its sentence.

use crate::cast::Cast;
use crate::interview;
use crate::lexicon;
use crate::mention::capitals::is_all_upper;
use crate::mention::{Mention, MentionKind, described, handle, scan, speaker, venue};
use crate::statement::lexicon as speech;
use crate::text::{BlockKind, Text};

/// Who is named in a text.
pub(crate) fn cast(text: &Text<'_>) -> Cast {
    let mut mentions = Vec::new();
    let turns = interview::turns(text);
    for sentence in 0..text.sentences.len() {
        let kind = text.block_of(sentence).kind;
        if kind == BlockKind::Byline {
            mentions.extend(written_in(text, sentence));
            continue;
        }
        let label = text.label_words(sentence);
        let spoken =
            if is_letter(&label) { Vec::new() } else { scan::named(sentence, &label, false, text.lexicon) };
        mentions.extend(spoken.into_iter().map(|mention| {
            // "GETACHEW REDA, head of delegation:" is somebody who speaks, whatever the shouting.
            let shouted = mention.name.start == 0
                && mention.name.len() > 1
                && label[mention.name.clone()].iter().all(|word| !word.chars().any(char::is_lowercase));
            let asks = turns.as_ref().is_some_and(|turns| turns[sentence] == Some(interview::Turn::Question));
            let kind = match mention.kind {
                // "KHARTOUM, April 22 (Nile Wire) -": an agency.
                MentionKind::Person | MentionKind::Organization | MentionKind::Other
                    if is_agency(&label, &mention) =>
                {
                    MentionKind::Outlet
                }
                MentionKind::Other if shouted => MentionKind::Person,
                // "Novo Jornal: Minister, what next?": it is a newspaper that asks.
                MentionKind::Person if asks && mention.offices.is_empty() => MentionKind::Outlet,
                kind => kind,
            };
            Mention { in_label: true, kind, ..mention }
        }));
        let words = text.words(sentence);
        let headline = matches!(kind, BlockKind::Title | BlockKind::Heading);
        let named = scan::named(sentence, &words, headline, text.lexicon);
        let mut named: Vec<Mention> =
            named.into_iter().map(|mention| printed(&words, listed(&words, mention))).collect();
        if let Some(author) = author(sentence, &words)
            && named.iter().all(|mention| mention.kind == MentionKind::Other)
        {
            named = vec![author];
        }
        let mut all = described::described(sentence, &words, &named);
        all.extend(named);
        take_as_offices(&words, &mut all);
        all.extend(speaker::speakers(text, sentence, &all));
        all.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
        // "The delegate of Japan, Mr Kenji Mori": described, and then named.
        for at in 0..all.len() {
            let end = all[at].tokens.end;
            let named = all[at + 1..].iter().take(3).any(|other| {
                other.kind == MentionKind::Person
                    && other.tokens.start == end + 1
                    && words.get(end) == Some(&",")
            });
            let one = all[at].offices.first().is_some_and(|office| !office.ends_with('s'));
            if all[at].kind == MentionKind::Unnamed && one && named {
                all[at].kind = MentionKind::Described;
            }
        }
        if !headline {
            venue::venues(sentence, &words, &text.sentences[sentence].parse, &mut all);
        }
        mentions.extend(all);
    }
    own_bodies(text, &mut mentions);
    let unnamed = described::in_labels(text, &mentions);
    mentions.extend(unnamed);
    let handles = handle::handles(text, &mentions);
    mentions.retain(|mention| !handles.iter().any(|handle| is_within(mention, handle)));
    mentions.extend(handles);
    mentions.sort_by_key(|mention| {
        (mention.sentence, !mention.in_label, mention.tokens.start, mention.tokens.end)
    });
    let cast = Cast::new(text, mentions);
    for (index, mention) in cast.mentions.iter().enumerate() {
        let words = || mention.name(text);
        match cast.actor[index] {
            Some(actor) => text.trace.kept(mention.sentence, "mention", || {
                format!("{:?} `{}` means {}", mention.kind, words(), cast.members[actor].name)
            }),
            None => text.trace.dropped(mention.sentence, "mention", || {
                format!("{:?} `{}` means no actor", mention.kind, words())
            }),
        }
    }
    cast
}

/// Makes what stands with "the" before a name between commas an office of its bearer: "the Executive Secretary, Ada Obi,
/// said", whatever words the lexicons have for it. They are in order then.
fn take_as_offices(words: &[&str], mentions: &mut Vec<Mention>) {
    mentions.sort_by_key(|mention| (mention.tokens.start, mention.tokens.end));
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let is_office = |mention: &Mention| {
        let unknown = match mention.kind {
            MentionKind::Person => mention.offices.is_empty(),
            MentionKind::Organization => mention.known.is_none(),
            kind => kind == MentionKind::Other,
        };
        let pointed = mention.tokens.start.checked_sub(1).is_some_and(|at| matches!(word(at), "the" | "The"));
        let last = word(mention.tokens.end - 1);
        unknown && pointed && mention.tokens.len() < 4 && !described::is_institution(last)
    };
    let mut offices = vec![false; mentions.len()];
    for at in 1..mentions.len() {
        let (office, bearer) = (&mentions[at - 1], &mentions[at]);
        let end = office.tokens.end;
        let apposed = bearer.kind == MentionKind::Person
            && bearer.name.len() > 1
            && word(end) == ","
            && bearer.tokens.start == end + 1
            && word(bearer.tokens.end) == ",";
        if apposed && is_office(office) {
            let office = words[office.tokens.clone()].join(" ").to_lowercase();
            mentions[at].offices.push(office);
            offices[at - 1] = true;
        }
    }
    let mut offices = offices.into_iter();
    mentions.retain(|_| offices.next() != Some(true));
}

/// The city from which a byline says that the text comes: "By ANA DUARTE in Addis Ababa"; who wrote it is no actor.
fn written_in(text: &Text<'_>, sentence: usize) -> Option<Mention> {
    let words = text.words(sentence);
    let before = |mention: &Mention| mention.tokens.start.checked_sub(1).map_or(",", |at| words[at]);
    scan::named(sentence, &words, false, text.lexicon).into_iter().find(|mention| {
        mention.kind == MentionKind::City && matches!(before(mention), "in" | "," | "·" | "|" | "from")
    })
}

/// Whether a mention stands within the name of an organisation that posts: "Peru" in `Peru MFA @PeruMFA`.
fn is_within(mention: &Mention, poster: &Mention) -> bool {
    poster.kind == MentionKind::Organization
        && mention.sentence == poster.sentence
        && mention.in_label == poster.in_label
        && mention.tokens.start < poster.tokens.end
}

/// A name in capitals that opens a sentence with its state behind it is a delegate's: "ADA OBI (Peru) said".
fn listed(words: &[&str], mention: Mention) -> Mention {
    let end = mention.tokens.end;
    let state = |at: usize| {
        let close = (at..words.len()).take(6).find(|&at| words[at] == ")")?;
        let article = usize::from(words[at].eq_ignore_ascii_case("the"));
        lexicon::longest(&words[at + article..close])
    };
    let delegate = mention.kind == MentionKind::Other
        && mention.tokens.start == 0
        && mention.tokens.len() > 1
        && words[mention.tokens.clone()].iter().all(|word| !word.chars().any(char::is_lowercase))
        && words.get(end) == Some(&"(")
        && state(end + 1).is_some_and(|known| matches!(known.kind, lexicon::KnownKind::State));
    if delegate { Mention { kind: MentionKind::Person, ..mention } } else { mention }
}

/// What stands behind the word for a paper or a station is its name: "the newspaper Droni writes".
fn printed(words: &[&str], mention: Mention) -> Mention {
    let before = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |at| words[at]);
    let noun = before(1).to_lowercase();
    // "The agency Ada Obi leads", "the paper Obi signed": what is told goes on with a verb of writing or a mark.
    let end = mention.tokens.end;
    let tells = words.get(end).is_none_or(|word| {
        word.ends_with(|c: char| !c.is_alphanumeric())
            || speech::verb(&word.to_lowercase(), "", "").is_some()
            || matches!(*word, "has" | "had" | "was" | "is" | "that" | "and" | "in" | "of" | "on")
    });
    let unknown =
        matches!(mention.kind, MentionKind::Person | MentionKind::Organization | MentionKind::Other)
            && mention.known.is_none()
            && mention.offices.is_empty()
            && mention.tokens.len() == mention.name.len();
    if unknown && lexicon::is_outlet(&noun) && tells {
        Mention { kind: MentionKind::Outlet, ..mention }
    } else {
        mention
    }
}

/// A body that a text calls by a common word alone is the text's own: "the Commission" of a Joint Commission
/// is not the one in Brussels, nor "the House" that in Washington.
fn own_bodies(text: &Text<'_>, mentions: &mut [Mention]) {
    const COMMON: &[&str] = &[
        "Commission",
        "House",
        "Senate",
        "Council",
        "Assembly",
        "Congress",
        "Parliament",
        "Committee",
        "Court",
        "Bank",
        "Union",
        "Fund",
        "League",
        "Board",
        "Conference",
        "Press",
        "Conversation",
        "Observer",
        "Mission",
        "Alliance",
        "Secretariat",
        "Community",
        "Group",
        "Front",
        "Federation",
        "Agency",
        "Authority",
        "Summit",
        "Organization",
        "Organisation",
    ];
    let bare = |mention: &Mention| {
        let name = mention.name(text);
        name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name).to_owned()
    };
    let bodies = |mention: &&Mention| matches!(mention.kind, MentionKind::Organization | MentionKind::Outlet);
    let full: Vec<(String, Option<String>)> = mentions
        .iter()
        .filter(bodies)
        .map(|mention| (bare(mention), mention.known.as_deref().map(str::to_owned)))
        .filter(|(name, _)| name.contains(' ') || name.len() < 5 && !COMMON.contains(&name.as_str()))
        .collect();
    let united = mentions
        .iter()
        .any(|mention| mention.kind == MentionKind::State && mention.name(text).ends_with("United States"));
    for mention in mentions.iter_mut() {
        let before = |back: usize| {
            let words = text.words(mention.sentence);
            mention
                .tokens
                .start
                .checked_sub(back)
                .filter(|_| !mention.in_label)
                .map_or(String::new(), |at| words[at].to_lowercase())
        };
        // "neighbouring States", "the Ministers of Foreign Affairs"
        let name = mention.name(text);
        if name == "States" && (before(1) != "the" || !united)
            || name == "Foreign Affairs" && matches!(before(1).as_str(), "of" | "for" | "and")
        {
            mention.kind = MentionKind::Other;
            (mention.known, mention.country) = (None, None);
        }
    }
    for mention in mentions.iter_mut().filter(|mention| bodies(&&**mention)) {
        let name = bare(mention);
        let Some(known) = mention.known.as_deref().filter(|_| COMMON.contains(&name.as_str())) else {
            continue;
        };
        if full.iter().any(|(_, other)| other.as_deref() == Some(known)) {
            continue;
        }
        let longer = full.iter().any(|(other, _)| other.split(' ').next_back() == Some(name.as_str()));
        let outlet = mention.kind == MentionKind::Outlet;
        if outlet && mention.name(text) != name {
            continue;
        }
        (mention.known, mention.country) = (None, None);
        mention.kind = if longer || outlet { MentionKind::Other } else { MentionKind::Organization };
    }
}

/// Who stands alone and shouted above a text: "TORLEIF AASGAARD", over his recollections.
fn author(sentence: usize, words: &[&str]) -> Option<Mention> {
    const HEAD: usize = 3;
    let shouted = |word: &&str| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '’' | '\''));
        letters && is_all_upper(word) && word.chars().count() > 2 && !lexicon::is_common(&word.to_lowercase())
    };
    let alone = sentence < HEAD && (2..=3).contains(&words.len()) && words.iter().all(shouted);
    let tokens = 0..words.len();
    (alone && lexicon::longest(words).is_none()).then(|| Mention {
        sentence,
        in_label: false,
        tokens: tokens.clone(),
        name: tokens,
        kind: MentionKind::Person,
        known: None,
        country: None,
        offices: Vec::new(),
        of: None,
    })
}

/// Whether a name stands in brackets before the dash of a dateline.
fn is_agency(label: &[&str], mention: &Mention) -> bool {
    let before = mention.tokens.start.checked_sub(1).map(|at| label[at]);
    before == Some("(")
        && label.get(mention.tokens.end) == Some(&")")
        && matches!(label.get(mention.tokens.end + 1), Some(&("-" | "–" | "—" | "--")))
        && mention.tokens.end + 2 == label.len()
        && mention.offices.is_empty()
}

/// Whether a label is a letter for who speaks: "Q:", "A."
fn is_letter(label: &[&str]) -> bool {
    matches!(label.first(), Some(&("Q" | "A" | "Q." | "A."))) && label.len() <= 2
}
