//! A picture as a Mermaid flowchart, for pages in Markdown.
//!
//! Mermaid draws no more than 500 edges unless a page allows it more. Invariant: no name ends its label or is
//! read as markup.

use std::collections::BTreeMap;

use rapporteur_schema::ActorKind;

use super::picture::{DISPUTED, Edge, EdgeKind, Ends, Line, Node, NodeKind, Picture};

/// Letters of a line of a label; the rest is left to `show`.
const LONG: usize = 60;

/// A picture as a Mermaid flowchart.
pub fn mermaid(picture: &Picture) -> String {
    // Groups and edges name only nodes that are in the picture, so that each has its number.
    let numbers: BTreeMap<&str, usize> =
        picture.all_nodes().enumerate().map(|(number, (id, _))| (id, number)).collect();
    let mut out = String::from("flowchart LR\n");
    let mut looks: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, (_, node)) in picture.all_nodes().enumerate() {
        out += &format!("  n{number}{}\n", shape(node));
        looks.entry(look(node)).or_default().push(format!("n{number}"));
    }
    for (number, (group, ids)) in picture.groups().into_iter().enumerate() {
        out += &format!("  subgraph g{number} [{}]\n", Quoted(&[&group]));
        for id in ids {
            out += &format!("    n{}\n", numbers[id]);
        }
        out += "  end\n";
    }
    let mut strokes: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (number, (ends, edge)) in picture.all_edges().enumerate() {
        let line = if ends.kind.is_directed() { "-->" } else { "---" };
        let (source, target) = (numbers[ends.source.as_str()], numbers[ends.target.as_str()]);
        out += &format!("  n{source} {line}{} n{target}\n", words(ends, edge));
        strokes.entry(stroke(ends.kind, edge)).or_default().push(number.to_string());
    }
    for (number, (look, nodes)) in looks.iter().enumerate() {
        out += &format!("  classDef c{number} {look}\n  class {} c{number}\n", nodes.join(","));
    }
    for (stroke, edges) in &strokes {
        out += &format!("  linkStyle {} {stroke}\n", edges.join(","));
    }
    out
}

fn shape(node: &Node) -> String {
    let mut lines = vec![node.name.as_str()];
    lines.extend(node.details.iter().map(String::as_str));
    let label = Quoted(&lines);
    match node.kind {
        NodeKind::Actor(Some(ActorKind::Person)) => format!("([{label}])"),
        NodeKind::Actor(Some(ActorKind::State)) => format!("[/{label}\\]"),
        NodeKind::Actor(Some(ActorKind::Organization)) => format!("[[{label}]]"),
        NodeKind::Actor(_) => format!("({label})"),
        NodeKind::Meeting(_) => format!("{{{{{label}}}}}"),
        NodeKind::Outcome(_) | NodeKind::Other => format!("[{label}]"),
        NodeKind::Statement(_) => format!(">{label}]"),
    }
}

fn look(node: &Node) -> String {
    let stroke = if node.disputed.is_empty() { "#333333" } else { DISPUTED };
    format!("fill:{},stroke:{stroke},color:#000000{}", node.kind.fill(), dashes(node.kind.border()))
}

fn stroke(kind: EdgeKind, edge: &Edge) -> String {
    let stroke = kind.stroke();
    let colour = if edge.is_disputed { DISPUTED } else { stroke.colour };
    let width = if stroke.is_wide { 2 } else { 1 }.max(edge.weight().isqrt().min(8));
    format!("stroke:{colour},stroke-width:{width}px{}", dashes(stroke.line))
}

const fn dashes(line: Line) -> &'static str {
    match line {
        Line::Solid => "",
        Line::Dashed => ",stroke-dasharray:6 4",
        Line::Dotted => ",stroke-dasharray:1 4",
    }
}

/// What is written beside an edge: what its line does not tell already.
fn words(ends: &Ends, edge: &Edge) -> String {
    let words = ends.words(edge);
    if words.is_empty() { String::new() } else { format!("|{}|", Quoted(&[&words.join(", ")])) }
}

/// Lines as one quoted label.
struct Quoted<'a>(&'a [&'a str]);

impl std::fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("\"")?;
        for (number, line) in self.0.iter().enumerate() {
            if number > 0 {
                f.write_str("<br/>")?;
            }
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            for letter in line.chars().take(LONG) {
                match letter {
                    // Whatever could be markup, Markdown or the end of the label goes by its number.
                    _ if letter.is_control() => f.write_str(" ")?,
                    _ if letter.is_ascii_punctuation() && !".,:-'()/".contains(letter) => {
                        write!(f, "#{};", u32::from(letter))?;
                    }
                    _ => write!(f, "{letter}")?,
                }
            }
            if line.chars().count() > LONG {
                f.write_str("…")?;
            }
        }
        f.write_str("\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_its_label() {
        let label = Quoted(&["a \"b\"] --> c", "`d` #35; <b>"]).to_string();
        assert_eq!(label, "\"a #34;b#34;#93; --#62; c<br/>#96;d#96; #35;35#59; #60;b#62;\"");
    }
}
