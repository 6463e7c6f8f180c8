//! The page on the records, made of `schemas/*.json`: a table of fields for each kind, and what its words mean.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::{docs, holds};

/// In the order in which a reader meets them.
const KINDS: [&str; 6] = ["document", "actor", "place", "meeting", "statement", "outcome"];

const HEAD: &str = "# The records

What `export` and `extract` print and `import` reads: JSON Lines, an object a line. Fields with a star must be there; an
absent one is left out. [data-model.md](../data-model.md) tells what they mean together, and
[schemas/README.md](../../schemas/README.md) how to check records of your own.

This page is made of the files in `schemas/`; see [the documentation](../README.md#what-is-generated).
";

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_default()
}

/// What a value may be, in a word or two; a definition by its name.
fn shape(schema: &Value) -> String {
    if let Some(name) = text(schema, "$ref").strip_prefix("#/$defs/") {
        return name.to_owned();
    }
    match (text(schema, "type"), &schema["const"]) {
        (_, Value::String(word)) => format!("`{word}`"),
        ("array", _) => format!("list of {}", shape(&schema["items"])),
        (kind, _) => kind.to_owned(),
    }
}

/// A cell of a table: no line ends and no bars.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

fn fields(schema: &Value) -> String {
    let required: BTreeSet<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut table = "| field | value | |\n|---|---|---|\n".to_owned();
    for (name, field) in schema["properties"].as_object().unwrap() {
        let star = if required.contains(name.as_str()) { "\\*" } else { "" };
        table += &format!("| `{name}`{star} | {} | {} |\n", shape(field), cell(text(field, "description")));
    }
    table
}

/// The words of a vocabulary with their meanings; codes alone where the schema has no more.
fn words(schema: &Value) -> Option<String> {
    if let Some(words) = schema["oneOf"].as_array() {
        let word =
            |word: &Value| format!("| `{}` | {} |\n", text(word, "const"), cell(text(word, "description")));
        return Some(format!("| word | |\n|---|---|\n{}", words.iter().map(word).collect::<String>()));
    }
    let codes: Vec<String> =
        schema["enum"].as_array()?.iter().filter_map(Value::as_str).map(|code| format!("`{code}`")).collect();
    match codes.len() {
        0..=40 => Some(format!("{}.\n", codes.join(", "))),
        many => Some(format!(
            "One of {many} codes, `{}` to `{}`.\n",
            codes[0].trim_matches('`'),
            codes[many - 1].trim_matches('`')
        )),
    }
}

fn definition(schema: &Value) -> String {
    match (words(schema), schema["properties"].is_object(), text(schema, "pattern")) {
        (Some(words), ..) => words,
        (None, true, _) => fields(schema),
        (None, false, "") => String::new(),
        (None, false, pattern) => format!("```text\n{pattern}\n```\n"),
    }
}

#[test]
fn the_page_on_the_records_is_made_of_the_schemas() {
    let mut page = HEAD.to_owned();
    let mut definitions: Vec<(String, Value)> = Vec::new();
    for kind in KINDS {
        let file = docs().join(format!("../schemas/{kind}.schema.json"));
        let schema: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        page += &format!("\n## {kind}\n\n{}\n\n{}", text(&schema, "description"), fields(&schema));
        for (name, definition) in schema["$defs"].as_object().unwrap() {
            if definitions.iter().all(|(other, _)| other != name) {
                definitions.push((name.clone(), definition.clone()));
            }
        }
    }
    definitions.sort_by(|one, other| one.0.cmp(&other.0));
    page += "\n## Values\n";
    for (name, schema) in &definitions {
        page += &format!("\n### {name}\n\n{}\n", text(schema, "description"));
        let more = definition(schema);
        if !more.is_empty() {
            page += &format!("\n{more}");
        }
    }
    holds(&docs().join("reference/records.md"), &page);
}
