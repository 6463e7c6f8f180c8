//! The reader of events: what it reads in plain sentences, and that no input or file makes it stumble.

use rapporteur_syntax::event::{Event, EventReader, Occurrence, Part};
use rapporteur_syntax::{ModelError, Parser, Scratch};

static MODEL: &[u8] = include_bytes!("../model/events.bin");

fn read(words: &[&str]) -> Vec<Event> {
    let mut scratch = Scratch::default();
    let parse = Parser::bundled().parse_with(words, &mut scratch);
    EventReader::bundled().read(Parser::bundled(), &parse, &scratch)
}

/// The likeliest meeting: its word, what is said of it, who was there and who was not.
fn meeting(sentence: &str) -> Option<(&str, Occurrence, Vec<&str>, Vec<&str>)> {
    let words: Vec<&str> = sentence.split(' ').collect();
    let events = read(&words);
    let event = events.iter().max_by(|one, other| one.score.total_cmp(&other.score))?;
    let having = |part| event.having(part).map(|at| words[at]).collect();
    Some((words[event.token], event.occurrence, having(Part::Attended), having(Part::Absent)))
}

#[test]
fn what_is_said_of_a_meeting() {
    for (sentence, word, occurrence) in [
        ("Obi and Costa had dinner together in Riga on Monday .", "dinner", Occurrence::Held),
        ("Obi will fly to Riga next week to see Costa .", "see", Occurrence::Planned),
        ("Obi has offered to receive Costa in Riga .", "receive", Occurrence::Proposed),
        ("Obi 's visit to Riga was called off .", "visit", Occurrence::Cancelled),
        ("Obi denied that she had ever met Costa .", "met", Occurrence::Denied),
    ] {
        let (told, status, ..) = meeting(sentence).expect(sentence);
        assert_eq!((told, status), (word, occurrence), "{sentence}");
    }
}

#[test]
fn who_was_there_and_who_was_not() {
    let (_, _, attended, absent) =
        meeting("Peru and Chile held talks in Lima without Bolivia .").expect("a meeting");
    assert_eq!((attended, absent), (vec!["Peru", "Chile"], vec!["Bolivia"]));
    let (_, _, attended, absent) =
        meeting("Obi and Costa met in Lima on Monday ; Duarte was absent .").expect("a meeting");
    assert_eq!((attended, absent), (vec!["Obi", "Costa"], vec!["Duarte"]));
}

#[test]
fn no_meeting_where_there_is_none() {
    for sentence in ["The price of rice rose in March .", "Costa met the deadline ."] {
        assert_eq!(meeting(sentence), None, "{sentence}");
    }
    // What may be one is seen, for the text around it to tell; it is not likely.
    let rivers: Vec<&str> = "The two rivers meet at Koblenz .".split(' ').collect();
    assert!(read(&rivers).iter().all(|event| event.score < 0.5));
}

#[test]
fn words_of_every_kind() {
    for words in [
        &[][..],
        &[""],
        &["."],
        &["met"],
        &["\u{0}", "met", "🙂"],
        &["talks", "talks", "talks", "talks"],
        &["of", "of", "of", "met", "of"],
    ] {
        for event in read(words) {
            assert!(event.token < words.len());
            assert!(event.arguments.iter().all(|argument| argument.token < words.len()));
            assert!((0.0..=1.0).contains(&event.score) && (0.0..=1.0).contains(&event.certainty));
        }
    }
    assert_eq!(read(&["met"; 2000]), []);
    assert!(read(&["talks"; 500]).len() <= 16);
}

#[test]
fn a_damaged_model_is_refused() {
    assert_eq!(EventReader::from_bytes(&b"RAPSYNTX"[..]).unwrap_err(), ModelError::Foreign);
    for length in [0, 7, 8, 20, 64, 70_000, MODEL.len() - 1] {
        assert!(EventReader::from_bytes(&MODEL[..length]).is_err(), "{length}");
    }
    let mut other = MODEL.to_vec();
    other[8] = 9;
    assert!(matches!(EventReader::from_bytes(other), Err(ModelError::Version { what: "format", .. })));
    let mut longer = MODEL.to_vec();
    longer.push(0);
    assert!(EventReader::from_bytes(longer).is_err());
    assert!(EventReader::from_bytes(MODEL).is_ok());
}
