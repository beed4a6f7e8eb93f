use crate::rules::declare_rule;

declare_rule! {
    /// No server has a channel option of this name.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the name.
    ///
    /// The help gives the option with the most similar name.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOTS = 'db1.example.com';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    UnknownOption { name: "unknown-option", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
