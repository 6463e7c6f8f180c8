//! The command as the tests run it: in a folder, or on a store, and with nothing of the environment that changes what
//! it prints.

#![allow(dead_code, clippy::unwrap_used, reason = "each test uses its part")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// What a command came to: its exit code, what it printed, and what it said on standard error.
pub(crate) type Ran = (Option<i32>, String, String);

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rapporteur"));
    for name in ["RAPPORTEUR_STORE", "COLUMNS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

/// The command in a folder, with whatever store is there.
pub(crate) fn in_folder(folder: &Path) -> Command {
    let mut command = program();
    command.current_dir(folder);
    command
}

/// The command on a store.
pub(crate) fn on_store(store: &Path) -> Command {
    let mut command = program();
    command.env("RAPPORTEUR_STORE", store);
    command
}

/// Runs a command.
pub(crate) fn run(command: &mut Command) -> Ran {
    ran(command.output().unwrap())
}

/// Runs a command that may read what it is given.
pub(crate) fn run_with(command: &mut Command, input: &[u8]) -> Ran {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // Whoever asks nothing does not read, and closes the pipe.
    let _ = child.stdin.take().unwrap().write_all(input);
    ran(child.wait_with_output().unwrap())
}

/// The rows that a command prints as JSON; none where it finds none.
pub(crate) fn json(command: &mut Command) -> Vec<Value> {
    let (code, out, err) = run(command.args(["--format", "json"]));
    assert_ne!(code, Some(2), "{command:?}: {err}");
    if out.trim().is_empty() { Vec::new() } else { serde_json::from_str(&out).unwrap() }
}

fn ran(output: Output) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}
