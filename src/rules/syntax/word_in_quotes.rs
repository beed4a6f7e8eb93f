use crate::rules::declare_rule;

declare_rule! {
    /// A word of the grammar stands in quotes.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the quote. Some options take one of a few words, such as `slave_pos` or `STREAM`, and no string.
    ///
    /// The fix removes the quotes.
    ///
    /// ## Target
    ///
    /// mariadb-10.11
    ///
    /// ## Bad
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = 'slave_pos';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// CHANGE MASTER TO MASTER_USE_GTID = slave_pos;
    /// ```
    ///
    /// ## Source
    ///
    /// MariaDB 10.11.19 and MySQL 9.7.4 servers.
    WordInQuotes { name: "word-in-quotes", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
