//! Graphviz, which draws pictures where it is installed.
//!
//! It must not know what is drawn. Invariant: a file is written whole, or not at all.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::Failure;

/// What is drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Image {
    Svg,
    Png,
}

/// Draws a picture in the DOT language into a file.
pub(crate) fn draw(dot: &str, image: Image, file: &Path) -> Result<(), Failure> {
    let format = match image {
        Image::Svg => "-Tsvg",
        Image::Png => "-Tpng",
    };
    let child = Command::new("dot")
        .arg(format)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Failure::NoGraphviz),
        Err(error) => return Err(Failure::Graphviz(error.to_string())),
    };
    // It reads everything before it draws. Where it stops reading, what it says tells why.
    let written = child.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(dot.as_bytes()));
    let drawn = child.wait_with_output().map_err(|error| Failure::Graphviz(error.to_string()))?;
    if !drawn.status.success() {
        return Err(Failure::Graphviz(String::from_utf8_lossy(&drawn.stderr).trim().to_owned()));
    }
    written.map_err(|error| Failure::Graphviz(error.to_string()))?;
    std::fs::write(file, drawn.stdout).map_err(|error| Failure::input(file, error))
}
