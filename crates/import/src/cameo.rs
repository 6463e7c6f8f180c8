//! The codes of CAMEO 1.1b3, the edition of ICEWS and GDELT, and what each is read as.
//!
//! It must not know files. Invariant: every row of `data/cameo_1_1.tsv` has a reading, its own or that of
//! the code it lies under.

use std::collections::HashMap;
use std::sync::LazyLock;

use rapporteur_schema::{Act, Cameo, OutcomeKind, OutcomeStatus, Plover};

use crate::reading::{Encounter, Reading};
use crate::tsv;

/// A code of the files.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Code {
    /// As the files have it, with its leading zero.
    pub code: &'static str,
    pub name: &'static str,
    pub reading: Reading,
    /// rapporteur's code of the same meaning.
    pub cameo: Option<Cameo>,
    pub plover: Option<Plover>,
}

struct Table {
    by_code: HashMap<&'static str, Code>,
    by_name: HashMap<String, Code>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { by_code: HashMap::new(), by_name: HashMap::new() };
    for [code, reading, cameo, names] in tsv::rows(include_str!("../data/cameo_1_1.tsv")) {
        // The table is sorted: the code above stands before this one.
        let above = (2..code.len()).rev().find_map(|end| table.by_code.get(&code[..end]));
        let reading = reading_of(reading).or_else(|| above.map(|above: &Code| above.reading));
        let cameo = if cameo.is_empty() { code } else { cameo };
        // The conversion to PLOVER is by the numbers of this edition.
        let plover = code.parse().or_else(|_| cameo.parse()).ok().and_then(Cameo::plover);
        let code = Code {
            code,
            name: names.split(';').next().unwrap_or_default(),
            reading: reading.unwrap_or(Reading::Nothing),
            cameo: cameo.parse().ok(),
            plover,
        };
        table.by_code.insert(code.code, code);
        for name in names.split(';') {
            // A root has the name of the code below it ("Consult"), which comes later and is the one meant.
            table.by_name.insert(folded(name), code);
        }
    }
    table
});

fn reading_of(cell: &str) -> Option<Reading> {
    let mut words = cell.split(' ');
    let (kind, one, other) =
        (words.next()?, words.next().unwrap_or_default(), words.next().unwrap_or_default());
    match kind {
        "none" => Some(Reading::Nothing),
        "meeting" => encounter(one).map(Reading::Meeting),
        "statement" => act(one).map(Reading::Statement),
        "outcome" => Some(Reading::Outcome(outcome_kind(one)?, outcome_status(other)?)),
        _ => None,
    }
}

fn encounter(word: &str) -> Option<Encounter> {
    Some(match word {
        "consult" => Encounter::Consult,
        "phone" => Encounter::Phone,
        "visit" => Encounter::Visit,
        "hosting" => Encounter::Hosting,
        "third" => Encounter::Third,
        "mediation" => Encounter::Mediation,
        "talks" => Encounter::Talks,
        "planned" => Encounter::Planned,
        _ => return None,
    })
}

fn act(word: &str) -> Option<Act> {
    Some(match word {
        "accuse" => Act::Accuse,
        "reject" => Act::Reject,
        "deny" => Act::Deny,
        "threaten" => Act::Threaten,
        "request" => Act::Request,
        "propose" => Act::Propose,
        "promise" => Act::Promise,
        "agree" => Act::Agree,
        "support" => Act::Support,
        "praise" => Act::Praise,
        "comment" => Act::Comment,
        _ => return None,
    })
}

fn outcome_kind(word: &str) -> Option<OutcomeKind> {
    Some(match word {
        "agreement" => OutcomeKind::Agreement,
        "ceasefire" => OutcomeKind::Ceasefire,
        "sanctions" => OutcomeKind::Sanctions,
        "aid" => OutcomeKind::Aid,
        "withdrawal" => OutcomeKind::Withdrawal,
        "recognition" => OutcomeKind::Recognition,
        "no_agreement" => OutcomeKind::NoAgreement,
        "other" => OutcomeKind::Other,
        _ => return None,
    })
}

fn outcome_status(word: &str) -> Option<OutcomeStatus> {
    Some(match word {
        "agreed" => OutcomeStatus::Agreed,
        "signed" => OutcomeStatus::Signed,
        "implemented" => OutcomeStatus::Implemented,
        "failed" => OutcomeStatus::Failed,
        _ => return None,
    })
}

/// Case and punctuation differ from file to file ("non mediation", "non-mediation").
fn folded(name: &str) -> String {
    rapporteur_schema::id::slug(name)
}

/// The code with this number; a leading zero that a spreadsheet took is put back, where the root shows or
/// no other code can be meant.
pub(crate) fn by_code(code: &str) -> Option<Code> {
    let found = TABLE.by_code.get(code).copied();
    found.or_else(|| TABLE.by_code.get(format!("0{code}").as_str()).copied())
}

/// The code with this name.
pub(crate) fn by_name(name: &str) -> Option<Code> {
    TABLE.by_name.get(&folded(name)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_read_and_has_a_number_here() {
        let mut before = "";
        for [code, reading, _, names] in tsv::rows(include_str!("../data/cameo_1_1.tsv")) {
            assert!(before < code, "{code}");
            before = code;
            assert!(reading.is_empty() || reading_of(reading).is_some(), "{code}: {reading}");
            let code = by_code(code).unwrap();
            assert!(code.cameo.is_some(), "{}", code.code);
            assert_eq!(by_name(names.split(';').next().unwrap()).unwrap().name, code.name);
        }
    }

    #[test]
    fn the_editions_are_told_apart() {
        let sanctions = by_code("163").unwrap();
        assert_eq!(sanctions.reading, Reading::Outcome(OutcomeKind::Sanctions, OutcomeStatus::Implemented));
        assert_eq!(sanctions.cameo.unwrap().name(), "Impose embargo, boycott, or sanctions");
        assert_eq!(by_code("016").unwrap().reading, Reading::Statement(Act::Deny));
        assert_eq!(by_code("0256").unwrap().reading, Reading::Statement(Act::Request));
        assert_eq!(by_code("051").unwrap().plover, Some(Plover::Support));
    }

    #[test]
    fn names_and_numbers_are_found_as_files_spell_them() {
        assert_eq!(by_name("meet at a 'third' location").unwrap().code, "044");
        assert_eq!(by_name("Consult").unwrap().code, "040");
        assert_eq!(by_code("42").unwrap().code, "042");
        assert!(by_code("---").is_none() && by_code("").is_none() && by_name("Sing together").is_none());
    }
}
