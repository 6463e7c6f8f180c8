//! Answers as a Markdown table.
//!
//! Invariant: a row is one line, and no text in a cell is taken for markup.

use super::Row;

/// Rows as a table of GitHub's Markdown.
pub fn markdown<R: Row>(rows: &[R]) -> String {
    let mut out = String::new();
    line(&mut out, R::COLUMNS.iter().map(|column| (*column).to_owned()));
    line(&mut out, R::COLUMNS.iter().map(|_| "---".to_owned()));
    for row in rows {
        line(&mut out, row.cells().iter().map(|cell| escaped(&cell.joined(", "))));
    }
    out
}

fn line(out: &mut String, cells: impl Iterator<Item = String>) {
    for cell in cells {
        out.push_str("| ");
        out.push_str(&cell);
        out.push(' ');
    }
    out.push_str("|\n");
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' => {
                out.push('\\');
                out.push(letter);
            }
            _ if letter.is_control() => out.push(' '),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn markup_is_escaped_and_lines_are_joined() {
        assert_eq!(super::escaped("a|b\n*c* <d>"), "a\\|b \\*c\\* \\<d\\>");
    }
}
