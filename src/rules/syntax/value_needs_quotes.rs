use crate::rules::declare_rule;

declare_rule! {
    /// A value that must be a string stands without quotes.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the value.
    ///
    /// The message does not show the value: it may be a password.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = db1;
    /// ```
    ///
    /// ```sql
    /// STOP REPLICA FOR CHANNEL east;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE REPLICATION SOURCE TO SOURCE_HOST = 'db1';
    /// ```
    ///
    /// ```sql
    /// STOP REPLICA FOR CHANNEL 'east';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    ValueNeedsQuotes { name: "value-needs-quotes", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
