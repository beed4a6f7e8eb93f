use crate::rules::declare_rule;

declare_rule! {
    /// A keyword has a slip in it.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064, often not at the slip but behind it.
    ///
    /// The message stands at the word itself. The help gives the keyword that fits there and looks most like it.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// ALTER USER 'app'@'10.0.0.5' ACCOUNT LOKC;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// ALTER USER 'app'@'10.0.0.5' ACCOUNT LOCK;
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    MisspelledKeyword { name: "misspelled-keyword", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
