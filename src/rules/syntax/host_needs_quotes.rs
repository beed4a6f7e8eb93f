use crate::rules::declare_rule;

declare_rule! {
    /// A host with more than letters, digits, dots, `_` and `$` stands without quotes.
    ///
    /// ## What the server does
    ///
    /// It takes the host up to the first other character, such as `%`, `-` or `/`, and refuses what follows with error 1064. A blank behind the `@`
    /// is the same mistake: the host is then empty.
    ///
    /// The fix puts the host in quotes, or removes the blank.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DROP USER repl@10.0.0.%;
    /// ```
    ///
    /// ```sql
    /// DROP USER 'repl'@ '10.0.0.5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER repl@'10.0.0.%';
    /// ```
    ///
    /// ```sql
    /// DROP USER 'repl'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    HostNeedsQuotes { name: "host-needs-quotes", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
