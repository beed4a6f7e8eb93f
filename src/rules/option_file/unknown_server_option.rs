use crate::model::ServerOptions;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// An option keeps the server from starting: this release does not know it.
    ///
    /// ## What the server does
    ///
    /// It writes "unknown variable" into its error log and ends. `loose-` before the name makes that a warning.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// default_authentication_plugin = mysql_native_password
    /// master-info-repository = TABLE
    /// skip-ssl
    /// ```
    ///
    /// ```cnf
    /// [mysqld]
    /// master-host = db1.example.com
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// authentication_policy = caching_sha2_password,,
    /// loose-default_authentication_plugin = caching_sha2_password
    ///
    /// [mysqld-5.7]
    /// master-info-repository = TABLE
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 5.6.24, MySQL 9.7.4 and MariaDB 10.11.19 servers; MySQL Server Version Reference, Option and Variable Changes.
    UnknownServerOption { name: "unknown-server-option", area: OptionFile, severity: Error, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    for it in super::of_servers(file, cx) {
        let Some(option) = it.known.filter(|_| !it.prefix.loose) else { continue };
        let refusing = it.servers & option.unknown_to;
        if refusing.is_empty() {
            continue;
        }
        let name = it.entry.name.as_str().replace('-', "_");
        let finding = cx.report(it.entry.name_span, format!("{name} is no option of this server: it does not start"));
        finding.among(it.servers).on(refusing).label("unknown variable");
        finding.help(option.instead.unwrap_or("remove it, or write `loose-` before it"));
    }
}
