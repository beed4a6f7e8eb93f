use crate::rules::declare_rule;

declare_rule! {
    /// The statement ends with a comma.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 near `''`: the end of the text, which says little in a long script. A line was removed from the
    /// list, or one is still to be written.
    ///
    /// The message stands at the comma and names what could follow it.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5', 'job'@'10.0.0.5',;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5', 'job'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    TrailingComma { name: "trailing-comma", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
