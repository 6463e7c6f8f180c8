//! The keys of the index's entries: a tag byte first, numbers big-endian, so that order is meaning.
//!
//! It must not know the values. A node is the number that stands for an id.

use jiff::civil::Date;
use rapporteur_schema::RecordId;

/// The number that stands for an id.
pub(crate) type Node = u32;

/// Number by id.
pub(crate) const NAME: u8 = 1;
/// Id by number.
pub(crate) const NODE: u8 = 2;
/// What a document says of a record: node, document.
pub(crate) const TELLING: u8 = 3;
/// What the index knows of a document, by its node.
pub(crate) const DOCUMENT: u8 = 4;
/// What a document tells, in order, by its node.
pub(crate) const TOLD: u8 = 5;
/// Who names a record, and as what: target, relation, day, source.
pub(crate) const LINK: u8 = 6;
/// Records by kind and day: kind, day, node.
pub(crate) const CALENDAR: u8 = 7;
/// Actors and places by country: country, node.
pub(crate) const COUNTRY: u8 = 8;
/// Actors and places by folded name: name, zero, node.
pub(crate) const FOLDED: u8 = 9;
/// Actors and places by each folded word of their names: word, zero, node.
pub(crate) const WORD: u8 = 10;
/// What may be the same: mark, zero, node.
pub(crate) const MARK: u8 = 11;
/// What was found to be the same, by one of its nodes.
pub(crate) const CLUSTER: u8 = 12;
/// Judgements, in order.
pub(crate) const JUDGEMENT: u8 = 13;
/// One past the last tag of an entry.
pub(crate) const END: u8 = 14;
/// The key of the index's state in the keyspace, behind all blocks.
pub(crate) const STATE: [u8; 1] = [0xff];

/// What the entries of a tag are for, in a word or two.
pub(crate) const fn what(tag: u8) -> &'static str {
    match tag {
        NAME => "numbers by id",
        NODE => "ids by number",
        TELLING => "tellings",
        DOCUMENT => "documents",
        TOLD => "told by document",
        LINK => "links",
        CALENDAR => "calendar",
        COUNTRY => "countries",
        FOLDED => "names",
        WORD => "words of names",
        MARK => "marks of identity",
        CLUSTER => "what is the same",
        JUDGEMENT => "judgements",
        _ => "other",
    }
}

/// A day as a number that sorts; 0 stands for "look at the record": no date, no end, or a long time.
pub(crate) type Day = u32;
/// What has no single place in the calendar.
pub(crate) const UNDATED: Day = 0;
/// Days more than these between first and last make a record stand under [`UNDATED`].
pub(crate) const LONG: i32 = 31;

/// The number of a date: days since 10000 BC, so that none is 0 or negative.
pub(crate) fn day(date: Date) -> Day {
    let days = date.since(Date::ZERO).map_or(0, |span| span.get_days());
    u32::try_from(days + 4_000_000).unwrap_or(UNDATED)
}

/// The date of a number.
pub(crate) fn date(day: Day) -> Option<Date> {
    let days = i32::try_from(day).ok()?.checked_sub(4_000_000)?;
    Date::ZERO.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// A key as it is put together.
#[derive(Debug, Clone)]
pub(crate) struct Key(Vec<u8>);

impl Key {
    /// A key that begins with a tag.
    pub(crate) fn new(tag: u8) -> Self {
        // Most keys fit, and growing costs more than the room.
        let mut key = Vec::with_capacity(32);
        key.push(tag);
        Self(key)
    }

    /// The key of an id's number.
    pub(crate) fn of_id(id: &RecordId) -> Self {
        let id = id.as_str().as_bytes();
        let mut key = Vec::with_capacity(1 + id.len());
        key.push(NAME);
        key.extend_from_slice(id);
        Self(key)
    }

    /// Adds a byte.
    pub(crate) fn byte(mut self, byte: u8) -> Self {
        self.0.push(byte);
        self
    }

    /// Adds a node.
    pub(crate) fn node(mut self, node: Node) -> Self {
        self.0.extend_from_slice(&node.to_be_bytes());
        self
    }

    /// Adds a day, three bytes.
    pub(crate) fn day(mut self, day: Day) -> Self {
        self.0.extend_from_slice(&day.to_be_bytes()[1..]);
        self
    }

    /// Adds bytes.
    pub(crate) fn bytes(mut self, bytes: &[u8]) -> Self {
        self.0.extend_from_slice(bytes);
        self
    }

    /// The key.
    pub(crate) fn done(self) -> Vec<u8> {
        self.0
    }

    /// The least key that does not begin with this one.
    pub(crate) fn behind(&self) -> Vec<u8> {
        let mut end = self.0.clone();
        while let Some(last) = end.pop() {
            if last < 0xff {
                end.push(last + 1);
                break;
            }
        }
        end
    }
}

/// The day in the key of a link, which stands before the last node.
pub(crate) fn day_of_link(key: &[u8]) -> Option<Day> {
    let (before, _) = key.split_last_chunk::<4>()?;
    before.last_chunk().map(|[a, b, c]| Day::from_be_bytes([0, *a, *b, *c]))
}

/// The number in a key's last four bytes.
pub(crate) fn last_node(key: &[u8]) -> Node {
    key.last_chunk().map_or(0, |bytes| u32::from_be_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_sort_and_fit_three_bytes() {
        let days =
            [Date::MIN, Date::constant(-1, 12, 31), Date::ZERO, Date::constant(2025, 5, 16), Date::MAX];
        for pair in days.windows(2) {
            assert!(UNDATED < day(pair[0]) && day(pair[0]) < day(pair[1]), "{pair:?}");
        }
        assert!(day(Date::MAX) < 1 << 24);
        assert!(days.iter().all(|one| date(day(*one)) == Some(*one)));
    }
}
