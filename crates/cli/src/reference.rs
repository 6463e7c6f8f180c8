//! The page of the book on the command line, made of the clap tree.
//!
//! Only the test below makes it, so that the program carries no writer of Markdown for itself.

use std::fmt::Write;

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory};

use crate::Cli;

const HEAD: &str = "# The command line

Every command with its arguments, as `rapporteur COMMAND --help` tells them. [The tutorial](../tutorial.md) shows them at
work, [the cookbook](../cookbook.md) has them by question.

This page is made of the program; see [the documentation](../README.md#what-is-generated).
";

/// The page.
fn page() -> Result<String, std::fmt::Error> {
    let mut root = Cli::command();
    root.build();
    let mut page = HEAD.to_owned();
    let global: Vec<&Arg> = root.get_arguments().filter(|arg| arg.is_global_set()).collect();
    write!(page, "\n{}\n\nFor every command:\n", long(root.get_long_about(), root.get_about()))?;
    page += &listed(global.into_iter())?;
    for command in
        root.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help")
    {
        page += &section(command)?;
    }
    Ok(page)
}

fn section(command: &Command) -> Result<String, std::fmt::Error> {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text =
        format!("\n## {}\n\n{}\n", command.get_name(), long(command.get_long_about(), command.get_about()));
    write!(text, "\n```text\n{usage}\n```\n")?;
    let own = command.get_arguments().filter(|arg| !arg.is_global_set() && !arg.is_hide_set());
    text += &listed(own.filter(|arg| arg.get_id() != "help" && arg.get_id() != "version"))?;
    if let Some(after) = command.get_after_help() {
        let after = after.to_string();
        let (head, examples) = after.split_once('\n').unwrap_or(("", &after));
        let examples: Vec<&str> =
            examples.lines().map(|line| line.strip_prefix("  ").unwrap_or(line)).collect();
        write!(text, "\n{head}\n\n```sh\n{}\n```\n", examples.join("\n"))?;
    }
    Ok(text)
}

/// The arguments as a list: how each is typed, what it does, what it may be.
fn listed<'c>(arguments: impl Iterator<Item = &'c Arg>) -> Result<String, std::fmt::Error> {
    let mut list = String::new();
    for argument in arguments {
        let help = long(argument.get_long_help(), argument.get_help());
        write!(list, "- `{}`: {}", typed(argument), help.replace("\n\n", " ").replace('\n', " "))?;
        let values: Vec<_> =
            argument.get_possible_values().into_iter().filter(|value| !value.is_hide_set()).collect();
        if argument.get_action().takes_values() && !values.is_empty() {
            let value = |value: &clap::builder::PossibleValue| match value.get_help() {
                Some(help) => format!("`{}` ({help})", value.get_name()),
                None => format!("`{}`", value.get_name()),
            };
            write!(list, " One of {}.", values.iter().map(value).collect::<Vec<_>>().join(", "))?;
        }
        let defaults: Vec<_> =
            argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if argument.get_action().takes_values() && !defaults.is_empty() {
            write!(list, " Without it: `{}`.", defaults.join(" "))?;
        }
        if let Some(variable) = argument.get_env() {
            write!(list, " Else the environment's `{}`.", variable.to_string_lossy())?;
        }
        list.push('\n');
    }
    Ok(if list.is_empty() { list } else { format!("\n{list}") })
}

/// `-f, --format <FORMAT>`.
fn typed(argument: &Arg) -> String {
    let names = argument.get_value_names().unwrap_or_default();
    let values = match argument.get_action().takes_values() {
        true => names.iter().map(|name| format!("<{name}>")).collect::<Vec<_>>().join(" "),
        false => String::new(),
    };
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long_and_visible_aliases().unwrap_or_default();
    let long = long.into_iter().map(|long| format!("--{long}"));
    let flags = short.into_iter().chain(long).collect::<Vec<_>>().join(", ");
    format!("{flags} {values}").trim().to_owned()
}

/// The long text where there is one, else the short one; a sentence ends in a full stop.
fn long(long: Option<&StyledStr>, short: Option<&StyledStr>) -> String {
    let text = long.or(short).map(ToString::to_string).unwrap_or_default();
    // Angle brackets of a file's name are no HTML.
    let text = text.replace('<', "&lt;").replace('>', "&gt;");
    if text.ends_with(['.', ':']) || text.is_empty() { text } else { format!("{text}.") }
}

#[test]
#[allow(clippy::unwrap_used)]
fn the_page_on_the_command_line_is_made_of_the_program() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reference/command-line.md");
    let made = page().unwrap();
    if std::env::var_os("RAPPORTEUR_WRITE_BOOK").is_some() {
        std::fs::write(path, &made).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == made,
        "docs/reference/command-line.md is not what the program says; write it anew: RAPPORTEUR_WRITE_BOOK=1 cargo test -p rapporteur-cli"
    );
}

/// Every example that help shows is one that the program takes.
#[test]
#[allow(clippy::unwrap_used)]
fn every_command_has_examples_and_takes_them() {
    let mut root = Cli::command();
    root.build();
    let is_asked = |command: &&Command| !command.is_hide_set() && command.get_name() != "help";
    for command in root.get_subcommands().filter(is_asked).chain([&root]) {
        let name = command.get_name();
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        assert!(help.starts_with("Example"), "{name} --help has no examples");
        let ours = help.lines().filter_map(|line| line.find("rapporteur ").map(|at| &line[at..]));
        let mut examples = 0;
        for example in ours {
            let words = shlex::split(example).unwrap();
            let own = words.iter().take_while(|word| !matches!(word.as_str(), "|" | ">"));
            let taken = Cli::command().try_get_matches_from(own);
            assert!(taken.is_ok(), "{name} --help: {example}\n{}", taken.unwrap_err());
            examples += 1;
        }
        assert!(examples > 0, "{name} --help has no example");
    }
}
