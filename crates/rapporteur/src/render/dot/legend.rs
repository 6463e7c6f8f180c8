//! The legend: what of the shapes and lines is in the picture, as a table below it, where it covers nothing
//! whatever the engine.
//!
//! Its colours are taken from the styles that the picture is drawn in, so that the two cannot differ.

use std::collections::{BTreeMap, BTreeSet};

use super::style;
use crate::render::picture::{DISPUTED, EdgeKind, Line, NodeKind, Picture, Stroke};
use crate::render::word::word;

/// Entries side by side.
const COLUMNS: usize = 4;

pub(super) fn legend(out: &mut String, picture: &Picture) {
    // What is drawn the same is told once, the kinds in their order.
    let mut nodes: BTreeMap<(NodeKind, &str, Line), Vec<String>> = BTreeMap::new();
    for kind in picture.all_nodes().map(|(_, node)| node.kind).collect::<BTreeSet<_>>() {
        let same = nodes.keys().copied().find(|(of, fill, border)| {
            (style::shape(*of), *fill, *border) == (style::shape(kind), kind.fill(), kind.border())
        });
        let statuses = nodes.entry(same.unwrap_or((kind, kind.fill(), kind.border()))).or_default();
        // The act of a statement is written on it and drawn no otherwise.
        if !matches!(kind, NodeKind::Statement(_)) {
            statuses.extend(kind.status());
        }
    }
    let mut entries: Vec<String> =
        nodes.iter().map(|((kind, ..), statuses)| sample_of_node(*kind, statuses)).collect();
    let mut lines: BTreeMap<Stroke, BTreeSet<String>> = BTreeMap::new();
    for (ends, _) in picture.all_edges() {
        lines.entry(ends.kind.stroke()).or_default().insert(edge_word(ends.kind));
    }
    for (stroke, words) in lines {
        entries.push(sample_of_line(stroke, "B", &words.into_iter().collect::<Vec<_>>().join(", ")));
    }
    if picture.all_edges().any(|(_, edge)| edge.is_disputed)
        || picture.all_nodes().any(|(_, node)| !node.disputed.is_empty())
    {
        let stroke = Stroke { line: Line::Solid, colour: DISPUTED, is_wide: true };
        entries.push(sample_of_line(stroke, "TB", "disputed"));
    }
    if picture.all_edges().any(|(_, edge)| edge.records.len() > 1) {
        entries.push("<TD></TD><TD ALIGN=\"LEFT\">the wider, the more meetings</TD>".to_owned());
    }
    *out += "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"1\">";
    *out += &format!("<TR><TD COLSPAN=\"{}\" ALIGN=\"LEFT\"><B>Legend</B></TD></TR>", COLUMNS * 2);
    for row in entries.chunks(COLUMNS) {
        *out += &format!("\n      <TR>{}</TR>", row.concat());
    }
    *out += "</TABLE>";
}

/// `state (house)`, `meeting (hexagon): held`. Table cells have no shapes, so that words say which it is.
fn sample_of_node(kind: NodeKind, statuses: &[String]) -> String {
    let shape = style::shape(kind);
    let statuses = if statuses.is_empty() { String::new() } else { format!(": {}", statuses.join(", ")) };
    let (line, fill) = (kind.border().word(), kind.fill());
    format!(
        "<TD><TABLE BORDER=\"1\" STYLE=\"{line}\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" BGCOLOR=\"{fill}\">\
         <TR><TD WIDTH=\"20\" HEIGHT=\"10\" FIXEDSIZE=\"TRUE\"></TD></TR></TABLE></TD>\
         <TD ALIGN=\"LEFT\">{} ({shape}){statuses}</TD>",
        kind.word()
    )
}

fn edge_word(kind: EdgeKind) -> String {
    match kind {
        EdgeKind::Party(status) => format!("party, {}", word(status)),
        EdgeKind::CameOf(status) => format!("came of it, {}", word(status)),
        _ => kind.word(),
    }
}

fn sample_of_line(stroke: Stroke, sides: &str, words: &str) -> String {
    let (line, colour, wide) = (stroke.line.word(), stroke.colour, if stroke.is_wide { 2 } else { 1 });
    format!(
        "<TD><TABLE BORDER=\"0\" CELLBORDER=\"{wide}\" CELLSPACING=\"0\" CELLPADDING=\"0\">\
         <TR><TD WIDTH=\"26\" HEIGHT=\"6\" FIXEDSIZE=\"TRUE\" SIDES=\"{sides}\" STYLE=\"{line}\" COLOR=\"{colour}\">\
         </TD></TR></TABLE></TD><TD ALIGN=\"LEFT\">{words}</TD>"
    )
}
