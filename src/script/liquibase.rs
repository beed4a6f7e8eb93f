//! Liquibase's formatted SQL: `--changeset author:id dbms:postgresql` says for which databases the statements behind it are.

/// How much of such a comment is read, in bytes.
pub(super) const LONGEST: usize = 4 << 10;

/// Whether the statements behind a comment are for other databases only; `None` if it begins no changeset.
pub(super) fn is_for_others(comment: &[u8]) -> Option<bool> {
    let line = comment.strip_prefix(b"--")?.trim_ascii_start();
    let line = line.get(..LONGEST).unwrap_or(line).split(|byte| *byte == b'\n').next()?;
    let is_changeset = line.get(..10).is_some_and(|word| word.eq_ignore_ascii_case(b"changeset "));
    let line = String::from_utf8_lossy(is_changeset.then_some(line)?).to_ascii_lowercase();
    let Some((_, names)) = line.split_once("dbms:") else { return Some(false) };
    let names = names.split(' ').next().unwrap_or_default().trim_matches(['"', '\'']);
    let is_ours = |name: &str| matches!(name, "mysql" | "mariadb" | "all");
    let (without, with): (Vec<&str>, Vec<&str>) =
        names.split(',').map(str::trim).filter(|name| !name.is_empty()).partition(|name| name.starts_with('!'));
    // `!mysql` without any other name: every database but this one.
    let named = with.iter().any(|name| is_ours(name));
    let excluded = ["mysql", "mariadb"].iter().all(|ours| without.iter().any(|name| name[1..] == **ours));
    Some(if with.is_empty() { excluded } else { !named })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changeset_names_its_databases() {
        let read = |line: &str| is_for_others(line.as_bytes());
        assert_eq!(read("-- a comment"), None);
        assert_eq!(read("--changeset jo:1"), Some(false));
        assert_eq!(read("--changeset jo:1 dbms:mysql,postgresql"), Some(false));
        assert_eq!(read("-- changeset jo:1 runOnChange:true dbms:postgresql\nCREATE"), Some(true));
        assert_eq!(read("--CHANGESET jo:1 DBMS:\"oracle\""), Some(true));
        assert_eq!(read("--changeset jo:1 dbms:!postgresql"), Some(false));
        assert_eq!(read("--changeset jo:1 dbms:!mysql,!mariadb"), Some(true));
    }
}
