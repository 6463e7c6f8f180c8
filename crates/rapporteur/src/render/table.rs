//! Answers as a table for a terminal.
//!
//! Invariant: no line is wider than the width given, as far as the ids let it (an id is never broken, so
//! that it can be copied), and no text can move the cursor.

use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

use super::Sheet;

/// Columns between two columns.
const GAP: usize = 2;
/// As narrow as a column of text may be made before the id goes on a line of its own.
const NARROW: usize = 16;
/// The width where none is given: as wide as the text is.
const UNBOUNDED: usize = usize::MAX / 4;

/// Rows as a table, fitted to a width where one is given: `table(&rows, Some(80))`. Columns without any content are left out.
pub fn table(sheet: impl Into<Sheet>, width: Option<usize>) -> String {
    let sheet = sheet.into();
    let width = width.unwrap_or(UNBOUNDED).max(20);
    let cells: Vec<Vec<String>> =
        sheet.rows.iter().map(|row| row.iter().map(|cell| plain(&cell.joined(", "))).collect()).collect();
    let headings = &sheet.columns;
    let used: Vec<usize> = (0..headings.len())
        .filter(|&column| cells.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty())))
        .collect();
    let (id, columns) = match used.split_last() {
        None => return String::new(),
        Some((&id, columns)) if sheet.ends_in_id && !columns.is_empty() => (Some(id), columns),
        Some(_) => (None, used.as_slice()),
    };
    let natural: Vec<usize> =
        columns.iter().map(|&column| widest(headings[column], &cells, column)).collect();
    let id_width = id.map_or(0, |id| widest(headings[id], &cells, id));

    let gaps = GAP * columns.len().saturating_sub(1);
    let least: usize = natural.iter().map(|&wide| wide.min(NARROW)).sum::<usize>() + gaps;
    let beside = id.filter(|_| least + GAP + id_width <= width);
    let beneath = id.filter(|_| beside.is_none());
    let room = if beside.is_some() { width - GAP - id_width } else { width };
    let widths = fitted(&natural, room.saturating_sub(gaps));

    let mut out = String::new();
    let shown: Vec<&str> = columns.iter().map(|&column| headings[column]).collect();
    lines(&mut out, &shown, &widths, beside.map(|id| headings[id]));
    let id_rule = "─".repeat(id_width);
    let rules: Vec<String> = widths.iter().map(|&wide| "─".repeat(wide)).collect();
    let rules: Vec<&str> = rules.iter().map(String::as_str).collect();
    lines(&mut out, &rules, &widths, beside.map(|_| id_rule.as_str()));
    for row in &cells {
        let texts: Vec<&str> = columns.iter().map(|&column| row[column].as_str()).collect();
        lines(&mut out, &texts, &widths, beside.map(|id| row[id].as_str()));
        if let Some(id) = beneath {
            out.push_str(&row[id]);
            out.push_str("\n\n");
        }
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn widest(heading: &str, cells: &[Vec<String>], column: usize) -> usize {
    cells.iter().map(|row| row[column].width()).max().unwrap_or(0).max(heading.width())
}

/// Widths that fit into the room: narrow columns keep theirs, the others share what is left.
fn fitted(natural: &[usize], room: usize) -> Vec<usize> {
    let mut sorted = natural.to_vec();
    sorted.sort_unstable();
    let mut left = room;
    let mut cap = usize::MAX;
    for (rank, &wide) in sorted.iter().enumerate() {
        let share = left / (sorted.len() - rank);
        if wide > share {
            cap = share.max(1);
            break;
        }
        left -= wide;
    }
    natural.iter().map(|&wide| wide.min(cap)).collect()
}

/// One row, as many lines high as its highest cell; the id beside it stands on the first.
fn lines(out: &mut String, texts: &[&str], widths: &[usize], id: Option<&str>) {
    let wrapped: Vec<Vec<String>> =
        texts.iter().zip(widths).map(|(text, &wide)| wrapped(text, wide)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0).max(1);
    for line in 0..height {
        let start = out.len();
        for (cell, &wide) in wrapped.iter().zip(widths) {
            let text = cell.get(line).map_or("", String::as_str);
            out.push_str(text);
            out.extend(std::iter::repeat_n(' ', wide.saturating_sub(text.width()) + GAP));
        }
        if line == 0 {
            out.push_str(id.unwrap_or_default());
        }
        out.truncate(start + out[start..].trim_end().len());
        out.push('\n');
    }
}

fn wrapped(text: &str, wide: usize) -> Vec<String> {
    if text.width() <= wide {
        return vec![text.to_owned()];
    }
    let options = Options::new(wide)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_splitter(WordSplitter::HyphenSplitter);
    textwrap::wrap(text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// The text on one line, without what steers a terminal or turns the direction of writing.
fn plain(text: &str) -> String {
    let steers = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    text.chars().map(|letter| if steers(letter) { ' ' } else { letter }).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::super::{Cell, Row};
    use super::*;

    struct Example(&'static str, &'static str, &'static str);

    impl Row for Example {
        const COLUMNS: &'static [&'static str] = &["When", "Who", "Id"];

        fn cells(&self) -> Vec<Cell> {
            vec![self.0.into(), self.1.into(), self.2.into()]
        }

        fn json(&self) -> impl Serialize {
            self.0
        }
    }

    const ROWS: [Example; 2] = [
        Example(
            "2025-05-16",
            "習近平, 王毅, Hakan Fidan (chair), Rustem Umerov, Vladimir Medinsky",
            "meeting/istanbul",
        ),
        Example("2025", "A\u{1b}[31mB\u{202e}\nC", "meeting/b"),
    ];

    #[test]
    fn lines_fit_the_width_and_ids_stay_whole() {
        for width in [24, 40, 60, 80, 200] {
            let shown = table(&ROWS, Some(width));
            assert!(shown.contains("meeting/istanbul"), "{shown}");
            for line in shown.lines() {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn nothing_steers_the_terminal() {
        let shown = table(&ROWS, None);
        assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
        assert_eq!(shown.lines().count(), 4, "{shown}");
    }

    #[test]
    fn wide_letters_keep_columns_aligned() {
        let shown = table(&ROWS, None);
        let places: Vec<usize> =
            shown.lines().filter_map(|line| line.find("meeting/").map(|at| line[..at].width())).collect();
        assert_eq!(places[0], places[1], "{shown}");
    }

    #[test]
    fn no_rows_no_table() {
        assert_eq!(table(&[] as &[Example; 0], Some(80)), "");
    }
}
