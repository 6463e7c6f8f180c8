//! Who holds the office that a text speaks of without a name: whom it told of before, or names soon.
//!
//! It must not know appositions. Invariant: nobody is the holder of an office that he was not told to hold, unless he
//! is the only one it can be.

use rapporteur_schema::ActorKind;

use super::super::{ActorNumber, Cast, office};
use crate::lexicon;
use crate::mention::MentionKind;
use crate::text::Text;

/// Whom "the spokesman" goes on with: one without a name, told of after everybody who holds such an office by
/// name.
pub(super) fn nameless_before(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    const REACH: usize = 60;
    let mention = &cast.mentions[index];
    let [office] = mention.offices.as_slice() else { return None };
    let anybody = matches!(
        office.as_str(),
        "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "official"
            | "diplomat"
            | "officer"
            | "aide"
            | "negotiator"
    );
    let bare = mention.kind == MentionKind::Described && mention.country.is_none() && mention.of.is_none();
    if !anybody || !bare || mention.in_label {
        return None;
    }
    (index.saturating_sub(REACH)..index).rev().find_map(|at| {
        let other = &cast.mentions[at];
        let actor = cast.actor[at]?;
        let holds = |offices: &[String]| offices.iter().any(|held| office::agrees(office, held));
        match other.kind {
            MentionKind::Person => holds(&cast.members[actor].offices).then_some(None),
            MentionKind::Unnamed => {
                let same = other.name(text).rsplit(' ').next().is_some_and(|last| last == office);
                (same && cast.members[actor].kind == ActorKind::Unnamed).then_some(Some(actor))
            }
            _ => None,
        }
    })?
}

/// Which institution "the agency" or "the army" means: the last one told of whose name ends so, and of "the paper" the last
/// outlet.
pub(in crate::cast) fn institution_before(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    const REACH: usize = 60;
    let mention = &cast.mentions[index];
    let plain = matches!(mention.kind, MentionKind::Unnamed | MentionKind::Described);
    let bare = plain && mention.offices.is_empty() && !mention.in_label;
    let head = Some(mention.name(text)).filter(|name| bare && !name.contains(' '))?;
    let word = |at: usize| text.word(text.sentences[mention.sentence].tokens[at]);
    let article = || mention.name.start.checked_sub(1).is_some_and(|at| matches!(word(at), "the" | "The"));
    let outlet = lexicon::is_outlet(&head.to_lowercase()) && article();
    (index.saturating_sub(REACH)..index).rev().find_map(|at| {
        let other = &cast.mentions[at];
        // "The Ministry of Commerce": its noun stands before "of".
        let name = other.name(text);
        let noun = |name: &str| name.rsplit(' ').next().is_some_and(|last| last.eq_ignore_ascii_case(head));
        let same = noun(name) || name.split_once(" of ").is_some_and(|(before, _)| noun(before));
        let kind =
            matches!(other.kind, MentionKind::Organization | MentionKind::Outlet | MentionKind::Unnamed);
        cast.actor[at].filter(|&actor| kind && (same || outlet && cast.members[actor].is_outlet))
    })
}

/// Whom "the Minister", with a capital and no country, means in a text that begins with what one did: that one, and
/// not the colleague named since.
pub(super) fn protagonist(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    const HEAD: usize = 4;
    let mention = &cast.mentions[index];
    let office = mention.offices.first()?;
    let tokens = &text.sentences[mention.sentence].tokens;
    if mention.in_label || mention.country.is_some() || mention.of.is_some() || mention.sentence == 0 {
        return None;
    }
    let word = |at: usize| tokens.get(at).map_or("", |&token| text.word(token));
    let article = mention.tokens.start.checked_sub(1).is_some_and(|at| matches!(word(at), "the" | "The"))
        || matches!(word(mention.tokens.start), "the" | "The");
    if !article || !word(mention.tokens.end - 1).starts_with(char::is_uppercase) {
        return None;
    }
    let fits = |actor: ActorNumber| {
        cast.members[actor].kind == ActorKind::Person
            && cast.members[actor].offices.iter().any(|held| office::agrees(office, held))
    };
    let mut head = cast.mentions[..index].iter().enumerate().take_while(|(_, other)| other.sentence < HEAD);
    let (at, first) = head.find(|(at, other)| {
        other.kind == MentionKind::Person && !other.in_label && cast.actor[*at].is_some_and(fits)
    })?;
    let own = cast.actor[at]?;
    let parse = &text.sentences[first.sentence].parse;
    let acts =
        first.tokens.clone().any(|at| parse.tokens.get(at).is_some_and(|token| token.relation.is_subject()));
    let named_here = cast.in_sentence(mention.sentence).any(|(at, other)| {
        other.kind == MentionKind::Person
            && other.tokens.end <= mention.tokens.start
            && cast.actor[at].is_some_and(|actor| actor == own)
    });
    // "He invited Minister Obi. The Minister accepted": whom the sentence before gives the very title.
    let titled = mention.sentence.checked_sub(1).is_some_and(|before| {
        cast.in_sentence(before).any(|(at, other)| {
            other.kind == MentionKind::Person && other.offices.contains(office) && cast.actor[at] != Some(own)
        })
    });
    (acts && !named_here && !titled).then_some(own)
}

/// The latest person before the description, else the first behind it, who holds the office for the
/// country.
pub(super) fn holder(cast: &Cast, index: usize) -> Option<ActorNumber> {
    let mention = &cast.mentions[index];
    let office = mention.offices.first()?;
    let of_country = |actor: ActorNumber| match (mention.country, cast.members[actor].country) {
        (Some(a), Some(b)) => a == b,
        (Some(_), None) => false,
        (None, _) => true,
    };
    let person = |actor: ActorNumber| cast.members[actor].kind == ActorKind::Person && of_country(actor);
    // "The French premier telephoned the Prime Minister": whom the sentence names already is somebody else.
    let sentence: Vec<ActorNumber> = cast
        .in_sentence(mention.sentence)
        .filter(|(_, other)| other.kind == MentionKind::Person && other.tokens.end <= mention.tokens.start)
        .filter_map(|(at, _)| cast.actor[at])
        .collect();
    let person = |actor: ActorNumber| person(actor) && !sentence.contains(&actor);
    let exact = |&actor: &ActorNumber| person(actor) && cast.members[actor].offices.contains(office);
    let loose = |&actor: &ActorNumber| {
        let held = || cast.members[actor].offices.iter();
        person(actor)
            && (held().any(|held| office::agrees(office, held))
                || office == "leader" && mention.country.is_some() && held().any(|held| is_leader(held)))
    };
    let actors = |range: std::ops::Range<usize>| {
        range.filter(|&at| cast.mentions[at].kind == MentionKind::Person).filter_map(|at| cast.actor[at])
    };
    let before: Vec<ActorNumber> = actors(index.saturating_sub(80)..index).collect();
    let behind = || actors(index..(index + 40).min(cast.mentions.len()));
    let last = |holds: &dyn Fn(&ActorNumber) -> bool| before.iter().rev().copied().find(holds);
    last(&exact).or_else(|| last(&loose)).or_else(|| behind().find(exact)).or_else(|| behind().find(loose))
}

/// The one person named before of whom the text tells the state and no office, where the description says that
/// somebody sits for that state: "Ada Obi (Kenya) ... the representative of Kenya".
pub(super) fn delegate(cast: &Cast, index: usize) -> Option<ActorNumber> {
    const REACH: usize = 200;
    const SEATED: &[&str] = &["representative", "delegate", "member", "observer"];
    let mention = &cast.mentions[index];
    let seated = mention.offices.iter().any(|office| SEATED.contains(&office.as_str()));
    let country = mention.country.filter(|_| seated)?;
    let mut found = (index.saturating_sub(REACH)..index)
        .filter(|&at| cast.mentions[at].kind == MentionKind::Person)
        .filter_map(|at| cast.actor[at])
        .filter(|&actor| {
            cast.members[actor].country == Some(country) && cast.members[actor].offices.is_empty()
        });
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// The person named lately of whom the text has told neither state nor office: "Putin told reporters.
/// The Russian president blamed ...". The first named in the nearest sentence before.
pub(super) fn newcomer(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    const REACH: usize = 2;
    let mention = &cast.mentions[index];
    mention.country?;
    // Who is spoken of again stands first: "had called on the Hungarian prime minister" brings in another.
    let words = text.words(mention.sentence);
    if mention.tokens.start > 0 || words.first().is_none_or(|word| *word != "The") {
        return None;
    }
    let near = (index.saturating_sub(40)..index).rev().filter(|&at| {
        let other = &cast.mentions[at];
        // Who has the floor tells of others.
        other.kind == MentionKind::Person
            && !other.in_label
            && other.sentence < mention.sentence
            && other.sentence + REACH >= mention.sentence
    });
    let persons: Vec<(usize, ActorNumber)> =
        near.filter_map(|at| Some((cast.mentions[at].sentence, cast.actor[at]?))).collect();
    let sentence = persons.first()?.0;
    let first = persons.iter().rev().find(|(at, _)| *at == sentence)?.1;
    let member = &cast.members[first];
    (member.country.is_none() && member.offices.is_empty()).then_some(first)
}

/// The person whom the next sentences begin with and the text has not named before, where the description
/// is the subject of its own: "Portugal's foreign minister warned ... Teresa Valadão told a radio station".
pub(super) fn named_later(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    const REACH: usize = 2;
    let mention = &cast.mentions[index];
    let parse = &text.sentences[mention.sentence].parse;
    let subject = parse.root().and_then(|root| parse.subjects(root).next())?;
    if !mention.tokens.contains(&subject) || mention.country.is_none() || mention.in_label {
        return None;
    }
    let section = text.block_of(mention.sentence).section;
    let next = cast.mentions[index + 1..]
        .iter()
        .enumerate()
        .take(20)
        .find(|(_, other)| other.kind == MentionKind::Person && other.sentence > mention.sentence);
    let (at, other) = next.map(|(at, other)| (index + 1 + at, other))?;
    let actor = cast.actor[at]?;
    let member = &cast.members[actor];
    let first = member.mentions.iter().all(|&known| known >= at);
    (other.sentence <= mention.sentence + REACH
        && text.block_of(other.sentence).section == section
        && other.tokens.start == 0
        && other.name.len() > 1
        && first
        && member.offices.is_empty()
        && (member.country.is_none() || member.country == mention.country))
        .then_some(actor)
}

/// The one person of whom the sentences before tell no office, where the description says who spoke: "Matej
/// Zupan told the committee ... “We were shown a map,” the foreign minister said."
pub(super) fn speaker_before(text: &Text<'_>, cast: &Cast, index: usize) -> Option<ActorNumber> {
    const REACH: usize = 3;
    let mention = &cast.mentions[index];
    let words = text.words(mention.sentence);
    let start = mention.tokens.start;
    let quoted = start > 0 && matches!(words[start - 1], "\"" | "”" | "''" | "»" | ",");
    let quotation = words[..start].iter().any(|word| matches!(*word, "\"" | "”" | "''" | "»"));
    let says =
        words.get(mention.tokens.end).is_some_and(|word| matches!(*word, "said" | "says" | "added" | "told"));
    let anybody = mention.offices.iter().any(|office| {
        ["official", "source", "diplomat", "aide", "spokesman", "spokeswoman", "spokesperson", "officer"]
            .contains(&office.as_str())
    });
    if mention.in_label || anybody || !quoted || !quotation || !says || words.get(start) != Some(&"the") {
        return None;
    }
    let mut near: Vec<ActorNumber> = (index.saturating_sub(20)..index)
        .filter(|&at| {
            let other = &cast.mentions[at];
            other.kind == MentionKind::Person && other.sentence + REACH >= mention.sentence
        })
        .filter_map(|at| cast.actor[at])
        .collect();
    near.sort_unstable();
    near.dedup();
    let [only] = near.as_slice() else { return None };
    let member = &cast.members[*only];
    (member.offices.is_empty()
        && (member.country.is_none() || mention.country.is_none() || member.country == mention.country))
        .then_some(*only)
}

fn is_leader(office: &str) -> bool {
    ["president", "prime minister", "premier", "chancellor", "king", "emir"]
        .iter()
        .any(|head| office.ends_with(head))
}
