use crate::rules::declare_rule;

declare_rule! {
    /// The statement ends before it is complete.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 near `''`: the end of the text. Often a delimiter was left behind in the middle of a statement.
    ///
    /// The message names what could follow.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO;
    /// ```
    ///
    /// ```sql
    /// DROP USER;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1.example.com';
    /// ```
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    UnexpectedEnd { name: "unexpected-end", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
