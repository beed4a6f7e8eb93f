use crate::rules::declare_rule;

declare_rule! {
    /// A value that must be a number stands in quotes.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the value.
    ///
    /// The fix removes the quotes if there are only digits between them.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_PORT = '3307';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_PORT = 3307;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    NumberInQuotes { name: "number-in-quotes", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
