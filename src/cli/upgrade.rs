use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;

use super::files::{FileArguments, Found};
use super::fix::{diff, rewrite};
use super::input::{Input, unread};
use super::settings::{ConfigArguments, sql_mode, targets};
use super::{Status, complain, note, unwritten};
use crate::config::Configs;
use crate::diagnostic::slashed;
use crate::lexer::SqlMode;
use crate::lint::{File, Plan, Rank, Settings, is_option_file};
use crate::report::without_commands;
use crate::server::Targets;
use crate::source::visible;
use crate::upgrade::{self, Counted, Upgraded};

/// `replint upgrade`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Upgrade {
    #[command(flatten)]
    files: FileArguments,

    /// The servers that shall take the statements, such as mysql-8.4 or mariadb-11.8
    #[arg(long, value_name = "SERVERS", value_parser = targets)]
    to: Targets,

    /// The servers that they were written for [default: the targets of replint.toml, or those before --to: MySQL from 5.7, MariaDB from 10.3 on]
    #[arg(long, value_name = "SERVERS", value_parser = targets)]
    from: Option<Targets>,

    /// Show what would change, secrets masked
    #[arg(long, conflicts_with = "write")]
    diff: bool,

    /// Change the files; the text of standard input goes to standard output
    #[arg(long)]
    write: bool,

    /// The session's sql_mode at the start of each script, such as ANSI_QUOTES
    #[arg(long, value_name = "MODES", value_parser = sql_mode)]
    sql_mode: Option<SqlMode>,

    #[command(flatten)]
    config: ConfigArguments,

    /// No summary on standard error
    #[arg(short, long)]
    quiet: bool,
}

const AFTER_HELP: &str = "\
Examples:
  replint upgrade migrations/ --to mysql-8.4 --from mysql-5.7 --diff
  replint upgrade migrations/ --to mysql-8.4 --write
  replint upgrade - --to mariadb-11.8 --from mysql-8.0 --write < setup.sql

Without --diff and --write only what is left to a person is told, and what changes by itself.
A statement is rewritten only if the servers take the result and it comes to the same.
Exit status: 0 nothing to do, 1 something would change or is left, 2 something could not be read
or written.";

/// A script, and what it is asked.
struct Script<'i> {
    input: &'i Input,
    asked: upgrade::Upgrade,
    rank: Option<Rank>,
}

impl Script<'_> {
    /// As it is read: for both kinds of servers.
    fn settings(&self) -> Settings {
        let targets = [&self.asked.from, &self.asked.to].into_iter().flat_map(Targets::named).cloned();
        let (sql_mode, placeholders) = (self.asked.sql_mode, self.asked.placeholders);
        Settings {
            targets: Targets::new(targets),
            upgrade_to: self.asked.to.clone(),
            sql_mode,
            placeholders,
            ..Settings::default()
        }
    }
}

/// What is done with the scripts, and what has become of them.
struct Work<'w> {
    arguments: &'w Upgrade,
    total: Counted,
    changed: usize,
    status: Status,
}

impl Upgrade {
    pub(super) fn run(&self) -> Status {
        let mut configs = match self.config.configs() {
            Ok(configs) => configs,
            Err(error) => return complain(error),
        };
        let Found { inputs: found, troubles, notes } = match self.files.find(&configs, 0) {
            Ok(found) => found,
            Err(error) => return complain(error),
        };
        if !self.quiet {
            notes.iter().for_each(note);
        }
        troubles.iter().for_each(|trouble| _ = complain(trouble));
        let status = if troubles.is_empty() { Status::Clean } else { Status::Trouble };
        let mut work = Work { arguments: self, total: Counted::default(), changed: 0, status };
        let mut scripts: BTreeMap<&Path, Script<'_>> = BTreeMap::new();
        // Option files have other words.
        for input in found.iter().filter(|input| !is_option_file(input.path())) {
            match self.asked(input.path(), &mut configs) {
                Ok((asked, rank)) => _ = scripts.insert(input.path(), Script { input, asked, rank }),
                Err(why) => work.status = complain(why),
            }
        }
        for (path, text, upgraded) in work.upgraded(&scripts) {
            if let Err(error) = work.script(&scripts[&*path], &text, &upgraded) {
                return unwritten(&error, work.status);
            }
        }
        if !self.quiet {
            note(work.summary());
        }
        work.status
    }

    /// From which servers to which, and where the script stands among others.
    fn asked(&self, path: &Path, configs: &mut Configs) -> Result<(upgrade::Upgrade, Option<Rank>), String> {
        let config = configs.of_file(path).map_err(|error| error.to_string())?;
        let rank = config.as_ref().and_then(|config| config.rank(path));
        let settings = config.map(|config| config.settings(path)).unwrap_or_default();
        let mut asked = upgrade::Upgrade::to(self.to.clone()).map_err(|error| error.to_string())?;
        match &self.from {
            Some(from) => asked.from = from.clone(),
            None if !settings.targets.named().is_empty() => asked.from = settings.targets.clone(),
            None => {}
        }
        asked.sql_mode = self.sql_mode.unwrap_or(settings.sql_mode);
        asked.placeholders = settings.placeholders;
        Ok((asked, rank))
    }
}

impl Work<'_> {
    /// The scripts before and after, in the order of their paths. Those that run one after the other are replayed so.
    fn upgraded(&mut self, scripts: &BTreeMap<&Path, Script<'_>>) -> Vec<(PathBuf, Vec<u8>, Upgraded)> {
        let mut settings: Vec<Settings> = Vec::new();
        for script in scripts.values().map(Script::settings) {
            if !settings.contains(&script) {
                settings.push(script);
            }
        }
        let file = |(path, script): (&&Path, &Script<'_>)| {
            let of_script = script.settings();
            let settings = settings.iter().find(|settings| **settings == of_script)?;
            Some(File { path: path.to_path_buf(), settings, rank: script.rank.clone() })
        };
        let plan = Plan::new(scripts.iter().filter_map(file));
        let mut all = Vec::new();
        for paths in plan.sequences() {
            let mut sequence: Option<upgrade::Sequence<'_>> = None;
            for path in paths.paths() {
                let Script { input, asked, .. } = &scripts[path];
                let mut text = Vec::new();
                match input.open().and_then(|mut reader| reader.read_to_end(&mut text)) {
                    Ok(_) => {
                        let sequence = sequence.get_or_insert_with(|| upgrade::Sequence::new(asked));
                        let mut upgraded = sequence.upgrade(&text);
                        if upgraded.text == text && matches!(input, Input::File(_)) {
                            // A dump is not kept until all are done.
                            (text, upgraded.text) = (Vec::new(), Vec::new());
                        }
                        all.push((path.to_path_buf(), text, upgraded));
                    }
                    Err(error) => self.status = complain(unread(path, &error)),
                }
            }
        }
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all
    }

    /// # Errors
    /// Standard output cannot be written.
    fn script(&mut self, script: &Script<'_>, text: &[u8], upgraded: &Upgraded) -> io::Result<()> {
        let (input, path) = (script.input, script.input.path());
        let is_changed = upgraded.text != text;
        let is_left = upgraded.counted.left > 0;
        self.tell(path, upgraded, matches!(input, Input::Stdin(_)))?;
        if is_left || is_changed && !self.arguments.write {
            self.status = self.status.max(Status::Findings);
        }
        if self.arguments.diff && is_changed {
            io::stdout().write_all(diff(path, text, &upgraded.text, &script.settings()).as_bytes())?;
        }
        if self.arguments.write {
            match input {
                Input::Stdin(_) => io::stdout().write_all(&upgraded.text)?,
                Input::File(path) if is_changed => {
                    if let Err(why) = rewrite(path, text, &upgraded.text) {
                        self.status = complain(format_args!("cannot upgrade {}: {why}", slashed(path)));
                        return Ok(());
                    }
                }
                Input::File(_) => {}
            }
        }
        self.total.rewritten += upgraded.counted.rewritten;
        self.total.left += upgraded.counted.left;
        self.total.unchanged += upgraded.counted.unchanged;
        self.changed += usize::from(is_changed);
        Ok(())
    }

    /// What a person must see to goes to standard output, unless a text or a diff does.
    fn tell(&self, path: &Path, upgraded: &Upgraded, is_stdin: bool) -> io::Result<()> {
        let mut lines = String::new();
        let path = slashed(path);
        for noted in &upgraded.noted {
            let kind = if noted.is_left { "left" } else { "note" };
            let line = format!("{path}:{}:{}: {kind}: {}", noted.at.line, noted.at.column, noted.message);
            lines.push_str(&without_commands(&visible(&line)));
            lines.push('\n');
        }
        if self.arguments.diff || self.arguments.write && is_stdin {
            let _ = io::stderr().write_all(lines.as_bytes());
            return Ok(());
        }
        io::stdout().write_all(lines.as_bytes())
    }

    fn summary(&self) -> String {
        let Counted { rewritten, left, unchanged } = self.total;
        let plural = |count: u64| if count == 1 { "" } else { "s" };
        let would_be = if self.arguments.write { "" } else { " would be" };
        let files = self.changed as u64;
        format!(
            "{rewritten} statement{}{would_be} rewritten in {files} file{}, {left} left to a person, {unchanged} with nothing to do",
            plural(rewritten),
            plural(files),
        )
    }
}
