//! Who was in a meeting and who stayed away, told over several sentences: proceedings, conferences, readouts.

use jiff::civil::date;
use rapporteur_extract::{Extractor, RuleExtractor, Source};
use rapporteur_schema::{Attendance, Edtf, Meeting, MeetingStatus, Record};

/// The meetings of a text, with the names of those in them.
struct Read {
    meetings: Vec<Meeting>,
    names: Vec<(String, String)>,
}

impl Read {
    fn new(text: &str, year: i16, month: i8, day: i8) -> Self {
        let source = Source { published: Some(Edtf::day(date(year, month, day))), ..Source::default() };
        let records = RuleExtractor::new().extract(text.as_bytes(), &source).records;
        let mut read = Self { meetings: Vec::new(), names: Vec::new() };
        for record in records {
            match record {
                Record::Meeting(meeting) => read.meetings.push(meeting),
                Record::Actor(actor) => read.names.push((actor.id.to_string(), actor.name)),
                _ => {}
            }
        }
        read
    }

    fn names(&self, meeting: &Meeting, away: bool) -> Vec<&str> {
        let is_away = |attendance| matches!(attendance, Attendance::Absent | Attendance::Declined);
        let wanted = meeting.participants.iter().filter(|p| is_away(p.attendance) == away);
        let ids = wanted.map(|participant| participant.actor.to_string());
        ids.filter_map(|id| self.names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.as_str()))
            .collect()
    }

    /// Whether all of them are told to have been in one meeting that was held.
    fn met(&self, names: &[&str]) -> bool {
        self.in_one(MeetingStatus::Held, names).is_some()
    }

    fn in_one(&self, status: MeetingStatus, names: &[&str]) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| {
            let there = self.names(meeting, false);
            meeting.status == status && names.iter().all(|name| there.contains(name))
        })
    }

    fn away(&self, name: &str) -> bool {
        self.meetings.iter().any(|meeting| self.names(meeting, true).contains(&name))
    }
}

#[test]
fn who_has_the_floor_is_in_the_session() {
    let read = Read::new(
        "4102nd Meeting (AM)\n7 March 2001\n\n\
         COUNCIL PROLONGS MISSION IN THE GULF\n\n\
         The meeting, which began at 10 a.m., was presided over by Ana Duarte (Portugal).\n\n\
         PAVEL NOVAK (Czech Republic) said that his country would vote in favour. The text was short.\n\n\
         MARIA DO CARMO LIMA (Brazil), speaking before the vote, called for patience.\n\n\
         OLE LUND (Denmark) welcomed the report.\n",
        2001,
        3,
        7,
    );
    assert!(read.met(&["Ana Duarte", "Czechia", "Brazil", "Denmark"]));
}

#[test]
fn a_shouted_state_has_the_floor_and_a_common_one_has_not() {
    let text = |state: &str| {
        format!(
            "The third session of the committee on rivers met in Riga on Tuesday. Chair Ana Duarte (Portugal) opened \
             the session.\n\nNORWAY supported the proposal. CHILE and PERU preferred a shorter text. {state} said that \
             it could not accept either.\n"
        )
    };
    assert!(Read::new(&text("JAPAN"), 2011, 10, 12).met(&["Norway", "Chile", "Peru", "Japan"]));
    assert!(!Read::new(&text("Japan"), 2011, 10, 12).met(&["Norway", "Japan"]));
}

#[test]
fn a_meeting_has_the_date_of_its_own_clause() {
    let read = Read::new(
        "In Riga on Tuesday Ana Duarte of Portugal met Pavel Novak of the Czech Republic about the bridge, a project that was \
         first agreed on in 2012.\n",
        2024,
        9,
        13,
    );
    assert_eq!(read.meetings[0].when.as_ref().map(ToString::to_string).as_deref(), Some("2024-09-10"));
}

#[test]
fn the_minister_with_a_capital_is_whose_readout_it_is() {
    let read = Read::new(
        "Foreign Minister Ana Duarte today met the Foreign Minister of the Czech Republic, Pavel Novak. They spoke of \
         trade.\n\nThe Minister also held talks with the President of Latvia, Ilze Berzina.\n",
        2024,
        3,
        8,
    );
    assert!(read.met(&["Ana Duarte", "Ilze Berzina"]));
    assert!(!read.met(&["Pavel Novak", "Ilze Berzina"]));
}

#[test]
fn a_ministers_counterpart_is_no_ambassador() {
    let read = Read::new(
        "The Czech ambassador, Pavel Novak, left Riga on Monday. The Czech foreign minister, Jana Mala, stayed.\n\n\
         The Portuguese foreign minister, Ana Duarte, was in Riga on Tuesday, where she met her Czech counterpart.\n",
        2024,
        3,
        8,
    );
    assert!(read.met(&["Ana Duarte", "Jana Mala"]));
    assert!(!read.met(&["Ana Duarte", "Pavel Novak"]));
}

#[test]
fn who_met_her_at_the_airport_is_not_who_received_her() {
    let read = Read::new(
        "President Ana Duarte of Portugal arrived in Prague on Tuesday. She was met at the airport by Foreign Minister Jan \
         Dvorak and later received by President Pavel Novak.\n",
        2004,
        5,
        5,
    );
    assert!(read.met(&["Ana Duarte", "Jan Dvorak"]) && read.met(&["Ana Duarte", "Pavel Novak"]));
    assert!(!read.met(&["Jan Dvorak", "Pavel Novak"]));
}

#[test]
fn a_place_at_the_table_may_be_taken_by_another_or_by_nobody() {
    let read = Read::new(
        "A conference on the river was held in Riga on Tuesday. Portugal was represented by Ana Duarte, and Peru by nobody. \
         Pavel Novak's place at the head of the Czech delegation was taken by his deputy, Jana Mala.\n",
        2004,
        5,
        5,
    );
    assert!(read.met(&["Ana Duarte", "Jana Mala"]));
    assert!(!read.met(&["Peru"]) && read.away("Pavel Novak"));
}

#[test]
fn what_a_report_tells_and_somebody_refutes_was_not() {
    let read = Read::new(
        "In Riga on Tuesday the spokesman denied a report that President Ana Duarte of Portugal is to meet President Pavel \
         Novak of the Czech Republic.\n",
        2004,
        5,
        5,
    );
    assert!(read.in_one(MeetingStatus::Planned, &["Ana Duarte", "Pavel Novak"]).is_none());
    assert!(read.in_one(MeetingStatus::Denied, &["Ana Duarte", "Pavel Novak"]).is_some());
}

#[test]
fn a_list_of_those_present_ends_with_prose() {
    let read = Read::new(
        "Mixed Commission for the River\nFourth Session, Riga, 14-16 March 1961\n\nPresent.\nFor Portugal: Ambassador Ana \
         Duarte (Chairman), Captain Rui Costa.\nFor the Czech Republic: Mr. Pavel Novak, head of the delegation.\n\n1. The \
         Chairman recalled that the old chart had been drawn by the late Jean Petit, who never saw the river.\n",
        1961,
        3,
        20,
    );
    assert!(read.met(&["Ana Duarte", "Rui Costa", "Pavel Novak"]));
    assert!(!read.met(&["Jean Petit"]));
}

#[test]
fn nor_was_there_a_meeting_and_to_converse_is_to_meet() {
    let read = Read::new(
        "Foreign Minister Ana Duarte of Portugal conversed with the Czech envoy, Pavel Novak, in Lisbon on 4 May. Nor was \
         there an encounter between Ana Duarte and the Peruvian minister, Hugo Paz.\n",
        2004,
        5,
        5,
    );
    assert!(read.met(&["Ana Duarte", "Pavel Novak"]));
    assert!(!read.met(&["Ana Duarte", "Hugo Paz"]));
}

#[test]
fn the_first_is_the_round_of_which_the_text_speaks() {
    let read = Read::new(
        "Mali and Niger held talks in Bamako on Wednesday.\n\nThe present round is the third. The first, held in Lome in \
         January 2003, ended with nothing. The second, in Accra in May of last year, collapsed.\n",
        2004,
        5,
        6,
    );
    let held = read.meetings.iter().filter(|meeting| meeting.status == MeetingStatus::Held);
    let mut days: Vec<String> = held.filter_map(|meeting| Some(meeting.when.as_ref()?.to_string())).collect();
    days.sort();
    assert_eq!(days, ["2003-01", "2003-05", "2004-05-05"]);
    assert!(read.meetings.iter().all(|meeting| read.names(meeting, false) == ["Mali", "Niger"]));
}

#[test]
fn a_summit_that_somebody_was_only_asked_about_is_none() {
    let read = Read::new(
        "Ana Duarte of Portugal met Pavel Novak of the Czech Republic in Lisbon on 4 May. Asked about a summit, Hugo Paz of \
         Peru said only that Lima had taken note.\n",
        2004,
        5,
        5,
    );
    assert!(read.met(&["Ana Duarte", "Pavel Novak"]));
    assert_eq!(read.meetings.len(), 1);
}

#[test]
fn a_record_that_names_no_session_is_of_one() {
    let read = Read::new(
        "Working Party on Commodities. Summary record, 30 October 1958.\n\n13. Butter. Mr. DUARTE (Portugal) complained that \
         butter was dear. It was not true, Mr. NOVAK (Czechoslovakia) interjected, that his country had sold any. Baron DE \
         WOUTERS (Belgium) asked what that was worth.\n",
        1958,
        10,
        30,
    );
    assert!(read.met(&["Portugal", "Czechoslovakia", "Belgium"]));
}

#[test]
fn what_a_delegate_does_in_the_hall_seats_him() {
    let text = |line: &str| {
        format!(
            "APIA, Wednesday. - The summit of the Island Forum opened here today under the chairmanship of Ana Duarte, the \
             Samoan premier. Peru's Hugo Paz called for speed, and Ghana's Kofi Asante agreed.\n\n{line}\n"
        )
    };
    let seated = |line: &str| Read::new(&text(line), 2014, 10, 22).met(&["Hugo Paz", "Pavel Novak"]);
    assert!(seated("Finland's Pavel Novak refused to sign."));
    assert!(seated("The chair gave the floor to Finland's Pavel Novak."));
    assert!(seated("A compromise offered by Pavel Novak of Finland was accepted at dawn."));
    assert!(seated("Pavel Novak (Finland): \"It is late.\""));
    assert!(!seated("In Helsinki, Finland's Pavel Novak called it a farce."));
    assert!(!seated("They will meet again in Lima in June, Finland's Pavel Novak said."));
    assert!(!seated("Finland's Pavel Novak did not refuse to sign."));
}

#[test]
fn what_is_held_on_the_margins_is_held_there() {
    let read = Read::new(
        "A conference on the river was held in Riga on 4 May. Ana Duarte of Portugal, Pavel Novak of the Czech Republic and \
         Hugo Paz of Peru took part.\n\nOn the margins, Ana Duarte sat down with the Latvian premier, Ilze Berzina.\n",
        2004,
        5,
        6,
    );
    let talk = read.in_one(MeetingStatus::Held, &["Ana Duarte", "Ilze Berzina"]);
    assert_eq!(
        talk.and_then(|meeting| meeting.place.as_ref()).map(ToString::to_string).as_deref(),
        Some("place/riga")
    );
}

#[test]
fn the_next_session_is_of_the_body_that_the_text_is_about() {
    let read = Read::new(
        "The African Union held a summit in Accra on Tuesday. Ana Duarte of Portugal addressed the summit of the African \
         Union.\n\nThe next ordinary session is to be held in Lome on 12 November.\n",
        2004,
        5,
        6,
    );
    assert!(read.in_one(MeetingStatus::Planned, &["African Union"]).is_some());
}

#[test]
fn a_place_is_known_by_how_it_stands() {
    let place = |text: &str| {
        let read = Read::new(text, 2004, 5, 5);
        let met = read.in_one(MeetingStatus::Held, &["Ana Duarte", "Pavel Novak"]);
        met.and_then(|meeting| meeting.place.as_ref()).map(ToString::to_string).unwrap_or_default()
    };
    // No list has it.
    assert_eq!(
        place("Ana Duarte of Portugal met Czech minister Pavel Novak in Zelvy on Tuesday."),
        "place/zelvy"
    );
    assert_eq!(
        place("Ana Duarte of Portugal met Czech minister Pavel Novak in the Peruvian capital."),
        "place/lima"
    );
    assert_eq!(place("Ana Duarte of Portugal flew in from Lima to meet Czech minister Pavel Novak."), "");
    assert_eq!(
        place(
            "Ana Duarte of Portugal went on to Lima, where she was cheered and met Czech minister Pavel Novak."
        ),
        "place/lima"
    );
}

#[test]
fn who_met_is_whom_the_clause_names() {
    for (text, names) in [
        (
            "It was Prime Minister Ana Kolar, not President Ben Lund, who met Sam Otu in Riga on Monday.",
            ["Ana Kolar", "Sam Otu"],
        ),
        (
            "President Ben Lund accused Prime Minister Ana Kolar of meeting Sam Otu in Riga on Monday.",
            ["Ana Kolar", "Sam Otu"],
        ),
        (
            "President Ben Lund put the plan to Prime Minister Ana Kolar when they met in Riga on Monday.",
            ["Ben Lund", "Ana Kolar"],
        ),
        (
            "At a meeting in Riga on Monday, President Ben Lund told Prime Minister Ana Kolar that the border would stay shut.",
            ["Ben Lund", "Ana Kolar"],
        ),
        (
            "President Ben Lund raised the matter with Prime Minister Ana Kolar by telephone on Monday.",
            ["Ben Lund", "Ana Kolar"],
        ),
    ] {
        let read = Read::new(text, 1998, 10, 9);
        assert_eq!(read.meetings.len(), 1, "{text}");
        let mut there = read.names(&read.meetings[0], false);
        there.sort_unstable();
        let mut names = names.to_vec();
        names.sort_unstable();
        assert_eq!(there, names, "{text}");
        assert_eq!(read.meetings[0].status, MeetingStatus::Held, "{text}");
    }
}

#[test]
fn nobody_met_of_whom_that_is_not_told() {
    for text in [
        "Neither President Ben Lund nor Prime Minister Ana Kolar met Sam Otu in Riga on Monday.",
        "Aides of President Ben Lund and Prime Minister Ana Kolar met in Riga on Monday.",
        "If President Ben Lund meets Prime Minister Ana Kolar, the border will reopen.",
        "Prime Minister Ana Kolar failed to meet President Ben Lund in Riga on Monday.",
    ] {
        let read = Read::new(text, 1998, 10, 9);
        assert!(
            !read.met(&["Ben Lund", "Ana Kolar"]) && !read.met(&["Ana Kolar"]),
            "{text}: {:?}",
            read.meetings
        );
    }
}

#[test]
fn the_organisation_of_an_official_is_represented() {
    for text in [
        "Ana Kolar, who mediates for ECOWAS, saw President Ben Lund in Riga on Monday.",
        "President Ben Lund met the Secretary-General of ECOWAS, Ana Kolar, in Riga on Monday.",
        "President Ben Lund met Ana Kolar of ECOWAS in Riga on Monday.",
    ] {
        let read = Read::new(text, 1998, 10, 9);
        assert!(read.met(&["Ben Lund", "Ana Kolar", "Economic Community of West African States"]), "{text}");
    }
}

#[test]
fn a_meeting_is_where_the_words_before_have_led() {
    let read = Read::new(
        "Prime Minister Ana Kolar leaves for Colombo on 12 October. She will call on President Ben Lund.\n\n         President Sam Otu met Ivo Tan in Riga on Monday. He then received Eva Berg.",
        1998,
        10,
        9,
    );
    let call = read.in_one(MeetingStatus::Planned, &["Ana Kolar", "Ben Lund"]).expect("the call is told");
    assert_eq!(call.when.as_ref().map(ToString::to_string).as_deref(), Some("1998-10-12"));
    assert_eq!(call.place.as_ref().map(|place| place.slug()), Some("colombo"));
    let second = read.in_one(MeetingStatus::Held, &["Sam Otu", "Eva Berg"]).expect("the second is told");
    assert_eq!(second.place.as_ref().map(|place| place.slug()), Some("riga"));
}

#[test]
fn a_plan_that_was_moved_keeps_its_former_day() {
    let days = |text: &str| -> Vec<(String, Vec<String>)> {
        let meetings = Read::new(text, 1997, 3, 12).meetings;
        let day = |meeting: &Meeting| {
            let former = meeting.previous_start_date.iter().map(ToString::to_string).collect();
            (meeting.when.as_ref().map_or_else(String::new, ToString::to_string), former)
        };
        meetings.iter().map(day).collect()
    };
    let both = "the Czech prime minister, Pavel Novak, and President Ana Duarte of Portugal";
    for (text, when, former) in [
        (
            format!(
                "The talks between {both}, set for 19 March, were put back and will be held in Lisbon on 20 March."
            ),
            "1997-03-20",
            &["1997-03-19"][..],
        ),
        (
            format!("The meeting between {both}, originally planned for Monday, will now be held on Friday."),
            "1997-03-14",
            &["1997-03-10"],
        ),
        (format!("Talks between {both} were moved from 3 to 5 May."), "1997-05-05", &["1997-05-03"]),
        (
            format!("Talks between {both} were brought forward from Friday to Thursday."),
            "1997-03-13",
            &["1997-03-14"],
        ),
        (
            format!("In Lisbon {both} were to have met on 11 March but will now meet on 20 March."),
            "1997-03-20",
            &["1997-03-11"],
        ),
        (
            format!(
                "Talks between {both} are planned for 19 March. The talks, set for 19 March, were put back to 20 March."
            ),
            "1997-03-20",
            &["1997-03-19"],
        ),
        (format!("Talks between {both} will be held in Lisbon on 20 March."), "1997-03-20", &[]),
    ] {
        let former: Vec<String> = former.iter().map(|day| (*day).to_owned()).collect();
        assert_eq!(days(&text), [(when.to_owned(), former)], "{text}");
    }
    // The day of another meeting in the sentence is not that of this one.
    let text = format!(
        "The foreign minister of Oman, Said Harthy, met the Swiss foreign minister, Urs Keller, in Bern on 10 March, and \
         the talks between {both}, set for 19 March, were put back to 20 March."
    );
    let told = days(&text);
    let first = told.iter().find(|(when, _)| when == "1997-03-10");
    assert!(first.is_some_and(|(_, former)| former.is_empty()), "{told:?}");
}

#[test]
fn those_who_speak_for_the_states_that_met_were_there() {
    let read = Read::new(
        "The foreign ministers of Peru, Chile and Bolivia met in Riga on Monday. Ana Kolar (Peru) said the border was \
         closed. Ben Lund (Chile) denied it. Sam Otu (Bolivia) asked for more time.\n",
        1998,
        10,
        9,
    );
    assert!(read.met(&["Peru", "Chile", "Bolivia", "Ana Kolar", "Ben Lund", "Sam Otu"]));
    assert_eq!(read.meetings.len(), 1);
    let read = Read::new(
        "The Baltic Council met in Riga on Monday. Lithuania's minister, Ana Kolar, called for sanctions. Estonia's Ben \
         Lund urged patience. Latvia's Sam Otu promised a paper.\n",
        1998,
        10,
        9,
    );
    assert!(read.met(&["Baltic Council", "Ana Kolar", "Ben Lund", "Sam Otu"]));
    // Two speakers are no conference.
    let read = Read::new(
        "The foreign ministers of Peru, Chile and Bolivia met in Riga on Monday. In Oslo Ana Kolar of Sweden said the \
         border was closed. Ben Lund (Chile) denied it.\n",
        1998,
        10,
        9,
    );
    assert!(!read.met(&["Ana Kolar"]) && !read.met(&["Ben Lund"]));
}

#[test]
fn who_left_a_city_after_a_call_made_it_there() {
    for text in [
        "Ana Kolar left Riga on Monday after seeing President Ben Lund.",
        "Before leaving Riga on Monday, Ana Kolar called on President Ben Lund.",
    ] {
        let read = Read::new(text, 1998, 10, 9);
        let call = read.in_one(MeetingStatus::Held, &["Ana Kolar", "Ben Lund"]).expect("the call is told");
        assert_eq!(call.place.as_ref().map(|place| place.slug()), Some("riga"), "{text}");
    }
}

#[test]
fn whoever_a_meeting_was_held_without_has_no_seat() {
    let text = "The producers, who had conferred informally at the Colombian Embassy the previous evening in the absence of \
                Indonesia and Kenya, would circulate a paper by July, their spokesman indicated.";
    let source = Source { published: "1988-06-01".parse().ok(), ..Source::default() };
    let records = RuleExtractor::new().extract(text.as_bytes(), &source).records;
    for record in &records {
        let Record::Meeting(meeting) = record else { continue };
        let away = |actor: &str| actor.ends_with("indonesia") || actor.ends_with("kenya");
        assert!(meeting.participants.iter().all(|p| !away(&p.actor.to_string())), "{meeting:?}");
    }
}
