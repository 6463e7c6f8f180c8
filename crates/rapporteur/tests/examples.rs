//! The examples run, as a reader would run them.

#[path = "../examples/custom_extractor.rs"]
mod custom_extractor;
#[path = "../examples/custom_query.rs"]
mod custom_query;
#[path = "../examples/dot_of_an_answer.rs"]
mod dot_of_an_answer;
#[path = "../examples/embed_in_web_handler.rs"]
mod embed_in_web_handler;
#[path = "../examples/ingest_feed.rs"]
mod ingest_feed;
#[path = "../examples/who_met_whom.rs"]
mod who_met_whom;

#[test]
fn who_met_whom_runs() {
    who_met_whom::main().unwrap();
}

#[test]
fn ingest_feed_runs() {
    ingest_feed::main().unwrap();
}

#[test]
fn embed_in_web_handler_runs() {
    embed_in_web_handler::main().unwrap();
}

#[test]
fn custom_extractor_runs() {
    custom_extractor::main().unwrap();
}

#[test]
fn custom_query_runs() {
    custom_query::main().unwrap();
}

#[test]
fn dot_of_an_answer_runs() {
    dot_of_an_answer::main().unwrap();
}
