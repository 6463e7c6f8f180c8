//! A picture's edges as CSV (RFC 4180), one a line, safe to open in a spreadsheet.

use super::csv::written;
use super::picture::{EDGE_ATTRIBUTES, Edge, Ends, Picture, edge_attributes};
use crate::Error;

/// A picture's edges: both ends by id and by name, then the attributes of the edge. Nodes that nothing joins
/// are not in it.
///
/// # Errors
/// [`Error::Render`], which writing to memory does not lead to.
pub fn edge_list(picture: &Picture) -> Result<String, Error> {
    let attributes = EDGE_ATTRIBUTES.iter().map(|(name, _)| *name);
    let columns = ["source", "target", "source_name", "target_name"].into_iter().chain(attributes);
    let cells = |(ends, edge): (&Ends, &Edge)| {
        let (source, target) = (ends.source.as_str(), ends.target.as_str());
        let mut cells =
            [source, target, picture.name(source), picture.name(target)].map(str::to_owned).to_vec();
        let values = edge_attributes(ends, edge);
        cells.extend(EDGE_ATTRIBUTES.iter().map(|(name, _)| {
            let value = values.iter().find(|(of, _)| of == name);
            value.map(|(_, value)| value.to_string()).unwrap_or_default()
        }));
        cells
    };
    written(columns, picture.all_edges().map(cells))
}
