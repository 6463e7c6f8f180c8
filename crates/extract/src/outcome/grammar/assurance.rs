//! Whoever gives his word without a verb of pledging: "gave his word that", "assured him that Khartoum would", "the
//! minister's assurance that the debt would be paid".
//!
//! It knows words, tenses and syntax, not parties. Invariant: what is assured is to be done; that something is so
//! binds nobody.

use rapporteur_schema::{OutcomeKind, OutcomeStatus};
use rapporteur_syntax::{FineTag, Parse, Relation};

use super::lemma;
use crate::outcome::find::Find;
use crate::outcome::tense::{is_verb, negated_noun, tense, verb_of};
use crate::text::word;

/// Nouns of what one gives to bind oneself.
const ASSURANCES: &[&str] = &["word", "assurance", "guarantee", "undertaking", "vow", "oath"];
/// Verbs of giving it, and of being given it.
const GIVES: &[&str] = &[
    "give",
    "offer",
    "make",
    "have",
    "receive",
    "obtain",
    "get",
    "win",
    "secure",
    "extract",
    "renew",
    "repeat",
    "reiterate",
    "confirm",
    "convey",
    "furnish",
    "provide",
    "carry",
    "bring",
];
/// How far behind a verb what it assures may begin.
const REACH: usize = 24;

/// The assurance given at a token.
pub(super) fn assured(words: &[String], parse: &Parse, at: usize) -> Option<Find> {
    if is_verb(parse, at)
        && matches!(parse.tokens[at].lemma.as_str(), "assure" | "guarantee" | "reassure" | "warrant")
    {
        let clause = parse.children_by(at, Relation::ClausalComplement).find(|&clause| clause > at);
        let binds = clause.map_or_else(|| promises_on(words, at), |clause| is_to_come(words, parse, clause))
            && !is_at_home(parse, at);
        return binds.then(|| found(words, at, at)).flatten();
    }
    let noun = matches!(parse.tokens.get(at)?.tag, FineTag::Nn | FineTag::Nns)
        && ASSURANCES.contains(&lemma(parse, at).as_str());
    if !noun || negated_noun(words, at) {
        return None;
    }
    let verb = verb_of(parse, at..at + 1);
    let given = is_verb(parse, verb) && GIVES.contains(&parse.tokens[verb].lemma.as_str());
    // The tree may hang what is assured on the verb of giving.
    let own =
        parse.children(at).chain(parse.children_by(verb, Relation::ClausalComplement)).find(|&clause| {
            clause > at
                && matches!(
                    parse.tokens[clause].relation,
                    Relation::AdnominalClause | Relation::ClausalComplement | Relation::RelativeClause
                )
        })?;
    let mark = parse.child(own, Relation::Marker).map_or("", |mark| word(words, mark));
    // "gave assurances camps will stay open", as telegrams have it
    let bare = mark.is_empty() && given && parse.subjects(own).any(|subject| subject > at);
    let clause = (mark == "that" || bare) && is_to_come(words, parse, own);
    let deed = mark == "to" && given && parse.tokens[own].tag == FineTag::Vb;
    // "in his own words": one's word, and not what is said.
    let spoken = lemma(parse, at) == "word" && (!given || parse.tokens[at].tag == FineTag::Nns);
    if spoken || !(clause || deed) {
        return None;
    }
    found(words, if given && verb < at { verb } else { at }, verb)
}

/// Whether it is the speaker's own people whom the verb at a token is told to: "assured Ghanaians that", "promised voters".
pub(in crate::outcome) fn is_at_home(parse: &Parse, verb: usize) -> bool {
    const PEOPLE: &[&str] = &[
        "voter",
        "citizen",
        "people",
        "public",
        "resident",
        "worker",
        "farmer",
        "pensioner",
        "nation",
        "parliament",
        "wife",
        "son",
        "crowd",
        "supporter",
        "villager",
        "employee",
    ];
    parse.objects(verb).any(|object| {
        parse.tokens[object].tag == FineTag::Nnps || PEOPLE.contains(&lemma(parse, object).as_str())
    })
}

/// Whether a "that" stands behind, however much between, with what will be done: "assured in person by the President,
/// when the two met, that the crossing would be closed".
pub(in crate::outcome) fn promises_on(words: &[String], at: usize) -> bool {
    const NEAR: usize = 9;
    let behind = at + 1..(at + REACH).min(words.len());
    behind
        .take_while(|&at| !matches!(word(words, at), ";" | ":" | "." | "but"))
        .filter(|&at| word(words, at) == "that")
        .any(|that| {
            words[that..]
                .iter()
                .take(NEAR)
                .any(|word| matches!(word.as_str(), "will" | "would" | "shall" | "might"))
        })
}

/// Whether a clause tells what will be done: by who is to do it, and not how things are.
fn is_to_come(words: &[String], parse: &Parse, clause: usize) -> bool {
    let there = clause > 0 && parse.children(clause).any(|child| parse.tokens[child].tag == FineTag::Ex);
    let modal = parse
        .auxiliaries(clause)
        .any(|aux| matches!(word(words, aux), "will" | "would" | "shall" | "'ll" | "’ll" | "might" | "may"));
    let does = is_verb(parse, clause)
        && !matches!(parse.tokens[clause].lemma.as_str(), "have" | "be" | "know" | "see");
    modal && (there || does)
}

fn found(words: &[String], start: usize, verb: usize) -> Option<Find> {
    let status = tense(words, verb, OutcomeStatus::Agreed)?;
    let end = (start + REACH).min(words.len());
    let that = (start..end).find(|&at| word(words, at) == "that").unwrap_or(start);
    Some(Find::new(words, OutcomeKind::Commitment, status, start..that + 1, "assurance".to_owned(), verb))
}
