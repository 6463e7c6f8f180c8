//! Where things are printed: data to standard output, remarks to standard error.

use std::fmt::Display;
use std::io::{BufWriter, IsTerminal, Write};
use std::process::{Command, Stdio};

use crate::failure::Failure;

/// Standard output, buffered; a broken pipe comes back as an error.
pub(crate) struct Output(BufWriter<std::io::Stdout>);

impl Output {
    pub(crate) fn new() -> Self {
        Self(BufWriter::with_capacity(64 * 1024, std::io::stdout()))
    }

    /// Writes as it is.
    pub(crate) fn write(&mut self, text: impl Display) -> Result<(), Failure> {
        write!(self.0, "{text}").map_err(Failure::Output)
    }

    /// Writes and begins a new line.
    pub(crate) fn line(&mut self, text: impl Display) -> Result<(), Failure> {
        writeln!(self.0, "{text}").map_err(Failure::Output)
    }

    /// Writes a long text; on a terminal through the reader's pager, where it has more lines than the screen.
    ///
    /// The pager is `RAPPORTEUR_PAGER`, else `PAGER`, else `less -FRX`; an empty name or `cat` means none.
    pub(crate) fn page(&mut self, text: String) -> Result<(), Failure> {
        let is_long = || {
            let height =
                terminal_size::terminal_size().map_or(usize::MAX, |(_, height)| usize::from(height.0));
            text.lines().count() >= height
        };
        if std::io::stdout().is_terminal() && is_long() {
            self.0.flush().map_err(Failure::Output)?;
            if paged(&text) {
                return Ok(());
            }
        }
        self.write(text)
    }

    /// Writes what is still in the buffer.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        self.0.flush().map_err(Failure::Output)
    }
}

/// Whether a pager took the text. One that cannot be started is no reason to show nothing.
fn paged(text: &str) -> bool {
    let named = ["RAPPORTEUR_PAGER", "PAGER"].iter().find_map(|name| std::env::var(name).ok());
    let named = named.unwrap_or_else(|| "less -FRX".to_owned());
    let mut words = named.split_whitespace();
    let Some(program) = words.next().filter(|program| *program != "cat") else { return false };
    let pager = Command::new(program).args(words).stdin(Stdio::piped()).spawn();
    let Ok(mut pager) = pager else { return false };
    if let Some(mut input) = pager.stdin.take() {
        // A reader who has seen enough closes it.
        let _ = input.write_all(text.as_bytes());
    }
    pager.wait().is_ok()
}

/// The width of the terminal; none where standard output is not one. `COLUMNS` goes before it.
pub(crate) fn width() -> Option<usize> {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    said.or_else(seen)
}

/// A text in bold where standard output is a terminal that wants it (`NO_COLOR`, `CLICOLOR`); else as it is.
pub(crate) fn strong(text: &str) -> String {
    match anstream::AutoStream::choice(&std::io::stdout()) {
        anstream::ColorChoice::Never => text.to_owned(),
        _ => format!("\u{1b}[1m{text}\u{1b}[0m"),
    }
}

/// Says something worth knowing on standard error.
pub(crate) fn remark(text: impl Display) {
    // Nobody is left to be told when standard error is closed.
    let _ = writeln!(anstream::stderr(), "{text}");
}

/// Says that something is not as it should be, and that the work goes on.
pub(crate) fn warn(text: impl Display) {
    let _ = writeln!(anstream::stderr(), "\u{1b}[1;33mwarning:\u{1b}[0m {text}");
}

/// Says why the command ends.
pub(crate) fn complain(failure: &Failure) {
    let _ = writeln!(anstream::stderr(), "\u{1b}[1;31merror:\u{1b}[0m {failure}");
}

/// A line that no text can break, and no escape can leave.
pub(crate) fn one_line(text: &str) -> String {
    let visible = text.split_whitespace().collect::<Vec<_>>().join(" ");
    visible.chars().filter(|c| !c.is_control()).collect()
}
