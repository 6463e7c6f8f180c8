//! A picture as the JSON of Cytoscape and Cytoscape.js: groups are parents of the nodes in them.

use serde_json::{Map, Value as Json, json};

use super::picture::{Picture, Value, edge_attributes};
use crate::Error;

/// A picture as Cytoscape JSON. `value` is the id once more, as NetworkX wants it.
///
/// # Errors
/// [`Error::Render`], which no picture of ours leads to.
pub fn cytoscape(picture: &Picture) -> Result<String, Error> {
    let mut nodes = Vec::new();
    for group in picture.groups().into_keys() {
        let id = group_id(&group);
        nodes.push(json!({"data": {"id": id, "value": id, "name": group, "kind": "group"}}));
    }
    for (id, node) in picture.all_nodes() {
        let mut data = data(&picture.node_attributes(node));
        data.insert("id".to_owned(), id.into());
        data.insert("value".to_owned(), id.into());
        if let Some(group) = picture.group(node) {
            data.insert("parent".to_owned(), group_id(&group).into());
        }
        nodes.push(json!({"data": data}));
    }
    let edges: Vec<Json> = picture
        .all_edges()
        .enumerate()
        .map(|(number, (ends, edge))| {
            let mut data = data(&edge_attributes(ends, edge));
            data.insert("id".to_owned(), format!("e{number}").into());
            data.insert("source".to_owned(), ends.source.as_str().into());
            data.insert("target".to_owned(), ends.target.as_str().into());
            data.insert("weight".to_owned(), edge.weight().into());
            json!({"data": data})
        })
        .collect();
    let all = json!({
        "data": {"name": "rapporteur"},
        "directed": picture.is_directed(),
        "multigraph": true,
        "elements": {"nodes": nodes, "edges": edges},
    });
    serde_json::to_string_pretty(&all)
        .map(|text| text + "\n")
        .map_err(|error| Error::Render(error.to_string()))
}

/// No id of a record has a colon before its slash, so that groups and nodes do not meet.
fn group_id(group: &str) -> String {
    format!("group:{group}")
}

fn data(attributes: &[(&str, Value)]) -> Map<String, Json> {
    let json = |value: &Value| match value {
        Value::Text(text) => Json::from(text.as_str()),
        Value::Number(number) => Json::from(*number),
        Value::Flag(flag) => Json::from(*flag),
    };
    attributes.iter().map(|(name, value)| ((*name).to_owned(), json(value))).collect()
}
