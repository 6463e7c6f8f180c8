//! Whoever speaks and has neither a name nor an office that the lexicons know: "the statistics office said",
//! "a reader writes", "fishermen told".
//!
//! Reads the tree of one sentence. Invariant: what is named or described already is left alone, and so is one person with
//! "the", who has been told of before: whom "the doctor" means is for the cast.

use std::ops::Range;

use rapporteur_schema::Country;
use rapporteur_syntax::{Parse, ParsedToken, Relation, Upos};

use super::teller::THINGS;
use super::{Mention, MentionKind, described};
use crate::lexicon;
use crate::text::Text;

/// Verbs that only people do, and only with words.
const SAYS: &[&str] = &[
    "say",
    "tell",
    "add",
    "reply",
    "answer",
    "announce",
    "claim",
    "insist",
    "warn",
    "declare",
    "complain",
    "promise",
    "deny",
    "argue",
    "explain",
    "admit",
    "acknowledge",
    "concede",
    "predict",
    "estimate",
    "confirm",
    "report",
    "write",
    "note",
    "state",
    "demand",
    "urge",
    "threaten",
    "pledge",
    "vow",
    "maintain",
    "assert",
    "accuse",
    "retort",
    "remark",
    "object",
    "swear",
    "whisper",
    "joke",
    "recall",
    "boast",
    "grumble",
    "mutter",
    "lament",
    "cable",
    "wire",
    "telegraph",
    "respond",
    "counter",
    "contend",
    "allege",
    "stress",
    "emphasize",
    "emphasise",
    "underline",
    "reiterate",
    "disclose",
    "reveal",
];
/// What may be told of with "the" though it has not been told of before, beside the institutions of states.
const BUSINESSES: &[&str] = &[
    "office",
    "company",
    "firm",
    "operator",
    "airline",
    "carrier",
    "utility",
    "hotel",
    "hospital",
    "clinic",
    "university",
    "institute",
    "association",
    "federation",
    "confederation",
    "chamber",
    "league",
    "lobby",
    "guild",
    "club",
    "church",
    "synod",
    "diocese",
    "monastery",
    "charity",
    "foundation",
    "exchange",
    "service",
    "station",
    "port",
    "administration",
    "management",
    "consortium",
    "syndicate",
    "society",
    "assembly",
    "directorate",
    "department",
    "prosecution",
    "defence",
    "garrison",
    "faction",
    "wing",
    "camp",
    "party",
    "newsroom",
];

/// The speakers of a sentence that no other mention of it covers, given those in order.
pub fn speakers(text: &Text<'_>, sentence: usize, known: &[Mention]) -> Vec<Mention> {
    /// So many mentions at most overlap: who stands at a token is looked for among the last that begin before it.
    const OVERLAP: usize = 4;
    let parse = &text.sentences[sentence].parse;
    let words = text.words(sentence);
    let at = |at: usize| {
        let begun = known.partition_point(|mention| mention.tokens.start <= at);
        known[..begun].iter().rev().take(OVERLAP).filter(move |mention| mention.tokens.contains(&at))
    };
    let mut found: Vec<Mention> = Vec::new();
    for head in (0..parse.len()).filter(|&at| speaks(parse, &words, at)) {
        if let Some(tokens) = counted(parse, &words, head)
            && !tokens.clone().flat_map(at).any(|mention| !is_attribute(mention) && !is_several(mention))
        {
            found.push(unnamed(sentence, tokens.clone(), tokens, None));
            continue;
        }
        let Some(start) = start_of(parse, head) else { continue };
        let tokens = start..head + 1;
        // "A Chilean broker": of that country.
        let nation = tokens.clone().flat_map(at).find(|mention| mention.kind == MentionKind::Adjective);
        let opens = |mention: &Mention| {
            mention.tokens == (0..1) && matches!(parse.tokens[0].upos, Upos::Noun | Upos::Adjective)
        };
        if at(head).any(|mention| !is_only_capital(mention, &words))
            || (start..head).flat_map(at).any(|mention| !is_attribute(mention) && !opens(mention))
            || found.last().is_some_and(|other| other.tokens.contains(&head))
        {
            continue;
        }
        let his = |token: &ParsedToken| token.relation == Relation::Possessor && token.upos == Upos::Pronoun;
        let pointed = parse.tokens[start].relation == Relation::Determiner || his(&parse.tokens[start]);
        // "Obi's own embassy": the embassy.
        let pointed = pointed || words[start] == "own";
        let name = if pointed && start < head { start + 1..head + 1 } else { tokens.clone() };
        if is_somebody(text, sentence, &words, head, start) {
            found.push(unnamed(sentence, tokens, name, nation.and_then(|nation| nation.country)));
        }
    }
    found
}

fn unnamed(sentence: usize, tokens: Range<usize>, name: Range<usize>, country: Option<Country>) -> Mention {
    Mention {
        sentence,
        in_label: false,
        tokens,
        name,
        kind: MentionKind::Unnamed,
        known: None,
        country,
        offices: Vec::new(),
        of: None,
    }
}

/// Whether a word is the subject of a verb of saying, or stands behind "according to".
fn speaks(parse: &Parse, words: &[&str], at: usize) -> bool {
    let source = || {
        let case = parse.case(at).map(|case| words[case].to_lowercase());
        case.is_some_and(|case| matches!(case.as_str(), "according" | "per"))
    };
    let first = |verb: usize| parse.children_by(verb, Relation::Subject).next() == Some(at);
    let subject = |verb: usize| {
        first(verb)
            && (says(parse, verb) || is_body(parse, at) && tells(parse, verb))
            && is_plain_subject(parse, words, at, verb)
    };
    match parse.tokens[at].relation {
        Relation::Subject => parse.head(at).is_some_and(subject),
        Relation::Oblique => source(),
        _ => false,
    }
}

/// Some of several, who are told of by how many they are: "one of its members", "two of the ministers", "one of his staff".
fn counted(parse: &Parse, words: &[&str], head: usize) -> Option<Range<usize>> {
    const COUNTS: &[&str] =
        &["one", "two", "three", "four", "five", "some", "several", "many", "most", "none", "another"];
    const LONGEST: usize = 8;
    let of = parse.children_by(head, Relation::NominalModifier).find(|&noun| {
        parse.case(noun) == Some(head + 1)
            && (parse.tokens[noun].tag.is_plural() || words[noun] == "staff")
            && words[head + 1] == "of"
    })?;
    let tokens = head..of + 1;
    let whole = tokens.clone().all(|at| words[at].starts_with(char::is_alphanumeric));
    let noun = parse.tokens[of].lemma.to_lowercase();
    (COUNTS.contains(&words[head].to_lowercase().as_str()) && whole && tokens.len() <= LONGEST)
        .then_some(tokens)
        .filter(|_| !THINGS.contains(&noun.as_str()))
}

/// Whether a noun is one for a body or for people, who alone can do with a noun what others do with a clause: "both
/// legations have denied it".
fn is_body(parse: &Parse, head: usize) -> bool {
    let noun = parse.tokens[head].lemma.to_lowercase();
    described::is_institution(&noun) || BUSINESSES.contains(&noun.as_str()) || described::is_people(&noun)
}

/// Whether a verb tells of something said by what it does with a noun.
pub fn tells(parse: &Parse, at: usize) -> bool {
    const DOES: &[&str] = &[
        "deny", "confirm", "announce", "promise", "demand", "accuse", "threaten", "pledge", "condemn",
        "reject", "welcome",
    ];
    let verb = &parse.tokens[at];
    verb.upos == Upos::Verb
        && DOES.contains(&verb.lemma.as_str())
        && parse.child(at, Relation::Object).is_some()
}

/// The verbs of which one of the words is the subject.
pub fn verbs_of<'p>(parse: &'p Parse, tokens: &Range<usize>) -> impl Iterator<Item = usize> + 'p {
    let subject = |&at: &usize| parse.tokens.get(at).is_some_and(|token| token.relation == Relation::Subject);
    tokens.clone().filter(subject).filter_map(|at| parse.head(at))
}

/// Whether a mention tells of several without a name, of whom some may be told of: "one of the mediators".
fn is_several(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::DescribedGroup | MentionKind::Unnamed)
}

/// Whether a mention only tells of what kind another is: "a Chilean broker".
fn is_attribute(mention: &Mention) -> bool {
    matches!(mention.kind, MentionKind::Adjective | MentionKind::Region | MentionKind::Other)
}

/// Whether a mention is no name but a word with a capital: "Fishermen said", "the Legation said".
fn is_only_capital(mention: &Mention, words: &[&str]) -> bool {
    let common = || lexicon::is_common(&words[mention.tokens.start].to_lowercase());
    mention.kind == MentionKind::Other
        || mention.kind == MentionKind::Person && mention.tokens.len() == 1 && common()
}

/// Whether a word is a verb of saying that has a clause of what is said, or stands beside one: "prices will rise, the
/// company said".
pub fn says(parse: &Parse, at: usize) -> bool {
    let verb = &parse.tokens[at];
    // "Let it be known that"
    if verb.lemma == "let" {
        return parse
            .children_by(at, Relation::OpenComplement)
            .any(|known| parse.tokens[known].lemma == "know");
    }
    let clause = [Relation::ClausalComplement, Relation::OpenComplement];
    verb.upos == Upos::Verb
        && SAYS.contains(&verb.lemma.as_str())
        && (clause.iter().any(|&relation| parse.child(at, relation).is_some())
            || verb.relation == Relation::Parataxis)
}

/// Whether a subject stands as one: "he called it “a small door left ajar” and urged her friends" has none in the door,
/// whatever the tree makes of it.
fn is_plain_subject(parse: &Parse, words: &[&str], head: usize, verb: usize) -> bool {
    let between = words.get(head.min(verb) + 1..head.max(verb)).unwrap_or_default();
    let quoted = between.iter().any(|word| matches!(*word, "\"" | "“" | "”" | "``" | "''" | "«" | "»"));
    let commas = between.iter().filter(|word| **word == ",").count();
    !quoted && commas != 1 && parse.child(head, Relation::Case).is_none()
}

/// Where the words for one begin, without what stands behind its noun; nothing where another is named among them.
fn start_of(parse: &Parse, head: usize) -> Option<usize> {
    let own =
        [Relation::Determiner, Relation::AdjectivalModifier, Relation::Compound, Relation::NumericModifier];
    let mut start = head;
    while let Some(before) = start.checked_sub(1) {
        let token = &parse.tokens[before];
        // "The owners' guild": the sign of possession hangs on the owners; "Peru's guild" is the guild of whom is named.
        let owner = token.head.filter(|_| token.relation == Relation::Case);
        if owner.is_some_and(|owner| parse.tokens[owner].upos == Upos::ProperNoun) {
            break;
        }
        let above = owner.map_or(token.head, |owner| parse.head(owner));
        let within = above.is_some_and(|above| (start..=head).contains(&above));
        if !within {
            break;
        }
        let whose = matches!(token.relation, Relation::Possessor | Relation::Case);
        if !own.contains(&token.relation) && !whose {
            return None;
        }
        start = before;
    }
    Some(start)
}

/// Whether the word at a token has not been used before, in many sentences: whom it means has not been told.
fn is_new(text: &Text<'_>, sentence: usize, at: usize) -> bool {
    /// Words for one told of under another: "the government" of a state, "the former".
    const MEANT: &[&str] = &["government", "former", "latter", "other"];
    const BACK: usize = 40;
    let own_sentence = text.lower(sentence);
    let Some((own, before)) = own_sentence.get(..=at).and_then(<[String]>::split_last) else { return false };
    let mut earlier = (sentence.saturating_sub(BACK)..sentence).flat_map(|at| text.lower(at));
    !MEANT.contains(&own.as_str()) && !before.contains(own) && !earlier.any(|word| word == own)
}

/// Whether a noun is one for people or for a body of people of whom nothing has been told before.
fn is_somebody(text: &Text<'_>, sentence: usize, words: &[&str], head: usize, start: usize) -> bool {
    let parse = &text.sentences[sentence].parse;
    let noun = parse.tokens[head].lemma.to_lowercase();
    let first = words[start].to_lowercase();
    let plural = parse.tokens[head].tag.is_plural();
    let definite = matches!(first.as_str(), "the" | "this" | "that");
    let bare = start == head && !plural;
    let common = || lexicon::is_common(&words[head].to_lowercase());
    (parse.tokens[head].upos == Upos::Noun || parse.tokens[head].upos == Upos::ProperNoun && common())
        && words[head].chars().all(|c| c.is_alphabetic() || c == '-')
        && !THINGS.contains(&noun.strip_suffix('s').unwrap_or(&noun))
        && !THINGS.contains(&noun.as_str())
        && !noun.ends_with("ing")
        && !bare
        && (!definite
            || plural
            || described::is_institution(&noun)
            || BUSINESSES.contains(&noun.as_str())
            || is_new(text, sentence, head)
            // "The woman who answered": it is told at once who she is.
            || parse.children_by(head, Relation::RelativeClause).any(|_| words.get(head + 1) == Some(&"who")))
}
