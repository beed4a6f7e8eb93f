//! Which files of a directory are looked at; a file that is named always is.

use std::path::Path;

use crate::source;

/// Scripts.
const SCRIPTS: &[&str] = &[".sql", ".ddl"];

/// Scripts that a template engine fills in.
const TEMPLATES: &[&str] =
    &[".sql.j2", ".sql.erb", ".sql.tpl", ".sql.tmpl", ".sql.template", ".sql.in", ".sql.example"];

/// Option files of servers and clients.
const OPTION_FILES: &[&str] = &[".cnf"];

/// What a directory stands for, in messages.
pub(super) const NAMES: &str = "*.sql, *.ddl, *.cnf or *.sql.j2";

/// Whether a file of this name is looked at when a directory is walked. Of those whose names start with a dot it is the user's own option file.
pub(super) fn is_checked(path: &Path, is_hidden: bool) -> bool {
    let Some((_, name)) = source::path::split(path) else { return false };
    let name = name.as_encoded_bytes();
    let has_end = |end: &&str| {
        let behind = name.len().checked_sub(end.len()).and_then(|at| name.get(at..));
        behind.is_some_and(|behind| behind.eq_ignore_ascii_case(end.as_bytes()))
    };
    let ends = |ends: &[&str]| ends.iter().any(&has_end);
    if is_hidden {
        name.eq_ignore_ascii_case(b".my.cnf")
    } else {
        [SCRIPTS, TEMPLATES, OPTION_FILES].iter().any(|known| ends(known))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_and_templates_are_looked_at() {
        for name in
            ["a.sql", "A.SQL", "b.ddl", "c.sql.j2", "d.sql.erb", "e.sql.example", "a b\n.sql", "my.cnf", ".my.cnf"]
        {
            assert!(is_checked(Path::new(name), name.starts_with('.')), "{name}");
        }
        for name in ["a.txt", "sql", "a.sql.gz", "a.j2", "a.sql~", "a.sql.orig", ".a.sql", ".a.cnf"] {
            assert!(!is_checked(Path::new(name), name.starts_with('.')), "{name}");
        }
    }
}
