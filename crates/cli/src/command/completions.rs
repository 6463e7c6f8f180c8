//! `completions`: what a shell needs to complete the command.

use clap::Args;
use clap_complete::Shell;
use clap_complete::env::Shells;

use crate::complete::VARIABLE;
use crate::failure::{Failure, Outcome};
use crate::output::Output;

/// Prints completions for a shell: of commands, flags and their words, and, out of the store, of the names of
/// actors and places and the ids of meetings, documents and records.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  rapporteur completions bash > ~/.local/share/bash-completion/completions/rapporteur
  rapporteur completions zsh > ~/.zfunc/_rapporteur
  rapporteur completions fish > ~/.config/fish/completions/rapporteur.fish")]
pub(crate) struct Arguments {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

/// What bash does not do by itself: a name with spaces stays one word, unless it stands in quotation marks already.
const ONE_WORD: &str = r#"
_rapporteur() {
    _clap_complete_rapporteur "$@"
    [[ ${COMP_WORDS[COMP_CWORD]} == [\"\']* ]] && return
    local index
    for index in "${!COMPREPLY[@]}"; do
        printf -v "COMPREPLY[$index]" %q "${COMPREPLY[index]}"
    done
}
complete -o nospace -o bashdefault -F _rapporteur rapporteur
"#;

pub(crate) fn run(arguments: &Arguments, output: &mut Output) -> Result<Outcome, Failure> {
    let shells = Shells::builtins();
    let name = arguments.shell.to_string();
    let Some(shell) = shells.completer(&name) else {
        return Err(Failure::Usage(format!("there are no completions for {name}")));
    };
    let mut script = Vec::new();
    shell
        .write_registration(VARIABLE, "rapporteur", "rapporteur", "rapporteur", &mut script)
        .map_err(Failure::Output)?;
    output.write(String::from_utf8_lossy(&script))?;
    if arguments.shell == Shell::Bash {
        output.write(ONE_WORD)?;
    }
    Ok(Outcome::Found)
}
