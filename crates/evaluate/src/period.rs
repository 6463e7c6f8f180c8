//! Dates of the gold and of records as periods of days, compared as the strings they are.
//!
//! Nothing is checked against a calendar: a month has 31 days here, which no comparison can notice.

/// The first and the last day of an EDTF date; none where it is no date.
fn days(when: &str) -> Option<(String, String)> {
    let bare = |date: &str| date.trim_matches(['?', '~', '%', ' ']).to_owned();
    let (first, last) = when.split_once('/').unwrap_or((when, ""));
    let first = bare(first);
    let last = Some(bare(last)).filter(|last| !last.is_empty()).unwrap_or_else(|| first.clone());
    let begins_with_year = first.chars().take(4).filter(char::is_ascii_digit).count() == 4;
    begins_with_year.then(|| (padded(first, "-01-01", "-01"), padded(last, "-12-31", "-31")))
}

fn padded(date: String, year: &str, month: &str) -> String {
    let whole = match date.chars().count() {
        10.. => date,
        4 => date + year,
        _ => date + month,
    };
    whole.chars().take(10).collect()
}

/// Whether two dates have a day in common.
pub(crate) fn overlap(one: &str, other: Option<&str>) -> bool {
    match (days(one), other.and_then(days)) {
        (Some(one), Some(other)) => one.0 <= other.1 && other.0 <= one.1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::overlap;

    #[test]
    fn a_day_lies_in_its_month_and_in_a_range() {
        assert!(overlap("2025-05", Some("2025-05-16")));
        assert!(overlap("2025-05-12/2025-05-16", Some("2025-05-16~")));
        assert!(overlap("1978", Some("1978-12-31")));
        assert!(!overlap("2025-05-15", Some("2025-05-16")));
        assert!(!overlap("2025-05-15", None));
        assert!(!overlap("soon", Some("2025-05-16")));
    }
}
