//! Transcripts, debates, threads and records of meetings: whose each turn is.

#![allow(clippy::unwrap_used)]

use rapporteur_extract::{Extractor, RuleExtractor, Source};
use rapporteur_schema::{Record, Statement};

struct Read {
    text: String,
    records: Vec<Record>,
}

impl Read {
    fn new(text: &str) -> Self {
        let source = Source { published: "2004-05-05".parse().ok(), ..Source::default() };
        let extraction = RuleExtractor::new().extract(text.as_bytes(), &source);
        Self { text: extraction.text, records: extraction.records }
    }

    fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.records.iter().filter_map(|record| match record {
            Record::Statement(statement) => Some(statement),
            _ => None,
        })
    }

    /// Who says the words, several where they are passed on.
    fn speakers(&self, words: &str) -> Vec<&str> {
        let said = self.statements().filter(|statement| {
            let span = statement.evidence.first().unwrap();
            self.text[span.start as usize..span.end as usize].contains(words)
        });
        let mut names: Vec<&str> = said.map(|statement| self.name(&statement.speaker)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn name(&self, id: &rapporteur_schema::ActorId) -> &str {
        let named = self.records.iter().find_map(|record| match record {
            Record::Actor(actor) if actor.id == *id => Some(actor.name.as_str()),
            _ => None,
        });
        named.unwrap_or_default()
    }
}

const DEBATE: &str = "\
ICE BAY (FISHERIES)

The Minister for Foreign Affairs (Mr. Ben Lund): I met the Foreign Minister of Peru in Lima on Monday. He told me that \
no ship would be spared.

The crew of the \"Grey Gull\" came home. I am glad that they sailed.

Mrs. Carla Obi (Port upon Sea, West): Why did he not go himself?

Mr. Lund: No. The lady has been misinformed.

Mrs. Obi: That will hardly do.

Mr. Lund: It will have to do.
";

#[test]
fn a_debate_names_its_speakers_by_office_and_seat() {
    let read = Read::new(DEBATE);
    assert_eq!(read.speakers("Why did he not go himself"), ["Carla Obi"]);
    assert_eq!(read.speakers("I am glad that they sailed"), ["Ben Lund"]);
    assert_eq!(read.speakers("No. The lady has been misinformed"), ["Ben Lund"]);
}

#[test]
fn in_a_turn_he_is_somebody_else() {
    let read = Read::new(DEBATE);
    let speakers = read.speakers("no ship would be spared");
    assert!(speakers.len() == 2 && speakers.contains(&"Ben Lund"), "{speakers:?}");
}

#[test]
fn a_briefing_goes_on_without_labels() {
    let read = Read::new(
        "\
Transcript of the Weekly Briefing

Official Spokesperson (Ms. Ada Obi): Good afternoon. I have two announcements.

First, Minister Ben Lund will pay a visit to Lima on June 22.

Question: Is it true that Chile objects?

Official Spokesperson: It is entirely without foundation.

Question: And Peru?

Official Spokesperson: I have nothing on that.
",
    );
    assert_eq!(read.speakers("will pay a visit to Lima"), ["Ada Obi"]);
    assert_eq!(read.speakers("entirely without foundation"), ["Ada Obi"]);
}

#[test]
fn a_thread_names_who_posts_before_the_handle() {
    let read = Read::new(
        "\
Peru MFA @PeruMFA_en · 6 Nov
The letter stands. We will not withdraw it.

Ada Obi @adaobi_writes · 6 Nov
Talks have begun in separate rooms, and the coffee is strong. Minister Ben Lund of Norway to press: \"Norway \
respects its signature.\"
",
    );
    assert_eq!(read.speakers("We will not withdraw it"), ["Peru MFA"]);
    assert_eq!(read.speakers("the coffee is strong"), ["Ada Obi"]);
    assert!(read.speakers("respects its signature").contains(&"Ben Lund"));
}

#[test]
fn a_record_goes_on_in_indirect_speech() {
    let read = Read::new(
        "\
Statements

ADA OBI (Kenya) said that the road was closed. It would stay so until spring. That was no threat.

BEN LUND (Norway) recalled that the mission had been cut. He could not support the text.

CARLA PAZ (Peru) said that her delegation would abstain. The text asked everything of those without guns.
",
    );
    assert_eq!(read.speakers("It would stay so until spring"), ["ADA OBI"]);
    assert_eq!(read.speakers("That was no threat"), ["ADA OBI"]);
    assert_eq!(read.speakers("The text asked everything"), ["CARLA PAZ"]);
    assert_eq!(read.speakers("could not support the text"), ["BEN LUND"]);
}

#[test]
fn a_debate_may_have_names_on_lines_of_their_own() {
    let read = Read::new(
        "\
Fisheries

Mr. Ben Lund (Hull)

I met the minister in Lima on Monday. We agreed on nothing.

Mrs. Carla Obi (Port upon Sea)

Why did he not go himself? The House is tired of excuses.

Mr. Lund

The lady has been misinformed.
",
    );
    assert_eq!(read.speakers("We agreed on nothing"), ["Ben Lund"]);
    assert_eq!(read.speakers("tired of excuses"), ["Carla Obi"]);
    assert_eq!(read.speakers("has been misinformed"), ["Ben Lund"]);
}

const RECORD: &str = "\
§ The Minister for Foreign Affairs (Mr. Ben Lund)

I met the Foreign Minister of Peru in Lima on Monday.

§ Mrs. Carla Obi

Is the Minister aware that two ships were lost?

§ Mr. Lund

I am aware of it.

§ Mrs. Obi

Will he confirm that the talks are off?
";

#[test]
fn names_behind_the_sign_of_a_section_head_what_is_said_and_asked() {
    let read = Read::new(RECORD);
    assert_eq!(read.speakers("I met the Foreign Minister"), ["Ben Lund"]);
    assert_eq!(read.speakers("two ships were lost"), ["Carla Obi"]);
    assert_eq!(read.speakers("I am aware of it"), ["Ben Lund"]);
    // Who asks whether another confirms something tells nobody's words but their own.
    assert_eq!(read.speakers("the talks are off"), ["Carla Obi"]);
}

#[test]
fn shouted_titles_stand_before_names() {
    let read = Read::new(
        "MR. LUND: The talks were broken off.\n\nMRS. OBI: Will he confirm it?\n\nMR. LUND: I have done so.\n",
    );
    assert_eq!(read.speakers("The talks were broken off"), ["LUND"]);
    assert_eq!(read.speakers("Will he confirm it"), ["OBI"]);
}
