//! The JSON Schemas of the records and of judgements (draft 2020-12), made from the types and their comments.
//!
//! It must not know where the files lie; `examples/write_schemas.rs` writes them to `schemas/`. Invariant:
//! a record that passes [`Record::check`](crate::Record::check) is valid. The schemas cannot tell all that
//! `check` does: a span's length, a date's days, a reference to oneself.

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::{Actor, Document, Judgement, Meeting, Outcome, Place, RecordKind, Statement};

/// Before the file name in every `$id`.
pub const BASE: &str = "https://example.org/rapporteur/schemas/";

/// The schema of a line that holds a record of this kind.
///
/// ```
/// use rapporteur_schema::{RecordKind, json_schema};
/// let schema = json_schema::of_kind(RecordKind::Place);
/// assert_eq!(schema["properties"]["type"]["const"], "place");
/// assert_eq!(schema["additionalProperties"], false);
/// ```
pub fn of_kind(kind: RecordKind) -> Value {
    whole(kind.as_str(), &title(kind), parts(kind))
}

/// A schema of its own, from an object's and the definitions it refers to.
fn whole(stem: &str, title: &str, (mut object, definitions): Parts) -> Value {
    let mut schema = head(&file_name(stem), title);
    if let Some(description) = object.remove("description") {
        schema.insert("description".to_owned(), description);
    }
    schema.append(&mut object);
    schema.insert("$defs".to_owned(), definitions.into());
    schema.into()
}

/// The schema of a line that holds a record of any kind.
pub fn of_record() -> Value {
    let mut schema = head(&file_name("record"), "Record");
    schema.insert("description".to_owned(), "A record of any kind: one line of a JSONL file.".into());
    let alternatives = RecordKind::ALL.map(|kind| json!({"$ref": format!("#/$defs/{}", title(kind))}));
    schema.insert("oneOf".to_owned(), alternatives.to_vec().into());
    let mut all = Map::new();
    for kind in RecordKind::ALL {
        let (object, mut definitions) = parts(kind);
        all.insert(title(kind), object.into());
        all.append(&mut definitions);
    }
    schema.insert("$defs".to_owned(), all.into());
    schema.into()
}

/// The schema of a line that holds a judgement.
pub fn of_judgement() -> Value {
    whole("judgement", "Judgement", form(generate::<Judgement>(), "judgement"))
}

/// Every schema file with its name and its text.
pub fn files() -> Vec<(String, String)> {
    let kinds = RecordKind::ALL.into_iter().map(|kind| (file_name(kind.as_str()), of_kind(kind)));
    // Printing a value with alternatives (`:#`) indents it.
    kinds
        .chain([(file_name("record"), of_record()), (file_name("judgement"), of_judgement())])
        .map(|(name, schema)| (name, format!("{schema:#}\n")))
        .collect()
}

fn file_name(stem: &str) -> String {
    format!("{stem}.schema.json")
}

/// A kind as a title, which is also the name of its type.
fn title(kind: RecordKind) -> String {
    let (first, rest) = kind.as_str().split_at(1);
    first.to_uppercase() + rest
}

fn head(file_name: &str, title: &str) -> Map<String, Value> {
    Map::from_iter([
        ("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into()),
        ("$id".to_owned(), format!("{BASE}{file_name}").into()),
        ("title".to_owned(), title.into()),
    ])
}

/// The schema of a kind's object, with `type` as its first property, and the definitions it refers to.
fn parts(kind: RecordKind) -> Parts {
    let schema = match kind {
        RecordKind::Document => generate::<Document>(),
        RecordKind::Actor => generate::<Actor>(),
        RecordKind::Place => generate::<Place>(),
        RecordKind::Meeting => generate::<Meeting>(),
        RecordKind::Statement => generate::<Statement>(),
        RecordKind::Outcome => generate::<Outcome>(),
    };
    form(schema, kind.as_str())
}

/// An object's schema, and the definitions it refers to.
type Parts = (Map<String, Value>, Map<String, Value>);

/// What schemars makes of a type, in the form of the contract: with `type` as its first property.
fn form(mut schema: Schema, kind: &str) -> Parts {
    RecursiveTransform(forbid_null).transform(&mut schema);
    let object = schema.ensure_object();
    for unwanted in ["$schema", "title"] {
        object.remove(unwanted);
    }
    let definitions = match object.remove("$defs") {
        Some(Value::Object(definitions)) => definitions,
        _ => Map::new(),
    };
    if let Some(Value::Object(properties)) = object.get_mut("properties") {
        let mut with_type = Map::from_iter([("type".to_owned(), json!({"const": kind}))]);
        with_type.append(properties);
        *properties = with_type;
    }
    if let Some(Value::Array(required)) = object.get_mut("required") {
        required.insert(0, "type".into());
    }
    (std::mem::take(object), definitions)
}

fn generate<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>()
}

/// Takes back the `null` that schemars grants optional fields: the contract leaves them out.
fn forbid_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else { return };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            object.insert("type".to_owned(), only);
        }
    }
    if object.get("default").is_some_and(Value::is_null) {
        object.remove("default");
    }
    if let Some(Value::Array(alternatives)) = object.get_mut("anyOf") {
        alternatives.retain(|alternative| alternative["type"] != "null");
        if let [Value::Object(only)] = alternatives.as_mut_slice() {
            let mut only = std::mem::take(only);
            object.remove("anyOf");
            object.append(&mut only);
        }
    }
}
