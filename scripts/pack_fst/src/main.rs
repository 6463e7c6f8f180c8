//! Reads `key TAB number` lines from stdin, sorted by the bytes of the key, and writes an fst map
//! to the file named as the only argument. Lines without a number make a set.

use std::error::Error;
use std::fs::File;
use std::io::{self, BufRead, BufWriter, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: pack_fst FILE < sorted lines")?;
    let mut map = fst::MapBuilder::new(BufWriter::new(File::create(&path)?))?;
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (key, value) = match line.split_once('\t') {
            Some((key, value)) => (key, value.parse()?),
            None => (line.as_str(), 0),
        };
        map.insert(key, value)?;
    }
    map.into_inner()?.flush()?;
    Ok(())
}
