//! What a shell and `man` know about the command.

use std::io::{self, Write};

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Arguments, Status, unwritten};

/// `replint completions`
#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_HELP)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// `replint man`
#[derive(Debug, Args)]
#[command(after_help = MAN_HELP)]
pub(super) struct Man {
    /// The page of a command, such as check
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

const COMPLETIONS_HELP: &str = "\
Examples:
  replint completions bash > ~/.local/share/bash-completion/completions/replint
  replint completions zsh > ~/.zfunc/_replint
  replint completions fish > ~/.config/fish/completions/replint.fish
  replint completions powershell >> $PROFILE";

const MAN_HELP: &str = "\
Examples:
  replint man > ~/.local/share/man/man1/replint.1
  replint man check | man -l -";

impl Completions {
    pub(super) fn run(&self) -> Status {
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "replint", &mut text);
        written(&text)
    }
}

impl Man {
    pub(super) fn run(&self) -> Status {
        let mut all = Arguments::command();
        all.build();
        let page = match &self.command {
            None => all,
            Some(name) => match all.find_subcommand(name) {
                Some(command) => command.clone(),
                None => {
                    return super::complain(format_args!("there is no command {name}; `replint --help` lists them"));
                }
            },
        };
        let mut text = Vec::new();
        match clap_mangen::Man::new(page).render(&mut text) {
            Ok(()) => written(&text),
            Err(error) => unwritten(&error, Status::Clean),
        }
    }
}

fn written(text: &[u8]) -> Status {
    let mut out = io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        Ok(()) => Status::Clean,
        Err(error) => unwritten(&error, Status::Clean),
    }
}
