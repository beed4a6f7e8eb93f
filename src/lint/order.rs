//! In which order scripts run: files whose names show one are replayed one after the other, every other file stands for itself.
//!
//! - Flyway: `V1.2__name.sql` by version, then `R__name.sql`, in all folders below one that is called `migration`, `migrations` or `flyway`, if no
//!   version is there twice; else in one folder each.
//! - A leading number, as golang-migrate, goose, dbmate, sqlx, Rails and the folders of container images have it: `001_name.sql`,
//!   `20240101120000_name.up.sql`, `01-users.sql`, in one folder each.
//! - Folders with a leading number, as Diesel and Prisma have them: `2024-01-01-000000_name/up.sql`.
//!
//! What takes a migration back (`U1__name.sql`, `001_name.down.sql`, `001-name-down.sql`) stands for itself, and so do files of one folder that are
//! named after both ends of replication (`01-source.sql`, `02-replica.sql`): they are for several servers. A configuration may name another order.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::Path;

use crate::source::path;

/// Where a file stands among others.
#[derive(Clone, Copy, Debug)]
struct Place<'p> {
    /// The folder below which the others are.
    folder: &'p Path,
    /// At the end, because it runs again whenever it changes.
    is_repeatable: bool,
    /// How many bytes of its name are Flyway's version.
    version: Option<usize>,
    /// What it is ordered by.
    name: &'p Path,
}

/// Files of one folder: index, path, place.
type Files<'p> = Vec<(usize, &'p Path, Place<'p>)>;

/// Indices of the paths that run one after the other; the sequences come in no order.
pub(super) fn sequences<'p>(paths: impl IntoIterator<Item = (usize, &'p Path)>) -> Vec<Vec<usize>> {
    let mut sequences: Vec<Vec<usize>> = Vec::new();
    let mut folders: Vec<(&Path, Files<'_>)> = Vec::new();
    let (mut known, mut last): (HashMap<&OsStr, usize>, Option<usize>) = (HashMap::new(), None);
    let mut roots = Roots::default();
    for (at, path) in paths {
        let Some(place) = place(path, &mut roots) else {
            sequences.push(vec![at]);
            continue;
        };
        // Most often that of the file before.
        let name = place.folder.as_os_str();
        let of_last = last.filter(|last| folders[*last].0.as_os_str() == name);
        let folder = of_last.unwrap_or_else(|| {
            *known.entry(name).or_insert_with(|| {
                folders.push((place.folder, Vec::new()));
                folders.len() - 1
            })
        });
        folders[folder].1.push((at, path, place));
        last = Some(folder);
    }
    for (_, mut files) in folders {
        let sides: Vec<Option<Side>> = files.iter().map(|(_, path, _)| side(path)).collect();
        if sides.contains(&Some(Side::Source)) && sides.contains(&Some(Side::Replica)) {
            let mut sides = sides.into_iter();
            files.retain(|(at, ..)| {
                let is_of_one = sides.next().flatten().is_some();
                sequences.extend(is_of_one.then(|| vec![*at]));
                !is_of_one
            });
        }
        files.sort_by(|(_, path, one), (_, other_path, other)| {
            let by_name = || natural(one.name, other.name).then_with(|| natural(path, other_path));
            one.is_repeatable.cmp(&other.is_repeatable).then_with(by_name)
        });
        if files.windows(2).any(|pair| is_version_of(&pair[0].2, &pair[1].2)) {
            files.sort_by_key(|(_, path, _)| path.parent());
            let in_one_folder =
                |(_, one, _): &(usize, &Path, _), (_, other, _): &(_, &Path, _)| one.parent() == other.parent();
            let indices = |files: &[(usize, &Path, _)]| files.iter().map(|(at, ..)| *at).collect();
            sequences.extend(files.chunk_by(in_one_folder).map(indices));
        } else if !files.is_empty() {
            sequences.push(files.iter().map(|(at, ..)| *at).collect());
        }
    }
    sequences
}

/// The place that a name shows.
fn place<'p>(path: &'p Path, roots: &mut Roots<'p>) -> Option<Place<'p>> {
    let (folder, file_name) = path::split(path)?;
    let bytes = file_name.as_encoded_bytes();
    let stem = match bytes.split_last_chunk::<4>() {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(b".sql") => stem,
        _ => bytes,
    };
    let last = stem.rsplit(|byte| matches!(byte, b'.' | b'_' | b'-')).next().unwrap_or_default();
    let is = |word: &[u8], other: &str| word.eq_ignore_ascii_case(other.as_bytes());
    if ["down", "undo", "rollback"].iter().any(|word| is(last, word)) {
        return None;
    }
    let name = Path::new(file_name);
    if let Some(version) = flyway(stem) {
        let version = (!is(version, "r")).then_some(version.len());
        let folder = roots.of(folder);
        return Some(Place { folder, is_repeatable: version.is_none(), version, name });
    }
    let (folder, name) = if ["up", "migration"].iter().any(|word| is(stem, word)) {
        let (above, numbered) = path::split(folder).filter(|(_, name)| is_numbered(name.as_encoded_bytes()))?;
        (above, Path::new(numbered))
    } else {
        is_numbered(stem).then_some((folder, name))?
    };
    Some(Place { folder, is_repeatable: false, version: None, name })
}

/// The folders below which Flyway's files are together.
#[derive(Default)]
struct Roots<'p> {
    /// The last folder that was asked about, and its own: that of most files behind it.
    last: Option<(&'p Path, &'p Path)>,
}

impl<'p> Roots<'p> {
    fn of(&mut self, folder: &'p Path) -> &'p Path {
        match self.last {
            Some((last, root)) if last.as_os_str() == folder.as_os_str() => root,
            _ => {
                let root = flyway_root(folder).unwrap_or(folder);
                self.last = Some((folder, root));
                root
            }
        }
    }
}

/// The uppermost of a folder and those above it that has a name that Flyway's folders have.
fn flyway_root(folder: &Path) -> Option<&Path> {
    let is_root =
        |name: &OsStr| ["migration", "migrations", "flyway"].into_iter().any(|root| name.eq_ignore_ascii_case(root));
    let (mut root, mut below) = (None, Some(folder));
    while let Some(here) = below {
        let parts = path::split(here);
        if parts.is_some_and(|(_, name)| is_root(name)) {
            root = Some(here);
        }
        below = parts.map(|(above, _)| above).or_else(|| here.parent());
    }
    root
}

/// The version in a name that is one of Flyway's, with its `V`; `R` for a script that runs again.
fn flyway(stem: &[u8]) -> Option<&[u8]> {
    let version = stem.get(..stem.windows(2).position(|two| two == b"__")?)?;
    let is_number = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let is_one = match version {
        [b'r' | b'R'] => true,
        [b'v' | b'V', numbers @ ..] => numbers.split(|byte| matches!(byte, b'.' | b'_')).all(is_number),
        _ => false,
    };
    is_one.then_some(version)
}

fn is_numbered(name: &[u8]) -> bool {
    let digits = name.iter().take_while(|byte| byte.is_ascii_digit()).count();
    digits > 0 && matches!(name.get(digits), Some(b'_' | b'-'))
}

/// Whether two of Flyway's names have the same version.
fn is_version_of<'p>(one: &Place<'p>, other: &Place<'p>) -> bool {
    let version = |place: &Place<'p>| place.name.as_os_str().as_encoded_bytes().get(..place.version?);
    version(one).zip(version(other)).is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
}

/// An end of replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Source,
    Replica,
}

/// The end that a file is named after.
fn side(path: &Path) -> Option<Side> {
    const SIDES: [(&str, Side); 7] = [
        ("source", Side::Source),
        ("master", Side::Source),
        ("primary", Side::Source),
        ("replica", Side::Replica),
        ("slave", Side::Replica),
        ("secondary", Side::Replica),
        ("standby", Side::Replica),
    ];
    let name = path::split(path)?.1.as_encoded_bytes();
    let of_word =
        |word: &[u8]| SIDES.iter().find(|(side, _)| word.eq_ignore_ascii_case(side.as_bytes())).map(|(_, side)| *side);
    name.split(|byte| !byte.is_ascii_alphabetic()).find_map(of_word)
}

/// The natural order of names: numbers by their value, everything else by its bytes; of equal names the shorter way to write it first.
pub(super) fn natural(one: &Path, other: &Path) -> Ordering {
    let (mut one_rest, mut other_rest) = (one.as_os_str().as_encoded_bytes(), other.as_os_str().as_encoded_bytes());
    // What is the same decides nothing, but for a number that goes on.
    let same = path::common(one_rest, other_rest);
    let before_number = one_rest[..same].iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |at| at + 1);
    (one_rest, other_rest) = (&one_rest[before_number..], &other_rest[before_number..]);
    loop {
        let (Some(first), Some(second)) = (one_rest.first(), other_rest.first()) else {
            return one_rest.len().cmp(&other_rest.len()).then_with(|| one.cmp(other));
        };
        let ordering = if first.is_ascii_digit() && second.is_ascii_digit() {
            let (first, second) = (number(&mut one_rest), number(&mut other_rest));
            first.len().cmp(&second.len()).then(first.cmp(second))
        } else {
            (one_rest, other_rest) = (&one_rest[1..], &other_rest[1..]);
            rank(*first).cmp(&rank(*second))
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}

/// Flyway writes one version as `1.2` and as `1_2`; what separates comes before what is separated.
fn rank(byte: u8) -> u8 {
    match byte {
        b'/' => 0,
        b'.' | b'_' => 1,
        byte => byte.to_ascii_lowercase(),
    }
}

/// Takes the digits off, without zeros in front.
fn number<'t>(rest: &mut &'t [u8]) -> &'t [u8] {
    let len = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, behind) = rest.split_at(len);
    *rest = behind;
    &digits[digits.iter().take_while(|byte| **byte == b'0').count()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sequences of paths that are sorted, each as one line.
    fn read(paths: &[&str]) -> Vec<String> {
        let mut sequences = sequences(paths.iter().map(|path| Path::new(*path)).enumerate());
        sequences.sort_by_key(|sequence| sequence.iter().min().copied());
        let names = |sequence: Vec<usize>| sequence.into_iter().map(|at| paths[at]).collect::<Vec<_>>().join(" ");
        sequences.into_iter().map(names).collect()
    }

    #[test]
    fn names_show_an_order() {
        let together: [&[&str]; 12] = [
            &[
                "V1__x.sql",
                "V1.2__x.sql",
                "V01_3__x.sql",
                "V1.10__x.sql",
                "V2__x.sql",
                "V10__x.sql",
                "R__a.sql",
                "R__b.sql",
            ],
            &[
                "db/migration/V1__a.sql",
                "db/migration/2024/V2__b.sql",
                "db/migration/2023/V3__c.sql",
                "db/migration/R__z.sql",
            ],
            &["v1__a.SQL", "V2__a.sql"],
            &["001_x.sql", "002_x.sql", "010_x.sql"],
            &["1_x.sql", "2_x.sql", "10_x.sql"],
            &["20240101120000_x.sql", "20240102120000_a.sql"],
            &["2024-01-02-a.sql", "2024-01-10-a.sql"],
            &["000001_a.up.sql", "000002_b.up.sql"],
            &["01-users.sql", "02-grants.sql"],
            &["m/2024-01-01-000000_b/up.sql", "m/2024-01-02-000000_a/up.sql"],
            &["migrations/20240101_b/migration.sql", "migrations/20240102_a/migration.sql"],
            &["01_source.sql", "02_more.sql"],
        ];
        for paths in together {
            let mut sorted = paths.to_vec();
            sorted.sort();
            assert_eq!(read(&sorted), [paths.join(" ")]);
        }
    }

    #[test]
    fn other_files_stand_for_themselves() {
        let apart: [&[&str]; 13] = [
            &["a.sql", "b.sql"],
            &["022.sql", "023.sql"],
            &["5.7.sql", "8.0.sql"],
            &["2fast.sql", "3fast.sql"],
            &["a_1.sql", "a_2.sql"],
            &["V__x.sql", "V1..2__x.sql", "V1_x.sql"],
            &["U1__x.sql", "V1__x.sql"],
            &["001_x.down.sql", "001_x.up.sql"],
            &["001-x-down.sql", "001-x-up.sql"],
            &["m/1_a/down.sql", "m/1_a/up.sql"],
            &["a/1_x.sql", "b/2_x.sql"],
            &["one/V1__x.sql", "two/V2__x.sql"],
            &["01-master.sql", "02-slave.sql"],
        ];
        for paths in apart {
            assert_eq!(read(paths), paths);
        }
    }

    #[test]
    fn two_of_a_version_are_of_two_databases() {
        let paths =
            ["migrations/a/V1__x.sql", "migrations/a/V2__x.sql", "migrations/b/V1.0__y.sql", "migrations/b/V1__y.sql"];
        assert_eq!(read(&paths[..2]), [paths[..2].join(" ")]);
        let paths = [paths[0], paths[1], paths[3]];
        assert_eq!(read(&paths), [paths[..2].join(" "), paths[2].to_owned()]);
    }
}
