//! A picture's edges as CSV (RFC 4180), one a line, safe to open in a spreadsheet.

use ::csv::{Terminator, WriterBuilder};

use super::csv::guarded;
use super::picture::{EDGE_ATTRIBUTES, Picture, edge_attributes};
use crate::Error;

/// A picture's edges: both ends by id and by name, then the attributes of the edge. Nodes that nothing joins
/// are not in it.
///
/// # Errors
/// [`Error::Render`], which writing to memory does not lead to.
pub fn edge_list(picture: &Picture) -> Result<String, Error> {
    let failed = |error: String| Error::Render(error);
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    let attributes = EDGE_ATTRIBUTES.iter().map(|(name, _)| *name);
    let columns = ["source", "target", "source_name", "target_name"].into_iter().chain(attributes);
    writer.write_record(columns).map_err(|error| failed(error.to_string()))?;
    for (ends, edge) in picture.all_edges() {
        let names = [picture.name(&ends.source), picture.name(&ends.target)];
        let mut cells = vec![ends.source.clone(), ends.target.clone()];
        cells.extend(names.map(str::to_owned));
        let values = edge_attributes(ends, edge);
        cells.extend(EDGE_ATTRIBUTES.iter().map(|(name, _)| {
            let value = values.iter().find(|(of, _)| of == name);
            value.map(|(_, value)| value.to_string()).unwrap_or_default()
        }));
        writer.write_record(cells.into_iter().map(guarded)).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}
