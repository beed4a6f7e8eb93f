//! A run over several files: which are replayed one after the other, and what they come to together.

use std::cell::LazyCell;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::asked::{Asked, SettingsByFile};
use super::order;
use super::reading::Reading;
use super::session::Session;
use super::together::{Horizon, Together};
use super::{Settings, upgrade};
use crate::diagnostic::Diagnostic;
use crate::model::{Run, ServerOptions, Topology};
use crate::script::Counts;
use crate::source::path;

/// A file of a run.
#[derive(Clone, Debug)]
pub struct File<'s> {
    /// As it is shown.
    pub path: PathBuf,
    /// What it is asked. Files that are asked the same share it.
    pub settings: &'s Settings,
    /// Where a configuration says that it stands; none: its name tells.
    pub rank: Option<Rank>,
}

/// A place in the order that a configuration names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// The configuration: files of several are not replayed together.
    pub config: Arc<Path>,
    /// Which of its patterns names the file.
    pub pattern: usize,
}

/// Which files are replayed one after the other.
///
/// Files whose names show an order, as those of migration tools do, are; every other file stands for itself: what another
/// script did is unknown to it. Rules over the topology look at all of them.
///
/// ```
/// use replint::lint::{File, Plan, Settings};
///
/// let settings = Settings { targets: "mysql-8.4".parse().unwrap(), ..Settings::default() };
/// let files = [
///     ("V10__require.sql", "ALTER USER repl REQUIRE X509;"),
///     ("V2__users.sql", "CREATE USER repl IDENTIFIED BY RANDOM PASSWORD;"),
/// ];
/// let file = |(path, _): &(&str, &str)| File { path: path.into(), settings: &settings, rank: None };
/// let plan = Plan::new(files.iter().map(file));
/// let text = |path: &std::path::Path| Ok(files.iter().find(|file| path == std::path::Path::new(file.0)).unwrap().1.as_bytes());
/// let replayed = plan.sequences().map(|sequence| sequence.replay(&text)).collect();
/// let (checked, topology) = plan.finish(replayed);
/// assert!(checked.iter().all(|file| file.result.is_ok()));
/// assert!(topology.runs[0].accounts_of("repl").next().unwrap().require().given().is_some());
/// ```
#[derive(Debug)]
pub struct Plan<'s> {
    files: Vec<File<'s>>,
    /// Indices into `files`, in the order in which they run.
    sequences: Vec<Vec<usize>>,
    groups: Vec<Group<'s>>,
    option_files: Vec<ServerOptions>,
}

/// What files have in common that are asked the same.
#[derive(Debug)]
struct Group<'s> {
    settings: &'s Settings,
    upgraded: Option<Settings>,
    asked: Arc<Asked>,
}

/// Files that are replayed one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Sequence<'p> {
    plan: &'p Plan<'p>,
    files: &'p [usize],
}

/// A sequence that was replayed.
pub struct Replayed<'p> {
    /// Boxed: they are moved several times.
    readings: Vec<(usize, Box<Reading<'p>>)>,
    run: Run,
    /// For the servers that an upgrade leads to.
    later: Option<Run>,
}

/// A file that was checked.
#[derive(Debug)]
pub struct Checked {
    /// As it is shown.
    pub path: Arc<Path>,
    /// What was found, in the order of its bytes, and what it holds; or why it could not be read.
    pub result: io::Result<(Vec<Diagnostic>, Counts)>,
}

impl<'s> Plan<'s> {
    /// A plan for these files; their order does not matter.
    pub fn new(files: impl IntoIterator<Item = File<'s>>) -> Self {
        let mut files: Vec<File<'s>> = files.into_iter().collect();
        files.sort_by(|one, other| path::order(&one.path, &other.path));
        let mut groups: Vec<Group<'s>> = Vec::new();
        for file in &files {
            if !groups.iter().any(|group| group.is_of(file)) {
                groups.push(Group::new(file.settings));
            }
        }
        Self { sequences: sequences(&files), files, groups, option_files: Vec::new() }
    }

    /// With option files, for the rules over the topology.
    #[must_use]
    pub fn with_option_files(self, option_files: Vec<ServerOptions>) -> Self {
        Self { option_files, ..self }
    }

    /// The sequences, in the order of the paths of their first files. They do not depend on each other.
    pub fn sequences(&self) -> impl ExactSizeIterator<Item = Sequence<'_>> {
        self.sequences.iter().map(|files| Sequence { plan: self, files })
    }

    /// Judges what the sequences come to together, and ends the files. These come in the order of their paths.
    pub fn finish<'p>(&'p self, replayed: Vec<Replayed<'p>>) -> (Vec<Checked>, Topology) {
        let mut readings: Vec<Option<Box<Reading<'p>>>> = Vec::new();
        readings.resize_with(self.files.len(), || None);
        let mut topology = Topology { option_files: self.option_files.clone(), ..Topology::default() };
        let mut later = Topology { option_files: self.option_files.clone(), ..Topology::default() };
        for sequence in replayed {
            topology.runs.push(sequence.run);
            later.runs.extend(sequence.later);
            sequence.readings.into_iter().for_each(|(at, reading)| readings[at] = Some(reading));
        }
        let mut readings: Vec<Box<Reading<'p>>> = readings.into_iter().flatten().collect();
        let (now, later) = (Together::new(&topology), Together::new(&later));
        for group in &self.groups {
            now.judge(group.settings, (group.settings, Horizon::Now), &group.asked, &mut readings);
            if let Some(upgraded) = &group.upgraded {
                later.judge(group.settings, (upgraded, Horizon::Later), &group.asked, &mut readings);
            }
        }
        let checked =
            readings.into_iter().map(|reading| Checked { path: Arc::clone(&reading.path), result: reading.finish() });
        (checked.collect(), topology)
    }

    fn group(&self, file: &File<'s>) -> &Group<'s> {
        self.groups.iter().find(|group| group.is_of(file)).expect("every file has one")
    }
}

impl<'s> Group<'s> {
    fn new(settings: &'s Settings) -> Self {
        Self { settings, upgraded: upgrade::settings(settings), asked: Arc::new(Asked::by(&[settings])) }
    }

    fn is_of(&self, file: &File<'_>) -> bool {
        std::ptr::eq(self.settings, file.settings)
    }
}

impl<'p> Sequence<'p> {
    /// The paths of its files, in the order in which they run.
    pub fn paths(self) -> impl ExactSizeIterator<Item = &'p Path> {
        self.files.iter().map(move |at| &*self.plan.files[*at].path)
    }

    /// Reads its files one after the other, and judges them.
    pub fn replay<R: Read>(self, open: impl Fn(&Path) -> io::Result<R>) -> Replayed<'p> {
        let files: Vec<(usize, Arc<Path>, &Group<'p>)> = self
            .files
            .iter()
            .map(|at| {
                let file = &self.plan.files[*at];
                (*at, Arc::from(&*file.path), self.plan.group(file))
            })
            .collect();
        let first = files[0].2;
        let is_asked_alike = files.iter().all(|(_, _, group)| std::ptr::eq(*group, first));
        let by_file = |settings: &dyn Fn(&'p Group<'p>) -> Option<&'p Settings>| {
            let default = settings(first)?;
            let mut by_file = SettingsByFile::all(default);
            if !is_asked_alike {
                let of_file =
                    |(_, path, group): &(_, Arc<Path>, &'p Group<'p>)| Some((Arc::clone(path), settings(group)?));
                by_file.files = files.iter().filter_map(of_file).collect();
                by_file.files.sort_by(|one, other| path::order(&one.0, &other.0));
            }
            Some(by_file)
        };
        let asked = if is_asked_alike {
            Arc::clone(&first.asked)
        } else {
            Arc::new(Asked::by(&files.iter().map(|(_, _, group)| group.settings).collect::<Vec<_>>()))
        };
        let session = |settings: SettingsByFile<'p>| Session::over_files(settings, Arc::clone(&asked));
        let mut now = by_file(&|group| Some(group.settings)).map(session).expect("it has a first file");
        let mut later = by_file(&|group| group.upgraded.as_ref()).map(session);
        let mut readings: Vec<(usize, Box<Reading<'p>>)> = files
            .iter()
            .map(|(at, path, group)| {
                let reading = Reading::of(Arc::clone(path), group.settings, open(path), &mut now, later.as_mut());
                (*at, Box::new(reading))
            })
            .collect();
        let at = LazyCell::new(|| {
            let at = |(at, (_, path, _)): (usize, &(_, Arc<Path>, _))| (Arc::clone(path), at);
            files.iter().enumerate().map(at).collect::<BTreeMap<Arc<Path>, usize>>()
        });
        // What is found when a script starts a channel may stand in the one that set it up.
        let mut elsewhere = (Vec::new(), Vec::new());
        for (_, reading) in &mut readings {
            let Reading { path, found, found_later, .. } = &mut **reading;
            elsewhere.0.extend(found.extract_if(.., |diagnostic| diagnostic.path != *path));
            elsewhere.1.extend(found_later.extract_if(.., |diagnostic| diagnostic.path != *path));
        }
        elsewhere.0.into_iter().for_each(|it| readings[at[&it.path]].1.found.push(it));
        elsewhere.1.into_iter().for_each(|it| readings[at[&it.path]].1.found_later.push(it));
        now.end(&mut |diagnostic| readings[at[&diagnostic.path]].1.found.push(diagnostic));
        if let Some(later) = &mut later {
            later.end(&mut |diagnostic| readings[at[&diagnostic.path]].1.found_later.push(diagnostic));
        }
        Replayed { readings, run: now.into_run(), later: later.map(Session::into_run) }
    }
}

/// Indices of files that run one after the other; `files` are sorted by path.
fn sequences(files: &[File<'_>]) -> Vec<Vec<usize>> {
    let (ranked, named): (Vec<usize>, Vec<usize>) = (0..files.len()).partition(|at| files[*at].rank.is_some());
    let mut by_config: BTreeMap<&Path, Vec<(usize, usize)>> = BTreeMap::new();
    for at in ranked {
        let Some(rank) = &files[at].rank else { continue };
        by_config.entry(&rank.config).or_default().push((rank.pattern, at));
    }
    let mut together = order::sequences(named.into_iter().map(|at| (at, &*files[at].path)));
    for mut of_config in by_config.into_values() {
        of_config.sort_by(|(rank, one), (other_rank, other)| {
            rank.cmp(other_rank).then_with(|| order::natural(&files[*one].path, &files[*other].path))
        });
        together.push(of_config.into_iter().map(|(_, at)| at).collect());
    }
    let replays_alike = |one: &usize, other: &usize| files[*one].settings.replays_like(files[*other].settings);
    let chunks = |sequence: &Vec<usize>| sequence.chunk_by(replays_alike).map(<[usize]>::to_vec).collect::<Vec<_>>();
    let mut sequences: Vec<Vec<usize>> = together.iter().flat_map(chunks).collect();
    sequences.sort_by_key(|sequence| sequence.iter().min().copied());
    sequences
}
