//! Answers as a Markdown table.
//!
//! Invariant: a row is one line, and no text in a cell is taken for markup.

use rapporteur_graph::EvidenceView;

use super::Sheet;

/// What stands beneath a table for one of its rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Footnote {
    /// The row, from 0.
    pub row: usize,
    /// The id of its record: the label, so that footnotes of several answers can stand in one report.
    pub id: String,
    /// The words that prove it.
    pub evidence: Vec<EvidenceView>,
}

/// Rows as a table of GitHub's Markdown, with the footnotes to them.
pub fn markdown(sheet: impl Into<Sheet>, footnotes: &[Footnote]) -> String {
    let sheet = sheet.into();
    let mut out = String::new();
    line(&mut out, sheet.columns.iter().map(|column| (*column).to_owned()));
    line(&mut out, sheet.columns.iter().map(|_| "---".to_owned()));
    for (at, row) in sheet.rows.iter().enumerate() {
        let mut cells: Vec<String> = row.iter().map(|cell| escaped(&cell.joined(", "))).collect();
        if let (Some(note), Some(last)) = (footnotes.iter().find(|note| note.row == at), cells.last_mut()) {
            *last += &format!("[^{}]", label(&note.id));
        }
        line(&mut out, cells.into_iter());
    }
    for note in footnotes {
        out += &format!("\n[^{}]: {}", label(&note.id), pieces(&note.evidence));
    }
    if !footnotes.is_empty() {
        out.push('\n');
    }
    out
}

/// A footnote's label: an id without what would end it.
fn label(id: &str) -> String {
    id.chars().filter(|letter| !matches!(letter, '[' | ']' | '^') && !letter.is_whitespace()).collect()
}

/// `CNN, 2025-05-16: “Fidan met Rubio.” (document/…, bytes 0..15)`, one piece after the other.
fn pieces(evidence: &[EvidenceView]) -> String {
    let piece = |piece: &EvidenceView| {
        let from = [piece.publisher.as_deref(), piece.title.as_deref()].into_iter().flatten().map(escaped);
        let from: Vec<String> = from.chain(piece.published.as_ref().map(ToString::to_string)).collect();
        let words = escaped(piece.span.text.trim());
        let (document, span) = (escaped(piece.document.as_str()), &piece.span);
        format!("{}: “{words}” ({document}, bytes {}..{})", from.join(", "), span.start, span.end)
    };
    evidence.iter().map(piece).collect::<Vec<_>>().join("; ")
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
