//! Changes that gather for a batch and that nobody reads before: in one piece of memory, because a bulk
//! import makes millions of them.
//!
//! It must not know what the keys mean. Invariant: of the changes to one key the last one counts.

/// Changes in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    bytes: Vec<u8>,
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The key's first bytes as a number that sorts as they do: most comparisons need no more.
    prefix: u64,
    start: usize,
    key: u32,
    /// Bytes of the value; nothing takes the key away.
    value: Option<u32>,
}

impl Unseen {
    /// Adds a change. False where a key or value is too long to be one.
    pub(super) fn push(&mut self, key: &[u8], value: Option<&[u8]>) -> bool {
        let mut prefix = [0; 8];
        prefix[..key.len().min(8)].copy_from_slice(&key[..key.len().min(8)]);
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).ok();
        let (Some(key_length), Some(value_length)) = (length(key), length(value.unwrap_or_default())) else {
            return false;
        };
        let start = self.bytes.len();
        self.bytes.extend_from_slice(key);
        self.bytes.extend_from_slice(value.unwrap_or_default());
        let value = value.map(|_| value_length);
        self.slots.push(Slot { prefix: u64::from_be_bytes(prefix), start, key: key_length, value });
        true
    }

    /// How many changes there are.
    pub(super) fn len(&self) -> usize {
        self.slots.len()
    }

    /// Bytes of their keys and values.
    pub(super) const fn weight(&self) -> usize {
        self.bytes.len()
    }

    /// Forgets all, and keeps the memory.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.slots.clear();
    }

    fn key(&self, slot: &Slot) -> &[u8] {
        &self.bytes[slot.start..slot.start + slot.key as usize]
    }

    /// Puts the changes in the order of their keys, and leaves of each key the last.
    pub(super) fn sort(&mut self) {
        let mut slots = std::mem::take(&mut self.slots);
        slots.sort_unstable_by(|one, other| {
            // Of one key, the later stands further behind in memory.
            let keys = || self.key(one).cmp(self.key(other));
            one.prefix.cmp(&other.prefix).then_with(keys).then(other.start.cmp(&one.start))
        });
        slots.dedup_by(|later, first| self.key(later) == self.key(first));
        self.slots = slots;
    }

    /// The changes, in order once they are sorted.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&[u8], Option<&[u8]>)> {
        self.slots.iter().map(|slot| {
            let end = slot.start + slot.key as usize;
            (self.key(slot), slot.value.map(|value| &self.bytes[end..end + value as usize]))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_change_of_a_key_counts() {
        let mut unseen = Unseen::default();
        for (key, value) in [
            ("bbbbbbbbbz", Some("1")),
            ("a", Some("2")),
            ("bbbbbbbbba", None),
            ("a", Some("3")),
            ("", Some("")),
        ] {
            assert!(unseen.push(key.as_bytes(), value.map(str::as_bytes)));
        }
        unseen.sort();
        let found: Vec<_> = unseen.iter().collect();
        let expected: [(&[u8], Option<&[u8]>); 4] =
            [(b"", Some(b"")), (b"a", Some(b"3")), (b"bbbbbbbbba", None), (b"bbbbbbbbbz", Some(b"1"))];
        assert_eq!(found, expected);
    }
}
