use crate::rules::declare_rule;

declare_rule! {
    /// A statement about replication starts with words that no server knows.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the first word that fits nothing.
    ///
    /// Not reported: a statement about anything else. It is counted and not looked at.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// REPLICA START;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// START REPLICA;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    UnknownStatement { name: "unknown-statement", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
