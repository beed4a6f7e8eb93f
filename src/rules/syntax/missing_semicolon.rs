use crate::rules::declare_rule;

declare_rule! {
    /// A statement starts where the one before it could end.
    ///
    /// ## What the server does
    ///
    /// The client sends both as one, and the server refuses them with error 1064 where the second one starts. Neither is executed.
    ///
    /// The fix puts the semicolon behind the first one.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// STOP REPLICA
    /// RESET REPLICA ALL;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// STOP REPLICA;
    /// RESET REPLICA ALL;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    MissingSemicolon { name: "missing-semicolon", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
