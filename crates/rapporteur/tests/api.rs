//! What the API promises of every type, as docs/api-review.md has it.

use std::error::Error as StdError;
use std::fmt::{Debug, Display};

use rapporteur::{
    Answer, AsOf, Error, Extraction, Extractor, Filter, GraphError, LexiconError, MeetingRow, Network,
    OutcomeRow, Query, Rapporteur, RuleExtractor, Source, StatementRow, Store, UserLexicon,
};

fn is_shared<T: Send + Sync>() {}
fn is_an_error<T: StdError + Send + Sync + 'static>() {}
fn is_an_id<T: Clone + Ord + std::hash::Hash + Debug + Display + std::str::FromStr + Send + Sync>() {}

#[test]
fn a_store_and_its_answers_may_be_shared_between_threads() {
    is_shared::<Rapporteur>();
    is_shared::<Store>();
    is_shared::<AsOf<'_>>();
    is_shared::<Network>();
    is_shared::<RuleExtractor>();
    is_shared::<Box<dyn Extractor>>();
    is_shared::<UserLexicon>();
    is_shared::<(Query, Filter, Answer, Source, Extraction)>();
    is_shared::<(MeetingRow, StatementRow, OutcomeRow)>();
}

#[test]
fn an_error_can_be_passed_on() {
    is_an_error::<Error>();
    is_an_error::<GraphError>();
    is_an_error::<LexiconError>();
    is_an_error::<rapporteur::schema::SchemaError>();
    is_an_error::<rapporteur::resolve::Unresolved>();
}

#[test]
fn an_id_is_a_value() {
    is_an_id::<rapporteur::schema::ActorId>();
    is_an_id::<rapporteur::schema::MeetingId>();
    is_an_id::<rapporteur::schema::RecordId>();
}
