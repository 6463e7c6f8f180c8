//! The event codes of speech acts: PLOVER's type and CAMEO's code, one table.

use rapporteur_schema::{Act, Cameo, Plover};

/// The PLOVER type of an act and the CAMEO code nearest to it.
pub fn codes(act: Act) -> (Option<Plover>, Option<Cameo>) {
    // A comment is no event in PLOVER, which has no public statements; CAMEO's 010 is one.
    let (plover, cameo) = match act {
        Act::Accuse => (Some(Plover::Accuse), "112"),
        Act::Reject => (Some(Plover::Reject), "120"),
        Act::Deny => (Some(Plover::Reject), "127"),
        Act::Threaten => (Some(Plover::Threaten), "130"),
        Act::Request => (Some(Plover::Request), "020"),
        Act::Propose => (Some(Plover::Agree), "030"),
        Act::Promise => (Some(Plover::Agree), "030"),
        Act::Agree => (Some(Plover::Agree), "030"),
        Act::Support => (Some(Plover::Support), "050"),
        Act::Praise => (Some(Plover::Support), "051"),
        Act::Comment => (None, "010"),
    };
    (plover, cameo.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_a_cameo_code() {
        for act in [
            Act::Accuse,
            Act::Reject,
            Act::Deny,
            Act::Threaten,
            Act::Request,
            Act::Propose,
            Act::Promise,
            Act::Agree,
            Act::Support,
            Act::Praise,
            Act::Comment,
        ] {
            assert!(codes(act).1.is_some(), "{act:?}");
        }
        assert_eq!(codes(Act::Accuse).0, Some(Plover::Accuse));
    }
}
