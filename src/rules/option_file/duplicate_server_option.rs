use std::collections::BTreeMap;

use crate::model::ServerOptions;
use crate::option_file::Entry;
use crate::rules::{Context, declare_rule};

/// What adds to what was said before.
const LISTS: [&str; 6] = ["replicate-", "binlog-do-", "binlog-ignore-", "plugin-load", "early-plugin-load", "init-"];

declare_rule! {
    /// An option is given twice in a group, with two values.
    ///
    /// ## What the server does
    ///
    /// The last one wins, silently. `-` and `_` in names are the same. Options that make up a list, such as `replicate_do_db`, add to each other.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// require_secure_transport = ON
    /// server_id = 1
    /// require-secure-transport = OFF
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// require_secure_transport = ON
    /// server_id = 1
    /// replicate_ignore_db = test
    /// replicate_ignore_db = scratch
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 and MariaDB 10.11.19 servers.
    DuplicateServerOption { name: "duplicate-server-option", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    let mut given: BTreeMap<(u32, &'static str), &Entry> = BTreeMap::new();
    for placed in file.entries() {
        let Some(it) = super::ServerEntry::of(file, placed, cx.servers()) else { continue };
        let Some(known) = it.known.filter(|known| !LISTS.iter().any(|list| known.name.starts_with(list))) else {
            continue;
        };
        if it.prefix.maximum {
            continue;
        }
        let Some(before) = given.insert((placed.group.span.start, known.name), it.entry) else { continue };
        // Which of two a template leaves is not known.
        let (Some(one), Some(other)) = (before.fixed_text(), it.entry.fixed_text()) else { continue };
        if one != other {
            cx.report(it.entry.span(), "given twice in this group: this one wins")
                .among(it.servers)
                .also(&file.place(before.span()), "this one has no effect")
                .help("keep one of them");
        }
    }
}
