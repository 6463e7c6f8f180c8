//! A picture for Graphviz, in the DOT language.
//!
//! Shapes tell the kinds of nodes apart and lines those of edges, never colour alone; the colours are those of
//! Okabe and Ito, which the colour-blind can tell apart. Invariant: Graphviz accepts every name.

mod layout;
mod legend;
mod quote;
mod style;

use std::fmt::Write;

use self::layout::Layout;
use self::quote::{Label, Quoted, label, url};
use super::picture::{Edge, Ends, Node, NodeKind, Picture};

/// Ids in the tooltip of an edge; the rest are counted.
const SHOWN: usize = 5;

/// A picture in the DOT language. It says itself by which of Graphviz's engines it is to be laid out, so that
/// `dot` draws every one.
pub fn dot(picture: &Picture) -> String {
    let layout = Layout::of(picture);
    let mut out = String::from("graph rapporteur {\n");
    out += &format!("  graph [charset=\"UTF-8\" fontname=\"Helvetica\" {}", layout.graph());
    out += "\n    labelloc=b labeljust=l fontsize=11 label=<";
    legend::legend(&mut out, picture);
    out += ">];\n";
    out += &format!(
        "  node [fontname=\"Helvetica\" fontsize=11 style=filled fillcolor=white{}];\n",
        layout.node()
    );
    out += "  edge [fontname=\"Helvetica\" fontsize=9];\n";
    groups(&mut out, picture, &layout);
    for (id, node) in picture.all_nodes() {
        out += &node_line(id, node, &layout);
    }
    for (ends, edge) in picture.all_edges() {
        out += &edge_line(picture, ends, edge, &layout);
    }
    out += "}\n";
    out
}

fn groups(out: &mut String, picture: &Picture, layout: &Layout) {
    let mut groups: Vec<(String, Vec<&str>)> = picture.groups().into_iter().collect();
    if layout.has_rest() {
        let rest = picture.all_nodes().filter(|(_, node)| picture.group(node).is_none());
        groups.push((String::new(), rest.map(|(id, _)| id).collect()));
    }
    for (number, (group, ids)) in groups.iter().enumerate().filter(|(_, (_, ids))| !ids.is_empty()) {
        let style = if group.is_empty() { style::REST } else { style::GROUP };
        let (block, label) = (layout.block(ids.len()), label(&[group], 40, 2));
        *out += &format!("  subgraph cluster_{number} {{\n    {block}{style} label={label};\n");
        for id in ids {
            *out += &format!("    {};\n", Quoted(id));
        }
        *out += "  }\n";
    }
}

fn node_line(id: &str, node: &Node, layout: &Layout) -> String {
    let mut lines = vec![node.name.clone()];
    lines.extend(node.details.iter().cloned());
    let is_disputed = !node.disputed.is_empty();
    let style = style::node(node.kind, is_disputed);
    if is_disputed {
        lines.push(format!("disputed: {}", node.disputed.iter().copied().collect::<Vec<_>>().join(", ")));
    }
    // A name is never cut in a picture that shows little else.
    let high = if matches!(node.kind, NodeKind::Actor(_)) { 4 } else { layout.lines() };
    let label = label(&lines, layout.letters(), high);
    let tooltip = Label::whole(&[id, &lines.join(", ")]);
    format!("  {} [label={label} {style} tooltip={tooltip} URL={}];\n", Quoted(id), Quoted(&url(id)))
}

fn edge_line(picture: &Picture, ends: &Ends, edge: &Edge, layout: &Layout) -> String {
    let (source, target) = (&ends.source, &ends.target);
    let style = style::edge(ends.kind, edge, layout);
    let mut out = format!("  {} -- {} [{style}", Quoted(source), Quoted(target));
    let words = ends.words(edge);
    if layout.has_edge_labels() && !words.is_empty() {
        out += &format!(" label={}", label(&[&words.join(", ")], 16, 3));
    }
    let names = format!("{} – {}: {}", picture.name(source), picture.name(target), ends.kind.word());
    let ids = edge.records.iter().take(SHOWN).map(String::as_str);
    let mut lines: Vec<&str> = vec![&names];
    lines.extend(ids);
    let more = format!("and {} more", edge.records.len().saturating_sub(SHOWN));
    if edge.records.len() > SHOWN {
        lines.push(&more);
    }
    // A tooltip on the label of an edge is another than that on its line.
    let tooltip = Label::whole(&lines);
    let _ = write!(out, " tooltip={tooltip} labeltooltip={tooltip}");
    if let Some(record) = edge.records.first().filter(|_| edge.records.len() == 1) {
        let _ = write!(out, " URL={}", Quoted(&url(record)));
    }
    out += "];\n";
    out
}
