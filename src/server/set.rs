use std::fmt;
use std::ops::{BitAnd, BitOr, BitOrAssign, Not, Sub};
use std::sync::LazyLock;

use super::tables::RELEASES;
use super::{Flavor, Release, Version};

/// A set of releases of both flavours: every verdict of replint is one.
///
/// A bit stands for a release at which something in the tables changes, and for those after it up to the next one.
///
/// ```
/// use replint::server::{Flavor, ServerSet};
/// let mysql = ServerSet::of_flavor(Flavor::MySql);
/// assert!((mysql & ServerSet::of_flavor(Flavor::MariaDb)).is_empty());
/// assert_eq!(mysql.to_string(), "MySQL");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ServerSet(pub(crate) u128);

impl ServerSet {
    /// No server.
    pub const EMPTY: ServerSet = ServerSet(0);
    /// Every server that the tables know.
    pub const ALL: ServerSet = ServerSet(u128::MAX >> (128 - RELEASES.len()));

    const MYSQL: ServerSet = Self::find_flavor(Flavor::MySql);
    const MARIADB: ServerSet = Self::find_flavor(Flavor::MariaDb);

    const fn find_flavor(flavor: Flavor) -> Self {
        let (mut set, mut bit) = (0, 0);
        while bit < RELEASES.len() {
            if RELEASES[bit].flavor as u8 == flavor as u8 {
                set |= 1 << bit;
            }
            bit += 1;
        }
        Self(set)
    }

    /// All releases of a flavour.
    pub const fn of_flavor(flavor: Flavor) -> Self {
        match flavor {
            Flavor::MySql => Self::MYSQL,
            Flavor::MariaDb => Self::MARIADB,
        }
    }

    /// Whether none of them is MySQL.
    pub fn is_mariadb(self) -> bool {
        self.is_subset(Self::of_flavor(Flavor::MariaDb))
    }

    /// The releases that their vendors still maintain.
    pub fn supported() -> Self {
        static SUPPORTED: LazyLock<ServerSet> = LazyLock::new(|| ServerSet::filter(|release| release.supported));
        *SUPPORTED
    }

    pub(super) fn filter(keep: impl Fn(&Release) -> bool) -> Self {
        RELEASES
            .iter()
            .enumerate()
            .fold(Self::EMPTY, |set, (bit, release)| set | if keep(release) { Self(1 << bit) } else { Self::EMPTY })
    }

    /// The one release that stands for a version: the newest in the tables that is not newer. `None` for versions before the first.
    pub fn of_version(flavor: Flavor, version: Version) -> Option<Self> {
        let bit = RELEASES.iter().rposition(|release| release.flavor == flavor && release.version <= version)?;
        Some(Self(1 << bit))
    }

    /// The release whose bit it is.
    pub(crate) const fn of_bit(bit: usize) -> Self {
        Self(1 << bit)
    }

    /// Whether nobody is in it.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether all of its servers are in `other` too.
    pub const fn is_subset(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    /// Whether the two have a server in common.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The bit of the first release in it.
    pub(crate) const fn first(self) -> u32 {
        self.0.trailing_zeros()
    }

    /// How many releases are in it.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Flavour and first version of each release in it, oldest first, MySQL before MariaDB.
    pub fn iter(self) -> impl Iterator<Item = (Flavor, Version)> {
        self.releases().map(|(_, release)| (release.flavor, release.version))
    }

    pub(crate) fn releases(self) -> impl Iterator<Item = (usize, &'static Release)> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let bit = (left != 0).then(|| left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some((bit, RELEASES.get(bit)?))
        })
    }

    /// The newest release of a flavour in the set, as a set of one.
    pub fn newest(self, flavor: Flavor) -> Self {
        let bit = self.releases().filter(|(_, release)| release.flavor == flavor).map(|(bit, _)| bit).max();
        bit.map_or(Self::EMPTY, |bit| Self(1 << bit))
    }
}

impl BitAnd for ServerSet {
    type Output = Self;
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for ServerSet {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for ServerSet {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

impl Sub for ServerSet {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl Not for ServerSet {
    type Output = Self;
    fn not(self) -> Self {
        Self::ALL - self
    }
}

/// The runs of neighbouring releases in words: `MySQL 8.0.14 or later, MariaDB before 10.2.3`.
impl fmt::Display for ServerSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for flavor in [Flavor::MySql, Flavor::MariaDb] {
            let first = RELEASES.iter().position(|r| r.flavor == flavor).unwrap_or_default();
            let end = RELEASES.iter().rposition(|r| r.flavor == flavor).map_or(0, |last| last + 1);
            let has = |bit: usize| self.0 >> bit & 1 == 1;
            let mut bit = first;
            let mut named = false;
            while bit < end {
                if !has(bit) {
                    bit += 1;
                    continue;
                }
                let stop = (bit..end).find(|b| !has(*b)).unwrap_or(end);
                f.write_str(separator)?;
                if !named {
                    write!(f, "{flavor}")?;
                }
                let from = RELEASES[bit].version;
                match (bit == first, stop == end) {
                    (true, true) => {}
                    (true, false) => write!(f, " before {}", RELEASES[stop].version)?,
                    (false, true) => write!(f, " {from} or later")?,
                    (false, false) => write!(f, " {from} to before {}", RELEASES[stop].version)?,
                }
                (separator, named, bit) = (if stop == end { ", " } else { " and" }, true, stop);
            }
            if named {
                separator = ", ";
            }
        }
        Ok(())
    }
}

impl fmt::Debug for ServerSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ServerSet({self})")
    }
}
