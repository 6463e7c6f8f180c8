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
    let mut lines: BTreeMap<Stroke, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (ends, _) in picture.all_edges() {
        let words = lines.entry(ends.kind.stroke()).or_default();
        words.entry(ends.kind.word()).or_default().extend(status(ends.kind));
    }
    for (stroke, words) in lines {
        let words: Vec<String> = words.iter().map(|(word, statuses)| with_statuses(word, statuses)).collect();
        entries.push(sample_of_line(stroke, "B", &words.join("; ")));
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
    let words = with_statuses(&format!("{} ({shape})", kind.word()), statuses);
    let (line, fill) = (kind.border().word(), kind.fill());
    format!(
        "<TD><TABLE BORDER=\"1\" STYLE=\"{line}\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\" BGCOLOR=\"{fill}\">\
         <TR><TD WIDTH=\"20\" HEIGHT=\"10\" FIXEDSIZE=\"TRUE\"></TD></TR></TABLE></TD>\
         <TD ALIGN=\"LEFT\">{words}</TD>"
    )
}

/// How far the outcome got that an edge leads to.
fn status(kind: EdgeKind) -> Option<String> {
    match kind {
        EdgeKind::Party(status) | EdgeKind::CameOf(status) => Some(word(status)),
        _ => None,
    }
}

/// `party: agreed, signed`.
fn with_statuses<'s>(word: &str, statuses: impl IntoIterator<Item = &'s String>) -> String {
    let statuses: Vec<&str> = statuses.into_iter().map(String::as_str).collect();
    if statuses.is_empty() { word.to_owned() } else { format!("{word}: {}", statuses.join(", ")) }
}

fn sample_of_line(stroke: Stroke, sides: &str, words: &str) -> String {
    let (line, colour, wide) = (stroke.line.word(), stroke.colour, if stroke.is_wide { 2 } else { 1 });
    format!(
        "<TD><TABLE BORDER=\"0\" CELLBORDER=\"{wide}\" CELLSPACING=\"0\" CELLPADDING=\"0\">\
         <TR><TD WIDTH=\"26\" HEIGHT=\"6\" FIXEDSIZE=\"TRUE\" SIDES=\"{sides}\" STYLE=\"{line}\" COLOR=\"{colour}\">\
         </TD></TR></TABLE></TD><TD ALIGN=\"LEFT\">{words}</TD>"
    )
}
