use crate::rules::declare_rule;

declare_rule! {
    /// A reserved word stands as a name without quotes.
    ///
    /// ## What the server does
    ///
    /// It refuses the statement with error 1064 at the word. Releases add reserved words: an account that was called `rank` without quotes works up
    /// to MySQL 8.0.1.
    ///
    /// The message names the releases that reserve the word. The fix puts it in backquotes, which all servers take.
    ///
    /// ## Target
    ///
    /// mysql-8.0
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DROP USER rank@'10.0.0.5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER `rank`@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers; the words stand in `grammar/keywords.tsv`.
    ReservedWord { name: "reserved-word", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
