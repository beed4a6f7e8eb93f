//! Servers that a repository runs: images of containers, wherever their names stand, and variables such as `mariadb_version`.

use std::collections::BTreeMap;
use std::path::Path;

use crate::server::{Flavor, Target, Version};

/// The servers, each with the place where it was first seen.
#[derive(Debug, Default)]
pub(super) struct Images {
    seen: BTreeMap<(Flavor, Version), (Target, String)>,
}

/// The last part of an image's name, and the flavour of what is in it.
const NAMES: [(&str, &str); 6] = [
    ("mysql", "mysql"),
    ("mysql-server", "mysql"),
    ("percona", "mysql"),
    ("percona-server", "mysql"),
    ("mariadb", "mariadb"),
    ("mariadb-server", "mariadb"),
];

/// The ends of variables that hold a server's version, behind `mysql_` and its like.
const VARIABLES: [&str; 4] = ["server_version", "image_tag", "version", "tag"];

/// Compose files and their variables, CI files, manifests, charts, playbooks; and recipes of images.
pub(super) fn is_looked_into(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let ends = [".yml", ".yaml", ".toml", ".tf", ".dockerfile", "jenkinsfile", ".nomad", ".hcl"];
    let starts = ["dockerfile", "containerfile", ".env"];
    starts.iter().any(|start| name.starts_with(start)) || ends.iter().any(|end| name.ends_with(end))
}

impl Images {
    pub(super) fn look_at(&mut self, path: &str, text: &str) {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with(['#', '/'])) {
            // There a name and a version are those of a library.
            let of_variable = Some(line).filter(|_| !path.ends_with(".toml")).and_then(variable);
            for target in targets(line).into_iter().chain(of_variable) {
                let place = format!("{path}:{}", at + 1);
                self.seen.entry((target.flavor, target.version)).or_insert((target, place));
            }
        }
    }

    pub(super) fn notes(&self) -> Vec<String> {
        if self.seen.is_empty() {
            return vec!["no server was found: set `targets`, such as [\"mysql-8.4\"], to what you run".to_owned()];
        }
        self.seen.values().map(|(target, place)| format!("target {}, from {place}", target.name())).collect()
    }

    /// The line of the targets.
    pub(super) fn to_toml(&self) -> String {
        if self.seen.is_empty() {
            return "# targets = [\"mysql-8.4\"]\n".to_owned();
        }
        let names: Vec<String> = self.seen.values().map(|(target, _)| format!("\"{}\"", target.name())).collect();
        let places: Vec<&str> = self.seen.values().map(|(_, place)| &**place).collect();
        format!("# Found in {}.\ntargets = [{}]\n", places.join(", "), names.join(", "))
    }
}

/// The series that a line names: `image: "percona/percona-server:8.0.36-1"`.
fn targets(line: &str) -> Vec<Target> {
    let mut found = Vec::new();
    for (at, _) in line.match_indices(':') {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        let before = line[..at].trim_end_matches(is_part);
        let (name, tag) = (&line[before.len()..at], &line[at + 1..]);
        let Some((_, flavour)) = NAMES.iter().find(|(known, _)| *known == name) else { continue };
        // `${MYSQL_VERSION:-8.0}` has a default.
        let default = tag.strip_prefix("${").and_then(|tag| tag.split('}').next()?.split_once('-'));
        found.extend(series(flavour, default.map_or(tag, |(_, default)| default)));
    }
    found
}

/// The series that the start of a text names.
fn series(flavour: &str, text: &str) -> Option<Target> {
    let version = text.split(|c: char| !c.is_ascii_digit() && c != '.').next().unwrap_or_default();
    let parts: Vec<&str> = version.split('.').take(2).collect();
    // `mysql:3306` is a host and a port.
    if parts[0].len() > 2 || parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    Target::parse(&format!("{flavour}-{}", parts.join("."))).ok()?.pop()
}

/// The series of `mariadb_version: "10.11"`, `MYSQL_VERSION=8.0`.
fn variable(line: &str) -> Option<Target> {
    let (name, value) = line.split_once([':', '='])?;
    let name = name.rsplit([' ', '\t', '"', '{']).find(|word| !word.is_empty())?.to_ascii_lowercase().replace('-', "_");
    let before = VARIABLES.iter().find_map(|end| name.strip_suffix(end)?.strip_suffix('_'))?;
    let flavour =
        ["mysql", "mariadb", "percona"].into_iter().find(|flavour| before.rsplit('_').next() == Some(flavour))?;
    series(flavour, value.trim_start_matches([' ', '\t', '=', '"', '\'', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_name_servers() {
        let of = |line: &str| targets(line).iter().map(Target::name).collect::<Vec<_>>().join(" ");
        assert_eq!(of("    image: mysql:8.0"), "mysql-8.0");
        assert_eq!(of("image: \"docker.io/library/mariadb:10.11.5-jammy\""), "mariadb-10.11");
        assert_eq!(of("FROM percona/percona-server:8.0.36-1 AS db"), "mysql-8.0");
        assert_eq!(of("image: [mysql:5.7, mysql:8.4]"), "mysql-5.7 mysql-8.4");
        assert_eq!(of("image: mysql:8@sha256:0123"), "mysql-8.4");
        for line in
            ["image: mysql:latest", "mysql:3306", "mysql: 8.0", "my-mysql:8.0", "mysql:${TAG}", "postgres:16", "mysql:"]
        {
            assert_eq!(of(line), "", "{line}");
        }
        assert_eq!(of("image: mysql:${MYSQL_VERSION:-8.0}"), "mysql-8.0");
    }

    #[test]
    fn variables_name_servers() {
        let of = |line: &str| variable(line).map(|target| target.name()).unwrap_or_default();
        assert_eq!(of("mariadb_version: \"10.11\""), "mariadb-10.11");
        assert_eq!(of("MYSQL_VERSION=8.0.36"), "mysql-8.0");
        assert_eq!(of("percona_server_version: 8.4"), "mysql-8.4");
        assert_eq!(of("ARG db_mysql_version = 5.7"), "mysql-5.7");
        assert_eq!(of("          mariadb-version: ['11.4', '10.6']"), "mariadb-11.4");
        for line in [
            "mysql_connector_version: 8.0.33",
            "version: 8.0",
            "mysql_version: \"{{ x }}\"",
            "mysql_port: 3306",
            "mysql_version:",
        ] {
            assert_eq!(of(line), "", "{line}");
        }
    }
}
