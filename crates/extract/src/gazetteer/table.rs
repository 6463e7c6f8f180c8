//! The records of `gazetteer.bin`, read in place. The layout is drawn in
//! `scripts/gazetteer_build/pack.py`. It must not know how keys are made.

use std::ops::Range;

use rapporteur_schema::Country;

use super::entry::{Entry, Kind, Sense};

static BYTES: &[u8] = include_bytes!("../../data/gazetteer.bin");

const HEADER: usize = 16;
const ENTITY: usize = 24;
const POSTING: usize = 4;
const NOWHERE: u32 = 0xFFFF;
const ENTITY_MASK: u32 = 0xFFFF;
const AMBIGUOUS: u32 = 1 << 20;
const ACRONYM: u32 = 1 << 21;
const ALTERNATE: u32 = 1 << 22;
const LAST: u32 = 1 << 31;

/// One sense of one key, packed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting(u32);

impl Posting {
    /// Whether the name must be printed in capitals to have this sense.
    pub(super) fn is_acronym(self) -> bool {
        self.0 & ACRONYM != 0
    }

    pub(super) fn is_last(self) -> bool {
        self.0 & LAST != 0
    }

    pub(super) fn entry(self) -> Option<Entry> {
        let entity = Entity::get(self.0 & ENTITY_MASK)?;
        Some(Entry {
            sense: Sense::from_number(self.0 >> 16 & 0xF)?,
            ambiguous: self.0 & AMBIGUOUS != 0,
            alternate: self.0 & ALTERNATE != 0,
            ..entity.entry()?
        })
    }
}

/// The posting at an index.
pub(super) fn posting(index: u64) -> Option<Posting> {
    let index = usize::try_from(index).ok()?;
    let start = postings_start().checked_add(index.checked_mul(POSTING)?)?;
    (index < count(8)).then(|| number(start..start + POSTING)).flatten().map(Posting)
}

/// The entity of a number, in the sense of what it is.
pub(super) fn entity(number: u32) -> Option<Entry> {
    Entity::get(number)?.entry()
}

/// The capitals; most entities are none, and are not unpacked.
pub(super) fn capitals() -> impl Iterator<Item = Entry> {
    (0..).map_while(Entity::get).filter(Entity::is_capital).filter_map(|entity| entity.entry())
}

struct Entity(&'static [u8]);

impl Entity {
    fn get(number: u32) -> Option<Self> {
        let index = number as usize;
        let start = HEADER + index * ENTITY;
        (index < count(4)).then(|| BYTES.get(start..start + ENTITY)).flatten().map(Self)
    }

    fn flags(&self) -> u8 {
        self.0.get(5).copied().unwrap_or_default()
    }

    fn is_capital(&self) -> bool {
        self.flags() & 1 != 0
    }

    fn entry(&self) -> Option<Entry> {
        let within = self.field(22..24).filter(|&number| number != NOWHERE);
        let kind = Kind::from_number(*self.0.get(4)?)?;
        let has_coordinates = self.flags() & 2 != 0;
        Some(Entry {
            sense: kind.own_sense(),
            name: self.name()?,
            country: std::str::from_utf8(self.0.get(6..9)?)
                .ok()
                .and_then(|code| code.parse::<Country>().ok()),
            kind,
            latitude: self.degrees(9..12).filter(|_| has_coordinates),
            longitude: self.degrees(12..15).filter(|_| has_coordinates),
            population: self.field(15..19)?,
            geonames: self.field(19..22).filter(|&id| id != 0),
            within: within.and_then(Self::get).and_then(|entity| entity.name()),
            is_capital: self.is_capital(),
            ambiguous: false,
            alternate: false,
        })
    }

    fn name(&self) -> Option<&'static str> {
        let start = names_start() + self.field(0..3)? as usize;
        let length = usize::from(*self.0.get(3)?);
        std::str::from_utf8(BYTES.get(start..start + length)?).ok()
    }

    fn field(&self, range: Range<usize>) -> Option<u32> {
        self.0.get(range).map(little_endian)
    }

    /// A signed number of three bytes in ten-thousandths of a degree.
    fn degrees(&self, range: Range<usize>) -> Option<f64> {
        let bits = self.field(range)? << 8;
        Some(f64::from(bits.cast_signed() >> 8) / 10_000.0)
    }
}

fn postings_start() -> usize {
    HEADER + count(4) * ENTITY
}

fn names_start() -> usize {
    postings_start() + count(8) * POSTING
}

fn count(at: usize) -> usize {
    number(at..at + 4).unwrap_or_default() as usize
}

fn number(range: Range<usize>) -> Option<u32> {
    BYTES.get(range).map(little_endian)
}

fn little_endian(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte))
}
