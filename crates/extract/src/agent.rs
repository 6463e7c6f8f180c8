//! Those in a sentence who can speak or act: its mentions of persons, states and organisations,
//! with pronouns resolved to whoever they most likely mean.
//!
//! It reads mentions and never names. Invariant: agents are in the order of the sentence and do not
//! overlap; looking back is bounded, so a text is read in linear time.

use std::ops::Range;

use rapporteur_schema::ActorKind;
use rapporteur_syntax::{Parse, Relation, Upos};

use crate::cast::{ActorNumber, Cast, government_in};
use crate::gazetteer::Gender;
use crate::mention::{Mention, MentionKind};
use crate::statement::lexicon as speech;
use crate::text::Text;

use description::{described, governed_state, last_of, national, of_two, unnamed};
pub use pronoun::pronoun;
use pronoun::{it, topic};

mod description;
mod life;
mod pronoun;

/// How many sentences back the last speaker is still whom "he" means.
const LATELY: usize = 3;

/// Someone or something in a sentence that can act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// The tokens that name it.
    pub tokens: Range<usize>,
    /// Who it is.
    pub actor: ActorNumber,
    /// What the words are.
    pub kind: MentionKind,
}

/// Who spoke or acted last, for pronouns to mean.
#[derive(Debug, Clone, Copy, Default)]
pub struct Focus<'q> {
    /// The last person who spoke, and the sentence in which.
    pub person: Option<(ActorNumber, usize)>,
    /// The last state, organisation or paper that spoke, and the sentence in which.
    pub body: Option<(ActorNumber, usize)>,
    /// Who says "I" here: whom no other pronoun means.
    pub own: Option<ActorNumber>,
    /// For each sentence which tokens stand in quotation marks; empty where it does not matter.
    pub quoted: &'q [Vec<bool>],
}

impl Focus<'_> {
    /// Whether someone else's words hold the token.
    fn is_quoted(&self, sentence: usize, token: usize) -> bool {
        self.quoted.get(sentence).and_then(|tokens| tokens.get(token)).copied().unwrap_or(false)
    }

    fn is_all_quoted(&self, sentence: usize) -> bool {
        const LOOSE: usize = 2;
        let tokens = self.quoted.get(sentence);
        tokens.is_some_and(|tokens| tokens.iter().filter(|&&quoted| !quoted).count() <= LOOSE)
    }
}

/// The agents of a sentence, pronouns left out where nobody fits.
pub fn agents(text: &Text<'_>, cast: &Cast, sentence: usize, focus: &Focus<'_>) -> Vec<Agent> {
    let mut found: Vec<Agent> = Vec::new();
    let all: Vec<(usize, &Mention)> = cast.in_sentence(sentence).collect();
    let mut mentions = all.iter().copied().peekable();
    for at in 0..text.sentences[sentence].tokens.len() {
        while let Some((index, mention)) = mentions.next_if(|(_, mention)| mention.tokens.start <= at) {
            let known = cast.actor.get(index).copied().flatten();
            let actor = match mention.kind {
                MentionKind::Region | MentionKind::Venue | MentionKind::Other => None,
                MentionKind::Adjective if are_several(text, mention) => people(text, cast, mention),
                MentionKind::Adjective => national(text, cast, index).or_else(|| people(text, cast, mention)),
                MentionKind::Unnamed => unnamed(text, cast, index).or(known),
                MentionKind::Pronoun => None,
                MentionKind::Described => known.or_else(|| described(text, cast, index, focus)),
                MentionKind::City => {
                    known.or_else(|| mention.country.and_then(|country| cast.state(country)))
                }
                _ => known,
            };
            // "The Japanese side stated": the state speaks, by the noun that follows.
            let whole = body(text, mention);
            let seated = mention.kind == MentionKind::City && whole.is_some();
            let (actor, tokens) = match whole {
                Some(tokens) => (mention.country.and_then(|country| cast.state(country)), tokens),
                None => (actor, mention.tokens.clone()),
            };
            if let Some(actor) = actor
                && !is_addressed(text, mention)
                && !owns(text, cast, &all, mention)
                && (!is_whereabouts(text, mention) || is_source(text, mention) || seated)
                && !is_dateline(text, mention)
                && found.last().is_none_or(|last| last.tokens.end <= tokens.start)
            {
                found.push(Agent { tokens, actor, kind: mention.kind });
            }
        }
        let word = text.word(text.sentences[sentence].tokens[at]);
        let before = || sentence.checked_sub(1);
        let does = |at: usize| {
            let next = text.sentences[sentence].parse.tokens.get(at);
            next.is_some_and(|token| matches!(token.upos, Upos::Verb | Upos::Auxiliary))
        };
        if word == "former"
            && does(at + 1)
            && let Some(actor) = before().and_then(|before| of_two(cast, before).first().copied())
        {
            found.push(Agent { tokens: at.saturating_sub(1)..at + 1, actor, kind: MentionKind::Pronoun });
        }
        if word == "latter" && found.last().is_none_or(|last| last.tokens.end < at) {
            // "The former thanked him; the latter promised": both of the sentence before.
            let former = found
                .iter()
                .any(|agent| text.word(text.sentences[sentence].tokens[agent.tokens.end - 1]) == "former");
            let near = found.last().map(|agent| agent.actor).filter(|_| !former);
            let both = || before().and_then(|before| of_two(cast, before).last().copied());
            let actor = near.or_else(both).or_else(|| last_of(cast, before()?));
            let tokens = at.saturating_sub(1)..at + 1;
            found.extend(actor.map(|actor| Agent { tokens, actor, kind: MentionKind::Pronoun }));
        }
        // "Kenya shut the road. The government said": of the state told of last.
        if word == "government"
            && let Some(start) = at.checked_sub(1)
            && speaks(text, sentence, at)
            && text.word(text.sentences[sentence].tokens[start]).eq_ignore_ascii_case("the")
            && found.last().is_none_or(|last| last.tokens.end <= start)
            && let Some(actor) = governed_state(cast, sentence, start)
        {
            found.push(Agent { tokens: start..at + 1, actor, kind: MentionKind::State });
        }
        // "The Council met. It said"
        if matches!(word, "it" | "It")
            && (speaks(text, sentence, at) || acts_with_words(text, sentence, at))
            && found.last().is_none_or(|last| last.tokens.end <= at)
            && let Some(actor) = it(text, cast, sentence, at, focus)
        {
            found.push(Agent { tokens: at..at + 1, actor, kind: MentionKind::Pronoun });
        }
        let parse = &text.sentences[sentence].parse;
        // "her" as whom something is done to, and not as whose it is.
        let object = word == "her"
            && parse
                .tokens
                .get(at)
                .is_some_and(|token| token.relation.is_object() || token.relation.is_oblique());
        // "in his view", "by her own account": whose it is.
        let view = matches!(word, "his" | "her" | "their")
            && at > 0
            && matches!(text.word(text.sentences[sentence].tokens[at - 1]), "in" | "In" | "by" | "By")
            && (at + 1..at + 3).any(|next| {
                let tokens = &text.sentences[sentence].tokens;
                tokens.get(next).is_some_and(|&token| speech::is_view(text.word(token)))
            });
        if (object || view || matches!(word, "he" | "she" | "He" | "She" | "they" | "They" | "him"))
            && found.last().is_none_or(|last| last.tokens.end <= at)
        {
            let known =
                cast.mention_at(sentence, at).and_then(|(index, _)| cast.actor.get(index).copied().flatten());
            // "He came to see him": of two.
            let doer = (matches!(word, "him" | "her") && !view)
                .then(|| parse.head(at).and_then(|verb| parse.understood_subject(verb)))
                .flatten();
            let doer = found.iter().find(|agent| doer.is_some_and(|doer| is_of(parse, agent, doer)));
            let doer = doer.map(|agent| agent.actor);
            // "Obi, he said, had left": what is told of Obi is told by another.
            // "Obi went further: the treaty, he said, was dead": of the clause before it may be Obi.
            let tokens = &text.sentences[sentence].tokens;
            // "Obi flew in with a pledge and, he said, good news": nor is what he says of his own.
            let parts = |cut: &usize| {
                matches!(text.word(tokens[*cut]), ":" | ";" | "but" | "—" | "–")
                    || text.word(tokens[*cut]) == "and" && *cut + 2 == at
            };
            let clause =
                if is_aside(text, sentence, at) { (0..at).rev().find(parts).unwrap_or(0) } else { at };
            let free: Vec<Agent> = found
                .iter()
                .filter(|agent| Some(agent.actor) != doer && agent.tokens.end <= clause)
                .filter(|agent| {
                    focus.is_quoted(sentence, at) || !focus.is_quoted(sentence, agent.tokens.start)
                })
                .cloned()
                .collect();
            let personal = match word {
                "his" => "he".to_owned(),
                "her" if view => "she".to_owned(),
                "their" => "they".to_owned(),
                _ => word.to_lowercase(),
            };
            let actor = known.or_else(|| pronoun(text, cast, sentence, &free, &personal, focus));
            let actor = actor.filter(|actor| Some(*actor) != doer);
            found.extend(actor.map(|actor| Agent { tokens: at..at + 1, actor, kind: MentionKind::Pronoun }));
        }
    }
    found
}

/// Whether a verb of saying stands right behind the token.
fn speaks(text: &Text<'_>, sentence: usize, at: usize) -> bool {
    let tokens = &text.sentences[sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or(String::new(), |&token| text.word(token).to_lowercase());
    let also = usize::from(matches!(
        word(at + 1).as_str(),
        "also" | "has" | "had" | "then" | "further" | "does" | "did"
    ));
    let verb = at + 1 + also;
    let goes_on = matches!((word(verb).as_str(), word(verb + 1).as_str()), ("went" | "goes", "on"));
    goes_on
        || speech::verb(&word(verb), &word(verb + 1), &word(verb + 2))
            .is_some_and(|verb| verb.manner == speech::Manner::Speech)
}

/// Whether the token opens a clause as the subject of a verb that does something with words: "It asked that", "and it
/// rejected the plan", but not "a plan that it cannot accept".
fn acts_with_words(text: &Text<'_>, sentence: usize, at: usize) -> bool {
    let (words, parse) = (text.lower(sentence), &text.sentences[sentence].parse);
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let opens = at.checked_sub(1).is_none_or(|before| matches!(word(before), "and" | "but" | ";"));
    let token = parse.tokens.get(at).filter(|token| opens && token.relation == Relation::Subject);
    let verb = token.and_then(|_| parse.head(at)).filter(|&verb| verb > at);
    verb.is_some_and(|verb| speech::verb(word(verb), word(verb + 1), word(verb + 2)).is_some())
}

/// Whether a pronoun only says whose the words around it are: ", he said," with nothing said behind it.
fn is_aside(text: &Text<'_>, sentence: usize, at: usize) -> bool {
    let tokens = &text.sentences[sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or("", |&token| text.word(token));
    let comma = at.checked_sub(1).is_some_and(|before| word(before) == ",");
    let behind = at + 2 + usize::from(word(at + 2) == "on" && matches!(word(at + 1), "went" | "goes"));
    comma && speaks(text, sentence, at) && matches!(word(behind), "" | "," | "." | ";" | "on" | "in" | "at")
}

/// The state whose people say something of whom nobody is named: "the Japanese said", but not "the Lithuanian said", who
/// is one.
fn people(text: &Text<'_>, cast: &Cast, mention: &Mention) -> Option<ActorNumber> {
    const SEVERAL: [&str; 4] = ["ese", "sh", "ch", "Swiss"];
    let before = mention.tokens.start.checked_sub(1)?;
    let word = |at: usize| text.word(text.sentences[mention.sentence].tokens[at]);
    let last = mention.tokens.end - 1;
    let says = matches!(word(before), "the" | "The")
        && SEVERAL.iter().any(|end| word(last).ends_with(end))
        && speaks(text, mention.sentence, last);
    cast.state(mention.country?).filter(|_| says)
}

/// Whether a verb tells that more than one speak: "the French say".
fn are_several(text: &Text<'_>, mention: &Mention) -> bool {
    let words = text.lower(mention.sentence);
    matches!(
        words.get(mention.tokens.end).map(String::as_str),
        Some("say" | "deny" | "insist" | "want" | "hope")
    )
}

/// Whether an agent is what a token names, or stands in apposition to it.
fn is_of(parse: &Parse, agent: &Agent, token: usize) -> bool {
    agent.tokens.contains(&token)
        || parse.children_by(token, Relation::Apposition).any(|child| agent.tokens.contains(&child))
}

/// The tokens of a state with the noun that makes it somebody who acts: "the Japanese side", "the delegation of Japan",
/// "the government in Kabul".
fn body(text: &Text<'_>, mention: &Mention) -> Option<Range<usize>> {
    const BODIES: &[&str] =
        &["side", "delegation", "government", "authorities", "party", "team", "leadership"];
    let tokens = &text.sentences[mention.sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or(String::new(), |&token| text.word(token).to_lowercase());
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    match mention.kind {
        MentionKind::Adjective => BODIES.contains(&word(end).as_str()).then_some(start..end + 1),
        MentionKind::City => {
            let noun = government_in(text, mention)?;
            crate::lexicon::is_capital(mention.name(text)).then_some(noun..end)
        }
        MentionKind::State if matches!(word(end).as_str(), "'s" | "’s") => {
            (word(end + 1) == "government").then_some(start..end + 2)
        }
        MentionKind::State => {
            let article = usize::from(start > 0 && word(start - 1) == "the");
            let noun = start.checked_sub(2 + article).filter(|&noun| word(noun + 1) == "of")?;
            matches!(word(noun).as_str(), "delegation" | "government" | "authorities").then_some(noun..end)
        }
        _ => None,
    }
}

/// Whether the words stand only as whose someone else is: "Gabon's" before its oil minister's name,
/// "Ethiopia's" in "Ethiopia's foreign ministry", where all of the words name the one who acts.
fn owns(text: &Text<'_>, cast: &Cast, all: &[(usize, &Mention)], mention: &Mention) -> bool {
    let tokens = &text.sentences[mention.sentence].tokens;
    let possessive =
        tokens.get(mention.tokens.end).is_some_and(|&token| matches!(text.word(token), "'s" | "’s"));
    let state = matches!(mention.kind, MentionKind::State | MentionKind::City);
    all.iter().any(|(index, other)| {
        let within = other.tokens.start == mention.tokens.start && other.tokens.end > mention.tokens.end;
        // "Bennani's office": the office speaks.
        // "Bennani's spokeswoman, Ada Obi": she speaks.
        let titled = other.kind == MentionKind::Person && other.name.start > other.tokens.start;
        let owned = possessive
            && other.tokens.start == mention.tokens.end + 1
            && (state && other.kind == MentionKind::Person || titled || other.kind == MentionKind::Unnamed);
        (within || owned) && cast.actor.get(*index).copied().flatten().is_some()
    })
}

/// Whether somebody is spoken to: "Well, Ada, the minister came", "Ada, what went wrong?"
fn is_addressed(text: &Text<'_>, mention: &Mention) -> bool {
    const OPENS: &[&str] = &[
        "well",
        "yes",
        "no",
        "so",
        "now",
        "thanks",
        "you",
        "hello",
        "evening",
        "morning",
        "afternoon",
        "but",
        "and",
        "sorry",
        "ah",
        "oh",
        "indeed",
        "absolutely",
        "exactly",
    ];
    let tokens = &text.sentences[mention.sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or("", |&token| text.word(token));
    let (start, end) = (mention.tokens.start, mention.tokens.end);
    if mention.kind != MentionKind::Person || word(end) != "," || start > 4 {
        return false;
    }
    if start == 0 {
        return word(tokens.len() - 1) == "?";
    }
    word(start - 1) == "," && start >= 2 && OPENS.contains(&word(start - 2).to_lowercase().as_str())
}

/// Whether the words say where and not who: "in Moscow", "at the Kremlin", "from Albania".
pub fn is_whereabouts(text: &Text<'_>, mention: &Mention) -> bool {
    if !mention.kind.is_place() || is_told_more(text, mention) {
        return false;
    }
    let word = |back: usize| {
        let at = mention.tokens.start.checked_sub(back)?;
        Some(text.word(*text.sentences[mention.sentence].tokens.get(at)?).to_lowercase())
    };
    // "in the north", "in northern Peru"
    let aside = |word: &Option<String>| {
        word.as_deref().is_some_and(|word| word == "the" || word.ends_with("ern") || word == "central")
    };
    let mut back = 1;
    while back < 3 && aside(&word(back)) {
        back += 1;
    }
    word(back).is_some_and(|word| {
        matches!(word.as_str(), "in" | "at" | "near" | "inside" | "outside" | "from" | "into")
    })
}

/// Whether what stands behind a place says something: "a reply from Ankara, which said".
fn is_told_more(text: &Text<'_>, mention: &Mention) -> bool {
    let tokens = &text.sentences[mention.sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or("", |&token| text.word(token));
    let end = mention.tokens.end;
    word(end) == "," && word(end + 1) == "which" && speaks(text, mention.sentence, end + 1)
}

/// Whether what is said comes from where the words say: "a plea from Japan", "a pledge came from Norway", "in Japan's
/// view".
fn is_source(text: &Text<'_>, mention: &Mention) -> bool {
    const NEAR: usize = 5;
    let tokens = &text.sentences[mention.sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or(String::new(), |&token| text.word(token).to_lowercase());
    let end = mention.tokens.end;
    if matches!(word(end).as_str(), "'s" | "’s" | "'" | "’") && speech::is_view(&word(end + 1)) {
        return true;
    }
    let Some(from) = mention.tokens.start.checked_sub(1).filter(|&from| word(from) == "from") else {
        return false;
    };
    let before = from.checked_sub(1).map_or(String::new(), word);
    let noun = |at: usize| speech::noun(&word(at)).is_some();
    let came = matches!(before.as_str(), "came" | "comes" | "come" | "drew");
    from.checked_sub(1).is_some_and(noun) || came && (from.saturating_sub(NEAR)..from).any(noun)
}

/// Whether the words stand before the dash of a dateline: "CASTRIES, St. Lucia — The ministers met".
fn is_dateline(text: &Text<'_>, mention: &Mention) -> bool {
    const LONGEST: usize = 8;
    let tokens = &text.sentences[mention.sentence].tokens;
    let word = |at: usize| tokens.get(at).map_or("", |&token| text.word(token));
    let shouted = word(0).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && word(0).len() > 3;
    let dash = (1..LONGEST).find(|&at| matches!(word(at), "—" | "–" | "--" | "-"));
    shouted && mention.kind.is_place() && dash.is_some_and(|dash| mention.tokens.end <= dash)
}

fn is_named_person(cast: &Cast, actor: ActorNumber) -> bool {
    cast.members.get(actor).is_some_and(|member| member.kind == ActorKind::Person)
}

fn gender_of(cast: &Cast, actor: ActorNumber) -> Gender {
    cast.members.get(actor).map_or(Gender::Either, |member| member.gender)
}
