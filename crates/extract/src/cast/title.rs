//! What the title before a name tells: whose office it is, and by what a bearer of one name is told of.
//!
//! Runs when every name has its actor. Invariant: no person is added, and none is renamed.

use rapporteur_schema::ActorKind;

use super::Cast;
use crate::lexicon::{self, KnownKind};
use crate::mention::MentionKind;
use crate::text::Text;

/// What is put before a name and taken for a part of it.
const STYLES: &[&str] = &[
    "U",
    "Daw",
    "Ko",
    "Begum",
    "Syed",
    "Sayyid",
    "Haji",
    "Hajji",
    "Tun",
    "Tan",
    "Dato",
    "Dato'",
    "Datuk",
    "Pehin",
    "Khun",
    "M.R.",
    "M.L.",
    "Mom",
    "Ato",
    "Shri",
    "Smt.",
    "Lyonpo",
    "Dasho",
    "Sheikh",
    "Shaikh",
    "Sheikha",
    "Mullah",
    "Maulana",
    "Ayatollah",
    "Cardinal",
    "Archbishop",
    "Bishop",
    "Monsignor",
    "Father",
    "Prince",
    "Princess",
    "King",
    "Queen",
    "Emperor",
    "Lord",
    "Lady",
    "Baron",
    "Baroness",
    "Count",
    "Countess",
    "Don",
    "Doña",
    "Dom",
    "Lama",
    "Nana",
    "Ratu",
    "Chief",
    "Sri",
    "Seri",
    "Alhaji",
    "Hon",
    "Hon.",
];

impl Cast {
    /// "The President of Kiribati, Mr X" names Kiribati, too.
    pub(super) fn place_state_of_office(&mut self, text: &Text<'_>, index: usize) {
        let mention = &self.mentions[index];
        let titled = mention.kind == MentionKind::Person && mention.tokens.start < mention.name.start;
        let Some(country) = mention.country.filter(|&country| titled && self.state(country).is_none()) else {
            return;
        };
        let words = text.words(mention.sentence);
        let title = words.get(mention.tokens.start..mention.name.start).unwrap_or_default();
        let named = (0..title.len()).find_map(|at| {
            let known = lexicon::longest(&title[at..])?;
            let own = known.kind == KnownKind::State && known.country == Some(country);
            own.then(|| title[at..at + known.length].join(" "))
        });
        if let Some(named) = named.filter(|_| !mention.in_label) {
            let name = lexicon::state_name(country).map_or_else(|| named.clone(), str::to_owned);
            let aliases = if name == named { Vec::new() } else { vec![named] };
            let state = self.add(ActorKind::State, name, Some(country));
            self.members[state].mentions.push(index);
            self.members[state].aliases = aliases;
        }
    }

    /// Who is told of by one name alone is told of by it with a title, too: "Colonel Khudoyorov"; and others by what
    /// their country puts before a name: "Daw Mya Aye".
    pub(super) fn name_by_title(&mut self, text: &Text<'_>) {
        const LONGEST: usize = 4;
        for member in &mut self.members {
            if member.kind != ActorKind::Person {
                continue;
            }
            let whole = member.name.contains(' ');
            for &index in &member.mentions {
                let mention = &self.mentions[index];
                let words = mention.words(text);
                // The whole title of one name; of a full name only what belongs to it.
                let title = words.get(mention.tokens.start..mention.name.start).unwrap_or_default();
                let own = title.iter().rev().take_while(|word| STYLES.contains(word)).count();
                let start = if whole { mention.name.start - own } else { mention.tokens.start };
                let plain = mention.kind == MentionKind::Person
                    && start < mention.name.start
                    && mention.name.end - start <= LONGEST + usize::from(whole);
                let surface = mention.slice(text, &(start..mention.name.end));
                let known = member.aliases.iter().any(|alias| alias == surface);
                if plain && !known && !surface.contains([',', '\n']) {
                    member.aliases.push(surface.to_owned());
                }
            }
        }
    }
}
