//! Whom a sentence tells of as speaking, in whatever form it names them.

#![allow(clippy::unwrap_used)]

use rapporteur_extract::{Extractor, RuleExtractor, Source};
use rapporteur_schema::{ActorKind, Record};

/// Who says something in a text, by kind and name.
fn speakers(text: &str) -> Vec<(ActorKind, String)> {
    let source = Source { published: "2004-05-05".parse().ok(), ..Source::default() };
    let records = RuleExtractor::new().extract(text.as_bytes(), &source).records;
    let named = |id| {
        records.iter().find_map(|record| match record {
            Record::Actor(actor) if actor.id == id => Some((actor.kind, actor.name.clone())),
            _ => None,
        })
    };
    records
        .iter()
        .filter_map(|record| match record {
            Record::Statement(statement) => named(statement.speaker.clone()),
            _ => None,
        })
        .collect()
}

#[track_caller]
fn speaks(text: &str, kind: ActorKind, name: &str) {
    assert_eq!(speakers(text), [(kind, name.to_owned())], "{text}");
}

#[test]
fn who_has_no_name_speaks_by_what_he_is() {
    for (text, name) in [
        ("Water is now dearer than milk, the statistics office said.", "statistics office"),
        ("The hotel says that there was no dinner on Wednesday.", "hotel"),
        ("A reader writes that the two had been in touch in July.", "reader"),
        ("Fishermen said that the sand had reached their nets.", "Fishermen"),
        ("Obi's own embassy denied that any request had been made.", "embassy"),
        ("Hostage families, for their part, said that they had been promised a draft.", "Hostage families"),
        ("Both legations have denied it in writing.", "legations"),
        ("Nordic finance ministers promised a working group.", "Nordic finance ministers"),
        ("Two of the ministers said that it was over.", "Two of the ministers"),
        ("The owners' guild in Barbate has said it will not pay a cent.", "owners' guild"),
        ("At two the ministry let it be known that the road was open.", "ministry"),
        ("A merchant swore that the Imam had gone in secret.", "merchant"),
        ("The Norwegian press reported that she was in secret touch with leaders.", "Norwegian press"),
        ("A Western official close to the mediation said a date was written on a board.", "Western official"),
        ("The woman who chairs the committee said that the money would come.", "woman"),
        ("The road never opened, according to her ministry.", "ministry"),
        ("Prices rose again, three shopkeepers told me.", "three shopkeepers"),
        ("The doctor said that the patient would live.", "doctor"),
        ("The road was to be closed, according to a senior Trinidadian.", "senior Trinidadian"),
    ] {
        speaks(text, ActorKind::Unnamed, name);
    }
}

#[test]
fn papers_and_one_told_of_before_are_nobody_new() {
    for text in [
        "The report said that prices would rise.",
        "A doctor was sent for. The doctor said that the patient would live.",
    ] {
        assert_eq!(speakers(text), [], "{text}");
    }
}

#[test]
fn one_name_is_a_person_where_it_speaks() {
    speaks("Drenovac said that the dues would go.", ActorKind::Person, "Drenovac");
    assert_eq!(speakers("I said that the dues would go."), []);
    assert_eq!(speakers("Rumours said that Drenovac would go."), []);
}

#[test]
fn a_style_with_the_means_whoever_bears_it() {
    let text = "Marchese Spinabella came to lunch with Ahmed Rifaat Pasha.\n\nOver the fish the Marchese told me that Italy \
                would lend a million.";
    speaks(text, ActorKind::Person, "Marchese Spinabella");
    // Two bear it: whoever is meant is not told.
    let text =
        "Marchese Spinabella lunched with Marchese Altoviti.\n\nThe Marchese said that Italy would pay.";
    assert_eq!(speakers(text), []);
}

#[test]
fn what_stands_with_the_before_a_name_between_commas_is_its_office() {
    for office in ["Executive Secretary", "Chief Whip", "Humanitarian Coordinator", "Programme Manager"] {
        let text =
            format!("The {office}, Annelies Verbruggen, reported that 118 governments had registered.");
        speaks(&text, ActorKind::Person, "Annelies Verbruggen");
    }
    for before in [
        "The Assistant Secretary-General of the O.A.U., Mr. Tadesse Woldehanna",
        "The Secretary-General of \
         the National Security Council, Air Marshal Tadesse Woldehanna",
    ] {
        let text = format!("{before}, told reporters that the road was open.");
        speaks(&text, ActorKind::Person, "Tadesse Woldehanna");
    }
}

#[test]
fn a_colon_may_stand_behind_to_whom_and_from_where() {
    let known = "Foreign Minister Tilman Oberhauser came at noon.\n\n";
    for line in
        ["Oberhauser to our reporter: he is ready to see her.", "Oberhauser from the rostrum: Peru will pay."]
    {
        speaks(&format!("{known}{line}"), ActorKind::Person, "Tilman Oberhauser");
    }
}

#[test]
fn who_stands_in_the_brackets_behind_a_state_speaks_for_it() {
    for text in [
        "Kenya (Mercy Wanjohi) asked whether a closed season could be kept by those without ships.",
        "Kenya (Mercy Wanjohi, Minister for Fisheries) said that her country would not apply it.",
    ] {
        speaks(text, ActorKind::Person, "Mercy Wanjohi");
    }
    speaks("Kenya (and not for the first time) said that it would not apply it.", ActorKind::State, "Kenya");
}

#[test]
fn the_word_for_a_people_is_one_who_was_told_to_be_of_it() {
    for named in ["the Tunisian, Mr. Sadok Brahim, in Geneva", "the Tunisian Sadok Brahim in Geneva"] {
        let text = format!("Ada Obi met {named} on Monday.\n\nThe Tunisian said that the road was open.");
        speaks(&text, ActorKind::Person, "Sadok Brahim");
    }
}

#[test]
fn what_others_said_is_told_within_quotation_marks_too() {
    let text = "Ambassador Ada Obi met Foreign Minister Bo Lund. “The ambassador told me that Peru would pay,” Lund said.";
    let mut both = speakers(text);
    both.sort_by(|a, b| a.1.cmp(&b.1));
    assert_eq!(both, [(ActorKind::Person, "Ada Obi".to_owned()), (ActorKind::Person, "Bo Lund".to_owned())]);
    let text = "Ambassador Ada Obi met Foreign Minister Bo Lund. “If Peru says that the truce is dead, we shall go,” Lund said.";
    speaks(text, ActorKind::Person, "Bo Lund");
}

#[test]
fn sources_of_which_different_things_are_told_are_different_people() {
    let text = "A source in Paris said that it was over. A source close to the talks said that it was not. The source \
                added that it would snow.";
    let source = Source { published: "2004-05-05".parse().ok(), ..Source::default() };
    let records = RuleExtractor::new().extract(text.as_bytes(), &source).records;
    let speaker = |words: &str| {
        records.iter().find_map(|record| match record {
            Record::Statement(statement) if statement.text == words => Some(statement.speaker.clone()),
            _ => None,
        })
    };
    let [one, other, last] = ["it was over", "it was not", "it would snow"].map(speaker);
    assert!(one.is_some() && other.is_some() && one != other && other == last, "{one:?} {other:?} {last:?}");
    let called = records.iter().find_map(|record| match record {
        Record::Actor(actor) if Some(&actor.id) == one.as_ref() => Some(actor.aliases.clone()),
        _ => None,
    });
    assert!(called.is_some_and(|names| names.iter().any(|name| name == "A source in Paris")));
}

#[test]
fn several_without_a_name_are_no_person() {
    let text = "Diplomats from two of the four guarantors say that he brought a formula.";
    speaks(text, ActorKind::Unnamed, "Diplomats");
}

#[test]
fn the_writer_of_a_letter_says_i() {
    let text = "Sir,\n\nBo Lund came to me on Monday. I told him that the road was closed. I am told that he wept.\n\n\
                Yours faithfully,\nAda Obi\n";
    speaks(text, ActorKind::Person, "Ada Obi");
}

#[test]
fn what_stands_behind_the_word_for_a_paper_is_its_name() {
    speaks("The newspaper Dinakkural writes that the road is closed.", ActorKind::Organization, "Dinakkural");
    assert_eq!(speakers("The paper Obi signed says that the road is closed."), []);
}

#[test]
fn who_is_asked_asks_nothing() {
    let text = "Ankara's spokesman, asked about this, said that he knew nothing.";
    speaks(text, ActorKind::Unnamed, "Ankara's spokesman");
}

#[test]
fn the_people_of_whom_nobody_is_named_are_their_state() {
    speaks("The Japanese said that the matter was closed.", ActorKind::State, "Japan");
}

#[test]
fn she_is_whom_the_text_calls_so() {
    let said = (ActorKind::Person, "Lakshmi Venkatachari".to_owned());
    let found = speakers(
        "Dr Nii Quarshie said that it was late. He brought the paper to the Indian, Mrs Lakshmi Venkatachari. She declared \
         that it would not do.",
    );
    assert!(found.contains(&said), "{found:?}");
    // Of a name that no list has only the pronoun tells it.
    let found = speakers(
        "Ndukwe Thiaw was glad that she had telephoned.\n\nThe envoy Ebo Tano came with Ndukwe Thiaw. She declared that it \
         would not do.",
    );
    assert_eq!(found.last(), Some(&(ActorKind::Person, "Ndukwe Thiaw".to_owned())), "{found:?}");
}

#[test]
fn who_is_described_at_length_is_who_is_named_behind() {
    for before in [
        "South Korea's ambassador here",
        "The European Union's envoy to the South Caucasus, Finland's",
        "The leader of the mission, retired Nigerian general",
    ] {
        let comma = if before.ends_with("here") { "," } else { "" };
        speaks(
            &format!("{before}{comma} Ilmari Kaartinen, said that it was late."),
            ActorKind::Person,
            "Ilmari Kaartinen",
        );
    }
}

#[test]
fn he_of_a_life_is_whom_it_goes_on_about() {
    let found = speakers(
        "Tom Bassey studied in Accra. He met his wife there. He went to Lagos in May. He came back in June. He sat with the \
         Chair, Efua Dankwa, and General Kofi Brempong at the table. He was there again in July when Kwame Ofori and Ama \
         Serwaa signed the paper. He denied that anything had been promised.",
    );
    assert!(found.contains(&(ActorKind::Person, "Tom Bassey".to_owned())), "{found:?}");
}

#[test]
fn the_ministers_are_those_just_named() {
    let found = speakers(
        "The foreign ministers of Bahrain and Qatar, Yusuf Khunayzi and Jasim Kubaysi, met at Sakhir yesterday. The \
         ministers affirmed that the sea is the affair of its peoples.",
    );
    for name in ["Yusuf Khunayzi", "Jasim Kubaysi"] {
        assert!(found.contains(&(ActorKind::Person, name.to_owned())), "{found:?}");
    }
}

#[test]
fn what_is_said_through_a_spokesman_he_says() {
    speaks(
        "Peru said on Monday through the spokesman of its ministry that the road was shut.",
        ActorKind::Unnamed,
        "spokesman of its ministry",
    );
}

#[test]
fn of_whom_it_is_told_according_to_him() {
    let found = speakers(
        "Ada Obi met Said Lund in Riga. Two hours later she had Said Lund on the telephone, and according to him it was the \
         army that had fired.",
    );
    assert!(found.contains(&(ActorKind::Person, "Said Lund".to_owned())), "{found:?}");
}

#[test]
fn what_an_office_is_of_is_no_given_name() {
    for state in ["China", "Jordan", "Israel", "Chad", "NATO"] {
        let text = format!("President of {state} Jan Lund said that it was late.");
        speaks(&text, ActorKind::Person, "Jan Lund");
    }
    speaks(
        "Nigeria's President, General (rtd) Jan Lund, said that it was late.",
        ActorKind::Person,
        "Jan Lund",
    );
    speaks("His spokeswoman Hala Merei said that it was late.", ActorKind::Person, "Hala Merei");
}

#[test]
fn who_told_of_it_does_not_go_on() {
    let found = speakers(
        "President Ada Obi telephoned Jan Lund and, according to the Foreign Ministry, warned that the price would go up.",
    );
    assert!(found.contains(&(ActorKind::Person, "Ada Obi".to_owned())), "{found:?}");
}

#[test]
fn an_invitation_is_accepted_by_who_was_invited() {
    let found = speakers("Ada Obi invited Mr Lund to visit Peru. The invitation was accepted with pleasure.");
    assert!(found.contains(&(ActorKind::Person, "Lund".to_owned())), "{found:?}");
}

#[test]
fn what_an_office_is_for_is_no_name() {
    for (office, name) in [
        ("UN Under-Secretary-General for Political Affairs", "Ken Mora"),
        ("Special Envoy for Climate", "Jan Lund"),
    ] {
        speaks(&format!("{office} {name} said that it was late."), ActorKind::Person, name);
    }
}

#[test]
fn the_paper_is_the_one_named_before() {
    let found = speakers(
        "The newspaper Droni writes that the two met on Monday. \"They passed on the stairs,\" the paper adds. \
         The daily claims that a third round is thought of.",
    );
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|(_, name)| name == "Droni"), "{found:?}");
}

#[test]
fn whoever_was_asked_answers() {
    let found = speakers("Ada Obi rang Jan Lund on Thursday and was assured that the road was open.");
    assert!(found.contains(&(ActorKind::Person, "Jan Lund".to_owned())), "{found:?}");
    let found =
        speakers("Ada Obi was received by Jan Lund and was assured by the guard that the road was open.");
    assert!(!found.contains(&(ActorKind::Person, "Jan Lund".to_owned())), "{found:?}");
}

#[test]
fn it_is_the_body_of_which_the_sentence_before_tells() {
    for text in [
        "The Security Council met on Monday. It said that the line was broken.",
        "The Security Council met on Monday. It asked that the line be restored.",
        "The Security Council was not invited, and it told us that nobody would go.",
    ] {
        speaks(text, ActorKind::Organization, "UN Security Council");
    }
    assert_eq!(speakers("The road is long. It said so on the map."), []);
}

#[test]
fn one_name_behind_its_state_is_a_person_by_what_is_told_of_him() {
    let text = "Serbia's Jovicevic, the chairman-designate, remained in Belgrade. He would not obstruct it, he said.";
    speaks(text, ActorKind::Person, "Jovicevic");
    let text = "Lesotho's Rukuni had remained in Maseru. He would not obstruct it, he said.";
    speaks(text, ActorKind::Person, "Rukuni");
}

#[test]
fn what_stands_alone_in_quotation_marks_goes_on_from_who_denied() {
    let text = "Ada Obi said that she was tired.\n\nA Kuwaiti official denied that they had met. \"There are no envoys.\"\n\nThe paper said so, too.";
    let all = speakers(text);
    let official = all.iter().filter(|(_, name)| name == "Kuwaiti official").count();
    assert_eq!(official, 2, "{all:?}");
}

#[test]
fn a_surname_of_two_towns_is_no_pair_of_states() {
    let text = "Colombia's minister, Jorge Valencia-Holguin, came. \"We were haggling with a letter,\" Valencia-Holguin said.";
    speaks(text, ActorKind::Person, "Jorge Valencia-Holguin");
}

#[test]
fn a_meeting_announces_nothing() {
    let text = "Borregales waited. The joint session announced for that afternoon came to nothing.";
    assert_eq!(speakers(text), []);
}

#[test]
fn a_paragraph_of_an_obituary_goes_on_with_who_has_died() {
    let found = speakers(
        "Tom Bassey, who has died at the age of 88, was for thirty years the man whom governments rang.\n\n\
         In 1978 he drank tea in Lusaka with Kofi Brempong. General Brempong was killed in March.\n\n\
         Asked once about it, he replied that nobody had come.",
    );
    assert_eq!(found, [(ActorKind::Person, "Tom Bassey".to_owned())]);
}

#[test]
fn before_a_colon_it_is_told_in_what_one_speaks() {
    for text in [
        "Moldova's President, Ada Obi, in her welcome: the line is to be closed from January.",
        "Ada Obi in a written statement: the talks remain a matter of time.",
    ] {
        speaks(text, ActorKind::Person, "Ada Obi");
    }
    assert_eq!(speakers("Ada Obi in Lima: the ministers met there on Tuesday."), []);
}

#[test]
fn a_ministry_in_a_capital_is_that_of_its_state() {
    let text = "The foreign ministry in Ankara dismissed the claim as baseless.";
    speaks(text, ActorKind::Organization, "Ministry of Foreign Affairs (Turkey)");
}

#[test]
fn a_spokeswoman_is_none_of_the_two_ministers() {
    let found = speakers(
        "The minister, Ada Obi, came to Bern. Her colleague Bo Lund came, too. The spokeswoman, Ilse Braun, said that it was late.\n\n\
         The two ministers condemned the attack.",
    );
    let of = |name: &str| found.iter().filter(|(_, found)| found == name).count();
    assert_eq!((of("Ada Obi"), of("Bo Lund"), of("Ilse Braun")), (1, 1, 1), "{found:?}");
}

#[test]
fn who_is_known_by_his_office_alone_is_called_by_what_it_is_of() {
    for (text, name) in [
        (
            "The head of the electoral commission announced that 62 per cent had voted.",
            "head of the electoral commission",
        ),
        (
            "The Speaker of the Constituent Assembly reminded members that language must be moderate.",
            "Speaker of the Constituent Assembly",
        ),
        ("One of the mediators said that both were tired.", "One of the mediators"),
    ] {
        speaks(text, ActorKind::Unnamed, name);
    }
    let text =
        "The commander of a detachment in the northern sector, Colonel Tom Bassey, said that it was quiet.";
    speaks(text, ActorKind::Person, "Tom Bassey");
}

#[test]
fn who_has_the_floor_tells_of_another_ambassador() {
    let found = speakers(
        "Mr. Bassey: That will hardly do. The Icelandic Ambassador told me that he was content.\n\n\
         Mr. Lund: I do not know it.\n\nMr. Bassey: I thank him.",
    );
    assert!(found.contains(&(ActorKind::Unnamed, "Icelandic Ambassador".to_owned())), "{found:?}");
}

#[test]
fn a_state_speaks_by_its_people_and_by_the_government_in_its_capital() {
    let text = "The government in Kigali said that nobody had been asked.";
    speaks(text, ActorKind::State, "Rwanda");
    let text = "Lucien Bassey of France was not there. The French say that their man has a sore throat.";
    speaks(text, ActorKind::State, "France");
}

#[test]
fn a_telegram_leaves_out_the_article_before_an_office() {
    let text = "Prime Minister Bassey came at two. PM replied that nobody would go.";
    speaks(text, ActorKind::Person, "Bassey");
}
