//! Prints what the forests are asked about texts, for the trainer: `drafts FORESTS DECISION [READER]`, a folder with the forests to
//! use (missing ones decide nothing), the name of a decision and a model of the reader of events. Takes texts from standard input, a JSON object a line
//! with `published` and `text`, and prints one JSON object a line for each.
#![allow(clippy::print_stdout, reason = "an example prints")]

use std::path::Path;

use rapporteur_extract::decision::{Decision, Draft, Forests, Question, Subject};
use rapporteur_extract::meeting::FoundMeeting;
use rapporteur_extract::{Drafts, Models, RuleExtractor, Source};
use rapporteur_syntax::event::EventReader;
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: drafts FORESTS DECISION [READER]")?;
    let decision = arguments.next().unwrap_or_default();
    let model = |decision: Decision| Path::new(&folder).join(format!("{}.forest", decision.name()));
    let models = Decision::ALL.map(|decision| std::fs::read(model(decision)).unwrap_or_default());
    let forests = Forests::read(models.each_ref().map(Vec::as_slice));
    let own = arguments.next().map(std::fs::read).transpose()?.map(EventReader::from_bytes).transpose()?;
    let reader = own.as_ref().unwrap_or_else(|| EventReader::bundled());
    for line in std::io::stdin().lines() {
        println!(
            "{}",
            text(&serde_json::from_str(&line?)?, Models { reader, forests: &forests }, &decision)?
        );
    }
    Ok(())
}

fn text(line: &Value, models: Models<'_>, decision: &str) -> Result<Value, Box<dyn std::error::Error>> {
    let published = line["published"].as_str().map(str::parse).transpose()?;
    let source = Source { published, ..Source::default() };
    let text = line["text"].as_str().ok_or("no text")?;
    let Drafts { actors, places, tokens, events, drafts } =
        RuleExtractor::new().drafts(text.as_bytes(), &source, models);
    let asked = drafts.iter().filter(|draft| draft.decision.name() == decision);
    let drafts: Vec<Value> = asked.map(|draft| self::draft(draft, &tokens, &places)).collect();
    Ok(json!({ "actors": actors, "places": places, "tokens": tokens, "events": events, "drafts": drafts }))
}

fn draft(draft: &Draft, tokens: &[Vec<(usize, String)>], places: &[Vec<String>]) -> Value {
    json!({
        "decision": draft.decision.name(),
        "features": draft.decision.features(),
        "meetings": draft.meetings.iter().map(|one| meeting(one, tokens, places)).collect::<Vec<_>>(),
        "questions": draft.questions.iter().map(question).collect::<Vec<_>>(),
    })
}

fn meeting(meeting: &FoundMeeting, tokens: &[Vec<(usize, String)>], places: &[Vec<String>]) -> Value {
    let seats = meeting.participants.iter().map(|seat| (seat.actor, seat.attendance.is_away()));
    let start = |&(sentence, token): &(usize, usize)| tokens[sentence].get(token).map(|(start, _)| *start);
    json!({
        "status": format!("{:?}", meeting.status).to_lowercase(),
        "when": meeting.when.as_ref().map(ToString::to_string),
        "places": meeting.places.iter().flat_map(|&place| places[place].clone()).collect::<Vec<_>>(),
        "seats": seats.collect::<Vec<_>>(),
        "tellings": meeting.tellings.iter().filter_map(start).collect::<Vec<_>>(),
        "evidence": meeting.evidence.iter().map(|range| (range.start, range.end)).collect::<Vec<_>>(),
        "learned": meeting.learned,
    })
}

fn question(question: &Question) -> Value {
    let subject = match &question.subject {
        Subject::Itself => Value::Null,
        Subject::Meeting(number) | Subject::Actor(number) | Subject::Place(number) => json!(number),
        Subject::Day(when) => json!(when.to_string()),
    };
    json!([question.meeting, subject, question.features])
}
