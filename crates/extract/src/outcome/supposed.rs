//! What is only supposed, by the clause it stands in: "If Georgia and Russia agreed to a truce", "the retired envoy
//! believes Kosovo will be recognised", "had Cyprus voted yes".
//!
//! It reads syntax, no outcomes. Invariant: a condition is no deed, whoever names it; what a state lays down for its own
//! deed is read elsewhere.

use rapporteur_syntax::{FineTag, Parse, Relation};

/// How far above the deed the clause may be.
const STEPS: usize = 4;

/// Whether the deed of the verb at a token stands in a condition, or is what somebody thinks.
pub(super) fn is_supposed(parse: &Parse, verb: usize) -> bool {
    if verb >= parse.len() {
        return false;
    }
    let path = std::iter::once(verb).chain(parse.ancestors(verb).take(STEPS));
    for at in path {
        let relation = parse.tokens[at].relation;
        let marked = parse.children_by(at, Relation::Marker).any(|mark| {
            matches!(parse.tokens[mark].lemma.to_lowercase().as_str(), "if" | "unless" | "whether" | "lest")
        });
        if marked && matches!(relation, Relation::AdverbialClause | Relation::ClausalComplement) {
            return true;
        }
        let thought = matches!(relation, Relation::ClausalComplement)
            && parse.head(at).is_some_and(|above| {
                matches!(
                    parse.tokens[above].lemma.as_str(),
                    "believe"
                        | "think"
                        | "doubt"
                        | "predict"
                        | "argue"
                        | "wonder"
                        | "imagine"
                        | "suspect"
                        | "speculate"
                        | "hope"
                        | "fear"
                        | "wish"
                        | "dream"
                        | "pretend"
                )
            });
        if thought {
            return true;
        }
        // A noun above ends the clause.
        if matches!(parse.tokens[at].tag, FineTag::Nn | FineTag::Nns | FineTag::Nnp) && at != verb {
            return false;
        }
    }
    false
}
