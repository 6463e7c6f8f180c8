//! The lines and columns of a calendar, each cell with its mark.
//!
//! It must not know events. Invariant: a line is as wide as the heading or less, which is 80 columns at most.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use crate::render::event::Mark;

/// Behind a mark: more happened then.
pub(super) const MORE: char = '+';
/// In a cell on which what began before goes on.
pub(super) const ON: char = '─';
/// In place of lines on which nothing happened.
const NOTHING: char = '⋮';
/// Columns before the cells: `2025-05`, a space, the cell of what is within, a space.
const MARGIN: usize = 8;

/// What a line and a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scale {
    /// A line a month, a column a day.
    Months,
    /// A line a year, a column seven days.
    Years,
}

/// A line: its year and, of months, its month.
type Line = (i16, i8);

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    mark: Option<Mark>,
    count: usize,
    goes_on: bool,
}

pub(super) struct Grid {
    scale: Scale,
    /// By line and column; column 0 is what is within the line's month or year.
    cells: BTreeMap<Line, BTreeMap<usize, Cell>>,
}

impl Grid {
    pub(super) const fn new(scale: Scale) -> Self {
        Self { scale, cells: BTreeMap::new() }
    }

    pub(super) const fn scale(&self) -> Scale {
        self.scale
    }

    fn place(&self, day: Date) -> (Line, usize) {
        match self.scale {
            Scale::Months => ((day.year(), day.month()), usize::from(day.day().unsigned_abs())),
            Scale::Years => ((day.year(), 0), usize::from(day.day_of_year().unsigned_abs().div_ceil(7))),
        }
    }

    /// Marks the first of some days; on the others it goes on.
    pub(super) fn days(&mut self, first: Date, last: Date, mark: Mark) {
        let begin = self.place(first);
        self.mark(begin, mark);
        let mut day = first;
        while day < last {
            let Ok(next) = day.tomorrow() else { break };
            day = next;
            let place = self.place(day);
            if place != begin {
                self.cell(place).goes_on = true;
            }
        }
    }

    /// Marks the month or the year of a day as a whole.
    pub(super) fn within(&mut self, day: Date, mark: Mark) {
        let (line, _) = self.place(day);
        self.mark((line, 0), mark);
    }

    fn cell(&mut self, (line, column): (Line, usize)) -> &mut Cell {
        self.cells.entry(line).or_default().entry(column).or_default()
    }

    fn mark(&mut self, place: (Line, usize), mark: Mark) {
        let cell = self.cell(place);
        cell.mark = Some(cell.mark.map_or(mark, |other| other.min(mark)));
        cell.count += 1;
    }

    fn any(&self, is_so: impl Fn(usize, &Cell) -> bool) -> bool {
        self.cells.values().flatten().any(|(column, cell)| is_so(*column, cell))
    }

    pub(super) fn has_more(&self) -> bool {
        self.any(|column, cell| cell.count > 1 && self.shows_more(column))
    }

    /// Whether a mark stands for several, and there was no room to say so.
    pub(super) fn hides_more(&self) -> bool {
        self.any(|column, cell| cell.count > 1 && !self.shows_more(column))
    }

    pub(super) fn goes_on(&self) -> bool {
        self.any(|_, cell| cell.goes_on && cell.mark.is_none())
    }

    pub(super) fn has_within(&self) -> bool {
        self.any(|column, _| column == 0)
    }

    const fn columns(&self) -> usize {
        match self.scale {
            Scale::Months => 31,
            Scale::Years => 53,
        }
    }

    /// Whether there is room behind a mark: 53 weeks leave none.
    const fn shows_more(&self, column: usize) -> bool {
        matches!(self.scale, Scale::Months) || column == 0
    }

    fn heading(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let within = if self.has_within() { "?" } else { " " };
        match self.scale {
            Scale::Months => {
                let tens =
                    |day: usize| if day.is_multiple_of(10) { (day / 10).to_string() } else { " ".into() };
                let line = |digit: &dyn Fn(usize) -> String| {
                    let digits: Vec<String> = (1..=31).map(digit).collect();
                    digits.join(" ").trim_end().to_owned()
                };
                writeln!(f, "{:MARGIN$}  {}", "", line(&tens))?;
                writeln!(f, "{:MARGIN$}{within} {}", "", line(&|day| (day % 10).to_string()))
            }
            Scale::Years => {
                let names =
                    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
                let mut line = String::new();
                for (name, month) in names.iter().zip(1..) {
                    let first = jiff::civil::date(2001, month, 1);
                    let column = self.place(first).1 - 1;
                    line.push_str(&" ".repeat(column.saturating_sub(line.len())));
                    line.push_str(name);
                }
                writeln!(f, "{:MARGIN$}{within} {line}", "")
            }
        }
    }

    fn line(&self, f: &mut fmt::Formatter<'_>, line: Line) -> fmt::Result {
        let label = match self.scale {
            Scale::Months => format!("{:04}-{:02}", line.0, line.1),
            Scale::Years => format!("{:04}", line.0),
        };
        let mut text = format!("{label:MARGIN$}");
        let cells = self.cells.get(&line);
        for column in 0..=self.columns() {
            let cell = cells.and_then(|cells| cells.get(&column)).copied().unwrap_or_default();
            text.push(cell.mark.map_or(if cell.goes_on { ON } else { ' ' }, Mark::sign));
            if self.shows_more(column) {
                text.push(match (cell.count > 1, cell.goes_on) {
                    (true, _) => MORE,
                    (false, true) if cell.mark.is_none() => ON,
                    _ => ' ',
                });
            }
        }
        writeln!(f, "{}", text.trim_end())
    }

    fn next(&self, (year, month): Line) -> Line {
        match self.scale {
            Scale::Months if month < 12 => (year, month + 1),
            Scale::Months => (year.saturating_add(1), 1),
            Scale::Years => (year.saturating_add(1), 0),
        }
    }
}

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before: Option<Line> = None;
        for line in self.cells.keys() {
            match before {
                None => self.heading(f)?,
                Some(before) => {
                    let next = self.next(before);
                    if next != *line && self.next(next) == *line {
                        self.line(f, next)?;
                    } else if next != *line {
                        writeln!(f, "{NOTHING}")?;
                    }
                }
            }
            self.line(f, *line)?;
            before = Some(*line);
        }
        Ok(())
    }
}
