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
use std::path::Path;

/// Where a file stands among others.
#[derive(Clone, Copy, Debug)]
struct Place<'p> {
    /// The folder below which the others are.
    folder: &'p Path,
    /// At the end, because it runs again whenever it changes.
    is_repeatable: bool,
    /// What it is ordered by.
    name: &'p Path,
}

/// Indices of the paths that run one after the other; the sequences come in no order.
pub(super) fn sequences<'p>(paths: impl IntoIterator<Item = (usize, &'p Path)>) -> Vec<Vec<usize>> {
    let mut sequences: Vec<Vec<usize>> = Vec::new();
    let mut folders: HashMap<&Path, Vec<(usize, &Path, Place<'_>)>> = HashMap::new();
    for (at, path) in paths {
        match place(path) {
            Some(place) => folders.entry(place.folder).or_default().push((at, path, place)),
            None => sequences.push(vec![at]),
        }
    }
    for mut files in folders.into_values() {
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
        if files.windows(2).any(|pair| is_version_of(pair[0].2.name, pair[1].2.name)) {
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
fn place(path: &Path) -> Option<Place<'_>> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let stem = name.strip_suffix(".sql").unwrap_or(&name);
    let last = stem.rsplit(['.', '_', '-']).next().unwrap_or_default();
    if ["down", "undo", "rollback"].contains(&last) {
        return None;
    }
    let folder = path.parent()?;
    let name = Path::new(path.file_name()?);
    if let Some(is_repeatable) = flyway(stem) {
        let is_root = |folder: &&Path| {
            let is = |root| folder.file_name().is_some_and(|name| name.eq_ignore_ascii_case(root));
            ["migration", "migrations", "flyway"].into_iter().any(is)
        };
        let folder = folder.ancestors().filter(is_root).last().unwrap_or(folder);
        return Some(Place { folder, is_repeatable, name });
    }
    if ["up", "migration"].contains(&stem) {
        let numbered = folder.file_name().filter(|name| is_numbered(&name.to_string_lossy()))?;
        return Some(Place { folder: folder.parent()?, is_repeatable: false, name: Path::new(numbered) });
    }
    is_numbered(stem).then_some(Place { folder, is_repeatable: false, name })
}

/// Whether a name in lower case is one of Flyway's, and of a script that runs again.
fn flyway(stem: &str) -> Option<bool> {
    let (version, _) = stem.split_once("__")?;
    if version == "r" {
        return Some(true);
    }
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    version.strip_prefix('v')?.split(['.', '_']).all(is_number).then_some(false)
}

fn is_numbered(name: &str) -> bool {
    let behind = name.trim_start_matches(|c: char| c.is_ascii_digit());
    behind.len() < name.len() && behind.starts_with(['_', '-'])
}

/// Whether two of Flyway's names have the same version.
fn is_version_of(one: &Path, other: &Path) -> bool {
    let (one, other) = (one.to_string_lossy(), other.to_string_lossy());
    let version = |(version, _): (_, _)| Some(version).filter(|version: &&str| version.starts_with(['v', 'V']));
    let versions = one.split_once("__").and_then(version).zip(other.split_once("__").and_then(version));
    versions.is_some_and(|(one, other)| one.eq_ignore_ascii_case(other))
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
    let name = path.file_name()?.to_string_lossy();
    let of_word = |word: &str| SIDES.iter().find(|(side, _)| word.eq_ignore_ascii_case(side)).map(|(_, side)| *side);
    name.split(|c: char| !c.is_ascii_alphabetic()).find_map(of_word)
}

/// The natural order of names: numbers by their value, everything else by its characters; of equal names the shorter way to write it first.
pub(super) fn natural(one: &Path, other: &Path) -> Ordering {
    let (one_name, other_name) = (one.to_string_lossy(), other.to_string_lossy());
    let (mut one_rest, mut other_rest) = (one_name.as_bytes(), other_name.as_bytes());
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
