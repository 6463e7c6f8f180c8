//! Verbs that are enough to tell of a meeting: to meet, to receive, to telephone, to see somebody.
//!
//! Reads the sentence; finds nobody. Invariant: whom they meet is for the frame to say.

use rapporteur_schema::Medium;
use rapporteur_syntax::{FineTag, Relation, Upos};

use super::Trigger;
use super::reader::Reader;
use super::sense::{is_predicate, is_ringing, is_sight, is_sport_or_figure, is_to};
use super::words::{HOSTED, MET, NOUNS, PHONED};

/// The trigger of a verb of meeting at a token, or of words that stand for one.
pub(super) fn verb(reader: &Reader<'_>, at: usize) -> Option<Trigger> {
    let Reader { parse, lower, .. } = reader;
    let (word, next) = (reader.word(at), reader.word(at + 1));
    let person_at = |token: usize| reader.person_at(token);
    let plain = || reader.trigger(at, None, reader.medium());
    if is_to_meet(reader, at) {
        // "the session convened for Thursday": the noun tells it.
        let reduced = parse.tokens[at].relation == Relation::AdnominalClause
            // "The Presidents of Peru and Chile, meeting in Lima", but "the odds on Ada meeting Bo"
            && !(parse.tokens[at].tag == FineTag::Vbg && reader.before(at) == ",")
            && !is_to(parse, at)
            && parse.subjects(at).next().is_none();
        return (!reduced && !is_sport_or_figure(lower, at)).then(plain);
    } else if matches!(word, "sat" | "sit" | "sits") && next == "down" {
        return Some(Trigger { length: 2, ..plain() });
    } else if matches!(word, "spoke" | "spoken" | "speaks" | "talked")
        && (reader.by_phone || reader.by_video)
        && (matches!(next, "with" | "to" | "by" | "on") || reader.is_several(at))
    {
        return Some(plain());
    } else if PHONED.contains(&word)
        || (word == "called" && is_ringing(parse, lower, at, &person_at) && !is_named(reader, at + 1))
    {
        return Some(Trigger { medium: Medium::Phone, ..plain() });
    } else if HOSTED.contains(&word) && !(word == "hosts" && parse.tokens[at].upos == Upos::Noun) {
        // "a lunch hosted by the minister": the noun tells it.
        let of_noun = parse.tokens[at].relation == Relation::AdnominalClause
            && parse.head(at).is_some_and(|noun| NOUNS.contains(&lower[noun].as_str()));
        if of_noun {
            return None;
        }
        let passive = lower[at + 1..].iter().take(6).any(|w| w == "by")
            && lower[..at]
                .iter()
                .rev()
                .take(3)
                .any(|w| matches!(w.as_str(), "was" | "were" | "is" | "be" | "been" | "being"));
        let whom = parse.objects(at).any(|object| matches!(lower[object].as_str(), "whom" | "who"));
        let near = || (at + 1..(at + 5).min(lower.len())).any(&person_at);
        let object = reader.person_object(at) || parse.objects(at).next().is_none() && near() || whom;
        if (passive || object) && word != "host" || (word == "host" && next == "to") {
            return Some(Trigger { subject_hosts: !passive, object_hosts: passive, ..plain() });
        }
    } else if matches!(word, "saw" | "see" | "sees" | "seeing" | "seen")
        && reader.person_object(at)
        && is_sight(parse, lower, at)
    {
        return Some(plain());
    } else if matches!(word, "phone" | "telephone" | "line" | "guest" | "guests") && is_predicate(parse, at) {
        // "was on the phone to Y", "was the guest of Y"
        let hosted = word.starts_with("guest");
        let medium = if hosted { Medium::InPerson } else { Medium::Phone };
        return Some(Trigger { medium, object_hosts: hosted, ..plain() });
    }
    None
}

/// Whether a word is a verb of meeting, one of ours or the user's.
pub(super) fn is_to_meet(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.word(at);
    // "closed their annual gathering"
    let noun = word.ends_with("ing")
        && reader.parse.children(at).any(|child| {
            child < at
                && matches!(
                    reader.parse.tokens[child].relation,
                    Relation::Determiner | Relation::Possessor | Relation::AdjectivalModifier
                )
        });
    let verb = !noun && reader.parse.tokens[at].upos == Upos::Verb || matches!(word, "met" | "meets");
    MET.contains(&reader.lemma(at)) && verb || reader.text.lexicon.is_meeting_verb(word)
}

/// Whether a name is followed by what its bearer is called: "called the minister a coward".
fn is_named(reader: &Reader<'_>, at: usize) -> bool {
    reader
        .cast
        .mention_at(reader.sentence, at)
        .is_some_and(|(_, mention)| matches!(reader.word(mention.tokens.end), "a" | "an"))
}
