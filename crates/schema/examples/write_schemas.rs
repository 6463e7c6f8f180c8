//! Writes the JSON Schemas of the records to the folder named, else to `schemas/` of the workspace.
//!
//! ```sh
//! cargo run -p rapporteur-schema --example write_schemas
//! ```

use std::path::PathBuf;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let workspace = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas");
    let folder = env::args_os().nth(1).map_or_else(|| PathBuf::from(workspace), PathBuf::from);
    fs::create_dir_all(&folder)?;
    for (name, text) in rapporteur_schema::json_schema::files() {
        fs::write(folder.join(name), text)?;
    }
    Ok(())
}
