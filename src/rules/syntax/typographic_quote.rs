use crate::rules::declare_rule;

declare_rule! {
    /// A quote that a word processor wrote stands where a quote should.
    ///
    /// ## What the server does
    ///
    /// To a server it is a letter. The word around it becomes a name, and the statement is refused with error 1064 at the first character that no
    /// name has. Where every character fits a name, as in `‘repl’@‘10.0.0.5’`, the account is created with the quotes in its name.
    ///
    /// The message names the character. The fix replaces all of them in the statement.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DROP USER ‘repl’@‘%’;
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER 'repl'@'%';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    TypographicQuote { name: "typographic-quote", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
