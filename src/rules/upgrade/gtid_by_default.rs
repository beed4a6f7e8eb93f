use crate::model::ServerOptions;
use crate::option_file::Program;
use crate::rules::{Context, declare_rule};
use crate::server::{Behaviour, Flavor, ServerSet};

declare_rule! {
    /// A server writes a binary log and does not say whether with GTIDs, and the default changes.
    ///
    /// ## What the server does
    ///
    /// Before MySQL 9.7 `gtid_mode` is OFF unless the option file says otherwise, from 9.7 on it is ON. Its replicas by file and position go on, but
    /// `IGNORE_SERVER_IDS` is refused then, and so are statements that `enforce_gtid_consistency` forbids.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```cnf
    /// [mysqld]
    /// server_id = 1
    /// log_bin = binlog
    /// ```
    ///
    /// ## Good
    ///
    /// ```cnf
    /// [mysqld]
    /// server_id = 1
    /// log_bin = binlog
    /// gtid_mode = OFF
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4 server: `@@gtid_mode`, and error 3139.
    GtidByDefault { name: "gtid-by-default", area: Upgrade, severity: Advice, group: Upgrade, since: "0.1.0", option_file: check }
}

fn check(file: &ServerOptions, cx: &mut Context<'_>) {
    if file.is_partial() {
        return;
    }
    let before = cx.servers() & (ServerSet::of_flavor(Flavor::MySql) - Behaviour::GtidByDefault.servers());
    let find = |server, known| file.find(Program::Server, server, known).filter(|it| it.file.included_at.is_none());
    let mut concerned = ServerSet::EMPTY;
    let mut log = None;
    for (bit, _) in before.releases() {
        let server = ServerSet::of_bit(bit);
        if let (Some(placed), None) = (find(server, "log-bin"), file.find(Program::Server, server, "gtid-mode")) {
            concerned |= server;
            log = log.or(Some(placed.entry.span()));
        }
    }
    if let Some(log) = log {
        cx.report(log, "the binary log is without GTIDs here, and with them from MySQL 9.7 on")
            .on(concerned)
            .help("say which: `gtid_mode = OFF`, or ON with `enforce_gtid_consistency = ON`");
    }
}
