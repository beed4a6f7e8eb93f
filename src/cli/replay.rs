//! The files that arguments name, each with what it is asked, read and replayed.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Cursor, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::files::{FileArguments, Found};
use super::included::Included;
use super::input::{self, Input};
use super::progress::Progress;
use super::settings::RunArguments;
use super::{complain, note};
use crate::config::FailOn;
use crate::lint::{self, Checked, File, Plan, Rank, Settings};
use crate::model::{PemFiles, ServerOptions, Topology};
use crate::script::Counts;
use crate::server::{Flavor, Target, Targets};
use crate::source::path;

/// Which files are read, and what they are asked.
#[derive(Debug, Args)]
pub(super) struct ReplayArguments {
    #[command(flatten)]
    files: FileArguments,

    #[command(flatten)]
    run: RunArguments,

    /// So many threads [default: one a core]
    #[arg(short, long, value_name = "N", value_parser = jobs)]
    jobs: Option<NonZeroUsize>,
}

/// What a server that the tables do not reach is taken for.
fn newer_than_known(target: &Target) -> Option<String> {
    let newest = Target::newest(target.flavor).filter(|newest| target.version > *newest)?;
    let is_of_mariadb = target.flavor == Flavor::MySql && target.version.major >= 10;
    let instead = if is_of_mariadb {
        format!("; did you mean {}?", target.name().replace("mysql", "mariadb"))
    } else {
        String::new()
    };
    let (name, flavor) = (target.name(), target.flavor);
    Some(format!("{name} is newer than this replint knows, and taken for {flavor} {newest}{instead}"))
}

fn jobs(text: &str) -> Result<NonZeroUsize, &'static str> {
    text.parse().map_err(|_| "write a number from 1 on")
}

/// Files, in the order of their paths.
pub(super) struct Replay {
    inputs: Vec<Asked>,
    /// Which of them is standard input.
    stdin_at: Option<usize>,
    /// Those that differ.
    settings: Vec<Settings>,
    jobs: Option<NonZeroUsize>,
    is_quiet: bool,
    /// The baselines that configurations name.
    pub(super) baselines: BTreeSet<PathBuf>,
    /// Standard input, where it is read several times.
    stdin: Option<Vec<u8>>,
    /// What could not be read, and why.
    pub(super) troubles: Vec<String>,
}

struct Asked {
    input: Input,
    settings: usize,
    rank: Option<Rank>,
    fail_on: Option<FailOn>,
}

impl ReplayArguments {
    /// Finds the files; says what cannot be read.
    ///
    /// # Errors
    /// A sentence: the configuration that was named, or a list of files, cannot be read or is wrong.
    pub(super) fn files(&self, is_quiet: bool) -> Result<Replay, String> {
        let mut configs = self.run.configs().map_err(|error| error.to_string())?;
        let Found { inputs: found, mut troubles, notes } =
            self.files.find(&configs, self.jobs.map_or(0, NonZeroUsize::get))?;
        if !is_quiet {
            notes.iter().for_each(note);
        }
        let mut settings: Vec<Settings> = Vec::new();
        let (mut inputs, mut baselines, mut without_config) = (Vec::new(), BTreeSet::new(), None);
        for input in found {
            let config = match configs.of_file(input.path()) {
                Ok(config) => config,
                Err(error) => {
                    troubles.push(error.to_string());
                    continue;
                }
            };
            // Without a configuration nothing depends on the path.
            let at = without_config.filter(|_| config.is_none()).unwrap_or_else(|| {
                let of_file = self.run.settings(config.as_deref(), input.path());
                settings.iter().rposition(|known| *known == of_file).unwrap_or_else(|| {
                    settings.push(of_file);
                    settings.len() - 1
                })
            });
            if config.is_none() {
                without_config = Some(at);
            }
            let rank = config.as_deref().and_then(|config| config.rank(input.path()));
            baselines.extend(config.as_deref().and_then(|config| config.baseline()));
            let fail_on = config.and_then(|config| config.fail_on());
            inputs.push(Asked { input, settings: at, rank, fail_on });
        }
        if !is_quiet {
            let targets = settings.iter().flat_map(|settings| [&settings.targets, &settings.upgrade_to]);
            let notes: BTreeSet<String> = targets.flat_map(Targets::named).filter_map(newer_than_known).collect();
            notes.iter().for_each(note);
        }
        troubles.iter().for_each(|trouble| _ = complain(trouble));
        let stdin_at = inputs.iter().position(|asked| matches!(asked.input, Input::Stdin(_)));
        Ok(Replay { inputs, stdin_at, settings, jobs: self.jobs, is_quiet, baselines, stdin: None, troubles })
    }
}

impl Replay {
    /// Reads the files, and finds what is wrong with them.
    pub(super) fn run(&self) -> (Vec<Checked>, Topology) {
        self.run_over(&|_| None)
    }

    /// As [`Replay::run`], with other texts in the place of some files'.
    pub(super) fn run_over(&self, text: &(dyn Fn(&Path) -> Option<Vec<u8>> + Sync)) -> (Vec<Checked>, Topology) {
        let is_option_file = |path: &Path| lint::is_option_file(path);
        let (of_options, scripts): (Vec<&Asked>, Vec<&Asked>) =
            self.inputs.iter().partition(|asked| is_option_file(asked.input.path()));
        let plan = Plan::new(scripts.into_iter().map(|asked| File {
            path: asked.input.path().to_owned(),
            settings: &self.settings[asked.settings],
            rank: asked.rank.clone(),
        }));
        let progress = Progress::of(self.inputs.len(), self.is_quiet);
        let open = |path: &Path| {
            progress.next();
            match text(path) {
                Some(text) => Ok(Box::new(Cursor::new(text)) as Box<dyn Read + Send>),
                None => self.open(path),
            }
        };
        let (mut option_files, mut of_option_files) = (Vec::new(), Vec::new());
        for asked in of_options {
            let path = asked.input.path();
            let file = self.option_file(path, asked, open(path));
            let settings = &self.settings[asked.settings];
            let result = file.map(|file| {
                let found = lint::option_file(&file, settings);
                option_files.push(file);
                (found, Counts::default())
            });
            of_option_files.push(Checked { path: path.into(), result });
        }
        let plan = plan.with_option_files(option_files);
        let sequences: Vec<_> = plan.sequences().collect();
        let jobs = self.jobs.map_or(0, NonZeroUsize::get);
        // Threads are not worth starting for one sequence.
        let pool = (jobs != 1 && sequences.len() > 1)
            .then(|| rayon::ThreadPoolBuilder::new().num_threads(jobs).build().ok())
            .flatten();
        let replayed = match pool {
            None => sequences.into_iter().map(|sequence| sequence.replay(open)).collect(),
            Some(pool) => pool.install(|| sequences.into_par_iter().map(|sequence| sequence.replay(open)).collect()),
        };
        let (mut checked, topology) = plan.finish(replayed);
        if !of_option_files.is_empty() {
            checked.extend(of_option_files);
            checked.sort_by(|one, other| one.path.cmp(&other.path));
        }
        (checked, topology)
    }

    fn option_file(
        &self,
        path: &Path,
        asked: &Asked,
        reader: io::Result<Box<dyn Read + Send>>,
    ) -> io::Result<ServerOptions> {
        let text = reader.and_then(input::option_file)?;
        let included = Included { root: self.settings[asked.settings].files.as_deref().map(PemFiles::root) };
        Ok(ServerOptions::read_as(path, &included.name(path).to_string_lossy(), &text, &included))
    }

    fn input(&self, path: &Path) -> Option<&Asked> {
        let at = self.inputs.binary_search_by(|asked| path::order(asked.input.path(), path)).ok()?;
        self.inputs.get(at)
    }

    /// Reads a file, or standard input.
    ///
    /// # Errors
    /// It cannot be opened.
    pub(super) fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        match (self.stdin(), &self.stdin) {
            (Some(name), Some(text)) if name == path => Ok(Box::new(Cursor::new(text.clone()))),
            (Some(name), None) if name == path => Ok(Box::new(io::stdin())),
            _ => Ok(Box::new(fs::File::open(path)?)),
        }
    }

    /// Keeps what standard input holds, so that it can be read several times.
    ///
    /// # Errors
    /// It cannot be read.
    pub(super) fn keep_stdin(&mut self) -> io::Result<()> {
        if self.stdin().is_some() {
            let mut text = Vec::new();
            io::stdin().lock().read_to_end(&mut text)?;
            self.stdin = Some(text);
        }
        Ok(())
    }

    /// The name of standard input, if it is among the files.
    pub(super) fn stdin(&self) -> Option<&Path> {
        self.inputs.get(self.stdin_at?).map(|asked| asked.input.path())
    }

    /// What a file is asked.
    pub(super) fn settings(&self, path: &Path) -> Settings {
        self.input(path).map(|asked| self.settings[asked.settings].clone()).unwrap_or_default()
    }

    /// [`Replay::asked`] for paths that come in their order: the next one is found without a search.
    pub(super) fn asked_in_order<'r>(&'r self) -> impl FnMut(&Path) -> Option<(&'r Settings, Option<FailOn>)> {
        let mut next = 0;
        move |path| {
            let is_it = |asked: &Asked| asked.input.path().as_os_str() == path.as_os_str();
            match self.inputs.get(next) {
                Some(asked) if is_it(asked) => {
                    next += 1;
                    Some((&self.settings[asked.settings], asked.fail_on))
                }
                _ => self.asked(path),
            }
        }
    }

    /// What a file is asked, and what fails the run by its configuration.
    pub(super) fn asked(&self, path: &Path) -> Option<(&Settings, Option<FailOn>)> {
        self.input(path).map(|asked| (&self.settings[asked.settings], asked.fail_on))
    }
}
