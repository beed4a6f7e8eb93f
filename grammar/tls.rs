//! Writes `src/tls/tables.rs` from `tls_libraries.tsv`, `tls_protocols.tsv`, `ciphers.tsv`, `cipher_aliases.tsv` and `tls_lists.tsv`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use super::{Tables, camel, rows};

/// The classes of a cipher, in the order of their bits.
const CLASSES: [&str; 6] = ["NONE", "LOW", "MEDIUM", "HIGH", "FIPS", "NOT_DEFAULT"];
/// The columns of `ciphers.tsv` that become enums, with the enum's name.
const KINDS: [(usize, &str, &str); 4] = [
    (4, "KeyExchange", "How the two sides agree on a secret."),
    (5, "Authentication", "How the server proves who it is."),
    (6, "Encryption", "What hides the data."),
    (7, "Integrity", "What protects the data from changes."),
];

/// The version ranges of MySQL and of MariaDB that the tables name.
pub fn ranges(root: &Path) -> Vec<(bool, String)> {
    let column = |name, index: usize, mysql| rows(root, name).into_iter().map(move |row| (mysql, row[index].clone()));
    column("tls_libraries.tsv", 5, true)
        .chain(column("tls_libraries.tsv", 6, false))
        .chain(column("tls_protocols.tsv", 3, true))
        .chain(column("tls_protocols.tsv", 4, true))
        .chain(column("tls_protocols.tsv", 5, false))
        .chain(column("tls_lists.tsv", 2, true))
        .chain(column("tls_lists.tsv", 3, false))
        .collect()
}

struct Tls {
    libraries: Vec<Vec<String>>,
    protocols: Vec<Vec<String>>,
    ciphers: Vec<Vec<String>>,
    /// For each of `KINDS` the words of its column, in the order of their bits.
    words: Vec<Vec<String>>,
}

/// The text of `src/tls/tables.rs`; `tables` knows the releases.
pub fn render(root: &Path, tables: &Tables) -> String {
    let ciphers = rows(root, "ciphers.tsv");
    assert!(ciphers.len() <= 256, "{} ciphers do not fit a CipherSet", ciphers.len());
    let words = KINDS.iter().map(|(column, ..)| distinct(&ciphers, *column)).collect();
    let tls =
        Tls { libraries: rows(root, "tls_libraries.tsv"), protocols: rows(root, "tls_protocols.tsv"), ciphers, words };
    let mut out = String::from(
        "//! Generated from `grammar/{tls_*,ciphers,cipher_aliases}.tsv` by `grammar/generate.rs`; do not edit.\n\n\
         // Tables: the rows are documented where they are written, in `grammar/`.\n\
         #![allow(missing_docs, clippy::unreadable_literal)]\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\n\
         use super::cipher::CipherFacts;\nuse super::library::LibraryFacts;\nuse super::lists::{List, ListFacts};\n\
         use super::protocols::ProtocolFacts;\nuse super::words::AliasFacts;\nuse crate::server::ServerSet;\n\n",
    );
    tls.render_libraries(tables, &mut out);
    tls.render_protocols(tables, &mut out);
    tls.render_ciphers(&mut out);
    tls.render_aliases(&rows(root, "cipher_aliases.tsv"), &mut out);
    tls.render_lists(&rows(root, "tls_lists.tsv"), tables, &mut out);
    out
}

/// The words of a column, in alphabetical order.
fn distinct(rows: &[Vec<String>], column: usize) -> Vec<String> {
    let words: BTreeSet<String> = rows.iter().map(|row| row[column].clone()).collect();
    assert!(words.len() <= 32, "more than 32 words in column {column} of ciphers.tsv");
    words.into_iter().collect()
}

fn render_enum(out: &mut String, name: &str, doc: &str, variants: impl Iterator<Item = String>) {
    let variants: Vec<String> = variants.collect();
    writeln!(
        out,
        "/// {doc}\n#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]\n\
         pub enum {name} {{\n    {},\n}}\n",
        variants.join(",\n    ")
    )
    .unwrap();
}

/// `-` as `None`.
fn option(cell: &str) -> String {
    if cell == "-" { "None".to_owned() } else { format!("Some({cell:?})") }
}

impl Tls {
    /// The libraries of a cell as a mask: those that offer a thing, or also those that only list it (`?`).
    fn mask(&self, cell: &str, listed: bool) -> u8 {
        let words = cell.split(',').filter(|word| *word != "-" && (listed || !word.ends_with('?')));
        words.fold(0, |mask, word| {
            let word = word.trim_end_matches('?');
            let bit = self.libraries.iter().position(|row| row[0] == word);
            mask | 1 << bit.unwrap_or_else(|| panic!("not a library: {word:?}"))
        })
    }

    fn library(name: &str) -> String {
        match name {
            "yassl" => "YaSsl".to_owned(),
            version => format!("OpenSsl{}", version.replace('.', "")),
        }
    }

    fn protocol(name: &str) -> String {
        name.replace("SSLv", "SslV").replace("TLSv", "TlsV").replace('.', "")
    }

    /// `!NULL`, `GOST01,GOST12` or `-` as a mask over the words of a kind.
    fn meant(&self, kind: usize, cell: &str) -> u32 {
        let bit = |word: &str| {
            let found = self.words[kind].iter().position(|known| known == word);
            1 << found.unwrap_or_else(|| panic!("no cipher has {word:?}"))
        };
        match cell {
            "-" => 0,
            _ => match cell.strip_prefix('!') {
                Some(word) => !bit(word),
                None => cell.split(',').fold(0, |mask, word| mask | bit(word)),
            },
        }
    }

    fn classes(cell: &str) -> u8 {
        cell.split([',', '+']).filter(|word| *word != "-").fold(0, |mask, word| {
            let bit = CLASSES.iter().position(|class| *class == word);
            mask | 1 << bit.unwrap_or_else(|| panic!("not a class: {word:?}"))
        })
    }

    fn render_libraries(&self, tables: &Tables, out: &mut String) {
        let doc = "A TLS library that a server is built with.";
        render_enum(out, "Library", doc, self.libraries.iter().map(|row| Self::library(&row[0])));
        writeln!(out, "pub(crate) const LIBRARIES: [LibraryFacts; {}] = [", self.libraries.len()).unwrap();
        for row in &self.libraries {
            writeln!(
                out,
                "    LibraryFacts {{ library: Library::{}, word: {:?}, name: {:?}, iana_names: {}, unknown_suite_refuses: {}, level: {}, \
                 servers: ServerSet({:#x}) }},",
                Self::library(&row[0]),
                row[0],
                row[1],
                row[2] == "yes",
                row[3] == "refused",
                row[4],
                tables.set(&row[5], &row[6]),
            )
            .unwrap();
        }
        out.push_str("];\n\n");
    }

    fn render_protocols(&self, tables: &Tables, out: &mut String) {
        render_enum(
            out,
            "Protocol",
            "A protocol version, oldest first.",
            self.protocols.iter().map(|row| Self::protocol(&row[0])),
        );
        writeln!(out, "pub(crate) const PROTOCOLS: [ProtocolFacts; {}] = [", self.protocols.len()).unwrap();
        for row in &self.protocols {
            writeln!(
                out,
                "    ProtocolFacts {{ protocol: Protocol::{}, name: {:?}, mariadb_name: {}, libraries: {:#x}, known: ServerSet({:#x}), \
                 deprecated: ServerSet({:#x}), mariadb: ServerSet({:#x}) }},",
                Self::protocol(&row[0]),
                row[0],
                option(&row[1]),
                self.mask(&row[2], false),
                tables.set(&row[3], "-"),
                tables.set(&row[4], "-"),
                tables.set("-", &row[5]),
            )
            .unwrap();
        }
        out.push_str("];\n\n");
    }

    fn render_ciphers(&self, out: &mut String) {
        for ((_, name, doc), words) in KINDS.iter().zip(&self.words) {
            render_enum(out, name, doc, words.iter().map(|word| camel(word)));
        }
        writeln!(out, "pub(crate) const CIPHERS: [CipherFacts; {}] = [", self.ciphers.len()).unwrap();
        for row in &self.ciphers {
            let default = if row[10] == "no" { "+NOT_DEFAULT" } else { "" };
            writeln!(
                out,
                "    CipherFacts {{ code: {}, name: {:?}, iana: {}, protocol: Protocol::{}, key_exchange: KeyExchange::{}, \
                 authentication: Authentication::{}, encryption: Encryption::{}, integrity: Integrity::{}, bits: {}, classes: {:#x}, \
                 offered: {:#x}, listed: {:#x} }},",
                row[0],
                row[1],
                option(&row[2]),
                Self::protocol(&row[3]),
                camel(&row[4]),
                camel(&row[5]),
                camel(&row[6]),
                camel(&row[7]),
                row[8],
                Self::classes(&format!("{}{default}", row[9])),
                self.mask(&row[11], false),
                self.mask(&row[11], true),
            )
            .unwrap();
        }
        out.push_str("];\n\n");
    }

    fn render_aliases(&self, aliases: &[Vec<String>], out: &mut String) {
        writeln!(out, "pub(crate) const ALIASES: [AliasFacts; {}] = [", aliases.len()).unwrap();
        for row in aliases {
            let protocol =
                if row[5] == "-" { "None".to_owned() } else { format!("Some(Protocol::{})", Self::protocol(&row[5])) };
            writeln!(
                out,
                "    AliasFacts {{ name: {:?}, key_exchange: {:#x}, authentication: {:#x}, encryption: {:#x}, integrity: {:#x}, \
                 protocol: {protocol}, classes: {:#x}, libraries: {:#x} }},",
                row[0],
                self.meant(0, &row[1]),
                self.meant(1, &row[2]),
                self.meant(2, &row[3]),
                self.meant(3, &row[4]),
                Self::classes(&row[6]),
                self.mask(&row[7], false),
            )
            .unwrap();
        }
        out.push_str("];\n\n");
    }

    fn render_lists(&self, lists: &[Vec<String>], tables: &Tables, out: &mut String) {
        writeln!(out, "pub(crate) const LISTS: [ListFacts; {}] = [", lists.len()).unwrap();
        for row in lists {
            writeln!(
                out,
                "    ListFacts {{ list: List::{}, libraries: {:#x}, servers: ServerSet({:#x}), text: {:?} }},",
                camel(&row[0]),
                self.mask(&row[1], false),
                tables.set(&row[2], &row[3]),
                row[4],
            )
            .unwrap();
        }
        out.push_str("];\n");
    }
}
