use std::fmt;
use std::str::FromStr;

use super::tables::RELEASES;
use super::{Flavor, ServerSet, Version};

/// A server that the user named, and the release of the tables that stands for it.
///
/// ```
/// use replint::server::Target;
/// let targets = Target::parse("mysql-5.7..8.4").unwrap();
/// let names: Vec<String> = targets.iter().map(ToString::to_string).collect();
/// assert_eq!(names, ["MySQL 5.7", "MySQL 8.0", "MySQL 8.1", "MySQL 8.2", "MySQL 8.3", "MySQL 8.4"]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// MySQL or MariaDB.
    pub flavor: Flavor,
    /// The exact version: as given, or the last release of the series.
    pub version: Version,
    /// The release of the tables that it falls on, a set of one.
    pub servers: ServerSet,
    series_only: bool,
}

/// Why a target could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what} in target {text:?}; write mysql-8.4, mysql-8.0.40, mysql-5.7..8.4 or mariadb-10.11")]
pub struct TargetError {
    text: String,
    what: &'static str,
}

impl Target {
    /// Reads `mysql-8.0` (the last release of the series), `mysql-8.0.40`, `mysql-5.7..8.4` (every series of the range at its last release) or
    /// `mariadb-10.11`.
    ///
    /// # Errors
    /// An unknown flavour, something that is no version, a version before the first that is known.
    pub fn parse(text: &str) -> Result<Vec<Self>, TargetError> {
        let error = |what| TargetError { text: text.to_owned(), what };
        let (flavor, version) = text.split_once('-').ok_or_else(|| error("no version"))?;
        let flavor = match flavor.to_ascii_lowercase().as_str() {
            "mysql" | "percona" => Flavor::MySql,
            "mariadb" => Flavor::MariaDb,
            _ => return Err(error("unknown server")),
        };
        let Some((from, to)) = version.split_once("..") else {
            return Ok(vec![Self::one(flavor, version).map_err(error)?]);
        };
        let to = to.strip_prefix('=').unwrap_or(to);
        let (first, last) = (Self::one(flavor, from).map_err(error)?, Self::one(flavor, to).map_err(error)?);
        if first.version > last.version {
            return Err(error("the range ends before it starts"));
        }
        let mut targets: Vec<Self> = series(flavor)
            .filter(|version| *version >= first.version && *version <= last.version)
            .map(|version| Self::new(flavor, version, true))
            .collect();
        for exact in [first, last] {
            if !exact.series_only && !targets.iter().any(|target| target.version == exact.version) {
                targets.push(exact);
            }
        }
        targets.sort_by_key(|target| target.version);
        Ok(targets)
    }

    fn one(flavor: Flavor, text: &str) -> Result<Self, &'static str> {
        let no_version = "no version";
        let parts: Vec<u16> = text.split('.').map(str::parse).collect::<Result<_, _>>().map_err(|_| no_version)?;
        let (version, series_only) = match parts[..] {
            [major] => (series(flavor).filter(|v| v.major == major).max().unwrap_or(Version::new(major, 0, 0)), true),
            [major, minor] => {
                let known = series(flavor).find(|v| (v.major, v.minor) == (major, minor));
                (known.unwrap_or(Version::new(major, minor, 0)), true)
            }
            [major, minor, patch] => (Version::new(major, minor, patch), false),
            _ => return Err(no_version),
        };
        match ServerSet::of_version(flavor, version) {
            Some(_) => Ok(Self::new(flavor, version, series_only)),
            None => Err("a version older than MySQL 5.5 and MariaDB 10.0"),
        }
    }

    /// The newest release of a flavour in the tables.
    #[cfg(feature = "cli")]
    pub(crate) fn newest(flavor: Flavor) -> Option<Version> {
        series(flavor).max()
    }

    /// As it is written: `mysql-8.4`, `mysql-8.0.40`.
    pub fn name(&self) -> String {
        self.to_string().to_ascii_lowercase().replacen(' ', "-", 1)
    }

    fn new(flavor: Flavor, version: Version, series_only: bool) -> Self {
        let servers = ServerSet::of_version(flavor, version).unwrap_or_default();
        Self { flavor, version, servers, series_only }
    }
}

/// The last release of every series.
fn series(flavor: Flavor) -> impl Iterator<Item = Version> {
    RELEASES.iter().filter(move |release| release.flavor == flavor).filter_map(|release| release.stands_for)
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Version { major, minor, patch } = self.version;
        write!(f, "{} {major}.{minor}", self.flavor)?;
        if self.series_only { Ok(()) } else { write!(f, ".{patch}") }
    }
}

/// The servers that statements are judged for: those named, or all that are known.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Targets {
    named: Vec<Target>,
}

impl Targets {
    /// No target: a statement is good if any server takes it.
    pub const fn any() -> Self {
        Self { named: Vec::new() }
    }

    /// These targets: a statement must be good for each.
    pub fn new(named: impl IntoIterator<Item = Target>) -> Self {
        let mut targets = Self { named: Vec::new() };
        for target in named {
            if !targets.named.contains(&target) {
                targets.named.push(target);
            }
        }
        targets
    }

    /// The targets that were named.
    pub fn named(&self) -> &[Target] {
        &self.named
    }

    /// Their releases; all of them if none was named.
    pub fn servers(&self) -> ServerSet {
        match &self.named[..] {
            [] => ServerSet::ALL,
            named => named.iter().fold(ServerSet::EMPTY, |set, target| set | target.servers),
        }
    }

    /// The releases of a flavour that run version comments of this number.
    pub(crate) fn running(&self, flavor: Flavor, number: u32) -> ServerSet {
        let all = ServerSet::of_flavor(flavor);
        // The versions grow with the bits.
        let (mut bit, mut end) = (all.0.trailing_zeros(), u128::BITS - all.0.leading_zeros());
        // All of them, or none, most of the time.
        if self.version_of(bit as usize).id() >= number {
            return all;
        }
        if self.version_of(end as usize - 1).id() < number {
            return ServerSet::EMPTY;
        }
        while bit < end {
            let middle = bit.midpoint(end);
            if self.version_of(middle as usize).id() < number {
                bit = middle + 1;
            } else {
                end = middle;
            }
        }
        all & ServerSet(u128::MAX << bit)
    }

    /// The version that a release of the tables stands for in version comments: the newest one named, else the release itself or, where it is the
    /// newest of its series, the last of the series.
    fn version_of(&self, bit: usize) -> Version {
        let release = &RELEASES[bit];
        let named = self.named.iter().filter(|target| target.servers.intersects(ServerSet::of_bit(bit)));
        named.map(|target| target.version).max().unwrap_or_else(|| release.stands_for.unwrap_or(release.version))
    }
}

impl FromStr for Targets {
    type Err = TargetError;

    /// Targets separated by commas or spaces.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.split([',', ' ']).filter(|part| !part.is_empty());
        let named: Vec<Vec<Target>> = parts.map(Target::parse).collect::<Result<_, _>>()?;
        Ok(Self::new(named.into_iter().flatten()))
    }
}
