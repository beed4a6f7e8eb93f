use crate::rules::declare_rule;

declare_rule! {
    /// A character that cannot be seen stands between two words.
    ///
    /// ## What the server does
    ///
    /// To a server a no-break space is a letter, and so are a zero-width space and a byte order mark. The words on both sides become one that it
    /// does not know: error 1064. They come from web pages, chats and word processors.
    ///
    /// The message names the character, the fix puts a plain space there or nothing. In the example it is a no-break space behind `EXISTS`.
    ///
    /// ## Target
    ///
    /// mysql-8.4
    ///
    /// ## Bad
    ///
    /// ```sql
    /// DROP USER IF EXISTS 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Good
    ///
    /// ```sql
    /// DROP USER IF EXISTS 'app'@'10.0.0.5';
    /// ```
    ///
    /// ## Source
    ///
    /// MySQL 9.7.4, MySQL 5.6.24 and MariaDB 10.11.19 servers.
    InvisibleCharacter { name: "invisible-character", area: Syntax, severity: Error, group: Default, since: "0.1.0", reading }
}
