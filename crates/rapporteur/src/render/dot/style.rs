//! The attributes by which Graphviz draws kinds of nodes and edges.

use rapporteur_schema::{ActorKind, MeetingStatus};

use super::layout::Layout;
use crate::render::picture::{DISPUTED, Edge, EdgeKind, NodeKind};

/// The border of a group.
pub(super) const GROUP: &str =
    r##"style="rounded,filled" color="#999999" fillcolor="#F4F4F4" fontsize=13 labelloc=t labeljust=l"##;

/// The border of those in no group: none.
pub(super) const REST: &str = "style=invis";

/// A node's shape.
pub(super) const fn shape(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Actor(Some(ActorKind::Person)) => "ellipse",
        NodeKind::Actor(Some(ActorKind::State)) => "house",
        NodeKind::Actor(Some(ActorKind::Organization)) => "component",
        NodeKind::Actor(Some(ActorKind::Delegation)) => "tab",
        NodeKind::Actor(Some(ActorKind::Unnamed) | None) => "egg",
        NodeKind::Meeting(_) => "hexagon",
        NodeKind::Outcome(_) => "note",
        NodeKind::Statement(_) | NodeKind::Other => "box",
    }
}

/// A node's shape, its border by status.
pub(super) fn node(kind: NodeKind, is_disputed: bool) -> String {
    let border = match kind {
        NodeKind::Meeting(Some(MeetingStatus::Ongoing)) => "bold",
        NodeKind::Statement(_) => "rounded",
        _ => kind.border().word(),
    };
    let twice = match kind {
        NodeKind::Meeting(Some(MeetingStatus::Cancelled | MeetingStatus::Denied)) => " peripheries=2",
        _ => "",
    };
    let disputed = if is_disputed { format!(" color=\"{DISPUTED}\" penwidth=3") } else { String::new() };
    format!("shape={}{twice} style=\"filled,{border}\" fillcolor=\"{}\"{disputed}", shape(kind), kind.fill())
}

/// An edge's line; one that is disputed is two, so that colour does not tell it alone.
pub(super) fn edge(kind: EdgeKind, edge: &Edge, layout: &Layout) -> String {
    let stroke = kind.stroke();
    let colour = if edge.is_disputed {
        format!("{DISPUTED}:{DISPUTED}")
    } else {
        format!("{}{}", stroke.colour, layout.opacity(stroke.line))
    };
    let width = width(edge.weight()).max(if stroke.is_wide { 2.0 } else { 1.0 });
    let width = if width > 1.0 { format!(" penwidth={width:.1}") } else { String::new() };
    let arrow = if kind.is_directed() { " dir=forward arrowsize=0.7" } else { "" };
    format!("style={} color=\"{colour}\"{width}{arrow}", stroke.line.word())
}

/// How wide an edge is that stands for so many meetings, in points: 1 for one, 2.5 for four, 4 for nine, and
/// never a bar.
fn width(meetings: usize) -> f64 {
    (1.5 * f64::from(u32::try_from(meetings).unwrap_or(u32::MAX)).sqrt() - 0.5).min(8.0)
}
