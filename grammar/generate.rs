//! Writes `src/server/tables.rs` from the tables of this folder and the keywords of the parser's productions, `src/tls/tables.rs` from those
//! about TLS (`tls.rs`), `src/server/account_tables.rs` from those about accounts (`accounts.rs`), `src/server/option_tables.rs` from those about option files (`options.rs`), and `*.ebnf` from the productions. Needs nothing but std, so that it runs while the crate does not compile:
//! `rustc --edition 2024 -o target/generate grammar/generate.rs && target/generate`. `tests/grammar_sync.rs` holds the results current.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "accounts.rs"]
mod accounts;
#[path = "options.rs"]
mod options;
#[path = "tls.rs"]
mod tls;

type Version = (u16, u16, u16);

/// The places of `keywords.tsv`, in the order of `server::Place`.
pub const PLACES: [&str; 14] = [
    "user",
    "grantee",
    "rename",
    "role",
    "droprole",
    "granted",
    "setdefault",
    "db",
    "table",
    "column",
    "plugin",
    "filterdb",
    "privuser",
    "variable",
];

#[allow(dead_code)] // not the entry point where tests include this file
fn main() {
    for (path, text) in outputs(Path::new(".")) {
        if fs::read_to_string(&path).ok().as_deref() != Some(&text) {
            fs::write(&path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            println!("wrote {}", path.display());
        }
    }
}

/// Every generated file with its text; `root` is the repository.
pub fn outputs(root: &Path) -> Vec<(PathBuf, String)> {
    let productions = productions(root);
    let tables = Tables::read(root, &productions);
    let mut files = vec![
        (root.join("src/server/tables.rs"), tables.render()),
        (root.join("src/server/account_tables.rs"), accounts::render(root, &tables)),
        (root.join("src/server/option_tables.rs"), options::render(root, &tables)),
        (root.join("src/tls/tables.rs"), tls::render(root, &tables)),
    ];
    for room in ["replication", "account", "privilege", "set", "lexical"] {
        let mut text = format!(
            "(* {room}: written by tests/grammar_sync.rs from the doc comments of the parser; see README.md. *)\n"
        );
        for production in productions.iter().filter(|p| p.room == room) {
            write!(text, "\n{}\n", production.text).unwrap();
        }
        files.push((root.join(format!("grammar/{room}.ebnf")), text));
    }
    files
}

/// One ```` ```ebnf ```` block of a doc comment.
pub struct Production {
    /// The file of `grammar/` that it belongs to: the folder of the parser that holds it.
    pub room: String,
    /// The block as it stands.
    pub text: String,
}

/// All productions, in the order of paths and lines.
pub fn productions(root: &Path) -> Vec<Production> {
    let mut files = Vec::new();
    walk(&root.join("src/parser"), &mut files);
    files.push(root.join("src/lexer/mod.rs"));
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let Ok(source) = fs::read_to_string(&file) else { continue };
        let shown = file.to_string_lossy().replace('\\', "/");
        let room = ["replication", "account", "privilege", "set"]
            .into_iter()
            .find(|room| shown.contains(&format!("parser/{room}")));
        let mut block: Option<String> = None;
        for line in source.lines().map(str::trim_start) {
            let Some(doc) = line.strip_prefix("///").or(line.strip_prefix("//!")) else { continue };
            let doc = doc.strip_prefix(' ').unwrap_or(doc);
            match (&mut block, doc.trim()) {
                (None, "```ebnf") => block = Some(String::new()),
                (Some(_), "```") => found.push(Production {
                    room: room.unwrap_or("lexical").to_owned(),
                    text: block.take().unwrap().trim_end().to_owned(),
                }),
                (Some(text), _) => writeln!(text, "{doc}").unwrap(),
                _ => {}
            }
        }
    }
    found
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => walk(&path, files),
            path if path.extension().is_some_and(|e| e == "rs") => files.push(path),
            _ => {}
        }
    }
}

/// The quoted words of the productions.
fn quoted_words(productions: &[Production]) -> BTreeSet<String> {
    let texts = productions.iter().flat_map(|p| p.text.split('"').skip(1).step_by(2));
    texts
        .map(|t| t.trim_end_matches('('))
        .filter(|t| t.starts_with(|c: char| c.is_ascii_uppercase()))
        .map(str::to_owned)
        .collect()
}

struct Release {
    mysql: bool,
    version: Version,
    /// The last release of the series, if this is where `mysql-8.0` points.
    stands_for: Option<Version>,
    supported: bool,
}

struct Tables {
    releases: Vec<Release>,
    features: Vec<Vec<String>>,
    behaviours: Vec<Vec<String>>,
    options: Vec<Vec<String>>,
    limits: Vec<Vec<String>>,
    keywords: Vec<Vec<String>>,
    privileges: Vec<Vec<String>>,
    words: BTreeSet<String>,
}

/// The rows of a table, without comments and heading.
pub fn rows(root: &Path, name: &str) -> Vec<Vec<String>> {
    let path = root.join("grammar").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let width = lines.next().map_or(0, |heading| heading.split('\t').count());
    lines
        .map(|line| {
            let row: Vec<String> = line.split('\t').map(|cell| cell.trim().to_owned()).collect();
            assert_eq!(row.len(), width, "{name}: {line:?} has not as many columns as the heading");
            row
        })
        .collect()
}

fn version(text: &str) -> Version {
    let parts: Vec<u16> =
        text.split('.').map(|p| p.parse().unwrap_or_else(|_| panic!("not a version: {text:?}"))).collect();
    assert_eq!(parts.len(), 3, "a version of the tables has three parts: {text:?}");
    (parts[0], parts[1], parts[2])
}

/// `all`, `-`, or ranges `a..b` separated by commas; an open end is missing, `b` no longer belongs to it.
fn ranges(text: &str) -> Vec<(Option<Version>, Option<Version>)> {
    match text {
        "-" => Vec::new(),
        "all" => vec![(None, None)],
        _ => text
            .split(',')
            .map(|range| {
                let (from, to) = range.split_once("..").unwrap_or_else(|| panic!("not a range: {range:?}"));
                let bound = |b: &str| (!b.is_empty()).then(|| version(b));
                let (from, to) = (bound(from), bound(to));
                assert!(from.is_none() || to.is_none() || from < to, "an empty range: {range:?}");
                (from, to)
            })
            .collect(),
    }
}

impl Tables {
    fn read(root: &Path, productions: &[Production]) -> Self {
        let (features, options) = (rows(root, "features.tsv"), rows(root, "channel_options.tsv"));
        let (keywords, privileges) = (rows(root, "keywords.tsv"), rows(root, "privileges.tsv"));
        let (behaviours, limits) = (rows(root, "behaviours.tsv"), rows(root, "option_limits.tsv"));
        let mut changes: BTreeSet<(bool, Version)> = BTreeSet::new();
        let mut note = |mysql: bool, text: &str| {
            for bound in ranges(text).into_iter().flat_map(|(from, to)| [from, to]).flatten() {
                changes.insert((mysql, bound));
            }
        };
        for row in features.iter().chain(&behaviours) {
            note(true, &row[2]);
            note(false, &row[3]);
        }
        for row in &options {
            for (column, mysql) in [(2, true), (3, false), (5, true), (6, false), (8, false)] {
                note(mysql, &row[column]);
            }
        }
        for row in &limits {
            note(true, &row[3]);
            note(false, &row[4]);
        }
        for row in keywords.iter().chain(&privileges) {
            note(true, &row[2]);
            note(false, &row[3]);
        }
        for (mysql, text) in tls::ranges(root).into_iter().chain(accounts::ranges(root)).chain(options::ranges(root)) {
            note(mysql, &text);
        }
        let series: Vec<Vec<String>> = rows(root, "servers.tsv");
        for row in &series {
            changes.insert((row[0] == "mysql", version(&row[2])));
        }
        let mut releases: Vec<Release> = changes
            .iter()
            .filter(|(mysql, v)| series.iter().any(|s| (s[0] == "mysql") == *mysql && version(&s[2]) <= *v))
            .map(|(mysql, v)| Release { mysql: *mysql, version: *v, stands_for: None, supported: false })
            .collect();
        releases.sort_by_key(|r| (!r.mysql, r.version));
        for row in &series {
            let (mysql, first, last) = (row[0] == "mysql", version(&row[2]), version(&row[3]));
            for release in
                releases.iter_mut().filter(|r| r.mysql == mysql && (r.version.0, r.version.1) == (first.0, first.1))
            {
                release.supported = row[4] == "yes";
            }
            let newest = releases.iter_mut().filter(|r| r.mysql == mysql && r.version >= first && r.version <= last);
            newest.max_by_key(|r| r.version).expect("a series has a release").stands_for = Some(last);
        }
        assert!(releases.len() <= 128, "{} releases do not fit a ServerSet", releases.len());
        let mut words = quoted_words(productions);
        words.extend(keywords.iter().map(|row| row[0].clone()));
        words.extend(options.iter().flat_map(|row| [row[1].clone(), row[4].clone()]).filter(|word| word != "-"));
        words.extend(privileges.iter().flat_map(|row| row[0].split([' ', '/']).map(str::to_owned)));
        Self { releases, features, behaviours, options, limits, keywords, privileges, words }
    }

    fn set(&self, mysql: &str, mariadb: &str) -> u128 {
        let (mysql, mariadb) = (ranges(mysql), ranges(mariadb));
        self.releases.iter().enumerate().fold(0, |set, (bit, release)| {
            let ranges = if release.mysql { &mysql } else { &mariadb };
            let inside = |(from, to): &(Option<Version>, Option<Version>)| {
                from.is_none_or(|v| v <= release.version) && to.is_none_or(|v| release.version < v)
            };
            if ranges.iter().any(inside) { set | 1 << bit } else { set }
        })
    }

    fn render(&self) -> String {
        let mut out = String::from(
            "//! Generated from `grammar/*.tsv` and the parser's productions by `grammar/generate.rs`; do not edit.\n\n\
             // Tables: the rows are documented where they are written, in `grammar/`.\n\
             #![allow(missing_docs, dead_code, clippy::unreadable_literal)]\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\n\
             use super::{BehaviourFacts, ChangedThread, ChannelOptionFacts, Excess, FeatureFacts, Flavor, OptionLimit, PrivilegeFacts, Release, ServerSet, Unit, \
             ValueKind, Version, Word};\n\n",
        );
        writeln!(out, "pub(crate) const RELEASES: [Release; {}] = [", self.releases.len()).unwrap();
        for r in &self.releases {
            let flavor = if r.mysql { "MySql" } else { "MariaDb" };
            let new = |v: Version| format!("Version::new({}, {}, {})", v.0, v.1, v.2);
            let stands_for = r.stands_for.map_or("None".to_owned(), |v| format!("Some({})", new(v)));
            writeln!(
                out,
                "    Release {{ flavor: Flavor::{flavor}, version: {}, stands_for: {stands_for}, supported: {} }},",
                new(r.version),
                r.supported
            )
            .unwrap();
        }
        out.push_str("];\n\n");
        self.render_features(&mut out);
        self.render_behaviours(&mut out);
        self.render_words(&mut out);
        self.render_options(&mut out);
        self.render_limits(&mut out);
        self.render_privileges(&mut out);
        out
    }

    fn render_privileges(&self, out: &mut String) {
        out.push_str(
            "\n/// A privilege that the grammar spells out.\n\
             #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\n\
             #[cfg_attr(feature = \"serde\", derive(serde::Serialize), serde(rename_all = \"snake_case\"))]\n\
             #[cfg_attr(feature = \"schema\", derive(schemars::JsonSchema))]\npub enum StaticPrivilege {\n",
        );
        let first = |row: &[String]| row[0].split('/').next().unwrap_or_default().to_owned();
        for row in &self.privileges {
            writeln!(out, "    {},", camel(&first(row))).unwrap();
        }
        writeln!(out, "}}\n\npub(crate) const PRIVILEGES: [PrivilegeFacts; {}] = [", self.privileges.len()).unwrap();
        for row in &self.privileges {
            let spelling =
                |phrase: &str| phrase.split(' ').map(|w| format!("word::{w}")).collect::<Vec<_>>().join(", ");
            let spellings: Vec<String> = row[0].split('/').map(|phrase| format!("&[{}]", spelling(phrase))).collect();
            let (phrase, columns) = (first(row), row[1] == "yes");
            let level = |level: &str| row[4].split(',').any(|known| known == level);
            let levels =
                format!("database: {}, table: {}, routine: {}", level("database"), level("table"), level("routine"));
            writeln!(
                out,
                "    PrivilegeFacts {{ privilege: StaticPrivilege::{}, phrase: {phrase:?}, spellings: &[{}], columns: {columns}, \
                 {levels}, servers: ServerSet({:#x}) }},",
                camel(&phrase),
                spellings.join(", "),
                self.set(&row[2], &row[3]),
            )
            .unwrap();
        }
        out.push_str("];\n");
    }

    fn render_features(&self, out: &mut String) {
        out.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum Feature {\n");
        for row in &self.features {
            writeln!(out, "    {},", camel(&row[0])).unwrap();
        }
        writeln!(out, "}}\n\npub(crate) const FEATURES: [FeatureFacts; {}] = [", self.features.len()).unwrap();
        for row in &self.features {
            let set = self.set(&row[2], &row[3]);
            let instead = if row[4] == "-" { "None".to_owned() } else { format!("Some({:?})", row[4]) };
            writeln!(
                out,
                "    FeatureFacts {{ feature: Feature::{}, name: {:?}, what: {:?}, servers: ServerSet({set:#x}), instead: {instead} }},",
                camel(&row[0]), row[0], row[1]
            )
            .unwrap();
        }
        out.push_str("];\n\n");
    }

    fn render_behaviours(&self, out: &mut String) {
        out.push_str(
            "/// What servers do differently with statements that they accept.\n\
             #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\npub enum Behaviour {\n",
        );
        for row in &self.behaviours {
            writeln!(out, "    /// Servers that {}.\n    {},", row[1], camel(&row[0])).unwrap();
        }
        writeln!(out, "}}\n\npub(crate) const BEHAVIOURS: [BehaviourFacts; {}] = [", self.behaviours.len()).unwrap();
        for row in &self.behaviours {
            let set = self.set(&row[2], &row[3]);
            writeln!(
                out,
                "    BehaviourFacts {{ behaviour: Behaviour::{}, name: {:?}, what: {:?}, servers: ServerSet({set:#x}) }},",
                camel(&row[0]),
                row[0],
                row[1]
            )
            .unwrap();
        }
        out.push_str("];\n\n");
    }

    fn render_words(&self, out: &mut String) {
        writeln!(out, "pub(crate) const WORDS: [&str; {}] = [\"\",", self.words.len() + 1).unwrap();
        for chunk in self.words.iter().collect::<Vec<_>>().chunks(10) {
            writeln!(out, "    {},", chunk.iter().map(|w| format!("{w:?}")).collect::<Vec<_>>().join(", ")).unwrap();
        }
        out.push_str("];\n\n/// The words of the grammar, by name.\npub mod word {\n    use super::Word;\n");
        for (index, word) in self.words.iter().enumerate() {
            writeln!(out, "    pub const {word}: Word = Word({});", index + 1).unwrap();
        }
        out.push_str("}\n\n");
        let mut by_word: BTreeMap<&str, [u128; PLACES.len()]> = BTreeMap::new();
        for row in &self.keywords {
            let set = self.set(&row[2], &row[3]);
            let sets = by_word.entry(&row[0]).or_default();
            for (place, held) in PLACES.iter().zip(sets) {
                if row[1] == "all" || row[1].split(',').any(|p| p == *place) {
                    *held |= set;
                }
            }
            for place in row[1].split(',') {
                assert!(place == "all" || PLACES.contains(&place), "keywords.tsv: no place {place:?}");
            }
        }
        let mut unique: Vec<[u128; PLACES.len()]> = vec![[0; PLACES.len()]];
        let mut index_of = |sets: [u128; PLACES.len()]| {
            unique.iter().position(|u| *u == sets).unwrap_or_else(|| {
                unique.push(sets);
                unique.len() - 1
            })
        };
        let none = [0; PLACES.len()];
        let indexes: Vec<usize> = std::iter::once(0)
            .chain(self.words.iter().map(|w| index_of(*by_word.get(w.as_str()).unwrap_or(&none))))
            .collect();
        writeln!(out, "/// For each word the row of `RESERVED` that says where it is reserved.").unwrap();
        writeln!(out, "pub(crate) const RESERVED_ROW: [u8; {}] = {indexes:?};\n", indexes.len()).unwrap();
        writeln!(out, "pub(crate) const RESERVED: [[ServerSet; {}]; {}] = [", PLACES.len(), unique.len()).unwrap();
        for sets in &unique {
            let cells: Vec<String> = sets.iter().map(|s| format!("ServerSet({s:#x})")).collect();
            writeln!(out, "    [{}],", cells.join(", ")).unwrap();
        }
        out.push_str("];\n\n");
    }

    fn render_options(&self, out: &mut String) {
        out.push_str(
            "/// The options of `CHANGE MASTER TO` and `CHANGE REPLICATION SOURCE TO`, named without the role.\n\
             #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\n\
             #[cfg_attr(feature = \"serde\", derive(serde::Serialize), serde(rename_all = \"snake_case\"))]\n\
             #[cfg_attr(feature = \"schema\", derive(schemars::JsonSchema))]\npub enum ChannelOptionName {\n",
        );
        for row in &self.options {
            writeln!(out, "    {},", camel(&row[0])).unwrap();
        }
        writeln!(out, "}}\n\npub(crate) const CHANNEL_OPTIONS: [ChannelOptionFacts; {}] = [", self.options.len())
            .unwrap();
        for row in &self.options {
            let word = |w: &str| if w == "-" { "Word::NONE".to_owned() } else { format!("word::{w}") };
            writeln!(
                out,
                "    ChannelOptionFacts {{ name: ChannelOptionName::{}, legacy: {}, legacy_servers: ServerSet({:#x}), current: {}, \
                 current_servers: ServerSet({:#x}), value: ValueKind::{}, default_servers: ServerSet({:#x}), thread: ChangedThread::{} }},",
                camel(&row[0]),
                word(&row[1]),
                self.set(&row[2], &row[3]),
                word(&row[4]),
                self.set(&row[5], &row[6]),
                camel(&row[7]),
                self.set("-", &row[8]),
                camel(&row[9]),
            )
            .unwrap();
        }
        out.push_str("];\n");
    }

    fn render_limits(&self, out: &mut String) {
        writeln!(out, "\npub(crate) const OPTION_LIMITS: [OptionLimit; {}] = [", self.limits.len()).unwrap();
        for row in &self.limits {
            assert!(self.options.iter().any(|option| option[0] == row[0]), "option_limits.tsv: no option {}", row[0]);
            let then = row[5].parse().map_or_else(|_| camel(&row[5]), |errno: u16| format!("Refused({errno})"));
            writeln!(
                out,
                "    OptionLimit {{ option: ChannelOptionName::{}, unit: Unit::{}, most: {}, servers: ServerSet({:#x}), then: Excess::{then} }},",
                camel(&row[0]),
                camel(&row[1]),
                row[2],
                self.set(&row[3], &row[4]),
            )
            .unwrap();
        }
        out.push_str("];\n");
    }
}

/// `retain-password` and `SSL_CA` as the name of a variant.
fn camel(name: &str) -> String {
    name.split(['-', '_', ' '])
        .map(|part| {
            let mut letters = part.chars();
            letters.next().map_or(String::new(), |first| {
                first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()
            })
        })
        .collect()
}
