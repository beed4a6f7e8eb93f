//! In which order scripts run: files whose names show one are replayed one after the other, every other file stands for itself.
//!
//! Flyway (`V1.2__name.sql` by version, then `R__name.sql`), and a leading number, as golang-migrate, goose, dbmate, Rails and the directories
//! of container images have it (`001_name.sql`, `20240101120000_name.up.sql`, `01-users.sql`), in one directory each. What takes a migration
//! back (`U1__name.sql`, `001_name.down.sql`) stands for itself. A configuration may name another order.

use std::cmp::Ordering;
use std::path::Path;

/// Where a file stands among those of its directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Behind the files before it, by its name.
    Numbered,
    /// At the end: run again whenever it changes.
    Repeatable,
    /// For itself.
    Alone,
}

/// The place that a name shows.
pub(super) fn place(path: &Path) -> Place {
    let Some(name) = path.file_name().map(|name| name.to_string_lossy().to_lowercase()) else { return Place::Alone };
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    if name.split('.').any(|part| part == "down" || part == "undo") {
        return Place::Alone;
    }
    if let Some((version, _)) = name.split_once("__") {
        let is_version = |text: &str| {
            !text.is_empty() && text.split(['.', '_']).all(|part| !part.is_empty() && digits(part) == part.len())
        };
        match version.split_at_checked(1) {
            Some(("r", "")) => return Place::Repeatable,
            Some(("v", version)) if is_version(version) => return Place::Numbered,
            _ => {}
        }
    }
    let behind = &name[digits(&name)..];
    let is_numbered = behind.len() < name.len() && behind.starts_with(['_', '-']);
    if is_numbered { Place::Numbered } else { Place::Alone }
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
        byte => byte,
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

    #[test]
    fn a_name_shows_its_place() {
        let of = |name: &str| place(Path::new(name));
        for name in [
            "db/V2__users.sql",
            "V1.2_3__x.sql",
            "001_x.sql",
            "20240101120000_x.up.sql",
            "01-users.sql",
            "V1__a__b.sql",
        ] {
            assert_eq!(of(name), Place::Numbered, "{name}");
        }
        for name in
            ["users.sql", "022.sql", "U2__x.sql", "001_x.down.sql", "V__x.sql", "V1..2__x.sql", "2fast.sql", "a_1.sql"]
        {
            assert_eq!(of(name), Place::Alone, "{name}");
        }
        assert_eq!(of("R__views.sql"), Place::Repeatable);
    }

    #[test]
    fn numbers_are_compared_by_their_value() {
        let mut names = ["V10__x.sql", "V2__x.sql", "V1.10__x.sql", "V1.2__x.sql", "V1__x.sql", "V01_3__x.sql"];
        names.sort_by(|one, other| natural(Path::new(one), Path::new(other)));
        assert_eq!(names, ["V1__x.sql", "V1.2__x.sql", "V01_3__x.sql", "V1.10__x.sql", "V2__x.sql", "V10__x.sql"]);
    }
}
