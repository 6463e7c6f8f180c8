//! A picture as GraphML (graphml.graphdrawing.org), for NetworkX, igraph, yEd and Gephi.
//!
//! Node ids are the ids of the records. The schema would have them without the slash; no reader minds it.

use super::picture::{EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Picture, Type, Value, edge_attributes};
use super::xml::Escaped;

/// A picture as GraphML.
pub fn graphml(picture: &Picture) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n",
    );
    for (of, attributes) in [("node", &NODE_ATTRIBUTES[..]), ("edge", &EDGE_ATTRIBUTES[..])] {
        for (name, kind) in attributes {
            let kind = match kind {
                Type::Text => "string",
                Type::Number => "int",
                Type::Flag => "boolean",
            };
            out += &format!(
                "  <key id=\"{of}-{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n"
            );
        }
    }
    let direction = if picture.is_directed() { "directed" } else { "undirected" };
    out += &format!("  <graph id=\"rapporteur\" edgedefault=\"{direction}\">\n");
    for (id, node) in picture.all_nodes() {
        out += &format!("    <node id=\"{}\">\n", Escaped(id));
        data(&mut out, "node", &picture.node_attributes(node));
        out += "    </node>\n";
    }
    for (number, (ends, edge)) in picture.all_edges().enumerate() {
        let (source, target) = (Escaped(&ends.source), Escaped(&ends.target));
        out += &format!("    <edge id=\"e{number}\" source=\"{source}\" target=\"{target}\">\n");
        data(&mut out, "edge", &edge_attributes(ends, edge));
        out += "    </edge>\n";
    }
    out += "  </graph>\n</graphml>\n";
    out
}

fn data(out: &mut String, of: &str, attributes: &[(&str, Value)]) {
    for (name, value) in attributes {
        *out += &format!("      <data key=\"{of}-{name}\">{}</data>\n", Escaped(value.to_string()));
    }
}
