use crate::rules::declare_rule;

declare_rule! {
    /// A statement is longer than replint reads.
    ///
    /// ## What the server does
    ///
    /// It takes a statement of as many bytes as its `max_allowed_packet`: 1 GiB at most, by default 64 MiB on MySQL 8.0 and later, 16 MiB on
    /// MariaDB, and 4 MiB on MySQL 5.7.
    ///
    /// replint reads 64 MiB of a statement about replication or accounts, or as much as `--max-statement-size` or `max-statement-size` in
    /// `replint.toml` says. A longer one is counted as not analysed; the statements behind it are read.
    ///
    /// ## Source
    ///
    /// MySQL Reference Manual, Server System Variables; MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    StatementTooLong { name: "statement-too-long", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
