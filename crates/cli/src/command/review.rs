//! `review`: what may be one, side by side, for somebody to say.

use std::io::{BufRead, Write};

use clap::{Args, ValueEnum};
use rapporteur::schema::RecordKind;
use rapporteur::{Doubt, Store};

use super::judge::{JudgeArgs, say};
use crate::failure::{Failure, Outcome};
use crate::output::{self, Output};

/// Shows actors and meetings that may be one, each with its words, and takes an answer for each.
///
/// y: they are one; n: they are two; s, or an empty line: not now; u: take the last answer back; q: enough. The
/// answers come from the keyboard, or a line each from a file or pipe on standard input.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur review
  rapporteur review --kind actor --author Ana")]
pub(crate) struct Arguments {
    /// Only these.
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    #[command(flatten)]
    judge: JudgeArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Actors
    Actor,
    /// Meetings
    Meeting,
}

pub(crate) fn run(arguments: &Arguments, store: &Store, output: &mut Output) -> Result<Outcome, Failure> {
    let mut doubts = Vec::new();
    for (kind, of) in [(Kind::Actor, RecordKind::Actor), (Kind::Meeting, RecordKind::Meeting)] {
        if arguments.kind.is_none_or(|only| only == kind) {
            doubts.extend(store.doubts(of)?);
        }
    }
    if doubts.is_empty() {
        output::remark("nothing is in doubt");
        return Ok(Outcome::Nothing);
    }
    let mut answers = std::io::stdin().lock().lines();
    // What was answered, to take it back.
    let mut done: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(doubt) = doubts.get(at) {
        show(doubt, at + 1, doubts.len(), output)?;
        // Whoever reads the question must see it before the answer is waited for.
        output.finish()?;
        let Some(answer) = answers.next() else { break };
        let answer = answer.map_err(|error| Failure::Usage(format!("reading the answer: {error}")))?;
        match answer.trim() {
            "y" | "yes" | "n" | "no" => {
                let same = answer.trim().starts_with('y');
                let [one, other] = &doubt.subjects;
                say(&store.judge(one, other, same, arguments.judge.judge())?, output)?;
                done.push(at);
                at += 1;
            }
            "" | "s" | "skip" => at += 1,
            "u" | "undo" => match done.pop() {
                Some(last) => {
                    say(&store.undo(None, arguments.judge.judge())?, output)?;
                    at = last;
                }
                None => output::remark("nothing was answered yet"),
            },
            "q" | "quit" => break,
            other => output::remark(format_args!("`{other}` is no answer: y, n, s, u or q")),
        }
    }
    Ok(Outcome::Found)
}

fn show(doubt: &Doubt, number: usize, of: usize, output: &mut Output) -> Result<(), Failure> {
    let reasons: Vec<String> = doubt.reasons.iter().map(ToString::to_string).collect();
    output.line(format_args!("{number} of {of}: {}", reasons.join(", ")))?;
    for side in 0..2 {
        output.line(format_args!("  {}  {}", doubt.names[side], doubt.subjects[side]))?;
        if let Some(piece) = &doubt.evidence[side] {
            output.line(format_args!("    {} ({})", output::one_line(&piece.context), piece.document))?;
        }
    }
    output.write("one and the same? [y/n/s/u/q] ")?;
    std::io::stdout().flush().map_err(Failure::Output)?;
    output.line("")
}
