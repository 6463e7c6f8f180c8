//! What the sentences of whole documents speak of: chronologies, diaries, live pages, wires, minutes.

use jiff::civil::date;
use rapporteur_extract::date::{Dates, Kind, timeline};
use rapporteur_extract::text::Text;

/// The dates of the first sentence that has these words.
fn named(text: &Text, dates: &Dates, words: &str) -> Vec<String> {
    dates.expressions_in(sentence(text, words)).iter().map(|expression| expression.when.to_string()).collect()
}

/// The day that the first sentence with these words speaks of.
fn spoken_of(text: &Text, dates: &Dates, words: &str) -> String {
    dates.reference_of(sentence(text, words)).map_or_else(String::new, ToString::to_string)
}

fn sentence(text: &Text, words: &str) -> usize {
    (0..text.sentences.len())
        .find(|&at| text.source[text.sentences[at].range.clone()].contains(words))
        .unwrap_or_else(|| unreachable!("no sentence has {words:?}"))
}

#[test]
fn the_entries_of_a_chronology_have_the_year_above_them() {
    let text = Text::read(
        "The strait dispute: a chronology\n\n1971\n\n\
         4 October: The two admirals, who had first met in March, break off their talks.\n\n\
         28 November: The envoy of the Holy See lands. Next day he sees the president.\n\n\
         9 December: A second round, pencilled in for the 14th, is called off. Nobody says why.\n\n\
         1972\n\n\
         6 January: The papers are signed. The minister recalls the quarrel of 3 December.\n\n\
         To come: The joint board is to sit in April.\n",
    );
    let dates = timeline(&text, Some(date(1972, 2, 20)));
    assert_eq!(spoken_of(&text, &dates, "two admirals"), "1971-10-04");
    assert_eq!(named(&text, &dates, "two admirals"), ["1971-03"]);
    assert_eq!(named(&text, &dates, "Next day"), ["1971-11-29"]);
    assert_eq!(named(&text, &dates, "pencilled in"), ["1971-12-14"]);
    assert_eq!(spoken_of(&text, &dates, "Nobody says"), "1971-12-09");
    assert_eq!(spoken_of(&text, &dates, "papers are signed"), "1972-01-06");
    assert_eq!(named(&text, &dates, "recalls the quarrel"), ["1971-12-03"]);
    assert_eq!(named(&text, &dates, "joint board"), ["1972-04"]);
}

#[test]
fn a_chronology_of_a_year_gone_by_is_of_that_year() {
    let text = Text::read(
        "The border in 1966: a chronology\n\n\
         12 January. Patrols exchange fire. Both sides protest.\n\n\
         9 March. The consul is received at the palace.\n\n\
         3-5 July. The two ministers meet, and on the second evening they dine.\n\n\
         14 November. The accord comes into force.\n",
    );
    let dates = timeline(&text, Some(date(1967, 1, 5)));
    assert_eq!(spoken_of(&text, &dates, "Both sides"), "1966-01-12");
    assert_eq!(spoken_of(&text, &dates, "consul"), "1966-03-09");
    assert_eq!(spoken_of(&text, &dates, "two ministers"), "1966-07-03/1966-07-05");
}

#[test]
fn a_diary_of_the_week_ahead_lies_ahead() {
    let text = Text::read(
        "REGIONAL DIARY\n9-15 June 1986\n\nCompiled on Sunday.\n\n\
         MONDAY 9\nThe envoy flies in for talks that will run until Wednesday. Nothing else is known.\n\n\
         TUESDAY 10\nThe council meets. It last sat on Friday.\n\n\
         SATURDAY 14 AND SUNDAY 15\nNo engagements.\n",
    );
    let dates = timeline(&text, Some(date(1986, 6, 8)));
    assert_eq!(spoken_of(&text, &dates, "Nothing else"), "1986-06-09");
    assert_eq!(named(&text, &dates, "envoy flies"), ["1986-06-11"]);
    assert_eq!(spoken_of(&text, &dates, "council meets"), "1986-06-10");
    assert_eq!(named(&text, &dates, "last sat"), ["1986-06-06"]);
    assert_eq!(spoken_of(&text, &dates, "No engagements"), "1986-06-14/1986-06-15");
}

#[test]
fn a_post_speaks_of_its_own_day() {
    let text = Text::read(
        "Summit live: leaders leave without a text\n\n\
         Saturday 09:40\n\nThe chancellor flew home this morning. The two will talk again on Monday.\n\n\
         Friday 16:05\n\nThe president said last night that he was tired. The aides met two hours later.\n\n\
         15:20\n\nLunch is off.\n",
    );
    let dates = timeline(&text, Some(date(2019, 8, 24)));
    assert_eq!(named(&text, &dates, "flew home"), ["2019-08-24"]);
    assert_eq!(named(&text, &dates, "talk again"), ["2019-08-26"]);
    assert_eq!(named(&text, &dates, "was tired"), ["2019-08-22"]);
    assert_eq!(spoken_of(&text, &dates, "Lunch is off"), "2019-08-23");
}

#[test]
fn a_dateline_is_the_day_of_writing() {
    let text = Text::read(
        "Talks falter\n\n\
         LIMA, Nov. 3 (Agency) - Envoys of both sides met on Monday and put off their closing session from \
         Thursday to Saturday. A day before that the mediator had dined with them.\n\n\
         The ministers agreed to free all captives by Friday. They have not met since May.\n",
    );
    let dates = timeline(&text, Some(date(1998, 11, 4)));
    let first = dates.expressions_in(sentence(&text, "Envoys"));
    let told: Vec<(String, Kind)> = first.iter().map(|at| (at.when.to_string(), at.kind)).collect();
    assert_eq!(
        told,
        [
            ("1998-11-02".to_owned(), Kind::Point),
            ("1998-11-05".to_owned(), Kind::MovedFrom),
            ("1998-11-07".to_owned(), Kind::Point),
        ]
    );
    assert_eq!(spoken_of(&text, &dates, "ministers agreed"), "1998-11-03");
    assert_eq!(named(&text, &dates, "by Friday"), ["1998-11-06"]);
    assert_eq!(dates.expressions_in(sentence(&text, "since May"))[0].kind, Kind::Since);
}

#[test]
fn an_article_on_times_long_past_stays_in_them() {
    let text = Text::read(
        "PORT CONFERENCE (3-5 May 1958). Meeting of five river states.\n\n\
         Background. Talks held in March 1956 had failed. When the flood came in April 1958 the delegates were \
         called for 3 May. The report was kept secret until 12 December 1958. The chairman was in the capital \
         between 30 December and 4 January.\n",
    );
    let dates = timeline(&text, Some(date(1994, 6, 1)));
    assert_eq!(named(&text, &dates, "flood came"), ["1958-04", "1958-05-03"]);
    assert_eq!(named(&text, &dates, "chairman was"), ["1958-12-30/1959-01-04"]);
    assert_eq!(spoken_of(&text, &dates, "Meeting of five"), "1958-05-03/1958-05-05");
}

#[test]
fn without_a_day_of_publication_the_text_tells_it() {
    let text = Text::read(
        "Readout of the meeting of ministers\n\nGeneva, 14 March 2011\n\n\
         The two ministers met today. They had spoken on Friday, and will meet again in June.\n",
    );
    let dates = timeline(&text, None);
    assert_eq!(named(&text, &dates, "met today"), ["2011-03-14"]);
    assert_eq!(named(&text, &dates, "had spoken"), ["2011-03-11", "2011-06"]);
    assert!(timeline(&Text::read("They met on Friday.\n"), None).expressions().is_empty());
}

#[test]
fn a_dateline_may_name_a_weekday() {
    let text = Text::read(
        "THE COURIER, Thursday, August 25, 1988\n\nEmpty chairs at the gathering\n\n\
         APIA, Wednesday. — The forum opened here today. The ministers had dined together yesterday.\n",
    );
    let dates = timeline(&text, Some(date(1988, 8, 25)));
    assert_eq!(named(&text, &dates, "opened here"), ["1988-08-24"]);
    assert_eq!(named(&text, &dates, "had dined"), ["1988-08-23"]);
}

#[test]
fn an_undated_text_leaves_its_weekdays_open() {
    let text = Text::read(
        "Live: ministers meet\n\nThe war began on 24 February 2022, and the regions were annexed in that year.\n\n\
         The ministers met on Friday. They had spoken last week.\n\n\
         They had met on 3 May 2021 in Riga. The following Friday they met again.\n",
    );
    let dates = timeline(&text, None);
    assert_eq!(named(&text, &dates, "met on Friday"), [""; 0]);
    assert_eq!(named(&text, &dates, "last week"), [""; 0]);
    assert_eq!(named(&text, &dates, "following Friday"), ["2021-05-07"]);
}

#[test]
fn durations_stand_apart_from_dates() {
    let text = Text::read("The two spoke for almost three hours on Friday.\n");
    let dates = timeline(&text, Some(date(2025, 5, 16)));
    assert_eq!(dates.durations_in(0).len(), 1);
    assert_eq!(dates.durations_in(0)[0].duration.to_string(), "PT3H");
    assert_eq!(named(&text, &dates, "spoke"), ["2025-05-16"]);
    assert_eq!(dates.named_before(0), None);
    assert!(dates.expressions_in(7).is_empty());
}

#[test]
fn sentences_show_their_own_tense() {
    let (mut right, mut all) = (0_u32, 0_u32);
    let table = include_str!("data/sentences.tsv");
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [published, sentence, expected] = columns[..] else {
            unreachable!("three columns wanted: {line}")
        };
        let source = format!("A headline without a day\n\n{sentence}\n");
        let text = Text::read(&source);
        let dates = timeline(&text, Some(published.parse().unwrap()));
        let found: Vec<String> = dates.expressions().iter().map(|at| at.when.to_string()).collect();
        let found = if found.is_empty() { "-".to_owned() } else { found.join(" ") };
        all += 1;
        if found == expected {
            right += 1;
        } else {
            println!("{published}: {sentence}\n    wanted {expected}, found {found}");
        }
    }
    println!("{right} of {all}");
    assert!(right * 100 >= all * 97, "only {right} of {all}");
}

#[test]
fn weekdays_over_what_is_to_come_are_of_the_week_ahead() {
    let ahead = Text::read(
        "The Letter\n\nMONDAY\n\nThe conference opens in Vienna at nine.\n\nWEDNESDAY\n\nThe two ministers meet.\n",
    );
    let dates = timeline(&ahead, Some(date(2024, 9, 15)));
    assert_eq!(spoken_of(&ahead, &dates, "conference"), "2024-09-16");
    assert_eq!(spoken_of(&ahead, &dates, "two ministers"), "2024-09-18");
    let behind = Text::read(
        "The Letter\n\nMONDAY\n\nThe conference opened in Vienna at nine.\n\nWEDNESDAY\n\nThe two ministers met.\n",
    );
    let dates = timeline(&behind, Some(date(2024, 9, 15)));
    assert_eq!(spoken_of(&behind, &dates, "conference"), "2024-09-09");
}

#[test]
fn what_was_on_the_air_is_of_that_day() {
    let text = Text::read("Radio Tirana in English, 1830 gmt 15 Sep 68. The envoy was received yesterday.\n");
    let dates = timeline(&text, Some(date(1968, 9, 16)));
    assert_eq!(named(&text, &dates, "envoy"), ["1968-09-14"]);
}

#[test]
fn a_day_without_a_month_is_of_the_month_just_named() {
    let text = Text::read("In July the patrols had camped, and a visit set for the 24th was called off.\n");
    let dates = timeline(&text, Some(date(1998, 10, 9)));
    assert_eq!(named(&text, &dates, "patrols"), ["1998-07", "1998-07-24"]);
}
