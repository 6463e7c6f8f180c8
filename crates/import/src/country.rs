//! States by the names that event data give them.
//!
//! It must not know actors. Invariant: one spelling, folded, is one state.

use std::collections::HashMap;
use std::sync::LazyLock;

use rapporteur_schema::Country;

use crate::{slug, tsv};

/// A state with its name, the extractor's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    pub code: Country,
    pub name: &'static str,
}

struct Table {
    by_name: HashMap<String, State>,
    by_code: HashMap<Country, State>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { by_name: HashMap::new(), by_code: HashMap::new() };
    for [code, name, names] in tsv::rows(include_str!("../data/countries.tsv")) {
        let Ok(code) = code.parse() else { continue };
        let state = State { code, name };
        // A former state may share a code with the present one, which stands first.
        table.by_code.entry(code).or_insert(state);
        for name in std::iter::once(name).chain(names.split(';').filter(|name| !name.is_empty())) {
            table.by_name.entry(slug::of_name(name)).or_insert(state);
        }
    }
    table
});

/// The state of a name: `Korea, South`, `Czech Republic`, `Ceylon (Sri Lanka)`.
pub(crate) fn by_name(name: &str) -> Option<State> {
    let folded = slug::of_name(name);
    if let Some(state) = TABLE.by_name.get(&folded) {
        return Some(*state);
    }
    let (before, _) = name.split_once(" (")?;
    TABLE.by_name.get(&slug::of_name(before)).copied()
}

/// The state of a code.
pub(crate) fn by_code(code: &str) -> Option<State> {
    let code: Country = code.parse().ok()?;
    TABLE.by_code.get(&code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_found_under_the_names_of_the_field() {
        for (name, code) in [
            ("Russian Federation", "RUS"),
            ("Korea, South", "KOR"),
            ("Congo", "COG"),
            ("Türkiye", "TUR"),
            ("CÔTE D'IVOIRE", "CIV"),
            ("Palestinian Territory, Occupied", "PSE"),
            ("Siam (Thailand)", "THA"),
            ("Soviet Union", "SUN"),
        ] {
            assert_eq!(by_name(name).map(|state| state.code.to_string()).as_deref(), Some(code), "{name}");
        }
        assert_eq!(by_name("Freedonia"), None);
        assert_eq!(by_code("DEU").map(|state| state.name), Some("Germany"));
    }
}
