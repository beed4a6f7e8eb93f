use crate::rules::declare_rule;

declare_rule! {
    /// Two options or two accounts follow each other without a comma.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the second one.
    ///
    /// The fix puts the comma behind the first one.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com' SOURCE_PORT = 3307;
    /// ```
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5' 'job'@'10.0.0.5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com', SOURCE_PORT = 3307;
    /// ```
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5', 'job'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    MissingComma { name: "missing-comma", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
