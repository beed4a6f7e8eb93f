use crate::model::ServerOptions;
use crate::option_file::Program;
use crate::rules::{Context, declare_rule};

declare_rule! {
    /// An option of the server stands in a group that only clients read.
    ///
    /// ## What the server does
    ///
    /// It never sees the option. MariaDB's clients end with "unknown variable".
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [client]
    /// require_secure_transport = ON
    /// gtid_mode = ON
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [client]
    /// ssl-ca = /etc/mysql/ca.pem
    ///
    /// [mysqld]
    /// require_secure_transport = ON
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 client; MySQL manual, Using Option Files.
    OptionInClientGroup { name: "option-in-client-group", area: OptionFile, severity: Warning, group: Default, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    let servers = cx.servers();
    for placed in file.entries() {
        let readers = file.readers(Program::Client, placed.group, servers);
        let (prefix, known) = super::known(placed.entry);
        let is_read = !file.readers(Program::Server, placed.group, servers).is_empty();
        // Clients have options of their own that begin so.
        let is_servers = known.is_some_and(|option| !option.of_clients && !CLIENTS_HAVE.contains(&option.name));
        if is_servers && !prefix.loose && !is_read && !readers.is_empty() {
            let name = placed.entry.name.as_str().replace('-', "_");
            let finding =
                cx.report(placed.entry.name_span, format!("{name} is the server's, and no server reads this group"));
            finding.among(readers).also(placed.group.span, "for clients").help("move it below `[mysqld]`");
        }
    }
}

/// Options of clients that servers have too.
const CLIENTS_HAVE: [&str; 3] = ["bind-address", "sql-mode", "default-authentication-plugin"];
