//! Writes `src/server/account_tables.rs` from `auth_plugins.tsv`, `account_limits.tsv` and `dynamic_privileges.tsv`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use super::{Tables, camel, rows};

/// The version ranges of MySQL and of MariaDB that the tables name.
pub fn ranges(root: &Path) -> Vec<(bool, String)> {
    let column = |name, index: usize, mysql| rows(root, name).into_iter().map(move |row| (mysql, row[index].clone()));
    column("auth_plugins.tsv", 2, true)
        .chain(column("auth_plugins.tsv", 3, false))
        .chain(column("auth_plugins.tsv", 4, true))
        .chain(column("auth_plugins.tsv", 5, true))
        .chain(column("account_limits.tsv", 4, true))
        .chain(column("account_limits.tsv", 5, false))
        .chain(column("dynamic_privileges.tsv", 1, true))
        .collect()
}

/// The text of `src/server/account_tables.rs`; `tables` knows the releases.
pub fn render(root: &Path, tables: &Tables) -> String {
    let mut out = String::from(
        "//! Generated from `grammar/{auth_plugins,account_limits,dynamic_privileges}.tsv` by `grammar/generate.rs`; do not edit.\n\n\
         // Tables: the rows are documented where they are written, in `grammar/`.\n\
         #![allow(missing_docs, clippy::unreadable_literal)]\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\n\
         use super::ServerSet;\nuse super::account::{AuthPlugin, DynamicPrivilege, LimitFacts};\nuse super::password_hash::HashFormat;\n\n",
    );
    let plugins = rows(root, "auth_plugins.tsv");
    writeln!(out, "pub(super) const AUTH_PLUGINS: [AuthPlugin; {}] = [", plugins.len()).unwrap();
    for row in &plugins {
        let aliases: Vec<&str> = row[1].split(',').filter(|alias| *alias != "-").collect();
        let hash = if row[6] == "none" { "None".to_owned() } else { format!("Some(HashFormat::{})", camel(&row[6])) };
        writeln!(
            out,
            "    AuthPlugin {{ name: {:?}, aliases: &{aliases:?}, servers: ServerSet({:#x}), off: ServerSet({:#x}), deprecated: ServerSet({:#x}), \
             hash: {hash}, further_factor: {} }},",
            row[0],
            tables.set(&row[2], &row[3]),
            tables.set(&row[4], "-"),
            tables.set(&row[5], "-"),
            row[7] == "yes",
        )
        .unwrap();
    }
    let limits = rows(root, "account_limits.tsv");
    let kinds: BTreeSet<&str> = limits.iter().map(|row| row[0].as_str()).collect();
    out.push_str("];\n\n/// What of an account is limited.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub(crate) enum AccountLimit {\n");
    for kind in kinds {
        writeln!(out, "    {},", camel(kind)).unwrap();
    }
    writeln!(out, "}}\n\npub(super) const ACCOUNT_LIMITS: [LimitFacts; {}] = [", limits.len()).unwrap();
    for row in &limits {
        writeln!(
            out,
            "    LimitFacts {{ limit: AccountLimit::{}, unit: {:?}, least: {}, most: {}, servers: ServerSet({:#x}) }},",
            camel(&row[0]),
            row[1],
            row[2],
            row[3],
            tables.set(&row[4], &row[5]),
        )
        .unwrap();
    }
    let privileges = rows(root, "dynamic_privileges.tsv");
    writeln!(out, "];\n\npub(super) const DYNAMIC_PRIVILEGES: [DynamicPrivilege; {}] = [", privileges.len()).unwrap();
    for row in &privileges {
        let servers = tables.set(&row[1], "-");
        writeln!(out, "    DynamicPrivilege {{ name: {:?}, servers: ServerSet({servers:#x}) }},", row[0]).unwrap();
    }
    out.push_str("];\n");
    out
}
