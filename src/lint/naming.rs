//! How a message names the targets that it is about.

use std::fmt::Write as _;

use crate::server::{Flavor, ServerSet, Target, Targets};

/// Which targets are among the servers, as the user named them: the end of a message. A message that names versions is compared with the
/// target: `; the target is MySQL 5.7`. Of several targets those that refuse the statement are named: `; refused by MySQL 5.7 and 8.0`.
pub(super) fn refused_by(servers: ServerSet, targets: &Targets, names_versions: bool) -> String {
    let refusing: Vec<&Target> = targets.named().iter().filter(|target| target.servers.intersects(servers)).collect();
    match targets.named() {
        [] => String::new(),
        [one] if names_versions => format!("; the target is {one}"),
        [_] => String::new(),
        all if all.len() == refusing.len() => "; refused by all targets".to_owned(),
        all => format!("; refused by {}", names(&refusing, all)),
    }
}

/// The servers that a finding holds for, where they are not all that were `asked` about: the end of its message.
pub(super) fn holding_for(servers: ServerSet, asked: ServerSet, targets: &Targets) -> String {
    if servers == asked {
        return String::new();
    }
    let holding: Vec<&Target> = targets.named().iter().filter(|target| target.servers.intersects(servers)).collect();
    match targets.named() {
        [] => format!("; on {servers}"),
        all => format!("; on {}", names(&holding, all)),
    }
}

/// Targets by flavour, four or more neighbours as a range.
fn names(refusing: &[&Target], named: &[Target]) -> String {
    let mut parts: Vec<String> = Vec::new();
    for flavor in [Flavor::MySql, Flavor::MariaDb] {
        let mut all: Vec<&Target> = named.iter().filter(|target| target.flavor == flavor).collect();
        all.sort_by_key(|target| target.version);
        let runs = all.split(|target| !refusing.contains(target)).filter(|run| !run.is_empty());
        let mut flavor_name = Some(format!("{flavor} "));
        for run in runs {
            match run {
                [first, _, .., _, last] => parts.push(format!("{first} to {}", version(last))),
                few => parts.extend(few.iter().map(|target| flavor_name.take().unwrap_or_default() + &version(target))),
            }
            flavor_name.take();
        }
    }
    let mut text = String::new();
    for (at, part) in parts.iter().enumerate() {
        let separator = match at {
            0 => "",
            _ if at + 1 == parts.len() => " and ",
            _ => ", ",
        };
        let _ = write!(text, "{separator}{part}");
    }
    text
}

/// Without the flavour.
fn version(target: &Target) -> String {
    let name = target.to_string();
    name.split_once(' ').map_or_else(|| name.clone(), |(_, version)| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(targets: &str, refusing: &str) -> String {
        let targets: Targets = targets.parse().unwrap();
        let refusing: Targets = refusing.parse().unwrap();
        refused_by(refusing.servers(), &targets, false)
    }

    #[test]
    fn one_target_needs_no_name() {
        assert_eq!(named("mysql-8.4", "mysql-8.4"), "");
        assert_eq!(named("", "mysql-8.4"), "");
        let target: Targets = "mysql-5.7".parse().unwrap();
        assert_eq!(refused_by(target.servers(), &target, true), "; the target is MySQL 5.7");
    }

    #[test]
    fn several_are_named_as_the_user_did() {
        assert_eq!(named("mysql-5.7, mysql-8.0.20", "mysql-8.0.20"), "; refused by MySQL 8.0.20");
        assert_eq!(
            named("mysql-5.7, mysql-8.4, mariadb-10.11", "mysql-5.7,mysql-8.4"),
            "; refused by MySQL 5.7 and 8.4"
        );
        assert_eq!(named("mysql-8.4,mariadb-10.11", "mysql-8.4,mariadb-10.11"), "; refused by all targets");
    }

    #[test]
    fn neighbours_are_a_range() {
        assert_eq!(
            named("mysql-5.5..9.7,mariadb-11.4,mariadb-10.6", "mysql-5.5,mysql-5.7..8.2,mariadb-10.6"),
            "; refused by MySQL 5.5, MySQL 5.7 to 8.2 and MariaDB 10.6"
        );
    }
}
