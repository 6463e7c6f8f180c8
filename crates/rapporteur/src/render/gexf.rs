//! A picture as GEXF 1.3 (gexf.net), with time, for Gephi: its timeline shows who met when.
//!
//! A date is as long as it can be: `2025-05` is there all of May. Invariant: it is valid by the schema.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rapporteur_schema::Edtf;

use super::picture::{EDGE_ATTRIBUTES, NODE_ATTRIBUTES, Picture, Type, Value, edge_attributes};
use super::xml::Escaped;

/// A picture as GEXF, every node and edge with the days on which it was. What has no date is always there.
pub fn gexf(picture: &Picture) -> String {
    let direction = if picture.is_directed() { "directed" } else { "undirected" };
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out += "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  <meta>\n    <creator>rapporteur</creator>\n  </meta>\n";
    out += &format!(
        "  <graph mode=\"dynamic\" defaultedgetype=\"{direction}\" idtype=\"string\" timeformat=\"date\" timerepresentation=\"interval\">\n"
    );
    declare(&mut out, "node", &NODE_ATTRIBUTES);
    declare(&mut out, "edge", &EDGE_ATTRIBUTES);
    out += &format!("    <nodes count=\"{}\">\n", picture.nodes());
    for (id, node) in picture.all_nodes() {
        out += &format!("      <node id=\"{}\" label=\"{}\">\n", Escaped(id), Escaped(&node.name));
        values(&mut out, "node", &picture.node_attributes(node));
        spells(&mut out, &node.days);
        out += "      </node>\n";
    }
    out += &format!("    </nodes>\n    <edges count=\"{}\">\n", picture.edges());
    for (number, (ends, edge)) in picture.all_edges().enumerate() {
        out += &format!(
            "      <edge id=\"e{number}\" source=\"{}\" target=\"{}\" label=\"{}\" kind=\"{}\" weight=\"{}\">\n",
            Escaped(&ends.source),
            Escaped(&ends.target),
            Escaped(ends.kind.word()),
            Escaped(ends.kind.word()),
            edge.weight(),
        );
        values(&mut out, "edge", &edge_attributes(ends, edge));
        spells(&mut out, &edge.days);
        out += "      </edge>\n";
    }
    out += "    </edges>\n  </graph>\n</gexf>\n";
    out
}

fn declare(out: &mut String, class: &str, attributes: &[(&str, Type)]) {
    *out += &format!("    <attributes class=\"{class}\">\n");
    for (name, kind) in attributes {
        let kind = match kind {
            Type::Text => "string",
            Type::Number => "integer",
            Type::Flag => "boolean",
        };
        *out += &format!("      <attribute id=\"{class}-{name}\" title=\"{name}\" type=\"{kind}\"/>\n");
    }
    *out += "    </attributes>\n";
}

fn values(out: &mut String, class: &str, attributes: &[(&str, Value)]) {
    *out += "        <attvalues>\n";
    for (name, value) in attributes {
        let value = value.to_string();
        *out += &format!("          <attvalue for=\"{class}-{name}\" value=\"{}\"/>\n", Escaped(value));
    }
    *out += "        </attvalues>\n";
}

/// The time in which something was; an end that is open is left out.
fn spells(out: &mut String, days: &BTreeSet<Edtf>) {
    let spells: BTreeSet<(Option<Date>, Option<Date>)> = days
        .iter()
        .map(|when| (written(when.first_day()), written(when.last_day())))
        .filter(|(first, last)| first.is_some() || last.is_some())
        .collect();
    if spells.is_empty() {
        return;
    }
    *out += "        <spells>\n";
    for (first, last) in spells {
        let first = first.map(|day| format!(" start=\"{day}\"")).unwrap_or_default();
        let last = last.map(|day| format!(" end=\"{day}\"")).unwrap_or_default();
        *out += &format!("          <spell{first}{last}/>\n");
    }
    *out += "        </spells>\n";
}

/// A day that XML Schema can write and that is no end of the calendar: those stand for an open end.
fn written(day: Date) -> Option<Date> {
    (day.year() > 0 && day < Date::MAX).then_some(day)
}
