use crate::rules::declare_rule;

declare_rule! {
    /// A comma, bracket or other mark is one of an East Asian keyboard.
    ///
    /// ## What the server does
    ///
    /// To a server it is a letter. The statement is refused with error 1064 at the mark or behind it.
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
    /// DROP USER 'app'@'10.0.0.5'，'job'@'10.0.0.5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER 'app'@'10.0.0.5','job'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    FullWidthPunctuation { name: "full-width-punctuation", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
