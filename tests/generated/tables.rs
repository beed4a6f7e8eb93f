//! The lexical classes that are lines of a table, as phrases with the servers that know them. Read anew from the tables, not from what is generated
//! of them.

use std::path::Path;

use replint::server::{Flavor, ServerSet, Version};

/// A phrase of a line, for these servers.
pub struct Phrase {
    pub words: String,
    pub servers: ServerSet,
}

/// The cells of the rows of a table of `grammar/`.
pub fn rows(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("grammar").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).skip(1);
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// `PRIVILEGE` and `COLUMN_PRIVILEGE`.
pub fn privileges(columns: bool) -> Vec<Phrase> {
    let lines = rows("privileges.tsv").into_iter().filter(|row| (row[1] == "yes") == columns);
    lines
        .flat_map(|row| {
            row[0]
                .split('/')
                .map(|words| Phrase { words: words.to_owned(), servers: servers(&row[2], &row[3]) })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// `OPTION.which`: a kind of value, the name of a line, or `default`.
pub fn options(which: &str) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    for row in rows("channel_options.tsv") {
        let also = if which == "default" { servers("-", &row[8]) } else { ServerSet::ALL };
        if (which == "default" && row[8] == "-") || !["default", row[0].as_str(), row[7].as_str()].contains(&which) {
            continue;
        }
        for (word, mysql, mariadb) in [(1, 2, 3), (4, 5, 6)] {
            if row[word] != "-" {
                phrases.push(Phrase { words: row[word].clone(), servers: servers(&row[mysql], &row[mariadb]) & also });
            }
        }
    }
    phrases.retain(|phrase| !phrase.servers.is_empty());
    phrases
}

fn servers(mysql: &str, mariadb: &str) -> ServerSet {
    let inside =
        |(flavor, version): &(Flavor, Version)| holds(if *flavor == Flavor::MySql { mysql } else { mariadb }, *version);
    let sets =
        ServerSet::ALL.iter().filter(inside).filter_map(|(flavor, version)| ServerSet::of_version(flavor, version));
    sets.fold(ServerSet::EMPTY, |all, one| all | one)
}

/// `all`, `-`, or ranges `a..b` separated by commas, without `b`.
fn holds(ranges: &str, version: Version) -> bool {
    let bound = |text: &str| text.parse::<Version>().unwrap_or_else(|error| panic!("{ranges}: {error}"));
    let inside = |range: &str| {
        let (from, to) = range.split_once("..").unwrap_or_else(|| panic!("{ranges} is no range"));
        (from.is_empty() || bound(from) <= version) && (to.is_empty() || version < bound(to))
    };
    ranges == "all" || (ranges != "-" && ranges.split(',').any(inside))
}
