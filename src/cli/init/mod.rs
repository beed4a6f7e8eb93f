//! `replint init`: a configuration to start with, from what stands in the repository.

mod images;
mod tools;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use ignore::WalkBuilder;

use super::input::reason;
use super::{Status, complain, note};
use crate::config::FILE_NAME;
use crate::diagnostic::slashed;
use images::Images;
use tools::Tools;

/// `replint init`
#[derive(Debug, Args)]
#[command(after_help = AFTER_HELP)]
pub(super) struct Init {
    /// The root of the repository
    #[arg(default_value = ".", value_name = "DIRECTORY")]
    directory: PathBuf,
}

const AFTER_HELP: &str = "\
Examples:
  replint init
  replint init deploy/

Looks for images such as mysql:8.0 and variables such as mariadb_version in compose files,
Dockerfiles, CI files, manifests and playbooks, and for the folders of migration tools. A
replint.toml that is there stays as it is.

Exit status: 0 written, 2 not.";

/// A file is looked into up to here.
const LONGEST: u64 = 1 << 20;

/// What the repository shows.
#[derive(Debug, Default)]
struct Signs {
    images: Images,
    tools: Tools,
}

impl Init {
    pub(super) fn run(&self) -> Status {
        let path = self.directory.join(FILE_NAME);
        let path = path.strip_prefix(".").unwrap_or(&path);
        if !self.directory.is_dir() {
            return complain(format_args!(
                "{} is no directory; name the root of the repository",
                self.directory.display()
            ));
        }
        let signs = Signs::of(&self.directory);
        let written = fs::File::create_new(path).and_then(|mut file| file.write_all(signs.to_toml().as_bytes()));
        if let Err(error) = written {
            let why = match error.kind() {
                std::io::ErrorKind::AlreadyExists => "it is there already; edit it, or remove it first".to_owned(),
                _ => reason(&error),
            };
            return complain(format_args!("cannot write {}: {why}", path.display()));
        }
        note(format_args!("{} written", path.display()));
        signs.images.notes().into_iter().chain(signs.tools.notes()).for_each(|line| note(format_args!("  {line}")));
        note("next: `replint check`; with many old findings: `replint check --write-baseline replint.baseline`");
        Status::Clean
    }
}

impl Signs {
    fn of(directory: &Path) -> Self {
        let mut signs = Self::default();
        let is_kept = |entry: &ignore::DirEntry| entry.file_name() != ".git" && entry.file_name() != "node_modules";
        for entry in WalkBuilder::new(directory)
            .hidden(false)
            .filter_entry(is_kept)
            .sort_by_file_path(Path::cmp)
            .build()
            .flatten()
        {
            let path = entry.path().strip_prefix(directory).unwrap_or(entry.path());
            if entry.file_type().is_some_and(|kind| kind.is_file()) {
                signs.tools.look_at(path);
                let is_short = entry.metadata().is_ok_and(|known| known.len() < LONGEST);
                if images::is_looked_into(path) && is_short {
                    let text = fs::read(entry.path()).unwrap_or_default();
                    signs.images.look_at(&slashed(path), &String::from_utf8_lossy(&text));
                }
            }
        }
        signs
    }

    fn to_toml(&self) -> String {
        let targets = self.images.to_toml();
        let order = self.tools.to_toml();
        format!(
            "\
# What replint asks of the SQL in this repository. `replint config PATH` shows what comes of it for a path.

# The servers that every statement must be good for; without them a statement is refused only if no known server takes it.
{targets}
# Where an upgrade leads to: what breaks there is advice.
# upgrade-to = [\"mysql-9.7\"]

# Which rules are asked, by group (default, upgrade, strict), area or name: `replint rules` lists them, `replint explain RULE` shows one.
# select = [\"default\"]
# ignore = [\"relative-tls-path\"]

# The least severity that fails a run: error, warning, advice or never.
# fail-on = \"error\"

# Paths that are not read: patterns as in .gitignore.
# exclude = [\"vendor/\"]

# The longest statement about replication or accounts that is looked at.
# max-statement-size = \"64 MiB\"

# Known findings, so that only new ones are reported: `replint check --write-baseline replint.baseline` writes them.
# baseline = \"replint.baseline\"

{order}
# Other severities than the rules' own.
# [severity]
# clear-text-channel = \"error\"

# What holds for some paths instead.
# [[override]]
# paths = [\"legacy/\"]
# targets = [\"mysql-5.7\"]
"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Loaded;

    #[test]
    fn every_line_that_is_commented_out_is_one_that_can_be_used() {
        let mut signs = Signs::default();
        let parse = |signs: &Signs| {
            let text = signs.to_toml();
            Loaded::parse(Path::new("replint.toml"), &text).unwrap();
            let is_code = |line: &str| line.starts_with("# [") || line.split(' ').nth(2) == Some("=");
            let lines = text.lines().map(|line| if is_code(line) { &line[2..] } else { line });
            let all = lines.collect::<Vec<_>>().join("\n");
            Loaded::parse(Path::new("replint.toml"), &all).unwrap_or_else(|error| panic!("{error}\n{all}"))
        };
        assert!(parse(&signs).baseline().is_some());
        signs.images.look_at("compose.yml", "image: mysql:8.0\nimage: mariadb:10.11.5");
        signs.tools.look_at(Path::new("prisma/migrations/1_x/migration.sql"));
        let settings = parse(&signs).settings(Path::new("a.sql"));
        assert_eq!(
            settings.targets.named().iter().map(|it| it.name()).collect::<Vec<_>>(),
            ["mysql-8.0", "mariadb-10.11"]
        );
    }
}
