//! Who met whom most.
//!
//! Invariant: two who met in several meetings of one day met once that day.

use jiff::civil::Date;
use rapporteur_schema::ActorId;

use super::{Network, days};

/// Two who met, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<'n> {
    /// The one whose id comes first.
    pub one: &'n ActorId,
    /// The other.
    pub other: &'n ActorId,
    /// On how many days.
    pub days: usize,
}

impl Network {
    /// The pairs that met on most days of a range, of equals those whose ids come first; at most so many.
    /// The cost is that of all pairs in the range's meetings, and of putting them in order.
    pub fn top_pairs(&self, from: Date, until: Date, limit: usize) -> Vec<Pair<'_>> {
        let (from, until) = days(from, until);
        let begin = self.days.partition_point(|day| *day < from);
        let end = self.days.partition_point(|day| *day <= until);
        let mut met: Vec<(u32, u32, u32)> = Vec::with_capacity(end.saturating_sub(begin));
        for meeting in begin..end {
            let (day, actors) = (self.days[meeting], self.actors_of.row(meeting as u32));
            for (at, one) in actors.iter().enumerate() {
                met.extend(actors[at + 1..].iter().map(|other| (*one, *other, day)));
            }
        }
        met.sort_unstable();
        met.dedup();
        let days = met.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1));
        let mut pairs: Vec<(usize, u32, u32)> = days.map(|days| (days.len(), days[0].0, days[0].1)).collect();
        let most = |pair: &(usize, u32, u32)| (usize::MAX - pair.0, pair.1, pair.2);
        if limit < pairs.len() {
            pairs.select_nth_unstable_by_key(limit, most);
            pairs.truncate(limit);
        }
        pairs.sort_unstable_by_key(most);
        pairs
            .into_iter()
            .map(|(days, one, other)| Pair { one: self.id(one), other: self.id(other), days })
            .collect()
    }
}
