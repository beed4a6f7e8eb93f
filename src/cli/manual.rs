//! What a shell and `man` know about the command.

use std::collections::BTreeSet;
use std::io::{self, Write};

use clap::builder::PossibleValuesParser;
use clap::{Arg, Args, Command, CommandFactory, ValueHint};
use clap_complete::Shell;

use super::{Arguments, Status, unwritten};
use crate::diagnostic::{Area, Group};
use crate::report::Format;
use crate::rules;
use crate::server::Target;

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
  replint man check > ~/.local/share/man/man1/replint-check.1
  replint man check | man -l -";

impl Completions {
    pub(super) fn run(&self) -> Status {
        let mut text = Vec::new();
        let mut command = completed(Arguments::command());
        clap_complete::generate(self.shell, &mut command, "replint", &mut text);
        if self.shell == Shell::Fish {
            text.extend(places_for_fish(&command).into_bytes());
        }
        written(&text)
    }
}

/// With the names that a shell may offer: their readers take more than names, so that the command itself has no list of them. The
/// process ends with them: names that are made here may leak.
fn completed(command: Command) -> Command {
    let commands: Vec<String> = command.get_subcommands().map(|command| command.get_name().to_owned()).collect();
    command.mut_subcommands(|command| {
        let is_of = command.get_name().to_owned();
        command.mut_args(|argument| match (is_of.as_str(), argument.get_id().as_str()) {
            ("explain", "rule") => one_of(argument, rules::names()),
            ("man", "command") => one_of(argument, commands.iter().map(|name| &*name.clone().leak())),
            ("check", "formats") => one_of(argument, Format::ALL.map(Format::name)),
            (_, "select" | "ignore") => {
                let groups = Group::ALL.map(Group::name).into_iter().chain(["all"]);
                one_of(argument, groups.chain(Area::ALL.map(Area::name)).chain(rules::names()).collect::<BTreeSet<_>>())
            }
            (_, "targets" | "upgrade_to" | "to" | "from") => {
                let series = ["mysql-5.5..99", "mariadb-10.0..99"].into_iter().flat_map(Target::parse).flatten();
                one_of(argument, series.map(|target| &*target.name().leak()))
            }
            (_, "jobs" | "now" | "max_statement_size" | "sql_mode" | "since" | "exclude") => {
                argument.value_hint(ValueHint::Other)
            }
            _ => argument,
        })
    })
}

/// What may stand without an option: clap's completions for fish leave it out.
fn places_for_fish(command: &Command) -> String {
    let mut text = String::new();
    for command in command.get_subcommands() {
        for place in command.get_positionals() {
            let names: Vec<String> =
                place.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
            if !names.is_empty() {
                let (command, names) = (command.get_name(), names.join(" "));
                text += &format!(
                    "complete -c replint -n \"__fish_replint_using_subcommand {command}\" -f -a \"{names}\"\n"
                );
            }
        }
    }
    text
}

fn one_of(argument: Arg, names: impl IntoIterator<Item = &'static str>) -> Arg {
    argument.value_parser(PossibleValuesParser::new(names))
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
