//! Who told somebody something that he had asked for: "Obi rang Lund and was assured that the road was open".
//!
//! It knows words, syntax and the agents of one sentence. Invariant: who answers is the object of what was done to reach him.

use rapporteur_syntax::Relation;

use crate::statement::subject::{Clause, Subject};

/// Whom a passive verb of telling is by, where no word says so: the one whom its subject has just turned to.
pub(super) fn answered(clause: &Clause<'_>, verb: usize) -> Option<Subject> {
    const TELLS: &[&str] = &["tell", "assure", "inform", "advise", "promise", "warn"];
    const TURNS: &[&str] = &[
        "ring",
        "telephone",
        "phone",
        "call",
        "ask",
        "see",
        "visit",
        "approach",
        "consult",
        "question",
        "cable",
        "sound",
        "contact",
        "reach",
        "press",
        "petition",
        "write",
    ];
    let parse = &clause.sentence.parse;
    let tells = TELLS.contains(&parse.tokens.get(verb)?.lemma.as_str())
        && parse.child(verb, Relation::ClausalComplement).is_some();
    let turns = parse.head(verb).filter(|_| tells && parse.tokens[verb].relation == Relation::Conjunct)?;
    let whom = parse.objects(turns).find(|&whom| (turns..verb).contains(&whom))?;
    let agent = clause.agents.iter().find(|agent| agent.tokens.contains(&whom))?;
    let own = parse.subjects(verb).next().is_none() && !parse.is_passive(turns);
    (own && TURNS.contains(&parse.tokens[turns].lemma.as_str())).then(|| clause.of(agent, None, 0.7))
}
