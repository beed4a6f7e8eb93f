//! The files that arguments name, each with what it is asked, read and replayed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::prelude::*;

use super::files::{FileArguments, Found};
use super::input::Input;
use super::progress::Progress;
use super::settings::RunArguments;
use super::{complain, note};
use crate::config::FailOn;
use crate::lint::{Checked, File, Plan, Rank, Settings};
use crate::model::Topology;

/// Which files are read, and what they are asked.
#[derive(Debug, Args)]
pub(super) struct ReplayArguments {
    #[command(flatten)]
    files: FileArguments,

    #[command(flatten)]
    run: RunArguments,

    /// So many threads [default: one a core]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

/// Files, in the order of their paths.
pub(super) struct Replay {
    inputs: BTreeMap<PathBuf, Asked>,
    /// Those that differ.
    settings: Vec<Settings>,
    jobs: Option<NonZeroUsize>,
    /// The baselines that configurations name.
    pub(super) baselines: BTreeSet<PathBuf>,
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
    pub(super) fn files(&self) -> Result<Replay, String> {
        let mut configs = self.run.configs().map_err(|error| error.to_string())?;
        let Found { inputs: found, mut troubles, notes } = self.files.find(&configs)?;
        notes.iter().for_each(note);
        let mut settings: Vec<Settings> = Vec::new();
        let (mut inputs, mut baselines) = (BTreeMap::new(), BTreeSet::new());
        for input in found {
            let config = match configs.of(input.path()) {
                Ok(config) => config,
                Err(error) => {
                    troubles.push(error.to_string());
                    continue;
                }
            };
            let of_file = self.run.settings(config.as_deref(), input.path());
            let at = settings.iter().rposition(|known| *known == of_file).unwrap_or_else(|| {
                settings.push(of_file);
                settings.len() - 1
            });
            let rank = config.as_deref().and_then(|config| config.rank(input.path()));
            baselines.extend(config.as_deref().and_then(|config| config.baseline()));
            let fail_on = config.and_then(|config| config.fail_on());
            inputs.insert(input.path().to_owned(), Asked { input, settings: at, rank, fail_on });
        }
        troubles.iter().for_each(|trouble| _ = complain(trouble));
        Ok(Replay { inputs, settings, jobs: self.jobs, baselines, troubles })
    }
}

impl Replay {
    /// Reads the files, and finds what is wrong with them.
    pub(super) fn run(&self) -> (Vec<Checked>, Topology) {
        let plan = Plan::new(self.inputs.iter().map(|(path, asked)| File {
            path: path.clone(),
            settings: &self.settings[asked.settings],
            rank: asked.rank.clone(),
        }));
        let progress = Progress::of(self.inputs.len());
        let open = |path: &Path| {
            progress.next();
            self.open(path)
        };
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
        plan.finish(replayed)
    }

    fn open(&self, path: &Path) -> io::Result<Box<dyn Read>> {
        self.inputs.get(path).map_or_else(|| Err(io::ErrorKind::NotFound.into()), |asked| asked.input.open())
    }

    /// What a file is asked, and what fails the run by its configuration.
    pub(super) fn asked(&self, path: &Path) -> Option<(&Settings, Option<FailOn>)> {
        self.inputs.get(path).map(|asked| (&self.settings[asked.settings], asked.fail_on))
    }
}
