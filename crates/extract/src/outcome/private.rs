//! What firms, courts, clubs and workers do, though the words be those of states: "the union rejected the offer", "the
//! company's talks with its creditors broke down", "expelled two players".
//!
//! Knows words and syntax, not parties. Invariant: a deed is private only by who does it or to whom it is done, never by
//! what it is.

use rapporteur_syntax::{Parse, Relation, Upos};

use super::party;

/// Who acts for no state.
const PRIVATE: &[&str] = &[
    "club",
    "company",
    "firm",
    "bank",
    "shareholder",
    "creditor",
    "judge",
    "juror",
    "jury",
    "court",
    "hospital",
    "worker",
    "guard",
    "teacher",
    "doctor",
    "nurse",
    "pilot",
    "airline",
    "singer",
    "cricketer",
    "athlete",
    "analyst",
    "commentator",
    "critic",
    "dentist",
    "lawyer",
    "student",
    "driver",
    "miner",
    "scholar",
    "writer",
    "actress",
    "actor",
    "boxer",
    "striker",
    "coach",
    "player",
    "team-mate",
    "champion",
    "historian",
    "economist",
    "scientist",
    "senator",
    "candidate",
    "tabloid",
    "newspaper",
    "studio",
    "label",
    "sponsor",
    "landlord",
    "tenant",
    "retailer",
    "supermarket",
    "university",
    "school",
    "league",
    "tournament",
    "marathon",
    "match",
    "cup",
    "race",
    "strike",
    "trial",
    "employer",
    "shopkeeper",
    "farmer",
    "publisher",
    "villager",
    "brother",
    "sister",
    "widow",
    "footballer",
    "midfielder",
    "defender",
    "winger",
    "goalkeeper",
    "orchestra",
    "museum",
    "resident",
    "union",
];

/// To whom or to what a private deed is done.
const PRIVATE_OBJECTS: &[&str] = &[
    "player",
    "senator",
    "striker",
    "coach",
    "boxer",
    "club",
    "league",
    "tournament",
    "marathon",
    "match",
    "cup",
    "race",
    "strike",
    "trial",
    "label",
    "studio",
    "sponsor",
    "printer",
    "shareholder",
    "worker",
];

/// Whether the deed of the verb at a token is between private persons.
pub(super) fn is_private(parse: &Parse, verb: usize) -> bool {
    if verb >= parse.len() {
        return false;
    }
    // A name is of a body: the European Union is no union of workers, and the World Bank no bank.
    let is_of = |list: &[&str], at: usize| {
        let token = &parse.tokens[at];
        token.upos == Upos::Noun && list.contains(&token.lemma.as_str())
    };
    let private = |at: usize| is_of(PRIVATE, at);
    let subject = party::doer(parse, verb);
    let owner = subject.and_then(|subject| parse.child(subject, Relation::Possessor));
    let with = |at: usize| {
        let case = parse.case(at).map(|case| parse.tokens[case].lemma.as_str());
        matches!(case, Some("by" | "of" | "from" | "with"))
    };
    // "Judge Ana Duarte", "striker Ana Duarte"
    let calling = |subject: usize| {
        // The Arab League Council plays in no league.
        parse.children(subject).any(|child| {
            let token = &parse.tokens[child];
            child < subject
                && (token.upos == Upos::Noun || token.relation == Relation::Description)
                && PRIVATE.contains(&token.lemma.to_lowercase().as_str())
        })
    };
    subject.is_some_and(|subject| private(subject) || calling(subject))
        || owner.is_some_and(private)
        || parse.objects(verb).any(|at| {
            is_of(PRIVATE_OBJECTS, at)
                // "signed a contract with the club"
                || parse
                    .children_by(at, Relation::NominalModifier)
                    .any(|of| is_of(PRIVATE_OBJECTS, of) && with(of))
        })
        || parse.obliques(verb).any(|at| is_of(PRIVATE_OBJECTS, at) && with(at))
}

/// Whether a sentence, lower case, tells of an election or a game, which have their rounds too.
pub(super) fn is_contest(words: &[String]) -> bool {
    words.iter().any(|word| {
        matches!(
            word.as_str(),
            "election"
                | "elections"
                | "candidate"
                | "candidates"
                | "poll"
                | "ballot"
                | "tournament"
                | "match"
                | "matches"
                | "hook"
                | "hockey"
                | "football"
                | "cricket"
                | "rugby"
                | "tennis"
                | "chess"
                | "handball"
                | "basketball"
                | "semi-final"
                | "semi-finals"
                | "cup"
                | "league's"
                | "stadium"
        )
    })
}
