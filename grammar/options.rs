//! Writes `src/server/option_tables.rs` from `server_options.tsv`.

use std::fmt::Write as _;
use std::path::Path;

use super::{Tables, rows};

/// The version ranges of MySQL and of MariaDB that the table names.
pub fn ranges(root: &Path) -> Vec<(bool, String)> {
    let of_row = |row: Vec<String>| [(true, row[1].clone()), (false, row[2].clone())];
    rows(root, "server_options.tsv").into_iter().flat_map(of_row).collect()
}

/// The text of `src/server/option_tables.rs`; `tables` knows the releases.
pub fn render(root: &Path, tables: &Tables) -> String {
    let mut out = String::from(
        "//! Generated from `grammar/server_options.tsv` by `grammar/generate.rs`; do not edit.\n\n\
         // Tables: the rows are documented where they are written, in `grammar/`.\n\
         #![allow(missing_docs, clippy::unreadable_literal)]\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\n\
         use super::{ServerOption, ServerSet};\n\n",
    );
    let options = rows(root, "server_options.tsv");
    let names: Vec<&str> = options.iter().map(|row| row[0].as_str()).collect();
    assert!(names.is_sorted(), "server_options.tsv is sorted by option");
    writeln!(out, "pub(super) const SERVER_OPTIONS: [ServerOption; {}] = [", options.len()).unwrap();
    for row in &options {
        let instead = if row[4] == "-" { "None".to_owned() } else { format!("Some({:?})", row[4]) };
        writeln!(
            out,
            "    ServerOption {{ name: {:?}, unknown_to: ServerSet({:#x}), of_clients: {}, instead: {instead} }},",
            row[0],
            tables.set(&row[1], &row[2]),
            row[3] == "client",
        )
        .unwrap();
    }
    out.push_str("];\n");
    out
}
