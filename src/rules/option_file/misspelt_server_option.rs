use crate::model::ServerOptions;
use crate::rules::{Context, closest, declare_rule};
use crate::server::{Flavor, ServerOption, ServerSet};
use crate::source::Span;

/// Shorter names are near to too many others.
const SHORTEST: usize = 6;

declare_rule! {
    /// The name of an option is misspelt, and the server does not start.
    ///
    /// ## What the server does
    ///
    /// It writes "unknown variable" into its error log and ends. On MySQL letter case counts too.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// require_secure_transprot = ON
    /// enforce_gtid_consistancy = ON
    /// SSL_CA = /etc/mysql/ca.pem
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// require_secure_transport = ON
    /// enforce-gtid-consistency = ON
    /// innodb_buffer_pool_sise = 4G
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24, MySQL 9.7.4 and MariaDB 10.11.19 servers.
    MisspeltServerOption { name: "misspelt-server-option", area: OptionFile, severity: Error, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    for it in super::of_servers(file, cx) {
        let written = it.entry.name.variable();
        let is_word = written.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        // Some servers take the beginning of a name for the whole.
        let begins_one = ServerOption::names().any(|name| name.starts_with(written));
        if it.known.is_some() || it.prefix.loose || begins_one || !is_word || written.len() < SHORTEST {
            continue;
        }
        let lower = written.to_ascii_lowercase();
        let servers = match lower == written {
            true => it.servers,
            false => it.servers & ServerSet::of_flavor(Flavor::MySql),
        };
        let near = closest(&lower, ServerOption::names()).filter(|near| strsim::damerau_levenshtein(&lower, near) <= 2);
        let Some(near) = near.filter(|_| !servers.is_empty()) else { continue };
        let why = if near == lower { "letter case counts" } else { "no server knows this option" };
        let finding = cx.report(it.entry.name_span, format!("{why}: it does not start"));
        finding.among(servers).help(format!("did you mean `{}`?", near.replace('-', "_")));
        let start = it.entry.name_span.end - written.len() as u32;
        let span = Span::new(start, it.entry.name_span.end);
        let style = if it.entry.name_span.of(&file.origin().text).contains(&b'_') {
            near.replace('-', "_")
        } else {
            near.to_owned()
        };
        finding.unsafe_fix(vec![(span, style)]);
    }
}
