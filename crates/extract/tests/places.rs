//! Where a meeting was: houses by what they are, grounds that no list has.

use jiff::civil::date;
use rapporteur_extract::{Extractor, RuleExtractor, Source};
use rapporteur_schema::{Edtf, Record};

/// The names of the places of a text's only meeting, the smallest first.
fn places(text: &str) -> Vec<String> {
    let source = Source { published: Some(Edtf::day(date(2020, 5, 15))), ..Source::default() };
    let records = RuleExtractor::new().extract(text.as_bytes(), &source).records;
    let mut meetings = records.iter().filter_map(|record| match record {
        Record::Meeting(meeting) => Some(meeting),
        _ => None,
    });
    let meeting = meetings.next().expect("the text tells of a meeting");
    assert!(meetings.next().is_none(), "{text}: more than one");
    let place = |id: &rapporteur_schema::PlaceId| {
        records.iter().find_map(|record| match record {
            Record::Place(place) if place.id == *id => Some(place),
            _ => None,
        })
    };
    std::iter::successors(meeting.place.as_ref().and_then(place), |inner| {
        inner.within.as_ref().and_then(place)
    })
    .map(|place| place.name.clone())
    .collect()
}

#[test]
fn a_house_is_a_place_by_what_it_is() {
    for (text, name) in [
        ("The president received Cardinal Ugo Rossi at the nunciature on Friday.", "nunciature"),
        ("Mr Ben Tan met Mr Ivo Lund at the Argentine Embassy on Monday.", "Argentine Embassy"),
        (
            "Mr Ben Tan held talks at the Prime Minister's Office with Mr Ivo Lund on Monday.",
            "Prime Minister's Office",
        ),
        ("Mr Ben Tan met Mr Ivo Lund at the Foreign Ministry on Monday.", "Foreign Ministry"),
        ("Mr Ben Tan met Mr Ivo Lund at Rove prison on Monday.", "Rove prison"),
        ("Mr Ben Tan met Mr Ivo Lund on the island of Sal on Monday.", "Sal"),
    ] {
        assert_eq!(places(text), [name], "{text}");
    }
}

#[test]
fn a_byline_says_where_a_text_comes_from() {
    assert_eq!(
        places(
            "Ministers part without a date\n\nBy ANA DUARTE in Oslo\n\nMr Ben Tan met Mr Ivo Lund on Friday.\n"
        ),
        ["Oslo"]
    );
}

#[test]
fn a_house_stands_in_its_city() {
    assert_eq!(
        places("Mr Ben Tan met Mr Ivo Lund at the Hotel Continental in Oslo on Monday."),
        ["Hotel Continental", "Oslo"]
    );
    // The dateline says in which city the palace is.
    assert_eq!(
        places("RIGA, May 15 - Mr Ben Tan met Mr Ivo Lund at the presidential palace on Friday."),
        ["presidential palace", "RIGA"]
    );
}

#[test]
fn who_works_in_a_house_did_not_meet_there() {
    let text = "An official at the Foreign Ministry said that Mr Ben Tan met Mr Ivo Lund on Monday.";
    assert!(places(text).is_empty(), "{:?}", places(text));
}
